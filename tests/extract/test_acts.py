"""Acts told by the cue, and those of plain statements by an invented crisis's speakers, read by the shipped reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.vocabulary import ACTS, Act, Mode
from standoff.extract.acts import act_of, mode_of
from standoff.extract.content_clauses import Clause, clauses
from standoff.extract.grammar import Grammar, grammar_of
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import Reader, load_reader
from tests.builders import document
from tests.lexicons import shipped
from tests.parses import parses, plain, read


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("denied", "the fleet must go", "denies"),
        ("ruled out", "a new line", "rejects"),
        ("warned", "there was no way back", "warns"),
        ("vowed to", "answer", "promises"),
        ("accused", "Lodan of lying", "accuses"),
        ("asked whether", "the fleet would go", "asks"),
        ("declined to say", "where the fleet was", "declines"),
        ("said", "the fleet is at sea", "asserts"),
        ("zigzagged", "the fleet is at sea", "asserts"),
        # an infinitive completes the cue
        ("agreed", "that it sails", "asserts"),
        ("agreed", "to sail", "promises"),
        ("agreed", "not to sail", "promises"),
        ("agreed", "“to sail", "promises"),
    ],
)
def test_the_cue_tells(cue: str, content: str, act: Act, lexicon: Lexicon) -> None:
    text = f"{cue} {content}"
    report = document("report.txt", text)
    grammar = grammar_of(text, plain(report))
    places = (0, len(cue)), [(len(cue) + 1, len(text))]
    assert act_of(*places, "indirect", grammar, lexicon)[0] == act


def said(reader: Reader, content: str, mode: Mode) -> tuple[Act, str]:
    """The act of a content after a plain "said"."""
    text = f"“{content}.” Mr Orlen said." if mode == "direct" else f"Mr Orlen said {content}."
    grammar = grammar_of(text, reader(document("report.txt", text)))
    start = text.index(content)
    cue = text.index("said")
    return act_of((cue, cue + 4), [(start, start + len(content))], mode, grammar, shipped())


@pytest.mark.parametrize(
    ("content", "act"),
    [
        # what others must do, and what we might
        ("The fleet must leave the straits", "demands"),
        ("Lodan has to choose", "demands"),
        ("They should withdraw their ships", "demands"),
        ("Withdraw your ships", "demands"),
        ("We urge Lodan to withdraw its ships", "demands"),
        ("We should meet again in May", "proposes"),
        ("Let us meet in Ardan", "proposes"),
        ("We are ready to talk", "proposes"),
        ("I must say that it was cold", "asserts"),
        # what follows if
        ("If they attack us, we will respond", "threatens"),
        ("If a ship enters the bay, it will be stopped", "threatens"),
        ("If they leave the bay, we will lift the ban", "promises"),
        ("If the port is closed, there will be a catastrophe", "warns"),
        ("If we win, we will cut taxes", "promises"),
        # what will be done
        ("We will help the refugees", "promises"),
        ("We will punish them", "threatens"),
        ("We will not attack Lodan", "promises"),
        ("We will see", "asserts"),
        # what will not be accepted, said or done
        ("We cannot accept this line", "rejects"),
        ("We will not bow to threats", "rejects"),
        ("The offer is unacceptable", "rejects"),
        ("I am not going to speculate", "declines"),
        ("I will not comment on that", "declines"),
        # what was not
        ("We did not attack the port", "denies"),
        ("That is not true", "denies"),
        ("The report is false", "denies"),
        ("There were no troops in the straits", "denies"),
        ("No such promise was given", "denies"),
        # what is wrong with others
        ("Lodan has violated the treaty", "accuses"),
        ("They lied to us", "accuses"),
        ("This is an illegal blockade", "accuses"),
        # what may come
        ("It would be a mistake", "warns"),
        ("This could lead to war", "warns"),
        # what stands as before
        ("We remain committed to the treaty", "reaffirms"),
        ("Our position has not changed", "reaffirms"),
        # plain
        ("The fleet is at sea", "asserts"),
        ("The talks lasted two hours", "asserts"),
        ("We met in Ardan", "asserts"),
        ("I was not worried", "asserts"),
    ],
)
def test_a_plain_cue_leaves_it_to_the_content(reader: Reader, content: str, act: Act) -> None:
    found, told = said(reader, content, "direct")
    assert found == act
    assert told.startswith("cue: " if act == "asserts" else "content: ")


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("his country would not accept any line", "rejects"),
        ("the fleet must leave the straits", "demands"),
        ("the fleet should leave", "demands"),
        # "should" at the head of a clause is an "if"
        ("should any harm come to the crews, the fleet would stay", "asserts"),
        ("if Lodan attacked, Varnia would retaliate", "threatens"),
        ("he would help the refugees", "promises"),
        ("it would rain on Friday", "asserts"),
        ("an escort would be stopped", "threatens"),
        ("the warning remains in force", "reaffirms"),
        ("five ships remain in port", "asserts"),
    ],
)
def test_reported_speech(reader: Reader, content: str, act: Act) -> None:
    assert said(reader, content, "indirect")[0] == act


def test_a_name_that_blames_is_an_accusation_in_quotation_marks(reader: Reader) -> None:
    text = "He called the move “an act of piracy”."
    grammar = grammar_of(text, reader(document("report.txt", text)))
    content = [(text.index("the move"), len(text) - 1)]
    cue = (3, 9)
    assert act_of(cue, content, "mixed", grammar, shipped()) == ("accuses", "content: piracy")


@pytest.mark.parametrize(
    ("quoted", "mode"),
    [(0.0, "indirect"), (0.04, "indirect"), (0.05, "mixed"), (0.9, "mixed"), (0.97, "direct"), (1.0, "direct")],
)
def test_mode(quoted: float, mode: Mode) -> None:
    assert mode_of(quoted) == mode


def parsed(text: str, table: str) -> Grammar:
    return grammar_of(text, read(text, table)[1])


def test_the_clauses_of_a_content_by_hand() -> None:
    grammar = parsed(
        "We will stay and they must go",
        """
        We   PRON  stay nsubj
        will AUX   stay aux
        stay VERB  -    root
        and  CCONJ go   cc
        they PRON  go   nsubj
        must AUX   go   aux
        go   VERB  stay conj
        """,
    )
    assert [(c.head, c.subject, c.modal, c.negated) for c in clauses(grammar, [(0, 29)])] == [
        (2, 0, "will", False),
        (6, 4, "must", False),
    ]
    assert [c.head for c in clauses(grammar, [(17, 29)])] == [6]
    assert clauses(grammar, []) == []


def test_a_condition_and_a_negation_by_hand() -> None:
    grammar = parsed(
        "If it rains none will go",
        """
        If    SCONJ rains mark
        it    PRON  rains nsubj
        rains VERB  go    advcl
        none  PRON  go    nsubj
        will  AUX   go    aux
        go    VERB  -     root
        """,
    )
    assert clauses(grammar, [(0, 24)]) == [
        Clause(head=5, subject=3, modal="will", negated=True, condition=2, passive=False, past=False, verb=5)
    ]


@given(st.data())
def test_any_content_of_any_parse_has_an_act(data: st.DataObject) -> None:
    report = document("r.txt", "If they will not go we must never accept such an illegal war and no talks.")
    grammar = grammar_of(report.text, data.draw(parses(report)))
    start = data.draw(st.integers(0, len(report.text) - 2))
    end = data.draw(st.integers(start + 1, len(report.text)))
    mode: Mode = data.draw(st.sampled_from(["direct", "indirect", "mixed"]))
    act, told = act_of(None, [(start, end)], mode, grammar, shipped())
    assert act in ACTS
    assert told


def test_a_long_content_is_looked_at_once(lexicon: Lexicon) -> None:
    report = document("r.txt", "they go and " * 20_000)
    assert (
        act_of(None, [(0, len(report.text))], "direct", grammar_of(report.text, plain(report)), lexicon)[0] == "asserts"
    )
