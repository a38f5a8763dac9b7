"""Pages are found by their links, asked for, and weighed."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest

import serving
from tests.builders import Source, document
from tests.store.small_build import build

PAGES = {
    "/": '<link rel="stylesheet" href="/s.css"><a href="/reports">all</a> <a href="http://elsewhere/x">out</a>',
    "/reports": "".join(f'<a class="x" href="/reports/{n:016x}#s-1-2">{n}</a>' for n in range(5)),
    "/s.css": "p { margin: 0 }" * 100,
    "/p.json": "{}" * 512,
    "/vega.js": "x" * 100_000,
}
REPORT = (
    '<a href="/reports?outlet=A&amp;page=2">A</a><div data-picture="/p.json"></div><script src="/vega.js"></script>'
)


class Site(BaseHTTPRequestHandler):
    """A few pages that link to each other."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        page = PAGES.get(self.path, REPORT if self.path.startswith("/reports/") else None)
        body = (page or "").encode()
        self.send_response(200 if page is not None else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "/"),
        ("/reports/0123456789abcdef", "/reports/ID"),
        ("/sources/pairs/0123456789abcdef/0123456789abcdef", "/sources/pairs/ID/ID"),
        ("/timeline?type=ASSAULT&page=2", "/timeline?"),
        ("/pictures/timeline.svg", "/pictures/timeline.svg"),
        ("/api/actors/0123456789abcdef", "/api/actors/ID"),
    ],
)
def test_addresses_of_one_kind_differ_in_ids_and_in_what_is_asked(address: str, kind: str) -> None:
    assert serving.kind_of(address) == kind


def test_links_are_followed_within_the_pages(host: str) -> None:
    with serving.Reader(host) as reader:
        found = serving.harvest(reader, 3)
    assert {kind: len(addresses) for kind, addresses in found.items()} == {
        "/": 1,
        "/p.json": 1,
        "/reports": 1,
        "/reports/ID": 3,
        "/reports?": 1,
    }
    assert found["/reports?"] == ["/reports?outlet=A&page=2"]


def test_answers_are_timed_weighed_and_counted(host: str) -> None:
    addresses = ["/", "/reports", "/reports", "/gone"]
    answers = serving.asked_at_once(host, addresses, 2)
    rows = {row.name: row.values for row in serving.rows_of(answers, {"/": {"first": 7.0, "CPU": 1.0, "KB with": 2.0}})}
    assert [(kind, row["asked"], row["failed"]) for kind, row in rows.items()] == [
        ("/", 1, 0),
        ("/gone", 1, 1),
        ("/reports", 2, 0),
        ("all", 4, 1),
    ]
    assert (rows["/"]["first"], rows["/reports"]["first"]) == (7.0, None)
    assert rows["/reports"]["KB"] == len(PAGES["/reports"]) / 1024
    assert all(0 < (row["p50"] or 0) <= (row["p95"] or 0) for row in rows.values())


def test_a_page_weighs_what_it_loads_but_the_library(host: str) -> None:
    with serving.Reader(host) as reader:
        assert serving.weight(reader, "/") == (len(PAGES["/"]) + len(PAGES["/s.css"])) / 1024
        assert serving.weight(reader, f"/reports/{1:016x}") == (len(REPORT) + len(PAGES["/p.json"])) / 1024


def test_searches_are_for_words_of_the_reports(tmp_path: Path) -> None:
    words = "Toll said Ardania will answer"
    build(tmp_path / "x.standoff", [Source("1.txt", "a", (document("1.txt", words),), ())])
    found = [unquote(address).removeprefix("/search?q=") for address in serving.searches(tmp_path / "x.standoff", 8)]
    assert len(found) == 8
    parts = {*words.split(), *(word[:3] for word in words.split())}
    assert all(set(typed.replace('"', "").replace("*", "").split()) <= parts for typed in found)
    assert any(typed.startswith('"') for typed in found)
    assert any(typed.endswith("*") for typed in found)


def test_a_store_is_grown(tmp_path: Path) -> None:
    build(tmp_path / "small", [Source("1.txt", "a", (document("1.txt", "Toll said Ardania will answer"),), ())])
    serving.grown_store(tmp_path / "small", 3, tmp_path / "large")
    assert serving.reports_in(tmp_path / "large") == 3


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="does not exist"), serving.served(tmp_path / "gone.standoff"):
        pass
