"""What falls without a source: on findings by hand, and on a few reports drawn again without one."""

import pytest
from msgspec.structs import replace

from standoff.core.ablation import Fall
from standoff.core.course import Move
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor, Independent
from standoff.resolve.ablation import Taken, compared, named, without
from standoff.resolve.assemble import assemble
from tests.builders import at, attribution, document, event, figure, mention, study
from tests.export.whole import DISCREPANCY, DOSSIER, HAPPENING, MEASURE, OBLIGATION, READOUTS, TALKS, UTTERANCE
from tests.lexicons import shipped

TOLD_BY_TWO = replace(HAPPENING, independent=Independent(lower=2, upper=3))


def fallen(before: Dossier, after: Dossier) -> list[tuple[str, Fall, str, str]]:
    return [(each.kind, each.fall, each.before, each.now) for each in compared(before, after)[0]]


def test_nothing_falls_where_nothing_changes() -> None:
    assert compared(DOSSIER, DOSSIER) == ((), 6)


@pytest.mark.parametrize(
    ("before", "after", "falls"),
    [
        (
            {},
            {"happenings": (), "readouts": ()},
            [
                ("happening", "gone", "occurred, 2031-04-07; 1 independent account", "gone"),
                ("readouts", "gone", "2 points", "gone"),
            ],
        ),
        (
            {"happenings": (TOLD_BY_TWO,)},
            {"happenings": (HAPPENING,)},
            [("happening", "weaker", "2 to 3 independent accounts", "1 independent account")],
        ),
        (
            {"happenings": (TOLD_BY_TWO,)},
            {"happenings": (replace(HAPPENING, factuality="scheduled", when=None, when_basis=None),)},
            [
                (
                    "happening",
                    "changed",
                    "occurred, 2031-04-07; 2 to 3 independent accounts",
                    "scheduled; 1 independent account",
                )
            ],
        ),
        (
            {},
            {"obligations": (replace(OBLIGATION, status="conditional"),)},
            [("obligation", "changed", "detached; 1 independent account", "conditional; 1 independent account")],
        ),
        ({}, {"utterances": ()}, [("utterance", "gone", "1 to 2 independent accounts", "gone")]),
        ({}, {"measures": ()}, [("measure", "gone", "planned, 40; 1 claim", "gone")]),
        ({}, {"readouts": ()}, [("readouts", "gone", "2 points", "gone")]),
        (
            {},
            {"readouts": (replace(READOUTS, points=READOUTS.points[:1]),)},
            [("readouts", "weaker", "2 points", "1 point")],
        ),
        ({}, {"discrepancies": ()}, [("discrepancy", "gone", "2 sides", "gone")]),
        ({"happenings": (HAPPENING,)}, {"happenings": (TOLD_BY_TWO,)}, []),
    ],
)
def test_how_a_finding_falls(
    before: dict[str, object], after: dict[str, object], falls: list[tuple[str, Fall, str, str]]
) -> None:
    assert fallen(replace(DOSSIER, **before), replace(DOSSIER, **after)) == falls


def test_what_is_gone_comes_first_each_with_its_words() -> None:
    moved = replace(OBLIGATION, status="violated", moves=(Move(status="violated", rule="x", at=at(TALKS, "met")),))
    found, standing = compared(DOSSIER, replace(DOSSIER, obligations=(moved,), utterances=(), measures=()))
    assert [(each.kind, each.fall, each.id, each.after) for each in found] == [
        ("measure", "gone", MEASURE.id, None),
        ("utterance", "gone", UTTERANCE.id, None),
        ("obligation", "changed", OBLIGATION.id, OBLIGATION.id),
    ]
    assert [TALKS.text[each.label.start : each.label.end] for each in found if each.label.doc == TALKS.id] == [
        "men",
        "40 men would leave if it rained",
    ]
    assert standing == 3
    assert DISCREPANCY in DOSSIER.discrepancies


def actor(key: str, *names: str) -> Actor:
    return Actor(id=key, name=names[0], type="person", names=names, mentions=(), named=not names[0].startswith("a "))


ACTORS = [
    actor("1", "Ilka Orlen", "Orlen"),
    actor("2", "a senior official", "a senior Kestrian official"),
    actor("3", "the official"),
    actor("4", "Orlenko"),
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Orlen", "1"),
        ("orlen", "1"),
        ("Ilka", "1"),
        ("Orl", ""),
        ("senior official", "2"),
        ("a senior official", "2"),
        ("Kestrian official", "2"),
        ("official", "3"),
        ("the official", "3"),
        ("4", "4"),
        ("", ""),
    ],
)
def test_a_speaker_is_named_by_an_id_a_name_or_its_words(name: str, ids: str) -> None:
    assert "".join(each.id for each in named(ACTORS, name)) == ids


WORDS = "the fleet would leave the straits before the talks begin on Friday"
CALL = document("call.txt", f"Ilka Orlen said that {WORDS}.", outlet="The Kestrian Post")
ORLEN = mention(CALL, "Ilka Orlen")
SAID = attribution(CALL, WORDS, source="Ilka Orlen", cue="said", speaker=ORLEN)
LEAVE = event(CALL, "leave", "RETREAT", "scheduled", carried_by=SAID.id)
ECHO = document("echo.txt", f"Orlen told the council {WORDS}, it wrote. Nine ships sailed home.", outlet="Echo")
AGAIN = mention(ECHO, "Orlen")
TOLD = attribution(ECHO, WORDS, source="Orlen", cue="told the council", speaker=AGAIN)
SAILED = event(ECHO, "sailed", "RETREAT")
NINE = figure(ECHO, "Nine ships", 9, unit="ship", what="ships")
WHOLE = assemble([CALL, ECHO], [study(CALL, ORLEN, SAID, LEAVE), study(ECHO, AGAIN, TOLD, SAILED, NINE)], (), shipped())


def test_an_utterance_of_two_reports_falls_with_one() -> None:
    (utterance,) = WHOLE.utterances
    for taken in (Taken(documents=[ECHO.id]), Taken(outlets=["echo "])):
        found = without(WHOLE, shipped(), taken)
        assert (found.documents, found.attributions) == ((ECHO.id,), ())
        assert (utterance.id, "gone") in {(each.id, each.fall) for each in found.fallen}


def test_with_a_speaker_goes_what_he_is_told_to_say_and_nothing_else() -> None:
    found = without(WHOLE, shipped(), Taken(speakers=["Orlen"]))
    assert (found.documents, set(found.attributions)) == ((), {SAID.id, TOLD.id})
    fallen = {each.id: each.fall for each in found.fallen}
    assert fallen[WHOLE.utterances[0].id] == "gone"
    kept = {each.id for each in WHOLE.happenings if each.events == (SAILED.id,)}
    gone = {each.id for each in WHOLE.happenings if each.events == (LEAVE.id,)}
    assert not kept & fallen.keys()
    assert {fallen[each] for each in gone} <= {"gone"}


def test_who_is_not_there_takes_nothing_away() -> None:
    found = without(WHOLE, shipped(), Taken(speakers=["Nobody"], outlets=["None", ""], documents=["gone"]))
    assert (found.documents, found.attributions, found.fallen) == ((), (), ())
