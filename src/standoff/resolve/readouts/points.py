"""Points of a readout: its sentences, cut where a new act of speech begins, with the words they are compared by."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from standoff.core.records import Study
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.readouts.meetings import Readout
from standoff.resolve.wording import NEGATORS, is_informative, stem_of, words_of

JOINT = re.compile(r"(?:,|;)?\s+(?:and|but|while|whereas)\s+|;\s+")
SOON = 14
"""Characters from a conjunction to the verb that it joins: "and also called for"."""
LEAST_TOLD = 3
"""Informative words of a point; less is a heading or the rest of a sentence."""


Reading = tuple[int, int, str]
"""Where something is read, and what; in order of place."""
SideOf = Callable[[str | None], str | None]
"""The side of whom a mention names, by its id."""


class Said(NamedTuple):
    """A point with its words."""

    at: Span
    lemmas: Sequence[str]
    """The informative ones, in order."""
    denied: Sequence[bool]
    """By lemma: a negation stands in the few words before it."""
    speakers: frozenset[str]
    """The sides of those who say it, where they are told."""
    named: frozenset[str]
    """The sides that its words name."""

    def may_be(self, other: Said) -> bool:
        """Whether two points may be one: not where two sides speak, each for itself, and neither names the other."""
        if not self.speakers or not other.speakers or self.speakers & other.speakers:
            return True
        return bool(self.speakers & other.named or other.speakers & self.named)


class Telling(NamedTuple):
    """What the points of one readout are read with."""

    text: str
    silent: frozenset[str]
    """Lemmas that tell no point from another."""
    framing: frozenset[int]
    """Where the words of a cue start, which say that something was said."""
    readings: Sequence[Reading]
    speakers: Sequence[Reading]
    named: Sequence[Reading]


KINDS = {"state": 0.8, "event": 0.4, "commitment": 0.3}
"""What a state, a type of event and a force tell beside a word that stands in no other text (1)."""
REACH = 4
"""Words after a negation that it bears on."""


def points_of(readout: Readout, silent: frozenset[str], side_of: SideOf, lexicon: Lexicon) -> list[Said]:
    """The points of a readout in order. ``silent`` are lemmas that tell no point from another: who met.

    Linear in the text.
    """
    text = readout.original.document.text
    study = readout.study
    spans = sorted({each.cue for each in study.attributions if each.cue is not None})
    cues = [each.start for each in spans]
    pieces = (piece for sentence in readout.sentences for piece in _clauses(text, sentence, cues))
    framing = {start for cue in spans for start in words_of(text, [(cue.start, cue.end)]).starts}
    told = Telling(text, silent, frozenset(framing), _readings(study), *_sides(study, side_of))
    said = (_said(told, piece, lexicon) for piece in pieces)
    return [each for each in said if len(each.lemmas) >= LEAST_TOLD]


def _sides(study: Study, side_of: SideOf) -> tuple[list[Reading], list[Reading]]:
    """The sides of those who speak, at their cues, and of those who are named."""
    cued = ((each.cue, side_of(each.speaker)) for each in study.attributions if each.cue is not None)
    named = ((each.at, side_of(each.id)) for each in study.mentions)
    told = [sorted((at.start, at.end, side) for at, side in each if side is not None) for each in (cued, named)]
    return told[0], told[1]


def _within(readings: Sequence[Reading], at: Span) -> frozenset[str]:
    first, last = (bisect_left(readings, (place, 0, "")) for place in (at.start, at.end))
    return frozenset(name for _, _, name in readings[first:last])


def _readings(study: Study) -> list[Reading]:
    """What is read at which place: the types of events but meetings, the forces of commitments; in order of place."""
    events = ((each.at.start, each.at.end, f"event {each.type}") for each in study.events if each.type != "CONSULT")
    bound = (
        (each.consequent.start, each.consequent.end, f"commitment {each.force}")
        for each in study.commitments
        if each.consequent is not None
    )
    return sorted((*events, *bound))


def _clauses(text: str, sentence: Span, cues: Sequence[int]) -> Iterator[Span]:
    """The sentence cut before each verb of saying or doing that a conjunction joins on; whole where a part is empty."""
    start = sentence.start
    for joint in JOINT.finditer(text, sentence.start, sentence.end):
        place = bisect_left(cues, joint.end())
        if place == len(cues) or cues[place] > min(joint.end() + SOON, sentence.end):
            continue
        if _told(text, start, joint.start()) >= LEAST_TOLD and _told(text, joint.end(), sentence.end) >= LEAST_TOLD:
            yield Span(sentence.doc, start, joint.start())
            start = joint.end()
    yield Span(sentence.doc, start, sentence.end)


def _told(text: str, start: int, end: int) -> int:
    return sum(map(is_informative, words_of(text, [(start, end)]).forms))


def _said(told: Telling, at: Span, lexicon: Lexicon) -> Said:
    lemmas, denied, since = [], [], REACH + 1
    words = words_of(told.text, [(at.start, at.end)])
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        since = 0 if form in NEGATORS or stem_of(form) in NEGATORS else since + 1
        lemma = _lemma(told.text[start:end], form, lexicon)
        framing = start in told.framing or lexicon.office_at((form,), 0) > 0
        if is_informative(form) and lemma not in told.silent and not framing:
            lemmas.append(lemma)
            denied.append(since <= REACH)
    inside = sorted(_within(told.readings, at))
    lemmas, denied = [*lemmas, *inside], [*denied, *(False for _ in inside)]
    return Said(at, lemmas, denied, _within(told.speakers, at), _within(told.named, at))


def _lemma(word: str, form: str, lexicon: Lexicon) -> str:
    """A state's name, adjective, people and capital are one; else the lemma of the form."""
    state = lexicon.state_of(word) if word[:1].isupper() else None
    return f"state {state}" if state is not None else lexicon.word_vectors.lemma_of(form)


def weights_of(points: Iterable[Said], lexicon: Lexicon) -> dict[str, float]:
    """How much each lemma tells, up to 1: the rarer it is in English, and the fewer of the points have it."""
    held = [frozenset(each.lemmas) for each in points]
    counts = Counter(lemma for each in held for lemma in each)
    most = math.log1p(len(held))
    return {
        lemma: round(_rarity(lemma, lexicon) * math.log1p(len(held) / count) / most, 9)
        for lemma, count in counts.items()
    }


def _rarity(lemma: str, lexicon: Lexicon) -> float:
    kind, _, value = lemma.partition(" ")
    if value:
        return KINDS[kind]
    words = lexicon.common_words
    return math.log1p(words.pieces / (1 + words.counts.get(stem_of(lemma), 0))) / math.log1p(words.pieces)


def silent_words(names: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The lemmas of the names of those who met."""
    found = ((name, words_of(name, [(0, len(name))])) for name in names)
    return frozenset(
        _lemma(name[start:end], form, lexicon)
        for name, words in found
        for form, start, end in zip(words.forms, words.starts, words.ends, strict=True)
    )
