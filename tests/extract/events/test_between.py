import pytest

from standoff.extract.events.between import words_between
from standoff.extract.grammar import grammar_of
from tests.builders import at
from tests.parses import read

TEXT = "Varnia vowed to punish envoys of Orlen today."
TABLE = """
    Varnia PROPN vowed  nsubj
    vowed  VERB  -      root
    to     PART  punish mark
    punish VERB  vowed  xcomp
    envoys NOUN  punish obj
    of     ADP   Orlen  case
    Orlen  PROPN envoys nmod
    today  NOUN  punish obl
    .      PUNCT vowed  punct
"""


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Varnia", "Orlen", ["vowed", "punish", "envoys", "today"]),
        ("Varnia", "envoys of Orlen", ["vowed", "punish", "today"]),
        ("Varnia", None, ["vowed", "punish"]),
    ],
)
def test_words_between(source: str, target: str | None, expected: list[str]) -> None:
    report, parsed = read(TEXT, TABLE)
    grammar = grammar_of(TEXT, parsed)
    places = [[(at(report, words).start, at(report, words).end)] if words else [] for words in (source, target)]
    assert [grammar.form(word) for word in words_between(grammar, *places)] == expected
