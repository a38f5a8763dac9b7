"""Plain text to a document: every character kept, no line ending changed, nothing stripped."""

from __future__ import annotations

from standoff.core.records import Document, Gap
from standoff.lexicon.furniture import Furniture
from standoff.read.compose import Given, compose
from standoff.read.encoding import decode


def read_plain(path: str, data: bytes, furniture: Furniture) -> tuple[Document, tuple[Gap, ...]]:
    """The text as it is, and gaps for what is uncertain. Raises ``UnreadableError`` for no text, or too much."""
    decoded = decode(data)
    document, gaps = compose(path, decoded.text, decoded.encoding, Given(), furniture)
    return document, (*gaps, *(Gap(path=path, room="read", reason=note, doc=document.id) for note in decoded.notes))
