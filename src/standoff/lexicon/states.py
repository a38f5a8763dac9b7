"""States by the words that news use for them: names, adjectives, people and seats of government."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
import pycountry

from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.phrases import PhraseIndex, closings, openings, phrase_index, without_article

FILE = "states"
StateKind = Literal["name", "adjective", "people", "seat"]


class StateEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of ``states.yaml``; each field a comma-separated list."""

    names: str = ""
    adjectives: str = ""
    people: str = ""
    seats: str = ""


class States(msgspec.Struct, frozen=True, eq=False):
    """What each word or phrase that stands for a state means."""

    words: PhraseIndex[tuple[str, StateKind]]
    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    openings: frozenset[str]
    """How the words for a state begin."""
    closings: frozenset[str]

    def find(self, phrase: str) -> tuple[str, StateKind] | None:
        """The code of the state and the kind of word, or None."""
        return self.words.find(phrase)


def load_states() -> States:
    """The states of ``states.yaml``, their names completed from ISO 3166. Raises ``ResourceError``."""
    entries = load(FILE, dict[str, StateEntry])
    names = {code: all_names(code, entry) for code, entry in entries.items()}
    listed_words = index(FILE, own_words(entries))
    for code, words in names.items():
        for word in words:
            listed_words.setdefault(word, (code, "name"))
    return States(
        words=phrase_index(listed_words),
        names={code: words[0] for code, words in names.items()},
        adjectives={code: listed(entry.adjectives)[0] for code, entry in entries.items() if entry.adjectives},
        openings=openings(listed_words),
        closings=closings(listed_words),
    )


def own_words(entries: Mapping[str, StateEntry]) -> Iterator[tuple[str, tuple[str, StateKind]]]:
    """Every word the file lists, with its state and kind; a word that is a name is not also an adjective."""
    for code, entry in entries.items():
        names = listed(entry.names)
        kinds: tuple[tuple[StateKind, Iterable[str]], ...] = (
            ("name", names),
            ("adjective", listed(entry.adjectives)),
            ("people", people(entry)),
            ("seat", listed(entry.seats)),
        )
        seen: set[str] = set()
        for kind, words in kinds:
            fresh = [word for word in words if word not in seen]
            seen.update(fresh)
            yield from ((word, (code, kind)) for word in fresh)


def people(entry: StateEntry) -> tuple[str, ...]:
    """The nouns for people, plural and singular; without a list, the first adjective with an "s"."""
    plurals = listed(entry.people) or tuple(f"{word}s" for word in listed(entry.adjectives)[:1] if word[-1] in "ni")
    return plurals + tuple(single for plural in plurals if (single := one_of(plural)) != plural)


def one_of(plural: str) -> str:
    """One of the people: "Spaniard" of "Spaniards", "Irishman" of "Irishmen"."""
    if plural.endswith("men"):
        return f"{plural[:-3]}man"
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def all_names(code: str, entry: StateEntry) -> tuple[str, ...]:
    """The state's names, ours before those of ISO 3166, without "the"."""
    return tuple(dict.fromkeys((*listed(entry.names), *registered_names(code))))


def registered_names(code: str) -> tuple[str, ...]:
    """The common, short and official name of a code in ISO 3166, the right way round; none for a code not in it."""
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return ()
    raw = (getattr(country, field, None) for field in ("common_name", "name", "official_name"))
    return tuple(dict.fromkeys(name for text in raw if text and (name := turned(text))))


def turned(name: str) -> str:
    """The name the right way round ("Iran, Islamic Republic of"); "" for a form that is not spoken so."""
    head, _, tail = name.partition(" (")[0].partition(", ")
    if not tail:
        return without_article(head)
    return without_article(f"{tail} {head}") if tail.endswith((" of", " of the")) else ""
