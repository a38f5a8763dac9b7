"""The shipped knowledge of what is no article, loaded once; and a file to read, made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.lexicon.furniture import Furniture, load_furniture
from standoff.read.acquire import Acquired, acquire
from standoff.read.discover import discover

Read = Callable[..., Acquired]


@pytest.fixture(scope="session")
def furniture() -> Furniture:
    return load_furniture()


@pytest.fixture
def read(tmp_path: Path, furniture: Furniture) -> Read:
    """Write bytes under a name, discover the file and acquire it."""

    def write_and_read(name: str, data: bytes) -> Acquired:
        path = tmp_path / name
        path.write_bytes(data)
        (file,), gaps = discover([path])
        assert gaps == ()
        return acquire(file, furniture)

    return write_and_read
