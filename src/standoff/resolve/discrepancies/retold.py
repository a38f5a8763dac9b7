"""Reported speech that one text has from another, or both from one release, in words that do not say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.core.claims import Discrepancy
from standoff.core.dossier import Dossier
from standoff.core.findings import Lineage
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sentences import (
    Place,
    Sentence,
    likeness,
    numbers_differ,
    replaced,
    sentences_in,
    sides_at,
    tells_other,
    tells_some,
)
from standoff.resolve.discrepancies.sides import drawn, name_of
from standoff.resolve.reports import Reports

ALIKE = 0.4
"""The share of the shorter sentence's informative words that it has in common with the sentence that it retells: by
judgement: where half the words of a rewrite change, a little less than half of the sentence is left."""
MOST_SENTENCES = 24
"""Sentences of one passage that are compared with those of the other."""
MOST_PLACES = 3
"""Places shown of one pair of sentences."""


def retold_otherwise(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Two reports that have a statement from one text give it in words that do not say the same."""
    said = {study.doc: study.attributions for study in reports.studies}
    utterance_of = {key: each.id for each in found.utterances for key in each.attributions}
    by_words: dict[tuple[tuple[str, ...], ...], list[tuple[Sentence, Sentence]]] = defaultdict(list)
    for lineage in found.lineages:
        for one, other in _pairs(reports, lineage, said):
            if utterance_of.get(one.attribution.id, "") != utterance_of.get(other.attribution.id):
                left, right = sorted((one, other), key=lambda each: each.stems)
                by_words[tuple(left.stems), tuple(right.stems)].append((left, right))
    for _, pairs in sorted(by_words.items()):
        made = _discrepancy(reports, pairs)
        if made is not None:
            yield made


def _pairs(
    reports: Reports, lineage: Lineage, said: Mapping[str, Sequence[Attribution]]
) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences of the passages that retell each other, each with its nearest."""
    spoken = lineage.relation != "shared_release"
    for left, right in lineage.passages:
        if reports.words(left) == reports.words(right):
            continue
        here, there = (
            list(_sentences(reports, said.get(span.doc, ()), span, spoken=spoken))[:MOST_SENTENCES]
            for span in (left, right)
        )
        for one in here:
            nearest = max(there, key=lambda other: likeness(one, other), default=None)
            if nearest is not None and likeness(one, nearest) >= ALIKE:
                yield one, nearest


def _sentences(reports: Reports, said: Sequence[Attribution], within: Span, *, spoken: bool) -> Iterator[Sentence]:
    """The sentences of reported speech in a passage; of several that hold the same words the innermost speech.

    Where both have a release before them, only what they quote of it; where one has the other, all (``spoken``).
    """
    text = reports.documents[within.doc].text
    taken: list[tuple[int, int]] = []
    for each in sorted(said, key=lambda one: (sum(map(len, one.content)), one.content)):
        if each.mode == "indirect" and not spoken:
            continue
        for piece in each.content:
            start, stop = max(piece.start, within.start), min(piece.end, within.end)
            for sentence in sentences_in(text, each, start, stop):
                first, last = sentence.places[0][0], sentence.places[-1][1]
                if not any(first < end and begin < last for begin, end in taken):
                    taken.append((first, last))
                    yield sentence


def _discrepancy(reports: Reports, pairs: Sequence[tuple[Sentence, Sentence]]) -> Discrepancy | None:
    """Of pairs in the same words; ``None`` where no informative word stands in another's place, or in another form."""
    one, other = pairs[0]
    quoted = "indirect" not in (one.attribution.mode, other.attribution.mode)
    places = list(_places(one, other, quoted=quoted))[:MOST_PLACES]
    if not places or one.attribution.doc == other.attribution.doc:
        return None
    speaker = reports.speaker(one.attribution.id) or reports.speaker(other.attribution.id)
    told = any(tells_other(one, other, place) for place in places)
    numbers = any(numbers_differ(one, other, place) for place in places)
    return drawn(
        "wording",
        f"Two reports that have a statement by {name_of(speaker)} from one text give it in words that differ.",
        (side for pair in pairs for place in places for side in sides_at(reports, pair, place)),
        ("damage", "grave" if numbers else "notable" if told and quoted else "slight"),
        about=None,
        detail=f"{likeness(one, other):.0%} of the informative words are the same",
    )


def _places(one: Sentence, other: Sentence, *, quoted: bool) -> Iterator[Place]:
    """Where words of another sense stand; between quotations without any, where the same words stand otherwise."""
    places = list(replaced(one, other))
    told = [place for place in places if tells_other(one, other, place)]
    yield from told or (place for place in places if quoted and tells_some(one, other, place))
