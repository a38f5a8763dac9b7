"""The figures of one document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from standoff.core.records import Document, Figure, Study, TimeExpression, Why
from standoff.core.span import Span
from standoff.extract.figures.claims import Claims, Whereabouts
from standoff.extract.figures.counted import LASTING, Context, Counted, what_is_counted
from standoff.extract.figures.numbers import DIGITS, Number, read_numbers
from standoff.extract.figures.refusals import refused
from standoff.extract.figures.status import NO_VERB, PRESENT, is_compared, predicate, status_of
from standoff.extract.grammar import Grammar
from standoff.extract.times.near import Times
from standoff.lexicon.lexicon import Lexicon

RULE = "figures"
# The share of the figures found that were right, with the words for what is counted and without them: 154 of 154 and
# 55 of 55 in the fully marked reports, which were read while the rules were made, and about
# 34 of 34 and 22 of 25 on a batch of written sentences at its first reading. Both are set below that: few were counted,
# and reports nobody has looked at are harder.
COUNTED, BARE = 0.95, 0.88


def find_figures(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> tuple[Figure, ...]:
    """Every figure outside the furniture, in order of place; ``study`` holds mentions, times and attributions."""
    found = tuple(_places(document, grammar, lexicon, study.times))
    if not found:
        return ()
    scene = Scene(
        document,
        study.doc,
        grammar,
        lexicon,
        Claims(study, grammar, lexicon),
        Whereabouts(study, grammar),
        Times(grammar, study.times),
    )
    figures: list[Figure] = []
    for number, counted in found:
        figures.append(_figure(scene, number, counted, figures[-1] if figures else None))
    return tuple(figures)


@dataclass(frozen=True)
class Scene:
    """A document and its earlier readings, as figures ask them."""

    document: Document
    doc: str
    grammar: Grammar
    lexicon: Lexicon
    claims: Claims
    whereabouts: Whereabouts
    times: Times


def _figure(scene: Scene, number: Number, counted: Counted, before: Figure | None) -> Figure:
    """The record of one figure; a number that stands alone takes unit and status from the one ``before`` it."""
    document, grammar = scene.document, scene.grammar
    carrier = scene.claims.carrier(grammar.words[number.first].start)
    claimant, claimed = scene.claims.of(counted.head, carrier)
    compared = is_compared(grammar, number.start)
    time = _time(scene, counted, compared)
    when = None if time is None else time.when
    status, told = status_of(document, grammar, scene.lexicon, counted, carrier, when)
    unit = counted.unit
    alone = counted.what is None and unit is None and before is not None and before.unit not in ("percent", "share")
    if alone and before is not None and _follows(grammar, number, before):
        unit, status = before.unit, before.status if told in (PRESENT, NO_VERB) else status
        told += "; unit of the figure before it"
    if told == NO_VERB and grammar.lowered[max(number.start - 1, 0)] == "within" and unit == "second":
        status, told = "planned", "a time limit"
    if grammar.lowered[counted.stop : counted.stop + 2] == ("before", "the") and status == "actual":
        status, told = "past", "before"
    if compared or (number.ordinal and unit == "time" and status == "actual"):
        status, told = "past", "what something else is compared with" if compared else "a time counted again"
    return Figure(
        at=_span(scene, number.start, counted.stop),
        low=counted.low,
        high=counted.high,
        unit=unit,
        what=None if counted.what is None else _span(scene, *counted.what),
        where=scene.whereabouts.of(counted.head, counted.stop),
        hedge=number.hedge,
        claimant=claimant,
        carried_by=None if carrier is None else carrier.id,
        as_of=when,
        as_of_basis=None if time is None else time.basis,
        time=None if time is None else time.id,
        status=status,
        why=Why(RULE, COUNTED if counted.what else BARE, f"claimant: {claimed}; status: {told}"),
    )


def _follows(grammar: Grammar, number: Number, before: Figure) -> bool:
    """Whether the number stands in the sentence of the figure before it or in the next."""
    last = grammar.words[grammar.between(before.at.start, before.at.end).start]
    return grammar.words[number.first].sentence - last.sentence <= 1


def _time(scene: Scene, counted: Counted, compared: bool) -> TimeExpression | None:
    """The time that dates the figure; that of what it is compared with ("twice as many as in June") does not."""
    time = scene.times.of(_dated(scene.grammar, counted))
    if time is None or compared:
        return time
    first = scene.grammar.between(time.at.start, time.at.end)
    before = scene.grammar.lowered[max(first.start - 2, 0) : first.start]
    return None if any(word in BESIDE for word in before) else time


BESIDE = frozenset(("than", "as", "versus", "compared"))


def _dated(grammar: Grammar, counted: Counted) -> int:
    """The word whose time is the figure's: the verb of its clause."""
    verb = predicate(grammar, counted.head)
    return counted.head if verb is None else verb


