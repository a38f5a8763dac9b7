"""A build in miniature, for the laws of the store: readings by pattern, findings by equal words.

It stands for the rooms that the store does not know. Like them it is pure: the same documents, the same records.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from standoff.core.digest import digest
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Difference, Independent, Join, Lineage, Role, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import (
    Attribution,
    Commitment,
    Document,
    Event,
    Figure,
    Gap,
    Mention,
    Study,
    TimeExpression,
)
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import BY_HAND, Source
from tests.store.small_course import with_what_goes_on

VERSION = "1"
INK = re.compile(r"\S+")


def read(report: Document) -> Study:
    """Each of the first words a mention that stands for the one before; each mention says what follows it.

    Where two words are there, one reading of every other kind cites them.
    """
    places = [found.span() for found in INK.finditer(report.text)][:4]
    mentions: list[Mention] = []
    for start, end in places:
        refers = mentions[-1].id if mentions else None
        place = report.span(start, end)
        mentions.append(Mention(at=place, type="person", form="name", name=place, refers=refers, why=BY_HAND))
    said = tuple(
        Attribution(source=a.at, cue=None, content=(b.at,), mode="direct", act="asserts", speaker=a.id, why=BY_HAND)
        for a, b in pairwise(mentions)
    )
    rest = _rest(mentions, said) if said else {}
    short = Gap(path=report.path, room="extract", reason="too short", doc=report.id)
    gaps = (short,) if len(places) < 2 else ()
    return Study(doc=report.id, mentions=tuple(mentions), attributions=said, gaps=gaps, **rest)


def _rest(mentions: Sequence[Mention], said: Sequence[Attribution]) -> dict[str, Any]:
    """One time expression, event, figure and commitment, with every field that cites another reading filled."""
    first, second = mentions[0], mentions[1]
    day, carried_by = When.parse("2031-04-02"), said[0].id
    time = TimeExpression(
        at=first.at, type="date", value="2031-04-02", when=day, basis="explicit", reckoned_from=second.at, why=BY_HAND
    )
    event = Event(
        at=second.at,
        type="CONSULT",
        factuality="occurred",
        agents=(first.id,),
        targets=(second.id,),
        participants=tuple(mention.id for mention in mentions[2:]),
        place=first.id,
        when=day,
        when_basis="explicit",
        time=time.id,
        carried_by=carried_by,
        why=BY_HAND,
    )
    figure = Figure(
        at=first.at,
        low=2.0,
        high=None,
        unit="person",
        what=second.at,
        where=first.id,
        claimant=second.id,
        carried_by=carried_by,
        as_of=day,
        as_of_basis="explicit",
        time=time.id,
        why=BY_HAND,
    )
    commitment = Commitment(
        at=first.at,
        force="threat",
        debtor=first.id,
        creditor=second.id,
        antecedent=first.at,
        consequent=second.at,
        deadline=day,
        time=time.id,
        relay=tuple(attribution.id for attribution in said),
        why=BY_HAND,
    )
    return {"times": (time,), "events": (event,), "figures": (figure,), "commitments": (commitment,)}


def assemble(
    documents: Sequence[Document],
    studies: Sequence[Study],
    gaps: Sequence[Gap],
    judgements: Sequence[Judgement] = (),
) -> Dossier:
    """One account a document; one actor for equal first words; one utterance for equal words said; what goes on."""
    words = {document.id: document for document in documents}
    accounts = tuple(sorted((Account(documents=(d.id,)) for d in documents), key=lambda account: account.id))
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for study in studies:
        for mention in study.mentions[:1]:
            named[words[study.doc].quote(mention.at)].append(mention)
        for attribution in study.attributions:
            said[words[study.doc].quote(attribution.content[0])].append(attribution)
    told = Dossier(
        documents=tuple(documents),
        judgements=tuple(judgements),
        studies=tuple(studies),
        gaps=tuple(gaps),
        accounts=accounts,
        lineages=tuple(
            Lineage(documents=(a.id, b.id), relation="copy", passages=(), score=0.5, origin=a.id, direction=BY_HAND)
            for a, b in pairwise(documents)
        ),
        actors=tuple(sorted((_actor(name, found) for name, found in named.items()), key=lambda actor: actor.id)),
        utterances=tuple(sorted((_utterance(found) for found in said.values()), key=lambda u: u.id)),
    )
    return with_what_goes_on(told)


def _actor(name: str, found: Sequence[Mention]) -> Actor:
    ids = tuple(sorted(mention.id for mention in found))
    role = Role(text=name, at=min(mention.at for mention in found))
    return Actor(
        id=digest("actor", name),
        name=name,
        type="person",
        names=(name,),
        mentions=ids,
        roles=(role,),
        joins=(Join(left=name, right=name, why=BY_HAND),),
    )


def _utterance(found: Sequence[Attribution]) -> Utterance:
    known = {attribution.id: attribution for attribution in found}
    ids = tuple(sorted(known))
    accounts = tuple(sorted({Account(documents=(attribution.doc,)).id for attribution in found}))
    return Utterance(
        speaker=None,
        attributions=ids,
        fullest=ids[0],
        accounts=accounts,
        independent=Independent(lower=1, upper=len(accounts)),
        earliest=ids[0],
        original=ids[-1],
        differences=(Difference(attribution=ids[-1], fullest=known[ids[0]].content[0], here=None),),
        why=BY_HAND,
    )


def build(path: Path, batch: Sequence[Source], version: str = VERSION) -> None:
    """What the real build does: read what is new, study what is unstudied, draw the findings."""
    with Store.open(path, create=True) as store:
        for source in batch:
            if not store.has_source(source.path, source.sha256, version):
                store.add_source(source.path, source.sha256, version, source.documents, source.gaps)
        for report in store.unstudied(version):
            store.add_study(read(report), version)
        draw(store, version)


def draw(store: Store, version: str = VERSION) -> None:
    """The findings over everything stored, drawn anew."""
    found = assemble(store.documents(), store.studies(), store.gaps(), store.judgements())
    store.write_findings(found, version)


def rows(path: Path) -> dict[str, list[str]]:
    """Every row of every table, sorted: what a store says, however its pages lie."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in names}


def sound(path: Path) -> bool:
    """Whether SQLite finds every page, index and reference of the file in order."""
    with closing(sqlite3.connect(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []
