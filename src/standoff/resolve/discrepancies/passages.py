"""Numbers that changed on the way from one text to another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Lineage
from standoff.core.records import Figure
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, name_of
from standoff.resolve.discrepancies.values import number_words
from standoff.resolve.reports import Reports

SAME = 0.005
"""Numbers this near are one number."""
MOST_FIGURES = 12
"""Figures of one passage that are set against those of the other."""
MEASURES = frozenset(
    ("kilometre", "metre", "centimetre", "mile", "nautical mile", "yard", "foot", "tonne", "ton", "kilogram", "litre")
)
"""Units that a retelling may not change without changing the number."""


def numbers_changed(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """A number or its unit is another one in a report that was made from the same text."""
    by_doc = {study.doc: study.figures for study in reports.studies if study.figures}
    for lineage in found.lineages:
        if all(doc in by_doc for doc in lineage.documents) and not _is_copied(reports, lineage):
            pairs = [*_numbers(lineage, by_doc), *_units(*(by_doc[doc] for doc in lineage.documents))]
            yield from (made for pair in pairs if (made := _discrepancy(reports, lineage, *pair)) is not None)


def _is_copied(reports: Reports, lineage: Lineage) -> bool:
    """Whether what the two share is the same letter by letter."""
    return all(reports.words(left) == reports.words(right) for left, right in lineage.passages)


def _numbers(lineage: Lineage, by_doc: Mapping[str, Sequence[Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """Of passages with as many figures, those that stand in one place and differ; most must be equal."""
    for left, right in lineage.passages:
        here, there = (_within(by_doc[span.doc], span) for span in (left, right))
        if len(here) == len(there) <= MOST_FIGURES:
            differing = [pair for pair in zip(here, there, strict=True) if _differ(*pair)]
            if len(differing) * 2 < len(here) or len(here) == 1:
                yield from differing


def _units(here: Sequence[Figure], there: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Equal numbers of other units of measure, where neither report has the number in the other's unit."""
    left, right = (_by_measure(figures) for figures in (here, there))
    for key, figure in left.items():
        others = [right[other] for other in right if other[0] == key[0] and other[1] != key[1]]
        if key not in right and len(others) == 1 and (key[0], others[0].unit) not in left:
            yield figure, others[0]


def _by_measure(figures: Sequence[Figure]) -> dict[tuple[float | None, str | None], Figure]:
    return {(each.low, each.unit): each for each in reversed(figures) if each.unit in MEASURES}


def _within(figures: Sequence[Figure], span: Span) -> list[Figure]:
    first = bisect_left(figures, span.start, key=lambda each: each.at.start)
    last = bisect_right(figures, span.end, key=lambda each: each.at.end)
    return list(figures[first:last])


def _differ(one: Figure, other: Figure) -> bool:
    """Whether two figures in one place are not one number of one unit."""
    same = all(_near(left, right) for left, right in ((one.low, other.low), (one.high, other.high)))
    return one.unit == other.unit and not same and None not in (one.low, other.low)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME * max(abs(one), abs(other))


def _discrepancy(reports: Reports, lineage: Lineage, one: Figure, other: Figure) -> Discrepancy | None:
    numbers = f"{number_words(one)} {_unit(one)}".strip(), f"{number_words(other)} {_unit(other)}".strip()
    claimant = reports.actor(one.claimant) or reports.actor(other.claimant)
    return drawn(
        "figures",
        f"In two reports made from one text a number of {name_of(claimant)} differs: {numbers[0]} and {numbers[1]}.",
        (Side(at=each.at, reading=each.id, speaker=_speaker(reports, each)) for each in (one, other)),
        ("damage", "notable"),
        about=None,
        detail=f"the reports are related by {lineage.relation.replace('_', ' ')}",
    )


def _unit(figure: Figure) -> str:
    """The unit, where the number in words does not tell it."""
    return figure.unit if figure.unit in MEASURES and figure.unit not in number_words(figure) else ""


def _speaker(reports: Reports, figure: Figure) -> str | None:
    actor = reports.actor(figure.claimant)
    return None if actor is None else actor.id
