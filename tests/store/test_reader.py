"""Many threads read one store while others write it, replace it, or take it away."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from standoff.core.errors import StoreError
from standoff.store.connect import SCHEMA_VERSION
from standoff.store.file import Store
from standoff.store.reader import KEPT_OPEN, StoreReader
from standoff.store.state import state
from tests.builders import Source, document
from tests.store.small_build import build, sound
from tests.store.test_open import medium, read_only

__all__ = ["medium"]

ROOT = Path(__file__).parents[2]
REPORTS = 12


def source(number: int) -> Source:
    return Source(f"{number}.txt", "a", (document(f"{number}.txt", f"Toll said Ardania will answer {number}"),), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "x.standoff", [source(1)])
    return tmp_path / "x.standoff"


def texts(reader: StoreReader) -> list[str]:
    with reader.reading() as connection:
        return [text for (text,) in connection.execute("SELECT text FROM documents ORDER BY path")]


def test_it_writes_nothing(path: Path) -> None:
    with StoreReader.open(path) as reader:
        with pytest.raises(StoreError, match="cannot be written"), reader.reading() as connection:
            connection.execute("DELETE FROM documents")
        assert texts(reader) == ["Toll said Ardania will answer 1"]


def test_what_is_asked_within_sees_one_state(path: Path) -> None:
    with StoreReader.open(path) as reader:
        with reader.reading() as connection:
            assert state(connection).documents == 1
            build(path, [source(2)])
            assert state(connection).documents == 1
        assert len(texts(reader)) == 2


def test_threads_read_at_the_same_time(path: Path) -> None:
    together = Barrier(2 * KEPT_OPEN, timeout=30)

    def ask(_: int) -> int:
        with reader.reading() as connection:
            together.wait()
            return state(connection).documents

    with StoreReader.open(path) as reader, ThreadPoolExecutor(2 * KEPT_OPEN) as threads:
        assert list(threads.map(ask, range(2 * KEPT_OPEN))) == [1] * 2 * KEPT_OPEN
        assert len(reader._idle) == KEPT_OPEN


def test_a_build_in_another_process_and_its_readers_both_go_on(path: Path) -> None:
    """No reader waits for the build or fails because of it, and each sees whole findings or none."""
    command = [sys.executable, "-m", "tests.store.build_apart", str(path), str(REPORTS)]
    seen = set()
    with (
        StoreReader.open(path, wait=0.5) as reader,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process,
    ):
        while process.poll() is None:
            with reader.reading() as connection:
                known = state(connection)
                (accounts,) = connection.execute("SELECT count(*) FROM accounts").fetchone()
                (found,) = connection.execute("SELECT count(*) FROM search WHERE search MATCH 'ardania'").fetchone()
            assert accounts == (known.documents if known.findings_drawn else 0)
            assert (found > 0) == known.findings_drawn
            seen.add(known)
        assert process.stdout is not None
        assert process.stdout.read().split("\n")[:-1] == [f"built {number}" for number in range(REPORTS)]
        assert process.returncode == 0
        assert len(texts(reader)) == 1 + REPORTS
    assert {known.findings_drawn for known in seen} == {True, False}
    assert sound(path)


def test_a_lock_of_a_writer_is_no_matter(path: Path) -> None:
    with StoreReader.open(path, wait=0.01) as reader, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM captions")
        assert len(texts(reader)) == 1
        other.execute("ROLLBACK")


def test_another_file_in_its_place_is_opened(path: Path, tmp_path: Path) -> None:
    """The log of the first, which the reader keeps open, must not be taken for the other's."""
    other = tmp_path / "other.standoff"
    build(other, [source(7), source(8)])
    with StoreReader.open(path) as reader:
        build(path, [source(2), source(3)])
        assert len(texts(reader)) == 3
        other.replace(path)
        assert texts(reader) == ["Toll said Ardania will answer 7", "Toll said Ardania will answer 8"]
    assert sound(path)


def test_another_file_beside_the_log_of_the_first_is_not_read(path: Path, tmp_path: Path) -> None:
    """A build was killed, or still runs: SQLite would read its log into the other file."""
    other = tmp_path / "other.standoff"
    build(other, [source(7), source(8)])
    with StoreReader.open(path) as reader, Store.open(path, create=True) as writer:
        writer.add_source("3.txt", "a", "1", [document("3.txt", "More of the first")], [])
        assert len(texts(reader)) == 2
        other.replace(path)
        for _ in range(2):
            with pytest.raises(StoreError, match=r"x\.standoff-wal beside it is still the log of the first"):
                texts(reader)
        writer._connection.close()
        path.with_name("x.standoff-wal").unlink()
        assert len(texts(reader)) == 2


def test_a_copy_made_while_it_is_read_is_whole(path: Path, tmp_path: Path) -> None:
    with StoreReader.open(path) as reader:
        build(path, [source(2)])
        shutil.copy(path, tmp_path / "copy.standoff")
        assert len(texts(reader)) == 2
    with StoreReader.open(tmp_path / "copy.standoff") as copy:
        assert len(texts(copy)) == 2


def test_a_file_that_is_being_replaced_is_asked_for_again(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.standoff"
    build(other, [source(7)])
    with StoreReader.open(path) as reader:
        with reader.reading():
            other.replace(path)
            with pytest.raises(StoreError, match="is being replaced by another file; ask again"):
                texts(reader)
        assert texts(reader) == ["Toll said Ardania will answer 7"]


def upgraded(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def notes_instead(path: Path) -> None:
    path.with_suffix(".txt").write_text("Notes on the crisis, taken over a year." * 9)
    path.with_suffix(".txt").replace(path)


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path.with_suffix(".db"))) as connection:
        connection.execute("CREATE TABLE birds (name)")
    path.with_suffix(".db").replace(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Path.unlink, "is not there any more; put it back, or give another name"),
        (upgraded, f"was written by a newer Standoff .store version {SCHEMA_VERSION + 1}"),
        (notes_instead, "is not a store of Standoff"),
        (another_database, "is not a store of Standoff"),
    ],
    ids=["gone", "upgraded", "notes", "birds"],
)
def test_what_can_no_longer_be_read_is_named_each_time(path: Path, change: Callable[[Path], None], reason: str) -> None:
    with StoreReader.open(path) as reader:
        texts(reader)
        change(path)
        for _ in range(2):
            with pytest.raises(StoreError, match=reason):
                texts(reader)


def test_what_comes_back_is_read_again(path: Path, tmp_path: Path) -> None:
    with StoreReader.open(path) as reader:
        path.rename(tmp_path / "away")
        with pytest.raises(StoreError):
            texts(reader)
        (tmp_path / "away").rename(path)
        assert len(texts(reader)) == 1


def test_a_read_only_medium(medium: Path, path: Path) -> None:
    shutil.copy(path, medium / "x.standoff")
    with read_only(medium), StoreReader.open(medium / "x.standoff") as reader:
        assert len(texts(reader)) == 1
    assert [each.name for each in medium.iterdir()] == ["x.standoff"]


def test_a_file_that_is_no_store_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist; make it with: standoff build"):
        StoreReader.open(tmp_path / "gone.standoff")


def test_nothing_is_left_open(path: Path) -> None:
    with StoreReader.open(path) as reader:
        texts(reader)
        assert len(list(path.parent.iterdir())) > 1
    assert list(path.parent.iterdir()) == [path], "the log is gone with the last connection"
