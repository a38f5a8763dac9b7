"""Full-text search: what a person types, as an expression that SQLite's FTS5 takes, and the passages that have it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from itertools import count

import msgspec

from standoff.core.vocabulary import MentionType
from standoff.store.asking.listed import ActorName, Listed, Page, Words, listed, marks
from standoff.store.asking.words import Place, read_words

LONGEST_QUERY = 400
"""Code points of a query that are looked at: some sixty words."""

MOST_RANKED = 2000
"""Passages that are ranked: reckoning a rank takes 5 microseconds a passage and word, and words as common as "the"
stand in most of them. Of more, those of the documents whose ids come first, which is as good as drawn by lot."""

TITLE_WEIGHT = 4.0
"""How much more a word counts in a title; chosen, not swept."""

MANY_NAMES = 1000
"""Actors from which on the best known are looked through first: of ten thousand reports, one in three hundred."""

OF_ALL = """
SELECT actors.id, actors.name, actors.type, actor_tallies.documents, actor_tallies.mentions
FROM (SELECT rowid AS position FROM name_search WHERE name_search MATCH ?) AS found
CROSS JOIN actors ON actors.position = found.position
CROSS JOIN actor_tallies ON actor_tallies.actor = actors.id
ORDER BY actor_tallies.documents DESC, actor_tallies.mentions DESC, actors.id LIMIT ?
"""

OF_THE_BEST_KNOWN = """
SELECT actors.id, actors.name, actors.type, known.documents, known.mentions
FROM (SELECT * FROM actor_tallies ORDER BY documents DESC, mentions DESC, actor LIMIT 1000) AS known
CROSS JOIN actors ON actors.id = known.actor
CROSS JOIN name_search ON name_search.rowid = actors.position AND name_search MATCH ?
LIMIT ?
"""
"""CROSS JOIN takes them as the inner query orders them, and stops with the last that is asked for; an ORDER BY would
look through all."""

TERM = re.compile(r"[\"“”„](?P<phrase>[^\"“”„]*)(?:[\"“”„]|$)(?P<open>\*)?|(?P<word>[^\s\"“”„]+)")
"""A phrase between quotation marks (an open one goes on to the end), or a word."""

Hits = tuple[tuple[int, int], ...]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a report in which all that was asked for stands, in its words or in its report's title."""

    words: Words
    hits: Hits
    """Where it stands, in code points of the document's text, as the passage's own place is."""
    title_hits: Hits
    """Where it stands in the title, in code points of the title; only a report's first passage has its title."""
    is_furniture: bool


class ActorFound(msgspec.Struct, frozen=True, kw_only=True):
    """An actor under whose names all that was asked for stands."""

    actor: ActorName
    documents: int
    """That mention it."""
    mentions: int


def search(connection: sqlite3.Connection, query: str, page: Page) -> Listed[Passage]:
    """The passages with every word and "exact phrase" of a query, best first; ``word*`` stands for its continuations.

    Ranked by BM25 (Robertson and Zaragoza, 2009) as FTS5 reckons it, what is no article last. There are at most
    ``MOST_RANKED``. No query is an error; one without a word finds nothing.
    """
    expression = match_expression(query)
    if not expression:
        return listed((), 0, page)
    found = _ranked(connection, expression)
    return listed(_passages(connection, expression, found[page.offset : page.offset + page.size]), len(found), page)


def search_actors(connection: sqlite3.Connection, query: str, most: int = 10) -> tuple[ActorFound, ...]:
    """The actors with every word of a query among their names, those that most reports mention first."""
    expression = match_expression(query)
    if not expression:
        return ()
    query = "SELECT count(*) FROM (SELECT 1 FROM name_search WHERE name_search MATCH ? LIMIT ?)"
    (often,) = connection.execute(query, (expression, MANY_NAMES)).fetchone()
    rows = connection.execute(OF_THE_BEST_KNOWN, (expression, most)).fetchall() if often == MANY_NAMES else []
    if len(rows) < most:
        rows = connection.execute(OF_ALL, (expression, most)).fetchall()
    known = msgspec.convert(rows, list[tuple[str, str, MentionType, int, int]])
    return tuple(
        ActorFound(actor=ActorName(id=key, name=name, type=type_), documents=documents, mentions=mentions)
        for key, name, type_, documents, mentions in known
    )


