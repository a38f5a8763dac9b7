"""Which words are times and what they say, as tables: a report of Wednesday 8 December 2021 where a date is needed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import process_time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.reckoning import counted
from standoff.core.records import Reckoning
from standoff.core.when import When
from standoff.extract.grammar import grammar_of
from standoff.extract.times.find import find_times
from tests.extract.times.reading import days, flat_parse, report, shown, times
from tests.lexicons import shipped

WEDNESDAY = "2021-12-08"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on 7 December 2021 at sea.", "7 December 2021", "2021-12-07"),
        ("They met on Dec. 7, 2021.", "Dec. 7, 2021", "2021-12-07"),
        ("They met on Tuesday, December 7th, 2021.", "Tuesday, December 7th, 2021", "2021-12-07"),
        ("They met on the 7th of December 2021.", "the 7th of December 2021", "2021-12-07"),
        ("Signed 2021-12-07 in Orlen.", "2021-12-07", "2021-12-07"),
        ("Signed 07/13/2021 in Orlen.", "07/13/2021", "2021-07-13"),
        ("Signed 13.07.2021 in Orlen.", "13.07.2021", "2021-07-13"),
        ("They met in December 2021.", "December 2021", "2021-12"),
        ("The war of 1998 goes on.", "1998", "1998"),
        ("The summer of 2014 was hot.", "The summer of 2014", "2014-SU"),
        ("It fell in the first quarter of 2021.", "the first quarter of 2021", "2021-Q1"),
        ("It fell in the second half of 2021.", "the second half of 2021", "2021-H2"),
        ("It began in the late 1990s.", "the late 1990s", "199"),
        ("A fort of the 11th century stood.", "the 11th century", "10"),
        ("They met on Christmas Eve 2021.", "Christmas Eve 2021", "2021-12-24"),
        ("They met on Good Friday 2021.", "Good Friday 2021", "2021-04-02"),
        ("They met at 10 p.m. on 7 December 2021.", "10 p.m. on 7 December 2021", "2021-12-07T22:00"),
        ("They met on the night of 7 December 2021.", "the night of 7 December 2021", "2021-12-07TNI"),
        ("From 9 to 11 May 2021 they met.", "9 to 11 May 2021", "2021-05-09/2021-05-11"),
    ],
)
def test_dates_that_give_the_year(text: str, words: str, value: str) -> None:
    found = [(text[t.at.start : t.at.end].lower(), t.value, t.basis) for t in times(text)]
    assert found == [(words.lower(), value, "explicit")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday.", "Tuesday: 2021-12-07..2021-12-08"),
        ("They will meet on Tuesday.", "Tuesday: 2021-12-14..2021-12-15"),
        ("They met on Wednesday.", "Wednesday: 2021-12-08..2021-12-09"),
        ("They met last Wednesday.", "last Wednesday: 2021-12-01..2021-12-02"),
        ("They will meet next Friday.", "next Friday: 2021-12-10..2021-12-11"),
        ("They met Monday night.", "Monday night: 2021-12-06..2021-12-07"),
        ("They met yesterday.", "yesterday: 2021-12-07..2021-12-08"),
        ("They met the day before yesterday.", "the day before yesterday: 2021-12-06..2021-12-07"),
        ("They met the day after last Friday.", "the day after last Friday: 2021-12-04..2021-12-05"),
        ("They met last week.", "last week: 2021-11-29..2021-12-06"),
        ("They met over the weekend.", "the weekend: 2021-12-04..2021-12-06"),
        ("They met last month.", "last month: 2021-11-01..2021-12-01"),
        ("He said so at the end of last month.", "the end of last month: 2021-11-24..2021-12-01"),
        ("They will meet early next year.", "early next year: 2022-01-01..2022-04-01"),
        ("They will meet later this week.", "later this week: 2021-12-08..2021-12-13"),
        ("They met earlier this year.", "earlier this year: 2021-01-01..2021-12-09"),
        ("They met in June.", "June: 2021-06-01..2021-07-01"),
        ("They will meet in June.", "June: 2022-06-01..2022-07-01"),
        ("They met on March 10.", "March 10: 2021-03-10..2021-03-11"),
        ("They met on January 10.", "January 10: 2022-01-10..2022-01-11"),  # eleven months ago is told with its year
        ("They will meet on January 10.", "January 10: 2022-01-10..2022-01-11"),
        ("They met in June last year.", "June last year: 2020-06-01..2020-07-01"),
        ("They met last spring.", "last spring: 2021-03-01..2021-06-01"),
        ("They met two weeks ago.", "two weeks ago: 2021-11-22..2021-11-29"),
        ("They met a decade ago.", "a decade ago: 2011-01-01..2012-01-01"),
        ("They met some three years ago.", "three years ago: 2018-01-01..2019-01-01"),
        ("They have held it since 2014.", "2014: 2014-01-01..None"),
        ("They met in the third quarter.", "the third quarter: 2021-07-01..2021-10-01"),
        ("They met the week of November 10.", "the week of November 10: 2021-11-08..2021-11-15"),
        ("They met this morning.", "this morning: 2021-12-08..2021-12-09"),
        ("They met at 7:15 p.m. Tuesday.", "7:15 p.m. Tuesday: 2021-12-07..2021-12-08"),
        ("They met on the first day of last month.", "the first day of last month: 2021-11-01..2021-11-02"),
    ],
)
def test_times_counted_from_the_documents_date(text: str, expected: str) -> None:
    assert days(text, WEDNESDAY) == [expected]
    assert {t.basis for t in times(text, WEDNESDAY)} <= {"published", "explicit"}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lasted two hours and one minute.", "two hours and one minute", "PT2H1M"),
        ("It lasted more than three weeks.", "more than three weeks", "P3W"),
        ("A two-hour call ended.", "two-hour", "PT2H"),
        ("It lasted a year and a half.", "a year and a half", "P1Y6M"),
        ("It lasted 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It went on for several months.", "several months", "PXM"),
        ("In recent weeks it rained.", "recent weeks", "PXW"),
        ("The past two decades were calm.", "The past two decades", "P20Y"),
        ("They call every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("They call twice a week.", "twice a week", "P1W"),
        ("They call every other month.", "every other month", "P2M"),
        ("The daily count rose.", "daily", "P1D"),
        ("They talk on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("It costs 3 million marks a year.", "a year", "P1Y"),
        ("They are now at sea.", "now", "PRESENT_REF"),
        ("They recently sailed.", "recently", "PAST_REF"),
        ("In the near future they sail.", "the near future", "FUTURE_REF"),
    ],
)
def test_times_that_take_up_no_days(text: str, words: str, value: str) -> None:
    assert shown(text, WEDNESDAY) == [(words, value)]
    assert [time.when for time in times(text, WEDNESDAY)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They may sail.",
        "Ships march by.",
        "A second ship sank.",
        "It sank 2,000 boats.",
        "The fall of Orlen came.",
        "A 52-year-old man sailed.",
        "He is in his 30s and sails.",
        "The B-50s sank.",
        "Resolution 1998 holds.",
        "It was the second such ship.",
        "The minutes of it leaked.",
    ],
)
def test_words_that_are_no_times(text: str) -> None:
    assert shown(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met in June.", "XXXX-06"),
        ("They met on December 6.", "XXXX-12-06"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met at 10 p.m. Monday.", "XXXX-WXX-1T22:00"),
    ],
)
def test_without_a_documents_date_what_rests_on_it_stays_open(text: str, value: str) -> None:
    (time,) = times(text)
    assert (time.value, time.when, time.basis, time.needs) == (value, None, None, "the document's date")


def test_a_numeric_date_that_can_be_read_two_ways_stays_open() -> None:
    (time,) = times("Signed 07/12/2021 in Orlen.")
    assert (time.value, time.when, time.needs) == ("2021-XX-XX", None, "which of its numbers is the month")


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Signed 07/12/2021 in Orlen.", WEDNESDAY, "2021-12-07"),
        ("Signed 07/12/2021 in Orlen.", "2021-07-15", "2021-07-12"),
        ("Signed 07/12/2021 and 13/12/2021.", None, "2021-12-07"),
        ("Signed 07/12/2021 and 12/13/2021.", None, "2021-07-12"),
    ],
)
def test_a_numeric_date_is_told_by_the_documents_date_or_by_another(text: str, published: str, value: str) -> None:
    assert times(text, published)[0].value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 7 May 2021. Two days later they sailed.", "Two days later: 2021-05-09..2021-05-10"),
        ("They met on 7 May 2021. The day before, they talked.", "The day before: 2021-05-06..2021-05-07"),
        ("They met on 7 May 2021. The following week they sailed.", "The following week: 2021-05-10..2021-05-17"),
        ("They met in 2014. War broke out that same year.", "that same year: 2014-01-01..2015-01-01"),
        ("They met on 7 May 2021. On 9 June they sailed.", "9 June: 2021-06-09..2021-06-10"),
    ],
)
def test_times_counted_from_another_in_the_text(text: str, expected: str) -> None:
    assert days(text)[1] == expected
    first, second = times(text)
    assert (second.basis, second.reckoned_from) == ("reference", first.at)


def test_a_time_counted_from_one_that_the_text_does_not_tell_stays_open() -> None:
    (time,) = times("Two days later they sailed.", WEDNESDAY)
    assert (time.when, time.needs) == (None, "the time in the text that it is counted from")


@pytest.mark.parametrize(
    "text",
    [
        "Orlen talks end\nDecember 8, 2021\nThey met on Tuesday.",
        "The call of Wednesday, December 8, 2021 was long. They met on Tuesday.",
    ],
)
def test_a_dateline_or_a_weekday_with_its_full_date_stands_in_for_the_documents_date(text: str) -> None:
    first, tuesday = times(text)
    assert (tuesday.value, tuesday.basis, tuesday.reckoned_from) == ("2021-12-07", "reference", first.at)


def test_an_old_date_does_not_stand_in_for_the_documents_date() -> None:
    assert [t.when for t in times("Born on 7 May 1961, he left on Tuesday.")][1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met yesterday.", "yesterday: 2021-12-07..2021-12-09"),
        ("They met last month.", "last month: 2021-11-01..2021-12-01"),
        ("They met in 2014.", "2014: 2014-01-01..2015-01-01"),
    ],
)
def test_a_documents_date_two_days_wide_gives_what_its_days_agree_on_or_both(text: str, expected: str) -> None:
    read = msgspec.structs.replace(report(text), published=When(date(2021, 12, 8), date(2021, 12, 10)))
    (time,) = find_times(read, grammar_of(text, flat_parse(read)), shipped())
    assert time.when is not None
    assert f"{text[time.at.start : time.at.end]}: {time.when.since}..{time.when.until}" == expected
    assert time.value in ("XXXX-XX-XX", "2021-11", "2014")


def test_a_documents_date_with_an_open_end_settles_nothing() -> None:
    text = "They met yesterday."
    read = msgspec.structs.replace(report(text), published=When(date(2021, 12, 8), None))
    assert [t.when for t in find_times(read, grammar_of(text, flat_parse(read)), shipped())] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met from Monday to Thursday.", ["Monday", "Thursday"]),
        ("They met between Monday and Thursday.", ["Monday", "Thursday"]),
    ],
)
def test_both_ends_of_a_stretch_take_up_all_of_it(text: str, expected: list[str]) -> None:
    assert days(text, "2021-12-10") == [f"{word}: 2021-12-06..2021-12-10" for word in expected]


def test_the_first_end_of_a_stretch_has_the_year_of_the_second() -> None:
    assert days("They met from May 3 to June 5, 2021.") == [
        "May 3: 2021-05-03..2021-06-06",
        "June 5, 2021: 2021-05-03..2021-06-06",
    ]


def test_two_years_named_apart_stay_apart() -> None:
    assert days("Pacts of 2014 and 2015 hold.") == ["2014: 2014-01-01..2015-01-01", "2015: 2015-01-01..2016-01-01"]


def test_nothing_is_read_in_the_furniture() -> None:
    text = "They met on 7 May 2021. Posted 8 May 2021."
    read = msgspec.structs.replace(report(text), furniture=((24, len(text)),))
    found = find_times(read, grammar_of(text, flat_parse(read)), shipped())
    assert [text[t.at.start : t.at.end] for t in found] == ["7 May 2021"]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2021 and 30 February came.",
        "99/99/2021 and 0000-00-00 came.",
        "Ten thousand years ago and 9999 years ago.",
        "In ten million centuries they meet; 999999999999 years ago.",
        "The 0th of May, the 99th week of 2021, the 31st century.",
        "25:61 p.m. Monday, 99 p.m., 2460 GMT",
    ],
)
def test_dates_that_no_calendar_has_are_never_an_error(text: str) -> None:
    for time in times(text, WEDNESDAY):
        assert time.when is None or time.when.since is None or time.when.since.year >= 1


WORDS = st.sampled_from(
    "on in the of Monday Tuesday May march 7 12 31 2021 1998 last next this week weeks month year years ago later"
    " before day days morning night noon p.m. GMT every second half a an two three few and or to - , / ' 's early"
    " late end since until 10:30 1990s Christmas weekend quarter first decade now recently more than at least"
    " . ( )".split()
)


@given(
    st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "2021-12-08", "2021-12", "2021", "0001-01-01"])
)
def test_any_words_give_spans_in_order_with_all_they_need(text: str, published: str | None) -> None:
    found = times(text, published)
    assert [t.at for t in found] == sorted({t.at for t in found})
    for one, other in pairwise(found):
        assert one.at.end <= other.at.start
    for time in found:
        assert text[time.at.start : time.at.end].strip()
        assert (time.basis is None) == (time.when is None)
        assert time.reckoned_from is None or time.basis == "reference"
        assert time.when is None or time.type in ("date", "time")
    assert found == times(text, published)


@pytest.mark.parametrize(
    "unit",
    [
        "the, of, a and ",
        "one two three ",
        "Monday, ",
        "in 2014 ",
        "two days later ",
        "the the ",
        "12/12/",
        "a day or so ",
    ],
)
def test_time_is_linear_in_the_words_whatever_they_are(unit: str) -> None:
    """Ten times the words, in one sentence below one word, take about ten times as long; a square would take 100."""

    def seconds(copies: int) -> float:
        text = "They met " + unit * copies
        read = report(text, WEDNESDAY)
        grammar = grammar_of(text, flat_parse(read))
        started = process_time()
        find_times(read, grammar, shipped())
        return process_time() - started

    seconds(50)
    assert seconds(4_000) < 40 * (min(seconds(400) for _ in range(3)) + 0.005)


@pytest.mark.parametrize(
    ("text", "reckoning"),
    [
        ("They met on Tuesday.", Reckoning(grain="day", way="past")),
        ("They will meet on Tuesday.", Reckoning(grain="day", way="future")),
        ("They met last Friday.", Reckoning(grain="day", way="last")),
        ("They met last week.", Reckoning(grain="week", steps=-1)),
        ("They met yesterday.", Reckoning(grain="day", steps=-1)),
        ("They met on 3 May last year.", Reckoning(grain="day", steps=-1)),
        ("They met at the end of last month.", Reckoning(grain="month", steps=-1, mod="END")),
        ("They met since Monday.", Reckoning(grain="day", way="past", mod="ON_OR_AFTER")),
        ("They met in 2014.", None),
        ("They met that week.", None),  # counted from another time
        ("They met in the week of March 6.", None),  # not to be told in short
    ],
)
def test_without_a_documents_date_a_time_says_how_it_would_be_counted(text: str, reckoning: Reckoning | None) -> None:
    (found,) = times(text)
    assert found.reckoning == reckoning
    if reckoning is not None:  # counted so, it is what the date would have made of it
        (read,) = times(text, "2031-04-09")
        assert (read.value, read.when) == counted(found.value, reckoning, date(2031, 4, 9), date(2031, 4, 9))
        assert read.reckoning is None


def test_an_open_stretch_is_not_counted_by_its_ends() -> None:
    assert [found.reckoning for found in times("They met from Monday to Thursday.")] == [None, None]
