"""The ledger's rules: what moves an obligation from one status to the next. Read the list, know the life cycle.

Each rule is a pure step (Yolum and Singh 2002): from the terms, the status and one turn of events to an outcome, or to
none. Its docstring is the rule as a user is told it. A rule moves nothing that it cannot justify: what happened must
have happened after the commitment was told, be of its deed, and be done by its debtor or who its condition names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from standoff.core.span import Span
from standoff.core.vocabulary import Status
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.apart import DAYS_ONCE
from standoff.resolve.obligations.likeness import FAMILIES
from standoff.resolve.obligations.matters import Matter, stems_of
from standoff.resolve.obligations.meeting import Meeting, breaks, does, meets
from standoff.resolve.obligations.terms import Outcome, Terms, Turn
from standoff.resolve.obligations.wordings import DENIALS, GIVEN, Wording

Rule = Callable[[Terms, Status, Turn, Deeds], Outcome | None]
IN_FORCE: frozenset[Status] = frozenset(("detached", "undecidable"))
OPEN: frozenset[Status] = frozenset(("conditional", "detached", "undecidable"))
MONTHS = 120
"""Days after it was told in which a happening may move an obligation; later ones are seldom about it."""
BARE = stems_of((*GIVEN, *DENIALS, "such", "given", "give", "nothing", "kind", "reports"))
"""What a denial says of nothing in particular: "no such assurance was given"."""
REJECTING = ("extract.commitment.refusing", "extract.commitment.refusal")
"""Finders of what somebody rejects of others: "rejects its bid to join"."""
NEAR_DENIAL = 800
"""Characters between a promise and its denial in one report."""


def withdrawn(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """Who made it took it back."""
    if status not in OPEN or not _timely(terms, turn) or "retraction" not in turn.matter.deeds:
        return None
    makers = terms.creditors if FAMILIES[terms.force] == "should" else terms.debtors
    for each in terms.wordings:
        if turn.matter.agents & makers and len(turn.matter.stems & each.words) > 1:
            return _outcome("cancelled", withdrawn, Meeting(0.6, "taken back"), each.commitment.at)
    return None


def disputed(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """Its debtor denies having given it, so that its status cannot be decided."""
    denial = turn.wording
    if denial is None or status not in OPEN or FAMILIES[terms.force] != "will":
        return None
    for each in terms.wordings:
        if _is_denied(each, denial):
            return _outcome("undecidable", disputed, Meeting(0.7, "denied in the same report"), each.commitment.at)
    return None


def antecedent_holds(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """Its condition has come about, so that it is in force."""
    if status != "conditional" or not _timely(terms, turn):
        return None
    found = [
        (meeting, each.commitment.antecedent)
        for each in terms.wordings
        if each.is_conditional and (meeting := _meets(turn, each, deeds)) is not None
    ]
    if turn.kind == "occurred" and not _same_things(turn.matter, terms):
        return None
    return _best("detached", antecedent_holds, found)


def consequent_done(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """What was owed has been done."""
    if not _may_move(terms, status, turn) or (turn.kind == "occurred" and not _in_time(terms, turn)):
        return None
    found = [
        (meeting, each.commitment.consequent)
        for each in terms.wordings
        if not each.forbids and each.force == terms.force and (meeting := _does(turn, each, deeds)) is not None
    ]
    more = any(each.consequent.leading and not _is_case(turn, each, deeds) for each in terms.wordings)
    return None if more else _best("satisfied", consequent_done, found)


def consequent_undone(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """Its debtor did what it forbids, or what is against what was owed."""
    if terms.force == "threat" or not _may_move(terms, status, turn):
        return None
    found = [
        (meeting, each.commitment.consequent)
        for each in terms.wordings
        if each.force != "threat" and (meeting := _breaks(turn, each, deeds)) is not None
    ]
    return _best("violated", consequent_undone, found)


def deadline_passed(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """Its day has passed and no report tells that its condition came about."""
    if turn.kind != "day" or status != "conditional" or turn.when is None or turn.when.since is None:
        return None
    for each in terms.wordings:
        limit = each.condition_until
        if limit is None or turn.when.since < limit or (each.told_since is not None and limit <= each.told_since):
            continue
        if each.is_if and not each.antecedent.denied:  # "unless it is lifted by then" comes by silence
            meeting = Meeting(0.5, "the last report is later")
            return _outcome("expired", deadline_passed, meeting, each.commitment.antecedent)
    return None


RULES: tuple[Rule, ...] = (
    withdrawn,
    disputed,
    antecedent_holds,
    consequent_done,
    consequent_undone,
    deadline_passed,
)


def step(terms: Terms, status: Status, turn: Turn, deeds: Deeds) -> Outcome | None:
    """What the first rule that applies makes of a turn."""
    return next((found for rule in RULES if (found := rule(terms, status, turn, deeds)) is not None), None)


def words_of(rule: Rule) -> str:
    """A rule as a user is told it."""
    return (rule.__doc__ or "").partition("\n")[0]


def _best(status: Status, rule: Rule, found: Iterable[tuple[Meeting, Span | None]]) -> Outcome | None:
    """The surest; of equals that of the clearest wording."""
    ranked = sorted(enumerate(found), key=lambda each: (-each[1][0].score, each[0]))
    return _outcome(status, rule, *ranked[0][1]) if ranked else None


def _outcome(status: Status, rule: Rule, meeting: Meeting, matched: Span | None) -> Outcome:
    return Outcome(status, words_of(rule), meeting.score, meeting.why, matched)


def _meets(turn: Turn, each: Wording, deeds: Deeds) -> Meeting | None:
    """Whether a turn is a wording's condition; of a threat whose condition names nobody, done by whom it threatens."""
    doers = each.debtors if each.force == "red_line" else each.creditors
    if turn.kind == "occurred" and not turn.matter.agents & (each.antecedent.agents or doers):
        return None
    own = each.debtors if each.force == "threat" else frozenset()
    if turn.matter.agents and turn.matter.agents <= own and not each.antecedent.agents - own:
        return None  # nobody threatens what follows if he does something himself
    return meets(turn.matter, each.antecedent, doers, deeds)


