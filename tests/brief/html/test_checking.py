"""A brief is held against its reports: it holds as it was made, and each way of changing it is caught and named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from standoff.brief.html.checking import Checked, check
from standoff.brief.html.records import Brief, Numbered, Part, Picture, Quoted, Remark, Text
from standoff.core.dossier import Dossier
from standoff.core.records import Document
from tests.brief.course import course
from tests.brief.crisis import COURIER, LODAN
from tests.brief.html.pages import VERSION, number_of, page_of, record, redrawn
from tests.builders import document, dossiers

PICTURE = Picture("timeline", "What happened", "Two marks", '<svg xmlns="http://www.w3.org/2000/svg"/>')
DEMAND = "that Ardania reopen the bridge by Friday"
TROOPS = "about 12,000"


def held(page: bytes, dossier: Dossier | None = None) -> Checked:
    return check(page, course() if dossier is None else dossier, VERSION)


def faults(page: bytes, dossier: Dossier | None = None) -> list[str]:
    return [f"{fault.where}: {fault.what}" for fault in held(page, dossier).faults]


def whole() -> bytes:
    return page_of(course(), [PICTURE])


def test_a_brief_holds_as_it_was_made() -> None:
    checked = held(whole())
    assert (checked.faults, checked.told_otherwise, checked.made_by) == ((), (), VERSION)
    assert checked.sentences > 20
    assert checked.quotations > 15
    assert checked.reports == 5


@settings(max_examples=20)
@given(dossiers())
def test_the_brief_of_any_dossier_holds(dossier: Dossier) -> None:
    assert faults(page_of(dossier), dossier) == []


# Changed by hand, on the page ----------------------------------------------------------------------------------


def within(page: bytes, words: str, old: str, new: str) -> bytes:
    """The page with words changed in the first sentence that holds others."""
    start = page.index(f'id="s{number_of(page, words)}"'.encode())
    end = page.index(b"</p>", start)
    assert old.encode() in page[start:end]
    return page[:start] + page[start:end].replace(old.encode(), new.encode(), 1) + page[end:]


def annexed(page: bytes, old: str, new: str) -> bytes:
    """The page with words changed in the annex."""
    start = page.index(b'id="words"')
    return page[:start] + page[start:].replace(old.encode(), new.encode(), 1)


def without(page: bytes, words: str) -> bytes:
    """The page without the first sentence that holds these words."""
    number = number_of(page, words)
    return re.sub(rb'<p class="[^"]*" id="s%d">.*?</p>' % number, b"", page, count=1)


BY_HAND: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a number in a sentence": (
        lambda page: within(page, TROOPS, "12,000", "21,000"),
        r"sentence \d+: the page says “.*21,000.*”, its record “.*12,000.*”",
    ),
    "a word of a quotation": (
        lambda page: within(page, DEMAND, "reopen", "close"),
        r"sentence \d+: the page says “.*Ardania close the bridge.*”, its record “.*Ardania reopen the bridge.*”",
    ),
    "the place it leads to, as it is shown": (
        lambda page: re.sub(rb">\[4\.(\d)\]<", b">[1.1]<", page, count=1),
        r"sentence \d+: the page says “.*\[1\.1\].*”, its record “.*\[4\.\d\].*”",
    ),
    "where a link leads": (
        lambda page: re.sub(rb'href="#p4-1"', b'href="#p1-1"', page, count=1),
        "page: it was changed outside its words: in its links",
    ),
    "a sentence taken out": (
        lambda page: without(page, DEMAND),
        rf"sentence \d+: it is missing from the page: “.*{DEMAND}",
    ),
    "a sentence put in without a number": (
        lambda page: page.replace(b"<h2>", b"<p>Ardania has surrendered.</p><h2>", 1),
        "page: these words belong to no numbered sentence: “Ardania has surrendered.”",
    ),
    "a sentence put in with a number of its own": (
        lambda page: page.replace(b"<h2>", b'<p class="s" id="s999">999 Ardania has surrendered.</p><h2>', 1),
        "sentence 999: the record does not have it: “999 Ardania has surrendered.”",
    ),
    "a second sentence under one number": (
        lambda page: page.replace(b"<main", b'<p id="s1">1 Ardania has surrendered.</p><main', 1),
        "sentence 1: the page says “1 Ardania has surrendered.”",
    ),
    "words put between the lines": (
        lambda page: page.replace(b"</h2>", b"</h2>Ardania has surrendered.", 1),
        "page: these words belong to no numbered sentence: “Ardania has surrendered.”",
    ),
    "a title": (
        lambda page: page.replace(b"<h2>Where the accounts disagree", b"<h2>Where the accounts agree", 1),
        "page: these words belong to no numbered sentence: “Where the accounts agree”",
    ),
    "the count at the head": (
        lambda page: page.replace(b"<b>5</b>", b"<b>50</b>", 1),
        "page: these words belong to no numbered sentence: “50”",
    ),
    "a note taken out": (
        lambda page: re.sub(rb'<p class="note">.*?</p>', b"", page, count=1),
        "page: these words are missing from it: “",
    ),
    "the words of a passage in the annex": (
        lambda page: annexed(page, DEMAND, DEMAND.replace("Friday", "Sunday")),
        r"passage \[4\.\d+\]: the page says “.*Sunday.*”, its record “.*Friday.*”",
    ),
    "the style, so that something is out of sight": (
        lambda page: page.replace(b"</style>", b"#s3{display:none}</style>", 1),
        "page: it was changed outside its words",
    ),
    "a script": (
        lambda page: page.replace(b"</body>", b"<script>alert(1)</script></body>", 1),
        "page: it was changed outside its words",
    ),
    "an attribute that hides": (
        lambda page: page.replace(b' id="s3"', b' id="s3" hidden', 1),
        "page: it was changed outside its words",
    ),
    "a picture": (
        lambda page: re.sub(rb"(svg\+xml;base64,)[^\"]*", rb"\1PHN2Zy8+", page, count=1),
        "picture “What happened”: it is not the one that the brief was made with",
    ),
    "a picture taken out": (
        lambda page: re.sub(rb"<figure>.*?</figure>", b"", page, count=1),
        "picture “What happened”: it is not the one",
    ),
    "a comment in the middle of it": (
        lambda page: page.replace(b"<main", b"<!-- --><main", 1),
        "page: it was changed outside its words",
    ),
    "something after its end": (
        lambda page: page + b"<p>PS: all lies.</p>",
        "page: something stands behind its end: “<p>PS: all lies.</p>”",
    ),
}


@pytest.mark.parametrize("what", BY_HAND)
def test_what_is_changed_by_hand_is_caught_and_named(what: str) -> None:
    change, expected = BY_HAND[what]
    page = whole()
    changed = change(page)
    assert changed != page
    assert re.match(expected, faults(changed)[0])


# Changed in the record as well ---------------------------------------------------------------------------------


def quoted_at(brief: Brief, words: str) -> tuple[Part, int, int]:
    """The part, row and piece of the first quotation with these words."""
    return next(
        (part, row, piece)
        for part in brief.parts
        for row, line in enumerate(part.rows)
        if isinstance(line, Numbered)
        for piece, each in enumerate(line.pieces)
        if isinstance(each, Quoted) and words in each.stretches[0].text
    )


def misquoted(brief: Brief) -> Brief:
    """A quotation of other words, with its place as it was."""
    part, row, piece = quoted_at(brief, DEMAND)
    line = part.rows[row]
    assert isinstance(line, Numbered)
    quoted = line.pieces[piece]
    assert isinstance(quoted, Quoted)
    stretch = replace(quoted.stretches[0], text=DEMAND.replace("Friday", "Sunday"))
    pieces = (*line.pieces[:piece], replace(quoted, stretches=(stretch,)), *line.pieces[piece + 1 :])
    return with_row(brief, part, row, replace(line, pieces=pieces))


def with_row(brief: Brief, part: Part, number: int, row: Numbered | Remark) -> Brief:
    changed = replace(part, rows=(*part.rows[:number], row, *part.rows[number + 1 :]))
    return replace(brief, parts=tuple(changed if each is part else each for each in brief.parts))


def requoted(brief: Brief) -> Brief:
    """The same, with the passage in the annex changed to fit."""
    passages = tuple(replace(each, exact=each.exact.replace("Friday", "Sunday")) for each in brief.passages)
    return replace(misquoted(brief), passages=passages)


def moved(brief: Brief) -> Brief:
    """A passage at another place of its report."""
    first, *rest = brief.passages
    return replace(brief, passages=(replace(first, start=first.start + 1, end=first.end + 1), *rest))


def past_the_end(brief: Brief) -> Brief:
    first, *rest = brief.passages
    return replace(brief, passages=(replace(first, end=10_000_000), *rest))


def our_words(brief: Brief) -> Brief:
    """Words of our own changed: a number that no quotation holds."""
    part = next(each for each in brief.parts if each.key == "ledger")
    at, line = next((at, row) for at, row in enumerate(part.rows) if isinstance(row, Numbered))
    pieces = (Text("Ardania gives in: ", "strong"), *line.pieces[1:])
    return with_row(brief, part, at, replace(line, pieces=pieces))


def counted_up(brief: Brief) -> Brief:
    first, *rest = brief.totals
    return replace(brief, totals=(replace(first, value="50"), *rest))


def remarked(brief: Brief) -> Brief:
    part = brief.parts[0]
    at, line = next((at, row) for at, row in enumerate(part.rows) if isinstance(row, Remark))
    return with_row(brief, part, at, replace(line, texts=(Text("All accounts agree."),)))


def groundless(brief: Brief) -> Brief:
    """A sentence that leads nowhere."""
    part = brief.parts[0]
    at, line = next((at, row) for at, row in enumerate(part.rows) if isinstance(row, Numbered))
    return with_row(brief, part, at, replace(line, pieces=(Text("Ardania has surrendered."),)))


def renumbered(brief: Brief) -> Brief:
    part = brief.parts[0]
    at, line = next((at, row) for at, row in enumerate(part.rows) if isinstance(row, Numbered))
    return with_row(brief, part, at, replace(line, number=77))


def dangling(brief: Brief) -> Brief:
    return replace(brief, passages=brief.passages[1:])


def of_another_text(brief: Brief) -> Brief:
    first, *rest = brief.sources
    return replace(brief, sources=(replace(first, text_sha256="0" * 64), *rest))


FORGED: dict[Callable[[Brief], Brief], str] = {
    misquoted: r"sentence \d+: it quotes “.*Sunday”, and the report reads “.*Friday”",
    requoted: r"passage \[4\.\d+\]: the brief has “.*Sunday”, the report “.*Friday”",
    moved: r"passage \[1\.1\]: the brief has “.*”, the report “.*”",
    past_the_end: r"passage \[1\.1\]: its report has no characters \d+ to 10000000",
    our_words: r"sentence \d+: the store does not tell it so: “Ardania gives in:",
    counted_up: "page: the store does not tell this: “Reports: 50”",
    remarked: "page: the store does not tell this: “All accounts agree.”",
    groundless: r"sentence 1: no place in a report stands behind it",
    renumbered: "sentence 77: it stands where sentence 1 should",
    dangling: r"sentence \d+: it leads to \[1\.1\], which the brief does not have",
    of_another_text: r"report \[1\]: reports/01.txt has another text or origin in the store; \d+ sentences rest on it",
}


@pytest.mark.parametrize("forge", FORGED, ids=lambda forge: forge.__name__)
def test_what_is_changed_in_page_and_record_alike_is_caught_against_the_reports(
    forge: Callable[[Brief], Brief],
) -> None:
    page = whole()
    forged = redrawn(page, forge(record(page)))
    assert forged != page
    assert re.match(FORGED[forge], faults(forged)[0])


def test_a_forger_who_says_that_the_store_was_another_is_told_of_all_the_same() -> None:
    page = whole()
    forged = replace(our_words(record(page)), dossier_sha256="0" * 64)
    checked = held(redrawn(page, forged))
    assert checked.faults == ()
    assert len(checked.told_otherwise) == 1


# Another store ---------------------------------------------------------------------------------------------------


def with_text(report: Document, text: str) -> Dossier:
    """The reports alone, one of them with another text: nothing found in it holds any more."""
    reports = (replace(each, text=text) if each is report else each for each in course().documents)
    return Dossier(documents=tuple(sorted(reports, key=lambda each: each.id)))


def test_a_report_that_is_gone_is_named_with_the_sentences_that_rest_on_it() -> None:
    checked = held(whole(), Dossier(documents=tuple(each for each in course().documents if each.id != LODAN.id)))
    (fault,) = checked.faults
    assert fault.where == "report [4]"
    assert re.match(r"reports/04.txt is not in the store; \d+ sentences rest on it: \d+, ", fault.what)


def test_a_report_with_another_text_is_named() -> None:
    (fault,) = held(whole(), with_text(COURIER, COURIER.text.replace("12,000", "21,000"))).faults
    assert fault.where == "report [1]"
    assert fault.what.startswith("reports/01.txt has another text or origin in the store")


def test_what_is_told_otherwise_since_is_no_fault() -> None:
    more = document("later.txt", "The bridge reopened, Hale said.")
    dossier = course()
    grown = replace(dossier, documents=tuple(sorted((*dossier.documents, more), key=lambda each: each.id)))
    checked = held(whole(), replace(grown, obligations=()))
    assert checked.faults == ()
    ledger = next(part for part in record(whole()).parts if part.key == "ledger")
    gone = [row.number for row in ledger.rows if isinstance(row, Numbered)]
    assert set(gone) <= set(checked.told_otherwise)
    assert len(checked.told_otherwise) < checked.sentences / 2


def test_the_page_of_another_version_may_look_otherwise_but_say_nothing_else() -> None:
    page = whole().replace(b"</style>", b"p{color:red}</style>", 1)
    assert check(page, course(), "10.0").faults == ()
    changed = page.replace(b"</h2>", b"</h2>Ardania has surrendered.", 1)
    assert check(changed, course(), "10.0").faults[0].what.startswith("these words belong to no numbered sentence")
