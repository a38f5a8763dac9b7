"""Statements in several wordings with their original, at their day, as people ruled on them."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from standoff.core.findings import Account, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Study
from standoff.core.vocabulary import Verdict
from tests.builders import attribution, document, mention, study
from tests.builders import time as told_time
from tests.resolve.utterances.test_originals import ACTORS
from tests.resolve.utterances.test_utterance_laws import crises
from tests.resolve.utterances.test_utterances import Report, alone, found_in, utterances

ISSUED = (
    "President Ilsa Dorn spoke today with President Tomas Reik of Morvane. President Dorn voiced the deep worry of "
    "Kestria and its partners about the massing of gunboats in the strait and made plain that they would answer with "
    "strong measures against trade. The two presidents asked their envoys to meet again before the harvest."
)
WORRY = "about the massing of gunboats in the strait and made plain that they would answer with strong measures"


def issued(text: str = ISSUED, name: str = "readout", published: str = "2031-04-02") -> tuple[Document, Study]:
    """The text of Kestria's presidency; it is read without any attribution."""
    report = document(
        f"{name}.txt",
        text,
        title="Readout of President Ilsa Dorn's call with President Tomas Reik",
        outlet="Office of the President of Kestria",
        published=published,
    )
    return report, study(report)


def found(*read: tuple[Document, Study], judgements: Sequence[Judgement] = ()) -> tuple[Utterance, ...]:
    documents = [report for report, _ in read]
    return found_in(documents, [each for _, each in read], ACTORS, alone(documents), judgements=judgements)


def report(name: str, content: str, published: str | None = None) -> tuple[Document, Study]:
    made = Report(name, (None, content), published=published)
    return made.document, made.study


FIRST = (
    "Dorn “voiced the deep worry” of Kestria over gunboats massing in the strait and would answer with strong measures"
)
SECOND = (
    "President Dorn expressed the deep worry of Kestria on the massing of gunboats around the strait, and said that if "
    "they come, strong measures against trade would answer them"
)


def test_two_reports_and_the_sentence_that_they_report() -> None:
    original = issued()
    (one,) = found(report("a", FIRST), report("b", SECOND), original)
    assert one.original is None, "nothing in it is attributed"
    assert one.original_at is not None
    said = original[0].quote(one.original_at)
    assert said.startswith("President Dorn voiced")
    assert said.endswith("against trade.")
    assert len(one.attributions) == 2
    assert len(one.accounts) == 3
    assert one.why.detail.endswith("the original is among the documents")


def test_one_report_and_its_original() -> None:
    (one,) = found(report("a", FIRST), issued())
    assert len(one.attributions) == 1
    assert one.original_at is not None


def test_the_attribution_in_the_original_is_named() -> None:
    text, _ = issued()
    inside = attribution(text, WORRY, cue="voiced")
    (one,) = found(report("a", FIRST), (text, study(text, inside)))
    assert one.original == inside.id
    assert inside.id in one.attributions


def test_a_report_of_the_other_side_is_none() -> None:
    made = document("b.txt", f"Tomas Reik said: {SECOND}")
    reik = mention(made, "Tomas Reik")
    actors = [*ACTORS[:4], replace(ACTORS[4], mentions=(reik.id,))]
    read = [made, issued()[0]]
    studies = [study(made, reik, attribution(made, SECOND, cue="said", speaker=reik)), issued()[1]]
    assert found_in(read, studies, actors, alone(read)) == ()


@pytest.mark.parametrize(
    ("what", "published", "expected"),
    [
        ("on the day", "2031-04-02", 1),
        ("it is already tomorrow there", "2031-04-01", 1),
        ("before it was said", "2031-03-30", 0),
        ("weeks later, in other words", "2031-04-28", 0),
        ("undated", None, 1),
    ],
)
def test_days(what: str, published: str | None, expected: int) -> None:
    assert len(found(report("a", FIRST, published), issued())) == expected, what


