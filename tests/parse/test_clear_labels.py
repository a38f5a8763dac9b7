"""Trees as spaCy's English models draw them, and what Universal Dependencies makes of the same sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.parse import Word
from standoff.parse.clear_labels import CLEAR, to_universal
from tests.builders import document
from tests.parse.test_trees import is_tree
from tests.parses import DEPRELS, UPOS, parse, parses


@pytest.mark.parametrize(
    ("text", "clear", "universal"),
    [
        pytest.param(
            "Orlen was told by the clerk of Ardan.",
            """
            Orlen PROPN told  nsubjpass
            was   AUX   told  auxpass
            told  VERB  -     root
            by    ADP   told  agent
            the   DET   clerk det
            clerk NOUN  by    pobj
            of    ADP   clerk prep
            Ardan PROPN of    pobj
            .     PUNCT told  punct
            """,
            """
            Orlen PROPN told  nsubj:pass
            was   AUX   told  aux:pass
            told  VERB  -     root
            by    ADP   clerk case
            the   DET   clerk det
            clerk NOUN  told  obl:agent
            of    ADP   Ardan case
            Ardan PROPN clerk nmod
            .     PUNCT told  punct
            """,
            id="prepositions of a verb and of a noun, a passive",
        ),
        pytest.param(
            "Tarvic is premier of Lodan.",
            """
            Tarvic  PROPN is      nsubj
            is      AUX   -       root
            premier NOUN  is      attr
            of      ADP   premier prep
            Lodan   PROPN of      pobj
            .       PUNCT is      punct
            """,
            """
            Tarvic  PROPN premier nsubj
            is      AUX   premier cop
            premier NOUN  -       root
            of      ADP   Lodan   case
            Lodan   PROPN premier nmod
            .       PUNCT premier punct
            """,
            id="a copula",
        ),
        pytest.param(
            "They sail out of port and in convoy.",
            """
            They   PRON  sail nsubj
            sail   VERB  -    root
            out    ADP   sail prep
            of     ADP   out  prep
            port   NOUN  of   pobj
            and    CCONJ out  cc
            in     ADP   out  conj
            convoy NOUN  in   pobj
            .      PUNCT sail punct
            """,
            """
            They   PRON  sail   nsubj
            sail   VERB  -      root
            out    ADP   port   case
            of     ADP   port   case
            port   NOUN  sail   obl
            and    CCONJ port   cc
            in     ADP   convoy case
            convoy NOUN  port   conj
            .      PUNCT sail   punct
            """,
            id="two prepositions in a row, and a phrase joined to the phrase",
        ),
        pytest.param(
            "Varnia's fleet began to leave without saying why.",
            """
            Varnia  PROPN fleet   poss
            's      PART  Varnia  case
            fleet   NOUN  began   nsubj
            began   VERB  -       root
            to      PART  leave   aux
            leave   VERB  began   xcomp
            without ADP   leave   prep
            saying  VERB  without pcomp
            why     SCONJ saying  advmod
            .       PUNCT began   punct
            """,
            """
            Varnia  PROPN fleet   nmod:poss
            's      PART  Varnia  case
            fleet   NOUN  began   nsubj
            began   VERB  -       root
            to      PART  leave   mark
            leave   VERB  began   xcomp
            without ADP   saying  mark
            saying  VERB  leave   advcl
            why     SCONJ saying  advmod
            .       PUNCT began   punct
            """,
            id="a clause after a preposition, an infinitive, an owner",
        ),
        pytest.param(
            "In Ardan.",
            """
            In    ADP   -  root
            Ardan PROPN In pobj
            .     PUNCT In punct
            """,
            """
            In    ADP   Ardan case
            Ardan PROPN -     root
            .     PUNCT Ardan punct
            """,
            id="no verb at all",
        ),
    ],
)
def test_a_sentence_is_turned(text: str, clear: str, universal: str) -> None:
    report = document("report.txt", text)
    assert to_universal(parse(report, clear).words, text) == parse(report, universal).words


TEXT = "Orlen was told by the clerk of Ardan that ships are out of port."


def heads(words: tuple[Word, ...]) -> list[int]:
    return [word.head for word in words]


@st.composite
def clear_words(draw: st.DrawFn) -> tuple[Word, ...]:
    """One sentence with any tree, its labels drawn from both styles."""
    size = len(TEXT[:-1].split()) + 1
    order = draw(st.permutations(range(size)))
    above = {order[0]: order[0]} | {order[n]: order[draw(st.integers(0, n - 1))] for n in range(1, size)}
    spans = [(word.start, word.end) for word in draw(parses(document("report.txt", TEXT))).words]
    labels = [draw(st.sampled_from([*sorted(CLEAR), *DEPRELS])) for _ in spans]
    return tuple(
        Word(*span, 0, draw(st.sampled_from(UPOS)), above[n], "root" if above[n] == n else labels[n])
        for n, span in enumerate(spans)
    )


@given(clear_words())
def test_a_tree_stays_a_tree_and_no_label_of_clear_is_left(words: tuple[Word, ...]) -> None:
    turned = to_universal(words, TEXT)
    assert is_tree(heads(turned))
    assert CLEAR.isdisjoint(word.deprel for word in turned)
    assert [(w.deprel == "root") for w in turned] == [head == n for n, head in enumerate(heads(turned))]


@given(parses(document("report.txt", TEXT)).map(lambda parsed: parsed.words))
def test_what_is_universal_stays_as_it_is(words: tuple[Word, ...]) -> None:
    assert to_universal(words, TEXT) == words
