"""How sure it is: what one report tells as planned or begun another tells as possible, both from like sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.span import Span
from standoff.core.vocabulary import Factuality
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import days_between, described, same_act, sides_of
from standoff.resolve.discrepancies.factuality import DONE
from standoff.resolve.discrepancies.sides import drawn, joined, name_of, speaker_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, stem_of, words_of

AHEAD: frozenset[Factuality] = frozenset(("scheduled", "ongoing"))
ONE_TIME = 14
"""Days between reports of one state of knowledge: what was possible in spring may be planned in autumn."""
MOST = 24
"""Events of one happening that are compared."""


def certainty_differs(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports that rest on like sources differ in how sure it is: under way in one, only possible in another."""
    conditions = conditions_by_document(reports)
    for happening in found.happenings:
        if happening.type in DONE and happening.documents > 1:
            made = _discrepancy(reports, lexicon, happening, _told(reports, happening, conditions))
            if made is not None:
                yield made


def conditions_by_document(reports: Reports) -> Mapping[str, Sequence[Span]]:
    """What commitments are conditional on, by document: of what stands in an "if" nobody says how likely it is."""
    conditions: dict[str, list[Span]] = defaultdict(list)
    for each in reports.commitments.values():
        if each.antecedent is not None:
            conditions[each.antecedent.doc].append(each.antecedent)
    return conditions


def _told(reports: Reports, happening: Happening, conditions: Mapping[str, Sequence[Span]]) -> list[Event]:
    """The events that a source tells and that stand in no condition, in order of place."""
    events = sorted((reports.events[key] for key in happening.events), key=lambda each: each.at)
    return [
        each
        for each in events
        if speaker_of(reports, each.carried_by) is not None
        and not any(span.contains(each.at) for span in conditions.get(each.at.doc, ()))
    ]


def _discrepancy(
    reports: Reports, lexicon: Lexicon, happening: Happening, events: Sequence[Event]
) -> Discrepancy | None:
    surer = [each for each in events if each.factuality in AHEAD][:MOST]
    possible = [each for each in events if each.factuality == "hypothetical"][:MOST]
    pairs = [(one, other) for one in surer for other in possible if _compared(reports, lexicon, one, other)]
    if not pairs:
        return None
    kept = {event.at: event for pair in pairs for event in pair}
    sure, unsure = (
        joined(sorted({name_of(reports.speaker(pair[side].carried_by)) for pair in pairs})) for side in (0, 1)
    )
    return drawn(
        "factuality",
        f"How sure it is differs ({described(reports, happening)}): planned or under way as told by {sure}, only "
        f"possible as told by {unsure}.",
        (Side(at=at, reading=each.id, speaker=speaker_of(reports, each.carried_by)) for at, each in kept.items()),
        ("unknown", "notable"),
        about=happening.id,
        detail=f"{len(pairs)} pairs of events of one act, told by like sources",
    )


def _compared(reports: Reports, lexicon: Lexicon, one: Event, other: Event) -> bool:
    """Whether two events of two reports are one act of the same, told within days by like sources."""
    days = days_between(reports, one.at.doc, other.at.doc)
    return (
        one.at.doc != other.at.doc
        and (days is None or days <= ONE_TIME)
        and bool(sides_of(reports, one) & sides_of(reports, other))
        and same_act(reports, lexicon, one, other)
        and _alike(reports, lexicon, one, other)
    )


def _alike(reports: Reports, lexicon: Lexicon, one: Event, other: Event) -> bool:
    """Whether two sources are one body, or of one service by a word that is no name ("intelligence").

    One person may plan today what was a wish yesterday.
    """
    speakers = [reports.speaker(each.carried_by) for each in (one, other)]
    if speakers[0] == speakers[1] and speakers[0] is not None and speakers[0].type != "person":
        return True
    return bool(_service(reports, lexicon, one) & _service(reports, lexicon, other))


def _service(reports: Reports, lexicon: Lexicon, event: Event) -> frozenset[str]:
    """The stems of the common words for a source, but for those that any source may bear ("officials")."""
    source = None if event.carried_by is None else reports.attributions[event.carried_by].source
    if source is None:
        return frozenset()
    words = words_of(reports.documents[source.doc].text, [(source.start, source.end)])
    return frozenset(
        stem_of(form)
        for form, capital in zip(words.forms, words.capital, strict=True)
        if not capital and is_informative(form) and not lexicon.is_unnamed_source(form)
    )
