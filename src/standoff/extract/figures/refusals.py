"""Numbers that claim nothing: dates, ages, labels, names, parts of other tokens, and groups already named."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from standoff.core.records import TimeExpression
from standoff.extract.figures.counted import NOUNS, VOTES, Context, Counted
from standoff.extract.figures.numbers import DASHES, Number
from standoff.lexicon.numerals import MONTHS, TENS, UNITS

DEFINITE = frozenset("the these those both all our their its his her your my".split())
SMALL_GROUP = 5  # "the five powers": larger groups are counted rather than known one by one
YEARS = range(1900, 2060)  # what crises of our time look back and forward to
OLDEST = 110
AROUND = frozenset(("ago", "later", "earlier", "before", "after", "prior", "hence", "on", "from", "away", "since"))
WITHIN = frozenset("in past last next previous coming recent following preceding first every each per another".split())
ONE_NOT = frozenset("another one by thing day side hand point way man else more time of".split())
NOT_BEFORE_ONE = frozenset("no any every each another this that the which some number - – —".split())
LABELLED = frozenset("nummod flat compound appos nmod dep nmod:unmarked nmod:desc list".split())


def refused(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> str | None:
    """Why the number is no figure, by the name of the rule; ``None`` where it is one."""
    return next((name for name, rule in REFUSALS.items() if rule(context, number, counted, time)), None)


def _of_time(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """Part of a date, a time of day or a set; a duration only where it places an event."""
    before, after = context.form(number.start - 1), context.form(counted.stop)
    if before == "within" and counted.unit == "second":
        return False
    if time is not None and time.type in ("date", "set") and not _counts(context, counted):
        return True
    if time is not None and time.type == "time" and counted.unit != "second":
        return True
    if counted.unit != "second":
        return False
    first = number.start == number.first and before in WITHIN
    return first or after in AROUND or (after in ("a", "per", "each", "every") and context.form(number.first) != "a")


def _counts(context: Context, counted: Counted) -> bool:
    """Whether it counts things after all, so that a time that holds it was read too widely."""
    return counted.unit not in (None, "second") and counted.what is not None and not counted.measured


def _clock_or_date(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    before, after = number.first - 1, context.form(number.stop)
    if _is_clock(context, number, counted):
        return True
    past = counted.what is None and counted.unit is None and "past" in (after, context.form(before))
    oclock = past or (after == "o" and context.form(number.stop + 1) in ("'", "’"))
    if after in context.lexicon.quantities.clock or oclock:
        return True
    month = after in MONTHS and context.grammar.words[number.stop].upos in NOUNS
    return month or (context.form(before) in MONTHS and context.grammar.words[before].upos in NOUNS)


BY_CLOCK = frozenset("by at until till since before after from around".split())
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d")


def _is_clock(context: Context, number: Number, counted: Counted) -> bool:
    """As in "18.47" at the beginning of a line, or "by 7.15"."""
    if counted.unit is not None or counted.what is not None or not CLOCK.fullmatch(context.form(number.first)):
        return False
    timed = context.form(number.first - 1) in BY_CLOCK and not _stands(context, counted)
    return timed or _begins_line(context, number.first)


def _begins_line(context: Context, index: int) -> bool:
    """Whether nothing but marks stands before the word in its line: where live blogs put the time of day."""
    start = context.grammar.words[index].start
    line = context.grammar.text[max(start - 4, 0) : start].rsplit("\n", 1)
    return not line[-1].strip(" \t([•-–—*") and (start < 4 or len(line) > 1)


def _year(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """Four digits as years are written; news write a comma into what is counted in thousands, or hedge it."""
    form = context.form(number.first)
    if len(form) != 4 or not form.isdecimal() or int(form) not in YEARS or counted.measured:
        return False
    return number.start == number.first and counted.unit != "person"


def _age(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    quantities = context.lexicon.quantities
    after = [context.form(index) for index in range(counted.stop, counted.stop + 3)]
    if counted.unit == "second" and (
        after[0] in quantities.ages or (after[0] in DASHES and after[1] in quantities.ages)
    ):
        return True
    if counted.unit == "second" and after[:2] == ["of", "age"]:
        return True
    if context.form(number.start - 1) in quantities.age_before or _aged(context, number):
        return True
    return _set_apart(context, number, counted) or _people_under(context, number, counted)


def _aged(context: Context, number: Number) -> bool:
    """As in "18- to 24-year-old": whether an age in the words behind is where the number goes on."""
    behind = context.form(number.stop) in DASHES and context.form(number.stop + 1) in ("to", "and", "or")
    return behind and "old" in context.ahead(number.stop)


MAJORITY = frozenset((12.0, 14.0, 15.0, 16.0, 18.0, 21.0))
"""The ages that law and sport draw their lines at."""


def _people_under(context: Context, number: Number, counted: Counted) -> bool:
    """As in "Children under five", "who is 70", "at 86": an age without its unit."""
    if counted.what is not None or counted.unit is not None or number.low == number.high == 0:
        return False
    before, words = number.start - 1, context.grammar.words
    if number.start < number.first and context.form(number.start) in ("under", "over", "below", "above"):
        if context.form(number.start) == "under" and number.high in MAJORITY:
            return True
        person = context.lexicon.noun_type(context.form(before)) == "person" if before in context.sentence else False
        return person or context.form(before) in ("those", "anyone", "everyone")
    spelled = not context.form(number.first)[0].isdigit()
    if context.form(before) == "at" and (spelled or context.form(number.stop) == ","):
        return not _stands(context, counted)
    subject = (
        context.grammar.child(counted.head, "nsubj") if context.grammar.child(counted.head, "cop") is not None else None
    )
    return subject is not None and (
        words[subject].upos == "PROPN" or context.form(subject) in ("he", "she", "who", "i")
    )


def _stands(context: Context, counted: Counted) -> bool:
    """Whether a bare number behind "at" is where something stands ("put it at forty"), and no age or hour."""
    lemma, quantities = context.grammar.lemma(context.grammar.words[counted.head].head), context.lexicon.quantities
    return (
        any(lemma in verbs for verbs in (quantities.placing_verbs, quantities.change_verbs, quantities.state_verbs))
        or lemma in quantities.counting_verbs
    )


def _set_apart(context: Context, number: Number, counted: Counted) -> bool:
    """As in "Orlen, 45, said" and "Orlen (45)": a small number alone between marks behind a name or noun."""
    if counted.what is not None or counted.unit not in (None, "person") or number.start != number.first:
        return False
    opening, closing = context.form(number.first - 1), context.form(number.stop)
    if (opening, closing) not in ((",", ","), ("(", ")"), (",", "."), (",", "and")):
        return False
    before = number.first - 2
    named = before in context.sentence and context.grammar.words[before].upos in NOUNS
    return named and (number.low or 0) <= OLDEST and number.stop == number.first + 1


def _part_of_token(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "F-16", "P5+1", "9/11", "24/7", "3:2", "#5"."""
    text, words = context.grammar.text, context.grammar.words
    start, end = words[number.first].start, words[number.stop - 1].end
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if after == "." and text[end + 1 : end + 2].isdigit():
        return True
    if before == "#" or (before and before in "/+:_–-—." and text[max(start - 2, 0) : start - 1].isalnum()):
        return number.start == number.first or before == "-"
    return (after in ("/", ":", "+", "_") and text[end + 1 : end + 2].isalnum()) and not counted.measured


