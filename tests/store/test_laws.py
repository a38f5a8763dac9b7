"""The laws at the level of the store: spans read back, order and batches do not show, nothing is lost."""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.core.dossier import Dossier
from standoff.core.integrity import dossier_faults
from standoff.export.facts import facts
from standoff.export.verify import verify
from standoff.store.file import Store
from tests.builders import Source, dossiers, sources
from tests.store.small_build import build, rows

EXAMPLES = 25  # each writes several files
MEMORY = Path("/dev/shm")  # where there is one: these laws ask what is written, not what a disk does with it


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


def write(path: Path, dossier: Dossier) -> None:
    with Store.open(path, create=True) as store:
        for document in dossier.documents:
            store.add_source(document.id, "sha256", "1", [document], [])
        store.add_studies(dossier.studies, "1")
        store.add_judgements(dossier.judgements)
        store.write_findings(dossier)


def read(path: Path) -> Dossier:
    with Store.open(path) as store:
        return store.dossier()


@settings(max_examples=EXAMPLES)
@given(dossiers())
def test_a_dossier_comes_back_equal(dossier: Dossier) -> None:
    with folder() as place:
        write(place / "x.standoff", dossier)
        assert read(place / "x.standoff") == dossier


@settings(max_examples=EXAMPLES)
@given(dossiers())
def test_every_span_reads_back_and_verifies_after_the_round_trip(dossier: Dossier) -> None:
    with folder() as place:
        write(place / "x.standoff", dossier)
        found = read(place / "x.standoff")
    assert list(dossier_faults(found)) == []
    assert facts(found) == facts(dossier)
    assert verify(facts(found).split(b"\n")) == ()


def words_by_id(connection: sqlite3.Connection, *kinds: str) -> dict[str, str]:
    """What the views of these kinds say stands at each reading."""
    return dict(row for kind in kinds for row in connection.execute(f"SELECT {kind}, words FROM {kind}_words"))


@settings(max_examples=EXAMPLES)
@given(dossiers())
def test_the_views_read_the_words_that_the_spans_do(dossier: Dossier) -> None:
    texts = {document.id: document for document in dossier.documents}
    mentions = {m.id: texts[s.doc].quote(m.at) for s in dossier.studies for m in s.mentions}
    contents = {
        (a.id, piece.start): texts[s.doc].quote(piece)
        for s in dossier.studies
        for a in s.attributions
        for piece in a.content
    }
    sources = {
        a.id: texts[s.doc].quote(a.source) if a.source is not None else None
        for s in dossier.studies
        for a in s.attributions
    }
    kinds = [(s.times, s.events, s.figures, s.commitments) for s in dossier.studies]
    placed = {r.id: texts[r.at.doc].quote(r.at) for kind in kinds for readings in kind for r in readings}
    consequents = {
        c.id: texts[s.doc].quote(c.consequent) if c.consequent is not None else None
        for s in dossier.studies
        for c in s.commitments
    }
    passages = [
        (texts[left.doc].quote(left), texts[right.doc].quote(right))
        for lineage in dossier.lineages
        for left, right in lineage.passages
    ]
    with folder() as place:
        write(place / "x.standoff", dossier)
        with closing(sqlite3.connect(place / "x.standoff")) as connection:
            assert dict(connection.execute("SELECT mention, words FROM mention_words")) == mentions
            found = connection.execute("SELECT attribution, start, words FROM content_words")
            assert {(key, start): words for key, start, words in found} == contents
            assert dict(connection.execute("SELECT attribution, source FROM attribution_words")) == sources
            assert words_by_id(connection, "time", "event", "figure", "commitment") == placed
            assert dict(connection.execute("SELECT commitment, consequent FROM commitment_words")) == consequents
            assert connection.execute("SELECT left_words, right_words FROM passage_words").fetchall() == passages


@settings(max_examples=EXAMPLES)
@given(sources(), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_show(given_sources: tuple[Source, ...], order: random.Random) -> None:
    shuffled = list(given_sources)
    order.shuffle(shuffled)
    with folder() as place:
        build(place / "a", given_sources)
        build(place / "b", shuffled)
        assert facts(read(place / "a")) == facts(read(place / "b"))
        assert rows(place / "a") == rows(place / "b")


@settings(max_examples=EXAMPLES)
@given(sources(), st.data())
def test_adding_in_batches_equals_building_at_once(given_sources: tuple[Source, ...], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_sources))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(shuffled)))))
    with folder() as place:
        build(place / "at once", given_sources)
        for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True):
            build(place / "batches", shuffled[start:end])
        assert facts(read(place / "batches")) == facts(read(place / "at once"))
        assert rows(place / "batches") == rows(place / "at once")


@settings(max_examples=EXAMPLES)
@given(sources(), sources(), st.randoms(use_true_random=False))
def test_newer_rules_leave_what_they_alone_would_have_made(
    older: tuple[Source, ...], newer: tuple[Source, ...], order: random.Random
) -> None:
    """The same files read by another version: nothing of the older reading is left, in any order."""
    again = [
        msgspec.structs.replace(source, documents=found.documents, gaps=found.gaps)
        for source, found in zip(older, newer, strict=False)
    ]
    shuffled = list(again)
    order.shuffle(shuffled)
    with folder() as place:
        build(place / "grown", older[: len(again)], version="1")
        build(place / "grown", shuffled, version="2")
        build(place / "fresh", again, version="2")
        assert rows(place / "grown") == rows(place / "fresh")


@settings(max_examples=EXAMPLES)
@given(sources())
def test_building_again_changes_nothing(given_sources: tuple[Source, ...]) -> None:
    with folder() as place:
        build(place / "x", given_sources)
        before = (place / "x").read_bytes()
        with Store.open(place / "x", create=True) as store:
            assert all(store.has_source(source.path, source.sha256, "1") for source in given_sources)
            assert store.unstudied("1") == ()
            assert store.has_findings("1")
        assert (place / "x").read_bytes() == before
