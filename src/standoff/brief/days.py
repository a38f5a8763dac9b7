"""The days that matter: when, in how many accounts, the sentence that tells each best, and where else it is told."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.fields import field
from standoff.brief.index import Index
from standoff.brief.lines import in_a_row
from standoff.brief.page import Limits, Line, Part, Ref, Section, Sentence, Words, note, quote
from standoff.brief.phrases import accounts_name, counted, when_name
from standoff.brief.readings import MIDDLE, column
from standoff.core.course import Day

SPREAD = 28
"""The column of the terminal for "2 to 12 independent accounts"."""
LEAST = 4
"""So many days make a choice among them worth telling; fewer stand in the timeline as it is."""
SHOWN = 12
"""Documents pointed to of one day; the facts have the rest."""


def days_that_matter(found: Index, limits: Limits, file: str) -> Section | None:
    """The days that the accounts tell most of, in their order; nothing where there are only a few days."""
    days = found.dossier.days
    if len(days) < LEAST:
        return None
    kept = sorted(days, key=lambda each: (-each.why.score, each.when))[: limits.days]
    lines: list[Line] = [day_line(each) for each in sorted(kept, key=lambda each: each.when)]
    more = len(days) - len(kept)
    lines += [note(f"... and {counted(more, 'more day')}: standoff show {file} days")] if more else []
    return Section("The days that matter", tuple(lines))


def day_line(day: Day) -> Sentence:
    """Its date and accounts in columns, the best sentence in its words, and where the others stand."""
    best, *others = day.sentences
    parts: list[Part] = [column(when_name(day.when), MIDDLE), column(accounts_name(day.independent), SPREAD)]
    parts.append(quote(best, "indirect"))
    parts += [Words("; also "), *in_a_row((Ref(each.doc, each),) for each in others)] if others else []
    return Sentence(tuple(parts))


def day_fields(found: Index, day: Day) -> Iterable[Line]:
    """When, who names it, and every sentence that tells it with where it was published."""
    yield field("when", Words(when_name(day.when)))
    documents = counted(len(day.documents), "document")
    yield field("told in", Words(f"{accounts_name(day.independent)}, {documents}"))
    named = sorted(day.documents, key=lambda doc: found.numbers[doc])
    more = [Words(f" and {len(named) - SHOWN:,} more")] if len(named) > SHOWN else []
    yield field("named in", *(part for doc in named[:SHOWN] for part in (Ref(doc), Words(" "))), *more)
    for sentence in day.sentences:
        document = found.documents[sentence.doc]
        origin = f" {document.outlet or document.path}, {when_name(document.published)}"
        yield field("told", quote(sentence, "indirect"), Words(origin, "quiet"))
