from hypothesis import given
from hypothesis import strategies as st

from standoff.brief.report.sweep import Mark, Segment, Stroke, segments

OUTER, INNER = Stroke("a", 1, "c"), Stroke("w", 1, "t")


def cut(marks: list[Mark], length: int) -> list[Segment]:
    return list(segments(marks, sorted({0, length} | {edge for mark in marks for edge in (mark.start, mark.end)})))


def test_words_are_cut_where_a_mark_begins_or_ends() -> None:
    found = cut([Mark(0, 9, OUTER), Mark(3, 5, INNER)], 12)
    assert [(each.start, each.end, each.strokes, set(each.begun)) for each in found] == [
        (0, 3, (OUTER,), {OUTER}),
        (3, 5, (OUTER, INNER), {INNER}),
        (5, 9, (OUTER,), set()),
        (9, 12, (), set()),
    ]


def test_a_click_opens_the_innermost_mark_that_has_an_entry() -> None:
    marks = [Mark(0, 9, OUTER, "outer"), Mark(3, 5, INNER, "inner"), Mark(4, 6, INNER)]
    assert [each.head.entry if each.head else None for each in cut(marks, 12)] == [
        "outer",
        "inner",
        "inner",
        "outer",
        "outer",
        None,
    ]


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    strokes = st.builds(Stroke, st.sampled_from("aw"), st.integers(1, 2), st.just("x"))
    starts, widths = st.integers(0, 20), st.integers(1, 10)
    drawn = draw(st.lists(st.tuples(starts, widths, strokes, st.booleans()), max_size=10))
    return [
        Mark(at, at + wide, stroke, str(number) if has_entry else None)
        for number, (at, wide, stroke, has_entry) in enumerate(drawn)
    ]


@given(marks())
def test_each_segment_has_the_strokes_of_the_marks_that_cover_it(given_marks: list[Mark]) -> None:
    for segment in cut(given_marks, 30):
        covering = [mark for mark in given_marks if mark.start <= segment.start and segment.end <= mark.end]
        assert set(segment.strokes) == {mark.stroke for mark in covering}
        heads = [mark.start for mark in covering if mark.entry is not None]
        assert (segment.head.start if segment.head else None) == max(heads, default=None)
