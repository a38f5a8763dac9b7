"""Readings that are left out leave nothing behind that cites them."""

from hypothesis import given
from hypothesis import strategies as st

from standoff.core.integrity import study_faults
from standoff.resolve.left_out import without
from tests.builders import documents, studies
from tests.export.whole import (
    ANSWER,
    FIRST,
    LEAVE,
    LEAVING,
    MARN,
    MARN_THERE,
    MEN,
    MET,
    MONDAY,
    ORLA,
    READ,
    READ_TALKS,
    TALKS,
    VARETH,
)


def test_what_an_attribution_told_stands_in_the_reporters_voice() -> None:
    (left,) = without([READ_TALKS], {LEAVING.id})
    assert left.attributions == ()
    assert [figure.carried_by for figure in left.figures] == [None]
    assert [each.relay for each in left.commitments] == [()]
    assert [event.id for event in left.events] == [MET.id]


def test_a_date_that_rested_on_a_time_is_no_date() -> None:
    (left,) = without([READ_TALKS], {MONDAY.id})
    assert [(event.when, event.when_basis, event.time) for event in left.events] == [(None, None, None)]
    assert [each.deadline for each in left.commitments] == [None]


def test_a_mention_takes_part_in_nothing() -> None:
    (left,) = without([READ_TALKS], {MARN_THERE.id, VARETH.id})
    assert [(event.agents, event.place) for event in left.events] == [((ORLA.id,), None)]
    assert [figure.claimant for figure in left.figures] == [None]
    assert [each.debtor for each in left.commitments] == [None]
    (left,) = without([READ], {MARN.id})
    assert [said.speaker for said in left.attributions if said.id == ANSWER.id] == [None]


def test_events_figures_and_commitments_go_alone() -> None:
    (left,) = without([READ_TALKS], {MET.id, MEN.id, LEAVE.id})
    assert (left.events, left.figures, left.commitments) == ((), (), ())
    assert left.mentions == READ_TALKS.mentions


def test_nothing_left_out_changes_nothing() -> None:
    assert without([READ, READ_TALKS], set()) == (READ, READ_TALKS)
    assert without([READ, READ_TALKS], {"gone"}) == (READ, READ_TALKS)
    assert {FIRST.id, TALKS.id} == {READ.doc, READ_TALKS.doc}


@given(st.data())
def test_what_is_left_is_whole(data: st.DataObject) -> None:
    report = data.draw(documents())
    found = data.draw(studies(report))
    kinds = (found.mentions, found.times, found.attributions, found.events, found.figures, found.commitments)
    ids = [reading.id for kind in kinds for reading in kind]
    gone = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    (left,) = without([found], gone)
    assert list(study_faults(report, left)) == []
    rest = (left.mentions, left.times, left.attributions, left.events, left.figures, left.commitments)
    assert {reading.id for kind in rest for reading in kind} == {*ids} - gone
