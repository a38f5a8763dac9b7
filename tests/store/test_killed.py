"""Nothing stored is lost or half-written, whatever kills the process; a build resumes."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from standoff.store.file import Store
from tests.builders import document
from tests.store.small_build import VERSION, assemble, read, rows, sound
from tests.store.writer import report

ROOT = Path(__file__).parents[2]
ROUNDS = 4
EARLY_ROUNDS = 3


def killed_build(path: Path, after: int, moment: float) -> list[str]:
    """What a build said it had finished before it was killed, some time after it said ``after`` things."""
    command = [sys.executable, "-m", "tests.store.writer", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(after)]
        time.sleep(moment)
        process.kill()
        said += process.stdout.read().split("\n")[:-1]
    assert process.returncode == -9
    return said


def check(path: Path, said: list[str]) -> None:
    """The store opens, is whole, and holds at least what was said to be done."""
    with Store.open(path, create=True) as store:
        stored = {found.path: found for found in store.documents()}
        studies = {study.doc: study for study in store.studies()}
        for done in said:
            match done.split():
                case ["source", number]:
                    assert store.has_source(f"reports/{number}.txt", "a", VERSION)
                    assert stored[f"reports/{number}.txt"] == report(int(number))
                case ["study", name]:
                    assert studies[stored[name].id] == read(stored[name])
        if store.has_findings():
            found = store.dossier()
            assert found == assemble(found.documents, found.studies, found.gaps)
        assert all(study == read(next(d for d in stored.values() if d.id == doc)) for doc, study in studies.items())
    assert sound(path)


@pytest.mark.slow
def test_a_build_killed_at_any_moment_loses_nothing_it_said_and_resumes(tmp_path: Path) -> None:
    order = random.Random(31)
    path = tmp_path / "x.standoff"
    everything: list[str] = []
    for _ in range(ROUNDS):
        said = killed_build(path, after=order.randrange(1, 25), moment=order.uniform(0, 0.03))
        assert not set(everything) & (set(said) - {"opening", "findings"}), "what is done is not done again"
        everything += said
        check(path, everything)
    assert len(everything) > ROUNDS


@pytest.mark.slow
def test_a_build_killed_while_it_makes_the_store_leaves_one_that_opens(tmp_path: Path) -> None:
    order = random.Random(4)
    for number in range(EARLY_ROUNDS):
        path = tmp_path / f"{number}.standoff"
        check(path, killed_build(path, after=1, moment=order.uniform(0, 0.02)))


def test_a_power_cut_leaves_a_whole_store_of_an_earlier_moment(tmp_path: Path) -> None:
    """The log may end anywhere, or in bytes that were never written: what is whole before that place counts."""
    path = tmp_path / "x.standoff"
    reports = [document(f"reports/{number}.txt", f"Ardania will answer {number} times. " * 50) for number in range(6)]
    with Store.open(path, create=True) as store:
        for found in reports:
            store.add_source(found.path, "a", VERSION, [found], [])
        file, log = path.read_bytes(), path.with_name("x.standoff-wal").read_bytes()
    counts = set()
    for part in range(12):
        cut = tmp_path / f"{part}.standoff"
        cut.write_bytes(file)
        kept = log[: len(log) * part // 11]
        torn = kept if part % 2 else kept[:-700] + bytes(700)
        cut.with_name(f"{cut.name}-wal").write_bytes(torn)
        with Store.open(cut, create=True) as store:
            stored = {document.path for document in store.documents()}
        assert stored == {found.path for found in reports[: len(stored)]}
        assert sound(cut)
        counts.add(len(stored))
    assert {0, 6} <= counts
    assert len(counts) > 3


def test_a_store_copied_with_its_log_is_the_same_store(tmp_path: Path) -> None:
    path = tmp_path / "x.standoff"
    copy = tmp_path / "copy.standoff"
    with Store.open(path, create=True) as store:
        store.add_source("reports/0.txt", "a", VERSION, [report(0)], [])
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    assert rows(copy) == rows(path)
