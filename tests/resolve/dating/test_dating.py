"""Documents without a date, dated by those that share words with them."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.findings import Dating, Lineage
from standoff.core.records import Document, Reckoning, Study, TimeExpression
from standoff.core.vocabulary import Relation, Way
from standoff.core.when import When
from standoff.resolve.dating import find
from tests.builders import at, document, study, time
from tests.lexicons import shipped

SHARED = "the crossing at Aldmouth stays closed until every crate is opened"
PAPER = document("paper.txt", f"Kestria said on Tuesday that {SHARED}.", published="2031-04-09")
SITE = document("site.txt", f"It was on Tuesday that Kestria said {SHARED}.")
BLOG = document("blog.txt", f"Tuesday in Kestria: {SHARED}. On Monday it had not been.")
WIRE = document("wire.txt", "ALDMOUTH, April 8 (Lodan Wire) - The ferry left on Monday.")


def named(report: Document, words: str, value: str, way: Way = "past", nth: int = 0) -> TimeExpression:
    how = Reckoning(grain="day", way=way)
    return time(report, words, value, nth=nth, when=None, needs="the document's date", reckoning=how)


def told(report: Document, words: str, day: str) -> TimeExpression:
    return time(report, words, day, when=When.parse(day), basis="published")


def shares(one: Document, other: Document, relation: Relation = "shared_release") -> Lineage:
    left, right = sorted((one, other), key=lambda each: each.id)
    passages = ((at(left, SHARED), at(right, SHARED)),)
    return Lineage(documents=(left.id, right.id), relation=relation, passages=passages, score=0.5)


PAPER_READ = study(PAPER, told(PAPER, "Tuesday", "2031-04-08"))
SITE_READ = study(SITE, named(SITE, "Tuesday", "XXXX-WXX-2"))
BLOG_READ = study(BLOG, named(BLOG, "Tuesday", "XXXX-WXX-2"), named(BLOG, "Monday", "XXXX-WXX-1"))


def find_datings(
    documents: Sequence[Document], studies: Sequence[Study], ties: Sequence[Lineage]
) -> tuple[Dating, ...]:
    return find.find_datings(documents, studies, ties, (), shipped())


def days(found: Sequence[Dating]) -> dict[str, tuple[str, str]]:
    return {each.document: (str(each.published.since), str(each.published.until)) for each in found}


def test_the_weekday_beside_shared_words_tells_the_day_and_the_next() -> None:
    (found,) = find_datings((PAPER, SITE), (PAPER_READ, SITE_READ), (shares(PAPER, SITE),))
    assert days([found]) == {SITE.id: ("2031-04-08", "2031-04-10")}
    assert (found.documents, found.times) == ((PAPER.id,), (SITE_READ.times[0].id,))


def test_a_document_just_dated_dates_another() -> None:
    ties = (shares(PAPER, SITE), shares(SITE, BLOG))
    found = find_datings((PAPER, SITE, BLOG), (PAPER_READ, SITE_READ, BLOG_READ), ties)
    assert days(found)[BLOG.id] == ("2031-04-08", "2031-04-10")
    assert next(each for each in found if each.document == BLOG.id).documents == (SITE.id,)


@pytest.mark.parametrize(
    "reading",
    [
        named(SITE, "Tuesday", "XXXX-WXX-3"),  # another weekday
        named(SITE, "Tuesday", "XXXX-WXX-2", "future"),  # still to come
        named(SITE, "Tuesday", "XXXX-WXX-2", "last"),  # not of late
    ],
)
def test_what_does_not_name_the_day_as_past_is_not_dated(reading: TimeExpression) -> None:
    assert find_datings((PAPER, SITE), (PAPER_READ, study(SITE, reading)), (shares(PAPER, SITE),)) == ()


def test_without_shared_words_the_same_weekday_tells_nothing() -> None:
    assert find_datings((PAPER, SITE), (PAPER_READ, SITE_READ), ()) == ()


def test_partners_that_disagree_date_nothing() -> None:
    later = document("later.txt", f"Kestria said on Tuesday that {SHARED}.", published="2031-04-22")
    read = (PAPER_READ, SITE_READ, study(later, told(later, "Tuesday", "2031-04-22")))
    assert find_datings((PAPER, SITE, later), read, (shares(PAPER, SITE), shares(later, SITE))) == ()


def test_a_day_told_as_past_that_would_be_to_come_speaks_against_a_dating() -> None:
    site = document("site.txt", f"On Tuesday Kestria said {SHARED}. On April 20 it had said more.")
    read = study(site, named(site, "Tuesday", "XXXX-WXX-2"), named(site, "April 20", "XXXX-04-20"))
    assert find_datings((PAPER, site), (PAPER_READ, read), (shares(PAPER, site),)) == ()


def test_a_dateline_has_the_year_in_which_the_dossier_is_near_it() -> None:
    read = study(WIRE, named(WIRE, "April 8", "XXXX-04-08"), named(WIRE, "Monday", "XXXX-WXX-1"))
    assert days(find_datings((PAPER, WIRE), (PAPER_READ, read), ())) == {WIRE.id: ("2031-04-08", "2031-04-09")}
    far = document("far.txt", "Nothing.", published="2031-08-01")
    assert find_datings((far, WIRE), (study(far), read), ()) == ()


def test_a_weekday_just_after_the_shared_one_tells_of_a_later_day() -> None:
    """Named as past, Thursday is later than the Tuesday that is shared, whichever week that was."""
    later = document("later.txt", f"{SITE.text} On Thursday it was silent.")
    read = study(later, named(later, "Tuesday", "XXXX-WXX-2"), named(later, "Thursday", "XXXX-WXX-4"))
    assert find_datings((PAPER, later), (PAPER_READ, read), (shares(PAPER, later),)) == ()


NEWS = "A storm tore the roof off the opera of Velmouth, and the mayor Dorte Quill closed the harbour."


@pytest.mark.parametrize(("day", "dated"), [("2031-04-08", True), ("2031-06-10", False)])
def test_the_company_of_a_document_tells_the_week(day: str, dated: bool) -> None:
    """What it shares may be background; the reports on its own news say when they were."""
    site = document("site.txt", f"{NEWS} It was on Tuesday that Kestria said {SHARED}.")
    news = [document(f"{place}.txt", f"{NEWS} {place} people were hurt.", published=day) for place in range(2, 5)]
    read = [study(site, named(site, "Tuesday", "XXXX-WXX-2")), PAPER_READ, *map(study, news)]
    assert bool(find_datings((PAPER, site, *news), read, (shares(PAPER, site),))) is dated


@pytest.mark.parametrize(("text", "dated"), [("On April 8 a picture.", True), ("On April 8 it rained.", False)])
def test_a_date_in_a_caption_counts_where_the_news_are_of_its_weekday(text: str, dated: bool) -> None:
    body = "On Tuesday the ferry left. It came back on Tuesday. "
    report = document("r.txt", body + text, captions=((len(body), len(body + text)),) if dated else ())
    read = study(
        report,
        named(report, "Tuesday", "XXXX-WXX-2"),
        named(report, "Tuesday", "XXXX-WXX-2", nth=1),
        named(report, "April 8", "XXXX-04-08"),
    )
    found = find_datings((PAPER, report), (PAPER_READ, read), ())
    assert days(found) == ({report.id: ("2031-04-08", "2031-04-10")} if dated else {})


def test_a_document_that_tells_its_date_is_never_dated() -> None:
    assert all(each.document != PAPER.id for each in find_datings((PAPER, SITE), (PAPER_READ, SITE_READ), ()))


ALL: tuple[tuple[Document, Study], ...] = (
    (PAPER, PAPER_READ),
    (SITE, SITE_READ),
    (BLOG, BLOG_READ),
    (WIRE, study(WIRE, named(WIRE, "April 8", "XXXX-04-08"))),
)
TIES = (shares(PAPER, SITE), shares(SITE, BLOG))


@given(st.permutations(ALL), st.permutations(TIES))
def test_the_order_given_does_not_matter(pairs: Sequence[tuple[Document, Study]], ties: Sequence[Lineage]) -> None:
    found = find_datings([d for d, _ in pairs], [s for _, s in reversed(pairs)], ties)
    assert found == find_datings([d for d, _ in ALL], [s for _, s in ALL], TIES)
    assert len(found) == 3


@given(st.dates())
def test_no_date_is_an_error(day: date) -> None:
    paper = document("paper.txt", PAPER.text, published=When.day(day) if day < date.max else None)
    read = study(paper, time(paper, "Tuesday", "x", when=paper.published, basis="published"))
    for each in find_datings((paper, SITE), (read, SITE_READ), (shares(paper, SITE),)):
        assert each.published.since == day