def _same_things(event: Matter, terms: Terms) -> bool:
    """Whether what is told names those, or the things, that the condition names beside the deed; or it names none."""
    conditions = [each.antecedent for each in terms.wordings]
    sufferers = frozenset[str]().union(*(each.sufferers for each in conditions))
    stems = frozenset[str]().union(*(each.stems for each in conditions))
    return not (sufferers or stems) or bool(event.parties & sufferers or event.stems & stems)


def _does(turn: Turn, each: Wording, deeds: Deeds) -> Meeting | None:
    """Whether a turn is what a wording owes. What is told must be told of those that the wording names."""
    found = does(turn.matter, each.consequent, each.debtors, deeds)
    if found is None or turn.kind == "supposed":
        return found
    partners, once = each.consequent.parties - each.debtors, deeds.single & each.consequent.leading
    if partners - turn.matter.parties or (once and (not partners or each.force == "demand")):
        return None
    if each.force != "threat" and any(deeds.entails(deed, "going ahead") for deed in each.consequent.leading):
        return None  # nobody asks for or promises hostilities; the words were not understood
    if not once and each.consequent.leading & deeds.broad:
        return None
    personal = each.debtor.is_person and each.debtor.actor not in turn.matter.actors
    return None if once and personal else found


def _is_case(turn: Turn, each: Wording, deeds: Deeds) -> bool:
    """Whether a turn is of a deed that a wording owes: who asks for two things is not satisfied by one."""
    return any(deeds.entails(deed, other) for deed in turn.matter.deeds for other in each.consequent.leading)


def _breaks(turn: Turn, each: Wording, deeds: Deeds) -> Meeting | None:
    """Whether a turn breaks a wording. What is refused to others ("rejects the bid") is broken by those who do it."""
    told = turn.kind == "occurred"
    if told and each.force == "refusal":
        return None  # a denial of what was, or a refusal of one demand, is not told from one of all to come
    others = each.consequent.parties & turn.matter.agents - each.debtors
    if others and each.commitment.why.finder in REJECTING:
        return breaks(turn.matter, each.consequent, others, deeds, forbids=True, told=told)
    return breaks(turn.matter, each.consequent, each.debtors, deeds, each.forbids, told)


def _may_move(terms: Terms, status: Status, turn: Turn) -> bool:
    """Whether an obligation in force may be kept or broken; one in dispute is so only by what is supposed."""
    in_force = IN_FORCE if turn.kind == "supposed" else ("detached",)
    return status in in_force and _timely(terms, turn)


def _timely(terms: Terms, turn: Turn) -> bool:
    """Whether a turn came after the commitment was told; what is supposed comes after all."""
    if turn.kind == "supposed":
        return True
    since = _since(turn)
    if turn.kind != "occurred" or since is None or terms.told is None:
        return False
    return terms.told <= since <= terms.told + timedelta(days=MONTHS)


def _in_time(terms: Terms, turn: Turn) -> bool:
    """Whether what was done was done when it was due; without a day, soon after it was told."""
    since, until = _since(turn), turn.when.until if turn.when is not None else None
    if since is None or terms.told is None:
        return False
    if terms.deadline is not None:
        before = terms.deadline.until is None or since < terms.deadline.until
        return before and (until is None or terms.deadline.since is None or until > terms.deadline.since)
    return since <= terms.told + timedelta(days=DAYS_ONCE)


def _since(turn: Turn) -> date | None:
    return None if turn.when is None else turn.when.since


def _is_denied(each: Wording, denial: Wording) -> bool:
    """Whether a denial in the same report is of this promise: the same debtor, near it or in its words."""
    ours, theirs = each.commitment.at, denial.commitment.at
    if ours.doc != theirs.doc or not GIVEN & set(each.form):
        return False
    if each.debtors and denial.debtors and not each.debtors & denial.debtors:
        return False
    if len(each.content & denial.content) > 1:
        return True
    return 0 <= theirs.start - ours.end <= NEAR_DENIAL and not denial.content - each.content - BARE
