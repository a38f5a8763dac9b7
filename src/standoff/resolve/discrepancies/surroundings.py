"""Whether what stands around two figures is about one happening."""

from __future__ import annotations

from standoff.core.records import Figure
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, is_number, stem_of, words_of

SHARED = 3
"""Informative words, besides numbers, that two clauses share where they tell of one happening."""
COVER = 0.2
"""The least share of the shorter clause's words that these are."""
AROUND = 160
"""Characters on either side of a figure that tell of its happening."""


def one_happening(reports: Reports, one: Figure, other: Figure) -> bool:
    """Whether two figures are told of one happening, by the words around both."""
    left, right = (_around(reports, each) for each in (one, other))
    shared = left & right
    return len(shared) >= SHARED and len(shared) >= COVER * min(len(left), len(right))


def _around(reports: Reports, figure: Figure) -> frozenset[str]:
    text = reports.documents[figure.at.doc].text
    start = max(0, text.rfind("\n", max(0, figure.at.start - AROUND), figure.at.start) + 1, figure.at.start - AROUND)
    found = words_of(text, [(start, min(len(text), figure.at.end + AROUND))])
    return frozenset(stem for form in found.forms if is_informative(form) and not is_number(stem := stem_of(form)))
