"""A condition as a person types it, or a happening of the dossier, as a turn of events that is supposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from standoff.core.dossier import Dossier
from standoff.core.findings import Actor
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.matters import TOKEN, Named, read_matter
from standoff.resolve.obligations.sides import Party, Sides
from standoff.resolve.obligations.terms import Turn
from standoff.resolve.obligations.turns import matter_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import form_of

ACTING = ("person", "organization", "state", "government", "alliance", "military")
LONGEST = 6
"""Words of an actor's name looked for in a condition."""
LONGEST_CONDITION = 2_000
"""Characters read of a condition: nobody types more, and a file given by mistake should not be read for minutes."""


def turn_of(reports: Reports, sides: Sides, deeds: Deeds, dossier: Dossier, condition: str) -> Turn:
    """What is supposed: the happening with this id, else what the text says."""
    asked = next((each for each in dossier.happenings if each.id == condition), None)
    if asked is not None:
        return Turn("supposed", matter_of(reports, sides, deeds, asked), asked.label, asked.when, asked.id)
    text = condition[:LONGEST_CONDITION]
    named = list(parties_in(text, sides, reports))
    return Turn("supposed", read_matter(text, 0, len(text), named, deeds))


def parties_in(text: str, sides: Sides, reports: Reports) -> Iterator[Named]:
    """The actors that a text names by a name they have in the reports, and states and bodies that a list has.

    Case tells a name from a word, unless the whole text is in small letters, as a person may type it.
    """
    small = text == text.lower()
    tokens = [(match.group(), *match.span()) for match in TOKEN.finditer(text)]
    known = _names(reports.actors.values(), small)
    listed = sorted(sides.places(text.title() if small else text))
    at = 0
    while at < len(tokens):
        found = _longest(tokens, at, known)
        place = next((each for each in listed if each[0] == tokens[at][1]), None)
        if place is not None and (found is None or place[1] >= tokens[found[0] - 1][2]):
            yield Named(place[0], place[1], place[2])
            at = next((n for n in range(at, len(tokens)) if tokens[n][1] >= place[1]), len(tokens))
        elif found is not None:
            actor = found[1]
            key = Party(actor.id, sides.of(actor.id), actor.type == "person").key
            if key is not None:
                yield Named(tokens[at][1], tokens[found[0] - 1][2], key, actor.id)
            at = found[0]
        else:
            at += 1


def _names(actors: Iterable[Actor], small: bool) -> Mapping[str, list[tuple[tuple[str, ...], Actor]]]:
    """By its first word, every name of an actor that acts; names that two bear are left out unless one is a state."""
    bearers: dict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for actor in sorted(actors, key=lambda each: each.id):
        if actor.named and actor.type in ACTING:
            for name in {actor.name, *actor.names}:
                if name[:1].isupper():
                    bearers[_key(name, small)].append(actor)
    found: dict[str, list[tuple[tuple[str, ...], Actor]]] = defaultdict(list)
    for words, those in bearers.items():
        if words and len(words) <= LONGEST and len({each.id for each in those}) == 1:
            found[words[0]].append((words, those[0]))
    return found


def _key(name: str, small: bool) -> tuple[str, ...]:
    return tuple(_form(match.group(), small) for match in TOKEN.finditer(name))


def _form(word: str, small: bool) -> str:
    bare = form_of(word)
    return bare if small or not word[0].isupper() else bare.capitalize()


def _longest(
    tokens: Sequence[tuple[str, int, int]], at: int, known: Mapping[str, list[tuple[tuple[str, ...], Actor]]]
) -> tuple[int, Actor] | None:
    """The actor with the longest name from here on, and the token after it."""
    small = all(token == token.lower() for token, _, _ in tokens)
    forms = [_form(token, small) for token, _, _ in tokens[at : at + LONGEST]]
    fitting = [each for each in known.get(forms[0], ()) if list(each[0]) == forms[: len(each[0])]]
    best = max(fitting, key=lambda each: (len(each[0]), each[1].id), default=None)
    return None if best is None else (at + len(best[0]), best[1])
