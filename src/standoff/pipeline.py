"""The corridor: the only file that knows every room, and in what order they are walked through.

Reading and studying go file by file and document by document, on any engine, and each result is stored as it
comes: whatever stops a build, the next one goes on from there. What holds across documents is drawn anew at the end.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from time import perf_counter
from typing import Protocol

import msgspec
from msgspec.structs import replace

from standoff.core.ablation import Ablation
from standoff.core.course import Scenario
from standoff.core.digest import text_hash
from standoff.core.dossier import Dossier
from standoff.core.errors import StandoffError, UnreadableError
from standoff.core.judgements import Judgement
from standoff.core.parse import Parse
from standoff.core.records import Document, Gap, Study
from standoff.engines import Engine, Lost
from standoff.extract.attributions import find_attributions
from standoff.extract.commitments.find import find_commitments
from standoff.extract.events.find import find_events
from standoff.extract.figures.find import find_figures
from standoff.extract.grammar import grammar_of
from standoff.extract.language import gap_of_language
from standoff.extract.mentions import find_mentions
from standoff.extract.times.find import find_times
from standoff.lexicon.furniture import Furniture, load_furniture
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.parse.reader import Reader, load_reader
from standoff.read.acquire import Acquired, acquire, fingerprint
from standoff.read.discover import SourceFile, discover
from standoff.read.identity import repeated_ids
from standoff.resolve.ablation import Taken, without
from standoff.resolve.assemble import KINDS, assemble
from standoff.resolve.judging import Asked, judgement_of
from standoff.resolve.scenario.play import play
from standoff.store.file import Store

Work = Callable[[Document], Study]
"""What is done with one document: a function of a module, so that every engine can carry it."""

GROUND = ("core", "lexicon", "resources")
READING = (*GROUND, "read")
STUDYING = (*GROUND, "parse", "extract")
DRAWING = (*READING, *STUDYING, "resolve")
"""What the results of each stage depend on, as folders of the package."""


LOST = "lost"
"""The version of a study whose process was killed: another build, perhaps with more memory, tries it again."""


class Progress(Protocol):
    """Who is told how far a build has come."""

    def stage(self, name: str, total: int) -> None:
        """A stage of ``total`` steps begins."""

    def step(self) -> None:
        """One step of the stage is done."""


class Quiet:
    """Nobody is told."""

    def stage(self, name: str, total: int) -> None:
        """Nothing is said."""

    def step(self) -> None:
        """Nothing is said."""


class Read(msgspec.Struct, frozen=True):
    """What came of the files a build was given."""

    files: tuple[str, ...]
    unchanged: int
    documents: int
    """In files that are new or changed."""
    gaps: frozenset[Gap]
    """Found in this build; those of unchanged files are stored already."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did, in numbers, and the gaps that are new."""

    files: int
    unchanged_files: int
    documents_given: int
    """In the files of this build, new or not."""
    documents_new: int
    documents: int
    accounts: int
    attributions: int
    events: int
    figures: int
    commitments: int
    actors: int
    utterances: int
    happenings: int
    obligations: int
    discrepancies: int
    gaps: int
    new_gaps: tuple[Gap, ...]
    seconds: float
    documents_per_second: float | None
    """Of the new documents; ``None`` where there were none."""


class Alone(msgspec.Struct, frozen=True):
    """What is at one path, read and studied without a store."""

    documents: tuple[Document, ...]
    studies: tuple[Study, ...]
    gaps: tuple[Gap, ...]


def build(paths: Sequence[Path], store: Store, engine: Engine, progress: Progress, work: Work) -> Summary:
    """Add to the store what is new under these paths, study what is not studied, draw the findings.

    A file with the bytes it had, read by the same rules, is not read again. ``work`` studies one document:
    ``studying(engine.threads)`` with the reader that ships. What cannot be read becomes a gap. Raises ``StoreError``
    and ``ResourceError``. Stopped at any moment, it has stored what was done.
    """
    started = perf_counter()
    read = _read_new(paths, store, engine, progress)
    studied = _study_new(store, engine, progress, work)
    dossier = _draw(store, progress)
    return _summary(dossier, read, studied, perf_counter() - started)


def read_alone(path: Path, work: Work) -> Alone:
    """Read and study what is at a path, without a store."""
    files, missing = discover([path])
    sources = [_acquire_file(file) for file in files]
    documents = tuple(document for source in sources for document in source.documents)
    gaps = (*missing, *(gap for source in sources for gap in source.gaps), *repeated_ids(documents))
    return Alone(documents, tuple(map(work, documents)), _sorted(gaps))


