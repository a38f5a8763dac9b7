"""One happening or obligation as a row: when, what kind, how sure, who; then the words, and who told it."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.index import Index
from standoff.brief.page import Line, Part, Ref, Sentence, Words, quote
from standoff.brief.phrases import accounts_name, counted, listed, when_name
from standoff.brief.readings import MIDDLE, NARROW, WIDE, column, condition, dated
from standoff.core.course import Happening, Move, Obligation
from standoff.core.records import Commitment

MOST_NAMED = 4
"""Participants named in a row."""


def happening_line(found: Index, happening: Happening) -> Sentence:
    """Its date with the basis, type, factuality with how it developed, participants, words, and who tells it."""
    parts: list[Part] = [column(dated(happening.when, happening.when_basis), WIDE), column(happening.type, NARROW)]
    parts += [column(happening.factuality, MIDDLE)]
    if happening.participants:
        parts += [Words(named(found, happening.participants), "strong"), Words(": ")]
    parts.append(quote(happening.label, "indirect"))
    documents = counted(happening.documents, "document")
    told = accounts_name(happening.independent)
    spread = told if happening.documents == happening.independent.lower else f"{told} ({documents})"
    parts.append(Words(f"; {spread}", "quiet"))
    return Sentence((*parts, *course_parts(found, happening)))


def course_parts(found: Index, happening: Happening) -> list[Part]:
    """What it was said to be from one report on, where that changed."""
    if len(happening.course) < 2:
        return []
    parts: list[Part] = []
    for stage in happening.course:
        at = found.events[stage.event].at
        parts += [Words(", " if parts else "; "), Words(f"{stage.factuality} "), Ref(at.doc, at)]
    return parts


def obligation_lines(found: Index, obligation: Obligation, most: int | None = None) -> tuple[Line, ...]:
    """Who owes what to whom under which condition, its status, and how it came to it."""
    moves = obligation.moves if most is None else obligation.moves[:most]
    return (obligation_line(found, obligation), *(move_line(found, move) for move in moves))


def obligation_line(found: Index, obligation: Obligation, depth: int = 0) -> Sentence:
    """Force and status in columns, then who is bound to whom, if what, to what, and who tells it."""
    parts: list[Part] = [column(obligation.force.replace("_", " "), NARROW), column(obligation.status, MIDDLE)]
    parts += _bound(found, obligation)
    parts += _terms(obligation, found)
    if obligation.deadline is not None:
        parts.append(Words(f"; due {when_name(obligation.deadline)}"))
    parts.append(Words(f"; {accounts_name(obligation.independent)}", "quiet"))
    return Sentence(tuple(parts), depth)


def move_line(found: Index, move: Move) -> Sentence:
    """A status, the rule that gave it, and the words it rests on."""
    day = f" ({when_name(move.when)})" if move.when is not None else ""
    return Sentence((Words(f"{move.status}{day}: "), Words(f"{move.rule} ", "quiet"), quote(move.at, "indirect")), 1)


def own_words_first(found: Index, obligation: Obligation) -> tuple[Commitment, ...]:
    """Its wordings: those in the debtor's own voice, then those told by others, the reporter's last."""

    def rank(commitment: Commitment) -> tuple[int, tuple[int, int, int]]:
        speakers = [found.speaker(found.attributions[said]) for said in commitment.relay if said in found.attributions]
        own = any(speaker is not None and speaker.id == obligation.debtor for speaker in speakers)
        return (0 if own else 1 if speakers else 2), found.place(commitment.at)

    return tuple(sorted((found.commitments[each] for each in obligation.commitments), key=rank))


def wording_line(found: Index, commitment: Commitment, depth: int = 1) -> Sentence:
    """One wording with who says it and where it was published."""
    said = found.attributions.get(commitment.relay[-1]) if commitment.relay else None
    speaker = found.speaker(said) if said is not None else None
    voice = speaker.name if speaker is not None else "the report" if said is None else "a source not given"
    document = found.documents[commitment.at.doc]
    origin = f" {document.outlet or document.path}, {when_name(document.published)}"
    parts = (Words(f"{voice}: "), quote(commitment.at, said.mode if said is not None else "indirect"))
    return Sentence((*parts, Words(origin, "quiet")), depth)


def in_time(happenings: Iterable[Happening], found: Index) -> list[Happening]:
    """Dated ones by their first day, then by their last; the others by place."""

    def key(each: Happening) -> tuple[bool, str, str, tuple[int, int, int]]:
        when = each.when
        since = "" if when is None or when.since is None else when.since.isoformat()
        until = "9999" if when is None or when.until is None else when.until.isoformat()
        return when is None, since, until, found.place(each.label)

    return sorted(happenings, key=key)


def weightiest(found: Index, obligations: Iterable[Obligation]) -> list[Obligation]:
    """Those that most independent accounts tell first, then those in most wordings, then by place."""

    def rank(each: Obligation) -> tuple[int, int, int, tuple[int, int, int]]:
        bounds = each.independent
        return -bounds.lower, -bounds.upper, -len(each.commitments), found.place(each.label)

    return sorted(obligations, key=rank)


def named(found: Index, actors: Iterable[str]) -> str:
    """Their names, the first few and how many more."""
    names = list(dict.fromkeys(found.actors[each].name for each in actors))
    more = len(names) - MOST_NAMED
    return listed(names) if more <= 0 else f"{', '.join(names[:MOST_NAMED])} and {more:,} more"


def _bound(found: Index, obligation: Obligation) -> list[Part]:
    """Debtor and creditor; a demand is made of its debtor."""
    debtor, creditor = (found.called(side) for side in (obligation.debtor, obligation.creditor))
    if debtor is None and creditor is None:
        return []
    if obligation.force == "demand":
        by: list[Part] = [Words(" by "), Words(creditor, "strong")] if creditor is not None else []
        return [Words("of "), Words(debtor or "–", "strong"), *by, Words(": ")]
    to: list[Part] = [Words(" → "), Words(creditor, "strong")] if creditor is not None else []
    return [Words(debtor or "–", "strong"), *to, Words(": ")]


def _terms(obligation: Obligation, found: Index) -> list[Part]:
    """The condition and what follows; the whole wording where it has no part for itself."""
    if obligation.antecedent is None and obligation.consequent is None:
        return [quote(obligation.label, "indirect")]
    told = condition(found, obligation.antecedent)
    joint = [Words(", ")] if told else []
    rest: list[Part] = [quote(obligation.consequent, "indirect")] if obligation.consequent is not None else []
    return [*told, *joint, *(rest or [Words("what follows is left open")])]
