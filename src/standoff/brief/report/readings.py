"""How each kind of reading is told: its line and its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from standoff.brief.drawing import QUOTATION_MARKS
from standoff.brief.phrases import amount_name, when_name
from standoff.brief.report.entries import (
    ARROW,
    NOT_SAID,
    Entry,
    actors,
    because,
    carrier,
    chain,
    chip,
    dated,
    linked,
    names,
    quoted,
    speaker,
    strong,
)
from standoff.brief.report.html import Html, element, joined, label
from standoff.brief.report.look import Look, depths, pieces_of
from standoff.core.faults import Reading
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression


def statements(look: Look) -> Iterator[Entry]:
    """Who said what, in order of place; what stands in another's content is set in."""
    nested = depths(look.statements)
    for said in sorted(look.study.attributions, key=_first):
        yield _statement(look, said, nested[said.id])


def events(look: Look) -> Iterator[Entry]:
    """What happened, happens, is planned, might be or is denied, in order of place."""
    return (_event(look, each) for each in sorted(look.study.events, key=_first))


def figures(look: Look) -> Iterator[Entry]:
    """Numbers claimed, in order of place."""
    return (_figure(look, each) for each in sorted(look.study.figures, key=_first))


def commitments(look: Look) -> Iterator[Entry]:
    """Who is bound to do what, in order of place."""
    return (_commitment(look, each) for each in sorted(look.study.commitments, key=_first))


def times(look: Look) -> Iterator[Entry]:
    """Time expressions, in order of place."""
    return (_time(look, each) for each in sorted(look.study.times, key=_first))


def mentioned(look: Look) -> Iterator[Entry]:
    """Who and what is mentioned: one entry for mentions that stand for one another, by where the first stands."""
    together = defaultdict[str, list[Mention]](list)
    for mention in sorted(look.study.mentions, key=_first):
        together[look.roots[mention.id]].append(mention)
    return (_mentioned(look, look.mentions[root], found) for root, found in together.items())


def _first(reading: Reading) -> tuple[int, int]:
    pieces = pieces_of(reading)
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def _statement(look: Look, said: Attribution, depth: int) -> Entry:
    marks = QUOTATION_MARKS["direct"] if said.mode == "direct" else ("", "")
    words = joined((quoted(look, piece, marks) for piece in said.content[:MOST_PIECES]), " … ")
    spoken = element("span", words, class_="said")
    head = joined((strong(speaker(look, said), "source not given"), chip(said.act), spoken), " ")
    return Entry(
        id=look.entries[said.id],
        layer="a",
        head=head,
        to=look.place(said.content[0]),
        places=pieces_of(said),
        depth=depth,
        fields=(
            ("act", label(said.act)),
            ("mode", label(said.mode)),
            ("speaker", look.actor(said.speaker) or NOT_SAID),
            ("source", linked(look, said.source)),
            ("cue", linked(look, said.cue)),
            ("content", joined((look.link(piece) for piece in said.content[:MOST_PIECES]), " … ")),
            ("inside", carrier(look, said.within) if said.within is not None else None),
            *because(said.why),
        ),
    )


def _event(look: Look, event: Event) -> Entry:
    line = _who_where_when(look, event)
    head = (chip(event.type), label(" "), strong(look.words(event.at), ""), label(" "), _state(event.factuality))
    return Entry(
        id=look.entries[event.id],
        layer="e",
        head=Html("".join(head) + (element("span", line, class_="line") if line else "")),
        to=look.place(event.at),
        places=pieces_of(event),
        fields=(
            ("type", label(event.type)),
            ("factuality", label(event.factuality)),
            ("agents", actors(look, event.agents)),
            ("targets", actors(look, event.targets)),
            ("others", actors(look, event.participants) if event.participants else None),
            ("place", look.actor(event.place) or NOT_SAID),
            ("when", dated(look, event.when, event.when_basis, event.time)),
            ("told by", carrier(look, event.carried_by)),
            *because(event.why),
        ),
    )


def _who_where_when(look: Look, event: Event) -> Html:
    """Agents and targets, place and days: as many of them as the text says."""
    agents, targets = names(look, event.agents), names(look, event.targets)
    doing = [strong(agents, "")] if agents is not None else []
    suffering = [Html(f"{ARROW}{strong(targets, '')}")] if targets is not None else []
    place = names(look, (event.place,)) if event.place is not None else None
    days = when_name(event.when) if event.when is not None else None
    told = (joined((*doing, *suffering), " "), *(label(each) for each in (place, days) if each is not None))
    return joined((part for part in told if part), " · ")


