"""All findings of a set of documents: the one way from readings to a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.core.dossier import Dossier
from standoff.core.records import Document, Gap, Study
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.accounts import find_accounts
from standoff.resolve.actors import find_actors
from standoff.resolve.dating import find_datings
from standoff.resolve.lineage import find_lineages
from standoff.resolve.utterances import find_utterances


def assemble(documents: Iterable[Document], studies: Iterable[Study], gaps: Iterable[Gap], lexicon: Lexicon) -> Dossier:
    """The dossier of these documents. Pure, and the same whatever order they come in."""
    ordered = tuple(sorted({document.id: document for document in documents}.items()))
    read = tuple(document for _, document in ordered)
    studied = tuple(sorted({study.doc: study for study in studies}.values(), key=lambda study: study.doc))
    lineages = find_lineages(read)
    accounts = find_accounts(read, lineages)
    actors = find_actors(read, studied, lexicon)
    utterances = find_utterances(read, studied, actors, accounts, lineages)
    return Dossier(
        documents=read,
        studies=studied,
        gaps=tuple(sorted(set(gaps), key=Gap.key)),
        accounts=accounts,
        lineages=lineages,
        actors=actors,
        utterances=utterances,
        datings=find_datings(read, studied, lineages, utterances),
    )
