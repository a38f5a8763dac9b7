"""Settles the times of a study that wait for the document's date, and what rests on them, once the date is known.

A study is what one document says, read alone; it is never changed. Who shows or compares dates asks for it settled.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.core.reckoning import counted, days_of
from standoff.core.records import Study, TimeExpression
from standoff.core.when import When


def settled_dossier(dossier: Dossier) -> Dossier:
    """The dossier as it is shown: its datings given to the documents without a date, and to what waits for one."""
    if not dossier.datings:
        return dossier
    linked = {dating.document: dating.published for dating in dossier.datings}
    return replace(
        dossier,
        documents=tuple(
            replace(each, published=linked[each.id], published_basis="linked")
            if each.published is None and each.id in linked
            else each
            for each in dossier.documents
        ),
        studies=tuple(settled(study, linked.get(study.doc)) for study in dossier.studies),
    )


def settled(study: Study, published: When | None) -> Study:
    """The study with the times, events, figures and commitments that this date of the document settles.

    What is settled already stays as it is. What the days of the date do not agree on stays unsettled.
    """
    days = days_of(published)
    if days is None:
        return study
    times = tuple(_settled(time, *days) for time in study.times)
    linked = {time.id: time.when for time in times if time.basis == "linked" and time.when is not None}
    if not linked:
        return study
    return replace(
        study,
        times=times,
        events=tuple(
            replace(each, when=linked[each.time], when_basis="linked")
            if each.when is None and each.time in linked
            else each
            for each in study.events
        ),
        figures=tuple(
            replace(each, as_of=linked[each.time], as_of_basis="linked")
            if each.as_of is None and each.time in linked
            else each
            for each in study.figures
        ),
        commitments=tuple(
            replace(each, deadline=linked[each.time]) if each.deadline is None and each.time in linked else each
            for each in study.commitments
        ),
    )


def _settled(time: TimeExpression, first: date, last: date) -> TimeExpression:
    if time.when is not None or time.reckoning is None:
        return time
    found = counted(time.value, time.reckoning, first, last)
    if found is None:
        return time
    return replace(time, value=found.value, when=found.when, basis="linked", needs=None)
