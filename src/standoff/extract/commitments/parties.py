"""Who is bound and to whom: mentions found by the words of a clause, the speaker, and the state they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from standoff.core.records import Attribution, Mention, Study
from standoff.extract.carriers import Carriers
from standoff.extract.commitments.sides import BODIES, Sides
from standoff.extract.grammar import Grammar
from standoff.extract.speakers import Speakers
from standoff.lexicon.lexicon import Lexicon

LONGEST = 300  # characters: a mention beyond this is damage, and would make every look back long
DEEPEST = 5  # attributions within attributions looked through for a speaker
FIRST_PERSONS = frozenset("we us our ours".split())
SELF = frozenset("i me my mine".split())
FOLLOWS = frozenset("he she it they his its her their him them itself himself herself themselves".split())
ACTING = ("nsubj", "obj", "iobj", "obl:agent")
"""Labels of a word that does or suffers something; what happens at a place has others."""
ACTORS = (*BODIES, "person")


def pronoun(grammar: Grammar, index: int | None) -> str:
    """The word in lower case where it is a pronoun; empty for all else, so that "US" is never "us"."""
    if index is None or grammar.words[index].upos not in ("PRON", "DET"):
        return ""
    form = grammar.form(index)
    return "" if form == "US" else form.lower()


class Parties:
    """The mentions and attributions of one document, asked by the words of its clauses."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, study: Study) -> None:
        """Take what was found in the document before."""
        self._grammar, self._lexicon = grammar, lexicon
        self._mentions = tuple(m for m in study.mentions if len(m.at) <= LONGEST)
        self._starts = [mention.at.start for mention in self._mentions]
        self._longest = max((len(mention.at) for mention in self._mentions), default=0)
        self._by_id = {mention.id: mention for mention in self._mentions}
        self._speakers = Speakers(study.mentions)
        self.carriers = Carriers(study.attributions)
        self._attributions = {attribution.id: attribution for attribution in study.attributions}
        self._cues = sorted((a.cue.start, a.cue.end, a.id) for a in study.attributions if a.cue is not None)
        self._sides = Sides(grammar, lexicon, self._mentions, self._speakers)

    def at(self, index: int) -> Mention | None:
        """The mention whose head the word is, else the shortest around it; pronouns stay pronouns."""
        word = self._grammar.words[index]
        low = bisect_left(self._starts, word.start - self._longest)
        near = self._mentions[low : bisect_right(self._starts, word.start)]
        around = [m for m in near if m.at.start <= word.start and word.end <= m.at.end]
        around.sort(key=lambda m: -len(m.at))
        head = self._grammar.words[word.head]
        own = (m for m in around if not (m.at.start <= head.start and head.end <= m.at.end) or word.head == index)
        return next(own, around[-1] if around else None)

    def party(self, index: int | None, place: int | None = None) -> Mention | None:
        """The actor that a word names; for "we" and "I" the speaker's side or the speaker himself.

        ``place`` is the word where it is said, the word itself where not given.
        """
        if index is None:
            return None
        form = pronoun(self._grammar, index)
        said = index if place is None else place
        if form in FIRST_PERSONS:
            return self.own(said)
        if form in SELF:
            return self.speaker(said)
        mention = self.at(index)
        if mention is not None:
            mention = self._speakers.resolved(mention)
        if form in FOLLOWS and (mention is None or mention.form == "pronoun"):
            return self.speaker(said) if form not in ("they", "them", "their") else None
        acts = mention is not None and (self.acts(mention) or self._stands_for_people(mention, index))
        return mention if acts else None

    def place(self, index: int) -> Mention | None:
        """The place that a word names, taken for whoever rules there."""
        mention = self.at(index)
        return mention if mention is not None and mention.type == "place" and mention.form == "name" else None

    def _stands_for_people(self, mention: Mention, index: int) -> bool:
        """Whether a place is named for its people or government: it does something, or is asked to."""
        word = self._grammar.words[index]
        return mention.type == "place" and mention.form == "name" and word.deprel.startswith(ACTING)

    def cued_by(self, index: int) -> Attribution | None:
        """The attribution of which the word is the cue, or part of it."""
        word = self._grammar.words[index]
        near = bisect_right(self._cues, word.start, key=lambda cue: cue[0]) - 1
        found = self._cues[near] if near >= 0 and self._cues[near][1] >= word.end else None
        return None if found is None else self._attributions[found[2]]

    def doer(self, subject: int | None, verb: int) -> Mention | None:
        """The actor of a verb by its subject, else the source of what it cues."""
        party = self.party(subject, verb)
        if party is not None:
            return party
        attribution = self.cued_by(verb)
        speaker = None if attribution is None else self._by_id.get(attribution.speaker or "")
        return speaker if speaker is not None and self.acts(speaker) else None

    def is_voiced(self, verb: int) -> bool:
        """Whether the verb is the cue of somebody's words."""
        attribution = self.cued_by(verb)
        return attribution is not None and attribution.source is not None

    def is_it(self, index: int | None) -> bool:
        """Whether the word is "it" and stands for no state or other body: a plan, a law, a bill."""
        if pronoun(self._grammar, index) not in ("it", "this", "that") or index is None:
            return False
        mention = self.at(index)
        resolved = None if mention is None else self._speakers.resolved(mention)
        return resolved is None or resolved.type not in ("state", "government", "alliance", "military")

    def acts(self, mention: Mention) -> bool:
        """Whether the mention is of somebody who can be bound: no place, no outlet."""
        if mention.type == "place":
            return self._lexicon.state_of(self._sides.text(mention)) is not None
        return mention.type in ACTORS

    def attribution(self, index: int) -> Attribution | None:
        """The innermost attribution in whose content the word stands."""
        return self.carriers.at(self._grammar.words[index].start)

    def speaker(self, index: int) -> Mention | None:
        """Who says the word: of the innermost attribution around it that has a speaker."""
        attribution = self.attribution(index)
        for _ in range(DEEPEST):
            if attribution is None:
                return None
            if attribution.speaker is not None and attribution.speaker in self._by_id:
                return self._by_id[attribution.speaker]
            attribution = self._attributions.get(attribution.within or "")
        return None

    def own(self, index: int) -> Mention | None:
        """The state or body that the speaker of a word speaks for, as the document names it; else the speaker."""
        speaker = self.speaker(index)
        return None if speaker is None else self.body_of(speaker, index)

    def body_of(self, mention: Mention, index: int) -> Mention:
        """The state or body of a mention's side, as the document names it near a word; else the mention."""
        return self._sides.body(self.side(mention), mention, self._place(index))

    def side(self, mention: Mention) -> str | None:
        """The state or alliance a mention belongs to, as a key; ``None`` where the document does not tell."""
        return self._sides.of(mention)

    def standing_for(self, mention: Mention | None, index: int) -> Mention | None:
        """The state that an unnamed official or a spokesman stands for; anybody else as he is."""
        return None if mention is None else self._sides.standing_for(mention, self._place(index))

    def counterpart(self, index: int, party: Mention | None) -> Mention | None:
        """Whom a demand or threat without addressee meets: the other side that the document names most."""
        side = None if party is None else self.side(party)
        if side is None and party is not None:
            speaker = self.speaker(index)  # a government's statement mostly tells what its own leader asks
            side = self.side(speaker) if speaker is not None and speaker.type in BODIES else None
            if side is None:
                return None  # whoever is on no known side may be on any
        found = self._sides.other(side, self._place(index))
        if found is None or party is None:
            return found
        return None if found.id == self._speakers.resolved(party).id else self._speakers.resolved(found)

    def same_side(self, one: Mention | None, other: Mention | None) -> bool | None:
        """Whether two stand on one side; ``None`` where the document does not tell."""
        if one is None or other is None:
            return None
        one, other = self._speakers.resolved(one), self._speakers.resolved(other)
        if one.id == other.id or self._sides.text(one) == self._sides.text(other):
            return True
        sides = self.side(one), self.side(other)
        return None if None in sides else sides[0] == sides[1]

    def first_within(self, start: int, end: int, not_of: str | None) -> Mention | None:
        """The first actor named between two characters who is not on this side."""
        low = bisect_left(self._starts, start)
        for mention in self._mentions[low : bisect_left(self._starts, end)]:
            if mention.type in (*BODIES, "person") and self.side(mention) != not_of:
                return self._speakers.resolved(mention)
        return None

    def _place(self, index: int) -> int:
        return self._grammar.words[index].start
