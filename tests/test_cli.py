"""The command line: what it prints where, with which exit code, on stores made by hand."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from rich.console import Console
from rich.progress import Progress
from typer.testing import CliRunner, Result

from standoff import __version__
from standoff.brief.listing import LISTINGS
from standoff.cli import app
from standoff.cli.commands import Export
from standoff.cli.console import shell_name
from standoff.cli.progress import Bar, Lines
from standoff.cli.summary import summary_text
from standoff.core.dossier import Dossier
from standoff.core.findings import Dating
from standoff.core.records import Gap, Why
from standoff.export.formats import EXPORTS
from standoff.pipeline import Summary
from standoff.store.file import Store
from tests.brief.course import course
from tests.brief.crisis import crisis

STANDOFF = [sys.executable, "-c", "from standoff.cli import app; app()"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def run_apart(arguments: Sequence[str | Path], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own, with this environment."""
    command = [*STANDOFF, *map(str, arguments)]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, timeout=120, check=False)


def in_order(dossier: Dossier) -> Dossier:
    """As a store has it."""
    return msgspec.structs.replace(
        dossier,
        documents=tuple(sorted(dossier.documents, key=lambda document: document.id)),
        studies=tuple(sorted(dossier.studies, key=lambda study: study.doc)),
    )


def store_of(dossier: Dossier, path: Path) -> Path:
    """A store that holds the dossier."""
    with Store.open(path, create=True) as store:
        for document in dossier.documents:
            store.add_source(document.path, "0" * 64, "by hand", (document,), ())
        store.add_studies(dossier.studies, "by hand")
        for judgement in dossier.judgements:
            store.add_judgement(judgement)
        store.write_findings(in_order(dossier), "by hand")
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(crisis(), tmp_path_factory.mktemp("stores") / "crisis.standoff")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With findings of every kind."""
    return store_of(course(), tmp_path_factory.mktemp("stores") / "course.standoff")


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout == f"standoff {__version__}\n"


@pytest.mark.parametrize(
    "command", [[], ["build"], ["brief"], ["show"], ["explain"], ["read"], ["export"], ["examples"]]
)
def test_help_shows_an_example_of_each_command(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert not command or re.search(rf"Examples?: standoff .*{command[0]}", " ".join(result.stdout.split()))


def test_help_tells_the_exit_codes() -> None:
    told = " ".join(run("--help").stdout.split())
    assert "0 done; 1 nothing could be read, or nothing was found; 2 a wrong command line; 3 a store" in told


def test_help_starts_without_the_reader() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from standoff.cli import app;"
        "CliRunner().invoke(app, ['--help']); CliRunner().invoke(app, ['show', '--help']);"
        "print([name for name in ('onnxruntime', 'numpy', 'trafilatura', 'sqlite3') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_is_stored_is_shown_without_the_reader(file: Path) -> None:
    commands = [["brief", str(file)], ["show", str(file), "gaps"], ["export", str(file), "--format", "facts"]]
    code = (
        "import sys; from typer.testing import CliRunner; from standoff.cli import app;"
        f"codes = [CliRunner().invoke(app, command).exit_code for command in {commands!r}];"
        "print(max(codes), [name for name in ('onnxruntime', 'numpy', 'trafilatura') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0 []\n"


def test_brief_prints_text_in_a_hundred_columns_without_colour(file: Path) -> None:
    result = run("brief", file)
    assert result.exit_code == 0
    assert result.stdout.startswith("In short\n────────\n5 documents, 4 independent accounts")
    assert f"standoff show {file} 3:120-245" in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.replace(str(file), "").splitlines())) <= 100


def test_brief_writes_markdown_to_a_file(file: Path, tmp_path: Path) -> None:
    result = run("brief", file, "--format", "markdown", "-o", tmp_path / "brief.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("# Standoff brief\n\n## In short\n")


@pytest.mark.parametrize("kind", LISTINGS)
def test_show_lists_every_kind(whole: Path, kind: str) -> None:
    result = run("show", whole, kind)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) >= 2


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("accounts", 4),
        ("actors", 6),
        ("attributions", 12),
        ("utterances", 2),
        ("events", 3),
        ("figures", 1),
        ("commitments", 3),
        ("times", 4),
        ("documents", 5),
        ("gaps", 2),
    ],
)
def test_show_prints_the_lines_of_the_facts_file_as_json(file: Path, kind: str, number: int) -> None:
    lines = [json.loads(line) for line in run("show", file, kind, "--json").stdout.splitlines()]
    facts = [json.loads(line) for line in run("export", file, "--format", "facts").stdout.splitlines()]
    assert lines == [fact for fact in facts if fact["kind"] == kind.removesuffix("s")]
    assert len(lines) == number


def test_a_document_dated_by_another_is_printed_as_json(tmp_path: Path) -> None:
    dossier = crisis()
    undated = next(document for document in dossier.documents if document.published is None)
    told = next(document for document in dossier.documents if document.published is not None)
    assert told.published is not None
    why = Why("by hand", 1.0, "a test")
    dating = Dating(document=undated.id, published=told.published, documents=(told.id,), times=(), why=why)
    file = store_of(in_order(msgspec.structs.replace(dossier, datings=(dating,))), tmp_path / "dated.standoff")
    lines = [json.loads(line) for line in run("show", file, "documents", "--json").stdout.splitlines()]
    bases = {line["id"]: line["published_basis"] for line in lines}
    assert bases[undated.id] == "linked"
    (explained,) = run("explain", file, undated.id, "--json").stdout.splitlines()
    assert json.loads(explained)["published_basis"] == "linked"


def test_show_limits_and_chooses(file: Path) -> None:
    assert (
        "... and 10 more attributions: --limit 0 shows all" in run("show", file, "attributions", "--limit", "2").stdout
    )
    lines = run("show", file, "attributions", "--actor", "wesk", "--json").stdout.splitlines()
    assert {json.loads(line)["speaker"] for line in lines} == {"vesk"}
    assert len(run("show", file, "actors", "--limit", "3", "--json").stdout.splitlines()) == 3


def test_show_opens_a_place(file: Path) -> None:
    assert "that Ardania had closed the bridge" in " ".join(run("show", file, "1:198-232").stdout.split())


def test_explain_tells_a_record_by_its_id_its_beginning_or_its_place(file: Path) -> None:
    (fact,) = (json.loads(line) for line in run("show", file, "figures", "--json").stdout.splitlines())
    explained = run("explain", file, fact["id"])
    assert explained.exit_code == 0
    assert explained.stdout.startswith(f"figure {fact['id']}\n")
    assert run("explain", file, fact["id"][:8]).stdout == explained.stdout
    assert run("explain", file, "1:271-283").stdout == explained.stdout
    assert json.loads(run("explain", file, fact["id"], "--json").stdout) == fact


def test_explain_lists_what_stands_at_a_place(file: Path) -> None:
    result = run("explain", file, "1:200-260")
    kinds = re.findall(r"^- ([a-z]+) ", result.stdout, re.MULTILINE)
    assert kinds == ["attribution", "mention", "event", "mention"]
    lines = run("explain", file, "1:200-260", "--json").stdout.splitlines()
    assert sorted(json.loads(line)["kind"] for line in lines) == sorted(kinds)


def test_the_names_on_the_command_line_are_those_of_the_rooms() -> None:
    assert {format.value for format in Export} == set(EXPORTS)
    told = run("show", "--help").stdout
    assert all(kind in told for kind in LISTINGS)


def not_ours(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("notes of somebody's")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["brief", "nowhere.standoff"], 3, "nowhere.standoff"),
        (["brief", "NOT OURS"], 3, "notes.txt"),
        (["show", "FILE", "everything"], 2, "is no place"),
        (["show", "FILE", "9:1-2"], 2, "no document '9'"),
        (["show", "FILE", "gaps", "--actor", "x"], 2, "--actor goes with"),
        (["show", "FILE", "attributions", "--actor", "nobody"], 1, "there are no such attributions"),
        (["show", "FILE", "times", "--actor", "x"], 2, "--actor goes with actors, attributions, utterances, events"),
        (["explain", "FILE", "nonsense"], 1, "no record has the id 'nonsense'"),
        (["explain", "FILE", ""], 2, "ids begin with ''"),
        (["explain", "FILE", "9:1-2"], 2, "no document '9'"),
        (["explain", "FILE", "5:41-43"], 1, "there is no reading at 5:41-43"),
        (["brief", "FILE", "-o", "FILE"], 2, "is the store itself"),
        (["export", "FILE", "--format", "facts", "-o", "FILE"], 2, "is the store itself"),
        (["brief", "FILE", "-o", "/nowhere/at/all"], 3, "cannot be written"),
        (["export", "FILE", "--format", "csv"], 2, "csv"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(
    file: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    before = file.read_bytes()
    places = {"FILE": str(file), "NOT OURS": str(not_ours(tmp_path))}
    result = run(*(places.get(argument, argument) for argument in arguments))
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1 or code == 2
    assert file.read_bytes() == before


def test_a_store_that_holds_nothing_says_what_to_do(tmp_path: Path) -> None:
    empty = store_of(Dossier(), tmp_path / "empty.standoff")
    assert "Give it reports: standoff build PATHS..." in run("brief", empty).stdout
    assert run("show", empty, "utterances").exit_code == 1


def test_words_are_written_in_utf8_whatever_the_locale(file: Path) -> None:
    result = run_apart(["brief", file], LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert result.returncode == 0
    assert "“We ask for nothing more,”" in result.stdout.decode("utf-8")


@pytest.mark.slow
def test_build_makes_a_store_adds_to_it_and_sums_up(tmp_path: Path) -> None:
    report, out = tmp_path / "report.txt", tmp_path / "x y.standoff"
    report.write_text("The minister, Ira Vesk, said on Monday that the bridge would stay open.\n")
    first = run("build", report, tmp_path / "no where", "-o", out, "--jobs", "1")
    assert first.exit_code == 0, first.stderr
    told = " ".join(first.stdout.split())
    assert "files 1 (0 unchanged) documents 1 (1 new) independent accounts 1" in told
    assert "documents per second)" in told
    assert "What could not be read: no where: does not exist; check the path" in told
    assert told.endswith(f"Read it: standoff brief '{out}'")
    assert first.stderr.split("\n")[:3] == ["Looking: 1", "Reading: 1", "Studying: 1"]
    summary = json.loads(run("build", report, "-o", out, "--json", "--quiet").stdout)
    assert (summary["unchanged_files"], summary["documents_new"], summary["documents_given"]) == (1, 0, 1)
    quiet = run("build", report, "-o", out, "--quiet")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")
    assert "Ira Vesk" in run("brief", out).stdout


@pytest.mark.slow
def test_read_prints_the_facts_of_one_file(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("The minister, Ira Vesk, said on Monday that the bridge would stay open.\n")
    result = run("read", report)
    kinds = [json.loads(line)["kind"] for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert kinds[0] == "document"
    assert {"mention", "attribution"} <= set(kinds)
    assert not {"actor", "account", "utterance"} & set(kinds)


@pytest.mark.parametrize("command", ["build", "read"])
def test_where_nothing_can_be_read_the_run_fails_and_says_why(tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    rest = ["-o", str(tmp_path / "x.standoff")] if command == "build" else []
    results = [run(command, empty, *rest) for _ in range(2)]
    assert [result.exit_code for result in results] == [1, 1]
    assert "empty.txt: is empty" in results[0].output
    assert all("nothing could be read" in result.stderr for result in results)


def test_build_leaves_a_file_that_is_not_ours_alone(tmp_path: Path) -> None:
    other = not_ours(tmp_path)
    result = run("build", tmp_path, "-o", other)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert other.read_text() == "notes of somebody's"


def test_an_interrupted_build_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("standoff.pipeline.build", interrupted)
    result = run("build", tmp_path, "-o", tmp_path / "x.standoff")
    assert result.exit_code == 130
    assert "run the same command again to go on" in result.stderr
    assert "Traceback" not in result.stderr


def test_examples_names_a_folder_that_is_there() -> None:
    assert Path(run("examples").stdout.strip()).is_dir()


def test_long_stages_are_told_by_tenths(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    for name, total in (("Reading", 3), ("Waiting", 0), ("Studying", 200)):
        lines.stage(name, total)
        for _ in range(total):
            lines.step()
    told = capsys.readouterr().err.splitlines()
    assert told[:3] == ["Reading: 3", "Studying: 200", "Studying: 20 of 200"]
    assert told[-1] == "Studying: 200 of 200"
    assert len(told) == 12


def test_a_bar_shows_the_stage_at_hand() -> None:
    with Progress(console=Console(file=io.StringIO(), force_terminal=True)) as bar:
        shown = Bar(bar)
        for name, total in (("Reading", 2), ("Studying", 3)):
            shown.stage(name, total)
            shown.step()
        assert [(task.description, task.total, task.completed) for task in bar.tasks] == [("Studying", 3, 1)]


def test_a_summary_counts_the_gaps_it_does_not_show() -> None:
    gaps = tuple(Gap(path=f"{number}.txt", room="read", reason="is \x1bempty") for number in range(25))
    summary = Summary(
        files=26,
        unchanged_files=0,
        documents_given=1,
        documents_new=0,
        documents=1,
        accounts=1,
        attributions=0,
        events=0,
        figures=0,
        commitments=0,
        actors=0,
        utterances=0,
        happenings=0,
        obligations=0,
        discrepancies=0,
        gaps=25,
        new_gaps=gaps,
        seconds=1.25,
        documents_per_second=None,
    )
    told = summary_text(summary, "x.standoff")
    assert told.count("is ␛empty") == 20
    assert "  ... and 5 more gaps: standoff show x.standoff gaps --limit 0\n" in told
    assert "seconds               1.2\n" in told


@pytest.mark.parametrize(
    ("path", "typed"),
    [("a/b-c.standoff", "a/b-c.standoff"), ("a b", "'a b'"), ("it's; rm", "'it'\\''s; rm'"), ("$(x)", "'$(x)'")],
)
def test_a_path_in_a_hint_can_be_typed(path: str, typed: str) -> None:
    assert shell_name(Path(path)) == typed


@pytest.mark.parametrize("command", [["brief"], ["export", "--format", "facts"]])
def test_a_reader_that_leaves_early_is_no_error(file: Path, command: list[str]) -> None:
    line = shlex.join([*STANDOFF, *command, str(file)]) + " | true"
    result = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=120, check=False)
    assert result.stderr == ""


def test_words_of_others_reach_no_stream_raw(tmp_path: Path) -> None:
    gap = Gap(path="\x1b[2J\u202e.txt", room="read", reason="\x9b31m[red]bad[/red]")
    path = store_of(msgspec.structs.replace(crisis(), gaps=(gap,)), tmp_path / "hostile.standoff")
    for arguments in (["brief", path], ["show", path, "gaps"], ["show", path, "gaps", "--json"], ["brief", "\x1b[2J"]):
        result = run(*arguments)
        assert not set(result.output) & set("\x1b\x9b\u202e")
