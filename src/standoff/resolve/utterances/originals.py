"""Originals: documents that are the speaker's own text (readouts, statements, transcripts), and their sentences.

Judged by general signs: what the title calls the text, who put it out, under which address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from standoff.core.records import Document
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.originals import TextKind
from standoff.resolve.utterances.sides import Sides

ISSUERS: frozenset[MentionType] = frozenset({"government", "military", "alliance", "organization", "state"})
"""Bodies whose texts are their own words; what a medium puts out is a report, unless its title says otherwise."""
PARENTHESES = re.compile(r"\([^()]{0,80}\)")
OPENING = 300
"""Characters of a text in which those who met are named."""
WITH = re.compile(r"\b(?:with|to|and)\b", re.IGNORECASE)
OFFICE_OF = re.compile(r"(?:the )?(?:office|administration|press service|press office|cabinet) of ", re.IGNORECASE)


class Original(NamedTuple):
    """A document in which a body or its head speaks for itself."""

    document: Document
    kind: TextKind
    side: str | None
    """As ``Sides`` tells it; ``None`` where neither outlet nor title does."""


def find_originals(documents: Iterable[Document], sides: Sides, lexicon: Lexicon) -> Mapping[str, Original]:
    """The originals among documents, by document."""
    found = {}
    for document in documents:
        kind = lexicon.originals.kind_of(document.title or "")
        own = _issues(document, sides, lexicon)
        if kind is not None or own:
            found[document.id] = Original(document, kind or "issued", _side(document, own, sides))
    return found


def _side(document: Document, own: bool, sides: Sides) -> str | None:
    """That of the outlet where it speaks for itself; else whom the title names before the other ("a call with").

    Else whom the text's first lines name, who is not the other.
    """
    told = sides.in_text(document.outlet or "") if own else []
    first, *after = WITH.split(document.title or "", maxsplit=1)
    told = told or sides.in_text(first)
    if not told and after:
        others = sides.in_text(after[0])
        told = [side for side in sides.in_text(document.text[:OPENING]) if others and side not in others]
    return told[0] if told else None


def _issues(document: Document, sides: Sides, lexicon: Lexicon) -> bool:
    """Whether who put it out is a body or an office, and no medium."""
    outlet = PARENTHESES.sub(" ", document.outlet or "").strip()
    if outlet and (is_issuer(outlet, lexicon) or sides.is_body(outlet)):
        return True
    return document.url is not None and _own_address(document.url, lexicon)


def is_issuer(outlet: str, lexicon: Lexicon) -> bool:
    """Whether the name of an outlet is that of a body or an office: "Kestrian Foreign Ministry", "President of X"."""
    body = lexicon.body_of(outlet)
    if body is not None:
        return body.type in ISSUERS
    if lexicon.state_of(outlet) is not None:
        return True
    rest = OFFICE_OF.sub("", outlet).removeprefix("the ").removeprefix("The ")
    words = rest.split()
    office = lexicon.office_at(words, 0) if words else 0
    if office and (office == len(words) or words[office] in ("of", "for")):
        return True
    head = rest.split(" of ")[0]
    return any(lexicon.noun_type(each) in ("government", "military") for each in (rest, head))


def _own_address(url: str, lexicon: Lexicon) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if lexicon.originals.hosted(host):
        return True
    bodies = (lexicon.body_of(label.title()) for label in host.lower().split(".")[:-1])
    return any(body is not None and body.type in ISSUERS for body in bodies)
