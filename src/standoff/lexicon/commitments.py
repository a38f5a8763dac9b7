"""The words of commitments: what binds, what demands, what forbids, and what harms or helps."""

from __future__ import annotations

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

FILE = "commitments"
APART = (
    ("harms", "helps"),
    ("harm_nouns", "help_nouns"),
    ("refusing", "binding"),
    ("denying", "refusing"),
    ("promise_nouns", "threat_nouns"),
)
"""Pairs of lists that no word may share: they decide between two forces."""


class CommitmentLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``commitments.yaml``; each line a comma-separated list."""

    binding: str
    poised: str
    directing: str
    calling: str
    refusing: str
    denying: str
    weighing: str
    forbidding: str
    promise_nouns: str
    bond_nouns: str
    voicing: str
    giving: str
    seeking: str
    threat_nouns: str
    demand_nouns: str
    leading: str
    paying: str
    harms: str
    harm_nouns: str
    helps: str
    help_nouns: str
    stopping: str
    replying: str
    saying: str
    unwilled: str
    speechless: str
    vacant: str
    closed_nouns: str
    chances: str
    reluctance: str
    preconditions: str
    refusal_nouns: str
    particled: str
    fallout: str


class CommitmentWords(msgspec.Struct, frozen=True, eq=False):
    """The lists of ``commitments.yaml`` as sets of lemmas."""

    binding: frozenset[str]
    poised: frozenset[str]
    directing: frozenset[str]
    calling: frozenset[str]
    refusing: frozenset[str]
    denying: frozenset[str]
    weighing: frozenset[str]
    forbidding: frozenset[str]
    promise_nouns: frozenset[str]
    bond_nouns: frozenset[str]
    voicing: frozenset[str]
    giving: frozenset[str]
    seeking: frozenset[str]
    threat_nouns: frozenset[str]
    demand_nouns: frozenset[str]
    leading: frozenset[str]
    paying: frozenset[str]
    harms: frozenset[str]
    harm_nouns: frozenset[str]
    helps: frozenset[str]
    help_nouns: frozenset[str]
    stopping: frozenset[str]
    replying: frozenset[str]
    saying: frozenset[str]
    unwilled: frozenset[str]
    speechless: frozenset[str]
    vacant: frozenset[str]
    closed_nouns: frozenset[str]
    chances: frozenset[str]
    reluctance: frozenset[str]
    preconditions: frozenset[str]
    refusal_nouns: frozenset[str]
    particled: frozenset[str]
    fallout: frozenset[str]


def load_commitment_words() -> CommitmentWords:
    """The words of ``commitments.yaml``. Raises ``ResourceError``, also where lists that decide share a word."""
    lines = load(FILE, CommitmentLines)
    lists = {name: frozenset(listed(line)) for name, line in msgspec.structs.asdict(lines).items()}
    empty = next((name for name, words in lists.items() if not words), None)
    if empty is not None:
        raise ResourceError(f"resources/{FILE}.yaml: {empty} lists nothing")
    for one, other in APART:
        shared = sorted(lists[one] & lists[other])
        if shared:
            raise ResourceError(f"resources/{FILE}.yaml lists {shared[0]!r} under {one} and under {other}")
    return CommitmentWords(**lists)
