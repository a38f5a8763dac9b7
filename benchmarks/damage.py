"""What happens to news texts on their way: trims, house styles, translations, mergers, quoted statements."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rewriting import Change, Thesaurus, spun, translated
from standoff.core.records import Document

COPY, SHARED, NONE = "copy", "shared", "none"
FURNITURE = "\n\nSource link\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked"
FORMULA = "support for the sovereignty and territorial integrity of the country"


class Text(NamedTuple):
    """A real text and the event it reports."""

    name: str
    event: str
    text: str


class Pair(NamedTuple):
    """Two documents made from texts of these names, and the classes right for them (the first preferred)."""

    left: Document
    right: Document
    left_from: frozenset[str]
    right_from: frozenset[str]
    classes: tuple[str, ...]


Damage = Callable[[Text, Text, Text, random.Random], Pair]
"""A damage takes a text, an independent report of its event, a stranger and a die."""


def sentences(text: str) -> list[str]:
    """The lines of a text, which hold a sentence each in these sets."""
    return [line for line in text.splitlines() if line.strip()]


def document(name: str, text: str, furniture: bool = False) -> Document:
    """A document; with a foreign comment box, marked as furniture, where asked."""
    marked = ((len(text), len(text) + len(FURNITURE)),) if furniture else ()
    return Document(path=name, text=text + FURNITURE if furniture else text, furniture=marked)


def copied(change: Change, *classes: str) -> Damage:
    """A copy of the base, changed."""

    def damage(base: Text, other: Text, third: Text, dice: random.Random) -> Pair:
        copy = document(f"{base.name} damaged", change(base.text, dice), furniture=True)
        source = frozenset({base.name})
        return Pair(document(base.name, base.text), copy, source, source, classes or (COPY,))

    return damage


def unchanged(text: str, dice: random.Random) -> str:
    """The text, under another masthead."""
    return f"Another Masthead\n\n{text}"


def trimmed(share: float) -> Change:
    """The first sentences, up to a share of them: a wire report cut from the bottom."""

    def change(text: str, dice: random.Random) -> str:
        lines = sentences(text)
        return "\n".join(lines[: max(3, round(share * len(lines)))])

    return change


def thinned(share: float) -> Change:
    """A share of the sentences dropped at random."""

    def change(text: str, dice: random.Random) -> str:
        lines = sentences(text)
        return "\n".join(line for line in lines if dice.random() >= share) or text

    return change


STYLE = (
    (r"`` ?", '"'),
    (r" ?''", '"'),
    (r"\bper cent\b|\bpercent\b", "%"),
    (r"\b(M)r(s?)\b\.? ?", ""),
    (r"\bU\.?S\.?\b", "United States"),
    (r"\bU\.?N\.?\b", "United Nations"),
    (r"\b(\w{3,})iz(e|ed|ing|ation)\b", r"\1is\2"),
    (r"\b(\w{3,})or\b", r"\1our"),
    (r"\b(NATO|UNICEF|AFP|BBC|CNN)\b", lambda found: found.group().title()),
    (r"\btwo\b", "2"),
    (r"\bthree\b", "3"),
    (r"\bsaid\b", "says"),
    (r" - | -- ", " – "),
    (r"\bPresident\b", "president"),
    (r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", r"\1day"),
)


def restyled(text: str, dice: random.Random) -> str:
    """Another house's style: quotation marks, spellings, numbers, titles, tenses of "said"."""
    for pattern, new in STYLE:
        text = re.sub(pattern, new, text)
    return text


def substituted(share: float, words: Sequence[str], swap: float = 0.0) -> Change:
    """A share of the words replaced by others of the set, and of neighbours swapped: as a round of translation does."""

    def change(text: str, dice: random.Random) -> str:
        return "\n".join(" ".join(_shaken(line.split(), share, swap, words, dice)) for line in text.splitlines())

    return change


def _shaken(line: list[str], share: float, swap: float, words: Sequence[str], dice: random.Random) -> list[str]:
    changed = [dice.choice(words) if word.isalpha() and dice.random() < share else word for word in line]
    for place in range(len(changed) - 1):
        if dice.random() < swap:
            changed[place], changed[place + 1] = changed[place + 1], changed[place]
    return changed


def merged(share: float, *classes: str) -> Damage:
    """A text of which a share of the sentences is the base's, the rest another report's of the same event."""

    def damage(base: Text, other: Text, third: Text, dice: random.Random) -> Pair:
        lines, others = sentences(base.text), sentences(other.text)
        wanted = max(3, round(share * len(lines)))
        rest = max(1, round(wanted * (1 - share) / share))
        text = "\n".join((*lines[:wanted], *others[:rest]))
        mixed = document(f"{base.name} merged", text)
        return Pair(
            document(base.name, base.text), mixed, frozenset({base.name}), frozenset({base.name, other.name}), classes
        )

    return damage


