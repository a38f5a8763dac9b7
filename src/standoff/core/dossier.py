"""The dossier: documents, what each says, and everything found across them."""

from __future__ import annotations

import msgspec

from standoff.core.claims import Discrepancy, Measure, Readouts
from standoff.core.course import Day, Happening, Obligation
from standoff.core.findings import Account, Actor, Dating, Lineage, Topic, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Gap, Study


class Dossier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything known of a crisis. All tuples are sorted: the same documents give the same dossier."""

    documents: tuple[Document, ...] = ()
    studies: tuple[Study, ...] = ()
    gaps: tuple[Gap, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """In the order they were given."""
    accounts: tuple[Account, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    topics: tuple[Topic, ...] = ()
    actors: tuple[Actor, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    datings: tuple[Dating, ...] = ()
    happenings: tuple[Happening, ...] = ()
    days: tuple[Day, ...] = ()
    """Those that matter most, by day."""
    measures: tuple[Measure, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    readouts: tuple[Readouts, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
