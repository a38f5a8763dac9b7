"""What pages need and would else reckon each time: whose mentions are whose, how often, and when a thing was told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from standoff.store.table import Row, Table


class MentionActorRow(Row, frozen=True):
    """A mention with its actor, references followed."""

    mention: str
    actor: str


class ActorTallyRow(Row, frozen=True):
    """How often an actor is met with."""

    actor: str
    documents: int
    mentions: int
    utterances: int
    happenings: int
    obligations: int


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

MET_WITH = """
INSERT INTO actor_tallies (actor, documents, mentions, utterances, happenings, obligations)
WITH
mentioned (actor, documents, mentions) AS (
    SELECT mention_actors.actor, count(DISTINCT mentions.document), count(*)
    FROM mention_actors JOIN mentions ON mentions.id = mention_actors.mention GROUP BY mention_actors.actor
),
spoken (actor, utterances) AS (
    SELECT speaker, count(*) FROM utterances WHERE speaker IS NOT NULL GROUP BY speaker
),
done (actor, happenings) AS (
    SELECT actor, count(DISTINCT happening) FROM happening_participants GROUP BY actor
),
bound (actor, obligations) AS (
    SELECT actor, count(DISTINCT obligation) FROM (
        SELECT debtor AS actor, id AS obligation FROM obligations WHERE debtor IS NOT NULL
        UNION ALL
        SELECT creditor, id FROM obligations WHERE creditor IS NOT NULL
    ) GROUP BY actor
)
SELECT actors.id, coalesce(documents, 0), coalesce(mentions, 0), coalesce(utterances, 0), coalesce(happenings, 0),
    coalesce(obligations, 0)
FROM actors
LEFT JOIN mentioned ON mentioned.actor = actors.id
LEFT JOIN spoken ON spoken.actor = actors.id
LEFT JOIN done ON done.actor = actors.id
LEFT JOIN bound ON bound.actor = actors.id
ORDER BY actors.id
"""

TELLING = {
    "utterance": "SELECT utterance AS finding, attributions.document FROM utterance_attributions"
    " JOIN attributions ON attributions.id = attribution",
    "happening": "SELECT happening AS finding, events.document FROM happening_events JOIN events ON events.id = event",
    "obligation": "SELECT obligation AS finding, commitments.document FROM obligation_commitments"
    " JOIN commitments ON commitments.id = commitment",
    "measure": "SELECT measure AS finding, figures.document FROM claim_figures JOIN figures ON figures.id = figure",
    "discrepancy": "SELECT discrepancy AS finding, document FROM sides",
}
"""The reports that tell a finding, by its kind."""

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
    "happening": ("happenings", ("type", "factuality")),
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
    MENTION_ACTORS.insert(connection, _following_references(connection))
    connection.execute(MET_WITH)
    connection.execute(
        """INSERT INTO utterance_acts (act, utterance)
        SELECT DISTINCT attributions.act, utterance FROM utterance_attributions
        JOIN attributions ON attributions.id = attribution ORDER BY 1, 2"""
    )
    for kind, reports in TELLING.items():
        _write_told(connection, kind, reports)
    for kind, (table, fields) in COUNTED.items():
        _count(connection, kind, table, fields)
    connection.execute(
        """INSERT INTO tallies (kind, field, value, records)
        SELECT 'utterance', 'act', act, count(*) FROM utterance_acts GROUP BY act
        UNION ALL SELECT 'utterance', '', '', count(*) FROM utterances"""
    )


def _following_references(connection: sqlite3.Connection) -> Iterator[MentionActorRow]:
    """In Python: SQLite takes ten times as long over a recursion whose rows it may not repeat."""
    known = dict(connection.execute("SELECT mention, actor FROM actor_mentions").fetchall())
    refers = dict(connection.execute("SELECT id, refers FROM mentions WHERE refers IS NOT NULL").fetchall())
    for mention in sorted(known.keys() | refers.keys()):
        passed, at = {mention}, mention
        while at not in known and refers.get(at) not in (None, *passed):
            at = refers[at]
            passed.add(at)
        if at in known:
            yield MentionActorRow(mention=mention, actor=known[at])


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
