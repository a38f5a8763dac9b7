"""How a brief tells what the reports come to together."""

import pytest
from msgspec.structs import replace

from standoff.brief.ablation import ablation_section
from standoff.brief.days import days_that_matter
from standoff.brief.explain import explanation
from standoff.brief.index import index
from standoff.brief.listing import Kind, rows, section
from standoff.brief.markdown import markdown
from standoff.brief.page import TERMINAL, Section
from standoff.brief.scenario import scenario_section
from standoff.brief.targets import fitting
from standoff.brief.terminal import drawn, terminal
from standoff.core.ablation import Ablation, Fall, Fallen
from standoff.core.course import Scenario
from tests.brief.course import course, scenario
from tests.brief.crisis import COURIER, MIRROR, crisis

FALLS: tuple[tuple[Fall, str | None], ...] = (("gone", None), ("weaker", "b"))


def flat(told: Section) -> str:
    return " ".join(drawn(index(course()), [told], width=10_000).split())


def told(kind: Kind, actor: str | None = None) -> str:
    return flat(section(rows(index(course()), kind, actor), 0, kind))


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        (
            "happenings",
            2,
            "12 Mar 2041 (explicit) CONSULT scheduled Ira Vesk and Tomas Hale: «a call on Tuesday» [1:168-185]; "
            "1 to 2 independent accounts (2 documents); occurred [1:170-174], scheduled [5:0-5]",
        ),
        ("happenings", 2, "undated COERCE denied «closed the bridge» [1:215-232]; 1 independent account"),
        (
            "days",
            5,
            "- 4 Mar 2041 1 independent account «closed the bridge» [1:215-232] - 5 Mar 2041 1 to 2 independent "
            "accounts «a call on Tuesday» [1:168-185]; also [4:43-60]",
        ),
        ("days", 5, "12 Mar 2041 1 independent account «Talks» [5:0-5]; also [1:170-174]"),
        ("obligations", 3, "threat conditional Ira Vesk: if “any new battalion in the Orrin valley” [1:81-118], «will"),
        ("obligations", 3, "- conditional: it waits for its condition «any new battalion» [1:81-98]"),
        ("obligations", 3, "demand violated of – by Tomas Hale: «reopen the bridge» [4:43-60]; due 8 Mar 2041; 1"),
        ("obligations", 3, "- violated (5 Mar 2041): the opposite was done «closed the bridge» [1:215-232]"),
        ("obligations", 3, "what follows is left open; 1 independent account"),
        ("measures", 1, "«Lodan troops» [1:284-296] (actual, in persons; 1 value)"),
        (
            "measures",
            1,
            "about 12,000 as of 5 Mar 2041 A senior defence official [1:271-283]; 1 to 2 independent accounts",
        ),
        ("readouts", 1, "Ira Vesk [1] and Tomas Hale [4] on «a call on Tuesday» [1:168-185], 12 Mar 2041"),
        ("readouts", 1, "they oppose each other: «She denied» [1:187-197] | «reopen the bridge» [4:43-60]"),
        ("readouts", 1, "only Ira Vesk says: «a call on Tuesday» [1:168-185]"),
        (
            "discrepancies",
            2,
            "factuality One report has it as done, another as denied. (grave; the sides dispute it) [1:187-197]",
        ),
        ("discrepancies", 2, "- Ira Vesk: «powerful economic measures» [3:96-122] Daily Lantern, undated"),
        ("topics", 2, "1. Vesk warns Lodan over the Orrin valley, 4 documents [1]"),
        ("judgements", 2, "“call” [1:170-174] | "),
        ("judgements", 2, "(Ada, 2041-03-09T08:00:00+00:00)"),
        ("judgements", 2, "- wrong: 0000000000000000 (no longer found) (Ada, 2041-03-09T08:01:00+00:00): a slip"),
    ],
)
def test_every_finding_of_a_kind_is_listed(kind: Kind, number: int, words: str) -> None:
    assert len(rows(index(course()), kind)) == number
    assert words in told(kind)


@pytest.mark.parametrize(
    ("kind", "actor", "number"),
    [
        ("happenings", "vesk", 1),
        ("obligations", "hale", 2),
        ("measures", "senior", 1),
        ("readouts", "hale", 1),
        ("discrepancies", "vesk", 2),
        ("discrepancies", "nobody", 0),
    ],
)
def test_findings_are_kept_for_one_actor(kind: Kind, actor: str, number: int) -> None:
    assert len(rows(index(course()), kind, actor)) == number


