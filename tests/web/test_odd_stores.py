"""Stores that are hardly any: empty, of one report, of thousands of actors, of another version, gone, being built."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.engines import engine_for
from standoff.pipeline import Quiet, build, studying
from standoff.store.file import Store
from standoff.web.templating import MENU
from tests.web.conftest import served

FOOT = ("/topics", "/days", "/gaps", "/judgements", "/programs", "/search")
ADDRESSES = (*(path for path, _ in MENU), *FOOT)


def built(path: Path, reports: list[dict[str, str]]) -> Path:
    """A store of these reports."""
    given = path.with_suffix(".jsonl")
    given.write_text("\n".join(json.dumps(report) for report in reports), encoding="utf-8")
    with Store.open(path, create=True) as store, engine_for(1) as engine:
        build([given], store, engine, Quiet(), studying(engine.threads))
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("empty") / "empty.standoff", [])


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "PORT VESH - Governor Ada Morrow said on Tuesday that 300 ships are waiting. Lodania denied it."
    return built(tmp_path_factory.mktemp("one") / "one.standoff", [{"text": text, "title": "Ships"}])


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_store_of_nothing_says_so_on_every_page(empty: Path, address: str) -> None:
    with served(empty) as pages:
        answer = pages.get(address)
    assert answer.status_code == 200
    main = html.fromstring(answer.text).xpath("//main")[0].text_content()
    assert len(main.split()) > 3, "an empty page tells nobody that there is nothing"


@pytest.mark.parametrize("address", ADDRESSES)
def test_one_report_is_enough_for_every_page(single: Path, address: str) -> None:
    with served(single) as pages:
        assert pages.get(address).status_code == 200


def test_a_store_of_another_version_says_so_on_every_page(tmp_path: Path) -> None:
    path = built(tmp_path / "later.standoff", [])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with served(path) as pages:
        for address in ("/", "/timeline", "/api/happenings"):
            answer = pages.get(address)
            assert answer.status_code == 503
            assert "was written by a newer Standoff" in answer.text


def test_a_store_that_is_gone_says_so(tmp_path: Path) -> None:
    with served(tmp_path / "gone.standoff") as pages:
        answer = pages.get("/timeline")
    assert answer.status_code == 503
    assert "does not exist" in answer.text


def test_a_build_and_the_pages_go_on_beside_each_other(tmp_path: Path) -> None:
    path = built(tmp_path / "grows.standoff", [{"text": "Vesh closed the strait on 3 March 2041.", "title": "Closed"}])
    more = tmp_path / "more"
    more.mkdir()
    for number in range(30):
        (more / f"{number}.txt").write_text(
            f"PORT VESH - Vesh sent {number + 100} ships on 4 March 2041, Governor Ada Morrow said. Lodania denied it.",
            encoding="utf-8",
        )
    command = [sys.executable, "-m", "standoff", "build", str(more), "-o", str(path), "--quiet", "--jobs", "1"]
    asked = 0
    with served(path) as pages, subprocess.Popen(command) as building:
        while building.poll() is None:
            for address in ("/", "/timeline", "/reports", "/actors"):
                assert pages.get(address).status_code == 200
                asked += 1
        assert building.returncode == 0
        assert asked
        assert "31" in html.fromstring(pages.get("/").text).xpath("//main")[0].text_content()
