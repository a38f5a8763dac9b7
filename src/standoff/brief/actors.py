"""How an actor is told: name and roles, then every other name with the reason it is taken for the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.brief.index import Index
from standoff.brief.lines import in_a_row
from standoff.brief.page import Line, Note, Part, Quote, Ref, Sentence, Words, note, quote
from standoff.brief.phrases import counted
from standoff.core.findings import Actor, Join
from standoff.core.span import Span

FEW = 3
"""Names and joins shown of one actor in a brief; ``standoff show FILE actors`` has them all."""


def actor_lines(index: Index, actor: Actor, said: str, most: int | None = None) -> tuple[Line, ...]:
    """An actor with roles, other names, and the joins between names, the most doubtful first."""
    named = _places_of_names(index, actor)
    first = first_place(index, actor)
    parts: list[Part] = [Words(actor.name, "strong"), Words(f", {actor.type}")]
    parts += [] if first is None else [Words(" "), Ref(first.doc, first)]
    roles = {index.words(role.at).casefold(): role.at for role in reversed(actor.roles)}
    for role in sorted(roles.values(), key=index.place)[:most]:
        parts += [Words("; "), quote(role, "direct")]
    parts.append(Words(f"; {said}"))
    joins = _telling(actor.joins)
    told = {actor.name.casefold(), *roles, *(name.casefold() for join in joins for name in (join.left, join.right))}
    return (_pinned(parts, 0), *_also(index, actor, told, most), *_joins(joins, named, most))


def mentioned(index: Index, actor: Actor, how_often: str) -> tuple[Part, ...]:
    """An actor in a row of others: name, a count, the first place."""
    first = first_place(index, actor)
    where = () if first is None else (Words(" "), Ref(first.doc, first))
    return (Words(actor.name, "strong"), Words(f" ({how_often})"), *where)


def first_place(index: Index, actor: Actor) -> Span | None:
    """Where the actor is first mentioned under the name it goes by; where first at all, if nowhere so."""
    places = _places_of_names(index, actor)
    mentions = (index.mentions[each].at for each in actor.mentions)
    return places.get(actor.name.casefold()) or min(mentions, key=index.place, default=None)


def _places_of_names(index: Index, actor: Actor) -> dict[str, Span]:
    """Each name of the actor, whatever its case, at the first place where a document writes it so."""
    mentions = sorted((index.mentions[each] for each in actor.mentions), key=lambda mention: index.place(mention.at))
    places: dict[str, Span] = {}
    for mention in mentions:
        for span in (mention.name, mention.at):
            if span is not None:
                places.setdefault(index.words(span).casefold(), span)
    return places


def _telling(joins: Iterable[Join]) -> list[Join]:
    """Joins of two different names, each pair once with its best reason, the weakest pairs first."""
    best: dict[tuple[str, ...], Join] = {}
    for join in sorted(joins, key=lambda join: (join.why.score, join.left, join.right)):
        if join.left.casefold() != join.right.casefold():
            best[tuple(sorted((join.left.casefold(), join.right.casefold())))] = join
    return sorted(best.values(), key=lambda join: (join.why.score, join.left, join.right))


def _also(index: Index, actor: Actor, told: set[str], most: int | None) -> Iterable[Line]:
    """Names that are told nowhere else: those with a title, and descriptions that the text resolves."""
    named = _places_of_names(index, actor)
    names = {name.casefold() for name in actor.names if actor.name.casefold() not in name.casefold()}
    places = sorted({named[name] for name in names - told if name in named}, key=index.place)
    other = [at for at in places if not any(one != at and one.contains(at) for one in places)]
    rows: list[tuple[Part, ...]] = [(quote(at, "direct"),) for at in other[:most]]
    if rows:
        more = len(other) - len(rows)
        yield Sentence((Words("also "), *in_a_row(rows), Words(f" and {more:,} more" if more else "")), 1)


def _joins(joins: Sequence[Join], named: dict[str, Span], most: int | None) -> Iterable[Line]:
    for join in joins[:most]:
        reason = Words(f": {join.why.detail or join.why.finder} ({join.why.score:.2f})", "quiet")
        yield _pinned((_name_part(join.left, named), Words(" is "), _name_part(join.right, named), reason), 1)
    if most is not None and len(joins) > most:
        yield note(f"and {counted(len(joins) - most, 'surer join')}", 1, "-")


def _name_part(name: str, named: dict[str, Span]) -> Part:
    return quote(named[name.casefold()], "direct") if name.casefold() in named else Words(name)


def _pinned(parts: Sequence[Part], depth: int) -> Line:
    """A sentence; where no text has any of these names, a note."""
    if any(isinstance(part, Ref | Quote) for part in parts):
        return Sentence(tuple(parts), depth)
    return Note(tuple(part for part in parts if isinstance(part, Words)), depth, "-")
