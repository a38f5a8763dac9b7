"""The small words by which a text is known for English."""

import msgspec

from standoff.lexicon.listed import listed
from standoff.lexicon.load import load


class EnglishLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``english.yaml``."""

    small_words: str


def load_small_words() -> frozenset[str]:
    """The words of ``english.yaml``. Raises ``ResourceError``."""
    return frozenset(listed(load("english", EnglishLines).small_words))
