"""Words by their forms: which are forms of one lemma, and how near two lemmas are in meaning.

MiniLM's vectors of some 20,000 English words, kept as a table: no network runs. ``training/word_vectors.py`` makes
``resources/word_vectors.npz``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO

import msgspec
import numpy as np
import numpy.typing as npt

from standoff.core.errors import ResourceError

Floats = npt.NDArray[np.float32]
FILE = "word_vectors.npz"


class WordVectors(msgspec.Struct, frozen=True, eq=False):
    """A row a lemma, each of length 1; the last row is zero, for words that the table does not have."""

    forms: Mapping[str, int]
    """Forms in small letters to the row of their lemma."""
    lemmas: tuple[str, ...]
    vectors: Floats

    def lemma_of(self, form: str) -> str:
        """The lemma that a form most often has; the form itself, in small letters, where the table has it not."""
        low = form.lower()
        row = self.forms.get(low)
        return low if row is None else self.lemmas[row]

    def row_of(self, form: str) -> int:
        """The row of the form's lemma; the last where the table has it not."""
        return self.forms.get(form.lower(), len(self.lemmas))


def load_word_vectors() -> WordVectors:
    """The table that ships. Raises ``ResourceError`` where it cannot be read."""
    resource = files("standoff") / "resources" / FILE
    try:
        table = np.load(BytesIO(resource.read_bytes()), allow_pickle=False)
        forms, lemmas = (table[name].tobytes().decode("utf-8").split("\n") for name in ("forms", "lemmas"))
        rows, stored = table["rows"].tolist(), table["vectors"]
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"resources/{FILE} cannot be read: {error}; reinstall the package") from error
    vectors = np.zeros((len(lemmas) + 1, stored.shape[1]), np.float32)
    vectors[:-1] = stored / np.linalg.norm(stored.astype(np.float32), axis=1, keepdims=True)
    return WordVectors(dict(zip(forms, rows, strict=True)), tuple(lemmas), vectors)