def judge(store: Store, asked: Asked) -> Judgement:
    """Add a person's decision to a store, and draw its findings anew with it.

    What is asked names readings or findings by ids or beginnings of ids; what is stored names readings. Raises
    ``JudgementError`` where they name nothing or the decision makes no sense, and ``StoreError``.
    """
    judgement = judgement_of(store.dossier(), asked)
    store.add_judgement(judgement)
    _draw(store, Quiet())
    return judgement


def redraw(store: Store) -> None:
    """Draw the findings anew with the judgements given since; nothing where none wait. Raises ``StoreError``."""
    _draw(store, Quiet())


def take_away(dossier: Dossier, documents: Sequence[str], outlets: Sequence[str], speakers: Sequence[str]) -> Ablation:
    """What falls without these documents, outlets and speakers; the dossier is as a store gives it."""
    return without(dossier, _lexicon(), Taken(documents, outlets, speakers))


def play_scenario(dossier: Dossier, condition: str) -> Scenario:
    """What follows from a dossier's obligations if a thing happens: words, or the id of a happening."""
    return play(dossier, _lexicon(), condition)


def study(document: Document, reader: Callable[[Document], Parse], lexicon: Lexicon) -> Study:
    """Everything one document says. Pure: the same document gives the same readings, on any machine."""
    return readings(document, reader(document), lexicon)


def readings(document: Document, parse: Parse, lexicon: Lexicon) -> Study:
    """Everything a parsed document says. Each finder is given what those before it found."""
    grammar = grammar_of(document.text, parse)
    mentions = find_mentions(document, grammar, lexicon)
    times = find_times(document, grammar, lexicon)
    attributions = find_attributions(document, grammar, lexicon, mentions)
    gap = gap_of_language(document, grammar, lexicon)
    gaps = () if gap is None else (gap,)
    study = Study(doc=document.id, mentions=mentions, times=times, attributions=attributions, gaps=gaps)
    study = replace(study, events=find_events(document, grammar, lexicon, study))
    study = replace(study, figures=find_figures(document, grammar, lexicon, study))
    return replace(study, commitments=find_commitments(document, grammar, lexicon, study))


def studying(threads: int) -> Work:
    """``study`` with the reader and lexicon that ship, loaded once in each process that does the work."""
    return partial(_study_document, threads=threads)


def version_of(folders: Iterable[str]) -> str:
    """A digest of these folders of the package: rules, knowledge and weights.

    Nobody has to remember to raise a number when a rule changes, and what older rules made is made anew.
    """
    home, state = Path(__file__).parent, sha256()
    files = (path for folder in folders for path in (home / folder).rglob("*") if path.is_file())
    for name, path in sorted((path.relative_to(home).as_posix(), path) for path in files):
        if "__pycache__" not in name and not name.endswith(".md"):
            state.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\0".encode())
    return state.hexdigest()


def _read_new(paths: Sequence[Path], store: Store, engine: Engine, progress: Progress) -> Read:
    """Acquire the files that are new or changed, each stored as it comes."""
    version = version_of(READING)
    found, missing = discover(paths)
    files = [file for file in found if not _is_part_of(store, file)]
    new, unreadable = _look(files, store, version, progress)
    for gap in (*missing, *unreadable):
        _store_gap(store, gap, version)
    _forget_mended(store, files, missing, version)
    gaps, documents = {*missing, *unreadable}, 0
    progress.stage("Reading", len(new))
    for file, acquired in zip(new, engine.map(_acquire_file, new), strict=True):
        if isinstance(acquired, Lost):
            gap = Gap(path=file.path, room="read", reason=acquired.reason)
            _store_gap(store, gap, version)
            gaps.add(gap)
        else:
            store.add_source(acquired.path, acquired.sha256, version, acquired.documents, acquired.gaps)
            gaps.update(acquired.gaps)
            documents += len(acquired.documents)
        progress.step()
    unchanged = len(files) - len(new) - len(unreadable)
    return Read(tuple(file.path for file in files), unchanged, documents, frozenset(gaps))


def _look(
    files: Sequence[SourceFile], store: Store, version: str, progress: Progress
) -> tuple[list[SourceFile], list[Gap]]:
    """The files that are not stored as they are, and those whose bytes cannot be had."""
    new: list[SourceFile] = []
    unreadable: list[Gap] = []
    progress.stage("Looking", len(files))
    for file in files:
        try:
            bytes_now = fingerprint(file)
        except UnreadableError as error:
            unreadable.append(Gap(path=file.path, room="read", reason=str(error)))
        else:
            if not store.has_source(file.path, bytes_now, version):
                new.append(file)
        progress.step()
    return new, unreadable


