"""The sample crisis through every room: its findings are sound, stored whole, and the same in any order."""

from pathlib import Path

import pytest

from standoff.core.dossier import Dossier
from standoff.core.integrity import dossier_faults
from standoff.examples import sample_path
from standoff.export.facts import facts
from standoff.export.verify import verify
from standoff.pipeline import read_alone, studying, take_away
from standoff.resolve.assemble import assemble
from standoff.store.file import Store
from tests.lexicons import shipped

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample() -> Dossier:
    alone = read_alone(sample_path(), studying(1))
    return assemble(alone.documents, alone.studies, alone.gaps, shipped())


def test_its_findings_are_sound_and_each_event_and_commitment_is_in_one(sample: Dossier) -> None:
    assert list(dossier_faults(sample)) == []
    assert verify(facts(sample).split(b"\n")) == ()
    events = {event.id for study in sample.studies for event in study.events}
    assert {key for happening in sample.happenings for key in happening.events} == events
    commitments = {each.id for study in sample.studies for each in study.commitments}
    assert {key for obligation in sample.obligations for key in obligation.commitments} == commitments
    documents = {document.id for document in sample.documents}
    assert {key for topic in sample.topics for key in topic.documents} == documents


def test_it_comes_back_from_a_store_as_it_was(sample: Dossier, tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.standoff", create=True) as store:
        for number, document in enumerate(sample.documents):
            store.add_source(str(number), "a", "1", [document], [])
        store.add_studies(sample.studies, "1")
        store.write_findings(sample, "1")
        assert store.dossier() == sample


def test_the_order_of_reports_does_not_show(sample: Dossier) -> None:
    turned = assemble(sample.documents[::-1], sample.studies[::-1], sample.gaps[::-1], shipped())
    assert facts(turned) == facts(sample)


def test_what_falls_without_a_source(sample: Dossier) -> None:
    nothing = take_away(sample, [], [], ["Nobody At All"])
    assert nothing.fallen == ()
    everything = take_away(sample, [document.id for document in sample.documents], [], [])
    assert (everything.standing, {each.fall for each in everything.fallen}) == (0, {"gone"})
    assert len(everything.fallen) == nothing.standing
    official = take_away(sample, [], [], ["a senior official"])
    assert official.attributions
    assert any(each.fall == "gone" for each in official.fallen)
    assert 0 < official.standing < nothing.standing
