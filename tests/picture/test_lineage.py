from standoff.core.vocabulary import Relation
from standoff.picture.lineage import lineage
from standoff.picture.records import Copying
from tests.picture.made import report


def copying(origin: str, made: str, relation: Relation = "copy", *, directed: bool = True) -> Copying:
    return Copying(origin=origin, made=made, relation=relation, directed=directed)


def test_a_release_behind_several_reports_is_seen_as_their_origin() -> None:
    reports = [report("r", "A", "2031-05-05"), report("x", "A"), report("y", "A", "2031-05-07")]
    data = lineage(reports, [copying("r", "x"), copying("r", "y")]).data
    points = {row["what"]: row for row in data["reports"]}
    assert points["outlet r: title r"]["kind"] == "origin"
    assert points["outlet r: title r"]["made"] == "2 reports made from it"
    assert {row["kind"] for row in points.values()} == {"origin", "report"}
    assert (len(data["spines"]), len(data["origins"]), len(data["arrows"])) == (1, 1, 2)
    assert data["origins"][0]["y"] == points["outlet r: title r"]["y"]


def test_where_it_is_not_told_which_was_first_there_is_no_arrow() -> None:
    data = lineage([report("x", "A"), report("y", "A")], [copying("x", "y", "rewrite", directed=False)]).data
    assert (len(data["spines"]), data["arrows"], data["origins"]) == (1, [], [])
    assert {row["kind"] for row in data["reports"]} == {"report"}


def test_reports_that_share_one_release_hang_on_one_line() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    ties = [copying(*pair, "shared_release", directed=False) for pair in pairs]
    data = lineage([report(one, one) for one in "abc"], ties).data
    assert [row["relation"] for row in data["spines"]] == ["shared release"]
    assert len(data["branches"]) == 3
    assert [row["text"] for row in data["heads"]] == ["3 reports, 3 accounts"]


def test_lines_of_one_family_stand_side_by_side_and_their_branches_apart() -> None:
    ties = [copying("a", "b", relation, directed=False) for relation in ("copy", "rewrite", "excerpt")]
    data = lineage([report("a", "A"), report("b", "A")], ties).data
    assert len({row["x"] for row in data["spines"]}) == 3
    assert len({row["y"] for row in data["branches"]}) == 6


def test_the_biggest_family_stands_first_and_who_stands_alone_is_counted() -> None:
    reports = [report(one, account) for one, account in zip("abcdefg", "AABBBCD", strict=True)]
    picture = lineage(reports, [copying("a", "b"), copying("c", "d"), copying("c", "e")])
    assert [row["text"] for row in picture.data["heads"]] == ["3 reports, 1 account", "2 reports, 1 account"]
    assert picture.description == "Who copied whom: 5 reports in 2 accounts, tied by copy; 2 reports stand alone."
    assert picture.left_out == 0


def test_a_report_without_a_day_stands_in_the_strip() -> None:
    picture = lineage([report("a", "A"), report("b", "A", None)], [copying("a", "b")])
    assert [row["what"] for row in picture.data["undated"]] == ["outlet b: title b"]
    assert picture.params["strip"] > 0
    assert lineage([report("a", "A"), report("b", "A")], []).params["strip"] == 0


def test_an_account_of_many_reports_is_cut_and_its_origin_stays() -> None:
    reports = [report(f"{n:02}", "A", f"2031-05-{n + 1:02}") for n in range(28)]
    picture = lineage(reports, [copying("27", "00")])
    shown = {row["what"] for row in picture.data["reports"]}
    assert len(shown) == 12
    assert "outlet 27: title 27" in shown
    assert picture.left_out == 16


def test_nothing_shared_is_said() -> None:
    assert lineage([], []).data["notes"][0]["text"] == "There are no reports."
    picture = lineage([report("a", "A"), report("b", "B")], [])
    assert picture.data["notes"][0]["text"] == "None of 2 reports shares words with another."
