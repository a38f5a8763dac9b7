"""Times, events, figures and commitments for tests: drawn by hypothesis, citing what is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import strategies as st

from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, Reckoning, TimeExpression
from standoff.core.vocabulary import (
    EVENT_TYPES,
    Factuality,
    FigureStatus,
    Force,
    Grain,
    Hedge,
    Polarity,
    Strength,
    TimeModifier,
    TimeType,
    Way,
    WhenBasis,
)
from tests.drawing import LABELS, WORDS, intervals, ranges, whys

NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)


def one_of(words: Any) -> st.SearchStrategy[Any]:
    """A value of a closed list."""
    return st.sampled_from(get_args(words))


def one_or_none(records: Sequence[Mention] | Sequence[Attribution] | Sequence[TimeExpression]) -> Any:
    """The id of one of the records, or nothing."""
    return st.sampled_from([None, *(record.id for record in records)])


@st.composite
def dated(draw: st.DrawFn, when: str, basis: str) -> dict[str, Any]:
    """An interval with what it rests on, or neither."""
    found = draw(st.none() | intervals())
    return {when: found, basis: None if found is None else draw(one_of(WhenBasis))}


def reckonings() -> st.SearchStrategy[Reckoning]:
    """Any way to count a time from a document's date."""
    return st.builds(
        Reckoning,
        grain=one_of(Grain),
        steps=st.none() | st.integers(-99, 99),
        way=st.none() | one_of(Way),
        mod=st.none() | one_of(TimeModifier),
    )


@st.composite
def times(draw: st.DrawFn, report: Document) -> TimeExpression:
    """A time expression, perhaps reckoned from any words."""
    inner = st.none() | ranges(report.text).map(lambda found: report.span(*found))
    return TimeExpression(
        at=report.span(*draw(ranges(report.text))),
        type=draw(one_of(TimeType)),
        value=draw(LABELS),
        **draw(dated("when", "basis")),
        reckoned_from=draw(inner),
        needs=draw(st.none() | WORDS),
        reckoning=draw(st.none() | reckonings()),
        why=draw(whys()),
    )


@st.composite
def events(
    draw: st.DrawFn,
    report: Document,
    known: Sequence[Mention],
    said: Sequence[Attribution],
    told: Sequence[TimeExpression],
) -> Event:
    """An event; each mention takes part in one way at most."""
    ways = draw(st.lists(st.integers(0, 3), min_size=len(known), max_size=len(known)))
    agents, targets, participants = (
        tuple(mention.id for mention, chosen in zip(known, ways, strict=True) if chosen == way) for way in range(3)
    )
    return Event(
        at=report.span(*draw(ranges(report.text))),
        type=draw(st.sampled_from(EVENT_TYPES)),
        factuality=draw(one_of(Factuality)),
        agents=agents,
        targets=targets,
        participants=participants,
        place=draw(one_or_none(known)),
        **draw(dated("when", "when_basis")),
        time=draw(one_or_none(told)),
        carried_by=draw(one_or_none(said)),
        why=draw(whys()),
    )


@st.composite
def figures(
    draw: st.DrawFn,
    report: Document,
    known: Sequence[Mention],
    said: Sequence[Attribution],
    told: Sequence[TimeExpression],
) -> Figure:
    """A figure, of one number, a range, or an open one."""
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    inner = st.none() | ranges(report.text).map(lambda found: report.span(*found))
    return Figure(
        at=report.span(*draw(ranges(report.text))),
        low=low,
        high=high,
        unit=draw(st.none() | LABELS),
        what=draw(inner),
        where=draw(one_or_none(known)),
        hedge=draw(st.none() | one_of(Hedge)),
        claimant=draw(one_or_none(known)),
        carried_by=draw(one_or_none(said)),
        **draw(dated("as_of", "as_of_basis")),
        time=draw(one_or_none(told)),
        status=draw(one_of(FigureStatus)),
        why=draw(whys()),
    )


@st.composite
def commitments(
    draw: st.DrawFn,
    report: Document,
    known: Sequence[Mention],
    said: Sequence[Attribution],
    told: Sequence[TimeExpression],
) -> Commitment:
    """A commitment, with a consequent where it has no antecedent."""
    inner = ranges(report.text).map(lambda found: report.span(*found))
    antecedent = draw(st.none() | inner)
    relays = [attribution.id for attribution in said]
    return Commitment(
        at=report.span(*draw(ranges(report.text))),
        force=draw(one_of(Force)),
        debtor=draw(one_or_none(known)),
        creditor=draw(one_or_none(known)),
        antecedent=antecedent,
        consequent=draw(inner if antecedent is None else st.none() | inner),
        strength=draw(one_of(Strength)),
        polarity=draw(one_of(Polarity)),
        deadline=draw(st.none() | intervals()),
        time=draw(one_or_none(told)),
        relay=tuple(draw(st.lists(st.sampled_from(relays), unique=True))) if relays else (),
        why=draw(whys()),
    )
