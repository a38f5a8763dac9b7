"""Speakers that the source's own words do not name: who issued a statement, whose "we" a quotation says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

import msgspec

from standoff.core.records import Attribution, Document, Mention, Why
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon

REACH = 1500  # characters back to whoever is taken to have issued "the statement": two or three paragraphs
MOST = 100  # attributions looked back at: more than two or three paragraphs hold
ISSUERS: frozenset[MentionType] = frozenset(("government", "state", "organization", "alliance", "military", "person"))
FIRST_PERSON = frozenset(("i", "we"))


def settle_speakers(
    attributions: Sequence[Attribution], document: Document, mentions: Mapping[str, Mention], lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """The attributions, in order, with speakers found through statements and the first person of a quotation."""
    settled: list[Attribution] = []
    by_id = {a.id: a for a in attributions}
    for attribution in attributions:
        found = _first_person(attribution, document, mentions, by_id)
        found = found or _issuer(attribution, document, mentions, settled, lexicon)
        if found is not None:
            speaker, reason = found
            why = attribution.why
            attribution = msgspec.structs.replace(  # noqa: PLW2901
                attribution, speaker=speaker, why=Why(why.finder, why.score, f"{why.detail}; {reason}")
            )
        settled.append(attribution)
    return tuple(settled)


def _first_person(
    attribution: Attribution, document: Document, mentions: Mapping[str, Mention], by_id: Mapping[str, Attribution]
) -> tuple[str, str] | None:
    """Whose "we" it is inside a content: the speaker's of that content."""
    around = by_id.get(attribution.within or "")
    if around is None or around.speaker is None or attribution.source is None:
        return None
    if document.quote(attribution.source).lower() not in FIRST_PERSON:
        return None
    return around.speaker, "first person of the one quoted"


def _issuer(
    attribution: Attribution,
    document: Document,
    mentions: Mapping[str, Mention],
    before: Sequence[Attribution],
    lexicon: Lexicon,
) -> tuple[str, str] | None:
    """Who issued "the statement": the last speaker before it who can issue one."""
    if attribution.speaker is not None or attribution.source is None:
        return None
    words = document.quote(attribution.source).lower().split()
    if not words or not lexicon.is_statement(words[-1]):
        return None
    for other in islice(reversed(before), MOST):
        near = other.source is not None and 0 <= attribution.source.start - other.source.end <= REACH
        mention = mentions.get(other.speaker or "")
        if near and mention is not None and mention.type in ISSUERS and other.within is None:
            return mention.id, "the last speaker before the statement"
    return None
