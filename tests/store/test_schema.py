"""The tables and the records hold the same things under the same names."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from typing import Any

import pytest

from standoff.core.judgements import Judgement
from standoff.export.readings import actors_of_mentions
from standoff.store import (
    accounts,
    actors,
    callings,
    commitments,
    datings,
    days,
    discrepancies,
    documents,
    events,
    figures,
    gaps,
    happenings,
    judgements,
    measures,
    metonyms,
    obligations,
    orders,
    paragraphs,
    readouts,
    sources,
    statements,
    studies,
    tallies,
    times,
    utterances,
)
from standoff.store.connect import SCRIPTS
from standoff.store.file import Store
from standoff.store.findings import read_dossier
from standoff.store.table import Links, Table
from tests.builders import Source, document
from tests.store.small_build import build, draw

ROOMS = (
    accounts, actors, callings, commitments, datings, days, discrepancies, documents, events, figures, gaps, happenings,
    judgements, measures, metonyms, obligations, orders, paragraphs, readouts, sources, statements, studies, tallies,
    times, utterances,
)  # fmt: skip
TABLES: list[Table[Any] | Links] = [
    value for room in ROOMS for value in vars(room).values() if isinstance(value, Table | Links) and value.name
]
BY_NAME = {table.name: table for table in TABLES}
FILLED_BY_OTHERS = {"source_gaps", "study_gaps", "gaps", "passages", "settled_times", "dealings"}
"""Tables that the reports below leave empty; other tests fill them."""
REPORTS = (
    Source("1.txt", "a", (document("1.txt", "Toll said Ardania will answer", furniture=((0, 4),)),), ()),
    Source("2.txt", "b", (document("2.txt", "Toll: Ardania will answer", captions=((0, 4),)),), ()),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("store") / "x.standoff"
    build(path, REPORTS)
    with Store.open(path) as store:
        known = store.studies()[0].events[0].id
        store.add_judgement(Judgement(subject=known, verdict="right", by="A. Reader", on="2031-04-09T10:00:00Z"))
        draw(store)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def names(connection: sqlite3.Connection, kind: str) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))}


def tables(connection: sqlite3.Connection, kind: str) -> set[str]:
    """The names of the tables of a kind: those that SQLite keeps for itself or behind an index of words are others."""
    return {
        name
        for _, name, found, *_ in connection.execute("PRAGMA main.table_list")
        if found == kind and not name.startswith("sqlite_")
    }


def test_every_table_is_one_of_a_room(connection: sqlite3.Connection) -> None:
    assert tables(connection, "table") == {*BY_NAME, "findings"}
    assert tables(connection, "virtual") == {"search", "name_search", "description_search"}


@pytest.mark.parametrize("table", sorted({*BY_NAME} - FILLED_BY_OTHERS))
def test_a_table_has_rows(connection: sqlite3.Connection, table: str) -> None:
    assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0


@pytest.mark.parametrize("table", BY_NAME.values(), ids=BY_NAME)
def test_every_column_is_a_field_that_may_be_null_where_it_may(
    connection: sqlite3.Connection, table: Table[Any] | Links
) -> None:
    columns = {name: bool(required or key) for _, name, _, required, _, key in connection.execute(
        f"PRAGMA table_info({table.name})"
    )}  # fmt: skip
    if isinstance(table, Links):
        assert columns == dict.fromkeys(table.columns, True)
    else:
        assert columns == {field: "None" not in str(hint) for field, hint in _hints(table.row).items()}


def _hints(row: type) -> dict[str, object]:
    return {
        name: hint for base in reversed(row.__mro__) for name, hint in vars(base).get("__annotations__", {}).items()
    }


@pytest.mark.parametrize(
    "view",
    [
        "reports",
        "timeline",
        "ledger",
        "mention_words",
        "attribution_words",
        "content_words",
        "utterance_words",
        "difference_words",
        "time_words",
        "event_words",
        "participant_words",
        "figure_words",
        "commitment_words",
        "stage_words",
        "move_words",
        "measure_words",
        "readout_words",
        "discrepancy_words",
        "metonym_words",
        "paragraph_words",
        "actor_name_lists",
    ],
)
def test_a_view_has_rows(connection: sqlite3.Connection, view: str) -> None:
    assert connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 0


def test_events_and_commitments_are_told_in_words(connection: sqlite3.Connection) -> None:
    """In the first report each mention stands for the one before it, so that all are of the actor "Toll"."""
    event = connection.execute(
        "SELECT type, factuality, agents, words, targets, participants, place, told_by FROM event_words"
        " WHERE path = '1.txt'"
    ).fetchone()
    assert event == ("CONSULT", "occurred", "Toll", "said", "Toll", "Toll; Toll", "Toll", "Toll")
    commitment = connection.execute(
        "SELECT force, debtor, creditor, antecedent, consequent, deadline_since, relays FROM commitment_words"
        " WHERE path = '1.txt'"
    ).fetchone()
    assert commitment == ("threat", "Toll", "Toll", "Toll", "said", "2031-04-02", 3)
    figure = connection.execute(
        "SELECT words, low, high, unit, what, claimant, place, as_of_until FROM figure_words WHERE path = '1.txt'"
    ).fetchone()
    assert figure == ("Toll", 2.0, None, "person", "said", "Toll", "Toll", "2031-04-03")
    time = connection.execute(
        "SELECT words, value, when_since, basis, reckoned_from FROM time_words WHERE path = '1.txt'"
    ).fetchone()
    assert time == ("Toll", "2031-04-02", "2031-04-02", "explicit", "said")


def test_every_view_can_be_read(connection: sqlite3.Connection) -> None:
    assert len(names(connection, "view")) == 25
    for view in names(connection, "view"):
        connection.execute(f"SELECT * FROM {view}").fetchall()


def test_the_actors_of_mentions_are_those_that_exports_use(connection: sqlite3.Connection) -> None:
    found = dict(connection.execute("SELECT mention, actor FROM mention_actors"))
    assert found == actors_of_mentions(read_dossier(connection))
    assert len(found) == 8, "four mentions in each report, by reference to the first"


def test_every_reference_to_a_parent_has_an_index(connection: sqlite3.Connection) -> None:
    """Without one, removing a parent reads the whole table of its children."""
    for table in BY_NAME:
        indexed = {
            connection.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
            for index in connection.execute(f"PRAGMA index_list({table})").fetchall()
        }
        keys = {key[3] for key in connection.execute(f"PRAGMA foreign_key_list({table})") if key[1] == 0}
        assert keys <= indexed, table


def test_the_schema_ships_in_the_package() -> None:
    assert all((files("standoff.store") / script).is_file() for script in SCRIPTS)
