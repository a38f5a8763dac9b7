"""A report as a page among others: its readings lead to findings, and a long one comes in parts."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from standoff.brief.report.around import Around, Link, Passage, Side
from standoff.brief.report.parts import part_at, parts
from standoff.brief.report.served import Drawn, draw, entries
from standoff.core.records import Document, Study
from tests.brief.report.pages import assert_balanced, text_of
from tests.brief.report.siege import siege
from tests.builders import at, document, documents, mention, studies, study

HERE = "/reports/1"


def drawn(around: Around | None = None, number: int | None = None) -> Drawn:
    return draw(*siege(), around or Around(address=HERE), (), number)


def tree(*parts: str) -> Any:
    page = f"<!doctype html><body>{''.join(parts)}</body>"
    assert_balanced(page.encode())
    return html.document_fromstring(page)


def entry(page: Any, words: str) -> Any:
    return next(node for node in page.xpath("//li[@data-at]") if words in text_of(node))


def leads(node: Any) -> dict[str, str]:
    return {text_of(link): link.get("href") for link in node.xpath(".//span[@class='goes']/a")}


def test_entries_tell_no_fields_but_where_they_are() -> None:
    page = tree(drawn().lists)
    assert not page.xpath("//dl")
    _, readings = siege()
    threat = entry(page, "we will close the border")
    (more,) = threat.xpath(".//a[@class='more']")
    assert more.get("href").startswith(f"{HERE}?reading=")
    assert {node.get("data-id") for node in page.xpath("//li[starts-with(@class, 'entry c')]")} == {
        bound.id for bound in readings.commitments
    }


def test_what_is_asked_for_is_open() -> None:
    _, readings = siege()
    bound = readings.commitments[0]
    page = tree(drawn(Around(address=HERE, opened=frozenset({bound.id}))).lists)
    ((fold,), (fields,)) = page.xpath("//details[@open][.//dl]")[-1:], page.xpath("//dl")
    assert fields in list(fold.iter())
    assert "told through" in text_of(fields)


@pytest.mark.parametrize("kind", ["mentions", "times", "attributions", "events", "figures", "commitments"])
def test_readings_of_every_kind_lead_to_their_findings(kind: str) -> None:
    _, readings = siege()
    found = getattr(readings, kind)[0]
    page = tree(drawn(Around(address=HERE, links={found.id: (Link("a finding", "/said/7"),)})).lists)
    assert [leads(node) for node in page.xpath("//li[.//span[@class='goes']]")] == [{"a finding": "/said/7"}]


def test_a_name_leads_where_any_of_its_mentions_does() -> None:
    _, readings = siege()
    her = next(each for each in readings.mentions if each.form == "pronoun")
    page = tree(drawn(Around(address=HERE, links={her.id: (Link("actor: Ilka Orlen", "/actors/1"),)})).lists)
    assert leads(entry(page, "Ilka Orlen person 2 places")) == {"actor: Ilka Orlen": "/actors/1"}
    opened = tree(drawn(Around(address=HERE, opened=frozenset({her.id}))).lists)
    assert "2 places" in text_of(opened.xpath("//li[.//dl]")[0])


def test_places_asked_for_are_marked_and_can_be_gone_to() -> None:
    found, _ = siege()
    place = at(found, "on Tuesday that any attack")
    page = tree(drawn(Around(address=HERE, places=((place.start, place.end),))).words)
    marked = "".join(node.text_content() for node in page.xpath("//*[contains(concat(' ', @class, ' '), ' q0 ')]"))
    assert marked == "on Tuesday that any attack"
    assert page.xpath(f"//a[@id='s-{place.start}-{place.end}']")


def test_what_ties_it_to_others_is_listed_and_drawn() -> None:
    found, _ = siege()
    shared, differing = at(found, "will hold talks in Merin"), at(found, "12,000")
    around = Around(
        address=HERE,
        passages=(Passage(shared.start, shared.end, "copy", "Wire: <b>Talks</b>", "/reports/2?at=1-5#s-1-5"),),
        sides=(Side(differing.start, differing.end, "figures", "12,000 or 9,000?", "/discrepancies/3"),),
    )
    page = tree(drawn(around).bar, drawn(around).words, drawn(around).lists)
    assert leads(entry(page, "Wire: <b>Talks</b>")) == {"the same words there": "/reports/2?at=1-5#s-1-5"}
    assert leads(entry(page, "12,000 or 9,000?")) == {"discrepancy": "/discrepancies/3"}
    words = page.xpath("//article//*[contains(concat(' ', @class, ' '), ' p1 ')]")
    assert "".join(node.text_content() for node in words) == "will hold talks in Merin"
    (switch,) = page.xpath("//input[@id='on-p']")
    assert switch.get("checked") is None, "it is off at first"


def test_the_keys_are_told_on_the_page() -> None:
    (told,) = tree(drawn().bar).xpath("//details[@id='keys']")
    keys = {text_of(node) for node in told.xpath(".//kbd")}
    assert keys == {"?", "j", "n", "k", "p", "J", "N", "K", "P", "Enter", "Esc", "1", "8", "/"}


@settings(max_examples=60)
@given(st.text(st.sampled_from("ab \n\u202e😀")), st.integers(4, 12))
def test_parts_are_the_text_and_none_is_much_larger_than_asked_for(text: str, size: int) -> None:
    found = parts(text, size)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= size * 5 // 4 for start, end in found)
    assert all(found[part_at(found, place)][0] <= place < found[part_at(found, place)][1] for place in range(len(text)))


@settings(max_examples=40)
@given(st.data())
def test_each_part_has_its_words_and_every_link_leads_somewhere(data: st.DataObject) -> None:
    found = data.draw(documents())
    readings = data.draw(studies(found))
    one = draw(found, readings, Around(address=HERE), (), 1)
    page = tree(one.bar, one.words, one.lists)
    start, end = one.parts[0]
    assert page.xpath("string(//article)") == found.text[start:end]
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    inside = {node.get("href")[1:] for node in page.iter("a") if (node.get("href") or "").startswith("#")}
    assert inside <= set(ids)


def long_report() -> tuple[Document, Study]:
    """More than a part, with the same name in each line, the second of which stands for the first."""
    found = document("long.txt", "\n".join(f"Orlen{number} spoke at length of snow." for number in range(800)))
    first, last = mention(found, "Orlen0"), mention(found, "Orlen799")
    return found, study(found, first, mention(found, "spoke", form="description", refers=last), last)


def test_what_is_in_another_part_is_reached_there() -> None:
    found, readings = long_report()
    place = at(found, "Orlen799")
    one = draw(found, readings, Around(address=HERE), (), None)
    assert len(one.parts) > 1
    assert one.number == 1
    assert "Orlen799" not in text_of(tree(one.words))
    opened = draw(found, readings, Around(address=HERE, opened=frozenset({readings.mentions[1].id})), (), 1)
    leading = [node.get("href") for node in tree(opened.lists).xpath("//dl//a")]
    assert leading == ["#s-7-12"]
    last = draw(found, readings, Around(address=HERE, places=((place.start, place.end),)), (), None)
    assert last.number == len(last.parts)
    assert tree(last.words).xpath(f"//a[@id='s-{place.start}-{place.end}']")


def test_all_fields_of_some_readings_are_drawn_alone() -> None:
    found, readings = siege()
    asked = [readings.commitments[0].id, readings.mentions[0].id, "unknown"]
    around = Around(address=HERE, opened=frozenset(asked))
    page = tree(entries(found, readings, around, asked))
    assert [node.get("data-id") for node in page.xpath("//li[@data-at]")] == asked[:2]
    assert len(page.xpath("//dl")) == 2


def everything(page: Any) -> Iterator[tuple[str, str]]:
    return ((name, value) for node in page.iter() for name, value in node.attrib.items())


def test_nothing_is_inline() -> None:
    one = drawn()
    page = tree(one.bar, one.words, one.lists, one.card)
    assert not page.xpath("//script | //style | //img | //svg | //iframe")
    assert not [name for name, _ in everything(page) if name == "style" or name.startswith("on")]
