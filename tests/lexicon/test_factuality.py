import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon.factuality import FILE, LONGEST_PREPOSITION, Effect, FactualityLines, effects, load_factualities
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

LINES = load(FILE, FactualityLines)
KNOWN = load_factualities()


@pytest.mark.parametrize(
    ("lemma", "particles", "found"),
    [
        ("threaten", [], ("possible", "threaten")),
        ("threaten", ["to"], ("possible", "threaten")),
        ("call", ["for"], ("possible", "call for")),
        ("call", ["off"], ("negative", "call off")),
        ("call", ["for", "off"], ("possible", "call for")),
        ("call", [], None),
        ("rule", ["out"], ("negative", "rule out")),
        ("fear", [], ("feared", "fear")),
        ("fears", [], ("feared", "fears")),
        ("plan", [], ("planned", "plan")),
        ("refuse", [], ("unfulfilled", "refuse")),
        ("condemn", [], ("granted", "condemn")),
        ("hold", [], ("carries", "hold")),
        ("say", [], None),
    ],
)
def test_governors(lemma: str, particles: list[str], found: tuple[Effect, str] | None) -> None:
    assert KNOWN.of_governor(lemma, particles) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("they met ahead of", ("planned", "ahead of")),
        ("answer in the event of", ("possible", "in the event of")),
        ("left without", ("negative", "without")),
        ("amid", ("ongoing", "amid")),
        ("of", None),
        ("", None),
    ],
)
def test_prepositions(words: str, found: tuple[Effect, str] | None) -> None:
    assert KNOWN.of_preposition(words.split()) == found


def test_no_word_is_listed_twice_in_a_section() -> None:
    for section in (LINES.governors, LINES.modals, LINES.adjectives, LINES.prepositions):
        words = [word for line in section.values() for word in listed(line)]
        assert sorted(words) == sorted(set(words))


def test_a_governor_is_a_lemma_with_at_most_a_particle_or_two() -> None:
    assert [word for word in KNOWN.governors if len(word.split()) > 2] == []
    assert max(map(len, KNOWN.prepositions)) <= LONGEST_PREPOSITION


def test_two_effects_of_one_word_fail_by_its_name() -> None:
    with pytest.raises(ResourceError, match=r"factuality\.yaml lists 'plan' twice"):
        effects({"planned": "plan", "possible": "plan"})
