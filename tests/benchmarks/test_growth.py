"""Reports of other worlds: as long and as like each other as the real ones, with nothing in common with these."""

from datetime import date

import growth
from standoff.core.integrity import document_faults, study_faults
from tests.builders import attribution, document, event, mention, study, time

REPORT = document("harbour.txt", "Ilmar Deko said that the port would open on 2031-05-04.", published="2031-05-01")
DEKO = mention(REPORT, "Ilmar Deko")
SAID = attribution(REPORT, "the port would open", cue="said", source="Ilmar Deko", speaker=DEKO)
DAY = time(REPORT, "2031-05-04", "2031-05-04")
OPENS = event(REPORT, "open", "COOPERATE", agents=(DEKO,), when=DAY.when, when_basis="explicit", time=DAY.id)
REAL = [(REPORT, study(REPORT, DEKO, SAID, DAY, OPENS))]


def test_a_report_of_another_world_has_the_same_readings_at_the_same_places() -> None:
    (_, here), (report, there) = growth.grown(REAL, 2)
    assert [*document_faults(report), *study_faults(report, there)] == []
    assert (there.attributions[0].speaker, there.events[0].agents) == (there.mentions[0].id, (there.mentions[0].id,))
    assert [(each.at.start, each.at.end) for each in there.events] == [(o.at.start, o.at.end) for o in here.events]
    assert len(report.text) == len(REPORT.text)


def test_it_shares_function_words_alone_and_its_days_are_four_centuries_later() -> None:
    _, (report, there) = growth.grown(REAL, 2)
    assert set(report.text.split()) & set(REPORT.text.split()) == {"said", "that", "the", "would", "on", "2031-05-04."}
    assert [each.when.since for each in there.events if each.when is not None] == [date(2431, 5, 4)]
    assert report.published is not None
    assert report.published.since == date(2431, 5, 1)


def test_the_first_world_is_the_real_one_and_as_many_are_made_as_are_asked_for() -> None:
    assert growth.grown(REAL, 1) == REAL
    assert len({document.id for document, _ in growth.grown(REAL, 5)}) == 5
