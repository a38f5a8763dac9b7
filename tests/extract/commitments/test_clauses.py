"""Clauses and their conditions, on parses written by hand."""

import pytest

from standoff.extract.commitments.clauses import WINDOW, Clauses
from standoff.extract.commitments.conditions import Conditions
from standoff.extract.grammar import Grammar, grammar_of
from tests.builders import document
from tests.parses import plain, read

BEFORE = """
    If     SCONJ comes   mark
    war    NOUN  comes   nsubj
    comes  VERB  leave   advcl
    ,      PUNCT comes   punct
    Varnia PROPN leave   nsubj
    will   AUX   leave   aux
    not    PART  leave   advmod
    leave  VERB  -       root
"""
BEHIND = """
    Varnia PROPN leaves  nsubj
    leaves VERB  -       root
    unless SCONJ stops   mark
    it     PRON  stops   nsubj
    stops  VERB  leaves  advcl
"""
LOST = """
    In     ADP   event   case
    the    DET   event   det
    event  NOUN  leaves  obl
    of     ADP   war     case
    war    NOUN  leaves  obl
    Varnia PROPN leaves  nsubj
    leaves VERB  -       root
"""
INVERTED = """
    Should AUX   leaves  aux
    war    NOUN  come    nsubj
    come   VERB  leaves  advcl
    ,      PUNCT come    punct
    Varnia PROPN leaves  nsubj
    leaves VERB  -       root
"""
ASKED = """
    Varnia PROPN asked   nsubj
    asked  VERB  -       root
    if     SCONJ comes   mark
    war    NOUN  comes   nsubj
    comes  VERB  asked   ccomp
"""


def grammar(text: str, table: str) -> Grammar:
    report, parse = read(text, table)
    return grammar_of(report.text, parse)


@pytest.mark.parametrize(
    ("text", "table", "verb", "clause", "condition"),
    [
        ("If war comes, Varnia will not leave", BEFORE, 7, (4, 8), "If war comes,"),
        ("Varnia leaves unless it stops", BEHIND, 1, (0, 2), "unless it stops"),
        ("In the event of war Varnia leaves", LOST, 6, (5, 7), "In the event of war"),
        ("Should war come, Varnia leaves", INVERTED, 5, (4, 6), "Should war come,"),
        ("Varnia asked if war comes", ASKED, 1, (0, 2), None),
    ],
)
def test_a_clause_has_its_condition(
    text: str, table: str, verb: int, clause: tuple[int, int], condition: str | None
) -> None:
    tree = grammar(text, table)
    found = Conditions(Clauses(tree)).of(verb, clause)
    assert (None if found is None else tree.phrase(*found)) == condition


def test_a_condition_holds_its_own_verb_and_no_other() -> None:
    conditions = Conditions(Clauses(grammar("If war comes, Varnia will not leave", BEFORE)))
    assert conditions.holds(2)
    assert not conditions.holds(7)


def test_a_verb_has_its_subject_its_negation_and_its_helper() -> None:
    clauses = Clauses(grammar("If war comes, Varnia will not leave", BEFORE))
    assert clauses.subject(7) == 4
    assert clauses.is_negated(7)
    assert not clauses.is_negated(2)
    assert clauses.predicate(5) == 7


def test_a_clause_ends_at_a_full_stop_the_parse_runs_over() -> None:
    report = document("report.txt", "Varnia leaves . Ostland stays ; nobody wins")
    clauses = Clauses(grammar_of(report.text, plain(report)))
    assert [clauses.segment(index) for index in (0, 3, 7)] == [(0, 3), (3, 6), (6, 8)]


def test_no_look_goes_further_than_its_window() -> None:
    report = document("report.txt", "ship " * 1000)
    clauses = Clauses(grammar_of(report.text, plain(report)))
    first, stop = clauses.segment(500)
    assert stop - first == 2 * WINDOW
