"""Who deals with whom: how many happenings that occurred or go on one actor does, and another suffers or shares."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from standoff.core.vocabulary import EventType
from standoff.store.asking.listed import ActorName, marks
from standoff.store.asking.words import actor_names

COOPERATION: tuple[EventType, ...] = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
"""The event types that PLOVER counts as cooperation, verbal and material; all others are conflict."""

MOST_DEALINGS = 12
"""Of one actor on its page."""
MOST_PARTIES = 20
"""Whose dealings are drawn: more names than a picture of all pairs holds."""


Part = Literal["agent", "participant", "target"]
"""As what an actor takes part in an event."""


class DealingCount(msgspec.Struct, frozen=True, kw_only=True):
    """So many happenings of one type that one actor does and another suffers or shares."""

    doer: str
    """The id of an actor, as for the sufferer."""
    sufferer: str
    type: EventType
    happenings: int


class Dealing(msgspec.Struct, frozen=True, kw_only=True):
    """What an actor and another have to do with each other, in numbers of happenings."""

    other: ActorName
    cooperation: int
    """That it does with or for the other."""
    conflict: int
    """That it does against the other."""
    cooperation_met: int
    """That the other does with or for it; what they do with one another counts both ways."""
    conflict_met: int


DEALINGS = """
SELECT other, sum(done * friendly), sum(done * (1 - friendly)), sum(met * friendly), sum(met * (1 - friendly))
FROM (
    SELECT sufferer AS other, happenings AS done, 0 AS met, type IN ({0}) AS friendly FROM dealings WHERE doer = ?
    UNION ALL
    SELECT doer, 0, happenings, type IN ({0}) FROM dealings WHERE sufferer = ?
)
GROUP BY other ORDER BY sum(done) + sum(met) DESC, other LIMIT {1}
""".format(", ".join(f"'{kind}'" for kind in COOPERATION), 8 * MOST_DEALINGS)  # noqa: S608 - the types above
"""Some more than are shown, so that those with a name can be chosen from them."""


def dealings_of(connection: sqlite3.Connection, actor: str) -> tuple[Dealing, ...]:
    """With whom an actor deals: those with a name first, then by how much."""
    found = connection.execute(DEALINGS, (actor, actor)).fetchall()
    named = _named(connection, [row[0] for row in found])
    rows = sorted(found, key=lambda row: row[0] not in named)[:MOST_DEALINGS]
    names = actor_names(connection, [row[0] for row in rows])
    return tuple(
        Dealing(
            other=names[other],
            cooperation=cooperation,
            conflict=conflict,
            cooperation_met=cooperation_met,
            conflict_met=conflict_met,
        )
        for other, cooperation, conflict, cooperation_met, conflict_met in rows
    )


def _named(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """Which of these actors have a name."""
    query = f"SELECT id FROM actors WHERE named AND id IN ({marks(ids)})"  # noqa: S608
    return {key for (key,) in connection.execute(query, ids)}


def dealings_among(
    connection: sqlite3.Connection, most: int = MOST_PARTIES
) -> tuple[tuple[ActorName, ...], tuple[DealingCount, ...]]:
    """The named actors of most happenings, and what they do with and to one another."""
    busiest = connection.execute(
        "SELECT actor FROM actor_tallies WHERE named = 1 AND happenings > 0 ORDER BY happenings DESC, actor LIMIT ?",
        (most,),
    ).fetchall()
    ids = [key for (key,) in busiest]
    names = actor_names(connection, ids)
    rows = connection.execute(
        f"""SELECT doer, sufferer, type, happenings FROM dealings
        WHERE doer IN ({marks(ids)}) AND sufferer IN ({marks(ids)}) ORDER BY doer, sufferer, type""",  # noqa: S608
        (*ids, *ids),
    ).fetchall()
    counts = tuple(DealingCount(doer=d, sufferer=s, type=kind, happenings=number) for d, s, kind, number in rows)
    return tuple(names[key] for key in ids), counts


def parts_played(connection: sqlite3.Connection, actor: str, happenings: Sequence[str]) -> Mapping[str, Sequence[Part]]:
    """As what an actor takes part in some happenings, by the id of the happening, the commonest first."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    rows = connection.execute(
        f"""SELECT happening, role FROM happening_events
        CROSS JOIN event_participants ON event_participants.event = happening_events.event
        CROSS JOIN mention_actors ON mention_actors.mention = event_participants.mention
        WHERE happening IN ({marks(happenings)}) AND actor = ?
        GROUP BY happening, role ORDER BY happening, count(*) DESC, role""",  # noqa: S608
        (*happenings, actor),
    )
    for happening, role in rows:
        found[happening].append(role)
    return found


MANY = 1000
"""Happenings of an actor from which on the first of them are met sooner by going through all in their order."""

OF_ONE = """SELECT happenings.id FROM happening_participants CROSS JOIN happenings ON happenings.id = happening
    WHERE actor = ?"""
ALONG_ALL = """SELECT happenings.id FROM happenings
    WHERE EXISTS (SELECT 1 FROM happening_participants WHERE happening = happenings.id AND actor = ?)"""


def happenings_most_told(connection: sqlite3.Connection, actor: str, most: int) -> Sequence[str]:
    """The ids of the happenings that an actor takes part in, those in most accounts first."""
    (often,) = connection.execute("SELECT count(*) FROM happening_participants WHERE actor = ?", (actor,)).fetchone()
    found = ALONG_ALL if often > MANY else OF_ONE
    query = f'{found} ORDER BY "upper" DESC, "lower" DESC, happenings.position LIMIT ?'
    return [key for (key,) in connection.execute(query, (actor, most))]


def measures_claimed(connection: sqlite3.Connection, actor: str) -> Sequence[str]:
    """The ids of the measures that an actor gives numbers for, those it gives most of first."""
    query = "SELECT measure FROM claims WHERE claimant = ? GROUP BY measure ORDER BY count(*) DESC, measure"
    return [measure for (measure,) in connection.execute(query, (actor,))]
