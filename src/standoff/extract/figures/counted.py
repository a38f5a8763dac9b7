"""What a number counts or measures: its unit, and the words for what there is so many of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from standoff.extract.figures.numbers import DASHES, SHARE, Number
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.numerals import MONTHS, number_at
from standoff.lexicon.quantities import Unit

AHEAD = 8  # words between a number and its noun ("two badly damaged Varnian coast guard patrol ships" has six)
BEFORE_NOUN = frozenset("nummod compound amod det advmod nmod:poss nmod:desc flat case".split())
NOUNS = frozenset(("NOUN", "PROPN"))
INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM", "PUNCT", "DET", "PART", "CCONJ", "SYM", "X"))
LASTING = frozenset("last take continue go run endure drag spend".split())
WHOLE = frozenset("the its their his her our this that these those all".split())
"""Words that begin the whole of a share: "half the population"."""
VOTES = frozenset("vote votes voted voting ballot ballots".split())
STEPS = 4  # units in one duration: "two years, three months and one day" has three


@dataclass(frozen=True)
class Counted:
    """What stands behind a number. Places are indices of words."""

    stop: int
    """After the last word of the figure."""
    head: int
    """The word through which the figure hangs on its clause."""
    unit: str | None
    what: tuple[int, int] | None
    low: float | None
    high: float | None
    measured: bool = False
    """A measure and no count: time, length, money, a share."""


class Context:
    """The sentence around a number, by the indices of the document's words."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, sentence: range, forms: list[str]) -> None:
        """``forms`` are the words of the sentence in lower case."""
        self.grammar, self.lexicon, self.sentence, self.forms = grammar, lexicon, sentence, forms

    @cached_property
    def votes(self) -> bool:
        """Whether the sentence tells a vote: "passed by 112 votes to 87"."""
        return not VOTES.isdisjoint(self.forms)

    def form(self, index: int) -> str:
        """The word in lower case; "" outside the sentence."""
        return self.forms[index - self.sentence.start] if index in self.sentence else ""

    def ahead(self, index: int) -> list[str]:
        """Some words from ``index`` on, within the sentence."""
        local = index - self.sentence.start
        return self.forms[local : local + 12]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the word and the one before."""
        words = self.grammar.words
        return 0 < index < len(words) and words[index - 1].end == words[index].start


def what_is_counted(context: Context, number: Number) -> Counted:
    """What a number, by the document's words, counts or measures."""
    quantities = context.lexicon.quantities
    after = number.stop
    if number.unit is not None:
        return _of_unit(context, number, number.unit, after)
    attributive = context.form(after) in DASHES and context.glued(after) and context.glued(after + 1)
    of = (
        int(number.hedge == "vague" or context.form(number.stop - 1) in quantities.pairs)
        if context.form(after) == "of"
        else 0
    )
    found = quantities.unit_at(context.ahead(after + attributive + of), 0)
    if found is not None and not number.ordinal:
        return _measured(context, number, found[0], after + attributive + of + found[1])
    head = after + 1 if attributive else _noun(context, number)
    if head is None:
        return _without_noun(context, number)
    if context.form(head) == "more":
        return Counted(head + 1, head, None, None, number.low, number.high)
    return _of_noun(context, number, head, after + attributive)


def _of_unit(context: Context, number: Number, unit: Unit, after: int) -> Counted:
    """A share or an amount of money, whose unit stands before or in the number."""
    quantities = context.lexicon.quantities
    again = quantities.unit_at(context.ahead(after), 0) if unit is not SHARE else None
    stop = after + again[1] if again is not None and again[0].name == unit.name else after
    unit = again[0] if again is not None and len(again[0].name) == len("USD") and again[0].name.isupper() else unit
    what, end = _complement(context, stop)
    if unit is SHARE and what is None and context.form(stop) in WHOLE:
        what, end = _next_phrase(context, stop)
    low, high = _scaled(number, unit.factor)
    return Counted(end or stop, _head(context, number, stop), unit.name, what, low, high, measured=True)


def _measured(context: Context, number: Number, unit: Unit, stop: int) -> Counted:
    """A number with its unit behind it; durations of several units are one."""
    low, high = _scaled(number, unit.factor)
    factor, end = unit.factor, stop
    for _ in range(STEPS if unit.name == "second" else 0):
        more = _next_part(context, end, factor)
        if more is None:
            break
        value, factor, end = more
        low, high = low if low is None else low + value, high if high is None else high + value
    part = context.lexicon.quantities.shares.get(context.form(end + 2))
    if part is not None and context.form(end) == "and" and context.form(end + 1) in ("a", "one"):
        low, high = (None if side is None else side + factor * part for side in (low, high))
        end += 3
    return Counted(end, stop - 1, unit.name, _measured_thing(context, stop, end), low, high, measured=True)


