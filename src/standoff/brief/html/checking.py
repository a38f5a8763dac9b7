"""Whether a brief holds: the page against its record, the record against the reports, and what they tell today."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from standoff.brief.html.numbering import brief as brief_of
from standoff.brief.html.page import draw
from standoff.brief.html.reading import Line, after_end, brief_in, lines_of, pictures_in
from standoff.brief.html.records import (
    Brief,
    Numbered,
    Passage,
    Pointer,
    Quoted,
    Remark,
    Source,
    Stretch,
    Text,
    places_cited,
    sentences,
)
from standoff.brief.html.words import own, passage, shown
from standoff.brief.phrases import counted
from standoff.core.digest import text_hash
from standoff.core.dossier import Dossier
from standoff.core.records import Document

AROUND = 24
"""Code points shown on each side of a difference: enough words to find it by."""
SHOWN = 12
"""Sentences named of one report that is gone."""


class Fault(msgspec.Struct, frozen=True):
    """What does not hold, and where: of a sentence, a passage, a report, a picture or the page."""

    where: str
    what: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of checking a brief; it holds where there is no fault."""

    sentences: int
    quotations: int
    passages: int
    reports: int
    faults: tuple[Fault, ...]
    told_otherwise: tuple[int, ...]
    """Sentences that the store would not tell so today, because it has changed or the rules have."""
    made_by: str
    """The version of the package that made it."""


def check(page: bytes, dossier: Dossier, version: str) -> Checked:
    """Hold a page against a dossier, as this ``version`` of the package. Raises ``BriefError`` for what is no brief.

    Every place must read back the words that the brief quotes, in a text with the hash that it names; everything a
    reader sees must be what the record says, and where the dossier is the one it was made of, what that tells.
    """
    brief = brief_in(page)
    documents = {document.id: document for document in dossier.documents}
    now = brief_of(dossier, brief.file, version)
    is_same = (brief.dossier_sha256, brief.made_by) == (now.dossier_sha256, now.made_by)
    otherwise = _told_otherwise(brief, now)
    return Checked(
        sentences=len(sentences(brief)),
        quotations=sum(isinstance(piece, Quoted) for each in sentences(brief) for piece in each.pieces),
        passages=len(brief.passages),
        reports=len(brief.sources),
        faults=(
            *_page_faults(page, brief, version),
            *_record_faults(brief),
            *_place_faults(brief, documents),
            *(_telling_faults(brief, now, otherwise) if is_same else ()),
        ),
        told_otherwise=() if is_same else otherwise,
        made_by=brief.made_by,
    )


# The page against its record -----------------------------------------------------------------------------------


def _page_faults(page: bytes, brief: Brief, version: str) -> Iterator[Fault]:
    """What a reader sees and the record does not say, or the other way round."""
    found = pictures_in(page)
    svgs = {each.sha256: found.get(each.sha256, "") for each in brief.pictures}
    yield from (
        Fault(f"picture “{each.title}”", "it is not the one that the brief was made with")
        for each in brief.pictures
        if each.sha256 not in found
    )
    meant = draw(brief, svgs)
    if meant == page:
        return
    rest = after_end(page)
    behind = (Fault("page", f"something stands behind its end: {_cut(rest)}"),) if rest else ()
    faults = (*_line_faults(lines_of(meant), lines_of(page)), *behind)
    yield from faults
    if not faults and brief.made_by == version and all(svgs.values()):
        yield Fault("page", "it was changed outside its words: in its links, style, scripts, pictures or spacing")


def _line_faults(meant: Sequence[Line], seen: Sequence[Line]) -> Iterator[Fault]:
    """Numbered lines by their ids, all others by their words."""
    there = defaultdict[str, list[str]](list)
    for line in seen:
        if line.id is not None:
            there[line.id].append(line.text)
    known = {line.id: line.text for line in meant if line.id is not None}
    for key, text in known.items():
        if not there[key]:
            yield Fault(_name(key), f"it is missing from the page: {_cut(text)}")
        elif there[key][0] != text:
            yield Fault(_name(key), _difference(there[key][0], text))
    for key, texts in there.items():
        extra = texts[1:] if key in known else texts
        yield from (Fault(_name(key), f"the record does not have it: {_cut(text)}") for text in extra)
    loose, rest = (Counter(line.text for line in lines if line.id is None and line.text) for lines in (seen, meant))
    yield from (Fault("page", f"these words belong to no numbered sentence: {_cut(text)}") for text in loose - rest)
    yield from (Fault("page", f"these words are missing from it: {_cut(text)}") for text in rest - loose)


def _name(key: str) -> str:
    """``sentence 12`` for the id ``s12``, ``passage [3.7]`` for ``p3-7``."""
    return f"sentence {key[1:]}" if key[0] == "s" else f"passage [{key[1:].replace('-', '.')}]"


def _difference(seen: str, meant: str) -> str:
    start = next((at for at, (a, b) in enumerate(zip(seen, meant, strict=False)) if a != b), min(len(seen), len(meant)))
    most = min(len(seen), len(meant)) - start
    end = next((at for at in range(most) if seen[-1 - at] != meant[-1 - at]), most)
    there, here = (_around(text, start, len(text) - end) for text in (seen, meant))
    return f"the page says {there}, its record {here}"


def _around(text: str, start: int, end: int) -> str:
    """The words at a place with some whole words before and after."""
    first = text.rfind(" ", 0, max(0, start - AROUND)) + 1
    last = text.find(" ", min(end + AROUND, len(text)))
    last = len(text) if last < 0 else last
    return f"“{'… ' if first else ''}{own(text[first:last])}{' …' if last < len(text) else ''}”"


def _cut(text: str) -> str:
    return f"“{own(text)}”"


# The record in itself ------------------------------------------------------------------------------------------


def _record_faults(brief: Brief) -> Iterator[Fault]:
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


# The record against the reports --------------------------------------------------------------------------------


def _place_faults(brief: Brief, documents: Mapping[str, Document]) -> Iterator[Fault]:
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
        yield Fault(where, f"the brief has {_cut(kept.exact)}, the report {_cut(read.exact)}")
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
            yield f"the words {_cut(stretch.text)} are marked as a report’s, and have no place in any"
    elif place.source in texts:
        words = texts[place.source][max(place.start, 0) : max(place.end, 0)]
        if not words or shown(words, stretch.change) != stretch.text:
            read = _cut(shown(words, stretch.change)) if words else "nothing"
            yield f"it quotes {_cut(stretch.text)}, and the report reads {read}"


# What the reports tell today -----------------------------------------------------------------------------------


def _told_otherwise(brief: Brief, now: Brief) -> tuple[int, ...]:
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


def _telling_faults(brief: Brief, now: Brief, otherwise: Sequence[int]) -> Iterator[Fault]:
    """The store is the one that the brief was made of: it must tell every line of it."""
    by_number = {each.number: each for each in sentences(brief)}
    for number in otherwise:
        yield Fault(f"sentence {number}", f"the store does not tell it so: {_cut(_words(by_number[number]))}")
    remarks = [Counter(_remarks(each)) for each in (brief, now)]
    yield from (Fault("page", f"the store does not tell this: {_cut(text)}") for text in remarks[0] - remarks[1])


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
