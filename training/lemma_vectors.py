"""One vector a lemma: MiniLM's for the bare word, "to annex" for a verb, "annexation" for any other word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from standoff.parse.pieces import START, STOP, Vocabulary, load_vocabulary
from training.encoder import WIDTH, Encoder, load_minilm, minilm_weights

Floats = npt.NDArray[np.float32]
BATCH = 256


def vectors_of(lemmas: Sequence[str]) -> Floats:
    """(lemmas, 384), each of length 1. A lemma is written as the event head writes it: "strike v", "strike n"."""
    encoder = Encoder().eval()
    load_minilm(encoder, minilm_weights())
    vocabulary = load_vocabulary()
    pieces = [_pieces(lemma, vocabulary) for lemma in lemmas]
    found = np.zeros((len(lemmas), WIDTH), np.float32)
    order = sorted(range(len(lemmas)), key=lambda i: len(pieces[i]))
    for begin in range(0, len(order), BATCH):
        batch = order[begin : begin + BATCH]
        found[batch] = _encode(encoder, [pieces[i] for i in batch])
    return found


def _pieces(lemma: str, vocabulary: Vocabulary) -> list[int]:
    word, _, kind = lemma.rpartition(" ")
    return [*(vocabulary("to")[0] if kind == "v" else ()), *vocabulary(word)[0]]


def _encode(encoder: Encoder, pieces: Sequence[Sequence[int]]) -> Floats:
    """The mean of the vectors of all pieces, as MiniLM was trained to give."""
    ids = np.zeros((len(pieces), max(map(len, pieces)) + 2), np.int64)
    for row, own in zip(ids, pieces, strict=True):
        row[: len(own) + 2] = [START, *own, STOP]
    given = torch.tensor(ids)
    with torch.no_grad():
        states = encoder(given, torch.zeros_like(given))
    real = (given != 0)[:, :, None].to(states.dtype)
    mean = (states * real).sum(1) / real.sum(1)
    return np.asarray(torch.nn.functional.normalize(mean, dim=1).numpy(), np.float32)
