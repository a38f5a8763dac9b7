"""Judging in place: what is kept, who judged, what is refused and changes nothing, and how it is taken back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.store.file import Store
from standoff.web import judging as desk
from standoff.web.pages import judging
from tests.store.asking.ferry_crisis import (
    ACTOR,
    BRANDT,
    COLLIDED,
    COLLIDED_TOO,
    FELL,
    HAPPENING,
    JUDGEMENTS,
    OBLIGATION,
    write_ferry_crisis,
)
from tests.web.conftest import HOST, Client, served

OURS = {"origin": f"http://{HOST}"}
RIGHT = {"subject": BRANDT.id, "verdict": "right", "by": "A. Reader"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of six reports, whose findings are not drawn anew by themselves."""
    monkeypatch.setattr(judging, "AT_ONCE", 0)
    return write_ferry_crisis(tmp_path / "ferries.standoff")


@pytest.fixture
def asked(store: Path) -> Iterator[Client]:
    with served(store) as client:
        yield client


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Path]]:
    """Pages over a store that nothing asked of them may change."""
    store = write_ferry_crisis(tmp_path_factory.mktemp("unchanged") / "ferries.standoff")
    with served(store) as client:
        yield client, store


def given(store: Path) -> list[tuple[str, str, str | None, str, str | None]]:
    """What was judged since the store was made."""
    with Store.open(store) as opened:
        return [(j.subject, j.verdict, j.other, j.by, j.note) for j in opened.judgements()[len(JUDGEMENTS) :]]


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ({"verdict": "right", "subject": BRANDT.id}, (BRANDT.id, "right", None)),
        ({"verdict": "wrong", "subject": FELL.id, "other": "", "finding": ""}, (FELL.id, "wrong", None)),
        ({"verdict": "same", "subject": FELL.id, "other": COLLIDED.id}, (FELL.id, "same", COLLIDED.id)),
        (
            {"verdict": "different", "subject": COLLIDED.id, "finding": HAPPENING.id},
            (COLLIDED.id, "different", COLLIDED_TOO.id),
        ),
        ({"verdict": "wrong", "subject": COLLIDED.id, "finding": HAPPENING.id}, (COLLIDED.id, "wrong", None)),
        ({"verdict": "unsure", "subject": COLLIDED.id}, (COLLIDED.id, "unsure", None)),
        ({"verdict": "unsure", "subject": "gone"}, ("gone", "unsure", None)),
    ],
)
def test_a_judgement_is_kept(
    asked: Client, store: Path, form: dict[str, str], kept: tuple[str, str, str | None]
) -> None:
    answer = asked.post(
        "/judgements",
        data=form | {"by": "  Ilo   Marn ", "note": "seen\r\non paper ", "back": "/timeline?page=2#top"},
        headers=OURS,
        follow_redirects=False,
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"/timeline?page=2#judge-{form['subject']}")
    assert given(store) == [(*kept, "Ilo Marn", "seen\non paper")]


