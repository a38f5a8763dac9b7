"""What a description of a body stands for: the part of a state, the named body that it goes on about, or its own.

"Russian troops" and "the Russian army" are the armed forces of Russia in all texts; "the NATO alliance" is NATO. "The
ministry" is the one ministry that its text names; where a text names several, it stays open which. A described person
is each text's own, whatever the wording.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from standoff.core.records import Mention
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import without_article
from standoff.resolve.actors.spelling import american, folded
from standoff.resolve.actors.words import Words

COLLECTIVE: frozenset[MentionType] = frozenset(("military", "government", "alliance", "organization", "media"))
"""Described bodies anchored to a name ("Russian troops", "the Biden administration") are one in all texts."""
NAMED_AGAIN: frozenset[MentionType] = frozenset(("alliance", "organization", "military"))
"""What is named with its kind behind it: "the NATO alliance"."""
UNIONS = frozenset(("alliance", "bloc", "union", "pact"))
DEFINITE = ("the ", "this ", "that ")


class Described(NamedTuple):
    """The actor's key of each description, and for those left open the keys that it may be."""

    keys: dict[str, str]
    open: dict[str, tuple[str, ...]]


class _Text(NamedTuple):
    """One text: its names in order of place, and the keys that they have."""

    names: Sequence[Mention]
    keys: Mapping[str, str]


def find_described(
    free: Iterable[Mention], names: Sequence[Mention], named: Mapping[str, str], words: Words, lexicon: Lexicon
) -> Described:
    """Keys for descriptions that stand for no other mention; ``named`` has those of the names."""
    texts: dict[str, tuple[list[Mention], list[Mention]]] = defaultdict(lambda: ([], []))
    for mention in names:
        texts[mention.at.doc][0].append(mention)
    for mention in free:
        texts[mention.at.doc][1].append(mention)
    called = {american(without_article(folded(words.name[m.id]))): named[m.id] for m in names if _is_body(m, named)}
    described = Described({}, {})
    for _, (standing, descriptions) in sorted(texts.items()):
        text = _Text(sorted((m for m in standing if m.id in named), key=lambda m: m.at), named)
        _read_text(text, descriptions, called, words, lexicon, described)
    return described


def _is_body(mention: Mention, named: Mapping[str, str]) -> bool:
    return mention.type in COLLECTIVE and named.get(mention.id, "shared").split(" ")[0] in ("name", "body", "part")


def _read_text(
    text: _Text, free: Sequence[Mention], called: Mapping[str, str], words: Words, lexicon: Lexicon, found: Described
) -> None:
    """First what names its state or its body, then what goes on about one of these."""
    anchored = {m.id: key for m in free if (key := _anchored(m, text, called, words, lexicon)) is not None}
    ends = _by_last_word(text, free, anchored, words)
    for mention in free:
        meant = (anchored[mention.id],) if mention.id in anchored else _meant(mention, ends, words)
        found.keys[mention.id] = meant[0] if len(meant) == 1 else _own(mention, words)
        if len(meant) > 1:
            found.open[mention.id] = meant


def _own(mention: Mention, words: Words) -> str:
    return f"described {mention.at.doc} {without_article(folded(words.name[mention.id]))}"


def _anchored(mention: Mention, text: _Text, called: Mapping[str, str], words: Words, lexicon: Lexicon) -> str | None:
    """The key of a described body that names its state, its head or itself; ``None`` of one that names nobody."""
    if mention.type not in COLLECTIVE:
        return None
    core = american(without_article(folded(words.name[mention.id])))
    inner = _inner(mention, text)
    if core in called or inner is None:
        return called.get(core)
    noun = core.removeprefix(without_article(folded(words.name[inner.id]))).strip()
    part = lexicon.actors.parts.get(noun) if noun != core else None
    if part is not None:
        return f"part {text.keys[inner.id]}: {part}"
    itself = noun in lexicon.actors.bodies and inner.type in NAMED_AGAIN
    again = text.keys[inner.id].endswith(f": {lexicon.actors.parts.get(f'{noun}s')}")
    return text.keys[inner.id] if itself or again else f"described {core}"


def _inner(mention: Mention, text: _Text) -> Mention | None:
    """The first name that stands in a description before its noun ends; a capital alone may begin a sentence."""
    start, end = mention.at.start, (mention.name or mention.at).end
    first = bisect_left(text.names, start, key=lambda name: name.at.start)
    return text.names[first] if first < len(text.names) and text.names[first].at.end <= end else None


def _by_last_word(
    text: _Text, free: Sequence[Mention], anchored: Mapping[str, str], words: Words
) -> Mapping[str, tuple[str, ...]]:
    """The bodies of a text by the last word of what it calls them: "ministry" for "Varnian Foreign Ministry"."""
    ends: dict[str, set[str]] = defaultdict(set)
    bodies = [(m, text.keys[m.id]) for m in text.names if m.type in COLLECTIVE]
    for mention, key in (*bodies, *((m, anchored[m.id]) for m in free if m.id in anchored)):
        core = without_article(american(folded(words.name[mention.id])))
        if " " in core:
            ends[core.rsplit(" ", 1)[-1]].add(key)
        for noun in UNIONS if mention.type == "alliance" and mention.form == "name" else ():
            ends[noun].add(key)
    return {word: tuple(sorted(found)) for word, found in ends.items()}


def _meant(mention: Mention, ends: Mapping[str, tuple[str, ...]], words: Words) -> tuple[str, ...]:
    """The bodies of its text that "the ministry" may be: those whose name ends in the word."""
    if mention.type not in COLLECTIVE or not words.at[mention.id].lower().startswith(DEFINITE):
        return ()
    core = without_article(american(folded(words.name[mention.id])))
    noun = core.rsplit(" ", 1)[-1]
    return ends.get(noun, ()) if " " not in core or noun in UNIONS else ()
