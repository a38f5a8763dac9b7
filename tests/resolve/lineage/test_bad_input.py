"""What a folder may hold: thousands of copies, a report in pieces, two crises, texts that have nothing in common."""

import random

import pytest

from standoff.core.findings import Lineage
from standoff.core.records import Document
from standoff.resolve.lineage.accounts import find_accounts
from standoff.resolve.lineage.candidates import MOST_HOLDERS
from standoff.resolve.lineage.find import find_lineages
from tests.builders import document
from tests.resolve.crossing import COMMENTS, OTHER, THIRD, WIRE, paragraphs

SYLLABLES = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pa", "re", "si", "to", "va", "wo", "zi"]


def invented(seed: int, words: int = 300) -> str:
    """A text of words that no other seed's text is likely to have in the same order, in sentences."""
    dice = random.Random(seed)
    made = ["".join(dice.choices(SYLLABLES, k=3)) for _ in range(words)]
    return ". ".join(" ".join(made[place : place + 12]) for place in range(0, words, 12))


def shaken(text: str, share: float, seed: int) -> str:
    """So many words replaced by ones that nobody else has."""
    dice = random.Random(seed)
    return " ".join(f"x{dice.randrange(10**9)}" if dice.random() < share else word for word in text.split())


def sizes(documents: list[Document], lineages: tuple[Lineage, ...]) -> list[int]:
    return sorted(len(each.documents) for each in find_accounts(documents, lineages))


def test_ten_thousand_copies_are_one_account_listed_with_the_first_alone() -> None:
    copies = [document(f"{number}.txt", WIRE, published=f"2030-05-{1 + number % 28:02}") for number in range(1, 10_000)]
    first = document("first.txt", WIRE, published="2030-04-30")
    found = find_lineages([*copies, first])
    assert len(found) == len(copies)
    assert all(first.id in each.documents and each.relation == "copy" for each in found)
    assert {each.origin for each in found} == {first.id}
    assert sizes([*copies, first], found) == [10_000]


@pytest.mark.parametrize("count", [MOST_HOLDERS, MOST_HOLDERS + 1, 60])
def test_near_copies_are_one_account_and_their_pairs_grow_with_them(count: int) -> None:
    text = invented(0)
    documents = [document(f"{number}.txt", shaken(text, 0.1, number)) for number in range(count)]
    found = find_lineages(documents)
    assert sizes(documents, found) == [count]
    assert len(found) <= count * MOST_HOLDERS / 2


def test_every_pair_of_a_few_copies_is_listed() -> None:
    documents = [document(f"{number}.txt", WIRE) for number in range(MOST_HOLDERS)]
    assert len(find_lineages(documents)) == MOST_HOLDERS * (MOST_HOLDERS - 1) // 2


def test_an_excerpt_of_a_text_with_many_copies_joins_them() -> None:
    documents = [document(f"{number}.txt", WIRE) for number in range(30)]
    documents.append(document("part.txt", "\n\n".join(paragraphs(WIRE)[1:3])))
    assert sizes(documents, find_lineages(documents)) == [31]


def test_one_report_split_in_ten_is_one_account_with_the_whole() -> None:
    text = invented(1, 600)
    words = text.split()
    parts = [" ".join(words[place : place + 60]) for place in range(0, 600, 60)]
    documents = [document("whole.txt", text), *(document(f"{n}.txt", part) for n, part in enumerate(parts))]
    found = find_lineages(documents)
    assert {each.relation for each in found} == {"excerpt"}
    assert sizes(documents, found) == [11]
    assert find_lineages(documents[1:]) == (), "without the whole nothing says that they belong together"


def test_two_crises_do_not_mix() -> None:
    here = [document(f"a{n}.txt", shaken(WIRE, 0.1, n)) for n in range(4)]
    there = [document(f"b{n}.txt", shaken(invented(2), 0.1, n)) for n in range(4)]
    found = find_lineages([*here, *there])
    assert sizes([*here, *there], found) == [4, 4]
    first = {each.id for each in here}
    assert all(len(first & set(each.documents)) in (0, 2) for each in found)


def test_a_folder_in_which_nothing_connects() -> None:
    documents = [document(f"{n}.txt", text) for n, text in enumerate((WIRE, OTHER, THIRD, *map(invented, range(9))))]
    assert find_lineages(documents) == ()
    assert sizes(documents, ()) == [1] * len(documents)


@pytest.mark.parametrize(
    "texts",
    [
        ("", " \n ", "…"),
        ("the " * 3000, "the " * 2000),
        ("tern crane heron " * 900, "crane heron tern " * 800),
        ("İstanbul " * 30 + WIRE, WIRE.upper()),
    ],
)
def test_odd_texts_are_read(texts: tuple[str, ...]) -> None:
    documents = [document(f"{n}.txt", text) for n, text in enumerate(texts)]
    by_id = {each.id: each for each in documents}
    for lineage in find_lineages(documents):
        assert all(by_id[span.doc].quote(span).strip() for pair in lineage.passages for span in pair)


def test_many_comment_boxes_join_nothing() -> None:
    documents = [document(f"{n}.txt", invented(n) + COMMENTS) for n in range(20)]
    assert find_lineages(documents) == ()
