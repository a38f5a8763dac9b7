"""What falls without a source: asked for aside, since all findings are drawn anew for it, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from pathlib import Path
from threading import Lock

import msgspec

from standoff.core.ablation import Ablation
from standoff.pipeline import take_away
from standoff.store.file import Store
from standoff.web.aside import Aside, Done, Failed

MOST_DOCUMENTS = 2000
"""Of a store whose pages answer this: 1,400 reports take a minute and a half on one core."""
KEPT = 16
"""Answers, each some hundred kilobytes at most."""
MOST_WAITING = 4
"""Questions that wait for one another: more would keep a core busy for long after everyone has gone."""
PATIENCE = 4.0
"""Seconds that a page waits itself; after that it comes back and looks again."""


class Taken(msgspec.Struct, frozen=True):
    """What is taken away, and from which store in which state."""

    store: Path
    drawn_from: str
    documents: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


Answer = Done[Ablation] | Failed


class Ablations:
    """The questions that are being answered, and the last answers."""

    def __init__(self, aside: Aside) -> None:
        """``aside`` does the work."""
        self._aside = aside
        self._lock = Lock()
        self._asked: OrderedDict[Taken, Future[Answer]] = OrderedDict()

    def answer(self, taken: Taken, patience: float = PATIENCE) -> Answer | None:
        """What falls; ``None`` where that is not known yet: ask again. A failure is told once, then tried again."""
        future = self._future(taken)
        if future is None:
            return Failed("Other such questions are being answered; ask again in a minute.")
        try:
            answer = future.result(timeout=patience)
        except TooLong:
            return None
        if isinstance(answer, Failed):
            self._forget(taken)
        return answer

    def _future(self, taken: Taken) -> Future[Answer] | None:
        with self._lock:
            if taken not in self._asked:
                if sum(not future.done() for future in self._asked.values()) >= MOST_WAITING:
                    return None
                self._asked[taken] = self._aside.begin(taken_away, taken)
            self._asked.move_to_end(taken)
            while len(self._asked) > KEPT:
                self._asked.popitem(last=False)
            return self._asked[taken]

    def _forget(self, taken: Taken) -> None:
        with self._lock:
            self._asked.pop(taken, None)


def taken_away(taken: Taken) -> Ablation:
    """What falls in the store without these. Raises ``StoreError``."""
    with Store.open(taken.store) as store:
        dossier = store.dossier()
    return take_away(dossier, taken.documents, taken.outlets, taken.speakers)
