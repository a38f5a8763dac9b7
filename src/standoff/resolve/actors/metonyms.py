"""Whom an actor stands for where a text means another by it: a seat of power for its state, "the two leaders" for both.

Lakoff and Johnson (1980) call it metonymy: the place for the institution. A seat stays an actor of its own, as reports
tell the Kremlin from Russia; what it says and does is marked as the state's. Where a description may be one of several,
all are kept: a wrong one is worse than an open one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from standoff.core.findings import Metonym
from standoff.core.records import Mention, Study, Why
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.keys import FINDER
from standoff.resolve.actors.words import Words


class Open(NamedTuple):
    """By mention, the keys of actors: of those one is meant, it stays open which; and of those two, both are."""

    left: Mapping[str, tuple[str, ...]]
    both: Mapping[str, tuple[str, ...]]


def acting(studies: Sequence[Study]) -> frozenset[str]:
    """The mentions that say, do, suffer, promise or claim something: what a building cannot."""
    found: set[str | None] = set()
    for study in studies:
        found.update(a.speaker for a in study.attributions)
        found.update(m for e in study.events for m in (*e.agents, *e.targets, *e.participants))
        found.update(m for c in study.commitments for m in (c.debtor, c.creditor))
        found.update(f.claimant for f in study.figures)
    return frozenset(m for m in found if m is not None)


def find_metonyms(
    groups: Mapping[str, Sequence[Mention]],
    ids: Mapping[str, str],
    several: Open,
    doing: frozenset[str],
    words: Words,
    lexicon: Lexicon,
) -> dict[str, list[Metonym]]:
    """By the key of each actor, whom it stands for; ``ids`` has the actors by key."""
    found: dict[str, list[Metonym]] = defaultdict(list)
    open_in, both_in = _by_key(groups, several.left), _by_key(groups, several.both)
    for key in groups:
        seat = _seat(key, groups[key], ids, doing, lexicon) if key.startswith("body ") else None
        if seat is not None:
            found[key].append(seat)
        if key in open_in:
            found[key] += _open(open_in[key], ids, several.left, words)
        if key in both_in:
            found[key] += _both(both_in[key], ids, several.both, words)
    return found


def _by_key(groups: Mapping[str, Sequence[Mention]], several: Mapping[str, object]) -> Mapping[str, list[Mention]]:
    """The members of each group that mean more than one."""
    found = {key: [m for m in members if m.id in several] for key, members in groups.items()} if several else {}
    return {key: members for key, members in found.items() if members}


def _seat(
    key: str, members: Sequence[Mention], ids: Mapping[str, str], doing: frozenset[str], lexicon: Lexicon
) -> Metonym | None:
    """That a seat of power, where it says or does something, is its state."""
    body = lexicon.body_of(key.removeprefix("body "))
    if body is None or body.name not in lexicon.actors.seats or f"state {body.state}" not in ids:
        return None
    meant = tuple(sorted(m.id for m in members if m.id in doing and m.form == "name"))
    if not meant:
        return None
    state = lexicon.state_name(body.state or "")
    detail = f"{body.name} is the seat of power of {state}: where it says or does something, {state} is meant"
    return Metonym(actors=(ids[f"state {body.state}"],), mentions=meant, why=Why(FINDER, 0.8, detail))


def _open(
    members: Sequence[Mention], ids: Mapping[str, str], left: Mapping[str, tuple[str, ...]], words: Words
) -> Iterable[Metonym]:
    """The descriptions among the members of which a text leaves open which actor they mean."""
    by_targets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for mention in members:
        targets = tuple(sorted(ids[key] for key in left.get(mention.id, ()) if key in ids))
        if len(targets) > 1:
            by_targets[targets].append(mention.id)
    for targets, mentions in sorted(by_targets.items()):
        text = words.at[mentions[0]]
        detail = f'the text names {len(targets)} that "{text}" may be'
        yield Metonym(actors=targets, mentions=tuple(sorted(mentions)), why=Why(FINDER, 0.5, detail))


def _both(
    members: Sequence[Mention], ids: Mapping[str, str], both: Mapping[str, tuple[str, ...]], words: Words
) -> Iterable[Metonym]:
    """The mentions among the members that mean two persons: a metonym for each of the two."""
    by_target: dict[str, list[str]] = defaultdict(list)
    for mention in members:
        for key in both.get(mention.id, ()):
            if key in ids:
                by_target[ids[key]].append(mention.id)
    for target, mentions in sorted(by_target.items()):
        detail = f'one of the two whom "{words.at[mentions[0]]}" means'
        yield Metonym(actors=(target,), mentions=tuple(sorted(mentions)), why=Why(FINDER, 0.8, detail))
