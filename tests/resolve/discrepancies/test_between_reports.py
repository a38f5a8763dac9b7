"""The checks on what is to come, on how sure it is, on unnamed sources and on the means of a statement."""

from __future__ import annotations

from typing import Any

import pytest

from standoff.core.course import Move, Obligation
from standoff.core.dossier import Dossier
from standoff.core.findings import Utterance
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.resolve.discrepancies.certainty import certainty_differs
from standoff.resolve.discrepancies.events import days_between
from standoff.resolve.discrepancies.expected import contacts_expected
from standoff.resolve.discrepancies.find import CheckOf
from standoff.resolve.discrepancies.manners import manners_differ
from standoff.resolve.discrepancies.officials import officials_counted
from standoff.resolve.discrepancies.precision import precision_differs
from standoff.resolve.discrepancies.sentences import replaced, sentences_in, span_of, tells_other
from standoff.resolve.discrepancies.terms import terms_differ
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND, attribution, commitment, document, event, mention, study, time
from tests.lexicons import shipped
from tests.resolve.discrepancies.by_hand import ONE, actor, dossier, happening


def told(check: CheckOf, made: Dossier) -> list[tuple[str, str]]:
    """What is found, as cause and severity."""
    return [(each.cause, each.severity) for each in check(reports_of(made), shipped(), made)]


def sides(check: CheckOf, made: Dossier) -> list[list[str]]:
    reports = reports_of(made)
    return [[reports.words(side.at) for side in each.sides] for each in check(reports, shipped(), made)]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2031-04-02", "2031-04-02", 0),
        ("2031-04-02", "2031-04-05", 3),
        ("2031-04", "2031-04-05", 0),
        ("2031-04", "2031-05-02", 2),
        ("2031-04-02", None, None),
    ],
)
def test_days_between_reports(one: str, other: str | None, days: int | None) -> None:
    texts = [document(f"{n}.txt", f"Report {n}.", published=day) for n, day in enumerate((one, other))]
    reports = reports_of(dossier(*((text, study(text)) for text in texts)))
    assert days_between(reports, texts[0].id, texts[1].id) == days
    assert days_between(reports, texts[1].id, texts[0].id) == days


# What is to come -----------------------------------------------------------------------------------------------


def to_come(first: str, second: str, factuality: Any) -> Dossier:
    """One raid that two reports put at these times."""
    texts = [document(f"{n}.txt", f"Kestria could raid the port in {when}.") for n, when in enumerate((first, second))]
    who = [mention(text, "Kestria", "state") for text in texts]
    times = [time(text, when, when) for text, when in zip(texts, (first, second), strict=True)]
    events = [
        event(text, "raid", "ASSAULT", factuality, agents=[state], when=at.when, when_basis="explicit", time=at.id)
        for text, state, at in zip(texts, who, times, strict=True)
    ]
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, times, events, strict=True), strict=True)]
    return dossier(*read, actors=(actor("Kestria", *who, type="state"),), happenings=(happening("ASSAULT", *events),))


@pytest.mark.parametrize(
    ("first", "second", "factuality", "differs"),
    [
        ("2031-04", "2031-04-09", "hypothetical", True),
        ("2031-04", "2031-04-09", "scheduled", True),
        ("2031-04", "2031-04-09", "occurred", False),
        ("2031-04", "2031-04", "scheduled", False),
        ("2031-04", "2031-05-09", "scheduled", False),
        ("2031", "2031-04", "scheduled", False),
    ],
)
def test_one_report_is_more_exact(first: str, second: str, factuality: Any, differs: bool) -> None:
    assert told(precision_differs, to_come(first, second, factuality)) == ([("rounding", "slight")] if differs else [])