def _span(scene: Scene, start: int, stop: int) -> Span:
    return Span(scene.doc, scene.grammar.words[start].start, scene.grammar.words[stop - 1].end)


def _places(
    document: Document, grammar: Grammar, lexicon: Lexicon, times: tuple[TimeExpression, ...]
) -> Iterator[tuple[Number, Counted]]:
    """The numbers that are figures, with what they count."""
    furniture, timed = Stretches(document.furniture), Stretches([(time.at.start, time.at.end) for time in times])
    for sentence, places in _promising(grammar, lexicon):
        forms = list(grammar.lowered[sentence.start : sentence.stop])
        context, last = Context(grammar, lexicon, sentence, forms), sentence.start
        for number in _placed(context, read_numbers(forms, lexicon.quantities, places)):
            if number.first < last:
                continue
            counted = what_is_counted(context, number)
            place = grammar.words[number.first].start, grammar.words[counted.stop - 1].end
            time = timed.at(*place)
            if furniture.at(*place) is None and not refused(
                context, number, counted, None if time is None else times[time]
            ):
                yield _during(context, number, counted)
            last = counted.stop


def _promising(grammar: Grammar, lexicon: Lexicon) -> Iterator[tuple[range, list[int]]]:
    """The sentences that may hold a number, each with the places in it where one may begin."""
    words, starts = grammar.words, lexicon.quantities.starts
    found = [at for at, form in enumerate(grammar.lowered) if form in starts or form[0] in DIGITS]
    for number, group in groupby(found, lambda at: words[at].sentence):
        first = bisect_left(words, number, key=SENTENCE)
        sentence = range(first, bisect_right(words, number, first, key=SENTENCE))
        yield sentence, [at - first for at in group]


SENTENCE = attrgetter("sentence")


def _during(context: Context, number: Number, counted: Counted) -> tuple[Number, Counted]:
    """Without the hedge where "over" is "during": "free 50 hostages over four days"."""
    if context.form(number.start) != "over" or counted.unit != "second" or number.start != number.first - 1:
        return number, counted
    word = context.grammar.words[counted.head]
    if not word.deprel.startswith("obl") or context.grammar.lemma(word.head) in LASTING:
        return number, counted
    return replace(number, start=number.first, hedge=None), replace(counted, high=counted.low)


def _placed(context: Context, numbers: Iterator[Number]) -> Iterator[Number]:
    """The numbers of a sentence by the document's words; "from 40 to 62" as two where something rises or falls."""
    by = context.sentence.start
    for local in numbers:
        number = replace(local, start=local.start + by, first=local.first + by, stop=local.stop + by)
        if number.link is None or not _changes(context, number):
            yield number
            continue
        link = number.link + by
        yield replace(number, start=number.first, stop=link, high=number.low, hedge=None, link=None)
        yield replace(number, start=link + 1, first=link + 1, low=number.high, hedge=None, link=None)


def _changes(context: Context, number: Number) -> bool:
    """Whether the ends of the range are where a change began and ended."""
    if context.form(number.start) != "from":
        return False
    words, verbs = context.grammar.words, context.lexicon.quantities.change_verbs
    head = context.grammar.head_of(number.first, number.stop)
    return any(context.grammar.lemma(index) in verbs for index in (words[head].head, words[words[head].head].head))


class Stretches:
    """Stretches of a text, in order and disjoint, found again by place."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Take the stretches."""
        self._stretches = stretches

    def at(self, start: int, end: int) -> int | None:
        """The number of the last stretch that shares a character with ``[start, end)``."""
        before = bisect_left(self._stretches, (end, end)) - 1
        return before if before >= 0 and self._stretches[before][1] > start else None
