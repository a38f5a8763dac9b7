"""What was said, once each: utterances and the attributions that no utterance holds, in a reader's order."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from standoff.brief.index import Index
from standoff.core.findings import Actor, Difference, Independent
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.core.vocabulary import ACT_ORDER, Act


class Statement(msgspec.Struct, frozen=True):
    """One thing said by one speaker, with every wording of it."""

    utterance: str | None
    """Its utterance's id; ``None``: reported once, and no utterance holds it."""
    speaker: Actor | None
    fullest: Attribution
    others: tuple[Attribution, ...]
    independent: Independent
    differences: tuple[Difference, ...]
    original_at: Span | None = None
    """The words of the speaker's own text, where one is among the documents."""
    earliest: str | None = None
    """The attribution in the document published first."""

    @property
    def accounts(self) -> int:
        """In how many accounts it stands, at most."""
        return self.independent.upper

    @property
    def act(self) -> Act:
        """The act as the fullest wording has it."""
        return self.fullest.act

    @property
    def wordings(self) -> tuple[Attribution, ...]:
        """Every attribution of it, the fullest first."""
        return (self.fullest, *self.others)


def statements(index: Index) -> tuple[Statement, ...]:
    """Every statement of the dossier: those in most accounts first, then by act, then as the documents have them."""
    held = {attribution for utterance in index.dossier.utterances for attribution in utterance.attributions}
    loose = (_single(index, found) for found in index.attributions.values() if found.id not in held)
    return tuple(sorted((*_uttered(index), *loose), key=lambda statement: _rank(index, statement)))


def by_speaker(found: Iterable[Statement]) -> tuple[tuple[Actor | None, tuple[Statement, ...]], ...]:
    """Statements under their speakers; named speakers who say most come first, unnamed after, unknown last."""
    groups: dict[str, list[Statement]] = {}
    for statement in found:
        groups.setdefault(statement.speaker.id if statement.speaker is not None else "", []).append(statement)
    ordered = sorted(groups.values(), key=_speaker_rank)
    return tuple((group[0].speaker, tuple(sorted(group, key=_act_rank))) for group in ordered)


def _uttered(index: Index) -> Iterable[Statement]:
    for utterance in index.dossier.utterances:
        others = (index.attributions[each] for each in utterance.attributions if each != utterance.fullest)
        fullest = index.attributions[utterance.fullest]
        yield Statement(
            utterance=utterance.id,
            speaker=index.actors.get(utterance.speaker) if utterance.speaker is not None else index.speaker(fullest),
            fullest=fullest,
            others=tuple(sorted(others, key=lambda other: index.place(other.content[0]))),
            independent=utterance.independent,
            differences=utterance.differences,
            original_at=utterance.original_at,
            earliest=utterance.earliest,
        )


def _single(index: Index, attribution: Attribution) -> Statement:
    return Statement(
        utterance=None,
        speaker=index.speaker(attribution),
        fullest=attribution,
        others=(),
        independent=Independent(lower=1, upper=1),
        differences=(),
    )


def _rank(index: Index, statement: Statement) -> tuple[object, ...]:
    place = index.place(statement.fullest.content[0])
    return (-statement.accounts, -len(statement.others), ACT_ORDER.index(statement.act), place, statement.fullest.id)


def _act_rank(statement: Statement) -> tuple[int, int]:
    """Within one speaker the act comes first; a stable sort keeps the order of the rest."""
    return ACT_ORDER.index(statement.act), -statement.accounts


def _speaker_rank(group: list[Statement]) -> tuple[object, ...]:
    speaker = group[0].speaker
    wordings = sum(len(statement.wordings) for statement in group)
    if speaker is None:
        return 2, 0, ""
    return int(not speaker.named), -wordings, speaker.name, speaker.id