@pytest.mark.parametrize(
    ("first", "second", "published", "differs"),
    [
        ("intelligence officials", "the intelligence agencies", ("2031-04-02", "2031-04-03"), True),
        ("intelligence officials", "foreign diplomats", ("2031-04-02", "2031-04-03"), False),
        ("intelligence officials", "the intelligence agencies", ("2031-04-02", "2031-06-03"), False),
    ],
)
def test_how_sure_like_sources_are(first: str, second: str, published: tuple[str, str], differs: bool) -> None:
    tellings = ((first, "Kestria prepares a raid"), (second, "Kestria could attempt a raid"))
    texts = [
        document(f"{n}.txt", f"All say that {source} say {words}.", published=day)
        for n, ((source, words), day) in enumerate(zip(tellings, published, strict=True))
    ]
    who = [
        mention(text, source, "organization", "description") for text, (source, _) in zip(texts, tellings, strict=True)
    ]
    states = [mention(text, "Kestria", "state") for text in texts]
    said = [
        attribution(text, words, source=source, cue="say", speaker=each)
        for text, (source, words), each in zip(texts, tellings, who, strict=True)
    ]
    sure: tuple[Factuality, Factuality] = ("scheduled", "hypothetical")
    events = [
        event(text, "raid", "ASSAULT", factuality, agents=[state], carried_by=one.id)
        for text, state, one, factuality in zip(texts, states, said, sure, strict=True)
    ]
    read = [(texts[n], study(texts[n], who[n], states[n], said[n], events[n])) for n in range(2)]
    sources = (actor(f"{n} source", each, named=False) for n, each in enumerate(who))
    actors = (actor("Kestria", *states, type="state"), *sources)
    made = dossier(*read, actors=actors, happenings=(happening("ASSAULT", *events),))
    assert told(certainty_differs, made) == ([("unknown", "notable")] if differs else [])


@pytest.mark.parametrize(
    ("first", "second", "published", "differs"),
    [
        ("is expected to speak with", "spoke with", ("2031-04-02", "2031-04-02"), True),
        ("is expected to speak with", "spoke with", ("2031-04-02", "2031-04-04"), False),
        ("spoke with", "spoke with", ("2031-04-02", "2031-04-02"), False),
        ("is expected to speak for", "spoke with", ("2031-04-02", "2031-04-02"), False),
    ],
)
def test_a_contact_still_expected(first: str, second: str, published: tuple[str, str], differs: bool) -> None:
    texts = [
        document(f"{n}.txt", f"Dorn {words} Reik.", published=day)
        for n, (words, day) in enumerate(zip((first, second), published, strict=True))
    ]
    dorns, reiks = ([mention(text, name) for text in texts] for name in ("Dorn", "Reik"))
    events = [
        event(text, words.split()[-2], "CONSULT", "scheduled" if "expected" in words else "occurred", agents=[dorn])
        for text, words, dorn in zip(texts, (first, second), dorns, strict=True)
    ]
    read = [(texts[n], study(texts[n], dorns[n], reiks[n], events[n])) for n in range(2)]
    made = dossier(*read, actors=(actor("Dorn", *dorns), actor("Reik", *reiks)))
    assert told(contacts_expected, made) == ([("update", "slight")] if differs else [])


# Who says it, and how ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "days", "differs"),
    [
        ("A port official", "Port officials", ("Monday", "Monday"), True),
        ("A port official", "A port official", ("Monday", "Monday"), False),
        ("A port official", "Port officials", ("Monday", "Tuesday"), False),
        ("A port official", "Port diplomats", ("Monday", "Monday"), False),
    ],
)
def test_one_official_or_several(first: str, second: str, days: tuple[str, str], differs: bool) -> None:
    values = {"Monday": "2031-04-07", "Tuesday": "2031-04-08"}
    contents = ("Dorn is expected to speak soon", "Dorn expects to speak today")
    texts, read, who = [], [], []
    for n, (source, content, day) in enumerate(zip((first, second), contents, days, strict=True)):
        text = document(f"{n}.txt", f"{source} said on {day} that {content}.")
        speaker, dorn = mention(text, source, "person", "description"), mention(text, "Dorn")
        said = attribution(text, content, source=source, cue="said", speaker=speaker)
        read.append((text, study(text, speaker, dorn, said, time(text, day, values[day]))))
        texts.append(text)
        who.append((speaker, dorn))
    sources = (actor(f"{n} source", speaker, named=False) for n, (speaker, _) in enumerate(who))
    made = dossier(*read, actors=(actor("Dorn", *(dorn for _, dorn in who)), *sources))
    assert told(officials_counted, made) == ([("unknown", "slight")] if differs else [])


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (
            "In a statement, Dorn said",
            "Dorn said in an interview",
            [["In a statement, Dorn said", "Dorn said in an interview"]],
        ),
        ("In a statement, Dorn said", "In a written statement, Dorn said", []),
        ("In a statement, Dorn said", "Dorn said", []),
        ("In an interview about the statement, Dorn said", "In a statement, Dorn said", []),
    ],
)
def test_by_what_means_it_was_said(first: str, second: str, shown: list[list[str]]) -> None:
    words = "the strait is open to all"
    texts = [document(f"{n}.txt", f"It rains. {how} that {words}.") for n, how in enumerate((first, second))]
    who = [mention(text, "Dorn") for text in texts]
    said = [
        attribution(text, words, source="Dorn", cue="said", speaker=each) for text, each in zip(texts, who, strict=True)
    ]
    utterance = Utterance(
        speaker="Dorn", attributions=tuple(sorted(each.id for each in said)), fullest=said[0].id, accounts=(),
        independent=ONE, why=BY_HAND,
    )  # fmt: skip
    read = [(text, study(text, each, one)) for text, each, one in zip(texts, who, said, strict=True)]
    made = dossier(*read, actors=(actor("Dorn", *who),), utterances=(utterance,))
    assert [sorted(each) for each in sides(manners_differ, made)] == [sorted(each) for each in shown]


