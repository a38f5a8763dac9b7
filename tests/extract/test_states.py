"""States that no list has, told by their use; all of them are made up."""

import msgspec
import pytest

from standoff.core.records import Document, Mention
from standoff.extract.grammar import grammar_of
from standoff.extract.names import find_names
from standoff.lexicon.lexicon import Lexicon
from tests.parses import clauses, named, read

OF = """
    The       DET   president det
    president NOUN  spoke     nsubj
    of        ADP   Varnia    case
    Varnia    PROPN president nmod
    spoke     VERB  -         root
"""
IN = """
    The       DET   president det
    president NOUN  spoke     nsubj
    in        ADP   Varnia    case
    Varnia    PROPN president nmod
    spoke     VERB  -         root
"""
ARMY = """
    Varnia PROPN army nmod:poss
    ’s     PART  Varnia case
    army   NOUN  left nsubj
    left   VERB  -    root
"""
COAST = """
    Varnia PROPN coast nmod:poss
    ’s     PART  Varnia case
    coast  NOUN  burnt nsubj
    burnt  VERB  -     root
"""


def found(report: Document, mentions: list[Mention]) -> list[tuple[str, str]]:
    return [(report.quote(m.at), m.type) for m in mentions]


@pytest.mark.parametrize(
    ("text", "table", "type"),
    [
        ("The president of Varnia spoke", OF, "state"),  # it has a president
        ("Varnia’s army left", ARMY, "state"),  # it has an army
        ("The president in Varnia spoke", IN, "place"),  # someone's president is there
        ("Varnia’s coast burnt", COAST, "place"),
    ],
)
def test_a_place_that_is_governed_is_a_state(text: str, table: str, type: str, lexicon: Lexicon) -> None:
    report, parsed = read(text, table, [("Varnia", "location")])
    assert found(report, find_names(report, grammar_of(text, parsed), lexicon)) == [("Varnia", type)]


@pytest.mark.parametrize(("verb", "type"), [("said", "state"), ("denied", "state"), ("burnt", "place")])
def test_a_place_that_speaks_is_a_state(verb: str, type: str, lexicon: Lexicon) -> None:
    report, parsed = clauses(f"Varnia | {verb} | nothing", names=[("Varnia", "location")])
    assert found(report, find_names(report, grammar_of(report.text, parsed), lexicon)) == [("Varnia", type)]


def test_a_place_is_a_state_everywhere_once_it_is_one(lexicon: Lexicon) -> None:
    report, parsed = clauses("Ships | left | Varnia", "Varnia | said | nothing")
    heard = (named(report, "Varnia", "location"), named(report, "Varnia", "location", nth=1))
    both = msgspec.structs.replace(parsed, names=heard)
    mentions = find_names(report, grammar_of(report.text, both), lexicon)
    assert found(report, mentions) == [("Varnia", "state"), ("Varnia", "state")]


@pytest.mark.parametrize(
    ("name", "adjective", "state"),
    [
        ("Varnia", "Varnian", True),
        ("Varnia", "Varnians", True),
        ("Varnia", "Varnish", True),
        ("Lodan", "Lodanese", True),
        ("Lodan", "Lodani", True),
        ("Arde", "Ardic", True),
        ("Varnia", "Vardian", False),
        ("Oru", "Orun", False),  # so short that too many words would be formed of it
        ("Varnia", "varnian", False),
    ],
)
def test_a_place_with_an_adjective_of_its_own_is_a_state(
    name: str, adjective: str, state: bool, lexicon: Lexicon
) -> None:
    report, parsed = clauses(f"Ships | left | {name}", f"The {adjective} ships | burnt", names=[(name, "location")])
    mentions = find_names(report, grammar_of(report.text, parsed), lexicon)
    expected = [(name, "state"), (adjective, "state")] if state else [(name, "place")]
    assert found(report, mentions) == expected


def test_persons_and_bodies_lend_no_adjective(lexicon: Lexicon) -> None:
    report, parsed = clauses(
        "Ilka Varn | left | Lodan Works",
        "The Varnian Lodanian ships | burnt",
        names=[("Ilka Varn", "person"), ("Lodan Works", "organization")],
    )
    mentions = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert found(report, mentions) == [("Ilka Varn", "person"), ("Lodan Works", "organization")]


@pytest.mark.parametrize(
    ("label", "sentences", "state"),
    [
        ("person", ("Ships | left | Varnia", "The Varnian ships | burnt"), True),
        ("organization", ("Ships | left | Varnia", "The Varnian ships | burnt"), True),
        ("person", ("Ships | left | Varnia", "The ships | burnt"), False),
    ],
)
def test_a_name_like_a_country_s_with_an_adjective_is_a_state_whatever_the_reader_took_it_for(
    label: str, sentences: tuple[str, str], state: bool, lexicon: Lexicon
) -> None:
    report, parsed = clauses(*sentences, names=[("Varnia", label)])
    mentions = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert [m.type for m in mentions if report.quote(m.at) == "Varnia"] == ["state" if state else label]
