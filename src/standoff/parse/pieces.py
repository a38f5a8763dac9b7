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
LONGEST = 100  # characters of a word that are read; the rest is noise
KEPT = 50_000  # word forms that are remembered: some 15 MB
FEATURES = 1 + SHAPES * SPACES  # 0 is for pieces that do not begin a word


class Pieces(NamedTuple):
    """A text as the encoder sees it, all of it, before it is cut into windows."""

    ids: Ints
    """Piece ids, all words one after another."""
    first: Ints
    """For each word the index of its first piece in ``ids``; one more entry closes the last word."""
    feature: Ints
    """For each word, 1 + shape * 4 + space."""


class Vocabulary:
    """The word pieces and the casing of every form, worked out once and then looked up."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Take a word-piece tokenizer; ``load_vocabulary`` loads the one that ships."""
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def __call__(self, form: str) -> tuple[tuple[int, ...], int]:
        """The pieces of a word form, at least one, and its shape."""
        found = self._known.get(form)
        if found is None:
            ids = self._tokenizer.encode(form[:LONGEST], add_special_tokens=False).ids or [UNKNOWN]
            found = tuple(ids), _shape(form)
            if len(self._known) < KEPT and len(form) <= LONGEST:
                self._known[form] = found
        return found

    def number(self, piece: str) -> int | None:
        """The id of a piece, if there is such a piece."""
        found: int | None = self._tokenizer.token_to_id(piece)
        return found


def load_vocabulary() -> Vocabulary:
    """The word-piece vocabulary that ships with the weights. Raises ``ResourceError``."""
    path = files("standoff") / "parse" / "weights" / "tokenizer.json"
    try:
        data = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{path} cannot be read: {error}; reinstall the package") from error
    tokenizer = Tokenizer.from_str(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Vocabulary(tokenizer)


def to_pieces(text: str, words: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> Pieces:
    """Cut the words into pieces; a word that the vocabulary drops altogether becomes one unknown piece."""
    return pieces_of([text[start:end] for start, end in words], spacing(text, words), vocabulary)


def pieces_of(forms: Sequence[str], spaces: Ints, vocabulary: Vocabulary) -> Pieces:
    """The same from word forms and what stands before each (0 to 3), for corpora that come cut into words."""
    known = [vocabulary(form) for form in forms]
    ids = [piece for pieces, _ in known for piece in pieces]
    first = np.zeros(len(known) + 1, np.int64)
    np.cumsum([len(pieces) for pieces, _ in known], out=first[1:])
    shapes = np.array([shape for _, shape in known], np.int64)
    return Pieces(np.array(ids, np.int64), first, 1 + shapes * SPACES + spaces)


def spacing(text: str, words: Sequence[tuple[int, int]]) -> Ints:
    """What stands before each word: 0 nothing, 1 white space, 2 a line break, 3 more of them or the text's start."""
    ends, starts = np.array(words, np.int64).reshape(-1, 2)[:, 1][:-1], np.array(words, np.int64).reshape(-1, 2)[1:, 0]
    code = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    breaks = [np.searchsorted(at, starts) - np.searchsorted(at, ends) for at in map(np.flatnonzero, _lines(code))]
    lines = np.where(breaks[0] > 0, breaks[0], breaks[1])
    found = np.where(lines > 0, np.minimum(lines + 1, SPACES - 1), starts > ends)
    return np.concatenate([[SPACES - 1] * min(len(words), 1), found]).astype(np.int64)


def _lines(code: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    return code == ord("\n"), code == ord("\r")


def space_of(between: str) -> int:
    """What stands before one word, from the white space itself; see ``spacing``."""
    breaks = between.count("\n") or between.count("\r")
    if breaks:
        return min(breaks + 1, SPACES - 1)
    return 1 if between else 0


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
