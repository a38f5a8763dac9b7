from standoff.picture.accounts import TALLEST, accounts
from standoff.picture.records import Origin


def origin(id: str, reports: int) -> Origin:
    return Origin(id=id, label=f"label {id}", reports=reports, href=f"/sources/{id}")


def test_a_dot_is_a_report_and_a_column_an_account() -> None:
    picture = accounts([origin("a", 1), origin("b", 3)])
    columns = [[row["what"] for row in picture.data["dots"] if row["x"] == x] for x in (0, 1)]
    assert columns == [["label b"] * 3, ["label a"]]
    assert {row["kind"] for row in picture.data["dots"]} == {"copied", "alone"}
    assert picture.description == "4 reports that are 2 independent accounts."


def test_a_tall_column_is_cut_and_bears_its_number() -> None:
    data = accounts([origin("a", 1000)]).data
    assert len(data["dots"]) == TALLEST
    assert [row["text"] for row in data["numbers"]] == ["1,000"]


def test_accounts_beyond_the_bound_are_counted() -> None:
    picture = accounts([origin(f"{n:03}", 2) for n in range(100)], most=10)
    assert picture.left_out == 90
    assert "90 accounts of 180 reports not drawn" in " ".join(row["text"] for row in picture.data["notes"])
