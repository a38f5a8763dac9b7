import pytest

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import derives, find_joins, key_of


@pytest.mark.parametrize(
    ("names", "key"),
    [
        # all the words for one listed state are one key
        (["France", "French", "the French", "Paris", "the French Republic", "FRANCE"], "state FR"),
        (["NATO", "North Atlantic Treaty Organization", "Nato"], "body NATO"),
        (["French Foreign Ministry", "France’s Foreign Ministry"], "body French Foreign Ministry"),
        # what no list has is its letters
        (["Varnia", "VARNIA", "Varnia’s"], "name varnia"),
        (["the Harbour House", "Harbour House"], "name harbor house"),
        (["Гавань"], "name гавань"),
    ],
)
def test_the_key_of_a_body(names: list[str], key: str, lexicon: Lexicon) -> None:
    assert {key_of(name, "doc", lexicon) for name in names} == {key}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10th Brigade", "11th Brigade"),
        ("Varnia", "Lodan"),
        ("Гавань", "Порт"),
        ("French Foreign Ministry", "German Foreign Ministry"),
        ("France", "French Foreign Ministry"),
    ],
)
def test_different_bodies_have_different_keys(one: str, other: str, lexicon: Lexicon) -> None:
    assert key_of(one, "doc", lexicon) != key_of(other, "doc", lexicon)


def test_a_ministry_without_its_state_is_each_texts_own(lexicon: Lexicon) -> None:
    assert key_of("the Foreign Ministry", "one", lexicon) == key_of("Foreign Ministry", "one", lexicon)
    assert key_of("Foreign Ministry", "one", lexicon) != key_of("Foreign Ministry", "other", lexicon)


@pytest.mark.parametrize(
    ("adjective", "name", "true"),
    [
        ("varnian", "varnia", True),
        ("lodanese", "lodan", True),
        ("lodanian", "lodan", True),
        ("ardish", "arda", True),
        ("varnia", "varnia", False),
        ("varnian", "lodan", False),
        ("oruan", "oru", False),  # so short that too many words are formed of it
        ("harbour housian", "harbour house", False),
    ],
)
def test_adjectives(adjective: str, name: str, true: bool) -> None:
    assert derives(adjective, name) is true


def joined(names: list[str], lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """The joins among names: both keys and the reason."""
    found = find_joins(sorted({(key_of(name, "doc", lexicon), name) for name in names}))
    assert all(0 < join.score <= 1 for join in found)
    return [(join.left, join.right, join.reason) for join in found]


JOINS: list[tuple[list[str], list[tuple[str, str, str]]]] = [
    (["Varnia", "Varnian"], [("name varnia", "name varnian", "varnian is the adjective of varnia")]),
    (["Lodan", "Lodanese"], [("name lodan", "name lodanese", "lodanese is the adjective of lodan")]),
    (
        ["Zhermetsk", "Zhermezk"],
        [("name zhermetsk", "name zhermezk", "zhermetsk and zhermezk are spellings of one name")],
    ),
    (
        ["ACTO", "Ardan Coast Treaty Organization"],
        [("name acto", "name ardan coast treaty organization", "ACTO abbreviates Ardan Coast Treaty Organization")],
    ),
    (
        ["SCTO", "Straits and Coast of the Treaty Organisation"],
        [
            (
                "name scto",
                "name straits and coast of the treaty organization",
                "SCTO abbreviates Straits and Coast of the Treaty Organisation",
            )
        ],
    ),
    # different names stay different
    (["Varnia", "Varnos"], []),
    (["Varnia", "Lodan"], []),
    (["Harbour House", "Harbour Office"], []),
    (["AC", "Ardan Coast"], []),
    (["ACTO", "Ardan Coast Treaty"], []),
    (["France", "Francia"], []),
    # a listed name needs no join
    (["France", "French", "Paris"], []),
]


@pytest.mark.parametrize(("names", "joins"), JOINS)
def test_joins_of_unlisted_names(names: list[str], joins: list[tuple[str, str, str]], lexicon: Lexicon) -> None:
    assert joined(names, lexicon) == joins
