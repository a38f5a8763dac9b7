"""One time, event, figure or commitment as a row: what can be compared first, in columns, then the words."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.brief.index import Index
from standoff.brief.page import Part, Sentence, Words, quote
from standoff.brief.phrases import amount_name, counted, when_name
from standoff.core.records import Commitment, Event, Figure, TimeExpression
from standoff.core.span import Span
from standoff.core.vocabulary import WhenBasis
from standoff.core.when import When

WIDE, MIDDLE, NARROW = 24, 14, 11
"""Columns of the terminal: for a date with its basis, for a word such as "hypothetical", for one such as "CONSULT"."""

CONDITIONAL = frozenset(
    (
        "if",
        "unless",
        "should",
        "in",
        "without",
        "when",
        "whenever",
        "as",
        "until",
        "once",
        "were",
        "had",
        "by",
        "provided",
    )
)
"""First words of a condition that says of itself that it is one."""


def time_line(found: Index, time: TimeExpression) -> Sentence:
    """Its type, value, days with their basis, its words, and what it was reckoned from or needs."""
    days = dated(time.when, time.basis) if time.when is not None else "no days"
    parts: list[Part] = [column(time.type, NARROW), column(time.value, MIDDLE), column(days, WIDE)]
    parts.append(quote(time.at, "direct"))
    parts += _also("; reckoned from ", time.reckoned_from)
    parts += [Words(f"; needs {time.needs}", "quiet")] if time.needs is not None else []
    return Sentence(tuple(parts))


def event_line(found: Index, event: Event) -> Sentence:
    """Its type, factuality and date, who does it to whom, its words, its place and who tells it."""
    parts: list[Part] = [column(event.type, NARROW), column(event.factuality, MIDDLE)]
    parts += [column(dated(event.when, event.when_basis), WIDE), *_sides(found, event.agents, event.targets)]
    parts.append(quote(event.at, "direct"))
    parts += [Words(f"; with {_names(found, event.participants)}")] if event.participants else []
    parts += [Words(f"; at {found.name(event.place)}")] if event.place is not None else []
    return Sentence((*parts, *_told_by(found, event.carried_by)))


def figure_line(found: Index, figure: Figure) -> Sentence:
    """Its value with the hedge, its unit and status, its words and what they count, who claims it, as of when."""
    amount = amount_name(figure.low, figure.high, figure.hedge)
    parts: list[Part] = [column(amount, WIDE), column(figure.unit or "", MIDDLE), column(figure.status, NARROW)]
    parts += [quote(figure.at, "direct"), *_also("; of ", figure.what)]
    parts += [Words(f"; in {found.name(figure.where)}")] if figure.where is not None else []
    parts += [Words(f"; claimed by {found.name(figure.claimant)}")] if figure.claimant is not None else []
    parts += [Words(f"; as of {dated(figure.as_of, figure.as_of_basis)}")] if figure.as_of is not None else []
    return Sentence(tuple(parts))


def commitment_line(found: Index, commitment: Commitment) -> Sentence:
    """Its force and strength, who owes it to whom, if what, what is to be, by when, and how often it was passed on."""
    is_denied_once = commitment.polarity == "negative" and commitment.strength != "ruled out"
    strength = f"{commitment.strength}{' not' if is_denied_once else ''}"
    parts: list[Part] = [column(commitment.force.replace("_", " "), NARROW), column(strength, MIDDLE)]
    parts += _bound(found, commitment)
    parts += condition(found, commitment.antecedent)
    joint = ", " if commitment.antecedent is not None else ""
    parts += _also(joint, commitment.consequent) or [Words(f"{joint}what follows is left open")]
    parts += [Words(f"; due {when_name(commitment.deadline)}")] if commitment.deadline is not None else []
    told = counted(len(commitment.relay), "attribution")
    parts += [Words(f"; told through {told}", "quiet")] if commitment.relay else []
    return Sentence(tuple(parts))


def dated(when: When | None, basis: WhenBasis | None) -> str:
    """``7 Dec 2021 (published)``, ``undated``: an interval and what it rests on."""
    return when_name(when) if basis is None else f"{when_name(when)} ({basis})"


def column(text: str, width: int) -> Words:
    """The text filled up to a width, and one space at least."""
    return Words(f"{text:<{width - 1}} ", width=width)


def _sides(found: Index, left: Sequence[str], right: Sequence[str]) -> list[Part]:
    """Who does it, and to whom; a dash where the text does not say."""
    if not left and not right:
        return []
    doer = Words(_names(found, left) or "–", "strong")
    return [doer, Words(" → "), Words(_names(found, right), "strong"), Words(": ")] if right else [doer, Words(": ")]


def _bound(found: Index, commitment: Commitment) -> list[Part]:
    """Debtor and creditor; of a demand, of whom it is and by whom, as an arrow would read the wrong way round."""
    debtor, creditor = ((side,) if side is not None else () for side in (commitment.debtor, commitment.creditor))
    if commitment.force != "demand":
        return _sides(found, debtor, creditor)
    parts: list[Part] = [Words("of "), Words(_names(found, debtor) or "–", "strong")]
    parts += [Words(" by "), Words(_names(found, creditor), "strong")] if creditor else []
    return [*parts, Words(": ")]


def _names(found: Index, mentions: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(found.name(mention) for mention in mentions))


def _also(label: str, span: Span | None) -> list[Part]:
    return [] if span is None else [Words(label), quote(span, "direct")]


def condition(found: Index, antecedent: Span | None) -> list[Part]:
    """The antecedent after an "if", where its own words do not say as much."""
    if antecedent is None:
        return []
    first = found.words(antecedent).split()[0].casefold()
    return _also("" if first in CONDITIONAL else "if ", antecedent)


def _told_by(found: Index, carried_by: str | None) -> list[Part]:
    """Who tells it, where it stands in what somebody says."""
    if carried_by is None:
        return []
    speaker = found.speaker(found.attributions[carried_by])
    return [Words(f"; told by {speaker.name if speaker is not None else 'a source not given'}", "quiet")]
