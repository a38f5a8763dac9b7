"""Attributions pieced together from what the reader cued; the reader's part is written by hand."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.integrity import study_faults
from standoff.core.parse import Cued
from standoff.core.records import Attribution, Document, Mention, Study
from standoff.extract.attributions import find_attributions
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon
from tests.builders import document, mention
from tests.drawing import ranges_apart
from tests.lexicons import shipped
from tests.parses import cued, parse, parses, plain, with_fields

Row = tuple[str | None, str | None, list[str]]
"""Source, cue and the pieces of the content."""


def attributed(
    report: Document, heard: Sequence[Cued], lexicon: Lexicon, mentions: Sequence[Mention] = ()
) -> tuple[Attribution, ...]:
    return find_attributions(report, grammar_of(report.text, plain(report, cued=heard)), lexicon, mentions)


def rows(report: Document, found: Sequence[Attribution]) -> list[Row]:
    return [
        (
            report.quote(a.source) if a.source else None,
            report.quote(a.cue) if a.cue else None,
            [report.quote(piece) for piece in a.content],
        )
        for a in found
    ]


ONE: list[tuple[str, str | list[str], str, list[str], str]] = [
    # (text, content as heard, cue; content, mode); the source is "Orlen"
    ("Orlen said that the fleet moved.", "that the fleet moved.", "said", ["the fleet moved"], "indirect"),
    ("“The fleet moved,” Orlen said.", "The fleet moved", "said", ["The fleet moved"], "direct"),
    ("Orlen called it “a red line”.", "it “a red line”.", "called", ["it “a red line”."], "mixed"),
    ("The fleet moved, according to Orlen.", "The fleet moved", "according to", ["The fleet moved"], "indirect"),
    # part of it before the cue, part after
    ("“We wait,” Orlen said. “We act.”", ["We wait", "We act"], "said", ["We wait", "We act."], "direct"),
    ("We wait, Orlen said, for now.", ["We wait", "for now."], "said", ["We wait", "for now"], "indirect"),
]


@pytest.mark.parametrize(("text", "heard", "cue", "content", "mode"), ONE)
def test_source_cue_and_content(
    text: str, heard: str | list[str], cue: str, content: list[str], mode: str, lexicon: Lexicon
) -> None:
    report = document("a.txt", text)
    found = attributed(report, [cued(report, heard, cue=cue, source="Orlen")], lexicon)
    assert rows(report, found) == [("Orlen", cue, content)]
    assert found[0].mode == mode


def test_what_no_cue_claims_is_kept_without_source(lexicon: Lexicon) -> None:
    report = document("a.txt", "The fleet moved. Nobody saw it.")
    (found,) = attributed(report, [cued(report, "The fleet moved")], lexicon)
    assert (found.source, found.cue, found.speaker, found.act) == (None, None, None, "asserts")


SAYS = """
    Orlen  PROPN said   nsubj
    said   VERB  -      root
    {word} PRON  said   obj
