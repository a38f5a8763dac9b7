"""The timeline in the browser, without one."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.web.conftest import Client


def test_every_happening_leads_to_its_page_and_its_words(pages: Client) -> None:
    page = html.fromstring(pages.get("/timeline?factuality=scheduled").text)
    rows = page.xpath("//tbody/tr")
    assert rows
    for row in rows:
        assert "planned" in row.text_content()
        assert row.xpath(".//a[starts-with(@href, '/happenings/')]")
        assert row.xpath(".//q//a[starts-with(@href, '/reports/') and contains(@href, '#s-')]")
    found = pages.get(rows[0].xpath(".//a[starts-with(@href, '/happenings/')]/@href")[0])
    assert found.status_code == 200
    assert "In every report" in found.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/timeline?since=&until=&type=&page=", 200),  # as a form sends it that was left empty
        ("/timeline?type=NOTHING", 400),
        ("/timeline?since=yesterday", 400),
        ("/timeline?page=0", 400),
        ("/timeline?page=999999", 200),
        ("/happenings/none", 404),
    ],
)
def test_what_cannot_be_asked_is_said(pages: Client, address: str, status: int) -> None:
    answer = pages.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text
