from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.claims import Measure
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Study
from standoff.core.vocabulary import Verdict
from standoff.core.when import When
from standoff.resolve.measures.find import find_measures
from tests.lexicons import shipped
from tests.resolve.telling import figure_with, report, reports


def measured(*read: tuple[Document, Study], judgements: tuple[Judgement, ...] = ()) -> tuple[Measure, ...]:
    return find_measures(reports(read, judgements), shipped())


SAME_THING = [
    (
        "Kestria has massed <about 900 troops|900|troops|about>.",
        "<700 Kestrian soldiers|700|Kestrian soldiers> are there.",
    ),
    (
        "Dorn says <31 men|31|men> are being held. Reik says it is <27|27>.",
        "<31 sailors|31|sailors> remain in custody.",
    ),
    (
        "The call of Dorn and Reik lasted <two hours|7200||second>.",
        "Reik and Dorn spoke. Their call took <125 minutes|7500||second>.",
    ),
    ("<9 people|9|people> were killed in Tarn.", "The toll: <eight dead|8|dead>."),
    (
        "<900 Kestrian men|900|Kestrian men> and <14 ships|14|ships> will take part.",
        "Kestria says <800 soldiers|800|soldiers> took part.",
    ),
    ("<12 people|12|people> were wounded.", "The blast injured <11 civilians|11|civilians>."),
]


@pytest.mark.parametrize(("one", "other"), SAME_THING)
def test_one_thing_in_other_words(one: str, other: str) -> None:
    left, right = report("1.txt", one), report("2.txt", other)
    first, last = left[1].figures[0].id, right[1].figures[-1].id
    assert any({first, last} <= set(each.figures) for each in measured(left, right))


OTHER_THINGS = [
    (
        "<900 Kestrian troops|900|Kestrian troops> are massed.",
        "<900 Morvanian troops|900|Morvanian troops> are massed.",
    ),
    ("Kestria massed <900 troops|900|troops>.", "Kestria could mass <1,900 troops|1,900|troops|up to;planned>."),
    ("<9 people|9|people> were killed.", "<9 people|9|people> were wounded."),
    ("Kestria massed <900 troops|900|troops>.", "<900 soldiers|900|soldiers> of Kestria took part in the drill."),
    ("Kestria massed <900 troops|900|troops>.", "Kestria massed <900 tanks|900|tanks>."),
    ("<40 soldiers|40|soldiers> were killed.", "<40 civilians|40|civilians> were killed."),
    (
        "The call of Dorn and Reik lasted <two hours|7200||second>.",
        "The call of Dorn and Sollis lasted <two hours|7200||second>.",
    ),
    ("<3 people|3|people> were killed in Tarn.", "<3 people|3|people> were killed in Aldmouth."),
]


@pytest.mark.parametrize(("one", "other"), OTHER_THINGS)
def test_two_things(one: str, other: str) -> None:
    left, right = report("1.txt", one), report("2.txt", other)
    places = {"Tarn", "Aldmouth"}
    read = [
        (made, placed(made, studied, next((name for name in places if name in made.text), None)))
        for made, studied in (left, right)
    ]
    found = measured(*read)
    assert len(found) == 2
    assert all(len(each.figures) == 1 for each in found)


def placed(made: Document, studied: Study, place: str | None) -> Study:
    """The study with its figures at a place."""
    if place is None:
        return studied
    where = next(each.id for each in studied.mentions if made.quote(each.at) == place)
    return Study(
        doc=studied.doc,
        mentions=studied.mentions,
        events=studied.events,
        figures=tuple(figure_with(each, where=where) for each in studied.figures),
    )


def test_calls_of_other_days_are_two() -> None:
    early = report("1.txt", "The call lasted <two hours|7200||second>.", "2031-04-02")
    late = report("2.txt", "The call lasted <fifty minutes|3000||second>.", "2031-04-25")
    undated = report("3.txt", "The call lasted <fifty minutes|3000||second>.", None)
    assert [len(each.figures) for each in measured(early, late)] == [1, 1]
    assert [len(each.figures) for each in measured(early, undated)] == [1, 1]


