"""Bylines: who wrote it and when, in a line before the article."""

from __future__ import annotations

import pytest

from standoff.core.when import When
from standoff.lexicon.furniture import Furniture
from standoff.read.byline import read_byline
from standoff.read.paragraphs import find_paragraphs


@pytest.mark.parametrize(
    ("line", "author", "published", "updated"),
    [
        ("By Mira Oster", "Mira Oster", None, None),
        ("By Mira Oster and Jon Vael", "Mira Oster and Jon Vael", None, None),
        ("By Mira Oster, Halden Herald", "Mira Oster", None, None),
        ("By Mira Oster | Dec 7, 2021", "Mira Oster", "2021-12-07", None),
        ("Mira Oster • 7 December 2021", None, "2021-12-07", None),
        ("Published: 7 December 2021", None, "2021-12-07", None),
        ("Published on Tuesday, December 7, 2021 at 10:32 a.m. EST", None, "2021-12-07", None),
        (
            "PUBLISHED 17:05 GMT, 7 December 2021 | UPDATED: 18:20 GMT, 8 December 2021",
            None,
            "2021-12-07",
            "2021-12-08",
        ),
        ("Updated 8 December 2021", None, None, "2021-12-08"),
        ("Last updated on: December 8, 2021 09:14", None, None, "2021-12-08"),
        ("Posted by: Jon Vael, 2021-12-07", "Jon Vael", "2021-12-07", None),
        ("Issued on: 07/12/2021", None, None, None),
        ("December 7, 2021 9:30 am", None, "2021-12-07", None),
        ("Halden City, 7 December 2021", None, "2021-12-07", None),
        ("5 min read", None, None, None),
        ("10:42 a.m. EST", None, None, None),
        ("2 hours ago", None, None, None),
        (
            "16.10.2019 08:40 | Author: Tomas Relik | translated from the Serrat edition",
            "Tomas Relik",
            "2019-10-16",
            None,
        ),
        ("By Marte Ekholm in Halden City", "Marte Ekholm", None, None),
        ("(December 5, 2021)", None, None, None),
    ],
)
def test_a_byline_is_read(
    furniture: Furniture, line: str, author: str | None, published: str | None, updated: str | None
) -> None:
    (paragraph,) = find_paragraphs(line)
    found = read_byline(paragraph, furniture.byline)
    assert found is not None
    assert (found.author, found.published, found.updated) == (
        author,
        When.parse(published) if published else None,
        When.parse(updated) if updated else None,
    )


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left the valley",
        "By the numbers: what the fleet costs",
        "Halden and Serrat sign the river treaty of May 2019",
        "The ministers met on 7 December 2021 and agreed to meet again.",
        "Talks end",
        "What we know about the raid of 3 March 2020",
    ],
)
def test_a_headline_or_sentence_is_no_byline(furniture: Furniture, line: str) -> None:
    (paragraph,) = find_paragraphs(line)
    assert read_byline(paragraph, furniture.byline) is None


def test_a_date_that_can_be_read_two_ways_is_told(furniture: Furniture) -> None:
    (paragraph,) = find_paragraphs("Published: 07/12/2021")
    found = read_byline(paragraph, furniture.byline)
    assert found is not None
    assert (found.published, found.undecided) == (None, "07/12/2021")
