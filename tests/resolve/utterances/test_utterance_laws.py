"""How groups hold together, and the laws of utterances."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.resolve.gather import gather
from tests.resolve.utterances.test_utterances import Report, documents, utterances


def test_gathering_holds_every_group_together() -> None:
    """Groups may span no more than two steps: 0-1-2 hold, 3 is one too far, and joins 4."""
    pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 1)]
    assert gather(pairs, lambda left, right: max(*left, *right) - min(*left, *right) <= 2) == [[0, 1, 2], [3, 4]]
    assert gather([], lambda left, right: True) == []


WORDS = [
    "Kestria",
    "blockade",
    "strait",
    "never",
    "accept",
    "the",
    "of",
    "94,000",
    "12",
    "troops",
    "harbour",
    "will",
    "envoys",
]
CONTENTS = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map(" ".join)
LINES = st.tuples(st.sampled_from([None, "Dorn", "Reik", "Kestria"]), CONTENTS)


@st.composite
def crises(draw: st.DrawFn) -> list[Report]:
    return [
        Report(f"{number}", *draw(st.lists(LINES, min_size=1, max_size=3, unique_by=lambda line: line[1])))
        for number in range(draw(st.integers(2, 4)))
    ]


@settings(deadline=None, max_examples=80)
@given(crises(), st.randoms(use_true_random=False))
def test_laws(reports: list[Report], dice: random.Random) -> None:
    found = utterances(*reports)
    shuffled = list(reports)
    dice.shuffle(shuffled)
    assert utterances(*shuffled) == found, "the order of the documents does not matter"
    members = [each for utterance in found for each in utterance.attributions]
    assert len(members) == len(set(members)), "an attribution is in one utterance at most"
    home = {each.id: each.doc for report in reports for each in report.attributions}
    for utterance in found:
        assert utterance.fullest in utterance.attributions
        assert len({home[each] for each in utterance.attributions}) > 1
        assert 0 <= utterance.why.score <= 1
        for each in utterance.differences:
            assert each.attribution in utterance.attributions
            assert each.attribution != utterance.fullest
            sides = [side for side in (each.fullest, each.here) if side is not None]
            assert sides
            assert all(documents(reports)[side.doc].quote(side).strip() for side in sides)
