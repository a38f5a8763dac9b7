"""The same examples in every run, on any machine: a failing test fails again. And the one store that many ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sample_store import build_sample

settings.register_profile(
    "standoff",
    max_examples=50,
    deadline=None,  # a machine may be busy
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("standoff")


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample crisis; nobody writes to it."""
    return build_sample(tmp_path_factory.mktemp("sample") / "sample.standoff")
