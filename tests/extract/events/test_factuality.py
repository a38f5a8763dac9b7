"""Sentences of an invented crisis, read by the shipped reader, and the calculus by itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.records import Attribution, Document, Why
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.extract.events.embedding import bent
from standoff.extract.events.factuality import dated, factuality_of
from standoff.extract.events.modality import PLAIN, Reading, State
from standoff.extract.events.negation import negated
from standoff.extract.grammar import grammar_of
from standoff.lexicon.factuality import Effect
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import Reader, load_reader
from tests.builders import at, document
from tests.lexicons import shipped
from tests.parses import parses, read


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def factuality(reader: Reader, marked: str) -> tuple[Factuality, str]:
    """What is read at the word in square brackets."""
    text = marked.replace("[", "").replace("]", "")
    report = document("report.txt", text)
    grammar = grammar_of(text, reader(report))
    trigger = next(i for i in range(len(grammar.words)) if grammar.words[i].end > marked.index("["))
    return factuality_of(report, grammar, shipped(), trigger, None, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # plain
        ("Lodan [attacked] the port on Monday.", "occurred"),
        ("Lodan has [expelled] two diplomats.", "occurred"),
        ("The [attack] killed twelve sailors.", "occurred"),
        ("The envoys left after the [talks] in Ardan.", "occurred"),
        # plans
        ("The envoys will [meet] in Ardan on Friday.", "scheduled"),
        ("The envoys are expected to [meet] in Ardan.", "scheduled"),
        ("The premier is due to [visit] Ardan.", "scheduled"),
        ("The navy is going to [leave] the straits.", "scheduled"),
        ("Varnia plans to [withdraw] its ships.", "scheduled"),
        ("Both sides agreed to [resume] the talks.", "scheduled"),
        ("Varnia to [hold] drills in the straits", "scheduled"),
        ("She spoke ahead of the [summit] in Ardan.", "scheduled"),
        ("The minister said the premier would [visit] Ardan.", "scheduled"),
        ("The leaders will hold [talks] on Friday.", "scheduled"),
        ("She welcomed the upcoming [summit].", "scheduled"),
        # possibilities
        ("Lodan may [attack] the port.", "hypothetical"),
        ("Lodan could [attack] within weeks.", "hypothetical"),
        ("Lodan threatened to [attack] the port.", "hypothetical"),
        ("The premier urged Lodan to [withdraw] its ships.", "hypothetical"),
        ("The minister called for a [withdrawal].", "hypothetical"),
        ("The minister warned of an [attack] on the port.", "hypothetical"),
        ("Fears of an [invasion] grew in Ardan.", "hypothetical"),
        ("If Lodan [attacks] the port, Varnia will answer.", "hypothetical"),
        ("If Lodan moves, Varnia will [retaliate].", "hypothetical"),
        ("Varnia would respond in the event of an [attack].", "hypothetical"),
        ("Any [attack] would be answered.", "hypothetical"),
        ("She spoke of a possible [attack].", "hypothetical"),
        ("Unless the ships [leave], the port stays shut.", "hypothetical"),
        # what was not, and what was kept from being
        ("Lodan did not [attack] the port.", "denied"),
        ("Lodan never [attacked] the port.", "denied"),
        ("The premier denied [attacking] the port.", "denied"),
        ("The premier ruled out an [attack].", "denied"),
        ("Lodan refused to [withdraw] its ships.", "denied"),
        ("The envoys left without an [agreement].", "denied"),
        ("Lodan cancelled the [talks].", "denied"),
        ("Lodan will not [withdraw] its ships.", "denied"),
        ("No [talks] were held.", "denied"),
        ("Lodan has no plans to [attack] the port.", "denied"),
        # what negation leaves open, and what it restores
        ("The premier did not rule out an [attack].", "hypothetical"),
        ("Lodan did not fail to [attack] the port.", "occurred"),
        # what is taken for granted
        ("The minister will condemn the [attack].", "occurred"),
        ("The minister demanded an end to the [attacks].", "occurred"),
        ("It was not a good [meeting].", "occurred"),
        # the speech act is a fact, what is said need not be
        ("Lodan [threatened] to attack the port.", "occurred"),
        ("The minister [warned] of an attack.", "occurred"),
        # what goes on
        ("The ships are [blocking] the straits.", "ongoing"),
        ("The ships have been [blocking] the straits for weeks.", "ongoing"),
        ("Lodan continued to [shell] the port.", "ongoing"),
        ("He spoke of the ongoing [negotiations].", "ongoing"),
        ("The premier spoke amid a [buildup] of troops.", "ongoing"),
        ("The premier [rejects] every offer.", "ongoing"),
        ("The premier [rejects] every offer", "occurred"),
    ],
)
def test_factuality(reader: Reader, sentence: str, expected: Factuality) -> None:
    found, told = factuality(reader, sentence)
    assert (found, bool(told)) == (expected, True)


@pytest.mark.parametrize(
    ("effect", "above", "taken", "expected"),
    [
        ("possible", "fact", False, "possible"),
        ("possible", "denied", False, "possible"),
        ("feared", "fact", False, "possible"),
        ("feared", "fact", True, "fact"),
        ("planned", "fact", False, "planned"),
        ("planned", "possible", False, "possible"),
        ("planned", "denied", False, "denied"),
        ("decided", "fact", False, "planned"),
        ("decided", "denied", False, "possible"),
        ("negative", "fact", False, "denied"),
        ("negative", "planned", False, "denied"),
        ("negative", "denied", False, "possible"),
        ("negative", "possible", False, "possible"),
        ("opposed", "fact", False, "denied"),
        ("opposed", "fact", True, "fact"),
        ("unfulfilled", "fact", False, "denied"),
        ("unfulfilled", "denied", False, "fact"),
        ("unfulfilled", "possible", False, "possible"),
        ("granted", "possible", False, "fact"),
        ("granted", "denied", False, "fact"),
        ("carries", "planned", False, "planned"),
        ("continues", "denied", False, "denied"),
    ],
)
def test_what_a_governor_makes_of_its_complement(effect: Effect, above: State, taken: bool, expected: State) -> None:
    assert bent((effect, "word"), Reading(above, "above"), taken=taken).state == expected


def test_no_chance_leaves_none() -> None:
    assert bent(("possible", "chance"), Reading("denied", "no"), taken=False) == Reading("denied", "chance")


PUBLISHED = When.parse("2031-05-10")


@pytest.mark.parametrize(
    ("state", "when", "expected"),
    [
        ("fact", "2031-05-12", "planned"),
        ("fact", "2031-05-10", "fact"),
        ("fact", "2031-05-09", "fact"),
        ("fact", "2031-05", "fact"),
        ("planned", "2031-05-09", "fact"),
        ("planned", "2031-05-10", "planned"),
        ("possible", "2031-05-12", "possible"),
        ("denied", "2031-05-12", "denied"),
    ],
)
def test_the_calendar(state: State, when: str, expected: State) -> None:
    reading = Reading(state, "")
    assert dated(reading, PUBLISHED, When.parse(when)).state == expected
    assert dated(reading, None, When.parse(when)) == reading
    assert dated(reading, PUBLISHED, None) == reading
    assert dated(reading, PUBLISHED, When(date(2031, 5, 1), None)) == reading


@pytest.mark.parametrize(
    ("text", "table", "word", "told"),
    [
        ("They did not go", "They PRON go nsubj\ndid AUX go aux\nnot PART go advmod\ngo VERB - root", "go", "not"),
        ("No ships sailed", "No DET ships det\nships NOUN sailed nsubj\nsailed VERB - root", "sailed", "no ships"),
        ("No ships sailed", "No DET ships det\nships NOUN sailed nsubj\nsailed VERB - root", "ships", "no"),
        ("Nobody sailed", "Nobody PRON sailed nsubj\nsailed VERB - root", "sailed", "nobody"),
        ("Ships sailed", "Ships NOUN sailed nsubj\nsailed VERB - root", "sailed", None),
        (
            "They not only sailed",
            "They PRON sailed nsubj\nnot PART sailed advmod\nonly ADV sailed advmod\nsailed VERB - root",
            "sailed",
            None,
        ),
        (
            "They no longer sail",
            "They PRON sail nsubj\nno ADV long advmod\nlong ADV sail advmod\nsail VERB - root".replace(
                "long", "longer"
            ),
            "sail",
            None,  # without lemmas "longer" is not known for "long"
        ),
    ],
)
def test_negation(text: str, table: str, word: str, told: str | None) -> None:
    report, parsed = read(text, table)
    grammar = grammar_of(report.text, parsed)
    index = next(i for i in range(len(grammar.words)) if grammar.form(i) == word)
    assert negated(grammar, index) == told


@given(st.data())
def test_every_word_of_any_parse_has_a_factuality_and_a_reason(data: st.DataObject) -> None:
    report = document("r.txt", "They will not say if Lodan may attack unless no talks begin before Monday.")
    grammar = grammar_of(report.text, data.draw(parses(report)))
    for index in range(len(grammar.words)):
        found, told = factuality_of(report, grammar, shipped(), index, None, None)
        assert found in ("occurred", "ongoing", "scheduled", "hypothetical", "denied")
        assert told


def test_a_deep_tree_costs_no_more_than_its_depth_allows(lexicon: Lexicon) -> None:
    words = 3000
    rows = [
        f"may VERB {max(1, number - 1)} xcomp" if number > 1 else "may VERB - root" for number in range(1, words + 1)
    ]
    report, parsed = read(" ".join(["may"] * words), "\n".join(rows))
    grammar = grammar_of(report.text, parsed)
    assert {factuality_of(report, grammar, lexicon, index, None, None)[0] for index in range(words)} == {"occurred"}


def test_would_in_reported_speech_is_a_plan(reader: Reader, lexicon: Lexicon) -> None:
    report = document("r.txt", "The premier would visit Ardan.")
    grammar = grammar_of(report.text, reader(report))
    place = at(report, "visit")
    trigger = next(iter(grammar.between(place.start, place.end)))
    assert factuality_of(report, grammar, lexicon, trigger, None, None)[0] == "hypothetical"
    assert factuality_of(report, grammar, lexicon, trigger, _carried(report), None)[0] == "scheduled"


def _carried(report: Document) -> Attribution:
    """An attribution that carries the whole text in indirect speech."""
    content = (report.span(0, len(report.text)),)
    return Attribution(source=None, cue=None, content=content, mode="indirect", act="asserts", why=Why("given", 1, ""))


def test_plain_is_a_fact_without_a_reason() -> None:
    assert Reading("fact", "") == PLAIN
