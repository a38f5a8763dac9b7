"""Who "he", "the official" and "the Varnian president" are within one text; what stays open stays open."""

import pytest

from standoff.core.records import Document, Mention
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.extract.references import REACH
from standoff.lexicon.lexicon import Lexicon
from tests.parses import clauses, read

PEOPLE = [
    (words, "person") for words in ("Helena Orlen", "Anna Quill", "Peter Tarvic", "Oleg Marn", "Ilka Vess", "Jorn Hade")
]


def settled(sentences: list[str], lexicon: Lexicon, names: list[tuple[str, str]] | None = None) -> dict[str, str]:
    """For each mention that stands for another the words of both, in a text of simple sentences."""
    text = " ".join(sentences)
    heard = [name for name in names or PEOPLE if name[0] in text]
    report, parsed = clauses(*sentences, names=heard)
    return _links(report, find_mentions(report, grammar_of(report.text, parsed), lexicon))


def _links(report: Document, mentions: tuple[Mention, ...]) -> dict[str, str]:
    by_id = {m.id: m for m in mentions}
    return {report.quote(m.at): report.quote(by_id[m.refers].at) for m in mentions if m.refers is not None}


PRONOUNS: list[tuple[list[str], dict[str, str]]] = [
    # the given name tells who can be meant
    (["Helena Orlen | met | Peter Tarvic", "She | left"], {"She": "Helena Orlen"}),
    (["Helena Orlen | met | Peter Tarvic", "He | left"], {"He": "Peter Tarvic"}),
    # so do an honorific and a noun
    (["Ilka Vess | met | the chairwoman", "She | left"], {"She": "Ilka Vess"}),
    (["A spokesman | met | Helena Orlen", "He | left"], {"He": "A spokesman"}),
    # of two who can be meant the subject, before one who is nearer
    (["Peter Tarvic | met | Oleg Marn", "He | left"], {"He": "Peter Tarvic"}),
    # the sentence before counts more than the one before that
    (
        ["Peter Tarvic | met | Helena Orlen", "Oleg Marn | left", "She | left", "He | spoke"],
        {"She": "Helena Orlen", "He": "Oleg Marn"},
    ),
    # nobody fits
    (["Helena Orlen | left", "He | spoke"], {}),
    (["The officials | left", "He | spoke"], {}),
    (["He | spoke", "Peter Tarvic | left"], {}),
    # I and you are told by whose quotation it is, not by who was named before
    (["Peter Tarvic | left", "I | stayed"], {}),
    # bodies
    (["The ministry | left", "It | spoke"], {"It": "The ministry"}),
    (["France | left", "It | spoke"], {"It": "France"}),
    (["Peter Tarvic | left", "It | spoke"], {}),
    (["The officials | met | Peter Tarvic", "They | left"], {"They": "The officials"}),
    (["The army | met | Peter Tarvic", "They | left"], {"They": "The army"}),
    (["The ministry | met | Peter Tarvic", "They | left"], {}),
]


@pytest.mark.parametrize(("sentences", "links"), PRONOUNS)
def test_pronouns(sentences: list[str], links: dict[str, str], lexicon: Lexicon) -> None:
    assert settled(sentences, lexicon) == links


OWN = """
    Peter  PROPN left  nsubj
    Tarvic PROPN Peter flat
    left   VERB  -     root
    .      PUNCT left  punct

    Oleg   PROPN said  nsubj
    Marn   PROPN Oleg  flat
    said   VERB  -     root
    he     PRON  slept nsubj
    slept  VERB  said  ccomp
    .      PUNCT said  punct
"""


def test_the_subject_of_the_same_sentence_comes_before_that_of_the_sentence_before(lexicon: Lexicon) -> None:
    names = [("Peter Tarvic", "person"), ("Oleg Marn", "person")]
    report, parsed = read("Peter Tarvic left. Oleg Marn said he slept.", OWN, names)
    assert _links(report, find_mentions(report, grammar_of(report.text, parsed), lexicon)) == {"he": "Oleg Marn"}


@pytest.mark.parametrize(("between", "open"), [(REACH - 1, False), (REACH, True)])
def test_a_pronoun_looks_back_only_so_far(between: int, open: bool, lexicon: Lexicon) -> None:
    links = settled(["Peter Tarvic | left", *["Rain | fell"] * between, "He | spoke"], lexicon)
    assert links == ({} if open else {"He": "Peter Tarvic"})


def test_a_pronoun_that_stands_for_one_passes_it_on_to_the_next(lexicon: Lexicon) -> None:
    """Each "she" is settled by a name or by nothing, so a chain never loops."""
    report, parsed = clauses("Helena Orlen | left", "She | spoke", "She | slept", names=[("Helena Orlen", "person")])
    mentions = find_mentions(report, grammar_of(report.text, parsed), lexicon)
    assert [m.refers for m in mentions] == [None, mentions[0].id, mentions[0].id]


