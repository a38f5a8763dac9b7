"""A dossier as a facts file: JSON Lines, one record a line, sorted, the same bytes for the same dossier.

The shape is in ``records``. Kinds come in the order documents, mentions, times, attributions, events, figures,
commitments, actors, accounts, lineages, utterances, datings, gaps; readings in order of place within their document,
all else by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from standoff.core.dossier import Dossier
from standoff.core.integrity import dossier_faults
from standoff.core.records import Document, Gap, Study
from standoff.core.settle import settled_dossier
from standoff.export.escape import escaped
from standoff.export.finding_records import AnyFact
from standoff.export.findings import facts_of_findings
from standoff.export.readings import facts_of_readings

FAULTS_SHOWN = 3


def facts(dossier: Dossier) -> bytes:
    """The whole facts file. Raises ``ValueError`` where a span does not read back or a record cited is not there."""
    return b"".join(lines(dossier))


def facts_of_study(document: Document, study: Study, gaps: Sequence[Gap] = ()) -> bytes:
    """The facts of one document read alone: no actor, account or utterance is known."""
    return facts(Dossier(documents=(document,), studies=(study,), gaps=tuple(gaps)))


def lines(dossier: Dossier) -> Iterator[bytes]:
    """The lines of the facts file, each with its line feed. Raises as ``facts`` does, before the first line."""
    faults = list(dossier_faults(dossier))
    if faults:
        shown = "; ".join(faults[:FAULTS_SHOWN])
        raise ValueError(f"the dossier breaks the first law in {len(faults)} places, so nothing is exported: {shown}")
    for fact in _facts(settled_dossier(dossier)):
        yield escaped(msgspec.json.encode(fact)) + b"\n"


def _facts(dossier: Dossier) -> Iterator[AnyFact]:
    yield from facts_of_readings(dossier)
    yield from facts_of_findings(dossier)
