"""Cuts a text into words in the sense of Universal Dependencies for English, with exact offsets.

The rules follow the practice of the UD English treebanks (EWT, GUM): clitics and hyphens are words of
their own, abbreviations keep their full stop, addresses and numbers stay whole. Every character that is
not white space belongs to exactly one word, so broken text ("UkraineBiden") still yields words.
"""

from __future__ import annotations

import re

ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Rev Hon Gen Gov Sen Rep Col Lt Sgt Capt Maj Cmdr Adm Brig Pres Amb St Sr Jr Inc Corp Ltd Co "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs No Nos approx"
)
# Alternatives are tried in order at each place; every repetition that can fail late is bounded, so time is linear.
# "glued": two words run together ("UkraineBiden"), at the price of cutting some brand names in two.
WORD = re.compile(
    r"(?P<address>https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
    r"|[@#]\w+)"
    r"|(?P<initials>(?<!\w)(?:[A-Za-z]\.){2,12}(?!\w))"
    r"|(?P<abbreviation>(?<!\w)(?:" + "|".join(ABBREVIATIONS.split()) + r")\.)"
    r"|(?P<initial>(?<!\w)[A-Z]\.(?=\s+[A-Z]))"
    r"|(?P<number>\d{1,40}(?:[.,:]\d{1,40}){0,20}(?:st|nd|rd|th|s)?(?!\w))"
    r"|(?P<cannot>[Cc]an(?=not\b)|(?<=[Cc]an)not\b)"
    r"|(?P<negation>n['’]t\b)"
    r"|(?P<negated>[^\W\d_]{1,20}?(?=n['’]t\b))"
    r"|(?P<clitic>(?<=\w)['’](?:s|S|re|ve|ll|d|m|RE|VE|LL)\b)"
    r"|(?P<glued>[A-Z]?[a-z]{4,40}(?=[A-Z][a-z]{3}))"
    r"|(?P<word>\w+)"
    r"|(?P<dots>\.{2,}|…|-{2,})"
    r"|(?P<mark>\S)"
)


def split_words(text: str) -> list[tuple[int, int]]:
    """The words of ``text`` as ``(start, end)`` in code points: in order, disjoint, covering all but white space."""
    return [found.span() for found in WORD.finditer(text)]
