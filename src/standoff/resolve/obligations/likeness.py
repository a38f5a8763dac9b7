"""Whether two commitments are one: who is bound to whom, to which deed, under which condition, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from standoff.core.vocabulary import Force
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.matters import Matter
from standoff.resolve.obligations.sides import Party
from standoff.resolve.obligations.wordings import Wording

FAMILIES: Mapping[Force, str] = {
    "threat": "will",
    "promise": "will",
    "demand": "should",
    "red_line": "should",
    "refusal": "will not",
}
VERBATIM, LEAST_VERBATIM = 0.7, 4
"""Part of the weight of the shorter one's words, and how many, from which two commitments are one in words. Swept from
0.6 to 0.95 on the example crisis: precision falls from 96 to 94.5 at 0.6, recall from 56 to 54 at 0.75."""
CLOSE = 0.5
"""The same for what is owed, where who is bound may be one too: 0.4 to 0.7 give the same groups there."""
LEAST_CLOSE = {"same": 2, "open": 3}
LEAST_SHARE = 0.25
"""And of the weight of the longer one's: 0.25 to 0.35 are best of 0.15 to 0.5."""
DAYS_APART = 120
"""Days between two reports of anything that is told in other words."""


BOUND = {"same": "one debtor", "open": "a debtor that may be one"}


class Likeness(NamedTuple):
    """How close two commitments are, and why they are held to be one."""

    score: float
    why: str


@dataclass(frozen=True)
class Weights:
    """What each word weighs: the rarer among the commitments, the more. Whole numbers: sums have no order."""

    of: Mapping[str, int]

    def shared(self, one: frozenset[str], other: frozenset[str]) -> tuple[int, float, float]:
        """How many words two have in common, and their part of the weight of the lighter and of the heavier."""
        both = one & other
        if not both:
            return 0, 0.0, 0.0
        weight, ours, theirs = self._sum(both), self._sum(one), self._sum(other)
        return len(both), weight / min(ours, theirs), weight / max(ours, theirs)

    def _sum(self, stems: frozenset[str]) -> int:
        return sum(map(self.of.__getitem__, stems))


def likeness(one: Wording, other: Wording, weights: Weights, deeds: Deeds) -> Likeness | None:
    """How close two commitments are; ``None`` where they are not one."""
    count, share, _ = weights.shared(one.words, other.words)
    if share >= VERBATIM and count >= LEAST_VERBATIM and one_part(one, other):
        return Likeness(round(0.8 + share / 5, 3), f"{count} words in common")
    if not within(one, other, DAYS_APART):
        return None
    if {one.force, other.force} == {"threat", "red_line"}:
        return _crossed(one, other, deeds)
    if one.force == other.force == "red_line" and (one.is_bare_line or other.is_bare_line):
        return Likeness(0.55, "a red line of one side") if agree(one.creditor, other.creditor) else None
    bound = _parties(one, other)
    if not bound or one.forbids != other.forbids:
        return None
    return _in_words(one, other, bound, weights, deeds) or _of_one_deed(one, other, bound, deeds)


def one_part(one: Wording, other: Wording) -> bool:
    """Whether the same words are owed, and not owed in one and the condition in the other: "A if B", "B if A"."""
    ours, theirs = one.consequent.words, other.consequent.words
    return not ours or not theirs or 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _in_words(one: Wording, other: Wording, bound: str, weights: Weights, deeds: Deeds) -> Likeness | None:
    """Whether what is owed, or the condition where nothing else is told, is in the same words."""
    both = bool(one.consequent.words and other.consequent.words)
    ours, theirs = (each.consequent.words if both else each.content for each in (one, other))
    count, share, least = weights.shared(ours, theirs)
    if share < CLOSE or least < LEAST_SHARE or count < LEAST_CLOSE[bound] or _conditions(one, other, deeds) is False:
        return None
    return Likeness(round(0.5 + share / 4, 3), f"{BOUND[bound]}; {count} words in common")


def _of_one_deed(one: Wording, other: Wording, bound: str, deeds: Deeds) -> Likeness | None:
    """Whether both are of one deed; where who is bound is open, in words in common or under one condition as well."""
    deed = _one_deed(one, other, deeds)
    if deed is None:
        return None
    if bound == "same":
        return Likeness(0.6, f"one debtor; both are of: {deed}")
    alike = deed not in deeds.broad and len(one.consequent.words & other.consequent.words) >= LEAST_CLOSE["same"]
    if not alike and not _conditions(one, other, deeds):
        return None
    return Likeness(0.5, f"a debtor that may be one; both are of: {deed}")


