"""Which figures stand side by side: those of equal things, at one time where a thing is over once it happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from standoff.lexicon.measures import MeasureWords
from standoff.resolve.measures.things import Thing
from standoff.resolve.rulings import Rulings

ONE_TIME = 2
"""Days from the first report of a happening's numbers to the last: its day and the next two."""
LENGTH = "length"
PARTS = frozenset(("percent", "share"))
"""Units that count parts of a thing."""
NEAR = 1.5
"""Numbers of one kind told on one day, or of unknown day, are of one happening up to half as much again. By reading
timeline articles of a war: beyond it most were tolls of two attacks, of a day and of a year, of a part and a whole."""

Group = list[Thing]


def groups_of(things: Iterable[Thing], topic_of: Mapping[str, str], words: MeasureWords) -> list[Group]:
    """The things in groups, each in one. Linear but for sorting; the same whatever the order given."""
    blocks: dict[Hashable, Group] = defaultdict(list)
    for thing in sorted(things, key=_place_of):
        unit = None if thing.listed and thing.figure.unit not in PARTS else thing.figure.unit
        blocks[thing.kind, unit, thing.condition, thing.planned, thing.part].append(thing)
    return [part for block in blocks.values() for part in _parts(block, topic_of, words)]


def _place_of(thing: Thing) -> tuple[str, int]:
    return thing.figure.at.doc, thing.figure.at.start


def _parts(block: Group, topic_of: Mapping[str, str], words: MeasureWords) -> Iterator[Group]:
    """A block by whose, where and, of what is over once it happened, when."""
    lasting = block[0].condition in words.lasting
    parts: dict[tuple[str | None, bool, bool, str | None], Group] = defaultdict(list)
    owned = block[0].condition in words.owned
    for thing in _filled(block, WHOSE, topic_of) if owned else block:
        over = not lasting and not thing.total and thing.condition is not None
        topic = None if thing.whose else topic_of.get(thing.figure.at.doc)
        parts[thing.whose, thing.total and not lasting, over, topic].append(thing)
    for (_, total, over, _), part in parts.items():
        if over:
            yield from (near for window in _by_days(part) for group in _by_place(window) for near in _by_value(group))
        elif total or part[0].condition is not None:
            yield from _by_place(_filled(part, PLACE, topic_of))
        else:
            yield from _by_value(part, equal=True)


class Told(NamedTuple):
    """Something that a figure may leave unsaid."""

    read: Callable[[Thing], str | None]
    write: Callable[[Thing, str], Thing]


WHOSE = Told(lambda each: each.whose, lambda each, found: replace(each, whose=found))
PLACE = Told(lambda each: each.place, lambda each, found: replace(each, place=found))


def _filled(things: Group, told: Told, topic_of: Mapping[str, str]) -> Group:
    """What a figure leaves unsaid is what its document says of the others, else its topic, where that is one thing."""
    known: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for thing in things:
        if (found := told.read(thing)) is not None:
            known["document", thing.figure.at.doc].add(found)
            known["topic", topic_of.get(thing.figure.at.doc)].add(found)

    def fill(thing: Thing) -> Thing:
        doc = thing.figure.at.doc
        one = known.get(("document", doc)) or known.get(("topic", topic_of.get(doc))) or set()
        return told.write(thing, next(iter(one))) if told.read(thing) is None and len(one) == 1 else thing

    return [fill(thing) for thing in things]


def _by_place(things: Group) -> Iterator[Group]:
    """By place; of talks by those who hold them."""
    placed: dict[str | None, Group] = defaultdict(list)
    for thing in things:
        placed[thing.place].append(thing)
    for group in placed.values():
        yield from _by_sides(group) if group[0].condition == LENGTH else [group]


def _by_value(things: Group, *, equal: bool = False) -> Iterator[Group]:
    """By what is told: numbers far apart count two happenings of one day, or two parts of one."""
    most = 1.0 if equal else NEAR if things[0].place is None else NEAR_PLACED
    run: Group = []
    for thing in sorted(things, key=lambda each: (_number(each), *_place_of(each))):
        if run and _number(thing) > _number(run[0]) * most:
            yield run
            run = []
        run.append(thing)
    yield run


def _number(thing: Thing) -> float:
    low, high = thing.figure.low, thing.figure.high
    return (high or 0.0) if low is None else low


def _by_days(things: Group) -> Iterator[Group]:
    """What is told within a few days from the first on.

    What has no day joins where there is one such group only and its number is near one told there: the call of another
    day lasted another time.
    """
    windows: list[Group] = []
    for thing in sorted((each for each in things if each.day is not None), key=lambda each: each.day or 0):
        if not windows or (thing.day or 0) - (windows[-1][0].day or 0) > ONE_TIME:
            windows.append([])
        windows[-1].append(thing)
    undated: dict[str, Group] = defaultdict(list)
    for thing in things:
        if thing.day is None:
            undated[thing.figure.at.doc].append(thing)
    for doc, group in sorted(undated.items()) if len(windows) == 1 else ():
        if all(_near(thing, windows[0]) for thing in group):
            windows[0].extend(undated.pop(doc))
    yield from windows
    yield from undated.values()


NEAR_PLACED = 2.0
"""The same where the place is told too: a toll may double in the hours in which it is counted."""


def _near(thing: Thing, others: Group) -> bool:
    """Whether a number is within half as much again of one of the others."""
    ends = [end for each in others for end in (each.figure.low, each.figure.high) if end is not None]
    own = [end for end in (thing.figure.low, thing.figure.high) if end is not None]
    return any(min(one, end) * NEAR >= max(one, end) for one in own for end in set(ends))


def _by_sides(things: Group) -> Iterator[Group]:
    """Talks of the same persons, as far as told: each with the first group that names none other."""
    groups: list[tuple[set[str], Group]] = []
    for thing in sorted(things, key=lambda each: -len(each.sides)):
        for sides, group in groups:
            if not thing.sides or thing.sides <= sides:
                group.append(thing)
                break
        else:
            groups.append((set(thing.sides), [thing]))
    yield from (group for _, group in groups)


def ruled(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The groups as people decided: the same in one, the different apart."""
    of = {thing.id: place for place, group in enumerate(groups) for thing in group}
    parent = list(range(len(groups)))
    for one, other in rulings.together(of):
        _join(parent, of[one], of[other])
    joined: dict[int, Group] = defaultdict(list)
    for place, group in enumerate(groups):
        joined[_root(parent, place)].extend(group)
    return [part for group in joined.values() for part in _apart(group, rulings)]


def _apart(group: Group, rulings: Rulings) -> list[Group]:
    """A group in as many as it takes; what a person called the same stays together."""
    by_id = {thing.id: place for place, thing in enumerate(group)}
    if not any(one in by_id and other in by_id for one, other in rulings.different):
        return [group]
    parent = list(range(len(group)))
    for one, other in rulings.together(by_id):
        _join(parent, by_id[one], by_id[other])
    bound: dict[int, Group] = defaultdict(list)
    for place, thing in enumerate(group):
        bound[_root(parent, place)].append(thing)
    parts: list[Group] = []
    for atom in sorted(bound.values(), key=lambda each: min(map(_place_of, each))):
        ids = {thing.id for thing in atom}
        for part in parts:
            if not rulings.apart(ids, {thing.id for thing in part}):
                part.extend(atom)
                break
        else:
            parts.append(list(atom))
    return parts


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _join(parent: list[int], one: int, other: int) -> None:
    left, right = sorted((_root(parent, one), _root(parent, other)))
    parent[right] = left
