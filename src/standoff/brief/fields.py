"""The fields of a reading by name, each with the words behind it."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.index import Index
from standoff.brief.page import Line, Note, Part, Ref, Sentence, Words, quote
from standoff.brief.phrases import amount_name, when_name
from standoff.brief.targets import Reading
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression
from standoff.core.span import Span
from standoff.core.vocabulary import Polarity, WhenBasis
from standoff.core.when import When

WHEN_BASES: dict[WhenBasis, str] = {
    "explicit": "as the words themselves say",
    "published": "reckoned from the day the document was published",
    "reference": "reckoned from another time in the text",
    "attribution": "the time at which it is told",
    "event": "the time that the text gives at another mention of it",
    "linked": "reckoned from the day of the document as other documents tell it",
}

POLARITIES: dict[Polarity, str] = {"positive": "", "negative": " not"}

NOT_SAID = "the text does not say"


def field(name: str, *parts: Part, depth: int = 1) -> Line:
    """A field and what it holds; a sentence where words of a document stand behind it."""
    label = Words(f"{name}: ", "quiet")
    words = [part for part in parts if isinstance(part, Words)]
    if len(words) == len(parts):
        return Note((label, *words), depth)
    return Sentence((label, *parts), depth, mark="")


def reading_fields(found: Index, reading: Reading) -> Iterable[Line]:
    """Every field that the reading has, in the order of the data model."""
    match reading:
        case Mention():
            return _mention(found, reading)
        case TimeExpression():
            return _time(found, reading)
        case Attribution():
            return _attribution(found, reading)
        case Event():
            return _event(found, reading)
        case Figure():
            return _figure(found, reading)
        case Commitment():
            return _commitment(found, reading)


def _mention(found: Index, mention: Mention) -> Iterable[Line]:
    yield field("type", Words(f"{mention.type}, by {mention.form}"))
    yield from _span("name", mention.name)
    yield from _span("role", mention.role)
    if mention.refers is not None:
        yield _who(found, "stands for", mention.refers)
    actor = found.actor(mention.id)
    yield field("actor", Words(f"{actor.name} ({actor.id})" if actor is not None else "none"))


def _time(found: Index, time: TimeExpression) -> Iterable[Line]:
    yield field("type", Words(time.type))
    yield field("value", Words(time.value))
    yield from _when("days", time.when, time.basis)
    yield from _span("reckoned from", time.reckoned_from)
    if time.basis == "linked":
        yield field("document of", Ref(time.at.doc), Words(f" {when_name(found.documents[time.at.doc].published)}"))
    if time.needs is not None:
        yield field("needs", Words(time.needs))


def _attribution(found: Index, said: Attribution) -> Iterable[Line]:
    yield field("act", Words(said.act))
    yield field("mode", Words(said.mode))
    yield from _span("source", said.source)
    yield from _span("cue", said.cue)
    yield _who(found, "speaker", said.speaker) if said.speaker is not None else field("speaker", Words(NOT_SAID))
    yield from _carried(found, "within", said.within)


def _event(found: Index, event: Event) -> Iterable[Line]:
    yield field("type", Words(event.type))
    yield field("factuality", Words(event.factuality))
    yield from _when("when", event.when, event.when_basis)
    yield from _told_time(found, event.time, event.when_basis)
    for name, mentions in (("agent", event.agents), ("target", event.targets), ("participant", event.participants)):
        yield from (_who(found, name, mention) for mention in mentions)
    if event.place is not None:
        yield _who(found, "place", event.place)
    yield from _carried(found, "carried by", event.carried_by)


def _figure(found: Index, figure: Figure) -> Iterable[Line]:
    yield field("value", Words(amount_name(figure.low, figure.high, figure.hedge)))
    yield field("unit", Words(figure.unit if figure.unit is not None else NOT_SAID))
    yield from _span("what", figure.what)
    yield field("hedge", Words(figure.hedge if figure.hedge is not None else "none"))
    yield field("status", Words(figure.status))
    yield from _when("as of", figure.as_of, figure.as_of_basis)
    yield from _told_time(found, figure.time, figure.as_of_basis)
    if figure.where is not None:
        yield _who(found, "where", figure.where)
    if figure.claimant is not None:
        yield _who(found, "claimed by", figure.claimant)
    yield from _carried(found, "carried by", figure.carried_by)


def _commitment(found: Index, commitment: Commitment) -> Iterable[Line]:
    yield field("force", Words(commitment.force.replace("_", " ")))
    for name, mention in (("debtor", commitment.debtor), ("creditor", commitment.creditor)):
        yield _who(found, name, mention) if mention is not None else field(name, Words(NOT_SAID))
    yield from _span("antecedent", commitment.antecedent, "none: it is bound to no condition")
    yield from _span("consequent", commitment.consequent, "left open")
    yield field("strength", Words(commitment.strength))
    yield field("polarity", Words(f"{commitment.polarity} (that it is{POLARITIES[commitment.polarity]} done)"))
    if commitment.deadline is not None:
        yield field("deadline", Words(when_name(commitment.deadline)))
    yield from _told_time(found, commitment.time, None)
    for number, said in enumerate(commitment.relay, 1):
        yield from _carried(found, f"told through, {number} of {len(commitment.relay)}", said, chain=False)
    if not commitment.relay:
        yield from _carried(found, "told through", None)


def _span(name: str, span: Span | None, where_none: str | None = None) -> Iterable[Line]:
    if span is not None:
        yield field(name, quote(span, "direct"))
    elif where_none is not None:
        yield field(name, Words(where_none))


def _when(name: str, when: When | None, basis: WhenBasis | None) -> Iterable[Line]:
    told = NOT_SAID if when is None else when_name(when)
    yield field(name, Words(told if basis is None else f"{told}, {WHEN_BASES[basis]} ({basis})"))


def _told_time(found: Index, key: str | None, told: WhenBasis | None) -> Iterable[Line]:
    """The time expression a date rests on, and what that was reckoned from, where the date has not told it."""
    if key is None:
        return
    time = found.times[key]
    parts: list[Part] = [quote(time.at, "direct"), Words(f" = {time.value}")]
    if time.basis not in (None, told):
        parts.append(Words(f", {WHEN_BASES[time.basis]} ({time.basis})"))
    parts += [] if time.reckoned_from is None else [Words(", from "), quote(time.reckoned_from, "direct")]
    parts += [] if time.needs is None else [Words(f", needs {time.needs}")]
    yield field("by the time", *parts, Words(f" ({key})"), depth=2)


def _who(found: Index, name: str, mention: str) -> Line:
    """A mention with its actor, where it is of one."""
    actor = found.actor(mention)
    told = f" = {actor.name} ({actor.id})" if actor is not None else ", of no actor"
    return field(name, quote(found.mentions[mention].at, "direct"), Words(told))


def _carried(found: Index, name: str, key: str | None, *, chain: bool = True) -> Iterable[Line]:
    """The attribution that tells it, and those that this one stands in; the reporter's own voice where none does."""
    if key is None:
        yield field(name, Words("none: the reporter's own voice"))
        return
    seen = set[str]()
    depth = 1
    while key is not None and key not in seen:
        seen.add(key)
        yield _teller(found, name, found.attributions[key], depth)
        key, name, depth = (found.attributions[key].within if chain else None), "itself told by", depth + 1


def _teller(found: Index, name: str, said: Attribution, depth: int) -> Line:
    speaker = found.speaker(said)
    parts: list[Part] = [Words(speaker.name if speaker is not None else "a source not given")]
    parts += [] if said.source is None else [Words(", "), quote(said.source, "direct")]
    parts += [] if said.cue is None else [Words(" "), quote(said.cue, "direct")]
    parts += [Words(f"; {said.act}, {said.mode}, in "), Ref(said.doc, said.content[0]), Words(f" ({said.id})")]
    return field(name, *parts, depth=depth)
