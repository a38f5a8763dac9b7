"""Copies, excerpts, rewrites and shared statements among reports."""

import random
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.records import Document
from standoff.resolve.lineage.find import find_lineages
from standoff.resolve.lineage.numbers import numbers_of, runs_of
from standoff.resolve.lineage.quoting import quoted_spans
from standoff.resolve.lineage.relations import Overlap, relation_of
from standoff.resolve.lineage.shingles import grouped, pairs_sharing
from standoff.resolve.lineage.verbatim import RUN, Passage, Runs, in_order, indexed, shared_passages
from tests.builders import document
from tests.resolve.crossing import COMMENTS, FORMULA, OTHER, STATEMENT, THIRD, WIRE, paragraphs

FIRST, SECOND, LAST = paragraphs(WIRE)[0], paragraphs(WIRE)[1], paragraphs(WIRE)[-1]


def relation(left: str, right: str) -> str | None:
    found = find_lineages([document("a.txt", left), document("b.txt", right)])
    return found[0].relation if found else None


def with_comments(path: str, text: str, *, marked: bool, outlet: str | None = None) -> Document:
    furniture = ((len(text), len(text) + len(COMMENTS)),) if marked else ()
    return document(path, text + COMMENTS, furniture=furniture, outlet=outlet)


def restyled(text: str) -> str:
    for old, new in (("Kestria", "KESTRIA"), ("km", "kilometre"), ("’", "'"), ("forty", "40"), (" said", " says")):
        text = text.replace(old, new)
    return text.replace("\n", " ")


def translated(text: str, every: int) -> str:
    """Every so manieth word is another: what a round of machine translation leaves."""
    count = iter(range(1, 10_000))
    return re.sub(r"\w+", lambda word: "perhaps" if next(count) % every == 0 else word.group(), text)


@pytest.mark.parametrize(
    ("what", "right", "expected"),
    [
        ("the same text", WIRE, "copy"),
        ("the same under another masthead", f"MORNING POST\n\nCrates on the ferry\n\n{WIRE}", "copy"),
        ("another house's style", restyled(WIRE), "copy"),
        ("a paragraph short", "\n\n".join(paragraphs(WIRE)[:-1]), "copy"),
        ("the paragraphs in another order", "\n\n".join(reversed(paragraphs(WIRE))), "copy"),
        ("the first two paragraphs", f"{FIRST}\n\n{SECOND}", "excerpt"),
        ("one paragraph in a report of its own", f"{OTHER}\n\n{SECOND}\n\n{THIRD}", "shared_release"),
        ("every seventh word replaced", translated(WIRE, 7), "copy"),
        ("every sixth word replaced, a paragraph added", f"{translated(WIRE, 6)}\n\n{THIRD}", "copy"),
        ("an independent report", OTHER, None),
        ("a report of something else", THIRD, None),
        ("one common sentence of eight words", f"{OTHER} Nobody was arrested on the quay that night.", None),
    ],
)
def test_a_report_and_what_was_made_of_it(what: str, right: str, expected: str | None) -> None:
    assert relation(WIRE, right) == expected, what
    assert relation(right, WIRE) == expected, what


QUOTED, AGAIN = f"“{STATEMENT},” the owner said.", f"In a statement, the company said: “{STATEMENT}.”"
REWORDED = STATEMENT.replace("whoever claims", "those who claim").replace("neutral", "impartial")


