"""Examples into padded tensors, and the order in which an epoch sees them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from standoff.parse.pieces import START, STOP
from training.example import UNLABELLED, Example, cut


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


def collate(examples: Sequence[Example]) -> Batch:
    """Pad to the longest, between [CLS] and [SEP]."""
    pieces = _rounded(max(len(e.pieces.ids) for e in examples) + 2)
    words = _rounded(max(len(e) for e in examples))
    ids = np.zeros((len(examples), pieces), np.int64)
    feature = np.zeros_like(ids)
    first = np.zeros((len(examples), words), np.int64)
    sentence = np.full((len(examples), words), -1)
    layers = {name: np.full((len(examples), words), UNLABELLED) for name in examples[0].layers}
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


def _rounded(size: int) -> int:
    """The next multiple of 16: few distinct shapes, so that kernels compiled for one are used again."""
    return -(-size // 16) * 16


def windows(example: Example, size: int, offset: int) -> Iterator[Example]:
    """Cut a long example into windows of at most ``size`` pieces; the first one is ``offset`` pieces long."""
    first = example.pieces.first
    start, room = 0, offset
    while start < len(example):
        stop = max(start + 1, int(np.searchsorted(first, first[start] + room, "right")) - 1)
        yield cut(example, start, stop)
        start, room = stop, size


def bucketed(examples: Sequence[Example], budget: int, order: random.Random) -> list[list[Example]]:
    """Groups of similar length that hold at most ``budget`` pieces with padding, in random order."""
    shuffled = list(examples)
    order.shuffle(shuffled)
    shuffled.sort(key=lambda e: len(e.pieces.ids) // 8)
    groups: list[list[Example]] = [[]]
    for example in shuffled:
        widest = max((len(e.pieces.ids) for e in groups[-1]), default=0)
        if groups[-1] and max(widest, len(example.pieces.ids)) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(example)
    order.shuffle(groups)
    return groups
