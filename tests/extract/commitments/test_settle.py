"""Edges of commitments, sides by name, and one commitment a place."""

import pytest

from standoff.extract.commitments.scene import Draft
from standoff.extract.commitments.settle import balanced, settle
from standoff.extract.commitments.sides import stem
from standoff.extract.grammar import grammar_of
from tests.builders import document
from tests.parses import clauses, plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("leave the island.", "leave the island"),
        ("”leave the island,", "leave the island"),
        ("“leave the island", "leave the island"),
        ("“leave” the island", "“leave” the island"),
        ('leave "the island"', 'leave "the island"'),
        ('leave the island"', "leave the island"),
        (" – leave the island – ", "leave the island"),
        ("leave ‘the island’", "leave ‘the island’"),
    ],
)
def test_edges_lose_marks_that_close_nothing(text: str, kept: str) -> None:
    start, end = balanced(0, len(text), text)
    assert text[start:end] == kept


@pytest.mark.parametrize("text", ["", "…", "”", '"', " ,. "])
def test_marks_alone_leave_nothing(text: str) -> None:
    start, end = balanced(0, len(text), text)
    assert start == end


@pytest.mark.parametrize(
    ("one", "other"), [("Varnia", "Varnian"), ("Ostlandia", "Ostlandians"), ("the Karvans", "Karvan")]
)
def test_a_state_and_its_people_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_names_keep_their_ends() -> None:
    assert stem("Iran") == "iran"


def drafted(score: float, at: tuple[int, int], head: int) -> Draft:
    return Draft("rule", "promise", score, head, at, at, "told")


def test_of_two_readings_of_the_same_words_the_surer_stays() -> None:
    report = document("report.txt", "Varnia will send its ships to the bay on Monday")
    grammar = grammar_of(report.text, plain(report))
    sure, unsure, other = drafted(0.8, (0, 8), 2), drafted(0.6, (1, 9), 4), drafted(0.5, (8, 10), 8)
    assert settle([unsure, other, sure], grammar) == [sure, other]


def test_one_word_is_what_one_commitment_is_about() -> None:
    report, parse = clauses("Varnia | frees | the sailors", "Ostland | leaves | the bay")
    grammar = grammar_of(report.text, parse)
    sure, unsure = drafted(0.8, (0, 4), 2), drafted(0.6, (4, 9), 2)
    assert settle([unsure, sure], grammar) == [sure]
