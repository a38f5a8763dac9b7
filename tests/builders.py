"""Records for tests: a few built by hand from words, many drawn by hypothesis, all with spans that read back.

By hand: ``document("c.txt", "...")``, then ``at(document, "words")``, ``mention``,
``attribution``, ``time``, ``event``, ``figure``, ``commitment``, ``study``.
Drawn: ``documents()``, ``studies(document)``, ``sources()``, ``dossiers()``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from standoff.core.digest import digest
from standoff.core.dossier import Dossier
from standoff.core.faults import Reading
from standoff.core.records import (
    Attribution,
    Commitment,
    Document,
    Event,
    Figure,
    Gap,
    Mention,
    Study,
    TimeExpression,
    Why,
)
from standoff.core.span import Span
from standoff.core.vocabulary import (
    ACTS,
    MENTION_TYPES,
    Act,
    EventType,
    Factuality,
    Force,
    Form,
    MentionType,
    Mode,
    Room,
)
from standoff.core.when import When
from tests.drawing import LABELS, WORDS, intervals, ranges, ranges_apart, texts, whys
from tests.findings import (
    drawn_accounts,
    drawn_actors,
    drawn_datings,
    drawn_lineages,
    drawn_topics,
    drawn_utterances,
)
from tests.going_on import (
    drawn_days,
    drawn_discrepancies,
    drawn_happenings,
    drawn_measures,
    drawn_obligations,
    drawn_readouts,
    judgements,
)
from tests.readings import commitments, events, figures, times

BY_HAND = Why("hand", 1.0, "written by hand")

# By hand -------------------------------------------------------------------------------------------------------


def document(path: str, text: str, **fields: Any) -> Document:
    """A report. ``published="2031-04-02"`` is read as an interval; other fields are the record's."""
    day = fields.pop("published", None)
    published = When.parse(day) if isinstance(day, str) else day
    return Document(path=path, text=text, published=published, **fields)


def at(report: Document, words: str, nth: int = 0) -> Span:
    """The span of the ``nth`` occurrence of these words, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return report.span(start, start + len(words))


def mention(
    report: Document,
    words: str,
    type: MentionType = "person",
    form: Form = "name",
    *,
    nth: int = 0,
    name: str | None = None,
    role: str | None = None,
    refers: Mention | None = None,
) -> Mention:
    """A mention at these words. ``name`` and ``role`` are words inside it; a name is itself where none is given."""
    place = at(report, words, nth)

    def inside(part: str | None) -> Span | None:
        return report.span(start := place.start + words.index(part), start + len(part)) if part is not None else None

    return Mention(
        at=place,
        type=type,
        form=form,
        name=inside(name if name is not None or form != "name" else words),
        role=inside(role),
        refers=refers.id if refers is not None else None,
        why=BY_HAND,
    )


def attribution(
    report: Document,
    content: str | Sequence[str],
    *,
    source: str | None = None,
    cue: str | None = None,
    speaker: Mention | None = None,
    within: Attribution | None = None,
    mode: Mode = "indirect",
    act: Act = "asserts",
) -> Attribution:
    """An attribution of these words, or of these pieces; each part is found where it first stands."""
    pieces = [content] if isinstance(content, str) else content
    return Attribution(
        source=at(report, source) if source is not None else None,
        cue=at(report, cue) if cue is not None else None,
        content=tuple(at(report, piece) for piece in pieces),
        mode=mode,
        act=act,
        speaker=speaker.id if speaker is not None else None,
        within=within.id if within is not None else None,
        why=BY_HAND,
    )


def time(report: Document, words: str, value: str, *, nth: int = 0, **fields: Any) -> TimeExpression:
    """A time expression. A date is read from its value, and is in the words, where no ``when`` is given."""
    kind = fields.pop("type", "date")
    if kind == "date" and "when" not in fields:
        fields |= {"when": When.parse(value), "basis": "explicit"}
    fields = {"when": None, "basis": None} | fields
    return TimeExpression(at=at(report, words, nth), type=kind, value=value, why=BY_HAND, **fields)


def event(
    report: Document, words: str, type: EventType, factuality: Factuality = "occurred", *, nth: int = 0, **fields: Any
) -> Event:
    """An event. Those who take part and its place are mentions; other fields are the record's."""
    for part in ("agents", "targets", "participants"):
        fields[part] = tuple(mention.id for mention in fields.get(part, ()))
    place = fields.pop("place", None)
    return Event(
        at=at(report, words, nth),
        type=type,
        factuality=factuality,
        place=place.id if place is not None else None,
        why=BY_HAND,
        **fields,
    )


