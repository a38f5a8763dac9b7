"""Breaks a text as news texts are broken on their way, and says where each of its characters went.

Casing lost, quotation marks stripped, words glued together, and wording as after a round of machine
translation. Pure: the same text and die give the same damage.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

Edit = tuple[int, int, str]
"""Code points ``[start, end)`` and what stands there after."""

GLUED = 0.2  # share of the places where words can run together at which they do; invented
ARTICLES = 0.3  # share of the articles that are dropped; invented
WORDING = 0.3  # share of the words with a substitute that are replaced; invented

OPEN, CLOSE = "‘", "’"
DOUBLE = frozenset('"“”„‟«»')
GLUE = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z“\"])|\b[a-z]+ (?=[A-Z][a-z])")
"""Ends at the place where two words can run together: a space after a sentence, or between a small and a capital."""
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?=\w)")
SUBSTITUTES = {
    "said": ("stated", "says", "pointed out", "told"),
    "says": ("said", "states"),
    "told": ("said to", "informed"),
    "added": ("supplemented", "also said"),
    "announced": ("declared", "announcement"),
    "asked": ("requested", "inquired"),
    "warned": ("reminded", "alerted"),
    "claimed": ("asserted", "declared"),
    "called": ("named", "appealed"),
    "believe": ("think", "consider"),
    "want": ("hope", "desire"),
    "will": ("would", "is going to"),
    "would": ("will",),
    "could": ("can",),
    "may": ("can", "might"),
    "should": ("must", "need to"),
    "in": ("at", "on"),
    "on": ("in", "about"),
    "at": ("in",),
    "of": ("from", "for"),
    "for": ("to", "of"),
    "with": ("and", "by"),
    "by": ("from",),
    "about": ("on", "regarding"),
    "that": ("which",),
    "who": ("which", "that"),
    "but": ("however", "and"),
    "after": ("since",),
    "because": ("since", "due to"),
    "country": ("nation",),
    "talks": ("negotiations", "conversations"),
    "meeting": ("conference", "gathering"),
    "leader": ("head", "boss"),
    "big": ("large", "huge"),
    "people": ("persons", "folks"),
}
SUBSTITUTED = re.compile(r"\b(?:" + "|".join(SUBSTITUTES) + r")\b")


class Damaged(NamedTuple):
    """A text after damage, and for each place of the old text, its end included, the place in the new."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the characters ``[start, end)`` went; ``None`` when nothing but white space is left of them."""
        low, high = self.places[start], self.places[end]
        kept = self.text[low:high]
        low, high = low + len(kept) - len(kept.lstrip()), high - len(kept) + len(kept.rstrip())
        return (low, high) if low < high else None


Damage = Callable[[str, random.Random], Damaged]


def edited(text: str, edits: Iterable[Edit]) -> Damaged:
    """Make edits that are in order, disjoint, and of at least one character each.

    A place inside an edit moves no farther than the end of what stands there after.
    """
    parts: list[str] = []
    places: list[int] = []
    done = at = 0
    for start, end, new in [*edits, (len(text), len(text), "")]:
        places.extend(range(at, at + start - done))
        at += start - done
        places.extend(at + min(inside, len(new)) for inside in range(end - start))
        parts += [text[done:start], new]
        done, at = end, at + len(new)
    return Damaged("".join(parts), (*places, at))


def lowered(text: str, dice: random.Random) -> Damaged:
    """Everything in small letters, but for the few letters that would change in number."""
    return _cased(text, str.lower)


def uppered(text: str, dice: random.Random) -> Damaged:
    """Everything in capitals, but for the few letters that would change in number."""
    return _cased(text, str.upper)


def _cased(text: str, change: Callable[[str], str]) -> Damaged:
    changed = (change(letter) for letter in text)
    kept = (new if len(new) == 1 else old for old, new in zip(text, changed, strict=True))
    return Damaged("".join(kept), tuple(range(len(text) + 1)))


def unquoted(text: str, dice: random.Random) -> Damaged:
    """Without quotation marks: all double ones, and curly single ones that are not apostrophes.

    Straight single ones stay, as nothing tells them from apostrophes.
    """
    return edited(text, ((place, place + 1, "") for place in sorted(_marks(text))))


def _marks(text: str) -> Iterator[int]:
    opened = False
    for place, mark in enumerate(text):
        letter = text[place + 1 : place + 2].isalnum()
        if mark in DOUBLE:
            yield place
        elif mark == OPEN and not (place and text[place - 1].isalnum()):
            opened = True
            yield place
        elif mark == CLOSE and opened and not letter:
            opened = False
            yield place
        elif mark == "\n":
            opened = False


def glued(text: str, dice: random.Random) -> Damaged:
    """Spaces lost after a sentence's end, and between a word in small letters and one with a capital."""
    spaces = (found.end() - 1 for found in GLUE.finditer(text))
    return edited(text, ((space, space + 1, "") for space in spaces if dice.random() < GLUED))


def translated(text: str, dice: random.Random) -> Damaged:
    """Articles dropped, function words and common words replaced by near ones, in the manner of old translators."""
    edits = [(*found.span(), "") for found in ARTICLE.finditer(text) if dice.random() < ARTICLES]
    for found in SUBSTITUTED.finditer(text):
        if dice.random() < WORDING:
            edits.append((*found.span(), dice.choice(SUBSTITUTES[found.group()])))
    edits.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(edits)), "an article has no substitute"
    return edited(text, edits)


DAMAGES: dict[str, Damage] = {
    "all small letters": lowered,
    "all capitals": uppered,
    "no quotation marks": unquoted,
    "glued words": glued,
    "as if machine-translated": translated,
}
