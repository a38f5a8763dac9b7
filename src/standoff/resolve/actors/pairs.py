"""Words that stand for two persons at once: "the Biden-Putin call", "the two presidents"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from standoff.core.records import Mention
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.keys import Keys
from standoff.resolve.actors.spelling import folded
from standoff.resolve.actors.words import Words

HEADS = frozenset(("head_of_state", "head_of_government"))
RANKS = {"presidents": frozenset(("head_of_state",)), "heads of state": frozenset(("head_of_state",))}
TWO = ("the two ", "both ", "these two ")

Both = dict[str, tuple[str, ...]]
"""By mention, the keys of the two actors that it stands for."""


def hyphenated(persons: Iterable[Mention], words: Words) -> dict[str, tuple[str, str]]:
    """Names of one word and a hyphen whose halves both end other names of the text, with the halves folded."""
    last: dict[str, set[str]] = defaultdict(set)
    joined: list[Mention] = []
    for mention in persons:
        text = words.name[mention.id]
        if "-" in text and " " not in text:
            joined.append(mention)
        else:
            last[mention.at.doc].add(folded(text).rsplit(" ", 1)[-1])
    found = {}
    for mention in joined:
        halves = words.name[mention.id].split("-")
        if len(halves) == 2 and all(folded(half) in last[mention.at.doc] for half in halves):
            found[mention.id] = (folded(halves[0]), folded(halves[1]))
    return found


def find_both(
    halves: Mapping[str, tuple[str, str]],
    leaders: Iterable[Mention],
    named: Iterable[Mention],
    persons: Keys,
    words: Words,
    lexicon: Lexicon,
) -> Both:
    """The two persons of each hyphenated name, and of each "two leaders" whose text names two who lead."""
    by_surname: dict[str, dict[str, str]] = defaultdict(dict)
    ranks: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rank_of = _reader(lexicon)
    for mention in named:
        if mention.id in persons:
            surname = folded(words.name[mention.id]).rsplit(" ", 1)[-1]
            by_surname[mention.at.doc].setdefault(surname, persons[mention.id])
            ranks[mention.at.doc][rank_of(words.role.get(mention.id, ""))].add(persons[mention.id])
    docs = {mention.id: mention.at.doc for mention in named}
    found = {m: tuple(sorted({by_surname[docs[m]].get(h, "") for h in both} - {""})) for m, both in halves.items()}
    for mention in leaders:
        wanted = _ranks(words.at[mention.id].lower(), lexicon)
        found[mention.id] = tuple(sorted(set().union(*(ranks[mention.at.doc][rank] for rank in wanted))))
    return {mention: keys for mention, keys in found.items() if len(keys) == 2}


def _ranks(text: str, lexicon: Lexicon) -> frozenset[str]:
    """What ranks a phrase for two leaders means; none where it is no such phrase."""
    two = next((len(start) for start in TWO if text.startswith(start)), None)
    noun = "" if two is None else text[two:]
    return RANKS.get(noun, HEADS) if noun in lexicon.actors.leaders else frozenset()


def _reader(lexicon: Lexicon) -> Callable[[str], str]:
    @cache
    def rank_of(role: str) -> str:
        """The rank of the office that a title ends in: of "Varnian President" a head of state's."""
        parts = role.split()
        found = (lexicon.office_rank(" ".join(parts[cut:])) for cut in range(min(len(parts), 4)))
        return next((rank for rank in found if rank is not None), "")

    return rank_of
