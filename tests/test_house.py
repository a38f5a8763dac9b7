"""The laws of the house that no other tool keeps: what is not documented does not exist, and nothing outgrows reading.

Documentation is read as it is written: a thing is documented where its name stands in backticks in the section that
is about it, and what a text shows to be typed must be something that can be typed.
"""

import ast
import inspect
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
import typer
import yaml

from standoff import __version__
from standoff.brief.listing import LISTINGS
from standoff.cli import app, console
from standoff.cli.commands import Export, Format
from standoff.core import claims, course, dossier, findings, judgements, parse, records, span, vocabulary, when
from standoff.export.finding_records import (
    AnyFact,
    ClaimFact,
    DifferenceFact,
    JoinFact,
    MetonymFact,
    MoveFact,
    PointFact,
    RoleFact,
    ScenarioFact,
    SideFact,
    Site,
    StageFact,
    StepFact,
)
from standoff.store.asking.kinds import KINDS as ASKED
from standoff.store.connect import SCRIPTS
from standoff.web.pages.pictures import PICTURES
from standoff.web.templating import MENU

ROOT = Path(__file__).parents[1]
TEXTS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "training/*.md", "benchmarks/*.md", "src/standoff/*/**/*.md")
    for path in ROOT.glob(pattern)
)
CODE = sorted(path for folder in ("src", "training", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MOST_LINES = 400
MOST_FUNCTION_LINES = 50
MOST_MAKEFILE_LINES = 43

NAME = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"(#+) ")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def names(part: str) -> set[str]:
    """What stands in backticks."""
    return set(NAME.findall(part))


def section(path: str, heading: str) -> str:
    """What follows a heading up to the next one of its level or above. Empty where there is no such heading."""
    lines = iter(text(path).splitlines())
    found = next((line for line in lines if HEADING.match(line) and line.lstrip("# ") == heading), None)
    if found is None:
        return ""
    level = len(found) - len(found.lstrip("#"))
    return "\n".join(takewhile(lambda line: not (m := HEADING.match(line)) or len(m[1]) > level, lines))


def table_rows(part: str) -> Iterator[tuple[str, str]]:
    """Each row of the tables in a part of a text: its first cell and the rest."""
    for line in part.splitlines():
        if line.startswith("| "):
            first, _, rest = line[2:].partition(" | ")
            yield first.strip(), rest


def row(part: str, name: str) -> str:
    """The row of a part's tables that is about a name; empty where none is."""
    return next((rest for first, rest in table_rows(part) if first == f"`{name}`"), "")


def blocks(path: str, *languages: str) -> Iterator[str]:
    return (found[2] for found in FENCE.finditer(text(path)) if found[1] in languages)


# Commands ------------------------------------------------------------------------------------------------------

GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands
OF_ALL = {"--help", "-h"}


def options(command: Any) -> set[str]:
    return {name for param in command.params if param.param_type_name == "option" for name in param.opts}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_all_it_takes(name: str) -> None:
    told = names(section("docs/commands.md", f"`standoff {name}`"))
    taken = {param.metavar for param in COMMANDS[name].params if param.param_type_name == "argument"}
    assert options(COMMANDS[name]) | taken <= told
    assert {said for said in told if said.startswith("-")} <= options(COMMANDS[name]) | OF_ALL


@pytest.mark.parametrize(
    ("command", "choices"),
    [("brief", [each.value for each in Format]), ("export", [each.value for each in Export]), ("show", [*LISTINGS])],
)
def test_what_an_option_may_be_is_documented(command: str, choices: list[str]) -> None:
    assert set(choices) <= names(section("docs/commands.md", f"`standoff {command}`"))


def test_options_without_a_command_are_documented() -> None:
    assert options(GROUP) | OF_ALL <= names(section("docs/commands.md", "Without a command"))


def test_exit_codes_are_documented_and_no_others() -> None:
    made = ast.parse(inspect.getsource(console)).body
    constants = [
        node.value.value for node in made if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    codes = {value for value in constants if isinstance(value, int)}
    assert codes, "the codes are constants of the console"
    told = {first for first, _ in table_rows(section("docs/commands.md", "Exit codes")) if first.strip("`").isdigit()}
    assert told == {f"`{code}`" for code in codes | {0}}


def typed() -> list[tuple[str, str]]:
    """Every command of ours that a text shows, with the text."""
    shown = ((path, line) for path in TEXTS for block in blocks(path, "sh", "console") for line in block.splitlines())
    bare = ((path, line.removeprefix("$ ").split("  #")[0].strip()) for path, line in shown)
    parts = ((path, part) for path, line in bare for part in re.split(r"&&|\|", line))
    return [(path, part.strip()) for path, part in parts if part.strip().startswith("standoff ")]


@pytest.mark.parametrize(("path", "line"), typed())
def test_what_a_text_tells_to_type_exists(path: str, line: str) -> None:
    _, name, *rest = shlex.split(line.replace("$(standoff examples)", "reports"))
    assert name in COMMANDS or name in OF_ALL | options(GROUP), path
    if name in COMMANDS:
        assert {part for part in rest if part.startswith("-")} <= options(COMMANDS[name]) | OF_ALL, path


def test_texts_tell_something_to_type() -> None:
    assert {"README.md", "docs/start.md", "docs/commands.md"} <= {path for path, _ in typed()}


# The store -----------------------------------------------------------------------------------------------------


@cache
def schema() -> str:
    return "".join((files("standoff.store") / script).read_text(encoding="utf-8") for script in SCRIPTS)


def tables() -> dict[str, list[str]]:
    """Every table and view of a store with its columns, but those that SQLite keeps for itself."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema())
        found = connection.execute(
            "SELECT name FROM pragma_table_list"
            " WHERE schema = 'main' AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        return {name: [column[1] for column in connection.execute(f"PRAGMA table_info({name})")] for (name,) in found}


@pytest.mark.parametrize(("table", "columns"), tables().items(), ids=tables())
def test_a_table_of_the_store_is_documented_with_its_columns(table: str, columns: list[str]) -> None:
    assert set(columns) <= names(row(section("docs/data-model.md", "The store"), table))


@pytest.mark.parametrize("query", [*blocks("docs/data-model.md", "sql")])
def test_a_query_in_the_data_model_runs(query: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema())
        assert connection.execute(query).fetchall() == []


# Records and facts ---------------------------------------------------------------------------------------------

KINDS: dict[str, Any] = {kind.__struct_config__.tag: kind for kind in (*get_args(AnyFact), ScenarioFact)}
PARTS = (
    records.Why, when.When, findings.Independent, Site, RoleFact, JoinFact, MetonymFact, DifferenceFact, StageFact,
    ClaimFact, MoveFact, PointFact, SideFact, StepFact,
)  # fmt: skip


def fields(struct: Any) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_fact_is_documented_with_its_fields(kind: str) -> None:
    told = {first for first, _ in table_rows(section("docs/data-model.md", f"`{kind}`"))}
    assert {f"`{field}`" for field in fields(KINDS[kind])} <= told


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_fact_is_documented_with_its_fields(part: type) -> None:
    assert fields(part) <= names(section("docs/data-model.md", "Parts of facts"))


@pytest.mark.parametrize("module", [claims, course, dossier, findings, judgements, parse, records, span, when])
def test_a_record_is_documented(module: Any) -> None:
    own = {name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__}
    structs = {name for name in own if isinstance(getattr(module, name), msgspec.StructMeta)}
    assert structs, "a module of records has records"
    assert structs <= names(section("docs/data-model.md", "Records"))


CLOSED_LISTS = [name for name, value in vars(vocabulary).items() if get_origin(value) is Literal]


def test_there_are_closed_lists() -> None:
    assert {"Act", "EventType", "Factuality", "Hedge", "Force"} <= {*CLOSED_LISTS}


@pytest.mark.parametrize("words", CLOSED_LISTS)
def test_the_words_of_a_closed_list_are_in_the_glossary(words: str) -> None:
    assert set(get_args(getattr(vocabulary, words))) <= names(text("GLOSSARY.md"))


# The project ---------------------------------------------------------------------------------------------------


def test_every_benchmark_is_documented() -> None:
    commands = {path.name for path in (ROOT / "benchmarks").glob("*.py") if "def main(" in path.read_text("utf-8")}
    told = names(text("benchmarks/README.md"))
    assert {name for name in commands if not any(name in said for said in told)} == set()


@pytest.mark.parametrize("folder", ["benchmarks", "training"])
def test_what_a_script_takes_is_documented(folder: str) -> None:
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / folder).glob("*.py")))
    taken = set(re.findall(r'add_argument\("(--[a-z-]+)"', sources))
    assert taken
    assert {option for option in taken if option not in text(f"{folder}/README.md")} == set()


@pytest.mark.parametrize("path", TEXTS)
def test_a_link_leads_to_a_file(path: str) -> None:
    missing = [link for link in LINK.findall(text(path)) if not (ROOT / path).parent.joinpath(link).exists()]
    assert missing == []


def test_decisions_are_numbered_without_a_gap_and_say_why_not() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [note.name[:4] for note in notes] == [f"{number:04}" for number in range(1, len(notes) + 1)]
    assert [note.name for note in notes if not text(f"docs/decisions/{note.name}").startswith("# Why not ")] == []


def test_the_citation_and_the_changelog_are_of_this_version() -> None:
    cited = yaml.safe_load(text("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert (cited["cff-version"], cited["version"], cited["license"]) == ("1.2.0", __version__, "Apache-2.0")
    assert re.search(rf"^## \[{re.escape(__version__)}\]", text("CHANGELOG.md"), re.MULTILINE)


def test_knowledge_opens_with_its_editorial_rule() -> None:
    for path in sorted((ROOT / "src/standoff/resources").glob("*.yaml")):
        opening = "\n".join(takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").splitlines()))
        assert re.search(r"\brule\b", opening, re.IGNORECASE), path.name


def test_the_makefile_stays_short() -> None:
    assert len(text("Makefile").splitlines()) <= MOST_MAKEFILE_LINES


# Sizes ---------------------------------------------------------------------------------------------------------


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in CODE if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [path.relative_to(ROOT).as_posix() for path in silent] == []


def test_no_file_is_longer_than_a_person_reads() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in [*CODE, *TESTS]}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path.relative_to(ROOT).as_posix()}: {node.name}": node.end_lineno - node.lineno + 1
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert {name: size for name, size in long.items() if size > MOST_FUNCTION_LINES} == {}


@pytest.mark.parametrize("kind", ASKED, ids=[kind.name for kind in ASKED])
def test_every_filter_of_the_api_is_documented(kind: Any) -> None:
    row = next(line for line in section("docs/api.md", "Kinds").splitlines() if line.startswith(f"| `{kind.name}` |"))
    assert names(row) == {kind.name, *kind.asked.__struct_fields__}
    assert ("| yes |" in row) == (kind.whole is not None)


def test_every_page_of_the_menu_is_shown_in_the_documentation() -> None:
    headings = {line.lstrip("# ") for line in text("docs/pages.md").splitlines() if HEADING.match(line)}
    assert {name for _, name in MENU} <= headings


def test_every_picture_is_documented() -> None:
    shown = set(re.findall(r"pictures/(\w+)\.svg", text("docs/pictures.md")))
    assert shown == set(PICTURES)
