"""How each kind of reading is told in a line, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from standoff.brief.drawing import QUOTATION_MARKS
from standoff.brief.phrases import when_name
from standoff.brief.report.entries import (
    ARROW,
    Entry,
    chip,
    names,
    quoted,
    speaker,
    strong,
)
from standoff.brief.report.fields import (
    MOST_PIECES,
    commitment_fields,
    event_fields,
    figure_fields,
    mention_fields,
    statement_fields,
    time_fields,
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
        to=look.where(said.content[0]),
        places=pieces_of(said),
        depth=depth,
        fields=partial(statement_fields, look, said),
        readings=(said.id,),
    )


def _event(look: Look, event: Event) -> Entry:
    line = _who_where_when(look, event)
    head = (chip(event.type), label(" "), strong(look.words(event.at), ""), label(" "), _state(event.factuality))
    return Entry(
        id=look.entries[event.id],
        layer="e",
        head=Html("".join(head) + (element("span", line, class_="line") if line else "")),
        to=look.where(event.at),
        places=pieces_of(event),
        fields=partial(event_fields, look, event),
        readings=(event.id,),
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
    return Entry(
        id=look.entries[figure.id],
        layer="f",
        head=joined((strong(look.words(figure.at), ""), *what, element("span", line, class_="line")), " "),
        to=look.where(figure.at),
        places=pieces_of(figure),
        fields=partial(figure_fields, look, figure),
        readings=(figure.id,),
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
        to=look.where(bound.at),
        places=pieces_of(bound),
        fields=partial(commitment_fields, look, bound),
        readings=(bound.id,),
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
        to=look.where(time.at),
        places=pieces_of(time),
        fields=partial(time_fields, look, time),
        readings=(time.id,),
    )


def _mentioned(look: Look, root: Mention, found: list[Mention]) -> Entry:
    count = label(f"{len(found)} places") if len(found) > 1 else label("1 place")
    return Entry(
        id=look.entries[root.id],
        layer="m",
        head=Html(f"{strong(look.name(root.id), '')} {chip(root.type)} <small>{count}</small>"),
        to=look.where(found[0].at),
        places=tuple(piece for each in found for piece in pieces_of(each)),
        fields=partial(mention_fields, look, root, found),
        readings=tuple(dict.fromkeys((root.id, *(each.id for each in found)))),
    )


def _state(words: str) -> Html:
    return element("span", label(words), class_=f"state {words}")
