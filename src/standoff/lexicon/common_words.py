"""How common words are in English text, for documents too few to tell it themselves."""

from collections.abc import Mapping

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.load import load


class CommonWordLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``common_words.yaml``."""

    pieces: int
    counts: dict[int, str]


class CommonWords(msgspec.Struct, frozen=True, eq=False):
    """In how many of so many pieces of text, each about as long as a report, the stem of a word stands."""

    pieces: int
    counts: Mapping[str, int]
    """By stem; one that is not among them is rarer than all of these."""


def load_common_words() -> CommonWords:
    """The counts of ``common_words.yaml``. Raises ``ResourceError``."""
    lines = load("common_words", CommonWordLines)
    counts = {stem: count for count, stems in lines.counts.items() for stem in stems.split()}
    most = max(counts.values(), default=0)
    if lines.pieces < most:
        raise ResourceError(f"resources/common_words.yaml counts {lines.pieces} pieces, but one word stands in {most}")
    return CommonWords(lines.pieces, counts)
