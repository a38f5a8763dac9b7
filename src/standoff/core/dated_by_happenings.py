"""Gives the events that tell no date the days of their happening, as other reports tell them.

A study is what one document says, read alone; it is never changed. Who shows or compares dates asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.core.records import Event, Study
from standoff.core.when import When

TOLD = frozenset(("occurred", "scheduled"))
"""What has one day: what goes on has none, and what is feared or denied need not be what happened on it."""
WIDEST = 31
"""Days of an interval that is passed on: a wider one tells little, and more of it is wrong."""


def dated_by_happenings(dossier: Dossier) -> Dossier:
    """The dossier as it is shown: an event without a time of its own has the days of its happening, if told to happen.

    The basis is "linked". An event whose own words tell a time that nothing settles stays as it is.
    """
    days = {
        event: happening.when
        for happening in dossier.happenings
        if happening.when is not None and _narrow(happening.when) and happening.factuality in TOLD
        for event in happening.events
    }
    return replace(dossier, studies=tuple(_dated(study, days) for study in dossier.studies)) if days else dossier


def _narrow(when: When) -> bool:
    return when.since is not None and when.until is not None and (when.until - when.since).days <= WIDEST


def _dated(study: Study, days: Mapping[str, When]) -> Study:
    if not any(event.when is None and event.id in days for event in study.events):
        return study
    return replace(study, events=tuple(_with_days(event, days.get(event.id)) for event in study.events))


def _with_days(event: Event, when: When | None) -> Event:
    if when is None or event.when is not None or event.time is not None or event.factuality not in TOLD:
        return event
    return replace(event, when=when, when_basis="linked")
