"""Utterances: attributions in several documents that report one statement, in one or more wordings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, pairwise, product
from typing import NamedTuple

import numpy as np

from standoff.core.findings import Account, Actor, Difference, Independent, Lineage, Utterance
from standoff.core.records import Document, Study, Why
from standoff.resolve.actors.speakers import Voice, speakers_of, voice
from standoff.resolve.gather import gather
from standoff.resolve.lineage.shingles import Keys, Pair, key_of, pairs_sharing
from standoff.resolve.rulings import NONE, Rulings
from standoff.resolve.utterances.differences import differences
from standoff.resolve.utterances.likeness import Likeness, Statement, likeness, make_statements
from standoff.resolve.wording import words_of

ALIKE: dict[Voice, tuple[tuple[float, int, float], ...]] = {
    "same": ((0.6, 4, 0.0), (0.95, 3, 0.0), (0.5, 10, 0.0)),
    "open": ((0.7, 5, 0.0), (0.95, 4, 0.0), (0.6, 12, 0.0)),
    "through": ((0.7, 5, 0.5), (0.95, 4, 0.5), (0.7, 12, 0.3)),
    "different": ((0.9, 8, 0.8),),
}
"""By what is known of the speakers: least score, informative words shared and cover.

Fewer words do where they are verbatim, a lower score where they are many. Swept from 0.5 to 0.8 on pairs of wordings
made by hand (tests/resolve/test_utterances.py): the same statement scores 0.65 and more, another on the same matter
0.56 and less; on the paraphrase corpus 0.6 has a precision of 0.77 and a recall of 0.85 (benchmarks/paraphrase.py).
Where the text names no speaker, or a body for a person, more is asked, and of the latter most of the content: "the
ministry said that the minister rejected it" holds what the minister said, and is another statement. Two who both speak
must say the same almost word for word: then the reports differ about who spoke.
"""
RARE = 100
"""A word or pair of words in more contents than this proposes no pair."""
LEAST_SHARED = 2
"""Rare words, or pairs of neighbours, two contents must share to be compared."""

SPEAKERS: dict[Voice, str] = {
    "same": "same speaker",
    "open": "a speaker not named",
    "through": "a person and a body",
    "different": "speakers differ",
}


class Hearing(NamedTuple):
    """Every statement, who speaks, and how close two of them are; statements are named by index."""

    statements: list[Statement]
    speakers: list[Actor | None]
    compare: Callable[[int, int], Likeness]
    """Takes the lesser index first."""

    def likeness(self, one: int, other: int) -> Likeness:
        """How close two statements are."""
        return self.compare(min(one, other), max(one, other))

    def voice(self, one: int, other: int) -> Voice:
        """What is known of their speakers."""
        return voice(self.speakers[one], self.speakers[other])


def find_utterances(
    documents: Sequence[Document],
    studies: Sequence[Study],
    actors: Sequence[Actor],
    accounts: Sequence[Account],
    lineages: Sequence[Lineage],
    rulings: Rulings = NONE,
) -> tuple[Utterance, ...]:
    """The statements that two documents or more report; sorted, whatever the order given.

    An attribution is in one utterance at most. Each wording is close to the fullest one, so that no chain of
    small steps joins two statements; numbers and negations never differ; an attribution and what is quoted
    within it are two statements. Raises ``KeyError`` for a study without document or account.
    """
    hearing = _hear(statements_of(documents, studies, accounts), speakers_of(studies, actors))
    likely = {*_sharing(hearing.statements), *_side_by_side(hearing.statements, lineages)}
    groups = gather(_joins(hearing, likely), lambda left, right: _holds(hearing, left, right))
    found = (_utterance(hearing, group) for group in groups)
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.attributions))


def _hear(statements: list[Statement], speakers: Mapping[str, Actor]) -> Hearing:
    @cache
    def compare(left: int, right: int) -> Likeness:
        return likeness(statements[left], statements[right])

    return Hearing(statements, [speakers.get(each.id) for each in statements], compare)


def statements_of(
    documents: Sequence[Document], studies: Sequence[Study], accounts: Sequence[Account]
) -> list[Statement]:
    """Every attribution with the words of its content and the account it stands in. Raises ``KeyError`` as above."""
    texts = {document.id: document.text for document in documents}
    account_of = {doc: account.id for account in accounts for doc in account.documents}
    return make_statements(
        (each, account_of[study.doc], words_of(texts[study.doc], [(span.start, span.end) for span in each.content]))
        for study in studies
        for each in study.attributions
    )


def _sharing(statements: Sequence[Statement]) -> list[Pair]:
    """Pairs that share rare words."""
    return pairs_sharing([_keys(each) for each in statements], LEAST_SHARED, RARE)


def _side_by_side(statements: Sequence[Statement], lineages: Sequence[Lineage]) -> Iterator[Pair]:
    """Pairs in passages that two documents share, however common their words are in the dossier."""
    in_document: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(statements):
        in_document[each.attribution.doc].append(index)
    for lineage in lineages:
        for passage in lineage.passages:
            here, there = (
                [index for index in in_document[span.doc] if statements[index].attribution.content[0].overlaps(span)]
                for span in passage
            )
            yield from ((min(pair), max(pair)) for pair in product(here, there))


def _joins(hearing: Hearing, likely: Iterable[Pair]) -> list[Pair]:
    """Of the likely pairs those that report one statement: one speaker's first, of them the closest on both sides."""
    stems = [frozenset(_informative(each)) for each in hearing.statements]
    found = []
    for pair in likely:
        known, common = hearing.voice(*pair), len(stems[pair[0]] & stems[pair[1]])
        least = min(shared for _, shared, _ in ALIKE[known]) - 1  # one may be misspelt
        if common >= least and _alike(hearing, *pair):
            found.append((known != "same", -hearing.likeness(*pair).mean, pair))
    return [pair for *_, pair in sorted(found)]


