"""Several processes at one store, and a disk that is full."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from standoff.core.dossier import Dossier
from standoff.core.errors import StoreError
from standoff.store.file import Store
from tests.builders import document
from tests.store.small_build import sound

FIRST = document("reports/1.txt", "Ardania will answer.")
SECOND = document("reports/2.txt", "Lodan will not wait.")
IN_USE = "x.standoff is in use by another build; run this again when that one has ended"
MOMENT = 0.05  # seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "x.standoff", create=True) as store:
        store.add_source("reports/1.txt", "a", "1", [FIRST], [])
    return tmp_path / "x.standoff"


@contextmanager
def another_build(path: Path) -> Iterator[None]:
    """In the middle of a transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_a_build_does_not_begin_while_another_writes(path: Path) -> None:
    with another_build(path), pytest.raises(StoreError, match=IN_USE):
        Store.open(path, create=True, wait=MOMENT)


def test_a_build_does_not_write_while_another_does(path: Path) -> None:
    with Store.open(path, create=True, wait=MOMENT) as store:
        with another_build(path), pytest.raises(StoreError, match=IN_USE):
            store.add_source("reports/2.txt", "a", "1", [SECOND], [])
        store.add_source("reports/2.txt", "a", "1", [SECOND], [])
        assert len(store.documents()) == 2


def test_readers_do_not_wait(path: Path) -> None:
    with another_build(path), Store.open(path, wait=MOMENT) as store:
        assert store.documents() == (FIRST,)


def test_two_builds_in_turns_lose_nothing(path: Path) -> None:
    with Store.open(path, create=True) as one, Store.open(path, create=True) as two:
        drawn = Dossier(documents=one.documents())
        two.add_source("reports/2.txt", "a", "1", [SECOND], [])
        with pytest.raises(StoreError, match="holds other documents than the findings are of; run the build again"):
            one.write_findings(drawn)
        one.add_source("reports/3.txt", "a", "1", [], [])
        assert two.documents() == one.documents() == tuple(sorted((FIRST, SECOND), key=lambda d: d.id))
    assert sound(path)


def test_a_full_disk_loses_nothing(path: Path) -> None:
    long = document("reports/2.txt", "Lodan will not wait. " * 100_000)
    with Store.open(path, create=True) as store:
        store._connection.execute("PRAGMA max_page_count = 80")
        with pytest.raises(StoreError, match="cannot grow, the disk is full; free some space and run this again"):
            store.add_source("reports/2.txt", "a", "1", [long], [])
        assert store.documents() == (FIRST,)
        store._connection.execute("PRAGMA max_page_count = 100000")
        store.add_source("reports/2.txt", "a", "1", [long], [])
        assert len(store.documents()) == 2
    assert sound(path)