def test_a_number_told_again_is_one_claim_and_weeks_later_another() -> None:
    text = "Dorn says <900 Kestrian troops|900|Kestrian troops> are massed."
    days = ["2031-04-02", "2031-04-04", "2031-04-25"]
    (found,) = measured(*(report(f"{n}.txt", text, day) for n, day in enumerate(days)))
    assert [(claim.claimant, claim.low, len(claim.figures)) for claim in found.claims] == [
        ("Ilsa Dorn", 900.0, 2),
        ("Ilsa Dorn", 900.0, 1),
    ]
    assert [(claim.independent.lower, claim.independent.upper) for claim in found.claims] == [(1, 2), (1, 1)]
    assert all(claim.as_of is None for claim in found.claims)


def test_claims_stand_in_order_of_time_then_of_value() -> None:
    (found,) = measured(
        report("1.txt", "<900 Kestrian troops|900|Kestrian troops> are massed.", "2031-05-02"),
        report("2.txt", "Dorn says <700 Kestrian troops|700|Kestrian troops> are massed.", "2031-04-02"),
        report("3.txt", "Reik says <600 Kestrian troops|600|Kestrian troops> are massed.", "2031-04-02"),
    )
    assert [claim.low for claim in found.claims] == [600.0, 700.0, 900.0]


def test_a_time_of_its_own_is_told() -> None:
    made, studied = report("1.txt", "<900 Kestrian troops|900|Kestrian troops> are massed.")
    spring = When.parse("2031-03")
    dated = Study(
        doc=made.id,
        mentions=studied.mentions,
        figures=(figure_with(studied.figures[0], as_of=spring, as_of_basis="explicit"),),
    )
    (found,) = measured((made, dated))
    assert found.claims[0].as_of == spring


@pytest.mark.parametrize("text", ["It was <the second march|2|march>.", "It came <three times|3|times|time>."])
def test_ordinals_and_times_are_in_none(text: str) -> None:
    assert measured(report("1.txt", text)) == ()


def test_the_label_says_whose() -> None:
    first = report("1.txt", "Kestria has massed <900 men|900|men>.")
    second = report("2.txt", "<700 Kestrian soldiers|700|Kestrian soldiers> are massed.")
    (found,) = measured(first, second)
    assert reports([first, second]).words(found.label) == "Kestrian soldiers"
    assert found.why.detail == "all count: force, deployed, of Kestria"


def test_ten_thousand_copies_cost_what_they_weigh() -> None:
    read = [report(f"{n}.txt", "<900 Kestrian troops|900|Kestrian troops> are massed.") for n in range(2000)]
    (found,) = measured(*read)
    assert len(found.figures) == 2000
    assert len(found.claims) == 1


SENTENCES = st.sampled_from(
    [
        "<900 Kestrian troops|900|Kestrian troops> are massed.",
        "Dorn says <700 Kestrian soldiers|700|Kestrian soldiers> are massed.",
        "Kestria plans to send <2,000 troops|2,000|troops|planned>.",
        "<9 people|9|people> were killed and <4|4> wounded.",
        "Reik says <12 people|12|people> died.",
        "The call of Dorn and Reik lasted <two hours|7200||second>.",
        "<31 men|31|men> are held. Morvane says <27|27>.",
    ]
)
DAYS = st.sampled_from(["2031-04-02", "2031-04-03", "2031-04-30", None])


@st.composite
def crises(draw: st.DrawFn) -> list[tuple[Document, Study]]:
    told = draw(st.lists(st.tuples(SENTENCES, DAYS), min_size=1, max_size=6))
    return [report(f"{n}.txt", text, day) for n, (text, day) in enumerate(told)]


@given(read=crises(), data=st.data())
def test_any_order_gives_the_same_and_a_figure_is_in_one(
    read: list[tuple[Document, Study]], data: st.DataObject
) -> None:
    found = measured(*read)
    assert measured(*data.draw(st.permutations(read))) == found
    figures = [key for each in found for key in each.figures]
    assert len(figures) == len(set(figures))
    assert all(sorted(key for claim in each.claims for key in claim.figures) == list(each.figures) for each in found)


@given(read=crises(), data=st.data())
def test_rulings_are_honoured(read: list[tuple[Document, Study]], data: st.DataObject) -> None:
    ids = sorted(each.id for _, studied in read for each in studied.figures)
    if len(ids) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    for verdict, together in (("same", True), ("different", False)):
        kind: Verdict = "same" if verdict == "same" else "different"
        judged = (Judgement(subject=pair[0], verdict=kind, other=pair[1], by="Ada", on="2031-05-01T00:00:00Z"),)
        found = measured(*read, judgements=judged)
        assert any(set(pair) <= set(each.figures) for each in found) == together
