"""Events by the grammar of the sentence: triggers, types, who does it and who suffers it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.records import Study
from standoff.extract.events.find import find_events
from standoff.extract.grammar import grammar_of
from standoff.lexicon.lexicon import Lexicon
from tests.builders import document
from tests.extract.events.sentences import Named, shown, told, with_lemmas
from tests.lexicons import shipped
from tests.parses import parses, read

BOTH: list[Named] = [("Varnia", "state"), ("Orlen", "state")]

SENTENCES = [
    (
        "Varnia invaded Orlen.",
        "Varnia PROPN invaded nsubj\ninvaded VERB - root\nOrlen PROPN invaded obj\n. PUNCT invaded punct",
        "invaded=invade",
        ["invaded ASSAULT Varnia > Orlen"],
    ),
    (
        "Orlen was bombed by Varnia.",
        """Orlen PROPN bombed nsubj:pass
        was AUX bombed aux:pass
        bombed VERB - root
        by ADP Varnia case
        Varnia PROPN bombed obl:agent
        . PUNCT bombed punct""",
        "bombed=bomb was=be",
        ["bombed ASSAULT Varnia > Orlen"],
    ),
    (
        "Varnia held talks with Orlen.",
        """Varnia PROPN held nsubj
        held VERB - root
        talks NOUN held obj
        with ADP Orlen case
        Orlen PROPN talks nmod
        . PUNCT held punct""",
        "held=hold talks=talk",
        ["held talks CONSULT Varnia, Orlen > "],
    ),
    (
        "Varnia urged Orlen to withdraw.",
        """Varnia PROPN urged nsubj
        urged VERB - root
        Orlen PROPN urged obj
        to PART withdraw mark
        withdraw VERB urged xcomp
        . PUNCT urged punct""",
        "urged=urge",
        ["urged REQUEST Varnia > Orlen", "withdraw RETREAT Orlen > "],
    ),
    (
        "Varnia called on Orlen.",
        """Varnia PROPN called nsubj
        called VERB - root
        on ADP Orlen case
        Orlen PROPN called obl
        . PUNCT called punct""",
        "called=call",
        ["called on REQUEST Varnia > Orlen"],
    ),
    (
        "Varnia called Orlen on Friday.",
        """Varnia PROPN called nsubj
        called VERB - root
        Orlen PROPN called obj
        on ADP Friday case
        Friday PROPN called obl
        . PUNCT called punct""",
        "called=call",
        ["called CONSULT Varnia > Orlen"],
    ),
    (
        "Varnia sent troops.",
        "Varnia PROPN sent nsubj\nsent VERB - root\ntroops NOUN sent obj\n. PUNCT sent punct",
        "sent=send troops=troop",
        ["sent MOBILIZE Varnia > "],
    ),
    (
        "Varnia sent flowers.",
        "Varnia PROPN sent nsubj\nsent VERB - root\nflowers NOUN sent obj\n. PUNCT sent punct",
        "sent=send flowers=flower",
        [],
    ),
    (
        "Varnia's annexation of Orlen",
        """Varnia PROPN annexation nmod:poss
        's PART Varnia case
        annexation NOUN - root
        of ADP Orlen case
        Orlen PROPN annexation nmod""",
        "",
        ["annexation ASSAULT Varnia > Orlen"],
    ),
    (
        "Varnia said nothing.",
        "Varnia PROPN said nsubj\nsaid VERB - root\nnothing PRON said obj\n. PUNCT said punct",
        "said=say",
        [],
    ),
    (
        "the build-up",
        "the DET build det\nbuild NOUN - root\n- PUNCT build punct\nup NOUN build compound",
        "",
        ["build-up MOBILIZE  > "],
    ),
    (
        "Talks have resumed.",
        "Talks NOUN resumed nsubj\nhave AUX resumed aux\nresumed VERB - root\n. PUNCT resumed punct",
        "Talks=talk resumed=resume",
        ["Talks have resumed CONSULT  > "],
    ),
    (
        "Orlen extended the truce.",
        """Orlen PROPN extended nsubj
        extended VERB - root
        the DET truce det
        truce NOUN extended obj
        . PUNCT extended punct""",
        "extended=extend",
        ["extended AGREE Orlen > ", "truce RETREAT Orlen > "],
    ),
    (
        "Orlen was hurt when Varnia attacked.",
        """Orlen PROPN hurt nsubj:pass
        was AUX hurt aux:pass
        hurt VERB - root
        when ADV attacked mark
        Varnia PROPN attacked nsubj
        attacked VERB hurt advcl
        . PUNCT hurt punct""",
        "was=be hurt=hurt attacked=attack",
        ["hurt ASSAULT Varnia > Orlen", "attacked ASSAULT Varnia > "],
    ),
    (
        "Dozens demanded talks.",
        "Dozens NOUN demanded nsubj\ndemanded VERB - root\ntalks NOUN demanded obj\n. PUNCT demanded punct",
        "Dozens=dozen demanded=demand talks=talk",
        ["demanded REQUEST  > ", "talks CONSULT  > "],
    ),
    (
        "the detained crews",
        "the DET crews det\ndetained VERB crews amod\ncrews NOUN - root",
        "detained=detain crews=crew",
        [],
    ),
]


@pytest.mark.parametrize(("text", "table", "lemmas", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_events_of_a_sentence(text: str, table: str, lemmas: str, expected: list[str], lexicon: Lexicon) -> None:
    named = [pair for pair in BOTH if pair[0] in text]
    assert shown(*told(text, table, lemmas, named, lexicon)) == expected


INVADED = ("Varnia invaded.", "Varnia PROPN invaded nsubj\ninvaded VERB - root\n. PUNCT invaded punct")


def test_the_event_head_gives_a_second_opinion(lexicon: Lexicon) -> None:
    _, events, _ = told(*INVADED, "invaded=invade", BOTH[:1], lexicon)
    (event,) = events
    assert event.why.finder in ("extract.event.both", "extract.event.lexicon")
    assert event.why.runner_up is not None
    assert not event.why.runner_up.startswith(event.type)


def test_parties_from_an_earlier_event_are_told_as_such(lexicon: Lexicon) -> None:
    text = "Varnia invaded Orlen. The invasion began."
    table = """Varnia PROPN invaded nsubj
    invaded VERB - root
    Orlen PROPN invaded obj
    . PUNCT invaded punct

    The DET invasion det
    invasion NOUN began nsubj
    began VERB - root
    . PUNCT began punct"""
    _, events, names = told(text, table, "invaded=invade began=begin", BOTH, lexicon)
    assert [names[m] for m in (*events[1].agents, *events[1].targets)] == ["Varnia", "Orlen"]
    assert "parties from an earlier event" in events[1].why.detail
    assert "parties" not in events[0].why.detail


def test_no_event_in_the_furniture(lexicon: Lexicon) -> None:
    report, _, _ = told(*INVADED, "invaded=invade", [], lexicon)
    hidden = msgspec.structs.replace(report, furniture=((0, len(report.text)),))
    parsed = with_lemmas(report, read(*INVADED)[1], "invaded=invade")
    grammar = grammar_of(report.text, parsed)
    assert find_events(hidden, grammar, lexicon, Study(doc=hidden.id)) == ()
    assert len(find_events(report, grammar, lexicon, Study(doc=report.id))) == 1


REPORT = document("report.txt", "talks strike called for troops and threat sanctions attack with him. The truce held.")


@given(st.data())
def test_any_parse_gives_events_that_read_back_in_order(data: st.DataObject) -> None:
    parsed = data.draw(parses(REPORT))
    study = Study(doc=REPORT.id)
    events = find_events(REPORT, grammar_of(REPORT.text, parsed), shipped(), study)
    assert [event.at for event in events] == sorted({event.at for event in events})
    assert all(REPORT.quote(event.at).strip() for event in events)
