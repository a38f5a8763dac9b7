"""What a build says when it ends."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.brief.phrases import counted
from standoff.brief.safe import quotable
from standoff.pipeline import Summary

GAPS_SHOWN = 20


def summary_text(summary: Summary, file: str) -> str:
    """The numbers in a table, the new gaps, and what to do next. ``file`` is the store as it is typed."""
    rows = tuple(_rows(summary))
    width = max(len(name) for name, _ in rows)
    table = [f"  {name:<{width}}  {value}" for name, value in rows]
    return "\n".join([f"{file}", *table, *_gap_lines(summary, file), *_next_lines(summary, file), ""])


def _rows(summary: Summary) -> Iterator[tuple[str, str]]:
    yield "files", f"{summary.files:,} ({summary.unchanged_files:,} unchanged)"
    yield "documents", f"{summary.documents:,} ({summary.documents_new:,} new)"
    yield "independent accounts", f"{summary.accounts:,}"
    yield "attributions", f"{summary.attributions:,}"
    yield "events", f"{summary.events:,}"
    yield "figures", f"{summary.figures:,}"
    yield "commitments", f"{summary.commitments:,}"
    yield "actors", f"{summary.actors:,}"
    yield "utterances", f"{summary.utterances:,}"
    yield "happenings", f"{summary.happenings:,}"
    yield "obligations", f"{summary.obligations:,}"
    yield "discrepancies", f"{summary.discrepancies:,}"
    yield "gaps", f"{summary.gaps:,} ({len(summary.new_gaps):,} new)"
    rate = summary.documents_per_second
    speed = f" ({rate:,.1f} documents per second)" if rate is not None else ""
    yield "seconds", f"{summary.seconds:,.1f}{speed}"


def _gap_lines(summary: Summary, file: str) -> Iterator[str]:
    if not summary.new_gaps:
        return
    yield "What could not be read:"
    for gap in summary.new_gaps[:GAPS_SHOWN]:
        yield f"  {quotable(gap.path)}: {quotable(gap.reason)}"
    more = len(summary.new_gaps) - GAPS_SHOWN
    if more > 0:
        yield f"  ... and {counted(more, 'more gap')}: standoff show {file} gaps --limit 0"


def _next_lines(summary: Summary, file: str) -> Iterator[str]:
    if summary.documents:
        yield f"Read it: standoff brief {file}"
