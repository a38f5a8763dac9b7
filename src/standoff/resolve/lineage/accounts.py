"""Accounts: documents with one origin, the only unit of corroboration."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.findings import Account, Lineage
from standoff.core.records import Document
from standoff.resolve.lineage.find import article_of
from standoff.resolve.lineage.shingles import Pair, grouped

WHOLE = frozenset({"copy", "rewrite"})


def find_accounts(documents: Sequence[Document], lineages: Sequence[Lineage]) -> tuple[Account, ...]:
    """A partition of the documents, sorted: each stands in exactly one account, alone where it copies nothing.

    Copies and rewrites collapse. An excerpt joins the one text it was most taken from: two long reports that
    both reprint one short release are not thereby one account. A shared release joins nothing.
    """
    ids = sorted({document.id for document in documents})
    place = {doc: index for index, doc in enumerate(ids)}
    sizes = {document.id: sum(end - start for start, end in article_of(document)) for document in documents}
    pairs = [_places(each, place) for each in lineages if each.relation in WHOLE]
    pairs.extend(_places(each, place) for each in _best_origin(lineages, sizes).values())
    members: dict[int, list[str]] = {}
    for doc, group in zip(ids, grouped(len(ids), pairs), strict=True):
        members.setdefault(group, []).append(doc)
    return tuple(sorted((Account(documents=tuple(docs)) for docs in members.values()), key=lambda each: each.documents))


def _best_origin(lineages: Sequence[Lineage], sizes: dict[str, int]) -> dict[str, Lineage]:
    """For each document that is an excerpt, the lineage to the text it shares most with; ties by identity."""
    best: dict[str, Lineage] = {}
    for lineage in sorted(lineages, key=lambda each: (-each.score, each.documents)):
        if lineage.relation == "excerpt":
            best.setdefault(min(lineage.documents, key=lambda doc: (sizes[doc], doc)), lineage)
    return best


def _places(lineage: Lineage, place: dict[str, int]) -> Pair:
    left, right = lineage.documents
    return place[left], place[right]
