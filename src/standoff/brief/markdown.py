"""A dossier as a brief in Markdown: plain enough for any reader, with nothing of an article's that it could obey."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.drawing import QUOTATION_MARKS, read_runs, reference
from standoff.brief.index import Index, index
from standoff.brief.page import WHOLE_PAGE, Change, Heading, Limits, Line, Part, Quote, Ref, Words
from standoff.brief.safe import inert_markdown
from standoff.brief.sections import compose
from standoff.core.dossier import Dossier

MARKS = "Struck words stand only in the fullest wording, underlined words only here"
INDENT = " " * 5
"""Deep enough to stand inside an item numbered up to 999, and not so deep under a dash that it becomes code."""


def markdown(dossier: Dossier, file: str = "FILE", limits: Limits = WHOLE_PAGE) -> str:
    """The brief; ``file`` is the store's name in its hints. Ends with a line break."""
    found = index(dossier)
    page = compose(dossier, limits, file, MARKS)
    blocks = [f"# {inert_markdown(page.title)}"]
    for section in page.sections:
        blocks += [f"## {inert_markdown(section.title)}", _block(found, section.lines)]
    return "\n\n".join(blocks) + "\n"


def _block(found: Index, lines: Iterable[Line]) -> str:
    """Lines of a section; a blank line parts lists from paragraphs."""
    drawn: list[str] = []
    listing = False
    for line in lines:
        text, is_item = _line(found, line)
        if drawn and not (listing and is_item):
            drawn.append("")
        drawn.append(text)
        listing = is_item
    return "\n".join(drawn)


def _line(found: Index, line: Line) -> tuple[str, bool]:
    """One line and whether it is an item of a list."""
    if isinstance(line, Heading):
        return f"### {inert_markdown(line.text)}", False
    text = "".join(_part(found, part) for part in line.parts)
    if not line.mark:
        return text, False
    return f"{INDENT * line.depth}{line.mark} {text}", True


def _part(found: Index, part: Part) -> str:
    match part:
        case Words(text, "strong"):
            return _strong(text)
        case Words(text, "act"):
            return f"*{inert_markdown(text)}*"
        case Words(text):
            return inert_markdown(text)
        case Ref():
            return _reference(found, part)
        case Quote(at, mode):
            before, after = QUOTATION_MARKS[mode]
            words = "".join(_run(words, change) for words, change in read_runs(found, part))
            return f"{before}{words}{after} {_reference(found, Ref(at.doc, at))}"


def _run(words: str, change: Change) -> str:
    shown = inert_markdown(words)
    match change:
        case "inserted":
            return f"<ins>{shown}</ins>"
        case "deleted":
            return f"<del>{shown}</del>"
        case "same":
            return shown


def _reference(found: Index, ref: Ref) -> str:
    return inert_markdown(reference(found, ref))


def _strong(text: str) -> str:
    """Asterisks open and close emphasis only beside a letter or digit; elsewhere the tag does."""
    words = inert_markdown(text)
    return f"**{words}**" if text[:1].isalnum() and text[-1:].isalnum() else f"<b>{words}</b>"
