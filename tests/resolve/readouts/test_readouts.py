"""Two sides' accounts of one meeting: which texts are such, what both say, what one says, where they oppose."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.claims import Readouts
from standoff.core.course import Happening, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Independent
from standoff.core.records import Document, Study
from standoff.core.span import Span
from standoff.core.when import When
from standoff.resolve.readouts.find import find_readouts
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND, attribution, document, event, study
from tests.lexicons import shipped
from tests.resolve.utterances.test_originals import ACTORS

Read = tuple[Document, Study]

OURS = (
    "Mr Reik received a call from Ilsa Dorn on Tuesday. He informed her of the search of the ferry at Aldmouth and "
    "showed that the rifle crates were addressed to an opera. Both agreed to exchange harbour observers before winter. "
    "The two sides will not reopen the timber crossing this month. The choir of Tarn was praised."
)
THEIRS = (
    "President Dorn called Tomas Reik of Morvane. She raised the rifle crates found in the search of the Aldmouth "
    "ferry. The leaders decided on an exchange of observers in the harbours. The two sides will reopen the timber "
    "crossing this month. She recalled the fishing quota of the northern banks."
)


def readout(name: str, text: str, outlet: str, title: str, published: str = "2031-04-02", met: str = "call") -> Read:
    """A readout in which one word tells the meeting, and whose verbs after "and" are cues."""
    report = document(f"{name}.txt", text, title=title, outlet=outlet, published=published)
    cued = [attribution(report, "the rifle crates were addressed", cue="showed")] if "showed" in text else []
    return report, study(report, event(report, met, "CONSULT"), *cued)


def ours(published: str = "2031-04-03", title: str = "Telephone conversation with Ilsa Dorn") -> Read:
    return readout("ours", OURS, "President of Morvane", title, published)


def theirs(published: str = "2031-04-02", title: str = "Readout of President Dorn's call with Tomas Reik") -> Read:
    return readout("theirs", THEIRS, "Government of Kestria", title, published)


def happening(*read: Read) -> Happening:
    """The meeting, of the events of these texts."""
    events = tuple(sorted(each.id for _, studied in read for each in studied.events))
    return Happening(
        label=read[0][1].events[0].at,
        type="CONSULT",
        factuality="occurred",
        when=When.parse("2031-04-02"),
        when_basis="explicit",
        participants=(),
        place=None,
        events=events,
        documents=len(read),
        course=(Stage(factuality="occurred", event=events[0]),),
        accounts=(),
        independent=Independent(lower=1, upper=1),
        why=BY_HAND,
    )


def found(
    *read: Read, happenings: Sequence[Happening] | None = None, accounts: Sequence[Account] | None = None
) -> tuple[Readouts, ...]:
    dossier = Dossier(
        documents=tuple(report for report, _ in read),
        studies=tuple(studied for _, studied in read),
        accounts=tuple(accounts or (Account(documents=(report.id,)) for report, _ in read)),
        actors=tuple(ACTORS),
    )
    held = [happening(*read)] if happenings is None else happenings
    return find_readouts(reports_of(dossier), shipped(), held)


def words(read: Sequence[Read], readouts: Readouts) -> list[tuple[str, str | None, str | None]]:
    texts = {report.id: report for report, _ in read}

    def quote(span: Span | None) -> str | None:
        return None if span is None else texts[span.doc].quote(span)

    return [(point.agreement, quote(point.left), quote(point.right)) for point in readouts.points]


def test_point_by_point() -> None:
    read = theirs(), ours()
    (one,) = found(*read)
    assert one.sides == ("kestria", "morvane")
    assert one.documents == (read[0][0].id, read[1][0].id)
    assert one.happening == happening(*read).id
    assert words(read, one) == [
        (
            "both",
            "She raised the rifle crates found in the search of the Aldmouth ferry.",
            "He informed her of the search of the ferry at Aldmouth",
        ),
        (
            "both",
            "The leaders decided on an exchange of observers in the harbours.",
            "Both agreed to exchange harbour observers before winter.",
        ),
        (
            "opposed",
            "The two sides will reopen the timber crossing this month.",
            "The two sides will not reopen the timber crossing this month.",
        ),
        ("left", "She recalled the fishing quota of the northern banks.", None),
        ("right", None, "Mr Reik received a call from Ilsa Dorn on Tuesday."),
        ("right", None, "showed that the rifle crates were addressed to an opera."),
        ("right", None, "The choir of Tarn was praised."),
    ]


@pytest.mark.parametrize(
    ("what", "read", "expected"),
    [
        ("a day apart", (theirs(), ours()), 1),
        ("two days apart: two calls", (theirs(), ours("2031-04-05")), 0),
        (
            "one tells of a call to come",
            (theirs(title="Statement on President Dorn's upcoming call with Reik"), ours()),
            0,
        ),
        (
            "a transcript is no account",
            (theirs(title="Transcript of President Dorn's call with Tomas Reik"), ours()),
            0,
        ),
        ("two texts of one side", (theirs(), readout("more", OURS, "Kestrian Foreign Ministry", "Call with Reik")), 0),
        ("one is a report", (theirs(), readout("news", OURS, "The Aldmouth Post", "Dorn and Reik talk")), 0),
        ("about somebody else", (theirs(), ours(title="Telephone conversation with the King of Norway")), 0),
        ("alone", (theirs(),), 0),
    ],
)
def test_which_texts_are_of_one_meeting(what: str, read: tuple[Read, ...], expected: int) -> None:
    assert len(found(*read)) == expected, what


def test_happenings_that_were_not_merged() -> None:
    """Each text has its own: the one that more documents tell is taken; without any there is no finding."""
    read = theirs(), ours()
    apart = [happening(read[0]), happening(read[1])]
    (one,) = found(*read, happenings=apart)
    assert one.happening in {each.id for each in apart}
    assert found(*read, happenings=apart[::-1]) == (one,)
    assert found(*read, happenings=[]) == ()


def test_copies_of_a_readout_are_one() -> None:
    read = [
        theirs(),
        ours(),
        *(readout(f"copy {n}", OURS, "President of Morvane", "Call with Dorn", "2031-04-03") for n in range(5)),
    ]
    one = Account(documents=tuple(sorted(report.id for report, _ in read[1:])))
    assert len(found(*read, accounts=[Account(documents=(read[0][0].id,)), one])) == 1


SENTENCES = st.lists(
    st.sampled_from([*OURS.split(". "), *THEIRS.split(". "), "Nothing was said", "No crate will be opened by Kestria"]),
    min_size=1,
    max_size=8,
    unique=True,
).map(lambda drawn: f"They met. {'. '.join(drawn)}.")


@settings(deadline=None, max_examples=40)
@given(SENTENCES, SENTENCES, st.randoms(use_true_random=False))
def test_laws(left: str, right: str, dice: random.Random) -> None:
    read = [
        readout("left", left, "Government of Kestria", "Meeting with Tomas Reik", met="met"),
        readout("right", right, "President of Morvane", "Meeting with Ilsa Dorn", met="met"),
    ]
    first = found(*read)
    dice.shuffle(read)
    assert found(*read) == first, "no order matters"
    for one in first:
        assert 0 <= one.why.score <= 1
        for agreement, *sides in words(read, one):
            assert [side is not None for side in sides] == [agreement != "right", agreement != "left"]
            assert all(side is None or side.strip() for side in sides)
        for side in ("left", "right"):
            spans = [span for point in one.points if (span := getattr(point, side)) is not None]
            assert len(set(spans)) == len(spans), "a point is told once"
            assert not any(here.overlaps(there) for here in spans for there in spans if here < there)
