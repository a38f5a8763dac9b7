"""Findings: what holds across documents, derived from readings, each citing them; held by one Dossier."""

from __future__ import annotations

import msgspec

from standoff.core.digest import digest
from standoff.core.records import Document, Gap, Study, Why
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType, Relation
from standoff.core.when import When


class Account(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Documents with one origin: copies collapse into it. The only unit of corroboration."""

    documents: tuple[str, ...]

    @property
    def id(self) -> str:
        """A digest of its documents."""
        return digest("account", *self.documents)


class Lineage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How two documents came from one text, with the passages they share, as pairs of spans."""

    documents: tuple[str, str]
    relation: Relation
    passages: tuple[tuple[Span, Span], ...]
    score: float


class Join(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why two names are one actor."""

    left: str
    right: str
    why: Why


class Role(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title or office an actor bears, where a text says so."""

    text: str
    at: Span


class Actor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person or body under all the names the documents give it."""

    id: str
    name: str
    type: MentionType
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    joins: tuple[Join, ...] = ()
    named: bool = True
    """False for a source that no text names ("a senior official")."""


class Difference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one wording departs from the utterance's fullest: words of each side, either may be absent."""

    attribution: str
    fullest: Span | None
    here: Span | None


class Utterance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement, reported in one or more wordings."""

    speaker: str | None
    attributions: tuple[str, ...]
    fullest: str
    """The attribution whose wording the others are compared with."""
    accounts: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    why: Why

    @property
    def id(self) -> str:
        """A digest of its attributions."""
        return digest("utterance", *self.attributions)


class Dating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a document that does not tell its date was published, by what other documents tell."""

    document: str
    published: When
    """The days that it may have been published on; its own times count from these."""
    documents: tuple[str, ...]
    """Those it rests on, sorted: each tells its date or has a dating of its own."""
    times: tuple[str, ...]
    """Ids of the time expressions in the document that agree with them, in order of place."""
    why: Why


class Dossier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything known of a crisis. All tuples are sorted: the same documents give the same dossier."""

    documents: tuple[Document, ...] = ()
    studies: tuple[Study, ...] = ()
    gaps: tuple[Gap, ...] = ()
    accounts: tuple[Account, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    actors: tuple[Actor, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    datings: tuple[Dating, ...] = ()
