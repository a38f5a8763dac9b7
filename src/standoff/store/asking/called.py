"""How an actor is called: its names as reports write them, and why they are taken for one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Form
from standoff.store.asking.listed import Words, why_of
from standoff.store.asking.words import read_words

MOST_CALLINGS = 60
MOST_JOINS = 60
"""Of one actor on its page: more than all but a few have, and what a person reads."""

WORD = re.compile(r"[^\W_]+")
SPELLED = ("sound alike", "differ in", "a slip in", "are spellings of", "given names alike")
"""What the reason of a join says where it joins two spellings of one name, and not a short or an official form of it:
the words of ``standoff.resolve.actors``, which a test holds to them."""

NICKNAMES = "one surname, given names alike"
ALIKE = 0.75
"""Ratio of matching letters: "Victor" and "Viktor" have 0.83, "Luca" and "Lucas" 0.89, "Joe" and "Joseph" 0.67. Chosen
on such pairs, not swept."""


class JoinTold(msgspec.Struct, frozen=True, kw_only=True):
    """Why two names are one actor."""

    left: str
    right: str
    why: Why

    @property
    def spelled(self) -> bool:
        """Whether they are two spellings of one name."""
        return any(phrase in self.why.detail for phrase in SPELLED)


class Calling(msgspec.Struct, frozen=True, kw_only=True):
    """A name, without title and office, or a description, as reports write it."""

    name: str
    form: Form
    mentions: int
    documents: int
    first: Words
    """Where it stands in the report published first."""
    mangled: JoinTold | None
    """Why it is taken for another spelling of the actor's name, where it is one."""


def callings_of(connection: sqlite3.Connection, actor: str, name: str) -> tuple[tuple[Calling, ...], int]:
    """What reports call an actor that goes by ``name``, the commonest first, and how many such names there are."""
    (total,) = connection.execute("SELECT count(*) FROM callings WHERE actor = ?", (actor,)).fetchone()
    rows = connection.execute(
        """SELECT callings.name, callings.form, callings.mentions, callings.documents, document,
            iif(callings.form = 'name', coalesce(name_start, start), start),
            iif(callings.form = 'name', coalesce(name_end, "end"), "end")
        FROM callings JOIN mentions ON mentions.id = callings."first"
        WHERE actor = ? ORDER BY callings.position LIMIT ?""",
        (actor, MOST_CALLINGS),
    ).fetchall()
    words = read_words(connection, [row[4:] for row in rows])
    known = slips(_joins(connection, actor), name)
    found = tuple(
        Calling(
            name=called,
            form=form,
            mentions=mentions,
            documents=documents,
            first=words[document, start, end],
            mangled=slip(called, known) if form == "name" else None,
        )
        for called, form, mentions, documents, document, start, end in rows
    )
    return found, total


def joins_of(connection: sqlite3.Connection, actor: str) -> tuple[JoinTold, ...]:
    """Why the names of an actor are one: each pair of names once, the most doubtful first."""
    best: dict[frozenset[str], JoinTold] = {}
    for join in _joins(connection, actor):
        pair = frozenset({join.left.casefold(), join.right.casefold()})
        if len(pair) > 1 and (pair not in best or best[pair].why.score < join.why.score):
            best[pair] = join
    return tuple(sorted(best.values(), key=lambda join: (join.why.score, join.left, join.right))[:MOST_JOINS])


def _joins(connection: sqlite3.Connection, actor: str) -> Sequence[JoinTold]:
    rows = connection.execute(
        'SELECT "left", "right", finder, score, detail, runner_up FROM joins WHERE actor = ? ORDER BY position',
        (actor,),
    )
    return [JoinTold(left=left, right=right, why=why_of(*why)) for left, right, *why in rows]


def slips(joins: Iterable[JoinTold], name: str) -> Mapping[str, JoinTold]:
    """The words in which spellings depart from an actor's name, each with the surest join that says so."""
    own = _words(name)
    found: dict[str, JoinTold] = {}
    for join in sorted(joins, key=lambda join: join.why.score):
        if join.spelled:
            found |= dict.fromkeys(_words(join.left) ^ _words(join.right), join)
    return {word: join for word, join in found.items() if word not in own and _departs(word, own, join)}


def _departs(word: str, own: set[str], join: JoinTold) -> bool:
    """Whether a word is a spelling: no initial, and where given names are alike no short form of one ("Bob")."""
    if NICKNAMES not in join.why.detail:
        return len(word) > 1
    return any(SequenceMatcher(None, word, each).ratio() >= ALIKE for each in own)


def slip(called: str, known: Mapping[str, JoinTold]) -> JoinTold | None:
    """Why a name is another spelling, if it has one of the words in which spellings depart."""
    return next((known[word] for word in sorted(_words(called)) if word in known), None)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(name)}
