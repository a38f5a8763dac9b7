"""Hidden dates: which are hidden, and how what is found of them counts."""

from datetime import date

import dating
from standoff.core.findings import Dating
from standoff.core.when import When
from tests.builders import BY_HAND, document

REPORTS = [document(f"{place:02}.txt", f"Report {place}.", published=f"2031-05-{place:02}") for place in range(1, 11)]


def found(doc: str, since: date, until: date) -> Dating:
    return Dating(document=doc, published=When(since, until), documents=(), times=(), why=BY_HAND)


def test_the_same_share_is_hidden_whatever_the_order() -> None:
    folder = dating.hide("strait", REPORTS, 30)
    assert dating.hide("strait", REPORTS[::-1], 30) == folder
    assert len(folder.hidden) == 3
    assert {each.id for each in folder.documents if each.published is None} == set(folder.hidden)
    assert all(folder.hidden[each.id].day == int(each.path[:2]) for each in REPORTS if each.id in folder.hidden)


def test_days_off_are_counted() -> None:
    one, two, three = (each.id for each in REPORTS[:3])
    hidden = {one: date(2031, 5, 1), two: date(2031, 5, 2), three: date(2031, 5, 3), "4": date(2031, 5, 4)}
    datings = [
        found(one, date(2031, 5, 1), date(2031, 5, 3)),
        found(two, date(2031, 5, 5), date(2031, 5, 6)),
        found(three, date(2031, 6, 1), date(2031, 6, 2)),
        found("of a report that told its date", date(2031, 5, 1), date(2031, 5, 2)),
    ]
    row = dating.score(hidden, datings)
    assert [*row.values()] == [4, 3, 1, 2, 75, 100 / 3, 200 / 3]
    assert dating.score(hidden, ())["precision"] is None
