"""The command that holds a brief against a store: ``verify``."""
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from standoff import __version__
from standoff.brief.phrases import counted
from standoff.brief.safe import quotable
from standoff.cli import console
from standoff.cli.commands import Json, app, dossier_of
from standoff.cli.console import Failure, put, put_bytes
from standoff.core.errors import BriefError
from standoff.export.escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standoff.brief.html.checking import Checked

FAULTS_SHOWN = 40
"""Faults told in the terminal; ``--json`` has all."""
NUMBERS_SHOWN = 20
"""Sentences named that the store would tell otherwise."""


@app.command(epilog="Example: standoff verify brief.html --against crisis.standoff")
def verify(
    brief: Annotated[
        Path, typer.Argument(metavar="BRIEF", help="A page of `standoff brief --format html`.", show_default=False)
    ],
    against: Annotated[
        Path, typer.Option("--against", metavar="FILE", help="The store to hold it against.", show_default=False)
    ],
    as_json: Json = False,
) -> None:
    """Check an HTML brief: that it was not changed, and that every quotation reads back from the store.

    Ends with code 1 where something does not hold.
    """
    from standoff.brief.html.checking import check

    page = _bytes_of(brief)
    try:
        checked = check(page, dossier_of(against), __version__)
    except BriefError as error:
        raise Failure(f"{brief}: {error}", console.CANNOT_OPEN) from error
    if as_json:
        put_bytes(escaped(msgspec.json.encode(checked)) + b"\n")
    else:
        put("".join(f"{quotable(line)}\n" for line in _told(checked)))
    if checked.faults:
        raise Failure(f"{brief} does not hold against {against}", console.NOTHING_FOUND)


def _bytes_of(brief: Path) -> bytes:
    """The page, or as much of it as shows that it is too large. Raises ``Failure``."""
    from standoff.brief.html.reading import LARGEST

    try:
        with brief.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Failure(f"{brief} cannot be read: {error.strerror}", console.CANNOT_OPEN) from error


def _told(checked: Checked) -> Iterator[str]:
    """What holds and what does not, a line each."""
    sentences, quotations = counted(checked.sentences, "sentence"), counted(checked.quotations, "quotation")
    passages = f"{counted(checked.passages, 'passage')} of {counted(checked.reports, 'report')}"
    verdict = "all hold" if not checked.faults else f"{counted(len(checked.faults), 'fault')}"
    yield f"{sentences}, {quotations}, {passages}: {verdict}."
    yield from (f"{fault.where}: {fault.what}" for fault in checked.faults[:FAULTS_SHOWN])
    if len(checked.faults) > FAULTS_SHOWN:
        yield f"... and {counted(len(checked.faults) - FAULTS_SHOWN, 'more fault')}: --json shows all"
    if checked.made_by != __version__:
        versions = f"Made by version {checked.made_by}, read by {__version__}"
        yield f"{versions}: its words were compared, its style and links were not."
    if checked.told_otherwise:
        numbers = ", ".join(map(str, checked.told_otherwise[:NUMBERS_SHOWN]))
        more = len(checked.told_otherwise) - NUMBERS_SHOWN
        rest = f" and {more:,} more" if more > 0 else ""
        told = counted(len(checked.told_otherwise), "sentence")
        yield f"The store has changed since, or the rules have: today it would tell {told} otherwise: {numbers}{rest}."
