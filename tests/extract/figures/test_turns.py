"""Labels of turns, and how far they carry."""

import pytest

from standoff.extract.figures.turns import Turns


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("GENERAL HOLM: We count 14", "GENERAL HOLM"),
        ("Q: How many? A: Forty", "A"),
        ("COL. ADEY: We flew 60. Yesterday, 112", "COL. ADEY"),
        ("MS. TANO (via link): Some 400", "MS. TANO"),
        ("Interior ministry: 12 arrested", "Interior ministry"),
        ("13:05 GMT - Governor: five killed", "Governor"),
        ("MR. PELL: We left.\nThe army says 40", None),
        ("MR. PELL: We left.\nQ: When?\nMR. PELL: At dawn.\nWith 40", "MR. PELL"),
        ("Forty ships left port", None),
        ("Personnel: 40", None),
    ],
)
def test_whose_turn_it_is(text: str, label: str | None) -> None:
    found = Turns("doc", text).at(len(text) - 1)
    assert (None if found is None else text[found[0].start : found[0].end]) == label


@pytest.mark.parametrize("text", ["A" * 200_000, "A. " * 70_000, "A: " * 70_000, ": " * 100_000, "Ab-" * 70_000])
def test_is_linear(text: str) -> None:
    """A hostile text is gone through once; with a quadratic search this would take hours."""
    assert len(text) > 100_000
    Turns("doc", text).at(len(text) - 1)
