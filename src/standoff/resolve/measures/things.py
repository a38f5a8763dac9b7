"""What a figure counts: the kind of thing, what is said of it, whose it is, where and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from standoff.core.records import Document, Event, Figure, Mention, Study
from standoff.core.span import Span
from standoff.core.vocabulary import EventType, MentionType
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import folded
from standoff.resolve.measures.clauses import Clause, clauses, condition_in
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, stem_of

BODIES: frozenset[MentionType] = frozenset(("state", "government", "alliance", "organization"))
"""Who may have troops or ships, as far as a name in the words for them tells."""
MOVES: frozenset[EventType] = frozenset(("MOBILIZE", "ASSAULT", "RETREAT", "COERCE"))
"""What is done with forces: who does it has them."""
FOLLOWS = 200
"""Characters from one figure to the next that may leave unsaid what it counts."""
WIDEST = 4
"""Days: a wider time is no day that a number is told for."""


class Thing(msgspec.Struct, frozen=True):
    """What one figure counts. Two figures of equal things may differ; of unequal ones they cannot."""

    id: str
    """The figure's."""
    figure: Figure
    kind: str | None
    """A heading of the lexicon; of what is not listed the stems of its words."""
    listed: bool
    condition: str | None
    whose: str | None = None
    """The id of an actor."""
    whose_named_before: bool = False
    """Whether that is only the state named last before it in its sentence."""
    place: str | None = None
    """The id of an actor, for a place."""
    total: bool = False
    part: bool = False
    day: int | None = None
    """The first day that it is told for, else the document's, as an ordinal."""
    sides: frozenset[str] = frozenset()
    """Of talks: the surnames of those who hold them, as far as told."""

    @property
    def planned(self) -> bool:
        """Whether it is still to be so."""
        return self.figure.status == "planned"


def things_of(reports: Reports, lexicon: Lexicon) -> Iterator[Thing]:
    """What each figure counts, of those that count something."""
    stands_for = {m: each.actors[0] for actor in reports.actors.values() for each in actor.stands_for
                  for m in each.mentions if len(each.actors) == 1}  # fmt: skip
    for study in reports.studies:
        if study.figures:
            yield from Reader(reports, lexicon, study, stands_for).things()


