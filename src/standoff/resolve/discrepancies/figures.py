"""Numbers of one thing that cannot all be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from standoff.core.claims import Claim, Discrepancy, Measure, Side
from standoff.core.dossier import Dossier
from standoff.core.records import Figure
from standoff.core.vocabulary import Cause, Severity
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined, name_of
from standoff.resolve.discrepancies.surroundings import one_happening
from standoff.resolve.discrepancies.values import ROUND, Allowed, allowed, differ, distance, is_ceiling, number_words
from standoff.resolve.measures.find import CERTAIN
from standoff.resolve.reports import Reports

WINDOW = 14
"""Days between claims that are compared: what lasts changes within weeks. By judgement: two counts of troops told a
fortnight apart are still set against each other in reports, months apart they are a rise."""
WINDOW_LIKELY = 5
"""The same of the dead, the held and all else that an event may change from one day to the next."""
SAME_TIME = 3
"""Days between claims that speak of one moment."""
FAR = 3.0
"""Numbers of what is over once it happened that differ by more than this factor count other things."""
GRAVE = 0.25
"""Numbers of two named claimants a quarter apart are a conflict and no matter of counting."""
MOST_CLAIMS = 24
"""Claims of one window that are compared two by two."""
BESIDE = 600
"""Characters between two numbers of one document that it sets side by side: two paragraphs."""
UNKNOWN_DAY = -1


CEILING = 0.001
"""Numbers this near are one number, which one report gives as the most there may be."""


class Told(NamedTuple):
    """One claim with what is needed to compare it."""

    claim: Claim
    figure: Figure
    allowed: Allowed
    claimant: str | None
    """The claimant's name, folded: two texts' "activists" are not told apart."""
    day: int
    docs: frozenset[str]


Pairing = tuple[Told, Told]


def figures_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Accounts give numbers of one thing for one time that cannot all be right."""
    for measure in found.measures:
        if len(measure.claims) > 1:
            told = [each for claim in measure.claims if (each := _told(reports, claim)) is not None]
            for group in _conflicts(reports, measure, told):
                made = _discrepancy(reports, measure, group, told)
                if made is not None:
                    yield made


def _told(reports: Reports, claim: Claim) -> Told | None:
    figures = sorted((reports.figures[each] for each in claim.figures), key=lambda each: each.at)
    values = allowed(figures[0])
    if values is None:
        return None
    actor = None if claim.claimant is None else reports.actors[claim.claimant]
    return Told(
        claim,
        figures[0],
        values,
        None if actor is None else actor.name.casefold(),
        min(_day(reports, each) for each in figures),
        frozenset(each.at.doc for each in figures),
    )


def _day(reports: Reports, figure: Figure) -> int:
    published = reports.documents[figure.at.doc].published
    when = figure.as_of if figure.as_of is not None and figure.as_of.since is not None else published
    return UNKNOWN_DAY if when is None or when.since is None else when.since.toordinal()


def _conflicts(reports: Reports, measure: Measure, told: Sequence[Told]) -> list[list[Pairing]]:
    """The pairs of claims that contradict each other, those that hang together in one group."""
    ordered = sorted(told, key=lambda each: (each.day, each.claim.figures))
    certain = measure.why.finder == CERTAIN
    pairs = [
        (place, later)
        for place, one in enumerate(ordered)
        for later in range(place + 1, min(place + 1 + MOST_CLAIMS, len(ordered)))
        if _one_time(one, ordered[later], WINDOW if certain else WINDOW_LIKELY)
        and _contradict(reports, one, ordered[later], certain=certain)
    ]
    groups: dict[int, list[Pairing]] = defaultdict(list)
    for (one, other), group in zip(pairs, _grouped(pairs), strict=True):
        groups[group].append((ordered[one], ordered[other]))
    return list(groups.values())


def _grouped(pairs: Sequence[tuple[int, int]]) -> list[int]:
    """The least claim that each pair hangs together with."""
    root: dict[int, int] = {}

    def find(place: int) -> int:
        while root.setdefault(place, place) != place:
            place = root[place]
        return place

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    return [find(one) for one, _ in pairs]


def _one_time(one: Told, other: Told, window: int) -> bool:
    """Whether two claims may speak of one time; of an unknown day any may."""
    return UNKNOWN_DAY in (one.day, other.day) or abs(one.day - other.day) <= window


def _contradict(reports: Reports, one: Told, other: Told, *, certain: bool) -> bool:
    """Whether two claims cannot both be right, of one time and by two who tell it."""
    if not (differ(one.allowed, other.allowed) or is_ceiling(one.figure, other.figure)) or max(
        one.allowed.told, other.allowed.told
    ) > FAR * min(one.allowed.told, other.allowed.told):
        return False
    if one.docs & other.docs and one.claimant == other.claimant:
        return False
    if (
        one.claimant == other.claimant
        and UNKNOWN_DAY not in (one.day, other.day)
        and abs(one.day - other.day) > SAME_TIME
    ):
        return False
    if "vague" in (one.figure.hedge, other.figure.hedge):
        return False
    return certain or _beside(one, other) or one_happening(reports, one.figure, other.figure)


def _beside(one: Told, other: Told) -> bool:
    """Whether two claimants' numbers stand one after the other: reports set them against each other so."""
    left, right = one.figure.at, other.figure.at
    return left.doc == right.doc and one.claimant != other.claimant and abs(left.start - right.start) <= BESIDE


def _discrepancy(
    reports: Reports, measure: Measure, pairs: Sequence[Pairing], all_told: Sequence[Told]
) -> Discrepancy | None:
    opposed = {each.claim.figures: each for pair in pairs for each in pair}
    told = sorted((each for each in all_told if _stands_with(each, opposed.values())), key=_value)
    docs = {doc for each in told for doc in each.docs}
    if len(docs) < 2 and len({each.claimant for each in told}) < 2:
        return None
    widest = max(distance(one.allowed, other.allowed) for one, other in pairs)
    cause, severity = _judged(told, widest)
    names = [None if each.claim.claimant is None else reports.actors[each.claim.claimant] for each in told]
    values = joined(f"{name_of(actor)}: {number_words(each.figure)}" for actor, each in zip(names, told, strict=True))
    what = measure.why.detail.removeprefix("all count: ")
    return drawn(
        "figures",
        f"Numbers differ for the same thing ({what}): {values}.",
        (
            Side(at=figure.at, reading=figure.id, speaker=each.claim.claimant)
            for each in told
            for figure in (reports.figures[key] for key in each.claim.figures)
        ),
        (cause, severity),
        about=measure.id,
        detail=f"{len(told)} claims, up to {widest:.0%} apart",
    )


def _stands_with(one: Told, opposed: Iterable[Told]) -> bool:
    """Whether a claim is one of the opposed, or gives the number of one of them for that time."""
    return any(one.allowed == each.allowed and _one_time(one, each, WINDOW_LIKELY) for each in opposed)


def _value(told: Told) -> tuple[float, int, str, tuple[str, ...]]:
    return told.allowed.told, told.day, told.claimant or "", told.claim.figures


def _judged(told: Sequence[Told], widest: float) -> tuple[Cause, Severity]:
    """The likely cause and how much it matters."""
    claimants = {each.claimant for each in told}
    days = [each.day for each in told if each.day != UNKNOWN_DAY]
    if widest <= CEILING:
        return "definition", "slight"
    if widest <= ROUND:
        return "rounding", "slight"
    if len(claimants - {None}) > 1:
        return "dispute", "grave" if widest >= GRAVE else "notable"
    if days and max(days) - min(days) > SAME_TIME:
        return "other day", "slight"
    return "unknown", "notable"
