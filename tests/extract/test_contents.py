import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.parse import Piece
from standoff.extract.contents import fit, trim
from standoff.extract.quotations import find_quotations
from tests.drawing import texts


def place(text: str, words: str) -> Piece:
    """Where the words first stand."""
    start = text.index(words)
    return start, start + len(words)


FITS = [
    # (text, pieces the reader gave, words no piece may grow over, contents)
    # the word that opens a clause is not said
    ("He said that the fleet moved.", ["that the fleet moved."], [], ["the fleet moved"]),
    ("He asked whether “we” moved.", ["whether “we” moved"], [], ["whether “we” moved"]),
    ("He said that “we” moved.", ["that “we” moved"], [], ["“we” moved"]),
    ("That would be a mistake, he said.", ["That would be a mistake"], [], ["That would be a mistake"]),
    ("He said thatched roofs burnt.", ["thatched roofs burnt"], [], ["thatched roofs burnt"]),
    # a piece that has most of a quotation gets all of it, without its marks and last comma
    ("“We wait for the fleet,” he said", ["wait for the fleet"], ["said"], ["We wait for the fleet"]),
    ("“We wait for the fleet,” he said", ["fleet"], ["said"], ["fleet"]),
    ("“We wait?” he asked", ["“We wait?”"], ["asked"], ["We wait?"]),
    ("“We wait.”", ["We wait"], [], ["We wait."]),
    ("‘We wait’, he said", ["‘We wait’,"], ["said"], ["We wait"]),
    ("“First this.\n\n“Then that,” he said", ["First", "that"], [], ["First", "that"]),
    ("“First this.\n\n“Then that,” he said", ["“First this.\n\n“Then that"], [], ["“First this.\n\n“Then that,”"]),
    # but never over the cue or the source
    ("“We wait, he said, until spring”", ["We wait", "until spring"], ["said"], ["We wait", "until spring"]),
    ("“We wait, long, he said”", ["We wait, long"], ["he", "said"], ["We wait, long"]),
    # words in quotation marks inside a longer content keep their marks
    ("He called it “a red line” and left", ["it “a red line”"], ["called"], ["it “a red line”"]),
    ("They would “wait” and “see”.", ["would “wait”", "and “see”."], [], ["would “wait” and “see”."]),
    # pieces that only marks part are one, within a paragraph; those that words part are not
    ("We wait — , then act, he said", ["We wait", "then act"], [], ["We wait — , then act"]),
    ("We wait, he said, until spring", ["until spring", "We wait,"], [], ["We wait", "until spring"]),
    ("We wait.\nThen act.", ["We wait.", "Then act."], [], ["We wait", "Then act"]),
    ("We wait until spring", ["We wait", "wait until"], [], ["We wait until"]),
    # the full stop of the sentence is cut, of an abbreviation not
    ("It moved to the U.S.", ["moved to the U.S."], [], ["moved to the U.S."]),
    ("It moved...", ["It moved..."], [], ["It moved..."]),
    # nothing that can be said is left
    ("so — , it goes", ["— ,"], [], []),
    ("he said “...”", ["“...”"], [], []),
    ("he said that ", ["that "], [], ["that"]),
]


@pytest.mark.parametrize(("text", "pieces", "barriers", "contents"), FITS)
def test_pieces_are_fitted_to_the_text(text: str, pieces: list[str], barriers: list[str], contents: list[str]) -> None:
    found = fit(
        tuple(place(text, piece) for piece in pieces),
        find_quotations(text),
        text,
        [place(text, barrier) for barrier in barriers],
    )
    assert [text[start:end] for start, end in found] == contents


MARKED = texts() | st.text(alphabet='ab .,\n“”"‘’—that ', min_size=1, max_size=60)


@st.composite
def fits(draw: st.DrawFn) -> tuple[str, list[Piece], list[Piece]]:
    """A text, pieces of it, and parts that no piece may grow over."""
    text = draw(MARKED)
    ends = st.integers(0, len(text))
    piece = st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])
    return text, draw(st.lists(piece, min_size=1, max_size=3)), draw(st.lists(piece, max_size=2))


@given(fits())
def test_fitted_pieces_are_in_order_apart_within_the_text_and_hold_a_letter(
    example: tuple[str, list[Piece], list[Piece]],
) -> None:
    text, pieces, barriers = example
    found = fit(tuple(pieces), find_quotations(text), text, barriers)
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert any(character.isalnum() for character in text[start:end])
        last = end


@given(fits())
def test_pieces_never_grow_over_words_of_the_cue_or_the_source(example: tuple[str, list[Piece], list[Piece]]) -> None:
    text, pieces, barriers = example
    walls = [
        (low, high)
        for low, high in barriers
        if any(map(str.isalnum, text[low:high])) and not any(a < high and low < b for a, b in pieces)
    ]
    for start, end in fit(tuple(pieces), find_quotations(text), text, walls):
        for low, high in walls:
            assert not any(start <= at < end and text[at].isalnum() for at in range(low, high))


@given(fits())
def test_trimming_takes_away_and_adds_nothing(example: tuple[str, list[Piece], list[Piece]]) -> None:
    text, pieces, _ = example
    for piece in pieces:
        start, end = trim(piece, find_quotations(text), text)
        assert piece[0] <= start <= end <= piece[1]