def _scaled(number: Number, factor: float) -> tuple[float | None, float | None]:
    low = None if number.low is None else number.low * factor
    return low, None if number.high is None else number.high * factor


def _next_part(context: Context, end: int, factor: float) -> tuple[float, float, int] | None:
    """The value, factor and end of a smaller unit of time that goes on a duration: "and one minute"."""
    at = end + (context.form(end) in ("and", ","))
    ahead = context.ahead(at)
    found = number_at(ahead, 0) if ahead else None
    unit = context.lexicon.quantities.unit_at(ahead, found[1]) if found is not None else None
    if found is None or unit is None or unit[0].name != "second" or unit[0].factor >= factor:
        return None
    return found[0] * unit[0].factor, unit[0].factor, at + unit[1]


def _measured_thing(context: Context, stop: int, end: int) -> tuple[int, int] | None:
    """The "talks" of "six hours of talks", "call" of "a two-hour call" and of "the call lasted two hours"."""
    what, _ = _complement(context, end)
    if what is not None:
        return what
    grammar, unit = context.grammar, stop - 1
    word = grammar.words[unit]
    head = word.head
    if head >= end and head - end <= AHEAD and grammar.words[head].upos in NOUNS and word.deprel in BEFORE_NOUN:
        return (end + (context.form(end) in ("'", "’", "'s", "’s")), head + 1)
    if grammar.lemma(head) in LASTING:
        subject = grammar.child(head, "nsubj")
        if subject is not None and grammar.words[subject].upos in NOUNS:
            return grammar.left_edge(subject), subject + 1
    return None


def _complement(context: Context, stop: int) -> tuple[tuple[int, int] | None, int | None]:
    """The noun phrase behind "of" or "in" at ``stop``, and where the figure ends with it."""
    if context.form(stop) not in ("of", "in", "worth"):
        return None, None
    noun = context.grammar.words[stop].head
    start = stop + 1
    if not stop < noun <= stop + AHEAD or noun not in context.sentence:
        return None, None
    if context.form(stop) != "of":
        timed = context.lexicon.quantities.unit_at(context.ahead(noun), 0) is not None or context.form(noun) in MONTHS
        inside = context.grammar.words[noun].head < stop and context.grammar.words[noun].upos == "NOUN" and not timed
        return ((start, noun + 1), None) if inside else (None, None)
    return (_trimmed(context, start, noun), noun + 1) if noun >= start else (None, None)


def _next_phrase(context: Context, stop: int) -> tuple[tuple[int, int] | None, int | None]:
    """The noun phrase right behind a share: "half the population"."""
    for noun in range(stop, min(stop + AHEAD, context.sentence.stop)):
        if context.grammar.words[noun].upos in NOUNS and context.grammar.words[noun].deprel != "compound":
            return _trimmed(context, stop, noun), noun + 1
    return None, None


def _head(context: Context, number: Number, stop: int) -> int:
    """The word of the figure through which it hangs on its clause."""
    return context.grammar.head_of(number.first, max(stop, number.first + 1))


def _noun(context: Context, number: Number) -> int | None:
    """The noun that is counted: the one the number modifies, or that of its "of"."""
    grammar, at = context.grammar, _head(context, number, number.stop)
    if context.form(number.stop) == "of":
        noun = grammar.words[number.stop].head
        return noun if number.stop < noun <= number.stop + AHEAD and _is_nominal(context, noun) else None
    word = grammar.words[at]
    if word.deprel in BEFORE_NOUN or number.hedge == "vague":
        head = word.head
        if number.stop <= head <= number.stop + AHEAD and head in context.sentence and _reaches(context, number, head):
            return _outer(context, head)
    more = number.stop + (context.form(number.stop) in ("more", "other", "additional", "further"))
    if word.deprel in BEFORE_NOUN or more > number.stop:
        return _next_noun(context, more)
    beside = number.stop
    plural = context.form(beside) != grammar.lemma(beside) if beside in context.sentence else False
    return _next_noun(context, beside) if plural and grammar.words[beside].upos == "NOUN" else None


