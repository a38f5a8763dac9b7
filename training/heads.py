"""The heads that share the body, and their losses.

Tags (a softmax a word): sentence starts, UPOS, names, and one layer each for source, cue and content, so
that a source inside a content is no contradiction. Dependencies are biaffine (Dozat and Manning 2017). Roles
are biaffine too: given a cue, each word of the window is its source, its content, or neither; this links
the parts of one attribution, however many pieces it has and however far apart they stand.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder
from training.example import UNLABELLED

TAGS = {"start": 2, "upos": 17, "name": 9, "source": 3, "cue": 3, "content": 3}
ARC, LABEL, ROLE, ROLES = 256, 96, 128, 3
LOW = -1e4


class Biaffine(nn.Module):
    """A score for each pair of vectors and each of ``outputs`` classes; both sides carry a constant 1."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """(batch, m, width) and (batch, n, width) to (batch, outputs, m, n)."""
        one = left.new_ones(1)
        left = torch.cat([left, one.expand(*left.shape[:-1], 1)], -1)
        right = torch.cat([right, one.expand(*right.shape[:-1], 1)], -1)
        return torch.einsum("bmi,oij,bnj->bomn", left, self.weight, right)


def project(width: int) -> nn.Sequential:
    """A vector for one side of a pair."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(0.1))


class Reader(nn.Module):
    """The body with all its heads."""

    def __init__(self, deprels: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, sum(TAGS.values()))
        self.arc_dependent, self.arc_head = project(ARC), project(ARC)
        self.label_dependent, self.label_head = project(LABEL), project(LABEL)
        self.role_word, self.role_cue = project(ROLE), project(ROLE)
        self.arc = Biaffine(ARC, 1)
        self.label = Biaffine(LABEL, deprels)
        self.role = Biaffine(ROLE, ROLES)

    def words(self, ids: Tensor, feature: Tensor, first: Tensor) -> Tensor:
        """One vector a word: its first piece's. ``first`` is (batch, words), indices into the pieces."""
        pieces = self.encoder(ids, feature)
        return self.dropout(torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, WIDTH)))


def tag_losses(logits: Tensor, layers: dict[str, Tensor]) -> list[Tensor]:
    """Cross-entropy of every tag layer that this batch labels."""
    parts = dict(zip(TAGS, logits.split(list(TAGS.values()), dim=-1), strict=True))
    return [
        functional.cross_entropy(parts[name].flatten(0, 1).float(), gold.flatten(), ignore_index=UNLABELLED)
        for name, gold in layers.items()
        if name in TAGS and bool((gold != UNLABELLED).any())
    ]


def tree_losses(reader: Reader, words: Tensor, heads: Tensor, deprels: Tensor, sentence: Tensor) -> list[Tensor]:
    """Arc loss over the words of the same sentence, label loss at the gold heads; -100 marks padding."""
    scores = reader.arc(reader.arc_dependent(words), reader.arc_head(words))[:, 0].float()
    apart = sentence[:, :, None] != sentence[:, None, :]
    arc = functional.cross_entropy(
        scores.masked_fill(apart, LOW).flatten(0, 1), heads.flatten(), ignore_index=UNLABELLED
    )
    at = heads.clamp(min=0)[:, :, None].expand(-1, -1, LABEL)
    head = torch.gather(reader.label_head(words), 1, at)
    dependent = reader.label_dependent(words)
    one = words.new_ones(1).expand(*dependent.shape[:-1], 1)
    labels = torch.einsum(
        "bni,oij,bnj->bno", torch.cat([dependent, one], -1), reader.label.weight, torch.cat([head, one], -1)
    )
    gold = deprels.masked_fill(heads == UNLABELLED, UNLABELLED)
    return [arc, functional.cross_entropy(labels.flatten(0, 1).float(), gold.flatten(), ignore_index=UNLABELLED)]


def role_loss(reader: Reader, words: Tensor, batch_of: Tensor, cues: Tensor, roles: Tensor) -> Tensor:
    """Role of each word for each cue: ``batch_of`` and ``cues`` (attributions), ``roles`` (attributions, words)."""
    word = reader.role_word(words)[batch_of]
    cue = reader.role_cue(words[batch_of, cues])[:, None]
    logits = reader.role(word, cue)[:, :, :, 0]
    return functional.cross_entropy(logits.float(), roles, ignore_index=UNLABELLED)