"""


@pytest.mark.parametrize("word", ["it", "which", "—"])
def test_a_content_without_a_word_of_meaning_is_none(word: str, lexicon: Lexicon) -> None:
    report = document("a.txt", f"Orlen said {word}")
    parsed = parse(report, SAYS.format(word=word), cued=[cued(report, word, cue="said", source="Orlen")])
    assert find_attributions(report, grammar_of(report.text, parsed), lexicon, ()) == ()


def test_of_two_cues_that_claim_one_content_the_surer_keeps_it(lexicon: Lexicon) -> None:
    report = document("a.txt", "Orlen denied and Tarvic confirmed that the fleet had moved.")
    heard = [
        cued(report, "that the fleet had moved", cue="denied", source="Orlen", score=0.6),
        cued(report, "the fleet had moved.", cue="confirmed", source="Tarvic", score=0.7),
    ]
    for order in (heard, heard[::-1]):
        found = attributed(report, order, lexicon)
        assert rows(report, found) == [("Tarvic", "confirmed", ["the fleet had moved"])]


# Nested ----------------------------------------------------------------------------------------------------------

NESTED = "Orlen said that Tarvic had warned that the straits would close. Marn left."


def test_an_attribution_in_anothers_content_names_it(lexicon: Lexicon) -> None:
    report = document("a.txt", NESTED)
    outer = cued(report, "Tarvic had warned that the straits would close", cue="said", source="Orlen")
    inner = cued(report, "the straits would close", cue="warned", source="Tarvic", depth=1)
    found = attributed(report, [outer, inner], lexicon)
    assert [(a.act, a.within) for a in found] == [("asserts", None), ("warns", found[0].id)]
    assert found[1].why.detail.endswith("found inside a content")


def test_a_second_look_finds_nothing_that_the_first_has(lexicon: Lexicon) -> None:
    report = document("a.txt", NESTED)
    outer = cued(report, "Tarvic had warned that the straits would close", cue="said", source="Orlen")
    inner = cued(report, "the straits would close", cue="warned", source="Tarvic")
    again = cued(report, "the straits", cue="warned", source="Tarvic", depth=1)
    same = cued(report, "the straits would close", cue="had", source="Tarvic", depth=1, score=1.0)
    both = attributed(report, [outer, inner], lexicon)
    assert attributed(report, [outer, inner, again, same], lexicon) == both


def test_the_smallest_content_around_is_the_one_named(lexicon: Lexicon) -> None:
    report = document("a.txt", "Marn wrote that Orlen said that Tarvic warned that it would close at dawn.")
    heard = [
        cued(report, "Orlen said that Tarvic warned that it would close at dawn", cue="wrote", source="Marn"),
        cued(report, "Tarvic warned that it would close at dawn", cue="said", source="Orlen"),
        cued(report, "it would close at dawn", cue="warned", source="Tarvic"),
    ]
    first, second, third = attributed(report, heard, lexicon)
    assert (first.within, second.within, third.within) == (None, first.id, second.id)


# Quotations that go on -------------------------------------------------------------------------------------------

GOING_ON: list[tuple[str, str, list[str]]] = [
    # (text, the only content the reader heard, the content that comes out); the cue is "said", the source "Orlen"
    # in the same paragraph
    ("“We wait,” Orlen said. “Then we shall act at once.”", "We wait", ["We wait", "Then we shall act at once."]),
    (
        "“We wait,” Orlen said. “Then we shall act.” He added: “And we shall win it.”",
        "We wait",
        ["We wait", "Then we shall act.", "And we shall win it."],
    ),
    # a word or two in quotation marks is not an utterance
    ("“We wait,” Orlen said of the “red line” there.", "We wait", ["We wait"]),
    # over paragraphs, where the quotation is left open
    (
        "Orlen said: “We have moved no ships.\n\n“We shall move none before the talks.”",
        "We have moved no ships",
        ["We have moved no ships.", "We shall move none before the talks."],
    ),
    (
        'Orlen said: "We have moved no ships.\n\n"We shall move none now.\n\n"Nor then, nor at all."\n\n"And you?"',
        "We have moved no ships",
        ["We have moved no ships.", "We shall move none now.", "Nor then, nor at all."],
    ),
    # but not where it was closed, nor where words stand between
    ("Orlen said: “We wait.”\n\n“Who are they to ask?”", "We wait", ["We wait."]),
    ("Orlen said: “We wait.\n\nIt rained. “Who are they to ask?”", "We wait", ["We wait."]),
    # nor where nobody is said to say what stands before
    ("“Who is next then, ask?” “Nobody can ever say now.” Orlen said so.", "so", ["so"]),
]


@pytest.mark.parametrize(("text", "heard", "content"), GOING_ON)
def test_quotations_that_go_on(text: str, heard: str, content: list[str], lexicon: Lexicon) -> None:
    report = document("a.txt", text)
    found = attributed(report, [cued(report, heard, cue="said", source="Orlen")], lexicon)
    assert rows(report, found) == [("Orlen", "said", content)]
    assert found[0].why.finder == ("extract.continued" if len(content) > 1 else "reader.attribution")


def test_a_quotation_that_another_claims_is_not_taken(lexicon: Lexicon) -> None:
    report = document("a.txt", "“We wait for them,” Orlen said. “You wait for us,” Tarvic replied.")
    heard = [
        cued(report, "We wait for them", cue="said", source="Orlen"),
        cued(report, "You wait for us", cue="replied", source="Tarvic"),
    ]
    assert rows(report, attributed(report, heard, lexicon)) == [
        ("Orlen", "said", ["We wait for them"]),
        ("Tarvic", "replied", ["You wait for us"]),
    ]


def test_thousands_of_quotations_end(lexicon: Lexicon) -> None:
    report = document("a.txt", '"We wait for them," Orlen said. ' + '"Then we act now." ' * 5000)
    (found,) = attributed(report, [cued(report, "We wait for them", cue="said", source="Orlen")], lexicon)
    assert len(found.content) == 5001


# Furniture -------------------------------------------------------------------------------------------------------


def test_furniture_says_nothing(lexicon: Lexicon) -> None:
    text = "Orlen said the fleet moved. Readers say this is fake news."
    start = text.index("Readers")
    report = document("a.txt", text, furniture=((start, len(text)),))
    heard = [
        cued(report, "the fleet moved", cue="said", source="Orlen"),
        cued(report, "this is fake news", cue="say", source="Readers"),
    ]
    assert rows(report, attributed(report, heard, lexicon)) == [("Orlen", "said", ["the fleet moved"])]


def test_a_piece_of_content_in_furniture_is_left_out(lexicon: Lexicon) -> None:
    text = "“We wait for now,” Orlen said. Share this. “Then we act now.”"
    report = document("a.txt", text, furniture=((text.index("Share"), len(text)),))
    heard = cued(report, ["We wait for now", "Then we act now"], cue="said", source="Orlen")
    assert rows(report, attributed(report, [heard], lexicon)) == [("Orlen", "said", ["We wait for now"])]


def test_no_quotation_goes_on_in_furniture(lexicon: Lexicon) -> None:
    text = "“We wait,” Orlen said. “Leave a reply and join us!”"
    report = document("a.txt", text, furniture=((text.index("“Leave"), len(text)),))
    (found,) = attributed(report, [cued(report, "We wait", cue="said", source="Orlen")], lexicon)
    assert rows(report, [found]) == [("Orlen", "said", ["We wait"])]


# Speakers --------------------------------------------------------------------------------------------------------

TOLD = document("a.txt", "The minister, Ilka Orlen, spoke. She said the fleet moved. The Orlen office denied it later.")
ORLEN = mention(TOLD, "Ilka Orlen")
MINISTER = mention(TOLD, "The minister", "person", "description", refers=ORLEN)
SHE = mention(TOLD, "She", "person", "pronoun", refers=MINISTER)
OFFICE = mention(TOLD, "The Orlen office", "government", "description")
MENTIONS = [MINISTER, ORLEN, SHE, OFFICE]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ilka Orlen", ORLEN),
        ("She", ORLEN),  # through "the minister" to the name
        ("The minister", ORLEN),
        ("The minister, Ilka Orlen", ORLEN),
        ("The Orlen office", OFFICE),
        ("Orlen office", OFFICE),
        ("The minister, Ilka Orlen, spoke. She said the fleet moved. The", None),  # as good as none of them
        ("later", None),
    ],
)
def test_the_speaker_is_the_mention_that_the_source_stands_for(
    source: str, speaker: Mention | None, lexicon: Lexicon
) -> None:
    (found,) = attributed(TOLD, [cued(TOLD, "the fleet moved", cue="said", source=source)], lexicon, MENTIONS)
    assert found.speaker == (speaker.id if speaker else None)


def test_mentions_that_stand_for_each_other_end(lexicon: Lexicon) -> None:
    first = mention(TOLD, "The minister", "person", "description", refers=SHE)
    found = attributed(TOLD, [cued(TOLD, "the fleet moved", cue="said", source="She")], lexicon, [first, SHE])
    assert found[0].speaker in {first.id, SHE.id}


def test_we_in_a_content_is_its_speaker(lexicon: Lexicon) -> None:
    report = document("a.txt", "Orlen said that we warned that the straits would close.")
    orlen, we = mention(report, "Orlen"), mention(report, "we", "organization", "pronoun")
    heard = [
        cued(report, "we warned that the straits would close", cue="said", source="Orlen"),
        cued(report, "the straits would close", cue="warned", source="we"),
    ]
    assert [a.speaker for a in attributed(report, heard, lexicon, [orlen, we])] == [orlen.id, orlen.id]


@pytest.mark.parametrize(("far", "known"), [(0, True), (3000, False)])
def test_a_statement_speaks_for_who_spoke_just_before(far: int, known: bool, lexicon: Lexicon) -> None:
    report = document(
        "a.txt", f"The council said the fleet moved. {'Rain. ' * far}The statement added that the straits were open."
    )
    council = mention(report, "The council", "government", "description")
    heard = [
        cued(report, "the fleet moved", cue="said", source="The council"),
        cued(report, "the straits were open", cue="added", source="The statement"),
    ]
    assert [a.speaker for a in attributed(report, heard, lexicon, [council])] == [
        council.id,
        council.id if known else None,
    ]


def test_a_quotation_that_takes_its_verb_along_has_its_subject_for_source(lexicon: Lexicon) -> None:
    report = document("a.txt", "The council “reaffirmed the right of passage”, no more.")
    council = mention(report, "The council", "government", "description")
    (found,) = attributed(report, [cued(report, "reaffirmed the right of passage")], lexicon, [council])
    assert rows(report, [found]) == [("The council", "reaffirmed", ["the right of passage"])]
    assert (found.act, found.speaker, found.why.finder) == ("reaffirms", council.id, "extract.partial")


# Law -------------------------------------------------------------------------------------------------------------

WORDS = (
    "Ilka Orlen Tarvic Varnia Varnian she He it they said says warned denied that the minister official troops "
    'statement fleet moved straits “ ” ‘ ’ " , . : — ( U.S. Paris Foreign Minister Mr. and of in'
).split()
GAPS = [" ", " ", " ", "", "\n\n", "\n", "\r\n\r\n", "\u00a0"]


@st.composite
def reports(draw: st.DrawFn) -> Document:
    """A report of words and marks that the extractors look for, some of it furniture."""
    parts = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), min_size=1, max_size=40))
    report = document("a.txt", "".join(word + gap for word, gap in parts))
    return with_fields(report, furniture=draw(ranges_apart(report.text, most=1)) if draw(st.booleans()) else ())


@given(data=st.data())
def test_every_span_reads_back_words_whatever_was_cued(data: st.DataObject) -> None:
    lexicon = shipped()
    report = data.draw(reports())
    parsed = data.draw(parses(report))
    mentions = find_mentions(report, grammar_of(report.text, parsed), lexicon)
    found = find_attributions(report, grammar_of(report.text, parsed), lexicon, mentions)
    assert list(study_faults(report, Study(doc=report.id, mentions=mentions, attributions=found))) == []
    assert [m.at for m in mentions] == sorted({m.at for m in mentions})
    assert [a.content[0] for a in found] == sorted(a.content[0] for a in found)
    for attribution in found:
        assert all(piece.end <= after.start for piece, after in pairwise(attribution.content))
    assert find_mentions(report, grammar_of(report.text, parsed), lexicon) == mentions
    assert find_attributions(report, grammar_of(report.text, parsed), lexicon, mentions) == found