def figure(report: Document, words: str, low: float | None, high: float | None = None, **fields: Any) -> Figure:
    """A figure. ``what`` is words; one number where no high end is given."""
    what = fields.pop("what", None)
    fields = {"unit": None, "what": at(report, what) if what is not None else None, "why": BY_HAND} | fields
    return Figure(at=at(report, words), low=low, high=low if high is None else high, **fields)


def commitment(report: Document, words: str, force: Force, consequent: str | None, **fields: Any) -> Commitment:
    """A commitment. Consequent and antecedent are words, debtor and creditor mentions."""
    antecedent = fields.pop("antecedent", None)
    for side in ("debtor", "creditor"):
        mention = fields.get(side)
        fields[side] = mention.id if mention is not None else None
    return Commitment(
        at=at(report, words),
        force=force,
        consequent=at(report, consequent) if consequent is not None else None,
        antecedent=at(report, antecedent) if antecedent is not None else None,
        why=BY_HAND,
        **fields,
    )


def study(report: Document, *readings: Reading, gaps: Sequence[Gap] = ()) -> Study:
    """The readings of one report, in order of place."""
    found: dict[type, list[Any]] = {kind: [] for kind in get_args(Reading)}
    for reading in readings:
        found[type(reading)].append(reading)
    return Study(
        doc=report.id,
        mentions=tuple(sorted(found[Mention], key=lambda m: m.at)),
        times=_by_place(found[TimeExpression]),
        attributions=tuple(sorted(found[Attribution], key=lambda a: a.content)),
        events=_by_place(found[Event]),
        figures=_by_place(found[Figure]),
        commitments=_by_place(found[Commitment]),
        gaps=tuple(gaps),
    )


# Drawn ---------------------------------------------------------------------------------------------------------


