"""What exactly is threatened, where the red line runs, and what is ruled out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Obligation
from standoff.core.dossier import Dossier
from standoff.core.records import Commitment
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import days_between
from standoff.resolve.discrepancies.sides import drawn, name_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import NEGATORS, is_informative, stem_of, words_of

SAME = 0.5
"""The share of the shorter wording's informative words from which two wordings threaten the same thing."""
LEAST = 2
"""Informative words of what is threatened; "respond" alone says nothing that another wording could differ from."""
ONE_TIME = 14
"""Days between reports that are compared: a threat made again months later may be another."""
BEFORE = 24
"""Characters before what is not to be done within which its "not" stands, as one of the two last words."""
LINE = frozenset(("red", "line"))
"""Stems of the name of a red line, which do not say where it runs."""
MOST = 16
"""Wordings of one obligation that are compared."""


class Term(NamedTuple):
    """What one commitment holds out or rules out, and its words as they are compared."""

    commitment: Commitment
    at: Span
    stems: frozenset[str]
    verb: str = ""
    """The stem of what is not to be done; empty where a verb says no ("rejects the line" is "does not accept it")."""


def terms_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports of one threat or red line differ in what it holds out; of one refusal or demand, in what it rules out."""
    for obligation in found.obligations:
        commitments = sorted((reports.commitments[key] for key in obligation.commitments), key=lambda each: each.at)
        told = commitments[:MOST]
        if obligation.force == "red_line":
            made = _drawn(reports, obligation, _differing(reports, _lines(reports, told), _one_holder), "forbids")
        elif obligation.force == "threat":
            made = _drawn(reports, obligation, _differing(reports, _terms(reports, told), _one_thing), "holds out")
        else:
            made = _drawn(reports, obligation, _ruled_out(reports, told), "rules out")
        if made is not None:
            yield made


def _differing(reports: Reports, terms: Sequence[Term], is_one: Callable[[Reports, Term, Term], bool]) -> list[Term]:
    """Those that another's words differ from, where both are surely of one obligation."""
    return [
        each for each in terms if any(_apart(reports, each, other) and is_one(reports, each, other) for other in terms)
    ]


def _one_thing(reports: Reports, one: Term, other: Term) -> bool:
    """Whether both speak of a thing alike: wordings with nothing in common may be two threats."""
    return bool(one.stems & other.stems)


def _one_holder(reports: Reports, one: Term, other: Term) -> bool:
    """Whether both are told of one who draws the line: the speaker, else whom it is owed to."""
    holders = [_speaker(reports, each.commitment) for each in (one, other)]
    return holders[0] is not None and holders[0] == holders[1]


def _terms(reports: Reports, commitments: Sequence[Commitment]) -> list[Term]:
    """What each holds out: one of each wording, in order of place."""
    return _distinct(_term(reports, each, each.consequent) for each in commitments)


def _lines(reports: Reports, commitments: Sequence[Commitment]) -> list[Term]:
    """Where the line runs: what is not to be done; where a report names the line alone, the words that explain it."""
    return _distinct(_line(reports, each) for each in commitments)


def _line(reports: Reports, each: Commitment) -> Term | None:
    spans = [each.antecedent, each.consequent]
    if each.relay:
        spans.extend(reports.attributions[each.relay[-1]].content)
    terms = (_term(reports, each, span) for span in spans)
    return next((term for term in terms if term is not None and len(term.stems - LINE) >= LEAST), None)


def _distinct(terms: Iterator[Term | None]) -> list[Term]:
    found: dict[frozenset[str], Term] = {}
    for each in terms:
        if each is not None:
            found.setdefault(each.stems, each)
    return list(found.values())


def _term(reports: Reports, commitment: Commitment, span: Span | None) -> Term | None:
    if span is None:
        return None
    text = reports.documents[span.doc].text
    forms = words_of(text, [(span.start, span.end)]).forms
    stems = frozenset(stem_of(form) for form in forms if is_informative(form))
    if len(stems) < LEAST:
        return None
    before = words_of(text, [(max(0, span.start - BEFORE), span.start)]).forms[-2:]
    return Term(commitment, span, stems, _not_done([*before, *forms]))


def _not_done(forms: Sequence[str]) -> str:
    """The stem of the first informative word behind the last "not"."""
    last = max((place for place, form in enumerate(forms) if form in NEGATORS or stem_of(form) in NEGATORS), default=-1)
    if last < 0 or is_informative(forms[last]):
        return ""
    return next((stem_of(form) for form in forms[last + 1 :] if is_informative(form)), "")


def _apart(reports: Reports, one: Term, other: Term) -> bool:
    """Whether two wordings of two reports of those days hold out different things."""
    least = min(len(one.stems), len(other.stems))
    if one.at.doc == other.at.doc or len(one.stems & other.stems) >= SAME * least:
        return False
    days = days_between(reports, one.at.doc, other.at.doc)
    return days is None or days <= ONE_TIME


def _ruled_out(reports: Reports, commitments: Sequence[Commitment]) -> list[Term]:
    """What is not to be done, where two reports name another act on the same: what is ruled out is what they tell."""
    negative = [each for each in commitments if each.polarity == "negative" or each.force == "refusal"]
    terms = _terms(reports, negative)
    return [each for each in terms if any(_another_act(each, other) for other in terms)]


def _another_act(one: Term, other: Term) -> bool:
    """Whether two wordings of two reports name another act and, for the rest, the same."""
    shared = one.stems & other.stems
    own = bool(one.verb and other.verb) and one.verb not in other.stems and other.verb not in one.stems
    return one.at.doc != other.at.doc and own and len(shared) >= LEAST


def _drawn(reports: Reports, obligation: Obligation, terms: Sequence[Term], does: str) -> Discrepancy | None:
    """The record, where the wordings stand in two reports."""
    if len({each.at.doc for each in terms}) < 2:
        return None
    debtor = None if obligation.debtor is None else reports.actors[obligation.debtor]
    whose = f" of {name_of(debtor)}" if debtor is not None and obligation.force != "red_line" else ""
    force = obligation.force.replace("_", " ")
    return drawn(
        "wording",
        f"What a {force}{whose} {does} is told in {len(terms)} ways.",
        (Side(at=each.at, reading=each.commitment.id, speaker=_speaker(reports, each.commitment)) for each in terms),
        ("unknown", "slight"),
        about=obligation.id,
        detail=obligation.why.detail,
    )


def _speaker(reports: Reports, commitment: Commitment) -> str | None:
    actor = reports.speaker(commitment.relay[0]) if commitment.relay else reports.actor(commitment.debtor)
    return None if actor is None else actor.id