class Reader:
    """Reads the things of one document, in order, each with those before it in mind."""

    def __init__(self, reports: Reports, lexicon: Lexicon, study: Study, stands_for: Mapping[str, str]) -> None:
        """Take what is known of the document."""
        self.reports, self.lexicon, self.study, self.stands_for = reports, lexicon, study, stands_for
        self.document: Document = reports.documents[study.doc]
        self.named = [m for m in study.mentions if m.form == "name" and m.type in BODIES]
        self.starts = [m.at.start for m in self.named]
        self.talks = [each for each in study.events if each.type == "CONSULT"]
        self.moves = [each for each in study.events if each.type in MOVES and each.agents]
        self.moved = [each.at.start for each in self.moves]

    def things(self) -> Iterator[Thing]:
        """In order of place."""
        last: dict[str | None, tuple[Thing, Clause]] = {}
        for figure, clause in zip(self.study.figures, clauses(self.document.text, self.study.figures), strict=True):
            found = self._thing(figure, clause, last.get(None if clause.listed else figure.unit))
            if found is not None:
                yield found
                last[figure.unit] = last[None] = found, clause

    def _thing(self, figure: Figure, clause: Clause, before: tuple[Thing, Clause] | None) -> Thing | None:
        if not clause.inside or clause.inside[0] in self.lexicon.quantities.ordinals or figure.unit == "time":
            return None
        found = self._period(figure, clause) if figure.unit == "second" else self._counted(figure, clause)
        if before is not None and self._may_follow(figure, clause, before[0].figure):
            found = _following(found, before[0], clause, same_sentence=before[1].start == clause.start)
        return None if found.kind is None else self._settled(found)

    def _may_follow(self, figure: Figure, clause: Clause, before: Figure) -> bool:
        """Whether a figure may leave unsaid what the one before it said: in its paragraph, and no span of time."""
        between = self.document.text[before.at.end : figure.at.start]
        spans = bool(clause.before) and clause.before[-1] in self.lexicon.measures.spans
        return len(between) <= FOLLOWS and "\n" not in between.strip() and not (figure.unit == "second" and spans)

    def _settled(self, thing: Thing) -> Thing:
        """Persons of whom something is said that is said of forces are forces; forces of whom nothing is are there."""
        words = self.lexicon.measures
        kind = "force" if thing.kind in words.general and thing.condition in words.forces else thing.kind
        there = kind in words.forces and thing.condition is None
        return replace(thing, kind=kind, condition="deployed" if there else thing.condition)

    def _period(self, figure: Figure, clause: Clause) -> Thing:
        """How long something lasted."""
        words = self.lexicon.measures
        what = self._what(figure)
        kind = words.period_of(what)
        if kind is None and not what and not (clause.before and clause.before[-1] in words.spans):
            near = [*clause.behind[:3], *clause.before[: -REACH_TALKS - 1 : -1]]
            kind = next((words.periods[word] for word in near if word in words.periods), None)
        if kind is None and what:
            return self._told(figure, clause, Thing(figure.id, figure, _stems(what), False, "length"))
        held = self._held(clause) if kind == "talks" else None
        found = self._told(
            figure, clause, Thing(figure.id, figure, kind and f"length of {kind}", kind is not None, "length")
        )
        if held is None:
            return found
        actors = [self._actor(m) for m in (*held.agents, *held.targets, *held.participants)]
        sides = frozenset(folded(self.reports.actors[a].name).split()[-1] for a in actors if a and self._is_person(a))
        return replace(found, sides=sides, day=_first_day(held.when) or found.day)

    def _held(self, clause: Clause) -> Event | None:
        """The talks that the sentence tells of: those with the most sides."""
        there = [each for each in self.talks if clause.start <= each.at.start < clause.end]
        return max(
            there, key=lambda e: (len(e.agents) + len(e.targets) + len(e.participants), -e.at.start), default=None
        )

    def _counted(self, figure: Figure, clause: Clause) -> Thing:
        words = self.lexicon.measures
        what = self._what(figure)
        kind = words.kind_of(what) if what else ("person" if figure.unit == "person" else None)
        condition = condition_in(clause, words)
        if kind is None:
            stems = _stems(what) if what else None
            return self._told(
                figure, clause, Thing(figure.id, figure, stems and f"{figure.unit}: {stems}", False, condition)
            )
        return self._told(figure, clause, Thing(figure.id, figure, kind, True, condition))

    def _told(self, figure: Figure, clause: Clause, thing: Thing) -> Thing:
        """With whose, where, when, and whether of all or of a part."""
        words = self.lexicon.measures
        around = " ".join((*clause.before[-8:], *clause.inside, *clause.behind[:REACH_TOTAL]))
        lead = " ".join(clause.before[-3:])
        inner = self._named_in(figure.what or figure.at)
        armed = thing.kind in words.forces or (thing.kind in words.general and thing.condition in words.forces)
        before = self._named_before(figure, clause) if inner is None and armed else None
        place = self._place(figure.where)
        return replace(
            thing,
            whose=inner or before,
            whose_named_before=before is not None,
            place=None if place in (inner, before) else place,
            total=words.totals.search(around) is not None,
            part=any(lead.endswith(each) for each in words.parts),
            day=_first_day(figure.as_of) or _first_day(self.document.published),
        )

    def _what(self, figure: Figure) -> str:
        return "" if figure.what is None else " ".join(self.document.quote(figure.what).lower().split())

    def _named_in(self, place: Span) -> str | None:
        """The body named in these words: the first."""
        first = bisect_left(self.starts, place.start)
        inside = first < len(self.named) and self.named[first].at.end <= place.end
        return self._actor(self.named[first].id) if inside else None

    def _named_before(self, figure: Figure, clause: Clause) -> str | None:
        """Who moves in its sentence before the figure, else the state named last there; also inside a body's name."""
        places = range(bisect_left(self.moved, clause.start), bisect_left(self.moved, figure.at.start))
        agents = (self._actor(key) for place in places for key in self.moves[place].agents)
        mover = next((each for each in agents if each is not None and self._is_state(each)), None)
        if mover is not None:
            return mover
        last = bisect_left(self.starts, figure.at.start) - 1
        while last >= 0 and self.named[last].at.start >= clause.start:
            if self.named[last].type == "state":
                return self._actor(self.named[last].id)
            last -= 1
        return None

    def _is_state(self, actor: str) -> bool:
        return self.reports.actors[actor].type == "state"

    def _is_person(self, actor: str) -> bool:
        found = self.reports.actors[actor]
        return found.named and found.type == "person" and bool(folded(found.name))

    def _place(self, mention: str | None) -> str | None:
        """The place of this mention, where it has a name in some text."""
        actor = None if mention is None else self._actor(mention)
        return actor if actor is not None and self.reports.actors[actor].named else None

    def _actor(self, mention: str) -> str | None:
        return self.stands_for.get(mention) or self.reports.actor_of.get(mention)


REACH_TALKS = 12
"""Words before a length of time in which what lasted stands: "the meeting, which the office said lasted"."""
REACH_TOTAL = 8
"""Words behind a figure that may say it is all so far ("since the unrest began")."""


def _following(found: Thing, before: Thing, clause: Clause, *, same_sentence: bool) -> Thing:
    """The figure with what it leaves unsaid taken from the one before it, where it counts the same or says nothing."""
    units = {found.figure.unit, before.figure.unit} - {None}
    if same_sentence and found.kind == "person" and found.condition is None:
        found = replace(found, condition=before.condition)
    bare = (found.figure.what is None and found.figure.unit != "second") or found.kind is None
    generic = found.kind == "person" and found.condition is None
    if found.kind == before.kind and same_sentence and found.whose_named_before:
        found = replace(found, whose=before.whose or found.whose)
    if len(units) > 1 or not (clause.listed or bare or generic):
        return found
    if not bare and not generic and found.kind != before.kind:
        return replace(found, condition=found.condition or before.condition)
    return replace(
        found,
        kind=before.kind
        if bare and (found.condition in (None, before.condition) or found.kind is None)
        else found.kind,
        listed=before.listed if bare else found.listed,
        condition=found.condition or before.condition,
        whose=found.whose or before.whose,
        place=found.place or before.place,
        sides=found.sides or before.sides,
        day=found.day if found.figure.as_of is not None else before.day,
    )


def _stems(words: str) -> str | None:
    """What is counted where no list has it: the stems of its informative words, sorted."""
    found = sorted(
        {stem_of(word) for word in words.replace("-", " ").split() if is_informative(word) and word[0].isalnum()}
    )
    return " ".join(found) or None


def _first_day(when: When | None) -> int | None:
    """The first day of a time that tells one."""
    if when is None or when.since is None or when.until is None or (when.until - when.since).days > WIDEST:
        return None
    return when.since.toordinal()


Things = Sequence[Thing]
Mentions = Mapping[str, Mention]
