"""Discrepancies: the list of checks is the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from standoff.core.claims import Discrepancy
from standoff.core.dossier import Dossier
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.attribution import sources_differ
from standoff.resolve.discrepancies.certainty import certainty_differs
from standoff.resolve.discrepancies.condition import conditions_differ
from standoff.resolve.discrepancies.contacts import contacts_differ
from standoff.resolve.discrepancies.dates import dates_differ
from standoff.resolve.discrepancies.denials import denials_stand
from standoff.resolve.discrepancies.expected import contacts_expected
from standoff.resolve.discrepancies.factuality import factuality_differs
from standoff.resolve.discrepancies.figures import figures_differ
from standoff.resolve.discrepancies.manners import manners_differ
from standoff.resolve.discrepancies.names import names_differ
from standoff.resolve.discrepancies.officials import officials_counted
from standoff.resolve.discrepancies.passages import numbers_changed
from standoff.resolve.discrepancies.plans import plans_denied
from standoff.resolve.discrepancies.precision import precision_differs
from standoff.resolve.discrepancies.readouts import readouts_differ
from standoff.resolve.discrepancies.retold import retold_otherwise
from standoff.resolve.discrepancies.terms import terms_differ
from standoff.resolve.discrepancies.wording import wording_differs
from standoff.resolve.discrepancies.years import years_differ
from standoff.resolve.reports import Reports

CheckOf = Callable[[Reports, Lexicon, Dossier], Iterator[Discrepancy]]

CHECKS: tuple[CheckOf, ...] = (
    figures_differ,
    numbers_changed,
    wording_differs,
    retold_otherwise,
    terms_differ,
    readouts_differ,
    dates_differ,
    precision_differs,
    years_differ,
    names_differ,
    contacts_differ,
    sources_differ,
    officials_counted,
    manners_differ,
    factuality_differs,
    certainty_differs,
    contacts_expected,
    denials_stand,
    plans_denied,
    conditions_differ,
)


def find_discrepancies(reports: Reports, lexicon: Lexicon, found: Dossier) -> tuple[Discrepancy, ...]:
    """Every one, sorted by id; ``found`` holds all other findings. One that two checks find is shown once."""
    drawn = (each for check in CHECKS for each in check(reports, lexicon, found))
    return tuple(each for _, each in sorted({each.id: each for each in drawn}.items()))
