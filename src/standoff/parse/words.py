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
# "number" takes its unit along ("1.5bn"); "word" the accents and soft hyphens that stand inside it.
# "glued": two words run together ("UkraineBiden"), at the price of cutting some brand names in two.
WORD = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"“”]{1,2000}(?<![.,;:!?)\]])"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|[@#]\w+)"
    r"|(?P<initials>(?<!\w)(?:[A-Za-z]\.){2,12}(?!\w))"
    r"|(?P<abbreviation>(?<!\w)(?:" + "|".join(ABBREVIATIONS.split()) + r")\.)"
    r"|(?P<initial>(?<!\w)[A-Z]\.(?=\s+[A-Z]))"
    r"|(?P<number>\d{1,40}(?:[.,:]\d{1,40}){0,20}[^\W\d_]{0,4}(?!\w))"
    r"|(?P<cannot>[Cc]an(?=not\b)|(?<=[Cc]an)not\b)"
    r"|(?P<negation>[Nn]['’][Tt]\b)"
    r"|(?P<negated>[^\W\d_]{1,20}?(?=[Nn]['’][Tt]\b))"
    r"|(?P<clitic>(?<=[\w.\u0300-\u036f])['’](?:s|S|re|ve|ll|d|m|RE|VE|LL)\b)"
    r"|(?P<glued>[A-Z]?[a-z]{4,40}(?=[A-Z][a-z]{3}))"
    r"|(?P<word>\w+(?:[\u0300-\u036f]+\w*|[\u00ad\u200c\u200d]+\w+)*)"
    r"|(?P<dots>\.{2,}|…|-{2,})"
    r"|(?P<mark>\S)"
)


def split_words(text: str) -> list[tuple[int, int]]:
    """The words of ``text`` as ``(start, end)`` in code points: in order, disjoint, covering all but white space."""
    return [found.span() for found in WORD.finditer(text)]
