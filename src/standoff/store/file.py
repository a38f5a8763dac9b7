"""The store: one SQLite file that holds documents, readings and findings, and opens in any tool that reads SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from standoff.core.dossier import Dossier
from standoff.core.errors import StoreError
from standoff.core.integrity import document_faults, study_faults
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Gap, Study
from standoff.store.connect import connect, transaction
from standoff.store.documents import read_document, read_documents
from standoff.store.findings import (
    drop_findings,
    findings_version,
    judgements_waiting,
    read_dossier,
    write_findings,
)
from standoff.store.gaps import SOURCE_GAPS, gap_of, sorted_gaps
from standoff.store.judgements import append_judgements, read_judgements
from standoff.store.sources import SourceRow, is_read, write_source
from standoff.store.state import State, state
from standoff.store.studies import read_studies, write_study

WAIT_SECONDS = (
    10.0  # for another process's transaction, which takes milliseconds; findings of 10,000 documents, seconds
)
FAULTS_SHOWN = 3


class Store:
    """Documents, readings and findings in one file. Use it in a ``with`` statement; ``open`` makes one.

    Every method that writes does so in one transaction: a process killed at any moment leaves all of it or nothing.
    Records that break the first law are refused with a ``ValueError`` and change nothing, as are texts with a NUL
    character or half a surrogate pair, which SQLite could not give back. All else that can go wrong is a
    ``StoreError``.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """A store over an open connection; callers use ``open``."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False, wait: float = WAIT_SECONDS) -> Self:
        """The store in this file.

        ``create``: to build; a file that is missing or empty becomes a store. Without it, to read; the file must be
        there, and may stand on a read-only medium. ``wait``: seconds to wait for another process that writes.
        Raises ``StoreError`` for a file that is not ours, is of a newer version, or cannot be opened.
        """
        return cls(path, connect(path, create=create, wait=wait))

    def __enter__(self) -> Self:
        """Itself, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; what the log holds is moved into it, unless another process is just reading that.

        Where another still has the file open, SQLite alone would leave the log as it is, and whoever then copies or
        replaces the file without it gets another store than they mean.
        """
        with suppress(sqlite3.Error):  # closed before, or another process has it open and cannot let go
            if self._connection.total_changes:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def has_source(self, path: str, sha256: str, version: str) -> bool:
        """Whether this file was last seen with these bytes, and read by this version of the reading rules."""
        with self._reading():
            return is_read(self._connection, path, sha256, version)

    def add_source(
        self, path: str, sha256: str, version: str, documents: Sequence[Document], gaps: Sequence[Gap]
    ) -> None:
        """Record what one file gave; see ``sources`` for what becomes of what it gave before."""
        _refuse(fault for document in documents for fault in document_faults(document))
        source = SourceRow(path=path, sha256=sha256, version=version, is_current=1)
        with self._writing():
            drop_findings(self._connection)
            write_source(self._connection, source, documents, gaps)

    def unstudied(self, version: str) -> tuple[Document, ...]:
        """The documents without a study by this version, sorted by id."""
        query = "SELECT document FROM studies WHERE version = ?"
        with self._reading():
            done = {doc for (doc,) in self._connection.execute(query, (version,))}
            return tuple(document for document in read_documents(self._connection) if document.id not in done)

    def add_study(self, study: Study, version: str) -> None:
        """Record one document's readings in place of those of any other version."""
        self.add_studies([study], version)

    def add_studies(self, studies: Iterable[Study], version: str) -> None:
        """Record the readings of several documents at once."""
        with self._writing():
            drop_findings(self._connection)
            for study in studies:
                document = read_document(self._connection, study.doc)
                if document is None:
                    raise ValueError(f"a study of document {study.doc}, which is not in the store")
                _refuse(study_faults(document, study))
                write_study(self._connection, study, version)

    def documents(self) -> tuple[Document, ...]:
        """Every document, sorted by id."""
        with self._reading():
            return read_documents(self._connection)

    def studies(self) -> tuple[Study, ...]:
        """Every study, sorted by its document's id."""
        with self._reading():
            return read_studies(self._connection)

    def gaps(self) -> tuple[Gap, ...]:
        """What could not be read of the sources, sorted, each once. Studies hold their own gaps."""
        with self._reading():
            return sorted_gaps(gap_of(row) for row in SOURCE_GAPS.select(self._connection))

    def write_findings(self, dossier: Dossier, version: str = "") -> None:
        """Replace the findings by this dossier's: all that it holds but documents, studies and judgements.

        ``version`` names the rules that drew them. The dossier must be of all documents and studies stored, in the
        order of ``documents`` and ``studies``; raises ``StoreError`` where another process has added some since. It
        must honour the first judgements stored; those that were given since wait for the next build.
        """
        with self._writing():
            self._refuse_partial(dossier)
            write_findings(self._connection, dossier, version)

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision. The findings stand as they are until the next build, which honours it."""
        self.add_judgements([judgement])

    def add_judgements(self, judgements: Sequence[Judgement]) -> None:
        """Append several at once, in this order."""
        with self._writing():
            append_judgements(self._connection, judgements)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order they were given."""
        with self._reading():
            return read_judgements(self._connection)

    def has_findings(self, version: str | None = None) -> bool:
        """Whether findings stand that were drawn from all that is stored; by this version, if one is given."""
        with self._reading():
            found, waiting = findings_version(self._connection), judgements_waiting(self._connection)
        return found is not None and waiting == 0 and version in (None, found)

    def state(self) -> State:
        """How far the store has come, for whoever shows it."""
        with self._reading():
            return state(self._connection)

    def dossier(self) -> Dossier:
        """Everything, equal to what was written; judgements given since the findings were drawn are left out.

        Raises ``StoreError`` where a build has not drawn its findings.
        """
        with self._reading():
            if findings_version(self._connection) is None:
                raise StoreError(f"the last build of {self.path} did not end; run it again to finish it")
            return read_dossier(self._connection)

    def _reading(self) -> AbstractContextManager[None]:
        """One state of the file for everything read inside, whatever others write."""
        return transaction(self._connection, self.path, "DEFERRED")

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self.path, "IMMEDIATE")

    def _refuse_partial(self, dossier: Dossier) -> None:
        documents = [doc for (doc,) in self._connection.execute("SELECT id FROM documents ORDER BY id")]
        studies = [doc for (doc,) in self._connection.execute("SELECT document FROM studies ORDER BY document")]
        if [document.id for document in dossier.documents] != documents or [s.doc for s in dossier.studies] != studies:
            raise StoreError(f"{self.path} holds other documents than the findings are of; run the build again")
        if dossier.judgements != read_judgements(self._connection)[: len(dossier.judgements)]:
            raise StoreError(f"{self.path} holds other judgements than the findings honour; run the build again")


def _refuse(faults: Iterable[str]) -> None:
    """Raise ``ValueError`` with the first faults, if there are any."""
    found = list(faults)
    if found:
        more = f", and {len(found) - FAULTS_SHOWN} more" if len(found) > FAULTS_SHOWN else ""
        raise ValueError("; ".join(found[:FAULTS_SHOWN]) + more)
