"""The record against what the reports tell today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from standoff.brief.html.faults import Fault, cut
from standoff.brief.html.records import (
    Brief,
    Numbered,
    Pointer,
    Quoted,
    Remark,
    Text,
    sentences,
)


def told_otherwise(brief: Brief, now: Brief) -> tuple[int, ...]:
    """The numbers of sentences that would not be told so today, whatever their number would be."""
    told = Counter(sense for _, sense in _senses(now))
    missing: list[int] = []
    for number, sense in _senses(brief):
        if told[sense] == 0:
            missing.append(number)
        told[sense] -= 1
    return tuple(missing)


def _senses(brief: Brief) -> Iterator[tuple[int, tuple[object, ...]]]:
    """The number of each sentence with what it says."""
    ids = {source.number: source.id for source in brief.sources}
    places = {(each.source, each.number): (each.start, each.end) for each in brief.passages}
    yield from ((each.number, _sense(each, ids, places)) for each in sentences(brief))


def _sense(
    sentence: Numbered, ids: Mapping[int, str], places: Mapping[tuple[int, int], tuple[int, int]]
) -> tuple[object, ...]:
    """What it says and of which places, without the numbers that reports and passages go by."""
    parts: list[object] = []
    for piece in sentence.pieces:
        match piece:
            case Text():
                parts.append(piece)
            case Pointer(source, number):
                parts.append((ids.get(source), None if number is None else places.get((source, number))))
            case Quoted(source, number, mode, stretches):
                words = tuple((stretch.text, stretch.change) for stretch in stretches)
                parts.append((ids.get(source), places.get((source, number)), mode, words))
    return tuple(parts)


def telling_faults(brief: Brief, now: Brief, otherwise: Sequence[int]) -> Iterator[Fault]:
    """The store is the one that the brief was made of: it must tell every line of it."""
    by_number = {each.number: each for each in sentences(brief)}
    for number in otherwise:
        yield Fault(f"sentence {number}", f"the store does not tell it so: {cut(_words(by_number[number]))}")
    remarks = [Counter(_remarks(each)) for each in (brief, now)]
    yield from (Fault("page", f"the store does not tell this: {cut(text)}") for text in remarks[0] - remarks[1])


def _words(sentence: Numbered) -> str:
    """The sentence without its numbers."""
    parts: list[str] = []
    for piece in sentence.pieces:
        match piece:
            case Text(text, _, width):
                parts.append(f"{text} " if width else text)
            case Quoted(stretches=stretches):
                parts += ["«", *(each.text for each in stretches if each.change != "deleted"), "»"]
            case Pointer():
                continue
    return "".join(parts)


def _remarks(brief: Brief) -> Iterator[str]:
    """Titles, headings, notes and the numbers at the head."""
    yield from (f"{total.name}: {total.value}" for total in brief.totals)
    for part in brief.parts:
        yield part.title
        for row in part.rows:
            match row:
                case Remark(texts):
                    yield "".join(text.text for text in texts)
                case Numbered():
                    continue
                case _:
                    yield row.text
