"""From a dossier to the record that its page is drawn from: sentences and passages get their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

import msgspec

from standoff.brief.drawing import spaced_runs
from standoff.brief.html.records import (
    VERSION,
    Brief,
    Numbered,
    Part,
    Passage,
    Picture,
    Piece,
    Place,
    Pointer,
    Quoted,
    Remark,
    Row,
    Shown,
    Source,
    Stretch,
    Text,
    Title,
    Total,
)
from standoff.brief.html.telling import PRINTED, told
from standoff.brief.html.words import own, own_address, passage, shown
from standoff.brief.index import Index, index
from standoff.brief.page import Heading, Limits, Line, Note, Quote, Ref, Section, Sentence, Words
from standoff.brief.page import Part as PagePart
from standoff.brief.phrases import counted, when_name
from standoff.core.digest import text_hash
from standoff.core.dossier import Dossier
from standoff.core.records import Document
from standoff.core.span import Span
from standoff.core.when import When

MOST_CITED = 24
"""Places that one sentence leads to: two lines of them. What a thousand reports carry says how many more."""

Keys = Mapping[Span, int]
"""The number of each passage within its report."""


def brief(
    dossier: Dossier, file: str, made_by: str, pictures: Iterable[Picture] = (), limits: Limits = PRINTED
) -> Brief:
    """The brief of a dossier.

    ``file`` is the store's name in hints, ``made_by`` the version of the package. The pictures stand in their order.
    """
    found = index(dossier)
    parts = [(key, _bounded(section)) for key, section in told(found, limits, file)]
    keys = _keys(line for _, section in parts for line in section.lines)
    numbers = iter(range(1, sum(len(section.lines) for _, section in parts) + 1))
    drawn = tuple(
        Part(key, section.title, tuple(_row(found, keys, line, numbers) for line in section.lines))
        for key, section in parts
    )
    return Brief(
        format="standoff brief",
        version=VERSION,
        made_by=made_by,
        file=file,
        dossier_sha256=sha256(msgspec.json.encode(dossier)).hexdigest(),
        totals=_totals(found),
        parts=drawn,
        sources=_sources(found, drawn),
        passages=_passages(found, keys),
        pictures=tuple(map(_shown, pictures)),
    )


def _bounded(section: Section) -> Section:
    lines = (_bounded_line(line) if isinstance(line, Sentence) else line for line in section.lines)
    return Section(section.title, tuple(lines))


def _bounded_line(line: Sentence) -> Sentence:
    """The sentence, up to as many places as a reader follows."""
    cites = [at for at, part in enumerate(line.parts) if isinstance(part, Ref | Quote)]
    if len(cites) <= MOST_CITED:
        return line
    more = Words(f" and {counted(len(cites) - MOST_CITED, 'more place')}", "quiet")
    return Sentence((*line.parts[: cites[MOST_CITED - 1] + 1], more), line.depth, line.mark)


def _keys(lines: Iterable[Line]) -> Keys:
    """Every place that a sentence leads to, numbered within its report as the text has them."""
    sentences = (line for line in lines if isinstance(line, Sentence))
    cited = {part.at for each in sentences for part in each.parts if isinstance(part, Ref | Quote)}
    of_document = defaultdict[str, list[Span]](list)
    for at in cited - {None}:
        assert at is not None, "taken out above"
        of_document[at.doc].append(at)
    return {at: number for places in of_document.values() for number, at in enumerate(sorted(places), 1)}


def _row(found: Index, keys: Keys, line: Line, numbers: Iterator[int]) -> Row:
    match line:
        case Heading(text):
            return Title(own(text))
        case Note(parts, depth, mark):
            return Remark(tuple(_text(part) for part in parts), depth, _mark(mark))
        case Sentence(parts, depth, mark):
            pieces = tuple(_piece(found, keys, part) for part in parts)
            return Numbered(next(numbers), pieces, depth, _mark(mark))


def _mark(mark: str) -> str:
    """A number of a list; a dash says nothing where every sentence has a number."""
    return mark.removeprefix("-")


def _text(words: Words) -> Text:
    text = own(words.text)
    return Text(text.strip() if words.width else text, words.tone, words.width)


def _piece(found: Index, keys: Keys, part: PagePart) -> Piece:
    match part:
        case Words():
            return _text(part)
        case Ref(doc, at):
            return Pointer(found.numbers[doc], None if at is None else keys[at])
        case Quote(at, mode):
            stretches = (
                Stretch(None, words)
                if run is None
                else Stretch(_place(found, run.at), shown(found.words(run.at), run.change), run.change)
                for words, run in spaced_runs(found, part)
            )
            return Quoted(found.numbers[at.doc], keys[at], mode, tuple(stretches))


def _place(found: Index, at: Span) -> Place:
    return Place(found.numbers[at.doc], at.start, at.end)


def _totals(found: Index) -> tuple[Total, ...]:
    """How many reports, how many accounts really, from which days, with how many gaps."""
    documents = tuple(found.documents.values())
    dated = [each.published for each in documents if each.published is not None]
    days = [day for when in dated for day in (when.since, when.until) if day is not None]
    undated = len(documents) - len(dated)
    missing = len(found.dossier.gaps)
    return (
        Total("Reports", f"{len(documents):,}"),
        Total("Independent accounts", f"{len(found.dossier.accounts):,}", "reports with one origin count once"),
        Total(
            "Published",
            when_name(When(min(days), max(days))) if len(set(days)) > 1 else "undated",
            f"{undated:,} undated" if undated else "",
        ),
        Total("Gaps", f"{missing:,}" if missing else "none", "what could not be read or decided" if missing else ""),
    )


def _sources(found: Index, parts: Sequence[Part]) -> tuple[Source, ...]:
    """The reports that sentences lead to, by their numbers."""
    pieces = (p for part in parts for row in part.rows if isinstance(row, Numbered) for p in row.pieces)
    cited = {piece.source for piece in pieces if isinstance(piece, Pointer | Quoted)}
    cited |= {
        stretch.place.source
        for part in parts
        for row in part.rows
        if isinstance(row, Numbered)
        for piece in row.pieces
        if isinstance(piece, Quoted)
        for stretch in piece.stretches
        if stretch.place is not None
    }
    accounts = sorted(found.dossier.accounts, key=lambda each: min(found.numbers[doc] for doc in each.documents))
    account_of = {doc: number for number, each in enumerate(accounts, 1) for doc in each.documents}
    return tuple(
        _source(document, found.numbers[document.id], account_of.get(document.id))
        for document in found.documents.values()
        if found.numbers[document.id] in cited
    )


def _source(document: Document, number: int, account: int | None) -> Source:
    return Source(
        number=number,
        id=document.id,
        path=own(document.path),
        text_sha256=text_hash(document.text),
        characters=len(document.text),
        title=None if document.title is None else own(document.title),
        outlet=None if document.outlet is None else own(document.outlet),
        published=when_name(document.published),
        url=None if document.url is None else own_address(document.url),
        account=account,
    )


def _passages(found: Index, keys: Keys) -> tuple[Passage, ...]:
    placed = sorted((found.numbers[at.doc], number, at) for at, number in keys.items())
    return tuple(
        passage(found.documents[at.doc].text, (at.start, at.end), source, number) for source, number, at in placed
    )


def _shown(picture: Picture) -> Shown:
    """A picture without its drawing."""
    return Shown(picture.part, own(picture.title), own(picture.description), text_hash(picture.svg))
