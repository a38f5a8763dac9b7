"""What the store does with what it is given, call by call."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from standoff.core.dossier import Dossier
from standoff.core.errors import StoreError
from standoff.core.findings import Account, Actor
from standoff.core.records import Document, Gap, Study
from standoff.core.span import Span
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import attribution, document, mention, study
from tests.store.small_build import assemble, read, sound

FIRST = document("reports/1.txt", "Ardania will answer, Toll said.")
SECOND = document("reports/2.txt", "Lodan will not wait.")
EDITED = document("reports/1.txt", "Ardania may answer, Toll said.")
BROKEN = Gap(path="reports/3.jsonl#2", room="read", reason="the line is not JSON")
CUT = Gap(path="reports/3.jsonl#9", room="read", reason="the line ends early")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "x.standoff", create=True) as opened:
        yield opened
    assert sound(tmp_path / "x.standoff")


def add(store: Store, *documents: Document, sha256: str = "a", version: str = "1", path: str = "reports/1.txt") -> None:
    store.add_source(path, sha256, version, documents, [])


def by_id(*documents: Document) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda document: document.id))


def test_a_new_store_holds_an_empty_dossier(store: Store) -> None:
    assert store.dossier() == Dossier()
    assert store.has_findings()
    assert not store.has_findings("1")


def test_a_source_is_known_by_path_bytes_and_version(store: Store) -> None:
    add(store, FIRST)
    assert store.has_source("reports/1.txt", "a", "1")
    assert not store.has_source("reports/2.txt", "a", "1")
    assert not store.has_source("reports/1.txt", "b", "1")
    assert not store.has_source("reports/1.txt", "a", "2")


def test_a_source_without_documents_is_known_too(store: Store) -> None:
    store.add_source("reports/3.jsonl", "a", "1", [], [BROKEN])
    assert store.has_source("reports/3.jsonl", "a", "1")
    assert store.gaps() == (BROKEN,)


def test_an_edited_file_adds_its_new_document(store: Store) -> None:
    add(store, FIRST, sha256="a")
    add(store, EDITED, sha256="b")
    assert store.documents() == by_id(FIRST, EDITED)
    assert store.has_source("reports/1.txt", "b", "1")
    assert not store.has_source("reports/1.txt", "a", "1"), "should the file change back, it is read again"


def test_an_edited_file_keeps_the_readings_of_its_earlier_text(store: Store) -> None:
    add(store, FIRST, sha256="a")
    store.add_study(read(FIRST), "1")
    add(store, EDITED, sha256="b")
    assert store.unstudied("1") == (EDITED,)
    assert store.studies() == (read(FIRST),)


def test_a_mended_file_loses_its_gaps_only(store: Store) -> None:
    store.add_source("reports/3.jsonl", "a", "1", [FIRST], [BROKEN, CUT])
    store.add_source("reports/3.jsonl", "b", "1", [FIRST, SECOND], [CUT])
    assert store.gaps() == (CUT,)
    assert store.documents() == by_id(FIRST, SECOND)


def test_the_same_bytes_read_by_newer_rules_replace_the_reading(store: Store) -> None:
    add(store, FIRST, version="1")
    store.add_study(read(FIRST), "1")
    add(store, EDITED, version="2")
    assert store.documents() == (EDITED,)
    assert store.studies() == ()


def test_newer_rules_take_no_document_that_another_source_carries(store: Store) -> None:
    add(store, FIRST, path="reports/1.txt", version="1")
    add(store, msgspec.structs.replace(FIRST, path="more/1.txt"), path="more/1.txt", version="1")
    assert [document.path for document in store.documents()] == ["more/1.txt"], "of two paths, the first"
    add(store, path="more/1.txt", version="2")
    assert store.documents() == (FIRST,)


def test_a_document_whose_record_changes_is_studied_again(store: Store) -> None:
    add(store, FIRST, version="1")
    store.add_study(read(FIRST), "1")
    dated = msgspec.structs.replace(FIRST, published=When.parse("2031-04-02"), published_basis="text")
    add(store, dated, version="2")
    assert dated.id == FIRST.id
    assert store.unstudied("1") == (dated,)
    add(store, dated, version="3")
    store.add_study(read(dated), "1")
    add(store, dated, version="4")
    assert store.unstudied("1") == (), "nothing changed but the version"


def test_a_study_of_a_newer_version_replaces_the_older(store: Store) -> None:
    add(store, FIRST, SECOND)
    store.add_studies([read(FIRST), read(SECOND)], "1")
    assert store.unstudied("1") == ()
    assert store.unstudied("2") == by_id(FIRST, SECOND)
    store.add_study(Study(doc=FIRST.id), "2")
    assert store.unstudied("2") == (SECOND,)
    assert set(store.studies()) == {Study(doc=FIRST.id), read(SECOND)}


@pytest.mark.parametrize(
    "published", [None, When(None, None), When.parse("2031"), When(None, When.parse("2031").until)]
)
def test_no_date_and_an_open_interval_differ(store: Store, published: When | None) -> None:
    dated = msgspec.structs.replace(FIRST, published=published)
    add(store, dated)
    assert store.documents() == (dated,)


def test_gaps_come_once_and_sorted(store: Store) -> None:
    of_document = Gap(path=CUT.path, room=CUT.room, reason=CUT.reason, doc="x")
    store.add_source("reports/b.jsonl", "a", "1", [], [of_document, CUT, BROKEN, CUT])
    store.add_source("reports/a.jsonl", "a", "1", [], [CUT])
    assert store.gaps() == (BROKEN, CUT, of_document)


def everything(store: Store) -> Dossier:
    return assemble(store.documents(), store.studies(), store.gaps())


def test_findings_go_when_what_they_were_drawn_from_changes(store: Store) -> None:
    add(store, FIRST)
    store.add_study(read(FIRST), "1")
    store.write_findings(everything(store), "7")
    assert store.has_findings()
    assert store.has_findings("7")
    assert not store.has_findings("8")
    assert store.dossier() == everything(store)
    add(store, SECOND, path="reports/2.txt")
    assert not store.has_findings()
    with pytest.raises(StoreError, match=r"the last build of .*x.standoff did not end; run it again"):
        store.dossier()
    store.write_findings(everything(store), "7")
    assert store.dossier().documents == by_id(FIRST, SECOND)
    store.add_study(read(SECOND), "1")
    assert not store.has_findings("7")


def test_findings_of_fewer_documents_than_are_stored_are_refused(store: Store) -> None:
    add(store, FIRST)
    found = everything(store)
    add(store, SECOND, path="reports/2.txt")
    with pytest.raises(StoreError, match="holds other documents than the findings are of; run the build again"):
        store.write_findings(found)
    assert not store.has_findings()


def test_findings_that_cite_what_is_not_there_are_refused_whole(store: Store) -> None:
    add(store, FIRST)
    store.write_findings(before := everything(store))
    stray = Actor(id="x", name="x", type="person", names=(), mentions=("gone",))
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.write_findings(msgspec.structs.replace(before, actors=(stray,), accounts=()))
    assert store.dossier() == before


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": "a\0b"}, "documents.text: a NUL character cannot be stored, in 'a\\x00b'"),
        ({"title": "a\0b"}, "documents.title: a NUL character"),
        ({"text": "a \ud83d b"}, "documents.text: half a surrogate pair cannot be stored, in 'a \\ud83d b'"),
        ({"outlet": "\udc80"}, "documents.outlet: half a surrogate pair"),
        ({"furniture": ((3, 99),)}, "reports/1.txt: furniture [3, 99) is no span of the document's 31 characters"),
    ],
)
def test_a_document_that_could_not_be_given_back_is_refused(
    store: Store, fields: dict[str, object], reason: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        add(store, SECOND, msgspec.structs.replace(FIRST, **fields))
    assert store.documents() == ()
    assert not store.has_source("reports/1.txt", "a", "1")


def test_a_gap_that_could_not_be_given_back_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match=r"source_gaps\.path: half a surrogate pair"):
        store.add_source("reports", "a", "1", [FIRST], [Gap(path="\udcff", room="read", reason="unreadable")])
    assert store.documents() == ()


def test_a_study_that_breaks_the_first_law_is_refused(store: Store) -> None:
    add(store, FIRST)
    store.add_study(read(FIRST), "1")
    blank = msgspec.structs.replace(mention(FIRST, "will"), at=Span(FIRST.id, 7, 8), name=None)
    with pytest.raises(ValueError, match=r"reports/1.txt: mention \w+: \[7, 8\) reads nothing but space"):
        store.add_study(Study(doc=FIRST.id, mentions=(blank,)), "2")
    with pytest.raises(ValueError, match="which is not in the store"):
        store.add_study(Study(doc="gone"), "2")
    assert store.studies() == (read(FIRST),)


def test_many_faults_are_counted(store: Store) -> None:
    add(store, FIRST)
    said = attribution(FIRST, "Ardania", speaker=mention(FIRST, "Toll"))
    with pytest.raises(ValueError, match=r"3 attributions .*; .* cites mention .*; .*, and 1 more"):
        store.add_study(study(FIRST, said, said, said), "1")


def test_the_views_show_words_beyond_the_first_plane(store: Store, tmp_path: Path) -> None:
    report = document("1.txt", "😀\u202e Премʼєр Тол сказав: “👩‍🚒 é — ні”.", furniture=((0, 1),))
    toll = mention(report, "Премʼєр Тол", name="Тол", role="Премʼєр")
    said = attribution(report, ["👩‍🚒 é", "ні"], source="Премʼєр Тол", cue="сказав", speaker=toll, act="rejects")
    add(store, report)
    store.add_study(study(report, toll, said), "1")
    account = Account(documents=(report.id,))
    actor = Actor(id="toll", name="Toll", type="person", names=("Тол",), mentions=(toll.id,))
    store.write_findings(
        Dossier(documents=(report,), studies=store.studies(), accounts=(account,), actors=(actor,), gaps=())
    )
    connection = sqlite3.connect(tmp_path / "x.standoff")
    assert connection.execute("SELECT words, name, role, actor FROM mention_words").fetchall() == [
        ("Премʼєр Тол", "Тол", "Премʼєр", "Toll")
    ]
    assert connection.execute("SELECT speaker, source, cue, content, act FROM attribution_words").fetchall() == [
        ("Toll", "Премʼєр Тол", "сказав", "👩‍🚒 é ... ні", "rejects")
    ]
    assert connection.execute("SELECT words, kind FROM furniture_words").fetchall() == [("😀", "furniture")]
    connection.close()
