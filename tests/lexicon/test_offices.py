import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.offices import load_offices

OFFICES = load_offices()
WORDS = st.sampled_from(
    ["former", "-", "vice", "President", "elect", "Secretary-General", "of", "State", "deputy", "x"]
)


@pytest.mark.parametrize(
    ("text", "length", "rank"),
    [
        ("President Jane Roe", 1, "head_of_state"),
        ("presidents Roe and Doe", 1, "head_of_state"),
        ("Prime Minister Roe", 2, "head_of_government"),
        ("Foreign Minister Roe", 2, "minister"),
        ("foreign ministers met", 2, "minister"),
        ("Minister of Foreign Affairs Roe", 4, "minister"),
        ("Secretary of State Roe", 3, "minister"),
        ("Secretaries of State Roe and Doe", 3, "minister"),
        ("Defence Secretary Roe", 2, "minister"),
        ("Defense Secretary Roe", 2, "minister"),
        ("Secretary-General Roe", 1, "official"),
        ("Secretary - General Roe", 3, "official"),
        ("Vice President Roe", 2, "official"),
        ("Deputy Prime Minister Roe", 3, "official"),
        ("National Security Adviser Roe", 3, "official"),
        ("national security advisor Roe", 3, "official"),
        ("press secretary Roe", 2, "spokesperson"),
        ("spokeswoman Roe", 1, "spokesperson"),
        ("spokesmen Roe and Doe", 1, "spokesperson"),
        ("Gen. Roe", 1, "military"),
        ("Lt. Gen. Roe", 2, "military"),
        ("Chairman of the Joint Chiefs of Staff Roe", 7, "military"),
        ("Sen. Roe", 1, "legislator"),
        ("Ambassador Roe", 1, "diplomat"),
        ("Pope Roe", 1, "religious"),
        ("Grand Ayatollah Roe", 2, "religious"),
        ("Professor Roe", 1, "other"),
        ("former President Roe", 2, "head_of_state"),
        ("then - Foreign Minister Roe", 4, "minister"),
        ("acting First Deputy Foreign Minister Roe", 5, "official"),
        ("President - elect Roe", 3, "head_of_state"),
        ("President-elect Roe", 1, "head_of_state"),
        ("General Roe", 1, "military"),
        ("general agreement", 0, None),
        ("rep", 0, None),
        ("former", 0, None),
        ("- President", 0, None),
        ("Jane Roe", 0, None),
    ],
)
def test_offices_before_a_name(lexicon: Lexicon, text: str, length: int, rank: str | None) -> None:
    words = text.split()
    assert lexicon.office_at(words, 0) == length
    assert lexicon.office_rank(" ".join(words[:length])) == rank


def test_an_office_is_found_where_it_stands(lexicon: Lexicon) -> None:
    words = "said US Secretary of State Roe".split()
    assert [lexicon.office_at(words, at) for at in range(len(words))] == [0, 0, 3, 0, 0, 0]


@given(st.lists(WORDS, max_size=12), st.integers(0, 12))
def test_an_office_stays_inside_the_words(words: list[str], start: int) -> None:
    length = OFFICES.length_at(words, start)
    assert 0 <= length <= max(0, len(words) - start)
    assert not length or OFFICES.rank_of(" ".join(words[start : start + length])) is not None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Mr", True), ("Mr.", True), ("Mrs.", True), ("Dr.", True), ("Sir", True), ("President", False)],
)
def test_honorifics(lexicon: Lexicon, word: str, expected: bool) -> None:
    assert lexicon.honorific(word) is expected


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Mr.", "male"),
        ("Ms", "female"),
        ("Dr.", None),
        ("King", "male"),
        ("queen", "female"),
        ("spokeswoman", "female"),
        ("spokesman", "male"),
        ("spokesperson", None),
        ("mother", "female"),
        ("Fatima", "female"),
        ("Serhiy", "male"),
        ("Łukasz", "male"),
        ("Andrea", None),
        ("Kim", None),
        ("Xyzzy", None),
    ],
)
def test_what_a_word_tells_of_gender(lexicon: Lexicon, word: str, gender: str | None) -> None:
    assert lexicon.gender_of(word) == gender


@given(st.lists(WORDS, max_size=6))
def test_an_office_begins_and_ends_with_words_that_may(words: list[str]) -> None:
    length = OFFICES.length_at(words, 0)
    if length:
        assert OFFICES.may_begin(words[0])
        assert OFFICES.may_end(words[length - 1])


@pytest.mark.parametrize(
    ("word", "may"),
    [("President", True), ("Secretary-General", True), ("elect", True), ("said", False), ("-", False), ("", False)],
)
def test_what_an_office_may_end_with(lexicon: Lexicon, word: str, may: bool) -> None:
    assert lexicon.closes_office(word) is may
