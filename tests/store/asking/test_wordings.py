"""Wordings set side by side: what is marked, and that nothing is lost or made up."""

from hypothesis import given
from hypothesis import strategies as st

from standoff.store.asking.listed import Words
from standoff.store.asking.wordings import LONGEST, Differing, compared, same_throughout


def words(text: str, start: int = 0) -> Words:
    return Words(
        doc="d", at=(start, start + len(text)), words=text, path="d.txt", outlet=None, title=None, published=None
    )


def test_quotation_marks_of_a_quote_are_not_its_words() -> None:
    (piece,) = same_throughout([words("“We stay.”", 10)], "direct")
    assert [run.words for run in piece.runs] == ["We stay."]
    assert not piece.is_cut


def test_indirect_words_stand_as_they_are() -> None:
    (piece,) = same_throughout([words("“staying” put")], "indirect")
    assert [run.words for run in piece.runs] == ["“staying” put"]


def test_a_long_piece_is_cut_behind_a_word() -> None:
    (piece,) = same_throughout([words("word " * 1000)], "indirect")
    (run,) = piece.runs
    assert piece.is_cut
    assert len(run.words) <= LONGEST
    assert run.words.endswith("word")


def test_what_is_missing_stands_where_it_would_stand() -> None:
    full, here = words("we will never leave", 50), words("we leave")
    (piece,) = compared([here], "indirect", [full], [Differing(fullest=words("will never", 53), here=None)])
    assert [(run.kind, run.words) for run in piece.runs] == [
        ("same", "we "),
        ("deleted", "will never"),
        ("same", "leave"),
    ]


LETTERS = st.text(st.sampled_from("ab “”\n—é漢"), min_size=1, max_size=60)


@given(text=LETTERS, marks=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4), gone=LETTERS)
def test_runs_without_what_is_missing_are_the_words(text: str, marks: list[tuple[int, int]], gone: str) -> None:
    """Whatever differs: what is shown as the same or as inserted is the wording, in order, none of it twice."""
    full = words(gone, 200)
    inside = [(start, min(start + length, len(text))) for start, length in marks if start < len(text)]
    differences = [Differing(fullest=full, here=None), *(Differing(fullest=None, here=each) for each in inside)]
    (piece,) = compared([words(text)], "indirect", [full], differences)
    assert "".join(run.words for run in piece.runs if run.kind != "deleted") == text
    assert [run.words for run in piece.runs if run.kind == "deleted"] == [gone]
