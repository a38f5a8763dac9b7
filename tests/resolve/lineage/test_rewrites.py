"""Rewrites by what they keep, and what is none: templates with other numbers, reports that share words in no order."""

import random

import pytest

from standoff.resolve.lineage.find import find_lineages
from standoff.resolve.lineage.relations import Keeping, are_others, is_rewrite, least_kept
from tests.builders import document
from tests.resolve.crossing import OTHER, THIRD, WIRE

LONG = f"{WIRE}\n\n{OTHER}\n\n{THIRD}"


def relation(left: str, right: str) -> str | None:
    found = find_lineages([document("a.txt", left), document("b.txt", right)])
    return found[0].relation if found else None


def spun(text: str, share: float, seed: int = 1) -> str:
    """So many of the words in lower case are others; no two of them stand next to each other unchanged for long."""
    dice = random.Random(seed)
    return " ".join(
        f"{word[-2:]}{dice.choice('aeiou')}n" if word.islower() and dice.random() < share else word
        for word in text.split()
    )


def shuffled(text: str) -> str:
    """The same words in no order."""
    words = text.split()
    random.Random(1).shuffle(words)
    return " ".join(words)


@pytest.mark.parametrize(
    ("what", "right", "expected"),
    [
        ("half of the words are others", spun(LONG, 0.5), "rewrite"),
        ("the same under another headline", f"Crates on the ferry\n\n{spun(LONG, 0.5)}", "rewrite"),
        ("all words, in no order", shuffled(LONG), None),
        ("hardly anything is left", spun(LONG, 0.95), None),
    ],
)
def test_rewrites(what: str, right: str, expected: str | None) -> None:
    assert relation(LONG, right) == expected, what
    assert relation(right, LONG) == expected, what


def bulletin(seed: int) -> str:
    """A day's report of a harbour office, which writes the same sentences around other numbers every day."""
    dice = random.Random(seed)
    sentences = (
        "The harbour office of Aldmouth counted {} ships and {} barges on the roads this morning",
        "Freight rates for timber closed at {} crowns a load, and {} for coal from the Morvane pits",
        "The water at the Sel gauge stood at {} centimetres, against {} a week before",
        "Customs cleared {} lorries by noon while {} were still waiting behind the fish market",
        "The ferry took {} passengers over and brought {} back on its evening run",
        "The auction hall in Tarn sold {} crates of herring and {} of cod",
    )
    lines = [each.format(dice.randrange(100, 999), dice.randrange(1000, 9999)) for each in sentences]
    return ".\n".join((*lines, f"The next notice will be posted on the quay after {seed} bells have been rung"))


def test_bulletins_by_one_template_are_no_copies_of_each_other() -> None:
    assert relation(bulletin(11), bulletin(12)) == "shared_release"
    assert relation(bulletin(11), bulletin(11).replace("by noon", "before noon")) == "copy"


@pytest.mark.parametrize(
    ("keeping", "expected"),
    [
        (Keeping(words=200, kept=90, shared=110, cited=0, parts=10), True),
        (Keeping(words=200, kept=60, shared=70, cited=0, parts=10), False),
        (Keeping(words=200, kept=90, shared=160, cited=0, parts=10), False),
        (Keeping(words=200, kept=90, shared=110, cited=0, parts=4), False),
        (Keeping(words=200, kept=90, shared=110, cited=40, parts=10), True),
        (Keeping(words=200, kept=90, shared=110, cited=80, parts=10), False),
        (Keeping(words=30, kept=30, shared=30, cited=0, parts=10), False),
    ],
)
def test_what_shows_a_rewrite(keeping: Keeping, expected: bool) -> None:
    assert is_rewrite(keeping) == expected


def test_the_shorter_a_text_the_more_of_it_a_rewrite_keeps() -> None:
    shares = [least_kept(words) / words for words in (50, 100, 400)]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    ("numbers", "longer", "expected"),
    [(range(10), range(3), True), (range(10), range(5), False), (range(3), range(9, 12), False), ([], [], False)],
)
def test_other_numbers(numbers: range, longer: range, expected: bool) -> None:
    assert are_others([*numbers], {*longer}) == expected
