"""Standoff reads reports of an international crisis and shows who said what, in how many accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from standoff.notebook.opened import OpenDossier

__version__ = "0.1.0"


def open(path: str | PathLike[str]) -> OpenDossier:
    """The dossier in a file that ``standoff build`` made, for questions: ``open("crisis.standoff").timeline()``.

    Raises ``StoreError`` for a file that is not a store, or is of another version.
    """
    from standoff.notebook.opened import open_dossier  # noqa: PLC0415 - the package's root imports no floor above it

    return open_dossier(path)
