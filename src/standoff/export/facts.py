"""A dossier as a facts file: JSON Lines, one record a line, sorted, the same bytes for the same dossier.

The shape is in ``records``. Kinds come in the order documents, mentions, attributions, actors, accounts, lineages,
utterances, gaps; readings in order of place within their document, all else by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from standoff.core.digest import text_hash
from standoff.core.dossier import Account, Actor, Difference, Dossier, Lineage, Utterance
from standoff.core.integrity import dossier_faults
from standoff.core.records import Attribution, Document, Gap, Mention, Study, Why
from standoff.core.span import Span
from standoff.export.escape import escaped
from standoff.export.records import (
    AccountFact,
    ActorFact,
    AnyFact,
    AttributionFact,
    DifferenceFact,
    DocumentFact,
    GapFact,
    JoinFact,
    LineageFact,
    MentionFact,
    Place,
    RoleFact,
    Site,
    UtteranceFact,
)

DIGITS = 4  # of a score: finer than any is measured, and coarse enough to hide how a machine rounds
FAULTS_SHOWN = 3


def facts(dossier: Dossier) -> bytes:
    """The whole facts file. Raises ``ValueError`` where a span does not read back or a record cited is not there."""
    return b"".join(lines(dossier))


def facts_of_study(document: Document, study: Study, gaps: Sequence[Gap] = ()) -> bytes:
    """The facts of one document read alone: no actor, account or utterance is known."""
    return facts(Dossier(documents=(document,), studies=(study,), gaps=tuple(gaps)))


def lines(dossier: Dossier) -> Iterator[bytes]:
    """The lines of the facts file, each with its line feed. Raises as ``facts`` does, before the first line."""
    faults = list(dossier_faults(dossier))
    if faults:
        shown = "; ".join(faults[:FAULTS_SHOWN])
        raise ValueError(f"the dossier breaks the first law in {len(faults)} places, so nothing is exported: {shown}")
    for fact in _facts(dossier):
        yield escaped(msgspec.json.encode(fact)) + b"\n"


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


def _facts(dossier: Dossier) -> Iterator[AnyFact]:
    account_of = {doc: account.id for account in dossier.accounts for doc in account.documents}
    utterance_of = {said: utterance.id for utterance in dossier.utterances for said in utterance.attributions}
    actor_of = actors_of_mentions(dossier)
    documents = sorted(((document.id, document) for document in dossier.documents), key=lambda pair: pair[0])
    mentions = sorted(chain.from_iterable(s.mentions for s in dossier.studies), key=lambda m: m.at)
    said = sorted(chain.from_iterable(s.attributions for s in dossier.studies), key=lambda a: (a.content, a.id))
    gaps = {gap for study in dossier.studies for gap in study.gaps}.union(dossier.gaps)
    yield from (_document(key, document, account_of.get(key)) for key, document in documents)
    yield from (_mention(mention, actor_of) for mention in mentions)
    yield from (_attribution(attribution, actor_of, utterance_of) for attribution in said)
    yield from (_actor(actor) for actor in sorted(dossier.actors, key=lambda actor: actor.id))
    yield from (_account(account) for account in sorted(dossier.accounts, key=lambda account: account.id))
    yield from sorted(map(_lineage, dossier.lineages), key=msgspec.json.encode)
    yield from (_utterance(utterance) for utterance in sorted(dossier.utterances, key=lambda u: u.id))
    yield from map(_gap, sorted(gaps, key=Gap.key))


def _document(key: str, document: Document, account: str | None) -> DocumentFact:
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
        account=account,
        encoding=document.encoding,
        furniture=document.furniture,
        captions=document.captions,
        text_sha256=text_hash(document.text),
        text=document.text,
    )


def _mention(mention: Mention, actor_of: Mapping[str, str]) -> MentionFact:
    key = mention.id
    return MentionFact(
        id=key,
        doc=mention.at.doc,
        at=(mention.at.start, mention.at.end),
        type=mention.type,
        form=mention.form,
        name=_place(mention.name),
        role=_place(mention.role),
        refers=mention.refers,
        actor=actor_of.get(key),
        why=_why(mention.why),
    )


def _attribution(said: Attribution, actor_of: Mapping[str, str], utterance_of: Mapping[str, str]) -> AttributionFact:
    key = said.id
    return AttributionFact(
        id=key,
        doc=said.doc,
        source=_place(said.source),
        cue=_place(said.cue),
        content=tuple((piece.start, piece.end) for piece in said.content),
        mode=said.mode,
        act=said.act,
        speaker=actor_of.get(said.speaker) if said.speaker is not None else None,
        mention=said.speaker,
        within=said.within,
        utterance=utterance_of.get(key),
        why=_why(said.why),
    )


def _actor(actor: Actor) -> ActorFact:
    return ActorFact(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        named=actor.named,
        names=actor.names,
        mentions=actor.mentions,
        roles=tuple(RoleFact(role.text, Site(role.at.doc, (role.at.start, role.at.end))) for role in actor.roles),
        joins=tuple(JoinFact(join.left, join.right, _why(join.why)) for join in actor.joins),
    )


def _account(account: Account) -> AccountFact:
    return AccountFact(id=account.id, documents=account.documents)


def _lineage(lineage: Lineage) -> LineageFact:
    return LineageFact(
        documents=lineage.documents,
        relation=lineage.relation,
        passages=tuple(((a.start, a.end), (b.start, b.end)) for a, b in lineage.passages),
        score=_rounded(lineage.score),
    )


def _utterance(utterance: Utterance) -> UtteranceFact:
    return UtteranceFact(
        id=utterance.id,
        speaker=utterance.speaker,
        attributions=utterance.attributions,
        fullest=utterance.fullest,
        accounts=len(utterance.accounts),
        carried_by=utterance.accounts,
        differences=tuple(map(_difference, utterance.differences)),
        why=_why(utterance.why),
    )


def _difference(difference: Difference) -> DifferenceFact:
    return DifferenceFact(difference.attribution, _place(difference.fullest), _place(difference.here))


def _gap(gap: Gap) -> GapFact:
    return GapFact(doc=gap.doc, path=gap.path, room=gap.room, reason=gap.reason)


def _place(span: Span | None) -> Place | None:
    return None if span is None else (span.start, span.end)


def _why(why: Why) -> Why:
    return Why(why.finder, _rounded(why.score), why.detail)


def _rounded(score: float) -> float:
    """Also makes a whole number or a negative zero, which are written differently, the one float they equal."""
    return round(float(score), DIGITS) + 0.0
