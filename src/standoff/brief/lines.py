"""One record, one line or a few: how a document, an account, an actor, a statement is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.brief.index import Index
from standoff.brief.page import Line, Note, Part, Quote, Ref, Sentence, Words, note, quote
from standoff.brief.phrases import accounts_name, counted, when_name
from standoff.brief.safe import one_line
from standoff.brief.statements import Statement
from standoff.brief.wording import compared, quoted, whole_of
from standoff.core.findings import Account, Actor, Lineage, Topic
from standoff.core.records import Attribution, Document, Gap
from standoff.core.vocabulary import Relation

RELATIONS: dict[Relation, str] = {
    "copy": "the same text",
    "rewrite": "one text rewritten",
    "excerpt": "one is an excerpt of the other",
    "shared_release": "both carry one release",
}

MOST_WORDINGS = 5
"""Other wordings shown of one statement: beyond it the differences repeat."""


def document_line(index: Index, document: Document, depth: int = 0, mark: str = "-") -> Sentence:
    """Its number, outlet, date with the date's basis, title and path."""
    basis = f" ({document.published_basis})" if document.published_basis is not None else ""
    outlet = Words(document.outlet, "strong") if document.outlet is not None else Words("outlet not given", "quiet")
    title = f": {document.title}" if document.title is not None else ""
    parts = (Ref(document.id), Words(" "), outlet, Words(f", {when_name(document.published)}{basis}{title} "))
    return Sentence((*parts, Words(document.path, "quiet")), depth, mark)


def account_lines(index: Index, account: Account, number: int, most: int | None = None) -> tuple[Line, ...]:
    """An independent account: its document, or the documents that are one text, ``most`` of them and why."""
    documents = sorted((index.documents[each] for each in account.documents), key=lambda each: index.numbers[each.id])
    if len(documents) == 1:
        return (document_line(index, documents[0], mark=f"{number}."),)
    lines: list[Line] = [note(f"{counted(len(documents), 'document')} with one origin:", mark=f"{number}.")]
    for document in documents[:most]:
        lines.append(document_line(index, document, depth=1))
        origin = _best_lineage(index, document, account)
        if origin is not None:
            lines.append(lineage_line(index, origin, depth=2))
    more = len(documents) - len(documents[:most])
    lines += [note(f"and {counted(more, 'more document')}", 1, "-")] if more else []
    return tuple(lines)


def lineage_line(index: Index, lineage: Lineage, depth: int = 0) -> Sentence:
    """Two documents, how they came from one text, and the longest passage they share."""
    left, right = lineage.documents
    shared = counted(len(lineage.passages), "shared passage")
    parts: list[Part] = [Ref(left), Words(" and "), Ref(right)]
    parts.append(Words(f": {RELATIONS[lineage.relation]} (likeness {lineage.score:.2f}), {shared}"))
    if lineage.origin is not None and lineage.direction is not None:
        parts += [Words("; made from "), Ref(lineage.origin), Words(f" ({lineage.direction.detail})", "quiet")]
    if lineage.passages:
        longest = max(lineage.passages, key=lambda pair: len(pair[0]))
        which = ", " if len(lineage.passages) == 1 else ", the longest "
        parts += [Words(which), Ref(left, longest[0]), Words(" = "), Ref(right, longest[1])]
    return Sentence(tuple(parts), depth)


def topic_lines(index: Index, topic: Topic, number: int) -> tuple[Line, ...]:
    """Documents about one event, under the one that shares most with the others."""
    documents = sorted((index.documents[each] for each in topic.documents), key=lambda each: index.numbers[each.id])
    central = index.documents[topic.central]
    named = (Words(central.title or central.path, "strong"), Words(f", {counted(len(documents), 'document')} "))
    head = Sentence((*named, Ref(central.id)), mark=f"{number}.")
    return (head, *(document_line(index, each, depth=1) for each in documents if len(documents) > 1))


def statement_lines(index: Index, statement: Statement, mark: str) -> tuple[Line, ...]:
    """One statement under its speaker's name: the fullest wording, then each other against it."""
    speaker = statement.speaker.name if statement.speaker is not None else "No source given"
    documents = {wording.doc for wording in statement.wordings}
    spread = f", in {accounts_name(statement.independent)} ({counted(len(documents), 'document')}): "
    head = (Words(speaker, "strong"), Words(" "), Words(statement.act, "act"), Words(spread))
    fullest = (*head, *_told(index, quoted(index, statement.fullest), statement.fullest))
    return (Sentence(fullest, mark=mark), *_source_lines(index, statement), *_other_wordings(index, statement))


def attribution_line(index: Index, attribution: Attribution, speaker: Actor | None, depth: int = 0) -> Sentence:
    """The act and the words, under a heading that names the speaker."""
    told = _told(index, quoted(index, attribution), attribution)
    return Sentence((Words(attribution.act, "act"), Words(": "), *told, *_as_named(index, attribution, speaker)), depth)


def single_line(index: Index, statement: Statement) -> Sentence:
    """A statement under its speaker's heading: its fullest wording, and where else it stands."""
    line = attribution_line(index, statement.fullest, statement.speaker)
    if not statement.others:
        return line
    also = in_a_row(_pointed(index, other) for other in statement.others)
    return Sentence((*line.parts, Words("; also "), *also), line.depth, line.mark)


