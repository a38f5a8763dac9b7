"""Which names are one: a key for each mention by name, of persons and of bodies, and the joins that made the keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from standoff.core.findings import Join
from standoff.core.records import Mention, Why
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import Join as BodyJoin
from standoff.resolve.actors.bodies import adjectives_of, find_joins, key_of, without_article
from standoff.resolve.actors.people import Name, Named, is_full, name_of
from standoff.resolve.actors.persons import join_persons
from standoff.resolve.actors.spelling import american, folded
from standoff.resolve.actors.words import Words

FINDER = "resolve.actors"
SPECIFIC: frozenset[MentionType] = frozenset(("state", "government", "military", "organization"))
"""What tells the crisis a text is about: everybody names unions of states, outlets and great cities."""
SHARED = "shared "
"""How the key of a body of many states begins, where its text does not say of which."""

GENDERS = {"he": "male", "she": "female"}
ADDRESS = 3
"""Pronouns that a word of address ("Mrs") outweighs: a pronoun is now and then read for the wrong person."""
LEAST, CLEARLY = 2, 3
"""Votes from which a gender counts, and how many times those for the other it must have."""

Keys = dict[str, str]
Reasons = list[tuple[str, Join]]


class Naming(NamedTuple):
    """Keys of mentions, and the joins by key."""

    keys: Keys
    reasons: Reasons


def reason(left: str, right: str, score: float, detail: str) -> Join:
    """A join of two names, the lesser first."""
    return Join(left=min(left, right), right=max(left, right), why=Why(FINDER, score, detail))


# Bodies ------------------------------------------------------------------------------------------------------------


def name_bodies(mentions: Iterable[Mention], words: Words, lexicon: Lexicon) -> Naming:
    """States, bodies and places by name; a ministry of many states is the one that its text names with its state."""

    @cache
    def global_key(text: str) -> str:
        return key_of(text, "", lexicon)

    own: Keys = {}
    for mention in mentions:
        key = global_key(words.name[mention.id])
        own[mention.id] = key.replace(SHARED, f"{SHARED}{mention.at.doc}", 1) if key.startswith(SHARED) else key
    own |= _shortened(own, mentions, words)
    texts = sorted({(key, words.name[m]) for m, key in own.items()})
    parent = {key: key for key, _ in texts}
    found = [*find_joins(texts, lexicon.actors.forms), *_with_their_state(own, mentions, words)]
    used = []
    for each in found:
        left, right = sorted((root(parent, each.left), root(parent, each.right)))
        if left != right:
            parent[right] = left
            used.append((each, left))
    keys = {m: root(parent, key) for m, key in own.items()}
    return Naming(keys, [(root(parent, key), reason(*_shown(each), each.score, each.reason)) for each, key in used])


def _shortened(own: Keys, mentions: Iterable[Mention], words: Words) -> Keys:
    """One word behind "the" that the one name of several words in its text begins or ends with: "the North".

    Neither where the word is a name of its own in the text, without its article, or the adjective of one.
    """
    short = [m for m in mentions if m.id in words.definite and own[m.id].startswith("name ")]
    texts = {mention.at.doc for mention in short}
    longer: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: set[tuple[str, str]] = set()
    for mention in mentions:
        if mention.at.doc in texts:
            parts = without_article(folded(words.name[mention.id])).split()
            if len(parts) > 1:
                for part in {parts[0], parts[-1]}:
                    longer[mention.at.doc, part].add(own[mention.id])
            elif mention.id not in words.definite:
                bare |= {(mention.at.doc, form) for part in parts for form in (part, *adjectives_of(part))}
    places = {m.id: (m.at.doc, without_article(folded(words.name[m.id]))) for m in short}
    found = {mention: longer.get(place, set()) for mention, place in places.items() if place not in bare}
    return {mention: min(keys) for mention, keys in found.items() if len(keys) == 1}


def root(parent: dict[str, str], key: str) -> str:
    """The key that stands for those joined with it; the way there is shortened."""
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _shown(join: BodyJoin) -> tuple[str, str]:
    """Two keys as a reader sees them, without their kind."""
    left, right = (key.split(" ", 2 if key.startswith(SHARED) else 1)[-1] for key in (join.left, join.right))
    return left, right


def _with_their_state(own: Keys, mentions: Iterable[Mention], words: Words) -> Iterator[BodyJoin]:
    """A foreign ministry of no state in a text that names one foreign ministry with its state."""
    texts: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        texts[mention.at.doc].add(own[mention.id])
    for _, keys in sorted(texts.items()):
        full = sorted(key for key in keys if not key.startswith(SHARED))
        for key in sorted(key for key in keys if key.startswith(SHARED)):
            name = key.split(" ", 2)[2].lower()
            fitting = [other for other in full if other.lower().endswith(f" {name}")]
            if len(fitting) == 1:
                yield BodyJoin(fitting[0], key, 0.8, f"the only {name} that its text names with a state")


# Persons -----------------------------------------------------------------------------------------------------------


def name_persons(
    mentions: Iterable[Mention], bodies: Mapping[str, str], around: Iterable[Mention], words: Words, lexicon: Lexicon
) -> Naming:
    """Persons by name; ``bodies`` has the keys of the other names ``around``, which tell what a text is about."""
    groups: dict[tuple[str, Name], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = name_of(words.name[mention.id])
        if name:
            groups[mention.at.doc, name].append(mention)
    near = _about(groups, around, bodies)
    named = [
        _named(doc, name, found, near[doc], words, lexicon)
        for (doc, name), found in sorted(groups.items(), key=lambda g: g[0])
    ]
    clusters, matches = join_persons(named, lexicon)
    keys = {m: f"person {clusters[i]}" for i, item in enumerate(named) for m in item.mentions}
    shown = [Counter(words.name[m] for m in item.mentions).most_common(1)[0][0] for item in named]
    reasons = [
        (f"person {clusters[match.left]}", reason(shown[match.left], shown[match.right], match.score, match.reason))
        for match in matches
    ]
    full = {clusters[i] for i, item in enumerate(named) if is_full(item.name)}
    bare = {m for i, item in enumerate(named) if clusters[i] not in full for m in item.mentions}
    states = {m.id for m in around if m.type == "state"}
    return Naming(_not_persons(keys, bare, bodies, states, words), reasons)


def _named(
    doc: str, name: Name, found: Sequence[Mention], near: frozenset[str], words: Words, lexicon: Lexicon
) -> Named:
    offices = frozenset(folded(words.role[m.id]) for m in found if m.id in words.role)
    about = near - {" ".join(name)} if is_full(name) else near
    return Named(doc, name, tuple(sorted(m.id for m in found)), offices, about, _gender(found, words, lexicon))


def _gender(found: Sequence[Mention], words: Words, lexicon: Lexicon) -> str | None:
    """What a text tells of the bearer of a name: by a word of address, else by most of the pronouns."""
    votes: Counter[str] = Counter()
    for mention in found:
        title = words.at[mention.id].removesuffix(words.name[mention.id]).split()
        for gender in {lexicon.gender_of(word) for word in title} - {None}:
            votes[str(gender)] += ADDRESS
        votes.update(GENDERS[word] for word in words.pronouns.get(mention.id, ()) if word in GENDERS)
    ranked = votes.most_common()
    clear = bool(ranked) and ranked[0][1] >= LEAST and (len(ranked) == 1 or ranked[0][1] >= CLEARLY * ranked[1][1])
    return ranked[0][0] if clear else None


def neighbours(mentions: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """What each text names that tells what it is about, by its key."""
    near: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.form == "name" and mention.type in SPECIFIC and mention.id in keys:
            near[mention.at.doc].add(keys[mention.id])
    return {doc: frozenset(found) for doc, found in near.items()}


def _about(
    groups: Mapping[tuple[str, Name], Sequence[Mention]], around: Iterable[Mention], bodies: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """What each text is about: states and bodies by their keys, persons by their full names."""
    near: dict[str, set[str]] = defaultdict(set)
    for doc, found in neighbours(around, bodies).items():
        near[doc] |= found
    for doc, name in groups:
        near[doc] |= {" ".join(name)} if is_full(name) else set()
    return {doc: frozenset(near[doc]) for doc in {doc for doc, _ in groups}}


def _not_persons(persons: Keys, bare: set[str], bodies: Mapping[str, str], states: set[str], words: Words) -> Keys:
    """Persons' keys, save for one-word names, no named person's surname, that others use for a body more often.

    The adjective of a state's name is no person either: "Varnian" beside "Varnia".
    """
    called = {m: american(without_article(folded(words.name[m]))) for m in bodies}
    own = {text: bodies[m] for m, text in sorted(called.items())}
    formed = {form: own[called[m]] for m in sorted(states) if m in called for form in adjectives_of(called[m])}
    single = {m: american(folded(words.name[m])) for m in persons if m in bare and " " not in words.name[m]}
    as_body, as_person = Counter(called.values()), Counter(single.values())
    moved = {m: own[text] for m, text in single.items() if as_body[text] > as_person[text]}
    moved |= {m: formed[text] for m, text in single.items() if text in formed and m not in moved}
    return persons | moved
