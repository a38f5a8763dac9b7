"""Source ablation: what falls when a report, an outlet or a source is taken away.

The dossier is drawn again without it, and each finding is compared with the one that is left of its readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from standoff.core.ablation import Ablation, Fall, Fallen
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.assemble import assemble
from standoff.resolve.left_out import without as left_out
from standoff.resolve.reports import Reports, reports_of
from standoff.resolve.standing import Standing, standing_of

ORDER: tuple[Fall, ...] = ("gone", "weaker", "changed")
WORD = re.compile(r"\w+")
ARTICLES = ("a", "an", "the")


@dataclass(frozen=True)
class Taken:
    """What is taken away: ids of documents, names of outlets, ids or names of speakers or parts of names."""

    documents: Sequence[str] = ()
    outlets: Sequence[str] = ()
    speakers: Sequence[str] = ()


def without(dossier: Dossier, lexicon: Lexicon, taken: Taken) -> Ablation:
    """What falls without these sources. The dossier is as it was stored, its dates not settled.

    A speaker is an actor by its id, else every actor with that name, else every actor with a name that holds those
    words ("senior official"). With a speaker goes all that he is told to say, and every event, figure and commitment
    that is told in it.
    """
    outlets = {outlet.strip().casefold() for outlet in taken.outlets}
    docs = {each.id for each in dossier.documents if (each.outlet or "").casefold() in outlets - {""}}
    docs |= {each.id for each in dossier.documents if each.id in taken.documents}
    reports = reports_of(dossier)
    said = frozenset(_said(reports, {actor.id for name in taken.speakers for actor in named(dossier.actors, name)}))
    left = assemble(
        (each for each in dossier.documents if each.id not in docs),
        left_out([study for study in dossier.studies if study.doc not in docs], said | _carried(reports, said)),
        (),
        lexicon,
        dossier.judgements,
    )
    fallen, standing = compared(dossier, left)
    return Ablation(documents=tuple(sorted(docs)), attributions=tuple(sorted(said)), fallen=fallen, standing=standing)


def named(actors: Sequence[Actor], name: str) -> list[Actor]:
    """The actor of this id; else those of this name; else those with a name that holds its words, in their order."""
    wanted = _words(name)
    if not wanted:
        return []
    by_id = [actor for actor in actors if actor.id == name.strip()]
    exact = [actor for actor in actors if any(_words(each) == wanted for each in (actor.name, *actor.names))]
    held = [actor for actor in actors if any(wanted in _words(each) for each in (actor.name, *actor.names))]
    return by_id or exact or held


def _words(name: str) -> str:
    """The words of a name without its article, folded, with a space around each."""
    words = WORD.findall(name.casefold())
    return f" {' '.join(words[1:] if words[:1] and words[0] in ARTICLES else words)} " if words else ""


def _said(reports: Reports, actors: Set[str]) -> Iterator[str]:
    """The attributions whose speaker is one of these, and those that stand within them."""
    own = {
        key for key in reports.attributions if (speaker := reports.speaker(key)) is not None and speaker.id in actors
    }
    for key, attribution in reports.attributions.items():
        reached: str | None = key
        seen: set[str] = set()
        while reached is not None and reached not in own and reached not in seen:
            seen.add(reached)
            reached = reports.attributions[reached].within if reached in reports.attributions else None
        if reached in own:
            yield attribution.id


def _carried(reports: Reports, said: Set[str]) -> Set[str]:
    """The events, figures and commitments that are told in these attributions."""
    if not said:
        return frozenset()
    events = {key for key, event in reports.events.items() if event.carried_by in said}
    figures = {key for key, figure in reports.figures.items() if figure.carried_by in said}
    commitments = {key for key, each in reports.commitments.items() if not said.isdisjoint(each.relay)}
    return events | figures | commitments


def compared(before: Dossier, after: Dossier) -> tuple[tuple[Fallen, ...], int]:
    """The findings of one dossier that do not stand as they stood in another of fewer readings, and how many do."""
    left = standing_of(after)
    holding: dict[tuple[str, str], list[Standing]] = {}
    for each in left:
        for reading in each.readings:
            holding.setdefault((each.kind, reading), []).append(each)
    fallen: list[Fallen] = []
    all_before = standing_of(before)
    for each in all_before:
        now = _rest_of(each, [one for reading in each.readings for one in holding.get((each.kind, reading), ())])
        fall = _fall(each, now)
        if fall is not None:
            fallen.append(_fallen(each, now, fall))
    fallen.sort(key=lambda one: (ORDER.index(one.fall), one.kind, one.label, one.id))
    return tuple(fallen), len(all_before) - len(fallen)


def _rest_of(before: Standing, holding: Sequence[Standing]) -> Standing | None:
    """The finding that has most of the readings; ``None`` where none has as many as make one of its kind."""
    counts: dict[str, int] = {}
    by_id = {each.id: each for each in holding}
    for each in holding:
        counts[each.id] = counts.get(each.id, 0) + 1
    if not counts:
        return None
    best = min(counts, key=lambda key: (-counts[key], key))
    return by_id[best] if counts[best] >= before.least else None


def _fall(before: Standing, now: Standing | None) -> Fall | None:
    if now is None:
        return "gone"
    if now.state != before.state:
        return "changed"
    return "weaker" if now.weight != before.weight and now.weight < before.weight else None


def _fallen(before: Standing, now: Standing | None, fall: Fall) -> Fallen:
    return Fallen(
        kind=before.kind,
        id=before.id,
        after=None if now is None else now.id,
        fall=fall,
        label=before.label,
        before=before.told(fall),
        now="gone" if now is None else now.told(fall),
    )
