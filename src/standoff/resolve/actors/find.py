"""Actors: the names and descriptions in all documents that are one person or body, each join with its reason."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.core.digest import digest
from standoff.core.findings import Actor, Join, Role
from standoff.core.records import Document, Mention, Study, Why
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import derives, find_joins, key_of, without_article
from standoff.resolve.actors.people import Named, find_matches, join, name_of
from standoff.resolve.actors.spelling import folded
from standoff.resolve.rulings import NONE, Rulings

COLLECTIVE: frozenset[MentionType] = frozenset(("military", "government", "alliance", "organization", "media"))
"""Described bodies anchored to a name ("Russian troops", "the Biden administration") are one in all texts."""


@dataclass
class Words:
    """The surface of every mention, read once."""

    at: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    role: dict[str, str] = field(default_factory=dict)
    titled: dict[str, str] = field(default_factory=dict)
    """The name with the office before it: "Foreign Minister Aldis Lande" of "the outgoing Foreign Minister ..."."""


def find_actors(
    documents: Sequence[Document], studies: Sequence[Study], lexicon: Lexicon, rulings: Rulings = NONE
) -> tuple[Actor, ...]:
    """Every actor of the documents, sorted by id; a mention that stands for another goes with it."""
    words = _read(documents, studies)
    mentions = {m.id: m for study in studies for m in study.mentions}
    persons, person_joins = _person_keys(mentions.values(), words, lexicon)
    bodies, body_joins = _body_keys(mentions.values(), words, lexicon)
    keys = _not_persons(persons, bodies, words) | bodies | _described_keys(mentions, words)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        key = keys.get(_end(mention, mentions).id)
        if key is not None:
            members[key].append(mention)
    reasons: dict[str, list[Join]] = defaultdict(list)
    for key, reason in person_joins + body_joins:
        reasons[key].append(reason)
    actors = (_actor(key, members[key], reasons[key], words, lexicon) for key in members)
    return tuple(sorted(actors, key=lambda a: a.id))


def _read(documents: Sequence[Document], studies: Sequence[Study]) -> Words:
    by_id = {document.id: document for document in documents}
    words = Words()
    for study in studies:
        document = by_id[study.doc]
        for mention in study.mentions:
            words.at[mention.id] = one_line(document.quote(mention.at))
            words.name[mention.id] = one_line(document.quote(mention.name or mention.at))
            if mention.role is not None:
                words.role[mention.id] = one_line(document.quote(mention.role))
            if mention.role is not None and mention.name is not None and mention.role.end <= mention.name.start:
                titled = document.span(mention.role.start, mention.name.end)
                words.titled[mention.id] = one_line(document.quote(titled))
    return words


def one_line(text: str) -> str:
    """The words with single spaces: a name broken over two lines is the name."""
    return " ".join(text.split())


def _end(mention: Mention, mentions: Mapping[str, Mention]) -> Mention:
    """The mention at the end of the chain of references."""
    seen = {mention.id}
    while mention.refers is not None and mention.refers in mentions and mention.refers not in seen:
        mention = mentions[mention.refers]
        seen.add(mention.id)
    return mention


Keys = dict[str, str]
Reasons = list[tuple[str, Join]]


def _person_keys(mentions: Iterable[Mention], words: Words, lexicon: Lexicon) -> tuple[Keys, Reasons]:
    """Persons by name: a key a mention, and the joins that made each key."""
    groups: dict[tuple[str, tuple[str, ...]], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = name_of(words.name[mention.id]) if mention.form == "name" and mention.type == "person" else ()
        if name:
            groups[mention.at.doc, name].append(mention)
    named = [
        Named(doc, name, tuple(sorted(m.id for m in found)), _offices(found, words))
        for (doc, name), found in sorted(groups.items(), key=lambda item: item[0])
    ]
    clusters, matches = join(named, find_matches(named, lexicon), lexicon)
    keys = {m: f"person {clusters[i]}" for i, item in enumerate(named) for m in item.mentions}
    shown = [Counter(words.name[m] for m in item.mentions).most_common(1)[0][0] for item in named]
    reasons = [
        (f"person {clusters[match.left]}", _reason(shown[match.left], shown[match.right], match.score, match.reason))
        for match in matches
    ]
    return keys, reasons


def _offices(mentions: Iterable[Mention], words: Words) -> frozenset[str]:
    return frozenset(folded(words.role[m.id]) for m in mentions if m.id in words.role)


def _reason(left: str, right: str, score: float, detail: str) -> Join:
    return Join(left=min(left, right), right=max(left, right), why=Why("resolve.actors", score, detail))


def _body_keys(mentions: Iterable[Mention], words: Words, lexicon: Lexicon) -> tuple[Keys, Reasons]:
    """States, bodies and places by name."""
    own = {
        m.id: key_of(words.name[m.id], m.at.doc, lexicon) for m in mentions if m.form == "name" and m.type != "person"
    }
    texts = sorted({(key, words.name[m]) for m, key in own.items()})
    parent = {key: key for key, _ in texts}
    reasons = []
    for found in find_joins(texts):
        left, right = sorted((_root(parent, found.left), _root(parent, found.right)))
        if left != right:
            parent[right] = left
            reasons.append((found, left))
    keys = {m: _root(parent, key) for m, key in own.items()}
    return keys, [
        (_root(parent, key), _reason(_bare(found.left), _bare(found.right), found.score, found.reason))
        for found, key in reasons
    ]


def _not_persons(persons: Keys, bodies: Keys, words: Words) -> Keys:
    """Persons' keys, save for one-word names that other mentions use as a state's or body's more often."""
    single = {m: f"name {folded(words.name[m])}" for m in persons if " " not in words.name[m]}
    as_body, as_person = Counter(bodies.values()), Counter(single.values())
    moved = {m: key for m, key in single.items() if as_body[key] > as_person[key]}
    return persons | moved


