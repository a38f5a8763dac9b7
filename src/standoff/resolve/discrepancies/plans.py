"""What one side denies to plan and others say that it plans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import actors_in, days_between
from standoff.resolve.discrepancies.sides import drawn, joined, name_of, speaker_of
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports

PLANNING = re.compile(
    r"\b(?:plan|plans|planned|planning|intend\w*|intention|prepar\w+|want\w*|going to|will|would|won['’]t)\b",
    re.IGNORECASE,
)
"""What tells of something to come: "has never planned to attack". No sign of an attack denies no plan."""
NEAR = 60
"""Characters before an act within which stands the word that tells of a plan, in its sentence."""
ONE_TIME = 14
"""Days between reports of which one denies what the other tells."""
GRAVE = frozenset(("attack", "deployment", "closure"))
"""Of the occasions those that a side plans against another, and denies."""
MOST = 8
"""Events shown that one denial stands against."""

Key = tuple[str, str]
"""Who would do it, and what: an actor and an occasion of the lexicon."""


def plans_denied(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """One denies that it will do what others say that it prepares."""
    conditions: dict[str, list[Span]] = defaultdict(list)
    for each in reports.commitments.values():
        if each.antecedent is not None:
            conditions[each.antecedent.doc].append(each.antecedent)
    denied: dict[Key, list[Event]] = defaultdict(list)
    told: dict[Key, list[Event]] = defaultdict(list)
    for event in reports.events.values():
        if event.carried_by is not None and not _is_condition(event, conditions):
            for key in _keys(reports, lexicon, event) if _is_told(reports, event) else ():
                (denied if event.factuality == "denied" else told)[key].append(event)
    for key in sorted(denied):
        made = _discrepancy(reports, key, denied[key], told.get(key, ()))
        if made is not None:
            yield made


def _is_told(reports: Reports, event: Event) -> bool:
    """Whether the event is planned, or a plan for it denied."""
    if event.factuality != "denied":
        return event.factuality == "scheduled"
    text, start = reports.documents[event.at.doc].text, event.at.start
    sentence = max(text.rfind(mark, 0, start) for mark in ".!?\n") + 1
    return PLANNING.search(text, max(sentence, start - NEAR), start) is not None


def _is_condition(event: Event, conditions: Mapping[str, Sequence[Span]]) -> bool:
    """Whether the event stands in an "if": that nobody says is planned."""
    return any(each.contains(event.at) for each in conditions.get(event.at.doc, ()))


def _keys(reports: Reports, lexicon: Lexicon, event: Event) -> list[Key]:
    occasions = lexicon.differences.occasions_in(WORD.findall(reports.words(event.at).lower()))
    agents = actors_in(reports, event.agents)
    return [(agent, occasion) for agent in sorted(agents) for occasion in sorted(occasions & GRAVE)]


def _discrepancy(reports: Reports, key: Key, denied: Sequence[Event], told: Sequence[Event]) -> Discrepancy | None:
    """``None`` where only those who deny it speak of it."""
    deniers = {_speaker(reports, each) for each in denied} - {None}
    denials = [each for each in denied if _speaker(reports, each) is not None]
    others = [
        each for each in told if _speaker(reports, each) not in deniers | {None} and _near(reports, each, denials)
    ]
    if not denials or not others:
        return None
    kept = sorted(others, key=lambda each: each.at)[:MOST]
    no, yes = (joined(sorted({name_of(reports.speaker(e.carried_by)) for e in each})) for each in (denials, kept))
    return drawn(
        "factuality",
        f"Whether {reports.actors[key[0]].name} prepares it ({key[1]}) is disputed: told by {yes}, denied by {no}.",
        (Side(at=each.at, reading=each.id, speaker=_speaker(reports, each)) for each in (*denials, *kept)),
        ("dispute", "grave"),
        about=None,
        detail=f"{len(denials)} denials against {len(others)} reports",
    )


def _near(reports: Reports, event: Event, denials: Sequence[Event]) -> bool:
    """Whether one of the denials is of those days, as far as their days are known."""
    days = (days_between(reports, event.at.doc, each.at.doc) for each in denials[:MOST])
    return any(each is None or each <= ONE_TIME for each in days)


def _speaker(reports: Reports, event: Event) -> str | None:
    return speaker_of(reports, event.carried_by)
