"""Which commitments are one obligation: the same debtor, deed and condition in other words; what never is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.judgements import Judgement
from standoff.resolve.obligations import merge
from tests.resolve.obligations.crisis import Told, dossier, made_of

SANCTIONS = Told("threat", "Kestria", "Kestria will impose economic sanctions", "if Morvane invades Lodan", "Morvane")

ONE = [
    (SANCTIONS, Told("threat", "Kestria", "it would answer with strong economic measures", "should Morvane attack")),
    (SANCTIONS, Told("threat", "Ilsa Dorn", "there will be a heavy price", "if Morvane moves into war", "Morvane")),
    (SANCTIONS, Told("threat", None, "new economic sanctions will be imposed", "if Morvane invades Lodan", "Morvane")),
    (
        Told("demand", "Morvane", "pull back its forces", creditor="Kestria"),
        Told("demand", "Tomas Reik", "withdraw the troops from the border", creditor="Kestria"),
    ),
    (
        Told("promise", "Ilsa Dorn", "meet Tomas Reik on Friday"),
        Told("promise", "Ilsa Dorn", "hold talks with Tomas Reik on Friday", day="2031-03-02"),
    ),
    (
        Told("red_line", "Northern Pact", None, "any missiles of the Northern Pact in Lodan", "Morvane"),
        Told("red_line", "Kestria", "his red lines", creditor="Morvane"),
    ),
    (
        Told("red_line", "Kestria", None, "an armed escort", "Morvane"),
        Told("threat", "Morvane", "it will be turned back", "if an escort enters the zone", "Kestria"),
    ),
]
TWO = [
    (SANCTIONS, Told("threat", "Lodan", "Lodan will impose economic sanctions", "if Morvane invades")),
    (SANCTIONS, Told("threat", "Kestria", "Kestria will close the strait", "if Morvane cuts off the gas", "Morvane")),
    (SANCTIONS, Told("promise", "Kestria", "Kestria will reassure its allies", "if Morvane invades Lodan", "Lodan")),
    (SANCTIONS, Told("refusal", "Kestria", "impose economic sanctions", creditor="Morvane", polarity="negative")),
    (
        Told("promise", "Ilsa Dorn", "speak with Tomas Reik"),
        Told("promise", "Ilsa Dorn", "speak with the president of Lodan"),
    ),
    (
        Told("promise", "Ilsa Dorn", "meet Tomas Reik", day="2031-03-01"),
        Told("promise", "Ilsa Dorn", "meet Tomas Reik again", day="2031-05-01"),
    ),
    (
        Told("demand", "Morvane", "release the crews", creditor="Kestria"),
        Told("demand", "Morvane", "lift the siege", creditor="Kestria"),
    ),
    (
        Told("threat", "Kestria", "Kestria will close the border", "if Morvane expels the envoys"),
        Told("threat", "Morvane", "Morvane will expel the envoys", "if Kestria closes the border"),
    ),
    (
        Told("promise", "Morvane", "never invade Lodan", polarity="negative"),
        Told("threat", "Morvane", "invade Lodan"),
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_commitment_in_two_wordings_is_one_obligation(one: Told, other: Told) -> None:
    _, found = dossier(one, other)
    assert len(found) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_another_party_deed_condition_or_day_is_another_obligation(one: Told, other: Told) -> None:
    _, found = dossier(one, other)
    assert len(found) == 2


def test_the_clearest_wording_names_it() -> None:
    """With the condition and surely read goes before without; the debtor is the commonest actor."""
    bare = Told("threat", "Kestria", "impose economic sanctions", creditor="Morvane", outlet="gazette")
    whole, found = dossier(SANCTIONS, bare)
    assert len(found) == 1
    made = made_of(whole, "if Morvane invades Lodan")
    assert (found[0].label, found[0].antecedent) == (made.at, made.antecedent)
    assert (found[0].force, found[0].debtor, found[0].creditor) == ("threat", "actor Kestria", "actor Morvane")
    assert (found[0].independent.lower, found[0].independent.upper) == (2, 2)


def test_people_s_rulings_go_before_the_rules() -> None:
    other = Told("threat", "Kestria", "it would answer with strong economic measures", "should Morvane attack")
    herring = Told("promise", "Lodan", "sell herring")
    whole, found = dossier(SANCTIONS, other, herring)
    assert len(found) == 2
    one, two, three = (made_of(whole, w).id for w in ("will impose", "would answer", "herring"))
    apart = Judgement(subject=one, verdict="different", other=two, by="A", on="2031-04-01T00:00:00Z")
    same = Judgement(subject=one, verdict="same", other=three, by="A", on="2031-04-01T00:00:00Z")
    _, found = dossier(SANCTIONS, other, herring, judgements=(apart, same))
    assert sorted(len(each.commitments) for each in found) == [1, 2]
    assert {one, three} in [set(each.commitments) for each in found]


def test_two_crises_in_one_folder_do_not_mix() -> None:
    """Nobody is named that both are of: the words alone do not make them one."""
    here = Told("threat", "Kestria", "close the border", "if Morvane attacks", "Morvane")
    there = Told("threat", "Tarn Brigade", "close the border", "if Lodan attacks", "Lodan")
    _, found = dossier(here, there)
    assert len(found) == 2


def test_many_copies_of_one_report_are_one_obligation_and_few_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def count(*given: object) -> None:
        asked.append(given)

    monkeypatch.setattr(merge, "likeness", count)
    copies = [
        Told("threat", "Kestria", "impose sanctions", "if Morvane invades Lodan", outlet=f"o{n}") for n in range(300)
    ]
    _, found = dossier(*copies)
    assert len(found) == 1
    assert len(asked) == 0


TABLE = [told for pair in (*ONE, *TWO) for told in pair]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(range(len(TABLE))), min_size=1, max_size=12, unique=True), st.randoms())
def test_every_commitment_is_in_one_obligation_whatever_the_order(chosen: list[int], shuffle: random.Random) -> None:
    told = [TABLE[index] for index in chosen]
    whole, found = dossier(*told)
    placed = [made for each in found for made in each.commitments]
    assert sorted(placed) == sorted(made.id for read in whole.studies for made in read.commitments)
    shuffle.shuffle(told)
    assert dossier(*told)[1] == found
    assert all(each.moves and each.status == each.moves[-1].status for each in found)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(range(len(TABLE))), min_size=2, max_size=8, unique=True),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["same", "different"])), max_size=4),
)
def test_what_people_call_different_is_never_one(chosen: list[int], ruled: list[tuple[int, int, str]]) -> None:
    whole, _ = dossier(*(TABLE[index] for index in chosen))
    ids = sorted(made.id for read in whole.studies for made in read.commitments)
    pairs = {tuple(sorted((ids[a % len(ids)], ids[b % len(ids)]))): verdict for a, b, verdict in ruled}
    judgements = [
        Judgement(subject=a, verdict=v, other=b, by="A", on="2031-04-01T00:00:00Z")  # type: ignore[arg-type]
        for (a, b), v in pairs.items()
        if a != b
    ]
    _, found = dossier(*(TABLE[index] for index in chosen), judgements=judgements)
    groups = {made: each.id for each in found for made in each.commitments}
    apart = [(a, b) for (a, b), v in pairs.items() if v == "different" and a != b]
    same = [(a, b) for (a, b), v in pairs.items() if v == "same" and a != b]
    assert [pair for pair in apart if groups[pair[0]] == groups[pair[1]]] == []
    if not apart:
        assert [pair for pair in same if groups[pair[0]] != groups[pair[1]]] == []
