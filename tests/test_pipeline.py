"""The way through all rooms, with a work that needs no reader: what is done once, what is lost, what is the same."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from standoff.brief.finders import finder_of
from standoff.core.errors import UnreadableError
from standoff.core.integrity import study_faults
from standoff.core.records import Attribution, Document, Gap, Mention, Study
from standoff.engines import KILLED, Cores, Engine, Here, engine_for
from standoff.export.facts import facts
from standoff.pipeline import Summary, build, read_alone, studying, version_of
from standoff.read.acquire import fingerprint
from standoff.read.discover import SourceFile
from standoff.resolve.assemble import KINDS
from standoff.store.file import Store
from tests.builders import BY_HAND

SAID = re.compile(r"(?P<who>[A-Z][a-z]+ [A-Z][a-z]+) said (?P<what>[^.]+)\.")
REPORTS = {
    "a.txt": "Ira Vesk said the valley is closed. Tomas Hale said the bridge must open by Friday.\n",
    "b.txt": "Tomas Hale said the bridge must open by Friday, and not a day later.\n",
    "deep/c.txt": "On Monday Olga Brenn said no talks are planned.\n",
    "d.jsonl": '{"id": "1", "text": "Ira Vesk said the valley is shut."}\n'
    '{"id": "2", "text": "Olga Brenn said nothing."}\n',
}


def find_said(document: Document) -> Study:
    """Names and what they said, by a pattern."""
    mentions, attributions = [], []
    for found in SAID.finditer(document.text):
        who, what = document.span(*found.span("who")), document.span(*found.span("what"))
        mention = Mention(at=who, type="person", form="name", name=who, why=BY_HAND)
        mentions.append(mention)
        attributions.append(
            Attribution(
                source=who,
                cue=None,
                content=(what,),
                mode="indirect",
                act="asserts",
                speaker=mention.id,
                why=BY_HAND,
            )
        )
    return Study(doc=document.id, mentions=tuple(mentions), attributions=tuple(attributions))


def die_on_monday(document: Document) -> Study:
    if "Monday" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return find_said(document)


class Told:
    """A progress that remembers."""

    def __init__(self) -> None:
        self.stages: dict[str, int] = {}
        self.steps = 0

    def stage(self, name: str, total: int) -> None:
        self.stages[name] = total

    def step(self) -> None:
        self.steps += 1


def put(folder: Path, reports: dict[str, str]) -> Path:
    for name, text in reports.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(
    paths: Sequence[Path], file: Path, engine: Engine | None = None, work: Callable[[Document], Study] = find_said
) -> tuple[Summary, bytes, dict[str, int]]:
    """Build, and give the summary, the facts and the stages with their sizes."""
    told = Told()
    with Store.open(file, create=True) as store:
        summary = build(paths, store, engine or Here(), told, work)
        assert told.steps == sum(told.stages.values())
        return summary, facts(store.dossier()), told.stages


def reasons(summary: Summary) -> dict[str, str]:
    return {gap.path: gap.reason for gap in summary.new_gaps}


def test_a_folder_becomes_a_dossier(tmp_path: Path) -> None:
    summary, exported, stages = run([put(tmp_path / "reports", REPORTS)], tmp_path / "x.standoff")
    assert (summary.files, summary.documents, summary.documents_new, summary.documents_given) == (4, 5, 5, 5)
    assert (summary.attributions, summary.gaps, summary.new_gaps) == (6, 0, ())
    assert (summary.events, summary.figures, summary.commitments) == (0, 0, 0)
    assert stages == {"Looking": 4, "Reading": 4, "Studying": 5, "Comparing": KINDS + 1}
    assert exported.count(b'"kind":"attribution"') == 6
    assert summary.documents_per_second is not None


def test_a_second_build_redoes_nothing(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    _, first, _ = run([reports], tmp_path / "x.standoff")
    before = (tmp_path / "x.standoff").read_bytes()
    summary, second, stages = run([reports], tmp_path / "x.standoff")
    assert second == first
    assert stages == {"Looking": 4, "Reading": 0, "Studying": 0, "Comparing": 1}
    assert (summary.unchanged_files, summary.documents_new, summary.documents_given) == (4, 0, 5)
    assert (tmp_path / "x.standoff").read_bytes() == before


def test_only_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    run([reports], tmp_path / "x.standoff")
    put(reports, {"e.txt": "Ira Vesk said more.\n", "a.txt": "Ira Vesk said less.\n"})
    summary, _, stages = run([reports], tmp_path / "x.standoff")
    assert stages == {"Looking": 5, "Reading": 2, "Studying": 2, "Comparing": KINDS + 1}
    assert summary.unchanged_files == 3
    assert summary.documents == 7  # what a.txt said before is evidence still


def apart(tmp_path: Path) -> list[Path]:
    """Each report in a folder of its own."""
    return [put(tmp_path / name, {path: text}) for name, (path, text) in zip("wxyz", REPORTS.items(), strict=True)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_reports_in_any_order_give_the_same_facts(tmp_path: Path, jobs: int) -> None:
    folders = apart(tmp_path)
    _, expected, _ = run(folders, tmp_path / "once.standoff")
    with engine_for(jobs) as engine:
        _, turned, _ = run(folders[::-1], tmp_path / "turned.standoff", engine)
    assert turned == expected


def test_batches_in_any_order_give_what_one_build_gives(tmp_path: Path) -> None:
    folders = apart(tmp_path)
    _, expected, _ = run(folders, tmp_path / "once.standoff")
    for folder in reversed(folders):
        _, gathered, _ = run([folder], tmp_path / "batches.standoff")
    assert gathered == expected


@pytest.mark.parametrize("stop", range(5))
def test_an_interrupted_build_goes_on_where_it_was(tmp_path: Path, stop: int) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    _, expected, _ = run([reports], tmp_path / "whole.standoff")
    studied: list[str] = []

    def interrupted(document: Document) -> Study:
        if len(studied) == stop:
            raise KeyboardInterrupt
        studied.append(document.id)
        return find_said(document)

    with pytest.raises(KeyboardInterrupt):
        run([reports], tmp_path / "x.standoff", work=interrupted)
    _, resumed, stages = run([reports], tmp_path / "x.standoff")
    assert resumed == expected
    assert stages == {"Looking": 4, "Reading": 0, "Studying": 5 - stop, "Comparing": KINDS + 1}


def test_a_document_that_kills_its_process_is_a_gap_and_is_tried_again(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    with Cores(2) as engine:
        summary, _, _ = run([reports], tmp_path / "x.standoff", engine, die_on_monday)
    assert reasons(summary) == {"reports/deep/c.txt": KILLED.reason}
    assert summary.attributions == 5
    summary, _, stages = run([reports], tmp_path / "x.standoff")
    assert stages["Studying"] == 1
    assert (summary.attributions, summary.gaps) == (6, 0)


def test_bad_files_are_gaps_and_the_rest_is_built(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", {"good.txt": REPORTS["a.txt"], "empty.txt": ""})
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (reports / "nul.txt").write_bytes(b"Ira Vesk said\0 no.\n")
    (reports / "loop").symlink_to(reports)
    (reports / "lines.jsonl").write_text('{"text": "Ira Vesk said yes.\\ud800"}\n{broken\n{"id": 3}\n')
    (reports / os.fsdecode(b"\xff\xfe.txt")).write_text("Olga Brenn said so.\n")
    summary, _, _ = run([reports, tmp_path / "nowhere"], tmp_path / "x.standoff")
    assert {"reports/empty.txt", "reports/binary.txt", "reports/loop", "nowhere"} <= set(reasons(summary))
    assert any(path.startswith("reports/lines.jsonl") for path in reasons(summary))
    assert summary.documents >= 2
    again, _, stages = run([reports, tmp_path / "nowhere"], tmp_path / "x.standoff")
    assert stages["Reading"] == stages["Studying"] == 0
    assert again.gaps == summary.gaps


def test_nothing_readable_gives_no_document(tmp_path: Path) -> None:
    for _ in range(2):
        summary, _, _ = run([put(tmp_path / "reports", {"empty.txt": ""})], tmp_path / "x.standoff")
        assert (summary.documents_given, summary.documents, summary.gaps) == (0, 0, 1)


def test_a_folder_that_was_empty_once_is_no_gap_for_ever(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    summary, _, _ = run([reports], tmp_path / "x.standoff")
    assert summary.gaps == 1
    summary, gathered, _ = run([put(reports, REPORTS)], tmp_path / "x.standoff")
    assert summary.gaps == 0
    _, expected, _ = run([reports], tmp_path / "whole.standoff")
    assert gathered == expected


@pytest.mark.parametrize("name", ["x.standoff", "x.db"])
def test_the_store_is_no_report_wherever_it_stands(tmp_path: Path, name: str) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    for _ in range(2):
        summary, _, _ = run([reports], reports / name)
        assert (summary.files, summary.gaps) == (4, 0)


def refuse(document: Document) -> Study:
    gap = Gap(path=document.path, room="extract", reason="is too strange", doc=document.id)
    return Study(doc=document.id, gaps=(gap,))


def test_the_gaps_of_studies_are_told(tmp_path: Path) -> None:
    summary, exported, _ = run([put(tmp_path / "reports", REPORTS)], tmp_path / "x.standoff", work=refuse)
    assert len(summary.new_gaps) == summary.gaps == 5
    assert exported.count(b"is too strange") == 5


def test_one_path_is_read_without_a_store(tmp_path: Path) -> None:
    alone = read_alone(put(tmp_path / "reports", REPORTS | {"empty.txt": ""}), find_said)
    assert len(alone.documents) == len(alone.studies) == 5
    assert [gap.path for gap in alone.gaps] == ["reports/empty.txt"]


def test_a_version_is_of_what_the_folders_hold() -> None:
    versions = [version_of(["core"]), version_of(["core", "read"]), version_of(["read", "core"])]
    assert versions[0] != versions[1] == versions[2]
    assert version_of(["core"]) == versions[0]


BUILD = """
import sys, time
from pathlib import Path
from standoff.engines import Here
from standoff.pipeline import build
from standoff.read.acquire import fingerprint
from standoff.read.discover import SourceFile
from standoff.store.file import Store
from tests.test_pipeline import Told, find_said

