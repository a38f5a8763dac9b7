"""What goes on and where accounts differ, line by line of the facts file."""

from standoff.core.course import Scenario, Step
from standoff.core.span import Span
from standoff.export.facts import facts
from standoff.export.findings import fact_of_scenario
from tests.builders import BY_HAND, at
from tests.export.test_facts import HAND, line, place, records
from tests.export.whole import (
    DAY,
    DISCREPANCY,
    DOSSIER,
    HAPPENING,
    JUDGEMENT,
    LEAVE,
    MEASURE,
    MEN,
    MET,
    OBLIGATION,
    READOUTS,
    TALKS,
    TALKS_ACCOUNT,
    VARETH,
    WAIT,
    WAIT_TOO,
)

ONE = {"lower": 1, "upper": 1}
MONDAY = {"since": "2031-04-07", "until": "2031-04-08"}


def site(span: Span) -> dict[str, object]:
    return {"doc": span.doc, "at": place(span)}


def test_a_happening() -> None:
    assert line("happening", HAPPENING.id) == {
        "kind": "happening",
        "id": HAPPENING.id,
        "label": "met Lodan in Vareth",
        "label_at": site(HAPPENING.label),
        "type": "CONSULT",
        "factuality": "occurred",
        "when": MONDAY,
        "when_basis": "explicit",
        "participants": ["marn", "lodan"],
        "place": VARETH.id,
        "events": [MET.id],
        "course": [{"factuality": "occurred", "event": MET.id}],
        "documents": 1,
        "accounts": 1,
        "carried_by": [TALKS_ACCOUNT.id],
        "independent": ONE,
        "why": HAND,
    }


def test_a_day() -> None:
    assert line("day", DAY.id) == {
        "kind": "day",
        "id": DAY.id,
        "when": MONDAY,
        "sentences": [site(span) for span in DAY.sentences],
        "documents": [TALKS.id],
        "accounts": 1,
        "carried_by": [TALKS_ACCOUNT.id],
        "independent": ONE,
        "why": HAND,
    }


def test_a_measure() -> None:
    assert line("measure", MEASURE.id) == {
        "kind": "measure",
        "id": MEASURE.id,
        "label": "men",
        "label_at": site(at(TALKS, "men")),
        "unit": "person",
        "status": "planned",
        "figures": [MEN.id],
        "claims": [
            {"claimant": "marn", "low": 40.0, "high": 40.0, "as_of": None, "figures": [MEN.id], "independent": ONE}
        ],
        "why": HAND,
    }


def test_an_obligation_with_its_moves() -> None:
    found = line("obligation", OBLIGATION.id)
    assert found == {
        "kind": "obligation",
        "id": OBLIGATION.id,
        "label": "40 men would leave if it rained",
        "label_at": site(OBLIGATION.label),
        "force": "promise",
        "debtor": "marn",
        "creditor": "lodan",
        "antecedent_at": site(at(TALKS, "it rained")),
        "consequent_at": site(at(TALKS, "leave")),
        "deadline": MONDAY,
        "status": "detached",
        "moves": [
            {
                "status": "conditional",
                "rule": "it has a condition",
                "at": site(at(TALKS, "if it rained")),
                "happening": None,
                "when": None,
            },
            {
                "status": "detached",
                "rule": "its condition holds",
                "at": site(at(TALKS, "met")),
                "happening": HAPPENING.id,
                "when": MONDAY,
            },
        ],
        "commitments": [LEAVE.id],
        "accounts": 1,
        "carried_by": [TALKS_ACCOUNT.id],
        "independent": ONE,
        "why": HAND,
    }


def test_readouts() -> None:
    assert line("readouts", READOUTS.id) == {
        "kind": "readouts",
        "id": READOUTS.id,
        "happening": HAPPENING.id,
        "documents": [TALKS.id, TALKS.id],
        "actors": ["marn", "lodan"],
        "points": [
            {"agreement": "both", "left": site(at(TALKS, "met Lodan")), "right": site(at(TALKS, "met Lodan"))},
            {"agreement": "left", "left": site(at(TALKS, "in Vareth")), "right": None},
        ],
        "why": HAND,
    }


def test_a_discrepancy() -> None:
    assert line("discrepancy", DISCREPANCY.id) == {
        "kind": "discrepancy",
        "id": DISCREPANCY.id,
        "check": "figures",
        "sentence": "They give other numbers.",
        "sides": [
            site(at(TALKS, "Orla")) | {"reading": None, "speaker": None},
            site(at(TALKS, "40 men")) | {"reading": MEN.id, "speaker": "marn"},
        ],
        "cause": "rounding",
        "severity": "notable",
        "about": MEASURE.id,
        "why": HAND,
    }


def test_a_judgement() -> None:
    (found,) = (record for record in records(facts(DOSSIER)) if record["kind"] == "judgement")
    assert found == {
        "kind": "judgement",
        "subject": WAIT.id,
        "verdict": "same",
        "other": WAIT_TOO.id,
        "by": JUDGEMENT.by,
        "on": JUDGEMENT.on,
        "note": "one interview",
    }


def test_a_scenario_lists_what_each_round_does() -> None:
    steps = [("a", "triggered", 0, None), ("b", "violated", 0, None), ("c", "triggered", 1, "a")]
    scenario = Scenario(
        condition="It rains",
        happening=None,
        steps=tuple(
            Step(obligation=key, effect=effect, round=round, because=because, matched=None, why=BY_HAND)  # type: ignore[arg-type]
            for key, effect, round, because in steps
        ),
        standing=("d",),
    )
    found = fact_of_scenario(scenario)
    assert (found.triggered, found.violated, found.chained, found.standing) == (("a",), ("b",), ("c",), ("d",))
