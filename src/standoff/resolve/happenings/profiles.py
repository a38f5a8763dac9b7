"""What a group of events says as a whole: its days, whether it is told as a fact, who meets in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from standoff.core.vocabulary import EventType
from standoff.resolve.happenings.traces import EVER, Traces

SLACK = 1
"""Days by which two tellings of one event may miss each other: it is another day across the sea, and reports confuse
the day of an event with that of the news of it. Of ECB+ train pairs with one trigger lemma and dates one day apart,
half are one event; of those farther apart, what is one event is misdated."""
SURE = 0.5
"""The mean likelihood from which days that miss each other by so little are let pass."""
MOST = 0.5
"""An actor is of a group's company where so many of the members that name a company name it."""
MUTUAL: frozenset[EventType] = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Types of what several do together: another company makes it another event."""


PERSON, BODY = 0, 1
SEVERAL = 2
"""One state may stand for the person whom the other names ("Lodan" for its president); two cannot."""


@dataclass
class Profile:
    """Of one event, or of a group; a group's grows as others join it."""

    since: int
    until: int
    told: int
    """The first day by which a report told it as a fact; ``EVER`` where none did."""
    fact: bool
    thought: bool
    """Whether some member is told as a fact, or as thought of only."""
    company: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Kinds and numbers of the named actors of what several do together, by how many members name them."""
    meetings: int = 0
    """Members that name two or more."""
    ids: set[str] = field(default_factory=set)

    def agrees(self, other: Profile, likelihood: float) -> bool:
        """Whether days, factuality and company of the two can be of one happening, which has this likelihood."""
        since, until = max(self.since, other.since), min(self.until, other.until)
        if since >= until + (SLACK if likelihood >= SURE else 0) or since > min(self.told, other.told) + SLACK:
            return False
        if since >= until and self._more_company(other):
            return False
        crossed = (self.fact and other.thought) or (self.thought and other.fact)
        return not (crossed and until - since > SLACK) and not self._other_company(other)

    def _other_company(self, other: Profile) -> bool:
        """Whether each names a person, or a body, whom the other does not.

        Or one names several states where the other names a person, beside somebody whom both name: the leaders of
        these are not that person.
        """
        mine, theirs = self._members(), other._members()
        more, less = Counter(kind for kind, _ in mine - theirs), Counter(kind for kind, _ in theirs - mine)
        several = (more[BODY] >= SEVERAL and less[PERSON]) or (less[BODY] >= SEVERAL and more[PERSON])
        met = any(kind == PERSON for kind, _ in mine & theirs)
        return bool(more.keys() & less.keys()) or bool(several and met)

    def _more_company(self, other: Profile) -> bool:
        """Whether less than half of the smaller company is in the other: two meetings, if their days differ too."""
        mine, theirs = self._members(), other._members()
        return 2 * len(mine & theirs) < min(len(mine), len(theirs))

    def _members(self) -> set[tuple[int, int]]:
        return {member for member, count in self.company.items() if count >= self.meetings * MOST}

    def take(self, other: Profile) -> None:
        """Become the profile of both; what a person joined may have no day in common, and keeps its own."""
        if max(self.since, other.since) < min(self.until, other.until):
            self.since, self.until = max(self.since, other.since), min(self.until, other.until)
        self.told = min(self.told, other.told)
        self.fact, self.thought = self.fact or other.fact, self.thought or other.thought
        self.company += other.company
        self.meetings += other.meetings
        self.ids |= other.ids


def profiles_of(traces: Traces) -> Iterator[Profile]:
    """Of each row of the traces, in order."""
    kinds = traces.actor_kinds.tolist()
    columns = (traces.since, traces.until, traces.reported, traces.actors)
    for event, since, until, reported, actors in zip(
        traces.events, *(column.tolist() for column in columns), strict=True
    ):
        fact = event.factuality in ("occurred", "ongoing")
        named = [(kinds[actor], actor) for actor in actors if actor >= 0 and kinds[actor] >= 0]
        company = Counter(named if len(named) > 1 and event.type in MUTUAL else ())
        told = reported if fact and reported >= 0 else EVER
        thought = event.factuality == "hypothetical"
        yield Profile(since, until, told, fact, thought, company, int(bool(company)), {event.id})
