"""Lines of JSON that a terminal prints and never obeys."""

import re

UNPRINTED = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
"""Controls beyond those that JSON escapes, format characters, line and paragraph separators (Cc, Cf, Zl, Zp).

Written out, because the categories grow with Python's version of Unicode and the same dossier must give the same
bytes under each. A test holds it against the running version.
"""


def escaped(line: bytes) -> bytes:
    r"""The same JSON value with every such character as ``\uXXXX``; the bytes are JSON in UTF-8."""
    if line.isascii() and b"\x7f" not in line:
        return line
    return UNPRINTED.sub(_escape, line.decode()).encode()


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))
