"""Plays scenarios on a store without reading it whole: what a condition may touch, then what that may touch in turn."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

import msgspec

from standoff.core.course import Scenario
from standoff.core.vocabulary import Status
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.resolve.obligations.matters import stems_of
from standoff.resolve.obligations.sides import ALSO
from standoff.resolve.scenario.play import MOST_ROUNDS, play
from standoff.resolve.scenario.reach import (
    Reach,
    Sided,
    Stretches,
    doers_of,
    following,
    forms_in,
    reach_of,
    reached,
    taken_back,
)
from standoff.store.ground import read_ground, states_unlisted
from standoff.store.touching import bound_by, named_in, told_in, told_with

OPEN: tuple[Status, ...] = ("conditional", "detached", "undecidable")
"""What something may still move."""


class Played(NamedTuple):
    """A scenario, and how many obligations in force it leaves as they are."""

    scenario: Scenario
    left: int


class Field(NamedTuple):
    """What is read once of a state of a store: which words reach which obligations, and the states named in it."""

    reach: Reach
    states: Mapping[str, tuple[str, ...]]
    """Those that no list has, with their names."""
    sided: Sided


class Grounds:
    """Keeps the field of the last state of a store; reading it takes some seconds where there are many reports."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._lock = Lock()
        self._state: str | None = None
        self._field: Field | None = None
        self._played: dict[str, Played] = {}

    def is_ready(self, connection: sqlite3.Connection) -> bool:
        """Whether the next condition is answered at once."""
        return self._state == state_of(connection)

    def near(self, connection: sqlite3.Connection, condition: str, most: int = 8) -> list[str]:
        """The obligations whose conditions share most words with this one, once something was played."""
        if self._field is None or not self.is_ready(connection):
            return []
        shared: Counter[str] = Counter()
        for stem in stems_of(forms_in(condition)):
            shared.update(self._field.reach.worded.get(stem, ()))
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [obligation for obligation, _ in ranked[:most]]

    def play(self, connection: sqlite3.Connection, condition: str) -> Played:
        """What follows if this comes about. The last few answers are kept: a picture asks again."""
        with self._lock:
            state = state_of(connection)
            if self._field is None or state != self._state:
                self._field, self._state, self._played = read_field(connection), state, {}
            if condition not in self._played:
                while len(self._played) >= KEPT:
                    del self._played[next(iter(self._played))]
                self._played[condition] = play_on(connection, self._field, condition)
            return self._played[condition]


KEPT = 16
"""Scenarios kept: small records."""


def read_field(connection: sqlite3.Connection) -> Field:
    """The field of the store as it is."""
    states = states_unlisted(connection)
    known = lexicon()
    return Field(
        reach=reach_of(map(Stretches._make, told_in(connection, OPEN)), known.deeds),
        states=states,
        sided=Sided(read_ground(connection, (), states, {}), known),
    )


def play_on(connection: sqlite3.Connection, field: Field, condition: str) -> Played:
    """Play on the obligations that the condition may touch, then with those that what it triggers may touch, and on."""
    known, named = lexicon(), named_in(connection, condition)
    doers = doers_of(read_ground(connection, (), named, field.states, condition), known, condition)
    first = reached(field.reach, known.deeds, condition)
    touched = {*first.waiting, *told_with(connection, taken_back(known.deeds, condition))}
    touched |= _on_sides(connection, field, first.owed, doers)
    done: set[str] = set()
    for _ in range(MOST_ROUNDS):
        dossier = read_ground(connection, touched, named, field.states, condition)
        scenario = play(dossier, known, condition)
        triggered = {step.obligation for step in scenario.steps if step.effect == "triggered"} - done
        more: set[str] = set()
        for each in following(dossier, known, triggered):
            more |= _on_sides(connection, field, first.owed, frozenset() if doers else each.threatened)
            for words in set(each.words):
                then = reached(field.reach, known.deeds, words)
                more |= then.waiting | _on_sides(connection, field, then.owed, each.doers)
        if more <= touched:
            break
        done, touched = done | triggered, touched | more
    (in_force,) = connection.execute("SELECT count(*) FROM obligations WHERE status IN (?, ?, ?)", OPEN).fetchone()
    return Played(msgspec.structs.replace(scenario, standing=()), in_force - len(scenario.steps))


def _on_sides(connection: sqlite3.Connection, field: Field, owed: Collection[str], sides: frozenset[str]) -> set[str]:
    """Of these obligations those that somebody on one of the sides may owe."""
    if not sides:
        return set()
    found, asked = set(), {}
    for each in bound_by(connection, owed):
        if each.actor not in asked:
            is_he = each.country in sides or f"{ALSO}{each.actor}" in sides
            asked[each.actor] = is_he or field.sided.may_be((each.name, *each.texts), sides)
        if asked[each.actor]:
            found.add(each.obligation)
    return found


def state_of(connection: sqlite3.Connection) -> str:
    """What tells one state of the findings from another: the reports with their days, and the rules that drew them."""
    days = connection.execute("SELECT published_since, id FROM documents ORDER BY published_since, path, id").fetchall()
    drawn = connection.execute("SELECT version, judgements FROM findings").fetchone()
    return sha256(repr((days, drawn)).encode()).hexdigest()


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    return load_lexicon()


GROUNDS = Grounds()
"""One for the process: what is kept is told by the contents of a store, so several may share it."""
