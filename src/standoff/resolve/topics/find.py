"""Topics: documents about one event, without knowing how many events there are."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.findings import Topic
from standoff.core.records import Document, Study


def find_topics(documents: Sequence[Document], studies: Sequence[Study]) -> tuple[Topic, ...]:
    """A partition of the documents, sorted by id, whatever the order given."""
    return ()
