"""Studies without some of their readings: what people called wrong, or a source that is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from msgspec.structs import replace

from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, Study


def without(studies: Sequence[Study], gone: Set[str]) -> tuple[Study, ...]:
    """The studies without the readings of these ids, and without a word that cites them.

    What stood in an attribution that is gone stands in the one around it, or in the reporter's voice. A date that
    rested on a time that is gone is no date. So no rule meets a reading that is not there.
    """
    return tuple(_without(study, gone) for study in studies) if gone else tuple(studies)


def _without(study: Study, gone: Set[str]) -> Study:
    around = {said.id: said.within for said in study.attributions}
    outer = {said: _outer(said, around, gone) for said in around}
    return replace(
        study,
        mentions=tuple(_mention(each, gone) for each in study.mentions if each.id not in gone),
        times=tuple(each for each in study.times if each.id not in gone),
        attributions=tuple(_attribution(each, gone, outer) for each in study.attributions if each.id not in gone),
        events=tuple(_event(each, gone, outer) for each in study.events if each.id not in gone),
        figures=tuple(_figure(each, gone, outer) for each in study.figures if each.id not in gone),
        commitments=tuple(_commitment(each, gone) for each in study.commitments if each.id not in gone),
    )


def _outer(said: str, around: Mapping[str, str | None], gone: Set[str]) -> str | None:
    """The innermost attribution around this place that is not gone."""
    reached: str | None = said
    seen: set[str] = set()
    while reached is not None and reached in gone and reached not in seen:
        seen.add(reached)
        reached = around.get(reached)
    return None if reached in gone else reached


def _kept(key: str | None, gone: Set[str]) -> str | None:
    return None if key in gone else key


def _all_kept(keys: Iterable[str], gone: Set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in gone)


def _mention(mention: Mention, gone: Set[str]) -> Mention:
    return mention if mention.refers not in gone else replace(mention, refers=None)


def _attribution(said: Attribution, gone: Set[str], outer: Mapping[str, str | None]) -> Attribution:
    within = outer.get(said.within) if said.within is not None else None
    if said.speaker not in gone and within == said.within:
        return said
    return replace(said, speaker=_kept(said.speaker, gone), within=within)


def _event(event: Event, gone: Set[str], outer: Mapping[str, str | None]) -> Event:
    dated = event.time not in gone
    return replace(
        event,
        agents=_all_kept(event.agents, gone),
        targets=_all_kept(event.targets, gone),
        participants=_all_kept(event.participants, gone),
        place=_kept(event.place, gone),
        when=event.when if dated else None,
        when_basis=event.when_basis if dated else None,
        time=_kept(event.time, gone),
        carried_by=outer.get(event.carried_by) if event.carried_by is not None else None,
    )


def _figure(figure: Figure, gone: Set[str], outer: Mapping[str, str | None]) -> Figure:
    dated = figure.time not in gone
    return replace(
        figure,
        where=_kept(figure.where, gone),
        claimant=_kept(figure.claimant, gone),
        carried_by=outer.get(figure.carried_by) if figure.carried_by is not None else None,
        as_of=figure.as_of if dated else None,
        as_of_basis=figure.as_of_basis if dated else None,
        time=_kept(figure.time, gone),
    )


def _commitment(commitment: Commitment, gone: Set[str]) -> Commitment:
    return replace(
        commitment,
        debtor=_kept(commitment.debtor, gone),
        creditor=_kept(commitment.creditor, gone),
        relay=_all_kept(commitment.relay, gone),
        deadline=commitment.deadline if commitment.time not in gone else None,
        time=_kept(commitment.time, gone),
    )
