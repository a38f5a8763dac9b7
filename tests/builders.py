"""Records for tests: a few built by hand from words, many drawn by hypothesis, all with spans that read back.

By hand: ``document("c.txt", "...")``, then ``at(document, "words")``, ``mention``, ``attribution``, ``study``.
Drawn: ``documents()``, ``studies(document)``, ``sources()``, ``dossiers()``.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from hypothesis import strategies as st

from standoff.core.digest import digest
from standoff.core.dossier import Account, Actor, Difference, Dossier, Join, Lineage, Role, Utterance
from standoff.core.records import Attribution, Document, Gap, Mention, Study, Why
from standoff.core.span import Span
from standoff.core.vocabulary import ACTS, MENTION_TYPES, Act, Form, MentionType, Mode, Relation, Room
from standoff.core.when import When

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


def study(report: Document, *readings: Mention | Attribution, gaps: Sequence[Gap] = ()) -> Study:
    """The readings of one report, in order of place."""
    mentions = [reading for reading in readings if isinstance(reading, Mention)]
    said = [reading for reading in readings if isinstance(reading, Attribution)]
    return Study(
        doc=report.id,
        mentions=tuple(sorted(mentions, key=lambda m: m.at)),
        attributions=tuple(sorted(said, key=lambda a: a.content)),
        gaps=tuple(gaps),
    )


# Drawn ---------------------------------------------------------------------------------------------------------

HARD = (
    *("\u202eedoc\u2066", "\u200f", "\ufeff", "\u2028", "\x85"),  # marks of direction and of lines
    *("\U0001f9d1\u200d\U0001f692", "\U00010348", "e\u0301", "Київ"),  # joined, beyond the first plane, combining
    *("\x1b[31m", "\x9b1m", "’“”", "'; DROP", "\r\n"),  # terminal escapes, quotes
)
"""What articles hold and software stumbles on."""

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""Every code point but half surrogate pairs and NUL, which the read room lets through to nobody."""

WORDS = st.text(CHARACTERS, max_size=12) | st.sampled_from(HARD) | st.text(string.ascii_letters, max_size=8)
LABELS = st.text(CHARACTERS, min_size=1, max_size=8)
SCORES = st.floats(0, 1)


def texts() -> st.SearchStrategy[str]:
    """A text with at least one character that is not space, of any script, with whatever articles hold."""
    joined = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
    return st.tuples(joined, st.sampled_from(["a", "\U0001f30d", "؟"]), joined).map("".join)


@st.composite
def intervals(draw: st.DrawFn) -> When:
    """An interval, perhaps with open ends."""
    days = sorted(draw(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), min_size=2, max_size=2, unique=True)))
    since, until = (draw(st.sampled_from([day, None])) for day in days)
    return When(since, until)


