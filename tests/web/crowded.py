"""A store with more of everything than a page can show: 5,000 actors in many scripts, labels of 2,000 characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from standoff.core.claims import Claim, Measure
from standoff.core.course import Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent, Utterance
from standoff.core.records import Document, Study
from standoff.core.vocabulary import Factuality
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, commitment, document, event, figure, mention, study

ACTORS, EACH = 5_000, 50
"""How many people there are, and how many of them a report names."""

LONG = 2_000
FIRST_NAMES = ("Ilo Marn", "Елена Ковач", "馬倫", "إيلو مارن", "אילו מארן", "Ílo Mårn", "ইলো মার্ন", "อิโล มาร์น")
"""Names of one invented family in eight scripts, two of them written from right to left."""

SIDES: tuple[Factuality, ...] = ("occurred", "ongoing", "scheduled", "hypothetical", "denied")
ONE = Independent(lower=1, upper=1)


def name_of(number: int) -> str:
    """A name, of 2,000 characters for the first, beside a number that is written from left to right."""
    name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {number}"
    return name if number else f"{name} {'of the very long house ' * 100}"[:LONG].strip()


class Told(msgspec.Struct, frozen=True):
    """A report with what is read in it."""

    report: Document
    studied: Study
    people: tuple[str, ...]
    """Ids of the mentions, in order."""


def tell(number: int) -> Told:
    """The report of this number: people who say, threaten and count, one sentence each."""
    people = range(number * EACH, (number + 1) * EACH)
    lines = [
        f"{name_of(each)} said the pass {each} would close if {each + 7} lorries came before 4 March. "
        f"Guards met at gate {each}."
        for each in people
    ]
    report = document(
        f"{number}.txt",
        "\n\n".join(lines),
        title=f"{FIRST_NAMES[number % len(FIRST_NAMES)]}: pass {number}",
        outlet=f"Herald {number % 40} {FIRST_NAMES[number % 7]}",
        published=f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}",
    )
    mentions = [mention(report, name_of(each)) for each in people]
    readings = [one for each, who in zip(people, mentions, strict=True) for one in _read(report, each, who)]
    return Told(report, study(report, *mentions, *readings), tuple(who.id for who in mentions))


def _read(report: Document, each: int, who: object) -> Iterator[object]:
    closing = f"the pass {each} would close if {each + 7} lorries"
    yield attribution(report, f"{closing} came before 4 March", source=name_of(each), cue="said", speaker=who)
    yield commitment(report, closing, "threat", f"the pass {each} would close", debtor=who)
    yield figure(report, f"{each + 7} lorries", each + 7, what="lorries")
    yield event(report, f"met at gate {each}.", "CONSULT", SIDES[each % len(SIDES)], agents=(who,))
