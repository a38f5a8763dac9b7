"""By what means it was said: in a statement, in an interview, in a post."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Utterance
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined, name_of, saying, speaker_of
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports

BEFORE = 60
"""Characters before the source, in its clause, that may tell the means: "In a statement after the call, ..."."""
BEHIND = 50
"""Characters behind the source and the cue that may tell it: "... said in an interview"."""
STOPS = '.!?;:\n“”„"'
"""A clause ends here; a quotation tells no means."""
MOST_VOICES = 12
"""Attributions of one statement that are compared."""


def manners_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of one statement tell that it was made by different means: a written statement, an interview, a post."""
    for utterance in found.utterances:
        by_means: dict[str, Side] = {}
        for key in utterance.attributions[:MOST_VOICES]:
            at, means = _told(reports, lexicon, reports.attributions[key])
            if len(means) == 1:
                by_means.setdefault(next(iter(means)), Side(at=at, reading=key, speaker=speaker_of(reports, key)))
        if len({side.at.doc for side in by_means.values()}) > 1:
            made = _discrepancy(reports, utterance, by_means)
            if made is not None:
                yield made


def _told(reports: Reports, lexicon: Lexicon, attribution: Attribution) -> tuple[Span, frozenset[str]]:
    """The words that say who speaks and how, as far as their clause goes, and the means they name."""
    text, said = reports.documents[attribution.doc].text, saying(attribution)
    start = max(0, said.start - BEFORE, *(text.rfind(mark, 0, said.start) + 1 for mark in STOPS))
    ends = [found for mark in STOPS if (found := text.find(mark, said.end, said.end + BEHIND)) >= 0]
    end = min(*ends, len(text), said.end + BEHIND)
    for piece in attribution.content:
        start = max(start, piece.end) if piece.end <= said.start else start
        end = min(end, piece.start) if piece.start >= said.end else end
    while start < said.start and not text[start].isalnum():
        start += 1
    means = _means(lexicon, text[start:end])
    if means == _means(lexicon, text[start : said.end]):
        end = said.end
    words = text[start:end].rstrip().removesuffix(" that")
    return Span(attribution.doc, start, max(said.end, start + len(words))), means


def _means(lexicon: Lexicon, words: str) -> frozenset[str]:
    return lexicon.differences.means_in(WORD.findall(words.lower()))


def _discrepancy(reports: Reports, utterance: Utterance, by_means: dict[str, Side]) -> Discrepancy | None:
    speaker = name_of(None if utterance.speaker is None else reports.actors[utterance.speaker])
    whose = f"A statement by {speaker}" if utterance.speaker is not None else "A statement"
    return drawn(
        "attribution",
        f"{whose} is told to have been made in different ways: by {joined(sorted(by_means))}.",
        by_means.values(),
        ("definition", "slight"),
        about=utterance.id,
        detail=utterance.why.detail,
    )
