"""Examples into padded tensors, and the order in which an epoch sees them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from standoff.parse.pieces import SPACES, START, STOP
from training.example import UNLABELLED, Example, cut

# Pieces: several sentences together, so that the reader learns where one ends; and windows of every length,
# because it places words by their position in the window and must know all positions it will meet.
TREE_WINDOWS = (24, 64, 128, 190)
PARAGRAPH = 2  # the spacing feature from which a word begins a line


@dataclass(frozen=True)
class Batch:
    """Padded tensors of examples of one kind; absent labels are ``None``."""

    ids: Tensor
    feature: Tensor
    first: Tensor
    sentence: Tensor
    """A number a word that changes where the gold says a sentence starts; -1 at padding."""
    layers: dict[str, Tensor]
    heads: Tensor | None
    batch_of: Tensor
    cues: Tensor
    roles: Tensor

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(
            self.ids.to(device),
            self.feature.to(device),
            self.first.to(device),
            self.sentence.to(device),
            {name: labels.to(device) for name, labels in self.layers.items()},
            None if self.heads is None else self.heads.to(device),
            self.batch_of.to(device),
            self.cues.to(device),
            self.roles.to(device),
        )


def collate(examples: Sequence[Example]) -> Batch:
    """Pad to the longest, between [CLS] and [SEP]."""
    pieces = max(_padded(example) for example in examples)
    words = _rounded(max(len(e) for e in examples), 32)
    ids = np.zeros((len(examples), pieces), np.int64)
    feature = np.zeros_like(ids)
    first = np.zeros((len(examples), words), np.int64)
    sentence = np.full((len(examples), words), -1)
    names = sorted({name for example in examples for name in example.layers})
    layers = {name: np.full((len(examples), words), UNLABELLED) for name in names}
    heads = np.full((len(examples), words), UNLABELLED) if examples[0].heads is not None else None
    for row, example in enumerate(examples):
        size, length = len(example.pieces.ids), len(example)
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = START, example.pieces.ids, STOP
        first[row, :length] = example.pieces.first[:-1] + 1
        feature[row, first[row, :length]] = example.pieces.feature
        for name, labels in example.layers.items():
            layers[name][row, :length] = labels
        sentence[row, :length] = np.cumsum(example.layers["start"]) if "start" in example.layers else 0
        if heads is not None and example.heads is not None:
            heads[row, :length] = example.heads
    pairs = [(row, cue, labels) for row, example in enumerate(examples) for cue, labels in example.roles]
    roles = np.full((len(pairs), words), UNLABELLED)
    for index, (_, _, labels) in enumerate(pairs):
        roles[index, : len(labels)] = labels
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(feature),
        torch.from_numpy(first),
        torch.from_numpy(sentence),
        {name: torch.from_numpy(labels) for name, labels in layers.items()},
        torch.from_numpy(heads) if heads is not None else None,
        torch.tensor([row for row, _, _ in pairs], dtype=torch.long),
        torch.tensor([cue for _, cue, _ in pairs], dtype=torch.long),
        torch.from_numpy(roles),
    )


def _rounded(size: int, step: int = 16) -> int:
    """The next multiple of ``step``: few distinct shapes, so that kernels compiled for one are used again."""
    return -(-size // step) * step


def windows(example: Example, size: int, offset: int) -> Iterator[Example]:
    """Cut a long example into windows of at most ``size`` pieces, at paragraphs where one ends in the second half.

    The first window is at most ``offset`` pieces long, so that other epochs see other cuts.
    """
    first = example.pieces.first
    paragraph = (example.pieces.feature - 1) % SPACES >= PARAGRAPH
    start, room = 0, offset
    while start < len(example):
        stop = max(start + 1, int(np.searchsorted(first, first[start] + room, "right")) - 1)
        if stop < len(example):
            ends = np.flatnonzero(paragraph[start + 1 : stop + 1])
            stop = start + 1 + int(ends[-1]) if len(ends) and ends[-1] >= (stop - start) // 2 else stop
        yield cut(example, start, stop)
        start, room = stop, size


def sentence_windows(example: Example, order: random.Random) -> Iterator[Example]:
    """Cut an example with trees at sentences into windows whose lengths are drawn from ``TREE_WINDOWS``."""
    starts = [*np.flatnonzero(example.layers["start"]).tolist(), len(example)]
    first = example.pieces.first
    begin, room = 0, order.choice(TREE_WINDOWS)
    for here, after in pairwise(starts):
        if here > begin and first[after] - first[begin] > room:
            yield cut(example, begin, here)
            begin, room = here, order.choice(TREE_WINDOWS)
    yield cut(example, begin, len(example))


def bucketed(examples: Sequence[Example], budget: int, order: random.Random) -> list[list[Example]]:
    """Groups of like length that hold at most ``budget`` pieces with padding, in random order.

    All groups of one length but the last are of one size: few distinct shapes train faster.
    """
    lengths: dict[int, list[Example]] = {}
    for example in examples:
        lengths.setdefault(_padded(example), []).append(example)
    groups = []
    for length, alike in sorted(lengths.items()):
        order.shuffle(alike)
        groups += [list(group) for group in batched(alike, max(1, budget // length))]
    order.shuffle(groups)
    return groups


def _padded(example: Example) -> int:
    return _rounded(len(example.pieces.ids) + 2)


def batched(examples: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    """The examples in runs of ``size``."""
    for start in range(0, len(examples), size):
        yield examples[start : start + size]
