"""``standoff read FILE --html``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from standoff.cli import app
from tests.brief.report.pages import parsed, text_of, words_of

TEXT = "The minister, Ira Vesk, said on Monday that the bridge would stay open.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)])


@pytest.mark.slow
def test_a_report_is_drawn_on_one_page(tmp_path: Path) -> None:
    given, page = tmp_path / "report.txt", tmp_path / "page.html"
    given.write_text(TEXT)
    result = run(given, "--html", "-o", page)
    assert (result.exit_code, result.output) == (0, "")
    assert words_of(page.read_bytes()) == [TEXT]
    assert "Ira Vesk" in [text_of(node) for node in parsed(page.read_bytes()).iter("b")]
    assert run(given, "--html").stdout_bytes == page.read_bytes()


@pytest.mark.slow
def test_facts_go_to_a_file_too(tmp_path: Path) -> None:
    given, facts = tmp_path / "report.txt", tmp_path / "facts.jsonl"
    given.write_text(TEXT)
    assert run(given, "-o", facts).output == ""
    assert json.loads(facts.read_text().splitlines()[0])["kind"] == "document"


@pytest.mark.parametrize("options", [[], ["--html"]])
def test_the_report_itself_is_never_written_over(tmp_path: Path, options: list[str]) -> None:
    given = tmp_path / "empty.txt"
    given.touch()
    assert run(given, *options, "-o", given).exit_code == 2
    assert given.read_bytes() == b""


def test_where_nothing_can_be_read_the_page_says_why(tmp_path: Path) -> None:
    given, page = tmp_path / "empty.txt", tmp_path / "page.html"
    given.touch()
    assert run(given, "--html", "-o", page).exit_code == 1
    assert "is empty" in text_of(parsed(page.read_bytes()))
