"""One obligation under conditions that are not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Obligation
from standoff.core.dossier import Dossier
from standoff.core.records import Commitment
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined, name_of
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports

MOST = 16
"""Wordings of one obligation that are compared."""


class Term(NamedTuple):
    """One commitment's condition and what it takes."""

    commitment: Commitment
    at: Span
    occasions: frozenset[str]


def conditions_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of one threat, promise or demand give it different conditions: an invasion, or any escalation."""
    for obligation in found.obligations:
        terms = _terms(reports, lexicon, obligation)
        kept = _different(terms)
        if len({each.at.doc for each in kept}) > 1:
            made = _discrepancy(reports, obligation, kept)
            if made is not None:
                yield made


def _terms(reports: Reports, lexicon: Lexicon, obligation: Obligation) -> list[Term]:
    """The conditions that say what it takes, in order of place."""
    commitments = [reports.commitments[key] for key in obligation.commitments[:MOST]]
    found = []
    for each in sorted(commitments, key=lambda one: one.at):
        if each.antecedent is not None:
            words = WORD.findall(reports.words(each.antecedent).lower())
            occasions = lexicon.differences.occasions_in(words)
            if occasions:
                found.append(Term(each, each.antecedent, occasions))
    return found


def _different(terms: Sequence[Term]) -> list[Term]:
    """The conditions that take nothing that another takes."""
    return [each for each in terms if any(not each.occasions & other.occasions for other in terms)]


def _discrepancy(reports: Reports, obligation: Obligation, terms: Sequence[Term]) -> Discrepancy | None:
    debtor = None if obligation.debtor is None else reports.actors[obligation.debtor]
    told = joined(sorted({" or ".join(sorted(each.occasions)) for each in terms}))
    whose = f" of {name_of(debtor)}" if debtor is not None else ""
    return drawn(
        "condition",
        f"A {obligation.force.replace('_', ' ')}{whose} is told under conditions that are not the same: {told}.",
        (Side(at=each.at, reading=each.commitment.id, speaker=_debtor(reports, each.commitment)) for each in terms),
        ("definition", "notable"),
        about=obligation.id,
        detail=f"{len(terms)} conditions that take different things",
    )


def _debtor(reports: Reports, commitment: Commitment) -> str | None:
    actor = reports.speaker(commitment.relay[0]) if commitment.relay else reports.actor(commitment.debtor)
    return None if actor is None else actor.id
