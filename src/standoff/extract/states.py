"""Tells from its use that a place no list has is a state: it speaks, it has a president or an army, an adjective."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

GOVERNED = frozenset(("person", "government", "military"))
RULERS = frozenset(("head_of_state", "head_of_government", "minister"))
ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ite")
LIKE_A_COUNTRY = ("a", "e", "i", "o", "y", "an", "ar", "or")
SHORTEST = 4  # letters of a name whose adjective is recognised by its ending


class Found(NamedTuple):
    """A name as a range of words."""

    start: int
    stop: int
    type: MentionType
    score: float
    finder: str


def as_states(found: Sequence[Found], grammar: Grammar, lexicon: Lexicon) -> list[Found]:
    """The names in order, places used as states typed so, with the adjectives formed from them added."""
    surnames = {grammar.form(f.stop - 1) for f in found if f.type == "person" and f.stop - f.start > 1}
    taken = {index for item in found for index in range(item.start, item.stop)}
    adjectives = list(_adjectives(_names_of_states(found, grammar, surnames), taken, grammar))
    states = {name for name, _ in adjectives}
    places = (f for f in found if f.type == "place")
    states |= {
        grammar.phrase(f.start, f.stop) for f in places if _acts(f, grammar, lexicon) or _is_ruled(f, grammar, lexicon)
    }
    single = (f for f in found if f.stop - f.start == 1 and f.type in ("person", "organization"))
    states |= {grammar.form(f.start) for f in single if _is_ruled(f, grammar, lexicon)} - surnames
    typed = [_typed(item, grammar, states) for item in found]
    return sorted(typed + [item for _, item in adjectives])


def _names_of_states(found: Sequence[Found], grammar: Grammar, surnames: set[str]) -> set[str]:
    """Names that an adjective may be formed from: of places, and those that end like a country's ("Varnia").

    The latter are what the reader takes for a person or body, where they are nobody's surname in the text.
    """
    heard = [f for f in found if f.finder == "reader.names"]
    places = {grammar.form(f.start) for f in heard if f.type in ("place", "state")}
    single = {grammar.form(f.start) for f in heard if f.stop - f.start == 1 and f.type in ("person", "organization")}
    return places | {name for name in single - surnames if name.endswith(LIKE_A_COUNTRY)}


def _typed(found: Found, grammar: Grammar, states: set[str]) -> Found:
    """A name that the text uses as a state's is a state wherever it stands, whatever one sentence made of it.

    A name of several words is a seat that speaks for its state ("Harbour House said"), a government.
    """
    heard = found.finder == "reader.names" and found.type in ("place", "person", "organization")
    if not heard or grammar.phrase(found.start, found.stop) not in states:
        return found
    return found._replace(type="state" if found.stop - found.start == 1 else "government")


def _adjectives(names: set[str], taken: set[int], grammar: Grammar) -> Iterator[tuple[str, Found]]:
    """Capitalised words formed from one of the names ("Varnian" of "Varnia"), with that name."""
    singular = {
        stem + ending: name
        for name in sorted(names)
        if len(name) >= SHORTEST
        for stem in _stems(name)
        for ending in ENDINGS
    }
    forms = {f"{form}s": name for form, name in singular.items()} | singular
    for index in [index for index, form in enumerate(grammar.spelled) if form in forms]:
        name = forms[grammar.spelled[index]]
        if grammar.spelled[index] != name and index not in taken:
            yield name, Found(index, index + 1, "state", 0.8, "extract.states: adjective")


def _stems(name: str) -> set[str]:
    """A name without its last vowels: "Varni" and "Varn" of "Varnia"; the whole where it ends in a consonant."""
    stems = {name}
    while len(name) > SHORTEST - 1 and name[-1] in "aeiouy":
        name = name[:-1]
        stems.add(name)
    return stems


def _acts(found: Found, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether the place is the subject of a verb of saying, or has a government, an army or a president."""
    head = found.stop - 1
    word = grammar.words[head]
    governor = grammar.form(word.head)
    if word.deprel == "nsubj" and lexicon.act_of([governor]) is not None:
        return True
    owns = word.deprel in ("nmod:poss", "compound") or (word.deprel == "nmod" and _of(head, grammar))
    return owns and lexicon.noun_type(governor) in GOVERNED and word.head != head


def _is_ruled(found: Found, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether the name has a president, premier or minister: "Varnia's foreign minister", "the president of Varnia"."""
    start, stop = found.start, found.stop
    if found.finder != "reader.names":
        return False
    if stop < len(grammar.words) and grammar.form(stop) in ("'s", "’s"):
        after = grammar.forms(stop + 1, min(stop + 9, len(grammar.words)))
        return lexicon.office_rank(" ".join(after[: lexicon.office_at(after, 0)])) in RULERS
    if start < 2 or grammar.form(start - 1).lower() != "of":
        return False
    return lexicon.office_rank(grammar.phrase(max(0, start - 4), start - 1)) in RULERS


def _of(head: int, grammar: Grammar) -> bool:
    case = grammar.child(head, "case")
    return case is not None and grammar.form(case).lower() == "of"
