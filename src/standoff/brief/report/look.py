"""Look-ups into one report: what its words are, where they are on the page, whom a mention stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from standoff.brief.report.around import ALONE, Around
from standoff.brief.report.html import Html, element, label
from standoff.core.faults import Reading
from standoff.core.parse import Piece
from standoff.core.records import Attribution, Commitment, Document, Mention, Study
from standoff.core.span import Span

LONGEST_QUOTE = 240
"""Code points of a reading's words that an entry repeats: the words themselves are a click away."""

LONGEST_NAME = 80
"""Code points of a name: mistaken ones that are longer stay as they are found, and are never compared."""


@dataclass(frozen=True)
class Look:
    """Look-ups into one report. ``prefix`` tells its places from those of other reports on the page."""

    document: Document
    study: Study
    prefix: str
    mentions: Mapping[str, Mention]
    roots: Mapping[str, str]
    """Each mention and the one that it is listed under, both by id: the first of those that it stands for."""
    entries: Mapping[str, str]
    """Each reading's id and that of its entry; mentions that stand for one another share an entry."""
    statements: Mapping[str, Attribution]
    around: Around = ALONE
    part: Piece | None = None
    """The part of the text that the page holds; ``None``: all of it."""

    def words(self, span: Span, most: int = LONGEST_QUOTE) -> str:
        """The words at a span, with the middle left out where they are many."""
        text, start, end = self.document.text, span.start, span.end
        if end - start <= most:
            return text[start:end]
        return f"{text[start : start + most * 2 // 3].rstrip()} … {text[end - most // 3 : end].lstrip()}"

    def place(self, span: Span) -> str:
        """The id of the spot in the page where these words begin."""
        return f"{self.prefix}s-{span.start}-{span.end}"

    def where(self, span: Span) -> str:
        """The address of that spot: here, or in the part of the report that holds it."""
        if self.part is None or self.part[0] <= span.start < self.part[1]:
            return f"#{self.place(span)}"
        return f"{self.around.address}?at={span.start}-{span.end}#{self.place(span)}"

    def link(self, span: Span, most: int = LONGEST_QUOTE) -> Html:
        """The words as a link to where they stand."""
        return element("a", element("bdi", label(self.words(span, most))), href=self.where(span))

    def name(self, mention: str) -> str:
        """What whoever is mentioned is called: the words of the mention that it stands for, without title and role."""
        root = self.mentions[self.roots[mention]]
        return self.words(root.name or root.at, LONGEST_NAME)

    def actor(self, mention: str | None) -> Html | None:
        """The name of whoever is mentioned, as a link to the mention; its own words behind it where they differ."""
        if mention is None:
            return None
        if mention not in self.mentions:
            return label("somebody outside this report")
        at, name = self.mentions[mention].at, self.name(mention)
        linked = element("a", element("bdi", label(name)), href=self.where(at))
        own = self.words(at, LONGEST_NAME)
        return linked if name in own else Html(f"{linked} {element('small', label(f'(“{own}”)'))}")

    def entry(self, reading: str | None, shown: str) -> Html | None:
        """A link to the entry of another reading, which may be in another part of the report."""
        if reading is None or reading not in self.entries:
            return None
        elsewhere = "" if self.part is None else f"{self.around.address}?reading={quote(reading, safe='')}"
        return element("a", label(shown), href=f"{elsewhere}#{self.entries[reading]}", class_="to")


def look(document: Document, study: Study, prefix: str, around: Around = ALONE) -> Look:
    """Everything one report says, by id."""
    mentions = {mention.id: mention for mention in study.mentions}
    roots = _roots(document, mentions)
    entries = {mention: f"{prefix}m{number}" for number, mention in enumerate(dict.fromkeys(roots.values()), 1)}
    entries |= {mention: entries[root] for mention, root in roots.items()}
    kinds: tuple[tuple[str, tuple[Reading, ...]], ...] = (
        ("t", study.times),
        ("a", study.attributions),
        ("e", study.events),
        ("f", study.figures),
        ("c", study.commitments),
    )
    for kind, readings in kinds:
        entries |= {reading.id: f"{prefix}{kind}{number}" for number, reading in enumerate(readings, 1)}
    statements = {said.id: said for said in study.attributions}
    return Look(document, study, prefix, mentions, roots, entries, statements, around)


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """Every place that a reading takes up, the one it is known by first."""
    match reading:
        case Attribution(source=source, cue=cue, content=content):
            spans = (*([cue] if cue else ()), *content, *([source] if source else ()))
        case Commitment(at=at, antecedent=antecedent):
            spans = (at, *([antecedent] if antecedent else ()))
        case _:
            spans = (reading.at,)
    return tuple((span.start, span.end) for span in spans)


def depths(statements: Mapping[str, Attribution]) -> dict[str, int]:
    """How many statements each stands inside."""
    found: dict[str, int] = {}
    outer = {key: said.within for key, said in statements.items()}
    for said in statements:
        way, last = _way(said, outer, found)
        for depth, inner in enumerate(reversed(way), found.get(last, -1) + 1):
            found[inner] = depth
    return found


def _roots(document: Document, mentions: Mapping[str, Mention]) -> dict[str, str]:
    """Each mention's last stop on the way of what it refers to; one stop for all of one type and the same name."""
    roots: dict[str, str] = {}
    refers = {key: mention.refers for key, mention in mentions.items()}
    for mention in mentions:
        way, last = _way(mention, refers, roots)
        roots.update(dict.fromkeys(way, roots.get(last, last)))
    first = {root: root for root in roots.values()}
    known: dict[tuple[str, str], str] = {}
    for root in first:
        named = mentions[root]
        if named.name is not None and len(named.name) <= LONGEST_NAME:
            first[root] = known.setdefault((named.type, document.text[named.name.start : named.name.end]), root)
    return {mention: first[root] for mention, root in roots.items()}


def _way(start: str, following: Mapping[str, str | None], known: Mapping[str, object]) -> tuple[list[str], str]:
    """The steps from one id to the next up to one that is known, or to the last; a circle ends where it closes.

    Each step is taken once, whatever the start, as long as what was passed is known afterwards.
    """
    way, here = dict[str, None](), start
    while here not in known and here not in way:
        way[here] = None
        following_here = following[here]
        if following_here is None or following_here not in following:
            break
        here = following_here
    return list(way), here
