from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.claims import Discrepancy
from standoff.core.findings import Lineage
from standoff.core.records import Document, Study
from standoff.resolve.discrepancies.find import find_discrepancies
from standoff.resolve.measures.find import find_measures
from standoff.resolve.reports import reports_of
from tests.lexicons import shipped
from tests.resolve.telling import dossier_of, report


def found(*read: tuple[Document, Study], lineages: tuple[Lineage, ...] = ()) -> tuple[Discrepancy, ...]:
    bare = dossier_of(read, lineages=lineages)
    looked = reports_of(bare)
    return find_discrepancies(
        looked, shipped(), dossier_of(read, lineages=lineages, measures=find_measures(looked, shipped()))
    )


DIFFERENT = [
    (
        "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.",
        "Reik says Kestria has assembled <about 700 soldiers|700|soldiers|about>.",
        "dispute",
        "grave",
    ),
    (
        "Dorn says <31 men|31|men> are held. Reik says <27|27>.",
        "The port still holds <31 sailors|31|sailors>.",
        "dispute",
        "notable",
    ),
    (
        "The call of Dorn and Reik lasted <70 minutes|4200||second>.",
        "The call of Dorn and Reik took <75 minutes|4500||second>.",
        "rounding",
        "slight",
    ),
    (
        "Dorn says <up to 1,900 Kestrian troops|1,900|Kestrian troops|up to;planned> will be massed.",
        "Kestria will mass <1,900 soldiers|1,900|soldiers|planned>, Reik thinks.",
        "definition",
        "slight",
    ),
]


@pytest.mark.parametrize(("one", "other", "cause", "severity"), DIFFERENT)
def test_numbers_that_cannot_all_be_right(one: str, other: str, cause: str, severity: str) -> None:
    made = [each for each in found(report("1.txt", one), report("2.txt", other)) if each.check == "figures"]
    assert [(each.cause, each.severity) for each in made] == [(cause, severity)]
    assert len({side.at.doc for side in made[0].sides}) == 2


COMPATIBLE = [
    (
        "The call of Dorn and Reik took <two hours|7200||second>.",
        "The call of Dorn and Sollis took <fifty minutes|3000||second>.",
    ),
    (
        "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.",
        "Reik says <about 1,000 Kestrian troops|1,000|Kestrian troops|about> are massed.",
    ),
    (
        "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.",
        "Kestria may mass <up to 1,750 troops|1,750|troops|up to;planned>.",
    ),
    (
        "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.",
        "Dorn says <700 Morvanian troops|700|Morvanian troops> are massed.",
    ),
    ("<9 people|9|people> were killed.", "<12 people|12|people> were wounded."),
    (
        "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.",
        "Reik says <more than 900 Kestrian troops|900|Kestrian troops|more than> are massed.",
    ),
]


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_compatible_numbers_are_no_discrepancy(one: str, other: str) -> None:
    assert [each for each in found(report("1.txt", one), report("2.txt", other)) if each.check == "figures"] == []


def test_a_count_of_months_later_is_no_discrepancy() -> None:
    early = report("1.txt", "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed.", "2031-04-02")
    late = report("2.txt", "Reik says <400 Kestrian troops|400|Kestrian troops> are massed.", "2031-08-02")
    assert found(early, late) == ()


def test_what_a_user_is_told() -> None:
    (made,) = found(
        report("1.txt", "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed."),
        report("2.txt", "Reik says <700 Kestrian troops|700|Kestrian troops> are massed."),
    )
    assert made.sentence == (
        "Numbers differ for the same thing (force, deployed, of Kestria): Tomas Reik: 700 and Ilsa Dorn: 940."
    )
    assert [side.speaker for side in made.sides] in (["Ilsa Dorn", "Tomas Reik"], ["Tomas Reik", "Ilsa Dorn"])


def test_a_number_told_as_fact_that_another_has_from_a_source() -> None:
    (made,) = found(
        report("1.txt", "Dorn says <940 Kestrian troops|940|Kestrian troops> are massed."),
        report("2.txt", "<940 Kestrian troops|940|Kestrian troops> are massed."),
    )
    assert (made.check, made.severity) == ("attribution", "slight")
    assert "on the word of Ilsa Dorn" in made.sentence


def related(one: tuple[Document, Study], other: tuple[Document, Study]) -> Lineage:
    """Two rewrites of one text, whole."""
    left, right = one[0], other[0]
    passages = ((left.span(0, len(left.text)), right.span(0, len(right.text))),)
    return Lineage(documents=(left.id, right.id), relation="rewrite", passages=passages, score=0.9)


def test_a_unit_changed_in_a_rewrite() -> None:
    one = report("1.txt", "The boat fired at <150 metres|150||metre>.")
    other = report("2.txt", "The ship shot at <150 miles|150||mile>.")
    (made,) = found(one, other, lineages=(related(one, other),))
    assert (made.cause, made.severity) == ("damage", "notable")
    assert "150 metre and 150 mile" in made.sentence


def test_both_units_in_one_text_are_a_conversion() -> None:
    one = report("1.txt", "The boat fired at <150 metres|150||metre>, told as <150 miles|150||mile>.")
    other = report("2.txt", "The ship shot at <150 miles|150||mile>.")
    assert found(one, other, lineages=(related(one, other),)) == ()


SENTENCES = st.sampled_from(
    [text for one, other, *_ in DIFFERENT for text in (one, other)] + [text for pair in COMPATIBLE for text in pair]
)


@given(told=st.lists(SENTENCES, min_size=1, max_size=6), data=st.data())
def test_any_order_gives_the_same(told: list[str], data: st.DataObject) -> None:
    read = [report(f"{n}.txt", text) for n, text in enumerate(told)]
    made = found(*read)
    assert found(*data.draw(st.permutations(read))) == made
    assert all(len(each.sides) >= 2 for each in made)
    assert all(list(each.sides) == sorted(each.sides, key=lambda side: side.at) for each in made)
    assert len({each.id for each in made}) == len(made)
