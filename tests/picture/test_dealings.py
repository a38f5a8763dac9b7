import pytest

from standoff.core.vocabulary import EVENT_TYPES, EventType
from standoff.picture.blocs import order_by_bloc
from standoff.picture.dealings import COOPERATION, dealings
from standoff.picture.records import Party, Tie


def tie(doer: str, sufferer: str, type: EventType = "CONSULT", count: int = 2) -> Tie:
    return Tie(doer=doer, sufferer=sufferer, type=type, count=count)


def parties(*ids: str) -> list[Party]:
    return [Party(id=one, name=one.upper(), href=f"/actors/{one}") for one in ids]


def test_a_row_does_and_a_column_suffers() -> None:
    data = dealings([tie("a", "b", "ASSAULT")], parties("a", "b")).data
    names = {row["at"]: row["name"] for row in data["names"]}
    (cell,) = data["cells"]
    assert (names[cell["y"] // 26], names[round(cell["x"])]) == ("A", "B")
    assert (cell["does"], cell["suffers"], cell["kind"], cell["told"]) == ("A", "B", "conflict", "2 happenings")


def test_conflict_and_cooperation_in_one_cell_are_two_marks_apart() -> None:
    data = dealings(
        [tie("a", "b", "ASSAULT"), tie("a", "b", "AID", 5), tie("a", "b", "AGREE", 1)], parties("a", "b")
    ).data
    left, right = data["cells"]
    assert (left["kind"], left["count"], right["kind"], right["count"]) == ("cooperation", 6, "conflict", 2)
    assert right["x"] - left["x"] == pytest.approx(0.46)


def test_every_type_is_one_or_the_other() -> None:
    assert set(EVENT_TYPES) > COOPERATION
    assert set(EVENT_TYPES) - COOPERATION == set(
        "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
    )


def test_blocs_stand_together() -> None:
    friends = [("n1", "n2"), ("n2", "n3"), ("n1", "n3"), ("s1", "s2"), ("s2", "s3")]
    foes = [("n1", "s1"), ("n2", "s3"), ("n3", "s2")]
    order = order_by_bloc(["s1", "n1", "s2", "n2", "s3", "n3"], dict.fromkeys(friends, 4) | dict.fromkeys(foes, -5))
    assert {name[0] for name in order[:3]} != {name[0] for name in order[3:]}
    assert len({name[0] for name in order[:3]}) == 1


def test_the_busiest_are_drawn_and_the_rest_is_counted() -> None:
    ties = [tie("hub", f"{n:02}", count=n + 1) for n in range(40)]
    picture = dealings(ties, parties("hub", *(f"{n:02}" for n in range(40))), most=5)
    assert sorted(row["name"] for row in picture.data["names"]) == ["36", "37", "38", "39", "HUB"]
    assert picture.left_out == 36
    assert "36 actors with fewer happenings are not drawn." in " ".join(row["text"] for row in picture.data["notes"])


def test_what_one_does_to_oneself_or_to_nobody_known_is_not_drawn() -> None:
    picture = dealings([tie("a", "a"), tie("b", "c", count=0)], parties("a", "b"))
    assert picture.data["names"] == []
    assert picture.data["notes"][0]["text"] == "No happening is told between two actors."
    assert dealings([tie("a", "x")], parties("a")).data["cells"] == []