@st.composite
def ranges(draw: st.DrawFn, text: str, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Code points of the text between ``low`` and ``high`` that hold more than space; it must hold some."""
    high = len(text) if high is None else high
    inked = draw(st.sampled_from([place for place in range(low, high) if not text[place].isspace()]))
    return draw(st.integers(low, inked)), draw(st.integers(inked + 1, high))


@st.composite
def ranges_apart(draw: st.DrawFn, text: str, least: int = 0, most: int = 3) -> tuple[tuple[int, int], ...]:
    """Ranges in order that do not overlap."""
    found: list[tuple[int, int]] = []
    wanted = draw(st.integers(least, most))
    low = 0
    while len(found) < wanted and text[low:].strip():
        found.append(draw(ranges(text, low)))
        low = found[-1][1]
    return tuple(found)


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


def whys() -> st.SearchStrategy[Why]:
    """A reason."""
    return st.builds(Why, finder=LABELS, score=SCORES, detail=WORDS)


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
    return Study(
        doc=report.id,
        mentions=tuple(sorted(known.values(), key=lambda m: m.at)),
        attributions=tuple(sorted(said.values(), key=lambda a: (a.content, a.id))),
        gaps=tuple(draw(st.lists(gaps("extract", report.id), max_size=2))),
    )


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


def _parts(draw: st.DrawFn, ids: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """Some of the ids in up to ``most`` groups, none empty, none in two."""
    labels = draw(st.lists(st.integers(-1, most - 1), min_size=len(ids), max_size=len(ids)))
    groups = [tuple(key for key, label in zip(ids, labels, strict=True) if label == n) for n in range(most)]
    return [group for group in groups if group]


def _accounts(draw: st.DrawFn, ids: Sequence[str]) -> list[Account]:
    together = _parts(draw, ids, 2)
    alone = [(doc,) for doc in ids if not any(doc in group for group in together)]
    return [Account(documents=group) for group in (*together, *alone)]


def _lineages(draw: st.DrawFn, reports: Sequence[Document]) -> list[Lineage]:
    pairs = [(left, right) for n, left in enumerate(reports) for right in reports[n + 1 :]]
    relations: list[Relation] = ["copy", "rewrite", "excerpt", "shared_release"]
    found = []
    for left, right in draw(st.lists(st.sampled_from(pairs), max_size=2)) if pairs else []:
        passages = draw(st.lists(st.tuples(ranges(left.text), ranges(right.text)), max_size=2))
        found.append(
            Lineage(
                documents=(left.id, right.id),
                relation=draw(st.sampled_from(relations)),
                passages=tuple((left.span(*here), right.span(*there)) for here, there in passages),
                score=draw(SCORES),
            )
        )
    return found


def _actors(draw: st.DrawFn, reports: Sequence[Document], ids: Sequence[str]) -> list[Actor]:
    found = []
    for group in _parts(draw, ids, 3):
        report = draw(st.sampled_from(reports))
        roles = [report.span(*place) for place in draw(st.lists(ranges(report.text), max_size=2))]
        found.append(
            Actor(
                id=digest("actor", *group),
                name=draw(LABELS),
                type=draw(st.sampled_from(MENTION_TYPES)),
                names=tuple(draw(st.lists(LABELS, max_size=3))),
                mentions=group,
                roles=tuple(Role(text=report.quote(place), at=place) for place in roles),
                joins=tuple(draw(st.lists(st.builds(Join, left=LABELS, right=LABELS, why=whys()), max_size=2))),
                named=draw(st.booleans()),
            )
        )
    return found


def _utterances(
    draw: st.DrawFn, said: dict[str, Attribution], accounts: Sequence[Account], actors: Sequence[Actor]
) -> list[Utterance]:
    found = []
    for group in _parts(draw, sorted(said), 3):
        fullest = draw(st.sampled_from(group))
        docs = {said[key].doc for key in group}
        differing = draw(st.lists(st.sampled_from(group), max_size=2))
        found.append(
            Utterance(
                speaker=draw(st.sampled_from([None, *(actor.id for actor in actors)])),
                attributions=group,
                fullest=fullest,
                accounts=tuple(account.id for account in accounts if docs & set(account.documents)),
                differences=tuple(_difference(draw, said[fullest], said[key]) for key in differing),
                why=draw(whys()),
            )
        )
    return found


def _difference(draw: st.DrawFn, fullest: Attribution, here: Attribution) -> Difference:
    return Difference(
        attribution=here.id,
        fullest=draw(st.sampled_from([None, *fullest.content])),
        here=draw(st.sampled_from([None, *here.content])),
    )


def _sorted_by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A whole dossier: findings cite what is there, all tuples are sorted."""
    reports = _sorted_by_id(draw(st.lists(documents(), max_size=4, unique_by=lambda d: d.id)))
    read = [draw(studies(report)) for report in reports]
    accounts = _sorted_by_id(_accounts(draw, [report.id for report in reports]))
    actors = _sorted_by_id(_actors(draw, reports, sorted(m.id for one in read for m in one.mentions)))
    said = {a.id: a for one in read for a in one.attributions}
    return Dossier(
        documents=reports,
        studies=tuple(read),
        gaps=tuple(draw(st.lists(gaps("resolve"), max_size=2))),
        accounts=accounts,
        lineages=tuple(_lineages(draw, reports)),
        actors=actors,
        utterances=_sorted_by_id(_utterances(draw, said, accounts, actors)),
    )
