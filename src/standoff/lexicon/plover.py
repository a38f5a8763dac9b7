"""The words that name events, by PLOVER's types, with the conditions under which they do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from standoff.core.errors import ResourceError
from standoff.core.vocabulary import EventType
from standoff.lexicon.inflect import with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "plover"
PREPOSITIONS = frozenset(
    "of on upon for to with against between by in from into at over about behind as toward towards onto until".split()
)
ANY_PREDICATE = "="
NEGATION = "not"
SHORTEST_CUT = 6  # letters: cut, "hope" would be "hop", "plane" be "plan"
ANIMATE = ("people", "diplomat", "envoy", "captive")
"""Classes of those who speak for themselves."""


Need = Literal["", "actor", "carrier"]
"""What an entry counts only with: nothing, an actor who takes part, a verb that carries the noun."""


class PloverLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``plover.yaml``; each line a comma-separated list."""

    classes: dict[str, str]
    carriers: str
    unfolding: str
    verbs: dict[EventType, str]
    actor_verbs: dict[EventType, str]
    nouns: dict[EventType, str]
    actor_nouns: dict[EventType, str]
    carried_nouns: dict[EventType, str]
    nothing_verbs: str
    nothing_nouns: str
    undergone: str
    retold: str


class Condition(msgspec.Struct, frozen=True):
    """What must stand below a trigger: a preposition, a word, or a word behind a preposition."""

    preposition: str | None
    words: frozenset[str] | None
    """One word, or all of a class; ``None``: the preposition alone."""
    is_class: bool = False
    is_predicate: bool = False
    """Whether the word says what somebody is called, not what is done to him."""


class Entry(msgspec.Struct, frozen=True):
    """One entry of the file, taken apart."""

    phrase: str
    type: EventType | None
    """``None``: it looks like an event and is none."""
    head: str
    before: tuple[frozenset[str], ...]
    """Of a noun, the words right before it, in order; of a verb, the classes of its subject."""
    conditions: tuple[Condition, ...]
    negated: bool
    needs: Need
    verbal: bool

    @property
    def weight(self) -> tuple[int, int, bool]:
        """The more conditions an entry has, and the more exact, the sooner it decides; "nothing" among equals."""
        exact = sum(not condition.is_class for condition in self.conditions)
        return len(self.conditions) + len(self.before) + self.negated, exact, self.type is None


