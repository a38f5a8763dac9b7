"""What was said: each once however many reports tell it, and an utterance with all its wordings."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.core.vocabulary import ACT_ORDER, Mode
from standoff.store.asking.discrepancies import discrepancies_of
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import ActorName, Page, Words
from standoff.store.asking.measures import measures_of
from standoff.store.asking.obligations import obligations_of
from standoff.store.asking.sentences import read_sentences
from standoff.store.asking.statements import StatementsAsked, list_statements
from standoff.store.asking.surroundings import Around
from standoff.store.asking.whole_utterance import ACCOUNTS, AccountTold, WholeUtterance, whole_utterance, words_of
from standoff.store.asking.words import Place, actor_names
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing

STATEMENTS = 30
"""On one page: each takes up three or four lines."""
ORDERS: tuple[tuple[str, str], ...] = (
    ("accounts", "most accounts"),
    ("act", "demands and threats first"),
    ("time", "first told"),
    ("newest", "newest"),
)
MODES: Mapping[Mode, str] = {"direct": "quoted", "indirect": "in the reporter’s words", "mixed": "partly quoted"}


@get("/said", sync_to_thread=True, dependencies={"asked": asked_as(StatementsAsked)})
def said(opened: Opened, asked: NamedDependency[StatementsAsked], page: PageNumber = 1) -> Template:
    """What was said, by several accounts or one report alone, that which most accounts tell first, filtered."""
    with opened.reading() as connection:
        stated = list_statements(connection, asked, Page(page, STATEMENTS))
        speaker = speaker_asked(connection, asked.speaker)
    context = {"asked": asked, "speaker": speaker, "acts": ACT_ORDER, "orders": ORDERS, "modes": MODES}
    return Template("said.html", context={"here": "/said", "stated": stated, "found": stated.found, **context})


@get("/said/{key:str}", sync_to_thread=True)
def utterance(opened: Opened, key: FromPath[str], page: PageNumber = 1) -> Template:
    """One utterance: its wordings side by side, what stands in it, where accounts of it differ."""
    with opened.reading() as connection:
        found = whole_utterance(connection, key, Page(page, ACCOUNTS.size))
        if found is None:
            raise missing("utterance")
        inside = inside_of(connection, found)
    told, elsewhere = worded(found.told.items)
    return Template(
        "utterance.html", context={"here": "/said", "found": found, "told_by": told, "elsewhere": elsewhere, **inside}
    )


def speaker_asked(connection: sqlite3.Connection, asked: str | None) -> ActorName | None:
    """The actor whose id is asked for; ``None`` where words of a name are."""
    return None if asked is None else actor_names(connection, [asked]).get(asked)


def worded(told: Sequence[AccountTold]) -> tuple[Sequence[AccountTold], Mapping[str, Sequence[Words]]]:
    """The accounts without the words that one before them has, and where these stand, by the first wording's id.

    The original, the fullest and the earliest wording always stand for themselves.
    """
    first: dict[tuple[str, ...], str] = {}
    elsewhere: defaultdict[str, list[Words]] = defaultdict(list)
    left: list[AccountTold] = []
    for account in told:
        own = []
        for wording in account.wordings:
            key = words_of(wording)
            marked = wording.is_original or wording.is_fullest or wording.is_earliest
            if key in first and not marked:
                elsewhere[first[key]] += [wording.pieces[0].words, *wording.copies]
            else:
                first.setdefault(key, wording.id)
                own.append(wording)
        if own:
            left.append(msgspec.structs.replace(account, wordings=tuple(own)))
    return left, elsewhere


def inside_of(connection: sqlite3.Connection, found: WholeUtterance) -> Mapping[str, object]:
    """What stands in an utterance, each in its own order, and where accounts of it differ."""
    happenings = happenings_of(connection, found.happenings)
    obligations = obligations_of(connection, found.obligations)
    measures = measures_of(connection, found.measures)
    differing = discrepancies_of(connection, found.discrepancies)
    return {
        "happenings": [happenings[key] for key in found.happenings],
        "around": around_labels(connection, happenings),
        "obligations": [obligations[key] for key in found.obligations],
        "measures": [measures[key] for key in found.measures],
        "differing": [differing[key] for key in found.discrepancies],
    }


def around_labels(connection: sqlite3.Connection, happenings: Mapping[str, ListedHappening]) -> Mapping[str, Around]:
    """What stands around the words of each happening, by its id: they are a word or two."""
    places: Mapping[str, Place] = {key: (each.label.doc, *each.label.at) for key, each in happenings.items()}
    around = read_sentences(connection, places.values())
    return {key: around[place] for key, place in places.items()}


ROUTES = (said, utterance)
