import pytest

from standoff.core.vocabulary import Act, Mode
from standoff.extract.acts import CONTENT, act_of, mode_of
from standoff.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        # the cue tells, whatever is said
        ("denied", "the fleet must go", "denies"),
        ("ruled out", "a new line", "rejects"),
        ("warned", "there was no way back", "warns"),
        ("vowed to", "answer", "promises"),
        ("accused", "Lodan of lying", "accuses"),
        # a plain cue leaves it to the content
        ("said", "the fleet must go", "demands"),
        ("said", "Lodan has to choose", "demands"),
        ("added", "Varnia would not accept any line", "rejects"),
        ("said", "we won’t tolerate a line", "rejects"),
        ("said", "Varnia can't agree to it", "rejects"),
        ("said", "Varnia cannot agree to it", "rejects"),
        ("said", "they don't accept it", "rejects"),
        ("said", "there were no ships in the straits", "denies"),
        ("said", "Varnia has never planned a war", "denies"),
        ("said", "the fleet is at sea", "asserts"),
        ("according to", "the fleet is at sea", "asserts"),
        # so does a cue that the lexicon lacks, and none at all
        ("zigzagged", "the fleet must go", "demands"),
        ("", "the fleet must go", "demands"),
        ("", "the fleet is at sea", "asserts"),
        # not every word that looks like one
        ("said", "a mustering of shoulders", "asserts"),
        # "should" at the head of a clause is an "if"
        ("said", "the fleet should leave", "demands"),
        ("said", "should any harm come to the crews, Varnia would answer", "asserts"),
        ("said", "Varnia would answer and, should they stay, act", "asserts"),
        ("said", "that should Lodan attack, Varnia would answer", "asserts"),
    ],
)
def test_act(cue: str, content: str, act: Act, lexicon: Lexicon) -> None:
    assert act_of(cue.split(), content, lexicon)[0] == act


@pytest.mark.parametrize(
    ("cue", "content", "detail"),
    [
        ("Denied", "it", "cue: denied"),
        ("said", "the fleet must go", "content: must"),
        ("said", "it sails", "cue: said"),
        ("", "it sails", "no cue"),
    ],
)
def test_what_told_the_act(cue: str, content: str, detail: str, lexicon: Lexicon) -> None:
    assert act_of(cue.split(), content, lexicon)[1] == detail


@pytest.mark.parametrize(
    ("quoted", "mode"),
    [(0.0, "indirect"), (0.04, "indirect"), (0.05, "mixed"), (0.9, "mixed"), (0.97, "direct"), (1.0, "direct")],
)
def test_mode(quoted: float, mode: Mode) -> None:
    assert mode_of(quoted) == mode


def test_each_pattern_takes_one_pass_over_a_long_content(lexicon: Lexicon) -> None:
    for start in ("will not ", "there is ", "has ", "ought ", "don't"):
        assert act_of([], start * 50_000, lexicon)[0] == "asserts"
    assert all(act != "asserts" for _, act in CONTENT)
