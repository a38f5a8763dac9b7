"""Sentences in many registers, read by the shipped reader: how news is worded, from headlines to communiques.

The force was set down before the rules read a sentence; whose and which words it is was checked by eye after.
Each makes one commitment; sentences that are not read rightly yet are left out.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from standoff.core.records import Commitment, Study
from standoff.core.span import Span
from standoff.extract.attributions import find_attributions
from standoff.extract.commitments.find import find_commitments
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import Reader, load_reader
from tests.builders import document

Row = tuple[str, str | None, str | None, str | None]
"""Force, debtor, antecedent, consequent."""


def table() -> Iterator[tuple[str, Row]]:
    """The sentences of ``registers.txt``, each with the line below it."""
    lines = (Path(__file__).parent / "registers.txt").read_text(encoding="utf-8").splitlines()
    for above, below in pairwise(lines):
        if below.startswith("    "):
            force, debtor, antecedent, consequent = (None if part == "-" else part for part in below[4:].split(" | "))
            assert force is not None
            yield above, (force, debtor, antecedent, consequent)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(1)


def row(text: str, study: Study, found: Commitment) -> Row:
    def words(at: Span | None) -> str | None:
        return None if at is None else text[at.start : at.end]

    debtor = next((mention.at for mention in study.mentions if mention.id == found.debtor), None)
    return found.force, words(debtor), words(found.antecedent), words(found.consequent)


def rows(text: str, reader: Reader, lexicon: Lexicon) -> list[Row]:
    report = document("report.txt", text)
    grammar = grammar_of(text, reader(report))
    mentions = find_mentions(report, grammar, lexicon)
    said = find_attributions(report, grammar, lexicon, mentions)
    study = Study(doc=report.id, mentions=mentions, attributions=said)
    return [row(text, study, c) for c in find_commitments(report, grammar, lexicon, study)]


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize(("text", "expected"), list(table()))
def test_a_sentence_of_news_is_read_as_one_commitment(
    text: str, expected: Row, reader: Reader, lexicon: Lexicon
) -> None:
    assert rows(text, reader, lexicon) == [expected]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The company requires competition.",
        "A museum alone will not alleviate poverty, the mayor said.",
        "There was no question about the price.",
        "The ministry is scheduled for renovation.",
        "Prices will not recover, the bank said.",
        "They would take more hours, the mayor said.",
        "The option was not discussed.",
        "The committee had a two hour break on Wednesday to eat.",
    ],
)
def test_what_only_sounds_like_one_binds_nobody(text: str, reader: Reader, lexicon: Lexicon) -> None:
    assert rows(text, reader, lexicon) == []
