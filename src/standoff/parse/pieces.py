"""What the encoder is given of a text: word pieces, and for each word its casing and the space before it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from standoff.core.errors import ResourceError

Ints = npt.NDArray[np.int64]

UNKNOWN = 100  # the id of [UNK] in the vocabulary
START, STOP, PAD = 101, 102, 0  # [CLS], [SEP], [PAD]
SHAPES = 8
SPACES = 4
FEATURES = 1 + SHAPES * SPACES  # 0 is for pieces that do not begin a word


class Pieces(NamedTuple):
    """A text as the encoder sees it, all of it, before it is cut into windows."""

    ids: Ints
    """Piece ids, all words one after another."""
    first: Ints
    """For each word the index of its first piece in ``ids``; one more entry closes the last word."""
    feature: Ints
    """For each word, 1 + shape * 4 + space."""


def load_tokenizer() -> Tokenizer:
    """The word-piece vocabulary that ships with the weights. Raises ``ResourceError``."""
    path = files("standoff") / "parse" / "weights" / "tokenizer.json"
    try:
        data = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{path} cannot be read: {error}; reinstall the package") from error
    tokenizer = Tokenizer.from_str(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def to_pieces(text: str, words: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Pieces:
    """Cut the words into pieces; a word that the vocabulary drops altogether becomes one unknown piece."""
    return pieces_of([text[start:end] for start, end in words], features(text, words), tokenizer)


def pieces_of(forms: Sequence[str], feature: Ints, tokenizer: Tokenizer) -> Pieces:
    """The same from word forms and their features, for corpora that come cut into words."""
    encodings = tokenizer.encode_batch([form[:100] for form in forms], add_special_tokens=False)
    ids: list[int] = []
    first = [0]
    for encoding in encodings:
        ids.extend(encoding.ids or [UNKNOWN])
        first.append(len(ids))
    return Pieces(np.array(ids, np.int64), np.array(first, np.int64), feature)


def features(text: str, words: Sequence[tuple[int, int]]) -> Ints:
    """One number a word: its casing and what stands between it and the word before."""
    found = np.zeros(len(words), np.int64)
    before = 0
    for index, (start, end) in enumerate(words):
        between = text[before:start] if index else "\n\n"
        found[index] = feature(text[start:end], between)
        before = end
    return found


def feature(form: str, between: str) -> int:
    """The feature of one word from its form and the white space before it."""
    return 1 + _shape(form) * SPACES + _space(between)


def _shape(form: str) -> int:
    if not any(c.isalnum() for c in form):
        return 7
    if any(c.isdigit() for c in form):
        return 6
    if form.islower():
        return 0
    if form.isupper():
        return 2 if len(form) == 1 else 3
    if form[0].isupper():
        return 1 if form[1:].islower() else 4
    return 5


def _space(between: str) -> int:
    breaks = between.count("\n") or between.count("\r")
    if breaks:
        return min(breaks + 1, 3)
    return 1 if between else 0