def _crossed(one: Wording, other: Wording, deeds: Deeds) -> Likeness | None:
    """A threat of what follows where a red line is crossed is that red line, drawn by who threatens."""
    threat, line = (one, other) if one.force == "threat" else (other, one)
    if not agree(threat.debtor, line.creditor):
        return None
    condition = threat.antecedent if threat.is_conditional else threat.consequent
    if not one_condition(condition, line.antecedent if line.is_conditional else line.consequent, deeds):
        return None
    return Likeness(0.6, "a threat if a red line is crossed, and the line")


def _parties(one: Wording, other: Wording) -> str | None:
    """Whether who is bound, and to whom, is the "same", may be ("open"), or is not (``None``)."""
    debtors, creditors = agree(one.debtor, other.debtor), agree(one.creditor, other.creditor)
    bodies = any((each.creditor.side or "").startswith("body ") for each in (one, other))
    if debtors is False or (creditors is False and not bodies):
        return None
    return "same" if debtors else "open"


def agree(one: Party, other: Party) -> bool | None:
    """Whether two are of one side; ``None`` where that is not known."""
    if one.actor is not None and one.actor == other.actor:
        return True
    return None if one.side is None or other.side is None else one.side == other.side


def _one_deed(one: Wording, other: Wording, deeds: Deeds) -> str | None:
    """The deed that both owe, if both name it and nothing tells their conditions apart."""
    conditions = _conditions(one, other, deeds)
    if conditions is False:
        return None
    if one.is_conditional != other.is_conditional and not {"threat", "red_line"} & {one.force, other.force}:
        return None  # a promise under a condition is another than the one without
    found = sorted(_vaguely(one.consequent.all_deeds, other.consequent.all_deeds, deeds) - deeds.stand_ins)
    narrow = [deed for deed in found if deed not in deeds.broad]
    if conditions and found:
        return (narrow or found)[0]
    named = one.consequent.parties & other.consequent.parties - one.debtors - other.debtors
    if deeds.single & set(found) and FAMILIES[one.force] == "will":
        return found[0] if named or one.consequent.stems & other.consequent.stems else None
    asked = FAMILIES[one.force] == "should" and agree(one.creditor, other.creditor)
    wide = bool(asked or named or one.consequent.stems & other.consequent.stems)
    return narrow[0] if narrow else found[0] if found and wide else None


def _vaguely(one: frozenset[str], other: frozenset[str], deeds: Deeds) -> frozenset[str]:
    """Deeds of both, and wide words for a deed of the other: "will respond" and "will impose sanctions"."""
    return (one & other) | {deed for deed in common(one, other, deeds) if deed in deeds.broad}


def common(one: frozenset[str], other: frozenset[str], deeds: Deeds) -> set[str]:
    """Deeds of one that are, or are a case of, deeds of the other."""
    up = {b for a in one for b in other if deeds.entails(a, b)}
    return up | {a for a in one for b in other if deeds.entails(b, a)}


def _conditions(one: Wording, other: Wording, deeds: Deeds) -> bool | None:
    """Whether the conditions are one; ``None`` where one of the two names none."""
    if not (one.is_conditional and other.is_conditional):
        return None
    return one_condition(one.antecedent, other.antecedent, deeds)


def one_condition(one: Matter, other: Matter, deeds: Deeds) -> bool | None:
    """Whether two conditions may be one: a deed in common, or a case of it; ``None`` where one names no deed."""
    if one.words & other.words and len(one.words & other.words) * 2 >= min(len(one.words), len(other.words)):
        return True
    if not one.all_deeds or not other.all_deeds:
        return None
    if common(one.all_deeds, other.all_deeds, deeds):
        return True
    return _opposites(one, other, deeds) or _opposites(other, one, deeds)


def _opposites(one: Matter, other: Matter, deeds: Deeds) -> bool:
    """Whether one says that a deed is not done, and the other what is against it: "not lifted", "still in force"."""
    return any(deeds.breaks(b, a) for a in one.denied for b in other.deeds)


def within(one: Wording, other: Wording, days: int) -> bool:
    """Whether two reports are so near in time; true where a day is not known."""
    if one.told is None or other.told is None or one.told.since is None or other.told.since is None:
        return True
    return abs((one.told.since - other.told.since).days) <= days
