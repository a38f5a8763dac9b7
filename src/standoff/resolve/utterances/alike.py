"""Whether two statements are one, and whether two groups of them are: by wording, speaker, day and people's rulings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from standoff.resolve.actors.speakers import Voice
from standoff.resolve.utterances.hearing import Hearing

ALIKE: dict[Voice, tuple[tuple[float, int, float], ...]] = {
    "same": ((0.6, 4, 0.0), (0.95, 3, 0.0), (0.5, 10, 0.0)),
    "open": ((0.7, 5, 0.0), (0.95, 4, 0.0), (0.6, 12, 0.0)),
    "through": ((0.7, 5, 0.5), (0.95, 4, 0.5), (0.7, 12, 0.3)),
    "different": ((0.9, 8, 0.8),),
}
"""By what is known of the speakers: least score, informative words shared and cover.

Fewer words do where they are verbatim, a lower score where they are many. Swept from 0.5 to 0.8 on pairs of wordings
made by hand (tests/resolve/test_utterances.py): the same statement scores 0.65 and more, another on the same matter
0.56 and less; on the paraphrase corpus 0.6 has a precision of 0.77 and a recall of 0.85 (benchmarks/paraphrase.py).
Where the text names no speaker, or a body for a person, more is asked, and of the latter most of the content: "the
ministry said that the minister rejected it" holds what the minister said, and is another statement. Two who both speak
must say the same almost word for word: then the reports differ about who spoke.
"""
OWN = ((0.7, 5, 0.0), (0.95, 3, 0.0), (0.6, 12, 0.0))
"""Asked of a report's words and a sentence of the side that they are from: three words do where they are its own."""
AGAIN = ((0.9, 8, 0.7),)
"""Asked of reports that are days apart, where neither tells when it was said: offices repeat their formulas, and only a
long quotation, word for word, is likelier cited again than said again."""
NEIGHBOURS = 2
"""Sentences of an original that are one statement stand next to each other, or with one between them."""


def alike(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two statements are one."""
    if _within_own(hearing, one, other):
        return True
    found = hearing.likeness(one, other)
    close = any(
        found.score >= score and found.shared >= shared and found.cover >= cover
        for score, shared, cover in asked_of(hearing, one, other)
    )
    return close and not apart(hearing, one, other)


def asked_of(hearing: Hearing, one: int, other: int) -> tuple[tuple[float, int, float], ...]:
    """What is asked of two statements, by who speaks and when: least score, informative words shared and cover."""
    if hearing.moments[one].again(hearing.moments[other]):
        return AGAIN
    if hearing.one_side(one, other):
        return OWN
    known = hearing.voice(one, other)
    described = known == "open" and None not in (hearing.speakers[one], hearing.speakers[other])
    return ALIKE["through" if described else known]


def _within_own(hearing: Hearing, one: int, other: int) -> bool:
    """Whether one is a sentence of an original and the other an attribution inside it."""
    if hearing.sentence[one] == hearing.sentence[other]:
        return False
    whole, part = (one, other) if hearing.sentence[one] else (other, one)
    return covers(hearing, whole, part)


def covers(hearing: Hearing, whole: int, part: int) -> bool:
    """Whether a sentence holds most of what an attribution of its document says."""
    span = hearing.statements[whole].attribution.content[0]
    pieces = hearing.statements[part].attribution.content
    inside = sum(min(span.end, each.end) - max(span.start, each.start) for each in pieces if span.overlaps(each))
    return 2 * inside > sum(map(len, pieces))


def apart(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two cannot be one statement: other days, a contradiction, or one is quoted within the other."""
    if other in hearing.different.get(one, ()):
        return True
    if _within_own(hearing, one, other):
        return False
    left, right = (hearing.statements[index].attribution for index in (one, other))
    if left.doc == right.doc:
        if hearing.sentence[one] or hearing.sentence[other]:
            return not (hearing.sentence[one] and hearing.sentence[other]) or _far(hearing, one, other)
        if any(here.overlaps(there) for here, there in product(left.content, right.content)):
            return not _one_voice(hearing, one, other)
    if _issued_apart(hearing, one, other) or hearing.moments[one].apart(hearing.moments[other]):
        return True
    return hearing.likeness(one, other).conflict


def _one_voice(hearing: Hearing, one: int, other: int) -> bool:
    """Whether what stands within the other is no quotation in it, but the same one's words, read twice."""
    left, right = hearing.speakers[one], hearing.speakers[other]
    if left is None or right is None:
        return hearing.originals[one] is not None
    return left.id == right.id


def _issued_apart(hearing: Hearing, one: int, other: int) -> bool:
    """Whether they stand in two originals that are no copies: what is put out twice is said twice."""
    if hearing.originals[one] is None or hearing.originals[other] is None:
        return False
    return hearing.statements[one].account != hearing.statements[other].account


def _far(hearing: Hearing, one: int, other: int) -> bool:
    left, right = sorted(hearing.statements[index].attribution.content[0] for index in (one, other))
    return right.start - left.end > NEIGHBOURS


def opposed(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two statements can in no company be one."""
    if other in hearing.same.get(one, ()):
        return False
    if apart(hearing, one, other):
        return True
    return hearing.voice(one, other) == "different" and not alike(hearing, one, other)


def holds(hearing: Hearing, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two groups are one: each wording is like the fullest or the original's, and no two are opposed.

    What people decided goes before: two that were called the same are one, two that were told apart never.
    """
    group = (*left, *right)
    if any(there in hearing.different.get(here, ()) for here, there in product(left, right)):
        return False
    if any(there in hearing.same.get(here, ()) for here, there in product(left, right)):
        return True
    ruled = {each for each in group if not hearing.same.get(each, frozenset()).isdisjoint(group)}
    anchors = [fullest(hearing, group), *(each for each in group if hearing.sentence[each])]
    for each in group:
        if each not in ruled and not any(each == anchor or alike(hearing, anchor, each) for anchor in anchors):
            return False
    return not any(opposed(hearing, *pair) for pair in product(left, right))


def fullest(hearing: Hearing, group: Sequence[int]) -> int:
    """The longest wording in words; of equals the one in the earliest document by identity. No original's sentence."""
    return min(
        group, key=lambda each: (hearing.sentence[each], -len(hearing.statements[each].stems), hearing.doc(each), each)
    )
