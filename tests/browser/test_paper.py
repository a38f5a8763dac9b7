"""On paper: the words and all of a long list's page, nothing that is only for a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.browser.conftest import Watched

pytestmark = pytest.mark.slow

SHEET = re.compile(rb"/Type\s*/Page\b")
LONG = ("/timeline", "/ledger", "/reports/{key}")


def test_a_long_page_is_printed_on_several_sheets(watched: Watched, site: str, kinds: Mapping[str, str]) -> None:
    for kind in LONG:
        page = watched.open(site + kinds[kind])
        sheets = len(SHEET.findall(page.pdf(format="A4")))
        assert 1 < sheets < 40, (kind, sheets)
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible(), kind
        assert not page.locator(".head nav").is_visible(), kind
        page.emulate_media(media="screen")
