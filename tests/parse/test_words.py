import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.words import split_words
from tests.drawing import texts

CASES = [
    # clitics and negations are words of their own, as in the UD English treebanks
    ("Orlen's men don't wait.", "Orlen|'s|men|do|n't|wait|."),
    ("She can't; they cannot; it isn’t", "She|ca|n't|;|they|can|not|;|it|is|n’t"),
    ("We’ll say what they’d heard, I’m sure", "We|’ll|say|what|they|’d|heard|,|I|’m|sure"),
    ("WE CAN'T AND DON’T", "WE|CA|N'T|AND|DO|N’T"),
    ("the generals’ plan", "the|generals|’|plan"),
    ("the U.N.'s envoy", "the|U.N.|'s|envoy"),
    # abbreviations keep their full stop, a sentence does not
    ("Gen. Tarvic met Mr. Orlen in St. Odran.", "Gen.|Tarvic|met|Mr.|Orlen|in|St.|Odran|."),
    ("the U.S.-led talks at 9 a.m.", "the|U.S.|-|led|talks|at|9|a.m."),
    ("J. M. Orlen left", "J.|M.|Orlen|left"),
    # two words run together are two, one with a capital inside is one
    ("VarniaOrlen spoke", "Varnia|Orlen|spoke"),
    ("the premierHe spoke, the premierThey spoke", "the|premierHe|spoke|,|the|premier|They|spoke"),
    ("McArdan and O’Dell", "McArdan|and|O|’|Dell"),
    ("a well-known line–holder", "a|well|-|known|line|–|holder"),
    # numbers stay whole, with their unit
    ("94,000 of 1.5bn, 2.5% by 10:30", "94,000|of|1.5bn|,|2.5|%|by|10:30"),
    ("the 3rd, 1990s, 5km, $1,000m", "the|3rd|,|1990s|,|5km|,|$|1,000m"),
    ("a 12,000-strong force.", "a|12,000|-|strong|force|."),
    # addresses stay whole, the marks after them do not
    (
        "see https://lodan.example/a?b=c&d, or www.lodan.example.",
        "see|https://lodan.example/a?b=c&d|,|or|www.lodan.example|.",
    ),
    ("(https://lodan.example/x)", "(|https://lodan.example/x|)"),
    ("mail desk@lodan.example, @orlen, #red_line", "mail|desk@lodan.example|,|@orlen|,|#red_line"),
    # marks
    ("“No,” he said... “no…” yes--no", "“|No|,|”|he|said|...|“|no|…|”|yes|--|no"),
    # an accent written as a character of its own, and a soft hyphen, stand inside a word
    ("Zele\u0301n’s men", "Zele\u0301n|’s|men"),
    ("the gov\u00adern\u00adment", "the|gov\u00adern\u00adment"),
    ("Орлен сказал:да", "Орлен|сказал|:|да"),
    ("", ""),
    (" \n\t\u00a0\u2028", ""),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_are_cut_as_in_the_treebanks(text: str, words: str) -> None:
    assert "|".join(text[start:end] for start, end in split_words(text)) == words


def test_offsets_are_code_points() -> None:
    assert split_words("\U0001f30d Orlen") == [(0, 1), (2, 7)]


@given(texts() | st.text(alphabet="aZ1 .,'’n\u0301\u00ad-@:/(\n") | st.text())
def test_words_are_disjoint_in_order_and_cover_all_but_space(text: str) -> None:
    words = split_words(text)
    covered = [place for start, end in words for place in range(start, end)]
    assert all(start < end for start, end in words)
    assert covered == sorted(set(covered))
    assert covered == [place for place, character in enumerate(text) if not character.isspace()]


@pytest.mark.parametrize(
    "block",
    [
        "a",
        "1.",
        "1,",
        "n't",
        "A.",
        "www.",
        "https://...",
        "a@a.",
        "'s",
        "e\u0301",
        "a\u00ad",
        "\u00ad",
        "aaaaB",
        "''",
        "-",
        "…",
    ],
)
def test_hostile_repetition_ends(block: str) -> None:
    text = block * (100_000 // len(block))
    words = split_words(text)
    assert words[0][0] == 0
    assert words[-1][1] == len(text)
