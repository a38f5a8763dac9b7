"""What was said, whole, is the utterances and the attributions that are in none."""

import sqlite3
from collections import Counter

from standoff.core.vocabulary import ACT_ORDER
from standoff.export.readings import actors_of_mentions
from tests.store.test_tallies import DOSSIER, connection

__all__ = ["connection"]

SAID = {each.id: each for study in DOSSIER.studies for each in study.attributions}
AMONG = {key for utterance in DOSSIER.utterances for key in utterance.attributions}
ALONE = {key: each for key, each in SAID.items() if key not in AMONG}
ACTS = {
    **{utterance.id: {SAID[key].act for key in utterance.attributions} for utterance in DOSSIER.utterances},
    **{key: {each.act} for key, each in ALONE.items()},
}


def test_every_statement_is_there_once(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT finding, kind, speaker, mode, weight FROM statements ORDER BY finding").fetchall()
    actor_of = actors_of_mentions(DOSSIER)
    expected = [(each.id, "utterance", each.speaker, SAID[each.fullest].mode) for each in DOSSIER.utterances]
    expected += [(key, "attribution", actor_of.get(each.speaker or ""), each.mode) for key, each in ALONE.items()]
    weights = [min(ACT_ORDER.index(act) for act in ACTS[key]) for key, *_ in sorted(expected)]
    assert rows == [(*row, weight) for row, weight in zip(sorted(expected), weights, strict=True)]
    assert {kind for _, kind, *_ in rows} == {"utterance", "attribution"}


def test_statements_are_counted_by_act_and_mode(connection: sqlite3.Connection) -> None:
    modes = dict(connection.execute("SELECT finding, mode FROM statements").fetchall())
    counted: Counter[tuple[str, str, str]] = Counter()
    for finding, acts in ACTS.items():
        kind = "attribution" if finding in ALONE else "utterance"
        counted.update((kind, act, mode) for act in ("", *acts) for mode in ("", modes[finding]))
    rows = connection.execute("SELECT kind, act, mode, statements FROM statement_tallies").fetchall()
    assert {(kind, act, mode): often for kind, act, mode, often in rows} == counted


def test_statements_lead_to_their_acts(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT finding, act FROM statement_acts JOIN statements ON position = statement")
    assert sorted(rows) == sorted((finding, act) for finding, acts in ACTS.items() for act in acts)
