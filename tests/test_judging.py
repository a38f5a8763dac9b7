"""Judgements in a store: honoured by every build, kept through every rebuild, taken back by another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.core.errors import JudgementError, StoreError
from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.pipeline import judge, take_away
from standoff.resolve.assemble import assemble
from standoff.resolve.judging import Asked
from standoff.store.file import Store
from tests.builders import document
from tests.lexicons import shipped
from tests.resolve.test_ablation import AGAIN, CALL, ECHO, NINE, ORLEN, SAID, SAILED, TOLD, WHOLE

NOON = "2031-04-10T12:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "x.standoff", create=True) as opened:
        for report in (CALL, ECHO):
            opened.add_source(report.path, "a", "1", [report], [])
        opened.add_studies(WHOLE.studies, "1")
        opened.write_findings(WHOLE, "1")
        yield opened


def say(store: Store, subject: str, verdict: Verdict, other: str | None = None) -> Judgement:
    return judge(store, Asked(subject, verdict, other, "A. Reader", NOON, "seen on paper"))


def actor_of(dossier: Dossier, mention: str) -> str:
    (found,) = (actor.id for actor in dossier.actors if mention in actor.mentions)
    return found


def test_two_that_are_told_apart_are_two_until_it_is_taken_back(store: Store) -> None:
    assert actor_of(store.dossier(), ORLEN.id) == actor_of(store.dossier(), AGAIN.id)
    given = say(store, ORLEN.id[:12], "different", AGAIN.id)
    assert given == Judgement(
        subject=ORLEN.id, verdict="different", other=AGAIN.id, by="A. Reader", on=NOON, note="seen on paper"
    )
    found = store.dossier()
    assert found.judgements == store.judgements() == (given,)
    assert actor_of(found, ORLEN.id) != actor_of(found, AGAIN.id)
    say(store, AGAIN.id, "unsure", ORLEN.id)
    found = store.dossier()
    assert actor_of(found, ORLEN.id) == actor_of(found, AGAIN.id)
    assert replace(found, judgements=()) == WHOLE
    assert [each.verdict for each in store.judgements()] == ["different", "unsure"]


def test_no_finding_rests_on_what_is_wrong(store: Store) -> None:
    (utterance,) = store.dossier().utterances
    say(store, TOLD.id, "wrong")
    found = store.dossier()
    assert found.utterances == ()
    assert found.studies == WHOLE.studies, "readings stay as they were read"
    say(store, NINE.id, "wrong")
    assert all(NINE.id not in measure.figures for measure in store.dossier().measures)
    say(store, TOLD.id, "right")
    assert store.dossier().utterances == (utterance,)


def test_judgements_stay_whatever_is_built(store: Store) -> None:
    given = say(store, SAILED.id, "wrong")
    other = document("more.txt", "Nothing else was heard.")
    store.add_source("more.txt", "b", "1", [other], [])
    assert not store.has_findings()
    assert store.judgements() == (given,)
    store.add_studies(WHOLE.studies, "2")
    store.add_source("call.txt", "c", "1", [], [])
    assert store.judgements() == (given,)


def test_a_judgement_given_while_findings_are_drawn_waits_for_the_next_build(store: Store) -> None:
    drawn, given = store.dossier(), Judgement(subject=SAID.id, verdict="wrong", by="A. Reader", on=NOON)
    store.add_judgement(given)
    store.write_findings(drawn, "2")
    assert not store.has_findings("2")
    assert store.dossier() == drawn
    assert store.judgements() == (given,)


def test_findings_that_honour_other_judgements_than_are_stored_are_refused(store: Store) -> None:
    given = Judgement(subject=SAID.id, verdict="wrong", by="A. Reader", on=NOON)
    store.add_judgement(given)
    drawn = replace(store.dossier(), judgements=(replace(given, verdict="right"),))
    with pytest.raises(StoreError, match="holds other judgements than the findings honour; run the build again"):
        store.write_findings(drawn)


def test_a_decision_that_makes_no_sense_changes_nothing(store: Store) -> None:
    with pytest.raises(JudgementError):
        say(store, SAID.id, "same", SAILED.id)
    assert store.judgements() == ()
    assert store.dossier() == WHOLE


def test_decisions_that_contradict_each_other_leave_a_gap(store: Store) -> None:
    found = assemble(
        WHOLE.documents,
        WHOLE.studies,
        (),
        shipped(),
        [
            Judgement(subject=ORLEN.id, verdict="same", other="b", by="A. Reader", on=NOON),
            Judgement(subject="b", verdict="same", other=AGAIN.id, by="A. Reader", on=NOON),
            Judgement(subject=ORLEN.id, verdict="different", other=AGAIN.id, by="A. Reader", on=NOON),
        ],
    )
    (gap,) = found.gaps
    assert (gap.path, gap.room) == ("call.txt", "resolve")
    assert actor_of(found, ORLEN.id) != actor_of(found, AGAIN.id)
    assert store.gaps() == ()


def test_what_falls_is_asked_of_a_dossier() -> None:
    found = take_away(WHOLE, [ECHO.id], [], [])
    assert {each.kind for each in found.fallen} >= {"utterance", "happening"}
