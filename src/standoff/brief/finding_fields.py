"""The fields of a document or a finding by name, each with the words behind it."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.actors import actor_lines
from standoff.brief.course_fields import course_fields
from standoff.brief.fields import NOT_SAID, field
from standoff.brief.index import Index
from standoff.brief.lines import account_lines, in_a_row, lineage_line, topic_lines
from standoff.brief.page import Line, Ref, Words, quote
from standoff.brief.phrases import accounts_name, counted, listed, when_name
from standoff.brief.targets import Finding
from standoff.brief.wording import quoted
from standoff.core.findings import Account, Actor, Topic, Utterance
from standoff.core.records import Document

SHOWN = 12
"""Mentions or wordings listed of one actor or utterance; ``standoff show`` has the rest."""


def finding_fields(found: Index, finding: Document | Finding) -> Iterable[Line]:
    """Every field that it has, in the order of the data model."""
    match finding:
        case Document():
            return _document(found, finding)
        case Actor():
            return _actor(found, finding)
        case Account():
            return _account(found, finding)
        case Utterance():
            return _utterance(found, finding)
        case Topic():
            return topic_lines(found, finding, 1)
        case _:
            return course_fields(found, finding)


def _document(found: Index, document: Document) -> Iterable[Line]:
    key = document.id
    yield field("place", Ref(key), Words(f" {document.path}"))
    for name in ("title", "outlet", "outlet_basis", "author", "url", "given_id", "encoding"):
        value: str | None = getattr(document, name)
        if value is not None:
            yield field(name.replace("_", " "), Words(value))
    basis = f", from {document.published_basis}" if document.published_basis is not None else ""
    yield field("published", Words(f"{when_name(document.published)}{basis}"))
    for dating in (each for each in found.dossier.datings if each.document == key):
        yield field("dated by", *(part for doc in dating.documents for part in (Ref(doc), Words(" "))), depth=2)
        yield from (field("named here", quote(found.times[time].at, "direct"), depth=2) for time in dating.times)
        yield field("because", Words(f"{dating.why.detail}, score {dating.why.score:.2f}"), depth=2)
    account = found.account_of.get(key)
    if account is not None:
        yield field("account", Words(f"{account.id}, {counted(len(account.documents), 'document')}"))


def _actor(found: Index, actor: Actor) -> Iterable[Line]:
    yield from actor_lines(found, actor, counted(len(actor.mentions), "mention"))
    if actor.country is not None:
        yield field("country", Words(f"{actor.country} (ISO 3166-1)"))
    for meant in actor.stands_for:
        who = listed([found.actors[each].name for each in meant.actors])
        open_which = " (it stays open which)" if len(meant.actors) > 1 else ""
        words = [quote(found.mentions[each].at, "direct") for each in meant.mentions[:SHOWN]]
        yield field("stands for", Words(f"{who}{open_which} at "), *in_a_row((each,) for each in words))
        yield field("because", Words(f"{meant.why.detail}, score {meant.why.score:.2f}"), depth=2)
    places = sorted((found.mentions[mention].at for mention in actor.mentions), key=found.place)
    yield from (field("mention", quote(at, "direct")) for at in places[:SHOWN])
    yield from _more(len(places), "mention")


def _account(found: Index, account: Account) -> Iterable[Line]:
    yield from account_lines(found, account, 1)
    shared = (lineage for lineage in found.dossier.lineages if set(lineage.documents) & set(account.documents))
    apart = (lineage for lineage in shared if not set(lineage.documents) <= set(account.documents))
    yield from (lineage_line(found, lineage, 1) for lineage in apart)


def _utterance(found: Index, utterance: Utterance) -> Iterable[Line]:
    speaker = found.actors.get(utterance.speaker) if utterance.speaker is not None else None
    yield field("speaker", Words(f"{speaker.name} ({speaker.id})" if speaker is not None else NOT_SAID))
    yield field("told in", Words(accounts_name(utterance.independent)))
    for name, key in (("earliest", utterance.earliest), ("original", utterance.original)):
        if key is not None:
            first, *_ = quoted(found, found.attributions[key])
            yield field(name, first, Words(f" ({key})"))
    others = [said for said in utterance.attributions if said != utterance.fullest]
    for said in (utterance.fullest, *others[: SHOWN - 1]):
        name = "fullest wording" if said == utterance.fullest else "wording"
        first, *rest = quoted(found, found.attributions[said])
        pieces = (part for piece in rest for part in (Words(" … "), piece))
        yield field(name, first, *pieces, Words(f" ({said})"))
    yield from _more(len(utterance.attributions), "wording")


def _more(number: int, one: str) -> Iterable[Line]:
    if number > SHOWN:
        yield field("and", Words(counted(number - SHOWN, f"more {one}")))
