"""Every picture as a whole: valid, bounded, the same in any order, and safe with any words."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from standoff.picture.drawing import chart, spec, svg, timeline
from standoff.picture.spec import BODIES, prepare
from tests.picture.made import PICTURES, mark

HOSTILE = (
    "</text><script>alert(1)</script><foreignObject onload='x()'>\"&amp;]]>",
    "{datum.x} ${1} [[a]] %d '+alert(1)+' \\u0022",
    "\u202eabc\u2066\x00\x1b[31m\nline\ttab \ud800",
    "https://evil.example/?q=\"onmouseover='x'",
    "word " * 400,
    "停戦 وقف إطلاق النار перемирие ❤️\u200d🔥",
    "",
)
MOST_BYTES = 400_000
"""Of a specification: with the page around it less than what a page may weigh."""


def plain(n: int) -> str:
    return f"label {n}"


def hostile(n: int) -> str:
    return HOSTILE[n % len(HOSTILE)]


def as_given(records: Sequence[Any]) -> Sequence[Any]:
    return records


def strings(value: object) -> Iterator[str]:
    """Every string of a specification: keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_valid_vega_lite(name: str) -> None:
    BODIES[name]().to_dict(validate=True)


@pytest.mark.parametrize("name", PICTURES)
def test_altairs_own_chart_is_valid_too(name: str) -> None:
    drawn = chart(PICTURES[name](5, plain, as_given), width=500)
    assert isinstance(drawn, alt.LayerChart)
    assert drawn.to_dict(validate=True)["datasets"]


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("n", [0, 1, 30])
def test_a_picture_says_what_is_seen_and_can_be_drawn(name: str, n: int) -> None:
    drawn = spec(PICTURES[name](n, plain, as_given))
    assert drawn["description"].endswith(".")
    assert drawn["width"] == "container"
    assert "usermeta" not in drawn
    assert drawn["height"] > 0
    assert json.loads(json.dumps(drawn)) == drawn
    root = etree.fromstring(svg(spec(PICTURES[name](n, plain, as_given), width=700)).encode())
    assert root.get("width") == "700"
    assert root[0].text == root[1].text == drawn["description"]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_nothing_says_so(name: str) -> None:
    picture = PICTURES[name](0, plain, as_given)
    assert picture.data["notes"]
    assert picture.left_out == 0


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_five_thousand_is_bounded_and_says_what_is_left_out(name: str) -> None:
    picture = PICTURES[name](5000, plain, as_given)
    assert len(json.dumps(spec(picture))) < MOST_BYTES
    assert picture.height < 10_000
    assert name == "course" or picture.left_out > 4000


@pytest.mark.parametrize("name", PICTURES)
@given(st.data())
@settings(max_examples=10)
def test_the_order_of_records_does_not_show(name: str, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, 40))

    def shuffled(records: Sequence[Any]) -> Sequence[Any]:
        return data.draw(st.permutations(records))

    expected = json.dumps(spec(PICTURES[name](n, plain, as_given)))
    assert json.dumps(spec(PICTURES[name](n, plain, shuffled))) == expected


@pytest.mark.parametrize("name", PICTURES)
def test_words_of_reports_are_data_and_nothing_else(name: str) -> None:
    """What is drawn with hostile words differs from what is drawn with plain ones in its values only."""
    with_plain = spec(PICTURES[name](20, plain, as_given))
    with_hostile = spec(PICTURES[name](20, hostile, as_given))
    outside = {"datasets", "description", "height", "params"}
    assert {key: with_hostile[key] for key in with_hostile.keys() - outside} == {
        key: with_plain[key] for key in with_plain.keys() - outside
    }
    assert [each["name"] for each in with_hostile["params"]] == [each["name"] for each in with_plain["params"]]
    fields = {key for rows in with_plain["datasets"].values() for row in rows for key in row}
    assert {key for rows in with_hostile["datasets"].values() for row in rows for key in row} <= fields | {"href"}


@pytest.mark.parametrize("name", PICTURES)
def test_words_are_clean_and_no_longer_than_a_tooltip_holds(name: str) -> None:
    drawn = spec(PICTURES[name](20, hostile, as_given))
    for text in strings(drawn["datasets"]):
        assert len(text) <= 330
        assert text.replace("\u200d", "").replace("\u200c", "").isprintable()


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_holds_nothing_that_acts(name: str) -> None:
    drawn = svg(spec(PICTURES[name](20, hostile, as_given), width=700))
    root = etree.fromstring(drawn.encode())
    for element in root.iter():
        assert etree.QName(element).localname in set(
            "svg g path line rect text tspan a defs clipPath linearGradient stop title desc".split()
        )
        for key, value in element.attrib.items():
            assert not key.startswith("on")
            assert key not in ("style", "class")
            assert "javascript:" not in value
    assert "<script" not in drawn
    assert "evil.example" not in "".join(root.xpath("//@href"))


def test_an_svg_without_links_is_an_image_and_one_with_links_a_group_that_can_be_reached() -> None:
    alone = etree.fromstring(svg(spec(timeline([mark("a")]))).encode())
    assert (alone.get("role"), alone.get("aria-label")) == ("img", "A timeline of 1 happening in 1 lane: 1 occurred.")
    linked = etree.fromstring(svg(spec(timeline([mark("a", href="/happenings/a"), mark("b")]))).encode())
    assert linked.get("role") == "group"
    links = linked.findall(".//{http://www.w3.org/2000/svg}a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [("/happenings/a", "a")]


def test_one_specification_gives_one_svg_and_two_share_no_ids() -> None:
    first, second = (spec(timeline([mark(one)])) for one in ("a", "b"))
    assert svg(first) == svg(first)
    ids = [set(etree.fromstring(svg(each).encode()).xpath("//@id")) for each in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_unit_is_text_too() -> None:
    drawn = spec(PICTURES["claims"](3, hostile, as_given))
    assert drawn["datasets"]["unit"][0]["text"].startswith("{datum.x}")


def test_a_notebook_is_shown_the_picture_and_an_image_of_it() -> None:
    shown = timeline([mark("a")])._repr_mimebundle_()
    assert shown["application/vnd.vegalite.v6+json"]["width"] == 860
    assert shown["image/svg+xml"].startswith("<svg")


def test_all_that_can_be_made_before_is_made_before() -> None:
    prepare()
    assert spec(timeline([]))["layer"] is spec(timeline([mark("a")]))["layer"]
