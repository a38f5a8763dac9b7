"""Where work on one file or one document runs: here, or on this machine's cores.

An engine is anything with this ``map``: results come back in the order of the items, and are the same whichever
engine gives them. What an engine cannot give back, because the process that worked on it was killed, it names.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Protocol, Self, TypeVar

import msgspec

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 32
"""Items handed to each core at a time: memory stays bounded, and waiting for a batch's last item costs little."""


class Lost(msgspec.Struct, frozen=True):
    """What stands in the place of a result whose process was killed while it worked on this item alone."""

    reason: str


KILLED = Lost("the process reading it was killed, perhaps for want of memory")


class Engine(Protocol):
    """One method, so that any engine that distributes work fits."""

    @property
    def threads(self) -> int:
        """How many threads the work on one item may use, so that all items together fill the cores once."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
        """The work's result for each item, in the order of the items. What the work raises is raised here."""


class Here:
    """Work in this process, one item at a time."""

    def __init__(self, threads: int = 1) -> None:
        """``threads`` that the work on one item may use."""
        self.threads = threads

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
        """The builtin ``map``."""
        return map(work, items)


class Cores:
    """As many processes as ``jobs``. Work and items are pickled, so the work is a function of a module.

    Use it in a ``with`` statement: the processes start with the first work and end with the statement.
    """

    threads = 1

    def __init__(self, jobs: int) -> None:
        """``jobs`` processes, none of them started yet."""
        self.jobs = jobs
        self._pool = _pool(jobs)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes when each has done the item it is at."""
        self._pool.shutdown(cancel_futures=True)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
        """Batch by batch. Where a process is killed, the rest of its batch is done one by one to find the cause."""
        rest = iter(items)
        while batch := list(islice(rest, self.jobs * BATCH)):
            done = 0
            for result in _together(self._pool, work, batch):
                yield result
                done += 1
            if done < len(batch):
                self._pool.shutdown(cancel_futures=True)
                yield from _one_by_one(work, batch[done:])
                self._pool = _pool(self.jobs)


def cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def engine_for(jobs: int) -> Iterator[Engine]:
    """The engine that fills ``jobs`` cores; for one, this process is enough."""
    if jobs == 1:
        yield Here()
        return
    with Cores(jobs) as engine:
        yield engine


def _together(pool: ProcessPoolExecutor, work: Callable[[Item], Result], batch: Sequence[Item]) -> Iterator[Result]:
    """Results in order, up to the first that is missing because a process was killed."""
    futures: list[Future[Result]] = []
    for item in batch:
        try:
            futures.append(pool.submit(work, item))
        except BrokenProcessPool:
            break
    for future in futures:
        try:
            result = future.result()
        except BrokenProcessPool:
            return
        yield result


def _one_by_one(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
    """Each item alone in a process: the one that kills it is lost, and no other."""
    pool = _pool(1)
    try:
        for item in items:
            results = list(_together(pool, work, [item]))
            yield from results
            if not results:
                yield KILLED
                pool.shutdown(cancel_futures=True)
                pool = _pool(1)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Processes started afresh: a fork would copy the threads that libraries hold, half alive."""
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_settle)


def _settle() -> None:
    """Leave Ctrl-C to the process in charge, and end with it even where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
