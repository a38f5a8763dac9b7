"""What follows if a thing happens: what is triggered, broken and left standing, in crises of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.course import Scenario
from standoff.core.dossier import Dossier
from standoff.resolve.scenario.play import play
from tests.lexicons import shipped
from tests.resolve.obligations.crisis import Told, dossier, news, obligation_of

BORDER = (
    Told("threat", "Kestria", "Kestria will impose severe economic sanctions", "in the event of escalation", "Morvane"),
    Told("promise", "Northern Pact", "the Northern Pact would reassure its allies", "should Morvane invade Lodan"),
    Told("threat", "Morvane", "Morvane will respond", "if new sanctions come", "Kestria"),
    Told("demand", "Morvane", "withdraw its troops from the border", creditor="Kestria"),
    Told("demand", "Northern Pact", "not admit Lodan to the alliance", creditor="Morvane", polarity="negative"),
    Told("red_line", "Northern Pact", None, "any missiles of the Northern Pact stationed in Lodan", "Morvane"),
    Told("refusal", "Kestria", "send troops to fight Morvane", creditor="Morvane", polarity="negative"),
    Told("promise", "Ilsa Dorn", "speak with Tomas Reik on Friday"),
)
HOSTAGES = (
    Told("promise", "Tarn Brigade", "the Tarn Brigade will free the engineers", "if Kestria withdraws its patrols"),
    Told("threat", "Tarn Brigade", "the Tarn Brigade will kill the hostages", "if Kestrian forces attack", "Kestria"),
    Told("threat", "Kestria", "Kestria will bomb the camps of the Tarn Brigade", "if any hostage is harmed"),
    Told("promise", "Kestria", "pay no ransom", polarity="negative"),
    Told("demand", "Tarn Brigade", "release the engineers unharmed", creditor="Kestria"),
)
STRAIT = (
    Told("threat", "Kestria", "Kestria will close the strait", "if Morvane shuts the gas pipeline", "Morvane"),
    Told(
        "threat", "Northern Pact", "the Northern Pact will send warships", "if merchant traffic is stopped", "Kestria"
    ),
    Told("threat", "Kestria", "Kestria will sink any intruder", "if warships enter the strait", "Northern Pact"),
    Told("refusal", "Kestria", "denies blockading the strait", creditor="Morvane", polarity="negative"),
    Told("threat", "Morvane", "Morvane will shut the gas pipeline", "unless the inspection zone is lifted", "Kestria"),
)
NUCLEAR = (
    Told("threat", "Lodan", "Lodan will strike the plant", "if Morvane enriches uranium to ninety percent", "Morvane"),
    Told("promise", "Morvane", "admit inspectors", "if the embargo is lifted", "Kestria"),
    Told("threat", "Morvane", "Morvane will expel the inspectors", "in case of an attack on its plants", "Lodan"),
    Told("promise", "Morvane", "never enrich uranium for weapons", polarity="negative"),
)
VOTE = (
    Told("threat", "Kestria", "Kestria will freeze the accounts of the junta", "if the election is postponed"),
    Told("promise", "Morvane", "hold an election in May"),
    Told("threat", "Lodan", "Lodan will recall its ambassador", "if the army seizes power in Morvane", "Morvane"),
    Told("demand", "Morvane", "stop the crackdown on protesters", creditor="Kestria"),
)
TRUCE = (
    Told("promise", "Morvane", "cease fire", creditor="Lodan"),
    Told("threat", "Lodan", "Lodan will resume its strikes", "if Morvane breaks the truce", "Morvane"),
    Told("promise", "Kestria", "Kestria will lift the embargo", "once Morvane withdraws its troops", "Morvane"),
    Told("demand", "Morvane", "hand over the bodies of the pilots", creditor="Lodan"),
)

GOLD = [
    (BORDER, "Morvane invades Lodan", {"will impose", "reassure"}, {"withdraw its"}, {"will respond"}),
    (BORDER, "further escalation short of an invasion", {"will impose"}, {"withdraw its"}, {"will respond"}),
    (BORDER, "Kestria imposes sanctions on Morvane without an attack", {"will respond"}, set(), set()),
    (BORDER, "the Northern Pact deploys missiles in Lodan", {"any missiles"}, set(), set()),
    (BORDER, "the Northern Pact offers Lodan membership", set(), {"not admit"}, set()),
    (BORDER, "Kestria sends troops to fight Morvane", set(), {"send troops"}, set()),
    (HOSTAGES, "Kestria withdraws its patrols from the valley", {"free the engineers"}, set(), set()),
    (HOSTAGES, "Kestrian forces storm the camp", {"will kill"}, set(), {"will bomb"}),
    (STRAIT, "Morvane shuts the gas pipeline", {"close the strait"}, {"denies"}, {"send warships", "sink any"}),
    (STRAIT, "the inspection zone is still in force", {"shut the gas"}, {"denies"}, {"close the", "send war", "sink"}),
    (STRAIT, "Kestria stops merchant traffic in the strait", {"send warships"}, {"denies"}, {"sink any"}),
    (NUCLEAR, "Morvane enriches uranium", {"strike the plant"}, {"never enrich"}, {"expel"}),
    (NUCLEAR, "Kestria lifts the embargo on Morvane", {"admit inspectors"}, set(), set()),
    (VOTE, "Morvane postpones the election", {"freeze the accounts"}, {"hold an election"}, set()),
    (VOTE, "the army of Morvane seizes power", {"recall its"}, set(), set()),
    (VOTE, "Morvane crushes the protests", set(), {"stop the crackdown"}, set()),
    (TRUCE, "Morvane breaks the truce", {"resume its"}, {"cease fire"}, set()),
    (TRUCE, "Morvane withdraws its troops", {"lift the embargo"}, set(), set()),
]
SHARE_OF_STEPS_IN_GOLD = 0.9
"""Of all steps of these scenarios; all were when it was pinned."""


def lists(whole: Dossier, scenario: Scenario) -> tuple[set[str], set[str], set[str]]:
    triggered = {step.obligation for step in scenario.steps if step.effect == "triggered" and step.round == 0}
    violated = {step.obligation for step in scenario.steps if step.effect == "violated"}
    chained = {step.obligation for step in scenario.steps if step.effect == "triggered" and step.round > 0}
    return triggered, violated, chained


def wanted(whole: Dossier, words: set[str]) -> set[str]:
    return {obligation_of(whole, each).id for each in words}


@pytest.mark.parametrize(("told", "condition", "triggered", "violated", "chained"), GOLD)
def test_a_condition_triggers_breaks_and_chains(
    told: tuple[Told, ...], condition: str, triggered: set[str], violated: set[str], chained: set[str]
) -> None:
    whole, _ = dossier(*told)
    found = lists(whole, play(whole, shipped(), condition))
    assert found == tuple(wanted(whole, words) for words in (triggered, violated, chained))


def test_few_steps_are_not_in_the_gold() -> None:
    """What is triggered, broken or chained beyond what a reader finds, over all scenarios."""
    right = said = 0
    for told, condition, *gold in GOLD:
        whole, _ = dossier(*told)
        for some, words in zip(lists(whole, play(whole, shipped(), condition)), gold, strict=True):
            right += len(some & wanted(whole, words))
            said += len(some)
    assert right / said >= SHARE_OF_STEPS_IN_GOLD


def test_what_moves_has_its_words_and_its_reason() -> None:
    whole, _ = dossier(*BORDER)
    found = play(whole, shipped(), "Morvane invades Lodan")
    texts = {each.id: each for each in whole.documents}
    first = next(step for step in found.steps if step.obligation == obligation_of(whole, "will impose").id)
    assert first.matched is not None
    assert texts[first.matched.doc].quote(first.matched) == "in the event of escalation"
    assert (first.round, first.because, first.effect) == (0, None, "triggered")
    assert first.why.detail == (
        "Its condition has come about, so that it is in force. Invasion is a case of escalation."
    )
    chained = next(step for step in found.steps if step.round == 1)
    assert chained.because == first.obligation
    assert chained.why.score < first.why.score


@pytest.mark.parametrize("condition", ["", "   ", "?!", "the herring is late", "0" * 5000, "if", "\x1b[31mred"])
def test_a_condition_that_meets_nothing_leaves_all_standing(condition: str) -> None:
    whole, found = dossier(*BORDER)
    scenario = play(whole, shipped(), condition)
    assert scenario == Scenario(
        condition=condition, happening=None, steps=(), standing=tuple(each.id for each in found)
    )


def test_nobody_triggers_his_own_threat() -> None:
    whole, _ = dossier(*STRAIT)
    assert play(whole, shipped(), "Kestria shuts the gas pipeline").steps == ()


def test_a_circle_of_commitments_ends() -> None:
    one = Told("threat", "Kestria", "Kestria will close the border", "if Morvane expels the envoys of Kestria")
    other = Told("threat", "Morvane", "Morvane will expel the envoys", "if Kestria closes the border")
    whole, found = dossier(one, other)
    scenario = play(whole, shipped(), "Morvane expels the envoys of Kestria")
    assert [step.round for step in scenario.steps] == [0, 1]
    assert {step.obligation for step in scenario.steps} == {each.id for each in found}


def test_a_happening_of_the_dossier_is_a_condition_too() -> None:
    invaded = news("Morvane invaded Lodan.", "invaded", "ASSAULT", "2031-02-01", "Morvane", "Lodan")
    whole, _ = dossier(*BORDER, also=[invaded])
    asked = whole.happenings[0].id
    scenario = play(whole, shipped(), asked)
    assert scenario.happening == asked
    assert lists(whole, scenario)[0] == wanted(whole, {"will impose", "reassure"})


def test_names_are_found_in_small_letters() -> None:
    whole, _ = dossier(*BORDER)
    large, small = (play(whole, shipped(), text) for text in ("Morvane invades Lodan", "morvane invades lodan"))
    assert large.steps == small.steps


def test_two_crises_in_one_folder_do_not_mix() -> None:
    whole, _ = dossier(*STRAIT, *TRUCE)
    found = play(whole, shipped(), "Morvane breaks the truce")
    strait = wanted(whole, {"close the strait", "send warships", "sink any", "shut the gas"})
    assert not strait & {step.obligation for step in found.steps}


EVERY = (*BORDER, *HOSTAGES, *STRAIT, *NUCLEAR, *VOTE, *TRUCE)
CONDITIONS = sorted({condition for _, condition, *_ in GOLD})


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from(range(len(EVERY))), min_size=1, max_size=10, unique=True),
    st.sampled_from(CONDITIONS) | st.text(max_size=40),
)
def test_each_obligation_moves_once_or_stands(chosen: list[int], condition: str) -> None:
    told = [EVERY[index] for index in chosen]
    whole, found = dossier(*told)
    scenario = play(whole, shipped(), condition)
    moved = [step.obligation for step in scenario.steps]
    assert len(moved) == len(set(moved))
    assert sorted((*moved, *scenario.standing)) == sorted(each.id for each in found)
    assert [step.round for step in scenario.steps] == sorted(step.round for step in scenario.steps)
    triggered = {step.obligation: step.round for step in scenario.steps if step.effect == "triggered"}
    assert all(triggered[step.because] == step.round - 1 for step in scenario.steps if step.because is not None)
    assert play(dossier(*reversed(told))[0], shipped(), condition) == scenario
