"""The checks on findings made by hand; those on figures have a file of their own."""

from __future__ import annotations

from typing import Any

import pytest

from standoff.core.claims import Discrepancy, Point, Readouts
from standoff.core.course import Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Difference, Independent, Lineage, Utterance
from standoff.core.records import Document, Event, Study
from standoff.resolve.discrepancies.find import CHECKS, find_discrepancies
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND, at, attribution, commitment, document, event, mention, study, time
from tests.lexicons import shipped

ONE = Independent(lower=1, upper=2)


def dossier(*read: tuple[Document, Study], actors: tuple[Actor, ...] = (), **found: Any) -> Dossier:
    return Dossier(
        documents=tuple(sorted((made for made, _ in read), key=lambda each: each.id)),
        studies=tuple(sorted((studied for _, studied in read), key=lambda each: each.doc)),
        accounts=tuple(Account(documents=(made.id,)) for made, _ in read),
        actors=actors,
        **found,
    )


def found(made: Dossier) -> tuple[Discrepancy, ...]:
    return find_discrepancies(reports_of(made), shipped(), made)


def actor(name: str, *mentions: Any, type: Any = "person", named: bool = True) -> Actor:
    return Actor(
        id=name, name=name, type=type, names=(name,), mentions=tuple(each.id for each in mentions), named=named
    )


def test_every_check_says_what_a_user_is_told() -> None:
    assert len(CHECKS) == len(set(CHECKS))
    for check in CHECKS:
        assert check.__doc__ is not None
        assert check.__doc__.split("\n")[0].endswith(".")


def test_nothing_differs_where_nothing_is_found() -> None:
    assert found(Dossier()) == ()


# Wording -------------------------------------------------------------------------------------------------------


def worded(full: str, other: str, pairs: list[tuple[str | None, str | None]], mode: Any = "direct") -> Dossier:
    """Two reports of one statement with the places where they differ."""
    texts = [document("1.txt", f"Dorn said: {full}"), document("2.txt", f"Dorn said: {other}")]
    speakers = [mention(each, "Dorn") for each in texts]
    said = [
        attribution(each, words, source="Dorn", cue="said", speaker=who, mode=mode)
        for each, words, who in zip(texts, (full, other), speakers, strict=True)
    ]
    utterance = Utterance(
        speaker="Dorn",
        attributions=tuple(sorted(each.id for each in said)),
        fullest=said[0].id,
        accounts=(),
        independent=ONE,
        differences=tuple(
            Difference(
                attribution=said[1].id,
                fullest=None if left is None else at(texts[0], left),
                here=None if right is None else at(texts[1], right),
            )
            for left, right in pairs
        ),
        why=BY_HAND,
    )
    read = [(text, study(text, who, each)) for text, who, each in zip(texts, speakers, said, strict=True)]
    return dossier(*read, actors=(actor("Dorn", *speakers),), utterances=(utterance,))


@pytest.mark.parametrize(
    ("full", "other", "pair", "mode", "severity"),
    [
        ("we would answer a raid", "we will answer a raid", ("would", "will"), "direct", "notable"),
        ("we would answer a raid", "we will answer a raid", ("would", "will"), "indirect", None),
        ("we will answer a raid", "we will not answer a raid", ("will", "will not"), "indirect", "notable"),
        ("nine ships must leave", "eight ships must leave", ("nine", "eight"), "direct", "grave"),
        ("the rounds were live", "the bullets were live", ("rounds", "bullets"), "direct", "notable"),
        ("the rounds were live", "the bullets were live", ("rounds", "bullets"), "indirect", None),
        ("the peace of the coast", "the coast has peace", ("the peace of", "peace"), "direct", "slight"),
        ("the peace of the coast", "the coast has peace", ("the peace of", "peace"), "indirect", None),
        ("Viktor Reik agreed", "Victor Reik agreed", ("Viktor", "Victor"), "indirect", None),
        ("a grave and lasting peace", "a lasting peace", ("grave and", None), "direct", None),
    ],
)
def test_wordings(full: str, other: str, pair: tuple[str, str | None], mode: Any, severity: str | None) -> None:
    made = found(worded(full, other, [pair], mode))
    assert [each.severity for each in made if each.check == "wording"] == ([] if severity is None else [severity])


def test_each_sentence_of_a_statement_differs_on_its_own() -> None:
    made = found(
        worded(
            "we would answer a raid. They tasked their teams",
            "we will answer a raid. They instructed their teams",
            [("would", "will"), ("tasked", "instructed")],
        )
    )
    assert [len(each.sides) for each in made if each.check == "wording"] == [2, 2]


# Names ---------------------------------------------------------------------------------------------------------


