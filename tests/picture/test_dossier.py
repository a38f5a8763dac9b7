"""From a dossier to the records of pictures: any dossier gives them, and the sample crisis the ones that are known."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from standoff.core.dossier import Dossier
from standoff.picture.dossier import (
    claims_of,
    copyings_of,
    days_of,
    kept_of,
    marks_of,
    origins_of,
    reports_of,
    rungs_of,
    tallies_of,
)
from standoff.picture.drawing import accounts, claims, course, dealings, ladder, lineage, spec, standing, timeline
from standoff.picture.drawn import Picture
from standoff.picture.ties import parties_of, ties_of
from standoff.pipeline import play_scenario
from standoff.store.file import Store
from tests.builders import dossiers


def all_pictures(dossier: Dossier) -> list[Picture]:
    measures = [claims(claims_of(dossier, each.id), unit=each.unit) for each in dossier.measures]
    return [
        timeline(marks_of(dossier)),
        course(tallies_of(dossier), days_of(dossier)),
        dealings(ties_of(dossier), parties_of(dossier)),
        lineage(reports_of(dossier), copyings_of(dossier)),
        standing(kept_of(dossier)),
        accounts(origins_of(dossier)),
        *measures,
    ]


@given(dossiers())
@settings(max_examples=12)
def test_any_dossier_can_be_drawn(dossier: Dossier) -> None:
    for picture in all_pictures(dossier):
        assert spec(picture)["description"]
    assert len(marks_of(dossier)) == len(dossier.happenings)
    assert len(kept_of(dossier)) == len(dossier.obligations)
    assert sum(each.reports for each in origins_of(dossier)) == len(dossier.documents)
    assert len({mark.lane for mark in marks_of(dossier, lanes=1)} - {"others"}) <= 1


def test_a_measure_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        claims_of(Dossier(), "gone")


@pytest.mark.slow
def test_the_sample_crisis(sample_store: Path) -> None:
    with Store.open(sample_store) as store:
        dossier = store.dossier()
    marks = marks_of(dossier, lambda one: f"/happenings/{one}")
    assert {mark.href for mark in marks} == {f"/happenings/{each.id}" for each in dossier.happenings}
    assert {"Drovnia", "Marenia", "others"} <= {mark.lane for mark in marks}
    tied = {(tie.doer, tie.sufferer) for tie in ties_of(dossier)}
    names = {party.id: party.name for party in parties_of(dossier)}
    assert ("Elsbet Corvane", "Ruslan Dzhavarov") in {(names.get(one), names.get(other)) for one, other in tied}
    assert {report.outlet for report in reports_of(dossier)} >= {"The Solvik Courier", "Continental Wire"}
    played = play_scenario(dossier, "Marenia sends an armed escort with the fishing boats")
    rungs = rungs_of(dossier, played)
    assert [each.id for each in rungs] == [step.obligation for step in played.steps]
    assert len(ladder(rungs, played.condition).data["rungs"]) == len(rungs)
