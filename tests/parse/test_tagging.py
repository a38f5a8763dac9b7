import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.network import Floats
from standoff.parse.tagging import OUTSIDE, runs_of
from tests.parse.signals import layer


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("", []),
        ("O O O", []),
        ("B I I", [(0, 3)]),
        ("O B I O", [(1, 3)]),
        ("B B I", [(0, 1), (1, 3)]),
        ("B O B", [(0, 1), (2, 3)]),
        ("O I I", [(1, 3)]),  # cut by a window's edge: no begin is needed
        ("I O I", [(0, 1), (2, 3)]),
    ],
)
def test_runs_of_one_label(labels: str, runs: list[tuple[int, int]]) -> None:
    assert [(run.start, run.stop) for run in runs_of(layer(labels))] == runs


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("B0 I0 B1 I1", [(0, 2, 0), (2, 4, 1)]),
        ("B0 I1 I1", [(0, 3, 1)]),  # another label begins no other run: it is the one that most words have
        ("O B1 I1 I1 O B0", [(1, 4, 1), (5, 6, 0)]),
    ],
)
def test_runs_of_several_labels(labels: str, runs: list[tuple[int, int, int]]) -> None:
    assert [run[:3] for run in runs_of(layer(labels, count=2))] == runs


def test_begin_and_inside_together_beat_outside() -> None:
    probabilities = np.array([[0.4, 0.35, 0.25], [0.4, 0.25, 0.35], [0.55, 0.25, 0.2]], np.float32)
    (run,) = runs_of(probabilities)
    assert (run.start, run.stop, run.label) == (0, 2, 0)
    assert run.score == pytest.approx(0.6)


@st.composite
def probabilities(draw: st.DrawFn) -> Floats:
    """Any probabilities of a layer of one to four labels."""
    classes = 1 + 2 * draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(st.integers(0, 9), min_size=classes, max_size=classes), max_size=12))
    weights = np.array(rows, np.float32).reshape(-1, classes) + 0.01
    return np.asarray(weights / weights.sum(1, keepdims=True), np.float32)


@given(probabilities())
def test_runs_are_disjoint_in_order_and_hold_exactly_the_words_that_are_inside(found: Floats) -> None:
    runs = runs_of(found)
    held = [word for run in runs for word in range(run.start, run.stop)]
    assert held == np.flatnonzero(found[:, 0] < OUTSIDE).tolist()
    assert all(run.start < run.stop and 0 < run.score <= 1.00001 for run in runs)