@pytest.mark.parametrize(
    ("what", "left", "right", "expected"),
    [
        ("one statement quoted in two reports", f"{WIRE}\n\n{QUOTED}", f"{OTHER}\n\n{AGAIN}", "shared_release"),
        ("in two wordings", f"{WIRE}\n\n{QUOTED}", f"{OTHER}\n\n“{REWORDED},” it said.", "shared_release"),
        ("straight marks", f'{WIRE}\n\n"{STATEMENT}"', f"{OTHER}\n\n``{STATEMENT}''", "shared_release"),
        (
            "an official formula",
            f"{WIRE}\n\nThe envoy asked for “{FORMULA}”.",
            f"{OTHER}\n\n“{FORMULA},” it said.",
            None,
        ),
        ("two notes that quote one statement", f"A note. {QUOTED}", f"The company answers. {AGAIN}", "shared_release"),
        (
            "the statement and a report that quotes it",
            f"Statement\n\n{STATEMENT}",
            f"{OTHER}\n\n{AGAIN}",
            "shared_release",
        ),
    ],
)
def test_a_quoted_statement_makes_no_copy(what: str, left: str, right: str, expected: str | None) -> None:
    assert relation(left, right) == expected, what


def test_a_rewrite_keeps_a_little_of_everything() -> None:
    """Half of the words are others, as they come, all through the text."""
    long = f"{WIRE}\n\n{OTHER}\n\n{THIRD}"
    dice = random.Random(1)
    rewritten = " ".join("somewhat" if dice.random() < 0.45 else word for word in long.split())
    assert relation(long, rewritten) == "rewrite"


def test_furniture_makes_no_link() -> None:
    marked = [with_comments("a.txt", WIRE, marked=True), with_comments("b.txt", OTHER, marked=True)]
    assert find_lineages(marked) == ()


def test_furniture_that_was_missed_makes_no_link_once_a_house_shows_it_three_times() -> None:
    texts = [WIRE, OTHER, THIRD]
    missed = [with_comments(f"{n}.txt", text, marked=False, outlet="Post") for n, text in enumerate(texts)]
    assert find_lineages(missed) == ()
    assert len(find_lineages(missed[:2])) == 1, "two alone may have it from one source"


def test_captions_make_no_link() -> None:
    caption = f"{STATEMENT} {FORMULA} (Handout)"
    texts = [f"{caption}\n\n{text}" for text in (WIRE, OTHER)]
    assert (
        find_lineages([document(f"{n}.txt", text, captions=((0, len(caption)),)) for n, text in enumerate(texts)]) == ()
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", ""),
        ("Talks", "Talks"),
        ("Talks resume on Friday.", "Talks resume on Friday."),
        (
            "The talks between both states will resume on Friday",
            "The talks between both states will resume on Friday, he said",
        ),
    ],
)
def test_a_line_is_no_descent(left: str, right: str) -> None:
    assert relation(left, right) is None


def test_the_passages_read_back_the_same_words() -> None:
    left, right = document("a.txt", WIRE), document("b.txt", f"{OTHER}\n\n{SECOND.upper()}\n\n{THIRD}")
    (lineage,) = find_lineages([left, right])
    documents = {each.id: each for each in (left, right)}
    (pair,) = lineage.passages
    here, there = (documents[span.doc].quote(span) for span in pair)
    assert here.casefold() == there.casefold()
    assert SECOND.casefold().startswith(here.casefold())


