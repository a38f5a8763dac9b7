"""Dates the events of a headline, which says no day, by the same events as the report then tells them."""

from __future__ import annotations

import msgspec

from standoff.core.records import Event
from standoff.core.vocabulary import EventType
from standoff.extract.grammar import Grammar

LINES = 2  # sentences that a headline and the line below it take up
REACH = 12  # events of the report that are looked through


def dated_headlines(grammar: Grammar, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, in order; an undated one of the first sentences takes the time of the first of its type behind."""
    told: dict[EventType, Event] = {}
    for event in events[:REACH]:
        if event.time is not None and event.type not in told:
            told[event.type] = event
    return tuple(_dated(event, told.get(event.type)) if _is_above(grammar, event) else event for event in events)


def _is_above(grammar: Grammar, event: Event) -> bool:
    words = grammar.between(event.at.start, event.at.end)
    return bool(words) and grammar.words[words[0]].sentence < LINES


def _dated(event: Event, told: Event | None) -> Event:
    if event.time is not None or told is None or told.at < event.at:
        return event
    basis = "event" if told.when is not None else None
    return msgspec.structs.replace(event, when=told.when, when_basis=basis, time=told.time)