def _outer(context: Context, head: int) -> int:
    """The head of a compound that the number was hung inside: "states" of "30 member states"."""
    word = context.grammar.words[head]
    if word.deprel == "compound" and head < word.head <= head + 2 and word.head in context.sentence:
        return word.head
    return head


def _reaches(context: Context, number: Number, head: int) -> bool:
    """Whether only words of a noun phrase stand between the number and its head."""
    words = context.grammar.words
    if words[head].upos not in (*NOUNS, "ADJ", "PRON", "VERB", "SYM", "NUM"):
        return False
    return all(words[i].upos in INSIDE and context.form(i) not in (",", ";", ":") for i in range(number.stop, head))


def _next_noun(context: Context, start: int) -> int | None:
    """The last noun of the run of adjectives and nouns right behind the number, for parses that went wrong."""
    found = None
    for index in range(start, min(start + AHEAD, context.sentence.stop)):
        upos = context.grammar.words[index].upos
        if upos == "NOUN" or (upos == "PROPN" and context.form(index).endswith("s")):
            found = index
        elif upos not in ("ADJ", "PROPN"):
            break
    return found


def _is_nominal(context: Context, index: int) -> bool:
    return context.grammar.words[index].upos in ("NOUN", "PROPN", "PRON", "ADJ", "SYM", "NUM", "DET")


def _of_noun(context: Context, number: Number, head: int, start: int) -> Counted:
    """A count of a noun, with the nouns joined to it that have no number of their own."""
    end = _joined(context, head) + 1
    what = _trimmed(context, start, end - 1) if head >= start else (head, head + 1)
    return Counted(end, head, unit_of_noun(context, head, start), what, number.low, number.high)


def _joined(context: Context, head: int) -> int:
    """The last noun that a bare "and" joins: "guards" of "6,500 marines and border guards"."""
    words = context.grammar.words
    if context.form(head + 1) != "and":
        return head
    for child in context.grammar.children.get(head, ())[:AHEAD]:
        joined = words[child].deprel == "conj" and words[child].upos in NOUNS and head + 1 < child <= head + 4
        if joined and all(words[i].upos in (*NOUNS, "ADJ") for i in range(head + 2, child + 1)):
            return child
    return head


def _trimmed(context: Context, start: int, last: int) -> tuple[int, int] | None:
    """The words from ``start`` to ``last`` without the articles and prepositions they begin with."""
    while start < last and context.grammar.words[start].upos in ("DET", "ADP", "PUNCT", "CCONJ"):
        start += 1
    return (start, last + 1) if start <= last else None


def unit_of_noun(context: Context, head: int, start: int) -> str | None:
    """The unit "person" for nouns of persons and their harm, else the noun in the singular."""
    lexicon, form = context.lexicon, context.form(head)
    lemma = context.grammar.lemma(head)
    phrase = " ".join(context.form(i) for i in range(max(start, head - 2), head + 1))
    kind = lexicon.noun_type(phrase)
    people = "person" in (kind, lexicon.noun_type(lemma)) or (kind == "military" and lexicon.singular_of(form) == form)
    if people or lemma in lexicon.quantities.persons or lemma in lexicon.quantities.harm_words:
        return "person"
    if lexicon.state_kind(context.grammar.form(head)) == "people":
        return "person"
    return lemma if context.grammar.words[head].upos in NOUNS else None


def _without_noun(context: Context, number: Number) -> Counted:
    """A number that stands for what it counts: "12 dead", "killed 30", "it holds 27"."""
    after, harm = number.stop, context.lexicon.quantities.harm_words
    head = _head(context, number, number.stop)
    at = after + (context.form(after) in ("more", "others"))
    for index in (at, at + 1):
        if context.form(index) in harm and context.form(index - 1) not in ("and", "or", ",", "were", "was"):
            return Counted(index + 1, head, "person", (index, index + 1), number.low, number.high)
    unit = "person" if _harmed(context, head) or (at > after and context.form(after) == "others") else None
    return Counted(after, head, unit, None, number.low, number.high)


def _harmed(context: Context, head: int) -> bool:
    """Whether a verb of harm governs the number."""
    word, verbs = context.grammar.words[head], context.lexicon.quantities.harm_verbs
    if word.deprel == "conj":
        word = context.grammar.words[word.head]
    harmed = (
        context.grammar.lemma(word.head) in verbs or context.form(word.head) in context.lexicon.quantities.harm_words
    )
    return harmed and word.deprel in ("obj", "nsubj", "nsubj:pass", "conj", "obl")
