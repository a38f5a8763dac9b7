"""What people decided about readings, as the rules ask for it: the last decision on a pair or a record counts.

Two called the same are one with whatever either is the same as, and different from whatever either is different from.
Where such a chain would make one of two that are called different, the decision that they differ stands, and the
oldest "same" that must go for it is set aside and told as a gap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise

from standoff.core.judgements import Judgement
from standoff.core.records import Document, Gap, Study

Pair = tuple[str, str]
Held = Mapping[str, frozenset[str]]
"""By id, those that it is held together with, or apart from."""


@dataclass(frozen=True)
class Rulings:
    """Pairs of ids of readings, the lesser first, and single ids. Pairs hold what follows from others too."""

    same: frozenset[Pair] = field(default_factory=frozenset)
    different: frozenset[Pair] = field(default_factory=frozenset)
    wrong: frozenset[str] = field(default_factory=frozenset)
    right: frozenset[str] = field(default_factory=frozenset)
    set_aside: tuple[Judgement, ...] = ()
    """Decisions that contradict others, in the order they were given."""

    def apart(self, left: Collection[str], right: Collection[str]) -> bool:
        """Whether a person told a reading of one group from one of the other: the two never become one."""
        if not self.different:
            return False
        few, many = sorted((left, right), key=len)
        others: set[str] = set().union(*(self._foes[each] for each in few if each in self._foes))
        return not others.isdisjoint(many)

    def together(self, ids: Collection[str]) -> list[Pair]:
        """Pairs of these that join all that people called the same: they are one, whatever the rules say; sorted."""
        if not self.same:
            return []
        known = ids if isinstance(ids, Set | Mapping) else set(ids)
        present = ([each for each in group if each in known] for group in self._groups)
        return sorted(pair for group in present for pair in pairwise(group))

    @cached_property
    def _foes(self) -> Held:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for left, right in self.different:
            found[left].add(right)
            found[right].add(left)
        return {each: frozenset(others) for each, others in found.items()}

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        groups: dict[str, list[str]] = {}
        for left, right in sorted(self.same):
            group = groups.setdefault(left, [left])
            if right not in groups:
                group.append(right)
                groups[right] = group
        return tuple(sorted({id(group): tuple(sorted(group)) for group in groups.values()}.values()))


NONE = Rulings()


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """The decisions that stand; of several on one pair or record the last, and "unsure" takes it back."""
    last: dict[Pair, Judgement] = {}
    for each in judgements:
        left, right = sorted((each.subject, each.other or each.subject))
        last.pop((left, right), None)  # so that the order is that of the decisions that stand
        last[left, right] = each
    said: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair, judgement in last.items():
        said[judgement.verdict].append(pair)
    different = frozenset(pair for pair in said["different"] if pair[0] != pair[1])
    group_of, contradicting = _joined(said["same"], different)
    return Rulings(
        same=frozenset(pair for group in _each(group_of) for pair in combinations(group, 2)),
        different=_following(different, group_of),
        wrong=frozenset(one for one, _ in said["wrong"]),
        right=frozenset(one for one, _ in said["right"]),
        set_aside=tuple(last[pair] for pair in last if pair in contradicting),
    )


def _joined(same: Sequence[Pair], different: Set[Pair]) -> tuple[Mapping[str, list[str]], set[Pair]]:
    """Groups by member, the newest decisions first, and the pairs that would join two that are different."""
    group_of: dict[str, list[str]] = {}
    contradicting: set[Pair] = set()
    for left, right in reversed(same):
        ours, theirs = (group_of.setdefault(each, [each]) for each in (left, right))
        if ours is theirs:
            continue
        if any(tuple(sorted((one, other))) in different for one in ours for other in theirs):
            contradicting.add((left, right))
            continue
        ours += theirs
        group_of.update(dict.fromkeys(theirs, ours))
    return group_of, contradicting


def _each(group_of: Mapping[str, list[str]]) -> list[list[str]]:
    return [sorted(group) for group in {id(group): group for group in group_of.values()}.values()]


def _following(different: Set[Pair], group_of: Mapping[str, list[str]]) -> frozenset[Pair]:
    """The pairs that differ, and all that follows: whatever is the same as one differs from the other."""
    found: set[Pair] = set()
    for left, right in different:
        for one in group_of.get(left, [left]):
            found.update((min(one, other), max(one, other)) for other in group_of.get(right, [right]))
    return frozenset(found)


def gaps_of(rulings: Rulings, documents: Iterable[Document], studies: Iterable[Study]) -> tuple[Gap, ...]:
    """The decisions that are set aside, each as a gap of the document that its first reading stands in."""
    if not rulings.set_aside:
        return ()
    asked = {judgement.subject for judgement in rulings.set_aside}
    doc_of = {each: study.doc for study in studies for each in _ids(study) if each in asked}
    paths = {document.id: document.path for document in documents}
    return tuple(_gap(judgement, doc_of.get(judgement.subject), paths) for judgement in rulings.set_aside)


def _gap(judgement: Judgement, doc: str | None, paths: Mapping[str, str]) -> Gap:
    told = f"{judgement.subject} and {judgement.other} are the same ({judgement.by}, {judgement.on})"
    reason = f"set aside: {told}; with other decisions it would make one of two that are decided to be different"
    path = paths.get(doc, "judgements") if doc is not None else "judgements"
    return Gap(path=path, room="resolve", reason=reason, doc=doc if doc in paths else None)


def _ids(study: Study) -> Iterable[str]:
    yield from (each.id for each in study.mentions)
    yield from (each.id for each in study.attributions)
    yield from (each.id for each in study.events)
    yield from (each.id for each in study.figures)
    yield from (each.id for each in study.commitments)
