"""Which documents are the speaker's own text, whose side they are on, and where their sentences end."""

from __future__ import annotations

import pytest

from standoff.core.findings import Actor, Role
from standoff.core.records import Document
from standoff.resolve.utterances.originals import find_originals, is_issuer
from standoff.resolve.utterances.sentences import sentences_of
from standoff.resolve.utterances.sides import Sides
from tests.builders import at, document, mention, study
from tests.lexicons import shipped

ROLES = document("roles.txt", "Kestrian President; Morvanian spokesman; minister")
ACTORS = [
    Actor(id="kestria", name="Kestria", type="state", names=("Kestria", "Kestrian"), mentions=("m1",)),
    Actor(id="morvane", name="Morvane", type="state", names=("Morvane", "Morvanian"), mentions=("m2",)),
    Actor(id="pact", name="the Sund Pact", type="alliance", names=("the Sund Pact",), mentions=("m3",)),
    Actor(
        id="dorn",
        name="Ilsa Dorn",
        type="person",
        names=("Dorn", "Ilsa Dorn", "President Dorn", "the President"),
        mentions=("m4",),
        roles=(Role(text="Kestrian President", at=at(ROLES, "Kestrian President")),),
    ),
    Actor(
        id="reik",
        name="Tomas Reik",
        type="person",
        names=("Reik", "Tomas Reik"),
        mentions=("m5",),
        roles=(Role(text="Morvanian spokesman", at=at(ROLES, "Morvanian spokesman")),),
    ),
    Actor(id="lund", name="Per Lund", type="person", names=("Lund", "Per Lund"), mentions=("m6",)),
]


@pytest.mark.parametrize(
    ("title", "outlet", "url", "kind", "side"),
    [
        ("Readout of President Dorn's call with Mr Reik of Morvane", None, None, "issued", "kestria"),
        ("Readout of the Prime Minister's call with Tomas Reik", "Harbour House", None, "issued", None),
        ("Joint Statement by the Foreign Ministers", None, None, "issued", None),
        ("Full transcript: what Per Lund told the harbour court", "The Aldmouth Post", None, "spoken", None),
        ("Remarks by Tomas Reik at the opera", None, None, "spoken", "morvane"),
        (
            "Telephone conversation with Ilsa Dorn",
            "President of Morvane (presidency.example)",
            None,
            "issued",
            "morvane",
        ),
        ("The ferry", "Kestrian Foreign Ministry", None, "issued", "kestria"),
        ("The ferry", "Office of the Prime Minister of Morvane", None, "issued", "morvane"),
        ("The ferry", None, "https://www.mfa.gov.example/news/1", "issued", None),
        ("Statement angers fishermen in Kestria", None, None, None, None),
        ("Dorn's remarks shock Morvane", "The Aldmouth Post", None, None, None),
        ("The ferry", "Reuters", "https://news.example/a", None, None),
        ("The ferry", None, "https://[broken", None, None),
        ("", None, None, None, None),
    ],
)
def test_originals(title: str, outlet: str | None, url: str | None, kind: str | None, side: str | None) -> None:
    report = document("a.txt", "Both will speak again.", title=title, outlet=outlet, url=url)
    found = find_originals([report], Sides(ACTORS, shipped()), shipped()).get(report.id)
    assert (found and found.kind, found and found.side) == (kind, side)


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Ministry of Defence of Kestria", True),
        ("Government of Morvane", True),
        ("Prime Minister's Office", True),
        ("NATO", True),
        ("The Aldmouth Post", False),
        ("Harbour News", False),
        ("CNN", False),
    ],
)
def test_issuers(outlet: str, expected: bool) -> None:
    assert is_issuer(outlet, shipped()) is expected


@pytest.mark.parametrize(
    ("actor", "side"),
    [("dorn", "kestria"), ("reik", "morvane"), ("kestria", "kestria"), ("pact", "sund pact"), ("lund", None)],
)
def test_sides(actor: str, side: str | None) -> None:
    sides = Sides(ACTORS, shipped())
    assert sides.of(next(each for each in ACTORS if each.id == actor)) == side
    assert sides.of(None) is None


def test_a_title_names_sides_and_persons_in_order() -> None:
    sides = Sides(ACTORS, shipped())
    title = "Secretary of State meets Tomas Reik, then Dorn of Kestria, in France"
    assert sides.in_text(title) == ["morvane", "kestria", "FR"]
    assert [person.id for person in sides.persons_in(title)] == ["reik", "dorn"]
    assert sides.state("kestria") == ACTORS[0]
    assert sides.state(None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat may leave. The court has spoken!", ["The boat may leave.", "The court has spoken!"]),
        ("Mr. Dorn met J. Reik of the U.S. Navy today.", ["Mr. Dorn met J. Reik of the U.S. Navy today."]),
        ("He said “We wait.” Nobody answered him.", ["He said “We wait.”", "Nobody answered him."]),
        (
            "It cost 2.5 crowns, e.g. for tea. So be it, she said.",
            ["It cost 2.5 crowns, e.g. for tea.", "So be it, she said."],
        ),
        ("THE HARBOUR MASTER: The boat waits.\n\nMS DORN: So do we all.", ["The boat waits.", "So do we all."]),
        ("One line without an end\n\nand another one", ["One line without an end", "and another one"]),
        ("* * *", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    report = document("a.txt", text)
    assert [report.quote(span) for span in sentences_of(report)] == expected


def test_a_full_stop_in_a_name_ends_nothing() -> None:
    report = document("a.txt", "The yard of Holm & Co. Ltd. Nord has closed its gates.")
    named = study(report, mention(report, "Holm & Co. Ltd. Nord", "organization"))
    assert [report.quote(span) for span in sentences_of(report, named)] == [report.text]


def test_sentences_leave_out_furniture() -> None:
    report = Document(path="a.txt", text="The boat may leave.\n\nLeave a Reply here.", furniture=((21, 40),))
    assert [report.quote(span) for span in sentences_of(report)] == ["The boat may leave."]


def test_a_long_line_without_a_full_stop_is_cut_in_time() -> None:
    assert len(sentences_of(document("a.txt", "A. " * 50_000 + "“. ' " * 20_000))) <= 1
