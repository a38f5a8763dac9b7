"""Reported speech that one text has from another, or both from one release, in words that do not say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Lineage
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, name_of, speaker_of
from standoff.resolve.measures.clauses import SENTENCE_END
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, is_number, stem_of, words_of

ALIKE = 0.4
"""The share of the shorter sentence's informative words that it has in common with the sentence that it retells: by
judgement: where half the words of a rewrite change, a little less than half of the sentence is left."""
LEAST = 3
"""Informative words of a sentence that is compared."""
MOST_SENTENCES = 24
"""Sentences of one passage that are compared with those of the other."""
STATES = frozenset(("us.", "united", "state", "states"))
"""The one state whose name reports write in full and in letters alike."""
MOST_PLACES = 3
"""Places shown of one pair of sentences."""


class Sentence(NamedTuple):
    """One sentence of reported speech, its words as they are compared, and where each stands."""

    attribution: Attribution
    stems: list[str]
    places: list[tuple[int, int]]
    informative: frozenset[str]


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
            nearest = max(there, key=lambda other: _likeness(one, other), default=None)
            if nearest is not None and _likeness(one, nearest) >= ALIKE:
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
            for first, last in _cut(text, max(piece.start, within.start), min(piece.end, within.end)):
                words = words_of(text, [(first, last)])
                stems = [stem_of(form) for form in words.forms]
                informative = frozenset(s for form, s in zip(words.forms, stems, strict=True) if is_informative(form))
                if len(informative) >= LEAST and not any(first < end and start < last for start, end in taken):
                    taken.append((first, last))
                    yield Sentence(each, stems, list(zip(words.starts, words.ends, strict=True)), informative)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch."""
    if start < end:
        ends = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
        for first in (start, *ends):
            last = next((each for each in ends if each > first), end)
            if first < last:
                yield first, last


def _likeness(one: Sentence, other: Sentence) -> float:
    return len(one.informative & other.informative) / min(len(one.informative), len(other.informative))


def _discrepancy(reports: Reports, pairs: Sequence[tuple[Sentence, Sentence]]) -> Discrepancy | None:
    """Of pairs in the same words; ``None`` where no informative word stands in another's place."""
    one, other = pairs[0]
    quoted = "indirect" not in (one.attribution.mode, other.attribution.mode)
    told = [pair for pair in _replaced(one, other) if _tells_other(one, other, *pair)]
    places = (told or list(_replaced(one, other) if quoted else ()))[:MOST_PLACES]
    if not places or one.attribution.doc == other.attribution.doc:
        return None
    speaker = reports.speaker(one.attribution.id) or reports.speaker(other.attribution.id)
    digits = [(_numbers(one, left), _numbers(other, right)) for left, right in places]
    numbers = any(left and right and left != right for left, right in digits)
    return drawn(
        "wording",
        f"Two reports that have a statement by {name_of(speaker)} from one text give it in words that differ.",
        (side for pair in pairs for place in places for side in _sides(reports, pair, place)),
        ("damage", "grave" if numbers else "notable" if told and quoted else "slight"),
        about=None,
        detail=f"{_likeness(one, other):.0%} of the informative words are the same",
    )


def _sides(reports: Reports, pair: tuple[Sentence, Sentence], place: tuple[range, range]) -> Iterator[Side]:
    for each, words in zip(pair, place, strict=True):
        key = each.attribution.id
        yield Side(at=_span(each, words), reading=key, speaker=speaker_of(reports, key))


def _replaced(one: Sentence, other: Sentence) -> Iterator[tuple[range, range]]:
    """The stretches of words that stand in each other's place."""
    for block in Levenshtein.opcodes(one.stems, other.stems):
        if block.tag == "replace":
            yield range(block.src_start, block.src_end), range(block.dest_start, block.dest_end)


def _tells_other(one: Sentence, other: Sentence, left: range, right: range) -> bool:
    """Whether two stretches have informative words that the other sentence has not, and not one name in two forms."""
    here = {one.stems[place] for place in left} & one.informative
    there = {other.stems[place] for place in right} & other.informative
    if not here - other.informative or not there - one.informative:
        return False
    return not any(names & STATES and each <= STATES for names, each in ((here, there), (there, here)))


def _numbers(each: Sentence, places: range) -> str:
    """The digits of the numbers in a stretch: 9:40 is 9.40."""
    digits = (stem for place in places if is_number(stem := each.stems[place]))
    return "".join(letter for stem in digits for letter in stem if letter.isdigit())


def _span(each: Sentence, places: range) -> Span:
    return Span(each.attribution.doc, each.places[places[0]][0], each.places[places[-1]][1])
