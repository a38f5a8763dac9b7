import pytest

from standoff.extract.grammar import grammar_of
from standoff.extract.language import ENOUGH, gap_of_language
from standoff.lexicon.lexicon import Lexicon
from tests.builders import document
from tests.parses import plain

ENGLISH = "The harbour of Orlen was closed on Monday, and it is not known when the ships that wait there will sail. "
GERMAN = "Der Hafen von Orlen wurde am Montag geschlossen, und niemand weiss, wann die wartenden Schiffe auslaufen. "
FRENCH = "Le port a été fermé lundi et personne ne sait quand les navires qui attendent à quai vont enfin partir. "


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH, True),
        (ENGLISH.upper(), True),
        (ENGLISH + GERMAN, True),
        (GERMAN * 3, False),
        (FRENCH * 3, False),
        ("Orlen\t12\tships\nVarnia\t30\tships\n" * 20, False),
        ("Varnia threatens Orlen", True),
        ("", True),
    ],
    ids=("english", "capitals", "half", "german", "french", "table", "headline", "nothing"),
)
def test_what_does_not_read_as_english_is_a_gap(text: str, english: bool, lexicon: Lexicon) -> None:
    report = document("report.txt", text)
    gap = gap_of_language(report, grammar_of(text, plain(report)), lexicon)
    assert (gap is None) == english
    if gap is not None:
        assert (gap.doc, gap.room) == (report.id, "extract")
        assert "does not read as English" in gap.reason


def test_too_few_words_say_nothing(lexicon: Lexicon) -> None:
    report = document("report.txt", "Schiff " * (ENOUGH - 1))
    assert gap_of_language(report, grammar_of(report.text, plain(report)), lexicon) is None
