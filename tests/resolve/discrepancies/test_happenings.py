"""The checks on happenings, obligations and readouts made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from standoff.core.claims import Point, Readouts
from standoff.core.course import Move, Obligation
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor, Lineage
from standoff.core.when import When
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND, at, attribution, commitment, document, event, mention, study, time
from tests.resolve.discrepancies.by_hand import ONE, actor, dossier, found, happening

# Happenings ----------------------------------------------------------------------------------------------------


def disputed(told: str, denied: str, trigger: str, denial: str, type: Any, when: str | None = None) -> Dossier:
    """Dorn tells what Reik denies."""
    texts = [document("1.txt", f"Dorn said {told}."), document("2.txt", f"Reik denied {denied}.")]
    who = [mention(texts[0], "Dorn"), mention(texts[1], "Reik")]
    said = [
        attribution(texts[0], told, source="Dorn", cue="said", speaker=who[0]),
        attribution(texts[1], denied, source="Reik", cue="denied", speaker=who[1], act="denies"),
    ]
    events = [
        event(texts[0], trigger, type, carried_by=said[0].id, when=None if when is None else When.parse(when)),
        event(texts[1], denial, type, "denied", carried_by=said[1].id),
    ]
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, said, events, strict=True), strict=True)]
    return dossier(*read, actors=(actor("Dorn", who[0]), actor("Reik", who[1])), happenings=(happening(type, *events),))


@pytest.mark.parametrize(
    ("told", "denied", "trigger", "denial", "type", "differs"),
    [
        ("they fired at us", "having fired", "fired", "fired", "ASSAULT", True),
        ("two were injured", "that anyone was hurt", "injured", "hurt", "ASSAULT", True),
        ("they shelled us", "having promised peace", "shelled", "promised", "ASSAULT", False),
        ("they fired at us", "reports of having fired", "fired", "fired", "ASSAULT", True),
        ("they shelled us", "having spared efforts to help those shelled", "shelled", "shelled", "ASSAULT", False),
        ("they spoke", "that they spoke", "spoke", "spoke", "CONSULT", False),
    ],
)
def test_told_and_denied(told: str, denied: str, trigger: str, denial: str, type: Any, differs: bool) -> None:
    made = [
        each for each in found(disputed(told, denied, trigger, denial, type)) if each.why.detail.startswith("1 den")
    ]
    assert [(each.check, each.severity) for each in made] == ([("factuality", "grave")] if differs else [])


@pytest.mark.parametrize(("when", "severities"), [("2030", []), ("2031-04-02", ["grave"])])
def test_what_is_told_of_a_whole_year_is_not_what_is_denied(when: str, severities: list[str]) -> None:
    made = found(disputed("they fired at us", "having fired", "fired", "fired", "ASSAULT", when))
    assert [each.severity for each in made if each.why.detail.startswith("1 den")] == severities


def test_a_denial_without_events_meets_the_words_it_denies() -> None:
    texts = [
        document("1.txt", "Dorn said the ship fired seven warning shots at dawn."),
        document("2.txt", "Reik denied any warning shots were fired."),
    ]
    who = [mention(texts[0], "Dorn"), mention(texts[1], "Reik")]
    said = [
        attribution(texts[0], "the ship fired seven warning shots at dawn", source="Dorn", cue="said", speaker=who[0]),
        attribution(
            texts[1], "any warning shots were fired", source="Reik", cue="denied", speaker=who[1], act="denies"
        ),
    ]
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, said, strict=True), strict=True)]
    (made,) = found(dossier(*read, actors=(actor("Dorn", who[0]), actor("Reik", who[1]))))
    assert made.sentence == "Reik denies what Dorn says."
    looked = reports_of(dossier(*read))
    assert sorted(looked.words(side.at) for side in made.sides) == [
        "any warning shots were fired",
        "fired seven warning shots",
    ]


def dated(first: str, second: str, factuality: Any = "occurred", type: Any = "ASSAULT") -> Dossier:
    """One raid on two days, told by two reports."""
    texts = [document(f"{n}.txt", f"Kestria raided the port on {day}.") for n, day in enumerate((first, second))]
    who = [mention(text, "Kestria", "state") for text in texts]
    days = [time(text, day, day) for text, day in zip(texts, (first, second), strict=True)]
    events = [
        event(
            text, "raided", type, factuality if n else "occurred", agents=[state],
            when=day.when, when_basis="explicit", time=day.id,
        )
        for n, (text, state, day) in enumerate(zip(texts, who, days, strict=True))
    ]  # fmt: skip
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, days, events, strict=True), strict=True)]
    return dossier(*read, actors=(actor("Kestria", *who, type="state"),), happenings=(happening(type, *events),))


@pytest.mark.parametrize(
    ("first", "second", "factuality", "differs"),
    [
        ("2031-04-02", "2031-04-09", "occurred", True),
        ("2031-04-02", "2031-04-02", "occurred", False),
        ("2031-04-02", "2031-04-03", "occurred", False),
        ("2031-04-02", "2031-04", "occurred", False),
        ("2031-04-02", "2031-04-09", "scheduled", False),
        ("2031-04-02", "2030", "occurred", False),
    ],
)
def test_dates(first: str, second: str, factuality: Any, differs: bool) -> None:
    made = found(dated(first, second, factuality))
    assert [each.check for each in made] == (["dates"] if differs else [])


def test_a_call_by_telephone_and_by_video() -> None:
    texts = [
        document("1.txt", "Dorn and Reik held a phone call."),
        document("2.txt", "Dorn and Reik held a video call."),
    ]
    who = [[mention(text, "Dorn"), mention(text, "Reik")] for text in texts]
    events = [event(text, "call", "CONSULT", agents=both) for text, both in zip(texts, who, strict=True)]
    read = [(text, study(text, *both, one)) for text, both, one in zip(texts, who, events, strict=True)]
    actors = actor("Dorn", who[0][0], who[1][0]), actor("Reik", who[0][1], who[1][1])
    (made,) = found(dossier(*read, actors=actors, happenings=(happening("CONSULT", *events),)))
    assert (made.check, made.severity) == ("names", "slight")
    assert made.sentence.endswith("by telephone and video.")


# Obligations and readouts --------------------------------------------------------------------------------------


def bound(*conditions: str) -> Dossier:
    """One threat under these conditions, a report each."""
    texts = [document(f"{n}.txt", f"{when}, we will close the port.") for n, when in enumerate(conditions)]
    made = [
        commitment(text, text.text[:-1], "threat", "we will close the port", antecedent=when)
        for text, when in zip(texts, conditions, strict=True)
    ]
    obligation = Obligation(
        label=made[0].at, force="threat", debtor=None, creditor=None, antecedent=None, consequent=None, deadline=None,
        commitments=tuple(sorted(each.id for each in made)), status="conditional",
        moves=(Move(status="conditional", rule="by hand", at=made[0].at),), accounts=(), independent=ONE, why=BY_HAND,
    )  # fmt: skip
    return dossier(
        *((text, study(text, one)) for text, one in zip(texts, made, strict=True)), obligations=(obligation,)
    )


@pytest.mark.parametrize(
    ("conditions", "differs"),
    [
        (("If they invade", "In case of any escalation"), True),
        (("If they invade", "In the event of a new attack"), False),
        (("If they invade", "If that happens"), False),
    ],
)
def test_conditions(conditions: tuple[str, ...], differs: bool) -> None:
    assert [each.check for each in found(bound(*conditions))] == (["condition"] if differs else [])


@pytest.mark.parametrize(
    ("agreements", "severities"),
    [(("both",), []), (("opposed",), ["grave"]), (("left",), []), (("left", "right"), ["notable"])],
)
def test_readouts(agreements: tuple[Any, ...], severities: list[str]) -> None:
    texts = [document("1.txt", "They spoke of ships and of fish."), document("2.txt", "They spoke of gas and of fish.")]
    states = [Actor(id=name, name=name, type="state", names=(name,), mentions=()) for name in ("Kestria", "Morvane")]
    left, right = at(texts[0], "ships"), at(texts[1], "gas")
    points = tuple(
        Point(agreement=each, left=None if each == "right" else left, right=None if each == "left" else right)
        for each in agreements
    )
    readouts = Readouts(
        happening="h", documents=(texts[0].id, texts[1].id), sides=("Kestria", "Morvane"), points=points, why=BY_HAND
    )
    made = found(dossier(*((text, study(text)) for text in texts), actors=tuple(states), readouts=(readouts,)))
    assert [each.severity for each in made if each.check == "readout"] == severities


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("we would impose heavy tariffs", "we would seize ships and impose a blockade", True),
        ("we would impose heavy tariffs", "we would seize all their ships", False),
        ("we would impose heavy tariffs", "they would impose very heavy tariffs", False),
        ("we would respond", "we would seize all their ships", False),
    ],
)
def test_what_a_threat_holds_out(first: str, second: str, differs: bool) -> None:
    texts = [document(f"{n}.txt", f"If so, {words}.") for n, words in enumerate((first, second))]
    made = [commitment(text, words, "threat", words) for text, words in zip(texts, (first, second), strict=True)]
    obligation = Obligation(
        label=made[0].at, force="threat", debtor=None, creditor=None, antecedent=None, consequent=None, deadline=None,
        commitments=tuple(sorted(each.id for each in made)), status="conditional",
        moves=(Move(status="conditional", rule="by hand", at=made[0].at),), accounts=(), independent=ONE, why=BY_HAND,
    )  # fmt: skip
    read = [(text, study(text, one)) for text, one in zip(texts, made, strict=True)]
    assert [each.severity for each in found(dossier(*read, obligations=(obligation,)))] == (
        ["slight"] if differs else []
    )


@pytest.mark.parametrize(
    ("told", "factuality", "differs"),
    [
        ("Kestria has begun to prepare the invasion", "scheduled", True),
        ("Kestria could begin the invasion", "hypothetical", False),
    ],
)
def test_plans_that_one_side_denies(told: str, factuality: Any, differs: bool) -> None:
    texts = [document("1.txt", f"Dorn said {told}."), document("2.txt", "Reik said Kestria will attack nobody.")]
    who = [mention(texts[0], "Dorn"), mention(texts[1], "Reik")]
    states = [mention(text, "Kestria", "state") for text in texts]
    said = [
        attribution(texts[0], told, source="Dorn", cue="said", speaker=who[0]),
        attribution(texts[1], "Kestria will attack nobody", source="Reik", cue="said", speaker=who[1]),
    ]
    events = [
        event(texts[0], "invasion", "ASSAULT", factuality, agents=[states[0]], carried_by=said[0].id),
        event(texts[1], "attack", "ASSAULT", "denied", agents=[states[1]], carried_by=said[1].id),
    ]
    read = [
        (text, study(text, *rest))
        for text, rest in zip(texts, zip(who, states, said, events, strict=True), strict=True)
    ]
    actors = actor("Dorn", who[0]), actor("Reik", who[1]), actor("Kestria", *states, type="state")
    made = found(dossier(*read, actors=actors))
    assert [each.sentence for each in made] == (
        ["Whether Kestria prepares it (attack) is disputed: told by Dorn, denied by Reik."] if differs else []
    )


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("2016", "2015", "notable"),
        ("2016", "2016", None),
    ],
)
def test_the_year_of_an_agreement(first: str, second: str, severity: str | None) -> None:
    texts = [
        document("1.txt", f"Both would fish for herring under the {first} accord."),
        document("2.txt", f"They signed an accord on fishing for herring in {second}."),
    ]
    read = [(text, study(text, time(text, year, year))) for text, year in zip(texts, (first, second), strict=True)]
    assert [each.severity for each in found(dossier(*read))] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("first", "second", "mode", "relation", "severity"),
    [
        ("an act of piracy under a flag", "a pirate deed beneath a flag of piracy", "direct", "rewrite", "notable"),
        (
            "the captain would be questioned at once",
            "the captain would be asked at once",
            "indirect",
            "rewrite",
            "slight",
        ),
        (
            "the captain would be questioned at once",
            "the captain would be asked at once",
            "indirect",
            "shared_release",
            None,
        ),
        ("the captain would be questioned at once", "the captain would be questioned at once", "direct", "copy", None),
    ],
)
def test_a_statement_retold(first: str, second: str, mode: Any, relation: Any, severity: str | None) -> None:
    texts = [document(f"{n}.txt", f"Dorn said {words}.") for n, words in enumerate((first, second))]
    who = [mention(text, "Dorn") for text in texts]
    said = [
        attribution(text, words, source="Dorn", cue="said", speaker=each, mode=mode)
        for text, words, each in zip(texts, (first, second), who, strict=True)
    ]
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, said, strict=True), strict=True)]
    whole = tuple(text.span(0, len(text.text)) for text in texts)
    lineage = Lineage(
        documents=(texts[0].id, texts[1].id), relation=relation, passages=((whole[0], whole[1]),), score=0.9
    )
    made = found(dossier(*read, actors=(actor("Ilsa Dorn", *who),), lineages=(lineage,)))
    assert [each.severity for each in made] == ([] if severity is None else [severity])
