"""Which documents are about one event: short reports on crises of invented countries."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.records import Document, Study
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.topics.find import find_topics
from tests.builders import document, mention, study, time
from tests.lexicons import shipped

DAM = [
    "Engineers in Port Ilmar said the Krosse dam cracked on Sunday and that 4,000 people were moved from Lower Tessin.",
    "Some 4,000 people have left Lower Tessin after a crack in the Krosse dam, engineers of Port Ilmar say.",
    "The crack in the Krosse dam is a metre wide; the village of Lower Tessin stands empty, the Ilmar Courier reports.",
]
STRIKE = [
    "Pilots of Air Bremund walked out on Friday over pay, and 90 flights from Castel Varo were cancelled.",
    "Air Bremund cancelled 90 flights at Castel Varo as its pilots began a strike for higher pay.",
    "A judge in Castel Varo refused to stop the walkout of the Air Bremund pilots.",
]
ALONE = [
    "The museum of Nordhelm bought a painting of a heron for a record sum.",
    "Farmers near Quill expect the worst grape harvest in thirty years.",
    "A chess master of twelve beat the champion of Ostrava-Lun in nineteen moves.",
]


def reports(texts: Sequence[str]) -> list[Document]:
    return [document(f"{number}.txt", text) for number, text in enumerate(texts)]


def groups(documents: Sequence[Document], lexicon: Lexicon, studies: Sequence[Study] = ()) -> list[list[str]]:
    path = {each.id: each.path for each in documents}
    return sorted(sorted(path[doc] for doc in topic.documents) for topic in find_topics(documents, studies, lexicon))


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        ([], []),
        (["", "", " "], [["0.txt"], ["1.txt"], ["2.txt"]]),
        (DAM[:1], [["0.txt"]]),
        (DAM, [["0.txt", "1.txt", "2.txt"]]),
        (ALONE, [["0.txt"], ["1.txt"], ["2.txt"]]),
        (DAM + STRIKE, [["0.txt", "1.txt", "2.txt"], ["3.txt", "4.txt", "5.txt"]]),
        (DAM[:2] + ALONE[:1], [["0.txt", "1.txt"], ["2.txt"]]),
    ],
    ids=["none", "empty texts", "one", "one event", "nothing connects", "two crises", "an event and a stranger"],
)
def test_documents_by_event(texts: list[str], together: list[list[str]], lexicon: Lexicon) -> None:
    assert groups(reports(texts), lexicon) == together


def test_copies_stand_for_one(lexicon: Lexicon) -> None:
    """A thousand copies of one report neither take in a stranger nor keep out another report of their event."""
    many = [document(f"copy{number}.txt", DAM[0]) for number in range(1_000)]
    near = [document(f"near{number}.txt", f"{DAM[0]} Photo {number}") for number in range(50)]
    others = [document("other.txt", DAM[1]), document("stranger.txt", ALONE[0])]
    found = find_topics([*many, *near, *others], (), lexicon)
    assert sorted(len(topic.documents) for topic in found) == [1, 1_051]
    assert [topic.central for topic in found if len(topic.documents) == 1] == [others[1].id]


def test_what_is_not_the_article_connects_nothing(lexicon: Lexicon) -> None:
    page = "Read also: the Krosse dam, Lower Tessin, Port Ilmar, engineers, crack, people moved.\n"
    shown = [document(f"{number}.txt", page + text, furniture=((0, len(page)),)) for number, text in enumerate(ALONE)]
    assert len(find_topics(shown, (), lexicon)) == 3
    plain = [document(f"{number}.txt", page + text) for number, text in enumerate(ALONE)]
    assert len(find_topics(plain, (), lexicon)) == 1


FLOODS = [
    ("Ilmar", "2031-04-02", "A flood in Ilmar drowned two people, Mayor Otto Vessen said. Shops on the quay shut."),
    (
        "Ilmar",
        "2031-04-02",
        "The flood of Ilmar, in which two people drowned, closed the quay; Otto Vessen asked for aid.",
    ),
    ("Quess", "2033-09-11", "A flood in Quess drowned five people, Governor Lia Taru said. A school lost its roof."),
    ("Quess", "2033-09-11", "The flood of Quess, in which five people drowned, hit a school; Lia Taru sent boats."),
]


def test_two_events_of_one_kind_differ_in_who_where_and_when(lexicon: Lexicon) -> None:
    documents = [document(f"{number}.txt", f"{text} ({day})") for number, (_, day, text) in enumerate(FLOODS)]
    studies = [
        study(each, mention(each, place, "place"), mention(each, who), time(each, day, day))
        for each, (place, day, _), who in zip(documents, FLOODS, ["Otto Vessen"] * 2 + ["Lia Taru"] * 2, strict=True)
    ]
    assert groups(documents, lexicon, studies) == [["0.txt", "1.txt"], ["2.txt", "3.txt"]]


def test_the_central_document_shares_most(lexicon: Lexicon) -> None:
    documents = reports(DAM)
    (topic,) = find_topics(documents, (), lexicon)
    assert topic.central in topic.documents
    assert "3 documents" in topic.why.detail
    assert 0 < topic.why.score < 1


POOL = [*DAM, *STRIKE, *ALONE, "", "A dam.", "Pilots."]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=12), st.randoms(use_true_random=False))
def test_a_partition_whatever_the_order(texts: list[str], dice: object) -> None:
    documents = reports(texts)
    found = find_topics(documents, (), shipped())
    assert sorted(doc for topic in found for doc in topic.documents) == sorted(each.id for each in documents)
    assert all(topic.central in topic.documents for topic in found)
    shuffled = list(documents)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_topics(shuffled, (), shipped()) == found
