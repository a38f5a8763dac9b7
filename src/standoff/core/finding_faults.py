"""What is wrong with the findings of a dossier; a part of ``integrity``, where the whole check is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standoff.core.course_faults import course_faults
from standoff.core.dossier import Dossier
from standoff.core.faults import Ids, bounds_faults, ids_of, score_faults, span_faults, twice, unknown
from standoff.core.findings import Actor, Lineage, Utterance
from standoff.core.span import Span


def finding_faults(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the findings: their spans, their identities, the records they cite. ``texts``: by document."""
    ids = ids_of(dossier)
    yield from span_faults(texts, _finding_spans(dossier))
    yield from _citation_faults(dossier, ids)
    yield from twice("accounts hold document", [d for account in dossier.accounts for d in account.documents])
    yield from twice("topics hold document", [d for topic in dossier.topics for d in topic.documents])
    yield from twice("actors hold mention", [m for actor in dossier.actors for m in actor.mentions])
    yield from twice("utterances hold attribution", [a for u in dossier.utterances for a in u.attributions])
    yield from twice("actors are", [actor.id for actor in dossier.actors])
    yield from _side_faults(dossier)
    yield from _dating_faults(dossier, set(texts))
    yield from _reason_faults(dossier)
    yield from course_faults(dossier, texts, ids)


def _reason_faults(dossier: Dossier) -> Iterator[str]:
    yield from score_faults((f"join in actor {a.id}", join.why) for a in dossier.actors for join in a.joins)
    yield from score_faults((f"metonym in actor {a.id}", each.why) for a in dossier.actors for each in a.stands_for)
    yield from score_faults((f"utterance {u.id}", u.why) for u in dossier.utterances)
    yield from score_faults((f"the dating of {d.document}", d.why) for d in dossier.datings)
    yield from score_faults((f"topic {topic.id}", topic.why) for topic in dossier.topics)


def _citation_faults(dossier: Dossier, ids: Ids) -> Iterator[str]:
    in_accounts = ((f"account {a.id}", doc) for a in dossier.accounts for doc in a.documents)
    yield from unknown("document", ids.documents, in_accounts)
    for lineage in dossier.lineages:
        yield from _lineage_faults(lineage, ids)
    for topic in dossier.topics:
        yield from unknown("document", ids.documents, ((f"topic {topic.id}", doc) for doc in topic.documents))
        yield from unknown("document of its own", set(topic.documents), [(f"topic {topic.id}", topic.central)])
    for actor in dossier.actors:
        yield from _actor_faults(actor, ids)
    for utterance in dossier.utterances:
        what = f"utterance {utterance.id}"
        yield from unknown("actor", ids.actors, [(what, utterance.speaker)])
        yield from unknown("account", ids.accounts, ((what, account) for account in utterance.accounts))
        yield from unknown("attribution", ids.attributions, ((what, a) for a in utterance.attributions))
        yield from unknown("attribution of its own", set(utterance.attributions), _compared(what, utterance))
        yield from bounds_faults(what, utterance.independent, len(utterance.accounts))


def _lineage_faults(lineage: Lineage, ids: Ids) -> Iterator[str]:
    what = f"the {lineage.relation}"
    yield from unknown("document", ids.documents, ((what, doc) for doc in lineage.documents))
    yield from unknown("document of its own", set(lineage.documents), [(what, lineage.origin)])
    if (lineage.origin is None) != (lineage.direction is None):
        yield f"{what} of {lineage.documents}: an origin and the reason for it stand together or not at all"
    if lineage.direction is not None:
        yield from score_faults([(f"the direction of {what}", lineage.direction)])


def _actor_faults(actor: Actor, ids: Ids) -> Iterator[str]:
    what = f"actor {actor.id}"
    yield from unknown("mention", ids.mentions, ((what, mention) for mention in actor.mentions))
    for metonym in actor.stands_for:
        yield from unknown("actor", ids.actors, ((f"a metonym of {what}", meant) for meant in metonym.actors))
        yield from unknown("mention", ids.mentions, ((f"a metonym of {what}", each) for each in metonym.mentions))
        if actor.id in metonym.actors or not metonym.actors:
            yield f"{what}: a metonym stands for another, not for itself or for nobody"


def _compared(what: str, utterance: Utterance) -> Iterator[tuple[str, str | None]]:
    yield f"the fullest wording of {what}", utterance.fullest
    yield f"the earliest wording of {what}", utterance.earliest
    yield f"the original of {what}", utterance.original
    yield from ((f"a difference in {what}", difference.attribution) for difference in utterance.differences)


def _dating_faults(dossier: Dossier, documents: set[str]) -> Iterator[str]:
    """A dating rests on other documents and on times of its own, and dates what does not tell its date."""
    yield from twice("datings are of document", [dating.document for dating in dossier.datings])
    dated = {document.id for document in dossier.documents if document.published is not None}
    times = {study.doc: {time.id for time in study.times} for study in dossier.studies}
    for dating in dossier.datings:
        what = f"the dating of {dating.document}"
        yield from unknown("document", documents, ((what, doc) for doc in (dating.document, *dating.documents)))
        own = times.get(dating.document, set())
        yield from unknown("time of its own", own, ((what, time) for time in dating.times))
        if dating.document in dated or dating.document in dating.documents:
            yield f"{what}: the document tells its date or dates itself"


def _side_faults(dossier: Dossier) -> Iterator[str]:
    """Paired spans stand in the documents that their record says, the first in the first."""
    for lineage in dossier.lineages:
        if any((left.doc, right.doc) != lineage.documents for left, right in lineage.passages):
            yield f"the {lineage.relation} of {lineage.documents} holds a passage of another document"
    doc_of = {a.id: a.doc for study in dossier.studies for a in study.attributions if a.content}
    for utterance in dossier.utterances:
        for difference in utterance.differences:
            sides = ((difference.fullest, utterance.fullest), (difference.here, difference.attribution))
            if any(span is not None and span.doc != doc_of.get(said, span.doc) for span, said in sides):
                yield f"utterance {utterance.id}: a difference points into another document than its wording"


def _finding_spans(dossier: Dossier) -> Iterator[tuple[str, Span | None]]:
    for lineage in dossier.lineages:
        yield from ((f"the {lineage.relation}", span) for passage in lineage.passages for span in passage)
    for actor in dossier.actors:
        yield from ((f"a role of actor {actor.id}", role.at) for role in actor.roles)
    for utterance in dossier.utterances:
        yield f"the original of utterance {utterance.id}", utterance.original_at
        for difference in utterance.differences:
            yield from ((f"utterance {utterance.id}", span) for span in (difference.fullest, difference.here))
