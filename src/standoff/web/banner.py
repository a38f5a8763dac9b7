"""What every page says at its head where the store is not all that it could be."""

from __future__ import annotations

from collections.abc import Callable

from standoff.core.errors import StoreError
from standoff.store.reader import StoreReader
from standoff.store.state import State, state


def state_of(opened: StoreReader) -> Callable[[], State | None]:
    """A question to the store, for the head of a page: some tenths of a millisecond.

    It answers ``None`` where the store cannot be read: the page that says so has a head as well.
    """

    def told() -> State | None:
        try:
            return _ask(opened)
        except StoreError:
            return None

    return told


def _ask(opened: StoreReader) -> State:
    with opened.reading() as connection:
        return state(connection)
