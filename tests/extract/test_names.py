import pytest

from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import grammar_of
from standoff.extract.names import SURE, find_names
from standoff.lexicon.lexicon import Lexicon
from tests.builders import document
from tests.parses import clauses, named, parse, read

MINISTER = """
    Varnian  ADJ   Ilka     amod
    Foreign  ADJ   Minister amod
    Minister PROPN Ilka     compound
    Ilka     PROPN spoke    nsubj
    Orlen    PROPN Ilka     flat
    spoke    VERB  -        root
"""
SECRETARY = """
    U.S.      PROPN Secretary compound
    Secretary PROPN Mara      compound
    of        ADP   State     case
    State     PROPN Secretary nmod
    Mara      PROPN spoke     nsubj
    Quill     PROPN Mara      flat
    spoke     VERB  -         root
"""
LATE = """
    the       DET   Jorn  det
    late      ADJ   Jorn  amod
    President PROPN Jorn  compound
    Jorn      PROPN plan  nmod:poss
    Tarvic    PROPN Jorn  flat
    ’s        PART  Jorn  case
    plan      NOUN  -     root
"""
SPOKESWOMAN = """
    White       PROPN House       compound
    House       PROPN spokeswoman compound
    spokeswoman NOUN  Mara        compound
    Mara        PROPN spoke       nsubj
    Quill       PROPN Mara        flat
    spoke       VERB  -           root
"""
COUNTERPART = """
    his         PRON  Jorn        nmod:poss
    Lodanian    ADJ   Jorn        amod
    counterpart NOUN  Jorn        compound
    Jorn        PROPN spoke       nsubj
    Tarvic      PROPN Jorn        flat
    spoke       VERB  -           root
"""
VICE = """
    vice      NOUN  president compound
    -         PUNCT president punct
    president NOUN  Ilka      compound
    Ilka      PROPN spoke     nsubj
    Orlen     PROPN Ilka      flat
    spoke     VERB  -         root
"""
DAME = """
    Dame  PROPN Ilka  compound
    Ilka  PROPN met   nsubj
    Orlen PROPN Ilka  flat
    met   VERB  -     root
    Mr.   PROPN Jorn  compound
    Jorn  PROPN met   obj
"""
TITLES = [
    # (text, its parse, the person's name; the whole mention, the role)
    ("Varnian Foreign Minister Ilka Orlen spoke", MINISTER, "Ilka Orlen", "Varnian Foreign Minister"),
    ("U.S. Secretary of State Mara Quill spoke", SECRETARY, "Mara Quill", "U.S. Secretary of State"),
    ("the late President Jorn Tarvic’s plan", LATE, "Jorn Tarvic", "late President"),
    ("White House spokeswoman Mara Quill spoke", SPOKESWOMAN, "Mara Quill", "White House spokeswoman"),
    ("his Lodanian counterpart Jorn Tarvic spoke", COUNTERPART, "Jorn Tarvic", "Lodanian counterpart"),
    ("vice-president Ilka Orlen spoke", VICE, "Ilka Orlen", "vice-president"),
    ("Dame Ilka Orlen met Mr. Jorn", DAME, "Ilka Orlen", None),
]


@pytest.mark.parametrize(("text", "table", "name", "role"), TITLES)
def test_a_person_is_mentioned_with_the_title_before_the_name(
    text: str, table: str, name: str, role: str | None, lexicon: Lexicon
) -> None:
    report, parsed = read(text, table, [(name, "person")])
    (found,) = [m for m in find_names(report, grammar_of(text, parsed), lexicon) if m.type == "person"]
    assert found.name is not None
    assert report.quote(found.at) == text[: text.index(name) + len(name)]
    assert report.quote(found.name) == name
    assert (report.quote(found.role) if found.role else None) == role


PARIS = """
    Paris  PROPN said   nsubj
    said   VERB  -      root
    troops NOUN  left   nsubj
    near   ADP   5      case
    Paris  PROPN troops nmod
    left   VERB  said   ccomp
    for    ADP   8      case
    Paris  PROPN left   obl
"""
MINISTRIES = """
    The      DET   4     det
    French   ADJ   4     amod
    Foreign  ADJ   4     amod
    Ministry PROPN spoke nsubj
    and      CCONJ 8     cc
    its      PRON  8     nmod:poss
    Foreign  ADJ   8     amod
    Ministry PROPN 4     conj
    spoke    VERB  -     root
"""
ALLIANCE = """
    NATO    PROPN warned nsubj
    warned  VERB  -      root
    Swedish ADJ   Ulla   amod
    -       PUNCT born   punct
    born    ADJ   Ulla   amod
    Ulla    PROPN warned obj
"""
SENTENCES = """
    It    PRON  left nsubj
    left  VERB  -    root
    North PROPN left obj

    Korea PROPN gave nsubj
    gave  VERB  -    root
"""
LISTED: list[tuple[str, str, list[tuple[str, MentionType]]]] = [
    # a seat of government speaks for its state, except where it is plainly a place
    (
        "Paris said troops near Paris left for Paris",
        PARIS,
        [("Paris", "state"), ("Paris", "place"), ("Paris", "state")],
    ),
    (
        "The French Foreign Ministry and its Foreign Ministry spoke",
        MINISTRIES,
        [("The French Foreign Ministry", "government"), ("Foreign Ministry", "government")],
    ),
    ("NATO warned Swedish-born Ulla", ALLIANCE, [("NATO", "alliance"), ("Swedish", "state")]),
    # no name runs over the end of a sentence
    ("It left North\n\nKorea gave", SENTENCES, []),
]


