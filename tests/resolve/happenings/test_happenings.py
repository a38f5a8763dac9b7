from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.resolve.assemble import assemble
from standoff.resolve.happenings.find import find_happenings
from standoff.resolve.happenings.grouping import joined_alike
from standoff.resolve.happenings.pairing import NEIGHBOURS, likely_pairs
from standoff.resolve.happenings.traces import traces_of
from standoff.resolve.reports import reports_of
from tests.builders import documents, studies
from tests.lexicons import shipped
from tests.resolve.happenings.calls import (
    ALL,
    ECHO,
    FEARED,
    FIRST,
    NEXT_DAY,
    OTHERS,
    PREVIEW,
    SECOND,
    STRUCK,
    Read,
    event_of,
    report,
)


def found(reads: Sequence[Read], judgements: Sequence[Judgement] = ()) -> Dossier:
    return assemble([each for each, _ in reads], [each for _, each in reads], (), shipped(), judgements)


def holding(dossier: Dossier, read: Read) -> Happening:
    (happening,) = (each for each in dossier.happenings if event_of(read).id in each.events)
    return happening


def judged(one: Read, verdict: Verdict, other: Read) -> Judgement:
    return Judgement(
        subject=event_of(one).id, verdict=verdict, other=event_of(other).id, by="R. Dorn", on="2031-06-01T10:00:00Z"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (FIRST, ECHO, True),
        (PREVIEW, FIRST, True),
        (FIRST, SECOND, False),  # the call of the 7th and the call of the 30th stay two
        (FIRST, NEXT_DAY, False),  # the next day, with somebody else
        (FIRST, OTHERS, False),  # other people call each other on the same day
        (FEARED, STRUCK, False),  # what is feared is not what was done
    ],
)
def test_two_tellings_of_one_thing(one: Read, other: Read, *, same: bool) -> None:
    dossier = found([one, other])
    assert (holding(dossier, one) == holding(dossier, other)) is same


def test_a_call_that_was_announced_and_held() -> None:
    dossier = found([FIRST, ECHO, PREVIEW])
    (call,) = dossier.happenings
    assert [stage.factuality for stage in call.course] == ["scheduled", "occurred"]
    assert [stage.event for stage in call.course] == [event_of(PREVIEW).id, event_of(FIRST).id]
    assert (call.factuality, call.type, call.documents) == ("occurred", "CONSULT", 3)
    assert (call.when, call.when_basis) == (event_of(FIRST).when, "explicit")
    names = {actor.id: actor.name for actor in dossier.actors}
    assert {names[actor] for actor in call.participants} == {"Ilka Orlen", "Joris Vaal"}
    assert call.independent.upper == len(call.accounts)


def test_the_label_reads_as_a_line_of_a_timeline() -> None:
    dossier = found([FIRST])
    (call,) = dossier.happenings
    text = FIRST[0].text
    assert text[call.label.start : call.label.end].startswith("Ilka Orlen of Varnia held a phone call with Chancellor")


@pytest.mark.parametrize(
    ("one", "verdict", "other", "same"), [(FIRST, "same", SECOND, True), (FIRST, "different", ECHO, False)]
)
def test_a_person_decides(one: Read, verdict: Verdict, other: Read, *, same: bool) -> None:
    dossier = found(ALL, [judged(one, verdict, other)])
    assert (holding(dossier, one) == holding(dossier, other)) is same


@given(order=st.permutations(ALL), count=st.integers(0, len(ALL)))
@settings(max_examples=15, deadline=None)
def test_any_order_gives_the_same(order: list[Read], count: int) -> None:
    assert found(order[:count]).happenings == found(order[:count][::-1]).happenings


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_event_is_in_one_happening_and_rulings_hold(data: st.DataObject) -> None:
    reports = data.draw(st.lists(documents(), max_size=4, unique_by=lambda each: each.id))
    reads = [(each, data.draw(studies(each))) for each in reports]
    ids = [event.id for _, study in reads for event in study.events]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3)) if ids else []
    judgements = [
        Judgement(
            subject=one,
            verdict=data.draw(st.sampled_from(["same", "different"])),
            other=other,
            by="R. Dorn",
            on="2031-06-01T10:00:00Z",
        )
        for one, other in pairs
        if one != other
    ]
    dossier = found(reads, judgements)
    assert sorted(ids) == sorted(each for happening in dossier.happenings for each in happening.events)
    group = {each: happening.id for happening in dossier.happenings for each in happening.events}
    last = {frozenset((each.subject, each.other)): each for each in judgements}.values()
    assert all(group[each.subject] != group[each.other or ""] for each in last if each.verdict == "different")
    if all(each.verdict == "same" for each in last):
        assert all(group[each.subject] == group[each.other or ""] for each in last)


def copies(count: int) -> list[Read]:
    return [
        report(f"{number}.txt", "2031-05-07", FIRST[0].text, "phone call", day="2031-05-07") for number in range(count)
    ]


def test_copies_are_one_without_being_compared() -> None:
    reads = copies(60)
    reports = reports_of(found(reads))
    assert len(find_happenings(reports, shipped())) == 1
    assert [len(profile.ids) for profile in joined_alike(traces_of(reports, shipped()), reports.rulings).values()] == [
        60
    ]


def test_pairs_grow_with_the_events_and_not_with_their_square() -> None:
    reports = reports_of(found(copies(400)))
    traces = traces_of(reports, shipped())
    left, _ = likely_pairs(traces, shipped().word_vectors.vectors, np.arange(400, dtype=np.int64))
    assert len(left) <= 400 * NEIGHBOURS
