"""Parts of a long report: a page holds so much of the text, and what is read there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

import msgspec

from standoff.brief.report.look import Look, pieces_of
from standoff.core.faults import Reading
from standoff.core.parse import Piece

PART = 12_000
"""Code points, some 2,000 words, which few reports of the news have more of. A page takes some 25 bytes a code point,
so that one with as many stays under 400 KB, and what it costs to draw is bounded."""

AnyReading = TypeVar("AnyReading", bound=Reading)


def parts(text: str, size: int = PART) -> tuple[Piece, ...]:
    """The text cut into parts of about ``size``: after a paragraph where one ends. At least one."""
    found: list[Piece] = []
    at = 0
    while len(text) - at > size * 5 // 4:
        end = _cut(text, at + size // 2, at + size)
        found.append((at, end))
        at = end
    return (*found, (at, len(text)))


def part_at(found: tuple[Piece, ...], place: int) -> int:
    """The number, from 0, of the part that holds this place; the last one for a place behind the text."""
    return next((number for number, (_, end) in enumerate(found) if place < end), len(found) - 1)


def part_of(look: Look, part: Piece) -> Look:
    """What is read in one part of the report; what its entries refer to elsewhere stays known."""
    study = look.study
    within = msgspec.structs.replace(
        study,
        mentions=_within(study.mentions, part),
        times=_within(study.times, part),
        attributions=_within(study.attributions, part),
        events=_within(study.events, part),
        figures=_within(study.figures, part),
        commitments=_within(study.commitments, part),
    )
    around = msgspec.structs.replace(
        look.around,
        passages=tuple(each for each in look.around.passages if each.start < part[1] and part[0] < each.end),
        sides=tuple(each for each in look.around.sides if each.start < part[1] and part[0] < each.end),
    )
    return replace(look, study=within, around=around, part=part)


def _within(readings: Iterable[AnyReading], part: Piece) -> tuple[AnyReading, ...]:
    start, end = part
    return tuple(each for each in readings if any(a < end and start < b for a, b in pieces_of(each)))


def _cut(text: str, least: int, most: int) -> int:
    """Behind the last empty line between two places or, failing that, the last line, sentence, word."""
    for sign in ("\n\n", "\n", ". ", " "):
        found = text.rfind(sign, least, most)
        if found >= 0:
            return found + len(sign)
    return most
