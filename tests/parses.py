"""Parses for tests, made by hand from a readable table, so that extractors are tested without a model.

A table has a word a line: its form, its part of speech, the word it depends on, the label. The head is a form of the
same sentence, or its number from 1 where two words share a form; ``-`` marks the root. A blank line ends a sentence::

    report, parsed = read("Orlen spoke.", '''
        Orlen PROPN spoke nsubj
        spoke VERB  -     root
        .     PUNCT spoke punct
    ''')

Simple sentences need no table: ``clauses("The Varnian president | met | Ilka Orlen", "She | spoke")``.
Names and cued attributions are given by their words: ``named(report, "Orlen", "person")``,
``cued(report, "we shall wait", cue="said", source="Orlen")``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from hypothesis import strategies as st

from standoff.core.parse import Cued, Name, Parse, Piece, Word
from standoff.core.records import Document
from tests.builders import at, document

ROOT = "-"
UPOS = "ADJ ADP ADV AUX CCONJ DET NOUN NUM PART PRON PROPN PUNCT SCONJ VERB X".split()
DEPRELS = "nsubj obj obl obl:agent nmod nmod:poss compound amod det case flat conj cc appos acl punct".split()
ARTICLES = frozenset("the a an this that these those another".split())
PRONOUNS = frozenset("he she it they we i his her their its".split())
WORD = re.compile(r"\w+|\S")
Row = tuple[str, str, str, str]

# By hand -------------------------------------------------------------------------------------------------------


def read(text: str, table: str, names: Sequence[tuple[str, str]] = ()) -> tuple[Document, Parse]:
    """A document of this text, and its parse. ``names`` are pairs of words and a label of the entity head."""
    report = document("report.txt", text)
    return report, parse(report, table, names=[named(report, words, label) for words, label in names])


def parse(report: Document, table: str, *, names: Iterable[Name] = (), cued: Iterable[Cued] = ()) -> Parse:
    """The parse of a report. Raises ``ValueError`` where the table's words are not all of the text's words."""
    places = _places(report.text, [row[0] for rows in _sentences(table) for row in rows])
    words: list[Word] = []
    for sentence, rows in enumerate(_sentences(table)):
        first = len(words)
        for form, upos, head, deprel in rows:
            start, end = places[len(words)]
            words.append(Word(start, end, sentence, upos, first + _head(rows, form, head, len(words) - first), deprel))
    return Parse(report.id, tuple(words), tuple(sorted(names, key=lambda n: n.start)), tuple(cued))


def clauses(*sentences: str, names: Sequence[tuple[str, str]] = ()) -> tuple[Document, Parse]:
    """The parse of sentences of the form "subject | verb | object", the object left out where there is none.

    The head of a phrase is its last word, or the first word of the name it ends in; parts of speech are told by
    case, ending and a few closed lists.
    """
    called = [words.split() for words, _ in names]
    tables = [_clause([part.split() for part in sentence.split("|")], called) for sentence in sentences]
    text = " ".join(sentence.replace(" |", "").rstrip() + "." for sentence in sentences)
    return read(text, "\n\n".join(tables), names)


def plain(report: Document, *, names: Iterable[Name] = (), cued: Iterable[Cued] = ()) -> Parse:
    """A parse that tells words from marks and nothing else: one sentence, each word a noun and a root of its own."""
    spans = [found.span() for found in WORD.finditer(report.text)]
    upos = ["NOUN" if report.text[start].isalnum() else "PUNCT" for start, _ in spans]
    words = tuple(Word(*span, 0, tag, index, "root") for index, (span, tag) in enumerate(zip(spans, upos, strict=True)))
    return Parse(report.id, words, tuple(names), tuple(cued))


def with_fields(report: Document, **fields: object) -> Document:
    """The same report with other fields."""
    return msgspec.structs.replace(report, **fields)


def hearing(parsed: Parse, *heard: Cued) -> Parse:
    """The same parse with these attributions cued."""
    return msgspec.structs.replace(parsed, cued=heard)


def named(report: Document, words: str, label: str, *, nth: int = 0, score: float = 0.9) -> Name:
    """What the entity head finds at these words: a person, organization, location or misc."""
    place = at(report, words, nth)
    return Name(place.start, place.end, label, score)


def cued(
    report: Document,
    content: str | Sequence[str],
    *,
    cue: str | None = None,
    source: str | None = None,
    depth: int = 0,
    score: float = 0.9,
) -> Cued:
    """What the attribution heads find: a content in one or more pieces, each where its words first stand."""
    pieces = [content] if isinstance(content, str) else content
    return Cued(
        _piece(report, cue) if cue is not None else None,
        (_piece(report, source),) if source is not None else (),
        tuple(_piece(report, piece) for piece in pieces),
        score,
        depth,
    )


def _clause(parts: Sequence[list[str]], names: Sequence[list[str]]) -> str:
    """The table of one sentence; heads by number, as its words may repeat."""
    subject, verb, *rest = parts
    root = len(subject) + 1
    rows = [*_phrase(subject, names, (0, root), "nsubj"), f"{verb[0]} VERB - root"]
    rows += [f"{word} ADV {root} advmod" for word in verb[1:]]
    for part in rest:
        rows += _phrase(part, names, (len(rows), root), "obj")
    return "\n".join([*rows, f". PUNCT {root} punct"])


def _phrase(words: list[str], names: Sequence[list[str]], place: tuple[int, int], deprel: str) -> list[str]:
    """``place``: how many words stand before the phrase, and the number of the word it depends on."""
    before, root = place
    name = max((len(name) for name in names if words[-len(name) :] == name), default=1)
    head = before + (len(words) - name + 1 if name > 1 else max(n for n, w in enumerate(words, 1) if w.isalnum()))
    rows = []
    for number, word in enumerate(words, before + 1):
        upos = _upos(word, last=number >= head)
        inside = {"DET": "det", "ADJ": "amod", "PRON": "nmod:poss", "PUNCT": "punct"}.get(upos, "compound")
        label = "flat" if number > head and upos == "PROPN" else inside
        rows.append(f"{word} {upos} {root if number == head else head} {deprel if number == head else label}")
    return rows


def _upos(word: str, *, last: bool) -> str:
    if not word.isalnum():
        return "PUNCT"
    if word.lower() in ARTICLES:
        return "DET"
    if word.lower() in PRONOUNS:
        return "PRON"
    if not last and (word.islower() or word.endswith(("ian", "ese", "ish"))):
        return "ADJ"
    return "PROPN" if word[0].isupper() else "NOUN"


def _piece(report: Document, words: str) -> Piece:
    place = at(report, words)
    return place.start, place.end


def _sentences(table: str) -> list[list[Row]]:
    blocks = re.split(r"\n\s*\n", table.strip())
    return [[_row(line) for line in block.splitlines()] for block in blocks]


def _row(line: str) -> Row:
    form, upos, head, deprel = line.split()
    return form, upos, head, deprel


def _head(rows: Sequence[Row], form: str, head: str, own: int) -> int:
    """The index of a word's head in its sentence."""
    if head == ROOT:
        return own
    if head.isdigit():
        return int(head) - 1
    found = [index for index, row in enumerate(rows) if row[0] == head]
    if len(found) != 1:
        raise ValueError(f"{form}: its head {head!r} stands {len(found)} times in the sentence; give its number")
    return found[0]


