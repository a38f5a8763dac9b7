"""Where sentences begin and end in a text without its parse."""

from itertools import pairwise

import pytest
from hypothesis import given

from standoff.resolve.timeline.sentences import sentences_of
from tests.builders import document, documents

WRAPPED = (
    "The ferry of Castel Varo ran aground on a sandbank in thick fog on\n"
    "Monday. All 212 passengers were taken off by the boats of Admiral\n"
    "Lia Taru before noon, and nobody was hurt, the harbour office of the\n"
    "town said.\n\nA second ferry turned back."
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One. Two!\n\nThree?", ["One.", "Two!", "Three?"]),
        ("A headline\nThe lead. More.", ["A headline", "The lead.", "More."]),
        ('"We go." He went.', ['"We go."', "He went."]),
        ("Mr. Taru met Gen. Vessen. They ate.", ["Mr. Taru met Gen. Vessen.", "They ate."]),
        ("The U.S. Navy left. It rained.", ["The U.S. Navy left.", "It rained."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(document("a.txt", text))] == sentences


def test_lines_of_equal_width_are_no_sentences() -> None:
    found = [WRAPPED[start:end] for start, end in sentences_of(document("a.txt", WRAPPED))]
    assert [sentence.split()[0] for sentence in found] == ["The", "All", "A"]


def test_what_is_not_the_article_has_none() -> None:
    text = "Log in. The dam broke."
    assert list(sentences_of(document("a.txt", text, furniture=((0, 7),)))) == [(8, 22)]


@given(documents())
def test_each_reads_back_and_none_overlap(report: object) -> None:
    text = report.text  # type: ignore[attr-defined]
    found = list(sentences_of(report))  # type: ignore[arg-type]
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_a_hostile_text_takes_no_longer_than_its_length() -> None:
    text = "x" + " " * 200_000 + ". " * 100_000 + "\n" * 100_000
    assert list(sentences_of(document("a.txt", text)))
