"""Identities: short digests of content and place, the same on every machine and in every run."""

import hashlib

LENGTH = 16  # hex digits: 64 bits, a collision in a million records has odds of about 3 in 10^8


def digest(*parts: str) -> str:
    """The identity of an ordered tuple of strings: 16 hex digits of SHA-256 over length-prefixed UTF-8."""
    prefixed: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        prefixed += (len(data).to_bytes(8, "big"), data)
    return hashlib.sha256(b"".join(prefixed)).hexdigest()[:LENGTH]


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hex digits: what a span is re-verified against."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
