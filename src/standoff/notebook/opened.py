"""``standoff.open(path)``: a dossier in its file, asked as the pages and the API ask it."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from standoff.notebook.pictures import DRAWN
from standoff.notebook.records import Records
from standoff.picture.drawn import Picture
from standoff.store.asking.kinds import KINDS, Kind, kind_named
from standoff.store.asking.listed import MOST, Listed, Page
from standoff.store.connect import connect, transaction

WAIT_SECONDS = 10.0


class OpenDossier:
    """A dossier in its file. Each question is answered from one state of the file, whatever a build writes meanwhile.

    Questions take the filters of the pages and the API by name; a day may be text, as ``since="2041-03-01"``. A filter
    that is not known, or a value of another kind, is a ``ValueError`` that names it; what is wrong with the file, a
    ``StoreError``.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file for reading alone. Raises ``StoreError``."""
        self.path = path
        self._connection = connect(path, create=False, wait=WAIT_SECONDS)

    def __enter__(self) -> Self:
        """Itself, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __repr__(self) -> str:
        """The file's name."""
        return f"<dossier {self.path.name}>"

    @property
    def kinds(self) -> tuple[str, ...]:
        """What can be asked for."""
        return tuple(kind.name for kind in KINDS)

    def ask(self, name: str, **asked: Any) -> Records:
        """All records of a kind that fit: ``dossier.ask("obligations", status="conditional")``."""
        kind = kind_named(name)
        filters = _filters(name, asked, kind.asked)
        with transaction(self._connection, self.path, "DEFERRED"):
            items = [record for part in self._parts(kind, filters) for record in part.items]
        return Records(name, kind.record, items, DRAWN.get(name))

    def _parts(self, kind: Kind, filters: msgspec.Struct) -> Iterator[Listed[Any]]:
        """Every page of an answer, the largest that are given."""
        first = kind.answer(self._connection, filters, Page(1, MOST))
        yield first
        yield from (kind.answer(self._connection, filters, Page(n, MOST)) for n in range(2, first.pages + 1))

    def one(self, name: str, key: str) -> Any:
        """One record by its id with all that belongs to it. Raises ``KeyError`` where there is none."""
        kind = kind_named(name)
        if kind.whole is None:
            raise ValueError(f"{name} are whole in their lists; ask for them there")
        with transaction(self._connection, self.path, "DEFERRED"):
            found = kind.whole(self._connection, key)
        if found is None:
            raise KeyError(f"no {kind.one} has the id {key!r}")
        return found

    def picture(self, name: str, **asked: Any) -> Picture:
        """A picture as the pages show it, by its name there: ``dossier.picture("lineage")``; a notebook shows it.

        Raises ``ValueError`` that names the pictures there are, or the fields that one takes.
        """
        from standoff.web.pages.pictures import PICTURES  # noqa: PLC0415 - the pages' library, only where it is needed

        shown = PICTURES.get(name)
        if shown is None:
            raise ValueError(f"there is no picture {name!r}; there are {', '.join(PICTURES)}")
        with transaction(self._connection, self.path, "DEFERRED"):
            return shown.draw(self._connection, _filters(name, asked, shown.asked))

    def timeline(self, **asked: Any) -> Records:
        """What happened, is planned, might happen or is denied, in order of time; ``.chart()`` draws it."""
        return self.ask("happenings", **asked)


def _filters(name: str, asked: dict[str, Any], record: type[msgspec.Struct]) -> Any:
    """What is asked, as a record. Raises ``ValueError`` that names the filters there are, or the one refused."""
    unknown = sorted(set(asked) - set(record.__struct_fields__))
    if unknown:
        filters = ", ".join(record.__struct_fields__) or "none"
        raise ValueError(f"{unknown[0]!r} is no filter here; there are {filters}")
    given = {field: value for field, value in asked.items() if value is not None}
    try:
        return msgspec.convert(given, record)
    except msgspec.ValidationError as error:
        raise ValueError(f"{name} cannot be asked so: {error}") from error


def open_dossier(path: str | PathLike[str]) -> OpenDossier:
    """The dossier in this file, for questions. Raises ``StoreError``."""
    return OpenDossier(Path(path))
