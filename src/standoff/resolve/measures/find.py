"""Measures: figures about the same thing, side by side."""

from __future__ import annotations

from standoff.core.claims import Measure
from standoff.core.records import Why
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.measures import MeasureWords
from standoff.resolve.independence import Passages, passages_of
from standoff.resolve.measures.claims import claims_of
from standoff.resolve.measures.groups import LENGTH, Group, groups_of, ruled
from standoff.resolve.measures.things import Thing, things_of
from standoff.resolve.reports import Reports

CERTAIN = "resolve.measures.certain"
"""Whose they are and what they do tells forces apart, and who talked tells talks apart."""
LIKELY = "resolve.measures.likely"
"""Of all else reports tell many of one kind: another toll of the same day may be another attack's."""
LISTED, WORDED = 0.9, 0.75
"""How sure it is that the figures of one measure count one thing, where the lexicon names what is counted and where
only the words are equal. By judgement, after reading the measures of a few hundred reports; not measured on a gold."""


def find_measures(reports: Reports, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Every one, sorted by id, whatever the order given.

    Every figure of a thing that the lexicon tells apart, or of which something is said, is in one measure, be it alone
    there; of other things those that are told twice or more. Ordinals are in none. Raises ``KeyError`` for a figure
    whose document is not among the reports.
    """
    passages = passages_of(reports.lineages)
    groups = ruled(groups_of(things_of(reports, lexicon), reports.topic_of, lexicon.measures), reports.rulings)
    kept = (group for group in groups if len(group) > 1 or _matters(group[0]))
    return tuple(
        sorted((_measure(reports, passages, lexicon.measures, group) for group in kept), key=lambda each: each.id)
    )


def _matters(thing: Thing) -> bool:
    return thing.listed and thing.condition is not None


def _certain(thing: Thing, words: MeasureWords) -> bool:
    return thing.condition == LENGTH or thing.condition in words.owned


def _measure(reports: Reports, passages: Passages, words: MeasureWords, group: Group) -> Measure:
    clearest = min(group, key=_clearness)
    statuses = {thing.figure.status for thing in group}
    return Measure(
        label=clearest.figure.what or clearest.figure.at,
        unit=clearest.figure.unit,
        status=next(status for status in ("planned", "actual", "past") if status in statuses),
        claims=claims_of(reports, passages, group),
        figures=tuple(sorted(thing.id for thing in group)),
        why=Why(
            CERTAIN if _certain(clearest, words) else LIKELY,
            LISTED if clearest.listed else WORDED,
            _reason(reports, group, clearest),
        ),
    )


def _clearness(thing: Thing) -> tuple[bool, bool, int, str, int]:
    """What says whose and what comes first; of equals the shorter, then the first by place."""
    what = thing.figure.what
    length = 0 if what is None else what.end - what.start
    return what is None, thing.whose is None or thing.whose_named_before, length, *_place(thing)


def _place(thing: Thing) -> tuple[str, int]:
    return thing.figure.at.doc, thing.figure.at.start


def _reason(reports: Reports, group: Group, clearest: Thing) -> str:
    """What its figures have in common, in words."""
    kind = (clearest.kind or "").split(": ")[-1]
    whose = None if clearest.whose is None else f"of {reports.actors[clearest.whose].name}"
    where = None if clearest.place is None else f"in {reports.actors[clearest.place].name}"
    when = "all so far" if clearest.total else None
    said = clearest.condition if clearest.condition != "length" else None
    parts = [kind, said, whose, where, when, "planned" if clearest.planned else None]
    return f"all count: {', '.join(part for part in parts if part)}"
