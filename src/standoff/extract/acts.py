"""What a speaker does by saying it: the cue tells, and a plain "said" leaves it to the content."""

from __future__ import annotations

import re

from standoff.core.vocabulary import Act, Mode
from standoff.lexicon.lexicon import Lexicon

MIXED_FROM, DIRECT_FROM = 0.05, 0.97
"""Share of a content's letters inside quotation marks. A direct one may lose a word to a misplaced mark."""

# First match wins; each pattern is one bounded phrase, so a long content costs one pass.
CONTENT: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        re.compile(
            r"\b(?:(?:will|would|do|does|did|can|could) ?(?:not|n['’]t)|(?:wo|ca)n['’]t)"
            r" (?:accept|tolerate|allow|agree)\b",
            re.IGNORECASE,
        ),
        "rejects",
    ),
    # "should" asks where a subject stands before it; at the head of a clause ("should any harm come") it is an "if".
    (
        re.compile(
            r"\b(?:must|has to|have to|needs? to|ought to|is (?:the )?time for)\b"
            r"|(?<=\w )(?<!\bthat )(?<!\band )(?<!\bbut )(?<!\bor )should\b",
            re.IGNORECASE,
        ),
        "demands",
    ),
    (
        re.compile(r"\b(?:there (?:is|was|were|are) no|has never|have never|had never|never planned)\b", re.IGNORECASE),
        "denies",
    ),
)


def act_of(cue: list[str], content: str, lexicon: Lexicon) -> tuple[Act, str]:
    """The act, and what told it: the cue's words in the lexicon, else the content's mood, else "asserts"."""
    told = lexicon.act_of(cue) if cue else None
    if told is not None and told != "asserts":
        return told, f"cue: {' '.join(cue).lower()}"
    for pattern, act in CONTENT:
        found = pattern.search(content)
        if found:
            return act, f"content: {found[0].lower()}"
    return "asserts", f"cue: {' '.join(cue).lower()}" if cue else "no cue"


def mode_of(quoted: float) -> Mode:
    """Direct, indirect or mixed by the share of the content that stands in quotation marks."""
    if quoted >= DIRECT_FROM:
        return "direct"
    return "mixed" if quoted >= MIXED_FROM else "indirect"