def match_expression(query: str) -> str:
    """A query as an FTS5 expression: every word and phrase quoted, so that nothing in it is FTS5's own syntax."""
    typed = query[:LONGEST_QUERY].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return " ".join(filter(None, map(_term, TERM.finditer(typed))))


def _term(found: re.Match[str]) -> str:
    word = found["word"]
    words = found["phrase"] if word is None else word.rstrip("*")
    if not any(character.isalnum() for character in words):
        return ""
    is_open = found["open"] is not None if word is None else word.endswith("*")
    return f'"{words}"*' if is_open else f'"{words}"'


def _ranked(connection: sqlite3.Connection, expression: str) -> list[int]:
    """The positions of the best passages, best first."""
    rows = connection.execute(
        f"""SELECT paragraphs.is_furniture, score, found.position
        FROM (
            SELECT rowid AS position, bm25(search, {TITLE_WEIGHT}, 1.0) AS score
            FROM search WHERE search MATCH ? LIMIT {MOST_RANKED}
        ) AS found
        CROSS JOIN paragraphs ON paragraphs.position = found.position""",  # noqa: S608 - the numbers above
        (expression,),
    )
    return [position for _, _, position in sorted(rows)]


def _passages(connection: sqlite3.Connection, expression: str, positions: Sequence[int]) -> list[Passage]:
    rows = connection.execute(
        f'SELECT position, document, start, "end", is_furniture FROM paragraphs WHERE position IN ({marks(positions)})',  # noqa: S608
        positions,
    )
    places: dict[int, Place] = {}
    furniture: dict[int, bool] = {}
    for position, document, start, end, marked in rows:
        places[position], furniture[position] = (document, start, end), bool(marked)
    words = read_words(connection, places.values())
    hits = _hits(connection, expression, {position: words[place] for position, place in places.items()})
    return [
        Passage(
            words=words[places[position]],
            hits=tuple((places[position][1] + start, places[position][1] + end) for start, end in hits[position][1]),
            title_hits=hits[position][0],
            is_furniture=furniture[position],
        )
        for position in positions
    ]


def _hits(
    connection: sqlite3.Connection, expression: str, words: Mapping[int, Words]
) -> Mapping[int, tuple[Hits, Hits]]:
    """Where the title and the words of each passage have what was asked for, as FTS5 marks it."""
    left, right = marks_beside([text for each in words.values() for text in (each.title or "", each.words)])
    query = """SELECT coalesce(highlight(search, 0, ?, ?), ''), highlight(search, 1, ?, ?)
        FROM search WHERE search MATCH ? AND rowid = ?"""
    found: dict[int, tuple[Hits, Hits]] = {}
    for position in words:
        (title, text) = connection.execute(query, (left, right, left, right, expression, position)).fetchone()
        found[position] = marked(title, left, right), marked(text, left, right)
    return found


def marks_beside(texts: Sequence[str]) -> tuple[str, str]:
    """Two marks that stand in none of these texts, nor arise where one is put beside them.

    Each begins and ends with a character that it has nowhere else, so that no part of a text can complete one.
    """
    for number in count():
        left, right = f"\1{number}\2", f"\3{number}\4"
        if not any(left in text or right in text for text in texts):
            return left, right
    raise AssertionError("numbers do not end")


def marked(text: str, left: str, right: str) -> Hits:
    """Where the stretches between the marks stand in the text without them."""
    found: list[tuple[int, int]] = []
    before, *rest = text.split(left)
    at = len(before)
    for piece in rest:
        hit, _, after = piece.partition(right)
        found.append((at, at + len(hit)))
        at += len(hit) + len(after)
    return tuple(found)
