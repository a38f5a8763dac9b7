"""What people decided about mentions, and the laws of actors."""

from collections.abc import Sequence
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from standoff.core.judgements import Judgement
from standoff.core.records import Document, Mention, Study
from standoff.core.vocabulary import MentionType
from standoff.resolve.actors.find import find_actors
from standoff.resolve.rulings import Rulings, rulings_of
from tests.builders import document, documents, mention, studies, study
from tests.lexicons import shipped
from tests.resolve.actors.test_actors import crisis

# What people decided ---------------------------------------------------------------------------------------------


def ruled(same: Sequence[tuple[Mention, Mention]] = (), different: Sequence[tuple[Mention, Mention]] = ()) -> Rulings:
    told = [decision(one.id, other.id, "same") for one, other in same]
    return rulings_of([*told, *(decision(one.id, other.id, "different") for one, other in different)])


def decision(one: str, other: str, verdict: Literal["same", "different"]) -> Judgement:
    return Judgement(subject=one, other=other, verdict=verdict, by="a reader", on="2031-04-02T00:00:00Z")


def test_two_names_called_the_same_are_one_and_two_called_different_are_two() -> None:
    read = (crisis("1.txt", "Arel", "Varnia"), crisis("2.txt", "Tarvic", "Varnia"), crisis("3.txt", "Arel", "Varnia"))
    documents = [report for report, _ in read]
    read_alone = [study(report, *found) for report, found in read]
    first, second, third = (found[0] for _, found in read)
    actors = find_actors(documents, read_alone, shipped(), ruled([(first, second)], [(first, third)]))
    assert {frozenset(actor.mentions) for actor in actors if actor.type == "person"} == {
        frozenset((first.id, second.id)),
        frozenset((third.id,)),
    }


def test_a_description_called_somebody_else_leaves_its_referent() -> None:
    report = document("1.txt", "Ilka Orlen met Jorn Tarvic. The minister left. She slept.")
    orlen, tarvic = mention(report, "Ilka Orlen"), mention(report, "Jorn Tarvic")
    minister = mention(report, "The minister", form="description", name="minister", refers=orlen)
    she = mention(report, "She", form="pronoun", refers=minister)
    read = [study(report, orlen, tarvic, minister, she)]
    actors = find_actors([report], read, shipped(), ruled([(tarvic, minister)]))
    assert {frozenset(actor.mentions) for actor in actors} == {
        frozenset((orlen.id,)),
        frozenset((tarvic.id, minister.id, she.id)),
    }


# Laws ------------------------------------------------------------------------------------------------------------

NAMES: list[tuple[str, MentionType]] = [
    *((name, "person") for name in ("Ilka Orlen", "Jorn Orlen", "Orlen", "I. Orlen", "Oleg Zhukanov", "Jukanov")),
    *((name, "state") for name in ("Varnia", "Varnian", "France", "Paris")),
    *((name, "organization") for name in ("ACTO", "Ardan Coast Treaty Organization", "Foreign Ministry")),
]


@st.composite
def texts_with_names(draw: st.DrawFn, path: str) -> tuple[Document, Study]:
    """A text of some of the names, one of them taken for what it is not now and then."""
    chosen = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    report = document(path, "; ".join(["", *(name for name, _ in chosen), ""]))
    found = [
        mention(report, f"; {name};", draw(st.sampled_from([kind, kind, "person"])), name=name) for name, kind in chosen
    ]
    return report, study(report, *found)


CRISES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=4, unique=True).flatmap(
    lambda paths: st.tuples(*(texts_with_names(path) for path in paths))
)


@given(crisis=CRISES, data=st.data())
def test_the_order_of_the_texts_does_not_matter(
    crisis: tuple[tuple[Document, Study], ...], data: st.DataObject
) -> None:
    actors = find_actors([report for report, _ in crisis], [read for _, read in crisis], shipped())
    shuffled = data.draw(st.permutations(crisis))
    again = data.draw(st.permutations(crisis))
    assert find_actors([report for report, _ in shuffled], [read for _, read in again], shipped()) == actors


@given(data=st.data())
def test_every_name_has_one_actor_whatever_the_readings(data: st.DataObject) -> None:
    reports = data.draw(st.lists(documents(), min_size=1, max_size=3, unique_by=lambda d: d.id))
    read = [data.draw(studies(report)) for report in reports]
    actors = find_actors(reports, read, shipped())
    held = [key for actor in actors for key in actor.mentions]
    assert len(held) == len(set(held))
    assert all(actor.mentions and actor.names for actor in actors)
    assert list(actors) == sorted(actors, key=lambda actor: actor.id)
    assert find_actors(reports[::-1], read[::-1], shipped()) == actors


VERDICTS: list[Literal["same", "different"]] = ["same", "different"]


@given(crisis=CRISES, data=st.data())
def test_what_people_decided_holds(crisis: tuple[tuple[Document, Study], ...], data: st.DataObject) -> None:
    mentions = st.sampled_from([m.id for _, read in crisis for m in read.mentions])
    pairs = st.tuples(mentions, mentions).filter(lambda both: both[0] != both[1])
    drawn = data.draw(st.lists(st.tuples(pairs, st.sampled_from(VERDICTS)), max_size=6)) if len(crisis) > 1 else []
    rulings = rulings_of([decision(*both, verdict) for both, verdict in drawn])
    documents, studied = [report for report, _ in crisis], [read for _, read in crisis]
    actors = find_actors(documents, studied, shipped(), rulings)
    actor_of = {m: actor.id for actor in actors for m in actor.mentions}
    assert all(actor_of[one] == actor_of[other] for one, other in rulings.same)
    assert all(actor_of[one] != actor_of[other] for one, other in rulings.different)
    assert find_actors(documents[::-1], studied[::-1], shipped(), rulings) == actors
