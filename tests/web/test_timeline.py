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
        assert row.xpath(".//*[contains(@class, 'mark scheduled')]")
        assert row.xpath(".//a[starts-with(@href, '/happenings/')]")
        assert row.xpath(".//q//a[starts-with(@href, '/reports/') and contains(@href, '#s-')]")
    found = pages.get(rows[0].xpath(".//a[starts-with(@href, '/happenings/')]/@href")[0])
    assert found.status_code == 200
    assert "In the words of each account" in found.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/timeline?since=&until=&type=&page=", 200),  # as a form sends it that was left empty
        ("/timeline?type=NOTHING", 400),
        ("/timeline?zoom=minutes", 400),
        ("/timeline?since=yesterday", 400),
        ("/timeline?page=0", 400),
        ("/timeline?page=999999", 200),
        ("/timeline?since=9999-12-31", 200),  # the last day that there is
        ("/timeline?until=0001-01-01", 200),
        ("/timeline?as_of=9999-12-31", 200),
        ("/timeline?since=2019-10-20&until=2019-10-01", 200),
        ("/timeline?actor=nobody", 200),
        ("/timeline?q=%22%2A", 200),
        ("/happenings/none", 404),
    ],
)
def test_what_cannot_be_asked_is_said(pages: Client, address: str, status: int) -> None:
    answer = pages.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_it_opens_on_the_days_where_most_stands(pages: Client) -> None:
    page = html.fromstring(pages.get("/timeline").text)
    assert {each[-4:] for each in page.xpath("//nav[@aria-label='Days']/strong/text()")} == {"2019"}
    assert page.xpath("//a[contains(@href, 'all=')]")
    whole = html.fromstring(pages.get("/timeline?all=true").text)
    assert len(page.xpath("//tbody/tr//time")) < int(whole.xpath("//h2/text()")[0].split()[0])
    (undated,) = page.xpath("//a[contains(@href, 'undated=')]/@href")
    rows = html.fromstring(pages.get(undated).text).xpath("//tbody/tr")
    assert {row.xpath("td")[0].text_content().strip() for row in rows} == {"undated"}


def test_the_picture_can_be_seen_nearer_without_a_script(pages: Client) -> None:
    page = html.fromstring(pages.get("/timeline").text)
    links = {each.text: each.get("href") for each in page.xpath("//nav[@aria-label='Zoom']//a")}
    assert list(links) == ["years", "months", "weeks", "days", "hours", "all"]
    near = html.fromstring(pages.get(links["hours"]).text)
    assert near.xpath("//nav[@aria-label='Zoom']//a[@aria-current]/text()") == ["hours"]
    assert "since=" in near.xpath("//a[@rel='next']/@href")[0]
    picture = near.xpath("//noscript//img/@src")[0]
    assert pages.get(picture).headers["content-type"].startswith("image/svg+xml")


def test_a_filter_stays_when_one_goes_nearer(pages: Client) -> None:
    page = html.fromstring(pages.get("/timeline?factuality=occurred&actor=drovnia").text)
    for link in page.xpath("//nav[@aria-label='Zoom']//a/@href"):
        assert "factuality=occurred" in link
        assert "actor=drovnia" in link
