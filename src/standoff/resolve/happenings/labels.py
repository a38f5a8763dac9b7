"""The words that stand for a happening: a clause of the report that tells it most clearly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.core.records import Event
from standoff.core.span import Span
from standoff.core.vocabulary import Factuality
from standoff.lexicon.word_vectors import WordVectors
from standoff.resolve.happenings.surroundings import SHORT, sentence_around
from standoff.resolve.reports import Reports

END = re.compile(
    rf"[,;:!?…\n\r()\[\]|–—“”\"]|(?<![A-Z]){SHORT}\.(?!\d)|"
    r"\s(?:and|but|or|as|after|before|while|when|where|which|who|that|because|although|"
    r"if|amid|since|until|unless|despite|according)\s"
)
"""Where a clause may end: the span is read aloud up to there. The dot of "Oct." and "U.S." ends none."""
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 160
"""Characters of a label: two lines on a screen."""
BEFORE, BEHIND = 90, 70
"""Characters before and behind the trigger within which its parties are taken along."""
READABLE = (25, 140)
COMPARED = 6
"""Events of a happening whose words are looked at: the label of a thousand events is no better than that of these."""


def label_of(reports: Reports, words: WordVectors, events: Sequence[Event], factuality: Factuality) -> Span:
    """A clause with the trigger, its parties and its time, from the clearest of the events."""
    if len(events) == 1:
        return clause_of(reports, events[0])
    ranked = sorted(events, key=lambda event: (-_told(reports, event, factuality), event.at))[:COMPARED]
    found = [(_told(reports, event, factuality), clause_of(reports, event)) for event in ranked]
    best = max(found, key=lambda each: (each[0] + _reads(reports, words, each[1]), -each[1].start, each[1].doc))
    return best[1]


def _told(reports: Reports, event: Event, factuality: Factuality) -> float:
    """How much the event itself says: what came of it, when, who; in the reporter's own voice."""
    parties = (*event.agents, *event.targets)
    named = sum(reports.mentions[mention].form == "name" for mention in parties)
    dated = 0.0 if event.when is None else 1.0 if event.when_basis in ("explicit", "published", "reference") else 0.5
    own_voice = 1.0 if event.carried_by is None else 0.0
    final = 2.0 if event.factuality == factuality else 0.0
    return float(final + dated + min(named, 3) * 0.7 + own_voice)


def _reads(reports: Reports, words: WordVectors, label: Span) -> float:
    """How well the words read: whole English words, neither a stump nor a paragraph."""
    text = reports.words(label)
    found = WORD.findall(text)
    known = sum(word.lower() in words.forms or word[0].isupper() or len(word) < 4 for word in found)
    damage: float = 1 - known / max(1, len(found))
    fits = READABLE[0] <= len(text) <= READABLE[1]
    return float(fits) - 4 * damage - float(text.isupper())


def clause_of(reports: Reports, event: Event) -> Span:
    """From the first of its parties to the end of its phrase, within its sentence."""
    text = reports.documents[event.at.doc].text
    first, last = sentence_around(text, event.at)
    start, end = event.at.start, event.at.end
    for place in _parts(reports, event):
        if first <= place.start and place.end <= last:
            if event.at.start - BEFORE <= place.start < start:
                start = place.start
            if end < place.end <= event.at.end + BEHIND:
                end = place.end
    stop = END.search(text, end, last)
    end = stop.start() if stop is not None else last
    if end - start > LONGEST:
        start, end = _cut(text, event.at, start, end)
    return _trimmed(text, event.at, start, end)


def _parts(reports: Reports, event: Event) -> list[Span]:
    mentions = (*event.agents, *event.targets, *event.participants, *((event.place,) if event.place else ()))
    places = [reports.mentions[mention].at for mention in mentions]
    return places + ([reports.times[event.time].at] if event.time is not None and event.time in reports.times else [])


def _cut(text: str, trigger: Span, start: int, end: int) -> tuple[int, int]:
    """The words around the trigger that fit, whole."""
    start = max(start, min(trigger.start, max(trigger.end, end) - LONGEST), trigger.start - LONGEST // 2)
    end = max(trigger.end, min(end, start + LONGEST))
    if start < trigger.start and start > 0 and text[start - 1].isalnum():
        start = min(trigger.start, _next_space(text, start))
    if end < len(text) and text[end : end + 1].isalnum():
        end = max(trigger.end, text.rfind(" ", trigger.end, end))
    return start, end


def _next_space(text: str, start: int) -> int:
    found = text.find(" ", start)
    return len(text) if found < 0 else found


def _trimmed(text: str, trigger: Span, start: int, end: int) -> Span:
    """Without blanks at either end."""
    while start < trigger.start and text[start].isspace():
        start += 1
    while end > trigger.end and text[end - 1].isspace():
        end -= 1
    return Span(trigger.doc, start, end)