def _figure(look: Look, figure: Figure) -> Entry:
    is_told = figure.what is None or figure.at.contains(figure.what)
    what = [quoted(look, figure.what)] if figure.what is not None and not is_told else []
    claimed = strong(names(look, (figure.claimant,)) if figure.claimant else None, "the reporter")
    line = joined((Html(f"{label('claimed by ')}{claimed}"), _state(figure.status)), " · ")
    value = amount_name(figure.low, figure.high, figure.hedge)
    return Entry(
        id=look.entries[figure.id],
        layer="f",
        head=joined((strong(look.words(figure.at), ""), *what, element("span", line, class_="line")), " "),
        to=look.place(figure.at),
        places=pieces_of(figure),
        fields=(
            ("value", label(value if figure.unit is None else f"{value} ({figure.unit})")),
            ("hedge", label(figure.hedge) if figure.hedge is not None else label("none")),
            ("counted", linked(look, figure.what)),
            ("where", look.actor(figure.where) or NOT_SAID),
            ("status", label(figure.status)),
            ("claimant", look.actor(figure.claimant) or label("the reporter")),
            ("as of", dated(look, figure.as_of, figure.as_of_basis, figure.time)),
            ("told by", carrier(look, figure.carried_by)),
            *because(figure.why),
        ),
    )


def _commitment(look: Look, bound: Commitment) -> Entry:
    ends = (bound.creditor, bound.debtor) if bound.force == "demand" else (bound.debtor, bound.creditor)
    who = joined((strong(names(look, (each,)) if each else None, "not said") for each in ends), " → ")
    terms: list[Html] = []
    if bound.antecedent is not None:
        terms.append(element("span", element("i", label("antecedent ")), quoted(look, bound.antecedent), class_="line"))
    if bound.consequent is not None:
        then = {"positive": "consequent ", "negative": "consequent, negative "}[bound.polarity]
        terms.append(element("span", element("i", label(then)), quoted(look, bound.consequent), class_="line"))
    return Entry(
        id=look.entries[bound.id],
        layer="c",
        head=Html(f"{chip(bound.force)} {who}{''.join(terms)}"),
        to=look.place(bound.at),
        places=pieces_of(bound),
        fields=(
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
        ),
    )


def _time(look: Look, time: TimeExpression) -> Entry:
    if time.when is not None:
        told = label(when_name(time.when))
    else:
        told = element("span", label(f"needs {time.needs}" if time.needs else time.value), class_="none")
    return Entry(
        id=look.entries[time.id],
        layer="t",
        head=joined((strong(look.words(time.at), ""), told), " "),
        to=look.place(time.at),
        places=pieces_of(time),
        fields=(
            ("type", label(time.type)),
            ("value", label(time.value)),
            ("days", dated(look, time.when, time.basis, None) if time.when is not None else None),
            ("reckoned from", look.link(time.reckoned_from) if time.reckoned_from is not None else None),
            ("needs", label(time.needs) if time.needs else None),
            *because(time.why),
        ),
    )


def _mentioned(look: Look, root: Mention, found: list[Mention]) -> Entry:
    places = (element("li", look.link(each.at, 60), _how(each)) for each in found)
    count = label(f"{len(found)} places") if len(found) > 1 else label("1 place")
    roles = dict.fromkeys(look.words(each.role, 80) for each in found if each.role is not None)
    return Entry(
        id=look.entries[root.id],
        layer="m",
        head=joined((strong(look.name(root.id), ""), chip(root.type), element("small", count)), " "),
        to=look.place(found[0].at),
        places=tuple(piece for each in found for piece in pieces_of(each)),
        fields=(
            ("role", label(", ".join(list(roles)[:MOST_PIECES])) if roles else None),
            ("places", element("ol", *places)),
            *because(root.why),
        ),
    )


def _how(mention: Mention) -> Html:
    return element("small", label(f" {mention.form}, {mention.why.finder} {mention.why.score:.2f}"))


def _state(words: str) -> Html:
    return element("span", label(words), class_=f"state {words}")


MOST_PIECES = 6
"""Pieces of a broken quote that an entry repeats."""
