"""Work that takes seconds, done in a process of its own and one piece at a time, so that pages stay quick meanwhile."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from queue import Queue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

import msgspec

from standoff.core.errors import StandoffError

Item = TypeVar("Item")
Result = TypeVar("Result")

NICENESS = 10
"""How far the work steps back behind the pages, where both want a core."""

KILLED = "the process that did it was killed, perhaps for want of memory"

SPAWN = multiprocessing.get_context("spawn")
"""Started afresh: a fork would copy the threads that answer pages, half alive."""


class Done(msgspec.Struct, Generic[Result], frozen=True):
    """What came of the work."""

    result: Result


class Failed(msgspec.Struct, frozen=True):
    """Why nothing came of the work, in words for a user."""

    reason: str


Piece = tuple[Callable[[Any], Any], Any, "Future[Any]"]


class Aside:
    """One piece of work after the other, each in a process that ends with this one. Work and item are pickled."""

    def __init__(self) -> None:
        """Nothing is started before there is work."""
        self._waiting: Queue[Piece] = Queue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def begin(self, work: Callable[[Item], Result], item: Item) -> Future[Done[Result] | Failed]:
        """Begin this work, or have it wait for what was begun before; the future never raises."""
        future: Future[Done[Result] | Failed] = Future()
        self._waiting.put((work, item, future))
        with self._lock:
            if self._thread is None:
                # A daemon: whoever stops the server does not wait for it. What it writes it writes whole or not.
                self._thread = Thread(target=self._work, name="aside", daemon=True)
                self._thread.start()
        return future

    def _work(self) -> None:
        while True:
            work, item, future = self._waiting.get()
            future.set_result(_in_a_process(work, item))


def _in_a_process(work: Callable[[Item], Result], item: Item) -> Done[Result] | Failed:
    receiving, sending = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(target=_answer, args=(sending, work, item), daemon=True)
    process.start()
    sending.close()
    try:
        outcome: Done[Result] | Failed = receiving.recv()
    except EOFError:
        outcome = Failed(KILLED)
    finally:
        process.join()
        receiving.close()
    return outcome


def _answer(sending: Connection, work: Callable[[Item], Result], item: Item) -> None:
    """In the process: what comes of the work. A fault of ours goes to standard error and is told as ``KILLED``."""
    os.nice(NICENESS)
    outcome: Done[Result] | Failed
    try:
        outcome = Done(work(item))
    except StandoffError as error:
        outcome = Failed(str(error))
    sending.send(outcome)
