"""The facts file: its shape, line by line, and its laws."""

import hashlib
import json
import random
import unicodedata
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.dossier import Dossier
from standoff.core.findings import Actor
from standoff.core.records import Gap, Study, Why
from standoff.core.span import Span
from standoff.export.facts import facts, facts_of_study
from standoff.export.formats import EXPORTS
from standoff.export.readings import actors_of_mentions
from tests.builders import at, document, documents, dossiers, mention, studies, study
from tests.export.whole import (
    ACCOUNTS,
    ACTOR,
    ANSWER,
    DOSSIER,
    FIRST,
    HAPPENING,
    HE,
    HE_AGAIN,
    LEAVE,
    LEAVING,
    LODAN,
    MARN,
    MARN_THERE,
    MARN_TOO,
    MEASURE,
    MEN,
    MET,
    MONDAY,
    OBLIGATION,
    ORLA,
    READ,
    READ_TOO,
    SECOND,
    STATE,
    TALKS,
    TOPIC,
    UTTERANCE,
    VARETH,
    WAIT,
    WAIT_TOO,
)

HAND = {"finder": "hand", "score": 1.0, "detail": "written by hand", "runner_up": None}


def records(data: bytes) -> list[dict[str, Any]]:
    assert data == b"" or data.endswith(b"\n")
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def place(span: Span) -> list[int]:
    return [span.start, span.end]


def line(kind: str, key: str) -> dict[str, Any]:
    (found,) = (record for record in records(facts(DOSSIER)) if (record["kind"], record.get("id")) == (kind, key))
    return found


def test_a_document() -> None:
    assert line("document", FIRST.id) == {
        "kind": "document",
        "id": FIRST.id,
        "path": "reports/1.txt",
        "given_id": None,
        "url": None,
        "title": "Ardania answers",
        "outlet": "The Ardan Courier",
        "outlet_basis": "metadata",
        "author": None,
        "published": {"since": "2031-04-02", "until": "2031-04-03"},
        "published_basis": "byline",
        "account": ACCOUNTS[0].id,
        "encoding": "utf-8",
        "furniture": [[0, 4]],
        "captions": [],
        "text_sha256": hashlib.sha256(FIRST.text.encode("utf-8")).hexdigest(),
        "text": FIRST.text,
    }
    assert line("document", SECOND.id)["published"] is None


def test_a_mention_has_the_actor_of_the_one_it_stands_for() -> None:
    assert line("mention", HE_AGAIN.id) == {
        "kind": "mention",
        "id": HE_AGAIN.id,
        "doc": FIRST.id,
        "at": [71, 73],
        "type": "person",
        "form": "pronoun",
        "name": None,
        "role": None,
        "refers": HE.id,
        "actor": "marn",
        "why": HAND,
    }
    assert line("mention", MARN.id)["name"] == place(at(FIRST, "Ilo Marn"))
    assert line("mention", MARN.id)["role"] == place(at(FIRST, "Premier"))


def test_an_attribution() -> None:
    assert line("attribution", WAIT.id) == {
        "kind": "attribution",
        "id": WAIT.id,
        "doc": FIRST.id,
        "source": None,
        "cue": None,
        "content": [place(at(FIRST, "Ardania")), place(at(FIRST, "will not wait"))],
        "mode": "mixed",
        "act": "threatens",
        "speaker": "marn",
        "mention": HE_AGAIN.id,
        "within": None,
        "utterance": UTTERANCE.id,
        "why": HAND,
    }
    assert line("attribution", ANSWER.id)["utterance"] is None
    assert line("attribution", ANSWER.id)["cue"] == place(at(FIRST, "said"))


def test_a_time_expression() -> None:
    assert line("time", MONDAY.id) == {
        "kind": "time",
        "id": MONDAY.id,
        "doc": TALKS.id,
        "at": [3, 9],
        "type": "date",
        "value": "2031-04-07",
        "when": {"since": "2031-04-07", "until": "2031-04-08"},
        "basis": "explicit",
        "reckoned_from": [0, 2],
        "needs": "nothing",
        "reckoning": None,
        "why": HAND,
    }


def test_an_event_has_actors_and_the_mentions_they_are_taken_from() -> None:
    assert line("event", MET.id) == {
        "kind": "event",
        "id": MET.id,
        "doc": TALKS.id,
        "at": place(at(TALKS, "met")),
        "type": "CONSULT",
        "factuality": "occurred",
        "when": {"since": "2031-04-07", "until": "2031-04-08"},
        "when_basis": "explicit",
        "agents": ["marn"],
        "targets": ["lodan"],
        "participants": [],
        "place": "Vareth",
        "time": MONDAY.id,
        "carried_by": None,
        "happening": HAPPENING.id,
        "agent_mentions": [MARN_THERE.id, ORLA.id],
        "target_mentions": [LODAN.id],
        "participant_mentions": [],
        "place_mention": VARETH.id,
        "why": HAND,
    }


