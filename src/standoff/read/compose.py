"""A document from its text and what its file says of it; the text speaks where the file is silent."""

from __future__ import annotations

import msgspec

from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.core.vocabulary import Basis
from standoff.core.when import When
from standoff.lexicon.furniture import Furniture
from standoff.read.describe import Description, describe
from standoff.read.outlet import Outlet, outlet_of_address

# The longest single reports on the web, official inquiries apart, stay below 300,000 characters; the reader takes
# some ten seconds for two million.
MAX_CHARACTERS = 2_000_000


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says of a text beside the text itself."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    basis: Basis = "metadata"
    """What the publication date rests on."""


def compose(
    path: str, text: str, encoding: str, given: Given, furniture: Furniture
) -> tuple[Document, tuple[Gap, ...]]:
    """The document, and a gap for a date that can be read in two ways.

    Raises ``UnreadableError`` for a text that is blank or longer than ``MAX_CHARACTERS``.
    """
    refuse_size(text)
    said = describe(text, furniture)
    outlet, outlet_basis = _outlet(given, said)
    published = given.published or said.published
    document = Document(
        path=path,
        text=text,
        given_id=given.id,
        url=given.url,
        title=given.title or said.title,
        outlet=outlet,
        outlet_basis=outlet_basis,
        author=given.author or said.author,
        published=published,
        published_basis=given.basis if given.published else said.published_basis,
        encoding=encoding,
        furniture=said.furniture,
        captions=said.captions,
    )
    undecided = said.undecided if published is None else None
    return document, (_undecided(document, undecided),) if undecided else ()


def refuse_size(text: str) -> None:
    """Raise ``UnreadableError`` for a text that is blank or too long."""
    if not text.strip():
        raise UnreadableError("holds no text but white space" if text else "is empty")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(f"is too long: {len(text):,} characters, and no more than {MAX_CHARACTERS:,} are read")


def _outlet(given: Given, said: Description) -> Outlet | tuple[None, None]:
    """Who published it. The agency of a dateline published it only where no address says who did."""
    if given.outlet:
        return given.outlet, "metadata"
    address = outlet_of_address(given.url)
    if said.outlet and said.outlet_basis and not (address and said.outlet_basis == "dateline"):
        return said.outlet, said.outlet_basis
    return address or (None, None)


def _undecided(document: Document, date: str) -> Gap:
    reason = f"the date {date!r} can be read day first or month first; no publication date is kept"
    return Gap(path=document.path, room="read", reason=reason, doc=document.id)
