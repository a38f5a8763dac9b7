"""A contact that one report still expects and another tells as held."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.records import Event, Mention
from standoff.core.vocabulary import Factuality
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import days_between, sides_of
from standoff.resolve.discrepancies.sides import drawn, joined, speaker_of
from standoff.resolve.reports import Reports

NEAR = 60
"""Characters behind a contact's verb within which its clause names whom it is with."""
MOST = 40
"""Contacts of one pair of persons that are compared; of those who speak so often each report tells several."""
CLAUSE_END = re.compile(r"[.!?;:\n“”\"]")
TOWARDS = re.compile(r"\b(?:with|to)\b")
TOWARDS_FAR = 8
"""Characters behind a verb within which stands "with" or "to", if the verb itself does not end with it."""
STATES: tuple[Factuality, Factuality] = ("scheduled", "occurred")

Pair = frozenset[str]
"""The ids of the two who speak with each other."""


def contacts_expected(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """One report still expects a contact of two persons that another, of the same days, tells as held."""
    by_pair: dict[Pair, list[Event]] = defaultdict(list)
    for study in reports.studies:
        persons = sorted((each for each in study.mentions if each.type == "person"), key=lambda each: each.at)
        for event in study.events:
            if event.type == "CONSULT" and event.factuality in STATES:
                pair = _pair(reports, event, persons)
                if pair is not None:
                    by_pair[pair].append(event)
    for pair, events in sorted(by_pair.items(), key=lambda each: sorted(each[0])):
        made = _discrepancy(reports, pair, events) if len(events) <= MOST else None
        if made is not None:
            yield made


def _pair(reports: Reports, event: Event, persons: Sequence[Mention]) -> Pair | None:
    """Two persons who speak with each other: those who take part, else the one with whom the clause names next."""
    part = {each for each in sides_of(reports, event) if _is_person(reports, each)}
    if len(part) == 1:
        part |= _behind(reports, event, persons)
    return frozenset(part) if len(part) == 2 else None


def _is_person(reports: Reports, actor: str) -> bool:
    return reports.actors[actor].type == "person" and reports.actors[actor].named


def _behind(reports: Reports, event: Event, persons: Sequence[Mention]) -> set[str]:
    """The first person named behind the verb in its clause, where that goes on to say with whom."""
    text = reports.documents[event.at.doc].text
    if TOWARDS.search(text, event.at.start, min(len(text), event.at.end + TOWARDS_FAR)) is None:
        return set()
    stop = CLAUSE_END.search(text, event.at.end, event.at.end + NEAR)
    end = min(len(text), event.at.end + NEAR) if stop is None else stop.start()
    found = next((each for each in persons if event.at.end <= each.at.start < end), None)
    actor = None if found is None else reports.actor(found.id)
    return {actor.id} if actor is not None and _is_person(reports, actor.id) else set()


def _discrepancy(reports: Reports, pair: Pair, events: Sequence[Event]) -> Discrepancy | None:
    """Of reports that tell only one of the two: a report that tells both speaks of two contacts."""
    told: dict[str, set[Factuality]] = defaultdict(set)
    for each in events:
        told[each.at.doc].add(each.factuality)
    ahead, held = (
        [each for each in events if told[each.at.doc] == {state} and each.factuality == state] for state in STATES
    )
    pairs = [(one, other) for one in ahead for other in held if _of_one_day(reports, one, other)]
    if not pairs:
        return None
    kept = {each.at.doc: each for both in reversed(pairs) for each in both}
    names = joined(sorted(reports.actors[each].name for each in pair))
    return drawn(
        "factuality",
        f"A contact of {names} is still expected in one report and told as held in another.",
        (Side(at=each.at, reading=each.id, speaker=speaker_of(reports, each.carried_by)) for each in kept.values()),
        ("update", "slight"),
        about=None,
        detail="the reports are of one day, as far as their dates are known",
    )


def _of_one_day(reports: Reports, ahead: Event, held: Event) -> bool:
    """Reports of one day: in a later one what was expected came about, which is no difference."""
    return days_between(reports, ahead.at.doc, held.at.doc) == 0
