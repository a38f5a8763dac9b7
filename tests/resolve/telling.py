"""Figures for tests: one line a report, in a few words, with the state and the persons it names as actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Event, Figure, Mention, Study
from standoff.core.vocabulary import MentionType
from standoff.resolve.reports import Reports, reports_of
from tests.builders import document, event, figure, mention, study

NAMES: dict[str, tuple[str, MentionType]] = {
    "Kestria": ("Kestria", "state"),
    "Kestrian": ("Kestria", "state"),
    "Morvane": ("Morvane", "state"),
    "Morvanian": ("Morvane", "state"),
    "Aldmouth": ("Aldmouth", "place"),
    "Tarn": ("Tarn", "place"),
    "Dorn": ("Ilsa Dorn", "person"),
    "Reik": ("Tomas Reik", "person"),
    "Sollis": ("Vera Sollis", "person"),
}
NUMBER = re.compile(r"<([^>|]+)\|([\d.,]+)(?:\|([^|>]*))?(?:\|([^|>]*))?>")
"""``<about 900 troops|900|troops|about planned>``: words, number, what is counted, then hedge, status, unit."""
HEDGES = {"about", "up to", "more than", "at least", "nearly", "at most", "vague"}


def report(path: str, marked: str, published: str | None = "2031-04-02", **fields: Any) -> tuple[Document, Study]:
    """A document and its study. Figures are marked in the text; names of ``NAMES`` are mentions; who says a sentence
    that begins "X says" claims its figures."""
    text = NUMBER.sub(lambda found: found[1], marked)
    made = document(path, text, published=published, **fields)
    mentions = list(_mentions(made))
    figures = list(_figures(made, marked, mentions))
    return made, study(made, *mentions, *figures, *_talks(made, mentions))


def _mentions(made: Document) -> Iterable[Mention]:
    for name, (_, kind) in NAMES.items():
        for nth, _ in enumerate(re.finditer(rf"\b{name}\b", made.text)):
            yield mention(made, name, kind, nth=_nth(made.text, name, nth))


def _nth(text: str, name: str, nth: int) -> int:
    """Which occurrence, counted with those inside longer names."""
    whole = [found.start() for found in re.finditer(rf"\b{name}\b", text)][nth]
    return [found.start() for found in re.finditer(f"(?={name})", text)].index(whole)


def _figures(made: Document, marked: str, mentions: Sequence[Mention]) -> Iterable[Figure]:
    for found in NUMBER.finditer(marked):
        words, number, what, told = (
            found[1],
            float(found[2].replace(",", "")),
            found[3] or None,
            (found[4] or "").split(";"),
        )
        hedge: Any = next((each for each in told if each in HEDGES), None)
        status: Any = next((each for each in told if each in ("planned", "past")), "actual")
        unit = next((each for each in told if each in ("second", "percent", "metre", "mile")), "person")
        made_figure = figure(
            made,
            words,
            None if hedge in ("up to", "at most") else number,
            number,
            what=what,
            unit=unit,
            hedge=hedge,
            status=status,
            claimant=_claimant(made, words, mentions),
        )
        open_end = hedge in ("more than", "at least", "vague")
        yield figure_with(made_figure, high=None) if open_end else made_figure


def figure_with(one: Figure, **fields: Any) -> Figure:
    """The figure with other values."""
    return Figure(**{name: getattr(one, name) for name in one.__struct_fields__} | fields)


def _claimant(made: Document, words: str, mentions: Sequence[Mention]) -> str | None:
    start = made.text.rfind(". ", 0, made.text.index(words)) + 1
    said = re.match(r"\s*(\w+) says", made.text[start:])
    if said is None:
        return None
    return next((each.id for each in mentions if made.quote(each.at) == said[1]), None)


def _talks(made: Document, mentions: Sequence[Mention]) -> Iterable[Event]:
    persons = [each for each in mentions if each.type == "person"]
    for word in ("call", "talks"):
        if re.search(rf"\b{word}\b", made.text):
            yield event(made, word, "CONSULT", agents=persons)


def dossier_of(read: Sequence[tuple[Document, Study]], judgements: Sequence[Judgement] = (), **found: Any) -> Dossier:
    """A dossier with an actor a name and an account a document."""
    members: dict[str, list[Mention]] = {}
    for made, studied in read:
        for each in studied.mentions:
            members.setdefault(NAMES[made.quote(each.at)][0], []).append(each)
    return Dossier(
        documents=tuple(sorted((made for made, _ in read), key=lambda each: each.id)),
        studies=tuple(sorted((studied for _, studied in read), key=lambda each: each.doc)),
        accounts=tuple(Account(documents=(made.id,)) for made, _ in read),
        actors=tuple(
            Actor(id=name, name=name, type=each[0].type, names=(name,), mentions=tuple(one.id for one in each))
            for name, each in sorted(members.items())
        ),
        judgements=tuple(judgements),
        **found,
    )


def reports(read: Sequence[tuple[Document, Study]], judgements: Sequence[Judgement] = ()) -> Reports:
    """The look-ups of these."""
    return reports_of(dossier_of(read, judgements))
