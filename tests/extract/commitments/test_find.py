"""Sentences of reports, read by the shipped reader: what a user would see."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.records import Commitment, Document, Study
from standoff.core.span import Span
from standoff.extract.attributions import find_attributions
from standoff.extract.commitments.find import find_commitments
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import load_reader
from tests.builders import document
from tests.lexicons import shipped
from tests.parses import parses, with_fields

Read = Callable[[str], tuple[Document, Study, tuple[Commitment, ...]]]
Row = tuple[str, str | None, str | None, str | None]
"""Force, debtor, antecedent, consequent."""


@pytest.fixture(scope="module")
def reading(lexicon: Lexicon) -> Read:
    """Reads a text and gives the document with its study and commitments; times play no part here."""
    reader = load_reader(1)

    def commitments(text: str) -> tuple[Document, Study, tuple[Commitment, ...]]:
        report = document("report.txt", text)
        parse = reader(report)
        mentions = find_mentions(report, grammar_of(report.text, parse), lexicon)
        said = find_attributions(report, grammar_of(report.text, parse), lexicon, mentions)
        study = Study(doc=report.id, mentions=mentions, attributions=said)
        return report, study, find_commitments(report, grammar_of(report.text, parse), lexicon, study)

    return commitments


def row(report: Document, study: Study, found: Commitment) -> Row:
    def words(at: Span | None) -> str | None:
        return None if at is None else report.quote(at)

    debtor = next((m.at for m in study.mentions if m.id == found.debtor), None)
    return found.force, words(debtor), words(found.antecedent), words(found.consequent)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Varnia has warned Ostrava that any attack on its ships would be met with a swift response.",
            ("threat", "Varnia", "any attack on its ships", "met with a swift response"),
        ),
        (
            "“If the port is closed, we will cut off the gas,” Varnian President Milo Brandt said.",
            ("threat", "Varnian President Milo Brandt", "If the port is closed", "we will cut off the gas"),
        ),
        (
            "“Should Ostland cross the river, Varnia will respond with force,” the Varnian foreign minister said.",
            ("threat", "Varnia", "Should Ostland cross the river", "Varnia will respond with force"),
        ),
        (
            "“In the event of an attack, Varnia will impose sanctions,” the Varnian government said.",
            ("threat", "Varnia", "In the event of an attack", "Varnia will impose sanctions"),
        ),
        (
            "The Varnian president threatened to expel the ambassador unless the prisoners were freed.",
            ("threat", "The Varnian president", "unless the prisoners were freed", "expel the ambassador"),
        ),
        (
            "Unless Ostland stops the drills, Varnia will leave the pact, its president said.",
            ("threat", "Varnia", "Unless Ostland stops the drills", "Varnia will leave the pact"),
        ),
        (
            "“Touch one boat and we will close the strait,” the Varnian president said.",
            ("threat", "the Varnian president", "Touch one boat", "we will close the strait"),
        ),
        ("Varnia did not rule out air strikes.", ("threat", "Varnia", None, "air strikes")),
        ("Varnia is considering sanctions against Ostland.", ("threat", "Varnia", None, "sanctions against Ostland")),
        ("Varnia’s threats to cut the cable alarmed Ostland.", ("threat", "Varnia", None, "cut the cable")),
        (
            "President Milo Brandt of Varnia pledged to withdraw his troops within ten days.",
            ("promise", "President Milo Brandt", None, "withdraw his troops within ten days"),
        ),
        ("Varnia is ready to host the talks.", ("promise", "Varnia", None, "host the talks")),
        (
            "Varnia would lift the blockade only if Ostland signed the treaty.",
            ("promise", "Varnia", "only if Ostland signed the treaty", "Varnia would lift the blockade"),
        ),
        (
            "Varnia reiterated its support for the peace plan.",
            ("promise", "Varnia", None, "support for the peace plan"),
        ),
        ("Ostland urged Varnia to reopen the bridge.", ("demand", "Varnia", None, "reopen the bridge")),
        ("Ostland called on Varnia to release the sailors.", ("demand", "Varnia", None, "release the sailors")),
        (
            "Ostland gave Varnia until Friday to leave the island.",
            ("demand", "Varnia", None, "leave the island"),
        ),
        (
            "Varnia must leave the island at once, the president of Ostland said.",
            ("demand", "Varnia", None, "Varnia must leave the island at once"),
        ),
        (
            "Now is the time for Varnia to withdraw its ships, the Ostland minister said.",
            ("demand", "Varnia", None, "withdraw its ships"),
        ),
        (
            "Ostland is seeking guarantees that Varnia will not build a fort on the island.",
            ("demand", "Varnia", None, "Varnia will not build a fort on the island"),
        ),
        (
            "“Any new fort on the island would cross a red line,” the Varnian defence minister said.",
            ("red_line", None, "Any new fort on the island", None),
        ),
        (
            "“We will not tolerate any new fort on the island,” the Varnian defence minister said.",
            ("red_line", None, "any new fort on the island", None),
        ),
        ("Varnia refused to withdraw its ships.", ("refusal", "Varnia", None, "refused to withdraw its ships")),
        (
            "Varnia denied that its troops had crossed the border.",
            ("refusal", "Varnia", None, "denied that its troops had crossed the border"),
        ),
        ("Varnia said it does not seek war with Ostland.", ("refusal", "Varnia", None, "seek war with Ostland")),
    ],
)
def test_a_sentence_is_read_as_a_commitment(text: str, expected: Row, reading: Read) -> None:
    report, study, found = reading(text)
    assert [row(report, study, commitment) for commitment in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Prices will rise next year, the bank said.",
        "Ostland will lose the war, the Varnian president said.",
        "The minister declined to comment.",
        "The match will be played on Sunday.",
        "The law requires firms to report losses.",
        "“I will tell you a story,” the minister said.",
        "Varnia would have won the war.",
        "The president asked whether Varnia would attack.",
        "Hilda Orlen called Milo Brandt on Friday to express her gratitude.",
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str, reading: Read) -> None:
    assert reading(text)[2] == ()


def test_a_commitment_keeps_the_mouths_it_came_through(reading: Read) -> None:
    text = "Hilda Orlen said Milo Brandt had told her that Varnia would free the sailors."
    _, study, found = reading(text)
    by_id = {attribution.id: attribution for attribution in study.attributions}
    (promise,) = [commitment for commitment in found if commitment.force == "promise"]
    assert [text[a.cue.start : a.cue.end] for i in promise.relay if (a := by_id[i]).cue] == ["said", "had told"]


def test_furniture_is_not_read(reading: Read, lexicon: Lexicon) -> None:
    report = document("report.txt", "Ostland urged Varnia to reopen the bridge.")
    parse = load_reader(1)(report)
    furniture = with_fields(report, furniture=((0, len(report.text)),))
    mentions = find_mentions(report, grammar_of(report.text, parse), lexicon)
    study = Study(doc=report.id, mentions=mentions)
    assert find_commitments(report, grammar_of(report.text, parse), lexicon, study)
    assert find_commitments(furniture, grammar_of(report.text, parse), lexicon, study) == ()


WORDS = """Varnia Ostland will would not must if unless any attack threatened to withdraw the ships demands that
rejected a red line cross “ ” , . we they support for called on""".split()


@given(st.data(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_whatever_the_tree_is_spans_read_back_words_and_no_two_are_one(data: st.DataObject, words: list[str]) -> None:
    report = document("report.txt", " ".join(words))
    parse = data.draw(parses(report))
    lexicon = shipped()
    mentions = find_mentions(report, grammar_of(report.text, parse), lexicon)
    study = Study(
        doc=report.id,
        mentions=mentions,
        attributions=find_attributions(report, grammar_of(report.text, parse), lexicon, mentions),
    )
    found = find_commitments(report, grammar_of(report.text, parse), lexicon, study)
    assert len({commitment.id for commitment in found}) == len(found)
    assert list(found) == sorted(found, key=lambda c: c.at)
    for commitment in found:
        spans = [s for s in (commitment.at, commitment.antecedent, commitment.consequent) if s is not None]
        assert all(report.quote(span).strip() for span in spans)
        assert {commitment.debtor, commitment.creditor} - {None} <= {m.id for m in mentions}
    assert found == find_commitments(report, grammar_of(report.text, parse), lexicon, study)
