"""Places in documents that rest on one text: which of them a span touches, found without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from standoff.core.findings import Utterance
from standoff.core.records import Attribution
from standoff.core.span import Span


class Places(NamedTuple):
    """Places in one document, sorted by where they start, each with the number of the text it rests on."""

    starts: Sequence[int]
    ends: Sequence[int]
    reach: Sequence[int]
    """The farthest end up to here: no earlier place touches what begins behind it."""
    texts: Sequence[int]

    def touching(self, span: Span) -> Iterator[int]:
        """The texts of the places that share a character with the span: a search, then a walk back over those."""
        place = bisect_left(self.starts, span.end)
        while place and self.reach[place - 1] > span.start:
            place -= 1
            if self.ends[place] > span.start:
                yield self.texts[place]


Shared = Mapping[str, Places]
"""By document."""
NOWHERE = Places((), (), (), ())


def places_of(held: Iterable[tuple[Span, int]]) -> Shared:
    """By document, the places with their texts; those of one text that touch each other are one."""
    by_doc: dict[str, dict[int, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    for span, text in held:
        by_doc[span.doc][text].add((span.start, span.end))
    return {doc: _sorted(by_text) for doc, by_text in by_doc.items()}


def _sorted(by_text: Mapping[int, Iterable[tuple[int, int]]]) -> Places:
    places = sorted((*each, text) for text, held in by_text.items() for each in _merged(sorted(held)))
    starts, ends, texts = (list(column) for column in zip(*places, strict=True))
    return Places(starts, ends, list(accumulate(ends, max)), texts)


def _merged(held: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that overlap as one, so that a text that a thousand copies cut otherwise is one place."""
    start = end = -1
    for left, right in held:
        if left >= end:
            if end > start:
                yield start, end
            start = left
        end = max(end, right)
    if end > start:
        yield start, end


def places_heard(utterances: Iterable[Utterance], attributions: Mapping[str, Attribution]) -> Shared:
    """By document, where each utterance is reported, its original's words among them; numbered in the order given."""
    return places_of(
        (span, number) for number, utterance in enumerate(utterances) for span in _told_at(utterance, attributions)
    )


def _told_at(utterance: Utterance, attributions: Mapping[str, Attribution]) -> Iterator[Span]:
    for said in utterance.attributions:
        if said in attributions:
            yield from attributions[said].content
    if utterance.original_at is not None:
        yield utterance.original_at
