"""MEANTIME (Minard and others 2016; CC BY 4.0): Wikinews on aircraft makers, a computer maker and markets.

90 English articles, one sentence a line. Only the first sentences of each were annotated throughout (in the rest
only what corefers with them), so only these are read. Mentions are phrases, not names; ``name_spans`` cuts them.
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
from training.example import UNLABELLED, Example

ANNOTATED = 6  # sentences, the headline and the date line among them
# By the beginning of a chain's name; FIN is indices, exchanges and currencies together: of no one kind.
KINDS = {"PER": PERSON, "ORG": ORGANIZATION, "LOC": LOCATION, "PRO": MISC}
NAMES = frozenset(("NAM", "PRE.NAM"))


def read(path: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """The annotated part of every article of ``path/docs.jsonl`` as one example, in file order."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in _records(path / "mentions.jsonl"):
        if mention["tag"] == "ENTITY_MENTION" and (mention["attr"] or {}).get("syntactic_type") in NAMES:
            kind = KINDS.get((mention["chain"] or "")[:3], UNLABELLED)
            spans[mention["doc_id"]].append((mention["start"], mention["end"], kind))
    for document in _records(path / "docs.jsonl"):
        text = "\n".join(document["text"].split("\n")[:ANNOTATED])
        words = split_words(text)
        if words:
            names = label_names(text, words, [span for span in spans[document["doc_id"]] if span[1] <= len(text)])
            yield Example(to_pieces(text, words, vocabulary), {"name": names})


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
