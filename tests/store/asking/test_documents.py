"""Lists of reports: what each is, from where and when, and which are asked for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Dating, Lineage, Topic
from standoff.core.records import Gap, Study
from standoff.core.when import When
from standoff.store.asking.document_findings import DifferingSide, findings_of, passages_of, relatives_of, sides_of
from standoff.store.asking.documents import DocumentsAsked, list_documents, outlets, whole_document
from standoff.store.asking.listed import Page
from standoff.store.file import Store
from tests.builders import BY_HAND, document, event, study

WIRE = document("a.txt", "Talks in Merin began. Snow fell.", outlet="Wire", published="2031-04-02", title="Talks begin")
COPY = document("b.txt", "Talks in Merin began. So says the wire.", outlet="Courier", published="2031-04-03")
UNDATED = document("c.txt", "Ferries stay in port.", title="<b>Ferries</b>")
REPORTS = tuple(sorted((WIRE, COPY, UNDATED), key=lambda each: each.id))
LATER = When(date(2031, 4, 5), date(2031, 4, 6))


def dossier() -> Dossier:
    left, right = sorted((WIRE, COPY), key=lambda each: each.id)
    gap = Gap(path=COPY.path, room="resolve", reason="too short", doc=COPY.id)
    both = tuple(sorted((WIRE.id, COPY.id)))
    studies = {each.id: Study(doc=each.id) for each in REPORTS}
    studies[WIRE.id] = study(WIRE, event(WIRE, "Talks", "CONSULT"))
    lineage = Lineage(
        documents=(left.id, right.id),
        relation="copy",
        passages=((left.span(0, 21), right.span(0, 21)),),
        score=0.9,
        origin=WIRE.id,
        direction=BY_HAND,
    )
    return Dossier(
        documents=REPORTS,
        studies=tuple(studies[each.id] for each in REPORTS),
        gaps=(gap,),
        accounts=tuple(sorted((Account(documents=both), Account(documents=(UNDATED.id,))), key=lambda each: each.id)),
        lineages=(lineage,),
        topics=(Topic(central=WIRE.id, documents=both, why=BY_HAND),),
        datings=(Dating(document=UNDATED.id, published=LATER, documents=(WIRE.id,), times=(), why=BY_HAND),),
    )


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("reports") / "three.standoff"
    found = dossier()
    with Store.open(path, create=True) as store:
        for each in REPORTS:
            store.add_source(each.path, each.id, "1", (each,), ())
        store.add_studies(found.studies, "1")
        store.write_findings(found)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "paths"),
    [
        (DocumentsAsked(), ["c.txt", "b.txt", "a.txt"]),
        (DocumentsAsked(order="oldest"), ["a.txt", "b.txt", "c.txt"]),
        (DocumentsAsked(order="path"), ["a.txt", "b.txt", "c.txt"]),
        (DocumentsAsked(order="outlet"), ["b.txt", "a.txt", "c.txt"]),
        (DocumentsAsked(outlet="Wire"), ["a.txt"]),
        (DocumentsAsked(since=date(2031, 4, 3)), ["c.txt", "b.txt"]),
        (DocumentsAsked(until=date(2031, 4, 3)), ["a.txt"]),
        (DocumentsAsked(q="merin TALKS"), ["b.txt", "a.txt"]),
        (DocumentsAsked(q='"so says"'), ["b.txt"]),
        (DocumentsAsked(q="ferries"), ["c.txt"]),
        (DocumentsAsked(q='"'), []),
        (DocumentsAsked(outlet="' OR 1 --"), []),
    ],
)
def test_reports_are_those_asked_for_in_order(
    connection: sqlite3.Connection, asked: DocumentsAsked, paths: list[str]
) -> None:
    found = list_documents(connection, asked, Page())
    assert ([each.path for each in found.items], found.total) == (paths, len(paths))


def test_reports_of_one_account_or_topic(connection: sqlite3.Connection) -> None:
    (wire,) = list_documents(connection, DocumentsAsked(outlet="Wire"), Page()).items
    assert wire.account is not None
    assert wire.topic is not None
    assert (wire.account.documents, wire.topic.title) == (2, "Talks begin")
    for asked in (DocumentsAsked(account=wire.account.id), DocumentsAsked(topic=wire.topic.id, order="newest")):
        assert [each.path for each in list_documents(connection, asked, Page()).items] == ["b.txt", "a.txt"]


def test_a_page_is_a_part_of_the_list(connection: sqlite3.Connection) -> None:
    found = list_documents(connection, DocumentsAsked(), Page(2, 2))
    assert ([each.path for each in found.items], found.total, found.pages) == (["a.txt"], 3, 2)


def test_a_report_tells_where_its_date_is_from(connection: sqlite3.Connection) -> None:
    found = whole_document(connection, UNDATED.id)
    assert found is not None
    assert (found.published, found.published_basis) == (LATER, "linked")
    assert found.dated_by is not None
    assert found.dated_by.documents == ((WIRE.id, "a.txt"),)
    assert (found.length, found.gaps, found.relatives) == (21, (), ())


def test_a_report_tells_whom_it_shares_words_with(connection: sqlite3.Connection) -> None:
    found = whole_document(connection, COPY.id)
    assert found is not None
    (wire,) = found.relatives
    assert (wire.path, wire.relation, wire.origin, wire.why) == ("a.txt", "copy", "other", BY_HAND)
    assert [gap.reason for gap in found.gaps] == ["too short"]
    assert [each.origin for each in relatives_of(connection, WIRE.id)] == ["this"]
    (passage,) = passages_of(connection, WIRE.id)
    assert (passage.start, passage.end, passage.other, passage.other_end) == (0, 21, COPY.id, 21)


def test_what_it_holds_is_counted(connection: sqlite3.Connection) -> None:
    (wire,) = list_documents(connection, DocumentsAsked(outlet="Wire"), Page()).items
    assert (wire.holds.events, wire.holds.attributions) == (1, 0)


def test_nothing_is_known_of_an_id_of_nothing(connection: sqlite3.Connection) -> None:
    assert whole_document(connection, "none") is None
    assert findings_of(connection, "none") == []
    assert sides_of(connection, "none") == list[DifferingSide]()


def test_outlets_are_counted(connection: sqlite3.Connection) -> None:
    assert outlets(connection) == (("Courier", 1), ("Wire", 1))
