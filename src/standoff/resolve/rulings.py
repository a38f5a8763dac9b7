"""What people decided about readings, as the rules ask for it: the last decision on a pair or a record counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from standoff.core.judgements import Judgement
from standoff.core.records import Study

Pair = tuple[str, str]


@dataclass(frozen=True)
class Rulings:
    """Pairs of ids of readings, the lesser first, and single ids."""

    same: frozenset[Pair] = field(default_factory=frozenset)
    different: frozenset[Pair] = field(default_factory=frozenset)
    wrong: frozenset[str] = field(default_factory=frozenset)
    right: frozenset[str] = field(default_factory=frozenset)

    def apart(self, left: Collection[str], right: Collection[str]) -> bool:
        """Whether a person told a reading of one group from one of the other: the two never become one."""
        return any((a in left and b in right) or (b in left and a in right) for a, b in self.different)

    def together(self, ids: Collection[str]) -> list[Pair]:
        """The pairs of these that a person called the same: they are one, whatever the rules say; sorted."""
        return sorted(pair for pair in self.same if pair[0] in ids and pair[1] in ids)


NONE = Rulings()


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """The decisions that stand; of several on one pair or record the last, and "unsure" takes it back."""
    last: dict[Pair, str] = {}
    for each in judgements:
        subject, other = sorted((each.subject, each.other or each.subject))
        last[subject, other] = each.verdict
    pairs = {verdict: [pair for pair, said in last.items() if said == verdict] for verdict in set(last.values())}
    return Rulings(
        same=frozenset(pairs.get("same", ())),
        different=frozenset(pairs.get("different", ())),
        wrong=frozenset(one for one, _ in pairs.get("wrong", ())),
        right=frozenset(one for one, _ in pairs.get("right", ())),
    )


def without_wrong(studies: Sequence[Study], rulings: Rulings) -> tuple[Study, ...]:
    """The studies without the readings called wrong, which no finding rests on. Mentions stay: others cite them."""
    if not rulings.wrong:
        return tuple(studies)
    return tuple(
        replace(
            study,
            attributions=tuple(each for each in study.attributions if each.id not in rulings.wrong),
            events=tuple(each for each in study.events if each.id not in rulings.wrong),
            figures=tuple(each for each in study.figures if each.id not in rulings.wrong),
            commitments=tuple(each for each in study.commitments if each.id not in rulings.wrong),
        )
        for study in studies
    )
