"""Every engine gives the same; a process that is killed costs its own item only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from standoff.engines import BATCH, KILLED, Cores, Engine, Here, cores, engine_for


@pytest.fixture(scope="module", params=[1, 2], ids=["one job", "two jobs"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with engine_for(request.param) as engine:
        yield engine


def double(number: int) -> int:
    return number * 2


def double_or_die(number: int) -> int:
    if number % 10 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def refuse(number: int) -> int:
    raise LookupError(f"no {number}")


@pytest.mark.parametrize("number", [0, 1, 5, 2 * BATCH + 1])
def test_results_come_in_the_order_of_the_items(engine: Engine, number: int) -> None:
    assert list(engine.map(double, range(number))) == [2 * item for item in range(number)]


def test_what_the_work_raises_is_raised(engine: Engine) -> None:
    with pytest.raises(LookupError, match="no 7"):
        list(engine.map(refuse, [7]))


def test_items_are_drawn_as_they_are_needed() -> None:
    items = iter(range(1000))
    with Cores(1) as engine:
        assert next(engine.map(double, items)) == 0
        assert next(items) == BATCH


def test_a_killed_process_loses_its_own_item_only() -> None:
    items = range(2 * BATCH + 10)
    expected = [KILLED if item % 10 == 3 else 2 * item for item in items]
    with Cores(2) as engine:
        assert list(engine.map(double_or_die, items)) == expected
        assert list(engine.map(double, range(3))) == [0, 2, 4]


@pytest.mark.parametrize(("jobs", "kind"), [(1, Here), (2, Cores), (8, Cores)])
def test_one_job_needs_no_other_process(jobs: int, kind: type) -> None:
    with engine_for(jobs) as engine:
        assert isinstance(engine, kind)


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


MASTER = """
import os, signal, time
from pathlib import Path
from standoff.engines import Cores

def note(folder):
    (Path(folder) / f"{os.getpid()}").touch()
    time.sleep(0.2)
    return folder

if __name__ == "__main__":
    import sys
    # Whoever is started in the background of a shell inherits that interrupts are ignored; here one is to count.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with Cores(2) as engine:
        list(engine.map(note, [sys.argv[1]] * 1000))
"""


def is_alive(pid: int) -> bool:
    """Neither gone nor a zombie that nobody has waited for."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the state of processes from /proc")
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_process_in_charge(tmp_path: Path, stop: signal.Signals) -> None:
    script, folder = tmp_path / "master.py", tmp_path / "workers"
    script.write_text(MASTER)
    folder.mkdir()
    with subprocess.Popen([sys.executable, str(script), str(folder)], stderr=subprocess.PIPE, text=True) as master:
        deadline = time.monotonic() + 60
        while len(list(folder.iterdir())) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        workers = [int(path.name) for path in folder.iterdir()]
        assert len(workers) == 2
        master.send_signal(stop)
        _, complaint = master.communicate(timeout=60)
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))
    assert complaint.count("Traceback") <= 1  # the script's own, none of its workers'
