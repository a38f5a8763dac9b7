"""The API: the records of the pages, described, filtered and in parts."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from standoff.store.asking.kinds import KINDS, Kind
from standoff.store.asking.listed import Listed
from tests.web.conftest import Client

NAMES = [kind.name for kind in KINDS]
WITH_ONE = [kind for kind in KINDS if kind.whole is not None]


def bare(told: Any) -> Any:
    """What is told without the words around it, of which one record shows more than a list."""
    if isinstance(told, dict):
        return {field: bare(value) for field, value in told.items() if field != "around"}
    return [bare(value) for value in told] if isinstance(told, list) else told


@pytest.fixture(scope="module")
def description(pages: Client) -> Any:
    return pages.get("/api/openapi.json").json()


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_list_is_what_its_description_and_its_record_say(pages: Client, kind: Kind) -> None:
    answer = pages.get(f"/api/{kind.name}?size=7")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    found = msgspec.json.decode(answer.content, type=Listed[kind.record])  # type: ignore[name-defined]
    assert len(found.items) == min(7, found.total)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_parts_of_a_list_are_the_whole_of_it_and_each_record_once(pages: Client, kind: Kind) -> None:
    whole = pages.get(f"/api/{kind.name}?size=200").json()
    size = max(1, min(whole["total"], 200) // 3)
    parts = [pages.get(f"/api/{kind.name}?size={size}&page={page}").json()["items"] for page in (1, 2, 3)]
    assert [item for part in parts for item in part] == whole["items"][: 3 * size]


@pytest.mark.parametrize("kind", WITH_ONE, ids=[kind.name for kind in WITH_ONE])
def test_one_record_is_found_by_the_id_that_a_list_gives(pages: Client, kind: Kind) -> None:
    items = pages.get(f"/api/{kind.name}?size=3").json()["items"]
    for item in items:
        one = pages.get(f"/api/{kind.name}/{item['id']}").json()
        assert bare({field: one[field] for field in item}) == bare(item)
    assert pages.get(f"/api/{kind.name}/none").status_code == 404


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_every_filter_is_described(description: Any, kind: Kind) -> None:
    told = {each["name"] for each in description["paths"][f"/api/{kind.name}"]["get"]["parameters"]}
    assert told == {*kind.asked.__struct_fields__, "page", "size"}


def test_the_description_is_of_the_api_alone_and_names_no_other_host(description: Any) -> None:
    assert all(path.startswith("/api/") for path in description["paths"])
    assert description["openapi"].startswith("3.1")
    assert {tag for path in description["paths"].values() for tag in path["get"]["tags"]} <= {*NAMES, "scenario"}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("happenings?factuality=perhaps", "factuality"),
        ("happenings?since=tomorrow", "since"),
        ("obligations?status=kept", "status"),
        ("events?size=1000", "size"),
        ("events?page=0", "page"),
    ],
)
def test_a_filter_that_is_none_is_named(pages: Client, asked: str, named: str) -> None:
    answer = pages.get(f"/api/{asked}")
    assert answer.status_code == 400
    assert named in answer.json()["detail"]


def test_filters_hold_together(pages: Client) -> None:
    planned = pages.get("/api/happenings?factuality=scheduled&size=200").json()
    consulted = pages.get("/api/happenings?factuality=scheduled&type=CONSULT&size=200").json()
    assert 0 < consulted["total"] < planned["total"]
    assert {each["id"] for each in consulted["items"]} < {each["id"] for each in planned["items"]}
    assert {each["type"] for each in consulted["items"]} == {"CONSULT"}


def test_what_was_known_on_a_day_grows_with_the_days(pages: Client) -> None:
    days = ("2019-10-01", "2019-10-14", "2019-10-20", "2019-12-31")
    known = [pages.get(f"/api/happenings?size=1&as_of={day}").json()["total"] for day in days]
    assert known == sorted(known)
    assert known[0] == 0
    assert known[-1] > known[1] > 0


def test_a_status_is_that_of_the_day_asked_for(pages: Client) -> None:
    days = [f"2019-10-{day}" for day in range(12, 27)]
    known = [pages.get(f"/api/obligations?size=200&as_of={day}").json()["items"] for day in days]
    statuses: dict[str, list[str]] = {}
    for items in known:
        for each in items:
            statuses.setdefault(each["id"], []).append(each["status"])
    assert any(len(set(told)) > 1 for told in statuses.values()), "some obligation moved in these days"
    now = {each["id"]: each["status"] for each in pages.get("/api/obligations?size=200").json()["items"]}
    assert {key: told[-1] for key, told in statuses.items()} == {key: now[key] for key in statuses}


def test_a_scenario_is_told_with_its_obligations_and_words(pages: Client) -> None:
    told = pages.get("/api/scenario?if=Marenia closes the Northern Arc pipeline").json()
    assert {step["effect"] for step in told["steps"]} >= {"triggered"}
    assert [step["round"] for step in told["steps"]] == sorted(step["round"] for step in told["steps"])
    for step in told["steps"]:
        assert step["matched"]["words"]
        assert (step["because"] is None) == (step["round"] == 0)
    assert pages.get("/api/scenario").status_code == 400
    assert pages.get("/api/scenario?if=Nobody sneezes").json()["steps"] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_api_changes_nothing(pages: Client, method: str) -> None:
    headers = {"origin": "http://pages.test"}
    assert pages.request(method, "/api/happenings", headers=headers, json={}).status_code == 405
