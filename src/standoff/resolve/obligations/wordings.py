"""One commitment as it is compared: who is bound to whom, what its condition and consequent are about, when told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from standoff.core.records import Commitment, Mention
from standoff.core.span import Span
from standoff.core.vocabulary import Force
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.obligations.matters import Matter, Named, read_matter, stems_of
from standoff.resolve.obligations.sides import Party, Sides
from standoff.resolve.reports import Reports
from standoff.resolve.wording import words_of

NOTHING = Matter()
SELF = frozenset("we us our i me my ourselves".split())
HE_IT_THEY = frozenset("he she it they him her them his its their you your who which that".split())
OTHER_CONDITIONS = frozenset("until till before after since while unless".split())
DENIALS = frozenset("deny denies denied denying refute refutes refuted reject rejects rejected".split())
GIVEN = frozenset(
    """assurance assurances guarantee guarantees promise promises promised pledge pledges pledged commitment assured
    guaranteed version""".split()
)
"""Words for a promise in a denial that it was given."""
OWN = re.compile(
    r"(?:his|her|our|its|my|their)\s+(?:\w+\s+)?(?:government|country|state|nation|side|army|military|forces|troops|people)\b",
    re.IGNORECASE,
)
"""What belongs to the side of whoever speaks."""
ASIDE = re.compile(r", (?:noting|saying|adding|warning|which|who|meaning|stressing|arguing|insisting|as well)\b")
"""Where a clause goes on to say something else."""
NAMED_AFTER = re.compile(
    r"['’]?s?\s+(?:peace\s+)?(?:agreements?|accords?|protocols?|formats?|process|declarations?|summits?|groups?|treaty|"
    r"treaties|conventions?)\b",
    re.IGNORECASE,
)
"""What a place lends its name to: "the Orlen accords" are no party."""


@dataclass(frozen=True)
class Wording:
    """One commitment with everything that is asked of it across documents."""

    commitment: Commitment
    debtor: Party
    creditor: Party
    antecedent: Matter
    consequent: Matter
    words: frozenset[str]
    """The stems of its whole text."""
    told: When | None
    """The days of the document."""
    account: str
    topic: str | None
    form: tuple[str, ...]
    """All its words in order: two with the same are copies."""
    denies_giving: bool
    """Whether it says that a promise was never given."""
    is_own: bool = False
    """Whether it is told in the words of who makes it: the debtor, of a demand or a red line the creditor."""
    is_direct: bool = False
    """Whether it is told word for word."""
    is_if: bool = False
    """Whether its condition is a deed that may come about: "if", not "until" or "before"."""
    condition_until: date | None = None
    """The first day after those that its condition must come about on, where it names them."""

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.commitment.id

    @property
    def force(self) -> Force:
        """The commitment's force."""
        return self.commitment.force

    @cached_property
    def is_bare_line(self) -> bool:
        """Whether it speaks of a red line without saying what would cross it."""
        return self.commitment.force == "red_line" and not (self.antecedent.all_deeds | self.consequent.all_deeds)

    @property
    def is_conditional(self) -> bool:
        """Whether it names a condition."""
        return self.commitment.antecedent is not None

    @cached_property
    def forbids(self) -> bool:
        """Whether what is owed is that something is not done."""
        if self.commitment.force == "refusal" or self.commitment.polarity == "negative":
            return True
        return bool(self.consequent.denied) and not self.consequent.deeds

    @property
    def told_since(self) -> date | None:
        """The first day that it may have been told on."""
        return None if self.told is None else self.told.since

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of its condition and of what is owed, without those named."""
        return self.antecedent.words | self.consequent.words

    @cached_property
    def debtors(self) -> frozenset[str]:
        """The side bound, where known."""
        return frozenset() if self.debtor.key is None else frozenset({self.debtor.key})

    @cached_property
    def creditors(self) -> frozenset[str]:
        """The side it is owed to, where known."""
        return frozenset() if self.creditor.key is None else frozenset({self.creditor.key})

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Two commitments with the same are told in the same words of the same parties."""
        made = self.commitment
        return self.form, made.force, made.polarity, self.debtor[:2], self.creditor[:2], made.deadline, self.topic


