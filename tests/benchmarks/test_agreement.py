import pytest
from msgspec.structs import replace

from agreement import agreement, scores
from standoff.core.parse import Word

GOLD = (  # "He didn't go. Stop"
    Word(0, 2, 0, "PRON", 3, "nsubj", "Number=Sing", "he"),
    Word(3, 6, 0, "AUX", 3, "aux:pass", "Tense=Past", "do"),
    Word(6, 9, 0, "PART", 3, "advmod", "Polarity=Neg", "not"),
    Word(10, 12, 0, "VERB", 3, "root", "VerbForm=Inf", "go"),
    Word(12, 13, 0, "PUNCT", 3, "punct", "", "."),
    Word(14, 18, 1, "VERB", 5, "root", "Mood=Imp", "_"),
)
NOTHING: dict[int, dict[str, object]] = {}


def changed(changes: dict[int, dict[str, object]]) -> tuple[Word, ...]:
    return tuple(replace(word, **changes.get(index, {})) for index, word in enumerate(GOLD))


def glued() -> tuple[Word, ...]:
    """The same, with "didn't" as one word."""
    whole = replace(GOLD[1], end=9, head=2)
    rest = (replace(word, head=word.head - 1) for word in GOLD[3:])
    return (replace(GOLD[0], head=2), whole, *rest)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        (NOTHING, {}),
        ({0: {"upos": "NOUN"}}, {"UPOS": 1}),
        ({0: {"features": ""}}, {"features": 1}),
        ({0: {"lemma": "him"}}, {"lemma": 1}),
        ({5: {"lemma": "anything"}}, {}),
        ({0: {"deprel": "obj"}}, {"LAS": 1, "LAS coarse": 1}),
        ({1: {"deprel": "aux"}}, {"LAS": 1}),
        ({0: {"head": 1}}, {"UAS": 1, "LAS": 1, "LAS coarse": 1}),
        ({3: {"head": 1, "deprel": "dep"}}, {"UAS": 1, "LAS": 1, "LAS coarse": 1}),
        ({5: {"sentence": 0}}, {"sentences": 2}),
    ],
)
def test_one_wrong_thing_costs_its_own_measures(changes: dict[int, dict[str, object]], wrong: dict[str, int]) -> None:
    counts = agreement(GOLD, changed(changes))
    units = {"sentences": 2}
    assert {name: units.get(name, 6) - counts[f"{name} right"] for name in scores(counts)} == {
        name: wrong.get(name, 0) for name in scores(counts)
    }


def test_words_cut_otherwise_are_wrong_and_their_dependents_are_not() -> None:
    found = scores(agreement(GOLD, glued()))
    assert found["words"] == pytest.approx(100 * 2 * 4 / (5 + 6))
    assert found["UAS"] == found["words"]
    assert found["sentences"] == 100


def test_what_a_reading_never_says_has_no_score() -> None:
    bare = tuple(replace(word, features="", lemma="", deprel="") for word in GOLD)
    silent = {name for name, value in scores(agreement(GOLD, bare)).items() if value is None}
    assert silent == {"features", "lemma", "UAS", "LAS", "LAS coarse"}
