"""The ledger: what moves an obligation, and what does not."""

from __future__ import annotations

import pytest

from standoff.resolve.obligations.ledger import CONDITIONAL, UNCONDITIONAL
from standoff.resolve.obligations.rules import RULES, antecedent_holds, words_of
from tests.builders import attribution, document, mention, study, time
from tests.builders import commitment as commit
from tests.resolve.obligations.crisis import Told, dossier, news, obligation_of

SANCTIONS = Told("threat", "Kestria", "Kestria will impose economic sanctions", "if Morvane invades Lodan", "Morvane")
RELEASE = Told("demand", "Morvane", "release the crews", creditor="Kestria")
PLEDGE = Told("promise", "Morvane", "not attack Lodan", creditor="Lodan", polarity="negative")
CALL = Told("promise", "Ilsa Dorn", "speak with Tomas Reik", more={})

MOVED = [
    (SANCTIONS, ("Morvane invaded Lodan at dawn.", "invaded", "ASSAULT", "2031-03-05", "Morvane", "Lodan"), "detached"),
    (RELEASE, ("Morvane released the crews.", "released", "CONCEDE", "2031-03-05", "Morvane"), "satisfied"),
    (PLEDGE, ("Morvane bombed Lodan.", "bombed", "ASSAULT", "2031-03-05", "Morvane", "Lodan"), "violated"),
    (
        CALL,
        ("Ilsa Dorn spoke with Tomas Reik.", "spoke", "CONSULT", "2031-03-05", "Ilsa Dorn", "Tomas Reik"),
        "satisfied",
    ),
]
UNMOVED = [
    (SANCTIONS, ("Kestria invaded Lodan.", "invaded", "ASSAULT", "2031-03-05", "Kestria", "Lodan")),
    (SANCTIONS, ("Morvane invaded Lodan.", "invaded", "ASSAULT", "2031-02-05", "Morvane", "Lodan")),
    (SANCTIONS, ("Morvane invaded Lodan.", "invaded", "ASSAULT", "2032-03-05", "Morvane", "Lodan")),
    (SANCTIONS, ("Morvane raised its toll for Lodan.", "raised", "SANCTION", "2031-03-05", "Morvane", "Lodan")),
    (RELEASE, ("Kestria released the crews.", "released", "CONCEDE", "2031-03-05", "Kestria")),
    (RELEASE, ("Morvane detained a crew.", "detained", "COERCE", "2031-03-05", "Morvane")),
    (PLEDGE, ("Kestria bombed Lodan.", "bombed", "ASSAULT", "2031-03-05", "Kestria", "Lodan")),
    (CALL, ("Ilsa Dorn spoke with Kestria.", "spoke", "CONSULT", "2031-03-05", "Ilsa Dorn", "Kestria")),
    (CALL, ("Ilsa Dorn spoke with Tomas Reik.", "spoke", "CONSULT", "2031-04-05", "Ilsa Dorn", "Tomas Reik")),
]


@pytest.mark.parametrize(("told", "happened", "status"), MOVED)
def test_what_happened_moves_the_obligation(told: Told, happened: tuple[str, ...], status: str) -> None:
    made, read = news(*happened)  # type: ignore[arg-type]
    whole, _ = dossier(told, also=[(made, read)])
    found = obligation_of(whole, told.consequent or "")
    assert found.status == status
    assert (found.moves[-1].at, found.moves[-1].when) == (read.events[0].at, read.events[0].when)
    assert found.moves[-1].happening is not None


@pytest.mark.parametrize(("told", "happened"), UNMOVED)
def test_what_others_did_or_at_another_time_or_another_deed_moves_nothing(
    told: Told, happened: tuple[str, ...]
) -> None:
    whole, _ = dossier(told, also=[news(*happened)])  # type: ignore[arg-type]
    found = obligation_of(whole, told.consequent or "")
    assert [move.status for move in found.moves] == ["conditional" if told.antecedent else "detached"]


def test_a_threat_carried_out_goes_through_the_whole_life_cycle() -> None:
    invaded = news("Morvane invaded Lodan.", "invaded", "ASSAULT", "2031-03-05", "Morvane", "Lodan")
    imposed = news("Kestria sanctioned Morvane.", "sanctioned", "SANCTION", "2031-03-09", "Kestria", "Morvane")
    found = obligation_of(dossier(SANCTIONS, also=[invaded, imposed])[0], "will impose")
    assert [move.status for move in found.moves] == ["conditional", "detached", "satisfied"]
    assert found.moves[1].rule == words_of(antecedent_holds)


def test_the_first_move_says_what_the_words_themselves_say() -> None:
    line = Told("red_line", "Kestria", None, "an armed escort", "Morvane")
    whole, _ = dossier(SANCTIONS, RELEASE, line)
    rules = {w: obligation_of(whole, w).moves[0].rule for w in ("will impose", "release", "escort")}
    assert rules == {"will impose": CONDITIONAL, "release": UNCONDITIONAL, "escort": CONDITIONAL}


def test_every_rule_is_a_sentence_for_a_user() -> None:
    sentences = [words_of(rule) for rule in RULES]
    assert [said for said in sentences if not (said.endswith(".") and said[0].isupper() and "\n" not in said)] == []
    assert len(set(sentences)) == len(RULES)


def test_a_promise_that_its_debtor_denies_is_undecidable() -> None:
    text = 'Lodan says that Morvane gave assurances to free the crews. "No such assurance was given", Morvane said.'
    made = document("both.txt", text, published="2031-03-01")
    lodan, first, second = mention(made, "Lodan", "state"), mention(made, "Morvane", "state"), None
    second = mention(made, "Morvane", "state", nth=1)
    said = attribution(made, "Morvane gave assurances to free the crews", source="Lodan", cue="says", speaker=lodan)
    promise = commit(made, "Morvane gave assurances to free the crews", "promise", "free the crews", debtor=first)
    denial = commit(
        made,
        "No such assurance was given",
        "refusal",
        "No such assurance was given",
        debtor=second,
        polarity="negative",
    )
    whole, _ = dossier(also=[(made, study(made, lodan, first, second, said, promise, denial))])
    assert obligation_of(whole, "free the crews").status == "undecidable"
    assert obligation_of(whole, "No such assurance").status == "detached"


@pytest.mark.parametrize(
    ("last", "status"), [("2031-03-20", "expired"), ("2031-03-09", "conditional"), (None, "conditional")]
)
def test_a_condition_whose_day_has_passed_expires(last: str | None, status: str) -> None:
    text = "Kestria will reopen the border if Morvane frees the crews by 10 March."
    made = document("wire.txt", text, published="2031-03-01")
    kestria, morvane = mention(made, "Kestria", "state"), mention(made, "Morvane", "state")
    due = time(made, "10 March", "2031-03-10")
    promise = commit(
        made,
        text.removesuffix("."),
        "promise",
        "Kestria will reopen the border",
        antecedent="if Morvane frees the crews by 10 March",
        debtor=kestria,
        deadline=due.when,
        time=due.id,
    )
    also = [(made, study(made, kestria, morvane, due, promise))]
    if last is not None:
        other = document("later.txt", "The herring is late.", published=last)
        also.append((other, study(other)))
    assert obligation_of(dossier(also=also)[0], "reopen").status == status


def test_an_offer_taken_back_is_cancelled() -> None:
    offer = Told("promise", "Kestria", "offer to lift the tariff on timber", creditor="Morvane")
    taken = news("Kestria retracted its offer on the timber tariff.", "retracted", "REJECT", "2031-03-05", "Kestria")
    assert obligation_of(dossier(offer, also=[taken])[0], "timber").status == "cancelled"