def _is_part_of(store: Store, file: SourceFile) -> bool:
    """Whether the file is the store being built, or one that SQLite keeps beside it: no report."""
    own = store.path.resolve()
    return file.location.resolve() in {own.with_name(own.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")}


def _store_gap(store: Store, gap: Gap, version: str) -> None:
    """Store a file that gave nothing but a gap, once; the reason stands in for the bytes that could not be had."""
    reason = text_hash(gap.reason)
    if not store.has_source(gap.path, reason, version):
        store.add_source(gap.path, reason, version, (), (gap,))


def _forget_mended(store: Store, files: Sequence[SourceFile], missing: Sequence[Gap], version: str) -> None:
    """Drop the gap of a folder that could not be entered once, now that files were found in it."""
    folders = {folder.as_posix() for file in files for folder in PurePosixPath(file.path).parents}
    for gap in store.gaps():
        if gap.path in folders and gap not in missing:
            store.add_source(gap.path, text_hash(""), version, (), ())


def _study_new(store: Store, engine: Engine, progress: Progress, work: Work) -> tuple[Study, ...]:
    """Study the documents that have no study by these rules, each stored as it comes."""
    version = version_of(STUDYING)
    new = store.unstudied(version)
    progress.stage("Studying", len(new))
    studied: list[Study] = []
    for document, result in zip(new, engine.map(work, new), strict=True):
        if isinstance(result, Lost):
            studied.append(_unstudied(document, result.reason))
            store.add_study(studied[-1], LOST)
        else:
            studied.append(result)
            store.add_study(result, version)
        progress.step()
    return tuple(studied)


def _draw(store: Store, progress: Progress) -> Dossier:
    """The findings over everything stored, drawn anew unless nothing they rest on has changed."""
    version = version_of(DRAWING)
    with _uncollected():
        if store.has_findings(version):
            progress.stage("Comparing", 1)
            dossier = store.dossier()
        else:
            progress.stage("Comparing", KINDS + 1)
            dossier = _drawn(store, version, progress)
    progress.step()
    return dossier


def _drawn(store: Store, version: str, progress: Progress) -> Dossier:
    """New findings, written: what is returned is what the store would give back, which takes as long as writing it."""
    documents, studies = store.documents(), store.studies()
    gaps = {*store.gaps(), *repeated_ids(documents), *(gap for study in studies for gap in study.gaps)}
    found = assemble(documents, studies, _sorted(gaps), _lexicon(), store.judgements(), progress.step)
    store.write_findings(found, version)
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: millions of records are made that hold none, and each search looks at them all."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _summary(dossier: Dossier, read: Read, studied: Sequence[Study], seconds: float) -> Summary:
    new, given = {study.doc for study in studied}, set(read.files)
    stored = sum(
        not given.isdisjoint((document.path, document.path.rpartition("#")[0])) for document in dossier.documents
    )
    return Summary(
        files=len(read.files),
        unchanged_files=read.unchanged,
        documents_given=max(stored, read.documents),
        documents_new=len(studied),
        documents=len(dossier.documents),
        accounts=len(dossier.accounts),
        attributions=sum(len(study.attributions) for study in dossier.studies),
        events=sum(len(study.events) for study in dossier.studies),
        figures=sum(len(study.figures) for study in dossier.studies),
        commitments=sum(len(study.commitments) for study in dossier.studies),
        actors=len(dossier.actors),
        utterances=len(dossier.utterances),
        happenings=len(dossier.happenings),
        obligations=len(dossier.obligations),
        discrepancies=len(dossier.discrepancies),
        gaps=len(dossier.gaps),
        new_gaps=tuple(gap for gap in dossier.gaps if gap in read.gaps or gap.doc in new),
        seconds=seconds,
        documents_per_second=len(studied) / seconds if studied else None,
    )


def _acquire_file(file: SourceFile) -> Acquired:
    return acquire(file, _furniture())


def _study_document(document: Document, threads: int) -> Study:
    """``study``; a document that is too much for this machine's memory is a gap."""
    reader, lexicon = _reader(threads), _lexicon()
    try:
        return study(document, reader, lexicon)
    except (StandoffError, MemoryError) as error:
        return _unstudied(document, str(error) or "not enough memory to study it")


def _unstudied(document: Document, reason: str) -> Study:
    gap = Gap(path=document.path, room="extract", reason=reason, doc=document.id)
    return Study(doc=document.id, gaps=(gap,))


def _sorted(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(set(gaps), key=Gap.key))


# Loaded on first use, once in each process: weights and knowledge are the same wherever they are loaded.


@cache
def _reader(threads: int) -> Reader:
    return load_reader(threads)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


@cache
def _furniture() -> Furniture:
    return load_furniture()
