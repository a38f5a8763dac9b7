"""A store of the sample crisis, built once by the shipped reader for all tests that ask it."""

from __future__ import annotations

from pathlib import Path

from standoff.engines import engine_for
from standoff.examples import sample_path
from standoff.pipeline import Quiet, build, studying
from standoff.store.file import Store


def build_sample(path: Path) -> Path:
    """Build it at this path."""
    with Store.open(path, create=True) as store, engine_for(1) as engine:
        build([sample_path()], store, engine, Quiet(), studying(engine.threads))
    return path
