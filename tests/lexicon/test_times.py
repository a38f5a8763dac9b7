"""The words for times load whole, and each has one class and one value."""

import pytest

from standoff.core.errors import ResourceError
from standoff.extract.times.tokens import SYMBOLS
from standoff.lexicon import times as module
from standoff.lexicon.load import load
from standoff.lexicon.times import TimeLines, load_times

WORDS = load_times()


@pytest.mark.parametrize(
    ("word", "kind", "value"),
    [
        ("tuesday", "weekdays", "2"),
        ("sept.", "months", "9"),
        ("may", "doubtful_months", "5"),
        ("fall", "doubtful_seasons", "FA"),
        ("weeks", "plural_units", "week"),
        ("yesterday", "days", "-1"),
        ("tonight", "nights", "0 NI"),
        ("noon", "clocks", "12:00"),
        ("daily", "frequencies", "P1D"),
        ("fifth", "ordinals", "5"),
    ],
)
def test_a_word_has_its_class_and_its_value(word: str, kind: str, value: str) -> None:
    assert (WORDS.classes[word], WORDS.values[word]) == (kind, value)


def test_every_class_of_the_file_is_one_that_the_patterns_know() -> None:
    assert set(WORDS.classes.values()) <= set(SYMBOLS)


def test_feasts_are_found_by_their_words() -> None:
    assert WORDS.feasts[("new", "year", "'s", "eve")] == "12-31"


def test_a_word_with_two_classes_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load("times", TimeLines)
    lines = {name: getattr(whole, name) for name in TimeLines.__struct_fields__}
    lines["classes"] = {**whole.classes, "again": "monday"}
    monkeypatch.setattr(module, "load", lambda *_: TimeLines(**lines))
    with pytest.raises(ResourceError, match=r"times\.yaml lists 'monday' twice"):
        load_times()


def test_two_words_where_one_is_looked_up_are_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load("times", TimeLines)
    lines = {name: getattr(whole, name) for name in TimeLines.__struct_fields__}
    lines["days"] = {**whole.days, 2: "the morrow"}
    monkeypatch.setattr(module, "load", lambda *_: TimeLines(**lines))
    with pytest.raises(ResourceError, match="'the morrow' under days"):
        load_times()