def _label(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "Article 5", "Boeing 737", "Group of 20": the number names the noun before it."""
    if number.start != number.first or number.unit is not None or number.hedge is not None:
        return False
    before, words = number.first - 1, context.grammar.words
    if context.form(before) in context.lexicon.quantities.labels and not _plural_behind(context, number, counted):
        return True
    if [context.form(before - 1), context.form(before)] == ["group", "of"] and context.grammar.form(before - 1)[
        0
    ] == "G":
        return True
    if _behind_plural(context, number) or (context.votes and context.form(before) in VOTES):
        return False
    head = words[counted.head].head if counted.what is None else counted.head
    named = counted.what is None and head == before and words[before].upos in (*NOUNS, "SYM", "X")
    return named and words[counted.head].deprel in LABELLED and counted.unit is None


def _behind_plural(context: Context, number: Number) -> bool:
    """As in "civilians 41, soldiers 12", the way tables and lists count."""
    before = number.first - 1
    if before not in context.sentence or context.grammar.words[before].upos != "NOUN":
        return False
    alone = context.form(number.stop) in ("", ",", ";", ".", ")") and context.form(number.first)[0].isdigit()
    return alone and context.grammar.feature(before, "Number") == "Plur"


def _plural_behind(context: Context, number: Number, counted: Counted) -> bool:
    return counted.what is not None and context.form(counted.what[1] - 1) != context.grammar.lemma(counted.what[1] - 1)


def _name(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "10 Downing Street", "the Big Four": the number is part of a name."""
    grammar = context.grammar
    if _model(context, number, counted):
        return True
    if counted.what is not None and not counted.measured:
        last = counted.what[1] - 1
        proper = grammar.words[last].upos == "PROPN" and grammar.form(last)[:1].isupper()
        if proper and number.low != 1 and not context.form(last).endswith("s") and counted.unit != "person":
            return context.form(number.stop) != "of"
    word = number.first
    if context.form(word - 1) == "big" and grammar.form(word)[:1].isupper() and grammar.form(word - 1)[:1].isupper():
        return True
    if _titled(context, number):
        return True
    spelled = context.form(word) in UNITS or context.form(word) in TENS
    capital = grammar.form(word)[:1].isupper() and not grammar.form(word).isupper()
    return spelled and capital and grammar.words[word].upos == "PROPN" and grammar.words[word - 1].upos == "PROPN"


def _titled(context: Context, number: Number) -> bool:
    """As in "the Six-Day War": with a capital within the sentence, and one on the word it is joined to."""
    grammar, behind = context.grammar, number.stop + 1
    if context.form(number.stop) not in DASHES or behind not in context.sentence or not context.glued(behind):
        return False
    inside = number.first != context.sentence.start
    return inside and grammar.form(number.first)[:1].isupper() and grammar.form(behind).istitle()


def _model(context: Context, number: Number, counted: Counted) -> bool:
    """As in "the Meridian 4 engines", "the 787": a proper noun before the number that goes with it, or "the" alone."""
    words, before = context.grammar.words, number.first - 1
    if number.start != number.first or before not in context.sentence or counted.measured:
        return False
    if words[before].upos == "PROPN":
        return words[before].head in (counted.head, number.first) or words[number.first].head == before
    alone = counted.what is None and counted.unit is None and context.form(number.first).isdecimal()
    return (
        alone and context.form(before) in ("the", "a", "an") and context.form(number.stop) not in ("who", "whom", "of")
    )


def _list_number(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "2." or "3)" at the beginning of a line."""
    if context.form(number.stop) not in (".", ")", ":", "") or number.stop != number.first + 1:
        return False
    start = context.grammar.words[number.first].start
    line = context.grammar.text[max(start - 3, 0) : start].rstrip(" \t(")
    return context.form(number.first).isdecimal() and (not line or line[-1] == "\n")


def _identity(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """A long run of digits without commas, or one that others are joined to by hyphens: a telephone number."""
    form = context.form(number.first)
    plain = form.isdecimal() and (len(form) > 6 or (len(form) > 1 and form[0] == "0"))
    return plain and number.unit is None


def _score(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """Two digits joined by a dash that is no range of anything: "won 3-1"."""
    joined = context.form(number.stop) in DASHES and context.form(number.stop + 1).isdecimal()
    if counted.what is None and counted.unit is None and number.link is None and _ratio(context, number):
        return not context.votes
    bare = number.link is not None and counted.what is None and counted.unit is None
    return (joined and context.glued(number.stop)) or (bare and context.form(number.first + 1) in DASHES)


def _ratio(context: Context, number: Number) -> bool:
    """As in "Split 4 to 1": whether "to" and another number stand beside it, without a "from"."""
    after = context.form(number.stop) == "to" and context.form(number.stop + 1).isdecimal()
    before = context.form(number.first - 1) == "to" and context.form(number.first - 2).isdecimal()
    return (after or before) and "from" not in (context.form(number.first - 1), context.form(number.first - 3))


def _named_group(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "The two leaders", "both sides", "the three countries", "the two": those already named."""
    value, words = number.low, context.grammar.words
    if value is None or value != number.high or value > SMALL_GROUP or counted.measured or number.ordinal:
        return False
    before = context.form(number.first - 1)
    if before not in DEFINITE:
        return False
    if counted.what is None or context.grammar.words[counted.what[1] - 1].upos == "PRON":
        return True
    noun = counted.what[1] - 1
    party = context.grammar.lemma(noun) in context.lexicon.quantities.parties
    bare = counted.what[1] - counted.what[0] == 1 and not any(
        words[child].deprel in ("acl", "acl:relcl", "nmod") and child > noun
        for child in context.grammar.children.get(noun, ())
    )
    return party or (bare and value <= 2 and before in ("the", "these", "those", "both"))


def _indefinite_one(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """As in "One official said", "one of the", "one day", "no one": an article or a pronoun rather than a count."""
    if context.form(number.first) != "one" or number.stop != number.first + 1 or number.high is None:
        return False
    if counted.measured:
        return counted.unit == "second" and context.form(number.stop) in ("day", "time", "moment", "year")
    before, after = context.form(number.first - 1), context.form(number.stop)
    clause = context.grammar.words[number.first - 1].upos == "SCONJ"  # "confirmed that one man was hurt"
    if after in ONE_NOT or (before in NOT_BEFORE_ONE and not clause):
        return True
    if number.start < number.first:
        return False
    return not _really_counts(context, number, counted)


def _goes_on(context: Context, number: Number) -> bool:
    """Whether it goes on a count: "three women and one man"."""
    if context.form(number.first - 1) != "and":
        return False
    before = [context.form(index) for index in range(number.first - 2, number.first - COUNTED_BEFORE, -1)]
    return any(form in UNITS or form in TENS or form.isdecimal() for form in before)


COUNTED_BEFORE = 6  # words between the parts of one count: "three injured women and one man"


def _really_counts(context: Context, number: Number, counted: Counted) -> bool:
    """Whether "one" stands where reports count: with harm or persons suffering it, and not saying something."""
    if counted.what is None and counted.unit is None:
        return False
    if context.form(counted.head) != "one" and _goes_on(context, number):
        return True
    grammar, quantities = context.grammar, context.lexicon.quantities
    word = grammar.words[counted.head]
    if word.deprel == "conj" and grammar.child(word.head, "nummod") is not None:
        return True
    verb = grammar.lemma(word.head)
    if context.lexicon.is_reporting_verb(context.form(word.head)):
        return False
    return verb in quantities.harm_verbs or any(
        context.form(index) in quantities.harm_words for index in range(counted.head, counted.stop + 1)
    )


def _nothing(context: Context, number: Number, counted: Counted, time: TimeExpression | None) -> bool:
    """A bare small word that counts nothing the text tells, or a vague quantity of nothing."""
    if counted.what is not None:
        attributive = context.form(number.stop) in DASHES and context.glued(number.stop)
        return attributive and not counted.measured and (number.low or 0) < SMALL_GROUP
    if counted.unit is not None or number.unit is not None:
        return False
    if number.low == number.high == 0 or (number.hedge == "vague" and context.form(number.first) == "several"):
        return True
    if number.hedge is not None or context.form(number.first - 1) == ":" or _behind_plural(context, number):
        return False
    deprel = context.grammar.words[counted.head].deprel
    small = (
        number.start == number.first
        and (number.low or 0) < TELLING
        and context.form(number.stop) in ("", ",", ":", ".", "-", "–")
    )
    return deprel in UNTOLD or (small and not deprel.startswith(("nsubj", "obj", "obl")))


UNTOLD = frozenset("discourse reparandum list dep goeswith flat vocative parataxis dislocated".split())
TELLING = 10  # bare numbers below it are more often points of a speech ("one, ... two, ...") than counts


Rule = Callable[[Context, Number, Counted, TimeExpression | None], bool]
REFUSALS: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "time": _of_time,
        "clock or date": _clock_or_date,
        "part of a token": _part_of_token,
        "year": _year,
        "age": _age,
        "list number": _list_number,
        "label": _label,
        "name": _name,
        "identity": _identity,
        "score": _score,
        "named group": _named_group,
        "indefinite one": _indefinite_one,
        "nothing counted": _nothing,
    }
)
