"""One sentence of one speaker, in reports of the same days, that no release and no utterance brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from standoff.core.claims import Discrepancy
from standoff.core.dossier import Dossier
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import days_between
from standoff.resolve.discrepancies.sentences import (
    Place,
    Sentence,
    likeness,
    numbers_differ,
    replaced,
    sentences_in,
    sides_at,
    span_of,
    tells_other,
)
from standoff.resolve.discrepancies.sides import drawn, name_of
from standoff.resolve.reports import Reports

ALIKE = 0.6
"""The share of the shorter sentence's informative words that two sentences of one speaker have in common."""
COVER = 0.5
"""The same of the longer one: a sentence that says much more is another."""
SHARED = 3
"""The least such words."""
RARE = 8
"""A word in more sentences of one speaker than this proposes no pair: it is what the speaker always speaks of."""
ALIGNED = 0.5
"""The share of words in equal order from which places can be shown; else both sentences are."""
ONE_WORD = 60
"""Letters in common, in percent, of a name and its spelling after translation; names have a check of their own."""
ONE_TIME = 3
"""Days between the reports: speakers say the like again and mean it otherwise."""
MOST_PLACES = 3
"""Places shown of one pair of sentences."""

Pair = tuple[Sentence, Sentence]


def restated_otherwise(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of the same days give one sentence of one speaker in words that do not say the same."""
    utterance_of = {key: each.id for each in found.utterances for key in each.attributions}
    by_speaker: dict[str, list[Sentence]] = defaultdict(list)
    for study in reports.studies:
        text = reports.documents[study.doc].text
        for each in study.attributions:
            speaker = reports.speaker(each.id)
            if speaker is not None and speaker.named and each.within is None:
                for piece in each.content:
                    by_speaker[speaker.id].extend(sentences_in(text, each, piece.start, piece.end))
    passages = _passages(found)
    related = {frozenset(each.documents) for each in found.lineages}
    by_words: dict[tuple[tuple[str, ...], ...], list[Pair]] = defaultdict(list)
    for _, said in sorted(by_speaker.items()):
        for one, other in _pairs(said):
            one_utterance = utterance_of.get(one.attribution.id, "") == utterance_of.get(other.attribution.id)
            if not (one_utterance or _together(passages, one, other)) and _of_one_time(reports, related, one, other):
                left, right = sorted((one, other), key=lambda each: each.stems)
                by_words[tuple(left.stems), tuple(right.stems)].append((left, right))
    for _, pairs in sorted(by_words.items()):
        made = _discrepancy(reports, pairs)
        if made is not None:
            yield made


def _passages(found: Dossier) -> Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]:
    """By two documents the passages that they share: what stands in both is compared there."""
    return {(left.doc, right.doc): each.passages for each in found.lineages for left, right in each.passages[:1]}


def _together(passages: Mapping[tuple[str, str], Sequence[tuple[Span, Span]]], one: Sentence, other: Sentence) -> bool:
    """Whether two sentences stand in one passage that two documents share."""
    spans = {each.attribution.doc: each.span() for each in (one, other)}
    for docs in ((one.attribution.doc, other.attribution.doc), (other.attribution.doc, one.attribution.doc)):
        for left, right in passages.get(docs, ()):
            if left.overlaps(spans[left.doc]) and right.overlaps(spans[right.doc]):
                return True
    return False


def _pairs(said: Sequence[Sentence]) -> Iterator[Pair]:
    """The sentences that share enough, found by the words that few of the speaker's sentences have."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        for stem in each.informative:
            holding[stem].append(place)
    near = {pair for places in holding.values() if len(places) <= RARE for pair in combinations(places, 2)}
    for left, right in sorted(near):
        one, other = said[left], said[right]
        if _shares_enough(one, other):
            yield one, other


def _shares_enough(one: Sentence, other: Sentence) -> bool:
    shared, longer = len(one.informative & other.informative), max(len(one.informative), len(other.informative))
    return shared >= SHARED and likeness(one, other) >= ALIKE and shared >= COVER * longer


def _discrepancy(reports: Reports, pairs: Sequence[Pair]) -> Discrepancy | None:
    """Of pairs in the same words; ``None`` where the reporters' words differ, or only names in two spellings."""
    one, other = pairs[0]
    left, right = one.attribution, other.attribution
    if left.mode == right.mode == "indirect":
        return None
    places = [place for place in replaced(one, other) if tells_other(one, other, place)]
    places = [place for place in places if not _spelled(reports, (one, other), place)][:MOST_PLACES]
    if not places:
        return None
    aligned = Levenshtein.normalized_similarity(one.stems, other.stems) >= ALIGNED
    quoted = aligned and "indirect" not in (left.mode, right.mode)
    numbers = any(numbers_differ(one, other, place) for place in places)
    shown = places if aligned else [(range(len(one.stems)), range(len(other.stems)))]
    return drawn(
        "wording",
        f"Two reports give a sentence of {name_of(reports.speaker(left.id))} in words that differ.",
        (side for pair in pairs for place in shown for side in sides_at(reports, pair, place)),
        ("damage" if quoted else "unknown", "grave" if numbers else "notable" if quoted else "slight"),
        about=None,
        detail=f"{likeness(one, other):.0%} of the informative words are the same",
    )


def _spelled(reports: Reports, pair: Pair, place: Place) -> bool:
    """Whether two stretches are one word in two spellings."""
    left, right = (reports.words(span_of(each, words)).lower() for each, words in zip(pair, place, strict=True))
    return fuzz.ratio(left, right) >= ONE_WORD


def _of_one_time(reports: Reports, related: AbstractSet[frozenset[str]], one: Sentence, other: Sentence) -> bool:
    """Whether two reports are of the same days; of unknown days those that a text in common brings together."""
    docs = one.attribution.doc, other.attribution.doc
    days = days_between(reports, *docs)
    return docs[0] != docs[1] and (frozenset(docs) in related if days is None else days <= ONE_TIME)
