"""A judgement waits for the next build: until then the findings stand as they were, and say that they do."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from standoff.core.errors import StoreError
from standoff.core.judgements import Judgement
from standoff.store.file import Store
from standoff.store.state import State
from tests.builders import Source, document
from tests.store.small_build import VERSION, build, draw, rows

REPORTS = (Source("1.txt", "a", (document("1.txt", "Toll said Ardania will answer"),), ()),)
FIRST = Judgement(subject="a" * 16, verdict="right", by="A. Reader", on="2031-04-09T10:00:00Z")
SECOND = Judgement(subject="b" * 16, verdict="wrong", by="A. Reader", on="2031-04-10T10:00:00Z", note="seen on paper")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    build(tmp_path / "x.standoff", REPORTS)
    with Store.open(tmp_path / "x.standoff", create=True) as opened:
        yield opened


def test_the_findings_are_read_as_they_were_and_count_as_not_current(store: Store) -> None:
    before = store.dossier()
    store.add_judgements([FIRST, SECOND])
    assert store.dossier() == before
    assert store.judgements() == (FIRST, SECOND)
    assert not store.has_findings()
    assert not store.has_findings(VERSION)
    assert store.state() == State(documents=1, version=VERSION, judgements_waiting=2)
    assert store.state().findings_drawn


def test_the_next_build_honours_it(store: Store) -> None:
    store.add_judgement(FIRST)
    draw(store)
    assert store.has_findings(VERSION)
    assert store.dossier().judgements == (FIRST,)
    store.add_judgement(SECOND)
    assert store.dossier().judgements == (FIRST,)
    assert store.state().judgements_waiting == 1
    draw(store)
    assert store.dossier().judgements == (FIRST, SECOND)
    assert store.state() == State(documents=1, version=VERSION, judgements_waiting=0)


def test_nothing_else_of_the_file_changes(store: Store) -> None:
    before = rows(store.path)
    store.add_judgement(FIRST)
    after = rows(store.path)
    assert {table for table in before if before[table] != after[table]} == {"judgements"}


def test_it_makes_no_difference_when_it_was_given(store: Store, tmp_path: Path) -> None:
    store.add_judgement(FIRST)
    draw(store)
    with Store.open(tmp_path / "other.standoff", create=True) as other:
        other.add_judgement(FIRST)
    build(tmp_path / "other.standoff", REPORTS)
    assert rows(store.path) == rows(tmp_path / "other.standoff")


def test_a_build_that_has_not_drawn_its_findings_shows(store: Store) -> None:
    store.add_judgement(FIRST)
    store.add_source("2.txt", "a", VERSION, [document("2.txt", "Lodan waits")], [])
    assert store.state() == State(documents=2, version=None, judgements_waiting=1)
    assert not store.state().findings_drawn
    with pytest.raises(StoreError, match=r"the last build of .* did not end; run it again to finish it"):
        store.dossier()


def test_a_new_store_has_drawn_what_there_is_to_draw(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.standoff", create=True) as store:
        assert store.state() == State(documents=0, version="", judgements_waiting=0)


def test_the_state_reads_no_table_of_any_length(store: Store) -> None:
    """The count of documents goes through an index that has no texts."""
    with closing(sqlite3.connect(store.path)) as connection:
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT count(*) FROM documents").fetchall()
    assert "USING COVERING INDEX" in plan[0][3]
