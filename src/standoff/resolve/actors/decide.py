"""Honours what people decided on mentions: two called the same are of one actor, two called different of two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standoff.core.records import Mention
from standoff.resolve.actors.keys import Keys, root
from standoff.resolve.rulings import Pair, Rulings

Near = Mapping[str, frozenset[str]]
"""By document, what it names: two documents of one crisis name much alike."""


def honour(keys: Keys, mentions: Mapping[str, Mention], rulings: Rulings, near: Near) -> Keys:
    """The keys of all mentions, those ruled the same joined and those ruled different parted.

    Where a person is found to be two, each document goes with the one of the two whose document names more of what it
    names. A decision that contradicts others ("a is b, b is c, a is not c") leaves two apart.
    """
    same = [pair for pair in rulings.together(keys) if pair not in rulings.different]
    parent = {key: key for key in keys.values()}
    for left, right in same:
        one, other = sorted((root(parent, keys[left]), root(parent, keys[right])))
        parent[other] = one
    joined = {mention: root(parent, key) for mention, key in keys.items()}
    for left, right in sorted(rulings.different):
        if joined.get(left, left) == joined.get(right, right):
            moved = _moved(left, right, joined, mentions, same, near)
            joined |= dict.fromkeys(moved, f"ruled {left} {right}")
    return joined


def _moved(
    stays: str, goes: str, keys: Keys, mentions: Mapping[str, Mention], same: Sequence[Pair], near: Near
) -> set[str]:
    """The mentions that go with ``goes`` when it is found to be another than ``stays``."""
    group = sorted(mention for mention, key in keys.items() if key == keys[goes])
    here, there = mentions[stays].at.doc, mentions[goes].at.doc
    if here == there:
        moved = {mention for mention in group if mention == goes or _leads_to(mention, goes, mentions)}
    else:
        documents = {mentions[mention].at.doc for mention in group} - {here}
        side = {doc for doc in documents if doc == there or _nearer(doc, there, here, near)}
        moved = {mention for mention in group if mentions[mention].at.doc in side}
    return _closed(moved, stays, goes, same)


def _leads_to(mention: str, goes: str, mentions: Mapping[str, Mention]) -> bool:
    """Whether a description or pronoun stands for the mention that goes."""
    return mention != goes and mentions[mention].refers == goes


def _nearer(doc: str, there: str, here: str, near: Near) -> bool:
    mine: frozenset[str] = near.get(doc, frozenset())
    return len(mine & near.get(there, frozenset())) > len(mine & near.get(here, frozenset()))


def _closed(moved: set[str], stays: str, goes: str, same: Sequence[Pair]) -> set[str]:
    """With the mentions, those ruled the same as one of them; only ``goes`` where that would take ``stays`` along."""
    linked: dict[str, set[str]] = defaultdict(set)
    for left, right in same:
        linked[left].add(right)
        linked[right].add(left)
    stuck = _reached({stays}, linked)
    if goes in stuck:
        return {goes}
    return _reached((moved - stuck) | {goes}, linked) - stuck


def _reached(start: set[str], linked: Mapping[str, set[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        for other in linked.get(todo.pop(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found
