"""Whether a title is held, was held, or is to come, by the word beside it: "former", "-elect"."""

from __future__ import annotations

import re

from standoff.core.vocabulary import Tense
from standoff.lexicon.actors import ActorWords

WORD = re.compile(r"[^\W\d_]+")
REACH = 2
"""Words before a title in which its time may stand: "the then acting", "a former senior"."""


def tense_of(role: str, around: tuple[str, str], words: ActorWords) -> Tense:
    """The time of a title, from its own words and those just before and behind it.

    "then" is of the past only before the title; a comma or another mark ends what belongs to it.
    """
    own = [word.lower() for word in WORD.findall(role)]
    before = [word.lower() for word in WORD.findall(re.split(r"[,.;:!?()\"“”]", around[0])[-1])][-REACH:]
    behind = [word.lower() for word in WORD.findall(around[1][: len("-designate") + 1])][:1]
    joined = around[1][:1] in ("-", "‑", " ")
    if any(word in words.past for word in (*before, *own)):
        return "past"
    if any(word in words.future for word in (*before, *own)) or (joined and bool(set(behind) & words.future_behind)):
        return "future"
    return "present"
