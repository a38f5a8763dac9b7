"""Ids that two files give to two documents."""

from __future__ import annotations

from standoff.core.records import Document
from standoff.read.identity import repeated_ids


def record(path: str, text: str, given_id: str | None) -> Document:
    return Document(path=path, text=text, given_id=given_id)


ONE = record("a.jsonl#7", "The envoy left.", "7")
OTHER = record("b.jsonl#7", "The envoy stayed.", "7")
SAME = record("c.jsonl#7", "The envoy left.", "7")


def test_the_later_file_is_told_with_what_it_repeats() -> None:
    found = repeated_ids([OTHER, SAME, ONE])
    assert [(gap.path, gap.reason, gap.doc) for gap in found] == [
        ("b.jsonl#7", "has the id '7' of a.jsonl#7 and another text; both are kept", OTHER.id),
        ("c.jsonl#7", "has the id '7' of a.jsonl#7 and the same text; both are kept", SAME.id),
    ]


def test_the_order_of_the_documents_does_not_matter() -> None:
    assert repeated_ids([ONE, OTHER, SAME]) == repeated_ids([SAME, OTHER, ONE])


def test_one_document_seen_twice_repeats_nothing() -> None:
    assert repeated_ids([ONE, ONE]) == ()


def test_documents_without_an_id_and_of_one_file_are_left_alone() -> None:
    again = record("a.jsonl#3", "The envoy slept.", "7")  # told when a.jsonl was read
    assert repeated_ids([ONE, again, record("x.txt", "a", None), record("y.txt", "b", None)]) == ()