def named(*names: str) -> Dossier:
    """One person under these names, a report each."""
    texts = [document(f"{n}.txt", f"Then {name} spoke.") for n, name in enumerate(names)]
    who = [
        mention(text, name, name=name.split(" ", 1)[1], role=name.split(" ", 1)[0])
        if name.startswith("spokes")
        else mention(text, name)
        for text, name in zip(texts, names, strict=True)
    ]
    return dossier(
        *((text, study(text, each)) for text, each in zip(texts, who, strict=True)), actors=(actor("Ilsa Dorn", *who),)
    )


@pytest.mark.parametrize(
    ("names", "severities"),
    [
        (("Ilsa Dorn", "Ilsa Dorne"), ["slight"]),
        (("Ilsa Dornhof", "Ilza Dornhof"), ["slight"]),
        (("Ilsa Dorn", "Dorn"), []),
        (("Ilsa Dorn", "Ilsa Dorn"), []),
        (("spokesman Petra Aune", "spokeswoman Petra Aune"), ["notable"]),
        (("spokesman Petra Aune", "spokesperson Petra Aune"), ["slight"]),
        (("spokeswoman Petra Aune", "spokeswoman Petra Aune"), []),
    ],
)
def test_names(names: tuple[str, ...], severities: list[str]) -> None:
    assert [each.severity for each in found(named(*names)) if each.check == "names"] == severities


# Attribution ---------------------------------------------------------------------------------------------------


def sourced(*sources: tuple[str, bool]) -> Dossier:
    """One statement from these sources, a report each; whether the source has a name."""
    words = "the strait is open to all"
    texts = [document(f"{n}.txt", f"{source} said {words}.") for n, (source, _) in enumerate(sources)]
    who = [
        mention(text, source, "organization" if is_named else "person", "name" if is_named else "description")
        for text, (source, is_named) in zip(texts, sources, strict=True)
    ]
    said = [
        attribution(text, words, source=source, cue="said", speaker=each)
        for text, (source, _), each in zip(texts, sources, who, strict=True)
    ]
    utterance = Utterance(
        speaker=None, attributions=tuple(sorted(each.id for each in said)), fullest=said[0].id, accounts=(),
        independent=ONE, why=BY_HAND,
    )  # fmt: skip
    actors = tuple(
        Actor(
            id=f"{n} {source}", name=source, type=each.type, names=(source,), mentions=(each.id,), named=is_named
        )
        for n, ((source, is_named), each) in enumerate(zip(sources, who, strict=True))
    )  # fmt: skip
    read = [(text, study(text, each, one)) for text, each, one in zip(texts, who, said, strict=True)]
    return dossier(*read, actors=actors, utterances=(utterance,))


@pytest.mark.parametrize(
    ("sources", "severity"),
    [
        ((("Harbour House", True), ("a senior official", False)), "slight"),
        ((("Harbour House", True), ("The Citadel", True)), "notable"),
        ((("a senior official", False), ("senior officials", False)), "slight"),
        ((("a senior official", False), ("an official", False)), None),
        ((("Harbour House", True), ("the building", False)), None),
    ],
)
def test_sources(sources: tuple[tuple[str, bool], ...], severity: str | None) -> None:
    made = found(sourced(*sources))
    assert [each.severity for each in made if each.check == "attribution"] == ([] if severity is None else [severity])


# Happenings ----------------------------------------------------------------------------------------------------


def happening(type: Any, *events: Event) -> Happening:
    return Happening(
        label=events[0].at, type=type, factuality="occurred", when=None, when_basis=None, participants=(), place=None,
        events=tuple(sorted(each.id for each in events)), documents=len({each.at.doc for each in events}),
        course=(Stage(factuality="occurred", event=events[0].id),), accounts=(), independent=ONE, why=BY_HAND,
    )  # fmt: skip


def disputed(told: str, denied: str, trigger: str, denial: str, type: Any) -> Dossier:
    """Dorn tells what Reik denies."""
    texts = [document("1.txt", f"Dorn said {told}."), document("2.txt", f"Reik denied {denied}.")]
    who = [mention(texts[0], "Dorn"), mention(texts[1], "Reik")]
    said = [
        attribution(texts[0], told, source="Dorn", cue="said", speaker=who[0]),
        attribution(texts[1], denied, source="Reik", cue="denied", speaker=who[1], act="denies"),
    ]
    events = [
        event(texts[0], trigger, type, carried_by=said[0].id),
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
        ("they spoke", "that they spoke", "spoke", "spoke", "CONSULT", False),
    ],
)
def test_told_and_denied(told: str, denied: str, trigger: str, denial: str, type: Any, differs: bool) -> None:
    made = [
        each for each in found(disputed(told, denied, trigger, denial, type)) if each.why.detail.startswith("1 den")
    ]
    assert [(each.check, each.severity) for each in made] == ([("factuality", "grave")] if differs else [])


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
