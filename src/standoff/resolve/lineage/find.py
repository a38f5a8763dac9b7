"""Who told this, really: which documents are copies or excerpts of one text, which quote one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.core.findings import Lineage
from standoff.core.records import Document, Study
from standoff.resolve.lineage.candidates import MOST_HOLDERS, Likely, likely_pairs, telling
from standoff.resolve.lineage.compare import Outline, lineage_of, whole_copy
from standoff.resolve.lineage.direction import directed
from standoff.resolve.lineage.numbers import Numbers, numbers_of, runs_of
from standoff.resolve.lineage.refrains import own_words, refrains
from standoff.resolve.lineage.shingles import grouped
from standoff.resolve.lineage.verbatim import RUN


def find_lineages(documents: Sequence[Document], studies: Sequence[Study] = ()) -> tuple[Lineage, ...]:
    """How pairs of documents came from one text, with the passages they share; sorted, whatever the order given.

    An index of neighbouring content words proposes pairs, which are then aligned, first word by word, then by the
    words a rewrite keeps. Where more than ``MOST_HOLDERS`` texts share their words each is compared with the first of
    them alone, by date and id: so the copies of a text are listed as pairs with that one, and the work and the list
    grow with the documents. Studies tell whose date cannot be, and so which was first.
    """
    ordered = sorted(documents, key=_first)
    texts = _numbers(ordered)
    twins = _twins(texts)
    met = [place for place in range(len(ordered)) if place not in twins]
    likely = likely_pairs([texts[place] for place in met])
    outlines = _outlines([ordered[place] for place in met], [texts[place] for place in met], likely)
    enough = telling(likely, [outline.telling for outline in outlines])
    pairs = zip(*(each[enough].tolist() for each in (likely.left, likely.right, likely.wide)), strict=True)
    found = [lineage_of(outlines[left], outlines[right], wide) for left, right, wide in pairs]
    found.extend(
        whole_copy(ordered[first], texts[first], ordered[place], texts[place]) for place, first in twins.items()
    )
    related = sorted((each for each in found if each is not None), key=lambda each: each.documents)
    return directed(related, documents, studies)


def _numbers(documents: Sequence[Document]) -> list[Numbers]:
    """The words of each article; of texts that are the same to a character those of the first."""
    known: dict[tuple[str, tuple[tuple[int, int], ...]], Numbers] = {}
    found = []
    for document in documents:
        key = document.text, tuple(article_of(document))
        if key not in known:
            known[key] = numbers_of(*key)
        found.append(known[key])
    return found


def _outlines(documents: Sequence[Document], texts: Sequence[Numbers], likely: Likely) -> list[Outline]:
    """The documents as they are compared: refrains are told by all texts, near copies counted once."""
    runs = [runs_of(text.forms, RUN) for text in texts]
    near = zip(likely.left[likely.near].tolist(), likely.right[likely.near].tolist(), strict=True)
    common = refrains(runs, grouped(len(texts), [*near]), [document.outlet for document in documents])
    return [
        Outline(document, text, keys, own_words(keys, len(text.forms), common))
        for document, text, keys in zip(documents, texts, runs, strict=True)
    ]


def article_of(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of text between furniture and captions, which make no link between documents."""
    start = 0
    for left, right in sorted((*document.furniture, *document.captions)):
        if start < left:
            yield start, left
        start = max(start, right)
    yield start, len(document.text)


def _first(document: Document) -> tuple[bool, str, str]:
    """The order in which documents are met: the earlier published first, those without a date last."""
    since = None if document.published is None else document.published.since
    return since is None, "" if since is None else since.isoformat(), document.id


def _twins(texts: Sequence[Numbers]) -> dict[int, int]:
    """For each text of the same words as many others the first of them, which alone is compared with the rest."""
    same: dict[bytes, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        same[text.forms.tobytes()].append(place)
    return {place: places[0] for places in same.values() if len(places) > MOST_HOLDERS for place in places[1:]}