class Reader:
    """Reads wordings: the mentions of each document in order of place, and the sides of their actors."""

    def __init__(self, reports: Reports, lexicon: Lexicon, sides: Sides) -> None:
        """Take what the reports say."""
        self.reports, self.deeds, self.sides = reports, lexicon.deeds, sides
        self._mentions: Mapping[str, Sequence[Mention]] = {study.doc: study.mentions for study in reports.studies}
        self._starts = {doc: [m.at.start for m in mentions] for doc, mentions in self._mentions.items()}

    def wording(self, made: Commitment) -> Wording:
        """One commitment as it is compared."""
        text = self.reports.documents[made.at.doc].text
        debtor, creditor = self._bound(made.debtor, made), self._bound(made.creditor, made)
        form = tuple(words_of(text, [(made.at.start, made.at.end)]).forms)
        antecedent = self.matter(made.antecedent, debtor, creditor)
        return Wording(
            commitment=made,
            debtor=debtor,
            creditor=creditor,
            antecedent=antecedent,
            consequent=self.matter(made.consequent, debtor, creditor),
            words=stems_of(form),
            told=self.reports.documents[made.at.doc].published,
            account=self.reports.account_of[made.at.doc],
            topic=self.reports.topic_of.get(made.at.doc),
            form=form,
            denies_giving=made.force == "refusal" and bool(GIVEN & set(form)) and _negates(form),
            is_own=self._is_own(made, creditor if made.force in ("demand", "red_line") else debtor),
            is_direct=bool(made.relay) and self.reports.attributions[made.relay[-1]].mode != "indirect",
            is_if=bool(antecedent.deeds) and not self._opens_with(made.antecedent, OTHER_CONDITIONS),
            condition_until=self._condition_until(made),
        )

    def _is_own(self, made: Commitment, maker: Party) -> bool:
        """Whether one of those who tell it is who makes it, or speaks for the same side."""
        speakers = [each for relay in made.relay if (each := self.reports.speaker(relay)) is not None]
        if maker.side is None:
            return any(each.id == maker.actor for each in speakers)
        return any(self.sides.of(each.id) == maker.side for each in speakers)

    def _opens_with(self, place: Span | None, words: frozenset[str]) -> bool:
        return place is not None and self.reports.words(place).split(maxsplit=1)[0].lower() in words

    def _condition_until(self, made: Commitment) -> date | None:
        """The end of the commitment's days where its condition names them, not what is owed."""
        time = None if made.time is None else self.reports.times.get(made.time)
        if time is None or made.antecedent is None or made.deadline is None or not made.antecedent.contains(time.at):
            return None
        return made.deadline.until

    def _bound(self, mention: str | None, made: Commitment) -> Party:
        """Who a mention is; "his government" is of the side of who says it."""
        party = self.sides.party(mention)
        if (
            mention is None
            or party.side is not None
            or not OWN.match(self.reports.words(self.reports.mentions[mention].at))
        ):
            return party
        speakers = [self.reports.speaker(relay) for relay in made.relay]
        sides = [side for each in speakers if each is not None and (side := self.sides.of(each.id)) is not None]
        return party._replace(side=sides[-1]) if sides else party

    def matter(self, place: Span | None, debtor: Party, creditor: Party) -> Matter:
        """What a stretch of a report is about."""
        if place is None:
            return NOTHING
        text = self.reports.documents[place.doc].text
        aside = ASIDE.search(text, place.start + 1, place.end)
        end = aside.start() if aside is not None else place.end
        named = [each for each in self.named(place, debtor, creditor) if each.end <= end]
        return read_matter(text, place.start, end, named, self.deeds)

    def named(self, place: Span, debtor: Party, creditor: Party) -> Iterator[Named]:
        """The parties in a stretch, the outermost whose side is known; "we" is the debtor, others their own."""
        mentions, starts = self._mentions[place.doc], self._starts[place.doc]
        text, stop = self.reports.documents[place.doc].text, place.start
        inside = mentions[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
        for mention in sorted(inside, key=lambda each: (each.at.start, -each.at.end)):
            if mention.at.start < stop or mention.at.end > place.end or NAMED_AFTER.match(text, mention.at.end):
                continue
            party = self._party(mention, debtor, creditor)
            if party.key is not None:
                stop = mention.at.end
                yield Named(mention.at.start, mention.at.end, party.key, party.actor)

    def _party(self, mention: Mention, debtor: Party, creditor: Party) -> Party:
        if mention.form == "pronoun":
            form = self.reports.words(mention.at).lower()
            if form in SELF:
                return debtor
            found = self.sides.party(mention.id)
            return creditor if form in HE_IT_THEY and found.side is None else found
        return self.sides.party(mention.id)


def _negates(form: Sequence[str]) -> bool:
    """Whether the words deny: "denied having promised", "no such assurance was given", "promised nothing"."""
    return bool(DENIALS & set(form)) or bool({"no", "nothing", "never", "not", "didnt", "wasnt"} & set(form))
