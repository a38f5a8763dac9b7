"""What words in a content tell about the act done by saying it."""

import msgspec

from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

FILE = "acts"


class ActLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``acts.yaml``; each line a comma-separated list."""

    hostile: str
    requited: str
    withheld: str
    helpful: str
    harm: str
    wrong: str
    refused: str
    absurd: str
    untrue: str
    standing: str
    due: str
    meeting: str
    inner: str
    denied: str
    unsaid: str
    details: str


class ActWords(msgspec.Struct, frozen=True, eq=False):
    """Lemmas by what a clause around them does; ``acts.yaml`` says what each list is for."""

    hostile: frozenset[str]
    requited: frozenset[str]
    withheld: frozenset[str]
    helpful: frozenset[str]
    harm: frozenset[str]
    wrong: frozenset[str]
    refused: frozenset[str]
    absurd: frozenset[str]
    untrue: frozenset[str]
    standing: frozenset[str]
    due: frozenset[str]
    meeting: frozenset[str]
    inner: frozenset[str]
    denied: frozenset[str]
    unsaid: frozenset[str]
    details: frozenset[str]


def load_act_words() -> ActWords:
    """The words of ``acts.yaml``. Raises ``ResourceError``."""
    lines = load(FILE, ActLines)
    return ActWords(**{name: frozenset(listed(getattr(lines, name))) for name in ActLines.__struct_fields__})
