"""All findings of a set of documents: the one way from readings to a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.core.judgements import Judgement
from standoff.core.records import Document, Gap, Study
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.find import find_actors
from standoff.resolve.dating.find import find_datings
from standoff.resolve.discrepancies.find import find_discrepancies
from standoff.resolve.happenings.find import find_happenings
from standoff.resolve.left_out import without
from standoff.resolve.lineage.accounts import find_accounts
from standoff.resolve.lineage.find import find_lineages
from standoff.resolve.measures.find import find_measures
from standoff.resolve.obligations.find import find_obligations
from standoff.resolve.readouts.find import find_readouts
from standoff.resolve.reports import reports_of
from standoff.resolve.rulings import Rulings, gaps_of, rulings_of
from standoff.resolve.timeline.find import find_days
from standoff.resolve.topics.find import find_topics
from standoff.resolve.utterances.find import find_utterances

KINDS = 8
"""How often ``assemble`` says that it has drawn something, about as long each."""


def _unheard() -> None:
    """Nobody waits."""


def assemble(
    documents: Iterable[Document],
    studies: Iterable[Study],
    gaps: Iterable[Gap],
    lexicon: Lexicon,
    judgements: Sequence[Judgement] = (),
    drawn: Callable[[], None] = _unheard,
) -> Dossier:
    """The dossier of these documents. Pure, and the same whatever order they come in.

    First who tells and who is told of, then the dates that follow from it, then what goes on, counted by those dates.
    ``drawn`` is called after each of the ``KINDS`` kinds of findings, for whoever waits.
    """
    ordered = tuple(sorted({document.id: document for document in documents}.items()))
    read = tuple(document for _, document in ordered)
    studied = tuple(sorted({study.doc: study for study in studies}.values(), key=lambda study: study.doc))
    rulings = rulings_of(judgements)
    missing = {*gaps, *gaps_of(rulings, read, studied)}
    dossier = Dossier(
        documents=read, studies=studied, gaps=tuple(sorted(missing, key=Gap.key)), judgements=tuple(judgements)
    )
    told = replace(dossier, studies=without(studied, rulings.wrong))
    found = _what_goes_on(_who_tells(told, lexicon, rulings, drawn), lexicon, drawn)
    kept = tuple(each for each in found.discrepancies if each.id not in rulings.wrong)
    return replace(found, studies=studied, discrepancies=kept)


def _who_tells(dossier: Dossier, lexicon: Lexicon, rulings: Rulings, drawn: Callable[[], None]) -> Dossier:
    """Lineage and accounts, topics, actors, utterances, and the dates that they give to documents without one."""
    read, studied = dossier.documents, dossier.studies
    lineages = find_lineages(read, studied)
    drawn()
    topics = find_topics(read, studied, lexicon)
    drawn()
    actors = find_actors(read, studied, lexicon, rulings)
    drawn()
    told = replace(dossier, lineages=lineages, accounts=find_accounts(read, lineages), topics=topics, actors=actors)
    utterances = find_utterances(reports_of(told), lexicon)
    drawn()
    return replace(told, utterances=utterances, datings=find_datings(read, studied, lineages, utterances, lexicon))


def _what_goes_on(dossier: Dossier, lexicon: Lexicon, drawn: Callable[[], None]) -> Dossier:
    """Happenings, days, measures, obligations, readouts and discrepancies, each from what was found before it."""
    reports = reports_of(dossier)
    happenings = find_happenings(reports, lexicon)
    drawn()
    found = replace(dossier, happenings=happenings, days=find_days(reports), measures=find_measures(reports, lexicon))
    drawn()
    obligations = find_obligations(reports, lexicon, happenings)
    drawn()
    found = replace(found, obligations=obligations, readouts=find_readouts(reports, lexicon, happenings))
    found = replace(found, discrepancies=find_discrepancies(reports, lexicon, found))
    drawn()
    return found
