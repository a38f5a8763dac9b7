"""Obligations: commitments in all documents that are one, each with its way through the life cycle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from standoff.core.course import Happening, Move, Obligation
from standoff.core.records import Why
from standoff.core.vocabulary import Force
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.independence import Passages, Telling, count_independent, passages_of
from standoff.resolve.obligations.ledger import Timeline, ledger
from standoff.resolve.obligations.merge import Gathered, gather_wordings
from standoff.resolve.obligations.sides import Sides
from standoff.resolve.obligations.terms import Terms
from standoff.resolve.obligations.turns import denials, last_day, turns_of
from standoff.resolve.obligations.wordings import Reader, Wording
from standoff.resolve.reports import Reports, accounts_at

FORCES: tuple[Force, ...] = ("threat", "red_line", "promise", "demand", "refusal")
"""Of forces that equally many wordings have, the first: a threat that is a promise to others stays a threat."""
ALONE = Why("resolve.obligations", 1.0, "told once")


def find_obligations(reports: Reports, lexicon: Lexicon, happenings: Sequence[Happening]) -> tuple[Obligation, ...]:
    """Every one, sorted by id, whatever the order given; each commitment is in exactly one."""
    if not reports.commitments:
        return ()
    sides, deeds = Sides(reports, lexicon), lexicon.deeds
    reader = Reader(reports, lexicon, sides)
    wordings = [reader.wording(each) for each in sorted(reports.commitments.values(), key=lambda each: each.id)]
    turns = [*turns_of(reports, sides, deeds, happenings), *denials(wordings), *last_day(reports)]
    timeline, passages = Timeline(turns, deeds), passages_of(reports.lineages)
    found = []
    for group in gather_wordings(wordings, deeds, reports.rulings):
        terms = terms_of(group.members)
        label = terms.wordings[0].commitment.at
        moves = ledger(terms, timeline.for_terms(terms), label, deeds)
        found.append(_obligation(reports, passages, group, terms, moves))
    return tuple(sorted(found, key=lambda each: each.id))


def terms_of(members: Iterable[Wording]) -> Terms:
    """What one obligation's wordings say together, the clearest first."""
    ranked = sorted(members, key=_clearest)
    counts = Counter(each.force for each in ranked)
    force = min(counts, key=lambda each: (-counts[each], FORCES.index(each)))
    return Terms(tuple(ranked), force, next((d for each in ranked if (d := each.commitment.deadline)), None))


def _clearest(each: Wording) -> tuple[bool, bool, float, bool, int, str]:
    """Ranks wordings: the maker's own words first, then with the condition, the surest, word for word, the shortest."""
    made = each.commitment
    return not each.is_own, made.antecedent is None, -made.why.score, not each.is_direct, len(made.at), each.id


def _obligation(
    reports: Reports, passages: Passages, group: Gathered, terms: Terms, moves: tuple[Move, ...]
) -> Obligation:
    made = [each.commitment for each in terms.wordings]
    tellings = [Telling(each.at, _source(reports, each.relay)) for each in made]
    leading = [each for each in terms.wordings if each.force == terms.force]
    return Obligation(
        label=made[0].at,
        force=terms.force,
        debtor=_commonest(each.debtor.actor for each in leading),
        creditor=_commonest(each.creditor.actor for each in leading),
        antecedent=next((each.antecedent for each in made if each.antecedent is not None), None),
        consequent=next((each.consequent for each in made if each.consequent is not None), None),
        deadline=terms.deadline,
        commitments=tuple(sorted(each.id for each in made)),
        status=moves[-1].status,
        moves=moves,
        accounts=accounts_at(reports, (each.at for each in made)),
        independent=count_independent(reports, passages, tellings),
        why=_why(group),
    )


def _source(reports: Reports, relay: Sequence[str]) -> str | None:
    """The actor a report has it from: the outermost speaker whom its text names."""
    speakers = (reports.speaker(each) for each in relay)
    return next((each.id for each in speakers if each is not None), None)


def _commonest(actors: Iterable[str | None]) -> str | None:
    counts = Counter(each for each in actors if each is not None)
    return min(counts, key=lambda each: (-counts[each], each)) if counts else None


def _why(group: Gathered) -> Why:
    if group.why is None:
        return ALONE if len(group.members) == 1 else Why("resolve.obligations", 1.0, "told in the same words")
    return Why("resolve.obligations", group.why.score, f"at the least {group.why.why}")
