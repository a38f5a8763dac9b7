"""What drawn records are made of: texts that hold whatever articles hold, intervals, places that read back words."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from standoff.core.records import Why
from standoff.core.when import When

HARD = (
    *("\u202eedoc\u2066", "\u200f", "\ufeff", "\u2028", "\x85"),  # marks of direction and of lines
    *("\U0001f9d1\u200d\U0001f692", "\U00010348", "e\u0301", "Київ"),  # joined, beyond the first plane, combining
    *("\x1b[31m", "\x9b1m", "’“”", "'; DROP", "\r\n"),  # terminal escapes, quotes
)
"""What articles hold and software stumbles on."""

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""Every code point but half surrogate pairs and NUL, which the read room lets through to nobody."""

WORDS = st.text(CHARACTERS, max_size=12) | st.sampled_from(HARD) | st.text(string.ascii_letters, max_size=8)
LABELS = st.text(CHARACTERS, min_size=1, max_size=8)
SCORES = st.floats(0, 1)


def texts() -> st.SearchStrategy[str]:
    """A text with at least one character that is not space, of any script, with whatever articles hold."""
    joined = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
    return st.tuples(joined, st.sampled_from(["a", "\U0001f30d", "؟"]), joined).map("".join)


@st.composite
def intervals(draw: st.DrawFn) -> When:
    """An interval, perhaps with open ends."""
    days = sorted(draw(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), min_size=2, max_size=2, unique=True)))
    since, until = (draw(st.sampled_from([day, None])) for day in days)
    return When(since, until)


@st.composite
def ranges(draw: st.DrawFn, text: str, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Code points of the text between ``low`` and ``high`` that hold more than space; it must hold some."""
    high = len(text) if high is None else high
    inked = draw(st.sampled_from([place for place in range(low, high) if not text[place].isspace()]))
    return draw(st.integers(low, inked)), draw(st.integers(inked + 1, high))


@st.composite
def ranges_apart(draw: st.DrawFn, text: str, least: int = 0, most: int = 3) -> tuple[tuple[int, int], ...]:
    """Ranges in order that do not overlap."""
    found: list[tuple[int, int]] = []
    wanted = draw(st.integers(least, most))
    low = 0
    while len(found) < wanted and text[low:].strip():
        found.append(draw(ranges(text, low)))
        low = found[-1][1]
    return tuple(found)


def parts(draw: st.DrawFn, ids: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """Some of the ids in up to ``most`` groups, none empty, none in two."""
    labels = draw(st.lists(st.integers(-1, most - 1), min_size=len(ids), max_size=len(ids)))
    groups = [tuple(key for key, label in zip(ids, labels, strict=True) if label == n) for n in range(most)]
    return [group for group in groups if group]


def whys() -> st.SearchStrategy[Why]:
    """A reason."""
    return st.builds(Why, finder=LABELS, score=SCORES, detail=WORDS, runner_up=st.none() | WORDS)