def paths() -> st.SearchStrategy[str]:
    """Where documents come from: few names, so that several folders hold the same."""
    folders, names = st.sampled_from(["reports", "more/reports"]), st.sampled_from(["1.txt", "2.html", "x'y.jsonl#3"])
    return st.tuples(folders, names).map("/".join) | LABELS


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with any metadata and marked spans."""
    text = draw(texts())
    return Document(
        path=draw(paths()),
        text=text,
        given_id=draw(st.none() | LABELS),
        url=draw(st.none() | LABELS),
        title=draw(st.none() | WORDS),
        outlet=draw(st.none() | st.sampled_from(["The Ardan Courier", "Lodan Wire"])),
        outlet_basis=draw(st.sampled_from([None, "metadata", "credit", "dateline", "address"])),
        author=draw(st.none() | WORDS),
        published=draw(st.none() | intervals()),
        published_basis=draw(st.sampled_from([None, "metadata", "byline", "text", "linked"])),
        encoding=draw(st.sampled_from(["utf-8", "windows-1251"])),
        furniture=draw(ranges_apart(text)),
        captions=draw(ranges_apart(text)),
    )


def gaps(room: Room, doc: str | None = None) -> st.SearchStrategy[Gap]:
    """A gap."""
    return st.builds(Gap, path=paths(), room=st.just(room), reason=LABELS, doc=st.sampled_from([None, doc]))


@st.composite
def mentions(draw: st.DrawFn, report: Document, earlier: Sequence[Mention]) -> Mention:
    """A mention that may stand for an earlier one."""
    place = draw(ranges(report.text))
    inner = st.none() | ranges(report.text, *place).map(lambda found: report.span(*found))
    return Mention(
        at=report.span(*place),
        type=draw(st.sampled_from(MENTION_TYPES)),
        form=draw(st.sampled_from(["name", "description", "pronoun"])),
        name=draw(inner),
        role=draw(inner),
        refers=draw(st.sampled_from([None, *(known.id for known in earlier)])),
        why=draw(whys()),
    )


@st.composite
def attributions(
    draw: st.DrawFn, report: Document, known: Sequence[Mention], earlier: Sequence[Attribution]
) -> Attribution:
    """An attribution that may have one of these speakers and stand within an earlier one."""
    inner = st.none() | ranges(report.text).map(lambda found: report.span(*found))
    return Attribution(
        source=draw(inner),
        cue=draw(inner),
        content=tuple(report.span(*piece) for piece in draw(ranges_apart(report.text, least=1))),
        mode=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        act=draw(st.sampled_from(ACTS)),
        speaker=draw(st.sampled_from([None, *(mention.id for mention in known)])),
        within=draw(st.sampled_from([None, *(said.id for said in earlier)])),
        why=draw(whys()),
    )


@st.composite
def studies(draw: st.DrawFn, report: Document) -> Study:
    """The readings of one document, each place once."""
    known: dict[str, Mention] = {}
    for _ in range(draw(st.integers(0, 4))):
        found = draw(mentions(report, tuple(known.values())))
        known.setdefault(found.id, found)
    said: dict[str, Attribution] = {}
    for _ in range(draw(st.integers(0, 3))):
        heard = draw(attributions(report, tuple(known.values()), tuple(said.values())))
        said.setdefault(heard.id, heard)
    told = _by_place(draw(st.lists(times(report), max_size=2)))
    cited = tuple(known.values()), tuple(said.values()), told
    return Study(
        doc=report.id,
        mentions=tuple(sorted(known.values(), key=lambda m: m.at)),
        times=told,
        attributions=tuple(sorted(said.values(), key=lambda a: (a.content, a.id))),
        events=_by_place(draw(st.lists(events(report, *cited), max_size=2))),
        figures=_by_place(draw(st.lists(figures(report, *cited), max_size=2))),
        commitments=_by_place(draw(st.lists(commitments(report, *cited), max_size=2))),
        gaps=tuple(draw(st.lists(gaps("extract", report.id), max_size=2))),
    )


def _by_place(drawn: Iterable[Any]) -> tuple[Any, ...]:
    """Readings of one kind in order of place, each place once."""
    by_place = {reading.at: reading for reading in drawn}
    return tuple(by_place[place] for place in sorted(by_place))


class Source(msgspec.Struct, frozen=True):
    """What one file gives when it is read."""

    path: str
    sha256: str
    documents: tuple[Document, ...]
    gaps: tuple[Gap, ...]


@st.composite
def sources(draw: st.DrawFn) -> tuple[Source, ...]:
    """Files of different paths; some documents are carried by several, from different places."""
    pool = draw(st.lists(documents(), min_size=1, max_size=5))
    found = []
    for path in draw(st.lists(paths(), min_size=1, max_size=5, unique=True)):
        carried = draw(st.lists(st.sampled_from(pool), max_size=3, unique_by=lambda d: d.id))
        moved = [msgspec.structs.replace(d, path=f"{path}/{d.path.rsplit('/', 1)[-1]}") for d in carried]
        sha256 = digest("bytes of", path)
        found.append(Source(path, sha256, tuple(moved), tuple(draw(st.lists(gaps("read"), max_size=2)))))
    return tuple(found)


def _sorted_by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A whole dossier: findings cite what is there, all tuples are sorted."""
    reports = _sorted_by_id(draw(st.lists(documents(), max_size=4, unique_by=lambda d: d.id)))
    read = [draw(studies(report)) for report in reports]
    accounts = _sorted_by_id(drawn_accounts(draw, [report.id for report in reports]))
    actors = _sorted_by_id(drawn_actors(draw, reports, sorted(m.id for one in read for m in one.mentions)))
    said = {a.id: a for one in read for a in one.attributions}
    who_tells = Dossier(
        documents=reports,
        studies=tuple(read),
        gaps=tuple(draw(st.lists(gaps("resolve"), max_size=2))),
        accounts=accounts,
        lineages=tuple(drawn_lineages(draw, reports)),
        topics=_sorted_by_id(drawn_topics(draw, [report.id for report in reports])),
        actors=actors,
        utterances=_sorted_by_id(drawn_utterances(draw, said, accounts, actors)),
        datings=tuple(drawn_datings(draw, reports, read)),
    )
    return _with_what_goes_on(draw, who_tells)


def _ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def _with_what_goes_on(draw: st.DrawFn, told: Dossier) -> Dossier:
    reports, read, accounts = told.documents, told.studies, told.accounts
    actors = [actor.id for actor in told.actors]
    happenings = _sorted_by_id(drawn_happenings(draw, reports, read, accounts, actors))
    known = [happening.id for happening in happenings]
    readings = sorted(
        reading
        for study in read
        for kind in (study.attributions, study.events, study.figures)
        for reading in _ids(kind)
    )
    return msgspec.structs.replace(
        told,
        happenings=happenings,
        days=tuple(drawn_days(draw, reports, accounts)),
        measures=_sorted_by_id(drawn_measures(draw, reports, read, actors)),
        obligations=_sorted_by_id(drawn_obligations(draw, reports, read, accounts, (actors, known))),
        readouts=tuple(drawn_readouts(draw, reports, known, actors)),
        discrepancies=_sorted_by_id(drawn_discrepancies(draw, reports, readings, [*actors, *known], actors)),
        judgements=tuple(draw(st.lists(judgements(readings), max_size=2))),
    )
