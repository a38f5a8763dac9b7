import pytest

from standoff.core.vocabulary import MENTION_TYPES
from standoff.lexicon.bodies import FILE, SHARED, WORLD, Lines, read_bodies
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.load import load
from standoff.lexicon.phrases import without_article

LINES = load(FILE, Lines)


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "state"),
    [
        ("NATO", "NATO", "alliance", None),
        ("the North Atlantic Treaty Organization", "NATO", "alliance", None),
        ("EU", "European Union", "alliance", None),
        ("the UN", "United Nations", "alliance", None),
        ("the West", "the West", "alliance", None),
        ("The West", "the West", "alliance", None),
        ("UN Security Council", "UN Security Council", "organization", None),
        ("IAEA", "International Atomic Energy Agency", "organization", None),
        ("Hamas", "Hamas", "organization", "PS"),
        ("the White House", "White House", "government", "US"),
        ("Kremlin", "Kremlin", "government", "RU"),
        ("THE KREMLIN", "Kremlin", "government", "RU"),
        ("the Kremlin's", "Kremlin", "government", "RU"),
        ("Downing Street", "Downing Street", "government", "GB"),
        ("Elysee", "Élysée", "government", "FR"),
        ("Foggy Bottom", "State Department", "government", "US"),
        ("Storting", "Storting", "government", "NO"),
        ("the Foreign Ministry", "Foreign Ministry", "government", None),
        ("Russian Foreign Ministry", "Russian Foreign Ministry", "government", "RU"),
        ("Russia's foreign ministry", "Russian Foreign Ministry", "government", "RU"),
        ("the Ministry of Foreign Affairs of Ukraine", "Ukrainian Foreign Ministry", "government", "UA"),
        ("the Democratic Republic of the Congo's army", "Congolese Army", "military", "CD"),
        ("Iranian navy", "Iranian Navy", "military", "IR"),
        ("IDF", "Israel Defense Forces", "military", "IL"),
        ("IRGC", "Revolutionary Guards", "military", "IR"),
        ("People's Liberation Army", "People's Liberation Army", "military", "CN"),
        ("Reuters", "Reuters", "media", None),
        ("The New York Times", "New York Times", "media", "US"),
        ("Al-Jazeera", "Al Jazeera", "media", "QA"),
        ("Jane's", "Janes", "media", "GB"),
        ("the Guardian", "The Guardian", "media", "GB"),
        ("Strait of Hormuz", "Strait of Hormuz", "place", None),
        ("the Golan Heights", "Golan Heights", "place", "SY"),
    ],
)
def test_named_bodies(lexicon: Lexicon, phrase: str, name: str, kind: str, state: str | None) -> None:
    body = lexicon.body_of(phrase)
    assert body is not None
    assert (body.name, body.type, body.state) == (name, kind, state)


@pytest.mark.parametrize(
    "phrase",
    [
        "Jane",
        "nato",
        "who",
        "West",
        "Guardian",
        "Hill",
        "foreign ministry",
        "Ruritanian Foreign Ministry",
        "Russian",
        "",
    ],
)
def test_not_a_named_body(lexicon: Lexicon, phrase: str) -> None:
    assert lexicon.body_of(phrase) is None


def test_a_phrase_as_long_as_a_text_is_no_body(lexicon: Lexicon) -> None:
    assert lexicon.body_of("of Russia " * 10_000) is None


def test_types_are_those_a_body_can_have() -> None:
    assert set(LINES) == set(MENTION_TYPES) - {"person", "state"}


def test_every_state_of_a_body_is_a_state(lexicon: Lexicon) -> None:
    codes = {code for states in LINES.values() for code in states} - {WORLD, SHARED}
    assert {code for code in codes if code not in lexicon.states.names} == set()


def test_every_name_finds_its_own_body(lexicon: Lexicon) -> None:
    for body in read_bodies(LINES):
        for name in body.names:
            assert lexicon.body_of(name) == body, name


def test_a_body_is_not_also_a_state(lexicon: Lexicon) -> None:
    both = {name for body in read_bodies(LINES) for name in body.names if lexicon.state_of(name)}
    assert both == set()


def test_no_name_is_ruled_out_by_its_first_or_last_word(lexicon: Lexicon) -> None:
    names = [*lexicon.bodies.words.exact, *lexicon.states.words.exact, *lexicon.bodies.shared]
    for words in (without_article(name).split() for name in names):
        assert lexicon.opens_name(words[0])
        assert lexicon.closes_name(words[-1])
        assert lexicon.closes_name(f"{words[-1]}'s")
    assert not lexicon.opens_name("and")
