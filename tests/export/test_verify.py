"""A facts file that went round the world is checked without anything else at hand."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from standoff.core.dossier import Dossier
from standoff.export.facts import facts
from standoff.export.verify import verify
from tests.builders import dossiers
from tests.export.whole import (
    DAY,
    DISCREPANCY,
    DOSSIER,
    FIRST,
    HAPPENING,
    LEAVE,
    MARN,
    MEASURE,
    MEN,
    MET,
    MONDAY,
    OBLIGATION,
    READOUTS,
    TALKS,
    TALKS_ACCOUNT,
    TOPIC,
    UTTERANCE,
    WAIT,
)

Record = dict[str, Any]
ROLE = {"text": "x", "at": {"doc": FIRST.id, "at": [4, 5]}, "tense": "past"}
POINT = {"agreement": "left", "left": {"doc": TALKS.id, "at": [900, 901]}, "right": None}


@given(dossiers())
def test_what_is_exported_verifies(dossier: Dossier) -> None:
    assert verify(facts(dossier).split(b"\n")) == ()


@given(dossiers())
def test_it_verifies_after_another_program_wrote_it_again(dossier: Dossier) -> None:
    again = [json.dumps(json.loads(line), indent=None, sort_keys=True) for line in facts(dossier).splitlines()]
    assert verify(line.encode() for line in again) == ()


def shorten(record: Record) -> None:
    record["text"] = record["text"][:-1]


def retitle_hash(record: Record) -> None:
    record["text"] = record["text"].replace("answer", "wonder")
    record["text_sha256"] = "3b0a60a9" * 8


def put(**fields: object) -> Callable[[Record], None]:
    return lambda record: record.update(fields)


@pytest.mark.parametrize(
    ("kind", "key", "change", "problem"),
    [
        ("document", FIRST.id, shorten, "its text is not the one its hash was taken of"),
        ("document", FIRST.id, retitle_hash, "its id is not that of its text and origin"),
        ("document", FIRST.id, put(outlet="Another"), "its id is not that of its text and origin"),
        ("document", FIRST.id, put(captions=[[4, 5]]), "[4, 5) reads nothing but space"),
        ("mention", MARN.id, put(at=[5, 20]), "its id is not that of its place"),
        ("mention", MARN.id, put(at=[20, 5]), "[20, 5) is no span"),
        ("mention", MARN.id, put(at=[5]), "Expected `array` of length 2"),
        ("mention", MARN.id, put(doc="gone"), "[5, 21] is in no document, 'gone'"),
        ("mention", MARN.id, put(name=[900, 901]), "[900, 901) is no span"),
        ("attribution", WAIT.id, put(content=[[5, 9]]), "its id is not that of its place"),
        ("attribution", WAIT.id, put(content=[]), "it has no content"),
        ("attribution", WAIT.id, put(act="muses"), "Invalid enum value 'muses'"),
        ("time", MONDAY.id, put(at=[3, 8]), "its id is not that of its place"),
        ("time", MONDAY.id, put(reckoned_from=[2, 3]), "nothing but space"),
        ("time", MONDAY.id, put(basis="rumour"), "Invalid enum value 'rumour'"),
        ("event", MET.id, put(at=[3, 8]), "its id is not that of its place"),
        ("event", MET.id, put(factuality="likely"), "Invalid enum value 'likely'"),
        ("figure", MEN.id, put(at=[3, 8]), "its id is not that of its place"),
        ("figure", MEN.id, put(what_at=[900, 901]), "[900, 901) is no span"),
        ("commitment", LEAVE.id, put(at=[3, 8]), "its id is not that of its place"),
        ("commitment", LEAVE.id, put(consequent=[2, 3]), "nothing but space"),
        ("commitment", LEAVE.id, put(antecedent=[900, 901]), "[900, 901) is no span"),
        ("actor", "marn", put(roles=[ROLE]), "nothing but space"),
        ("lineage", None, put(passages=[[[0, 4], [900, 901]]]), "[900, 901) is no span"),
        (
            "utterance",
            UTTERANCE.id,
            put(differences=[{"attribution": WAIT.id, "fullest": [4, 5], "here": None}]),
            "nothing but space",
        ),
        (
            "utterance",
            UTTERANCE.id,
            put(differences=[{"attribution": "gone", "fullest": None, "here": [0, 4]}]),
            "[0, 4] is in no document, None",
        ),
        ("happening", HAPPENING.id, put(label_at={"doc": TALKS.id, "at": [2, 3]}), "nothing but space"),
        ("happening", HAPPENING.id, put(label="met"), "its label is not the words at its place"),
        ("happening", HAPPENING.id, put(events=[]), "its id is not that of what it holds"),
        ("day", DAY.id, put(sentences=[{"doc": TALKS.id, "at": [2, 3]}]), "nothing but space"),
        ("day", DAY.id, put(when={"since": "2031-04-08", "until": "2031-04-09"}), "its id is not that of what it"),
        ("measure", MEASURE.id, put(label_at={"doc": "gone", "at": [0, 3]}), "is in no document, 'gone'"),
        ("measure", MEASURE.id, put(figures=[MARN.id]), "its id is not that of what it holds"),
        ("obligation", OBLIGATION.id, put(label="leave"), "its label is not the words at its place"),
        ("obligation", OBLIGATION.id, put(consequent_at={"doc": TALKS.id, "at": [900, 901]}), "[900, 901) is no span"),
        ("obligation", OBLIGATION.id, put(commitments=[]), "its id is not that of what it holds"),
        ("obligation", OBLIGATION.id, put(status="forgotten"), "Invalid enum value 'forgotten'"),
        ("readouts", READOUTS.id, put(points=[POINT]), "[900, 901) is no span"),
        ("readouts", READOUTS.id, put(happening="gone"), "its id is not that of what it holds"),
        ("discrepancy", DISCREPANCY.id, put(sides=[]), "its id is not that of what it holds"),
        ("account", TALKS_ACCOUNT.id, put(documents=[]), "its id is not that of what it holds"),
        ("utterance", UTTERANCE.id, put(attributions=[]), "its id is not that of what it holds"),
        ("topic", TOPIC.id, put(documents=[]), "its id is not that of what it holds"),
        ("judgement", None, put(verdict="maybe"), "Invalid enum value 'maybe'"),
        ("gap", None, put(kind="rumour"), "Invalid value 'rumour'"),
    ],
)
def test_what_does_not_hold_is_named(
    kind: str, key: str | None, change: Callable[[Record], None], problem: str
) -> None:
    lines = [json.loads(line) for line in facts(DOSSIER).splitlines()]
    change(next(line for line in lines if (line["kind"], line.get("id")) == (kind, key)))
    assert problem in " ".join(verify(json.dumps(line).encode() for line in lines))


def test_a_line_that_is_not_json_is_named() -> None:
    (problem,) = verify([b"{", b""])
    assert problem.startswith("line 1: ")
