"""How findings stand: of which readings they are made, what they say, how many tell it; to compare two dossiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from standoff.core.ablation import Fall, FindingKind
from standoff.core.claims import Measure
from standoff.core.dossier import Dossier
from standoff.core.findings import Independent
from standoff.core.span import Span
from standoff.core.when import When


@dataclass(frozen=True)
class Standing:
    """One finding, as it is compared."""

    kind: FindingKind
    id: str
    label: Span
    readings: tuple[str, ...]
    """What it is made of: a finding that has most of these is what is left of it."""
    state: str
    """What it says, in a few words; may be empty."""
    weight: tuple[int, ...]
    """How much tells it, to be compared."""
    weighed: str
    """The same in words."""
    least: int = 1
    """How many of its readings make one of its kind."""

    def told(self, fall: Fall) -> str:
        """What is told of it, by how it fell."""
        if fall == "weaker" or not self.state:
            return self.weighed
        return f"{self.state}; {self.weighed}"


def standing_of(dossier: Dossier) -> tuple[Standing, ...]:
    """Every finding on what is told and what goes on, by kind and id."""
    found = (
        *_utterances(dossier), *_happenings(dossier), *_measures(dossier), *_obligations(dossier),
        *_readouts(dossier), *_discrepancies(dossier),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.kind, each.id)))


def _utterances(dossier: Dossier) -> Iterator[Standing]:
    said = {each.id: each for study in dossier.studies for each in study.attributions}
    for each in dossier.utterances:
        label = said[each.fullest].content[0]
        told = _accounts(each.independent)
        yield Standing("utterance", each.id, label, each.attributions, "", _weight(each.independent), told)


def _happenings(dossier: Dossier) -> Iterator[Standing]:
    for each in dossier.happenings:
        state = ", ".join([each.factuality, *([] if each.when is None else [_days(each.when)])])
        told = _accounts(each.independent)
        yield Standing("happening", each.id, each.label, each.events, state, _weight(each.independent), told)


def _measures(dossier: Dossier) -> Iterator[Standing]:
    for each in dossier.measures:
        weight = len(each.claims), sum(claim.independent.lower for claim in each.claims)
        yield Standing("measure", each.id, each.label, each.figures, _values(each), weight, _counted(len(each.claims)))


def _obligations(dossier: Dossier) -> Iterator[Standing]:
    for each in dossier.obligations:
        told = _accounts(each.independent)
        weight = _weight(each.independent)
        yield Standing("obligation", each.id, each.label, each.commitments, each.status, weight, told)


def _readouts(dossier: Dossier) -> Iterator[Standing]:
    labels = {each.id: each.label for each in dossier.happenings}
    for each in dossier.readouts:
        weight = (len(each.points),)
        told = f"{len(each.points)} point{'' if len(each.points) == 1 else 's'}"
        yield Standing("readouts", each.id, labels[each.happening], each.documents, "", weight, told, least=2)


def _discrepancies(dossier: Dossier) -> Iterator[Standing]:
    """A discrepancy is made of the places of its sides; two make one."""
    for each in dossier.discrepancies:
        places = tuple(f"{each.check} {side.at.doc} {side.at.start} {side.at.end}" for side in each.sides)
        told = f"{len(each.sides)} sides"
        yield Standing("discrepancy", each.id, each.sides[0].at, places, "", (len(each.sides),), told, least=2)


def _weight(independent: Independent) -> tuple[int, ...]:
    return independent.lower, independent.upper


def _accounts(independent: Independent) -> str:
    lower, upper = independent.lower, independent.upper
    many = f"{lower:,}" if lower == upper else f"{lower:,} to {upper:,}"
    return f"{many} independent account{'' if upper == 1 else 's'}"


def _counted(claims: int) -> str:
    return f"{claims:,} claim{'' if claims == 1 else 's'}"


def _values(measure: Measure) -> str:
    """The least and the most that is claimed."""
    ends = [end for claim in measure.claims for end in (claim.low, claim.high) if end is not None]
    if not ends:
        return measure.status
    low, high = min(ends), max(ends)
    return f"{measure.status}, {low:,.12g}" + ("" if low == high else f" to {high:,.12g}")


def _days(when: When) -> str:
    first = None if when.since is None else when.since.isoformat()
    last = None if when.until is None else (when.until - timedelta(days=1)).isoformat()
    if first is None or last is None:
        return f"from {first}" if last is None else f"until {last}"
    return first if first == last else f"{first} to {last}"
