"""Stores that several modules of questions are asked of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.store.asking.ferry_crisis import write_ferry_crisis
from tests.store.asking.pass_crisis import write_pass_crisis


@pytest.fixture(scope="session")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A connection to the crisis of the ferries."""
    with closing(sqlite3.connect(write_ferry_crisis(tmp_path_factory.mktemp("store") / "x.standoff"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def lorries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A connection to the crisis of the pass."""
    with closing(sqlite3.connect(write_pass_crisis(tmp_path_factory.mktemp("store") / "x.standoff"))) as opened:
        yield opened
