"""Whether two commitments can in no company be one. Read the list: each check parts what must not be merged."""

from __future__ import annotations

from collections.abc import Callable

from standoff.core.when import When
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.likeness import FAMILIES, agree, common, one_part, within
from standoff.resolve.obligations.wordings import Wording

Check = Callable[[Wording, Wording, Deeds], bool]
DAYS_ONCE = 14
"""Days between two reports of one deed done once; a standing demand may be months old."""


def apart(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether two commitments can in no company be one.

    Of the same words in two reports only the days are asked, since how their parties were read may differ.
    """
    checks = ON_DAYS if one.words == other.words and one_part(one, other) else CHECKS
    return any(check(one, other, deeds) for check in checks)


def of_other_kinds(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether one binds and the other asks, or one denies that a promise was given."""
    if one.denies_giving != other.denies_giving:
        return True
    return FAMILIES[one.force] != FAMILIES[other.force] and not _related(one, other)


def of_other_parties(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether the bound are known to be of two sides; of a red line, those who draw it."""
    lines = (one.force == "red_line") + (other.force == "red_line")
    if lines == 2 and (one.is_bare_line or other.is_bare_line):
        return agree(one.creditor, other.creditor) is False
    if lines == 1 and "threat" in (one.force, other.force):
        return agree(*(each.debtor if each.force == "threat" else each.creditor for each in (one, other))) is False
    return agree(one.debtor, other.debtor) is False


def _related(one: Wording, other: Wording) -> bool:
    """Whether a refusal and a promise not to, or a threat and a red line, may be one."""
    forces = {one.force, other.force}
    return forces == {"threat", "red_line"} or (one.forbids and other.forbids and "demand" not in forces)


def of_other_deeds(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether what each owes is of deeds that have nothing to do with each other, in other words."""
    ours, theirs = one.consequent.all_deeds, other.consequent.all_deeds
    if not ours or not theirs or common(ours, theirs, deeds) or one.consequent.stems & other.consequent.stems:
        return False
    return not any(deeds.enemies(a) & deeds.enemies(b) for a in ours for b in theirs)


def done_otherwise(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether each is of a deed done once and they differ in who does it or with whom."""
    if not _once(one, other, deeds):
        return False
    if one.debtor.is_person and other.debtor.is_person and one.debtor.actor != other.debtor.actor:
        return True
    ours, theirs = _with(one), _with(other)
    return bool(ours and theirs and not ours & theirs)


def told_otherwise(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether each is of a deed done once and they are told too far from each other."""
    return _once(one, other, deeds) and not within(one, other, DAYS_ONCE)


def _once(one: Wording, other: Wording, deeds: Deeds) -> bool:
    once = deeds.single & one.consequent.all_deeds & other.consequent.all_deeds
    return bool(once) and FAMILIES[one.force] == "will"


def _with(one: Wording) -> frozenset[str]:
    return one.consequent.parties - one.debtors


def due_otherwise(one: Wording, other: Wording, deeds: Deeds) -> bool:
    """Whether both are due and on days that do not meet."""
    ours, theirs = one.commitment.deadline, other.commitment.deadline
    return ours is not None and theirs is not None and (_before(ours, theirs) or _before(theirs, ours))


def _before(one: When, other: When) -> bool:
    return one.until is not None and other.since is not None and one.until <= other.since


ON_DAYS: tuple[Check, ...] = (told_otherwise, due_otherwise)
CHECKS: tuple[Check, ...] = (of_other_kinds, of_other_parties, of_other_deeds, done_otherwise, *ON_DAYS)
