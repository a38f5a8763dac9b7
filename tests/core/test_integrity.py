"""What breaks the first law is named; what the strategies draw never does."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given

from standoff.core.dossier import Dossier
from standoff.core.faults import Reading
from standoff.core.findings import Account, Actor, Dating, Difference, Independent, Join, Lineage, Role, Utterance
from standoff.core.integrity import document_faults, dossier_faults, study_faults
from standoff.core.records import (
    Attribution,
    Commitment,
    Document,
    Event,
    Figure,
    Mention,
    Study,
    TimeExpression,
    Why,
)
from standoff.core.span import Span
from standoff.core.when import When
from tests.builders import (
    BY_HAND,
    at,
    attribution,
    commitment,
    document,
    dossiers,
    event,
    figure,
    mention,
    study,
    time,
)

AnyReading = TypeVar("AnyReading", bound=Reading)

REPORT = document("reports/1.txt", "Ardania  will answer, Minister Vara Toll said.")
OTHER = document("reports/2.txt", "Toll: Ardania will answer.")
TOLL = mention(REPORT, "Minister Vara Toll", name="Vara Toll", role="Minister")
SAID = attribution(REPORT, "Ardania  will answer", source="Minister Vara Toll", cue="said", speaker=TOLL)
HEARD = attribution(OTHER, "Ardania will answer", source="Toll", cue=":")
READ = study(REPORT, TOLL, SAID)
READ_TOO = study(OTHER, HEARD)
ACCOUNTS = (Account(documents=(REPORT.id,)), Account(documents=(OTHER.id,)))
ACTOR = Actor(id="toll", name="Vara Toll", type="person", names=("Vara Toll",), mentions=(TOLL.id,))
UTTERANCE = Utterance(
    speaker="toll",
    attributions=(SAID.id, HEARD.id),
    fullest=SAID.id,
    accounts=tuple(account.id for account in ACCOUNTS),
    independent=Independent(lower=1, upper=2),
    differences=(Difference(attribution=HEARD.id, fullest=at(REPORT, "will"), here=at(OTHER, "will")),),
    why=BY_HAND,
)
WHOLE = Dossier(
    documents=(REPORT, OTHER),
    studies=(READ, READ_TOO),
    accounts=ACCOUNTS,
    lineages=(
        Lineage(
            documents=(REPORT.id, OTHER.id),
            relation="rewrite",
            passages=((at(REPORT, "answer"), at(OTHER, "answer")),),
            score=0.5,
        ),
    ),
    actors=(ACTOR,),
    utterances=(UTTERANCE,),
)
NO_SCORE = Why("hand", float("nan"), "")


def test_a_sound_dossier_has_no_faults() -> None:
    assert list(dossier_faults(WHOLE)) == []


@given(dossiers())
def test_what_the_strategies_draw_has_no_faults(dossier: Dossier) -> None:
    assert list(dossier_faults(dossier)) == []


@pytest.mark.parametrize(
    ("furniture", "fault"),
    [
        (((0, 99),), "furniture [0, 99) is no span of the document's 46 characters"),
        (((4, 4),), "furniture [4, 4) is no span"),
        (((7, 9),), "furniture [7, 9) reads nothing but space"),
        (((0, 4), (2, 6)), "furniture [2, 6) is out of order or overlaps"),
        (((5, 7), (0, 2)), "furniture [0, 2) is out of order or overlaps"),
    ],
)
def test_marked_spans(furniture: tuple[tuple[int, int], ...], fault: str) -> None:
    (found,) = document_faults(msgspec.structs.replace(REPORT, furniture=furniture))
    assert found.startswith(f"reports/1.txt: {fault}")
    (found,) = document_faults(msgspec.structs.replace(REPORT, captions=furniture))
    assert found.startswith(f"reports/1.txt: {fault.replace('furniture', 'caption')}")


def changed(record: AnyReading, **fields: object) -> AnyReading:
    return msgspec.structs.replace(record, **fields)


@pytest.mark.parametrize(
    ("readings", "fault"),
    [
        (
            [changed(TOLL, at=Span(REPORT.id, 40, 90), name=None, role=None)],
            "[40, 90) is no span of the document's 46 characters",
        ),
        ([changed(TOLL, at=Span(REPORT.id, 7, 9), name=None, role=None)], "[7, 9) reads nothing but space"),
        ([changed(TOLL, at=at(OTHER, "Toll"), name=None, role=None)], f"points into document {OTHER.id}"),
        ([changed(TOLL, name=at(REPORT, "said"))], "its name does not lie inside it"),
        ([changed(TOLL, role=at(REPORT, "said"))], "its role does not lie inside it"),
        ([changed(TOLL, refers="gone")], "cites mention gone"),
        ([changed(TOLL, why=NO_SCORE)], "the score nan is not from 0 to 1"),
        ([TOLL, TOLL], "2 mentions stand at the place of"),
        ([SAID], f"cites mention {TOLL.id}"),
        ([TOLL, SAID, SAID], "2 attributions stand at the place of"),
        ([TOLL, changed(SAID, within="gone")], "cites attribution gone"),
        ([TOLL, changed(SAID, content=())], "an attribution without content"),
        ([TOLL, changed(SAID, content=(SAID.content[0], at(REPORT, "will")))], "the pieces of its content"),
        ([TOLL, changed(SAID, cue=Span(REPORT.id, 45, 47))], "[45, 47) is no span"),
        ([TOLL, changed(SAID, why=Why("hand", 1.5, ""))], "the score 1.5 is not from 0 to 1"),
    ],
)
def test_readings(readings: Sequence[Mention | Attribution], fault: str) -> None:
    found = Study(
        doc=REPORT.id,
        mentions=tuple(reading for reading in readings if isinstance(reading, Mention)),
        attributions=tuple(reading for reading in readings if isinstance(reading, Attribution)),
    )
    (told,) = study_faults(REPORT, found)
    assert told.startswith("reports/1.txt: ")
    assert fault in told


TALKS = document("reports/3.txt", "On Monday Ardania met Lodan; 40 men left, and Ardania would leave if it rained.")
ARDANIA, LODAN = mention(TALKS, "Ardania", "state"), mention(TALKS, "Lodan", "state")
MONDAY = time(TALKS, "On Monday", "2031-04-07")
MET = event(
    TALKS,
    "met",
    "CONSULT",
    agents=(ARDANIA,),
    targets=(LODAN,),
    time=MONDAY.id,
    when=MONDAY.when,
    when_basis="explicit",
)
MEN = figure(TALKS, "40 men", 40.0, what="men")
LEAVE = commitment(
    TALKS, "Ardania would leave if it rained", "promise", "leave", antecedent="it rained", debtor=ARDANIA
)
SAID_SO = attribution(TALKS, "Ardania would leave if it rained")
BLANK = Span(TALKS.id, 2, 3)


def test_readings_of_every_kind_have_no_faults() -> None:
    whole = study(TALKS, ARDANIA, LODAN, MONDAY, MET, MEN, LEAVE, SAID_SO)
    assert list(study_faults(TALKS, whole)) == []


@pytest.mark.parametrize(
    ("reading", "fault"),
    [
        (changed(MONDAY, at=BLANK), "[2, 3) reads nothing but space"),
        (changed(MONDAY, reckoned_from=BLANK), "[2, 3) reads nothing but space"),
        (changed(MONDAY, basis=None), "a date without its basis"),
        (changed(MONDAY, when=None), "a basis without a date"),
        (changed(MONDAY, why=NO_SCORE), "the score nan"),
        (changed(MET, at=Span(TALKS.id, 70, 90)), "[70, 90) is no span"),
        (changed(MET, agents=("gone",)), "cites mention gone"),
        (changed(MET, participants=("gone",)), "cites mention gone"),
        (changed(MET, place="gone"), "cites mention gone"),
        (changed(MET, time="gone"), "cites time gone"),
        (changed(MET, carried_by="gone"), "cites attribution gone"),
        (changed(MET, when_basis=None), "a date without its basis"),
        (changed(MET, targets=(LODAN.id, ARDANIA.id)), f"mention {ARDANIA.id} takes part twice"),
        (changed(MET, participants=(LODAN.id,)), f"mention {LODAN.id} takes part twice"),
        (changed(MET, why=NO_SCORE), "the score nan"),
        (changed(MEN, what=BLANK), "[2, 3) reads nothing but space"),
        (changed(MEN, where="gone"), "cites mention gone"),
        (changed(MEN, claimant="gone"), "cites mention gone"),
        (changed(MEN, carried_by="gone"), "cites attribution gone"),
        (changed(MEN, time="gone"), "cites time gone"),
        (changed(MEN, as_of=MONDAY.when), "a date without its basis"),
        (changed(MEN, low=50.0), "its low end 50.0 is above its high end 40.0"),
        (changed(MEN, high=float("inf")), "an end that is no number"),
        (changed(MEN, low=float("nan")), "an end that is no number"),
        (changed(LEAVE, consequent=BLANK), "[2, 3) reads nothing but space"),
        (changed(LEAVE, antecedent=at(OTHER, "Toll")), f"points into document {OTHER.id}"),
        (changed(LEAVE, consequent=None, antecedent=None), "it has neither antecedent nor consequent"),
        (changed(LEAVE, debtor="gone"), "cites mention gone"),
        (changed(LEAVE, creditor="gone"), "cites mention gone"),
        (changed(LEAVE, time="gone"), "cites time gone"),
        (changed(LEAVE, relay=(SAID_SO.id, "gone")), "cites attribution gone"),
    ],
)
def test_times_events_figures_and_commitments(reading: Reading, fault: str) -> None:
    others = [each for each in (ARDANIA, LODAN, MONDAY, MET, MEN, LEAVE, SAID_SO) if type(each) is not type(reading)]
    told = [
        told for told in study_faults(TALKS, study(TALKS, reading, *others)) if f"cites time {MONDAY.id}" not in told
    ]
    assert len(told) == 1
    assert told[0].startswith("reports/3.txt: ")
    assert fault in told[0]


@pytest.mark.parametrize("reading", [MONDAY, MET, MEN, LEAVE], ids=["times", "events", "figures", "commitments"])
def test_no_two_readings_of_a_kind_stand_at_one_place(reading: Reading) -> None:
    found = study(TALKS, ARDANIA, LODAN, MONDAY, MET, MEN, LEAVE, SAID_SO)
    name = {TimeExpression: "times", Event: "events", Figure: "figures", Commitment: "commitments"}[type(reading)]
    twice = msgspec.structs.replace(found, **{name: (reading, reading)})
    assert list(study_faults(TALKS, twice)) == [f"reports/3.txt: 2 {name} stand at the place of {reading.id}"]


def test_a_study_of_another_document() -> None:
    assert list(study_faults(REPORT, Study(doc="x"))) == [
        f"reports/1.txt: the study is of document x, not of {REPORT.id}"
    ]


def with_actor(**fields: object) -> dict[str, object]:
    return {"actors": (msgspec.structs.replace(ACTOR, **fields),)}


def with_utterance(**fields: object) -> dict[str, object]:
    return {"utterances": (msgspec.structs.replace(UTTERANCE, **fields),)}


def strange(report: Document) -> Span:
    return Span(report.id, len(report.text), len(report.text) + 1)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"documents": (REPORT, OTHER, OTHER)}, f"2 documents are {OTHER.id}"),
        ({"studies": (READ, READ_TOO, READ_TOO)}, f"2 studies are of document {OTHER.id}"),
        ({"studies": (READ, READ_TOO, Study(doc="gone"))}, "a study cites document gone"),
        ({"accounts": (*ACCOUNTS, Account(documents=("gone",)))}, "cites document gone"),
        ({"accounts": (*ACCOUNTS, Account(documents=(OTHER.id, REPORT.id)))}, "2 accounts hold document"),
        ({"lineages": (Lineage(documents=(OTHER.id, "gone"), relation="copy", passages=(), score=1),)}, "the copy"),
        (
            {"lineages": (msgspec.structs.replace(WHOLE.lineages[0], documents=(OTHER.id, REPORT.id)),)},
            "holds a passage of another document",
        ),
        (
            {"lineages": (msgspec.structs.replace(WHOLE.lineages[0], passages=((strange(REPORT), strange(OTHER)),)),)},
            "the rewrite: [46, 47) is no span",
        ),
        ({"actors": ()}, "cites actor toll"),
        ({"actors": (ACTOR, msgspec.structs.replace(ACTOR, mentions=()))}, "2 actors are toll"),
        ({"actors": (ACTOR, msgspec.structs.replace(ACTOR, id="x"))}, f"2 actors hold mention {TOLL.id}"),
        (with_actor(mentions=("gone",)), "actor toll cites mention gone"),
        (with_actor(roles=(Role(text="x", at=strange(REPORT)),)), "a role of actor toll: [46, 47) is no span"),
        (with_actor(joins=(Join(left="a", right="b", why=NO_SCORE),)), "join in actor toll"),
        (with_utterance(accounts=("gone",)), "cites account gone"),
        (with_utterance(attributions=(SAID.id, "gone", HEARD.id)), "cites attribution gone"),
        (with_utterance(fullest="gone"), "cites attribution of its own gone"),
        (with_utterance(why=NO_SCORE), "the score nan"),
        (
            with_utterance(differences=(Difference(attribution=HEARD.id, fullest=None, here=at(REPORT, "will")),)),
            "a difference points into another document",
        ),
        (
            with_utterance(differences=(Difference(attribution="gone", fullest=None, here=None),)),
            "cites attribution of its own gone",
        ),
        ({"utterances": (UTTERANCE, UTTERANCE)}, "2 utterances hold attribution"),
    ],
)
def test_findings(fields: dict[str, object], fault: str) -> None:
    assert any(fault in told for told in dossier_faults(msgspec.structs.replace(WHOLE, **fields)))


DATING = Dating(document=REPORT.id, published=When.parse("2031-04-08"), documents=(OTHER.id,), times=(), why=BY_HAND)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, None),
        ({"documents": ("gone",)}, "cites document gone"),
        ({"times": ("gone",)}, "cites time of its own gone"),
        ({"documents": (REPORT.id,)}, "tells its date or dates itself"),
        ({"why": Why("x", 2.0, "")}, "the score 2.0"),
    ],
)
def test_a_dating_rests_on_other_documents_and_times_of_its_own(changes: dict[str, object], fault: str | None) -> None:
    dating = msgspec.structs.replace(DATING, **changes)
    found = list(dossier_faults(msgspec.structs.replace(WHOLE, datings=(dating,))))
    assert len(found) == (fault is not None)
    assert all(fault is not None and fault in each for each in found)