def test_who_judges_is_asked_once(asked: Client, store: Path) -> None:
    form = {"subject": BRANDT.id, "verdict": "wrong", "note": "<b>no</b>", "back": "/actors"}
    answer = asked.post("/judgements", data=form, headers=OURS)
    assert "Who judges?" in answer.text
    assert given(store) == []
    page = html.fromstring(answer.text)
    again = {each.get("name"): each.get("value") for each in page.xpath("//main//form//input[@type='hidden']")}
    assert {key: value for key, value in again.items() if value} == form
    answer = asked.post("/judgements", data=again | {"by": "Åsa Ø"}, headers=OURS, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "samesite=strict" in cookie
    assert "httponly" in cookie
    assert unquote(asked.cookies["standoff-name"]) == "Åsa Ø"
    asked.post("/judgements", data=form | {"verdict": "right"}, headers=OURS, follow_redirects=False)
    assert [(each[1], each[3]) for each in given(store)] == [("wrong", "Åsa Ø"), ("right", "Åsa Ø")]


@pytest.mark.parametrize("name", ["", "   ", "\u202eevil", "x" * 81, "a\0b"])
def test_a_name_is_one(unchanged: tuple[Client, Path], name: str) -> None:
    asked, store = unchanged
    answer = asked.post("/judgements", data=RIGHT | {"by": name}, headers=OURS)
    assert "Who judges?" in answer.text
    assert asked.post("/judgements/name", data={"name": name}, headers=OURS).status_code == 400
    assert given(store) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://elsewhere.test"}, 403),
        ({"origin": f"http://{HOST}.elsewhere.test"}, 403),
        ({"origin": f"http://{HOST}@elsewhere.test"}, 403),
        (OURS | {"sec-fetch-site": "cross-site"}, 403),
        (OURS | {"host": "elsewhere.test"}, 421),
        (OURS | {"content-type": "text/plain"}, 415),
        (OURS | {"content-type": "application/json"}, 415),
        (OURS | {"content-type": "multipart/form-data; boundary=x"}, 415),
    ],
)
@pytest.mark.parametrize("path", ["/judgements", "/judgements/name", "/judgements/compare", "/judgements/redraw"])
def test_only_forms_of_ours_are_taken(
    unchanged: tuple[Client, Path], path: str, headers: dict[str, str], status: int
) -> None:
    asked, store = unchanged
    answer = asked.post(path, data=RIGHT | {"name": "A", "first": "b"}, headers=headers, follow_redirects=False)
    assert answer.status_code in ({status, 400} if status == 415 else {status})
    assert given(store) == []


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"verdict": "perhaps"}, "A verdict is one of"),
        ({"verdict": ""}, "A verdict is one of"),
        ({"subject": "none"}, "nothing has the id"),
        ({"subject": ""}, "nothing has the id"),
        ({"subject": "../../etc/passwd"}, "no id of a record"),
        ({"subject": HAPPENING.id}, "is made of readings"),
        ({"subject": ACTOR.id}, "is made of readings"),
        ({"verdict": "same"}, "name the other one"),
        ({"verdict": "same", "other": BRANDT.id}, "compared with itself"),
        ({"verdict": "same", "other": OBLIGATION.id}, "not comparable"),
        ({"verdict": "different", "other": "none"}, "nothing has the id"),
        ({"note": "x" * 2001}, "A note has up to 2,000 characters"),
        ({"note": "bell \a"}, "characters that can be printed"),
    ],
)
def test_what_makes_no_sense_is_said_and_not_kept(
    unchanged: tuple[Client, Path], form: dict[str, str], told: str
) -> None:
    asked, store = unchanged
    answer = asked.post("/judgements", data=RIGHT | form, headers=OURS)
    assert answer.status_code == 400
    assert told in html.fromstring(answer.text).text_content()
    assert given(store) == []


def test_a_note_that_never_ends_is_not_read(unchanged: tuple[Client, Path]) -> None:
    asked, store = unchanged
    assert asked.post("/judgements", data=RIGHT | {"note": "x" * 70_000}, headers=OURS).status_code == 413
    assert given(store) == []


@pytest.mark.parametrize(
    ("back", "goes"),
    [
        ("/said?q=a%20b", "/said?q=a%20b"),
        ("", "/judgements"),
        ("//elsewhere.test/", "/judgements"),
        ("/\\elsewhere.test", "/judgements"),
        ("/\t/elsewhere.test", "/judgements"),
        ("http://elsewhere.test/", "/judgements"),
        ("javascript:alert(1)", "/judgements"),
        ("/said\r\nset-cookie: a=b", "/judgements"),
        ("said", "/judgements"),
    ],
)
def test_one_goes_back_to_these_pages_only(asked: Client, back: str, goes: str) -> None:
    answer = asked.post("/judgements", data=RIGHT | {"back": back}, headers=OURS, follow_redirects=False)
    where = urlsplit(answer.headers["location"])
    assert where.netloc == ""
    assert answer.headers["location"].partition("#")[0] == goes


def test_a_record_shows_what_was_judged_of_it_and_undoes_it(asked: Client, store: Path) -> None:
    asked.post("/judgements", data=RIGHT | {"subject": COLLIDED_TOO.id, "note": "<script>x</script>"}, headers=OURS)
    page = html.fromstring(asked.get(f"/happenings/{HAPPENING.id}").text)
    (shown,) = page.xpath(f"//*[@id='judge-{COLLIDED_TOO.id}']/*[@class='judged']")
    assert "Right" in shown.text_content()
    assert "A. Reader" in shown.text_content()
    assert "<script>x</script>" in shown.text_content()
    (undo,) = shown.xpath(".//form[@class='undo']")
    form = {each.get("name"): each.get("value") for each in undo.xpath(".//input")}
    assert form["back"] == f"/happenings/{HAPPENING.id}"
    asked.post(undo.get("action"), data=form, headers=OURS)
    assert given(store)[-1][:2] == (COLLIDED_TOO.id, "unsure")
    page = html.fromstring(asked.get(f"/happenings/{HAPPENING.id}").text)
    assert not page.xpath(f"//*[@id='judge-{COLLIDED_TOO.id}']/*[@class='judged']")


