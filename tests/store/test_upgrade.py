"""A store of an earlier version keeps its documents and studies; its findings are drawn anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from standoff.core.errors import StoreError
from standoff.store.connect import APPLICATION_ID, SCHEMA_VERSION
from standoff.store.file import Store
from standoff.store.findings import EMPTYING
from tests.builders import Source, document
from tests.store.small_build import VERSION, assemble, build, rows, sound

BEFORE = (Path(__file__).parent / "version_2.sql").read_text(encoding="utf-8")
"""The tables of version 2, as it shipped."""

REPORTS = (
    Source("1.txt", "a", (document("1.txt", "Toll said Ardania will answer", furniture=((0, 4),)),), ()),
    Source("2.txt", "b", (document("2.txt", "Toll: Ardania will answer", captions=((0, 4),)),), ()),
)


KEPT = (
    "sources", "carried", "source_gaps", "documents", "furniture", "captions", "studies", "study_gaps", "mentions",
    "attributions", "contents", "times", "events", "event_participants", "figures", "commitments", "commitment_relays",
)  # fmt: skip
"""The tables of documents and readings."""


def version_2(path: Path, new: Path) -> None:
    """A store of version 2 that holds what a new one holds, with findings of its own."""
    build(new, REPORTS)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BEFORE)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 2")
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in KEPT:
            connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
        connection.execute("INSERT INTO accounts SELECT id, position FROM new.accounts")
        connection.execute("INSERT INTO account_documents SELECT * FROM new.account_documents")
        connection.execute("UPDATE findings SET version = '1'")
        connection.commit()


def objects(path: Path) -> list[tuple[str, str, str]]:
    """Every table, index and view with what made it."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_documents_and_studies_stay_and_the_file_is_as_if_made_anew(tmp_path: Path) -> None:
    old, new = tmp_path / "old.standoff", tmp_path / "new.standoff"
    version_2(old, new)
    with Store.open(old, create=True) as store:
        assert not store.has_findings()
        assert store.unstudied(VERSION) == ()
        store.write_findings(assemble(store.documents(), store.studies(), store.gaps()), VERSION)
        found = store.dossier()
    with Store.open(new) as store:
        assert store.dossier() == found
    assert rows(old) == rows(new)
    assert objects(old) == objects(new)
    assert sound(old)


def test_it_is_brought_up_once(tmp_path: Path) -> None:
    old = tmp_path / "old.standoff"
    version_2(old, tmp_path / "new.standoff")
    Store.open(old, create=True).close()
    with Store.open(old, create=True) as store:
        store.write_findings(assemble(store.documents(), store.studies(), store.gaps()), VERSION)
    with Store.open(old, create=True) as store:
        assert store.has_findings(VERSION)


def test_a_reader_changes_nothing_and_says_what_to_run(tmp_path: Path) -> None:
    old = tmp_path / "old.standoff"
    version_2(old, tmp_path / "new.standoff")
    before = old.read_bytes()
    with pytest.raises(StoreError, match=rf"version 2, this one writes {SCHEMA_VERSION}\); run the build again"):
        Store.open(old)
    assert old.read_bytes() == before


def test_an_upgrade_that_is_cut_short_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "old.standoff"
    version_2(old, tmp_path / "new.standoff")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE judgements (x)")  # what the upgrade makes is in its way
    before = old.read_bytes()
    with pytest.raises(StoreError, match="cannot be used: table judgements already exists"):
        Store.open(old, create=True)
    assert old.read_bytes() == before


def test_every_table_of_findings_is_emptied() -> None:
    """Each table of findings is listed, after the tables of its parts."""
    fresh = sqlite3.connect(":memory:")
    with closing(fresh) as connection:
        root = Path(__file__).parents[2] / "src/standoff/store"
        for script in ("schema.sql", "judgements.sql"):
            connection.executescript((root / script).read_text(encoding="utf-8"))
        kept = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        connection.executescript((root / "findings.sql").read_text(encoding="utf-8"))
        made = [name for _, name, kind, *_ in connection.execute("PRAGMA main.table_list") if kind == "table"]
        parents = {
            name: {key[2] for key in connection.execute(f"PRAGMA foreign_key_list({name})") if key[6] == "CASCADE"}
            for name in made
        }
    assert {*made} - kept - {*EMPTYING} == {"findings", "sqlite_schema"}
    assert not kept & {*EMPTYING}, "no reading and no judgement goes with the findings"
    order = {name: place for place, name in enumerate(EMPTYING)}
    late = {(name, above) for name in EMPTYING for above in parents[name] if order[name] > order[above]}
    assert late == set(), "parts go before their wholes"
