"""What somebody denies and another asserts, as statements: where no event was read in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.core.vocabulary import Act
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined, name_of
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports
from standoff.resolve.wording import NEGATORS, is_informative, stem_of, words_of

LEAST = 2
"""Informative words that a denial and what it denies have in common."""
COVER = 0.6
"""The share of the denial's informative words that these are: what is denied is told in the denier's words."""
LONGEST = 12
"""Informative words of a denial: a longer statement says more than that a thing is not so."""
RARE = 40
"""A word in more statements than this proposes no pair."""
CLOSE = 2
"""Times the denial's length within which the words stand together that tell what it denies."""
MOST = 6
"""Statements shown that one denial stands against."""
DENYING: frozenset[Act] = frozenset(("denies",))
TELLING: frozenset[Act] = frozenset(("asserts", "accuses", "warns", "reaffirms"))


class Said(NamedTuple):
    """One statement, its words in order as they are compared, and who says it."""

    attribution: Attribution
    stems: tuple[str, ...]
    """Informative words that are no names: a name alone says nothing of a thing."""
    places: tuple[tuple[int, int], ...]
    denies: bool
    speaker: str


def denials_stand(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """One denies what another asserts."""
    denials = [each for each in _statements(reports, DENYING) if LEAST <= len(set(each.stems)) <= LONGEST]
    if not denials:
        return
    wanted = {stem for each in denials for stem in each.stems}
    told, holding = _telling(reports, wanted)
    for denial in denials:
        against = _against(reports, denial, told, holding)
        made = _discrepancy(reports, denial, against) if against else None
        if made is not None:
            yield made


def _statements(reports: Reports, acts: frozenset[Act]) -> Iterator[Said]:
    for study in reports.studies:
        for each in study.attributions:
            speaker = reports.speaker(each.id) if each.act in acts else None
            if speaker is not None:
                yield _said(reports, each, speaker.id)


def _telling(reports: Reports, wanted: AbstractSet[str]) -> tuple[list[Attribution], dict[str, list[int]]]:
    """The statements with enough of the wanted words, and by such word where it stands. Linear in their words."""
    told: list[Attribution] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for study in reports.studies:
        text = reports.documents[study.doc].text
        for each in study.attributions:
            if each.act in TELLING:
                forms = {form for span in each.content for form in WORD.findall(text[span.start : span.end].lower())}
                stems = {stem_of(form) for form in forms} & wanted
                if len(stems) >= LEAST:
                    for stem in stems:
                        holding[stem].append(len(told))
                    told.append(each)
    return told, holding


def _said(reports: Reports, attribution: Attribution, speaker: str) -> Said:
    text = reports.documents[attribution.doc].text
    words = words_of(text, [(span.start, span.end) for span in attribution.content])
    kept = [
        (stem_of(form), (start, end))
        for form, start, end, capital in zip(words.forms, words.starts, words.ends, words.capital, strict=True)
        if not capital and is_informative(form) and stem_of(form) not in NEGATORS
    ]
    denies = attribution.act in DENYING or any(form in NEGATORS for form in words.forms)
    return Said(attribution, tuple(stem for stem, _ in kept), tuple(at for _, at in kept), denies, speaker)


def _against(
    reports: Reports, denial: Said, told: Sequence[Attribution], holding: Mapping[str, Sequence[int]]
) -> list[tuple[Said, Span]]:
    """The statements of others that say what this one denies, with the words for it; the nearest in words first."""
    shared: dict[int, int] = defaultdict(int)
    for stem in sorted(set(denial.stems)):
        if len(holding.get(stem, ())) <= RARE:
            for other in holding.get(stem, ()):
                shared[other] += 1
    ranked = sorted((-count, other) for other, count in shared.items() if _enough(count, denial))
    found = ((said, span) for _, other in ranked for said, span in _opposed(reports, denial, told[other]))
    return list(islice(found, MOST))


def _enough(count: int, denial: Said) -> bool:
    return count >= LEAST and count >= COVER * len(set(denial.stems))


def _opposed(reports: Reports, denial: Said, other: Attribution) -> Iterator[tuple[Said, Span]]:
    """The statement with the words for what is denied, where another tells it."""
    speaker = reports.speaker(other.id)
    if speaker is not None and speaker.id != denial.speaker:
        said = _said(reports, other, speaker.id)
        span = None if said.denies else _told_at(denial, said)
        if span is not None:
            yield said, span


def _told_at(denial: Said, other: Said) -> Span | None:
    """The words of a statement that tell what is denied, if they stand together."""
    places = [place for place, stem in enumerate(other.stems) if stem in denial.stems]
    if not _enough(len({other.stems[place] for place in places}), denial):
        return None
    if places[-1] - places[0] > CLOSE * len(denial.stems):
        return None
    return Span(other.attribution.doc, other.places[places[0]][0], other.places[places[-1]][1])


def _discrepancy(reports: Reports, denial: Said, against: Sequence[tuple[Said, Span]]) -> Discrepancy | None:
    tellers = sorted({name_of(reports.actors[each.speaker]) for each, _ in against})
    content = denial.attribution.content[0]
    sides = [Side(at=content, reading=denial.attribution.id, speaker=denial.speaker)]
    return drawn(
        "factuality",
        f"{name_of(reports.actors[denial.speaker])} denies what {joined(tellers)} says.",
        (*sides, *(Side(at=at, reading=each.attribution.id, speaker=each.speaker) for each, at in against)),
        ("dispute", "notable"),
        about=None,
        detail=f"{len(set(denial.stems))} informative words of the denial compared",
    )
