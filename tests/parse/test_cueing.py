import numpy as np
import pytest

from standoff.parse.cueing import CLAIM, ORPHAN, Found, attributions_of
from tests.parse.signals import signals

# Each case: the labels of the three layers over the same words, who each cue (by its first word) takes for its
# source and content, and what comes out as (cue, source, content).
CASES = [
    # Orlen said the fleet moved
    ("B O O O O", "O B O O O", "O O B I I", {1: "s.ccc"}, [((1, 2), ((0, 1),), ((2, 5),))]),
    # The fleet moved , according to Orlen
    ("O O O O O O B", "O O O O B I O", "B I I O O O O", {4: "ccc...s"}, [((4, 6), ((6, 7),), ((0, 3),))]),
    # We wait , Orlen said , until spring: one content in two pieces
    ("O O O B O O O", "O O O O B O O", "B I O O O O B", {4: "cc.s..c"}, [((4, 5), ((3, 4),), ((0, 2), (6, 7)))]),
    # Orlen denied and Tarvic confirmed that it moved: two cues, one content
    (
        "B O O B O O O O",
        "O B O O B O O O",
        "O O O O O O B I",
        {1: "s.....cc", 4: "...s..cc"},
        [((1, 2), ((0, 1),), ((6, 8),)), ((4, 5), ((3, 4),), ((6, 8),))],
    ),
    # Fleet moved , it was said: a cue without a source
    ("O O O O O O", "O O O B I I", "B I O O O O", {3: "cc...."}, [((3, 6), (), ((0, 2),))]),
    # a cue that claims no content says nothing
    ("B O O", "O B O", "O O O", {1: "s.."}, []),
    # a source run that the role head gives to nobody is not taken
    ("B O O B", "O B O O", "O O B O", {1: "s.c."}, [((1, 2), ((0, 1),), ((2, 3),))]),
    # words that the content layer missed but the role head is sure of belong to the content
    ("B O O O", "O B O O", "O O O O", {1: "s.cc"}, [((1, 2), ((0, 1),), ((2, 4),))]),
    # a mark that was missed does not cut a content in two, a cue and its source do
    ("B O O O O O", "O B O O O O", "O O B I O B", {1: "s.cc.c"}, [((1, 2), ((0, 1),), ((2, 6),))]),
    ("O B O O", "O O B O", "B O O B", {2: "cs.c"}, [((2, 3), ((1, 2),), ((0, 1), (3, 4)))]),
    # of two sources that a cue claims, the one with more weight
    ("B O B I O O", "O B O O O O", "O O O O B I", {1: "s.sscc"}, [((1, 2), ((2, 4),), ((4, 6),))]),
]


@pytest.mark.parametrize(("source", "cue", "content", "roles", "found"), CASES)
def test_source_and_content_of_each_cue(
    source: str, cue: str, content: str, roles: dict[int, str], found: list[tuple[object, object, object]]
) -> None:
    read = attributions_of(*signals(source=source, cue=cue, content=content, roles=roles))
    assert [item[:3] for item in read] == found
    assert all(0 < item.score <= 1 for item in read)


def test_a_run_is_claimed_by_the_mean_of_its_words() -> None:
    """Of the four words of the content the role head gives so many to the cue; the rest is the layer's."""
    for letters, claimed in (("s.cccc", True), ("s.cc..", True), ("s.c...", False)):
        share = letters.count("c") / 4
        assert (share >= CLAIM) is claimed
        read = attributions_of(
            *signals(source="B O O O O O", cue="O B O O O O", content="O O B I I I", roles={1: letters})
        )
        # what is not claimed by the cue is a content that nobody is said to say
        assert read[0].cue == ((1, 2) if claimed else None)
        assert read[0].content == ((2, 6),)


def test_a_content_around_its_own_cue_is_not_that_cues_where_it_has_another() -> None:
    read = attributions_of(*signals(source="O O O O O", cue="O B O O O", content="B I I O B", roles={1: "ccc.c"}))
    assert [item.content for item in read if item.cue] == [((4, 5),)]


@pytest.mark.parametrize(("sure", "kept"), [(0.95, True), (ORPHAN + 0.02, True), (ORPHAN - 0.02, False)])
def test_content_without_a_cue_is_kept_where_the_reader_is_sure(sure: float, kept: bool) -> None:
    """``sure`` is what begin and inside have together."""
    read = attributions_of(
        *signals(source="O O", cue="O O", content="B I", roles={}, sure={"content": sure - (1 - sure)})
    )
    assert [item.content for item in read] == ([((0, 2),)] if kept else [])


def test_content_without_a_cue_stands_after_those_with_one() -> None:
    read = attributions_of(
        *signals(source="O O O O B O O", cue="O O O O O B O", content="B I O O O O B", roles={5: "....s.c"})
    )
    assert [item.cue for item in read] == [(5, 6), None]
    assert [item.content for item in read] == [((6, 7),), ((0, 2),)]


def test_nothing_cued() -> None:
    assert attributions_of(*signals(source="O O", cue="O O", content="O O", roles={})) == []


def test_the_score_is_the_cues_times_the_contents() -> None:
    (found,) = attributions_of(
        *signals(source="B O O", cue="O B O", content="O O B", roles={1: "s.c"}, sure={"cue": 0.8})
    )
    cue = 0.8 + 0.1  # begin and inside together
    content = np.exp(6) / (np.exp(6) + 2)
    assert found.score == pytest.approx(cue * content, abs=2e-4)


# "Orlen said Tarvic denied it moved", by the words that stand in each role
def nested(roles: dict[int, str], content: str = "O O B I I I") -> list[Found]:
    return attributions_of(
        *signals(source="B O O O O O", cue="O B O O O O", content=content, inner="O O O B O O", roles=roles)
    )


def test_a_cue_inside_a_content_has_what_it_claims_there() -> None:
    read = nested({1: "s.cccc", 3: "c.s.cc"})
    assert [item[:3] + item[4:] for item in read] == [
        ((1, 2), ((0, 1),), ((2, 6),), 0),
        ((3, 4), ((2, 3),), ((4, 6),), 1),
    ]


def test_a_cue_inside_with_no_content_around_it_or_of_its_own_is_nothing() -> None:
    assert nested({1: "s.....", 3: "..s.cc"}, content="O O O O O O") == []
    assert [item.depth for item in nested({1: "s.cccc", 3: "..s..."})] == [0]
