"""What does not hold in a brief, and how it is told."""

from __future__ import annotations

import msgspec

from standoff.brief.html.words import own


class Fault(msgspec.Struct, frozen=True):
    """What does not hold, and where: of a sentence, a passage, a report, a picture or the page."""

    where: str
    what: str


def cut(text: str) -> str:
    """Words of a page or a report in curly quotation marks, as many as a line of a complaint holds."""
    return f"“{own(text)}”"
