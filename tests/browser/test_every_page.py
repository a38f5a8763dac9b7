"""Every kind of page of the sample crisis: no error, nothing hidden from anybody, on any screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import serving, window
from tests.browser.visiting import OVER, TELEPHONE, Visit, visit
from tests.browser.walking import page_patterns
from tests.store.asking.strait_crisis import DOSSIER, write

pytestmark = pytest.mark.slow

MOST_BYTES = 500_000
BY_OTHER_WAYS = {
    "/search",  # by the form at the head of each page
    "/sources/releases",  # where there are more than a list of sources shows
    "/readouts/{key}",  # the sample has no two sides' readouts of one meeting; another store below has
}


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of a store are that holds two sides' readouts of one meeting."""
    with serving(write(DOSSIER, tmp_path_factory.mktemp("meeting") / "meeting.standoff")) as address:
        yield address


@pytest.fixture(scope="module")
def visits(chromium: Browser, site: str, meeting: str, addresses: tuple[str, ...]) -> tuple[Visit, ...]:
    """Each kind of page, opened once in a window of an ordinary size."""
    there = [(site, address) for address in addresses] + [(meeting, f"/readouts/{DOSSIER.readouts[0].id}")]
    with window(chromium) as watched:
        return tuple(visit(watched, where, address) for where, address in there)


def test_every_page_can_be_reached_by_links(kinds: Mapping[str, str]) -> None:
    reached = {kind.partition(" ")[0] for kind in kinds}
    assert reached | BY_OTHER_WAYS == set(page_patterns())


def test_no_page_has_an_error_or_breaks_the_policy(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, each.faults) for each in visits if each.faults]


def test_each_page_has_one_heading_and_a_title_of_its_own(visits: tuple[Visit, ...]) -> None:
    assert not [each.address for each in visits if each.headings != 1]
    plain = [each.title for each in visits if "?" not in each.address]
    assert len(set(plain)) == len(plain), sorted(plain)


def test_no_page_has_a_fault_of_accessibility(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, fault) for each in visits for fault in each.violations]


def test_whatever_the_keyboard_reaches_can_be_seen(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, each.unlit[:3]) for each in visits if each.unlit]


def test_no_page_is_wider_than_a_window_a_telephone_or_a_sheet(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, dict(each.over)) for each in visits if any(over > 0 for over in each.over.values())]
    assert not [(each.address, each.over_paper) for each in visits if each.over_paper > 1]


def test_each_page_is_light_and_asks_nothing_of_others(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, each.weight) for each in visits if each.weight > MOST_BYTES]
    assert not [(each.address, each.elsewhere) for each in visits if each.elsewhere]


def test_paper_has_no_menu(visits: tuple[Visit, ...]) -> None:
    assert not [(each.address, each.printed) for each in visits if each.printed]


def test_every_page_is_whole_on_a_telephone_without_scripts(
    chromium: Browser, site: str, addresses: tuple[str, ...]
) -> None:
    with window(chromium, TELEPHONE["width"], TELEPHONE["height"], scripts=False) as watched:
        for address in addresses:
            page = watched.open(site + address)
            assert page.locator("main").inner_text().strip(), address
            pictures = page.locator("noscript img")
            drawn = pictures.evaluate_all("all => all.filter(one => one.naturalWidth > 0 && one.alt).length")
            assert drawn == pictures.count(), address
            assert page.evaluate(OVER) <= 0, address
        assert not watched.faults
