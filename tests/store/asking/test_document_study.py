"""One report read by its own rows is that report of the whole dossier, with its times as datings settle them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from standoff.core.dossier import Dossier
from standoff.core.faults import Reading
from standoff.core.records import Attribution
from standoff.core.settle import settled_dossier
from standoff.store.asking.document_study import place_of, read_study
from standoff.store.file import Store
from tests.builders import dossiers


def written(dossier: Dossier, folder: str) -> sqlite3.Connection:
    """A store of this dossier, open."""
    path = Path(folder) / "one.standoff"
    with Store.open(path, create=True) as store:
        for document in dossier.documents:
            store.add_source(document.path, document.id, "1", (document,), ())
        store.add_studies(dossier.studies, "1")
        store.add_judgements(dossier.judgements)
        store.write_findings(dossier)
    return sqlite3.connect(path)


@settings(max_examples=40)
@given(dossiers())
def test_every_report_is_as_the_dossier_has_it(dossier: Dossier) -> None:
    shown = settled_dossier(dossier)
    studies = {study.doc: study for study in shown.studies}
    with TemporaryDirectory() as folder, closing(written(dossier, folder)) as connection:
        for document in shown.documents:
            assert read_study(connection, document.id) == (document, studies[document.id])


def place(reading: Reading) -> tuple[str, int, int]:
    span = reading.content[0] if isinstance(reading, Attribution) else reading.at
    return span.doc, span.start, span.end


@settings(max_examples=20)
@given(dossiers())
def test_every_reading_has_its_place(dossier: Dossier) -> None:
    with TemporaryDirectory() as folder, closing(written(dossier, folder)) as connection:
        for study in dossier.studies:
            kinds = (study.mentions, study.times, study.attributions, study.events, study.figures, study.commitments)
            for kind in kinds:
                for reading in kind:
                    assert place_of(connection, reading.id) == place(reading)


@pytest.mark.parametrize("key", ["", "none", "' OR 1 --"])
def test_an_id_of_nothing_finds_nothing(key: str) -> None:
    with TemporaryDirectory() as folder, closing(written(Dossier(), folder)) as empty:
        assert read_study(empty, key) is None
        assert place_of(empty, key) is None