def test_two_mentions_of_one_actor_are_one_agent() -> None:
    both = msgspec.structs.replace(STATE, mentions=(LODAN.id, ORLA.id))
    written = records(facts(msgspec.structs.replace(DOSSIER, actors=(ACTOR, both))))
    (met,) = (record for record in written if record["kind"] == "event")
    assert (met["agents"], met["targets"]) == (["marn", "lodan"], ["lodan"])


def test_a_figure() -> None:
    assert line("figure", MEN.id) == {
        "kind": "figure",
        "id": MEN.id,
        "doc": TALKS.id,
        "at": place(at(TALKS, "40 men")),
        "low": 40.0,
        "high": 40.0,
        "unit": "person",
        "what": "men",
        "hedge": "about",
        "claimant": "marn",
        "as_of": None,
        "as_of_basis": None,
        "status": "planned",
        "where": "Vareth",
        "measure": MEASURE.id,
        "what_at": place(at(TALKS, "men")),
        "where_mention": VARETH.id,
        "claimant_mention": MARN_THERE.id,
        "time": None,
        "carried_by": LEAVING.id,
        "why": HAND,
    }


def test_a_commitment() -> None:
    assert line("commitment", LEAVE.id) == {
        "kind": "commitment",
        "id": LEAVE.id,
        "doc": TALKS.id,
        "at": place(at(TALKS, "40 men would leave if it rained")),
        "force": "promise",
        "debtor": "marn",
        "creditor": "lodan",
        "antecedent": place(at(TALKS, "it rained")),
        "consequent": place(at(TALKS, "leave")),
        "strength": "would",
        "polarity": "positive",
        "deadline": {"since": "2031-04-07", "until": "2031-04-08"},
        "relay": [LEAVING.id],
        "obligation": OBLIGATION.id,
        "debtor_mention": MARN_THERE.id,
        "creditor_mention": LODAN.id,
        "time": MONDAY.id,
        "why": HAND,
    }


def test_an_actor() -> None:
    assert line("actor", "marn") == {
        "kind": "actor",
        "id": "marn",
        "name": "Ilo Marn",
        "type": "person",
        "named": True,
        "names": ["Ilo Marn", "Marn"],
        "mentions": [MARN.id, MARN_TOO.id, MARN_THERE.id],
        "roles": [{"text": "Premier", "at": {"doc": FIRST.id, "at": [5, 12]}, "tense": "past"}],
        "joins": [
            {
                "left": "Ilo Marn",
                "right": "Marn",
                "why": {"finder": "surname", "score": 0.9123, "detail": "a part of the other", "runner_up": None},
            }
        ],
        "stands_for": [{"actors": ["lodan"], "mentions": [MARN_THERE.id], "why": HAND}],
        "country": None,
    }
    assert line("actor", "lodan")["country"] == "XL"


def test_what_the_documents_say_together() -> None:
    assert line("account", ACCOUNTS[0].id) == {"kind": "account", "id": ACCOUNTS[0].id, "documents": [FIRST.id]}
    assert line("utterance", UTTERANCE.id) == {
        "kind": "utterance",
        "id": UTTERANCE.id,
        "speaker": "marn",
        "attributions": [WAIT.id, WAIT_TOO.id],
        "fullest": WAIT.id,
        "accounts": 2,
        "carried_by": [account.id for account in ACCOUNTS],
        "independent": {"lower": 1, "upper": 2},
        "earliest": WAIT.id,
        "original": WAIT_TOO.id,
        "original_at": {"doc": SECOND.id, "at": place(at(SECOND, "Ardania “won't wait”"))},
        "differences": [
            {
                "attribution": WAIT_TOO.id,
                "fullest": place(at(FIRST, "will not")),
                "here": place(at(SECOND, "won't")),
            }
        ],
        "why": HAND,
    }
    (lineage,) = (record for record in records(facts(DOSSIER)) if record["kind"] == "lineage")
    assert lineage == {
        "kind": "lineage",
        "documents": [FIRST.id, SECOND.id],
        "relation": "rewrite",
        "passages": [[place(at(FIRST, "Ardania")), place(at(SECOND, "Ardania"))]],
        "score": 0.6667,
        "origin": FIRST.id,
        "direction": {"finder": "credit", "score": 0.8, "detail": "the second credits the first", "runner_up": None},
    }
    assert line("topic", TOPIC.id) == {
        "kind": "topic",
        "id": TOPIC.id,
        "documents": [FIRST.id, SECOND.id],
        "central": FIRST.id,
        "why": HAND,
    }


