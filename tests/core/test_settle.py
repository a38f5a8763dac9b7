"""What a date that other documents tell does to the readings that wait for it."""

from datetime import date

from standoff.core.dossier import Dossier
from standoff.core.findings import Dating
from standoff.core.records import Reckoning
from standoff.core.settle import settled, settled_dossier
from standoff.core.when import When
from tests.builders import BY_HAND, commitment, document, event, figure, study, time

REPORT = document("r.txt", "On Monday 300 guards left Tarn; in 2019 they came. Sel must answer by Friday.")
PAST, FUTURE = Reckoning(grain="day", way="past"), Reckoning(grain="day", way="future")
MONDAY = time(REPORT, "Monday", "XXXX-WXX-1", when=None, needs="the document's date", reckoning=PAST)
FRIDAY = time(REPORT, "Friday", "XXXX-WXX-5", when=None, needs="the document's date", reckoning=FUTURE)
YEAR = time(REPORT, "2019", "2019")
READ = study(
    REPORT,
    *(MONDAY, FRIDAY, YEAR),
    event(REPORT, "left", "RETREAT", time=MONDAY.id),
    event(REPORT, "came", "MOBILIZE", when=YEAR.when, when_basis="explicit", time=YEAR.id),
    figure(REPORT, "300", 300, time=MONDAY.id),
    commitment(REPORT, "Sel must answer by Friday", "demand", "answer", time=FRIDAY.id),
)
TUESDAY = When.day(date(2031, 4, 8))


def test_times_and_what_rests_on_them_are_settled_and_say_by_what() -> None:
    found = settled(READ, TUESDAY)
    monday, friday = When.day(date(2031, 4, 7)), When.day(date(2031, 4, 11))
    assert [(t.value, t.when, t.basis, t.needs) for t in found.times if t.id != YEAR.id] == [
        ("2031-04-07", monday, "linked", None),
        ("2031-04-11", friday, "linked", None),
    ]
    assert [(e.when, e.when_basis) for e in found.events] == [(monday, "linked"), (YEAR.when, "explicit")]
    assert [(f.as_of, f.as_of_basis) for f in found.figures] == [(monday, "linked")]
    assert [c.deadline for c in found.commitments] == [friday]


def test_without_a_date_or_with_an_open_one_nothing_changes() -> None:
    assert settled(READ, None) == settled(READ, When(None, date(2031, 4, 8))) == READ


def test_a_dossier_is_settled_once_and_keeps_the_dates_that_documents_tell() -> None:
    told = document("told.txt", "Nothing new.", published="2031-04-08")
    dating = Dating(document=REPORT.id, published=TUESDAY, documents=(told.id,), times=(MONDAY.id,), why=BY_HAND)
    dossier = Dossier(documents=(REPORT, told), studies=(READ,), datings=(dating,))
    shown = settled_dossier(dossier)
    assert [(d.published, d.published_basis) for d in shown.documents] == [(TUESDAY, "linked"), (TUESDAY, None)]
    assert shown.studies == (settled(READ, TUESDAY),)
    assert settled_dossier(shown) == shown
