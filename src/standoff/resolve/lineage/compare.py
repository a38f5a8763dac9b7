"""Two texts side by side: the passages they share, and the relation these show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import LCSseq

from standoff.core.findings import Lineage
from standoff.core.records import Document
from standoff.core.span import Span
from standoff.core.vocabulary import Relation
from standoff.resolve.lineage.kept import Gist, kept_passages, kept_words
from standoff.resolve.lineage.numbers import Flags, Keys, Numbers
from standoff.resolve.lineage.quoting import headline_end, quoted_spans
from standoff.resolve.lineage.relations import (
    LEAST_COPIED,
    LEAST_GIST,
    LEAST_PLAIN,
    LEAST_QUOTED,
    PARTS,
    SIMILAR_LENGTH,
    Keeping,
    Overlap,
    are_others,
    is_released,
    is_rewrite,
    least_kept,
    relation_of,
)
from standoff.resolve.lineage.verbatim import Passage, Runs, in_order, indexed, shared_passages, turned

WHOLE = frozenset({"copy", "rewrite", "excerpt"})
MADE = frozenset({"copy", "rewrite"})


@dataclass(frozen=True)
class Outline:
    """A document as it is compared; the flags are by word."""

    document: Document
    words: Numbers
    keys: Keys
    """Its runs of ``RUN`` words, by position."""
    own: Flags
    """It is no part of a refrain."""

    @cached_property
    def runs(self) -> Runs:
        """The runs of words, to be aligned: those that hold a content word."""
        told = self.words.informative
        return indexed(self.words.forms, self.keys, told[:-2] | told[1:-1] | told[2:])

    @cached_property
    def quoted(self) -> Flags:
        """It stands inside quotation marks."""
        edges = np.array([edge for span in quoted_spans(self.document.text) for edge in span], np.int64)
        inside: Flags = np.searchsorted(edges, self.words.starts, "right") % 2 == 1
        return inside

    @cached_property
    def body(self) -> Flags:
        """It is no part of the headline, which any report of an agency's copy may bear."""
        return self.words.starts >= headline_end(self.document.text)

    @property
    def telling(self) -> Flags:
        """It tells of descent: it is no part of a refrain, or somebody is quoted with it."""
        return self.own | self.quoted

    @cached_property
    def gist(self) -> Gist:
        """The content words that are no part of a refrain."""
        places = np.flatnonzero(self.words.informative & self.own)
        return Gist(self.words.stems[places], places)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of two digits or more that it tells, as keys."""
        starts, ends = self.words.starts.tolist(), self.words.ends.tolist()
        text, forms = self.document.text, self.words.forms.tolist()
        return frozenset(
            key
            for start, end, key in zip(starts, ends, forms, strict=True)
            if end - start > 1 and text[start].isdigit()
        )

    @cached_property
    def size(self) -> int:
        """How many words of its own it has."""
        return int(self.own.sum())


def lineage_of(left: Outline, right: Outline, wide: bool) -> Lineage | None:
    """How one came from the other or both from one text, by shared passages or, if ``wide``, by kept words."""
    shorter, longer = sorted((left, right), key=lambda each: (each.size, each.document.id))
    passages = shared_passages(shorter.runs, longer.runs)
    overlap = overlap_of(shorter, longer, passages)
    relation = relation_of(overlap)
    score = overlap.covered / max(1, overlap.shorter)
    if relation not in WHOLE and wide:
        keeping, kept = _keeping(shorter, longer)
        if is_rewrite(keeping):
            relation, passages, score = "rewrite", kept, keeping.kept / keeping.words
    if relation in MADE and are_others(shorter.numbers, longer.numbers):
        relation, passages = ("shared_release", passages) if is_released(overlap) else (None, [])
    if relation is None:
        return None
    return _written(shorter, longer, relation, passages, score)


def whole_copy(first: Document, words: Numbers, other: Document, other_words: Numbers) -> Lineage | None:
    """The lineage of two documents of the very same words; ``None`` where these are too few to tell."""
    if len(words.forms) < LEAST_COPIED:
        return None
    sides = (first, words), (other, other_words)
    spans = [Span(each.id, int(its.starts[0]), int(its.ends[-1])) for each, its in sides]
    left, right = sorted(spans, key=lambda span: span.doc)
    return Lineage(documents=(left.doc, right.doc), relation="copy", passages=((left, right),), score=1.0)


def overlap_of(shorter: Outline, longer: Outline, passages: Sequence[Passage]) -> Overlap:
    """The passages counted."""
    equal = np.concatenate([np.empty((0, 2), np.int64), *(passage.equal for passage in passages)])
    own = shorter.own[equal[:, 0]] & longer.own[equal[:, 1]]
    here, there = shorter.quoted[equal[:, 0]], longer.quoted[equal[:, 1]]
    body = shorter.body[equal[:, 0]] & longer.body[equal[:, 1]]
    which = np.repeat(np.arange(len(passages)), [len(passage.equal) for passage in passages])
    quoted, plain = (np.bincount(which[body & flags]) for flags in (here | there, own & ~here & ~there))
    return Overlap(
        shorter=shorter.size,
        longer=longer.size,
        covered=sum(int(shorter.own[each.left : each.left_end].sum()) for each in passages),
        cited=int((own & there).sum()),
        quoted=int(quoted[quoted >= LEAST_QUOTED].sum()),
        plain=int(plain[plain >= LEAST_PLAIN].sum()),
        parts=_parts(((each.left, each.left_end) for each in in_order(passages)), len(shorter.own)),
    )


def _parts(stretches: Iterable[tuple[int, int]], count: int) -> int:
    """Tenths of so many words that these stretches touch."""
    return len(
        {part for start, end in stretches for part in range(start * PARTS // count, (end - 1) * PARTS // count + 1)}
    )


def _keeping(shorter: Outline, longer: Outline) -> tuple[Keeping, list[Passage]]:
    """The kept words counted, with their passages; none where the texts cannot be one rewritten."""
    few, many = shorter.gist, longer.gist
    nothing = Keeping(len(few.stems), 0, 0, 0, 0)
    if len(few.stems) < LEAST_GIST or shorter.size < SIMILAR_LENGTH * longer.size:
        return nothing, []
    if LCSseq.similarity(few.stems.tolist(), many.stems.tolist()) < least_kept(len(few.stems)):
        return nothing, []
    kept = kept_words(few, many)
    cited = int(longer.quoted[kept.equal[:, 1]].sum())
    tenths = len(np.unique(kept.equal[:, 0] * PARTS // len(shorter.own)))
    return Keeping(len(few.stems), len(kept.equal), kept.shared, cited, tenths), kept_passages(kept.equal)


def _written(
    shorter: Outline, longer: Outline, relation: Relation, passages: Sequence[Passage], score: float
) -> Lineage:
    left, right = shorter, longer
    if left.document.id > right.document.id:
        left, right, passages = right, left, [turned(each) for each in passages]
    return Lineage(
        documents=(left.document.id, right.document.id),
        relation=relation,
        passages=tuple(
            (_span(left, each.left, each.left_end), _span(right, each.right, each.right_end))
            for each in sorted(passages, key=lambda each: each.left)
        ),
        score=round(score, 3),
    )


def _span(outline: Outline, first: int, end: int) -> Span:
    words = outline.words
    return Span(outline.document.id, int(words.starts[first]), int(words.ends[end - 1]))