def test_the_gravest_discrepancy_stands_first() -> None:
    assert told("discrepancies").index("grave") < told("discrepancies").index("slight")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("happenings", "when: 12 Mar 2041, as the words themselves say (explicit)"),
        ("happenings", "told in: 1 to 2 independent accounts, 2 documents"),
        ("days", "told in: 1 to 2 independent accounts, 2 documents named in: [1] [4]"),
        ("days", "told: «closed the bridge» [1:215-232]"),
        ("obligations", "debtor: Ira Vesk (vesk)"),
        ("measures", "about 12,000"),
        ("readouts", "only Ira Vesk says"),
        ("discrepancies", "cause: the sides dispute it"),
        ("topics", "4 documents"),
    ],
)
def test_a_finding_is_explained_by_its_fields_and_its_reason(kind: Kind, words: str) -> None:
    found = index(course())
    rowed = rows(found, kind)
    shown = [flat(explanation(found, target)) for row in rowed for target in fitting(found, row.id or "")]
    assert any(words in each for each in shown)
    assert all("because: made by hand" in each for each in shown)


def test_an_actor_says_whom_it_stands_for() -> None:
    found = index(course())
    assert "stands for: Ira Vesk at" in flat(explanation(found, fitting(found, "hale")[0]))


def test_a_scenario_tells_each_step_with_its_words_and_what_contradicts_it() -> None:
    found = index(course())
    shown = flat(scenario_section(found, scenario(course()), "crisis.standoff"))
    assert shown.startswith("If a new battalion enters the Orrin valley")
    triggered, violated, standing = (
        shown.index(words)
        for words in (
            "Triggered: 1 obligation",
            "Violated in turn, step 2: 1 obligation",
            "Left standing: 1 obligation",
        )
    )
    assert triggered < violated < standing
    assert "the condition is its antecedent (0.90) «any new battalion in the Orrin valley»" in shown
    assert "- Ira Vesk: “any new battalion in the Orrin valley will be met with strong economic" in shown
    assert "contradicted: wording The same threat is told in other words." in shown
    assert "because of: «any new battalion" in shown[violated:]


def test_a_scenario_without_consequence_says_so() -> None:
    nothing = Scenario(condition="it rains", happening=None, steps=(), standing=())
    shown = flat(scenario_section(index(course()), nothing, "crisis.standoff"))
    assert "No commitment in these documents has this for a condition" in shown
    assert "standoff show crisis.standoff obligations" in shown


def test_an_ablation_tells_what_falls() -> None:
    label = course().happenings[0].label
    fallen = tuple(
        Fallen(kind="happening", id="a", after=after, fall=fall, label=label, before="3 accounts", now="1 account")
        for fall, after in FALLS
    )
    ablation = Ablation(documents=(COURIER.id, MIRROR.id), attributions=("x",), fallen=fallen, standing=7)
    shown = flat(ablation_section(index(course()), ablation, 50))
    assert "Taken away: 2 documents [1] [2]" in shown
    assert "Gone: 1 finding - happening «a call on Tuesday» [1:168-185]; 3 accounts In fewer" in shown
    assert "3 accounts, now 1 account" in shown
    assert "7 findings stand as before." in shown


def test_an_ablation_without_effect_says_so() -> None:
    nothing = Ablation(documents=(), attributions=("x",), fallen=(), standing=1)
    shown = flat(ablation_section(index(course()), nothing, 50))
    assert "Nothing falls: every finding stands without it. 1 finding stands as before." in shown


@pytest.mark.parametrize(
    "title",
    [
        "The days that matter",
        "What happened, what is planned",
        "What was threatened, promised, demanded, refused",
        "Which numbers are claimed",
        "Where the accounts disagree",
        "Two accounts of one meeting",
    ],
)
def test_the_brief_has_a_part_for_each_question(title: str) -> None:
    assert title in terminal(course())
    assert f"## {title}" in markdown(course())


def test_the_days_told_most_of_stand_before_the_timeline_in_order() -> None:
    found = index(course())
    section = days_that_matter(found, replace(TERMINAL, days=2), "crisis.standoff")
    assert section is not None
    shown = flat(section)
    assert shown.index("5 Mar 2041") < shown.index("12 Mar 2041")
    assert shown.endswith("... and 3 more days: standoff show crisis.standoff days")
    assert "4 Mar 2041" not in shown
    whole = terminal(course())
    assert whole.index("The days that matter") < whole.index("What happened, what is planned")


def test_three_days_are_no_choice() -> None:
    few = replace(course(), days=course().days[:3])
    assert days_that_matter(index(few), TERMINAL, "x") is None
    assert "The days that matter" not in terminal(few)


def test_parts_without_anything_to_tell_say_so() -> None:
    shown = " ".join(terminal(crisis()).split())
    assert "No event was found in these documents." in shown
    assert "No commitment was found in these documents." in shown
    assert "No discrepancy was found between these documents." in shown
    assert "Two accounts of one meeting" not in shown
