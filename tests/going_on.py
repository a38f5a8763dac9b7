"""Findings on what goes on and where accounts differ, drawn by hypothesis from the readings that are there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from standoff.core.claims import Claim, Discrepancy, Measure, Point, Readouts, Side
from standoff.core.course import Day, Happening, Move, Obligation, Stage
from standoff.core.findings import Account, Independent
from standoff.core.judgements import Judgement
from standoff.core.records import Commitment, Document, Event, Figure, Study
from standoff.core.span import Span
from standoff.core.vocabulary import (
    EVENT_TYPES,
    Agreement,
    Cause,
    Check,
    Factuality,
    FigureStatus,
    Force,
    Severity,
    Status,
    Verdict,
)
from standoff.core.when import When
from tests.drawing import LABELS, WORDS, intervals, parts, ranges, whys
from tests.readings import NUMBERS, dated, one_of


@st.composite
def spans(draw: st.DrawFn, reports: Sequence[Document]) -> Span:
    """A place in one of the reports."""
    report = draw(st.sampled_from(reports))
    return report.span(*draw(ranges(report.text)))


def bounds(most: int) -> st.SearchStrategy[Independent]:
    """Bounds of a number of accounts, of so many at most."""
    pairs = st.tuples(st.integers(1, most), st.integers(1, most))
    return pairs.map(lambda pair: Independent(lower=min(pair), upper=max(pair)))


def told(draw: st.DrawFn, docs: set[str], accounts: Sequence[Account]) -> dict[str, Any]:
    """The accounts of these documents, with bounds."""
    ids = tuple(account.id for account in accounts if docs & set(account.documents))
    return {"accounts": ids, "independent": draw(bounds(len(ids)))}


def drawn_happenings(
    draw: st.DrawFn, reports: Sequence[Document], read: Sequence[Study], accounts: Sequence[Account], actors: list[str]
) -> list[Happening]:
    """Some of the events in happenings."""
    known: dict[str, Event] = {event.id: event for study in read for event in study.events}
    places = [None, *(mention.id for study in read for mention in study.mentions)]
    found = []
    for group in parts(draw, sorted(known), 3):
        stages = draw(st.lists(st.tuples(one_of(Factuality), st.sampled_from(group)), min_size=1, max_size=3))
        docs = {known[key].at.doc for key in group}
        found.append(
            Happening(
                label=draw(spans(reports)),
                type=draw(st.sampled_from(EVENT_TYPES)),
                factuality=draw(one_of(Factuality)),
                **draw(dated("when", "when_basis")),
                participants=tuple(draw(st.lists(st.sampled_from(actors), unique=True))) if actors else (),
                place=draw(st.sampled_from(places)),
                events=group,
                documents=len(docs),
                course=tuple(Stage(factuality=factuality, event=event) for factuality, event in stages),
                **told(draw, docs, accounts),
                why=draw(whys()),
            )
        )
    return found


def drawn_days(draw: st.DrawFn, reports: Sequence[Document], accounts: Sequence[Account]) -> list[Day]:
    """Some days that some of the reports name, in order."""
    if not reports:
        return []
    days = draw(st.lists(st.dates(max_value=date(9999, 12, 30)), max_size=2, unique=True))
    found = []
    for day in sorted(days):
        docs = draw(st.lists(st.sampled_from([report.id for report in reports]), min_size=1, unique=True))
        found.append(
            Day(
                when=When.day(day),
                sentences=tuple(draw(st.lists(spans(reports), min_size=1, max_size=3))),
                documents=tuple(sorted(docs)),
                **told(draw, set(docs), accounts),
                why=draw(whys()),
            )
        )
    return found


def drawn_measures(
    draw: st.DrawFn, reports: Sequence[Document], read: Sequence[Study], actors: list[str]
) -> list[Measure]:
    """Some of the figures in measures, each in one claim."""
    known: dict[str, Figure] = {figure.id: figure for study in read for figure in study.figures}
    found = []
    for group in parts(draw, sorted(known), 2):
        claims = tuple(
            Claim(
                claimant=draw(st.sampled_from([None, *actors])),
                low=draw(NUMBERS),
                high=draw(NUMBERS),
                as_of=draw(st.none() | intervals()),
                figures=(key,),
                independent=draw(bounds(1)),
            )
            for key in draw(st.permutations(group))
        )
        found.append(
            Measure(
                label=draw(spans(reports)),
                unit=draw(st.none() | LABELS),
                status=draw(one_of(FigureStatus)),
                claims=claims,
                figures=group,
                why=draw(whys()),
            )
        )
    return found


def drawn_obligations(
    draw: st.DrawFn,
    reports: Sequence[Document],
    read: Sequence[Study],
    accounts: Sequence[Account],
    cited: tuple[list[str], list[str]],
) -> list[Obligation]:
    """Some of the commitments in obligations. ``cited``: ids of actors and of happenings."""
    actors, happenings = cited
    known: dict[str, Commitment] = {each.id: each for study in read for each in study.commitments}
    sides = st.sampled_from([None, *actors])
    found = []
    for group in parts(draw, sorted(known), 2):
        moves = draw(st.lists(drawn_moves(reports, happenings), min_size=1, max_size=3))
        found.append(
            Obligation(
                label=draw(spans(reports)),
                force=draw(one_of(Force)),
                debtor=draw(sides),
                creditor=draw(sides),
                antecedent=draw(st.none() | spans(reports)),
                consequent=draw(st.none() | spans(reports)),
                deadline=draw(st.none() | intervals()),
                commitments=group,
                status=moves[-1].status,
                moves=tuple(moves),
                **told(draw, {known[key].at.doc for key in group}, accounts),
                why=draw(whys()),
            )
        )
    return found


def drawn_moves(reports: Sequence[Document], happenings: list[str]) -> st.SearchStrategy[Move]:
    """A move, by a happening or not."""
    return st.builds(
        Move,
        status=one_of(Status),
        rule=LABELS,
        at=spans(reports),
        happening=st.sampled_from([None, *happenings]),
        when=st.none() | intervals(),
    )


def drawn_readouts(
    draw: st.DrawFn, reports: Sequence[Document], happenings: list[str], actors: list[str]
) -> list[Readouts]:
    """Readouts of a happening by two sides, with points of each kind."""
    if not happenings or not actors or not draw(st.booleans()):
        return []
    docs = tuple(draw(st.sampled_from(reports)).id for _ in range(2))
    sides = tuple(draw(st.sampled_from(actors)) for _ in range(2))
    return [
        Readouts(
            happening=draw(st.sampled_from(happenings)),
            documents=(docs[0], docs[1]),
            sides=(sides[0], sides[1]),
            points=tuple(draw(st.lists(points(reports), max_size=3))),
            why=draw(whys()),
        )
    ]


@st.composite
def points(draw: st.DrawFn, reports: Sequence[Document]) -> Point:
    """A point in the words of those who tell it."""
    agreement = draw(one_of(Agreement))
    return Point(
        agreement=agreement,
        left=None if agreement == "right" else draw(spans(reports)),
        right=None if agreement == "left" else draw(spans(reports)),
    )


def drawn_discrepancies(
    draw: st.DrawFn, reports: Sequence[Document], readings: list[str], findings: list[str], actors: list[str]
) -> list[Discrepancy]:
    """Discrepancies of any kind, about a finding or none."""
    found: dict[str, Discrepancy] = {}
    for _ in range(draw(st.integers(0, 2)) if reports else 0):
        sides = [
            Side(
                at=draw(spans(reports)),
                reading=draw(st.sampled_from([None, *readings])),
                speaker=draw(st.sampled_from([None, *actors])),
            )
            for _ in range(draw(st.integers(2, 3)))
        ]
        each = Discrepancy(
            check=draw(one_of(Check)),
            sentence=draw(LABELS.filter(lambda text: bool(text.strip()))),
            sides=tuple(sorted(sides, key=lambda side: side.at)),
            cause=draw(one_of(Cause)),
            severity=draw(one_of(Severity)),
            about=draw(st.sampled_from([None, *findings])),
            why=draw(whys()),
        )
        found[each.id] = each
    return list(found.values())


@st.composite
def judgements(draw: st.DrawFn, readings: list[str]) -> Judgement:
    """A judgement on readings that may be there or not."""
    known = st.sampled_from(readings) | LABELS if readings else LABELS
    subject, other = draw(st.lists(known, min_size=2, max_size=2, unique=True))
    verdict: Verdict = draw(one_of(Verdict))
    return Judgement(
        subject=subject,
        verdict=verdict,
        other=other if verdict in ("same", "different") else None,
        by=draw(LABELS),
        on="2031-04-02T10:00:00Z",
        note=draw(st.none() | WORDS),
    )
