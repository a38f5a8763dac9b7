"""What is reckoned for pages is what the findings and readings say."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.export.readings import actors_of_mentions
from standoff.store.file import Store
from tests.export.whole import DOSSIER as WHOLE

DOSSIER = replace(
    WHOLE,
    documents=tuple(sorted(WHOLE.documents, key=lambda each: each.id)),
    studies=tuple(sorted(WHOLE.studies, key=lambda each: each.doc)),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("store") / "x.standoff"
    with Store.open(path, create=True) as store:
        for report in DOSSIER.documents:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies(DOSSIER.studies, "1")
        store.add_judgements(DOSSIER.judgements)
        store.write_findings(DOSSIER)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def test_mentions_have_the_actors_that_exports_give_them(connection: sqlite3.Connection) -> None:
    assert dict(connection.execute("SELECT mention, actor FROM mention_actors")) == actors_of_mentions(DOSSIER)


def test_references_that_lead_round_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.standoff", create=True) as store:
        for report in DOSSIER.documents:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies(DOSSIER.studies, "1")
        store._connection.execute("UPDATE mentions SET refers = id")
        store.write_findings(Dossier(documents=store.documents(), studies=store.studies()))
    with closing(sqlite3.connect(tmp_path / "x.standoff")) as connection:
        assert connection.execute("SELECT count(*) FROM mention_actors").fetchone() == (0,)


def test_actors_are_counted(connection: sqlite3.Connection) -> None:
    columns = "actor, named, type, documents, mentions, utterances, happenings, obligations, deeds"
    found = {row[0]: row[1:] for row in connection.execute(f"SELECT {columns} FROM actor_tallies")}
    actor_of = actors_of_mentions(DOSSIER)
    place = {mention.id: mention.at.doc for study in DOSSIER.studies for mention in study.mentions}
    for actor in DOSSIER.actors:
        mentions = [mention for mention, of in actor_of.items() if of == actor.id]
        deeds = (
            sum(utterance.speaker == actor.id for utterance in DOSSIER.utterances),
            sum(actor.id in happening.participants for happening in DOSSIER.happenings),
            sum(actor.id in (obligation.debtor, obligation.creditor) for obligation in DOSSIER.obligations),
        )
        documents = len({place[mention] for mention in mentions})
        assert found[actor.id] == (actor.named, actor.type, documents, len(mentions), *deeds, sum(deeds))
    assert max(row[3] for row in found.values()) > 1


def test_findings_know_when_they_were_told(connection: sqlite3.Connection) -> None:
    found = {row[:2]: row[2:] for row in connection.execute("SELECT * FROM told")}
    kinds = Counter(kind for kind, _ in found)
    assert kinds == {
        "account": len(DOSSIER.accounts),
        "topic": len(DOSSIER.topics),
        "utterance": len(DOSSIER.utterances),
        "happening": len(DOSSIER.happenings),
        "obligation": len(DOSSIER.obligations),
        "measure": len(DOSSIER.measures),
        "discrepancy": len(DOSSIER.discrepancies),
        "document": len(DOSSIER.documents),
    }
    (utterance,) = (each for each in DOSSIER.utterances if len(each.attributions) > 1)
    assert found["utterance", utterance.id] == ("2031-04-02", "2031-04-02", 2), "the second report has no date"
    (happening,) = DOSSIER.happenings
    assert found["happening", happening.id] == (None, None, 1)


def test_records_are_counted_in_all_and_by_what_is_filtered(connection: sqlite3.Connection) -> None:
    found = {row[:3]: row[3] for row in connection.execute("SELECT kind, field, value, records FROM tallies")}
    assert found["document", "", ""] == len(DOSSIER.documents)
    assert found["utterance", "", ""] == len(DOSSIER.utterances)
    assert found["document", "outlet", "The Ardan Courier"] == 1
    acts = Counter(said.act for study in DOSSIER.studies for said in study.attributions)
    assert {value: n for (kind, field, value), n in found.items() if (kind, field) == ("attribution", "act")} == acts
    assert found["happening", "factuality", "occurred"] == 1
    assert ("happening", "type", "ASSAULT") not in found


def test_an_utterance_has_the_acts_of_its_attributions(connection: sqlite3.Connection) -> None:
    act = {said.id: said.act for study in DOSSIER.studies for said in study.attributions}
    expected = {(act[said], each.id) for each in DOSSIER.utterances for said in each.attributions}
    assert set(connection.execute("SELECT act, utterance FROM utterance_acts")) == expected
