"""What is told of obligations and of those bound by them, for finding those that something may touch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from standoff.core.vocabulary import Status
from standoff.store.asking.listed import in_chunks, marks
from standoff.store.ground import BEHIND, FIRST_MENTIONS, WORD
from standoff.store.metonyms import read_metonyms

MOST_STEMS = 12
"""Words of which pairs are looked for: sixty-six pairs."""


class Told(NamedTuple):
    """The words of one wording of an obligation."""

    obligation: str
    status: Status
    antecedent: str | None
    consequent: str | None


def told_in(connection: sqlite3.Connection, statuses: Sequence[Status]) -> Iterator[Told]:
    """Every wording of the obligations with one of these statuses, report by report."""
    rows = connection.execute(
        f"""SELECT commitments.document, obligation, obligations.status, commitments.antecedent_start,
            commitments.antecedent_end, commitments.consequent_start, commitments.consequent_end
        FROM commitments
        JOIN obligation_commitments ON obligation_commitments.commitment = commitments.id
        JOIN obligations ON obligations.id = obligation
        WHERE obligations.status IN ({marks(statuses)}) ORDER BY commitments.document""",  # noqa: S608
        statuses,
    ).fetchall()
    text, read = "", None
    for document, obligation, status, *places in rows:
        if document != read:
            (text,) = connection.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
            read = document
        yield Told(obligation, status, _words(text, places[0], places[1]), _words(text, places[2], places[3]))


def _words(text: str, start: int | None, end: int | None) -> str | None:
    return None if start is None or end is None else text[start:end]


def named_in(connection: sqlite3.Connection, text: str) -> list[str]:
    """The ids of the actors of whom a name stands in the text word for word, sorted; more than the rules accept."""
    words = {word.casefold() for word in WORD.findall(text)}
    expression = " OR ".join(f'"{word}"' for word in sorted(words) if len(word) > 1)
    if not expression:
        return []
    rows = connection.execute(
        """SELECT actors.id, actor_names.name
        FROM (SELECT rowid AS position FROM name_search WHERE name_search MATCH ?) AS found
        CROSS JOIN actors ON actors.position = found.position
        CROSS JOIN actor_names ON actor_names.actor = actors.id""",
        (expression,),
    ).fetchall()
    return sorted({actor for actor, name in rows if {word.casefold() for word in WORD.findall(name)} <= words})


def told_with(connection: sqlite3.Connection, stems: Iterable[str]) -> list[str]:
    """The ids of the obligations in whose paragraphs words begin with two of these stems, sorted."""
    pairs = combinations(sorted(stems)[:MOST_STEMS], 2)
    expression = " OR ".join(f'("{one}"* AND "{other}"*)' for one, other in pairs)
    if not expression:
        return []
    rows = connection.execute(
        """SELECT DISTINCT obligation FROM (SELECT rowid AS position FROM search WHERE search MATCH ?) AS found
        CROSS JOIN paragraphs ON paragraphs.position = found.position
        CROSS JOIN commitments ON commitments.document = paragraphs.document
            AND commitments.start < paragraphs."end" AND commitments."end" > paragraphs.start
        CROSS JOIN obligation_commitments ON obligation_commitments.commitment = commitments.id
        ORDER BY obligation""",
        (expression,),
    )
    return [obligation for (obligation,) in rows.fetchall()]


class Bound(NamedTuple):
    """Somebody who may owe what an obligation owes, with what is told of him."""

    obligation: str
    actor: str
    name: str
    country: str | None
    texts: tuple[str, ...]
    """His other names, his titles, the words behind his first mentions."""


def bound_by(connection: sqlite3.Connection, obligations: Iterable[str]) -> Iterator[Bound]:
    """Who may be bound by these obligations: debtors, whom they stand for, and who tells of "his government"."""
    ids = sorted(set(obligations))
    pairs = {pair for query in BOUND for pair in _asked(connection, query, ids)}
    metonyms = read_metonyms(connection)
    pairs |= {
        (obligation, meant)
        for obligation, actor in pairs
        for metonym in metonyms.get(actor, ())
        for meant in metonym.actors
    }
    actors = sorted({actor for _, actor in pairs})
    known = {
        row[0]: row[1:] for row in _asked(connection, "SELECT id, name, country FROM actors WHERE id IN ({})", actors)
    }
    texts: dict[str, list[str]] = {}
    for actor, text in (row for query in TOLD_OF for row in _asked(connection, query, actors)):
        texts.setdefault(actor, []).append(text)
    for obligation, actor in sorted(pairs):
        yield Bound(obligation, actor, known[actor][0], known[actor][1], tuple(texts.get(actor, ())))


BOUND = (
    """SELECT obligation, actor FROM obligation_commitments
    JOIN commitments ON commitments.id = commitment
    JOIN actor_mentions ON actor_mentions.mention = commitments.debtor WHERE obligation IN ({})""",
    """SELECT obligation, actor FROM obligation_commitments
    JOIN commitment_relays ON commitment_relays.commitment = obligation_commitments.commitment
    JOIN attributions ON attributions.id = attribution
    JOIN actor_mentions ON actor_mentions.mention = attributions.speaker WHERE obligation IN ({})""",
    """SELECT obligation, actor FROM obligation_commitments
    JOIN commitments ON commitments.id = commitment AND commitments.finder LIKE 'extract.commitment.refus%'
    JOIN mentions ON mentions.document = commitments.document
        AND mentions.start >= commitments.consequent_start AND mentions.start < commitments.consequent_end
    JOIN actor_mentions ON actor_mentions.mention = mentions.id WHERE obligation IN ({})""",
)
"""Obligations with their debtors, with those they are told through, and, of what is refused to others, with these."""

TOLD_OF = (
    "SELECT actor, name FROM actor_names WHERE actor IN ({})",
    "SELECT actor, text FROM actor_roles WHERE actor IN ({})",
    f"""SELECT actor, behind FROM (
        SELECT actor, substr(documents.text, mentions."end" + 1, {BEHIND}) AS behind FROM actor_mentions
        JOIN actors ON actors.id = actor AND actors.type = 'person'
        JOIN mentions ON mentions.id = mention JOIN documents ON documents.id = mentions.document
        WHERE actor_mentions.position < {FIRST_MENTIONS} AND actor IN ({{}})
    ) WHERE substr(behind, 1, 2) IN (', ', ' (') OR substr(behind, 1, 4) = ' of '""",  # noqa: S608
)
"""Where the rules look for somebody's state."""


def _asked(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> list[tuple[str, ...]]:
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
