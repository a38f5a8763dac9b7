"""How far a build has come, on standard error: a bar where it is a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from standoff.cli.console import has_colour, say


class Shown(Protocol):
    """What the pipeline tells its progress to."""

    def stage(self, name: str, total: int) -> None:
        """A stage of ``total`` steps begins."""

    def step(self) -> None:
        """One step of the stage is done."""


class Silent:
    """Shows nothing."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""


class Lines:
    """A line for each stage that has work, and for each tenth of a long one."""

    LONG = 100

    def __init__(self) -> None:
        """Before the first stage."""
        self._name, self._total, self._done = "", 0, 0

    def stage(self, name: str, total: int) -> None:
        """Say the stage and how much there is."""
        self._name, self._total, self._done = name, total, 0
        if total:
            say(f"{name}: {total:,}")

    def step(self) -> None:
        """Say so at each tenth of a long stage."""
        self._done += 1
        if self._total >= self.LONG and self._done * 10 // self._total > (self._done - 1) * 10 // self._total:
            say(f"{self._name}: {self._done:,} of {self._total:,}")


class Bar:
    """A bar for the stage at hand, gone when all is done."""

    def __init__(self, bar: Progress) -> None:
        """``bar`` is live while the build runs."""
        self._bar = bar
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        """Start over for this stage."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total)

    def step(self) -> None:
        """Move on by one."""
        assert self._task is not None, "a step belongs to a stage"
        self._bar.advance(self._task)


@contextmanager
def showing(*, quiet: bool) -> Iterator[Shown]:
    """The progress that suits standard error."""
    if quiet or not sys.stderr.isatty():
        yield Silent() if quiet else Lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True, no_color=not has_colour(sys.stderr))
    with Progress(*columns, console=console, transient=True) as bar:
        yield Bar(bar)
