"""What is wrong with findings on what goes on: each fault is named, and a sound dossier has none."""

from typing import Any

import pytest
from msgspec.structs import replace

from standoff.core.claims import Point, Side
from standoff.core.course import Move, Stage
from standoff.core.findings import Independent, Metonym, Topic
from standoff.core.integrity import dossier_faults
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.when import When
from tests.builders import BY_HAND, at
from tests.export.whole import (
    ACTOR,
    DAY,
    DISCREPANCY,
    DOSSIER,
    FIRST,
    HAPPENING,
    JUDGEMENT,
    LINEAGE,
    MARN,
    MEASURE,
    MEN,
    MET,
    OBLIGATION,
    READOUTS,
    SECOND,
    STATE,
    TALKS,
    TOPIC,
    UTTERANCE,
)

BLANK = Span(TALKS.id, 2, 3)
TOO_MANY = Independent(lower=1, upper=9)
NO_SCORE = Why("hand", float("nan"), "")


def happening(**fields: Any) -> dict[str, object]:
    return {"happenings": (replace(HAPPENING, **fields),)}


def day(**fields: Any) -> dict[str, object]:
    return {"days": (replace(DAY, **fields),)}


def measure(**fields: Any) -> dict[str, object]:
    return {"measures": (replace(MEASURE, **fields),)}


def obligation(**fields: Any) -> dict[str, object]:
    return {"obligations": (replace(OBLIGATION, **fields),)}


def readouts(**fields: Any) -> dict[str, object]:
    return {"readouts": (replace(READOUTS, **fields),)}


def discrepancy(**fields: Any) -> dict[str, object]:
    return {"discrepancies": (replace(DISCREPANCY, **fields),)}


def judgement(**fields: Any) -> dict[str, object]:
    return {"judgements": (replace(JUDGEMENT, **fields),)}


def test_a_sound_dossier_has_no_faults() -> None:
    assert list(dossier_faults(DOSSIER)) == []


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (happening(label=BLANK), "the label of happening"),
        (happening(events=("gone",)), "cites event gone"),
        (happening(participants=("gone",)), "cites actor gone"),
        (happening(place="gone"), "cites mention gone"),
        (happening(accounts=("gone",)), "cites account gone"),
        (happening(course=(Stage(factuality="denied", event="gone"),)), "cites event of its own gone"),
        (happening(course=()), "it has no course"),
        (happening(when_basis=None), "a date and its basis stand together"),
        (happening(documents=2), "2 documents tell its 1 events"),
        (happening(independent=TOO_MANY), "1 to 9 independent accounts, of 1"),
        (happening(independent=Independent(lower=0, upper=1)), "0 to 1 independent accounts"),
        (happening(why=NO_SCORE), "the score nan"),
        ({"happenings": (HAPPENING, HAPPENING)}, f"2 happenings hold event {MET.id}"),
        (day(sentences=(BLANK,)), "reads nothing but space"),
        (day(sentences=()), "it has no sentences"),
        (day(documents=("gone",)), "cites document gone"),
        (day(accounts=("gone",)), "cites account gone"),
        (day(independent=TOO_MANY), "1 to 9 independent accounts, of 1"),
        (day(why=NO_SCORE), "the score nan"),
        (day(when=When.parse("2031-04")), "2031-04-01 to 2031-05-01 is not one day"),
        (day(when=When(None, None)), "None to None is not one day"),
        ({"days": (DAY, DAY)}, f"2 days are {DAY.id}"),
        (measure(figures=()), "its figures are not those of its claims"),
        (measure(claims=(MEASURE.claims[0], MEASURE.claims[0])), f"2 claims hold figure {MEN.id}"),
        (measure(claims=(replace(MEASURE.claims[0], claimant="gone"),)), "cites actor gone"),
        (measure(claims=(replace(MEASURE.claims[0], independent=TOO_MANY),)), "a claim in measure"),
        (measure(label=BLANK), "the label of measure"),
        (obligation(commitments=("gone",)), "cites commitment gone"),
        (obligation(debtor="gone"), "cites actor gone"),
        (obligation(status="expired"), "it is expired, and its last move made it detached"),
        (obligation(moves=()), "it has no moves"),
        (obligation(moves=(Move(status="detached", rule="x", at=at(TALKS, "met"), happening="gone"),)),
         "cites happening gone"),
        (obligation(antecedent=BLANK), "reads nothing but space"),
        ({"obligations": (OBLIGATION, OBLIGATION)}, "2 obligations hold commitment"),
        (readouts(happening="gone"), "cites happening gone"),
        (readouts(sides=("marn", "gone")), "cites actor gone"),
        (readouts(documents=("gone", TALKS.id)), "cites document gone"),
        (readouts(points=(Point(agreement="both", left=at(TALKS, "met"), right=None),)), "has other words"),
        (readouts(points=(Point(agreement="right", left=at(TALKS, "met"), right=None),)), "has other words"),
        (discrepancy(sides=DISCREPANCY.sides[:1]), "it has 1 sides"),
        (discrepancy(sides=DISCREPANCY.sides[::-1]), "its sides are not in order of place"),
        (discrepancy(sides=(*DISCREPANCY.sides, Side(at=at(TALKS, "met"), reading="gone"))), "cites reading gone"),
        (discrepancy(about="gone"), "cites finding gone"),
        (discrepancy(sentence=" "), "it has no sentence"),
        ({"discrepancies": (DISCREPANCY, DISCREPANCY)}, "2 discrepancies are"),
        (judgement(other=None), "it compares with nothing"),
        (judgement(verdict="wrong"), "it is of one record, not of two"),
        (judgement(other=JUDGEMENT.subject), "it compares a record with itself"),
        ({"topics": (TOPIC, Topic(documents=(SECOND.id,), central=SECOND.id, why=BY_HAND))}, "2 topics hold document"),
        ({"topics": (replace(TOPIC, central=TALKS.id),)}, "cites document of its own"),
        ({"topics": (replace(TOPIC, why=NO_SCORE),)}, "topic"),
        ({"lineages": (replace(LINEAGE, origin=TALKS.id),)}, "cites document of its own"),
        ({"lineages": (replace(LINEAGE, direction=None),)}, "an origin and the reason for it stand together"),
        ({"lineages": (replace(LINEAGE, direction=NO_SCORE),)}, "the direction of the rewrite"),
        ({"actors": (replace(ACTOR, stands_for=(Metonym(actors=("marn",), mentions=(MARN.id,), why=BY_HAND),)), STATE)},
         "a metonym stands for another"),
        ({"actors": (replace(ACTOR, stands_for=(Metonym(actors=("gone",), mentions=(), why=BY_HAND),)), STATE)},
         "a metonym of actor marn cites actor gone"),
        ({"utterances": (replace(UTTERANCE, earliest="gone"),)}, "the earliest wording of utterance"),
        ({"utterances": (replace(UTTERANCE, original="gone"),)}, "the original of utterance"),
        ({"utterances": (replace(UTTERANCE, original_at=BLANK),)}, "reads nothing but space"),
        ({"utterances": (replace(UTTERANCE, independent=TOO_MANY),)}, "1 to 9 independent accounts, of 2"),
    ],
)  # fmt: skip
def test_a_fault_is_named(fields: dict[str, object], fault: str) -> None:
    found = list(dossier_faults(replace(DOSSIER, **fields)))
    assert any(fault in told for told in found), found
    assert FIRST in DOSSIER.documents