def _informative(each: Statement) -> Iterable[str]:
    return compress(each.stems, each.informative)


def _keys(each: Statement) -> Keys:
    """Its informative words, and its pairs of such words one after the other, as numbers."""
    stems = list(_informative(each))
    return np.unique(np.array([key_of(key) for key in (*stems, *map(" ".join, pairwise(stems)))], np.uint64))


def _alike(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two attributions report one statement."""
    found = hearing.likeness(one, other)
    close = any(
        found.score >= score and found.shared >= shared and found.cover >= cover
        for score, shared, cover in ALIKE[hearing.voice(one, other)]
    )
    return close and not _apart(hearing, one, other)


def _apart(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two attributions cannot report one statement: they contradict, or one is quoted in the other."""
    left, right = (hearing.statements[index].attribution for index in (one, other))
    if left.doc == right.doc and any(here.overlaps(there) for here, there in product(left.content, right.content)):
        return True
    return hearing.likeness(one, other).conflict


def _opposed(hearing: Hearing, one: int, other: int) -> bool:
    """Whether two attributions can in no company report one statement."""
    if _apart(hearing, one, other):
        return True
    return hearing.voice(one, other) == "different" and not _alike(hearing, one, other)


def _holds(hearing: Hearing, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two groups are one: each wording is like the fullest, and no two are opposed."""
    fullest = _fullest(hearing, (*left, *right))
    if not all(_alike(hearing, fullest, each) for each in (*left, *right) if each != fullest):
        return False
    return not any(_opposed(hearing, *pair) for pair in product(left, right))


def _fullest(hearing: Hearing, group: Sequence[int]) -> int:
    """The longest wording in words; of equals the one in the earliest document by identity."""
    heard = hearing.statements
    return min(group, key=lambda index: (-len(heard[index].stems), heard[index].attribution.doc, index))


def _utterance(hearing: Hearing, group: Sequence[int]) -> Utterance | None:
    """The record of a group; ``None`` where all of it stands in one document."""
    members = [hearing.statements[index] for index in group]
    if len({each.attribution.doc for each in members}) == 1:
        return None
    fullest = _fullest(hearing, group)
    others = [index for index in group if index != fullest]
    return Utterance(
        speaker=_speaker([hearing.speakers[index] for index in (fullest, *others)]),
        attributions=tuple(each.id for each in members),
        fullest=hearing.statements[fullest].id,
        accounts=tuple(sorted({each.account for each in members})),
        independent=Independent(lower=1, upper=len({each.account for each in members})),
        differences=tuple(each for index in others for each in _differences(hearing, fullest, index)),
        why=_why(hearing, fullest, others),
    )


def _differences(hearing: Hearing, fullest: int, other: int) -> tuple[Difference, ...]:
    found, full = hearing.likeness(fullest, other), hearing.statements[fullest]
    window = found.window if found.longer == full.id else (0, len(full.stems))
    return differences(full, hearing.statements[other], window)


def _speaker(speakers: Sequence[Actor | None]) -> str | None:
    """The actor most wordings name, a named one before an unnamed; of equals the first, the fullest wording's."""
    counts = Counter(actor.id for actor in speakers if actor is not None)
    ranked = sorted(
        (actor for actor in speakers if actor is not None), key=lambda each: (not each.named, -counts[each.id])
    )
    return ranked[0].id if ranked else None


def _why(hearing: Hearing, fullest: int, others: Sequence[int]) -> Why:
    """The wording farthest from the fullest, and the weakest thing known of the speakers."""
    farthest = min((hearing.likeness(fullest, index) for index in others), key=lambda each: each.score)
    voices = {hearing.voice(fullest, index) for index in others}
    weakest = next(each for each in ("different", "through", "open", "same") if each in voices)
    said = f"{farthest.shared} of {farthest.of} informative words shared at the least; {SPEAKERS[weakest]}"
    return Why("resolve.utterances", round(farthest.score, 3), said)
