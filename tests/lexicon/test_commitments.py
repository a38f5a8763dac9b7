"""The words of commitments: loaded, in base form, and apart where they decide between two forces."""

from itertools import chain

import msgspec
import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon import commitments
from standoff.lexicon.commitments import APART, CommitmentLines, CommitmentWords, load_commitment_words
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

LINES = load(commitments.FILE, CommitmentLines)
WORDS = load_commitment_words()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("pledge", "binding"),
        ("threaten", "binding"),
        ("ready", "poised"),
        ("urge", "directing"),
        ("refuse", "refusing"),
        ("deny", "denying"),
        ("tolerate", "forbidding"),
        ("assurance", "promise_nouns"),
        ("support", "bond_nouns"),
        ("ultimatum", "threat_nouns"),
        ("trigger", "leading"),
        ("retaliate", "harms"),
        ("blockade", "harm_nouns"),
        ("withdraw", "helps"),
        ("truce", "help_nouns"),
        ("respond", "replying"),
        ("lose", "unwilled"),
        ("consequence", "fallout"),
    ],
)
def test_a_word_stands_in_its_list(word: str, name: str) -> None:
    assert word in getattr(WORDS, name)


@pytest.mark.parametrize("name", CommitmentLines.__struct_fields__)
def test_a_list_holds_lemmas_and_no_word_twice(name: str) -> None:
    words = listed(getattr(LINES, name))
    assert words
    assert sorted(set(words)) == sorted(words)
    parts = 2 if name == "particled" else 1
    assert all(word == word.lower() and len(word.split(" ")) == parts for word in words)


def test_the_two_records_have_the_same_lists() -> None:
    assert CommitmentLines.__struct_fields__ == CommitmentWords.__struct_fields__


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_word_in_two_lists_that_decide_is_named(one: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    word = listed(getattr(LINES, one))[0]
    spoilt = msgspec.structs.replace(LINES, **{other: f"{getattr(LINES, other)}, {word}"})
    monkeypatch.setattr(commitments, "load", lambda *_: spoilt)
    with pytest.raises(ResourceError, match=rf"lists '{word}' under {one} and under {other}"):
        load_commitment_words()


def test_an_empty_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commitments, "load", lambda *_: msgspec.structs.replace(LINES, harms=" "))
    with pytest.raises(ResourceError, match="harms lists nothing"):
        load_commitment_words()


def test_no_list_repeats_what_nobody_does_on_purpose_as_a_promise() -> None:
    assert not WORDS.unwilled & (WORDS.binding | WORDS.harms)
    assert list(chain(WORDS.harms & WORDS.helps)) == []
