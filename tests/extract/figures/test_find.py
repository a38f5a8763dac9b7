"""Sentences of reports, read by the shipped reader: what a user would see."""

from collections.abc import Callable

import pytest

from standoff.core.records import Document, Figure, Study
from standoff.core.when import When
from standoff.extract.attributions import find_attributions
from standoff.extract.figures.find import find_figures
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import load_reader
from tests.builders import document
from tests.parses import read, with_fields

Read = Callable[[str], tuple[Document, tuple[Figure, ...]]]
PERSON = "person"


@pytest.fixture(scope="module")
def reading(lexicon: Lexicon) -> Read:
    """Reads a text and gives the document with its figures; times play no part here."""
    reader = load_reader(1)

    def figures(text: str) -> tuple[Document, tuple[Figure, ...]]:
        report = document("report.txt", text)
        report = with_fields(report, published=When.parse("2031-05-20"), published_basis="metadata")
        parse = reader(report)
        mentions = find_mentions(report, grammar_of(report.text, parse), lexicon)
        said = find_attributions(report, grammar_of(report.text, parse), lexicon, mentions)
        study = Study(doc=report.id, mentions=mentions, attributions=said)
        return report, find_figures(report, grammar_of(report.text, parse), lexicon, study)

    return figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 12 people were killed and 30 wounded when a missile hit a market, the health ministry said.",
            [("At least 12 people", 12, None, PERSON, "past"), ("30 wounded", 30, 30, PERSON, "past")],
        ),
        (
            "The strike left 14 dead and more than 60 injured.",
            [("14 dead", 14, 14, PERSON, "past"), ("more than 60 injured", 60, None, PERSON, "past")],
        ),
        ("One soldier was killed in the shelling.", [("One soldier", 1, 1, PERSON, "past")]),
        (
            "The death toll rose from 40 to 62 on Friday.",
            [("40", 40, 40, None, "past"), ("62", 62, 62, None, "past")],
        ),
        (
            "Up to 175,000 soldiers could take part in an invasion.",
            [("Up to 175,000 soldiers", None, 175_000, PERSON, "planned")],
        ),
        (
            "The deal would free 50 hostages in exchange for 150 prisoners.",
            [("50 hostages", 50, 50, PERSON, "planned"), ("150 prisoners", 150, 150, PERSON, "planned")],
        ),
        ("Some 300,000 people are trapped in the city.", [("Some 300,000 people", 3e5, 3e5, PERSON, "actual")]),
        ("The call lasted two hours and one minute.", [("two hours and one minute", 7260, 7260, "second", "past")]),
        ("The alliance has 30 member states.", [("30 member states", 30, 30, "state", "actual")]),
        ("Kidnappers demand $2 million in ransom.", [("$2 million", 2e6, 2e6, "USD", "planned")]),
        (
            "The convoy carried 600 tonnes of flour.",
            [("600 tonnes", 600, 600, "tonne", "past")],
        ),
        ("Seven of the nine hostages were released.", [("Seven of the nine hostages", 7, 7, PERSON, "past")]),
    ],
)
@pytest.mark.slow
def test_figures_of_a_sentence(
    reading: Read, text: str, expected: list[tuple[str, float | None, float | None, str | None, str]]
) -> None:
    report, found = reading(text)
    assert [(report.quote(f.at), f.low, f.high, f.unit, f.status) for f in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 45-year-old colonel, Ilka Orlen, 45, was aged 30 when Resolution 1441 was passed.",
        "The two leaders met again, and both sides were pleased.",
        "A Boeing 737 flew along Route 9 to the G7 summit.",
        "The ministers of the P5+1 met at 9 pm on 5 May 2003.",
        "One of the houses burned, and one official said nothing.",
        "They help one another, and no one is left.",
        "It works 24/7 under Article 5 of the treaty.",
        "The war began in 2014.",
    ],
)
@pytest.mark.slow
def test_is_no_figure(reading: Read, text: str) -> None:
    report, found = reading(text)
    assert [report.quote(figure.at) for figure in found] == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Varnia has said 94,000 troops are near the line.", "Varnia"),
        ("There are 70,000 troops near the line.", None),
        ("Varnia puts the number at 27.", "Varnia"),
    ],
)
@pytest.mark.slow
def test_whose_figure_it_is(reading: Read, lexicon: Lexicon, text: str, claimant: str | None) -> None:
    report, (figure,) = reading(text)
    reader = load_reader(1)
    names = {
        mention.id: report.quote(mention.at)
        for mention in find_mentions(report, grammar_of(report.text, reader(report)), lexicon)
    }
    assert (None if figure.claimant is None else names[figure.claimant]) == claimant


def test_by_hand(lexicon: Lexicon) -> None:
    """No weights: the grammar alone tells what is counted, also after a table's line that is furniture."""
    report, parsed = read(
        "40 ships\nThe fleet has 12 grey ships.",
        """
        40    NUM  ships nummod
        ships NOUN -     root

        The   DET  fleet det
        fleet NOUN has   nsubj
        has   VERB -     root
        12    NUM  ships nummod
        grey  ADJ  ships amod
        ships NOUN has   obj
        .     PUNCT has  punct
    """,
    )
    report = with_fields(report, furniture=((0, 8),))
    study = Study(doc=report.id)
    (figure,) = find_figures(report, grammar_of(report.text, parsed), lexicon, study)
    assert report.quote(figure.at) == "12 grey ships"
    assert figure.what is not None
    assert report.quote(figure.what) == "grey ships"
    assert (figure.low, figure.high, figure.hedge, figure.claimant) == (12, 12, None, None)


def test_a_document_without_numbers(lexicon: Lexicon) -> None:
    report, parsed = read("Ships wait.", "Ships NOUN wait nsubj\nwait VERB - root\n. PUNCT wait punct")
    assert find_figures(report, grammar_of(report.text, parsed), lexicon, Study(doc=report.id)) == ()
