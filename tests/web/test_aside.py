"""Work in a process of its own: its result, its errors, its death, one piece after the other."""

import os
import signal
from concurrent.futures import Future
from typing import Any

from standoff.core.errors import StoreError
from standoff.web.aside import KILLED, Aside, Done, Failed

LONG = 60.0


def doubled(number: int) -> int:
    return number * 2


def refused(path: str) -> None:
    raise StoreError(f"{path} does not exist")


def killed(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_comes_of_work_is_told_in_order() -> None:
    aside = Aside()
    futures: list[Future[Any]] = [
        aside.begin(doubled, 4),
        aside.begin(refused, "x.standoff"),
        aside.begin(killed, 0),
        aside.begin(doubled, 5),
    ]
    assert [future.result(LONG) for future in futures] == [
        Done(8),
        Failed("x.standoff does not exist"),
        Failed(KILLED),
        Done(10),
    ]
