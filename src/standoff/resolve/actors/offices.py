"""Which office of which state a title or a description names: "the Russian leader", "Foreign Minister ... of Varnia".

An office of one state has one holder at a time, so that a description by office and state may be told from other texts,
which a description by wording never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import american, folded

LEADER = "leader"
HEADS = frozenset(("head_of_state", "head_of_government"))
UNIQUE = HEADS | {"minister"}
"""Ranks of which a state has one holder of each office at a time; of ministers, those with a field of their own."""
BARE = frozenset(("minister", "secretary", "commissioner", "cabinet minister", "minister of state"))
POSSESSIVE = re.compile(r"(?:'s|’s)\b")
OF_FIELD = re.compile(r"^(minister|secretary) (?:of|for) (?:the )?(.+)$")


class Office(NamedTuple):
    """An office: the key of its state, and which it is."""

    state: str
    title: str


KeyOf = Callable[[str], str | None]
"""From the words for a state to its key; ``None`` for words that are none in these texts."""
TitleOf = Callable[[str], str | None]
"""``title_of`` by some lexicon."""


def read_office(text: str, key_of: KeyOf, title_of: TitleOf) -> Office | None:
    """The office in a title or a description such as "the Varnian foreign minister"; ``None`` where it is not unique.

    The words before the office must be a state's; modifiers ("deputy", "former") make it another office.
    """
    words = POSSESSIVE.sub("", text).replace("the ", "", 1).split() if text.lower().startswith("the ") else None
    words = words if words is not None else POSSESSIVE.sub("", text).split()
    for cut in range(1, min(len(words), 4)):
        title = title_of(" ".join(words[cut:]))
        state = key_of(" ".join(words[:cut])) if title is not None else None
        if title is not None and state is not None:
            return Office(state, title)
    return _of_state(words, key_of, title_of)


def _of_state(words: list[str], key_of: KeyOf, title_of: TitleOf) -> Office | None:
    """The office before its state: "president of Varnia"."""
    for cut in range(len(words) - 1, 0, -1):
        if words[cut - 1] == "of" and cut > 1:
            title = title_of(" ".join(words[: cut - 1]))
            state = key_of(" ".join(words[cut:]).removeprefix("the ")) if title is not None else None
            if title is not None and state is not None:
                return Office(state, title)
    return None


def title_of(text: str, lexicon: Lexicon) -> str | None:
    """The office as it is compared: heads of state by their rank, ministers by their field; ``None`` for no such."""
    name = american(folded(text))
    if name == LEADER:
        return LEADER
    rank = lexicon.office_rank(text.lower())
    if rank not in UNIQUE or name in BARE or any(word in lexicon.offices.modifiers for word in name.split()):
        return None
    if rank in HEADS:
        return str(rank)
    found = OF_FIELD.match(name)
    return f"{found[2].removesuffix(' affairs')} {found[1]}" if found else name.replace(" affairs ", " ")


def same_office(one: Office, other: Office) -> bool:
    """Whether two offices are one; a "leader" is the head of the state or of its government."""
    if one.state != other.state:
        return False
    return one.title == other.title or (LEADER in (one.title, other.title) and bool(HEADS & {one.title, other.title}))
