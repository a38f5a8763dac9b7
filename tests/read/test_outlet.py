"""Who published a text, by credit, dateline, masthead or address; that an outlet is quoted is none of these."""

from __future__ import annotations

import pytest

from standoff.core.when import When
from standoff.lexicon.furniture import Furniture
from standoff.read.dateline import read_dateline
from standoff.read.outlet import find_outlet, outlet_of_address, read_credit, read_masthead, read_masthead_line
from standoff.read.paragraphs import find_paragraphs


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This story originally appeared in Serrat Times.", "Serrat Times"),
        ("This story originally appeared in the Serrat Times.", "Serrat Times"),
        ("This article was originally published by The Halden Herald. Read the original article.", "The Halden Herald"),
        (
            "This article was first published in the Bulletin of the Northern Sea on 3 May.",
            "Bulletin of the Northern Sea",
        ),
        ("Originally published on haldenherald.example.", "haldenherald.example"),
        ("The post Envoys leave the valley appeared first on Serrat Monitor.", "Serrat Monitor"),
        ("© 2021 Halden Herald. All rights reserved.", "Halden Herald"),
        ("Copyright 2021 The Halden Herald. All rights reserved.", "The Halden Herald"),
        ("(c) 2019-2021 Serrat Monitor", "Serrat Monitor"),
        ("© Serrat Monitor 2019", "Serrat Monitor"),
        ("Copyright © Halden Broadcasting", "Halden Broadcasting"),
        ("The army left the valley. (PTI)", "Press Trust of India"),
    ],
)
def test_a_credit_names_the_outlet(furniture: Furniture, line: str, outlet: str) -> None:
    (paragraph,) = find_paragraphs(line)
    assert read_credit(paragraph, furniture.outlets) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "The minister told the Serrat Times that troops would stay.",
        "The map first appeared in print.",
        "This article was originally published on Tuesday.",
        "This article was first published in December 2021.",
        "All rights reserved.",
        "Copyright 2021. All rights reserved.",
        "Copyright law does not cover treaties.",
        "The claim originally appeared in a speech by the president.",
        "He left the talks (again)",
    ],
)
def test_other_lines_credit_nobody(furniture: Furniture, line: str) -> None:
    (paragraph,) = find_paragraphs(line)
    assert read_credit(paragraph, furniture.outlets) is None


@pytest.mark.parametrize(
    ("opening", "outlet", "day"),
    [
        ("HALDEN CITY (AP) — Troops left", "Associated Press", None),
        ("HALDEN CITY, Dec 7 (Reuters) - Troops left", "Reuters", None),
        ("HALDEN CITY, Dec. 7, 2021 (Serrat News Agency) -- Troops left", "Serrat News Agency", "2021-12-07"),
        ("HALDEN CITY, Serrat, Dec. 7, 2021 — Troops left", None, "2021-12-07"),
        ("Halden City, December 7, 2021 – Troops left", None, "2021-12-07"),
        ("HALDEN CITY, December 7. /TASS/. Troops left", "TASS", None),
        ("(Reuters) - Troops left", "Reuters", None),
    ],
)
def test_a_dateline_names_agency_and_day(
    furniture: Furniture, opening: str, outlet: str | None, day: str | None
) -> None:
    found = read_dateline(opening + " the valley on Tuesday.", furniture.outlets)
    assert found is not None
    assert (found.outlet, found.published) == (outlet, When.parse(day) if day else None)


@pytest.mark.parametrize(
    "opening",
    [
        "Halden City – Troops left the valley.",
        "HALDEN CITY, Dec 7 — Troops left the valley.",
        "Jon Vael (Greens) – the only one to vote against – left.",
        "The treaty (Article 5) - signed in 2019 - is void.",
        "Serrat will, the envoy said — in December 2021 — leave.",
    ],
)
def test_other_openings_are_no_dateline_with_agency_or_day(furniture: Furniture, opening: str) -> None:
    assert read_dateline(opening, furniture.outlets) is None


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Troops leave the valley | The Halden Herald", "The Halden Herald"),
        ("Troops leave the valley - Serrat News Agency", "Serrat News Agency"),
        ("Troops leave the valley | Conflict News", None),
        ("Troops leave the valley | World", None),
        ("Envoy: no deal – Serrat", None),
        ("Troops leave the valley", None),
    ],
)
def test_a_title_ends_in_a_masthead_only_where_its_words_say_so(
    furniture: Furniture, title: str, outlet: str | None
) -> None:
    assert read_masthead(title, furniture.outlets) == outlet


def test_a_credit_goes_before_a_dateline(furniture: Furniture) -> None:
    text = "HALDEN CITY (AP) — Troops left the valley.\n\nThis story originally appeared in Serrat Times."
    assert find_outlet(find_paragraphs(text), [], None, furniture) == ("Serrat Times", "credit")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Halden Daily > World > Neighbours", "Halden Daily"),
        ("THE HALDEN HERALD", "THE HALDEN HERALD"),
        ("Serrat Evening News | Home | World", "Serrat Evening News"),
        ("ILM News", "ILM News"),
        ("AP", "Associated Press"),
        ("Home > World", None),
        ("World News | Sport", None),
        ("Live TV | Radio", None),
        ("Political Correspondent", None),
    ],
)
def test_a_masthead_is_told_by_its_words(furniture: Furniture, line: str, outlet: str | None) -> None:
    assert read_masthead_line(line, furniture) == outlet


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.haldenherald.example/world/1", ("haldenherald.example", "address")),
        ("http://Serrat.example", ("serrat.example", "address")),
        ("not an address", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_gives_its_host(url: str | None, outlet: tuple[str, str] | None) -> None:
    assert outlet_of_address(url) == outlet
