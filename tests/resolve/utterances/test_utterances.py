"""One statement in several wordings: which attributions report it, and how the wordings differ."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Lineage, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import Attribution, Document, Mention, Study, Why
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType
from standoff.resolve.actors.speakers import speakers_of, voice
from standoff.resolve.reports import reports_of
from standoff.resolve.utterances.find import find_utterances
from tests.builders import attribution, document, mention, study
from tests.lexicons import shipped

KINDS: dict[str, MentionType] = {
    "Dorn": "person",
    "Reik": "person",
    "The ministry": "government",
    "Kestria": "state",
    "Morvane": "state",
}


class Report:
    """A report under construction: lines "Speaker said: content", each an attribution."""

    def __init__(self, name: str, *lines: tuple[str | None, str | Sequence[str]], published: str | None = None) -> None:
        text = "\n\n".join(_line(speaker, content) for speaker, content in lines)
        self.document = document(f"{name}.txt", text, published=published)
        self.mentions: dict[str, Mention] = {}
        self.attributions: list[Attribution] = []
        for speaker, content in lines:
            if speaker is not None and speaker not in self.mentions:
                self.mentions[speaker] = mention(self.document, speaker, KINDS.get(speaker, "person"))
            said = self.mentions[speaker] if speaker is not None else None
            self.attributions.append(attribution(self.document, content, speaker=said))
        self.study = study(self.document, *self.mentions.values(), *self.attributions)


def _line(speaker: str | None, content: str | Sequence[str]) -> str:
    words = content if isinstance(content, str) else ", he went on, ".join(content)
    return f"{speaker} said: {words}" if speaker is not None else f"It was heard: {words}"


def actors_of(reports: Sequence[Report]) -> list[Actor]:
    names = sorted({name for report in reports for name in report.mentions})
    return [
        Actor(
            id=f"actor {name}",
            name=name,
            type=KINDS.get(name, "person"),
            names=(name,),
            mentions=tuple(sorted(report.mentions[name].id for report in reports if name in report.mentions)),
            named=not name.startswith("an official"),
        )
        for name in names
    ]


def alone(documents: Sequence[Document]) -> list[Account]:
    return [Account(documents=(each.id,)) for each in documents]


def utterances(
    *reports: Report,
    lineages: Sequence[Lineage] = (),
    accounts: Sequence[Account] | None = None,
    judgements: Sequence[Judgement] = (),
) -> tuple[Utterance, ...]:
    documents = [report.document for report in reports]
    return found_in(
        documents,
        [report.study for report in reports],
        actors_of(reports),
        accounts=accounts if accounts is not None else alone(documents),
        lineages=lineages,
        judgements=judgements,
    )


def found_in(
    documents: Sequence[Document],
    studies: Sequence[Study],
    actors: Sequence[Actor],
    accounts: Sequence[Account],
    lineages: Sequence[Lineage] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Utterance, ...]:
    dossier = Dossier(
        documents=tuple(documents),
        studies=tuple(studies),
        actors=tuple(actors),
        accounts=tuple(accounts),
        lineages=tuple(lineages),
        judgements=tuple(judgements),
    )
    return find_utterances(reports_of(dossier), shipped())


def joined(left: str, right: str, speakers: tuple[str | None, str | None] = ("Dorn", "Dorn")) -> bool:
    return len(utterances(Report("a", (speakers[0], left)), Report("b", (speakers[1], right)))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kestria will not accept a blockade of the Sund", "Kestria would not accept any blockade of the Sund"),
        (
            "Morvane’s fleet has no right to stop a single boat",
            "the fleet of Morvane has “no right to stop a single boat”",
        ),
        (
            "she voiced the deep concern of Kestria and its partners about Morvane’s build-up of forces at the strait",
            "Dorn expressed the deep concern of Kestria and our partners over its military build-up near the strait",
        ),
        (
            "should the escort sail, Morvane would answer with strong economic and naval measures",
            "if the escort sails, Morvane will respond with strong economic and naval measures",
        ),
        (
            "We have been watching Morvane’s moves for a long time, and we expect a long conversation",
            "We have been aware of the moves of Morvane for a long time. My expectation is a long conversation",
        ),
        (
            "both leaders instructed their teams to follow up in close coordination with partners",
            "The two leaders tasked their teams to follow up; Kestria will do so in close coordination with partners",
        ),
        ("I will not accept anyone’s red line", "he doesn’t accept anyone’s red lines"),
        (
            "We are not seeking a war with Morvane, but we will defend the islands",
            "We are not seeking a war with Morvane",
        ),
        ("the ships will leave the harbour of Tarn by Sunday", "the vessels will leave the harbor of Tarn by Sunday"),
        (
            "about 6,500 soldiers and 14 ships are near Port Ald",
            "around 6,500 troops and 14 ships had gathered near Port Ald",
        ),
        ("seven shots were fired at the trawler from 150 metres", "7 shots were fired at the trawler from 150 meters"),
        ("Minister Reik told Lander that the talks were hard", "Minister Rike told Landers the talks were hard"),
        ("the zone must go before 1 November", "the zone must go before November 1"),
    ],
)
def test_one_statement(left: str, right: str) -> None:
    assert joined(left, right)
    assert joined(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "94,000 soldiers are massed along the border of Kestria",
            "175,000 soldiers are massed along the border of Kestria",
        ),
        ("Kestria is ready to resume talks with Morvane", "Kestria is not ready to resume talks with Morvane"),
        (
            "Reik accepted the deadline for the northern talks",
            "Reik refused to accept the deadline for the northern talks",
        ),
        (
            "Morvane must withdraw its troops from the strait before any talks begin",
            "Morvane must withdraw its ships from the northern port before sanctions end",
        ),
        (
            "Kestria will respond with economic sanctions if Morvane closes the strait",
            "Kestria will respond with naval escorts if Morvane seizes another trawler",
        ),
        (
            "the two presidents discussed the strait and agreed to stay in contact",
            "the two ministers discussed the release of the crews and agreed to send observers",
        ),
        ("nine sailors have been released and twelve remain", "eight sailors have been released and eleven remain"),
        ("the crew of the Ellen was released on Thursday", "the crew of the Bjarma was arrested on Monday"),
        ("the talks will go on", "the talks will go on"),
        ("he called the Kestrian President Volka Zelmar late", "the Kestrian President Volka Zelmar"),
    ],
)
def test_two_statements(left: str, right: str) -> None:
    assert not joined(left, right)
    assert not joined(right, left)


LONG = "no vessel under our flag will ever carry weapons to either bank of the river Sel"


LONGER = f"{LONG} while the harbour court of Aldmouth hears the captains of the timber boats"


@pytest.mark.parametrize(
    ("what", "speakers", "right", "expected"),
    [
        ("one person", ("Dorn", "Dorn"), "no boat under our flag will carry arms to the banks of the river Sel", True),
        ("nobody is named", (None, "Dorn"), LONGER, True),
        ("a body and its person", ("The ministry", "Dorn"), LONGER, True),
        (
            "a body and a piece of the person's words",
            ("The ministry", "Dorn"),
            "weapons to either bank of the river Sel",
            False,
        ),
        ("an official and a person", ("an official", "Dorn"), LONGER, True),
        ("two persons, word for word: the reports differ on who spoke", ("Reik", "Dorn"), LONGER, True),
        (
            "two persons",
            ("Reik", "Dorn"),
            "no vessel under our flag will carry anything dangerous across the river Sel",
            False,
        ),
        ("two states with one formula", ("Kestria", "Morvane"), "no vessel under our flag will carry weapons", False),
    ],
)
def test_speakers(what: str, speakers: tuple[str | None, str | None], right: str, expected: bool) -> None:
    assert joined(LONGER, right, speakers) is expected, what


def test_one_document_alone_has_no_utterance() -> None:
    assert utterances(Report("a", ("Dorn", LONG), ("Dorn", LONG.replace("vessel", "boat")))) == ()


def test_the_record_of_three_wordings() -> None:
    reports = [
        Report("a", ("Dorn", LONG)),
        Report("b", ("Dorn", "no boat under our flag will ever carry weapons to either bank")),
        Report("c", ("Dorn", f"{LONG}, not in my time"), ("Reik", "the opera owns fourteen crates of painted rifles")),
    ]
    (found,) = utterances(*reports)
    fullest = reports[2].attributions[0]
    assert found.speaker == "actor Dorn"
    assert found.attributions == tuple(sorted(report.attributions[0].id for report in reports))
    assert found.fullest == fullest.id
    assert len(found.accounts) == 3
    assert found.why == Why(
        "resolve.utterances", found.why.score, "6 of 7 informative words shared at the least; same speaker"
    )
    read = {
        report.document.path: [
            tuple(side and documents(reports)[side.doc].quote(side) for side in (each.fullest, each.here))
            for each in found.differences
            if each.attribution == report.attributions[0].id
        ]
        for report in reports
    }
    assert read == {
        "a.txt": [("not in my time", None)],
        "b.txt": [("vessel", "boat"), ("of the river Sel, not in my time", None)],
        "c.txt": [],
    }


def documents(reports: Sequence[Report]) -> dict[str, Document]:
    return {report.document.id: report.document for report in reports}


def test_differences_do_not_reach_over_the_words_between_two_pieces() -> None:
    pieces = ("no vessel under our flag will ever carry weapons", "to the bank of the river Sel")
    reports = [
        Report("a", ("Dorn", pieces)),
        Report("b", ("Dorn", "no vessel under our flag shall carry grain to the river Sel")),
    ]
    (found,) = utterances(*reports)
    sides = [
        documents(reports)[side.doc].quote(side)
        for each in found.differences
        for side in (each.fullest, each.here)
        if side
    ]
    assert all("he went on" not in words for words in sides)
    assert "weapons" in sides


def test_a_page_taken_for_a_quotation_is_cut() -> None:
    page = f"{LONG} " + " ".join(f"crate {number}" for number in range(30_000))
    (found,) = utterances(Report("a", ("Dorn", page)), Report("b", ("Dorn", f"{page}, no more")))
    assert len(found.attributions) == 2


def test_copies_count_as_one_account() -> None:
    reports = [Report("a", ("Dorn", LONG)), Report("b", ("Dorn", LONG)), Report("c", ("Dorn", LONG))]
    read = [report.document for report in reports]
    accounts = [Account(documents=tuple(sorted(each.id for each in read[:2]))), Account(documents=(read[2].id,))]
    (found,) = utterances(*reports, accounts=accounts)
    assert found.accounts == tuple(sorted(each.id for each in accounts))


def test_no_chain_joins_two_statements() -> None:
    """A short content stands in two long ones that are not close to each other."""
    middle = "the fleet must leave the northern harbour of Tarn"
    reports = [
        Report("a", ("Dorn", f"{middle} before a single lorry of ours carries timber over the bridge at Sel again")),
        Report("b", ("Dorn", middle)),
        Report("c", ("Dorn", f"{middle} or the opera will perform without violins, choir, curtain and candles")),
    ]
    assert len(utterances(reports[0], reports[1])) == len(utterances(reports[1], reports[2])) == 1
    (found,) = utterances(*reports)
    assert len(found.attributions) == 2


def test_an_attribution_and_what_is_quoted_within_it_are_two_statements() -> None:
    read = [document(f"{name}.txt", f"The ministry said: Dorn repeated that {LONG}") for name in "ab"]
    bodies = [mention(each, "The ministry", "government") for each in read]
    persons = [mention(each, "Dorn") for each in read]
    studies = [
        study(
            each,
            body,
            person,
            attribution(each, f"Dorn repeated that {LONG}", speaker=body),
            attribution(each, LONG, speaker=person),
        )
        for each, body, person in zip(read, bodies, persons, strict=True)
    ]
    actors = [
        Actor(id="ministry", name="x", type="government", names=("x",), mentions=tuple(each.id for each in bodies)),
        Actor(id="Dorn", name="y", type="person", names=("y",), mentions=tuple(each.id for each in persons)),
    ]
    found = found_in(read, studies, actors, alone(read))
    assert sorted((each.speaker, len(each.attributions)) for each in found) == [("Dorn", 2), ("ministry", 2)]


def test_common_words_are_compared_where_two_documents_share_the_passage() -> None:
    """What everybody repeats is too common to propose a pair of statements; a lineage still does."""
    formula = "full respect for the recognised borders of Kestria and of Morvane"
    reports = [Report(f"{number:03}", ("Dorn", formula)) for number in range(101)]
    assert utterances(*reports) == ()
    first, second = sorted(report.attributions[0].content[0] for report in reports[:2])
    lineage = Lineage(documents=(first.doc, second.doc), relation="copy", passages=((first, second),), score=1.0)
    (found,) = utterances(*reports, lineages=[lineage])
    assert len(found.attributions) == 2


def test_a_pronoun_speaks_for_what_it_stands_for() -> None:
    report = document("a.txt", "Ilsa Dorn came late. She said the boat may leave.")
    dorn = mention(report, "Ilsa Dorn")
    she = mention(report, "She", form="pronoun", refers=dorn)
    said = attribution(report, "the boat may leave", speaker=she)
    actor = Actor(id="dorn", name="Ilsa Dorn", type="person", names=("Ilsa Dorn",), mentions=(dorn.id,))
    assert speakers_of([study(report, dorn, she, said)], [actor]) == {said.id: actor}
    assert speakers_of([study(report, dorn, she, said)], []) == {}


def test_mentions_that_stand_for_each_other_end() -> None:
    report = document("a.txt", "She said she would go.")
    place = Span(report.id, 0, 3)
    first = Mention(at=place, type="person", form="pronoun", why=Why("hand", 1.0, ""))
    looped = Mention(at=place, type="person", form="pronoun", refers=first.id, why=Why("hand", 1.0, ""))
    said = attribution(report, "she would go", speaker=looped)
    assert speakers_of([Study(doc=report.id, mentions=(looped,), attributions=(said,))], []) == {}


def _actor(name: str, type: MentionType, named: bool = True) -> Actor:
    return Actor(id=name, name=name, type=type, names=(name,), mentions=(), named=named)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_actor("Dorn", "person"), _actor("Dorn", "person"), "same"),
        (_actor("Dorn", "person"), _actor("Reik", "person"), "different"),
        (_actor("Kestria", "state"), _actor("Morvane", "state"), "different"),
        (_actor("Dorn", "person"), _actor("the ministry", "government"), "through"),
        (_actor("Dorn", "person"), _actor("an official", "person", named=False), "open"),
        (_actor("Dorn", "person"), None, "open"),
        (None, None, "open"),
    ],
)
def test_voices(left: Actor | None, right: Actor | None, expected: str) -> None:
    assert voice(left, right) == voice(right, left) == expected
