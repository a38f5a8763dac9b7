"""From what a user names to a judgement on readings; what makes no sense is refused in words."""

import re

import pytest
from msgspec.structs import replace

from standoff.core.errors import JudgementError
from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.resolve.judging import Asked, judgement_of
from tests.export.whole import (
    DISCREPANCY,
    DOSSIER,
    HAPPENING,
    LODAN,
    MARN,
    MARN_THERE,
    MARN_TOO,
    MEASURE,
    MEN,
    MET,
    MONDAY,
    OBLIGATION,
    UTTERANCE,
    WAIT,
    WAIT_TOO,
)


def asked(subject: str, verdict: Verdict, other: str | None = None, **fields: str) -> Judgement:
    return judgement_of(DOSSIER, Asked(subject, verdict, other, fields.get("by", "A. Reader"), "2031-04-10", None))


def first_of_marn() -> str:
    """The mention of the actor that stands first, documents in order of their ids."""
    return min((MARN, MARN_TOO, MARN_THERE), key=lambda each: each.at).id


@pytest.mark.parametrize(
    ("subject", "verdict", "other", "ids"),
    [
        (MET.id, "wrong", None, (MET.id, None)),
        (MET.id[:10], "wrong", None, (MET.id, None)),
        (MET.id.upper(), "right", None, (MET.id, None)),
        (MONDAY.id, "wrong", None, (MONDAY.id, None)),
        (DISCREPANCY.id, "right", None, (DISCREPANCY.id, None)),
        (MARN.id, "different", MARN_TOO.id, (MARN.id, MARN_TOO.id)),
        ("marn", "same", "lodan", (first_of_marn(), LODAN.id)),
        ("marn", "same", LODAN.id, (first_of_marn(), LODAN.id)),
        (WAIT.id, "different", WAIT_TOO.id, (WAIT.id, WAIT_TOO.id)),
        (WAIT.id, "unsure", WAIT_TOO.id, (WAIT.id, WAIT_TOO.id)),
        (UTTERANCE.id, "unsure", None, (WAIT.id, WAIT_TOO.id)),
        (MET.id, "unsure", None, (MET.id, None)),
    ],
)
def test_a_decision_is_on_readings(
    subject: str, verdict: Verdict, other: str | None, ids: tuple[str, str | None]
) -> None:
    found = asked(subject, verdict, other)
    assert (found.subject, found.other, found.verdict, found.by) == (*ids, verdict, "A. Reader")


@pytest.mark.parametrize("own", [MARN, MARN_TOO, MARN_THERE])
def test_a_reading_is_told_from_the_others_of_its_finding(own: object) -> None:
    mention = own
    found = asked("marn", "different", mention.id)  # type: ignore[attr-defined]
    assert found.other == mention.id  # type: ignore[attr-defined]
    assert found.subject in {MARN.id, MARN_TOO.id, MARN_THERE.id} - {found.other}
    turned = asked(mention.id, "different", "marn")  # type: ignore[attr-defined]
    assert {turned.subject, turned.other} == {found.subject, found.other}


def test_the_last_decision_that_stands_is_taken_back() -> None:
    other = Judgement(subject=WAIT_TOO.id, verdict="unsure", other=WAIT.id, by="A", on="2031")
    with pytest.raises(JudgementError, match=r"no decision on the readings of .* stands, so there is none to"):
        judgement_of(
            replace(DOSSIER, judgements=(*DOSSIER.judgements, other)), Asked(UTTERANCE.id, "unsure", None, "A", "2031")
        )


@pytest.mark.parametrize(
    ("subject", "verdict", "other", "reason"),
    [
        ("beef", "wrong", None, "no record has an id that begins with 'beef'"),
        ("", "wrong", None, "no record has an id that begins with ''"),
        (HAPPENING.id, "wrong", None, f"is made of readings: say which of them is wrong: {MET.id}"),
        ("marn", "right", None, "is made of readings"),
        (MET.id, "same", None, "'same' is said of two records: name the other one as well"),
        (MET.id, "wrong", MEN.id, "'wrong' is said of one record, not of two"),
        (MET.id, "same", MET.id, "is compared with itself"),
        (MET.id, "same", MEN.id, "is of kind event"),
        (OBLIGATION.id, "same", MEASURE.id, "is of kind obligation"),
        (DISCREPANCY.id, "same", DISCREPANCY.id[:12], "is compared with itself"),
        (MET.id, "same", HAPPENING.id, "hold no two readings that could be compared"),
    ],
)
def test_what_makes_no_sense_is_refused(subject: str, verdict: Verdict, other: str | None, reason: str) -> None:
    with pytest.raises(JudgementError, match=re.escape(reason)):
        asked(subject, verdict, other)


def test_the_beginning_of_several_ids_is_refused() -> None:
    readings = [each.id for study in DOSSIER.studies for each in study.mentions]
    beginning = next(each[0] for each in readings if sum(other[0] == each[0] for other in readings) > 1)
    with pytest.raises(JudgementError, match=f"'{beginning}' begins .* ids, so give more of it: .*mention"):
        asked(beginning, "wrong")


@pytest.mark.parametrize("name", ["", "  ", "A\x1b[31m", "\udcff"])
def test_who_decides_has_a_name(name: str) -> None:
    with pytest.raises(JudgementError, match="needs the name of who decides"):
        asked(MET.id, "wrong", by=name)
