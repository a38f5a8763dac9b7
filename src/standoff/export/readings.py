"""Documents and readings as facts: each with what is known of it across documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import msgspec

from standoff.core.digest import text_hash
from standoff.core.dossier import Dossier
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, TimeExpression, Why
from standoff.core.span import Span
from standoff.export.records import (
    AttributionFact,
    CommitmentFact,
    DocumentFact,
    EventFact,
    FigureFact,
    MentionFact,
    Place,
    ReadingFact,
    TimeFact,
)

DIGITS = 4  # of a score: finer than any is measured, and coarse enough to hide how a machine rounds


class Known(msgspec.Struct, frozen=True):
    """What readings are told with: the findings they belong to, by id, and the words of mentions."""

    account_of: Mapping[str, str]
    actor_of: Mapping[str, str]
    utterance_of: Mapping[str, str]
    happening_of: Mapping[str, str]
    measure_of: Mapping[str, str]
    obligation_of: Mapping[str, str]
    texts: Mapping[str, str]
    places: Mapping[str, Span]
    """Of the mentions that are cited as a place."""

    def actor(self, mention: str | None) -> str | None:
        """The actor of a mention, if it is of one."""
        return None if mention is None else self.actor_of.get(mention)

    def actors(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """The actors of mentions, each once, in their order; a mention of no actor is left out."""
        return tuple(dict.fromkeys(self.actor_of[each] for each in mentions if each in self.actor_of))

    def words(self, span: Span | None) -> str | None:
        """The words of a span."""
        return None if span is None else self.texts[span.doc][span.start : span.end]

    def place(self, mention: str | None) -> str | None:
        """The words of a mention of a place."""
        return None if mention is None else self.words(self.places[mention])


def known_of(dossier: Dossier) -> Known:
    """What a dossier knows of its readings."""
    studies = dossier.studies
    cited = {event.place for study in studies for event in study.events}
    cited |= {figure.where for study in studies for figure in study.figures}
    return Known(
        account_of={doc: account.id for account in dossier.accounts for doc in account.documents},
        actor_of=actors_of_mentions(dossier),
        utterance_of={said: utterance.id for utterance in dossier.utterances for said in utterance.attributions},
        happening_of={event: happening.id for happening in dossier.happenings for event in happening.events},
        measure_of={figure: measure.id for measure in dossier.measures for figure in measure.figures},
        obligation_of={each: obligation.id for obligation in dossier.obligations for each in obligation.commitments},
        texts={document.id: document.text for document in dossier.documents},
        places={key: m.at for study in studies for m in study.mentions if (key := m.id) in cited},
    )


def facts_of_readings(dossier: Dossier) -> Iterator[ReadingFact]:
    """Every document by id; then each kind of reading in order of place within its document."""
    known = known_of(dossier)
    documents = sorted(((document.id, document) for document in dossier.documents), key=lambda pair: pair[0])
    studies = dossier.studies
    yield from (_document(key, document, known) for key, document in documents)
    for mention in sorted(chain.from_iterable(s.mentions for s in studies), key=lambda m: m.at):
        yield _mention(mention, known)
    for time in sorted(chain.from_iterable(s.times for s in studies), key=lambda t: t.at):
        yield _time(time)
    for said in sorted(chain.from_iterable(s.attributions for s in studies), key=lambda a: (a.content, a.id)):
        yield _attribution(said, known)
    for event in sorted(chain.from_iterable(s.events for s in studies), key=lambda e: e.at):
        yield _event(event, known)
    for figure in sorted(chain.from_iterable(s.figures for s in studies), key=lambda f: f.at):
        yield _figure(figure, known)
    for commitment in sorted(chain.from_iterable(s.commitments for s in studies), key=lambda c: c.at):
        yield _commitment(commitment, known)


def actors_of_mentions(dossier: Dossier) -> Mapping[str, str]:
    """Mention id to actor id. A mention that is in no actor has the actor of the mention it stands for."""
    direct = {mention: actor.id for actor in dossier.actors for mention in actor.mentions}
    refers = {mention.id: mention.refers for study in dossier.studies for mention in study.mentions}
    found: dict[str, str] = {}
    for mention in refers:
        reached: str | None = mention
        seen: set[str] = set()
        while reached is not None and reached not in direct and reached not in seen:
            seen.add(reached)
            reached = refers.get(reached)
        if reached in direct:
            found[mention] = direct[reached]
    return found


def _document(key: str, document: Document, known: Known) -> DocumentFact:
    return DocumentFact(
        id=key,
        path=document.path,
        given_id=document.given_id,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        outlet_basis=document.outlet_basis,
        author=document.author,
        published=document.published,
        published_basis=document.published_basis,
        account=known.account_of.get(key),
        encoding=document.encoding,
        furniture=document.furniture,
        captions=document.captions,
        text_sha256=text_hash(document.text),
        text=document.text,
    )


def _mention(mention: Mention, known: Known) -> MentionFact:
    key = mention.id
    return MentionFact(
        id=key,
        doc=mention.at.doc,
        at=_at(mention.at),
        type=mention.type,
        form=mention.form,
        name=place_of(mention.name),
        role=place_of(mention.role),
        refers=mention.refers,
        actor=known.actor(key),
        why=why_of(mention.why),
    )


def _time(time: TimeExpression) -> TimeFact:
    return TimeFact(
        id=time.id,
        doc=time.at.doc,
        at=_at(time.at),
        type=time.type,
        value=time.value,
        when=time.when,
        basis=time.basis,
        reckoned_from=place_of(time.reckoned_from),
        needs=time.needs,
        reckoning=time.reckoning,
        why=why_of(time.why),
    )


def _attribution(said: Attribution, known: Known) -> AttributionFact:
    key = said.id
    return AttributionFact(
        id=key,
        doc=said.doc,
        source=place_of(said.source),
        cue=place_of(said.cue),
        content=tuple(map(_at, said.content)),
        mode=said.mode,
        act=said.act,
        speaker=known.actor(said.speaker),
        mention=said.speaker,
        within=said.within,
        utterance=known.utterance_of.get(key),
        why=why_of(said.why),
    )


def _event(event: Event, known: Known) -> EventFact:
    return EventFact(
        id=event.id,
        doc=event.at.doc,
        at=_at(event.at),
        type=event.type,
        factuality=event.factuality,
        when=event.when,
        when_basis=event.when_basis,
        agents=known.actors(event.agents),
        targets=known.actors(event.targets),
        participants=known.actors(event.participants),
        place=known.place(event.place),
        time=event.time,
        carried_by=event.carried_by,
        happening=known.happening_of.get(event.id),
        agent_mentions=event.agents,
        target_mentions=event.targets,
        participant_mentions=event.participants,
        place_mention=event.place,
        why=why_of(event.why),
    )


def _figure(figure: Figure, known: Known) -> FigureFact:
    return FigureFact(
        id=figure.id,
        doc=figure.at.doc,
        at=_at(figure.at),
        low=_number(figure.low),
        high=_number(figure.high),
        unit=figure.unit,
        what=known.words(figure.what),
        hedge=figure.hedge,
        claimant=known.actor(figure.claimant),
        as_of=figure.as_of,
        as_of_basis=figure.as_of_basis,
        status=figure.status,
        where=known.place(figure.where),
        measure=known.measure_of.get(figure.id),
        what_at=place_of(figure.what),
        where_mention=figure.where,
        claimant_mention=figure.claimant,
        time=figure.time,
        carried_by=figure.carried_by,
        why=why_of(figure.why),
    )


def _commitment(commitment: Commitment, known: Known) -> CommitmentFact:
    return CommitmentFact(
        id=commitment.id,
        doc=commitment.at.doc,
        at=_at(commitment.at),
        force=commitment.force,
        debtor=known.actor(commitment.debtor),
        creditor=known.actor(commitment.creditor),
        antecedent=place_of(commitment.antecedent),
        consequent=place_of(commitment.consequent),
        strength=commitment.strength,
        polarity=commitment.polarity,
        deadline=commitment.deadline,
        relay=commitment.relay,
        obligation=known.obligation_of.get(commitment.id),
        debtor_mention=commitment.debtor,
        creditor_mention=commitment.creditor,
        time=commitment.time,
        why=why_of(commitment.why),
    )


def place_of(span: Span | None) -> Place | None:
    """A span as a place in its document."""
    return None if span is None else _at(span)


def why_of(why: Why) -> Why:
    """The reason with its score as it is written."""
    return Why(why.finder, rounded(why.score), why.detail, why.runner_up)


def rounded(score: float) -> float:
    """Also makes a whole number or a negative zero, which are written differently, the one float they equal."""
    return round(float(score), DIGITS) + 0.0


def _at(span: Span) -> Place:
    return span.start, span.end


def _number(value: float | None) -> float | None:
    """One way to write it: a whole number and a negative zero are the float they equal."""
    return None if value is None else float(value) + 0.0
