"""One measure, pair of readouts or discrepancy as lines: what is compared, then each side with its words."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.index import Index
from standoff.brief.lines import in_a_row
from standoff.brief.page import Line, Part, Ref, Sentence, Words, note, quote
from standoff.brief.phrases import accounts_name, amount_name, counted, when_name
from standoff.brief.readings import MIDDLE, NARROW, WIDE, column
from standoff.core.claims import Claim, Discrepancy, Measure, Point, Readouts, Side
from standoff.core.records import Document
from standoff.core.vocabulary import Agreement, Severity

BESIDE = Words(" | ")
"""Between what one side says of a point and what the other says."""
MOST_PLACES = 4
"""Places of one claim shown in a brief."""

SEVERITIES: tuple[Severity, ...] = ("grave", "notable", "slight")
"""What a reader must see first."""
CAUSES = {
    "rounding": "likely a rounded number",
    "definition": "likely not the same thing",
    "other day": "likely spoken of another day",
    "damage": "likely damaged in translation or copying",
    "update": "likely a later state",
    "dispute": "the sides dispute it",
    "unknown": "cause not told",
}


def measure_lines(found: Index, measure: Measure, most: int | None = None) -> tuple[Line, ...]:
    """What is counted, then each value over time with who claims it and in how many accounts."""
    unit = f", in {measure.unit}s" if measure.unit not in (None, "second") else ""
    values = {(claim.low, claim.high) for claim in measure.claims}
    told = f" ({measure.status}{unit}; {counted(len(values), 'value')})"
    head = Sentence((quote(measure.label, "indirect"), Words(told, "quiet")))
    claims = measure.claims[:most]
    lines: list[Line] = [head, *(claim_line(found, claim, measure.unit) for claim in claims)]
    left_out = measure.claims[len(claims) :]
    if left_out:
        rest = in_a_row((_first(found, claim),) for claim in left_out)
        lines.append(Sentence((Words(f"and {counted(len(left_out), 'more claim')}: "), *rest), 1))
    return tuple(lines)


def claim_line(found: Index, claim: Claim, unit: str | None) -> Sentence:
    """A value, who claims it, as of when, in how many accounts, and where."""
    figures = sorted((found.figures[each] for each in claim.figures), key=lambda each: found.place(each.at))
    hedges = {figure.hedge for figure in figures}
    amount = amount_name(claim.low, claim.high, hedges.pop() if len(hedges) == 1 else None, unit)
    who = found.called(claim.claimant) or "the report"
    as_of = f"as of {when_name(claim.as_of)}" if claim.as_of is not None else f"told {_told(found, claim)}"
    parts: list[Part] = [column(amount, WIDE), column(as_of, WIDE), Words(who, "strong"), Words(" ")]
    parts += in_a_row((Ref(figure.at.doc, figure.at),) for figure in figures[:MOST_PLACES])
    more = f" and {len(figures) - MOST_PLACES:,} more" if len(figures) > MOST_PLACES else ""
    return Sentence((*parts, Words(f"{more}; {accounts_name(claim.independent)}", "quiet")), 1)


def readouts_lines(found: Index, readouts: Readouts, most: int | None = None) -> tuple[Line, ...]:
    """The meeting and the two readouts; then what both say, where they oppose each other, and what only one says.

    ``most`` points of each; the number of the others.
    """
    left, right = readouts.documents
    one, other = (found.called(side) or "?" for side in readouts.sides)
    happening = found.happenings.get(readouts.happening)
    parts: list[Part] = [Words(one, "strong"), Words(" "), Ref(left), Words(" and "), Words(other, "strong")]
    parts += [Words(" "), Ref(right)]
    parts += [] if happening is None else [Words(" on "), quote(happening.label, "indirect")]
    parts += [] if happening is None else [Words(f", {when_name(happening.when)}")]
    says: dict[Agreement, str] = {
        "both": "both say",
        "opposed": "they oppose each other",
        "left": f"only {one} says",
        "right": f"only {other} says",
    }
    lines: list[Line] = [Sentence(tuple(parts))]
    for agreement, label in says.items():
        points = [point for point in readouts.points if point.agreement == agreement]
        lines += [_point_line(point, label) for point in points[:most]]
        more = len(points) - len(points[:most])
        lines += [note(f"{label}: {counted(more, 'more point')}", 1, "-")] if more else []
    return tuple(lines)


def discrepancy_lines(found: Index, discrepancy: Discrepancy, most: int | None = None) -> tuple[Line, ...]:
    """The sentence with its check, severity and likely cause, then each side in its words, ``most`` of them in full."""
    first = discrepancy.sides[0].at
    told = f" ({discrepancy.severity}; {CAUSES[discrepancy.cause]}) "
    head = (column(discrepancy.check, MIDDLE), Words(discrepancy.sentence, "strong"), Words(told, "quiet"))
    lines = [Sentence((*head, Ref(first.doc, first))), *(_side_line(found, side) for side in discrepancy.sides[:most])]
    rest = discrepancy.sides[len(lines) - 1 :]
    if rest:
        places = in_a_row((Ref(side.at.doc, side.at),) for side in rest)
        lines.append(Sentence((Words(f"and {counted(len(rest), 'more place')}: "), *places), 1))
    return tuple(lines)


def gravest_first(discrepancies: Iterable[Discrepancy], found: Index) -> list[Discrepancy]:
    """By severity, then by how many documents they touch, then by place."""

    def key(each: Discrepancy) -> tuple[int, int, float, tuple[int, int, int]]:
        documents = {side.at.doc for side in each.sides}
        rank = SEVERITIES.index(each.severity)
        return rank, -len(documents), -each.why.score, found.place(each.sides[0].at)

    return sorted(discrepancies, key=key)


def _side_line(found: Index, side: Side) -> Sentence:
    document = found.documents[side.at.doc]
    speaker = found.called(side.speaker)
    parts: list[Part] = [Words(f"{speaker}: ")] if speaker is not None else []
    origin = f" {_origin(document)}"
    return Sentence((*parts, quote(side.at, "indirect"), Words(origin, "quiet")), 1)


def _origin(document: Document) -> str:
    return f"{document.outlet or document.path}, {when_name(document.published)}"


def _point_line(point: Point, label: str) -> Sentence:
    spans = [span for span in (point.left, point.right) if span is not None]
    parts: list[Part] = [column(f"{label}:", NARROW)]
    for span in spans:
        parts += [BESIDE, quote(span, "indirect")] if span is not spans[0] else [quote(span, "indirect")]
    return Sentence(tuple(parts), 1)


def _told(found: Index, claim: Claim) -> str:
    """The day of the first document that has it."""
    days = [found.documents[found.figures[each].at.doc].published for each in claim.figures]
    return when_name(min((day for day in days if day is not None), key=str, default=None))


def _first(found: Index, claim: Claim) -> Ref:
    at = min((found.figures[each].at for each in claim.figures), key=found.place)
    return Ref(at.doc, at)