def _places(text: str, forms: Sequence[str]) -> list[Piece]:
    """Where the forms stand in the text, one after another with nothing but space between."""
    places: list[Piece] = []
    end = 0
    for form in forms:
        start = text.find(form, end)
        if start < 0 or text[end:start].strip():
            raise ValueError(f"the table has {form!r} where the text has {text[end : end + 20]!r}")
        end = start + len(form)
        places.append((start, end))
    if text[end:].strip():
        raise ValueError(f"the table ends before {text[end : end + 20]!r}")
    return places


# Drawn ---------------------------------------------------------------------------------------------------------


@st.composite
def parses(draw: st.DrawFn, report: Document) -> Parse:
    """Any parse of a report that a reader could make of it: a tree a sentence, names and cued pieces anywhere."""
    spans = [found.span() for found in WORD.finditer(report.text)]
    words: list[Word] = []
    while len(words) < len(spans):
        words.extend(_drawn_sentence(draw, spans, words))
    return Parse(
        report.id,
        tuple(words),
        tuple(sorted(draw(st.lists(_names(spans), max_size=4)), key=lambda n: n.start)) if spans else (),
        tuple(draw(st.lists(cues(spans), max_size=5))) if spans else (),
    )


def _drawn_sentence(draw: st.DrawFn, spans: Sequence[Piece], before: Sequence[Word]) -> list[Word]:
    first = len(before)
    size = draw(st.integers(1, min(12, len(spans) - first)))
    number = before[-1].sentence + 1 if before else 0
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]} | {order[n]: order[draw(st.integers(0, n - 1))] for n in range(1, size)}
    return [
        Word(
            *spans[first + index],
            number,
            draw(st.sampled_from(UPOS)),
            first + heads[index],
            "root" if heads[index] == index else draw(st.sampled_from(DEPRELS)),
        )
        for index in range(size)
    ]


def pieces(spans: Sequence[Piece]) -> st.SearchStrategy[Piece]:
    """From the start of one of the words to the end of the same or a later one."""
    ends = st.lists(st.integers(0, len(spans) - 1), min_size=2, max_size=2).map(sorted)
    return ends.map(lambda found: (spans[found[0]][0], spans[found[1]][1]))


def _names(spans: Sequence[Piece]) -> st.SearchStrategy[Name]:
    labels = st.sampled_from(["person", "organization", "location", "misc"])
    return st.builds(
        lambda place, label, score: Name(place[0], place[1], label, score), pieces(spans), labels, st.floats(0, 1)
    )


def cues(spans: Sequence[Piece]) -> st.SearchStrategy[Cued]:
    """Any attribution of words: cue, source and content may even overlap."""
    return st.builds(
        Cued,
        cue=st.none() | pieces(spans),
        source=st.lists(pieces(spans), max_size=2).map(tuple),
        content=st.lists(pieces(spans), min_size=1, max_size=3).map(tuple),
        score=st.floats(0, 1),
        depth=st.integers(0, 1),
    )
