"""The field's closed word lists, as types: a value outside them fails while it is decoded."""

from typing import Literal, get_args

MentionType = Literal["person", "organization", "state", "government", "alliance", "military", "place", "media"]
Form = Literal["name", "description", "pronoun"]
Mode = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "asserts",
    "denies",
    "demands",
    "promises",
    "threatens",
    "warns",
    "rejects",
    "accuses",
    "reaffirms",
    "proposes",
]
Basis = Literal["metadata", "byline", "text", "linked"]
OutletBasis = Literal["metadata", "credit", "dateline", "address"]
Room = Literal["read", "parse", "extract", "resolve"]
Relation = Literal["copy", "rewrite", "excerpt", "shared_release"]

MENTION_TYPES: tuple[MentionType, ...] = get_args(MentionType)
ACTS: tuple[Act, ...] = get_args(Act)
