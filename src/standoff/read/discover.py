"""Paths to files: folders walked all the way down, in one order, each real file once.

A label is what a person gave plus the way down, never an absolute path: it is the same on every machine.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from standoff.core.records import Gap

OWN_ENDINGS = (".standoff", ".standoff-wal", ".standoff-shm", ".standoff-journal")
KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
# What a browser names the folder of pictures, scripts and styles beside a saved page.
ASSETS = ("_files", ".files")


class SourceFile(msgspec.Struct, frozen=True, order=True):
    """One file to read: its label, and where it lies on this machine."""

    path: str
    """The name of the given folder and the way down, or the name of the given file."""
    location: Path


def discover(paths: Sequence[Path]) -> tuple[tuple[SourceFile, ...], tuple[Gap, ...]]:
    """The files under the given paths, sorted by label, and what could not be entered.

    Whatever the order of the paths, the result is the same. Hidden files, Standoff's own files and the folder of parts
    beside a saved page are passed over in folders. A file found by two ways is read once, under its first label.
    """
    seen: set[str] = set()
    files: list[SourceFile] = []
    gaps: list[Gap] = []
    for path in sorted(set(paths), key=lambda path: (_label(path), str(path))):
        for found in _enter(path, _label(path), seen):
            if isinstance(found, Gap):
                gaps.append(found)
            else:
                files.append(found)
    return tuple(sorted(files)), tuple(sorted(gaps, key=Gap.key))


def _label(path: Path) -> str:
    """The name a path goes by, printable whatever bytes it is made of."""
    name = path.name if path.name not in ("", "..") else Path(os.path.realpath(path)).name
    return _printable(name or "root")


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _enter(path: Path, label: str, seen: set[str]) -> Iterator[SourceFile | Gap]:
    """What a given path leads to."""
    if path.name.endswith(OWN_ENDINGS) and not path.is_dir():
        yield _gap(label, "is one of Standoff's own files, not a report")
        return
    yield from _follow(path, label, seen, ())


def _follow(path: Path, label: str, seen: set[str], above: tuple[str, ...]) -> Iterator[SourceFile | Gap]:
    """A file, or everything in a folder; a gap for anything else. ``above`` are the real folders on the way."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _gap(label, _missing(path, error))
        return
    real = os.path.realpath(path)
    if real in above:
        yield _gap(label, "is a loop: the link leads back to a folder it lies in")
    elif real in seen:
        return
    elif stat.S_ISDIR(mode):
        seen.add(real)
        yield from _walk(path, label, seen, (*above, real))
    elif stat.S_ISREG(mode):
        seen.add(real)
        yield SourceFile(label, path)
    else:
        yield _gap(label, f"is {next((name for test, name in KINDS if test(mode)), 'not a file')}, which is not read")


def _walk(folder: Path, label: str, seen: set[str], above: tuple[str, ...]) -> Iterator[SourceFile | Gap]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield _gap(label, f"cannot be opened: {error.strerror or error}")
        return
    kept = [name for name in names if not _is_passed_over(name, names)]
    if not kept:
        yield _gap(label, "is a folder with nothing to read in it")
    for name in kept:
        yield from _follow(folder / name, f"{label}/{_printable(name)}", seen, above)


def _is_passed_over(name: str, beside: Sequence[str]) -> bool:
    """Whether a name in a folder is hidden, our own, or the parts of a page saved beside it."""
    if name.startswith(".") or name.endswith(OWN_ENDINGS):
        return True
    stem = next((name.removesuffix(ending) for ending in ASSETS if name.endswith(ending)), None)
    return stem is not None and any(stem + ending in beside for ending in PAGE_ENDINGS)


def _missing(path: Path, error: OSError) -> str:
    if path.is_symlink():
        target = "itself" if error.errno == errno.ELOOP else "nothing"
        return f"is a link that leads to {target}"
    if isinstance(error, FileNotFoundError):
        return "does not exist; check the path"
    return f"cannot be reached: {error.strerror or error}"


def _gap(label: str, reason: str) -> Gap:
    return Gap(path=label, room="read", reason=reason)
