"""Who the mentions of several texts are. A mention is written by hand; the texts are about states that do not exist."""

from collections.abc import Sequence

import pytest

from standoff.core.findings import Actor
from standoff.core.records import Document, Mention, Study
from standoff.core.vocabulary import MentionType
from standoff.resolve.actors.find import find_actors
from tests.builders import attribution, document, mention, study
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


@pytest.mark.parametrize(
    ("text", "names", "words"),
    [
        # "the ministry" is the one that its text names, and so is what ends a name of several words
        ("the Varnian Foreign Ministry", ["Varnian Foreign Ministry"], "the ministry"),
        ("the Ardan Alliance", ["Ardan Alliance"], "the alliance"),
        ("the Ardan Alliance", ["Ardan Alliance"], "the bloc"),
    ],
)
def test_what_a_text_goes_on_about(text: str, names: list[str], words: str) -> None:
    report = document("1.txt", f"{text} spoke, and {words} left.")
    kind: MentionType = "alliance" if "Alliance" in text else "government"
    read = (report, [mention(report, name, kind) for name in names] + [described(report, words, kind)])
    (body,) = resolved(read)
    assert set(body.names) >= {names[0], words}


def described(report: Document, words: str, type: MentionType) -> Mention:
    core = words.removeprefix("the ").removeprefix("The ")
    return mention(report, words, type, "description", name=core)


def test_the_parts_of_a_state_are_one_by_several_nouns() -> None:
    read = []
    for path, words in (("1.txt", "Varnian troops"), ("2.txt", "Varnian soldiers"), ("3.txt", "Varnian navy")):
        report = document(path, f"{words} moved.")
        found = [mention(report, "Varnian", "state"), mention(report, words, "military", "description")]
        read.append((report, found))
    assert sorted(len(actor.mentions) for actor in resolved(*read)) == [1, 2, 3]


def test_a_leader_is_told_by_office_and_state_from_other_texts() -> None:
    one = document("1.txt", "Varnian President Ilka Orlen spoke.")
    other = document("2.txt", "The Varnian leader spoke. A senior official left.")
    read = (
        (one, [mention(one, "Varnian", "state"), titled(one, "Varnian President Ilka Orlen", "Ilka Orlen")]),
        (
            other,
            [
                mention(other, "Varnian", "state"),
                mention(other, "The Varnian leader", form="description", name="Varnian leader"),
                mention(other, "A senior official", form="description", name="senior official"),
            ],
        ),
    )
    (orlen,) = [actor for actor in resolved(*read) if actor.name == "Ilka Orlen"]
    assert "The Varnian leader" in orlen.names
    assert "no other Varnian leader is named in these texts" in [join.why.detail for join in orlen.joins]


def titled(report: Document, words: str, name: str) -> Mention:
    return mention(report, words, name=name, role=words.removesuffix(name).strip())


def test_an_office_that_two_hold_tells_nobody() -> None:
    one = document("1.txt", "Varnian President Ilka Orlen met Varnian President Jorn Tarvic.")
    other = document("2.txt", "The Varnian leader spoke.")
    people = [titled(one, f"Varnian President {name}", name) for name in ("Ilka Orlen", "Jorn Tarvic")]
    leader = mention(other, "The Varnian leader", form="description", name="Varnian leader")
    read = ((one, [mention(one, "Varnian", "state"), *people]), (other, [mention(other, "Varnian", "state"), leader]))
    assert len(resolved(*read)) == 4


def test_a_body_is_shown_by_its_name_and_not_by_what_stands_for_it() -> None:
    report = document("1.txt", "The Ardan Brigade came. The Brigade ate. The Brigade slept.")
    whole = mention(report, "Ardan Brigade", "military")
    short = [mention(report, "Brigade", "military", nth=nth, refers=whole) for nth in (1, 2)]
    (brigade,) = resolved((report, [whole, *short]))
    assert (brigade.name, len(brigade.mentions)) == ("Ardan Brigade", 3)


@pytest.mark.parametrize(("word", "body"), [("Hope", "Hope"), ("Reading", "Reading")])
def test_a_person_named_like_a_body_is_told_from_it(word: str, body: str) -> None:
    """In a text that has the person's full name the surname is the person's, however often others have the body."""
    report = document("1.txt", f"Ilka {word} spoke. {word} left.")
    places = [named(document(f"{n}.txt", f"{body} burned."), body, type="place") for n in range(2, 6)]
    read = [(report, [mention(report, f"Ilka {word}"), mention(report, word, nth=1)]), *places]
    assert sorted(len(actor.mentions) for actor in resolved(*read)) == [2, 4]


