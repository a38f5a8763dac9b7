import pickle
from collections.abc import Callable

import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.nouns import NounLines
from standoff.lexicon.states import StateEntry

KNOWLEDGE = ("bodies", "cues", "names", "nouns", "offices", "states")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a, b c,d", ("a", "b c", "d")),
        ("  a,\n  b\n  c ", ("a", "b c")),
        ("", ()),
        (",", ()),
    ],
)
def test_a_line_of_words(line: str, words: tuple[str, ...]) -> None:
    assert listed(line) == words


def test_a_word_with_two_values_is_named() -> None:
    assert index("cues", [("say", "asserts"), ("say", "asserts")]) == {"say": "asserts"}
    with pytest.raises(ResourceError, match=r"resources/cues\.yaml lists 'say' twice, as 'asserts' and as 'denies'"):
        index("cues", [("say", "asserts"), ("say", "denies")])


@pytest.mark.parametrize("name", KNOWLEDGE)
def test_a_file_that_does_not_fit_its_record_is_named(name: str) -> None:
    with pytest.raises(ResourceError, match=rf"resources/{name}\.yaml does not fit"):
        load(name, list[NounLines])


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(ResourceError, match=r"resources/xyzzy\.yaml cannot be read"):
        load("xyzzy", StateEntry)


LOOKUPS: list[Callable[[Lexicon], object]] = [
    lambda it: it.state_of("Kyiv"),
    lambda it: it.body_of("Russian Foreign Ministry"),
    lambda it: it.noun_type("officials"),
    lambda it: it.office_at(["Foreign", "Minister"], 0),
    lambda it: it.act_of(["ruled", "out"]),
    lambda it: it.gender_of("Olga"),
]


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_a_lexicon_travels_to_another_process(lexicon: Lexicon, lookup: Callable[[Lexicon], object]) -> None:
    there = pickle.loads(pickle.dumps(lexicon))
    assert lookup(there) == lookup(lexicon) is not None
