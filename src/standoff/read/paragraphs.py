"""A text as paragraphs with their places, so that what is said of a paragraph is a span of the text.

Most saved texts have one line a paragraph. Releases are often wrapped by hand at 60 to 80 columns; there a line is not
a paragraph, and a line without a full stop is no sign of a heading. Such blocks are taken whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

# A line is wrapped by hand when it fills a column: releases wrap at 60 to 80 columns, mails at 72 to 78. The lower
# bound leaves room for a long word that went to the next line.
NARROWEST_COLUMN = 45
WIDEST_COLUMN = 100
# A paragraph without a full stop is prose all the same from this many words: the longest headlines and link texts on
# the pages of the article-extraction benchmark have 24.
LONGEST_HEADING = 25
# "Share this story." and "Leave a reply." end like sentences; a sentence of an article seldom has fewer words.
SHORTEST_SENTENCE = 8
# No template is longer than this, so a longer paragraph needs no key.
LONGEST_KEY = 400

LINE = re.compile(r"[^\r\n\x0b\x0c\u0085\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\u0085\u2028\u2029]")
SENTENCE_END = re.compile(r"[.?!…]['\"”’»)\]]{0,3}$")
CURLY = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
BULLET = re.compile(r"^[\s•·▪►▶→»›>|*#–—-]+(?=\w|\(|©)")


class Paragraph(msgspec.Struct, frozen=True):
    """Words that stand together, without the white space around them."""

    start: int
    end: int
    text: str
    words: int
    key: str
    """What it is compared with templates by: lower case, plain apostrophes, no bullet, no final stop or colon."""

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return SENTENCE_END.search(self.text[-8:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as part of an article's running text, by its length and its end alone."""
        return self.words >= LONGEST_HEADING or (self.words >= SHORTEST_SENTENCE and self.ends_sentence)


def plain(text: str) -> str:
    """The text with straight quotation marks and single spaces, for comparing; never for keeping."""
    for curly, straight in CURLY:
        text = text.replace(curly, straight)
    return " ".join(text.split())


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; blank lines are in none."""
    return tuple(paragraph for block in _blocks(text) for paragraph in _split(text, block))


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that have words, with no blank line between."""
    block: list[tuple[int, int]] = []
    for match in LINE.finditer(text):
        start, end = match.span()
        if block and len(BREAK.findall(text, block[-1][1], start)) > 1:
            yield block
            block = []
        if text[start:end].isspace():
            yield block
            block = []
        else:
            block.append((start, end))
    yield block


def _split(text: str, block: list[tuple[int, int]]) -> Iterator[Paragraph]:
    lines = [_paragraph(text, start, end) for start, end in block]
    if _is_wrapped(lines):
        yield _paragraph(text, block[0][0], block[-1][1])
    else:
        yield from lines


def _is_wrapped(lines: list[Paragraph]) -> bool:
    """Whether the lines are one paragraph wrapped by hand: all but the last fill a column, one breaks a sentence."""
    full = lines[:-1]
    fill = all(NARROWEST_COLUMN <= len(line.text) <= WIDEST_COLUMN for line in full)
    return bool(full) and fill and any(not line.ends_sentence for line in full)


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Paragraph(start, start + len(words), words, len(words.split()), _key(words))


def _key(text: str) -> str:
    if len(text) > LONGEST_KEY:
        return ""
    bare = plain(BULLET.sub("", text)).lower().rstrip(" :…»›–—")
    return bare.rstrip(".") if bare.count(" ") > 1 else bare
