"""What falls without a source, for a reader: what is gone, what fewer accounts tell, what changes."""

from __future__ import annotations

from standoff.brief.index import Index
from standoff.brief.page import Heading, Line, Note, Part, Ref, Section, Sentence, Words, note, quote
from standoff.brief.phrases import counted
from standoff.brief.readings import NARROW, column
from standoff.core.ablation import Ablation, Fall, Fallen

FALLS: dict[Fall, str] = {"gone": "Gone", "weaker": "In fewer independent accounts", "changed": "Changed"}
MOST_NAMED = 12
"""Documents or attributions pointed to."""


def ablation_section(found: Index, ablation: Ablation, limit: int) -> Section:
    """What was taken away, then what falls; ``limit`` of each, all where it is 0."""
    lines: list[Line] = [*_taken(ablation)]
    for fall, name in FALLS.items():
        some = [each for each in ablation.fallen if each.fall == fall]
        if some:
            lines.append(Heading(f"{name}: {counted(len(some), 'finding')}"))
            shown = some[: limit or None]
            lines += [_fallen_line(each) for each in shown]
            more = len(some) - len(shown)
            lines += [note(f"... and {more:,} more: --limit 0 shows all")] if more else []
    if not ablation.fallen:
        lines.append(note("Nothing falls: every finding stands without it."))
    lines.append(note(f"{counted(ablation.standing, 'finding stands', 'findings stand')} as before."))
    return Section("Without it", tuple(lines))


def _taken(ablation: Ablation) -> list[Line]:
    """The documents and what was said that are left out."""
    lines: list[Line] = []
    if ablation.documents:
        parts: list[Part] = [Words(f"Taken away: {counted(len(ablation.documents), 'document')}")]
        parts += [part for doc in ablation.documents[:MOST_NAMED] for part in (Words(" "), Ref(doc))]
        lines.append(Sentence(tuple(parts), mark=""))
    if ablation.attributions:
        lines.append(Note((Words(f"Taken away: {counted(len(ablation.attributions), 'attribution')}."),)))
    return lines


def _fallen_line(fallen: Fallen) -> Sentence:
    parts: list[Part] = [column(fallen.kind, NARROW + 2), quote(fallen.label, "indirect")]
    changed = f"; {fallen.before}" if fallen.fall == "gone" else f"; {fallen.before}, now {fallen.now}"
    return Sentence((*parts, Words(changed, "quiet")))
