"""The page as a whole: what it says of a report, and what it never does."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from standoff.brief.report.report import report
from standoff.core.records import Attribution, Document, Gap, Study
from tests.brief.report.pages import assert_balanced, parsed, text_of, words_of
from tests.brief.report.siege import siege
from tests.builders import attribution, commitment, document, event, figure, mention, study, time

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[31m'


def siege_page() -> bytes:
    found, readings = siege()
    return report([found], [readings])


def page_of(found: Document, readings: Study | None = None) -> Any:
    return parsed(report([found], [readings] if readings is not None else []))


def group(page: Any, layer: str) -> Any:
    (found,) = (node for node in page.iter("details") if node.get("class") == f"group {layer}")
    return found


def heads(page: Any, layer: str) -> list[str]:
    return [text_of(node) for node in group(page, layer).iter("a") if node.get("class") == "lead"]


def fields(page: Any, layer: str, number: int = 1) -> dict[str, str]:
    (rows,) = (node for node in group(page, layer).iter("dl") if node.get("id") == f"{layer}{number}")
    return dict(
        zip((text_of(name) for name in rows.iter("dt")), (text_of(value) for value in rows.iter("dd")), strict=True)
    )


@pytest.mark.parametrize(
    ("layer", "told"),
    [
        (
            "a",
            [
                "Ilka Orlen warns any attack on the crossing would lead to “immediate” sanctions",
                "Ilka Orlen asserts Ardan’s president had told her: “If the guns are not withdrawn, we will close the "
                "border.",
                "Ardan’s president threatens “If the guns are not withdrawn, we will close the border.”",
                "the defence ministry asserts Up to 12,000 Lodanese soldiers are massed along the river",
                "source not given denies “There is no invasion,” … “and there will be none.”",
            ],
        ),
        (
            "e",
            [
                "ASSAULT attack hypothetical → Lodan",
                "ASSAULT invasion denied",
                "CONSULT talks scheduled Ardan, Lodan · Merin · 7 to 13 Apr 2031",
            ],
        ),
        ("f", ["Up to 12,000 Lodanese soldiers claimed by the defence ministry · actual"]),
        (
            "c",
            [
                "threat Ardan → Lodan antecedent any attack on the crossing consequent “immediate” sanctions",
                "threat Ardan’s president → not said antecedent If the guns are not withdrawn "
                "consequent we will close the border",
            ],
        ),
        ("t", ["until Friday 4 Apr 2031", "in March needs the year", "next week 7 to 13 Apr 2031"]),
        (
            "m",
            [
                "Ardan state 1 place",
                "Lodan state 1 place",
                "Ilka Orlen person 2 places",
                "Ardan’s president person 1 place",
                "the defence ministry organization 1 place",
                "Merin place 1 place",
            ],
        ),
    ],
)
def test_each_list_tells_its_readings_in_order_of_place(layer: str, told: list[str]) -> None:
    assert heads(page_of(*siege()), layer) == told


def test_a_card_has_every_field_of_a_commitment() -> None:
    assert fields(page_of(*siege()), "c", 2) == {
        "force": "threat",
        "debtor": "Ardan’s president",
        "creditor": "not said",
        "antecedent": "If the guns are not withdrawn",
        "consequent": "we will close the border",
        "strength": "will",
        "polarity": "positive",
        "deadline": "not said",
        "told through": "Ilka Orlen asserts → Ardan’s president threatens",
        "score": "1.00",
        "found by": "hand",
        "because": "written by hand",
    }


def test_a_card_has_every_field_of_an_event_and_what_its_date_rests_on() -> None:
    card = fields(page_of(*siege()), "e", 3)
    assert card["agents"] == "Ardan , Lodan"
    assert card["targets"] == "not said"
    assert card["when"] == ("7 to 13 Apr 2031, reckoned from the document’s date ( the time expression )")
    assert card["told by"] == "the reporter’s own voice"


def test_a_card_shows_the_runner_up_beside_the_score() -> None:
    found = document("a.txt", "Troops massed.")
    massed = event(found, "massed", "MOBILIZE")
    doubtful = type(massed.why)("head.events", 0.614, "trigger: massed", "COERCE 0.31")
    readings = Study(
        doc=found.id, events=(type(massed)(at=massed.at, type="MOBILIZE", factuality="occurred", why=doubtful),)
    )
    card = fields(page_of(found, readings), "e")
    assert (card["score"], card["found by"], card["runner-up"]) == ("0.61", "head.events", "COERCE 0.31")


def test_a_pronoun_is_told_by_the_name_it_stands_for() -> None:
    found = document("a.txt", "Ilka Orlen came. She promised help.")
    orlen = mention(found, "Ilka Orlen")
    she = mention(found, "She", form="pronoun", refers=orlen)
    help_ = commitment(found, "She promised help", "promise", "help", debtor=she)
    page = page_of(found, study(found, orlen, she, help_))
    assert heads(page, "c") == ["promise Ilka Orlen → not said consequent help"]
    assert fields(page, "c")["debtor"] == "Ilka Orlen (“She”)"


def test_a_demand_goes_from_who_asks_to_who_is_asked() -> None:
    found = document("a.txt", "Ardan told Lodan to leave.")
    ardan, lodan = mention(found, "Ardan", "state"), mention(found, "Lodan", "state")
    leave = commitment(found, "told Lodan to leave", "demand", "leave", debtor=lodan, creditor=ardan)
    assert heads(page_of(found, study(found, ardan, lodan, leave)), "c") == ["demand Ardan → Lodan consequent leave"]


@pytest.mark.parametrize(
    ("published", "basis", "told"),
    [
        ("2031-04-02", "byline", "published 2 Apr 2031 (from the byline)"),
        ("2031-04", "metadata", "published Apr 2031 (from the page’s metadata)"),
        ("2031", None, "published 2031"),
        (None, None, "no date: weekdays stay relative"),
    ],
)
def test_the_header_tells_the_date_and_its_basis(published: str | None, basis: str | None, told: str) -> None:
    (header,) = page_of(document("a.txt", "Words.", published=published, published_basis=basis)).iter("header")
    assert told in text_of(header)


@pytest.mark.parametrize(
    ("layer", "told"),
    [
        ("a", "No attributions were found."),
        ("e", "No events were found."),
        ("f", "No figures were found."),
        ("c", "No commitments were found."),
        ("t", "No time expressions were found."),
        ("m", "No mentions were found."),
        ("g", "No gaps."),
    ],
)
def test_an_empty_list_says_so(layer: str, told: str) -> None:
    assert told in text_of(group(page_of(document("a.txt", "Words.")), layer))


def test_a_report_without_words_says_so() -> None:
    page = report([document("a.txt", " \n")], [])
    assert "This report has no words." in text_of(parsed(page))
    assert words_of(page) == [" \n"]


def test_gaps_are_shown_with_their_reason_each_once() -> None:
    found, readings = siege()
    page = parsed(report([found], [readings], readings.gaps))
    assert [text_of(node) for node in group(page, "g").iter("li")] == ["extract : one <b>paragraph</b> was not read"]


def test_where_nothing_could_be_read_the_page_says_why() -> None:
    page = report([], [], [Gap(path="a.pdf", room="read", reason="is a PDF")])
    assert_balanced(page)
    assert "Nothing could be read" in text_of(parsed(page))
    assert "a.pdf · read : is a PDF" in text_of(group(parsed(page), "g"))


def test_several_reports_have_a_table_of_contents_and_places_of_their_own() -> None:
    found, readings = siege()
    other = document("b.txt", found.text)
    page = report([found, other], [readings, Study(doc=other.id)])
    assert words_of(page) == [found.text, other.text]
    (contents,) = parsed(page).iter("nav")
    assert [node.get("href") for node in contents.iter("a")] == ["#d1-report", "#d2-report"]
    ids = [node.get("id") for node in parsed(page).iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert "d1-s-0-5" not in ids
    assert "d1-a1" in ids


def test_the_legend_counts_the_readings_of_each_layer() -> None:
    switches = [text_of(node) for node in page_of(*siege()).iter("label")]
    assert switches == [
        *("Mentions 7", "Times 3", "Figures 1", "Events 3", "Attributions 5", "Commitments 2"),
        "Furniture, captions",
    ]


def test_words_of_others_stay_words_wherever_they_stand() -> None:
    found = document(HOSTILE, HOSTILE + " said", title=HOSTILE, outlet=HOSTILE, author=HOSTILE, url=HOSTILE)
    whole = mention(found, HOSTILE)
    why = type(whole.why)(HOSTILE, 0.5, HOSTILE, HOSTILE)
    readings = Study(
        doc=found.id,
        mentions=(type(whole)(at=whole.at, type="person", form="name", why=why),),
        attributions=(attribution(found, HOSTILE, cue="said", source=HOSTILE, speaker=whole),),
        times=(time(found, HOSTILE, HOSTILE, when=None, needs=HOSTILE),),
        events=(event(found, HOSTILE, "AID", agents=(whole,)),),
        figures=(figure(found, HOSTILE, 1, what=HOSTILE, unit=HOSTILE),),
        commitments=(commitment(found, HOSTILE, "promise", HOSTILE, debtor=whole),),
    )
    page = report([found], [readings], [Gap(path=HOSTILE, room="read", reason=HOSTILE)])
    tree = parsed(page)
    assert_balanced(page)
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("img"))
    assert words_of(page) == [found.text]
    for node in tree.iter():
        assert not any(name.startswith("on") or name == "style" for name in node.attrib)
        assert all("\u202e" not in value for value in node.attrib.values())


def test_characters_without_a_look_have_no_effect_outside_what_is_hidden() -> None:
    source = re.sub(r"<b hidden>.</b>", "", siege_page().decode())
    assert not set(source) & set("\u202e\u00ad\x1b")


def test_the_page_asks_for_nothing_and_runs_only_its_own_script() -> None:
    tree = page_of(*siege())
    (policy,) = (node.get("content") for node in tree.iter("meta") if node.get("http-equiv"))
    for tag in ("style", "script"):
        (node,) = tree.iter(tag)
        assert f"{tag}-src 'sha256-{b64encode(sha256(node.text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not [node for node in tree.iter() if node.get("src") or node.tag == "link"]
    links = {node.get("href") for node in tree.iter("a") if node.get("href")}
    assert {link for link in links if not link.startswith("#")} == {"https://courier.example/selm?a=1&b=2"}
    assert "url(" not in next(tree.iter("style")).text


def test_the_same_report_gives_the_same_page() -> None:
    assert siege_page() == siege_page()


def long_report(paragraphs: int) -> bytes:
    """Every paragraph with readings of its own, and around them one statement inside another, all to the end."""
    text = "\n\n".join(f"Orlen{number} said that talks{number} failed." for number in range(paragraphs))
    found = document("a.txt", text)
    nested: list[Attribution] = []
    for number in range(paragraphs):
        start = text.index(f"talks{number} ")
        said = attribution(found, f"talks{number}", within=nested[-1] if nested else None)
        nested.append(replace(said, cue=found.span(start - 10, start - 6), content=(found.span(start, len(text)),)))
    mentions = [mention(found, f"Orlen{number} ") for number in range(paragraphs)]
    events = [event(found, f"talks{number} ", "CONSULT", agents=(mentions[number],)) for number in range(paragraphs)]
    return report([found], [study(found, *mentions, *nested, *events)])


def test_a_page_grows_with_the_report_and_no_faster() -> None:
    sizes = [len(long_report(paragraphs)) for paragraphs in (50, 100, 200)]
    assert sizes[2] - sizes[1] < 2.2 * (sizes[1] - sizes[0])
