import pytest

from standoff.core.vocabulary import Factuality
from standoff.resolve.happenings.course import course_of, factuality_of
from tests.builders import document, event

TEXT = "It met and met and met and met and met and met."
DOCUMENTS = [document(f"{number}.txt", TEXT) for number in range(3)]


@pytest.mark.parametrize(
    ("told", "after"),
    [
        (["scheduled", "occurred"], "occurred"),
        (["scheduled", "scheduled", "scheduled", "occurred"], "occurred"),
        (["occurred", "denied"], "occurred"),
        (["occurred", "denied", "denied"], "denied"),
        (["hypothetical", "hypothetical", "hypothetical", "hypothetical", "occurred"], "hypothetical"),
        (["ongoing", "ongoing", "occurred"], "ongoing"),
        (["hypothetical", "scheduled"], "scheduled"),
        (["hypothetical"], "hypothetical"),
    ],
)
def test_what_it_is_after_all_reports(told: list[Factuality], after: Factuality) -> None:
    events = [event(DOCUMENTS[0], "met", "CONSULT", each, nth=place) for place, each in enumerate(told)]
    assert factuality_of(events) == after


@pytest.mark.parametrize(
    ("told", "stages"),
    [
        ([["scheduled"], ["occurred"]], ["scheduled", "occurred"]),
        ([["occurred"], ["occurred"]], ["occurred"]),
        ([["scheduled", "scheduled", "occurred"], ["occurred"], ["denied"]], ["occurred", "denied"]),
        ([["occurred"], ["scheduled"], ["denied"]], ["occurred", "denied"]),
        ([["ongoing"], ["hypothetical"], ["occurred"]], ["ongoing", "occurred"]),
    ],
)
def test_a_stage_for_each_change_from_report_to_report(told: list[list[Factuality]], stages: list[str]) -> None:
    events = [
        event(report, "met", "CONSULT", each, nth=place)
        for report, own in zip(DOCUMENTS, told, strict=False)
        for place, each in enumerate(own)
    ]
    found = course_of(events)
    assert [stage.factuality for stage in found] == stages
    assert {stage.event for stage in found} <= {each.id for each in events}
