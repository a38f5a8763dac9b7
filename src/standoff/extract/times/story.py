"""Settles the times of a document in the order of the text, each from the document's date or from those before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.core.periods import Period
from standoff.core.records import Document, Reckoning, TimeExpression, Why
from standoff.core.span import Span
from standoff.core.when import When
from standoff.extract.grammar import Grammar
from standoff.extract.times.aims import Aim, Direction, Vague, reckoning_of
from standoff.extract.times.anchors import published_anchor, text_anchor
from standoff.extract.times.phrases import Phrase
from standoff.extract.times.ranges import stretched
from standoff.extract.times.settle import DOCUMENT_DATE, REACH, Anchor, Settled, settle, settle_in_year
from standoff.extract.times.tense import direction_of
from standoff.lexicon.lexicon import Lexicon

FINDER = "times"
SCORES = {"explicit": 0.95, "published": 0.85, "reference": 0.6}
"""About the shares of values that are right on TimeBank, by what they rest on."""
UNSETTLED_SCORE = 0.7
MANY = 50
"""Captions looked at; a page with more is a gallery."""
FINE = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5}
"""How fine a grain is; another time settles only what is not finer than itself."""
COARSEST = 6


@dataclass(frozen=True)
class Told:
    """A settled time of the story and where it stands."""

    period: Period
    span: Span
    sentence: int
    explicit: bool


class Story:
    """The times of one document as they follow each other."""

    def __init__(self, document: Document, grammar: Grammar, lexicon: Lexicon) -> None:
        """Take the document with its parse."""
        self._document, self._grammar, self._lexicon = document, grammar, lexicon
        self._doc = document.id
        self._told: list[Told] = []

    def told(self, read: Sequence[tuple[Phrase, Aim | Vague]]) -> tuple[TimeExpression, ...]:
        """The phrases as time expressions, without those in the furniture."""
        anchor = published_anchor(self._document) or self._text_anchor(read)
        found: list[TimeExpression] = []
        for phrase, aim in read:
            span = self._span(phrase)
            if not self._in_furniture(span):
                found.append(self._tell(phrase, aim, span, anchor))
        return stretched(found, self._grammar)

    def _tell(self, phrase: Phrase, aim: Aim | Vague, span: Span, anchor: Anchor | None) -> TimeExpression:
        if isinstance(aim, Vague):
            why = Why(FINDER, UNSETTLED_SCORE, phrase.kind.replace("_", " "))
            return TimeExpression(
                at=span, type=aim.type, value=aim.value, when=None, basis=None, needs=aim.needs, why=why
            )
        sentence = self._grammar.words[phrase.start].sentence
        settled = self._in_told_year(aim, sentence, anchor) or settle(
            aim, anchor, self._reference(aim, sentence), lambda: self._direction(phrase)
        )
        if settled.period is not None:
            self._told.append(Told(settled.period, span, sentence, settled.basis == "explicit"))
        since = self._is_since(phrase)
        waits = settled.needs == DOCUMENT_DATE or (
            anchor is not None and settled.reckoned_from == anchor.at is not None
        )
        reckoning = reckoning_of(aim, lambda: self._direction(phrase), since=since) if waits else None
        return _expression(span, aim, settled, phrase, since, reckoning)

    def _in_told_year(self, aim: Aim, sentence: int, anchor: Anchor | None) -> Settled | None:
        """A day or month without its year, in the year the text has told of; a document's own date comes before it.

        With a document's date the year is counted from that: news name the year of what lies far from their day, so
        a bare month is near it, whatever year was told of a sentence before.
        """
        told = next((t for t in reversed(self._told[-REACH:]) if t.explicit), None)
        if anchor is not None or aim.in_year is None or told is None or sentence - told.sentence > REACH:
            return None
        if told.period.grain not in ("year", "month", "day"):
            return None
        return settle_in_year(aim, told.period.first.year, told.span)

    def _reference(self, aim: Aim, sentence: int) -> Anchor | None:
        """The last time told before, near enough and fine enough to count from."""
        reach = REACH if aim.reach is None else aim.reach
        for told in reversed(self._told[-REACH:]):
            if sentence - told.sentence > reach:
                return None
            if FINE.get(told.period.grain, COARSEST) <= FINE.get(aim.grain, COARSEST):
                return Anchor(told.period.first, told.period.first, told.span)
        return None

    def _direction(self, phrase: Phrase) -> Direction | None:
        stop = phrase.start + len(phrase.words)
        place = self._grammar.words[phrase.start].start
        if any(start <= place < end for start, end in self._document.captions[:MANY]):
            return "past"  # a caption's present tense tells of the moment of the picture
        before = self._grammar.form(phrase.start - 1).lower() if phrase.start else ""
        return direction_of(self._grammar, self._lexicon, self._grammar.head_of(phrase.start, stop), before)

    def _is_since(self, phrase: Phrase) -> bool:
        return phrase.start > 0 and self._grammar.form(phrase.start - 1).lower() == "since"

    def _span(self, phrase: Phrase) -> Span:
        words = self._grammar.words
        return Span(self._doc, words[phrase.start].start, words[phrase.start + len(phrase.words) - 1].end)

    def _in_furniture(self, span: Span) -> bool:
        furniture = self._document.furniture
        after = bisect_left(furniture, (span.end,))
        return after > 0 and furniture[after - 1][1] > span.start

    def _text_anchor(self, read: Sequence[tuple[Phrase, Aim | Vague]]) -> Anchor | None:
        whole = [
            (aim.fixed, self._span(phrase), phrase.has("weekdays"))
            for phrase, aim in read
            if isinstance(aim, Aim) and aim.fixed is not None and aim.fixed.grain == "day"
        ]
        return text_anchor(self._document.text, whole)


def _expression(
    span: Span, aim: Aim, settled: Settled, phrase: Phrase, since: bool, reckoning: Reckoning | None
) -> TimeExpression:
    when = settled.when
    if since and when is not None:
        when = When(when.since, None)
    score = UNSETTLED_SCORE if settled.basis is None else SCORES[settled.basis]
    return TimeExpression(
        at=span,
        type=aim.type,
        value=settled.value,
        when=when,
        basis=settled.basis,
        reckoned_from=settled.reckoned_from,
        needs=settled.needs,
        reckoning=reckoning,
        why=Why(FINDER, score, phrase.kind.replace("_", " ")),
    )
