"""The first law, checked: every span reads back words of its document, and every record cited is there.

Rooms that let records in or out ask here, so that a fault is named where it is made and not where it is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from standoff.core.dossier import Dossier, Utterance
from standoff.core.records import Attribution, Document, Mention, Study, Why
from standoff.core.span import Span

Cited = str | Mention | Attribution
"""What a fault is told of: a reading, whose id is taken only then, or how it is called."""


def place_fault(text: str, start: int, end: int) -> str | None:
    """What keeps these code points from reading back words of the text; ``None`` where nothing does."""
    if not 0 <= start < end <= len(text):
        return f"[{start}, {end}) is no span of the document's {len(text)} characters"
    return f"[{start}, {end}) reads nothing but space" if text[start:end].isspace() else None


def document_faults(document: Document) -> Iterator[str]:
    """What is wrong with a document's marked spans: out of order, past its end, blank. Nothing where all is well."""
    for name, marked in (("furniture", document.furniture), ("caption", document.captions)):
        last = 0
        for start, end in marked:
            fault = place_fault(document.text, start, end)
            if fault is not None:
                yield f"{document.path}: {name} {fault}"
            elif start < last:
                yield f"{document.path}: {name} [{start}, {end}) is out of order or overlaps the one before"
            last = end


def study_faults(document: Document, study: Study) -> Iterator[str]:
    """What is wrong with one document's readings: their spans, their identities, the readings they cite."""
    doc = document.id
    if study.doc != doc:
        yield f"{document.path}: the study is of document {study.doc}, not of {doc}"
    bare = [f"an attribution without content, cue {a.cue}" for a in study.attributions if not a.content]
    said = [attribution for attribution in study.attributions if attribution.content]
    mentions, attributions = [m.id for m in study.mentions], [a.id for a in said]
    faults = [
        *bare,
        *_span_faults({doc: document.text}, _reading_spans(study.mentions, said)),
        *_twice("mentions stand at the place of", mentions),
        *_twice("attributions stand at the place of", attributions),
        *_unknown("mention", set(mentions), ((mention, mention.refers) for mention in study.mentions)),
        *_unknown("mention", set(mentions), ((attribution, attribution.speaker) for attribution in said)),
        *_unknown("attribution", set(attributions), ((attribution, attribution.within) for attribution in said)),
        *(fault for mention in study.mentions for fault in _mention_faults(mention)),
        *(fault for attribution in said for fault in _content_faults(attribution)),
        *_score_faults((reading, reading.why) for reading in study.mentions),
        *_score_faults((reading, reading.why) for reading in said),
    ]
    yield from (f"{document.path}: {fault}" for fault in faults)


def dossier_faults(dossier: Dossier) -> Iterator[str]:
    """What is wrong with a dossier: its documents and studies, and the findings drawn from them."""
    documents = {document.id: document for document in dossier.documents}
    for document in dossier.documents:
        yield from document_faults(document)
    for study in dossier.studies:
        if study.doc in documents:
            yield from study_faults(documents[study.doc], study)
    yield from _twice("documents are", [document.id for document in dossier.documents])
    yield from _twice("studies are of document", [study.doc for study in dossier.studies])
    yield from _unknown("document", set(documents), (("a study", study.doc) for study in dossier.studies))
    yield from _finding_faults(dossier, {doc: document.text for doc, document in documents.items()})


