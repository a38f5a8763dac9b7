"""The drawn words are the report's words, whatever is drawn on them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.brief.report.look import look
from standoff.brief.report.marks import cited
from standoff.brief.report.report import report
from standoff.core.records import Document, Study
from tests.brief.report.pages import assert_balanced, parsed, words_of
from tests.brief.report.siege import siege
from tests.builders import attribution, document, documents, event, mention, studies, study


@st.composite
def read(draw: st.DrawFn) -> tuple[Document, Study]:
    found = draw(documents())
    return found, draw(studies(found))


def anchors(page: bytes) -> list[str]:
    return [node.get("id") for node in parsed(page).iter() if node.get("id") is not None]


@settings(max_examples=60)
@given(read())
def test_text_survives_and_every_place_is_there_once(drawn: tuple[Document, Study]) -> None:
    found, readings = drawn
    page = report([found], [readings])
    assert words_of(page) == [found.text]
    ids = anchors(page)
    assert len(ids) == len(set(ids))
    assert {f"s-{start}-{end}" for start, end in cited(look(found, readings, ""))} <= set(ids)
    assert_balanced(page)


@settings(max_examples=60)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0")
        | st.sampled_from("\r\n\t \x0b\x0c<&\x85\u2028")
    )
)
def test_any_text_survives_without_readings(text: str) -> None:
    assert words_of(report([document("a.txt", text)], [])) == [text]


@settings(max_examples=30)
@given(read())
def test_every_link_of_the_page_leads_somewhere_on_it(drawn: tuple[Document, Study]) -> None:
    page = report([drawn[0]], [drawn[1]])
    leads = {node.get("href")[1:] for node in parsed(page).iter("a") if (node.get("href") or "").startswith("#")}
    assert leads <= set(anchors(page))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one", ["one"]),
        ("one\ntwo\n\nthree\r\n\r\nfour\rfive\n", ["one", "two", "+three", "+four", "five"]),
        ("one\n \t\n  two", ["one", "+  two"]),
        ("\n\n one", ["+ one"]),
        ("one " * 1501, ["one " * 1501]),
        ("one " * 1600, ["one " * 1501, "one " * 99]),
        ("x" * 9000, ["x" * 9000]),
    ],
)
def test_paragraphs_begin_after_line_breaks_and_stand_apart_after_an_empty_line(
    text: str, paragraphs: list[str]
) -> None:
    (article,) = parsed(report([document("a.txt", text)], [])).iter("article")
    drawn = [("+" if node.get("class") == "open" else "") + node.text_content() for node in article.iter("p")]
    assert drawn == paragraphs


def classes(page: bytes, words: str) -> set[str]:
    """What the first piece of the article with these words is drawn as."""
    (article,) = parsed(page).iter("article")
    return next(set(node.get("class").split()) for node in article.iter("a", "span") if node.text_content() == words)


def test_readings_that_overlap_lie_on_lanes_of_their_own() -> None:
    found, readings = siege()
    page = report([found], [readings])
    assert {"m1", "a1s"} <= classes(page, "Foreign Minister Ilka Orlen")
    assert {"a1q", "a1_"} <= classes(page, "warned")
    assert {"w1eh", "a1c", "c1n"} <= classes(page, "attack")
    assert {"a1c", "a2q", "a2_"} <= classes(page, "had told")
    assert {"a1c", "a2c", "c1n"} <= classes(page, "If the guns are not withdrawn")
    assert {"a1c", "a2c", "c1q"} <= classes(page, "we will close the border")
    assert {"w1f"} <= classes(page, "Up to 12,000")
    assert {"w1ed"} <= classes(page, "invasion")
    assert {"w1es"} <= classes(page, "talks")
    assert {"z0furniture"} <= classes(page, found.text.partition("\n")[0])


def test_a_paragraph_makes_room_for_the_lanes_that_are_in_it() -> None:
    found, readings = siege()
    (article,) = parsed(report([found], [readings])).iter("article")
    rooms = {" ".join(node.text_content().split()[:2]): node.get("class") for node in article.iter("p")}
    assert rooms["Foreign Minister"] == "kw1 ka2 kc1 open"
    assert rooms["The two"] == "kw1 open"
    assert rooms["Home |"] == "furniture"
    assert rooms["A convoy"] == "caption open"


def test_words_lead_to_the_entry_of_the_innermost_reading() -> None:
    found = document("a.txt", "Orlen said the talks failed.")
    orlen = mention(found, "Orlen")
    said = attribution(found, "the talks failed", source="Orlen", cue="said", speaker=orlen)
    page = report([found], [study(found, orlen, said, event(found, "talks", "CONSULT"))])
    (article,) = parsed(page).iter("article")
    leads = {node.text_content(): node.get("href") for node in article.iter("a") if node.get("href")}
    assert leads == {"Orlen": "#m1", "said": "#a1", "talks": "#e1"}
