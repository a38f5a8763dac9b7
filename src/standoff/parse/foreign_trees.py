"""Heads that came from elsewhere, mended so that our law holds: in every sentence one tree with one root."""

from __future__ import annotations

from collections.abc import Sequence


def one_tree(heads: Sequence[int | None]) -> list[int]:
    """The heads of one sentence's words as a tree; the root is its own head.

    ``heads`` are indices in the sentence, ``None`` where a head stands outside of it. The root is the first word that
    is its own head, else the first whose head is outside, else the first of all. Whatever does not hang below it,
    a second root or a circle, is hung on it at one place. Words of a tree keep their heads.
    """
    root = _root(heads)
    mended = [root if head is None or head == index else head for index, head in enumerate(heads)]
    seen_by = [0] * len(heads)  # 0: no walk yet, else the number of the walk that came by
    mended[root], seen_by[root] = root, -1
    for first in range(len(heads)):
        at = first
        while seen_by[at] == 0:
            seen_by[at] = first + 1
            at = mended[at]
        if seen_by[at] == first + 1:  # the walk came back to itself: a circle
            mended[at] = root
    return mended


def _root(heads: Sequence[int | None]) -> int:
    own = (index for index, head in enumerate(heads) if head == index)
    outside = (index for index, head in enumerate(heads) if head is None)
    return next(own, next(outside, 0))
