"""The words of every mention, read once, and the longer forms in which a text introduces a person or a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from standoff.core.records import Document, Mention, Study
from standoff.core.span import Span

BESIDE = frozenset((",", "–", "—", "-", "("))
"""What may stand between a name and the description beside it."""
BELONGING = re.compile(r"(?:'s|’s|s'|s’)\s+")
"""Between a state and what is its: "Varnia's Ilka Orlen"."""
CONTEXT = 24
"""Characters before and behind a title in which a word tells its time: "the former", "-elect"."""


@dataclass
class Words:
    """The surface of every mention by its id."""

    at: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    role: dict[str, str] = field(default_factory=dict)
    longer: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The name with the office before it, the description beside it, the state it is of."""
    definite: set[str] = field(default_factory=set)
    """The names of one word behind "the": "the North"."""
    pronouns: dict[str, list[str]] = field(default_factory=dict)
    """By mention, "he" and "she" that stand for it."""
    around: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The few words before and behind a title, or a description that stands for somebody."""


def read_words(documents: Sequence[Document], studies: Sequence[Study]) -> Words:
    """The words of all mentions of these studies."""
    by_id = {document.id: document for document in documents}
    words = Words()
    for study in studies:
        document = by_id[study.doc]
        for mention in study.mentions:
            _read(document, mention, words)
        for key, longer in _introductions(document, study.mentions):
            words.longer[key] = (*words.longer.get(key, ()), one_line(document.quote(longer)))
    return words


def one_line(text: str) -> str:
    """The words with single spaces: a name broken over two lines is the name."""
    return text if text.isalpha() else " ".join(text.split())


def _read(document: Document, mention: Mention, words: Words) -> None:
    key = mention.id
    whole = words.at[key] = one_line(document.quote(mention.at))
    name = words.name[key] = whole if mention.name is None else one_line(document.quote(mention.name))
    if mention.form == "name" and " " not in name and _is_definite(document, mention):
        words.definite.add(key)
    if mention.form == "pronoun" and mention.refers is not None:
        words.pronouns.setdefault(mention.refers, []).append(whole.lower())
    told = mention.role
    if told is not None:
        words.role[key] = one_line(document.quote(told))
    elif mention.form == "description" and mention.refers is not None:
        told = mention.name or mention.at
    if told is not None:
        before = document.text[max(0, told.start - CONTEXT) : told.start]
        words.around[key] = (before, document.text[told.end : told.end + CONTEXT])


def _is_definite(document: Document, mention: Mention) -> bool:
    start = (mention.name or mention.at).start
    return document.text[max(0, start - 4) : start].lower() == "the "


def _introductions(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[str, Span]]:
    """The mentions with the longer stretches that introduce them."""
    names = [mention for mention in mentions if mention.form != "pronoun"]
    for mention in names:
        yield from _titled(document, mention)
    by_id: Mapping[str, Mention] = {mention.id: mention for mention in names}
    for left, right in pairwise(names):
        yield from _together(document, left, right, by_id)


def _titled(document: Document, mention: Mention) -> Iterator[tuple[str, Span]]:
    """A name with its office; a description without what follows its noun: "a senior official" of "... in Varnia"."""
    if mention.name is None:
        return
    if mention.role is not None and mention.role.end <= mention.name.start:
        yield mention.id, document.span(mention.role.start, mention.name.end)
    if mention.form == "description" and mention.at.start < mention.name.start and mention.name.end < mention.at.end:
        yield mention.id, document.span(mention.at.start, mention.name.end)


def _together(
    document: Document, left: Mention, right: Mention, by_id: Mapping[str, Mention]
) -> Iterator[tuple[str, Span]]:
    """Two mentions side by side of which one says who the other is."""
    if left.at.end > right.at.start:
        return
    between = document.text[left.at.end : right.at.start]
    both = document.span(left.at.start, right.at.end)
    if between.strip() in BESIDE and by_id.get(left.refers or "") is right:
        yield left.id, both
    elif between.strip() in BESIDE and by_id.get(right.refers or "") is left:
        yield right.id, both
    elif left.type == "person" and left.form == "name" and right.type in ("state", "place") and between == " of ":
        yield left.id, both
    elif right.type == "person" and right.form == "name" and left.type == "state" and BELONGING.fullmatch(between):
        yield right.id, both
