"""One actor under names or titles that do not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest

from rapidfuzz import fuzz

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor
from standoff.core.records import Mention
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import folded
from standoff.resolve.discrepancies.sides import MOST_SIDES, drawn, joined
from standoff.resolve.reports import Reports

NEAR = 50
"""Letters in common, in percent, of a name and its worst spelling after translation ("Corvane", "Corwin": 62)."""
PREFIX = 5
"""Letters that two forms of a title have in common: "chairman" and "chairwoman"."""
SPELLING = 85
"""Letters in common, in percent, of one word in British and American spelling ("adviser", "advisor": 86)."""
LEAST_LETTERS = 4
"""Shorter surnames are initials or particles."""


def names_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports spell one person's name in several ways, or give the person titles that do not agree."""
    for actor in found.actors:
        if actor.type == "person" and actor.named and len(actor.name.split()) > 1:
            named = [each for key in actor.mentions if (each := reports.mentions[key]).form == "name"]
            for made in (_spellings(reports, actor, named), _titles(reports, lexicon, actor, named)):
                if made is not None:
                    yield made


def _spellings(reports: Reports, actor: Actor, named: Sequence[Mention]) -> Discrepancy | None:
    """The surnames, and the given names of equal place, in which the documents differ."""
    surnames, given = defaultdict(list), defaultdict(list)
    for mention in named:
        words = folded(_one_line(reports, mention.name or mention.at)).split()
        if words and len(words[-1]) >= LEAST_LETTERS:
            surnames[words[-1]].append(mention)
        if len(words) > 1 and len(words[0]) >= LEAST_LETTERS:
            given[words[0]].append(mention)
    for spelled in (surnames, given):
        full = _apart(spelled)
        if len(full) > 1:
            return _spelled(reports, actor, full)
    return None


def _apart(spelled: Mapping[str, list[Mention]]) -> dict[str, list[Mention]]:
    """The spellings that are not one the other's plural or possessive and stand in several documents."""
    kept: dict[str, list[Mention]] = {}
    for word in sorted(spelled, key=lambda each: (-len(spelled[each]), each)):
        if all(word not in (f"{each}s", f"{each}es") and f"{word}s" != each for each in kept) and _is_spelling(
            word, kept
        ):
            kept[word] = spelled[word]
    docs = [{mention.at.doc for mention in found} for found in kept.values()]
    return kept if docs and any(each - docs[0] for each in docs[1:]) else {}


def _is_spelling(word: str, kept: Iterable[str]) -> bool:
    """Whether a name is near the commonest one: another name altogether was joined for another reason."""
    return all(fuzz.ratio(word, each) >= NEAR for each in islice(kept, 1))


def _spelled(reports: Reports, actor: Actor, spellings: Mapping[str, Sequence[Mention]]) -> Discrepancy | None:
    firsts = {word: min(found, key=_fullness) for word, found in spellings.items()}
    names = joined(sorted(_one_line(reports, mention.name or mention.at) for mention in firsts.values()))
    return drawn(
        "names",
        f"{actor.name} is spelled in {len(spellings)} ways: {names}.",
        (_side(mention) for mention in _in_turn(spellings)),
        ("damage", "slight"),
        about=actor.id,
        detail="the spellings were found to be one person's; see how the actor was made",
    )


def _in_turn(spellings: Mapping[str, Sequence[Mention]]) -> Iterator[Mention]:
    """Of each spelling the fullest in one document, then of each the next, up to what is shown."""
    by_doc = [
        list({mention.at.doc: mention for mention in sorted(found, key=_fullness, reverse=True)}.values())
        for found in spellings.values()
    ]
    turns = (turn for turn in zip_longest(*(sorted(found, key=_fullness) for found in by_doc)))
    yield from islice((mention for turn in turns for mention in turn if mention is not None), MOST_SIDES)


def _fullness(mention: Mention) -> tuple[int, Span]:
    """The longest name first: with the given name a reader sees who is meant."""
    place = mention.name or mention.at
    return -len(place), place


def _titles(reports: Reports, lexicon: Lexicon, actor: Actor, named: Sequence[Mention]) -> Discrepancy | None:
    """Titles that give the person another sex, or one title in several forms ("spokesman", "spokesperson")."""
    by_title: dict[str, list[Mention]] = defaultdict(list)
    for mention in named:
        title = folded(_one_line(reports, mention.role)).split() if mention.role is not None else []
        if title:
            by_title[title[-1]].append(mention)
    forms = {title for title in by_title if any(_is_form(lexicon, title, other) for other in by_title)}
    docs = {mention.at.doc for title in forms for mention in by_title[title]}
    if len(forms) < 2 or len(docs) < 2:
        return None
    opposed = len({lexicon.gender_of(title) for title in forms} - {None}) > 1
    told = "bears titles of a man and of a woman" if opposed else "bears one title in several forms"
    return drawn(
        "names",
        f"{actor.name} {told}.",
        (
            Side(at=each.role or each.at, reading=each.id)
            for title in sorted(forms)
            for each in {one.at.doc: one for one in reversed(by_title[title])}.values()
        ),
        ("damage", "notable") if opposed else ("unknown", "slight"),
        about=actor.id,
        detail=joined(sorted(forms)),
    )


def _is_form(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two titles begin alike and end otherwise, and not only in a plural or a spelling ("adviser")."""
    short, long = sorted((one, other), key=len)
    if fuzz.ratio(one, other) >= SPELLING and lexicon.gender_of(one) == lexicon.gender_of(other):
        return False
    return (
        one != other
        and one[:PREFIX] == other[:PREFIX]
        and len(short) > PREFIX
        and long not in (f"{short}s", f"{short}es")
    )


def _side(mention: Mention) -> Side:
    return Side(at=mention.name or mention.at, reading=mention.id, speaker=None)


def _one_line(reports: Reports, span: Span) -> str:
    return " ".join(reports.words(span).split())