def _finding_faults(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[str]:
    yield from _span_faults(texts, _finding_spans(dossier))
    yield from _citation_faults(dossier, set(texts))
    yield from _twice("accounts hold document", [d for account in dossier.accounts for d in account.documents])
    yield from _twice("actors hold mention", [m for actor in dossier.actors for m in actor.mentions])
    yield from _twice("utterances hold attribution", [a for u in dossier.utterances for a in u.attributions])
    yield from _twice("actors are", [actor.id for actor in dossier.actors])
    yield from _side_faults(dossier)
    yield from _score_faults((f"join in actor {a.id}", join.why) for a in dossier.actors for join in a.joins)
    yield from _score_faults((f"utterance {u.id}", u.why) for u in dossier.utterances)


def _citation_faults(dossier: Dossier, documents: set[str]) -> Iterator[str]:
    mentions = {m.id for study in dossier.studies for m in study.mentions}
    attributions = {a.id for study in dossier.studies for a in study.attributions if a.content}
    accounts, actors = {account.id for account in dossier.accounts}, {actor.id for actor in dossier.actors}
    in_accounts = ((f"account {a.id}", doc) for a in dossier.accounts for doc in a.documents)
    in_lineages = ((f"the {lineage.relation}", doc) for lineage in dossier.lineages for doc in lineage.documents)
    yield from _unknown("document", documents, in_accounts)
    yield from _unknown("document", documents, in_lineages)
    yield from _unknown("mention", mentions, ((f"actor {a.id}", m) for a in dossier.actors for m in a.mentions))
    for utterance in dossier.utterances:
        what = f"utterance {utterance.id}"
        yield from _unknown("actor", actors, [(what, utterance.speaker)])
        yield from _unknown("account", accounts, ((what, account) for account in utterance.accounts))
        yield from _unknown("attribution", attributions, ((what, a) for a in utterance.attributions))
        yield from _unknown("attribution of its own", set(utterance.attributions), _compared(what, utterance))


def _compared(what: str, utterance: Utterance) -> Iterator[tuple[str, str]]:
    yield f"the fullest wording of {what}", utterance.fullest
    yield from ((f"a difference in {what}", difference.attribution) for difference in utterance.differences)


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


def _reading_spans(
    mentions: Iterable[Mention], attributions: Iterable[Attribution]
) -> Iterator[tuple[Cited, Span | None]]:
    for mention in mentions:
        yield from ((mention, span) for span in (mention.at, mention.name, mention.role))
    for said in attributions:
        yield from ((said, span) for span in (said.source, said.cue, *said.content))


def _finding_spans(dossier: Dossier) -> Iterator[tuple[str, Span | None]]:
    for lineage in dossier.lineages:
        yield from ((f"the {lineage.relation}", span) for passage in lineage.passages for span in passage)
    for actor in dossier.actors:
        yield from ((f"a role of actor {actor.id}", role.at) for role in actor.roles)
    for utterance in dossier.utterances:
        for difference in utterance.differences:
            yield from ((f"utterance {utterance.id}", span) for span in (difference.fullest, difference.here))


def _span_faults(texts: Mapping[str, str], spans: Iterable[tuple[Cited, Span | None]]) -> Iterator[str]:
    for what, span in spans:
        if span is None:
            continue
        if span.doc not in texts:
            yield f"{_label(what)} points into document {span.doc}, which is not there"
            continue
        fault = place_fault(texts[span.doc], span.start, span.end)
        if fault is not None:
            yield f"{_label(what)}: {fault}"


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{count} {what} {key}" for key, count in sorted(Counter(ids).items()) if count > 1)


def _unknown(kind: str, known: set[str], cited: Iterable[tuple[Cited, str | None]]) -> Iterator[str]:
    for what, key in cited:
        if key is not None and key not in known:
            yield f"{_label(what)} cites {kind} {key}, which is not there"


def _mention_faults(mention: Mention) -> Iterator[str]:
    for name, inner in (("name", mention.name), ("role", mention.role)):
        if inner is not None and not mention.at.contains(inner):
            yield f"mention {mention.id}: its {name} does not lie inside it"


def _content_faults(said: Attribution) -> Iterator[str]:
    if any(right.start < left.end for left, right in zip(said.content, said.content[1:], strict=False)):
        yield f"attribution {said.id}: the pieces of its content are out of order or overlap"


def _score_faults(scored: Iterable[tuple[Cited, Why]]) -> Iterator[str]:
    """A score that is not a number fails too: it lies in no interval."""
    for what, why in scored:
        if not 0 <= why.score <= 1:
            yield f"{_label(what)}: the score {why.score} is not from 0 to 1"


def _label(what: Cited) -> str:
    match what:
        case Mention():
            return f"mention {what.id}"
        case Attribution():
            return f"attribution {what.id}"
    return what
