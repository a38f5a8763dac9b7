"""Who may ask: names, origins, tokens, and what a browser may do with every answer."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient

from standoff.web.app import create_app
from standoff.web.guard import Access
from tests.web.conftest import HOST, Client

TOKEN = "a-token-of-these-tests"


@pytest.fixture(scope="module")
def closed(sample_store: Path) -> Client:
    """The pages as they are served elsewhere than on loopback."""
    app = create_app(sample_store, Access(frozenset(), TOKEN))
    return TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False)


def ask(pages: Client, address: str, method: str = "GET", **headers: str) -> httpx.Response:
    """An answer, without going on where it leads."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return pages.request(method, address, headers=named, follow_redirects=False)


@pytest.mark.parametrize(
    "address", ["/", "/timeline", "/nowhere", "/static/standoff.css", "/api/happenings", "/api/none"]
)
def test_every_answer_forbids_what_pages_do_not_need(pages: Client, address: str) -> None:
    headers = ask(pages, address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", f"{HOST}.evil.example", "127.0.0.1:1", "", f"{HOST}:80@evil"])
def test_another_name_is_refused_though_it_leads_here(pages: Client, host: str) -> None:
    answer = ask(pages, "/", host=host)
    assert answer.status_code == 421
    assert "<" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": f"http://{HOST}"}, None),
        ({"origin": f"http://{HOST}", "sec_fetch_site": "same-origin"}, None),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": f"http://{HOST}.evil.example"}, 403),
        ({"origin": f"http://{HOST}:8080"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": f"http://{HOST}", "sec_fetch_site": "cross-site"}, 403),
        ({}, 403),
    ],
)
def test_only_these_pages_may_post(pages: Client, headers: dict[str, str], status: int | None) -> None:
    answer = ask(pages, "/no-such-page", "POST", **headers)
    assert answer.status_code == (status or 404)


def test_elsewhere_nothing_is_shown_without_the_token(closed: Client) -> None:
    for address in ("/", "/static/standoff.css", "/api/happenings", "/?token=", "/?token=wrong", "/?token=ü"):
        answer = ask(closed, address)
        assert answer.status_code == 401
        assert TOKEN not in answer.text
    assert ask(closed, "/", authorization=f"Basic {TOKEN}").status_code == 401
    assert ask(closed, "/", cookie="standoff-token=wrong").status_code == 401


def test_the_token_is_taken_out_of_the_address_and_kept(closed: Client) -> None:
    answer = ask(closed, f"/timeline?page=1&token={TOKEN}&type=AID")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/timeline?page=1&type=AID"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    kept = cookie.partition(";")[0]
    assert ask(closed, "/timeline", cookie=kept).status_code == 200


def test_a_program_sends_the_token_as_a_bearer(closed: Client) -> None:
    assert ask(closed, "/api/happenings", authorization=f"Bearer {TOKEN}").status_code == 200


@pytest.mark.parametrize("address", [f"//evil.example/?token={TOKEN}", f"/\\evil.example?token={TOKEN}"])
def test_the_token_never_leads_elsewhere(closed: Client, address: str) -> None:
    answer = ask(closed, f"http://{HOST}{address}")
    location = answer.headers.get("location", "/")
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