DESCRIPTIONS: list[tuple[list[str], dict[str, str]]] = [
    # the same noun again, with an article that says it is known
    (["A senior official | left", "The official | spoke"], {"The official": "A senior official"}),
    (["A senior official | left", "An official | spoke"], {}),
    (["A senior official | left", "Another official | spoke"], {}),
    (["A senior official | left", "The diplomat | spoke"], {}),
    # several are never told apart by their noun
    (["Two officials | left", "The officials | spoke"], {}),
    (["Officials | left", "The official | spoke"], {}),
    # the last of two
    (["An old official | met | a young official", "The official | spoke"], {"The official": "a young official"}),
    # the state beside it must not be another
    (["A Varnian official | left", "The Lodanian official | spoke"], {}),
    # an office is its bearer's, of the same state
    (
        ["Varnian president Ilka Vess | left", "The Varnian president | spoke"],
        {"The Varnian president": "Varnian president Ilka Vess"},
    ),
    (["Varnian president Ilka Vess | left", "The president | spoke"], {"The president": "Varnian president Ilka Vess"}),
    (["Varnian president Ilka Vess | left", "The Lodanian president | spoke"], {}),
    (["Varnian president Ilka Vess | left", "A president | spoke"], {}),
    (["Varnian president Ilka Vess | left", "The Varnian premier | spoke"], {}),
    (["President Ilka Vess | left", "The Lodanian president | spoke"], {}),
    (
        [
            "Varnian president Ilka Vess | met | Lodanian president Jorn Hade",
            "The Varnian president | spoke",
            "The Lodanian president | left",
        ],
        {
            "The Varnian president": "Varnian president Ilka Vess",
            "The Lodanian president": "Lodanian president Jorn Hade",
        },
    ),
    # an office outweighs the same noun
    (
        ["A president | spoke", "Varnian president Ilka Vess | left", "The president | slept"],
        {"The president": "Varnian president Ilka Vess"},
    ),
]


@pytest.mark.parametrize(("sentences", "links"), DESCRIPTIONS)
def test_descriptions(sentences: list[str], links: dict[str, str], lexicon: Lexicon) -> None:
    assert settled(sentences, lexicon) == links


def test_a_pronoun_outside_quotation_marks_is_nobody_named_only_inside_them(lexicon: Lexicon) -> None:
    sentences = ["Peter Tarvic | left", "“ Oleg Marn | slept | there ”", "He | spoke"]
    assert settled(sentences, lexicon) == {"He": "Peter Tarvic"}


def test_we_in_a_quotation_stays_open(lexicon: Lexicon) -> None:
    assert settled(["The officials | left", "“ We | slept | there ”"], lexicon) == {}
    assert settled(["The officials | left", "We | slept"], lexicon) == {"We": "The officials"}


BESIDE = """
    Jorn     PROPN spoke    nsubj
    Hade     PROPN Jorn     flat
    ,        PUNCT 6        punct
    the      DET   6        det
    harbour  NOUN  6        compound
    minister NOUN  Jorn     appos
    ,        PUNCT 6        punct
    spoke    VERB  -        root
"""
BEFORE = """
    The      DET   minister det
    minister NOUN  spoke    nsubj
    ,        PUNCT Jorn     punct
    Jorn     PROPN minister appos
    Hade     PROPN Jorn     flat
    ,        PUNCT Jorn     punct
    spoke    VERB  -        root
"""


@pytest.mark.parametrize(
    ("text", "table", "description"),
    [
        ("Jorn Hade, the harbour minister, spoke", BESIDE, "the harbour minister"),
        ("The minister, Jorn Hade, spoke", BEFORE, "The minister"),
    ],
)
def test_a_description_beside_a_name_is_that_persons(text: str, table: str, description: str, lexicon: Lexicon) -> None:
    report, parsed = read(text, table, [("Jorn Hade", "person")])
    assert _links(report, find_mentions(report, grammar_of(report.text, parsed), lexicon)) == {description: "Jorn Hade"}


SHORT_NAMES: list[tuple[list[str], dict[str, str]]] = [
    (["The Lodan Brigade | left", "The Brigade | spoke"], {"The Brigade": "Lodan Brigade"}),
    (["The Lodan Council | left", "The Brigade | spoke"], {}),
    (["The Lodan Brigade | left", "The brigade | spoke"], {}),
    # the last one named so
    (
        ["The Lodan Brigade | met | the Varn Brigade", "The Brigade | spoke"],
        {"The Brigade": "Varn Brigade"},
    ),
    (["The Lodan Brigade | left", "The group | spoke"], {"The group": "Lodan Brigade"}),
    (["The Lodan Brigade | met | the Varn Council", "The group | spoke"], {}),
    (["The Lodan Brigade | left", "The small group | spoke"], {}),
    (["Peter Tarvic | left", "The group | spoke"], {}),
]


@pytest.mark.parametrize(("sentences", "links"), SHORT_NAMES)
def test_a_body_under_the_last_word_of_its_name_or_a_general_noun(
    sentences: list[str], links: dict[str, str], lexicon: Lexicon
) -> None:
    bodies = ("Lodan Brigade", "Lodan Council", "Varn Council", "Varn Brigade")
    heard = [(name, "organization") for name in bodies if name in " ".join(sentences)]
    assert settled(sentences, lexicon, heard) == links
