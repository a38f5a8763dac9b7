"""Where words go: standard output for what was asked for, standard error for all else; both safe to look at."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.text import Text

from standoff.brief.safe import printable, quotable
from standoff.brief.terminal import WIDTH

NOTHING_FOUND = 1
USAGE = 2
CANNOT_OPEN = 3
NOT_INSTALLED = 4
INTERRUPTED = 130  # 128 and the number of the signal, as shells have it

EXIT_CODES = """Exit codes: 0 done; 1 nothing could be read, or nothing was found; 2 a wrong command line; 3 a store,
a brief or an output file that cannot be opened or written; 4 a part of the package is missing; 130 interrupted."""


class Failure(Exception):  # noqa: N818 - for the person at the terminal it is the end of a command, no error of ours
    """Ends a command with a line that says what is wrong and what to do next, and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        """The line, without a full stop's worth of Python in it, and one of the codes above."""
        super().__init__(message)
        self.code = code


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says: articles hold more than ASCII. Lone surrogates are written as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str, style: str = "") -> None:
    """A line on standard error."""
    _stderr().print(Text(message, style), soft_wrap=True)


def complain(message: str) -> None:
    """What went wrong, on standard error, in red where there is colour; words of others in it are made safe."""
    say(f"standoff: {quotable(message)}", "red")


def has_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that wants colour (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """The columns to fill: of the terminal, no more than reads well; the same everywhere else."""
    return min(shutil.get_terminal_size().columns, WIDTH) if stream.isatty() else WIDTH


def put(text: str, out: Path | None = None, *, never: Path | None = None) -> None:
    """Write to a file, or to standard output; never over the file ``never``. Raises ``Failure``."""
    if out is None:
        sys.stdout.write(text)
        return
    put_bytes(text.encode("utf-8", "backslashreplace"), out, never=never)


def put_bytes(data: bytes, out: Path | None = None, *, never: Path | None = None) -> None:
    """``put`` for bytes."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if never is not None and out.exists() and never.exists() and out.samefile(never):
        raise Failure(f"{out} is the store itself; give -o another name", USAGE)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Failure(f"{out} cannot be written: {error.strerror}", CANNOT_OPEN) from error


def shell_name(path: Path) -> str:
    """A path as it is typed on a command line."""
    name = printable(str(path))
    return name if all(char.isalnum() or char in "._-/~" for char in name) else "'" + name.replace("'", "'\\''") + "'"


def _stderr() -> Console:
    return Console(stderr=True, highlight=False, markup=False, emoji=False, no_color=not has_colour(sys.stderr))