@pytest.mark.parametrize(("text", "table", "found"), LISTED)
def test_states_and_bodies_of_the_lexicon(
    text: str, table: str, found: list[tuple[str, MentionType]], lexicon: Lexicon
) -> None:
    report, parsed = read(text, table)
    mentions = find_names(report, grammar_of(text, parsed), lexicon)
    assert [(report.quote(m.at), m.type) for m in mentions] == found
    assert all(m.form == "name" and m.name == m.at and m.role is None for m in mentions)


HEADED = """
    The      DET   Wire  det
    Harbour  PROPN Wire  compound
    Wire     PROPN spoke nsubj
    ’s       PART  Wire  case
    spoke    VERB  -     root
"""


@pytest.mark.parametrize(
    ("name", "label", "type"),
    [
        # the noun it ends in tells more than the reader's label
        ("Harbour Ministry", "organization", "government"),
        ("Lodan News Agency", "organization", "media"),
        ("Odran Brigade", "organization", "military"),
        ("Straits Alliance", "organization", "alliance"),
        ("Lodan Shipping Works", "organization", "organization"),
        ("Joint Harbour Chiefs", "organization", "organization"),
        ("Odran Bay", "location", "place"),
        ("Ilka Orlen", "person", "person"),
        ("Ilka Minister", "person", "person"),
    ],
)
def test_names_the_reader_hears(name: str, label: str, type: MentionType, lexicon: Lexicon) -> None:
    report = document("a.txt", f"It met {name} again")
    last = name.rsplit(maxsplit=1)[-1]
    rows = [f"{word} PROPN {last if word != last else 'met'} compound" for word in name.split()]
    parsed = parse(
        report,
        "\n".join(["It PRON met nsubj", "met VERB - root", *rows, "again ADV met advmod"]),
        names=[named(report, name, label)],
    )
    (found,) = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert (report.quote(found.at), found.type) == (name, type)


def test_articles_marks_and_possessive_endings_are_no_part_of_a_name(lexicon: Lexicon) -> None:
    report, parsed = read("The Harbour Wire’s spoke", HEADED, [("The Harbour Wire’s", "organization")])
    (found,) = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert report.quote(found.at) == "Harbour Wire"


def test_a_miscellaneous_name_is_no_actor(lexicon: Lexicon) -> None:
    report, parsed = read("The Harbour Wire’s spoke", HEADED, [("Harbour Wire", "misc")])
    assert find_names(report, grammar_of(report.text, parsed), lexicon) == []


@pytest.mark.parametrize(("score", "type"), [(SURE, "person"), (SURE - 0.05, "state")])
def test_a_person_called_like_a_state_is_one_where_the_reader_is_sure(
    score: float, type: MentionType, lexicon: Lexicon
) -> None:
    report = document("a.txt", "Jordan spoke")
    parsed = parse(
        report, "Jordan PROPN spoke nsubj\nspoke VERB - root", names=[named(report, "Jordan", "person", score=score)]
    )
    (found,) = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert found.type == type


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a person whose name begins like a state's
        ("Jordan Hale spoke", [("Jordan Hale", "Jordan Hale", None)]),
        ("Georgia Hale spoke", [("Georgia Hale", "Georgia Hale", None)]),
        # a state or a title that the reader took for part of the name
        ("French Ilka Orlen spoke", [("French", "French", None), ("Ilka Orlen", "Ilka Orlen", None)]),
        ("General Ilka Orlen spoke", [("General Ilka Orlen", "Ilka Orlen", "General")]),
        ("Dr Ilka Orlen spoke", [("Dr Ilka Orlen", "Ilka Orlen", None)]),
        (
            "French General Ilka Orlen spoke",
            [("French", "French", None), ("French General Ilka Orlen", "Ilka Orlen", "French General")],
        ),
    ],
)
def test_what_is_a_persons_own_name(text: str, found: list[tuple[str, str, str | None]], lexicon: Lexicon) -> None:
    report, parsed = clauses(text.replace(" spoke", " | spoke"), names=[(text.removesuffix(" spoke"), "person")])
    mentions = find_names(report, grammar_of(report.text, parsed), lexicon)
    assert [
        (report.quote(m.at), report.quote(m.name or m.at), report.quote(m.role) if m.role else None) for m in mentions
    ] == found


def test_a_longer_name_takes_in_the_state_it_is_made_with(lexicon: Lexicon) -> None:
    text = "Bank of France spoke"
    table = "Bank PROPN spoke nsubj\nof ADP France case\nFrance PROPN Bank nmod\nspoke VERB - root"
    report, parsed = read(text, table, [("Bank of France", "organization")])
    (found,) = find_names(report, grammar_of(text, parsed), lexicon)
    assert (report.quote(found.at), found.type) == ("Bank of France", "organization")
