import pytest

from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import grammar_of
from standoff.extract.pronouns import find_pronouns
from tests.parses import clauses, read


@pytest.mark.parametrize(
    ("pronoun", "type"),
    [
        ("He", "person"),
        ("she", "person"),
        ("I", "person"),
        ("We", "organization"),
        ("they", "organization"),
        ("It", "organization"),
    ],
)
def test_a_subject_pronoun_is_a_mention(pronoun: str, type: MentionType) -> None:
    report, parsed = clauses(f"{pronoun} | spoke")
    (found,) = find_pronouns(report, grammar_of(report.text, parsed))
    assert (report.quote(found.at), found.type, found.form, found.name) == (pronoun, type, "pronoun", None)


OTHERS = """
    Orlen   PROPN told  nsubj
    told    VERB  -     root
    him     PRON  told  iobj
    of      ADP   plan  case
    his     PRON  plan  nmod:poss
    plan    NOUN  told  obl
    and     CCONJ saw   cc
    who     PRON  saw   nsubj
    saw     VERB  told  conj
    it      PRON  saw   obj
"""


def test_other_pronouns_are_none() -> None:
    report, parsed = read("Orlen told him of his plan and who saw it", OTHERS)
    assert find_pronouns(report, grammar_of(report.text, parsed)) == []


JOINED = """
    She     PRON  spoke nsubj
    and     CCONJ he    cc
    he      PRON  She   conj
    spoke   VERB  -     root
    ,       PUNCT spoke punct
    asked   VERB  spoke advcl
    by      ADP   they  case
    they    PRON  asked obl:agent
"""


def test_subjects_joined_by_and_and_agents_of_the_passive() -> None:
    report, parsed = read("She and he spoke, asked by they", JOINED)
    assert [report.quote(m.at) for m in find_pronouns(report, grammar_of(report.text, parsed))] == ["She", "he", "they"]
