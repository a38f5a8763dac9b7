"""How likely two events are one: named features of a pair, and the weights that were learned for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from standoff.resolve.happenings.traces import EVER, TYPES, Traces

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Vectors = npt.NDArray[np.float32]

MUTUAL = np.array([TYPES.index(kind) for kind in ("CONSULT", "AGREE", "COOPERATE")], np.int32)
"""Types of what several do together: another company makes it another event."""
WEAK = 0.25
"""The least that all who take part in an event weigh together: to share only whom every report names says little."""
MORE = 1.3
"""So many times what two events share must weigh all that one of them has, that it has somebody of its own."""


class Pairs:
    """The two sides of many pairs."""

    def __init__(self, traces: Traces, vectors: Vectors, left: Ints, right: Ints) -> None:
        """Rows of the traces, one of each side a pair."""
        self.traces, self.vectors, self.left, self.right = traces, vectors, left, right

    def equal(self, column: Ints) -> Bools:
        """Where both have one value."""
        return np.asarray(column[self.left] == column[self.right])

    @cached_property
    def actors(self) -> tuple[Floats, Floats, Floats]:
        """What the actors of both, of the one and of the other weigh."""
        actors = self.traces.actors
        return shared(actors[self.left], actors[self.right], self.traces.actor_weights)


def shared(left: Ints, right: Ints, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """The weights of what both rows hold, and of what each holds; padding is -1, whose weight is 0."""
    held = (left[:, :, None] == right[:, None, :]).any(2) & (left >= 0)
    own = weights[left]
    return (own * held).sum(1), own.sum(1), weights[right].sum(1)


def overlap(left: Ints, right: Ints, weights: Floats) -> Floats:
    """What both hold as a share of what the lesser holds, as far as there is enough to tell (one full weight)."""
    common, one, other = shared(left, right, weights)
    return np.asarray(common / np.maximum(np.minimum(one, other), 1.0), np.float32)


def same_lemma(pairs: Pairs) -> Floats:
    """The triggers are forms of one word, and not surely of two types: "calls for" is no "call"."""
    return np.asarray(pairs.equal(pairs.traces.lemma) * (1 - other_type(pairs)), np.float32)


def near_meaning(pairs: Pairs) -> Floats:
    """How near the meanings of two different trigger words are."""
    vector = pairs.traces.vector
    found = np.einsum("ij,ij->i", pairs.vectors[vector[pairs.left]], pairs.vectors[vector[pairs.right]])
    return np.asarray(np.where(pairs.equal(pairs.traces.lemma), 0, np.maximum(found, 0)), np.float32)


def same_type(pairs: Pairs) -> Floats:
    """Both have one PLOVER type, as far as it is sure."""
    left, right = pairs.traces.sure[pairs.left], pairs.traces.sure[pairs.right]
    return np.asarray(pairs.equal(pairs.traces.type) * left * right, np.float32)


def other_type(pairs: Pairs) -> Floats:
    """Each has a PLOVER type of its own, as far as both are sure."""
    left, right = pairs.traces.sure[pairs.left], pairs.traces.sure[pairs.right]
    return np.asarray(~pairs.equal(pairs.traces.type) * left * right, np.float32)


def shared_actors(pairs: Pairs) -> Floats:
    """The same take part: how much of all who do."""
    common, one, other = pairs.actors
    return np.asarray(common / np.maximum(np.maximum(one, other), WEAK), np.float32)


def same_parties(pairs: Pairs) -> Floats:
    """Of one type, between the same two or more, and neither names others."""
    common, one, other = pairs.actors
    two = (pairs.traces.actors[pairs.left, 1] >= 0) & (pairs.traces.actors[pairs.right, 1] >= 0)
    return np.asarray(two & (one == common) & (other <= common * MORE) & pairs.equal(pairs.traces.type), np.float32)


def same_parties_and_day(pairs: Pairs) -> Floats:
    """And on one day."""
    since, until, dated = pairs.traces.since, pairs.traces.until, pairs.traces.dated
    narrow = dated & (until - since <= 2)
    day = narrow[pairs.left] & narrow[pairs.right] & (np.abs(since[pairs.left] - since[pairs.right]) <= 1)
    return np.asarray(same_parties(pairs) * day, np.float32)


def other_actors(pairs: Pairs) -> Floats:
    """Both tell by name who takes part, and none is the same."""
    common, one, other = pairs.actors
    return np.asarray((common == 0) & (one >= WEAK) & (other >= WEAK), np.float32)


def partly_other_actors(pairs: Pairs) -> Floats:
    """Some take part in both, and each has others that the other one has not: he met her, he met them."""
    common, one, other = pairs.actors
    return np.asarray((common > 0) & (one > common * MORE) & (other > common * MORE), np.float32)


def other_agents(pairs: Pairs) -> Floats:
    """Who acts is another in each, by name, and of the same kind: another person, another body."""
    acting = pairs.traces.acting
    left, right = acting[pairs.left], acting[pairs.right]
    return np.asarray(~_meet(left, right) & _rivals(pairs, left, right), np.float32)


def other_company(pairs: Pairs) -> Floats:
    """In each somebody meets or agrees whom the other does not name, and who is no less of a person or a body."""
    kind, actors = pairs.traces.type, pairs.traces.actors
    mutual = np.isin(kind[pairs.left], MUTUAL) & np.isin(kind[pairs.right], MUTUAL)
    return np.asarray(mutual & _rivals(pairs, actors[pairs.left], actors[pairs.right]), np.float32)


def _rivals(pairs: Pairs, left: Ints, right: Ints) -> Bools:
    """Whether each has a named actor of one kind that the other has not."""
    same = (left[:, :, None] == right[:, None, :]) & (left >= 0)[:, :, None]
    kinds = pairs.traces.actor_kinds
    mine, theirs = np.where(same.any(2), -1, kinds[left]), np.where(same.any(1), -1, kinds[right])
    return np.asarray(((mine[:, :, None] == theirs[:, None, :]) & (mine >= 0)[:, :, None]).any((1, 2)))


def reversed_roles(pairs: Pairs) -> Floats:
    """Who acts in one suffers in the other, and no role is the same."""
    acting, suffering = pairs.traces.acting, pairs.traces.suffering
    crossed = _meet(acting[pairs.left], suffering[pairs.right]) | _meet(suffering[pairs.left], acting[pairs.right])
    straight = _meet(acting[pairs.left], acting[pairs.right]) | _meet(suffering[pairs.left], suffering[pairs.right])
    return np.asarray(crossed & ~straight, np.float32)


def _meet(left: Ints, right: Ints) -> Bools:
    return np.asarray(((left[:, :, None] == right[:, None, :]) & (left >= 0)[:, :, None]).any((1, 2)))


def same_days(pairs: Pairs) -> Floats:
    """Both are dated and the days meet: 1 for one and the same day, less the wider the interval."""
    since, until, dated = pairs.traces.since, pairs.traces.until, pairs.traces.dated
    low = np.maximum(since[pairs.left], since[pairs.right]).astype(np.float64)
    high = np.minimum(until[pairs.left], until[pairs.right])
    widest = np.maximum(until[pairs.left] - since[pairs.left], until[pairs.right] - since[pairs.right])
    met = (low < high) & dated[pairs.left] & dated[pairs.right]
    return np.asarray(met / (1 + np.log(np.clip(widest, 1, EVER))), np.float32)


def other_days(pairs: Pairs) -> Floats:
    """Both are dated and no day is the same: half of it where they miss each other by one day only."""
    since, until = pairs.traces.since, pairs.traces.until
    gap = np.maximum(since[pairs.left] - until[pairs.right], since[pairs.right] - until[pairs.left])
    return np.asarray(np.where(gap > 0, 1.0, np.where(gap == 0, 0.5, 0.0)), np.float32)


def far_in_time(pairs: Pairs) -> Floats:
    """How far apart they are where not both are dated, by their reports' days: 0 within a day, 1 a month, 2 years.

    News tell mostly of what is new: what has no date of its own is taken to be of about its report's day.
    """
    place, dated = pairs.traces.placed, pairs.traces.dated
    left, right = place[pairs.left], place[pairs.right]
    known = (left > 0) & (right > 0) & ~(dated[pairs.left] & dated[pairs.right])
    gap = np.log(np.maximum(np.abs(left - right), 1)) / np.log(30)
    return np.asarray(np.where(known, gap, 0), np.float32)


def same_place(pairs: Pairs) -> Floats:
    """Both name one place."""
    place = pairs.traces.place
    return np.asarray(pairs.equal(place) & (place[pairs.left] >= 0), np.float32)


def other_place(pairs: Pairs) -> Floats:
    """Each names a place, and not the same."""
    place = pairs.traces.place
    return np.asarray(~pairs.equal(place) & (place[pairs.left] >= 0) & (place[pairs.right] >= 0), np.float32)


def same_sentence(pairs: Pairs) -> Floats:
    """One sentence of one document tells both: it seldom tells one thing twice."""
    return pairs.equal(pairs.traces.around.place).astype(np.float32)


def like_sentence(pairs: Pairs) -> Floats:
    """Two sentences share words, the rare ones above all."""
    around = pairs.traces.around
    found = overlap(around.sentence[pairs.left], around.sentence[pairs.right], around.weights)
    return np.asarray(np.where(pairs.equal(around.place), 0, found), np.float32)


def like_clause(pairs: Pairs) -> Floats:
    """So do the words nearest to the triggers."""
    around = pairs.traces.around
    found = overlap(around.near[pairs.left], around.near[pairs.right], around.weights)
    return np.asarray(np.where(pairs.equal(around.place), 0, found), np.float32)


def like_document(pairs: Pairs) -> Floats:
    """The documents share words; what is about one incident does."""
    documents, around = pairs.traces.document, pairs.traces.around
    code = documents[pairs.left].astype(np.int64) * len(around.document) + documents[pairs.right]
    codes, where = np.unique(code, return_inverse=True)
    found = [np.empty(0, np.float32)]
    for at in range(0, len(codes), DOCUMENTS):
        left, right = np.divmod(codes[at : at + DOCUMENTS], max(1, len(around.document)))
        words, others = around.document[left], around.document[right]
        both = (words[:, :, None] == others[:, None, :]) & (words >= 0)[:, :, None]
        weights, their = around.document_weights[left], around.document_weights[right]
        found.append(np.einsum("pi,pij,pj->p", weights, both.astype(np.float32), their))
    return np.concatenate(found)[where]


def same_document(pairs: Pairs) -> Floats:
    """One document tells both."""
    return pairs.equal(pairs.traces.document).astype(np.float32)


def same_topic(pairs: Pairs) -> Floats:
    """The documents are of one topic."""
    return pairs.equal(pairs.traces.topic).astype(np.float32)


def meant_alike(pairs: Pairs) -> Floats:
    """Both are told as fact or plan, or both as thought of or denied."""
    meant = pairs.traces.meant
    return np.asarray(meant[pairs.left] == meant[pairs.right], np.float32)


STEP = 20_000
"""Pairs compared at once: the tables of words against words of so many fit into a processor's cache and memory."""
DOCUMENTS = 4_000
"""Pairs of documents at once, for the same reason."""
Feature = Callable[[Pairs], Floats]
FEATURES: tuple[Feature, ...] = (
    same_lemma,
    near_meaning,
    same_type,
    other_type,
    shared_actors,
    same_parties,
    same_parties_and_day,
    other_actors,
    partly_other_actors,
    other_agents,
    other_company,
    reversed_roles,
    same_days,
    other_days,
    far_in_time,
    same_place,
    other_place,
    same_sentence,
    like_sentence,
    like_clause,
    like_document,
    same_document,
    same_topic,
    meant_alike,
)


def features(traces: Traces, vectors: Vectors, left: Ints, right: Ints) -> Floats:
    """(pairs, features) of these rows."""
    rows = [
        np.stack([feature(Pairs(traces, vectors, left[at : at + STEP], right[at : at + STEP])) for feature in FEATURES])
        for at in range(0, len(left), STEP)
    ]
    return np.concatenate([np.empty((len(FEATURES), 0), np.float32), *rows], axis=1).T
