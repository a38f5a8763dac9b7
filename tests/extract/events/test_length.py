"""A text in one sentence, however it is nested, is told in time linear in its length."""

from collections.abc import Callable
from time import process_time

import pytest

from standoff.core.parse import Parse, Word
from standoff.core.records import Study
from standoff.extract.events.find import find_events
from standoff.extract.grammar import grammar_of
from tests.builders import document
from tests.lexicons import shipped

SLACK = 3  # times the linear share: clocks are coarse, and a quadratic finder takes four times and more


def seconds(size: int, head: Callable[[int, int], int], deprel: str) -> float:
    """How long the events of this many attacks take, each word hanging where ``head`` says."""
    report = document("report.txt", "attack " * size)
    words = tuple(
        Word(
            7 * n,
            7 * n + 6,
            0,
            "VERB" if n % 2 else "NOUN",
            head(n, size),
            deprel if head(n, size) != n else "root",
            lemma="attack",
        )
        for n in range(size)
    )
    grammar = grammar_of(report.text, Parse(report.id, words, (), ()))
    started = process_time()
    find_events(report, grammar, shipped(), Study(doc=report.id))
    return process_time() - started


@pytest.mark.parametrize("deprel", ["conj", "obj", "nmod", "xcomp", "acl", "amod", "advcl", "advmod", "nsubj"])
@pytest.mark.parametrize("head", [lambda n, _: max(0, n - 1), lambda n, _: 0, lambda n, size: size - 1])
def test_time_grows_with_the_length(head: Callable[[int, int], int], deprel: str) -> None:
    short = seconds(500, head, deprel)
    assert seconds(2000, head, deprel) < 4 * SLACK * max(short, 0.005)
