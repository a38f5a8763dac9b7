"""A page saved as one MHTML file: its main page, taken out of the MIME parts."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.lexicon.furniture import Furniture
from standoff.read.page import read_page

PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_archive(path: str, data: bytes, furniture: Furniture) -> tuple[Document, tuple[Gap, ...]]:
    """The article of the archive's first page. Raises ``UnreadableError`` for an archive without one."""
    archive = _parse(data)
    part = next((part for part in archive.walk() if part.get_content_type() in PAGE_TYPES), None)
    page = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(page, bytes):
        raise UnreadableError("is a web archive (MHTML) with no page in it")
    address = str(archive.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return read_page(path, page, furniture, address if address.startswith(("http://", "https://")) else None)


def _parse(data: bytes) -> Message:
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError as error:
        raise UnreadableError("is a web archive (MHTML) nested too deeply to be followed") from error
