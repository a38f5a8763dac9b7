"""A dossier as a brief for the terminal: wrapped, coloured on request, readable without colour."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from standoff.brief.drawing import QUOTATION_MARKS, read_runs, reference
from standoff.brief.index import Index, index
from standoff.brief.page import TERMINAL, Change, Heading, Limits, Line, Part, Quote, Ref, Section, Words
from standoff.brief.safe import printable, quotable
from standoff.brief.sections import compose
from standoff.core.dossier import Dossier

WIDTH = 100
MARKS = "{-words-} stand only in the fullest wording, {+words+} only here"
TONES = {"plain": "", "strong": "bold", "quiet": "dim", "act": "magenta"}


def terminal(
    dossier: Dossier, file: str = "FILE", limits: Limits = TERMINAL, *, width: int = WIDTH, colour: bool = False
) -> str:
    """The brief in ``width`` columns; ``file`` is the store's name in its hints. Ends with a line break."""
    page = compose(dossier, limits, file, MARKS)
    return drawn(index(dossier), page.sections, width=width, colour=colour)


def drawn(found: Index, sections: Iterable[Section], *, width: int = WIDTH, colour: bool = False) -> str:
    """Sections as text. Without ``colour`` there is no escape in it, with it only those of colour."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for number, section in enumerate(sections):
            _section(console, found, section, first=number == 0)
    return capture.get()


def _section(console: Console, found: Index, section: Section, *, first: bool) -> None:
    if not first:
        console.print()
    if section.title:
        console.print(Text(printable(section.title), "bold cyan"))
        console.print(Text("─" * len(section.title), "cyan"))
    for number, line in enumerate(section.lines):
        if isinstance(line, Heading) and number > 0:
            console.print()
        _line(console, found, line)


def _line(console: Console, found: Index, line: Line) -> None:
    """One line, wrapped under its own beginning."""
    if isinstance(line, Heading):
        console.print(Text(printable(line.text), "bold"))
        return
    lead = "   " * line.depth + (f"{line.mark} " if line.mark else "")
    whole = Text.assemble(*(_part(found, part) for part in line.parts))
    for number, row in enumerate(whole.wrap(console, max(console.width - len(lead), 20))):
        row.rstrip()
        console.print(Text.assemble(lead if number == 0 else " " * len(lead), row), soft_wrap=True)


def _part(found: Index, part: Part) -> Text:
    match part:
        case Words(text, tone):
            return Text(quotable(text), TONES[tone])
        case Ref():
            return Text(reference(found, part), "cyan")
        case Quote(at, mode):
            before, after = QUOTATION_MARKS[mode]
            words = (_run(words, change) for words, change in read_runs(found, part))
            return Text.assemble(before, *words, after, " ", (reference(found, Ref(at.doc, at)), "cyan"))


def _run(words: str, change: Change) -> Text:
    shown = quotable(words)
    match change:
        case "inserted":
            return Text(f"{{+{shown}+}}", "green")
        case "deleted":
            return Text(f"{{-{shown}-}}", "red")
        case "same":
            return Text(shown)
