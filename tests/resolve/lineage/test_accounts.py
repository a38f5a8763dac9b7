"""Accounts: a partition of the documents by their origin."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.findings import Lineage
from standoff.core.records import Document
from standoff.core.vocabulary import Relation
from standoff.resolve.lineage.accounts import find_accounts
from tests.builders import document

NAMES = "abcdef"
DOCUMENTS = {name: document(f"{name}.txt", name * (10 + place)) for place, name in enumerate(NAMES)}
"""The later the letter, the longer the text."""


def lineage(left: str, right: str, relation: Relation, score: float = 0.9) -> Lineage:
    first, second = sorted((DOCUMENTS[left].id, DOCUMENTS[right].id))
    return Lineage(documents=(first, second), relation=relation, passages=(), score=score)


def names(lineages: list[Lineage]) -> set[str]:
    of = {each.id: name for name, each in DOCUMENTS.items()}
    return {
        "".join(sorted(of[doc] for doc in each.documents)) for each in find_accounts([*DOCUMENTS.values()], lineages)
    }


@pytest.mark.parametrize(
    ("what", "lineages", "accounts"),
    [
        ("nothing is copied", [], {"a", "b", "c", "d", "e", "f"}),
        ("copies collapse", [lineage("a", "b", "copy"), lineage("b", "c", "rewrite")], {"abc", "d", "e", "f"}),
        ("an excerpt joins its origin", [lineage("a", "f", "excerpt")], {"af", "b", "c", "d", "e"}),
        ("a shared release joins nothing", [lineage("a", "b", "shared_release")], {"a", "b", "c", "d", "e", "f"}),
        (
            "two cuts of one text are one account",
            [lineage("a", "f", "excerpt"), lineage("b", "f", "excerpt")],
            {"abf", "c", "d", "e"},
        ),
        (
            "a release inside two reports joins the one that has more of it",
            [lineage("a", "e", "excerpt", 0.7), lineage("a", "f", "excerpt", 0.8)],
            {"af", "b", "c", "d", "e"},
        ),
    ],
)
def test_accounts(what: str, lineages: list[Lineage], accounts: set[str]) -> None:
    assert names(lineages) == accounts, what


RELATIONS: st.SearchStrategy[Relation] = st.sampled_from(["copy", "rewrite", "excerpt", "shared_release"])


@st.composite
def drawn_lineages(draw: st.DrawFn) -> list[Lineage]:
    pairs = draw(st.lists(st.sampled_from([(a, b) for a in NAMES for b in NAMES if a < b]), unique=True))
    return [lineage(*pair, draw(RELATIONS), draw(st.sampled_from([0.5, 0.7, 0.9]))) for pair in pairs]


@given(drawn_lineages(), st.randoms(use_true_random=False))
def test_accounts_are_a_partition_whatever_the_order(lineages: list[Lineage], dice: random.Random) -> None:
    found = find_accounts([*DOCUMENTS.values()], lineages)
    documents: list[Document] = [*DOCUMENTS.values()]
    dice.shuffle(documents)
    shuffled = list(lineages)
    dice.shuffle(shuffled)
    assert find_accounts(documents, shuffled) == found
    assert sorted(doc for each in found for doc in each.documents) == sorted(each.id for each in documents)
    joined = {doc: each.id for each in found for doc in each.documents}
    assert all(
        joined[left] == joined[right]
        for left, right in (each.documents for each in lineages if each.relation == "copy")
    )
