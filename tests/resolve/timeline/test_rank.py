"""The days that reports tell of, and the sentences that tell them: reports of an invented strait."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.course import Day
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Independent, Lineage
from standoff.core.records import Document, Study
from standoff.core.when import When
from standoff.resolve.reports import Reports, reports_of
from standoff.resolve.timeline.find import MOST_DAYS, find_days
from standoff.resolve.timeline.rank import rank_days
from tests.builders import at, document, event, figure, study, time

CLASH = "Two sailors were wounded on 3 May when a patrol ship of Quess fired on the trawler Heron near Ilmar."
AGAIN = (
    "The patrol ship of Quess had fired on the trawler Heron on 3 May, wounding two sailors, the navy of Ilmar said."
)
TALKS = "Envoys of Quess and Ilmar will meet in Nordhelm on 9 May to talk about fishing in the strait."
OTHER = "On 1 May the museum of Nordhelm opened a new wing for its painting of a heron."


def clash(path: str, text: str = CLASH) -> tuple[Document, Study]:
    report = document(path, text, published="2031-05-04")
    wounded = event(report, "fired", "ASSAULT")
    people = figure(report, "two" if "two" in text else "Two", 2, unit="person")
    return report, study(report, time(report, "3 May", "2031-05-03"), wounded, people)


def other(path: str) -> tuple[Document, Study]:
    report = document(path, OTHER, published="2031-05-04")
    return report, study(report, time(report, "1 May", "2031-05-01"))


def told(
    *reports: tuple[Document, Study],
    accounts: Sequence[Sequence[int]] | None = None,
    lineages: tuple[Lineage, ...] = (),
) -> Reports:
    groups = accounts if accounts is not None else [[place] for place in range(len(reports))]
    dossier = Dossier(
        documents=tuple(each for each, _ in reports),
        studies=tuple(each for _, each in reports),
        accounts=tuple(Account(documents=tuple(sorted(reports[place][0].id for place in group))) for group in groups),
        lineages=lineages,
    )
    return reports_of(dossier)


def ranked(*reports: tuple[Document, Study], accounts: Sequence[Sequence[int]] | None = None) -> tuple[Day, ...]:
    return tuple(rank_days(told(*reports, accounts=accounts)))


def days(found: Sequence[Day]) -> list[str]:
    return [str(day.when.since) for day in found]


def test_a_day_told_by_more_accounts_comes_first() -> None:
    found = ranked(clash("1.txt"), clash("2.txt", AGAIN), other("3.txt"))
    assert days(found) == ["2031-05-03", "2031-05-01"]
    assert found[0].why.score == 1.0 > found[1].why.score
    assert found[0].why.detail == "named in 2 reports of 2 accounts"
    assert found[1].why.detail == "named in 1 report of 1 account"


def test_what_happened_weighs_more_than_what_is_only_named() -> None:
    found = ranked(clash("1.txt"), other("2.txt"))
    assert days(found) == ["2031-05-03", "2031-05-01"]


def test_copies_count_once() -> None:
    """Three reports of one account do not outweigh two accounts of another day."""
    copies = [other(f"copy{number}.txt") for number in range(3)]
    found = ranked(*copies, clash("1.txt"), clash("2.txt", AGAIN), accounts=[[0, 1, 2], [3], [4]])
    assert days(found)[0] == "2031-05-03"
    assert len(found[1].documents) == 3
    assert len(found[1].accounts) == 1


def test_what_rests_on_one_text_counts_once_at_least() -> None:
    """Two accounts that share the words which name the day may be one; the museum tells of its day alone."""
    one, two = clash("1.txt"), clash("2.txt")
    shared = Lineage(
        documents=(one[0].id, two[0].id),
        relation="shared_release",
        passages=((at(one[0], CLASH), at(two[0], CLASH)),),
        score=0.9,
    )
    found = find_days(told(one, two, other("3.txt"), lineages=(shared,)))
    assert days(found) == ["2031-05-01", "2031-05-03"]
    assert [day.independent for day in found] == [Independent(lower=1, upper=1), Independent(lower=1, upper=2)]
    apart = find_days(told(one, two))
    assert [day.independent for day in apart] == [Independent(lower=2, upper=2)]


def test_the_days_that_are_told_most_of_are_kept_in_order() -> None:
    """More days than are kept, each named once; men are counted on the last one."""
    first = date(2030, 1, 1)
    named = [(first + timedelta(days=place)).isoformat() for place in range(MOST_DAYS + 3)]
    lines = [f"On {day} the patrol ships of Quess stopped trawlers near Ilmar." for day in named]
    report = document("1.txt", "\n".join((*lines[:-1], lines[-1].replace("trawlers", "40 sailors"))))
    counted = figure(report, "40 sailors", 40, unit="person")
    found = find_days(told((report, study(report, *(time(report, day, day) for day in named), counted))))
    assert days(found) == [*named[: MOST_DAYS - 1], named[-1]]


def test_a_report_of_the_first_day_of_the_calendar_has_no_day_before() -> None:
    late = document("1.txt", TALKS, published="0001-01-01")
    assert find_days(told((late, study(late)), clash("2.txt")))[0].when == When.parse("2031-05-03")


def test_no_sentence_says_the_same_again() -> None:
    (found,) = ranked(clash("1.txt"), clash("2.txt"), clash("3.txt", AGAIN))
    assert len(found.sentences) == 1


def test_a_day_to_come_is_not_told_yet() -> None:
    report = document("1.txt", TALKS, published="2031-05-04")
    assert ranked((report, study(report, time(report, "9 May", "2031-05-09")))) == ()
    late = document("2.txt", TALKS, published="2031-05-10")
    assert days(ranked((late, study(late, time(late, "9 May", "2031-05-09"))))) == ["2031-05-09"]
    undated = document("3.txt", TALKS)
    assert days(ranked((undated, study(undated, time(undated, "9 May", "2031-05-09"))))) == ["2031-05-09"]


def test_only_single_days_are_days() -> None:
    report = document("1.txt", CLASH, published="2031-05-04")
    month = time(report, "3 May", "2031-05", when=When(date(2031, 5, 1), date(2031, 6, 1)))
    assert ranked((report, study(report, month))) == ()


def test_nothing_told() -> None:
    assert ranked() == ()
    empty = document("1.txt", "", published="2031-05-04")
    assert ranked((empty, study(empty))) == ()


MAKERS = [clash, lambda path: clash(path, AGAIN), other]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(range(3)), max_size=6), st.integers(0, 1_000))
def test_the_same_whatever_the_order(kinds: list[int], seed: int) -> None:
    reports = [MAKERS[kind](f"{place}.txt") for place, kind in enumerate(kinds)]
    found = ranked(*reports)
    shuffled = Random(seed).sample(reports, len(reports))
    assert ranked(*shuffled) == found
    texts = {each.id: each for each, _ in reports}
    assert all(texts[span.doc].quote(span).strip() for day in found for span in day.sentences)
