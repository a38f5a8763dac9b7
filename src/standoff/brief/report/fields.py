"""Every field of each kind of reading, as its entry shows them when it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.brief.phrases import amount_name
from standoff.brief.report.entries import NOT_SAID, Field, actors, because, carrier, chain, dated, linked
from standoff.brief.report.html import Html, element, joined, label
from standoff.brief.report.look import Look
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression

MOST_PIECES = 6
"""Pieces of a broken quote that an entry repeats."""


def statement_fields(look: Look, said: Attribution) -> tuple[Field, ...]:
    """Who says what, how and inside of what."""
    return (
        ("act", label(said.act)),
        ("mode", label(said.mode)),
        ("speaker", look.actor(said.speaker) or NOT_SAID),
        ("source", linked(look, said.source)),
        ("cue", linked(look, said.cue)),
        ("content", joined((look.link(piece) for piece in said.content[:MOST_PIECES]), " … ")),
        ("inside", carrier(look, said.within) if said.within is not None else None),
        *because(said.why),
    )


def event_fields(look: Look, event: Event) -> tuple[Field, ...]:
    """What, who, where and when, and who tells it."""
    return (
        ("type", label(event.type)),
        ("factuality", label(event.factuality)),
        ("agents", actors(look, event.agents)),
        ("targets", actors(look, event.targets)),
        ("others", actors(look, event.participants) if event.participants else None),
        ("place", look.actor(event.place) or NOT_SAID),
        ("when", dated(look, event.when, event.when_basis, event.time)),
        ("told by", carrier(look, event.carried_by)),
        *because(event.why),
    )


def figure_fields(look: Look, figure: Figure) -> tuple[Field, ...]:
    """Which number of what, who claims it, as of when."""
    value = amount_name(figure.low, figure.high, figure.hedge)
    return (
        ("value", label(value if figure.unit is None else f"{value} ({figure.unit})")),
        ("hedge", label(figure.hedge) if figure.hedge is not None else label("none")),
        ("counted", linked(look, figure.what)),
        ("where", look.actor(figure.where) or NOT_SAID),
        ("status", label(figure.status)),
        ("claimant", look.actor(figure.claimant) or label("the reporter")),
        ("as of", dated(look, figure.as_of, figure.as_of_basis, figure.time)),
        ("told by", carrier(look, figure.carried_by)),
        *because(figure.why),
    )


def commitment_fields(look: Look, bound: Commitment) -> tuple[Field, ...]:
    """Who is bound to whom, to what, on which condition."""
    return (
        ("force", label(bound.force.replace("_", " "))),
        ("debtor", look.actor(bound.debtor) or NOT_SAID),
        ("creditor", look.actor(bound.creditor) or NOT_SAID),
        ("antecedent", linked(look, bound.antecedent)),
        ("consequent", linked(look, bound.consequent)),
        ("strength", label(bound.strength)),
        ("polarity", label(bound.polarity)),
        ("deadline", dated(look, bound.deadline, None, bound.time)),
        ("told through", chain(look, bound.relay)),
        *because(bound.why),
    )


def time_fields(look: Look, time: TimeExpression) -> tuple[Field, ...]:
    """What the words tell, and what settles them."""
    return (
        ("type", label(time.type)),
        ("value", label(time.value)),
        ("days", dated(look, time.when, time.basis, None) if time.when is not None else None),
        ("reckoned from", look.link(time.reckoned_from) if time.reckoned_from is not None else None),
        ("needs", label(time.needs) if time.needs else None),
        *because(time.why),
    )


def mention_fields(look: Look, root: Mention, found: Sequence[Mention]) -> tuple[Field, ...]:
    """Every place of those that stand for one another."""
    places = (element("li", look.link(each.at, 60), _how(each)) for each in found)
    roles = dict.fromkeys(look.words(each.role, 80) for each in found if each.role is not None)
    return (
        ("role", label(", ".join(list(roles)[:MOST_PIECES])) if roles else None),
        ("places", element("ol", *places)),
        *because(root.why),
    )


def _how(mention: Mention) -> Html:
    return element("small", label(f" {mention.form}, {mention.why.finder} {mention.why.score:.2f}"))
