"""Whether two events merged into one happening are surely one: a wrong merge is no discrepancy."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.core.course import Happening
from standoff.core.records import Event
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import joined
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports
from standoff.resolve.wording import form_of, is_informative, stem_of

BOTH = 2
"""Actors that two contacts have in common where they are one: who spoke with whom."""


def actors_in(reports: Reports, mentions: Iterable[str]) -> frozenset[str]:
    """The actors of these mentions."""
    return frozenset(actor for each in mentions if (actor := reports.actor_of.get(each)) is not None)


def sides_of(reports: Reports, event: Event) -> frozenset[str]:
    """All who take part."""
    return actors_in(reports, (*event.agents, *event.targets, *event.participants))


def same_act(reports: Reports, lexicon: Lexicon, one: Event, other: Event) -> bool:
    """Whether two triggers name one act by one word, or by words for one thing done, of agents that do not differ."""
    left, right = (actors_in(reports, each.agents) for each in (one, other))
    if left and right and not left & right:
        return False
    return bool(_acts(reports, lexicon, one) & _acts(reports, lexicon, other))


def _acts(reports: Reports, lexicon: Lexicon, event: Event) -> frozenset[str]:
    forms = [form_of(word) for word in WORD.findall(reports.words(event.at))]
    done = {lexicon.measures.conditions[form] for form in forms if form in lexicon.measures.conditions}
    return frozenset(done | {stem_of(form) for form in forms if is_informative(form)})


def same_contact(reports: Reports, one: Event, other: Event) -> bool:
    """Whether two contacts are between the same two."""
    return len(sides_of(reports, one) & sides_of(reports, other)) >= BOTH


def described(reports: Reports, happening: Happening) -> str:
    """A happening in generated words: its type and those who take part in it most."""
    names = [reports.actors[key].name for key in happening.participants[:3]]
    return f"{happening.type.lower()}: {joined(names)}" if names else happening.type.lower()


def days_between(reports: Reports, one: str, other: str) -> int | None:
    """How many days lie between the publication of two documents, 0 where they may be of one day; ``None``: unknown."""
    times = [reports.documents[key].published for key in (one, other)]
    told = sorted(time for time in times if time is not None and time.since is not None)
    if len(told) < len(times):
        return None
    first, second = told
    if second.since is None or first.until is None:
        return 0
    return max(0, (second.since - first.until).days + 1)
