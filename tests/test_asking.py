"""The commands that ask: what follows, what falls without a source, what a person decides."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from standoff.cli import app
from standoff.store.file import Store
from tests.brief.course import course
from tests.test_cli import store_of


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(course(), tmp_path_factory.mktemp("stores") / "crisis.standoff")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A store that the test may change."""
    return store_of(course(), tmp_path / "crisis.standoff")


@pytest.mark.parametrize("command", ["scenario", "without", "judge"])
def test_help_shows_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"standoff {command} crisis.standoff" in " ".join(result.stdout.split())


def test_a_scenario_is_told_in_words_and_as_a_fact(file: Path, tmp_path: Path) -> None:
    condition = "A new battalion enters the Orrin valley"
    told, fact = run("scenario", file, "--if", condition), run("scenario", file, "--if", condition, "--json")
    assert told.stdout.startswith(f"If {condition}\n")
    found = json.loads(fact.stdout)
    assert (found["kind"], found["if"]) == ("scenario", condition)
    assert set(found["triggered"]) | set(found["violated"]) | set(found["standing"]) <= {
        obligation.id for obligation in course().obligations
    }
    assert run("scenario", file, "--if", condition, "--format", "facts").stdout == fact.stdout
    out = tmp_path / "scenario.txt"
    assert run("scenario", file, "--if", condition, "-o", out).stdout == ""
    assert out.read_text().startswith(f"If {condition}\n")


def test_a_condition_that_nothing_is_bound_to_says_so(file: Path) -> None:
    result = run("scenario", file, "--if", "the moon is full")
    assert result.exit_code == 1
    assert "No commitment in these documents has this for a condition" in result.stdout
    assert "is bound to this" in result.stderr


def test_what_falls_is_told_in_words_and_as_json(file: Path) -> None:
    told = run("without", file, "--document", "1")
    assert told.exit_code == 0
    assert "Taken away: 1 document [1]" in told.stdout
    found = json.loads(run("without", file, "--outlet", "vareth courier", "--json").stdout)
    assert len(found["documents"]) == 1
    assert run("without", file, "--document", "reports/01.txt", "--json").stdout == (
        run("without", file, "--outlet", "Vareth Courier", "--json").stdout
    )


def test_an_unnamed_source_can_be_taken_away(file: Path) -> None:
    found = json.loads(run("without", file, "--speaker", "senior defence official", "--json").stdout)
    assert found["documents"] == []
    assert len(found["attributions"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("scenario", "--if", " "), 2, "--if needs words"),
        (("without",), 2, "say what is taken away"),
        (("without", "--document", "99"), 1, "no document '99'"),
        (("without", "--outlet", "No Such Outlet"), 1, "is of No Such Outlet"),
        (("judge", "ffffffffffff", "wrong"), 2, "no record has an id"),
        (("judge", "ffffffffffff", "maybe"), 2, "'maybe' is no verdict"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(file: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    command, *rest = arguments
    result = run(command, file, *rest)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_judgement_is_kept_listed_honoured_and_taken_back(own: Path) -> None:
    wrong = next(each for study in course().studies for each in study.events)
    assert run("judge", own, wrong.id[:10], "wrong", "--by", "Ada", "--note", "a slip").exit_code == 0
    listed = run("show", own, "judgements", "--limit", "0").stdout
    assert "- wrong:" in listed
    assert "a slip" in listed
    with Store.open(own) as store:
        held = {event for happening in store.dossier().happenings for event in happening.events}
    assert wrong.id not in held
    assert run("judge", own, wrong.id, "unsure", "--by", "Ada").exit_code == 0
    with Store.open(own) as store:
        held = {event for happening in store.dossier().happenings for event in happening.events}
    assert wrong.id in held
