"""The pages over a real store of the sample crisis, asked in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from standoff.web.app import create_app
from standoff.web.guard import Access

HOST = "pages.test"
Client = TestClient[ASGIApp]


def served(store: Path) -> Client:
    """A client of the pages over this store; one that is refused nothing but what the guard refuses."""
    app = create_app(store, Access(frozenset({HOST})))
    return TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def pages(sample_store: Path) -> Iterator[Client]:
    """A client of the pages over the sample crisis."""
    with served(sample_store) as client:
        yield client
