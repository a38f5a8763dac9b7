"""``standoff brief --format html`` and ``standoff verify``: the sample crisis from its store to its page and back."""

from __future__ import annotations

import base64
import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree, html  # type: ignore[import-untyped]
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from standoff.brief.html.page import draw
from standoff.brief.html.reading import brief_in, pictures_in
from standoff.cli import app, console
from standoff.core.dossier import Dossier
from standoff.store.file import Store

pytestmark = pytest.mark.slow

MOST_BYTES = 1_500_000
"""The brief of the sample has some 600,000; a brief of any crisis is to stay under three million."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture(scope="module")
def page(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("brief") / "brief.html"
    result = run("brief", sample_store, "--format", "html", "-o", made)
    assert (result.exit_code, result.output) == (0, "")
    return made


def test_the_brief_of_the_sample_holds(page: Path, sample_store: Path) -> None:
    result = run("verify", page, "--against", sample_store)
    assert result.exit_code == 0
    told = re.fullmatch(r"(\d+) sentences, (\d+) quotations, (\d+) passages of 21 reports: all hold\.\n", result.output)
    assert told is not None
    assert all(int(number) > 150 for number in told.groups())


def test_json_tells_the_same(page: Path, sample_store: Path) -> None:
    checked = json.loads(run("verify", page, "--against", sample_store, "--json").stdout)
    assert (checked["faults"], checked["told_otherwise"], checked["reports"]) == ([], [], 21)


def test_the_page_goes_to_the_terminal_too_and_is_the_same_wherever_the_store_lies(
    page: Path, sample_store: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere" / sample_store.name
    moved.parent.mkdir()
    shutil.copy(sample_store, moved)
    assert run("brief", moved, "--format", "html").stdout_bytes == page.read_bytes()
    assert str(sample_store.parent).encode() not in page.read_bytes()


def test_it_has_its_pictures_and_asks_for_nothing(page: Path) -> None:
    root = html.document_fromstring(page.read_bytes().decode())
    parts = [section.get("id") for section in root.iter("section") if section.find("figure") is not None]
    assert parts == ["days", "timeline", "ledger", "figures", "sources", "actors"]
    assert all(image.get("alt") for image in root.iter("img"))
    sources = [node.get("src") for node in root.iter() if node.get("src")]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    outward = {link.get("href") for link in root.iter("a") if not link.get("href").startswith("#")}
    told = json.loads(root.get_element_by_id("standoff-brief").text)
    assert outward == {source["url"] for source in told["sources"] if source.get("url")}
    assert len(page.read_bytes()) < MOST_BYTES


def test_its_pictures_are_drawings_that_run_nothing(page: Path) -> None:
    for data in re.findall(rb"svg\+xml;base64,([^\"]+)", page.read_bytes()):
        picture = etree.fromstring(base64.b64decode(data))
        assert etree.QName(picture).localname == "svg"
        assert not picture.xpath("//*[local-name()='script' or local-name()='foreignObject'] | //@onload | //@style")


def test_a_number_changed_by_hand_is_caught_and_named(page: Path, sample_store: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "6,500" in text
    changed = tmp_path / "changed.html"
    changed.write_text(text.replace("6,500", "5,600", 1), encoding="utf-8")
    result = run("verify", changed, "--against", sample_store)
    assert result.exit_code == console.NOTHING_FOUND
    assert re.search(r"^sentence \d+: the page says “.*5,600.*”, its record “.*6,500.*”$", result.output, re.MULTILINE)
    assert f"{changed} does not hold against {sample_store}" in result.output


def test_what_another_version_made_is_said_to_be(page: Path, sample_store: Path, tmp_path: Path) -> None:
    brief = replace(brief_in(page.read_bytes()), made_by="0.0.1")
    older = tmp_path / "older.html"
    older.write_bytes(draw(brief, pictures_in(page.read_bytes())).replace(b"</style>", b"p{margin:1px}</style>", 1))
    result = run("verify", older, "--against", sample_store)
    assert result.exit_code == 0
    assert "Made by version 0.0.1, read by" in result.output


def test_a_store_of_other_reports_does_not_bear_it_out(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.standoff"
    with Store.open(other, create=True) as store:
        store.write_findings(Dossier(), "1")
    result = run("verify", page, "--against", other)
    assert result.exit_code == console.NOTHING_FOUND
    assert result.output.count(" is not in the store; ") == 21


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# Standoff brief\n", "it is no HTML brief"),
        (b"", "it is no HTML brief"),
        (b"<html><script id=standoff-brief>{}</script>", "another record"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_what_is_no_brief_is_refused_by_name(
    content: bytes | None, reason: str, sample_store: Path, tmp_path: Path
) -> None:
    given = tmp_path / "given.html"
    if content is not None:
        given.write_bytes(content)
    result = run("verify", given, "--against", sample_store)
    assert result.exit_code == console.CANNOT_OPEN
    assert reason in result.output
    assert str(given) in result.output.replace("\n", "")


def test_a_missing_store_and_a_folder_are_named(page: Path, tmp_path: Path, sample_store: Path) -> None:
    assert run("verify", page, "--against", tmp_path / "none.standoff").exit_code == console.CANNOT_OPEN
    folder = run("verify", tmp_path, "--against", sample_store)
    assert (folder.exit_code, "cannot be read: Is a directory" in folder.output) == (console.CANNOT_OPEN, True)


def test_the_store_is_never_written_over(sample_store: Path) -> None:
    before = sample_store.read_bytes()
    result = run("brief", sample_store, "--format", "html", "-o", sample_store)
    assert (result.exit_code, sample_store.read_bytes() == before) == (console.USAGE, True)