def test_a_formula_put_out_twice_is_said_twice() -> None:
    """Both readouts hold the words; the report has one more sentence of the later one, which tells which it is from."""
    later = ISSUED.replace("before the harvest", "at the lighthouse of Tarn with the pilots")
    first, second = issued(), issued(later, "later", "2031-04-20")
    assert found(first, second) == ()
    made = Report(
        "a", (None, FIRST), (None, "the presidents asked their envoys to meet at the lighthouse of Tarn with pilots")
    )
    assert {one.original_at.doc for one in found(first, second, (made.document, made.study)) if one.original_at} == {
        second[0].id
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on 3 April 2031", "on 3 April 2031", 1),
        ("on 3 April 2031", "on 4 April 2031", 1),
        ("on 3 April 2031", "on 21 April 2031", 0),
    ],
)
def test_the_day_told_beside_the_words(one: str, other: str, expected: int) -> None:
    said = "no vessel under our flag will ever carry weapons to either bank of the river Sel"
    read = []
    for name, day in (("a", one), ("b", other)):
        made = document(f"{name}.txt", f"Dorn said {day} that {said}.")
        when = f"2031-04-{int(day.split()[1]):02}"
        content = attribution(made, said, cue="said")
        read.append((made, study(made, content, told_time(made, day, when))))
    assert len(found(*read)) == expected


def judgement(verdict: Verdict, subject: str, other: str) -> Judgement:
    return Judgement(subject=subject, verdict=verdict, other=other, by="ada", on="2031-05-01T10:00:00Z")


def test_rulings_go_before_words() -> None:
    one, other = Report("a", ("Dorn", FIRST)), Report("b", ("Reik", "the opera owns fourteen crates of painted rifles"))
    ids = one.attributions[0].id, other.attributions[0].id
    assert utterances(one, other) == ()
    (joined,) = utterances(one, other, judgements=[judgement("same", *ids)])
    assert set(joined.attributions) == set(ids)
    assert "a person called two of them the same" in joined.why.detail
    twice = [judgement("same", *ids), judgement("unsure", *ids)]
    assert utterances(one, other, judgements=twice) == ()
    copy = Report("c", ("Dorn", FIRST))
    told = judgement("different", one.attributions[0].id, copy.attributions[0].id)
    assert len(utterances(one, copy)) == 1
    assert utterances(one, copy, judgements=[told]) == ()


@settings(deadline=None, max_examples=60)
@given(crises(), st.data())
def test_rulings_are_honoured(reports: list[Report], data: st.DataObject) -> None:
    ids = sorted(each.id for report in reports for each in report.attributions)
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
    drawn = data.draw(st.lists(pairs, max_size=3, unique=True)) if len(ids) > 1 else []
    verdict: Verdict = data.draw(st.sampled_from(["same", "different"]))
    dice = random.Random(0)
    group_of = _groups(utterances(*reports, judgements=[judgement(verdict, *pair) for pair in drawn]))
    for left, right in drawn:
        together = group_of.get(left, left) == group_of.get(right, right)
        assert together is (verdict == "same")
    shuffled = [judgement(verdict, *pair) for pair in drawn]
    dice.shuffle(shuffled)
    assert _groups(utterances(*reports, judgements=shuffled)) == group_of


def _groups(found: Sequence[Utterance]) -> dict[str, str]:
    return {each: one.id for one in found for each in one.attributions}


def test_thousands_of_copies_are_compared_once() -> None:
    made = [Report(f"{number}", ("Dorn", FIRST), ("Reik", SECOND)) for number in range(3_000)]
    one = [Account(documents=tuple(sorted(each.document.id for each in made)))]
    actors = [
        replace(ACTORS[3], id=name, name=name, mentions=tuple(sorted(each.mentions[name].id for each in made)))
        for name in ("Dorn", "Reik")
    ]
    documents, studies = [each.document for each in made], [each.study for each in made]
    begun = time.process_time()
    both = found_in(documents, studies, actors, one)
    assert sorted(len(each.attributions) for each in both) == [3_000, 3_000]
    assert time.process_time() - begun < 20
