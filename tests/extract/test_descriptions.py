import pytest

from standoff.core.records import Document, Mention
from standoff.extract.descriptions import LONGEST, find_descriptions
from standoff.extract.grammar import grammar_of
from standoff.extract.names import find_names
from standoff.lexicon.lexicon import Lexicon
from tests.parses import clauses, read


def described(report: Document, found: list[Mention]) -> list[tuple[str, str, str | None]]:
    """The mention, its type, and what it is called where that is less than all of it."""
    return [(report.quote(m.at), m.type, report.quote(m.name) if m.name else None) for m in found]


@pytest.mark.parametrize(
    ("subject", "mention", "type", "name"),
    [
        ("A senior official", "A senior official", "person", "senior official"),
        ("The Varnian troops", "The Varnian troops", "military", "Varnian troops"),
        ("diplomats", "diplomats", "person", None),
        ("His aides", "His aides", "person", "aides"),
        ("The harbour council", "The harbour council", "government", "harbour council"),
        ("A daily newspaper", "A daily newspaper", "media", "daily newspaper"),
    ],
)
def test_a_noun_for_an_actor_is_mentioned_with_its_modifiers(
    subject: str, mention: str, type: str, name: str | None, lexicon: Lexicon
) -> None:
    if lexicon.noun_type(subject) is None:
        pytest.fail(f"{subject!r} is described by no listed noun")
    report, parsed = clauses(f"{subject} | left")
    found = find_descriptions(report, grammar_of(report.text, parsed), lexicon, [])
    assert described(report, found) == [(mention, type, name)]


@pytest.mark.parametrize("subject", ["The border", "A red line", "The talks", "The statement"])
def test_places_and_things_are_no_actors(subject: str, lexicon: Lexicon) -> None:
    report, parsed = clauses(f"{subject} | moved")
    assert find_descriptions(report, grammar_of(report.text, parsed), lexicon, []) == []


TROOPS = """
    About    ADV   3       advmod
    the      DET   5       det
    12,000   NUM   5       nummod
    Lodanian ADJ   5       amod
    troops   NOUN  left    nsubj
    near     ADP   border  case
    the      DET   border  det
    border   NOUN  5       nmod
    left     VERB  -       root
"""
MINISTER = """
    The      DET   minister det
    minister NOUN  left     nsubj
    of       ADP   harbours case
    harbours NOUN  minister nmod
    who      PRON  ruled    nsubj
    ruled    VERB  minister acl
    left     VERB  -        root
"""
OFFICIALS = """
    Two       NUM  officials nummod
    ministry  NOUN officials compound
    officials NOUN left      nsubj
    left      VERB -         root
"""
AGENCY = """
    The    DET  agency det
    news   NOUN agency compound
    agency NOUN left   nsubj
    left   VERB -      root
"""
ADVICE = """
    The    DET  visit  det
    envoy  NOUN visit  compound
    visit  NOUN ended  nsubj
    ended  VERB -      root
"""


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        # what follows with a preposition belongs to it; what only counts or points is no part of what it is called
        (
            "About the 12,000 Lodanian troops near the border left",
            TROOPS,
            [("About the 12,000 Lodanian troops near the border", "military", "Lodanian troops")],
        ),
        # a clause that hangs on it does not
        (
            "The minister of harbours who ruled left",
            MINISTER,
            [("The minister of harbours", "person", "minister")],
        ),
        # a body inside the phrase is an actor too, a person inside it is not
        (
            "Two ministry officials left",
            OFFICIALS,
            [("ministry", "government", None), ("Two ministry officials", "person", "ministry officials")],
        ),
        ("The envoy visit ended", ADVICE, []),
        # the two words together tell more than the last
        ("The news agency left", AGENCY, [("The news agency", "media", "news agency")]),
    ],
)
def test_what_a_description_takes_along(
    text: str, table: str, found: list[tuple[str, str, str | None]], lexicon: Lexicon
) -> None:
    report, parsed = read(text, table)
    assert described(report, find_descriptions(report, grammar_of(text, parsed), lexicon, [])) == found


def test_a_name_and_its_title_are_not_described_again(lexicon: Lexicon) -> None:
    report, parsed = clauses("The foreign minister Ilka Orlen | met | an envoy", names=[("Ilka Orlen", "person")])
    grammar = grammar_of(report.text, parsed)
    names = find_names(report, grammar, lexicon)
    assert [report.quote(m.at) for m in names] == ["The foreign minister Ilka Orlen"]
    assert [m[0] for m in described(report, find_descriptions(report, grammar, lexicon, names))] == ["an envoy"]


def test_a_phrase_as_long_as_a_clause_is_cut(lexicon: Lexicon) -> None:
    report, parsed = clauses("The " + "very " * LONGEST + "old minister | left")
    (found,) = find_descriptions(report, grammar_of(report.text, parsed), lexicon, [])
    assert report.quote(found.at).split()[-2:] == ["old", "minister"]
    assert len(report.quote(found.at).split()) < LONGEST