def test_gaps_of_studies_stand_beside_the_dossiers() -> None:
    assert [record for record in records(facts(DOSSIER)) if record["kind"] == "gap"] == [
        {"kind": "gap", "doc": SECOND.id, "path": "reports/2.txt", "room": "extract", "reason": "odd"},
        {"kind": "gap", "doc": None, "path": "reports/3.txt", "room": "read", "reason": "empty"},
    ]
    again = msgspec.structs.replace(DOSSIER, gaps=(*DOSSIER.gaps, *READ_TOO.gaps))
    assert facts(again) == facts(DOSSIER)


def test_the_order_of_lines() -> None:
    kinds = [record["kind"] for record in records(facts(DOSSIER))]
    assert list(dict.fromkeys(kinds)) == [
        "document", "mention", "time", "attribution", "event", "figure", "commitment",
        "actor", "account", "lineage", "topic", "utterance", "happening", "day", "measure", "obligation",
        "readouts", "discrepancy", "judgement", "gap",
    ]  # fmt: skip
    for report in (FIRST, SECOND):
        starts = [r["at"] for r in records(facts(DOSSIER)) if r["kind"] == "mention" and r["doc"] == report.id]
        assert starts == sorted(starts)


def test_one_document_read_alone_has_the_same_ids() -> None:
    alone = records(facts_of_study(FIRST, READ, [Gap(path="reports/1.txt", room="read", reason="cut")]))
    derived = {"account": None, "actor": None, "speaker": None, "utterance": None}
    whole = [r for r in records(facts(DOSSIER)) if FIRST.id in (r.get("id"), r.get("doc"))]
    assert [r for r in alone if r["kind"] != "gap"] == [
        {name: derived.get(name, value) for name, value in record.items()} for record in whole
    ]
    assert alone[-1]["reason"] == "cut"


def test_mentions_that_stand_for_each_other_have_no_actor() -> None:
    one = mention(FIRST, "he", form="pronoun")
    two = mention(FIRST, "he", form="pronoun", nth=1, refers=one)
    one = msgspec.structs.replace(one, refers=two.id)
    assert actors_of_mentions(Dossier(documents=(FIRST,), studies=(study(FIRST, one, two),))) == {}


def test_a_mention_in_an_actor_keeps_it_whatever_it_stands_for() -> None:
    other = Actor(id="other", name="he", type="person", names=(), mentions=(HE.id,))
    found = actors_of_mentions(msgspec.structs.replace(DOSSIER, actors=(ACTOR, other)))
    assert found == {MARN.id: "marn", MARN_TOO.id: "marn", MARN_THERE.id: "marn", HE.id: "other", HE_AGAIN.id: "other"}


@pytest.mark.parametrize(("score", "written"), [(1, "1.0"), (-0.0, "0.0"), (0.00001, "0.0"), (0.12345, "0.1235")])
def test_a_score_is_written_in_one_way(score: float, written: str) -> None:
    found = msgspec.structs.replace(MARN, why=Why("hand", score, ""))
    assert f'"score":{written},' in facts_of_study(FIRST, Study(doc=FIRST.id, mentions=(found,))).decode()


def test_a_dossier_that_breaks_the_first_law_is_not_exported() -> None:
    blank = msgspec.structs.replace(MARN, at=Span(FIRST.id, 4, 5), name=None, role=None)
    with pytest.raises(ValueError, match=r"breaks the first law in 1 places.*\[4, 5\) reads nothing but space"):
        facts_of_study(FIRST, Study(doc=FIRST.id, mentions=(blank,)))


def test_facts_are_a_format() -> None:
    assert EXPORTS["facts"](DOSSIER) == facts(DOSSIER)


def test_nothing_that_a_terminal_obeys_is_written_raw() -> None:
    unprinted = [
        chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp") and code
    ]
    assert len(unprinted) > 200
    text = "a".join(unprinted)
    written = facts_of_study(*(report := document("1.txt", text), Study(doc=report.id)))
    assert not set(written.decode().rstrip("\n")) & set(unprinted)
    assert records(written)[0]["text"] == text


@given(dossiers(), st.randoms(use_true_random=False))
def test_shuffled_records_give_the_same_bytes(dossier: Dossier, order: random.Random) -> None:
    parts = {name: list(getattr(dossier, name)) for name in dossier.__struct_fields__}
    for name, part in parts.items():
        if name != "judgements":  # their order is what they say: a later one takes back an earlier
            order.shuffle(part)
    assert facts(Dossier(**{name: tuple(part) for name, part in parts.items()})) == facts(dossier)


@given(st.data())
def test_a_study_is_exported_whatever_its_text_holds(data: st.DataObject) -> None:
    report = data.draw(documents())
    written = records(facts_of_study(report, found := data.draw(studies(report))))
    assert written[0]["text"] == report.text
    assert [tuple(r["at"]) for r in written if r["kind"] == "mention"] == [
        (m.at.start, m.at.end) for m in found.mentions
    ]
