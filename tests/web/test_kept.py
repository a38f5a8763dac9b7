"""Pages are kept while the store is as it was, and no longer."""

from __future__ import annotations

import shutil
from pathlib import Path

from standoff.core.judgements import Judgement
from standoff.store.file import Store
from standoff.web.kept import Keeper, Kept, stamp
from tests.web.conftest import served


def test_a_page_is_the_same_the_second_time_and_costs_a_line_the_third(sample_store: Path) -> None:
    with served(sample_store) as pages:
        first = pages.get("/timeline?page=1")
        second = pages.get("/timeline?page=1")
        third = pages.get("/timeline?page=1", headers={"if-none-match": first.headers["etag"]})
    assert second.text == first.text
    assert second.headers["etag"] == first.headers["etag"]
    assert third.status_code == 304
    assert not third.content
    assert "no-store" not in first.headers["cache-control"], "a browser may go back to it"
    assert "default-src 'none'" in third.headers["content-security-policy"]


def test_addresses_and_readers_are_told_apart(sample_store: Path) -> None:
    with served(sample_store) as pages:
        tags = {
            pages.get("/timeline").headers["etag"],
            pages.get("/timeline?order=newest").headers["etag"],
            pages.get("/actors").headers["etag"],
            pages.get("/timeline", headers={"cookie": "standoff-name=Ada"}).headers["etag"],
        }
    assert len(tags) == 4


def test_a_store_that_changed_is_asked_again(sample_store: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sample_store, tmp_path / "changes.standoff"))
    with served(path) as pages:
        before = pages.get("/timeline").headers["etag"]
        mark = stamp(path)
        with Store.open(path, create=True) as store:
            event = store.dossier().studies[0].events[0].id
            store.add_judgement(Judgement(subject=event, verdict="wrong", by="Ada", on="2041-03-04T05:06:07Z"))
        assert stamp(path) != mark
        assert pages.get("/timeline").headers["etag"] != before


def test_what_is_judged_or_reckoned_aside_and_what_fails_is_never_kept(sample_store: Path) -> None:
    with served(sample_store) as pages:
        for address in ("/judgements", "/scenario?if=war", "/happenings/none", "/timeline?page=0"):
            assert "etag" not in pages.get(address).headers


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    keeper = Keeper(most=1000)
    for key in (b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h"):
        keeper.put(key, Kept((), b"x" * 120))
    assert keeper.get(b"a") is not None
    keeper.put(b"i", Kept((), b"x" * 120))
    assert keeper.get(b"b") is None
    assert keeper.get(b"a") is not None
    keeper.put(b"huge", Kept((), b"x" * 500))
    assert keeper.get(b"huge") is None
