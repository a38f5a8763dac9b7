"""How fast texts are read, in how much memory, and how soon the first one is."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from gold_words import reader_behind
from standoff.core.records import Document
from standoff.parse.reader import load_reader
from table import Row

SHORT = (
    "The foreign minister of Ostrava said on Monday that his country would not accept the new border. “We have "
    "asked for talks twice,” Ilmar Deko told reporters in Velin, adding that “nobody has answered”. A spokeswoman "
    "for the council denied that any letter had arrived."
)
COLD = (
    "from standoff.core.records import Document; from standoff.parse.reader import load_reader; "
    f"assert load_reader()(Document(path='short', text={SHORT!r})).words"
)
STATUS = Path("/proc/self/status")
COLD_RUNS = 3  # the median of so many starts


class Pass(NamedTuple):
    """One process's way through its texts, on a clock that all processes share."""

    words: int
    began: float
    ended: float
    memory: float
    """Megabytes at the highest."""


class Recorder:
    """Stands in for the network's session, hands everything on, and keeps what it was asked."""

    def __init__(self, session: Any) -> None:
        """Take the session it stands in for."""
        self._session = session
        self.asked: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def run(self, *given: Any, **named: Any) -> Any:
        """Run the network."""
        self.asked.append((given, named))
        return self._session.run(*given, **named)

    def again(self) -> float:
        """Ask everything again, in the same order; the seconds that the network takes by itself."""
        began = time.perf_counter()
        for given, named in self.asked:
            self._session.run(*given, **named)
        return time.perf_counter() - began


def rows(split: str, texts: Sequence[str]) -> Iterator[Row]:
    """Words a second and peak memory by number of processes and threads, the network's limit, a cold start."""
    section = f"speed, raw text to full parse, {split}"
    for processes, threads in ((1, 1), (1, 2), (2, 1)):
        passes = in_processes(texts, processes, threads)
        seconds = max(one.ended for one in passes) - min(one.began for one in passes)
        memory = [one.memory for one in passes]
        name = f"{_of(processes, 'process', 'processes')}, {_of(threads, 'thread', 'threads')}"
        yield Row(section, name, _values(sum(one.words for one in passes), seconds, memory))
    for threads in (1, 2):
        words, seconds = network_only(texts, threads)
        yield Row(section, f"limit: network only, {_of(threads, 'thread', 'threads')}", _values(words, seconds, []))
    yield Row("speed, cold start to first parse", "one paragraph", {"seconds": cold_start()})


def _of(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _values(words: int, seconds: float, memory: list[float]) -> dict[str, float | None]:
    """Memory is that of the largest process and of all together."""
    return {
        "words": words,
        "words a second": round(words / seconds) if seconds else None,
        "MB a process": round(max(memory)) if memory else None,
        "MB in all": round(sum(memory)) if memory else None,
    }


def in_processes(texts: Sequence[str], processes: int, threads: int) -> list[Pass]:
    """Read the texts in fresh processes, each with a reader of its own and its share of them by length."""
    ordered = sorted(texts, key=len)
    shares = [ordered[first::processes] for first in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(read_all, shares, [threads] * processes))


def read_all(texts: Sequence[str], threads: int) -> Pass:
    """Load a reader, read one text to wake it, then all of them; loading and waking are not in the time."""
    read = load_reader(threads)
    read(Document(path="short", text=SHORT))
    began = time.perf_counter()
    words = sum(len(read(Document(path=str(number), text=text)).words) for number, text in enumerate(texts))
    return Pass(words, began, time.perf_counter(), peak())


def network_only(texts: Sequence[str], threads: int) -> tuple[int, float]:
    """Words, and the seconds the network takes for the very windows it was asked for, without any decoding."""
    recorders: list[Recorder] = []

    def stand_in(session: Any) -> Recorder:
        recorders.append(Recorder(session))
        return recorders[-1]

    read = reader_behind(stand_in, threads)
    words = sum(len(read(Document(path=str(number), text=text)).words) for number, text in enumerate(texts))
    return words, sum(recorder.again() for recorder in recorders)


def peak() -> float:
    """The most memory this process has held, in megabytes.

    Linux hands the parent's mark on to a process it starts, so its own is read where the kernel tells it.
    """
    if STATUS.exists():
        told = next((line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:")), None)
        if told is not None:
            return int(told.split()[1]) / 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def cold_start() -> float:
    """Seconds from starting Python to the parse of one paragraph: the median of a few starts."""
    return sorted(_start() for _ in range(COLD_RUNS))[COLD_RUNS // 2]


def _start() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True)  # noqa: S603 - our own line
    return time.perf_counter() - began
