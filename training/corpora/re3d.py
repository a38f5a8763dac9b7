"""re3d (Dstl, Aleph Insights, Committed Software 2017): entities in reports on Syria and Iraq, marked by hand.

88 documents in five folders, each under its own licence: australian-department-of-foreign-affairs CC BY 3.0 AU;
centcom and us-state-department public domain; uk-government Open Government Licence 3.0; wikipedia CC BY-SA 3.0.
Its entities are phrases, not names; ``name_spans`` cuts them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff.parse.pieces import Vocabulary, to_pieces
from standoff.parse.words import split_words
from training.corpora.name_spans import LOCATION, ORGANIZATION, PERSON, Span, label_names
from training.corpora.proper_names import MISC
from training.example import Example

TYPES = {"Person": PERSON, "Organisation": ORGANIZATION, "Location": LOCATION, "Nationality": MISC}


def read(path: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Every document under ``path`` (the folder with the five folders) as one example, sorted by its identifier."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for record in _records(path, "entities.json"):
        if record["type"] in TYPES:
            spans[record["documentId"]].append((record["begin"], record["end"], TYPES[record["type"]]))
    for document in sorted(_records(path, "documents.json"), key=lambda record: str(record["_id"])):
        text: str = document["text"]
        words = split_words(text)
        names = label_names(text, words, spans[document["_id"]])
        yield Example(to_pieces(text, words, vocabulary), {"name": names})


def _records(path: Path, name: str) -> Iterator[dict[str, Any]]:
    for file in sorted(path.glob(f"*/{name}")):
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
