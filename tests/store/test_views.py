"""The views on what goes on, in words and with settled dates."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from msgspec.structs import replace

from standoff.core.findings import Account, Dating, Independent
from standoff.core.records import Reckoning
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import BY_HAND, at, commitment, document, event, figure, study, time
from tests.export.whole import (
    ACTOR,
    DAY,
    DISCREPANCY,
    DOSSIER,
    HAPPENING,
    MEASURE,
    OBLIGATION,
    READOUTS,
    TALKS,
    TOPIC,
)

UNDATED = document("reports/5.txt", "They met on Friday; 7 ships must leave by Friday.")
FRIDAY = time(
    UNDATED,
    "Friday",
    "XXXX-WXX-5",
    when=None,
    basis=None,
    needs="the document's date",
    reckoning=Reckoning(grain="day", way="last"),
)
WAITING = study(
    UNDATED,
    FRIDAY,
    event(UNDATED, "met", "CONSULT", time=FRIDAY.id),
    figure(UNDATED, "7 ships", 7, time=FRIDAY.id),
    commitment(UNDATED, "7 ships must leave by Friday", "demand", "leave", time=FRIDAY.id),
)
DATING = Dating(document=UNDATED.id, published=When.parse("2031-04-14"), documents=(TALKS.id,), times=(), why=BY_HAND)
"""A Monday; the Friday before it is the 11th."""


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("store") / "x.standoff"
    dossier = replace(
        DOSSIER,
        documents=tuple(sorted((*DOSSIER.documents, UNDATED), key=lambda each: each.id)),
        studies=tuple(sorted((*DOSSIER.studies, WAITING), key=lambda each: each.doc)),
        accounts=(*DOSSIER.accounts, Account(documents=(UNDATED.id,))),
        datings=(DATING,),
    )
    with Store.open(path, create=True) as store:
        for report in dossier.documents:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies(dossier.studies, "1")
        store.add_judgements(dossier.judgements)
        store.write_findings(dossier)
        assert store.dossier() == dossier
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def only(connection: sqlite3.Connection, query: str) -> tuple[object, ...]:
    (row,) = connection.execute(query).fetchall()
    return tuple(row)


def test_the_timeline(connection: sqlite3.Connection) -> None:
    found = only(
        connection,
        'SELECT happening, when_since, when_until, when_basis, label, type, factuality, participants, place, "lower",'
        ' "upper", path FROM timeline',
    )
    assert found == (
        HAPPENING.id, "2031-04-07", "2031-04-08", "explicit", "met Lodan in Vareth", "CONSULT", "occurred",
        "Ilo Marn; Lodan", "Vareth", 1, 1, "reports/4.txt",
    )  # fmt: skip
    stage = only(connection, "SELECT factuality, words, path, published_since FROM stage_words")
    assert stage == ("occurred", "met", "reports/4.txt", None)


def test_the_days_that_matter(connection: sqlite3.Connection) -> None:
    columns = 'day, when_since, documents, "lower", "upper", position, path, words'
    assert connection.execute(f"SELECT {columns} FROM day_words").fetchall() == [
        (DAY.id, "2031-04-07", 1, 1, 1, 0, "reports/4.txt", "On Monday Ilo Marn and Orla met Lodan in Vareth"),
        (DAY.id, "2031-04-07", 1, 1, 1, 1, "reports/1.txt", "he would answer"),
    ]


def test_the_ledger(connection: sqlite3.Connection) -> None:
    found = only(
        connection,
        "SELECT obligation, status, force, debtor, creditor, antecedent, consequent, label, deadline_until FROM ledger",
    )
    assert found == (
        OBLIGATION.id, "detached", "promise", "Ilo Marn", "Lodan", "it rained", "leave",
        "40 men would leave if it rained", "2031-04-08",
    )  # fmt: skip
    assert connection.execute("SELECT status, rule, words, happening FROM move_words").fetchall() == [
        ("conditional", "it has a condition", "if it rained", None),
        ("detached", "its condition holds", "met", HAPPENING.id),
    ]


def test_measures_readouts_discrepancies_and_topics(connection: sqlite3.Connection) -> None:
    measure = only(
        connection, 'SELECT measure, label, unit, status, low, claimant, figures, "upper" FROM measure_words'
    )
    assert measure == (MEASURE.id, "men", "person", "planned", 40.0, "Ilo Marn", 1, 1)
    assert connection.execute(
        "SELECT readouts, agreement, left_side, left_words, right_side, right_words FROM readout_words"
    ).fetchall() == [
        (READOUTS.id, "both", "Ilo Marn", "met Lodan", "Lodan", "met Lodan"),
        (READOUTS.id, "left", "Ilo Marn", "in Vareth", "Lodan", None),
    ]
    assert connection.execute(
        'SELECT discrepancy, "check", severity, speaker, words FROM discrepancy_words'
    ).fetchall() == [
        (DISCREPANCY.id, "figures", "notable", None, "Orla"),
        (DISCREPANCY.id, "figures", "notable", "Ilo Marn", "40 men"),
    ]
    assert only(connection, "SELECT path, topic, topic_title FROM reports WHERE topic IS NOT NULL LIMIT 1")[1:] == (
        TOPIC.id,
        "Ardania answers",
    )
    metonym = only(connection, "SELECT actor, stands_for, is_open, words FROM metonym_words")
    assert metonym == (ACTOR.name, "Lodan", 0, "Ilo Marn")


def test_what_a_dating_settles_is_shown_settled(connection: sqlite3.Connection) -> None:
    days = ("2031-04-11", "2031-04-12")
    where = "WHERE path = 'reports/5.txt'"
    time = only(connection, f"SELECT value, when_since, when_until, basis, needs FROM time_words {where}")
    assert time == ("2031-04-11", *days, "linked", None)
    met = only(connection, f"SELECT when_since, when_until, when_basis FROM event_words {where}")
    assert met == (*days, "linked")
    ships = only(connection, f"SELECT as_of_since, as_of_until, as_of_basis FROM figure_words {where}")
    assert ships == (*days, "linked")
    assert only(connection, f"SELECT deadline_since, deadline_until FROM commitment_words {where}") == days
    report = only(connection, f"SELECT published_since, published_basis FROM reports {where}")
    assert report == ("2031-04-14", "linked")
    assert only(connection, "SELECT when_since FROM events JOIN documents ON documents.id = document "
                f"{where}") == (None,), "the reading stays as it was read"  # fmt: skip


def test_what_is_told_already_is_shown_as_it_is(connection: sqlite3.Connection) -> None:
    found = only(connection, "SELECT when_since, when_basis FROM event_words WHERE path = 'reports/4.txt'")
    assert found == ("2031-04-07", "explicit")
    assert Independent(lower=1, upper=1) == HAPPENING.independent
    assert HAPPENING.label == at(TALKS, "met Lodan in Vareth")
