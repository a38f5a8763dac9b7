"""Short texts read for their times, with parses that tell words and marks, and the tense where a test needs it."""

from __future__ import annotations

import re

import msgspec

from standoff.core.parse import Parse, Word
from standoff.core.records import Document, TimeExpression
from standoff.core.when import When
from standoff.extract.grammar import grammar_of
from standoff.extract.times.find import find_times
from tests.builders import document
from tests.lexicons import shipped

WORD = re.compile(
    r"[ap]\.m\.|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.|o['’]clock|['’]s\b"
    r"|\d[\d.:,]*\d(?:am|pm|st|nd|rd|th|s)?|\d(?:am|pm|st|nd|rd|th|s)?|\w+|\S"
)
NOT_NOUNS = {"may": "AUX", "said": "VERB", "met": "VERB", "meet": "VERB", "march": "VERB", "will": "AUX", "have": "AUX"}
TENSES = {"said": "Tense=Past|VerbForm=Fin", "met": "Tense=Past|VerbForm=Fin", "meet": "VerbForm=Inf"}


def report(text: str, published: str | None = None) -> Document:
    """A document of this text, with its date as an ISO year, month or day."""
    when = When.parse(published) if published else None
    return msgspec.structs.replace(document("report.txt", text), published=when)


def flat_parse(read: Document) -> Parse:
    """Every word hangs on the first verb of its sentence, or on itself where there is none; marks end sentences."""
    spans = [found.span() for found in WORD.finditer(read.text)]
    forms = [read.text[start:end] for start, end in spans]
    sentences: list[int] = []
    for index in range(len(forms)):
        ended = index > 0 and forms[index - 1] in ".?!"
        sentences.append((sentences[-1] if sentences else 0) + ended)
    verbs = {s: i for i, s in reversed([*enumerate(sentences)]) if NOT_NOUNS.get(forms[i].lower()) == "VERB"}
    return Parse(read.id, tuple(_word(i, spans[i], forms[i], sentences[i], verbs) for i in range(len(forms))), (), ())


def _word(index: int, span: tuple[int, int], form: str, sentence: int, verbs: dict[int, int]) -> Word:
    lower = form.lower()
    upos = "PROPN" if form[0].isupper() and index else "NOUN" if form[0].isalnum() else "PUNCT"
    upos = "NUM" if form[0].isdigit() else NOT_NOUNS.get(lower, upos) if form.islower() else upos
    head = verbs.get(sentence, index)
    deprel = "root" if head == index else "aux" if upos == "AUX" else "obl"
    return Word(*span, sentence, upos, head, deprel, TENSES.get(lower, ""), lower)


def times(text: str, published: str | None = None) -> tuple[TimeExpression, ...]:
    """The times of a text."""
    read = report(text, published)
    return find_times(read, grammar_of(read.text, flat_parse(read)), shipped())


def shown(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """The words and the value of each time of a text."""
    return [(text[time.at.start : time.at.end], time.value) for time in times(text, published)]


def days(text: str, published: str | None = None) -> list[str]:
    """The words of each time with the days it takes up, "since..until"; "-" for none."""
    return [
        f"{text[t.at.start : t.at.end]}: {f'{t.when.since}..{t.when.until}' if t.when else '-'}"
        for t in times(text, published)
    ]
