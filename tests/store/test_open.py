"""Which files open as a store, and what is said of those that do not. None of them is changed."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from standoff.core.errors import StoreError
from standoff.store.connect import APPLICATION_ID, SCHEMA_VERSION
from standoff.store.file import Store
from tests.builders import document

REPORT = document("reports/1.txt", "Ardania will answer.")
NAME = "x.standoff"
NOBODY = 65534


def database(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def filled(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.add_source("reports/1.txt", "a", "1", [REPORT], [])


def newer(path: Path) -> None:
    filled(path)
    database(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def older(path: Path) -> None:
    filled(path)
    database(path, "PRAGMA user_version = 1")


def of_no_version(path: Path) -> None:
    filled(path)
    database(path, "PRAGMA user_version = 0")


def cut_in_half(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def linked_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("Notes on the crisis, taken over a year."), "is not a store of Standoff"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "is not a store of Standoff"),
        (lambda path: path.write_bytes(b"x"), "is not a store of Standoff"),
        (lambda path: path.write_bytes(bytes(8192)), None),
        (lambda path: database(path, "CREATE TABLE birds (name)"), "is not a store of Standoff"),
        (lambda path: database(path, "CREATE TABLE t (x)", "PRAGMA application_id = 7"), "is not a store of Standoff"),
        (lambda path: database(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)"), "is not a store of Standoff"),
        (
            newer,
            f"was written by a newer Standoff (store version {SCHEMA_VERSION + 1}, this one knows {SCHEMA_VERSION})",
        ),
        (
            older,
            f"was built by an earlier Standoff (store version 1, this one writes {SCHEMA_VERSION}); "
            "build it again from the reports under another name",
        ),
        (of_no_version, "has store version 0, which no Standoff wrote; build under another name"),
        (Path.mkdir, "is a folder, not a store"),
        (os.mkfifo, "is not a regular file"),
        (linked_to_itself, "cannot be opened: Too many levels of symbolic links"),
    ],
    ids=[
        "text",
        "picture",
        "one byte",
        "zeros",
        "birds",
        "other",
        "log",
        "newer",
        "older",
        "none",
        "folder",
        "pipe",
        "loop",
    ],
)
def test_what_is_not_ours_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], object], reason: str | None, create: bool
) -> None:
    path = tmp_path / NAME
    make(path)
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError) as raised:
        Store.open(path, create=create)
    assert str(raised.value).startswith(f"{path} ")
    assert (reason or ("is not a store" if create else "holds nothing")) in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(tmp_path.iterdir()) == beside


@pytest.mark.parametrize(
    ("name", "create", "reason"),
    [
        ("gone.standoff", False, "does not exist; make it with: standoff build"),
        ("gone/x.standoff", True, "cannot be opened; check that its folder exists"),
        ("n" * 300, True, "cannot be opened: File name too long"),
    ],
)
def test_what_is_not_there(tmp_path: Path, name: str, create: bool, reason: str) -> None:
    with pytest.raises(StoreError) as raised:
        Store.open(tmp_path / name, create=create)
    assert reason in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_store_only_where_one_is_made(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.touch()
    with pytest.raises(StoreError, match="holds nothing; make it with: standoff build"):
        Store.open(path)
    assert path.stat().st_size == 0
    filled(path)
    with Store.open(path) as store:
        assert store.documents() == (REPORT,)


@pytest.mark.parametrize("name", ["a b?c#d%20.standoff", "Криза – 危机.standoff", "-o.standoff", "q'; DROP.standoff"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    filled(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Store.open(tmp_path / name) as store:
        assert store.documents() == (REPORT,)


def test_the_header_says_whose_file_it_is(tmp_path: Path) -> None:
    filled(tmp_path / NAME)
    with closing(sqlite3.connect(tmp_path / NAME)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    cut_in_half(tmp_path / NAME)
    with pytest.raises(StoreError, match="is damaged; build it again"), Store.open(tmp_path / NAME) as store:
        store.dossier()


def test_a_value_that_no_build_writes_is_named(tmp_path: Path) -> None:
    filled(tmp_path / NAME)
    database(tmp_path / NAME, "UPDATE documents SET outlet_basis = 'rumour'")
    with (
        Store.open(tmp_path / NAME) as store,
        pytest.raises(StoreError, match=r"holds what no build writes .*'rumour'"),
    ):
        store.documents()


@pytest.fixture
def medium() -> Iterator[Path]:
    """A folder that anybody may read."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@contextmanager
def read_only(medium: Path, file_mode: int = 0o444) -> Iterator[None]:
    """Nothing in the folder may be written; the superuser, who may write everywhere, becomes nobody meanwhile."""
    for path in medium.iterdir():
        path.chmod(file_mode)
    medium.chmod(0o555)
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_store_on_a_read_only_medium_opens_to_read(medium: Path) -> None:
    filled(medium / NAME)
    before = (medium / NAME).read_bytes()
    with read_only(medium):
        with Store.open(medium / NAME) as store:
            assert store.documents() == (REPORT,)
            with pytest.raises(StoreError, match="cannot be written; check who may write the file and its folder"):
                store.add_source("reports/2.txt", "a", "1", [], [])
        with pytest.raises(StoreError, match=r"cannot be (opened|written); check"):
            Store.open(medium / NAME, create=True)
        with pytest.raises(StoreError, match="cannot be opened; check that its folder exists and who may write there"):
            Store.open(medium / "another.standoff", create=True)
    assert (medium / NAME).read_bytes() == before
    assert list(medium.iterdir()) == [medium / NAME]


def test_a_log_that_cannot_be_read_is_not_passed_over(medium: Path, tmp_path: Path) -> None:
    """What waits in the log of a build that was cut short is part of the store."""
    with Store.open(tmp_path / NAME, create=True) as store:
        store.add_source("reports/1.txt", "a", "1", [REPORT], [])
        for name in (NAME, f"{NAME}-wal"):
            shutil.copy(tmp_path / name, medium / name)
    with read_only(medium), pytest.raises(StoreError, match="cannot be opened; check"):
        Store.open(medium / NAME)


def test_a_file_that_may_not_be_read_says_so(medium: Path) -> None:
    filled(medium / NAME)
    with read_only(medium, file_mode=0), pytest.raises(StoreError, match="cannot be opened: Permission denied"):
        Store.open(medium / NAME)
