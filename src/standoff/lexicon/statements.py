"""Nouns for texts that speak for their author: a statement's words are its issuer's."""

import msgspec

from standoff.lexicon.listed import listed
from standoff.lexicon.load import load


class StatementLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``statements.yaml``."""

    nouns: str


def load_statements() -> frozenset[str]:
    """The nouns of ``statements.yaml``. Raises ``ResourceError``."""
    return frozenset(listed(load("statements", StatementLines).nouns))