def test_half_a_name_behind_the_is_the_name() -> None:
    report = document("1.txt", "North Varnia spoke, and the North left. The port of Westmark slept.")
    north = mention(report, "North", "place", nth=1)
    actors = resolved((report, [mention(report, "North Varnia", "place"), north, mention(report, "Westmark", "place")]))
    assert sorted(len(actor.mentions) for actor in actors) == [1, 2]


# Whom they stand for ---------------------------------------------------------------------------------------------


def test_a_seat_of_power_that_says_something_stands_for_its_state() -> None:
    report = document("1.txt", "Russia waits. The Kremlin denied it. A bus passed the Kremlin.")
    russia, speaks = mention(report, "Russia", "state"), mention(report, "Kremlin", "government")
    stands = mention(report, "Kremlin", "government", nth=1)
    said = attribution(report, "denied it", source="Kremlin", speaker=speaks)
    read = Study(doc=report.id, mentions=(russia, speaks, stands), attributions=(said,))
    actors = {actor.name: actor for actor in find_actors([report], [read], shipped())}
    (metonym,) = actors["Kremlin"].stands_for
    assert (metonym.actors, metonym.mentions) == ((actors["Russia"].id,), (speaks.id,))
    assert actors["Russia"].stands_for == ()
    assert (actors["Russia"].country, actors["Kremlin"].country) == ("RU", None)


def test_a_capital_is_its_state_with_the_reason() -> None:
    (france,) = resolved(named(document("1.txt", "France and Paris"), "France", "Paris", type="state"))
    assert [join.why.detail for join in france.joins] == ["Paris is the seat of government of France and stands for it"]


def test_a_state_of_no_list_has_no_code() -> None:
    (varnia,) = resolved(named(document("1.txt", "Varnia"), "Varnia", type="state"))
    assert varnia.country is None


def test_which_alliance_is_meant_stays_open() -> None:
    report = document("1.txt", "The Ardan Alliance met the Northern Alliance. The alliance agreed.")
    pair = [mention(report, f"{name} Alliance", "alliance") for name in ("Ardan", "Northern")]
    meant = described(report, "The alliance", "alliance")
    actors = resolved((report, [*pair, meant]))
    (left,) = [actor for actor in actors if actor.stands_for]
    (metonym,) = left.stands_for
    assert metonym.actors == tuple(sorted(actor.id for actor in actors if actor is not left))
    assert metonym.why.detail == 'the text names 2 that "The alliance" may be'


def test_a_hyphen_between_two_surnames_stands_for_both() -> None:
    report = document("1.txt", "Ilka Orlen and Jorn Tarvic spoke. The Orlen-Tarvic call was short.")
    actors = resolved(named(report, "Ilka Orlen", "Jorn Tarvic", "Orlen-Tarvic"))
    (call,) = [actor for actor in actors if actor.stands_for]
    assert {one for metonym in call.stands_for for one in metonym.actors} == {a.id for a in actors if a is not call}
    assert len(call.stands_for) == 2


def test_the_two_presidents_are_the_two_of_their_text() -> None:
    report = document("1.txt", "President Ilka Orlen met President Jorn Tarvic. The two presidents ate.")
    people = [titled(report, f"President {name}", name) for name in ("Ilka Orlen", "Jorn Tarvic")]
    both = mention(report, "The two presidents", form="description", name="presidents")
    actors = resolved((report, [*people, both]))
    (two,) = [actor for actor in actors if actor.stands_for]
    assert {one for metonym in two.stands_for for one in metonym.actors} == {a.id for a in actors if a is not two}


# Two crises ------------------------------------------------------------------------------------------------------


def crisis(path: str, person: str, state: str) -> tuple[Document, list[Mention]]:
    report = document(path, f"{person} spoke in {state}.")
    return report, [mention(report, person), mention(report, state, "state")]


def test_a_bare_surname_of_two_crises_is_two_people() -> None:
    read = (crisis("1.txt", "Arel", "Varnia"), crisis("2.txt", "Arel", "Kestria"), crisis("3.txt", "Arel", "Varnia"))
    people = [actor for actor in resolved(*read) if actor.type == "person"]
    assert sorted(len(actor.mentions) for actor in people) == [1, 2]
