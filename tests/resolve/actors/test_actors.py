"""Who the mentions of several texts are. A mention is written by hand; the texts are about states that do not exist."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.findings import Actor
from standoff.core.records import Document, Mention, Study
from standoff.core.vocabulary import MentionType
from standoff.resolve.actors.find import find_actors
from tests.builders import document, documents, mention, studies, study
from tests.lexicons import shipped

Said = tuple[str, str]
"""The file a mention is in, and its words."""


def resolved(*read: tuple[Document, Sequence[Mention]]) -> tuple[Actor, ...]:
    return find_actors([report for report, _ in read], [study(report, *found) for report, found in read], shipped())


def who(actors: Sequence[Actor], *read: tuple[Document, Sequence[Mention]]) -> set[frozenset[Said]]:
    """The mentions of each actor."""
    said = {m.id: (report.path, report.quote(m.at)) for report, found in read for m in found}
    return {frozenset(said[key] for key in actor.mentions) for actor in actors}


def named(report: Document, *names: str, type: MentionType = "person") -> tuple[Document, list[Mention]]:
    return report, [mention(report, words, type) for words in names]


# Persons ---------------------------------------------------------------------------------------------------------

ONE = document("1.txt", "Foreign Minister Ilka Orlen spoke. The minister left. She slept. A senior official agreed.")
MINISTER = mention(ONE, "Foreign Minister Ilka Orlen", name="Ilka Orlen", role="Foreign Minister")
THE_MINISTER = mention(ONE, "The minister", form="description", name="minister", refers=MINISTER)
SHE = mention(ONE, "She", form="pronoun", refers=THE_MINISTER)
OFFICIAL = mention(ONE, "A senior official", form="description", name="senior official")
TWO = document("2.txt", "Orlen spoke. A senior official agreed. He slept.")
ORLEN = mention(TWO, "Orlen")
OTHER_OFFICIAL = mention(TWO, "A senior official", form="description", name="senior official")
HE = mention(TWO, "He", form="pronoun")
BOTH = ((ONE, [MINISTER, THE_MINISTER, SHE, OFFICIAL]), (TWO, [ORLEN, OTHER_OFFICIAL, HE]))


def test_a_person_in_two_texts_with_all_that_stands_for_her() -> None:
    assert who(resolved(*BOTH), *BOTH) == {
        frozenset(
            [("1.txt", "Foreign Minister Ilka Orlen"), ("1.txt", "The minister"), ("1.txt", "She"), ("2.txt", "Orlen")]
        ),
        frozenset([("1.txt", "A senior official")]),
        frozenset([("2.txt", "A senior official")]),
    }


def test_what_is_known_of_her() -> None:
    (orlen,) = [actor for actor in resolved(*BOTH) if actor.named]
    assert (orlen.name, orlen.type) == ("Ilka Orlen", "person")
    assert orlen.names == ("Foreign Minister Ilka Orlen", "Ilka Orlen", "Orlen", "The minister", "minister")
    assert [(role.text, role.at) for role in orlen.roles] == [
        ("Foreign Minister", MINISTER.role),
        ("minister", THE_MINISTER.name),
    ]
    (why,) = orlen.joins
    assert (why.left, why.right, why.why.detail) == (
        "Ilka Orlen",
        "Orlen",
        "the surname alone for the full name, in two texts",
    )


def official(report: Document, words: str) -> Mention:
    return mention(report, words, form="description", name="senior official")


def test_officials_without_a_name_are_one_within_a_text_and_never_across_texts() -> None:
    once = document("1.txt", "A senior official spoke. Then the senior official left.")
    other = document("2.txt", "A senior official spoke.")
    read = (
        (once, [official(once, "A senior official"), official(once, "the senior official")]),
        (other, [official(other, "A senior official")]),
    )
    actors = resolved(*read)
    assert sorted(len(actor.mentions) for actor in actors) == [1, 2]
    assert not any(actor.named for actor in actors)


def test_two_people_of_one_surname_stay_two() -> None:
    read = (
        named(document("1.txt", "Ilka Orlen, as Orlen said"), "Ilka Orlen"),
        named(document("2.txt", "Jorn Orlen"), "Jorn Orlen"),
    )
    assert len(resolved(*read)) == 2


def test_a_person_is_shown_by_the_commonest_full_name() -> None:
    report = document("1.txt", "Orlen. Orlen. Orlen. Ilka Orlen. Ilka M. Orlen. Ilka M. Orlen.")
    found = [mention(report, "Orlen", nth=n) for n in range(3)]
    found += [mention(report, "Ilka Orlen")] + [mention(report, "Ilka M. Orlen", nth=n) for n in range(2)]
    (orlen,) = resolved((report, found))
    assert orlen.name == "Ilka M. Orlen"


def test_a_name_broken_over_two_lines_is_the_name() -> None:
    read = (
        named(document("1.txt", "said Ilka\n   Orlen"), "Ilka\n   Orlen"),
        named(document("2.txt", "Ilka Orlen"), "Ilka Orlen"),
    )
    (orlen,) = resolved(*read)
    assert orlen.names == ("Ilka Orlen",)


# Bodies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        # an adjective, however common, is not what a state is shown by
        (["Varnian", "Varnian", "Varnia"], ["Varnian"], "Varnia"),
        (["French", "French", "France"], ["Paris"], "France"),
        (["NATO"], ["the North Atlantic Treaty Organization"], "NATO"),
        (["ACTO", "ACTO"], ["Ardan Coast Treaty Organization"], "ACTO"),
        (["Zhermetsk", "Zhermetsk"], ["Zhermezk"], "Zhermetsk"),
    ],
)
def test_names_of_one_body(first: list[str], second: list[str], shown: str) -> None:
    read = []
    for path, names in (("1.txt", first), ("2.txt", second)):
        report = document(path, " and ".join(names))
        read.append((report, [mention(report, w, "state", nth=names[:n].count(w)) for n, w in enumerate(names)]))
    (actor,) = resolved(*read)
    assert actor.name == shown
    assert set(actor.names) == {*first, *second}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Foreign Ministry", "the Foreign Ministry"),  # of which state, neither text says
        ("Varnia", "Lodan"),
        ("10th Brigade", "11th Brigade"),
        ("France", "French Foreign Ministry"),
    ],
)
def test_different_bodies_stay_apart(one: str, other: str) -> None:
    read = (
        named(document("1.txt", one), one, type="military"),
        named(document("2.txt", other), other, type="military"),
    )
    assert len(resolved(*read)) == 2


def test_a_state_that_one_text_takes_for_a_person_is_the_state() -> None:
    report = document("1.txt", "Varnia spoke. Varnia left.")
    read = (
        (report, [mention(report, "Varnia", "state"), mention(report, "Varnia", "state", nth=1)]),
        named(document("2.txt", "Varnia slept."), "Varnia"),
    )
    (varnia,) = resolved(*read)
    assert (varnia.type, len(varnia.mentions)) == ("state", 3)


def troops(
    path: str, text: str, words: str, *, state: str | None, type: MentionType = "military"
) -> tuple[Document, list[Mention]]:
    report = document(path, text)
    found = [mention(report, words, type, "description")]
    return report, found + ([mention(report, state, "state")] if state else [])


@pytest.mark.parametrize(
    ("words", "state", "type", "actors"),
    [
        # a body that names its state is the same in every text
        ("Varnian troops", "Varnian", "military", 2),
        ("the Varnian government", "Varnian", "government", 2),
        # one that names nobody is each text's own
        ("the troops", None, "military", 2),
        ("Rebel forces", None, "military", 2),
        ("Local authorities", None, "government", 2),
        # and people are never one by their description
        ("Varnian officials", "Varnian", "person", 3),
    ],
)
def test_described_bodies(words: str, state: str | None, type: MentionType, actors: int) -> None:
    """In two texts; ``actors`` counts the state's own."""
    read = [troops(path, f"{words} moved.", words, state=state, type=type) for path in ("1.txt", "2.txt")]
    assert len(resolved(*read)) == actors


def test_a_pronoun_that_stands_for_nobody_is_nobody() -> None:
    report = document("1.txt", "He spoke.")
    assert resolved((report, [mention(report, "He", form="pronoun")])) == ()


def test_mentions_that_stand_for_each_other_are_no_actor_and_end() -> None:
    report = document("1.txt", "The minister spoke as he left.")
    he = mention(report, "he", form="pronoun")
    minister = mention(report, "The minister", form="description", refers=he)
    assert resolved((report, [minister, mention(report, "he", form="pronoun", refers=minister)])) == ()


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
