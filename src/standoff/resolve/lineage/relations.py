"""Which relation an overlap of two texts shows."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from standoff.core.vocabulary import Relation

# Swept with benchmarks/lineage.py on 100 texts at each damage, beside 19,000 pairs of independent texts.
SHORT = 150
"""Words of a text in which a few official formulas are a large share: two readouts of one office on two calls share up
to 0.68."""
COPIED, SHORT_COPIED = 0.6, 0.7
"""The share of the shorter text, without what the longer quotes, that makes it a copy or an excerpt; of a short one.
From 0.3 to 0.7 all find the same copies and no independent pair; the lower, the more mergers of two texts are called
copies (of a half-and-half merger 93 % at 0.3, 65 % at 0.5, 31 % at 0.6)."""
LEAST_COPIED = 20
"""Words a copy shares: the one sentence of a short text may be anybody's."""
SIMILAR_LENGTH = 0.5
"""The shorter of a copy is at least this share of the longer; else it is an excerpt."""
PARTS = 10
REWRITTEN, REWRITTEN_PARTS = 0.25, 7
"""Less is enough where it is spread, in order, over so many tenths of a text that is not short: a rewrite, such as a
round of translation leaves, keeps a little of everything, a report that quotes or adds keeps all of a little. 5 to 8
tenths find the same rewrites within 3 %; at 6 82 % of half-and-half mergers are called one, at 7 31 %."""
LEAST_GIST = 40
"""Content words of the shortest text that can be found to be a rewrite by the words it keeps."""
KEPT, KEPT_MARGIN = 0.25, 16
ORDERED, ORDERED_MARGIN = 0.62, 5
"""A rewrite keeps this share of the content words in order, and of those that it shares at all; and so many words more,
for the fewer there are the more are kept by chance. Swept with benchmarks/lineage.py, shares from 0.25 to 0.35 and
margins from 8 to 16, on 200 texts with half of their words changed and 2,000 pairs of reports on one event, both of
short and of long texts: of the settings without a false pair that which finds most, 95 % of short and 98 % of long."""
KEPT_BESIDE, BESIDE_MARGIN = 0.18, 10
"""So many of the words that the longer does not quote: rewrites leave quotations alone and change the more around
them, while long reports on one event have 0.08 of their words in common in the median, 0.18 one time in a hundred."""
RELEASED_QUOTED = 12
"""Shared words inside quotation marks that show one statement. 8 to 20: a statement of 25 words with 15 % replaced is
found in 96, 94, 91 (12), 84 and 51 %, an official formula of ten words taken for one in 44, 44, 2 (12), 2 and 2 %."""
RELEASED_PLAIN, RELEASED_SHARE = 30, 0.04
"""Shared words outside quotation marks, at least so many and such a share of the shorter text. 15 to 45: a third of
a merger is found in 100, 100, 98 (30) and 95 %, the independent pairs taken for such fall from 8 to none at 30."""
LEAST_NUMBERS, SAME_NUMBERS = 8, 0.4
"""Of so many numbers or more a copy or a rewrite has this share. By judgement, from market reports that one author
writes day by day: they have 0.1 to 0.2 in common, damaged texts nearly all."""
LEAST_QUOTED, LEAST_PLAIN = 6, 10
"""Such words of the shortest passage counted: phrases that stand alone are anybody's."""


class Overlap(NamedTuple):
    """What two documents share, in words that are no part of a refrain, unless said otherwise."""

    shorter: int
    longer: int
    covered: int
    """Words of the shorter in shared passages, the changed ones among them too."""
    cited: int
    """Shared words that the longer has in quotation marks: they come from whoever is quoted."""
    quoted: int
    """Shared words inside quotation marks in either, those of refrains too, of passages that have ``LEAST_QUOTED``."""
    plain: int
    """Shared words inside quotation marks in neither, of passages that have ``LEAST_PLAIN`` of them."""
    parts: int
    """Tenths of the shorter that hold a shared passage, the passages in one order in both."""


class Keeping(NamedTuple):
    """What the shorter of two texts keeps of the content words."""

    words: int
    """Its content words."""
    kept: int
    """Those that the longer has in the same order."""
    shared: int
    """Those that the longer has at all."""
    cited: int
    """Those of the kept ones that the longer has in quotation marks."""
    parts: int
    """Tenths of the shorter that hold a kept word."""


def relation_of(overlap: Overlap) -> Relation | None:
    """The relation that shared passages show, or ``None``."""
    similar = overlap.shorter >= SIMILAR_LENGTH * overlap.longer
    told, own = overlap.covered - overlap.cited, overlap.shorter - overlap.cited
    short = overlap.shorter < SHORT
    if told >= max(LEAST_COPIED, (SHORT_COPIED if short else COPIED) * own):
        return "copy" if similar else "excerpt"
    if similar and not short and overlap.parts >= REWRITTEN_PARTS and told >= REWRITTEN * own:
        return "rewrite"
    return "shared_release" if is_released(overlap) else None


def is_released(overlap: Overlap) -> bool:
    """Whether two texts share a statement, or a passage of one text."""
    return overlap.quoted >= RELEASED_QUOTED or overlap.plain >= max(RELEASED_PLAIN, RELEASED_SHARE * overlap.shorter)


def are_others(numbers: Collection[int], longer: Collection[int]) -> bool:
    """Whether the shorter text tells other numbers: two bulletins by one template, of two days."""
    return len(numbers) >= LEAST_NUMBERS and sum(each in longer for each in numbers) < SAME_NUMBERS * len(numbers)


def least_kept(words: int) -> float:
    """How many of so many content words a rewrite keeps in order at least."""
    return KEPT * words + KEPT_MARGIN


def is_rewrite(keeping: Keeping) -> bool:
    """Whether kept words show a rewrite: many, all through the text, in one order, and not only in quotations."""
    told, words = keeping.kept - keeping.cited, keeping.words - keeping.cited
    return (
        keeping.words >= LEAST_GIST
        and told >= KEPT_BESIDE * words + BESIDE_MARGIN
        and keeping.kept >= max(least_kept(keeping.words), ORDERED * keeping.shared + ORDERED_MARGIN)
        and keeping.parts >= REWRITTEN_PARTS
    )