def slowly(document):
    Path(sys.argv[3]).touch()
    time.sleep(0.1)
    return find_said(document)

with Store.open(Path(sys.argv[2]), create=True) as store:
    build([Path(sys.argv[1])], store, Here(), Told(), slowly)
"""


def test_a_killed_build_leaves_a_store_that_opens_and_goes_on(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", REPORTS)
    _, expected, _ = run([reports], tmp_path / "whole.standoff")
    begun = tmp_path / "begun"
    command = [sys.executable, "-c", BUILD, str(reports), str(tmp_path / "x.standoff"), str(begun)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[1]) as process:
        deadline = time.monotonic() + 120
        while not begun.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.15)
        process.kill()
    _, resumed, stages = run([reports], tmp_path / "x.standoff")
    assert stages["Reading"] == 0
    assert resumed == expected


@pytest.mark.slow
def test_the_reader_that_ships_finds_who_said_what(tmp_path: Path) -> None:
    text = 'The minister, Ira Vesk, said on Monday: "We will not close the bridge." Tomas Hale denied it.\n'
    alone = read_alone(put(tmp_path, {"a.txt": text}) / "a.txt", studying(1))
    document, study = alone.documents[0], alone.studies[0]
    told = {document.quote(piece) for said in study.attributions for piece in said.content}
    assert any("We will not close the bridge." in words for words in told)
    assert any(mention.name is not None and document.quote(mention.name) == "Ira Vesk" for mention in study.mentions)


def test_a_file_whose_bytes_cannot_be_had_is_a_gap_until_they_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(file: SourceFile) -> str:
        if file.path.endswith("a.txt"):
            raise UnreadableError("may not be read by this user")
        return fingerprint(file)

    reports = put(tmp_path / "reports", REPORTS)
    with monkeypatch.context() as patched:
        patched.setattr("standoff.pipeline.fingerprint", refused)
        summary, _, stages = run([reports], tmp_path / "x.standoff")
    assert reasons(summary) == {"reports/a.txt": "may not be read by this user"}
    assert stages["Reading"] == 3
    summary, _, stages = run([reports], tmp_path / "x.standoff")
    assert stages["Reading"] == 1
    assert summary.gaps == 0


@pytest.mark.slow
def test_the_rules_that_ship_find_readings_of_every_kind_and_are_told_in_words(tmp_path: Path) -> None:
    text = (
        "VARETH, 3 March 2041 - President Tomas Hale met Foreign Minister Ira Vesk in Vareth on Monday. "
        "Hale told reporters that Lodan would close the bridge if Ardania moved its troops.\n\n"
        "About 12,000 Ardanian soldiers have gathered near the border, the ministry said.\n"
    )
    alone = read_alone(put(tmp_path, {"a.txt": text}) / "a.txt", studying(1))
    (study,) = alone.studies
    assert list(study_faults(alone.documents[0], study)) == []
    kinds = (study.times, study.events, study.figures, study.commitments)
    assert all(kinds)
    finders = {reading.why.finder for kind in (study.mentions, study.attributions, *kinds) for reading in kind}
    assert {finder for finder in finders if finder_of(finder) is None} == set()
