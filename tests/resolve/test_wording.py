"""Words as they are compared."""

import pytest
from hypothesis import given

from standoff.resolve.wording import form_of, is_informative, is_number, stem_of, words_of
from tests.drawing import texts


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kestria’s fleet", ["kestria", "fleet"]),
        ("KESTRIA'S Fleet", ["kestria", "fleet"]),
        ("the U.S. and the US told us", ["the", "us.", "and", "the", "us.", "told", "us"]),
        ("94,000 men, 1.5 miles", ["94000", "men", "1.5", "miles"]),
        ("It’s Reik’s", ["its", "reik"]),
        ("they don't, doesn’t", ["they", "dont", "doesnt"]),
        ("de-escalation – “now”", ["de", "escalation", "now"]),
        ("new‘sanctions", ["new", "sanctions"]),
        ("talks.Then", ["talks", "then"]),
        ("snake_case __", ["snake", "case"]),
        ("… — “”", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert words_of(text, [(0, len(text))]).forms == forms


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("escalation", "escalating", True),
        ("concern", "concerns", True),
        ("reiterated", "reiterates", True),
        ("seven", "7", True),
        ("invaded", "invades", True),
        ("army", "arms", False),
        ("press", "presses", True),
        ("94000", "94", False),
        ("talks", "tanks", False),
    ],
)
def test_variants_share_a_stem(left: str, right: str, same: bool) -> None:
    assert (stem_of(left) == stem_of(right)) is same


def test_function_words_say_nothing_numbers_do() -> None:
    assert [form for form in ("the", "would", "blockade", "94000") if is_informative(form)] == ["blockade", "94000"]
    assert [form for form in ("94000", "twelve", "twelfth") if is_number(stem_of(form))] == ["94000", "twelve"]


@given(texts())
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text, [(0, len(text))])
    places = list(zip(words.starts, words.ends, strict=True))
    assert all(start < end for start, end in places)
    assert [place for span in places for place in span] == sorted(place for span in places for place in span)
    assert words.forms == [form_of(text[start:end]) for start, end in places]
    assert all(form and stem_of(form) for form in words.forms)


def test_words_outside_the_stretches_are_left_out() -> None:
    assert words_of("one two three four", [(0, 3), (8, 13)]).forms == ["one", "three"]
