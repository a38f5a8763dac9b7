"""Utterances: attributions in several documents that report one statement, in one or more wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.core.findings import Actor, Difference, Independent, Utterance
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.speakers import Voice
from standoff.resolve.gather import gather
from standoff.resolve.reports import Reports
from standoff.resolve.utterances.alike import fullest, holds
from standoff.resolve.utterances.differences import differences
from standoff.resolve.utterances.hearing import Hearing, hear
from standoff.resolve.utterances.likeness import Likeness
from standoff.resolve.utterances.pairs import copies_of, first_out, pairs_alike

SPEAKERS: dict[Voice, str] = {
    "same": "same speaker",
    "open": "a speaker not named",
    "through": "a person and a body",
    "different": "speakers differ",
}


def find_utterances(reports: Reports, lexicon: Lexicon) -> tuple[Utterance, ...]:
    """The statements that two documents or more tell; sorted, whatever the order given.

    An attribution is in one utterance at most. Each wording is close to the fullest one, or to the sentence of an
    original that the others are close to, so that no chain of small steps joins two statements; numbers, negations
    and days never differ; an attribution and what is quoted within it are two statements. Dates are the documents'
    own. Raises ``KeyError`` for a study without document or account.
    """
    hearing = hear(reports, lexicon)
    copies = copies_of(hearing)
    pairs = pairs_alike(hearing, copies, reports.lineages)
    groups = gather(pairs, lambda left, right: holds(hearing, left, right))
    grouped = {each for group in groups for each in group}
    alone = [[each] for each in copies if each not in grouped]
    found = (
        _utterance(hearing, [at for each in group for at in copies.get(each, (each,))]) for group in (*groups, *alone)
    )
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.attributions))


def _utterance(hearing: Hearing, group: Sequence[int]) -> Utterance | None:
    """The record of a group; ``None`` where all of it stands in one document and nobody called it the same."""
    said = [index for index in group if not hearing.sentence[index]]
    ruled = any(not hearing.same.get(each, frozenset()).isdisjoint(said) for each in said)
    if not said or (len({hearing.doc(index) for index in group}) == 1 and not ruled):
        return None
    first = fullest(hearing, said)
    others = [index for index in sorted(said) if index != first]
    accounts = tuple(sorted({hearing.statements[index].account for index in group}))
    original_at = _original_at(hearing, group)
    return Utterance(
        speaker=_speaker([hearing.speakers[index] for index in (first, *others)]),
        attributions=tuple(sorted(hearing.statements[index].id for index in said)),
        fullest=hearing.statements[first].id,
        accounts=accounts,
        independent=Independent(lower=1, upper=len(accounts)),
        earliest=_earliest(hearing, said),
        original=_original(hearing, said, original_at),
        original_at=original_at,
        differences=tuple(each for index in others for each in _differences(hearing, first, index)),
        why=_why(hearing, first, _one_each(hearing, first, group)),
    )


def _one_each(hearing: Hearing, first: int, group: Sequence[int]) -> list[int]:
    """One of each wording and account, without the fullest: copies show nothing that it does not."""
    seen: dict[tuple[object, ...], int] = {}
    for index in sorted(group):
        speaker = hearing.speakers[index]
        account, forms = hearing.statements[index].account, tuple(hearing.statements[index].words.forms)
        own = index if index in hearing.same else hearing.sentence[index]
        if index != first:
            seen.setdefault((account, forms, speaker and speaker.id, own), index)
    return list(seen.values())


def _original_at(hearing: Hearing, group: Sequence[int]) -> Span | None:
    """The sentences of the original, from the first to the last; of several originals the one that came out first."""
    places = sorted(
        (first_out(hearing, index)[:3], hearing.statements[index].attribution.content[0])
        for index in group
        if hearing.sentence[index]
    )
    held = [span for _, span in places if span.doc == places[0][1].doc]
    return Span(held[0].doc, held[0].start, held[-1].end) if held else None


def _original(hearing: Hearing, said: Sequence[int], at: Span | None) -> str | None:
    """The fullest of the attributions inside these sentences."""
    inside = [
        index
        for index in said
        if at is not None and any(at.overlaps(each) for each in hearing.statements[index].attribution.content)
    ]
    return hearing.statements[fullest(hearing, inside)].id if inside else None


def _earliest(hearing: Hearing, said: Sequence[int]) -> str | None:
    """The fullest in the one document that was published first; ``None`` where a date is unknown or two share it."""
    days = [hearing.moments[index].published for index in said]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    first = [index for index, day in zip(said, days, strict=True) if day == min(known)]
    if len({hearing.doc(index) for index in first}) > 1:
        first = [index for index in first if hearing.originals[index] is not None]
    one = len({hearing.doc(index) for index in first}) == 1
    return hearing.statements[fullest(hearing, first)].id if one else None


def _differences(hearing: Hearing, first: int, other: int) -> tuple[Difference, ...]:
    full = hearing.statements[first]
    if full.words.forms == hearing.statements[other].words.forms:
        return ()
    found = hearing.likeness(first, other)
    window = found.window if found.longer == full.id else (0, len(full.stems))
    return differences(full, hearing.statements[other], window)


def _speaker(speakers: Sequence[Actor | None]) -> str | None:
    """The actor most wordings name, a named one before an unnamed; of equals the first, the fullest wording's."""
    counts = Counter(actor.id for actor in speakers if actor is not None)
    ranked = sorted(
        (actor for actor in speakers if actor is not None), key=lambda each: (not each.named, -counts[each.id])
    )
    return ranked[0].id if ranked else None


def _why(hearing: Hearing, first: int, others: Sequence[int]) -> Why:
    """The wording farthest from the fullest, and the weakest thing known of the speakers."""
    if not others:
        return Why("resolve.utterances", 1.0, "copies")
    anchors = [first, *(each for each in others if hearing.sentence[each])]
    fits = (max((hearing.likeness(at, each) for at in anchors if at != each), key=_by_score) for each in others)
    farthest = min(fits, key=_by_score)
    voices = {hearing.voice(first, index) for index in others}
    weakest = next(each for each in ("different", "through", "open", "same") if each in voices)
    said = f"{farthest.shared} of {farthest.of} informative words shared at the least; {SPEAKERS[weakest]}"
    held = next(("; the original is among the documents" for index in others if hearing.sentence[index]), "")
    ruled = "; a person called two of them the same" if any(hearing.same.get(each) for each in (first, *others)) else ""
    return Why("resolve.utterances", round(farthest.score, 3), said + held + ruled)


def _by_score(found: Likeness) -> float:
    return found.score
