"""Actors: the names and descriptions in all documents that are one person or body, each join with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from standoff.core.findings import Actor, Join
from standoff.core.records import Document, Mention, Study
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.decide import honour
from standoff.resolve.actors.described import find_described
from standoff.resolve.actors.holders import find_holders
from standoff.resolve.actors.keys import Keys, Reasons, name_bodies, name_persons, neighbours
from standoff.resolve.actors.metonyms import Open, acting, find_metonyms
from standoff.resolve.actors.pairs import find_both, hyphenated
from standoff.resolve.actors.records import make_actor
from standoff.resolve.actors.words import Words, read_words
from standoff.resolve.rulings import NONE, Rulings


class _Found(NamedTuple):
    """Keys of the mentions that stand for no other, why they are so, what stays open, and what stands for two."""

    keys: Keys
    reasons: Reasons
    left: Mapping[str, tuple[str, ...]]
    both: Mapping[str, tuple[str, ...]]


def find_actors(
    documents: Sequence[Document], studies: Sequence[Study], lexicon: Lexicon, rulings: Rulings = NONE
) -> tuple[Actor, ...]:
    """Every actor of the documents, sorted by id; a mention that stands for another goes with it."""
    words = read_words(documents, studies)
    mentions = {m.id: m for study in studies for m in study.mentions}
    cut = _cut(mentions, rulings)
    ends = {key: _end(mention, mentions, cut) for key, mention in mentions.items()}
    found = _find_keys(mentions, ends, cut, words, lexicon)
    keys = {key: found.keys[end.id] for key, end in ends.items() if end.id in found.keys}
    if rulings.same or rulings.different:
        keys = honour(keys, mentions, rulings, neighbours(mentions.values(), keys))
    groups: dict[str, list[Mention]] = defaultdict(list)
    for key in sorted(keys):
        groups[keys[key]].append(mentions[key])
    return _make(groups, found, acting(studies), words, lexicon)


def _make(
    groups: Mapping[str, Sequence[Mention]], found: _Found, doing: frozenset[str], words: Words, lexicon: Lexicon
) -> tuple[Actor, ...]:
    reasons: dict[str, list[Join]] = defaultdict(list)
    for key, reason in found.reasons:
        reasons[key].append(reason)
    actors = {key: make_actor(key, members, reasons[key], words, lexicon) for key, members in groups.items()}
    ids = {key: actor.id for key, actor in actors.items()}
    metonyms = find_metonyms(groups, ids, Open(found.left, found.both), doing, words, lexicon)
    for key, stands_for in metonyms.items():
        several = tuple(sorted(stands_for, key=lambda m: (m.actors, m.mentions)))
        actors[key] = replace(actors[key], stands_for=several)
    return tuple(sorted(actors.values(), key=lambda actor: actor.id))


def _cut(mentions: Mapping[str, Mention], rulings: Rulings) -> frozenset[str]:
    """Descriptions and pronouns that a person said are somebody: they stand for nobody else then."""
    ruled = {key for pair in rulings.same for key in pair if key in mentions}
    return frozenset(key for key in ruled if mentions[key].form != "name")


def _end(mention: Mention, mentions: Mapping[str, Mention], cut: frozenset[str]) -> Mention:
    """The mention at the end of the chain of references."""
    seen = {mention.id}
    while mention.id not in cut and mention.refers is not None and mention.refers not in seen:
        if mention.refers not in mentions:
            break
        mention = mentions[mention.refers]
        seen.add(mention.id)
    return mention


def _find_keys(
    mentions: Mapping[str, Mention], ends: Mapping[str, Mention], cut: frozenset[str], words: Words, lexicon: Lexicon
) -> _Found:
    """Bodies by name, then persons by name, then descriptions: each rests on those before it."""
    names = [m for m in mentions.values() if m.form == "name"]
    others = [m for m in names if m.type != "person"]
    bodies = name_bodies(others, words, lexicon)
    people = [m for m in names if m.type == "person"]
    halves = hyphenated(people, words)
    persons = name_persons([m for m in people if m.id not in halves], bodies.keys, others, words, lexicon)
    named = persons.keys | bodies.keys
    free = [m for m in mentions.values() if m.form == "description" and m.refers is None and m.id not in cut]
    described = find_described(free, names, named, words, lexicon)
    holders = find_holders([m for m in free if m.type == "person"], names, persons.keys, bodies.keys, words, lexicon)
    apart = {m.id: f"pair {m.at.doc} {words.name[m.id]}" for m in people if m.id in halves}
    alone = {key: f"alone {key}" for key in cut}
    return _Found(
        named | described.keys | holders.keys | apart | alone,
        persons.reasons + bodies.reasons + holders.reasons,
        described.open,
        find_both(halves, [m for m in free if m.type == "person"], people, persons.keys, words, lexicon),
    )
