"""The entry of one reading beside the words: a line that leads to them, and every field behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote

import msgspec

from standoff.brief.phrases import when_name
from standoff.brief.report.html import Html, element, escape, joined, label
from standoff.brief.report.look import Look
from standoff.core.parse import Piece
from standoff.core.records import Attribution, Why
from standoff.core.span import Span
from standoff.core.vocabulary import WhenBasis
from standoff.core.when import When

Field: TypeAlias = tuple[str, Html | None]

BASES: dict[WhenBasis, str] = {
    "explicit": "the words say so",
    "published": "reckoned from the document’s date",
    "linked": "reckoned from the document’s date as other documents tell it",
    "reference": "reckoned from another time in the text",
    "attribution": "the time of the statement that carries it",
    "event": "from another mention of the same event",
}
NOT_SAID = element("span", label("not said"), class_="none")
ARROW = label("→ ")


class Entry(msgspec.Struct, frozen=True):
    """A reading as it is listed."""

    id: str
    layer: str
    """The letter of its kind: what the legend switches."""
    head: Html
    to: str
    """The address of the place that the head leads to."""
    fields: Callable[[], tuple[Field, ...]]
    """They are most of a page, and are not made where they are not shown."""
    places: tuple[Piece, ...]
    depth: int = 0
    readings: tuple[str, ...] = ()
    """The ids of the readings that it is of: of one, or of mentions that stand for one another; the main one first."""
    goes: tuple[tuple[str, str], ...] = ()
    """Names and addresses of what it leads to, where that is not known by its readings."""


def drawn(look: Look, entry: Entry) -> Html:
    """The entry as an item of a list.

    Its fields are folded, with its id behind the fold, so that whoever comes by a link finds them open. Where the
    report has an address, they are there instead, and the entry has its own id.
    """
    at = " ".join(f"{start}-{end}" for start, end in entry.places)
    head = element("a", entry.head, href=entry.to, class_="lead")
    is_folded = look.around.address is not None and not is_opened(look, entry)
    parts = (head, *_goes(look, entry), *(_more(look, entry) if is_folded else (_fold(look, entry),)))
    classes = f"entry {entry.layer} in{min(entry.depth, 3)}"
    main = entry.readings[0] if look.around.address is not None and entry.readings else None
    return element("li", *parts, id=entry.id if is_folded else None, class_=classes, data_at=at, data_id=main)


def is_opened(look: Look, entry: Entry) -> bool:
    """Whether it is asked for with all its fields."""
    return not look.around.opened.isdisjoint(entry.readings)


def _fold(look: Look, entry: Entry) -> Html:
    rows = (part for name, value in entry.fields() if value is not None for part in _row(name, value))
    summary = element("summary", element("span", label("all fields")))
    is_open = "" if is_opened(look, entry) else None
    return element("details", summary, element("dl", *rows, id=entry.id), open=is_open)


def _more(look: Look, entry: Entry) -> tuple[Html, ...]:
    """Where all fields are, of an entry that is a reading's."""
    if not entry.readings:
        return ()
    address = f"{look.around.address}?reading={quote(entry.readings[0], safe='')}#{entry.id}"
    return (Html(f'<a href="{escape(address)}" class="more" aria-label="all fields">+</a>'),)


def _goes(look: Look, entry: Entry) -> tuple[Html, ...]:
    """The findings that it is in."""
    known = look.around.links
    links = dict.fromkeys(entry.goes)
    for reading in entry.readings:
        links |= dict.fromkeys(known.get(reading, ()))
    if not links:
        return ()
    shown = "".join(f'<a href="{escape(href)}">{label(name)}</a>' for name, href in links)
    return (Html(f'<span class="goes">{shown}</span>'),)


def chip(words: str) -> Html:
    """A word of a closed list."""
    return Html(f'<span class="chip">{label(words.replace("_", " "))}</span>')


def strong(words: str | None, otherwise: str) -> Html:
    """A name in the line of an entry, or quietly what stands for one."""
    if words is None:
        return element("span", label(otherwise), class_="none")
    return Html(f"<b><bdi>{label(words)}</bdi></b>")


def quoted(look: Look, span: Span, marks: tuple[str, str] = ("", "")) -> Html:
    """Words of the report in a line."""
    return Html(f"<q><bdi>{label(f'{marks[0]}{look.words(span)}{marks[1]}')}</bdi></q>")


def linked(look: Look, span: Span | None) -> Html:
    """Words of the report as a field."""
    return NOT_SAID if span is None else look.link(span)


def actors(look: Look, mentions: tuple[str, ...]) -> Html:
    """Those who are mentioned as a field."""
    return joined((name for each in mentions if (name := look.actor(each)) is not None), ", ") or NOT_SAID


def names(look: Look, mentions: tuple[str, ...], most: int = 4) -> str | None:
    """Those who are mentioned in a line."""
    known = list(dict.fromkeys(look.name(each) for each in mentions[: most * 2] if each in look.mentions))
    return ", ".join(known[:most]) + (" …" if len(known) > most else "") if known else None


def speaker(look: Look, said: Attribution) -> str | None:
    """Who says it: by name where the text tells, else by the source's words."""
    if said.speaker is not None and said.speaker in look.mentions:
        return look.name(said.speaker)
    return look.words(said.source, 80) if said.source is not None else None


def carrier(look: Look, attribution: str | None) -> Html:
    """The statement that carries a reading, as a field."""
    return _statement(look, attribution) or label("the reporter’s own voice")


def chain(look: Look, attributions: tuple[str, ...]) -> Html:
    """The statements that a reading is told through, the outermost first."""
    told = (_statement(look, each) for each in attributions)
    return joined((each for each in told if each is not None), " → ") or label("the reporter’s own voice")


def dated(look: Look, when: When | None, basis: WhenBasis | None, time: str | None) -> Html:
    """An interval with what it rests on, as a field."""
    if when is None:
        return NOT_SAID
    reason = f", {BASES[basis]}" if basis is not None else ""
    days = label(f"{when_name(when)}{reason}")
    source = look.entry(time, "the time expression")
    return days if source is None else Html(f"{days} ({source})")


def because(why: Why) -> tuple[Field, ...]:
    """Score, finder, detail and runner-up, as fields."""
    return (
        ("score", element("data", label(f"{why.score:.2f}"), value=f"{why.score:.4f}")),
        ("found by", label(why.finder)),
        ("because", label(why.detail) if why.detail else None),
        ("runner-up", label(why.runner_up) if why.runner_up else None),
    )


def _statement(look: Look, attribution: str | None) -> Html | None:
    said = look.statements.get(attribution) if attribution is not None else None
    if said is None:
        return None
    return look.entry(said.id, f"{speaker(look, said) or 'somebody'} {said.act}")


def _row(name: str, value: Html) -> tuple[Html, Html]:
    return element("dt", label(name)), element("dd", value)
