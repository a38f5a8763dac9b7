import pytest

from standoff.resolve.happenings.clusters import cluster

Link = tuple[float, int, int]


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ([], {}),
        ([(0.9, 0, 1)], {0: 0, 1: 0}),
        ([(0.2, 0, 1)], {0: 0, 1: 1}),
        ([(0.9, 0, 1), (0.8, 1, 2)], {0: 0, 1: 0, 2: 0}),
        ([(0.9, 0, 1), (0.8, 1, 2), (0.1, 0, 2)], {0: 0, 1: 0, 2: 2}),  # the mean of 0.8 and 0.1 is too low
        ([(0.9, 0, 1), (0.8, 1, 2), (0.3, 0, 2)], {0: 0, 1: 0, 2: 0}),
    ],
)
def test_groups_join_by_the_mean_of_their_links(links: list[Link], groups: dict[int, int]) -> None:
    assert cluster(links, 0.5, lambda *_: True, lambda *_: None) == groups
    assert cluster(links[::-1], 0.5, lambda *_: True, lambda *_: None) == groups


def test_two_that_cannot_be_one_stay_two() -> None:
    links = [(0.9, 0, 1), (0.8, 1, 2)]
    assert cluster(links, 0.5, lambda left, right, _: (left, right) != (0, 1), lambda *_: None) == {0: 0, 1: 1, 2: 1}


def test_whoever_keeps_the_groups_is_told_of_each_join_with_its_mean() -> None:
    told: list[tuple[int, int, float]] = []
    cluster([(0.9, 0, 1), (0.8, 1, 2), (0.3, 0, 2)], 0.5, lambda *_: True, lambda *each: told.append(each))
    assert told == [(0, 1, 0.9), (0, 2, pytest.approx(0.55))]
