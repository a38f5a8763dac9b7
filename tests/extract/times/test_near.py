"""Which time a word belongs to, over trees built by hand."""

from __future__ import annotations

import msgspec
import pytest

from standoff.core.when import When
from standoff.extract.grammar import grammar_of
from standoff.extract.times.find import find_times
from standoff.extract.times.near import Times
from tests import parses
from tests.lexicons import shipped


def dating(text: str, table: str, word: str) -> str | None:
    """The words of the time that dates ``word``; ``None`` where none does."""
    report, parse = parses.read(text, table)
    report = msgspec.structs.replace(report, published=When.parse("2021-12-08"))
    grammar = grammar_of(text, parse)
    index = next(i for i in range(len(grammar.words)) if grammar.form(i) == word)
    found = Times(grammar, find_times(report, grammar, shipped())).of(index)
    return None if found is None else text[found.at.start : found.at.end]


MET = """
Velin PROPN met nsubj
met VERB - root
Orlen PROPN met obj
on ADP Tuesday case
Tuesday PROPN met obl
. PUNCT met punct
"""
TALKS = """
Velin PROPN held nsubj
held VERB - root
talks NOUN held obj
in ADP Orlen case
Orlen PROPN talks nmod
on ADP Tuesday case
Tuesday PROPN Orlen nmod
. PUNCT held punct
"""
SAID = """
Velin PROPN said nsubj
said VERB - root
on ADP Monday case
Monday PROPN said obl
that SCONJ sail mark
ships NOUN sail nsubj
sail VERB said ccomp
. PUNCT said punct
"""
WAR = """
Velin PROPN regrets nsubj
regrets VERB - root
the DET war det
2014 NUM war nummod
war NOUN regrets obj
. PUNCT regrets punct
"""
JOINED = """
Velin PROPN met nsubj
met VERB - root
on ADP Monday case
Monday PROPN met obl
and CCONJ sailed cc
sailed VERB met conj
on ADP Tuesday case
Tuesday PROPN sailed obl
. PUNCT met punct
"""
HELD = """
Talks NOUN failed nsubj
held VERB Talks acl
on ADP Monday case
Monday PROPN held obl
failed VERB - root
. PUNCT failed punct
"""
CAME = """
Velin PROPN came nsubj
came VERB - root
on ADP Monday case
Monday PROPN came obl
to PART sign mark
sign VERB came advcl
it PRON sign obj
. PUNCT came punct
"""
SPOKE = """
Velin PROPN spoke nsubj
spoke VERB - root
on ADP Monday case
Monday PROPN spoke obl
before ADP talks case
the DET talks det
talks NOUN spoke obl
. PUNCT spoke punct
"""
ADVANCE = """
Velin PROPN spoke nsubj
spoke VERB - root
on ADP Monday case
Monday PROPN spoke obl
in ADP advance case
advance NOUN spoke obl
of ADP talks case
talks NOUN advance nmod
. PUNCT spoke punct
"""
SINCE = """
They PRON met nsubj
met VERB - root
since ADP talks case
the DET talks det
talks NOUN met obl
in ADP June case
June PROPN talks nmod
. PUNCT met punct
"""


@pytest.mark.parametrize(
    ("text", "table", "word", "expected"),
    [
        ("Velin met Orlen on Tuesday.", MET, "met", "Tuesday"),
        ("Velin held talks in Orlen on Tuesday.", TALKS, "held", "Tuesday"),
        ("Velin held talks in Orlen on Tuesday.", TALKS, "talks", "Tuesday"),
        ("Velin said on Monday that ships sail.", SAID, "said", "Monday"),
        ("Velin said on Monday that ships sail.", SAID, "sail", None),
        ("Velin regrets the 2014 war.", WAR, "war", "2014"),
        ("Velin regrets the 2014 war.", WAR, "regrets", None),
        ("Velin met on Monday and sailed on Tuesday.", JOINED, "met", "Monday"),
        ("Velin met on Monday and sailed on Tuesday.", JOINED, "sailed", "Tuesday"),
        ("Talks held on Monday failed.", HELD, "Talks", "Monday"),
        ("Talks held on Monday failed.", HELD, "failed", None),
        ("Velin came on Monday to sign it.", CAME, "sign", "Monday"),
        ("Velin spoke on Monday before the talks.", SPOKE, "spoke", "Monday"),
        ("Velin spoke on Monday before the talks.", SPOKE, "talks", None),
        ("Velin spoke on Monday in advance of talks.", ADVANCE, "talks", None),
        ("They met since the talks in June.", SINCE, "talks", "June"),
        ("They met since the talks in June.", SINCE, "met", None),
    ],
)
def test_a_word_belongs_to_the_time_of_its_clause(text: str, table: str, word: str, expected: str | None) -> None:
    assert dating(text, table, word) == expected


def test_a_duration_dates_nothing() -> None:
    table = "Velin PROPN waited nsubj\nwaited VERB - root\nthree NUM weeks nummod\nweeks NOUN waited obl"
    assert dating("Velin waited three weeks", table, "waited") is None
