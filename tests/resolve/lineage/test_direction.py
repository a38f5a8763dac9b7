"""Which of two reports was made from the other: by credits and dates, never by guess."""

from datetime import date

import pytest

from standoff.core.records import Document, Study
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.resolve.lineage.credits import credits_of
from standoff.resolve.lineage.find import find_lineages
from tests.builders import document, event, study
from tests.resolve.crossing import OTHER, STATEMENT, THIRD, WIRE, paragraphs

SHORT = "\n\n".join(paragraphs(WIRE)[:-1])


def report(name: str, text: str, day: int | None = None, outlet: str | None = None, **more: object) -> Document:
    published = None if day is None else When.day(date(2030, 5, day))
    return document(f"{name}.txt", text, published=published, outlet=outlet, **more)


def origin(*reports: Document, studies: tuple[Study, ...] = ()) -> str | None:
    """The path of the origin of the first two."""
    found = find_lineages(reports, studies)
    pair = {each.id for each in reports[:2]}
    (lineage,) = (each for each in found if set(each.documents) == pair)
    assert (lineage.origin is None) == (lineage.direction is None)
    return next((each.path for each in reports if each.id == lineage.origin), None)


CREDITED = f"{SHORT}\n\nThe Aldmouth Wire reported this first."


@pytest.mark.parametrize(
    ("what", "left", "right", "expected"),
    [
        ("nothing tells", report("a", WIRE), report("b", SHORT), None),
        ("published earlier", report("a", WIRE, 3), report("b", SHORT, 5), "a.txt"),
        ("a longer one published later", report("a", SHORT, 3), report("b", f"{WIRE}\n\n{THIRD}", 5), "a.txt"),
        ("on one day", report("a", WIRE, 3), report("b", SHORT, 3), None),
        ("one without a date", report("a", WIRE), report("b", SHORT, 3), None),
        ("a credit", report("a", WIRE, outlet="Aldmouth Wire"), report("b", CREDITED, outlet="Tarn Post"), "a.txt"),
        ("credit and date agree", report("a", WIRE, 3, "Aldmouth Wire"), report("b", CREDITED, 4), "a.txt"),
        ("credit and date disagree", report("a", WIRE, 5, "Aldmouth Wire"), report("b", CREDITED, 4), None),
        (
            "of one outlet",
            report("a", WIRE, outlet="Aldmouth Wire"),
            report("b", CREDITED, outlet="Aldmouth Wire"),
            None,
        ),
        (
            "both credit each other",
            report("a", f"{WIRE}\n\nSource: Tarn Post", outlet="Aldmouth Wire"),
            report("b", CREDITED, outlet="Tarn Post"),
            None,
        ),
        (
            "the other's address",
            report("a", WIRE, url="https://wire.example/crates"),
            report("b", f"{SHORT}\n\nhttps://wire.example/crates"),
            "a.txt",
        ),
        (
            "a longer address",
            report("a", WIRE, url="https://wire.example/crates"),
            report("b", f"{SHORT}\n\nhttps://wire.example/crates-and-more"),
            None,
        ),
        (
            "a credit as its only outlet",
            report("a", WIRE, outlet="Aldmouth Wire"),
            report("b", SHORT, outlet="Aldmouth Wire", outlet_basis="credit"),
            "a.txt",
        ),
        (
            "both have it from one agency",
            report("a", WIRE, outlet="Aldmouth Wire", outlet_basis="credit"),
            report("b", SHORT, outlet="Aldmouth Wire", outlet_basis="credit"),
            None,
        ),
    ],
)
def test_direction(what: str, left: Document, right: Document, expected: str | None) -> None:
    assert origin(left, right) == expected, what
    assert origin(right, left) == expected, what


def test_of_three_only_the_first_is_an_origin_by_date() -> None:
    first, second, third = report("a", WIRE, 3), report("b", SHORT, 5), report("c", f"{SHORT}\n\n{THIRD}", 7)
    assert origin(first, third, second) == "a.txt"
    assert origin(second, third, first) is None, "it may be the first that the third was made from"


def happened(told: Document, day: int, factuality: Factuality) -> Study:
    when = When.day(date(2030, 5, day))
    return study(told, event(told, "closed", "COERCE", factuality, when=when, when_basis="explicit"))


@pytest.mark.parametrize(
    ("what", "day", "factuality", "expected"),
    [
        ("what it tells as past comes after its date", 9, "occurred", None),
        ("what it tells as past comes before", 2, "occurred", "a.txt"),
        ("what is planned may come after", 9, "scheduled", "a.txt"),
    ],
)
def test_a_date_that_the_text_belies_tells_nothing(
    what: str, day: int, factuality: Factuality, expected: str | None
) -> None:
    first, second = report("a", WIRE, 3), report("b", SHORT, 5)
    assert origin(first, second, studies=(happened(first, day, factuality),)) == expected, what


@pytest.mark.parametrize(
    ("expected", "words"), [("a.txt", "the Aldmouth Wire quoted her as saying"), (None, "she said")]
)
def test_a_shared_statement_has_a_direction_only_by_a_credit(expected: str | None, words: str) -> None:
    first = report("a", f"{OTHER}\n\n“{STATEMENT},” she said.", 3, "Aldmouth Wire")
    second = report("b", f"{THIRD}\n\n“{STATEMENT},” {words}.", 5)
    assert origin(first, second) == expected


def test_a_credit_far_from_the_statement_is_for_something_else() -> None:
    first = report("a", f"{OTHER}\n\n“{STATEMENT},” she said.", outlet="Aldmouth Wire")
    second = report("b", f"The Aldmouth Wire reported losses.\n\n{THIRD}\n\n“{STATEMENT},” she said.")
    assert origin(first, second) is None


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Nobody was hurt, the Sun reported.", True),
        ("TARN (Sun) - Nobody was hurt.", True),
        ("Source: Sun", True),
        ("He told the Sun that nobody was hurt.", True),
        ("This first appeared in the Sun.", True),
        ("© Sun", True),
        ("The Sun also reported that nobody was hurt.", True),
        ("According to the Sun, nobody was hurt.", True),
        ("The Sun rose over Tarn.", False),
        ("Sunday was quiet, they said.", False),
        ("The sun reported for duty.", False),
        ("", False),
    ],
)
def test_credits(text: str, credited: bool) -> None:
    other = document("a.txt", "Another text.", outlet="Sun")
    assert any(credits_of(document("b.txt", text), other)) == credited
