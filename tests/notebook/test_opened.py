"""A dossier asked from Python: the same records as tables, pictures and a bounded piece of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import standoff
from standoff.core.errors import StoreError
from standoff.notebook.opened import OpenDossier
from standoff.store.asking.kinds import KINDS


@pytest.fixture(scope="module")
def dossier(sample_store: Path) -> Iterator[OpenDossier]:
    with standoff.open(sample_store) as opened:
        yield opened


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_every_kind_becomes_a_table_with_a_row_for_each_record(dossier: OpenDossier, name: str) -> None:
    records = dossier.ask(name)
    frame, table = records.to_polars(), records.to_pandas()
    assert len(frame) == len(table) == len(records)
    assert frame.columns == list(table.columns)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.whole is not None], ids=lambda kind: kind.name)
def test_one_record_is_what_the_list_says_and_more(dossier: OpenDossier, kind: Any) -> None:
    for listed in dossier.ask(kind.name)[:5]:
        whole = dossier.one(kind.name, listed.id)
        assert isinstance(whole, type(listed))
        assert whole.id == listed.id


def test_words_in_a_table_are_those_of_their_place(dossier: OpenDossier, sample_store: Path) -> None:
    from standoff.store.file import Store  # noqa: PLC0415 - beside its only use

    with Store.open(sample_store) as store:
        texts = {document.id: document.text for document in store.documents()}
    rows = dossier.timeline().to_dicts()
    assert rows
    for row in rows:
        assert row["label"] == texts[row["label_doc"]][row["label_start"] : row["label_end"]]


def test_filters_are_those_of_the_pages_and_days_may_be_text(dossier: OpenDossier) -> None:
    planned = dossier.timeline(factuality="scheduled", since="2019-10-01", until="2019-11-01")
    assert len(planned)
    assert {each.factuality for each in planned} == {"scheduled"}
    assert all(each.when.since is None or each.when.since.year == 2019 for each in planned)


def test_an_answer_of_many_pages_is_whole_and_each_record_once(dossier: OpenDossier) -> None:
    everything = dossier.ask("events") if "events" in dossier.kinds else dossier.timeline()
    assert len({each.id for each in everything}) == len(everything)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"colour": "red"}, "'colour' is no filter here; there are"),
        ({"factuality": "perhaps"}, "Invalid enum value 'perhaps'"),
        ({"since": "yesterday"}, "since"),
    ],
)
def test_what_cannot_be_asked_is_said(dossier: OpenDossier, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        dossier.timeline(**asked)


def test_what_is_not_there_is_said(dossier: OpenDossier, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no kind 'opinions'; there are documents"):
        dossier.ask("opinions")
    with pytest.raises(KeyError, match="no happening has the id 'none'"):
        dossier.one("happenings", "none")
    with pytest.raises(StoreError, match="does not exist"):
        standoff.open(tmp_path / "none.standoff")


def test_an_empty_answer_is_an_empty_table_with_its_columns(dossier: OpenDossier) -> None:
    none = dossier.timeline(actor="nobody")
    assert none.to_polars().shape[0] == 0
    assert none.to_polars().columns == list(none.to_pandas().columns) == list(dossier.timeline().to_polars().columns)
    assert "none" in none._repr_html_()


def test_a_notebook_shows_a_bounded_piece_of_inert_html(dossier: OpenDossier) -> None:
    html = dossier.timeline()._repr_html_()
    assert html.count("<tr>") == 11
    assert "and " in html
    assert len(html) < 20_000


def test_the_timeline_has_a_picture_and_says_what_has_none(dossier: OpenDossier) -> None:
    drawn = dossier.timeline().chart().to_dict()
    assert drawn["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    without = next(name for name in dossier.kinds if name != "happenings")
    with pytest.raises(TypeError, match="there is no picture of"):
        dossier.ask(without).chart()


def test_the_pictures_of_the_pages_are_there_by_name(dossier: OpenDossier) -> None:
    shown = dossier.picture("lineage")._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"].startswith("Who copied whom")
    with pytest.raises(ValueError, match="there is no picture 'map'; there are accounts, claims"):
        dossier.picture("map")
    with pytest.raises(ValueError, match="'colour' is no filter here"):
        dossier.picture("timeline", colour="red")