class Plover(msgspec.Struct, frozen=True, eq=False):
    """Entries by the lemma of their head, the weightiest first."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    carriers: frozenset[str]
    unfolding: frozenset[str]
    """Verbs whose subject is the event: "talks resumed"."""
    animate: frozenset[str]
    """Nouns for somebody who can act or speak, though no name stands there: "the doctors"."""
    undergone: frozenset[str]
    """Nouns whose owner suffers what they say."""
    retold: frozenset[str]
    """Nouns, with the words before them, that news use again for an event whose parties they have named."""
    hyphened: Mapping[str, frozenset[str]]
    """The first part of each head with hyphens, and the heads it begins: "build" with "build-up"."""


def load_plover() -> Plover:
    """The words of ``plover.yaml``. Raises ``ResourceError``, also when a phrase has two types or an unknown class."""
    lines = load(FILE, PloverLines)
    classes = {name: frozenset(listed(line)) for name, line in lines.classes.items()}
    acts: dict[Need, Mapping[EventType, str]] = {"": lines.verbs, "actor": lines.actor_verbs}
    verbs = entries_of(acts, lines.nothing_verbs, classes, verbs=True)
    things: dict[Need, Mapping[EventType, str]] = {
        "": lines.nouns,
        "actor": lines.actor_nouns,
        "carrier": lines.carried_nouns,
    }
    nouns = entries_of(things, lines.nothing_nouns, classes, verbs=False)
    hyphened: dict[str, set[str]] = defaultdict(set)
    for entry in (*verbs, *nouns):
        first, hyphen, _ = entry.head.partition("-")
        if hyphen:
            hyphened[first].add(entry.head)
    return Plover(
        verbs=by_head(verbs),
        nouns=by_head(nouns),
        carriers=frozenset(listed(lines.carriers)),
        unfolding=frozenset(listed(lines.unfolding)),
        animate=frozenset().union(*(classes.get(name, frozenset()) for name in ANIMATE)),
        undergone=frozenset(listed(lines.undergone)),
        retold=frozenset(listed(lines.retold)),
        hyphened={first: frozenset(heads) for first, heads in hyphened.items()},
    )


def entries_of(
    sections: Mapping[Need, Mapping[EventType, str]],
    nothing: str,
    classes: Mapping[str, frozenset[str]],
    *,
    verbs: bool,
) -> list[Entry]:
    """Every entry of the verbs or of the nouns. Raises ``ResourceError`` when a phrase has two types or needs."""
    pairs: list[tuple[str, tuple[EventType | None, Need]]] = [(phrase, (None, "")) for phrase in listed(nothing)]
    for needs, section in sections.items():
        pairs += [(phrase, (kind, needs)) for kind, line in section.items() for phrase in listed(line)]
    found = index(FILE, pairs).items()
    return [entry_of(phrase, kind, classes, needs=needs, verb=verbs) for phrase, (kind, needs) in found]


def entry_of(
    phrase: str, kind: EventType | None, classes: Mapping[str, frozenset[str]], *, needs: Need, verb: bool
) -> Entry:
    """A phrase taken apart. Raises ``ResourceError`` for a class that the file does not have."""
    words = phrase.split()
    negated = words[0] == NEGATION
    words = words[negated:]
    at = head_of_verb(words) if verb else head_of_noun(words)
    return Entry(
        phrase=phrase,
        type=kind,
        head=words[at],
        before=tuple(members(word, classes) for word in words[:at]),
        conditions=tuple(conditions_of(words[at + 1 :], classes)),
        negated=negated,
        needs=needs,
        verbal=verb,
    )


def head_of_verb(words: list[str]) -> int:
    """The place of the verb: the first word that is no class."""
    return next((at for at, word in enumerate(words) if not word.startswith("[")), 0)


def head_of_noun(words: list[str]) -> int:
    """The place of the noun: the word before the first preposition, or the last word."""
    return next((at - 1 for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words) - 1)


def conditions_of(words: list[str], classes: Mapping[str, frozenset[str]]) -> Iterator[Condition]:
    """The conditions behind a head; a preposition and the word behind it are one."""
    at = 0
    while at < len(words):
        word, is_preposition = words[at], words[at] in PREPOSITIONS
        at += 1
        if is_preposition and at < len(words) and words[at] not in PREPOSITIONS:
            yield Condition(word, members(words[at], classes), words[at].startswith("["))
            at += 1
        elif is_preposition:
            yield Condition(word, None)
        elif word == ANY_PREDICATE:
            yield Condition(None, None, is_class=True, is_predicate=True)
        else:
            yield Condition(None, members(word, classes), word.startswith("["), word.startswith("="))


def members(word: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words of a class in brackets, or the one word; as plurals too, for lemmas are not always singular."""
    if not word.endswith("]"):
        return frozenset((word, with_s(word)))
    name = word.strip("=[]")
    if name not in classes:
        raise ResourceError(f"resources/{FILE}.yaml uses the class {word}, which it does not list")
    return classes[name] | {with_s(word) for word in classes[name]}


def by_head(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries by their head, the weightiest first, then those that need nobody.

    Nouns stand by their plural too, long verbs by what a lemmatiser that does not know them may leave ("toppl").
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for head in dict.fromkeys((entry.head, _cut(entry.head) if entry.verbal else with_s(entry.head))):
            found[head].append(entry)
    return {
        head: tuple(sorted(same, key=lambda e: (tuple(-int(w) for w in e.weight), e.needs, e.phrase)))
        for head, same in found.items()
    }


def _cut(verb: str) -> str:
    """A verb without its last "e", where what is left is no other word."""
    return verb[:-1] if verb.endswith("e") and len(verb) >= SHORTEST_CUT else verb
