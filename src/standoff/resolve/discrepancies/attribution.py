"""Who says it: one report names the source, another a different one, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.core.claims import Discrepancy, Measure, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor, Utterance
from standoff.core.records import Attribution, Figure
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined, name_of, saying, speaker_of
from standoff.resolve.discrepancies.surroundings import one_happening
from standoff.resolve.measures.find import CERTAIN
from standoff.resolve.reports import Reports

MOST_VOICES = 12
"""Attributions of one statement whose speakers are compared."""


def sources_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of one statement name different sources for it, or one states as fact what another has from a source."""
    for utterance in found.utterances:
        made = _statement(reports, lexicon, utterance)
        if made is not None:
            yield made
    for measure in found.measures:
        if measure.unit == "person" and measure.status != "planned" and len(measure.claims) > 1:
            yield from _numbers(reports, measure)


def _statement(reports: Reports, lexicon: Lexicon, utterance: Utterance) -> Discrepancy | None:
    """Speakers of one statement who are not one: two named bodies, a named and an unnamed one, one or several."""
    told: dict[str, Attribution] = {}
    speakers: dict[str, Actor] = {}
    for key in utterance.attributions[:MOST_VOICES]:
        actor = reports.speaker(key)
        if actor is not None and _is_told(reports, lexicon, actor, reports.attributions[key]):
            name = _label(reports, lexicon, actor, reports.attributions[key])
            told.setdefault(name, reports.attributions[key])
            speakers.setdefault(name, actor)
    if len({each.doc for each in told.values()}) < 2 or not _apart(list(speakers.items())):
        return None
    named = sorted(speakers.items())
    dispute = len({actor.id for _, actor in named if actor.named}) > 1
    return drawn(
        "attribution",
        f"One statement is given to {joined(_shown(label, actor) for label, actor in named)}.",
        (Side(at=saying(each), reading=each.id, speaker=speaker_of(reports, each.id)) for each in told.values()),
        ("unknown", "notable" if dispute else "slight"),
        about=utterance.id,
        detail=utterance.why.detail,
    )


def _is_told(reports: Reports, lexicon: Lexicon, actor: Actor, attribution: Attribution) -> bool:
    """Whether the text tells the source: by name, or as one that news leave without a name. "It said" tells none."""
    if attribution.source is None:
        return False
    return actor.named or lexicon.is_unnamed_source(_last_word(reports, attribution))


def _last_word(reports: Reports, attribution: Attribution) -> str:
    assert attribution.source is not None, "only told sources are labelled"
    return reports.words(attribution.source).split()[-1]


def _label(reports: Reports, lexicon: Lexicon, actor: Actor, attribution: Attribution) -> str:
    """The actor, or for those without a name whether it is one or several."""
    if actor.named:
        return actor.id
    several = lexicon.is_plural(_last_word(reports, attribution))
    return "several unnamed sources" if several else "one unnamed source"


def _shown(label: str, actor: Actor) -> str:
    return actor.name if label == actor.id else label


def _apart(speakers: Sequence[tuple[str, Actor]]) -> bool:
    """Whether two of them are not one voice: a person and the body the person speaks for may be one."""
    for place, (left, one) in enumerate(speakers):
        for right, other in speakers[place + 1 :]:
            person = "person" in (one.type, other.type) and one.type != other.type
            if left != right and not (one.named and other.named and (person or _stands_for(one, other))):
                return True
    return False


def _stands_for(one: Actor, other: Actor) -> bool:
    """Whether one is meant by the other's name in some text."""
    return any(other.id in each.actors for each in one.stands_for) or any(
        one.id in each.actors for each in other.stands_for
    )


def _numbers(reports: Reports, measure: Measure) -> Iterator[Discrepancy]:
    """Equal numbers of which one report names the source and another tells them as its own."""
    by_value: dict[tuple[float | None, float | None], list[Figure]] = defaultdict(list)
    claimed: set[tuple[float | None, float | None]] = set()
    for claim in measure.claims:
        by_value[claim.low, claim.high].extend(reports.figures[key] for key in claim.figures)
        if claim.claimant is not None:
            claimed.add((claim.low, claim.high))
    for value in sorted(claimed, key=repr):
        made = _number(reports, measure, by_value[value])
        if made is not None:
            yield made


def _number(reports: Reports, measure: Measure, figures: Sequence[Figure]) -> Discrepancy | None:
    """One number that some reports have from a source; an account that does both is no side."""
    sourced = [each for each in figures if reports.actor(each.claimant) is not None]
    accounts = {reports.account_of[each.at.doc] for each in sourced}
    bare = [each for each in figures if each.claimant is None and each.carried_by is None]
    bare = [each for each in bare if reports.account_of[each.at.doc] not in accounts]
    if not sourced or not bare or bare[0].hedge == "vague":
        return None
    pairs = ((one, other) for one in _first(sourced) for other in _first(bare))
    first, second = next((pair for pair in pairs if _one(reports, measure, *pair)), (None, None))
    if first is None or second is None:
        return None
    what = measure.why.detail.removeprefix("all count: ")
    return drawn(
        "attribution",
        f"A number ({what}) is told as fact in one report and on the word of "
        f"{name_of(reports.actor(first.claimant))} in another.",
        (_of_source(reports, first), Side(at=second.at, reading=second.id, speaker=None)),
        ("unknown", "slight"),
        about=measure.id,
        detail="the reports may rest on the same source without saying so",
    )


def _first(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda each: each.at)[:MOST_VOICES]


def _one(reports: Reports, measure: Measure, one: Figure, other: Figure) -> bool:
    return measure.why.finder == CERTAIN or one_happening(reports, one, other)


def _of_source(reports: Reports, figure: Figure) -> Side:
    """The words that name the source."""
    actor = reports.actor(figure.claimant)
    speaker = None if actor is None else actor.id
    if figure.carried_by is None:
        return Side(at=figure.at, reading=figure.id, speaker=speaker)
    attribution = reports.attributions[figure.carried_by]
    return Side(at=saying(attribution), reading=attribution.id, speaker=speaker)
