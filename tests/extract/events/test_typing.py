import pytest

from standoff.core.vocabulary import EventType
from standoff.extract.events.surroundings import features_of, surroundings
from standoff.extract.events.typing import SURE, second_opinion
from standoff.extract.grammar import grammar_of
from standoff.lexicon.lexicon import Lexicon
from tests.extract.events.sentences import with_lemmas
from tests.parses import read

TEXT = "Varnia hurled insults at Orlen."
TABLE = """
    Varnia  PROPN hurled nsubj
    hurled  VERB  -      root
    insults NOUN  hurled obj
    at      ADP   Orlen  case
    Orlen   PROPN hurled obl
    .       PUNCT hurled punct
"""


def test_what_stands_around_a_trigger() -> None:
    report, parsed = read(TEXT, TABLE)
    grammar = grammar_of(TEXT, with_lemmas(report, parsed, "hurled=hurl insults=insult"))
    assert surroundings(grammar, 1) == {
        "own": ["hurl v"],
        "object": ["insult n"],
        "oblique": ["orlen n"],
        "particle": ["at n"],
        "sentence": ["hurl v", "insult n"],
    }
    assert dict(features_of({"own": ["hurl v"], "object": ["insult n"]})) == {
        "own hurl v": 1.0,
        "object insult n": 1.0,
        "own hurl v object insult n": 1.0,
    }


@pytest.mark.parametrize(
    ("verb", "lemma", "likely"),
    [("bombed", "bomb", "ASSAULT"), ("accused", "accuse", "ACCUSE"), ("refused", "refuse", "REJECT")],
)
def test_the_head_knows_the_commonest_triggers(verb: str, lemma: str, likely: EventType, lexicon: Lexicon) -> None:
    text = f"Varnia {verb} Orlen."
    table = f"Varnia PROPN {verb} nsubj\n{verb} VERB - root\nOrlen PROPN {verb} obj\n. PUNCT {verb} punct"
    report, parsed = read(text, table)
    grammar = grammar_of(text, with_lemmas(report, parsed, f"{verb}={lemma}"))
    agreed = second_opinion(grammar, lexicon.event_types, 1, likely)
    other = second_opinion(grammar, lexicon.event_types, 1, "COOPERATE")
    assert (agreed.decider, agreed.score) == ("both", SURE["both"])
    assert other.decider == "against"
    assert other.runner_up.startswith(likely)
    assert not agreed.runner_up.startswith(likely)


def test_features_that_the_head_does_not_know_leave_its_bias(lexicon: Lexicon) -> None:
    head = lexicon.event_types
    assert head.scores([("own zzyzx v", 1.0)]).tolist() == head.bias.tolist()
    assert len(head.types) == 15
