"""Whether what happens is what a condition speaks of, and whether it does or breaks what somebody owes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.matters import Matter
from standoff.resolve.obligations.sides import ALSO

Parties = frozenset[str]


class Meeting(NamedTuple):
    """How surely one thing is the other, from 0 to 1, and why in words for a reader."""

    score: float
    why: str


SAME, ENTAILED, BROKEN, IN_WORDS = 0.9, 0.8, 0.75, 0.6
"""The deed itself; a deed that it is a case of; a deed it is against; no deed, but the same words. An order, not a
measure: readers see the least sure last."""
UNTOLD = 0.1
"""Taken off where the text does not say who does it."""
LEAST_WORDS, LEAST_SHARE = 2, 0.6
"""Words shared, and the share of the shorter side's, where no deed is named; judgement, not swept: few conditions
name none."""


def meets(event: Matter, term: Matter, doers: Parties, deeds: Deeds, strict: bool = True) -> Meeting | None:
    """Whether ``event`` is what ``term`` speaks of; ``doers`` do it where the term does not say who.

    A deed meets what it is a case of, never the other way: an escalation is no invasion. A deed that breaks what the
    term says is not done meets it as well: the zone is still in force, and was to be lifted. Unless ``strict``, words
    so wide that they say little must be joined by a party or a word in common only where both sides have others.
    """
    agents = term.agents or doers
    if event.agents and agents and not event.agents & agents:
        return None
    if _elsewhere(event, term, agents):
        return None
    found = _by_deed(event, term, deeds, strict) or _in_words(event, term)
    if found is None:
        return None
    return found if event.agents & agents else Meeting(round(found.score - UNTOLD, 2), found.why)


def _elsewhere(event: Matter, term: Matter, agents: Parties) -> bool:
    """Whether both say to whom it is done, and to different ones; who is on no known side may be on any."""
    theirs, ours = event.sufferers - event.agents, term.sufferers - agents
    if any(side.startswith(ALSO) for side in (*theirs, *ours)):
        return False
    return bool(theirs and ours and not theirs & ours)


def _by_deed(event: Matter, term: Matter, deeds: Deeds, strict: bool) -> Meeting | None:
    found: list[Meeting] = []
    if any(deeds.entails(other, deed) for other in term.deeds for deed in event.denied):
        return None  # "short of an invasion": what the condition speaks of is said not to be
    for deed in sorted(event.deeds):
        for other in sorted(term.deeds - deeds.stand_ins or term.deeds):
            if deeds.entails(deed, other) and not _too_wide(other, event, term, deeds, strict):
                found.append(_same(deed, other))
        for other in sorted(term.denied):
            if deed in deeds.lasting and deeds.breaks(deed, other) and _touch(event, term):
                found.append(Meeting(BROKEN, f"{deed} is against {other}, which was the condition not to be met"))
    for deed in sorted(event.denied & term.denied):
        if _touch(event, term):
            found.append(Meeting(SAME, f"no {deed}"))
    return max(found, default=None)


def _same(deed: str, other: str) -> Meeting:
    return Meeting(SAME, f"both are of: {deed}") if deed == other else Meeting(ENTAILED, f"{deed} is a case of {other}")


def _too_wide(deed: str, event: Matter, term: Matter, deeds: Deeds, strict: bool) -> bool:
    """Whether the deed says so little that a party or another word must be shared as well."""
    if deed not in deeds.broad:
        return False
    return not _touch(event, term) if strict else bool(event.stems and term.stems and not _touch(event, term))


def _touch(event: Matter, term: Matter) -> bool:
    """Whether they share a party or a word beside the deed."""
    return bool(event.parties & term.parties or event.actors & term.actors or event.stems & term.stems)


def _in_words(event: Matter, term: Matter) -> Meeting | None:
    """The same words, where neither side's deeds tell them apart."""
    if event.deeds and term.deeds:
        return None
    if bool(event.denied) != bool(term.denied):
        return None
    shared = event.words & term.words
    if len(shared) < LEAST_WORDS or len(shared) < LEAST_SHARE * min(len(event.words), len(term.words)):
        return None
    return Meeting(IN_WORDS, f"{len(shared)} words in common")


def does(event: Matter, owed: Matter, debtors: Parties, deeds: Deeds) -> Meeting | None:
    """Whether ``event`` is what is owed: done by a debtor, of the same deed, for the same parties."""
    if not event.agents & debtors or _elsewhere(event, owed, debtors):
        return None
    found = [
        _same(deed, other)
        for deed in sorted(event.deeds)
        for other in sorted(owed.leading)
        if deeds.entails(deed, other) and not _too_wide(other, event, owed, deeds, strict=True)
    ]
    return max(found, default=None)


def breaks(event: Matter, owed: Matter, debtors: Parties, deeds: Deeds, forbids: bool, told: bool) -> Meeting | None:
    """Whether a debtor does in ``event`` what is forbidden, or what is against what is asked for.

    ``told``: it is told and not supposed; then only what the words forbid by name is broken.
    """
    if not event.agents & debtors or _elsewhere(event, owed, debtors):
        return None
    forbidden = owed.all_deeds if forbids else owed.denied
    due = frozenset() if forbids or told else owed.deeds
    found = [_same(a, b) for a, b in _pairs(event, forbidden, owed, deeds) if deeds.entails(a, b)]
    against = [Meeting(BROKEN, f"{a} is against {b}") for a, b in _pairs(event, due, owed, deeds) if deeds.breaks(a, b)]
    return max((*found, *against), default=None)


def _pairs(event: Matter, others: Parties, owed: Matter, deeds: Deeds) -> Iterator[tuple[str, str]]:
    """Each deed of the event with each of the others that is not too wide to tell."""
    for other in sorted(others - deeds.stand_ins):
        if not _too_wide(other, event, owed, deeds, strict=True) and not _of_another(other, event, owed, deeds):
            yield from ((deed, other) for deed in sorted(event.deeds))


def _of_another(deed: str, event: Matter, owed: Matter, deeds: Deeds) -> bool:
    """Whether a wide deed that is owed or forbidden is told with words that the event does not have."""
    return deed in deeds.broad and bool(owed.stems) and not event.stems & owed.stems
