"""One statement in words that do not say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rapidfuzz import fuzz

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Difference, Utterance
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.core.vocabulary import Cause, Severity
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sentences import is_one_state
from standoff.resolve.discrepancies.sides import drawn, joined, name_of, speaker_of
from standoff.resolve.measures.clauses import SENTENCE_END
from standoff.resolve.reports import Reports
from standoff.resolve.wording import NEGATORS, is_informative, is_number, stem_of, words_of

MODALS: Mapping[str, str] = {
    "will": "will", "shall": "will", "wont": "will", "ll": "will", "would": "would", "should": "should", "can": "can",
    "could": "could", "may": "may", "might": "might", "must": "must", "going": "will",
}  # fmt: skip
"""Words that say how sure or how binding a statement is. English has no others."""
SHIFTED: Mapping[str, str] = {"would": "will", "could": "can", "might": "may"}
WEIGHT: Mapping[str, int] = {"negation": 3, "number": 3, "strength": 2, "words": 1, "order": 0}
"""What changes the sense most, first."""
SEVERITY: Mapping[str, Severity] = {
    "negation": "grave", "number": "grave", "strength": "notable", "words": "notable", "order": "slight",
}  # fmt: skip
TOLD: Mapping[str, str] = {
    "negation": "one denies what the other says",
    "number": "the numbers differ",
    "strength": "one is more binding or more certain than the other",
    "words": "words with another sense stand in the same place",
    "order": "the same words stand in another order or form",
}
QUOTED = frozenset(("direct", "mixed"))
MOST_WORDINGS = 12
"""Wordings of one statement that are compared with the fullest; further ones are copies of these."""
MOST_PLACES = 3
"""Places shown of each wording, the weightiest first."""
LONGEST = 12
"""Words of a difference that is another wording; a longer one is another sentence of the same text."""


ONE_WORD = 75
"""Letters in common, in percent, of one word or name in two spellings ("Viktor", "Victor": 83)."""


class Change(NamedTuple):
    """One place where a wording departs from the fullest, and how."""

    kind: str
    attribution: Attribution
    fullest: Span | None
    here: Span | None
    quoted: bool


def wording_differs(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports give one statement in words that do not say the same."""
    for utterance in found.utterances:
        for changes in _by_sentence(reports, utterance, _changes(reports, utterance)):
            made = _discrepancy(reports, utterance, sorted(changes, key=lambda each: -WEIGHT[each.kind]))
            if made is not None:
                yield made


def _by_sentence(reports: Reports, utterance: Utterance, changes: Sequence[Change]) -> list[list[Change]]:
    """The changes in each sentence of the fullest wording: a statement of many sentences differs in each on its own."""
    ends = [
        match.end()
        for piece in reports.attributions[utterance.fullest].content
        for match in SENTENCE_END.finditer(reports.documents[piece.doc].text, piece.start, piece.end)
    ]
    found: dict[int, list[Change]] = defaultdict(list)
    last = 0
    for each in changes:
        last = bisect_right(ends, each.fullest.start) if each.fullest is not None else last
        found[last].append(each)
    return list(found.values())


def _changes(reports: Reports, utterance: Utterance) -> list[Change]:
    """Every place where the words of two wordings matter: between quotations each, else what changes the sense."""
    fullest = reports.attributions[utterance.fullest]
    kept = sorted({each.attribution for each in utterance.differences})[:MOST_WORDINGS]
    found = []
    for each in utterance.differences:
        other = reports.attributions[each.attribution]
        if each.attribution not in kept or other.doc == fullest.doc:
            continue
        quoted = fullest.mode in QUOTED and other.mode in QUOTED
        kind = _kind(reports, each, shifted=not quoted)
        if kind is not None and (quoted or kind not in ("order", "words")):
            found.append(Change(kind, other, each.fullest, each.here, quoted))
    return found


