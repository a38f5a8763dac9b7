"""Rows of a brief as HTML: a number in the margin, what can be compared in columns, then the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from standoff.brief.claims import BESIDE
from standoff.brief.drawing import QUOTATION_MARKS
from standoff.brief.html.records import Numbered, Piece, Pointer, Quoted, Remark, Row, Stretch, Text, Title
from standoff.brief.report.html import Html, element, joined, label

TURNS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters and digits of scripts written from right to left: words with one are kept apart from those around them."""


def row(told: Row) -> Html:
    """One line of a part."""
    match told:
        case Title(text):
            return element("h3", isolated(text))
        case Remark(texts, depth, mark):
            words = joined((*_lead(mark), *map(_text, texts)))
            return element("p", words, class_=f"note{_depth(depth)}")
        case Numbered():
            return _sentence(told)


def reference(source: int, passage: int | None) -> Html:
    """``[3]`` or ``[3.7]``, leading to the report or to its passage."""
    if passage is None:
        return element("a", label(f"[{source}]"), class_="r", href=f"#d{source}")
    return element("a", label(f"[{source}.{passage}]"), class_="r", href=f"#p{source}-{passage}")


def isolated(text: str) -> Html:
    """Words that keep their own direction to themselves."""
    return element("bdi", label(text))


def _sentence(told: Numbered) -> Html:
    columns = list(takewhile(lambda piece: isinstance(piece, Text) and piece.width, told.pieces))
    rest = told.pieces[len(columns) :]
    number = element("a", label(str(told.number)), class_="n", href=f"#s{told.number}")
    cells = [element("span", _piece(each), class_=f"c w{each.width}") for each in columns if isinstance(each, Text)]
    beside = _beside(rest)
    lead = _lead(told.mark)
    bodies = [element("span", *lead, *map(_piece, pieces), class_="b") for pieces in beside]
    aligned = " two" if len(beside) > 1 else ""
    return element(
        "p", joined((number, *cells, *bodies), " "), class_=f"s{_depth(told.depth)}{aligned}", id=f"s{told.number}"
    )


def _beside(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces, parted where two sides stand beside each other."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Text) and piece.text == BESIDE.text:
            cells.append([])
        else:
            cells[-1].append(piece)
    return cells


def _lead(mark: str) -> Iterable[Html]:
    return (element("span", label(mark), class_="m"), label(" ")) if mark else ()


def _depth(depth: int) -> str:
    return f" d{min(depth, 3)}" if depth else ""


def _piece(piece: Piece) -> Html:
    match piece:
        case Text():
            return _text(piece)
        case Pointer(source, passage):
            return reference(source, passage)
        case Quoted(source, passage, mode, stretches):
            before, after = QUOTATION_MARKS[mode]
            words = element("bdi", *map(_stretch, stretches))
            return joined((label(before), words, label(f"{after} "), reference(source, passage)))


def _text(text: Text) -> Html:
    words = isolated(text.text) if text.tone == "strong" or TURNS.search(text.text) else label(text.text)
    match text.tone:
        case "strong":
            return element("strong", words)
        case "quiet":
            return element("span", words, class_="q")
        case "act":
            return element("em", words)
        case "plain":
            return words


def _stretch(stretch: Stretch) -> Html:
    match stretch.change:
        case "inserted":
            return element("ins", label(stretch.text))
        case "deleted":
            return element("del", label(stretch.text))
        case "same":
            return label(stretch.text)
