"""The days that matter most, as findings of a dossier."""

from __future__ import annotations

from itertools import islice

from standoff.core.course import Day
from standoff.resolve.reports import Reports
from standoff.resolve.timeline.rank import rank_days

MOST_DAYS = 366
"""Days kept: as many as a year has. Reports of one crisis name hundreds of days, most of them once and in passing; more
than these is no choice of what matters, and every day is carried into each store, facts file and page."""


def find_days(reports: Reports) -> tuple[Day, ...]:
    """The days that the reports tell most of, at most ``MOST_DAYS``, sorted by day, whatever the order given.

    Raises ``KeyError`` for a document that has no account.
    """
    return tuple(sorted(islice(rank_days(reports), MOST_DAYS), key=lambda each: each.when))
