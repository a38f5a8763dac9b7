"""Findings for tests, drawn by hypothesis: groups of the documents and readings that are there."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from standoff.core.digest import digest
from standoff.core.findings import Account, Actor, Dating, Difference, Join, Lineage, Role, Utterance
from standoff.core.records import Attribution, Document, Study
from standoff.core.vocabulary import MENTION_TYPES, Relation
from tests.drawing import LABELS, SCORES, intervals, ranges, whys


def _parts(draw: st.DrawFn, ids: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """Some of the ids in up to ``most`` groups, none empty, none in two."""
    labels = draw(st.lists(st.integers(-1, most - 1), min_size=len(ids), max_size=len(ids)))
    groups = [tuple(key for key, label in zip(ids, labels, strict=True) if label == n) for n in range(most)]
    return [group for group in groups if group]


def drawn_accounts(draw: st.DrawFn, ids: Sequence[str]) -> list[Account]:
    """Every document in one account."""
    together = _parts(draw, ids, 2)
    alone = [(doc,) for doc in ids if not any(doc in group for group in together)]
    return [Account(documents=group) for group in (*together, *alone)]


def drawn_lineages(draw: st.DrawFn, reports: Sequence[Document]) -> list[Lineage]:
    """Pairs of documents with passages."""
    pairs = [(left, right) for n, left in enumerate(reports) for right in reports[n + 1 :]]
    relations: list[Relation] = ["copy", "rewrite", "excerpt", "shared_release"]
    found = []
    for left, right in draw(st.lists(st.sampled_from(pairs), max_size=2)) if pairs else []:
        passages = draw(st.lists(st.tuples(ranges(left.text), ranges(right.text)), max_size=2))
        found.append(
            Lineage(
                documents=(left.id, right.id),
                relation=draw(st.sampled_from(relations)),
                passages=tuple((left.span(*here), right.span(*there)) for here, there in passages),
                score=draw(SCORES),
            )
        )
    return found


def drawn_actors(draw: st.DrawFn, reports: Sequence[Document], ids: Sequence[str]) -> list[Actor]:
    """Some of the mentions in actors."""
    found = []
    for group in _parts(draw, ids, 3):
        report = draw(st.sampled_from(reports))
        roles = [report.span(*place) for place in draw(st.lists(ranges(report.text), max_size=2))]
        found.append(
            Actor(
                id=digest("actor", *group),
                name=draw(LABELS),
                type=draw(st.sampled_from(MENTION_TYPES)),
                names=tuple(draw(st.lists(LABELS, max_size=3))),
                mentions=group,
                roles=tuple(Role(text=report.quote(place), at=place) for place in roles),
                joins=tuple(draw(st.lists(st.builds(Join, left=LABELS, right=LABELS, why=whys()), max_size=2))),
                named=draw(st.booleans()),
            )
        )
    return found


def drawn_utterances(
    draw: st.DrawFn, said: dict[str, Attribution], accounts: Sequence[Account], actors: Sequence[Actor]
) -> list[Utterance]:
    """Some of the attributions in utterances."""
    found = []
    for group in _parts(draw, sorted(said), 3):
        fullest = draw(st.sampled_from(group))
        docs = {said[key].doc for key in group}
        differing = draw(st.lists(st.sampled_from(group), max_size=2))
        found.append(
            Utterance(
                speaker=draw(st.sampled_from([None, *(actor.id for actor in actors)])),
                attributions=group,
                fullest=fullest,
                accounts=tuple(account.id for account in accounts if docs & set(account.documents)),
                differences=tuple(_difference(draw, said[fullest], said[key]) for key in differing),
                why=draw(whys()),
            )
        )
    return found


def _difference(draw: st.DrawFn, fullest: Attribution, here: Attribution) -> Difference:
    return Difference(
        attribution=here.id,
        fullest=draw(st.sampled_from([None, *fullest.content])),
        here=draw(st.sampled_from([None, *here.content])),
    )


def drawn_datings(draw: st.DrawFn, reports: Sequence[Document], read: Sequence[Study]) -> list[Dating]:
    """Datings of some documents without a date, by others and by some of their own times."""
    found = []
    for report, study in zip(reports, read, strict=True):
        others = tuple(other.id for other in reports if other.id != report.id)
        if report.published is None and draw(st.booleans()):
            found.append(
                Dating(
                    document=report.id,
                    published=draw(intervals()),
                    documents=others,
                    times=tuple(time.id for time in study.times if draw(st.booleans())),
                    why=draw(whys()),
                )
            )
    return found