def quoting(size: int, share: float, words: Sequence[str]) -> Damage:
    """Two independent reports with one statement of so many words in quotation marks, in two wordings."""

    def damage(base: Text, other: Text, third: Text, dice: random.Random) -> Pair:
        spoken = re.findall(r"\w+", third.text)
        said = " ".join(spoken[len(spoken) // 2 :][:size])
        again = " ".join(_shaken(said.split(), share, 0, words, dice))
        return Pair(
            _with_line(base, f"“{said},” the ministry said."),
            _with_line(other, f"“{again},” it said."),
            frozenset({base.name, third.name}),
            frozenset({other.name, third.name}),
            (SHARED,),
        )

    return damage


def formulaic(base: Text, other: Text, third: Text, dice: random.Random) -> Pair:
    """Two independent reports that quote one official formula of a few words, and carry one comment box."""
    return Pair(
        _with_line(base, f"The minister repeated his “{FORMULA}”."),
        _with_line(other, f"The president voiced “{FORMULA}”, he said."),
        frozenset({base.name}),
        frozenset({other.name}),
        (NONE,),
    )


def headed(base: Text, other: Text, third: Text, dice: random.Random) -> Pair:
    """Two independent reports under one headline, the agency's."""
    headline = " ".join(re.findall(r"\w+", third.text)[:10]).title()
    return Pair(
        document(f"{base.name} headed", f"{headline}\n\n{base.text}", furniture=True),
        document(f"{other.name} headed", f"{headline}\n\n{other.text}", furniture=True),
        frozenset({base.name}),
        frozenset({other.name}),
        (NONE,),
    )


def one_after_another(first: Change, then: Change) -> Change:
    """Two changes."""

    def change(text: str, dice: random.Random) -> str:
        return then(first(text, dice), dice)

    return change


def _with_line(base: Text, line: str) -> Document:
    lines = sentences(base.text)
    return document(f"{base.name} with", "\n".join((*lines[:3], line, *lines[3:])), furniture=True)


def copies(words: Sequence[str]) -> dict[str, Damage]:
    """What makes copies and excerpts, at every strength, by name."""
    return {
        "another masthead": copied(unchanged),
        "house style": copied(restyled),
        **{f"trimmed to {share:.0%}": copied(trimmed(share)) for share in (0.7, 0.4, 0.2)},
        **{f"{share:.0%} of sentences dropped": copied(thinned(share)) for share in (0.2, 0.4, 0.6)},
        **{f"{share:.0%} of words replaced": copied(substituted(share, words)) for share in (0.1, 0.2)},
        "20% replaced, 10% swapped": copied(substituted(0.2, words, 0.1)),
        "70% of a merger": merged(0.7, COPY),
    }


def rewrites(words: Sequence[str], thesaurus: Thesaurus) -> dict[str, Damage]:
    """What makes rewrites, at every strength, by name; shares are of all words, names and numbers among them."""
    return {
        "30% of words replaced": copied(substituted(0.3, words)),
        "50% of words replaced": copied(substituted(0.5, words)),
        "30% replaced, 15% swapped": copied(substituted(0.3, words, 0.15)),
        "a third spun": copied(spun(0.33, thesaurus)),
        "a third translated": copied(translated(0.32, thesaurus)),
        "two thirds spun": copied(spun(0.72, thesaurus)),
        "two thirds translated": copied(translated(0.78, thesaurus)),
        "half translated, then trimmed": copied(one_after_another(translated(0.56, thesaurus), trimmed(0.7))),
    }


def halves(thesaurus: Thesaurus) -> dict[str, Damage]:
    """Rewrites with half of all words changed; the shares asked for are those that change half, measured."""
    return {
        "half spun": copied(spun(0.54, thesaurus)),
        "half translated": copied(translated(0.56, thesaurus)),
    }


def statements(words: Sequence[str]) -> dict[str, Damage]:
    """What makes shared statements and what makes nothing, by name."""
    return {
        "50% of a merger": merged(0.5, COPY, SHARED),
        "30% of a merger": merged(0.3, COPY, SHARED),
        "statement of 40 words": quoting(40, 0, words),
        "statement of 25 words": quoting(25, 0, words),
        "the same, 15% replaced": quoting(25, 0.15, words),
        "statement of 15 words": quoting(15, 0, words),
        "official formula": formulaic,
        "one headline": headed,
    }
