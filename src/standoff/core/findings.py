"""Findings on who told what, each citing its readings: accounts, lineage, topics, actors, utterances, datings."""

from __future__ import annotations

from functools import cached_property

import msgspec

from standoff.core.digest import digest
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType, Relation, Tense
from standoff.core.when import When


class Account(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Documents with one origin: copies collapse into it. The only unit of corroboration."""

    documents: tuple[str, ...]

    @cached_property
    def id(self) -> str:
        """A digest of its documents."""
        return digest("account", *self.documents)


class Independent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many independent accounts tell a fact: the only corroboration count, as bounds."""

    lower: int
    """Accounts whose passages rest on one release, or that have it from one source, counted once."""
    upper: int
    """Accounts whose texts tell it."""


class Lineage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How two documents came from one text, with the passages they share, as pairs of spans."""

    documents: tuple[str, str]
    relation: Relation
    passages: tuple[tuple[Span, Span], ...]
    score: float
    origin: str | None = None
    """The one of the two that the other was made from; ``None`` where text, credits and dates do not tell."""
    direction: Why | None = None
    """Why that one; ``None`` where ``origin`` is."""


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Documents about one event and what follows from it (a topic of Topic Detection and Tracking, Allan 2002)."""

    documents: tuple[str, ...]
    """Each document of a dossier stands in exactly one topic."""
    central: str
    """The document that shares most with the others: its title names the topic."""
    why: Why

    @cached_property
    def id(self) -> str:
        """A digest of its documents."""
        return digest("topic", *self.documents)


class Join(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why two names are one actor."""

    left: str
    right: str
    why: Why


class Role(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title or office an actor bears, where a text says so."""

    text: str
    at: Span
    tense: Tense = "present"
    """Whether the text gives it as held, as held once ("former"), or as to come ("designate")."""


class Metonym(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom an actor stands for where a text means another by it: "the Kremlin" for Russia, "the alliance" for one."""

    actors: tuple[str, ...]
    """Ids of actors, sorted. Several: it stays open which."""
    mentions: tuple[str, ...]
    """Ids of the mentions that are so meant, sorted."""
    why: Why


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
    stands_for: tuple[Metonym, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 of a state that has one."""


class Difference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one wording departs from the utterance's fullest: words of each side, either may be absent."""

    attribution: str
    fullest: Span | None
    here: Span | None


class Utterance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One statement, reported in one or more wordings."""

    speaker: str | None
    attributions: tuple[str, ...]
    fullest: str
    """The attribution whose wording the others are compared with."""
    accounts: tuple[str, ...]
    """Ids of the accounts that carry it, sorted."""
    independent: Independent
    earliest: str | None = None
    """The attribution in the document published first; ``None`` where that is not known."""
    original: str | None = None
    """The attribution in the speaker's own text (a readout, a transcript), where one is among the documents."""
    original_at: Span | None = None
    """The sentences of that text, which say it in the speaker's own voice, attributed or not."""
    differences: tuple[Difference, ...] = ()
    why: Why

    @cached_property
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
