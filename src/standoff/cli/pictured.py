"""The HTML brief with its pictures: what the brief tells in words and the pictures show, put together."""

from __future__ import annotations

from pathlib import Path

from standoff import __version__
from standoff.brief.html.page import html_brief
from standoff.brief.html.records import Picture
from standoff.cli.console import shell_name
from standoff.core.dossier import Dossier


def illustrated(dossier: Dossier, file: Path) -> bytes:
    """The page of a dossier. The store goes by its name alone: the same store gives the same bytes wherever it lies."""
    return html_brief(dossier, shell_name(Path(file.name)), __version__, _pictures(dossier))


def _pictures(dossier: Dossier) -> tuple[Picture, ...]:
    return ()
