"""How two spellings of a name are found to be one: case, accents, transliteration, translation damage.

The skeleton of a name keeps what survives transliteration and translation there and back: the consonants, with
those that scripts and languages confuse put together (l and r, b and v and w, c and k and q, s and z, g and h).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from standoff.lexicon.names import STROKES

# Sounds that transliterations and translations exchange, longest first; the first letter stands for the group.
SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("zh", "j"), ("kh", "g"), ("gh", "g"), ("ch", "c"), ("sh", "s"),
    ("ph", "f"), ("th", "t"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("dj", "j"), ("ng", "n"), ("x", "ks"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("v", "b"), ("w", "b"), ("r", "l"), ("h", "g"), ("j", "g"),
)  # fmt: skip
ENDINGS = re.compile(r"(?:ij|iy|yi|yy|ii|y|i|j)$")
FEMININE = re.compile(r"(?:[oe]v|[iy]n|sk|sk[ai][yij]?)a$")
VOWELS = re.compile(r"[aeiouy]")
DOUBLED = re.compile(r"(.)\1+")
POSSESSIVE = re.compile(r"'s\b")
NOT_LETTER = re.compile(r"[^\w ]|_")
"""Letters of any script and digits are kept: "10th Brigade" is not "11th Brigade"."""

BRITISH = (
    (re.compile(r"\b([Dd])efence\b"), r"\1efense"),
    (re.compile(r"\b([Cc])entre\b"), r"\1enter"),
    (re.compile(r"isation\b"), "ization"),
    (re.compile(r"\b(harb|lab|hon|arm)our\b", re.IGNORECASE), r"\1or"),
    (re.compile(r"\bprogramme\b"), "program"),
)
"""The spellings of words in names of bodies that reports on the two sides of the ocean change."""

CLOSE = 0.88
"""Jaro-Winkler similarity from which two surnames are close enough to need only a little more evidence: swept
.80-.95 on pairs of transliterations; below .86 different common surnames ("Morgan", "Morton") pass."""
SLIP = 0.84
"""The same within one text that has one of the two many times: a slip is likelier than a second person."""
SHORTEST = 4  # letters: shorter names are compared letter by letter only


@lru_cache(maxsize=1 << 18)
def folded(name: str) -> str:
    """Lower-case letters without accents and digits, single spaces, nothing else."""
    if name.isascii():
        plain = name.lower()
        return plain if name.isalpha() else _letters(POSSESSIVE.sub("", plain))
    plain = unicodedata.normalize("NFKD", POSSESSIVE.sub("", name.casefold().replace("’", "'"))).translate(STROKES)
    return _letters("".join(c for c in plain if not unicodedata.combining(c)))


def _letters(text: str) -> str:
    """Letters and digits with single spaces; a hyphen is one."""
    return " ".join(NOT_LETTER.sub("", text.replace("-", " ")).split())


@lru_cache(maxsize=1 << 18)
def skeleton(name: str) -> str:
    """The consonants of one folded name, confusable ones as one, doubled ones once; its first vowel as "a"."""
    text = ENDINGS.sub("", folded(name).replace(" ", ""))
    for sound, letter in SOUNDS:
        text = text.replace(sound, letter)
    bare = text[:1].translate(str.maketrans("eiouy", "aaaaa")) + VOWELS.sub("", text[1:])
    return DOUBLED.sub(r"\1", bare)


def is_feminine(surname: str) -> bool:
    """Whether a folded surname has the form that Slavic languages give a woman: "Orlova" beside "Orlov"."""
    return FEMININE.search(surname) is not None


def close(one: str, other: str, least: float = CLOSE) -> bool:
    """Whether two folded names differ little in letters: by Jaro-Winkler and by at most a third of their letters."""
    if min(len(one), len(other)) < SHORTEST:
        return one == other
    near = JaroWinkler.similarity(one, other) >= least
    return near and OSA.distance(one, other) <= max(len(one), len(other)) // 3


def same_sound(one: str, other: str) -> bool:
    """Whether two names of five letters or more have one skeleton of at least three letters."""
    if min(len(one), len(other)) <= SHORTEST:
        return False
    left, right = skeleton(one), skeleton(other)
    return left == right and len(left) >= 3


@lru_cache(maxsize=1 << 18)
def american(name: str) -> str:
    """The name with its common words in American spelling: "Defence Ministry" and "Defense Ministry" are one."""
    for british, spelling in BRITISH:
        name = british.sub(spelling, name)
    return name
