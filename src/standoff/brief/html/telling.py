"""What the printed brief tells and in which order, on how many pages. The list at the end is the brief."""

from __future__ import annotations

from collections.abc import Callable

from standoff.brief.course_sections import discrepancies, ledger, measures, meetings, timeline
from standoff.brief.days import days_that_matter
from standoff.brief.index import Index
from standoff.brief.page import Heading, Limits, Line, Note, Section, Sentence, note
from standoff.brief.phrases import counted
from standoff.brief.sections import actors, gaps, headline, sayings, tellers

# Chosen on two crises of 21 and 37 reports: with pictures, and without the annex, the brief is eleven to thirteen
# printed pages, and what it leaves out it names.
PRINTED = Limits(
    documents=24,
    lineages=5,
    actors=8,
    utterances=8,
    speakers=7,
    statements=2,
    gaps=15,
    happenings=24,
    days=8,
    obligations=4,
    measures=5,
    discrepancies=7,
    readouts=2,
)

MOST_LINES = 90
"""Lines of one part, some page and a half in print: an account may be of a hundred copies."""

Tell = Callable[[Index, Limits, str], Section | None]

PARTS: tuple[tuple[str, Tell], ...] = (
    ("short", headline),
    ("days", days_that_matter),
    ("timeline", timeline),
    ("ledger", ledger),
    ("said", sayings),
    ("figures", measures),
    ("discrepancies", discrepancies),
    ("readouts", meetings),
    ("sources", tellers),
    ("actors", actors),
    ("gaps", gaps),
)
"""Each with the name that it goes by in addresses."""

HOW_TO_READ = (
    "Every sentence has a number in the margin. [3] is report 3, [3.7] its passage 7: both stand at the end, with the "
    "words around them, and lead back to the sentences that rest on them.",
    "“ ” holds words the report gives as the speaker’s own, « » the report’s words for what was said.",
    "Struck words stand only in the fullest wording, underlined words only here.",
    "Counts are of independent accounts, never of articles: at least and at most, as far as the texts tell.",
)


def told(found: Index, limits: Limits, file: str) -> tuple[tuple[str, Section], ...]:
    """The parts that there is something to tell in. ``file`` is the store's name in hints."""
    if not found.dossier.documents:
        empty = Section("In short", (note("This dossier holds no document yet."),))
        return (("short", empty), *((("gaps", gaps(found, limits, file)),) if found.dossier.gaps else ()))
    sections = ((key, tell(found, limits, file)) for key, tell in PARTS)
    (first, short), *rest = [(key, _bounded(section, file)) for key, section in sections if section is not None]
    checked = note(f"Whether all this still holds: standoff verify BRIEF --against {file}")
    reading = Section("How to read this", (*map(note, HOW_TO_READ), checked))
    # The first line counts the reports and the last one the gaps, as the head of the page does.
    return ((first, Section(short.title, short.lines[1:-1])), ("reading", reading), *rest)


def _bounded(section: Section, file: str) -> Section:
    """The section; one that is too long ends between two things told, and says how much it leaves out."""
    lines = section.lines
    if len(lines) <= MOST_LINES:
        return section
    end = next((at for at in range(MOST_LINES, 0, -1) if _begins(lines[at])), MOST_LINES)
    end -= isinstance(lines[end - 1], Heading)
    left_out = counted(len(lines) - end, "more line")
    return Section(section.title, (*lines[:end], note(f"... and {left_out}: standoff brief {file} --format markdown")))


def _begins(line: Line) -> bool:
    """Whether something new begins with this line."""
    return isinstance(line, Heading) or (isinstance(line, Sentence | Note) and line.depth == 0)
