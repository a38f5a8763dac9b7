"""What rewriting does to a text: spinning with stand-ins for synonyms, and what translating there and back leaves."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

Change = Callable[[str, random.Random], str]
Thesaurus = Mapping[str, Sequence[str]]

QUOTATION = re.compile(r"(``.*?''|“[^”]*”|\"[^\"]*\")")
WORD = re.compile(r"[^\W\d_]+")
ENDING, AROUND = 2, 3
ARTICLES = ("the", "a", "an")
SWAPPED = (("e", "i"), ("i", "y"), ("c", "k"), ("v", "w"), ("s", "z"), ("o", "u"), ("a", "o"), ("j", "y"), ("g", "h"))
"""Letters that scripts and translations take for one another."""


def thesaurus_of(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each lower-case word those that end alike and are about as frequent.

    They stand in for synonyms, of which no open list is at hand: the finders compare forms, so a word that means
    something else changes a text as much as one that means the same, and no finder can be helped by the difference.
    """
    counts = Counter(word for text in texts for word in WORD.findall(text) if word.islower())
    buckets: dict[str, list[str]] = {}
    for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        buckets.setdefault(word[-ENDING:], []).append(word)
    return {
        word: tuple(other for other in bucket[max(0, rank - AROUND) : rank + AROUND + 1] if other != word)
        for bucket in buckets.values()
        for rank, word in enumerate(bucket)
        if len(bucket) > 1
    }


def spun(share: float, thesaurus: Thesaurus) -> Change:
    """So much of all words replaced by stand-ins; names, numbers and quotations stay as they are."""

    def change(text: str, dice: random.Random) -> str:
        parts = QUOTATION.split(text)
        free = sum(word.islower() for part in parts[::2] for word in WORD.findall(part))
        chance = share * len(text.split()) / max(1, free)
        return "".join(
            part if place % 2 else _replaced(part, chance, thesaurus, dice) for place, part in enumerate(parts)
        )

    return change


def translated(share: float, thesaurus: Thesaurus) -> Change:
    """So much of all words changed, quotations too: stand-ins, articles, order, misspelt names, split sentences.

    A tenth of the names is misspelt, each in one way through the text; a third of the articles is lost or added; a
    fifth of the lines has its halves turned round at a comma; a tenth of the words changes places with the next.
    """

    def change(text: str, dice: random.Random) -> str:
        names = sorted({word for word in WORD.findall(text) if word[0].isupper() and len(word) > 3})
        wrong = {name: _misspelt(name, dice) for name in names if dice.random() < 0.1}
        free = sum(word.islower() for word in WORD.findall(text))
        chance = max(0.0, share - 0.12) * len(text.split()) / max(1, free)
        lines = (_turned(line, dice) if dice.random() < 0.2 else line for line in text.splitlines())
        spelt = (WORD.sub(lambda found: wrong.get(found.group(), found.group()), line) for line in lines)
        return "\n".join(_split(_swapped(_replaced(line, chance, thesaurus, dice), dice), dice) for line in spelt)

    return change


def changed(before: str, after: str) -> float:
    """The share of a text's words that the other does not have in the same order."""
    words, others = (text.lower().split() for text in (before, after))
    return 1 - LCSseq.similarity(words, others) / max(1, len(words))


def _replaced(text: str, chance: float, thesaurus: Thesaurus, dice: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        word = found.group()
        return dice.choice(thesaurus[word]) if word in thesaurus and dice.random() < chance else word

    return WORD.sub(other, text)


def _misspelt(name: str, dice: random.Random) -> str:
    """One letter taken for another, or one left out."""
    fitting = [(old, new) for old, new in SWAPPED if old in name[1:]]
    if fitting:
        old, new = dice.choice(fitting)
        return name[0] + name[1:].replace(old, new, 1)
    return name[:-2] + name[-1]


def _turned(line: str, dice: random.Random) -> str:
    """What follows a comma put first."""
    commas = [found.start() for found in re.finditer(r" ?, ", line)]
    if not commas:
        return line
    at = dice.choice(commas)
    return f"{line[at:].lstrip(' ,').rstrip(' .')}, {line[:at]}."


def _swapped(line: str, dice: random.Random) -> str:
    words: list[str] = []
    for word in line.split():
        if word.lower() in ARTICLES and dice.random() < 1 / 3:
            continue
        words.append(word)
        if word.lower() in ("of", "in", "to") and dice.random() < 0.1:
            words.append("the")
    for place in range(len(words) - 1):
        if dice.random() < 0.1:
            words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def _split(line: str, dice: random.Random) -> str:
    """Two sentences of one, at a conjunction."""
    before, conjunction, after = line.partition(" and ")
    return f"{before} .\nIt {after}" if conjunction and dice.random() < 0.3 else line
