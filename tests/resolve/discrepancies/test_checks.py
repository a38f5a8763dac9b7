"""The checks on wordings, names and sources made by hand; those on figures have a file of their own."""

from __future__ import annotations

from typing import Any

import pytest

from standoff.core.dossier import Dossier
from standoff.core.findings import Actor, Difference, Utterance
from standoff.resolve.discrepancies.find import CHECKS
from tests.builders import BY_HAND, at, attribution, document, mention, study
from tests.resolve.discrepancies.by_hand import ONE, actor, dossier, found


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


def test_words_of_another_sense_hide_those_in_another_form() -> None:
    pairs: list[tuple[str | None, str | None]] = [("the raid", "their raid"), ("grave", "illegal")]
    made = found(worded("the raid of the fleet was grave", "their raid was illegal", pairs))
    assert [len(each.sides) for each in made if each.check == "wording"] == [2]


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
