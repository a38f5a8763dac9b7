"""The knowledge files keep to their own editorial rule."""

from __future__ import annotations

from importlib.resources import files

import msgspec
import pytest

from standoff.lexicon.furniture import Furniture, compile_templates
from standoff.read.paragraphs import find_paragraphs
from standoff.read.roles import masked

LISTS = ("lines", "sentences", "heads", "last", "captions")


def written(name: str) -> dict[str, list[str]]:
    return msgspec.yaml.decode((files("standoff") / "resources" / name).read_bytes(), type=dict)


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_written_as_it_is_compared(furniture: Furniture, name: str) -> None:
    """Fill each ``*`` with words: the paragraph this makes must be found by its own template."""
    templates = getattr(furniture, name)
    for line in written("furniture.yaml")[name]:
        counted = name in ("heads", "last")
        filled = line.replace("*", " some words here ")
        (paragraph,) = find_paragraphs(filled.replace("#", "12") if counted else filled)
        assert templates.match(masked(paragraph.key) if counted else paragraph.key), line


@pytest.mark.parametrize("name", LISTS)
def test_no_line_is_listed_twice(name: str) -> None:
    lines = written("furniture.yaml")[name]
    assert sorted(lines) == sorted(set(lines))


def test_every_credit_has_a_place_for_the_name() -> None:
    assert all(line.count("*") == 1 for line in written("outlets.yaml")["credits"])


@pytest.mark.parametrize(
    ("key", "matches"),
    [
        ("read more", True),
        ("read more now", False),
        ("share on", True),
        ("share on anything", True),
        ("the post x appeared first on y", True),
        ("the post appeared", False),
        ("x contributed to this report", True),
        ("ab", False),
        ("aba", True),
        ("share on " + "word " * 50, False),
        ("", False),
    ],
)
def test_a_star_stands_for_any_words(key: str, matches: bool) -> None:
    lines = ["read more", "share on*", "the post*appeared first on*", "* contributed to this report", "ab*ba", "ab*a"]
    assert compile_templates(lines).match(key) is matches
