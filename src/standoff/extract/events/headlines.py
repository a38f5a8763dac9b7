"""Completes the events of a headline, which says no day and not always who, by those that the report then tells."""

from __future__ import annotations

import msgspec

from standoff.core.records import Event
from standoff.core.vocabulary import EventType
from standoff.extract.grammar import Grammar

LINES = 2  # sentences that a headline and the line below it take up
REACH = 12  # events of the report that are looked through


def completed_headlines(grammar: Grammar, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, in order; one of the first sentences takes the time, or the parties, of the first of its type behind.

    It takes either only where it has none; the reason says so of the parties, the basis of the time.
    """
    told: dict[EventType, Event] = {}
    known: dict[EventType, Event] = {}
    for event in events[:REACH]:
        if event.time is not None:
            told.setdefault(event.type, event)
        if event.agents and event.targets:
            known.setdefault(event.type, event)
    return tuple(
        _peopled(_dated(event, told.get(event.type)), known.get(event.type)) if _is_above(grammar, event) else event
        for event in events
    )


def _peopled(event: Event, told: Event | None) -> Event:
    if event.agents or event.targets or told is None or told.at < event.at or event.why is None:
        return event
    why = msgspec.structs.replace(event.why, detail=f"{event.why.detail}; parties from a later event")
    return msgspec.structs.replace(event, agents=told.agents, targets=told.targets, why=why)


def _is_above(grammar: Grammar, event: Event) -> bool:
    words = grammar.between(event.at.start, event.at.end)
    return bool(words) and grammar.words[words[0]].sentence < LINES


def _dated(event: Event, told: Event | None) -> Event:
    if event.time is not None or told is None or told.at < event.at:
        return event
    basis = "event" if told.when is not None else None
    return msgspec.structs.replace(event, when=told.when, when_basis=basis, time=told.time)
