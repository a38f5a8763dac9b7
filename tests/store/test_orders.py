"""What lists are sorted by is what the findings say."""

import sqlite3

from tests.export.whole import MEASURE, OBLIGATION
from tests.store.test_tallies import DOSSIER, connection

__all__ = ["connection"]


def test_measures_know_how_much_they_compete(connection: sqlite3.Connection) -> None:
    columns = 'position, "values", claims, claimants'
    found = {row[0]: row[1:] for row in connection.execute(f"SELECT measure, {columns} FROM measure_tallies")}
    assert set(found) == {measure.id for measure in DOSSIER.measures}
    values = {(claim.low, claim.high) for claim in MEASURE.claims}
    claimants = {claim.claimant for claim in MEASURE.claims} - {None}
    position = DOSSIER.measures.index(MEASURE)
    assert found[MEASURE.id] == (position, len(values), len(MEASURE.claims), len(claimants))


def test_obligations_know_when_they_last_moved(connection: sqlite3.Connection) -> None:
    found = {row[0]: row[1:] for row in connection.execute("SELECT * FROM last_moves")}
    names = {actor.id: actor.name for actor in DOSSIER.actors}
    for position, each in enumerate(DOSSIER.obligations):
        days = [str(move.when.since) for move in each.moves if move.when is not None]
        debtor = None if each.debtor is None else names[each.debtor]
        assert found[each.id] == (position, each.status, each.force, [*days, ""][-1 if not days else -2], debtor)
    assert found[OBLIGATION.id][3] != ""
