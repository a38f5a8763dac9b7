"""What pages need and would else reckon each time: whose mentions are whose, how often, and when a thing was told."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping

from standoff.core.vocabulary import MentionType
from standoff.store.callings import write_callings, write_dealings
from standoff.store.orders import write_orders
from standoff.store.statements import write_statements
from standoff.store.table import Row, Table


class MentionActorRow(Row, frozen=True):
    """A mention with its actor, references followed."""

    mention: str
    actor: str


class ActorTallyRow(Row, frozen=True):
    """How often an actor is met with."""

    actor: str
    named: int
    type: MentionType
    documents: int
    mentions: int
    utterances: int
    happenings: int
    obligations: int
    deeds: int


class ToldRow(Row, frozen=True):
    """When reports told a finding."""

    kind: str
    finding: str
    first: str | None
    last: str | None
    documents: int


class TallyRow(Row, frozen=True):
    """How many records of a kind have this value."""

    kind: str
    field: str
    value: str
    records: int


class UtteranceActRow(Row, frozen=True):
    """An act of an utterance."""

    act: str
    utterance: str


MENTION_ACTORS = Table("mention_actors", MentionActorRow, "mention")
ACTOR_TALLIES = Table("actor_tallies", ActorTallyRow, "actor")
TOLD = Table("told", ToldRow, "kind, finding")
TALLIES = Table("tallies", TallyRow, "kind, field, value")
UTTERANCE_ACTS = Table("utterance_acts", UtteranceActRow, "act, utterance")

MET_WITH = {
    "utterances": "SELECT speaker, count(*) FROM utterances WHERE speaker IS NOT NULL GROUP BY speaker",
    "happenings": "SELECT actor, count(DISTINCT happening) FROM happening_participants GROUP BY actor",
    "obligations": """SELECT actor, count(DISTINCT obligation) FROM (
        SELECT debtor AS actor, id AS obligation FROM obligations WHERE debtor IS NOT NULL
        UNION ALL
        SELECT creditor, id FROM obligations WHERE creditor IS NOT NULL
    ) GROUP BY actor""",
}
"""How many findings of a kind each actor has a part in."""

TELLING = {
    "account": "SELECT account AS finding, document FROM account_documents",
    "topic": "SELECT topic AS finding, document FROM topic_documents",
    "utterance": "SELECT utterance AS finding, attributions.document FROM utterance_attributions"
    " JOIN attributions ON attributions.id = attribution",
    "happening": "SELECT happening AS finding, events.document FROM happening_events JOIN events ON events.id = event",
    "obligation": "SELECT obligation AS finding, commitments.document FROM obligation_commitments"
    " JOIN commitments ON commitments.id = commitment",
    "measure": "SELECT measure AS finding, figures.document FROM claim_figures JOIN figures ON figures.id = figure",
    "discrepancy": "SELECT discrepancy AS finding, document FROM sides",
    "document": "SELECT id AS finding, id AS document FROM documents",
}
"""The reports that tell a finding, by its kind; a report tells itself."""

COUNTED = {
    "document": ("documents", ("outlet",)),
    "mention": ("mentions", ()),
    "attribution": ("attributions", ("act",)),
    "event": ("events", ()),
    "figure": ("figures", ()),
    "commitment": ("commitments", ()),
    "account": ("accounts", ()),
    "topic": ("topics", ()),
    "lineage": ("lineages", ("relation",)),
    "actor": ("actors", ("type", "named")),
    "happening": ("happenings", ("type", "factuality", "when_since")),
    "day": ("days", ()),
    "measure": ("measures", ("unit", "status")),
    "obligation": ("obligations", ("force", "status")),
    "readouts": ("readouts", ()),
    "discrepancy": ("discrepancies", ("check", "severity", "cause")),
    "gap": ("gaps", ("room",)),
}
"""The table of each kind of records, and the fields by whose values they are counted."""


def write_tallies(connection: sqlite3.Connection) -> None:
    """Reckon everything from the findings as they stand; after all of them."""
    mentions = _mentions(connection)
    actor_of = _following_references(connection, mentions)
    MENTION_ACTORS.insert(connection, (MentionActorRow(mention=m, actor=actor_of[m]) for m in sorted(actor_of)))
    ACTOR_TALLIES.insert(connection, _met_with(connection, mentions, actor_of))
    connection.execute(
        """INSERT INTO utterance_acts (act, utterance)
        SELECT DISTINCT attributions.act, utterance FROM utterance_attributions
        JOIN attributions ON attributions.id = attribution ORDER BY 1, 2"""
    )
    write_callings(connection)
    write_dealings(connection)
    write_orders(connection)
    for kind, reports in TELLING.items():
        _write_told(connection, kind, reports)
    write_statements(connection)
    for kind, (table, fields) in COUNTED.items():
        _count(connection, kind, table, fields)
    connection.execute(
        """INSERT INTO tallies (kind, field, value, records)
        SELECT 'utterance', 'act', act, count(*) FROM utterance_acts GROUP BY act
        UNION ALL SELECT 'utterance', '', '', count(*) FROM utterances"""
    )


def _mentions(connection: sqlite3.Connection) -> Mapping[str, tuple[str, str | None]]:
    """The document of each mention, and the mention that it stands for."""
    rows = connection.execute("SELECT id, document, refers FROM mentions")
    return {mention: (document, refers) for mention, document, refers in rows}


def _following_references(
    connection: sqlite3.Connection, mentions: Mapping[str, tuple[str, str | None]]
) -> Mapping[str, str]:
    """The actor of each mention that has one. In Python: SQLite takes ten times as long over such a recursion."""
    known = dict(connection.execute("SELECT mention, actor FROM actor_mentions").fetchall())
    found: dict[str, str] = {}
    for mention in mentions:
        at: str | None = mention
        passed: set[str] = set()
        while at is not None and at not in known and at not in passed:
            passed.add(at)
            at = mentions[at][1]
        if at in known:
            found[mention] = known[at]
    return found


def _met_with(
    connection: sqlite3.Connection, mentions: Mapping[str, tuple[str, str | None]], actor_of: Mapping[str, str]
) -> Iterator[ActorTallyRow]:
    """A row for each actor, in the order of their ids."""
    often = Counter(actor_of.values())
    documents = Counter(actor for actor, _ in {(actor, mentions[mention][0]) for mention, actor in actor_of.items()})
    parts = {kind: dict(connection.execute(query).fetchall()) for kind, query in MET_WITH.items()}
    for actor, named, type_ in connection.execute("SELECT id, named, type FROM actors ORDER BY id").fetchall():
        counts = {kind: count.get(actor, 0) for kind, count in parts.items()}
        yield ActorTallyRow(
            actor=actor,
            named=named,
            type=type_,
            documents=documents[actor],
            mentions=often[actor],
            deeds=sum(counts.values()),
            **counts,
        )


def _write_told(connection: sqlite3.Connection, kind: str, reports: str) -> None:
    connection.execute(
        f"""INSERT INTO told (kind, finding, first, last, documents)
        SELECT ?, finding, min(coalesce(documents.published_since, datings.published_since)),
            max(coalesce(documents.published_since, datings.published_since)), count(DISTINCT documents.id)
        FROM ({reports}) AS telling
        JOIN documents ON documents.id = telling.document
        LEFT JOIN datings ON datings.document = documents.id
        GROUP BY finding ORDER BY finding""",  # noqa: S608 - the queries above
        (kind,),
    )


def _count(connection: sqlite3.Connection, kind: str, table: str, fields: tuple[str, ...]) -> None:
    insert = "INSERT INTO tallies (kind, field, value, records)"
    connection.execute(f"{insert} SELECT ?, '', '', count(*) FROM {table}", (kind,))  # noqa: S608 - the names above
    for field in fields:
        connection.execute(
            f"""{insert} SELECT ?, ?, "{field}", count(*) FROM {table}
            WHERE "{field}" IS NOT NULL GROUP BY "{field}" """,  # noqa: S608
            (kind, field),
        )