def full_attribution_line(index: Index, attribution: Attribution) -> Sentence:
    """Speaker, act, words, and the words that are its source and cue."""
    speaker = index.speaker(attribution)
    name = speaker.name if speaker is not None else "No source given"
    parts: list[Part] = [Words(name, "strong"), Words(" "), Words(attribution.act, "act"), Words(": ")]
    parts += _told(index, quoted(index, attribution), attribution)
    for label, span in (("source", attribution.source), ("cue", attribution.cue)):
        parts += [] if span is None else [Words(f"; {label} "), quote(span, "direct")]
    return Sentence(tuple(parts))


def gap_line(gap: Gap) -> Note:
    """What was not read or decided, and why."""
    return Note((Words(gap.path, "strong"), Words(f": {gap.reason} "), Words(f"({gap.room})", "quiet")), mark="-")


def _best_lineage(index: Index, document: Document, account: Account) -> Lineage | None:
    """The strongest tie of a document to one before it in its account."""
    ties = (
        lineage
        for lineage in index.ties.get(document.id, ())
        if all(index.account_of[each] is account for each in lineage.documents)
    )
    return max(ties, key=lambda lineage: lineage.score, default=None)


def _source_lines(index: Index, statement: Statement) -> Iterable[Line]:
    """The speaker's own text, and which wording was published first, where these are known and another."""
    original, earliest = statement.original_at, statement.earliest
    if original is not None and not any(original.overlaps(at) for at in statement.fullest.content):
        origin = Words(f" {_origin(index, original.doc)}", "quiet")
        yield Sentence((Words("the speaker's own text: "), quote(original, "direct"), origin), 1)
    if earliest is not None and earliest != statement.fullest.id:
        yield Sentence((Words("earliest: "), *_pointed(index, index.attributions[earliest])), 1)


def _other_wordings(index: Index, statement: Statement) -> Iterable[Line]:
    differing = {difference.attribution for difference in statement.differences}
    same = [other for other in statement.others if other.id not in differing]
    if same:
        yield Sentence((Words("in the same words: "), *in_a_row(_pointed(index, other) for other in same)), 1)
    groups = _alike(index, (other for other in statement.others if other.id in differing))
    for first, *rest in groups[:MOST_WORDINGS]:
        told = _told(index, compared(index, first, statement.fullest, statement.differences), first)
        lead = () if first.act == statement.act else (Words(first.act, "act"), Words(": "))
        again = (Words("; the same in "), *in_a_row(_pointed(index, other) for other in rest)) if rest else ()
        yield Sentence((*lead, *told, *again), 1)
    if len(groups) > MOST_WORDINGS:
        left_out = [other for group in groups[MOST_WORDINGS:] for other in group]
        row = in_a_row(_pointed(index, other) for other in left_out)
        yield Sentence((Words(f"and {counted(len(groups) - MOST_WORDINGS, 'more wording')}: "), *row), 1)


def _alike(index: Index, others: Iterable[Attribution]) -> list[list[Attribution]]:
    """Wordings in groups of the same words, letter for letter."""
    groups: dict[tuple[str, ...], list[Attribution]] = {}
    for other in others:
        words = (other.act, *(one_line(index.words(quote.at)) for quote in quoted(index, other)))
        groups.setdefault(words, []).append(other)
    return list(groups.values())


def _told(index: Index, quotes: Sequence[Quote], attribution: Attribution) -> tuple[Part, ...]:
    """The quotations with the outlet and day behind them, and who passes them on, if someone does."""
    parts: list[Part] = []
    for each in quotes:
        parts += [Words(" … "), each] if parts else [each]
        whole = whole_of(each, attribution)
        parts += [] if whole is None else [Words(" and on to "), Ref(whole.doc, whole)]
    parts.append(Words(f" {_origin(index, attribution.doc)}", "quiet"))
    return (*parts, *_passed_on(index, attribution))


def _origin(index: Index, doc: str) -> str:
    document = index.documents[doc]
    return f"{document.outlet or document.path}, {when_name(document.published)}"


def _passed_on(index: Index, attribution: Attribution) -> tuple[Part, ...]:
    """The one in whose words this stands."""
    outer = index.attributions.get(attribution.within) if attribution.within is not None else None
    speaker = index.speaker(outer) if outer is not None else None
    if outer is None or (speaker is not None and speaker == index.speaker(attribution)):
        return ()
    at = outer.source or outer.cue or outer.content[0]
    return (
        Words(", as told by "),
        Words(speaker.name if speaker is not None else index.words(at)),
        Words(" "),
        Ref(at.doc, at),
    )


def _as_named(index: Index, attribution: Attribution, speaker: Actor | None) -> tuple[Part, ...]:
    """The words that stand for the speaker in the text, where they hold none of the names."""
    if attribution.source is None or speaker is None:
        return ()
    words = one_line(index.words(attribution.source))
    if any(one_line(name) in words for name in speaker.names):
        return ()
    return (Words(" (as "), quote(attribution.source, "direct"), Words(")"))


def _pointed(index: Index, attribution: Attribution) -> tuple[Part, ...]:
    """Where an attribution stands, with its outlet and day, its words left out."""
    return (Ref(attribution.doc, attribution.content[0]), Words(f" {_origin(index, attribution.doc)}", "quiet"))


def in_a_row(rows: Iterable[tuple[Part, ...]]) -> list[Part]:
    """The parts of each row, with a semicolon between rows."""
    parts: list[Part] = []
    for row in rows:
        parts += [Words("; "), *row] if parts else row
    return parts
