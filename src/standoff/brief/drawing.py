"""What both ways of drawing a brief share: references, quotation marks, runs read back with their spaces."""

from __future__ import annotations

from standoff.brief.index import Index
from standoff.brief.page import Change, Quote, Ref, Run
from standoff.core.vocabulary import Mode

QUOTATION_MARKS: dict[Mode, tuple[str, str]] = {"direct": ("“", "”"), "indirect": ("«", "»"), "mixed": ("«", "»")}
"""Curly for words given as the speaker's own, guillemets for the report's: nobody mistakes one for the other."""


def reference(found: Index, ref: Ref) -> str:
    """``[3]`` for document 3, ``[3:120-245]`` for its characters 120 to 245."""
    number = found.numbers[ref.doc]
    return f"[{number}]" if ref.at is None else f"[{number}:{ref.at.start}-{ref.at.end}]"


CLINGS_TO_NEXT = frozenset(" \t\n\u00a0“‘„«([-")
CLINGS_TO_LAST = frozenset(" \t\n\u00a0”’»)],.;:!?-")
"""Characters beside which a deletion needs no space of ours."""

LONGEST_DELETION = 60
"""Code points: a line's half. The fullest wording stands above whole, so that its beginning and end are enough."""


def shortened(words: str) -> str:
    """Words left out, by their beginning and end where they are long."""
    if len(words) <= LONGEST_DELETION:
        return words
    half = LONGEST_DELETION // 2
    return f"{words[:half].rpartition(' ')[0] or words[:half]} … {words[-half:].partition(' ')[2] or words[-half:]}"


def read_runs(found: Index, quote: Quote) -> list[tuple[str, Change]]:
    """The words of each run; a deletion is parted by spaces of our own from the words it stands between."""
    return [(words, "same" if run is None else run.change) for words, run in spaced_runs(found, quote)]


def spaced_runs(found: Index, quote: Quote) -> list[tuple[str, Run | None]]:
    """The words of each run with the run; our own spaces are of none."""
    read = [(found.words(run.at), run) for run in quote.runs]
    spaced: list[tuple[str, Run | None]] = []
    for number, (whole, run) in enumerate(read):
        words = shortened(whole) if run.change == "deleted" else whole
        is_beside = run.change == "deleted" or (number > 0 and read[number - 1][1].change == "deleted")
        if is_beside and spaced and not (spaced[-1][0][-1:] in CLINGS_TO_NEXT or words[:1] in CLINGS_TO_LAST):
            spaced.append((" ", None))
        spaced.append((words, run))
    return spaced