# What exactly --------------------------------------------------------------------------------------------------


def owed(force: Any, *wordings: tuple[str, str | None], polarity: Any = "positive") -> Dossier:
    """One obligation in these wordings, a report each: what is said, and what of it is to be."""
    texts = [document(f"{n}.txt", f"Dorn said {words}.") for n, (words, _) in enumerate(wordings)]
    who = [mention(text, "Dorn") for text in texts]
    said = [
        attribution(text, words, source="Dorn", cue="said", speaker=each)
        for text, (words, _), each in zip(texts, wordings, who, strict=True)
    ]
    made = [
        commitment(text, words, force, consequent, relay=(one.id,), polarity=polarity)
        for text, (words, consequent), one in zip(texts, wordings, said, strict=True)
    ]
    obligation = Obligation(
        label=made[0].at, force=force, debtor=None, creditor=None, antecedent=None, consequent=None, deadline=None,
        commitments=tuple(sorted(each.id for each in made)), status="detached",
        moves=(Move(status="detached", rule="by hand", at=made[0].at),), accounts=(), independent=ONE, why=BY_HAND,
    )  # fmt: skip
    read = [(text, study(text, *rest)) for text, rest in zip(texts, zip(who, said, made, strict=True), strict=True)]
    return dossier(*read, actors=(actor("Dorn", *who),), obligations=(obligation,))


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("the league will not admit Kestria", "the league will not arm Kestria", True),
        ("the league will not admit Kestria", "the league will not admit little Kestria", False),
        ("the league will not admit Kestria", "the league rejects all Kestria", False),
        ("the league will not admit Kestria", "the fleet will not leave port", False),
    ],
)
def test_what_is_ruled_out(first: str, second: str, differs: bool) -> None:
    made = owed("demand", (first, first), (second, second), polarity="negative")
    assert told(terms_differ, made) == ([("unknown", "slight")] if differs else [])


def test_where_a_red_line_runs() -> None:
    """A report that names the line alone says where it runs in the words around it."""
    line = "the red line"
    made = owed(
        "red_line",
        ("gunboats in the bay are too much", "gunboats in the bay are too much"),
        (f"{line} is any fishing at Tarn", line),
    )
    (shown,) = sides(terms_differ, made)
    assert sorted(shown) == ["gunboats in the bay are too much", f"{line} is any fishing at Tarn"]


def test_an_open_day_is_no_day() -> None:
    """A report published from some day on may be of any day after."""
    first = document("1.txt", "Report one.", published=When(When.parse("2031-04-02").since, None))
    second = document("2.txt", "Report two.", published="2031-05-02")
    reports = reports_of(dossier((first, study(first)), (second, study(second))))
    assert days_between(reports, first.id, second.id) == 0


# Sentences -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        ("the two leaders asked their teams", "the two presidents asked their teams", [("leaders", "presidents")]),
        ("the two leaders asked their teams", "the two leaders have asked their teams", []),
        ("they asked the teams to stay", "they tasked the crews to stay", [("asked", "tasked"), ("teams", "crews")]),
        ("the United States will stay calm", "the US will stay calm", [("United States", "US")]),
    ],
)
def test_words_in_each_others_place(one: str, other: str, places: list[tuple[str, str]]) -> None:
    texts = [document(f"{n}.txt", f"{words}.") for n, words in enumerate((one, other))]
    left, right = (
        next(sentences_in(each.text, attribution(each, words), 0, len(each.text)))
        for each, words in zip(texts, (one, other), strict=True)
    )
    assert [
        (texts[0].quote(span_of(left, here)), texts[1].quote(span_of(right, there)))
        for here, there in replaced(left, right)
    ] == places


def test_one_state_in_full_and_in_letters_is_one() -> None:
    texts = [document("1.txt", "the United States will stay calm"), document("2.txt", "the US will stay calm now")]
    left, right = (next(sentences_in(each.text, attribution(each, each.text), 0, len(each.text))) for each in texts)
    assert [tells_other(left, right, place) for place in replaced(left, right)] == [False]
