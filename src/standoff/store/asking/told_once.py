"""What one report alone tells that somebody said: attributions, with whom they are told through and what is in them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from standoff.core.vocabulary import Act
from standoff.store.asking.attributions import ListedAttribution, attributions_of
from standoff.store.asking.listed import ActorName, Words, in_chunks, marks
from standoff.store.asking.words import Place, actor_names, read_words

MOST_THROUGH = 4
"""Attributions around one, from the innermost out: reports of reports of reports are read no further."""
MOST_INSIDE = 4
"""Findings shown of what stands in one attribution."""


InsideKind = Literal["obligation", "happening", "measure"]


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells it to the reporter: the attribution around it."""

    attribution: str
    act: Act
    speaker: ActorName | None
    source: Words | None
    """Whom the text names there."""


class Inside(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of which a reading stands in the words."""

    kind: InsideKind
    id: str
    name: str
    """The force of an obligation, the type of a happening, the words of a figure."""


class ToldOnce(ListedAttribution, frozen=True, kw_only=True):
    """An attribution as lists of what was said show it."""

    through: tuple[Teller, ...]
    """Those who tell of it, the innermost first."""
    inside: tuple[Inside, ...]
    """Obligations first, then happenings, then measures."""


AROUND = f"""
WITH RECURSIVE around (attribution, depth, outer) AS (
    SELECT id, 0, within FROM attributions WHERE id IN ({{}}) AND within IS NOT NULL
    UNION ALL
    SELECT attribution, depth + 1, within FROM around JOIN attributions ON attributions.id = outer
    WHERE depth < {MOST_THROUGH - 1} AND within IS NOT NULL
)
SELECT around.attribution, around.outer, act, mention_actors.actor, document, source_start, source_end
FROM around
JOIN attributions ON attributions.id = around.outer
LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
ORDER BY around.attribution, depth
"""  # noqa: S608 - the number above

INSIDE: tuple[tuple[InsideKind, str], ...] = (
    (
        "obligation",
        """SELECT DISTINCT commitment_relays.attribution, obligations.id, obligations.force
        FROM commitment_relays
        JOIN obligation_commitments ON obligation_commitments.commitment = commitment_relays.commitment
        JOIN obligations ON obligations.id = obligation
        WHERE commitment_relays.attribution IN ({}) ORDER BY obligations.position""",
    ),
    (
        "happening",
        """SELECT DISTINCT carried_by, happenings.id, happenings.type
        FROM events
        JOIN happening_events ON event = events.id
        JOIN happenings ON happenings.id = happening
        WHERE carried_by IN ({}) ORDER BY happenings.position""",
    ),
    (
        "measure",
        """SELECT carried_by, measure, substr(documents.text, figures.start + 1, figures."end" - figures.start)
        FROM figures
        JOIN claim_figures ON figure = figures.id
        JOIN documents ON documents.id = figures.document
        WHERE carried_by IN ({}) ORDER BY figures.start""",
    ),
)
"""Whose reading stands in which attribution, for each kind of finding."""


def told_once(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ToldOnce]:
    """Attributions by their ids."""
    known = attributions_of(connection, ids)
    through, inside = _through(connection, sorted(known)), _inside(connection, sorted(known))
    return {
        key: ToldOnce(
            **{name: getattr(each, name) for name in ListedAttribution.__struct_fields__},
            through=tuple(through[key]),
            inside=tuple(inside[key][:MOST_INSIDE]),
        )
        for key, each in known.items()
    }


def _through(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[Teller]]:
    rows = in_chunks(lambda chunk: connection.execute(AROUND.format(marks(chunk)), chunk).fetchall(), ids)
    words = read_words(connection, (place for row in rows if (place := _place(*row[4:])) is not None))
    names = actor_names(connection, (row[3] for row in rows if row[3] is not None))
    found: defaultdict[str, list[Teller]] = defaultdict(list)
    for attribution, outer, act, actor, *at in rows:
        place = _place(*at)
        source = None if place is None else words[place]
        found[attribution].append(Teller(attribution=outer, act=act, speaker=names.get(actor), source=source))
    return found


def _inside(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[Inside]]:
    found: defaultdict[str, list[Inside]] = defaultdict(list)
    for kind, query in INSIDE:
        for attribution, key, name in _rows(connection, query, ids):
            found[attribution].append(Inside(kind=kind, id=key, name=name))
    return found


def _rows(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)


def _place(document: str, start: int | None, end: int | None) -> Place | None:
    return None if start is None or end is None else (document, start, end)