def _modal(form: str, *, shifted: bool) -> str:
    """The modal, in indirect speech without its tense: he said that he "would" is "I will"."""
    found = MODALS[form]
    return SHIFTED.get(found, found) if shifted else found


def _kind(reports: Reports, difference: Difference, *, shifted: bool) -> str | None:
    """How two stretches of words differ in sense; ``None`` where they do not, or where only one side tells more."""
    left, right = (_forms(reports, span) for span in (difference.fullest, difference.here))
    if max(len(left), len(right)) > LONGEST:
        return None
    stems = [[stem_of(form) for form in side] for side in (left, right)]
    if _negates(left, stems[0]) != _negates(right, stems[1]):
        return "negation"
    numbers = [{stem for stem in side if is_number(stem)} for side in stems]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return "number"
    modals = [{_modal(form, shifted=shifted) for form in side if form in MODALS} for side in (left, right)]
    if modals[0] and modals[1] and modals[0] != modals[1]:
        return "strength"
    told = [_told(side, held) for side, held in zip((left, right), stems, strict=True)]
    return _of_words(left, right, told) if left and right else None


def _of_words(left: Sequence[str], right: Sequence[str], told: Sequence[AbstractSet[str]]) -> str:
    """Whether each side has a word with a sense of its own, or the words are the same in another order or form."""
    own = told[0] - told[1], told[1] - told[0]
    same = not all(own) or is_one_state(*told) or _spelled(" ".join(left), " ".join(right))
    return "order" if same else "words"


def _told(forms: Sequence[str], stems: Sequence[str]) -> set[str]:
    return {stem for form, stem in zip(forms, stems, strict=True) if is_informative(form)}


def _spelled(left: str, right: str) -> bool:
    """Whether two stretches are one in two spellings."""
    return fuzz.ratio(left, right) >= ONE_WORD


def _forms(reports: Reports, span: Span | None) -> Sequence[str]:
    if span is None:
        return ()
    return words_of(reports.documents[span.doc].text, [(span.start, span.end)]).forms


def _negates(forms: Sequence[str], stems: Sequence[str]) -> bool:
    return any(form in NEGATORS or stem in NEGATORS for form, stem in zip(forms, stems, strict=True))


def _discrepancy(reports: Reports, utterance: Utterance, changes: Sequence[Change]) -> Discrepancy | None:
    kind = changes[0].kind
    fullest = reports.attributions[utterance.fullest]
    severity, cause = _judged(kind, changes)
    speaker = name_of(None if utterance.speaker is None else reports.actors[utterance.speaker])
    count = len({each.attribution.id for each in changes}) + 1
    whose = f"A statement by {speaker}" if utterance.speaker is not None else "A statement"
    quoted = ", in quotation marks," if any(each.quoted for each in changes) else ""
    return drawn(
        "wording",
        f"{whose} is given in {count} wordings{quoted} that differ: {TOLD[kind]}.",
        _sides(reports, fullest, changes),
        (cause, severity),
        about=utterance.id,
        detail=joined(sorted({TOLD[each.kind] for each in changes})),
    )


def _judged(kind: str, changes: Sequence[Change]) -> tuple[Severity, Cause]:
    """How much it matters, and the likely cause: quotations of one text differ where one was translated or edited."""
    if any(each.quoted for each in changes):
        return SEVERITY[kind], "damage"
    return "notable", "unknown"


def _sides(reports: Reports, fullest: Attribution, changes: Sequence[Change]) -> Iterator[Side]:
    """The words that differ, of the fullest wording and of each other one; slight ones where nothing else differs."""
    shown: dict[str, int] = {}
    telling = [each for each in changes if WEIGHT[each.kind]]
    for each in telling or changes:
        turn = shown.get(each.attribution.id, 0)
        shown[each.attribution.id] = turn + 1
        if turn < MOST_PLACES:
            for attribution, place in ((fullest, each.fullest), (each.attribution, each.here)):
                if place is not None:
                    yield Side(at=place, reading=attribution.id, speaker=speaker_of(reports, attribution.id))
