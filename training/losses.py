"""The losses of the heads, for whatever labels a batch has."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.example import UNLABELLED
from training.heads import LABEL, Reader

LOW = -1e4
ROLE_WEIGHT = 3.0  # most words have no role, so its mean loss is small beside the others
OUTSIDE, IN_NAME, INSIDE_NAME = 0, 1, 2  # of the layer "proper"


def loss_of(reader: Reader, batch: Batch) -> Tensor:
    """The sum of the losses of every head that this batch has labels for."""
    words = reader.words(batch.ids, batch.feature, batch.first)
    losses = tag_losses(reader, reader.tags(words), batch.layers)
    if batch.heads is not None:
        losses += tree_losses(reader, words, batch.heads, batch.layers["deprel"], batch.sentence)
    if len(batch.cues):
        losses.append(ROLE_WEIGHT * role_loss(reader, words, batch.batch_of, batch.cues, batch.roles))
    return torch.stack(losses).sum()


def tag_losses(reader: Reader, logits: Tensor, layers: dict[str, Tensor]) -> list[Tensor]:
    """Cross-entropy of every tag layer that this batch labels."""
    parts = dict(zip(reader.layers, logits.float().split(list(reader.layers.values()), dim=-1), strict=True))
    losses = [
        functional.cross_entropy(parts[name].flatten(0, 1), gold.flatten(), ignore_index=UNLABELLED)
        for name, gold in layers.items()
        if name in parts and bool((gold != UNLABELLED).any())
    ]
    if "proper" in layers and bool((layers["proper"] != UNLABELLED).any()):
        losses.append(proper_loss(parts["name"], layers["proper"]))
    return losses


def proper_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """Names whose kind is not known: minus the log of the summed probability of all labels the word may have."""
    scores = logits.log_softmax(-1)
    allowed = {OUTSIDE: [0], IN_NAME: list(range(1, logits.shape[-1])), INSIDE_NAME: [2, 4, 6, 8]}
    total = scores.new_zeros(())
    for label, classes in allowed.items():
        total = total - scores[gold == label][:, classes].logsumexp(-1).sum()
    return total / (gold != UNLABELLED).sum()


def tree_losses(reader: Reader, words: Tensor, heads: Tensor, deprels: Tensor, sentence: Tensor) -> list[Tensor]:
    """Arc loss over the words of the same sentence, label loss at the gold heads; -100 marks padding."""
    scores = reader.arc(reader.arc_dependent(words), reader.arc_head(words))[:, 0].float()
    apart = sentence[:, :, None] != sentence[:, None, :]
    arc = functional.cross_entropy(
        scores.masked_fill(apart, LOW).flatten(0, 1), heads.flatten(), ignore_index=UNLABELLED
    )
    at = heads.clamp(min=0)[:, :, None].expand(-1, -1, LABEL)
    labels = reader.labels(reader.label_dependent(words), torch.gather(reader.label_head(words), 1, at)).float()
    gold = deprels.masked_fill(heads == UNLABELLED, UNLABELLED)
    return [arc, functional.cross_entropy(labels.flatten(0, 1), gold.flatten(), ignore_index=UNLABELLED)]


def role_loss(reader: Reader, words: Tensor, batch_of: Tensor, cues: Tensor, roles: Tensor) -> Tensor:
    """Role of each word for each cue: ``batch_of`` and ``cues`` (attributions), ``roles`` (attributions, words)."""
    word = reader.role_word(words)[batch_of]
    cue = reader.role_cue(words[batch_of, cues])[:, None]
    logits = reader.role(word, cue)[:, :, :, 0]
    return functional.cross_entropy(logits.float(), roles, ignore_index=UNLABELLED)
