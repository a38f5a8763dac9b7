"""Findings for tests, drawn by hypothesis: groups of the documents and readings that are there."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from standoff.core.digest import digest
from standoff.core.findings import Account, Actor, Dating, Difference, Join, Lineage, Metonym, Role, Topic, Utterance
from standoff.core.records import Attribution, Document, Study
from standoff.core.vocabulary import MENTION_TYPES, Relation, Tense
from tests.drawing import LABELS, SCORES, intervals, parts, ranges, whys
from tests.going_on import bounds
from tests.readings import one_of


def drawn_accounts(draw: st.DrawFn, ids: Sequence[str]) -> list[Account]:
    """Every document in one account."""
    together = parts(draw, ids, 2)
    alone = [(doc,) for doc in ids if not any(doc in group for group in together)]
    return [Account(documents=group) for group in (*together, *alone)]


def drawn_topics(draw: st.DrawFn, ids: Sequence[str]) -> list[Topic]:
    """Some of the documents in topics."""
    groups = parts(draw, ids, 2)
    return [Topic(documents=group, central=draw(st.sampled_from(group)), why=draw(whys())) for group in groups]


def drawn_lineages(draw: st.DrawFn, reports: Sequence[Document]) -> list[Lineage]:
    """Pairs of documents with passages."""
    pairs = [(left, right) for n, left in enumerate(reports) for right in reports[n + 1 :]]
    relations: list[Relation] = ["copy", "rewrite", "excerpt", "shared_release"]
    found = []
    for left, right in draw(st.lists(st.sampled_from(pairs), max_size=2)) if pairs else []:
        passages = draw(st.lists(st.tuples(ranges(left.text), ranges(right.text)), max_size=2))
        origin = draw(st.sampled_from([None, left.id, right.id]))
        found.append(
            Lineage(
                documents=(left.id, right.id),
                relation=draw(st.sampled_from(relations)),
                passages=tuple((left.span(*here), right.span(*there)) for here, there in passages),
                score=draw(SCORES),
                origin=origin,
                direction=None if origin is None else draw(whys()),
            )
        )
    return found


def drawn_actors(draw: st.DrawFn, reports: Sequence[Document], ids: Sequence[str]) -> list[Actor]:
    """Some of the mentions in actors, who may stand for one another."""
    found = []
    groups = parts(draw, ids, 3)
    known = [digest("actor", *group) for group in groups]
    for own, group in zip(known, groups, strict=True):
        others = sorted({*known} - {own})
        metonyms = st.builds(
            Metonym,
            actors=st.lists(st.sampled_from(others or known), min_size=1, unique=True).map(tuple),
            mentions=st.just(group[:1]),
            why=whys(),
        )
        report = draw(st.sampled_from(reports))
        roles = [report.span(*place) for place in draw(st.lists(ranges(report.text), max_size=2))]
        found.append(
            Actor(
                id=own,
                name=draw(LABELS),
                type=draw(st.sampled_from(MENTION_TYPES)),
                names=tuple(draw(st.lists(LABELS, max_size=3))),
                mentions=group,
                roles=tuple(Role(text=report.quote(place), at=place, tense=draw(one_of(Tense))) for place in roles),
                joins=tuple(draw(st.lists(st.builds(Join, left=LABELS, right=LABELS, why=whys()), max_size=2))),
                named=draw(st.booleans()),
                stands_for=tuple(draw(st.lists(metonyms, max_size=2))) if others else (),
                country=draw(st.sampled_from([None, "XA"])),
            )
        )
    return found


def drawn_utterances(
    draw: st.DrawFn, said: dict[str, Attribution], accounts: Sequence[Account], actors: Sequence[Actor]
) -> list[Utterance]:
    """Some of the attributions in utterances."""
    found = []
    for group in parts(draw, sorted(said), 3):
        fullest = draw(st.sampled_from(group))
        docs = {said[key].doc for key in group}
        differing = draw(st.lists(st.sampled_from(group), max_size=2))
        found.append(
            Utterance(
                speaker=draw(st.sampled_from([None, *(actor.id for actor in actors)])),
                attributions=group,
                fullest=fullest,
                accounts=(carried := tuple(account.id for account in accounts if docs & set(account.documents))),
                independent=draw(bounds(len(carried))),
                earliest=draw(st.sampled_from([None, *group])),
                original=draw(st.sampled_from([None, *group])),
                original_at=draw(st.sampled_from([None, *said[fullest].content])),
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
