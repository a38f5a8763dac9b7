"""How many independent accounts tell a fact: bounds, by where it is told and what that rests on."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Independent, Lineage, Utterance
from standoff.core.records import Document
from standoff.core.span import Span
from standoff.resolve.independence import Telling, count_independent, passages_of
from standoff.resolve.places import places_of
from standoff.resolve.reports import Reports, reports_of
from tests.builders import BY_HAND, attribution, document, study

NAMES = "abcdef"
DOCUMENTS = {name: document(f"{name}.txt", f"{name} " + "the quay is closed and the boats wait " * 6) for name in NAMES}


def place(name: str, start: int, end: int) -> Span:
    return DOCUMENTS[name].span(start, end)


def shared(*passages: tuple[Span, Span]) -> list[Lineage]:
    """A lineage for each passage; the documents of one always in order."""
    return [
        Lineage(documents=(left.doc, right.doc), relation="shared_release", passages=((left, right),), score=0.5)
        for left, right in (sorted(passage) for passage in passages)
    ]


def reports(*accounts: str) -> Reports:
    """Of all documents, those named together of one account."""
    joined = "".join(accounts)
    held = [*accounts, *(name for name in NAMES if name not in joined)]
    return reports_of(
        Dossier(
            documents=tuple(DOCUMENTS.values()),
            accounts=tuple(Account(documents=tuple(sorted(DOCUMENTS[name].id for name in each))) for each in held),
        )
    )


A, B, C = place("a", 10, 20), place("b", 10, 20), place("c", 10, 20)


@pytest.mark.parametrize(
    ("what", "tellings", "accounts", "passages", "lower", "upper"),
    [
        ("nobody tells it", [], [], [], 0, 0),
        ("three tell it in their own words", [Telling(A), Telling(B), Telling(C)], [], [], 3, 3),
        ("one tells it twice", [Telling(A), Telling(place("a", 30, 40))], [], [], 1, 1),
        ("two of them are copies", [Telling(A), Telling(B), Telling(C)], ["ab"], [], 2, 2),
        ("two have it from one minister", [Telling(A, "Reik"), Telling(B, "Reik"), Telling(C)], [], [], 2, 3),
        ("two have it from two ministers", [Telling(A, "Reik"), Telling(B, "Dorn")], [], [], 2, 2),
        ("one of two names nobody", [Telling(A, "Reik"), Telling(B)], [], [], 2, 2),
        (
            "two print it in one release",
            [Telling(A), Telling(B), Telling(C)],
            [],
            [(place("a", 5, 60), place("b", 5, 60))],
            2,
            3,
        ),
        (
            "the release is elsewhere in one of the two",
            [Telling(A), Telling(B)],
            [],
            [(place("a", 5, 60), place("b", 40, 95))],
            2,
            2,
        ),
        (
            "one release in three, each pair found",
            [Telling(A), Telling(B), Telling(C)],
            [],
            [
                (place("a", 5, 60), place("b", 5, 60)),
                (place("a", 5, 58), place("c", 5, 58)),
                (place("b", 6, 60), place("c", 5, 60)),
            ],
            1,
            3,
        ),
        (
            "one release in three, the middle one not among those that tell it",
            [Telling(A), Telling(C)],
            [],
            [(place("a", 5, 60), place("b", 100, 155)), (place("b", 98, 150), place("c", 5, 57))],
            1,
            2,
        ),
        (
            "two releases in one text",
            [Telling(A), Telling(C)],
            [],
            [(place("a", 5, 60), place("b", 5, 60)), (place("b", 55, 110), place("c", 5, 60))],
            2,
            2,
        ),
        (
            "a short passage inside a long one is no chain",
            [Telling(A), Telling(C)],
            [],
            [(place("a", 0, 200), place("b", 0, 200)), (place("b", 150, 180), place("c", 5, 35))],
            2,
            2,
        ),
        (
            "a source links a release and a copy",
            [Telling(A), Telling(B, "Dorn"), Telling(C, "Dorn"), Telling(place("d", 1, 9))],
            ["cd"],
            [(place("a", 5, 60), place("b", 5, 60))],
            1,
            3,
        ),
    ],
)
def test_bounds(
    what: str,
    tellings: list[Telling],
    accounts: list[str],
    passages: list[tuple[Span, Span]],
    lower: int,
    upper: int,
) -> None:
    found = count_independent(reports(*accounts), passages_of(shared(*passages)), tellings)
    assert found == Independent(lower=lower, upper=upper), what
    assert count_independent(reports(*accounts), passages_of(shared(*passages)), tellings[::-1]) == found


def test_reports_of_one_utterance_are_one_below() -> None:
    said = "no boat will leave the harbour of Tarn before the court has heard the captain"
    read = [document(f"{name}.txt", f"{name}: {said}. Nobody answered.") for name in "abc"]
    heard = [attribution(each, said) for each in read]
    utterance = Utterance(
        speaker=None,
        attributions=tuple(sorted(each.id for each in heard[:2])),
        fullest=heard[0].id,
        accounts=(),
        independent=Independent(lower=1, upper=2),
        why=BY_HAND,
    )
    dossier = Dossier(
        documents=tuple(read),
        studies=tuple(study(*each) for each in zip(read, heard, strict=True)),
        accounts=tuple(Account(documents=(each.id,)) for each in read),
        utterances=(utterance,),
    )
    inside = [Telling(each.span(10, 20)) for each in read]
    outside = Telling(read[0].span(len(read[0].text) - 9, len(read[0].text)))
    assert count_independent(reports_of(dossier), {}, inside) == Independent(lower=2, upper=3)
    assert count_independent(reports_of(dossier), {}, [outside, inside[1]]) == Independent(lower=2, upper=2)


SPANS = st.tuples(st.sampled_from(NAMES), st.integers(0, 150), st.integers(1, 70)).map(
    lambda drawn: place(drawn[0], drawn[1], drawn[1] + drawn[2])
)
TELLINGS = st.lists(st.builds(Telling, SPANS, st.sampled_from([None, "Dorn", "Reik"])), max_size=8)
PASSAGES = st.lists(st.tuples(SPANS, SPANS).filter(lambda pair: pair[0].doc != pair[1].doc), max_size=6)


@settings(deadline=None)
@given(TELLINGS, PASSAGES, st.randoms(use_true_random=False))
def test_laws(tellings: list[Telling], passages: list[tuple[Span, Span]], dice: random.Random) -> None:
    lineages = shared(*passages)
    found = count_independent(reports(), passages_of(lineages), tellings)
    assert min(1, len(tellings)) <= found.lower <= found.upper <= len(tellings), "each bound counts something told"
    shuffled, turned = [*tellings], [*lineages]
    dice.shuffle(shuffled)
    dice.shuffle(turned)
    assert count_independent(reports(), passages_of(turned), shuffled) == found, "no order matters"
    assert count_independent(reports(), {}, tellings).lower >= found.lower, "what is shared only lowers the bound"
    alone = count_independent(reports(), passages_of(lineages), tellings[:-1])
    assert alone.upper <= found.upper <= alone.upper + 1, "one telling more is one account more at most"


@given(st.lists(SPANS, max_size=12), SPANS)
def test_places_are_found_as_by_looking_at_all(spans: list[Span], sought: Span) -> None:
    numbered = [(span, number % 3) for number, span in enumerate(spans)]
    found = places_of(numbered).get(sought.doc)
    texts = set() if found is None else set(found.touching(sought))
    assert texts == {text for span, text in numbered if span.overlaps(sought)}


def test_ten_thousand_copies_take_no_square_of_time() -> None:
    copies = [Document(path=f"{number}.txt", text="the quay is closed " * 5) for number in range(10_000)]
    lineages = [_copy(left, right) for left, right in (*pairwise(copies), *((copies[0], each) for each in copies[2:]))]
    dossier = Dossier(documents=tuple(copies), accounts=(Account(documents=tuple(sorted(each.id for each in copies))),))
    held = reports_of(dossier)
    begun = time.process_time()
    found = count_independent(held, passages_of(lineages), [Telling(each.span(4, 9)) for each in copies])
    assert found == Independent(lower=1, upper=1)
    assert time.process_time() - begun < 5


def _copy(left: Document, right: Document) -> Lineage:
    first, second = sorted((left, right), key=lambda each: each.id)
    whole: Sequence[Span] = [each.span(0, len(each.text)) for each in (first, second)]
    return Lineage(documents=(first.id, second.id), relation="copy", passages=((whole[0], whole[1]),), score=1.0)
