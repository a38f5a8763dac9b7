"""The page of a brief: numbered, linked both ways, asking for nothing, obeying nobody."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from standoff.brief.html.numbering import MOST_CITED, brief
from standoff.brief.html.page import BLOCK
from standoff.brief.html.records import Brief, Numbered, Picture, Quoted, places_cited, sentences
from standoff.brief.html.words import LONGEST_OWN
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Independent, Lineage, Utterance
from standoff.core.records import Gap
from standoff.core.vocabulary import Mode
from tests.brief.course import course
from tests.brief.crisis import COURIER, crisis
from tests.brief.html.pages import FILE, VERSION, number_of, page_of, record, said, tree
from tests.brief.report.pages import assert_balanced
from tests.brief.test_brief import HOSTILE, hostile_dossier
from tests.builders import BY_HAND, at, attribution, document, dossiers, study
from tests.drawing import CHARACTERS

PICTURE = Picture("timeline", "What happened", "Two <marks> & a line", '<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_every_sentence_has_its_number_in_order_and_leads_to_words_that_lead_back() -> None:
    page = page_of(course())
    root = tree(page)
    numbered = [each for each in root.iter("p") if re.fullmatch("s[0-9]+", each.get("id", ""))]
    assert [each.get("id") for each in numbered] == [f"s{number}" for number in range(1, len(numbered) + 1)]
    assert len(numbered) == len(sentences(record(page))) > 20
    for sentence in numbered:
        number, *rest = (link.get("href") for link in sentence.iter("a"))
        assert number == f"#{sentence.get('id')}"
        assert rest, "a sentence leads somewhere"
        for place in rest:
            target = root.get_element_by_id(place[1:])
            assert number in [link.get("href") for link in target.iter("a")], f"{place} leads back to {number}"


def test_the_ids_on_a_page_are_its_own_and_every_link_within_it_arrives() -> None:
    root = tree(page_of(course(), [PICTURE]))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    assert {link.get("href")[1:] for link in root.iter("a") if link.get("href").startswith("#")} <= set(ids)


def test_a_quotation_is_followed_by_the_name_of_its_passage_and_the_passage_holds_the_words() -> None:
    page = page_of(course())
    number = number_of(page, "that Ardania reopen the bridge by Friday")
    (name,) = re.findall(r"«that Ardania reopen the bridge by Friday» \[([0-9.]+)\]", said(page, number))[:1]
    passage = tree(page).get_element_by_id(f"p{name.replace('.', '-')}")
    assert [each.text_content() for each in passage.iter("mark")] == ["that Ardania reopen the bridge by Friday"]
    words = " ".join(passage.text_content().split())
    assert words.startswith(
        f"{name} President Tomas Hale demanded that Ardania reopen the bridge by Friday. “We ask for"
    )


def test_the_block_names_each_place_as_a_web_annotation_does() -> None:
    page = page_of(course())
    (block,) = tree(page).xpath(f"//script[@id='{BLOCK}']")
    told = json.loads(block.text)
    texts = {each.id: each.text for each in course().documents}
    sources = {source["number"]: source for source in told["sources"]}
    assert told["passages"]
    for passage in told["passages"]:
        source = sources[passage["source"]]
        text, start, end = texts[source["id"]], passage["start"], passage["end"]
        assert passage["exact"] == text[start:end]
        assert text[:start].endswith(passage.get("prefix", ""))
        assert text[end:].startswith(passage.get("suffix", ""))
        assert source["text_sha256"] == sha256(text.encode()).hexdigest()


def test_a_page_fetches_nothing_and_lets_nothing_run() -> None:
    page = page_of(course(), [PICTURE]).decode()
    root = tree(page.encode())
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = root.xpath("//style/text()")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    expected = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    assert policy == expected
    assert all(src.startswith("data:image/svg+xml;base64,") for src in root.xpath("//@src"))
    assert not root.xpath("//@style | //link | //iframe | //object | //form | //base")
    assert [each.get("type") for each in root.iter("script")] == ["application/json"]
    assert "url(" not in style
    assert "@import" not in style


def test_addresses_of_reports_stand_in_full_and_only_those_of_the_web_are_links() -> None:
    reports = [
        replace(COURIER, url="https://courier.example/a?b=1&c=2"),
        document("b.txt", "Ira Vesk said nothing.", url="javascript:alert(1)"),
    ]
    dossier = Dossier(
        documents=tuple(sorted(reports, key=lambda each: each.id)),
        accounts=tuple(sorted((Account(documents=(each.id,)) for each in reports), key=lambda each: each.id)),
    )
    root = tree(page_of(dossier))
    outward = [link for link in root.iter("a") if not link.get("href").startswith("#")]
    assert [(link.get("href"), link.text_content()) for link in outward] == [(reports[0].url, reports[0].url)]
    assert "javascript:alert(1)" in root.text_content()


def test_pictures_stand_in_their_parts_with_their_words() -> None:
    root = tree(page_of(course(), [PICTURE]))
    (image,) = root.xpath("//section[@id='timeline']//img")
    assert image.get("alt") == PICTURE.description
    assert image.get("src") == f"data:image/svg+xml;base64,{b64encode(PICTURE.svg.encode()).decode()}"
    assert root.xpath("//figcaption")[0].text_content() == f"{PICTURE.title} {PICTURE.description}"


def test_the_head_counts_reports_accounts_days_and_gaps() -> None:
    root = tree(page_of(crisis()))
    told = {row.find("dt").text: row.find("dd/b").text for row in root.xpath("//dl/div")}
    gaps = f"{len(crisis().gaps)}" if crisis().gaps else "none"
    assert told == {"Reports": "5", "Independent accounts": "4", "Published": "Mar 2041", "Gaps": gaps}


def test_word_differences_are_marked() -> None:
    root = tree(page_of(crisis()))
    assert [each.text_content() for each in root.iter("ins")]
    assert [each.text_content() for each in root.iter("del")]


def test_two_readouts_stand_side_by_side() -> None:
    page = page_of(course())
    (point,) = (row for row in tree(page).iter("p") if row.get("class", "").endswith(" two"))
    cells = [" ".join(cell.text_content().split()) for cell in point.xpath("span[@class='b']")]
    assert [re.sub(r" \[.*", "", cell) for cell in cells] == ["«She denied»", "«reopen the bridge»"]


def test_a_dossier_of_nothing_and_of_one_report_are_whole_pages() -> None:
    empty = page_of(Dossier())
    assert "This dossier holds no document yet." in tree(empty).text_content()
    assert record(empty).passages == ()
    lost = page_of(Dossier(gaps=(Gap(path="a.pdf", room="read", reason="a PDF"),)))
    assert "a.pdf: a PDF" in tree(lost).text_content()
    one = document("a.txt", "Ira Vesk spoke.")
    alone = page_of(Dossier(documents=(one,), accounts=(Account(documents=(one.id,)),)))
    assert said(alone, 1) == "1 1 document undated: [1]."
    for page in (empty, lost, alone):
        assert_balanced(page)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert page_of(course(), [PICTURE]) == page_of(course(), [PICTURE])


@settings(max_examples=20)
@given(dossiers())
def test_any_dossier_is_a_page_whose_quotations_are_its_words(dossier: Dossier) -> None:
    page = page_of(dossier)
    assert_balanced(page)
    told = record(page)
    assert told == brief(dossier, FILE, VERSION)
    texts = {source.number: next(d.text for d in dossier.documents if d.id == source.id) for source in told.sources}
    for passage in told.passages:
        assert texts[passage.source][passage.start : passage.end].startswith(passage.exact)
    for quoted in quotations(told):
        kept = [each.place for each in quoted.stretches if each.change != "deleted" and each.place is not None]
        (passage,) = (each for each in told.passages if (each.source, each.number) == (quoted.source, quoted.passage))
        assert (kept[0].start, kept[-1].end) == (passage.start, passage.end)
        assert all(left.end == right.start for left, right in pairwise(kept))


@settings(max_examples=25)
@given(st.text(CHARACTERS | st.sampled_from("\x1b\x9b\u202e\n<>&\"'=/"), min_size=1, max_size=40))
def test_nothing_of_an_article_becomes_markup_or_steers_a_line(words: str) -> None:
    plain = elements(page_of(hostile_dossier("words")))
    for text in (words, HOSTILE, "</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029"):
        page = page_of(hostile_dossier(text))
        assert_balanced(page)
        assert elements(page) <= plain | {"bdi", "br"}
        visible = page.decode().partition(f'id="{BLOCK}"')
        assert visible[2].isascii()
        assert all(char.isprintable() or char == "\n" or (char.isspace() and char > "\x9f") for char in visible[0])


def test_quotations_and_names_keep_their_direction_to_themselves() -> None:
    root = tree(page_of(hostile_dossier("שלום עליכם")))
    turned = [
        node
        for node in root.find("body").iter()
        if node.tag != "script" and any("א" <= char <= "ת" for char in (node.text or ""))
    ]
    assert turned
    assert {node.tag for node in turned} == {"bdi"}


def test_what_others_write_at_length_is_cut_and_a_long_passage_keeps_its_digest() -> None:
    page = page_of(hostile_dossier("word " * 40_000))
    assert len(page) < 200_000
    told = record(page)
    long = [each for each in told.passages if each.ending is not None]
    assert long
    assert all(each.exact_sha256 == sha256(("word " * 40_000).encode()).hexdigest() for each in long)
    assert len(told.sources[0].title or "") <= LONGEST_OWN + 2


def test_a_statement_of_a_hundred_reports_leads_to_some_and_counts_the_others() -> None:
    told = brief(copied(100), FILE, VERSION)
    assert all(len(places_cited(sentence)) <= MOST_CITED for sentence in sentences(told))
    assert f"and {100 - MOST_CITED - 1} more" in tree(page_of(copied(100))).text_content()


@pytest.mark.parametrize("number", [10, 300])
def test_a_page_stays_short_however_many_reports_there_are(number: int) -> None:
    assert len(sentences(brief(copied(number), FILE, VERSION))) < 250
    assert len(page_of(copied(number))) < 400_000


def copied(number: int) -> Dossier:
    """One statement in so many reports of one account."""
    reports = [document(f"{each}.txt", f"{each}: Ira Vesk said the bridge is open.") for each in range(number)]
    found = [attribution(each, "the bridge is open", source="Ira Vesk", cue="said") for each in reports]
    account = Account(documents=tuple(sorted(each.id for each in reports)))
    one = Independent(lower=1, upper=2)
    lineages = (
        Lineage(
            documents=(reports[0].id, each.id),
            relation="copy",
            passages=((at(reports[0], "Ira Vesk said"), at(each, "Ira Vesk said")),),
            score=0.9,
        )
        for each in reports[1:]
    )
    utterance = Utterance(
        speaker=None,
        attributions=tuple(sorted(each.id for each in found)),
        fullest=found[0].id,
        accounts=(account.id,),
        independent=one,
        why=BY_HAND,
    )
    return Dossier(
        documents=tuple(sorted(reports, key=lambda each: each.id)),
        studies=tuple(
            sorted(
                (study(report, said) for report, said in zip(reports, found, strict=True)),
                key=lambda each: each.doc,
            )
        ),
        accounts=(account,),
        lineages=tuple(lineages),
        utterances=(utterance,),
    )


def quotations(told: Brief) -> list[Quoted]:
    rows = (row for part in told.parts for row in part.rows if isinstance(row, Numbered))
    return [piece for row in rows for piece in row.pieces if isinstance(piece, Quoted)]


def elements(page: bytes) -> set[str]:
    return {each.tag for each in tree(page).iter() if isinstance(each.tag, str)}


def test_every_mode_of_quoting_has_its_marks() -> None:
    assert {piece.mode for piece in quotations(brief(course(), FILE, VERSION))} <= set(get_args(Mode))
