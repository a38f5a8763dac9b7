"""Whoever is said to say something is someone, though no list and no entity head knows the name."""

import pytest

from standoff.core.vocabulary import Form
from standoff.extract.grammar import grammar_of
from standoff.extract.sources import LONGEST, find_sources
from standoff.lexicon.lexicon import Lexicon
from tests.builders import mention
from tests.parses import clauses, cued, hearing


@pytest.mark.parametrize(
    ("subject", "form"),
    [
        ("Brinkling", "name"),
        ("Ilka Brinkling", "name"),
        ("The old harbourmaster", "description"),
        ("Those present there", "description"),
        ("The statement", None),  # it speaks for whoever issued it
        ("He", None),
        ("the very " + "old " * LONGEST + "harbourmaster", None),
    ],
)
def test_a_source_that_is_no_mention_yet(subject: str, form: Form | None, lexicon: Lexicon) -> None:
    report, parsed = clauses(f"{subject} | said | nothing")
    heard = hearing(parsed, cued(report, "nothing", cue="said", source=subject))
    found = find_sources(report, grammar_of(report.text, heard), lexicon, [])
    assert [(report.quote(m.at), m.type, m.form) for m in found] == ([(subject, "person", form)] if form else [])


@pytest.mark.parametrize("depth", [0, 1])
def test_only_what_is_no_mention_and_was_heard_at_first(depth: int, lexicon: Lexicon) -> None:
    report, parsed = clauses("Brinkling | said | nothing")
    heard = hearing(parsed, cued(report, "nothing", cue="said", source="Brinkling", depth=depth))
    grammar = grammar_of(report.text, heard)
    known = mention(report, "Brinkling")
    assert find_sources(report, grammar, lexicon, [known]) == []
    assert len(find_sources(report, grammar, lexicon, [])) == (1 if depth == 0 else 0)


def test_a_source_cued_twice_is_one_mention(lexicon: Lexicon) -> None:
    report, parsed = clauses("Brinkling | said | nothing")
    twice = [cued(report, words, cue="said", source="Brinkling") for words in ("nothing", "nothing.")]
    heard = hearing(parsed, *twice)
    assert len(find_sources(report, grammar_of(report.text, heard), lexicon, [])) == 1
