"""The findings drawn anew with what people judged, behind the pages' back."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Lock

from standoff.pipeline import redraw
from standoff.store.file import Store
from standoff.web.aside import Aside, Done, Failed

AT_ONCE = 2000
"""Reports of a store whose findings are drawn anew after each judgement: 1,400 take a minute and a half on one core.
Above, a person says when."""


class Redraw:
    """One drawing at a time: what is judged while one runs, the next one honours."""

    def __init__(self, store: Path, aside: Aside) -> None:
        """``aside`` does the work."""
        self._store = store
        self._aside = aside
        self._lock = Lock()
        self._running: Future[Done[None] | Failed] | None = None
        self._again = False
        self._failure: str | None = None

    @property
    def is_running(self) -> bool:
        """Whether the findings are being drawn now."""
        return self._running is not None

    @property
    def failure(self) -> str | None:
        """Why the last drawing ended without findings; ``None`` where it did not."""
        return self._failure

    @property
    def word(self) -> str:
        """What changes when a drawing begins, ends or fails."""
        return f"{self.is_running} {self._failure}"

    def begin(self) -> None:
        """Draw the findings; where that is being done, once more after it."""
        with self._lock:
            if self._running is not None:
                self._again = True
                return
            self._failure = None
            self._running = self._aside.begin(draw_anew, self._store)
        self._running.add_done_callback(self._ended)

    def _ended(self, future: Future[Done[None] | Failed]) -> None:
        outcome = future.result()
        with self._lock:
            again, self._again, self._running = self._again, False, None
            self._failure = outcome.reason if isinstance(outcome, Failed) else None
        if again:
            self.begin()


def draw_anew(store: Path) -> None:
    """The findings of the store in this file, drawn with every judgement. Raises ``StoreError``."""
    with Store.open(store) as opened:
        redraw(opened)
