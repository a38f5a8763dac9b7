import pytest

from coreference import score

GOLD = [{"a", "b", "c"}, {"d", "e", "f", "g"}]


@pytest.mark.parametrize(
    ("gold", "found", "muc", "b_cubed", "ceaf_e"),
    [
        (GOLD, GOLD, (1, 1), (1, 1), (1, 1)),
        # the example of the reference scorer's paper (Pradhan et al. 2014)
        (GOLD, [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}], (2 / 5, 2 / 5), (5 / 12, 1 / 2), (0.65, 0.65 * 2 / 3)),
        ([{"a"}, {"b"}], [{"a"}, {"b"}], (0, 0), (1, 1), (1, 1)),
        ([{"a"}, {"b"}], [{"a", "b"}], (0, 0), (1, 1 / 2), (1 / 3, 2 / 3)),
        ([{"a", "b"}], [], (0, 0), (0, 0), (0, 0)),
    ],
)
def test_recall_and_precision_as_the_reference_scorer_gives_them(
    gold: list[set[str]],
    found: list[set[str]],
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf_e: tuple[float, float],
) -> None:
    scores = score(gold, found)
    assert (scores.muc.recall, scores.muc.precision) == pytest.approx(muc)
    assert (scores.b_cubed.recall, scores.b_cubed.precision) == pytest.approx(b_cubed)
    assert (scores.ceaf_e.recall, scores.ceaf_e.precision) == pytest.approx(ceaf_e, abs=0.01)


def test_the_mean_of_the_three() -> None:
    assert score(GOLD, GOLD).conll == 1
    assert score(GOLD, GOLD).values()["CoNLL"] == 100
