"""Who told this, really: which documents are copies or excerpts of one text, which quote one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.core.findings import Lineage
from standoff.core.records import Document
from standoff.core.span import Span
from standoff.core.vocabulary import Relation
from standoff.resolve.lineage.passages import Passage, Runs, in_order, quoted_spans, runs_of, shared_passages, turned
from standoff.resolve.lineage.shingles import RUN, Keys, among, band_keys, likely_pairs, refrains, run_keys
from standoff.resolve.wording import Words, words_of

Flags = npt.NDArray[np.bool_]

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
RELEASED_QUOTED = 12
"""Shared words inside quotation marks that show one statement. 8 to 20: a statement of 25 words with 15 % replaced is
found in 96, 94, 91 (12), 84 and 51 %, an official formula of ten words taken for one in 44, 44, 2 (12), 2 and 2 %."""
RELEASED_PLAIN, RELEASED_SHARE = 30, 0.04
"""Shared words outside quotation marks, at least so many and such a share of the shorter text. 15 to 45: a third of
a merger is found in 100, 100, 98 (30) and 95 %, the independent pairs taken for such fall from 8 to none at 30."""


class Outline(NamedTuple):
    """A document as it is compared; the flags are by word."""

    doc: str
    words: Words
    runs: Runs
    quoted: Flags
    """It stands inside quotation marks."""
    own: Flags
    """It is no part of a refrain."""


class Overlap(NamedTuple):
    """What two documents share, in words that are no part of a refrain, unless said otherwise."""

    shorter: int
    longer: int
    covered: int
    """Words of the shorter in shared passages, the changed ones among them too."""
    cited: int
    """Shared words that the longer has in quotation marks: they come from whoever is quoted."""
    quoted: int
    """Shared words inside quotation marks in either, those of refrains too."""
    plain: int
    """Shared words inside quotation marks in neither."""
    parts: int
    """Tenths of the shorter that hold a shared passage, the passages in one order in both."""


def find_lineages(documents: Sequence[Document]) -> tuple[Lineage, ...]:
    """How pairs of documents came from one text, with the passages they share; sorted, whatever the order given.

    MinHash and an index of rare runs of words propose pairs; each is then aligned word by word.
    """
    ordered = sorted(documents, key=lambda each: each.id)
    words = [words_of(document.text, article_of(document)) for document in ordered]
    keys = [run_keys(each.forms) for each in words]
    bands = band_keys(keys)
    common, repeated = refrains(keys, bands, [each.outlet for each in ordered]), _repeated(keys)
    outlines = [
        _outline(document, its_words, its_keys, common, repeated)
        for document, its_words, its_keys in zip(ordered, words, keys, strict=True)
    ]
    found = (_lineage(outlines[i], outlines[j]) for i, j in likely_pairs(keys, bands))
    return tuple(lineage for lineage in found if lineage is not None)


def article_of(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of text between furniture and captions, which make no link between documents."""
    start = 0
    for left, right in sorted((*document.furniture, *document.captions)):
        if start < left:
            yield start, left
        start = max(start, right)
    yield start, len(document.text)


def _repeated(keys: Sequence[Keys]) -> Keys:
    """The runs that stand in two documents or more."""
    runs, counts = np.unique(np.concatenate([np.empty(0, np.uint64), *map(np.unique, keys)]), return_counts=True)
    return runs[counts > 1]


def _outline(document: Document, words: Words, keys: Keys, common: Keys, repeated: Keys) -> Outline:
    edges = np.array([edge for span in quoted_spans(document.text) for edge in span], np.int64)
    own = np.ones(len(words.forms), np.bool_)
    for place in np.flatnonzero(among(keys, common)).tolist():
        own[place : place + RUN] = False
    quoted = np.searchsorted(edges, np.array(words.starts, np.int64), "right") % 2 == 1
    return Outline(document.id, words, runs_of(words.forms, keys, repeated), quoted, own)


def _lineage(left: Outline, right: Outline) -> Lineage | None:
    passages = shared_passages(left.runs, right.runs)
    if not passages:
        return None
    overlap = _overlap(left, right, passages)
    relation = relation_of(overlap)
    if relation is None:
        return None
    return Lineage(
        documents=(left.doc, right.doc),
        relation=relation,
        passages=tuple(
            (_span(left, each.left, each.left_end), _span(right, each.right, each.right_end)) for each in passages
        ),
        score=round(overlap.covered / max(1, overlap.shorter), 3),
    )


def _overlap(left: Outline, right: Outline, passages: Sequence[Passage]) -> Overlap:
    """The passages counted; the shorter text is the one with fewer words of its own."""
    if (int(right.own.sum()), right.doc) < (int(left.own.sum()), left.doc):
        left, right, passages = right, left, sorted(map(turned, passages))
    equal = np.array([pair for passage in passages for pair in passage.equal], np.int64).reshape(-1, 2)
    own = left.own[equal[:, 0]] & right.own[equal[:, 1]]
    here, there = left.quoted[equal[:, 0]], right.quoted[equal[:, 1]]
    return Overlap(
        shorter=int(left.own.sum()),
        longer=int(right.own.sum()),
        covered=sum(int(left.own[each.left : each.left_end].sum()) for each in passages),
        cited=int((own & there).sum()),
        quoted=int((here | there).sum()),
        plain=int((own & ~here & ~there).sum()),
        parts=len(
            {place * PARTS // len(left.own) for each in in_order(passages) for place in range(each.left, each.left_end)}
        ),
    )


def relation_of(overlap: Overlap) -> Relation | None:
    """The relation that an overlap shows, or ``None``."""
    similar = overlap.shorter >= SIMILAR_LENGTH * overlap.longer
    told, own = overlap.covered - overlap.cited, overlap.shorter - overlap.cited
    short = overlap.shorter < SHORT
    if told >= max(LEAST_COPIED, (SHORT_COPIED if short else COPIED) * own):
        return "copy" if similar else "excerpt"
    if similar and not short and overlap.parts >= REWRITTEN_PARTS and told >= REWRITTEN * own:
        return "rewrite"
    if overlap.quoted >= RELEASED_QUOTED or overlap.plain >= max(RELEASED_PLAIN, RELEASED_SHARE * overlap.shorter):
        return "shared_release"
    return None


def _span(outline: Outline, first: int, end: int) -> Span:
    return Span(outline.doc, outline.words.starts[first], outline.words.ends[end - 1])