def test_what_is_compared_is_kept_until_it_is_stopped(asked: Client) -> None:
    asked.post("/judgements/compare", data={"first": FELL.id, "back": "/said"}, headers=OURS, follow_redirects=False)
    page = html.fromstring(asked.get(f"/happenings/{HAPPENING.id}").text)
    (bar,) = page.xpath("//*[contains(@class, 'comparing')]")
    assert "fell" in bar.text_content()
    (form,) = bar.xpath(".//form[@action='/judgements']")
    sent = {each.get("name"): each.get("value") for each in form.xpath(".//input")}
    assert (sent["subject"], sent["other"]) == (HAPPENING.id, FELL.id)
    assert {each.get("value") for each in form.xpath(".//button")} == {"same", "different"}
    assert not html.fromstring(asked.get("/gaps").text).xpath(
        "//*[contains(@class, 'comparing')]//form[@action='/judgements']"
    )
    asked.post("/judgements/compare", data={"first": "", "back": "/said"}, headers=OURS, follow_redirects=False)
    assert not html.fromstring(asked.get("/gaps").text).xpath("//*[contains(@class, 'comparing')]")


def test_the_address_can_hold_what_is_compared(asked: Client) -> None:
    assert "banner comparing" in asked.get(f"/gaps?compare={FELL.id}").text
    for nothing in ("none", "..%2F", OBLIGATION.id[:5], ""):
        assert "banner comparing" not in asked.get(f"/gaps?compare={nothing}").text


def test_all_judgements_are_listed_with_what_they_are_about(asked: Client, store: Path) -> None:
    page = html.fromstring(asked.get("/judgements").text)
    rows = page.xpath("//ol[contains(@class, 'judgements')]/li")
    assert [row.get("value") for row in rows] == ["4", "3", "2", "1"]
    assert "a near miss" in rows[3].text_content()
    assert rows[3].xpath(f".//a[@href='/readings/{COLLIDED.id}']")
    assert "no longer found" in rows[0].text_content()
    assert [len(row.xpath(".//form[@class='undo']")) for row in rows] == [1, 0, 0, 1]
    assert "Draw anew" not in page.text_content()
    asked.post("/judgements", data=RIGHT, headers=OURS)
    assert "Draw anew with 1 judgement" in html.fromstring(asked.get("/judgements").text).text_content()


def test_a_store_that_cannot_be_written_says_so(asked: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "is_writable", lambda path: False)
    for path in ("/judgements", f"/happenings/{HAPPENING.id}"):
        page = html.fromstring(asked.get(path).text)
        assert "cannot be written" in page.text_content()
        assert not page.xpath("//main//form[@method='post']")


def test_a_judgement_that_could_not_be_kept_stands_in_the_page(
    asked: Client, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("standoff.store.file.Store.open.__func__.__kwdefaults__", {"create": False, "wait": 0.05})
    with closing(sqlite3.connect(store, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        answer = asked.post("/judgements", data=RIGHT | {"note": "mine"}, headers=OURS)
    assert answer.status_code == 503
    form = html.fromstring(answer.text).xpath("//main//form")[0]
    again = {each.get("name"): each.get("value") for each in form.xpath(".//input")}
    assert again["note"] == "mine"
    assert given(store) == []
    asked.post("/judgements", data=again, headers=OURS)
    assert [each[4] for each in given(store)] == ["mine"]


def test_what_is_judged_while_a_build_runs_waits_for_it(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "AT_ONCE", 10)
    with Store.open(store) as building:
        building.add_source("new.txt", "b", "1", [], [])
        with served(store) as asked:
            asked.post("/judgements", data=RIGHT, headers=OURS)
            page = html.fromstring(asked.get("/judgements").text).text_content()
            asked.post("/judgements/redraw", headers=OURS | {"content-type": "application/x-www-form-urlencoded"})
            assert "being drawn anew" not in asked.get("/judgements").text
        assert building.state().version is None, "the build draws, not the pages"
    assert "A build is running" in page
    assert "waits to be drawn" in page
    assert [each[:2] for each in given(store)] == [(BRANDT.id, "right")]


def test_the_findings_are_drawn_anew_behind_the_pages(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "AT_ONCE", 10)
    with served(store) as asked:
        asked.post("/judgements", data=RIGHT | {"subject": COLLIDED.id, "verdict": "wrong"}, headers=OURS)
        assert "being drawn anew" in asked.get("/judgements").text
        for _ in range(600):
            if "being drawn anew" not in asked.get("/judgements").text:
                break
            time.sleep(0.1)
    with Store.open(store) as opened:
        assert opened.state().judgements_waiting == 0
        assert opened.dossier().judgements[-1].subject == COLLIDED.id