def _bare(key: str) -> str:
    return key.split(" ", 1)[1]


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key


def _described_keys(mentions: Mapping[str, Mention], words: Words) -> Keys:
    """Descriptions that stand for no other mention.

    A described body that names its state or its head ("Russian troops", "the Biden administration") is one in all
    texts; anything else, above all an unnamed person, is one within its own text only: never by wording alone.
    """
    keys: Keys = {}
    names = sorted(m.at for m in mentions.values() if m.form == "name")
    for mention in mentions.values():
        if mention.form != "description" or mention.refers is not None:
            continue
        text = without_article(folded(words.name[mention.id]))
        anchored = mention.type in COLLECTIVE and _holds_one(mention.name or mention.at, names)
        keys[mention.id] = f"described {text}" if anchored else f"described {mention.at.doc} {text}"
    return keys


def _holds_one(place: Span, names: Sequence[Span]) -> bool:
    """Whether one of these sorted places, of names, stands in a description; a capital alone may begin a sentence."""
    first = bisect_left(names, Span(place.doc, place.start, place.start + 1))
    return first < len(names) and place.contains(names[first])


def _actor(key: str, members: list[Mention], joins: list[Join], words: Words, lexicon: Lexicon) -> Actor:
    shown = [m for m in members if m.form != "pronoun"]
    surfaces = (words.at, words.name, words.titled)
    names = sorted({found[m.id] for m in shown for found in surfaces if m.id in found})
    roles = {(words.role[m.id], m.role) for m in shown if m.role is not None}
    roles |= {(words.name[m.id], m.name or m.at) for m in shown if m.form == "description" and m.refers is not None}
    ids = tuple(sorted(m.id for m in members))
    return Actor(
        id=digest("actor", ids[0]),
        name=_best_name(key, shown, words, lexicon),
        type=Counter(m.type for m in sorted(shown, key=lambda m: m.id)).most_common(1)[0][0],
        names=tuple(names),
        mentions=ids,
        roles=tuple(Role(text=text, at=at) for text, at in sorted(roles, key=lambda r: r[1])),
        joins=tuple(sorted(set(joins), key=lambda j: (j.left, j.right))),
        named=any(m.form == "name" for m in shown),
    )


def _best_name(key: str, shown: list[Mention], words: Words, lexicon: Lexicon) -> str:
    """What an actor is shown by: for persons the commonest full name, for others the commonest name, no adjective."""
    named = [m for m in shown if m.form == "name"] or shown
    counts = Counter(words.name[m.id] for m in named)
    full = key.startswith("person") and any(len(text.split()) > 1 for text in counts)

    def rank(text: str) -> tuple[bool, int, str]:
        lesser = len(text.split()) == 1 if full else _stands_for(text, counts, lexicon)
        return lesser, -counts[text], text

    return min(counts, key=rank)


def _stands_for(text: str, names: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a name is the adjective, the people or the seat of a state, or formed from another of the names."""
    kind = lexicon.state_kind(text)
    return kind not in (None, "name") or any(derives(folded(text), folded(name)) for name in names)
