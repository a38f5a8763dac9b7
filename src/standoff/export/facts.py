"""A dossier as a facts file: JSON Lines, one record a line, sorted, the same bytes for the same dossier.

The shape is in ``records``. Kinds come in the order documents, mentions, times, attributions, events, figures,
commitments, actors, accounts, lineages, utterances, datings, gaps; readings in order of place within their document,
all else by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from standoff.core.dossier import Account, Actor, Dating, Difference, Dossier, Lineage, Utterance
from standoff.core.integrity import dossier_faults
from standoff.core.records import Document, Gap, Study
from standoff.core.settle import settled_dossier
from standoff.export.escape import escaped
from standoff.export.readings import facts_of_readings, place_of, rounded, why_of
from standoff.export.records import (
    AccountFact,
    ActorFact,
    AnyFact,
    DatingFact,
    DifferenceFact,
    GapFact,
    JoinFact,
    LineageFact,
    RoleFact,
    Site,
    UtteranceFact,
)

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
    for fact in _facts(settled_dossier(dossier)):
        yield escaped(msgspec.json.encode(fact)) + b"\n"


def _facts(dossier: Dossier) -> Iterator[AnyFact]:
    gaps = {gap for study in dossier.studies for gap in study.gaps}.union(dossier.gaps)
    yield from facts_of_readings(dossier)
    yield from (_actor(actor) for actor in sorted(dossier.actors, key=lambda actor: actor.id))
    yield from (_account(account) for account in sorted(dossier.accounts, key=lambda account: account.id))
    yield from sorted(map(_lineage, dossier.lineages), key=msgspec.json.encode)
    yield from (_utterance(utterance) for utterance in sorted(dossier.utterances, key=lambda u: u.id))
    yield from (_dating(dating) for dating in sorted(dossier.datings, key=lambda d: d.document))
    yield from map(_gap, sorted(gaps, key=Gap.key))


def _actor(actor: Actor) -> ActorFact:
    return ActorFact(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        named=actor.named,
        names=actor.names,
        mentions=actor.mentions,
        roles=tuple(RoleFact(role.text, Site(role.at.doc, (role.at.start, role.at.end))) for role in actor.roles),
        joins=tuple(JoinFact(join.left, join.right, why_of(join.why)) for join in actor.joins),
    )


def _account(account: Account) -> AccountFact:
    return AccountFact(id=account.id, documents=account.documents)


def _lineage(lineage: Lineage) -> LineageFact:
    return LineageFact(
        documents=lineage.documents,
        relation=lineage.relation,
        passages=tuple(((a.start, a.end), (b.start, b.end)) for a, b in lineage.passages),
        score=rounded(lineage.score),
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
        why=why_of(utterance.why),
    )


def _difference(difference: Difference) -> DifferenceFact:
    return DifferenceFact(difference.attribution, place_of(difference.fullest), place_of(difference.here))


def _dating(dating: Dating) -> DatingFact:
    return DatingFact(
        doc=dating.document,
        published=dating.published,
        documents=dating.documents,
        times=dating.times,
        why=why_of(dating.why),
    )


def _gap(gap: Gap) -> GapFact:
    return GapFact(doc=gap.doc, path=gap.path, room=gap.room, reason=gap.reason)
