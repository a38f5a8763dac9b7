"""A store of an earlier version keeps its documents and studies; its findings are drawn anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from standoff.core.errors import StoreError
from standoff.core.judgements import Judgement
from standoff.store.connect import APPLICATION_ID, SCHEMA_VERSION
from standoff.store.file import Store
from standoff.store.findings import EMPTYING
from tests.builders import Source, document
from tests.store.small_build import VERSION, build, draw, rows, sound

BEFORE = {version: (Path(__file__).parent / f"version_{version}.sql").read_text(encoding="utf-8") for version in (2, 3)}
"""The tables of earlier versions, as they shipped."""

REPORTS = (
    Source("1.txt", "a", (document("1.txt", "Toll said Ardania will answer", furniture=((0, 4),)),), ()),
    Source("2.txt", "b", (document("2.txt", "Toll: Ardania will answer", captions=((0, 4),)),), ()),
)


KEPT = (
    "sources", "carried", "source_gaps", "documents", "furniture", "captions", "studies", "study_gaps", "mentions",
    "attributions", "contents", "times", "events", "event_participants", "figures", "commitments", "commitment_relays",
)  # fmt: skip
"""The tables of documents and readings."""


JUDGEMENT = Judgement(subject="a" * 16, verdict="right", by="A. Reader", on="2031-04-09T10:00:00Z", note="on paper")
"""What only stores of version 3 and later hold."""


def earlier(version: int, path: Path, new: Path) -> None:
    """A store of an earlier version that holds what a new one holds, with findings of its own."""
    build(new, REPORTS)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BEFORE[version])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in (*KEPT, "judgements") if version > 2 else KEPT:
            connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
        connection.execute("INSERT INTO accounts SELECT id, position FROM new.accounts")
        connection.execute("INSERT INTO account_documents SELECT * FROM new.account_documents")
        connection.execute("UPDATE findings SET version = '1'")
        connection.commit()


both = pytest.mark.parametrize("version", sorted(BEFORE))


def objects(path: Path) -> list[tuple[str, str, str]]:
    """Every table, index and view with what made it."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


@both
def test_documents_and_studies_stay_and_the_file_is_as_if_made_anew(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.standoff", tmp_path / "new.standoff"
    earlier(version, old, new)
    with Store.open(old, create=True) as store:
        assert not store.has_findings()
        assert store.unstudied(VERSION) == ()
        draw(store)
        found = store.dossier()
    with Store.open(new) as store:
        assert store.dossier() == found
    assert rows(old) == rows(new)
    assert objects(old) == objects(new)
    assert sound(old)


def test_judgements_stay(tmp_path: Path) -> None:
    old, new = tmp_path / "old.standoff", tmp_path / "new.standoff"
    build(new, REPORTS)
    with Store.open(new, create=True) as store:
        store.add_judgement(JUDGEMENT)
    earlier(3, old, new)
    with Store.open(old, create=True) as store:
        assert store.judgements() == (JUDGEMENT,)
        draw(store)
        assert store.dossier().judgements == (JUDGEMENT,)
    assert rows(old) == rows(new)


@both
def test_it_is_brought_up_once(tmp_path: Path, version: int) -> None:
    old = tmp_path / "old.standoff"
    earlier(version, old, tmp_path / "new.standoff")
    Store.open(old, create=True).close()
    with Store.open(old, create=True) as store:
        draw(store)
    with Store.open(old, create=True) as store:
        assert store.has_findings(VERSION)


@both
def test_a_reader_changes_nothing_and_says_what_to_run(tmp_path: Path, version: int) -> None:
    old = tmp_path / "old.standoff"
    earlier(version, old, tmp_path / "new.standoff")
    before = old.read_bytes()
    with pytest.raises(
        StoreError, match=rf"version {version}, this one writes {SCHEMA_VERSION}\); run the build again"
    ):
        Store.open(old)
    assert old.read_bytes() == before


@both
def test_an_upgrade_that_is_cut_short_leaves_the_store_as_it_was(tmp_path: Path, version: int) -> None:
    old = tmp_path / "old.standoff"
    earlier(version, old, tmp_path / "new.standoff")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE paragraphs (x)")  # what the upgrade makes is in its way
    before = old.read_bytes()
    with pytest.raises(StoreError, match="cannot be used: table paragraphs already exists"):
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
        for script in ("findings.sql", "reckoned.sql"):
            connection.executescript((root / script).read_text(encoding="utf-8"))
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
