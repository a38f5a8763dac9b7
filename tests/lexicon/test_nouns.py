import pytest

from standoff.lexicon.inflect import with_s
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load
from standoff.lexicon.nouns import FILE, LONGEST, NounLines

LINES = load(FILE, NounLines)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("official", "person"),
        ("officials", "person"),
        ("a senior Western diplomat", "person"),
        ("spokeswoman", "person"),
        ("women", "person"),
        ("government", "government"),
        ("ministries", "government"),
        ("authorities", "government"),
        ("police", "government"),
        ("intelligence agency", "government"),
        ("agency", "organization"),
        ("company", "organization"),
        ("news agency", "media"),
        ("broadcaster", "media"),
        ("Troops", "military"),
        ("separatist fighters", "military"),
        ("fighter", "person"),
        ("air force", "military"),
        ("alliance", "alliance"),
        ("member states", "alliance"),
        ("allies", "alliance"),
        ("city", "place"),
        ("borders", "place"),
        ("countries", "state"),
        ("republic", "state"),
        ("statement", None),
        ("", None),
    ],
)
def test_type_of_a_description(lexicon: Lexicon, phrase: str, kind: str | None) -> None:
    assert lexicon.noun_type(phrase) == kind


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("official", "officials"),
        ("spokesman", "spokesmen"),
        ("spokesperson", "spokespeople"),
        ("ministry", "ministries"),
        ("witness", "witnesses"),
        ("country", "countries"),
        ("chief of staff", "chiefs of staff"),
        ("headquarters", "headquarters"),
    ],
)
def test_number(lexicon: Lexicon, singular: str, plural: str) -> None:
    assert lexicon.plural_of(singular) == plural
    assert lexicon.singular_of(plural) == singular
    assert lexicon.is_plural(plural)
    assert singular == plural or not lexicon.is_plural(singular)


@pytest.mark.parametrize("word", ["troops", "police", "authorities", "Police"])
def test_plural_only(lexicon: Lexicon, word: str) -> None:
    assert lexicon.is_plural(word)


@pytest.mark.parametrize(
    ("word", "unnamed"),
    [("official", True), ("Officials", True), ("diplomats", True), ("source", True), ("president", False)],
)
def test_nouns_that_stay_unnamed(lexicon: Lexicon, word: str, unnamed: bool) -> None:
    assert lexicon.is_unnamed_source(word) is unnamed


def test_every_unnamed_or_gendered_noun_is_a_noun(lexicon: Lexicon) -> None:
    words = {word for line in (LINES.unnamed, LINES.male, LINES.female) for word in listed(line)}
    assert {word for word in words if word not in lexicon.nouns.types} == set()


def test_no_noun_is_listed_twice() -> None:
    for lines in (LINES.countable, LINES.plural_only):
        words = [entry.partition("/")[0] for line in lines.values() for entry in listed(line)]
        assert sorted(words) == sorted(set(words))


def test_no_noun_is_longer_than_the_lookup_goes(lexicon: Lexicon) -> None:
    assert max(len(noun.split()) for noun in lexicon.nouns.types) == LONGEST


@pytest.mark.parametrize(
    ("word", "plural"),
    [("ally", "allies"), ("day", "days"), ("church", "churches"), ("box", "boxes"), ("unit", "units")],
)
def test_regular_plural(word: str, plural: str) -> None:
    assert with_s(word) == plural


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the oligarchs", "person"),
        ("masked gendarmes", "person"),
        ("the hostage-takers", "person"),
        ("three tribesmen", "military"),
        ("the two sides", "organization"),
        ("an angry crowd", "person"),
    ],
)
def test_who_fights_suffers_or_looks_on(lexicon: Lexicon, phrase: str, kind: str) -> None:
    assert lexicon.noun_type(phrase) == kind
