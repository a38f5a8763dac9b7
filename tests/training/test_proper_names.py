"""Names out of trees: what is a name, where it begins and ends, of which kind."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpora.proper_names import name_runs, names_of, proper_of


@dataclass
class Tree:
    forms: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)


def tree(text: str, *entities: tuple[int, int, str]) -> Tree:
    """``form/UPOS/head/relation`` for each word; the head counts from 0."""
    rows = [word.split("/") for word in text.split()]
    forms, upos, heads, deprels = (list(column) for column in zip(*rows, strict=True))
    return Tree(forms, upos, [int(head) for head in heads], deprels, list(entities))


BANK = "the/DET/1/det Bank/PROPN/1/root of/ADP/3/case Norland/PROPN/1/nmod"
MINISTRY = (
    "Ministry/PROPN/0/root of/ADP/2/case Housing/PROPN/0/nmod and/CCONJ/5/cc Public/ADJ/5/amod Works/PROPN/2/conj"
)
KING = "King/PROPN/2/nmod:poss 's/PART/0/case College/PROPN/2/root"
KINGS_SPEECH = "Ostia/PROPN/2/nmod:poss 's/PART/0/case Senate/PROPN/2/root"


@pytest.mark.parametrize(
    ("parsed", "names"),
    [
        (tree(BANK, (0, 4, "organization"), (3, 4, "place")), [0, 3, 4, 4]),
        (tree(MINISTRY, (0, 6, "organization")), [3, 4, 4, 4, 4, 4]),
        (tree(KING, (0, 3, "organization")), [3, 4, 4]),
        (tree(KINGS_SPEECH, (0, 2, "place"), (0, 3, "organization")), [5, 0, 3]),
        (tree("President/PROPN/1/nmod:desc Orla/PROPN/1/root Venn/PROPN/1/flat", (0, 3, "person")), [0, 1, 2]),
        (
            tree("President/PROPN/0/root of/ADP/2/case Norland/PROPN/0/nmod", (0, 3, "person"), (2, 3, "place")),
            [0, 0, 5],
        ),
        (tree("the/DET/2/det White/ADJ/2/amod House/PROPN/2/root", (0, 3, "organization")), [0, 3, 4]),
        (
            tree("San/PROPN/2/compound Tomé/PROPN/0/flat Bulletin/PROPN/2/root", (0, 2, "place"), (0, 3, "object")),
            [7, 8, 8],
        ),
        (
            tree(
                "Orla/PROPN/0/root of/ADP/3/case the/DET/3/det Gazette/PROPN/0/nmod", (0, 4, "person"), (2, 4, "object")
            ),
            [1, 0, 0, 7],
        ),
        (tree("in/ADP/1/case March/PROPN/1/root", (1, 2, "time")), [0, 0]),
        (tree("all/DET/1/det Norlandians/PROPN/1/root", (0, 2, "person")), [0, 7]),
        (tree("on/ADP/2/case Zembla/PROPN/2/compound talks/NOUN/2/root"), [0, -100, 0]),
    ],
)
def test_names_with_their_kinds(parsed: Tree, names: list[int]) -> None:
    assert names_of(parsed) == names


@pytest.mark.parametrize(
    ("parsed", "proper"),
    [
        (tree(BANK), [0, 1, -100, 1]),
        (tree(MINISTRY), [1, -100, 1, -100, -100, 2]),
        (tree("Orla/PROPN/0/root Venn/PROPN/0/flat left/VERB/0/root"), [1, 2, 0]),
        (tree("on/ADP/1/case Monday/PROPN/1/root"), [0, 0]),
        (tree("Mr./PROPN/1/compound Venn/PROPN/1/root"), [0, 1]),
        (tree("at/ADP/1/case Orla/PROPN/1/root 's/PART/1/case"), [0, 1, -100]),
        (tree("the/DET/2/det Norlandish/ADJ/2/amod army/NOUN/2/root"), [0, -100, 0]),
    ],
)
def test_what_the_tree_alone_says(parsed: Tree, proper: list[int]) -> None:
    assert proper_of(parsed) == proper


def test_two_names_side_by_side_are_two() -> None:
    parsed = tree("minister/NOUN/0/root of/ADP/2/case Defence/PROPN/0/nmod Orla/PROPN/0/appos Venn/PROPN/3/flat")
    assert list(name_runs(parsed)) == [[2], [3, 4]]


words = st.tuples(
    st.sampled_from(["Orla", "Bank", "of", "and", "President", "May", "army", "'s"]),
    st.sampled_from(["PROPN", "ADP", "ADJ", "NOUN", "PART", "NUM", "X"]),
    st.integers(0, 11),
    st.sampled_from(["flat", "compound", "nmod", "nmod:poss", "nmod:desc", "conj", "amod", "case", "root"]),
)


@given(st.lists(words, min_size=1, max_size=12))
def test_every_tree_even_a_circle_gets_one_label_a_word(rows: list[tuple[str, str, int, str]]) -> None:
    size = len(rows)
    forms, upos, heads, deprels = (list(column) for column in zip(*rows, strict=True))
    parsed = Tree(forms, upos, [min(head, size - 1) for head in heads], deprels, [(0, size, "organization")])
    runs = list(name_runs(parsed))
    assert [word for run in runs for word in run] == sorted({word for run in runs for word in run})
    assert all(any(upos[word] == "PROPN" for word in run) for run in runs)
    assert len(names_of(parsed)) == len(proper_of(parsed)) == size
