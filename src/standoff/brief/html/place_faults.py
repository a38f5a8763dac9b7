"""The record in itself and against the reports: numbers, places, and the words read again at each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.brief.html.faults import Fault, cut
from standoff.brief.html.records import (
    Brief,
    Passage,
    Quoted,
    Source,
    Stretch,
    places_cited,
    sentences,
)
from standoff.brief.html.words import own, passage, shown
from standoff.brief.phrases import counted
from standoff.core.digest import text_hash
from standoff.core.records import Document

SHOWN = 12
"""Sentences named of one report that is gone."""


def record_faults(brief: Brief) -> Iterator[Fault]:
    """Numbers that are not in order, sentences that nothing stands behind, places that are not in the annex."""
    known = {(each.source, each.number) for each in brief.passages}
    whole = {(each.number, None) for each in brief.sources}
    if len(known) < len(brief.passages) or len(whole) < len(brief.sources):
        yield Fault("page", "its record has two passages or two reports under one number")
    for number, sentence in enumerate(sentences(brief), 1):
        where = f"sentence {sentence.number}"
        if sentence.number != number:
            yield Fault(where, f"it stands where sentence {number} should")
        cited = places_cited(sentence)
        if not cited:
            yield Fault(where, "no place in a report stands behind it")
        for source, part in cited:
            if (source, part) not in known and (source, part) not in whole:
                name = source if part is None else f"{source}.{part}"
                yield Fault(where, f"it leads to [{name}], which the brief does not have")


def place_faults(brief: Brief, documents: Mapping[str, Document]) -> Iterator[Fault]:
    """Reports that are gone or changed, passages that read otherwise, quotations that are not the passage's words."""
    texts: dict[int, str] = {}
    resting = _resting(brief)
    paths = {own(each.path) for each in documents.values()}
    for source in brief.sources:
        document = documents.get(source.id)
        if document is not None and text_hash(document.text) == source.text_sha256:
            texts[source.number] = document.text
        else:
            yield Fault(f"report [{source.number}]", _gone(source, resting[source.number], paths))
    passages = {(each.source, each.number): each for each in brief.passages}
    for each in brief.passages:
        if each.source in texts:
            yield from _passage_faults(each, texts[each.source])
    for sentence in sentences(brief):
        for piece in sentence.pieces:
            if isinstance(piece, Quoted):
                faults = _quotation_faults(piece, passages.get((piece.source, piece.passage)), texts)
                yield from (Fault(f"sentence {sentence.number}", fault) for fault in faults)


def _resting(brief: Brief) -> Mapping[int, list[int]]:
    """By report, the numbers of the sentences that lead to it."""
    resting = defaultdict[int, list[int]](list)
    for sentence in sentences(brief):
        for source in dict.fromkeys(source for source, _ in places_cited(sentence)):
            resting[source].append(sentence.number)
    return resting


def _gone(source: Source, resting: Sequence[int], paths: set[str]) -> str:
    named = ", ".join(map(str, resting[:SHOWN])) + (" …" if len(resting) > SHOWN else "")
    state = "has another text or origin in the store" if source.path in paths else "is not in the store"
    return f"{source.path} {state}; {counted(len(resting), 'sentence rests', 'sentences rest')} on it: {named}"


def _passage_faults(kept: Passage, text: str) -> Iterator[Fault]:
    where = f"passage [{kept.source}.{kept.number}]"
    if not 0 <= kept.start < kept.end <= len(text):
        yield Fault(where, f"its report has no characters {kept.start} to {kept.end}")
        return
    read = passage(text, (kept.start, kept.end), kept.source, kept.number)
    if read == kept:
        return
    if read.exact != kept.exact:
        yield Fault(where, f"the brief has {cut(kept.exact)}, the report {cut(read.exact)}")
    else:
        yield Fault(where, "the words around it, or its end, are others in the report")


def _quotation_faults(quoted: Quoted, kept: Passage | None, texts: Mapping[int, str]) -> Iterator[str]:
    """Stretches that are not the words at their places, or do not cover the passage from end to end."""
    if kept is None:
        return  # told of the sentence already
    at = kept.start
    for stretch in quoted.stretches:
        yield from _stretch_faults(stretch, texts)
        place = stretch.place
        if place is not None and stretch.change != "deleted":
            if (place.source, place.start) != (kept.source, at):
                break
            at = place.end
    if at != kept.end:
        yield f"what it quotes is not the whole of [{kept.source}.{kept.number}]"


def _stretch_faults(stretch: Stretch, texts: Mapping[int, str]) -> Iterator[str]:
    place = stretch.place
    if place is None:
        if stretch.text != " ":
            yield f"the words {cut(stretch.text)} are marked as a report’s, and have no place in any"
    elif place.source in texts:
        words = texts[place.source][max(place.start, 0) : max(place.end, 0)]
        if not words or shown(words, stretch.change) != stretch.text:
            read = cut(shown(words, stretch.change)) if words else "nothing"
            yield f"it quotes {cut(stretch.text)}, and the report reads {read}"
