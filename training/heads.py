"""The heads that share the body.

Tags (a softmax a word): sentence starts, UPOS, features, names, and one layer each for source, cue and content,
so that a source inside a content is no contradiction, and for the cues inside contents. Dependencies are
biaffine, their labels a low-rank form of it (Dozat and Manning 2017). Roles are biaffine too: given a cue, each
word of the window is its source, its content, or neither; this links the parts of one attribution, however
many pieces it has and however far apart they stand.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.encoder import WIDTH, Encoder, FastDropout

ARC, LABEL, ROLE, ROLES = 256, 256, 128, 3


def tags_of(features: int) -> dict[str, int]:
    """The tag layers and the number of classes of each, in the order of the network's output."""
    return {
        "start": 2,
        "upos": 17,
        "features": features,
        "name": 9,
        "source": 3,
        "cue": 3,
        "content": 3,
        "inner": 3,
    }


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
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), FastDropout())


class Reader(nn.Module):
    """The body with all its heads."""

    def __init__(self, deprels: int, features: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = FastDropout()
        self.layers = tags_of(features)
        self.tags = nn.Linear(WIDTH, sum(self.layers.values()))
        self.arc_dependent, self.arc_head = project(ARC), project(ARC)
        self.label_dependent, self.label_head = project(LABEL), project(LABEL)
        self.role_word, self.role_cue = project(ROLE), project(ROLE)
        self.arc = Biaffine(ARC, 1)
        self.label = nn.Linear(3 * LABEL, deprels)
        self.role = Biaffine(ROLE, ROLES)

    def words(self, ids: Tensor, feature: Tensor, first: Tensor) -> Tensor:
        """One vector a word: its first piece's. ``first`` is (batch, words), indices into the pieces."""
        pieces = self.encoder(ids, feature)
        return self.dropout(torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, WIDTH)))

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of the dependency labels for pairs of (..., ``LABEL``) vectors."""
        return self.label(torch.cat([dependent * head, dependent, head], -1))
