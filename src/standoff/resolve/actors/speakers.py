"""Who speaks: from an attribution's mention to its actor, and whether two speakers may be one voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from standoff.core.findings import Actor
from standoff.core.records import Attribution, Mention, Study

Voice = Literal["same", "open", "through", "different"]


def speakers_of(studies: Sequence[Study], actors: Sequence[Actor]) -> dict[str, Actor]:
    """By attribution id, the actor who speaks; absent where the text does not say or no actor was made of it.

    A pronoun or description is followed to what it stands for.
    """
    by_mention = {mention: actor for actor in actors for mention in actor.mentions}
    mentions = {mention.id: mention for study in studies for mention in study.mentions}
    found = {
        attribution.id: _actor(attribution, mentions, by_mention)
        for study in studies
        for attribution in study.attributions
    }
    return {attribution: actor for attribution, actor in found.items() if actor is not None}


def _actor(attribution: Attribution, mentions: Mapping[str, Mention], actors: Mapping[str, Actor]) -> Actor | None:
    at, seen = attribution.speaker, set[str]()
    while at is not None and at not in actors and at not in seen:
        seen.add(at)
        at = mentions[at].refers if at in mentions else None
    return actors.get(at) if at is not None else None


def voice(left: Actor | None, right: Actor | None) -> Voice:
    """Whether two speakers are the same, different, or may be one voice.

    ``open`` where a text names nobody; ``through`` where a person and a body speak ("the spokeswoman said", "the
    ministry said"): a body speaks through persons. Two persons are two, and so are two bodies of one kind.
    """
    if left is None or right is None:
        return "open"
    if left.id == right.id:
        return "same"
    if not (left.named and right.named):
        return "open"
    return "different" if left.type == right.type else "through"
