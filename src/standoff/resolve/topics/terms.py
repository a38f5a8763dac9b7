"""What a document is about, as weighted terms: the stems it uses, names and the lead above the rest, the days it tells.

TF-IDF (Sparck Jones 1972; Salton and Buckley 1988) with logarithmic counts. How rare a stem is comes from the documents
and from a table of how common words are in English, so that a folder of five reports can be told apart as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import chain
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.core.records import Document, Study
from standoff.lexicon.common_words import CommonWords
from standoff.resolve.lineage.find import article_of
from standoff.resolve.wording import WORD, form_of, is_informative, stem_of

Indices = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Chosen on the training topics of ECB+ (benchmarks/topics.py), all together, few reports of few events, one event
# alone: LEAD 1 to 3 and NAME 1 to 2 differ by a point at most; 2 and 1.5 are in the middle of the best.
LEAD_WORDS = 100
"""Words of the headline and the lead, which say what a report is about."""
LEAD = 2
"""A word there counts as so many."""
NAME = 1.5
"""A word of a name weighs so much more: events of one kind differ in who and where."""
MOST = 3_000
"""Characters that are looked at: what a long report is about stands on its first page."""
HEAVIEST = 150
"""Terms kept of a document: they hold nearly all of its length."""
DAY = timedelta(days=1)


class Vectors(NamedTuple):
    """A sparse row of unit length for each document, one after the other; terms rising in each."""

    starts: Indices
    """One more than documents."""
    terms: Indices
    weights: Floats
    width: int
    """How many terms there are."""

    def row(self, index: int) -> tuple[Indices, Floats]:
        """The terms and weights of one document."""
        place = slice(self.starts[index], self.starts[index + 1])
        return self.terms[place], self.weights[place]


def terms_of(document: Document, study: Study | None) -> dict[str, float]:
    """How much each term counts in a document, before how rare it is. Linear in its text."""
    tokens = _tokens(document)
    counts = _stems((*tokens, *tokens[:LEAD_WORDS] * (LEAD - 1)))
    weights = {stem: 1 + log(count) for stem, count in counts.items()}
    if study is not None:
        for stem in _name_stems(document, study):
            if stem in weights:
                weights[stem] *= NAME
        weights |= dict.fromkeys(_days(study), 1.0)
    return weights


def _tokens(document: Document) -> list[str]:
    """The first words of the article as they are written."""
    tokens: list[str] = []
    left = MOST
    for start, end in article_of(document):
        if left > 0:
            tokens += WORD.findall(document.text, start, min(end, start + left))
            left -= end - start
    return tokens


def _stems(tokens: Iterable[str]) -> dict[str, int]:
    """How often each stem stands there, function words left out; each word is looked at once, to be quick."""
    counts: dict[str, int] = {}
    for token, count in Counter(tokens).items():
        stem = term_of(token)
        if stem:
            counts[stem] = counts.get(stem, 0) + count
    return counts


@lru_cache(maxsize=1 << 18)
def term_of(token: str) -> str:
    """The stem of a word; empty for a function word."""
    form = form_of(token)
    return stem_of(form) if is_informative(form) else ""


def _name_stems(document: Document, study: Study) -> set[str]:
    """The stems of the words in names; empty among them where a name has a function word."""
    spans = (mention.name for mention in study.mentions if mention.form == "name" and mention.name is not None)
    names = {document.text[span.start : span.end] for span in spans}
    return set(map(term_of, WORD.findall("\n".join(names))))


def _days(study: Study) -> set[str]:
    """The single days told, as terms that no word is like."""
    told = (time.when for time in study.times)
    return {f"@{when.since}" for when in told if when and when.since and when.until and when.until - when.since == DAY}


def vectors_of(weighted: Sequence[Mapping[str, float]], common: CommonWords) -> Vectors:
    """The documents as unit vectors: each term times the logarithm of its rarity in them and in English."""
    holders = Counter(chain.from_iterable(weighted))
    number = {term: index for index, term in enumerate(sorted(holders))}
    total = 1 + common.pieces + len(weighted)
    rarity = np.array([log(total / (common.counts.get(term, 0) + holders[term] + 0.5)) for term in number], np.float64)
    rows = [_row(terms, number, rarity) for terms in weighted]
    starts = np.cumsum([0, *(len(terms) for terms, _ in rows)], dtype=np.int64)
    return Vectors(
        starts,
        np.concatenate([np.empty(0, np.int64), *(terms for terms, _ in rows)]),
        np.concatenate([np.empty(0), *(weights for _, weights in rows)]),
        len(number),
    )


def _row(weighted: Mapping[str, float], number: Mapping[str, int], rarity: Floats) -> tuple[Indices, Floats]:
    """The heaviest terms of one document and their weights, of unit length together."""
    terms = np.fromiter(map(number.__getitem__, weighted), np.int64, len(weighted))
    weights = np.fromiter(weighted.values(), np.float64, len(weighted)) * rarity[terms]
    heaviest = np.lexsort((terms, -weights))[:HEAVIEST]
    kept = np.sort(terms[heaviest]), weights[heaviest][np.argsort(terms[heaviest])]
    length = float(np.sqrt(kept[1] @ kept[1]))
    return kept[0], kept[1] / length if length else kept[1]
