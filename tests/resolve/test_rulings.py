"""What people decided: the last decision counts, what follows from several holds, contradictions are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.resolve.rulings import Rulings, gaps_of, rulings_of
from tests.builders import document, mention, study

PAIRS: tuple[Verdict, ...] = ("same", "different", "unsure")


def said(*decisions: str) -> list[Judgement]:
    """Decisions as "a same b" or "a wrong", each given a minute later."""
    found = []
    for minute, decision in enumerate(decisions):
        subject, verdict, *other = decision.split()
        found.append(
            Judgement(
                subject=subject,
                verdict=verdict,  # type: ignore[arg-type]
                other=other[0] if other else None,
                by="A. Reader",
                on=f"2031-04-09T10:{minute:02}:00Z",
            )
        )
    return found


@pytest.mark.parametrize(
    ("decisions", "same", "different"),
    [
        ([], set(), set()),
        (["b same a"], {("a", "b")}, set()),
        (["a same b", "a different b"], set(), {("a", "b")}),
        (["a different b", "b same a"], {("a", "b")}, set()),
        (["a same b", "b unsure a"], set(), set()),
        (["a same b", "b same c"], {("a", "b"), ("a", "c"), ("b", "c")}, set()),
        (["a same b", "b different c"], {("a", "b")}, {("a", "c"), ("b", "c")}),
        (["a same b", "c same d", "a different d"], {("a", "b"), ("c", "d")},
         {("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")}),
    ],
)  # fmt: skip
def test_pairs(decisions: list[str], same: set[tuple[str, str]], different: set[tuple[str, str]]) -> None:
    found = rulings_of(said(*decisions))
    assert (set(found.same), set(found.different), found.set_aside) == (same, different, ())


@pytest.mark.parametrize(
    ("decisions", "aside"),
    [
        (["a same b", "b same c", "a different c"], "a same b"),
        (["b same c", "a same b", "a different c"], "b same c"),
        (["a different c", "a same b", "b same c"], "a same b"),
        (["a same b", "b same c", "a different c", "a same b"], "b same c"),
        (["a same b", "b same c", "c same d", "a different d"], "a same b"),
    ],
)
def test_of_decisions_that_contradict_each_other_the_oldest_same_is_set_aside(decisions: list[str], aside: str) -> None:
    found = rulings_of(said(*decisions))
    (one,) = found.set_aside
    assert f"{one.subject} same {one.other}" == aside
    assert not found.same & found.different
    report = document("1.txt", "Vara Toll will answer.")
    (gap,) = gaps_of(found, [report], [study(report, mention(report, "Vara Toll"))])
    assert (gap.room, gap.path, gap.doc) == ("resolve", "judgements", None)
    assert gap.reason.startswith(f"set aside: {one.subject} and {one.other} are the same (A. Reader, 2031-04-09T10:0")


def test_the_gap_of_a_contradiction_is_of_the_report_that_its_reading_stands_in() -> None:
    report = document("1.txt", "Vara Toll will answer.")
    toll = mention(report, "Vara Toll")
    found = rulings_of(said(f"{toll.id} same b", "b same c", f"{toll.id} different c"))
    (gap,) = gaps_of(found, [report], [study(report, toll)])
    assert (gap.path, gap.doc) == ("1.txt", report.id)


def test_one_record_is_right_or_wrong() -> None:
    found = rulings_of(said("a wrong", "b right", "c wrong", "c right", "d wrong", "d unsure"))
    assert (set(found.wrong), set(found.right)) == ({"a"}, {"b", "c"})


def test_groups() -> None:
    found = rulings_of(said("a same b", "b same c", "c different x"))
    assert found.together(["a", "c", "x"]) == [("a", "c")], "whether or not what links them is there"
    assert found.together({"a": 1, "b": 1, "c": 1}) == [("a", "b"), ("b", "c")]
    assert found.together(["a"]) == []
    assert found.apart(["a"], ["x", "y"])
    assert found.apart({"y", "x"}, ["q", "b"])
    assert not found.apart(["a"], ["b", "y"])
    assert not Rulings().apart(["a"], ["b"])


@st.composite
def decisions(draw: st.DrawFn) -> list[str]:
    pairs = draw(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(PAIRS), st.sampled_from("abcdef"))))
    return [" ".join(pair) for pair in pairs if pair[0] != pair[2]]


@given(decisions())
def test_no_two_are_same_and_different_and_both_follow_through(given_decisions: list[str]) -> None:
    found = rulings_of(said(*given_decisions))
    assert not found.same & found.different
    names = "abcdef"
    for one in names:
        for two in names:
            pair = (min(one, two), max(one, two))
            for three in names:
                third, other = (min(two, three), max(two, three)), (min(one, three), max(one, three))
                if pair in found.same and one != three:
                    assert third not in found.same or other in found.same
                    assert third not in found.different or other in found.different
    linked = {each: each for each in names}
    for left, right in found.together(names):
        linked = {each: linked[left] if root == linked[right] else root for each, root in linked.items()}
    assert all((linked[a] == linked[b]) == ((a, b) in found.same) for a in names for b in names if a < b)


@given(decisions())
def test_a_decision_that_two_differ_is_never_set_aside(given_decisions: list[str]) -> None:
    found = rulings_of(said(*given_decisions))
    last = {frozenset((each.subject, each.other)): each.verdict for each in said(*given_decisions)}
    for pair, verdict in last.items():
        one, two = sorted(each for each in pair if each is not None)
        if verdict == "different":
            assert (one, two) in found.different
    assert all(each.verdict == "same" for each in found.set_aside)
