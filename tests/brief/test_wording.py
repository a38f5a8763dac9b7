"""Wordings as they are quoted: marks on what differs, outer quotation marks off, long ones cut at a word."""

import pytest

from standoff.brief.drawing import LONGEST_DELETION, read_runs, shortened
from standoff.brief.index import index
from standoff.brief.wording import LONGEST, compared, quoted, whole_of
from standoff.core.dossier import Dossier
from standoff.core.findings import Difference
from standoff.core.records import Attribution, Document
from tests.builders import at, attribution, document, study

FULLEST = "we will never leave the northern valley, not today"
FULL = document("full.txt", FULLEST)


def marked(here: str, changes: list[tuple[str | None, str | None]], pieces: tuple[str, ...] = ()) -> str:
    """The wording with its marks; a change is words of the fullest, and words here, either may be absent."""
    report = document("here.txt", here)
    fullest, other = attribution(FULL, FULLEST), attribution(report, pieces or here)
    differences = [
        Difference(
            attribution=other.id,
            fullest=at(FULL, left) if left is not None else None,
            here=at(report, right) if right is not None else None,
        )
        for left, right in changes
    ]
    dossier = Dossier(documents=(FULL, report), studies=(study(FULL, fullest), study(report, other)))
    found = index(dossier)
    quotes = compared(found, other, fullest, differences)
    return " … ".join("".join(drawn(*run) for run in read_runs(found, quote)) for quote in quotes)


def drawn(words: str, change: str) -> str:
    return {"same": words, "inserted": f"{{+{words}+}}", "deleted": f"{{-{words}-}}"}[change]


@pytest.mark.parametrize(
    ("here", "changes", "shown"),
    [
        (FULLEST, [], FULLEST),
        ("we shall never leave", [("will", "shall")], "we {-will-} {+shall+} never leave"),
        ("we never leave", [("will", None)], "we {-will-} never leave"),
        (
            "we leave the valley",
            [("will never", None), ("northern", None)],
            "we {-will never-} leave the {-northern-} valley",
        ),
        ("never leave", [("we will", None)], "{-we will-} never leave"),
        (
            "we will never leave",
            [("the northern valley, not today", None)],
            "we will never leave {-the northern valley, not today-}",
        ),
        ("we will surely never", [(None, "surely")], "we will {+surely+} never"),
        (
            "we will stay in the valley, not today, ever",
            [("never leave", "stay in"), ("northern", None), (None, "ever")],
            "we will {-never leave-} {+stay in+} the {-northern-} valley, not today, {+ever+}",
        ),
    ],
)
def test_what_differs_is_marked_where_it_stands(
    here: str, changes: list[tuple[str | None, str | None]], shown: str
) -> None:
    assert marked(here, changes) == shown


def test_each_piece_has_its_own_marks() -> None:
    here = "we never leave, he said, the cold valley"
    shown = marked(here, [("will", None), ("northern", "cold")], ("we never leave", "the cold valley"))
    assert shown == "we {-will-} never leave … the {-northern-} {+cold+} valley"


@pytest.mark.parametrize(
    ("mode", "content", "shown"),
    [
        ("direct", "“We stay.”", "We stay."),
        ("direct", '"We stay,"', "We stay,"),
        ("direct", "„We stay“", "We stay"),
        ("direct", "“We stay", "We stay"),
        ("direct", "We stay", "We stay"),
        ("mixed", "“we stay” for good", "“we stay” for good"),
        ("indirect", "that they stay", "that they stay"),
        ("direct", "“", "“"),
    ],
)
def test_quotation_marks_around_a_direct_quotation_are_left_to_the_brief(mode: str, content: str, shown: str) -> None:
    report = document("a.txt", f"x {content} y")
    said = attribution(report, content, mode=mode)  # type: ignore[arg-type]
    assert words(report, said) == [shown]


def words(report: Document, said: Attribution) -> list[str]:
    return [report.quote(quote.at) for quote in quoted(index(Dossier(documents=(report,))), said)]


def test_a_long_quotation_is_cut_at_a_word_and_points_to_the_whole() -> None:
    report = document("a.txt", "so " + "many words " * 100)
    said = attribution(report, report.text.strip())
    (quote,) = quoted(index(Dossier(documents=(report,))), said)
    shown = report.quote(quote.at)
    assert LONGEST - 10 < len(shown) <= LONGEST
    assert shown.endswith(("many", "words"))
    assert whole_of(quote, said) == said.content[0]


def test_a_quotation_that_is_not_cut_points_nowhere_else() -> None:
    report = document("a.txt", "“We stay.”")
    said = attribution(report, report.text, mode="direct")
    (quote,) = quoted(index(Dossier(documents=(report,))), said)
    assert whole_of(quote, said) is None


def test_a_long_deletion_is_shown_by_its_ends() -> None:
    long = "the first words of it and then a great many others until the very last"
    assert shortened(long) == "the first words of it and … others until the very last"
    assert shortened(long[:LONGEST_DELETION]) == long[:LONGEST_DELETION]
    assert len(shortened("x" * 500)) < 70
