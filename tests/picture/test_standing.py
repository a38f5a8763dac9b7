from standoff.picture.standing import standing
from tests.picture.made import kept


def test_a_status_in_force_is_a_line_to_the_next_move() -> None:
    data = standing([kept("a", ("detached", "2031-05-06"), ("satisfied", "2031-05-10"))]).data
    assert [row["status"] for row in data["moves"]] == ["detached", "satisfied"]
    assert [row["status"] for row in data["lines"]] == ["detached"]
    assert data["onwards"] == []


def test_what_is_still_in_force_goes_on() -> None:
    data = standing([kept("a", ("conditional", "2031-05-06"))]).data
    assert [row["status"] for row in data["onwards"]] == ["conditional"]


def test_a_move_without_a_day_stands_in_the_strip() -> None:
    picture = standing([kept("a", ("conditional", None), ("violated", "2031-05-06")), kept("b", ("detached", None))])
    assert [row["status"] for row in picture.data["undated"]] == ["conditional", "detached"]
    assert [row["status"] for row in picture.data["from_strip"]] == ["conditional"]
    assert [row["status"] for row in picture.data["strip_onwards"]] == ["detached"]
    assert picture.params["strip"] > 50


def test_moves_of_one_day_stand_side_by_side() -> None:
    data = standing([kept("a", ("detached", "2031-05-06"), ("undecidable", "2031-05-06"))]).data
    assert [row["aside"] for row in data["moves"]] == [0, 17]


def test_those_that_moved_most_stand_first_and_say_their_status() -> None:
    picture = standing(
        [
            kept("once", ("detached", "2031-05-20")),
            kept("twice", ("detached", "2031-05-06"), ("expired", "2031-05-08")),
        ]
    )
    assert [(row["label"], row["status"]) for row in picture.data["rows"]] == [
        ("label twice", "expired"),
        ("label once", "detached"),
    ]
    assert picture.description == "What became of 2 obligations: 1 detached and 1 expired."


def test_an_obligation_without_moves_does_no_harm() -> None:
    assert standing([kept("a")]).data["rows"][0]["status"] == ""
