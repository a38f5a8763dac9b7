"""One attribution becomes the content of another."""

import random

import numpy as np
import pytest
from training.example import Example
from training.nested import Frame, frames_of, nest, stretches_of

from tests.training.examples import FULL_STOP, attribution, labels, words_of

STOPS = frozenset({FULL_STOP})
# "Orlen said the fleet had moved north today ." and, elsewhere, "aides claim" before a content, ", aides claim" after
ORLEN, SAID, AIDES, CLAIM, COMMA = 11, 12, 21, 22, 23
SAYING = attribution(
    [ORLEN, SAID, 31, 32, 33, 34, 35, 36, FULL_STOP], "BOOOOOOOO", "OBOOOOOOO", "OOBIIIIIO", {1: "s.cccccc."}
)
BEFORE = attribution([AIDES, CLAIM, 41, 42], "BOOO", "OBOO", "OOBI", {1: "s.cc"})
AFTER = attribution([41, 42, COMMA, AIDES, CLAIM], "OOOBO", "OOOOB", "BIOOO", {4: "cc.s."})
PLAIN = attribution([51, 52, 53, 54, 55, 56, FULL_STOP], "OOOOOOO", "OOOOOOO", "OOOOOOO", {})


def roles(example: Example) -> dict[int, str]:
    return {cue: "".join(".sc"[label] for label in row) for cue, row in example.roles}


@pytest.mark.parametrize(
    ("made_of", "words", "cue", "before"),
    [(BEFORE, [AIDES, CLAIM], 1, True), (AFTER, [COMMA, AIDES, CLAIM], 2, False)],
)
def test_a_frame_is_all_that_stands_beside_the_content(
    made_of: Example, words: list[int], cue: int, before: bool
) -> None:
    (frame,) = frames_of(made_of)
    assert (words_of(frame.words), frame.cue, frame.before) == (words, cue, before)
    assert [words_of(frame.words)[at] for at in np.flatnonzero(frame.source)] == [AIDES]


@pytest.mark.parametrize(
    "example",
    [
        attribution([1, 2, 3], "OOO", "BOO", "OBI", {0: ".cc"}),  # nobody says it
        attribution([1, 2, 3], "BOO", "OBO", "OOO", {1: "s.."}),  # nothing is said
        attribution([1, 2, 3, 4], "OOBO", "OBOO", "BOOI", {1: "c.sc"}),  # a content on both sides
        attribution([1, *[9] * 20, 2, 3], "B" + "O" * 22, "O" * 21 + "BO", "O" * 22 + "B", {21: "s" + "." * 21 + "c"}),
    ],
)
def test_what_is_no_frame(example: Example) -> None:
    assert frames_of(example) == []


def test_what_can_become_a_content() -> None:
    assert [(s.start, s.stop, s.role) for s in stretches_of(SAYING, STOPS)] == [(0, 8, 0)]
    assert [(s.start, s.stop, s.role) for s in stretches_of(PLAIN, STOPS)] == [(0, 7, None)]
    assert stretches_of(BEFORE, STOPS) == []  # too short


def only(frames: list[Frame], example: Example) -> Example:
    return nest(example, frames, STOPS, random.Random(1))


def test_an_attribution_in_a_frame_before_it() -> None:
    nested = only(frames_of(BEFORE), SAYING)
    assert words_of(nested) == [AIDES, CLAIM, ORLEN, SAID, 31, 32, 33, 34, 35, 36, FULL_STOP]
    expected = {"source": "BOOOOOOOOOO", "cue": "OBOOOOOOOOO", "content": "OOBIIIIIIIO", "inner": "OOOBOOOOOOO"}
    assert {name: nested.layers[name].tolist() for name in expected} == {
        name: labels(letters).tolist() for name, letters in expected.items()
    }
    assert roles(nested) == {3: "..s.cccccc.", 1: "s.cccccccc."}


def test_an_attribution_in_a_frame_after_it() -> None:
    nested = only(frames_of(AFTER), SAYING)
    assert words_of(nested) == [ORLEN, SAID, 31, 32, 33, 34, 35, 36, COMMA, AIDES, CLAIM, FULL_STOP]
    assert nested.layers["inner"].tolist() == labels("OBOOOOOOOOOO").tolist()
    assert roles(nested) == {1: "s.cccccc....", 10: "cccccccc.s.."}


def test_a_sentence_without_any_attribution_holds_no_cue() -> None:
    nested = only(frames_of(BEFORE), PLAIN)
    assert nested.layers["content"].tolist() == labels("OOBIIIIII").tolist()
    assert not nested.layers["inner"].any()


def test_the_frame_takes_over_the_break_before_the_content() -> None:
    nested = only(frames_of(BEFORE), SAYING)
    spaces = ((nested.pieces.feature - 1) % 4).tolist()
    assert spaces[:4] == [3, 1, 1, 1]


def test_where_nothing_fits_the_example_stays() -> None:
    assert only(frames_of(BEFORE), BEFORE) is BEFORE
