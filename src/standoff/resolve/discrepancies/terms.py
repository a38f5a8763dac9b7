"""What exactly is threatened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Obligation
from standoff.core.dossier import Dossier
from standoff.core.records import Commitment
from standoff.core.span import Span
from standoff.core.vocabulary import Force
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, name_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, stem_of, words_of

SAME = 0.5
"""The share of the shorter wording's informative words from which two wordings threaten the same thing."""
LEAST = 2
"""Informative words of what is threatened; "respond" alone says nothing that another wording could differ from."""
HELD_OUT: frozenset[Force] = frozenset(("threat", "red_line"))
"""Of a promise or a demand the wordings tell steps of one thing, which do not oppose each other."""
MOST = 16
"""Wordings of one obligation that are compared."""


class Term(NamedTuple):
    """What one threat holds out, and its words as they are compared."""

    commitment: Commitment
    at: Span
    stems: frozenset[str]


def terms_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of one threat or red line differ in what it holds out."""
    for obligation in found.obligations:
        if obligation.force not in HELD_OUT:
            continue
        terms = _terms(reports, obligation)
        kept = [each for each in terms if any(_apart(each, other) for other in terms)]
        if len({each.at.doc for each in kept}) > 1:
            made = _discrepancy(reports, obligation, kept)
            if made is not None:
                yield made


def _terms(reports: Reports, obligation: Obligation) -> list[Term]:
    """One of each wording, in order of place."""
    commitments = sorted((reports.commitments[key] for key in obligation.commitments), key=lambda each: each.at)
    found: dict[frozenset[str], Term] = {}
    for each in commitments[:MOST]:
        if each.consequent is not None:
            span = each.consequent
            forms = words_of(reports.documents[span.doc].text, [(span.start, span.end)]).forms
            stems = frozenset(stem_of(form) for form in forms if is_informative(form))
            if len(stems) >= LEAST:
                found.setdefault(stems, Term(each, span, stems))
    return list(found.values())


def _apart(one: Term, other: Term) -> bool:
    """Whether two wordings of two reports hold out different things."""
    least = min(len(one.stems), len(other.stems))
    return one.at.doc != other.at.doc and len(one.stems & other.stems) < SAME * least


def _discrepancy(reports: Reports, obligation: Obligation, terms: Sequence[Term]) -> Discrepancy | None:
    debtor = None if obligation.debtor is None else reports.actors[obligation.debtor]
    whose = f" of {name_of(debtor)}" if debtor is not None else ""
    return drawn(
        "wording",
        f"What a {obligation.force.replace('_', ' ')}{whose} holds out is told in {len(terms)} ways.",
        (Side(at=each.at, reading=each.commitment.id, speaker=_speaker(reports, each.commitment)) for each in terms),
        ("unknown", "slight"),
        about=obligation.id,
        detail=obligation.why.detail,
    )


def _speaker(reports: Reports, commitment: Commitment) -> str | None:
    actor = reports.speaker(commitment.relay[0]) if commitment.relay else reports.actor(commitment.debtor)
    return None if actor is None else actor.id
