"""One unnamed official in one report, several in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Obligation
from standoff.core.dossier import Dossier
from standoff.core.records import Attribution, Mention, Study
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import days_between
from standoff.resolve.discrepancies.sides import drawn, name_of, saying, speaker_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import form_of, is_informative, stem_of, words_of

NEAR = 24
"""Characters behind the source and its cue within which they are dated: "said on Monday"."""
SHARED = 2
"""Informative words that two statements share; those of one day also speak of somebody alike."""
MOST = 40
"""Statements of one day by sources of one kind that are compared; of a day with more each may be another's."""
OFTEN = frozenset(("repeatedly", "often", "frequently", "always"))
"""What is said so is no one statement."""
ONE_TIME = 3
"""Days between two reports of one statement."""


class Said(NamedTuple):
    """What an unnamed source says, and whether it is several."""

    attribution: Attribution
    several: bool
    stems: frozenset[str]
    """Informative words that begin with no capital."""
    actors: frozenset[str]
    """The named of whom it speaks."""


def officials_counted(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """What one report has from one unnamed official another has from several."""
    by_day: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for study in reports.studies:
        for day, kind, said in _of_a_day(reports, lexicon, study):
            by_day[day, kind].append(said)
    for (day, _), of_day in sorted(by_day.items()):
        pairs = _one_and_several(of_day) if len(of_day) <= MOST else []
        pairs = [pair for pair in pairs if pair[0].actors & pair[1].actors]
        made = _discrepancy(reports, pairs, f"what was said on {day}", "statements of one day with words in common")
        if made is not None:
            yield made
    for obligation in found.obligations:
        carried = (reports.commitments[key].relay for key in obligation.commitments[:MOST])
        told = (_told(reports, lexicon, relay[0]) for relay in carried if relay)
        unnamed = [each for each in told if each is not None]
        what = f"a {obligation.force.replace('_', ' ')}{_whose(reports, obligation)}"
        made = _discrepancy(reports, _one_and_several(unnamed), what, obligation.why.detail, obligation.id)
        if made is not None:
            yield made


def _of_a_day(reports: Reports, lexicon: Lexicon, study: Study) -> Iterator[tuple[str, str, Said]]:
    """The statements of unnamed sources that tell on what day they were made, with it and the kind of source."""
    unnamed = [(each, noun) for each in study.attributions if (noun := _unnamed(reports, lexicon, each)) is not None]
    dated = [(each, noun, day) for each, noun in unnamed if (day := _day(reports, study, each)) is not None]
    mentions = [each for each in study.mentions if each.form == "name"] if dated else []
    for each, noun, day in dated:
        said = _said(reports, each, mentions, several=lexicon.is_plural(noun))
        yield day, stem_of(lexicon.singular_of(noun) or noun), said


def _day(reports: Reports, study: Study, attribution: Attribution) -> str | None:
    """The one day on which it was said, where the words for source and cue tell it or those right behind them."""
    said, text = saying(attribution), reports.documents[attribution.doc].text
    for time in study.times:
        if said.start <= time.at.start < said.end + NEAR and "\n" not in text[said.end : time.at.start]:
            when = time.when if time.type == "date" else None
            if when is not None and when.since is not None and when == When.day(when.since):
                return when.since.isoformat()
    return None


def _unnamed(reports: Reports, lexicon: Lexicon, attribution: Attribution) -> str | None:
    """The noun of a source that news leave without a name; ``None`` for any other source."""
    speaker = reports.speaker(attribution.id)
    if speaker is None or speaker.named or attribution.source is None:
        return None
    noun = form_of(reports.words(attribution.source).split()[-1])
    if attribution.cue is not None and OFTEN.intersection(reports.words(attribution.cue).split()):
        return None
    return noun if lexicon.is_unnamed_source(noun) else None


def _told(reports: Reports, lexicon: Lexicon, key: str) -> Said | None:
    """The attribution, where its source has no name."""
    noun = _unnamed(reports, lexicon, reports.attributions[key])
    if noun is None:
        return None
    return _said(reports, reports.attributions[key], (), several=lexicon.is_plural(noun))


def _said(reports: Reports, attribution: Attribution, mentions: Sequence[Mention], *, several: bool) -> Said:
    text = reports.documents[attribution.doc].text
    words = words_of(text, [(piece.start, piece.end) for piece in attribution.content])
    stems = (
        stem_of(form)
        for form, capital in zip(words.forms, words.capital, strict=True)
        if is_informative(form) and not capital
    )
    inside = (each for each in mentions if any(piece.contains(each.at) for piece in attribution.content))
    actors = (actor.id for each in inside if (actor := reports.actor(each.id)) is not None and actor.named)
    return Said(attribution, several, frozenset(stems), frozenset(actors))


def _one_and_several(told: Sequence[Said]) -> list[tuple[Said, Said]]:
    """The pairs of two documents in words alike of which one has it from one, the other from several."""
    return [
        (one, other)
        for one, other in combinations(told, 2)
        if one.several != other.several
        and one.attribution.doc != other.attribution.doc
        and len(one.stems & other.stems) >= SHARED
    ]


def _discrepancy(
    reports: Reports, pairs: Sequence[tuple[Said, Said]], what: str, detail: str, about: str | None = None
) -> Discrepancy | None:
    kept = {each.attribution.id: each.attribution for pair in pairs if _near(reports, *pair) for each in pair}
    return drawn(
        "attribution",
        f"What one report has from one unnamed source another has from several ({what}).",
        (Side(at=saying(each), reading=key, speaker=speaker_of(reports, key)) for key, each in kept.items()),
        ("unknown", "slight"),
        about=about,
        detail=detail,
    )


def _whose(reports: Reports, obligation: Obligation) -> str:
    return "" if obligation.debtor is None else f" of {name_of(reports.actors[obligation.debtor])}"


def _near(reports: Reports, one: Said, other: Said) -> bool:
    days = days_between(reports, one.attribution.doc, other.attribution.doc)
    return days is None or days <= ONE_TIME