@pytest.mark.parametrize(
    ("overlap", "expected"),
    [
        (Overlap(shorter=400, longer=500, covered=300, cited=0, quoted=0, plain=280, parts=8), "copy"),
        (Overlap(shorter=100, longer=500, covered=80, cited=0, quoted=0, plain=70, parts=8), "excerpt"),
        (Overlap(shorter=400, longer=500, covered=120, cited=0, quoted=0, plain=100, parts=8), "rewrite"),
        (Overlap(shorter=400, longer=500, covered=120, cited=0, quoted=0, plain=100, parts=3), "shared_release"),
        (Overlap(shorter=400, longer=500, covered=120, cited=110, quoted=110, plain=0, parts=8), "shared_release"),
        (Overlap(shorter=100, longer=900, covered=90, cited=80, quoted=80, plain=5, parts=8), "shared_release"),
        (Overlap(shorter=30, longer=30, covered=19, cited=0, quoted=0, plain=19, parts=8), None),
        (Overlap(shorter=400, longer=500, covered=14, cited=0, quoted=0, plain=14, parts=1), None),
    ],
)
def test_relations(overlap: Overlap, expected: str | None) -> None:
    assert relation_of(overlap) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes, we will” and left.", ["yes, we will"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("„Ja“, «oui» and ``yes''", ["Ja", "oui", "yes"]),
        ("“One.\n\n“Two.”", ["One.", "Two."]),
        ("“One\ntwo.” said he", ["One\ntwo."]),
        ("“never closed\nnot quoted", ["never closed"]),
        ("“stay safe, “the official said.\nNot quoted", ["stay safe, ", "the official said."]),
        ('a 5" pipe ” here', []),
    ],
)
def test_quoted_spans(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


TEXTS = st.lists(
    st.sampled_from([*paragraphs(WIRE), *paragraphs(OTHER), *paragraphs(THIRD), QUOTED, AGAIN]), max_size=7
)


@st.composite
def collections(draw: st.DrawFn) -> list[Document]:
    drawn = draw(st.lists(TEXTS.map("\n\n".join), min_size=2, max_size=5))
    return [document(f"{number}.txt", text) for number, text in enumerate(drawn)]


@settings(deadline=None, max_examples=60)
@given(collections(), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_spans_read_back(documents: list[Document], dice: random.Random) -> None:
    found = find_lineages(documents)
    shuffled = list(documents)
    dice.shuffle(shuffled)
    assert find_lineages(shuffled) == found == tuple(sorted(found, key=lambda each: each.documents))
    by_id = {each.id: each for each in documents}
    for lineage in found:
        assert 0 <= lineage.score <= 1
        assert lineage.documents == tuple(sorted(lineage.documents))
        for pair in lineage.passages:
            assert tuple(span.doc for span in pair) == lineage.documents
            assert all(by_id[span.doc].quote(span).strip() for span in pair)


@settings(deadline=None, max_examples=60)
@given(collections())
def test_an_unrelated_document_changes_nothing(documents: list[Document]) -> None:
    more = [
        *documents,
        document("unrelated.txt", "A cat sat on the mat while the dog slept under the table in the hall."),
    ]
    assert find_lineages(more) == find_lineages(documents)


def runs(text: str) -> Runs:
    forms = numbers_of(text, [(0, len(text))]).forms
    keys = runs_of(forms, RUN)
    return indexed(forms, keys, np.ones(len(keys), np.bool_))


def test_shared_passages_bridge_small_changes_only() -> None:
    left = "the boat may leave once the harbour court has heard the captain at the end of the week"
    right = "the boat can leave once the harbour court has heard its old captain at the end of the month"
    (passage,) = shared_passages(runs(left), runs(right))
    assert (passage.left, passage.left_end, passage.right, passage.right_end) == (3, 17, 3, 18)
    assert len(passage.equal) == 13


NOTHING = np.empty((0, 2), np.int64)


def test_passages_in_order_leave_out_the_moved_one() -> None:
    places = ((0, 50), (10, 0), (20, 10), (30, 90))
    passages = [Passage(left, left + 9, right, right + 9, NOTHING) for left, right in places]
    assert [each.left for each in in_order(passages)] == [10, 20, 30]
    assert in_order([]) == []


def test_grouping_follows_links_to_the_end() -> None:
    assert grouped(6, [(4, 3), (3, 1), (5, 0)]) == [0, 1, 2, 1, 1, 0]


def test_pairs_sharing_counts_keys_and_passes_over_common_ones() -> None:
    keys = [np.array(held, np.uint64) for held in ([1, 2, 3], [2, 3, 4], [2, 5], [6])]
    assert pairs_sharing(keys, least=1, most=None) == [(0, 1), (0, 2), (1, 2)]
    assert pairs_sharing(keys, least=2, most=None) == [(0, 1)]
    assert pairs_sharing(keys, least=1, most=2) == [(0, 1)]
    assert pairs_sharing([], least=1, most=None) == []
