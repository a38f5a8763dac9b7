"""The mentions of a document by the words they stand at, so that the parts of a clause become actors."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from standoff.core.records import Attribution, Mention
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType
from standoff.extract.events.clauses import HIGHEST, clause_of
from standoff.extract.events.dependents import child_of, joined
from standoff.extract.grammar import MOST, Grammar
from standoff.lexicon.lexicon import Lexicon

ACTORS: frozenset[MentionType] = frozenset(
    ("person", "organization", "state", "government", "alliance", "military", "media")
)
OWNERS: frozenset[MentionType] = frozenset(("state", "organization", "government", "alliance"))
FIRST_PERSON = frozenset(("i", "we"))
OWN = {"his": "person", "her": "person", "its": "body", "their": "body", "our": "body", "my": "person"}
OBJECTS = {"him": "male", "her": "female"}
BODIES: frozenset[MentionType] = frozenset(("state", "organization", "military"))
LOOKED_AT = 100  # names of bodies that "both sides" may look back over
BACK = 8  # names of persons that an object pronoun may look back over
WITHIN = frozenset(("nmod:poss", "amod", "compound", "nmod:desc", "flat", "appos"))
"""Labels through which a noun that is no actor belongs to one: "Varnia's border", "Varnian soil"."""
REACHED = frozenset(("of", "for", "about", "against", "by", "over", "on", "to", "with", "along"))
"""Prepositions through which it does: "the border of Varnia"."""


class Actors:
    """The mentions of one document, found again by word."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        """Take the document's mentions; at each word a person's name counts first, then the shortest mention."""
        self._grammar, self._lexicon = grammar, lexicon
        self._by_id = {mention.id: mention for mention in mentions}
        self._at: dict[int, Mention] = {}
        self._identities: dict[Span, str] = {}
        self._states: dict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: (m.type == "person" and m.form == "name", -len(m.at), m.at)):
            self._register(mention)
        self._bodies = [m for m in mentions if m.form == "name" and m.type in BODIES]
        self._persons = [m for m in mentions if m.type == "person" and m.form == "name"]
        for mention in mentions:
            if mention.type == "state" and mention.form == "name":
                self._states[self.identity(mention)].append(mention)

    def _register(self, mention: Mention) -> None:
        words = self._grammar.between(mention.at.start, mention.at.end)
        if mention.form == "description":
            core = mention.name or mention.at
            inside = self._grammar.between(core.start, core.end)
            words = range(inside.stop - 1, inside.stop) if mention.name else self._head(inside)
        for word in words:
            self._at[word] = mention

    def _head(self, inside: range) -> range:
        head = self._grammar.head_of(inside.start, inside.stop)
        return range(head, head + 1)

    def mention(self, key: str) -> Mention:
        """The mention of an id."""
        return self._by_id[key]

    def at(self, word: int) -> Mention | None:
        """The mention that the word heads or whose name it belongs to."""
        return self._at.get(word)

    def of(self, word: int, *, deep: bool = True) -> list[Mention]:
        """The mention at the word; where there is none, those of its modifiers (``deep``: two steps down)."""
        here = self._at.get(word)
        if here is not None:
            return self._beside(here, word) or [here]
        if self._grammar.form(word).lower() in OBJECTS and self._grammar.words[word].deprel != "nmod:poss":
            return self._named_before(word)
        if self._grammar.form(word).lower() in OWN:
            return self._owners(word)
        if not deep:
            return []
        return [m for step in self._down(word) for below in step for m in self._found(below)]

    def _beside(self, mention: Mention, word: int) -> list[Mention]:
        """The names set beside a description: "the envoys, Ilka Orlen and Joris Vaal,"."""
        if mention.form != "description":
            return []
        beside = (c for c in self._grammar.under(word) if self._grammar.words[c].deprel == "appos")
        found = (self._at.get(name) for first in beside for name in joined(self._grammar, first))
        return [m for m in found if m is not None and m.form == "name" and m.type == mention.type]

    def _found(self, word: int) -> list[Mention]:
        here = self._at.get(word)
        if here is None and self._grammar.form(word).lower() in OWN:
            return self._owners(word)
        return [] if here is None or here.type == "place" else [here]

    def opposed(self, before: int) -> tuple[Mention, ...]:
        """The two bodies that a text has named most before a place, where each is named again: "both sides"."""
        counts: Counter[str] = Counter()
        named: dict[str, Mention] = {}
        for mention in self._bodies[: bisect_left(self._bodies, before, key=lambda m: m.at.start)][-LOOKED_AT:]:
            key = self.identity(mention)
            counts[key] += 1
            named.setdefault(key, mention)
        most = counts.most_common(3)
        clear = len(most) > 1 and most[1][1] > 1 and (len(most) == 2 or most[1][1] > most[2][1])
        return tuple(named[key] for key, _ in most[:2]) if clear else ()

    def within(self, mention: Mention) -> list[Mention]:
        """The mentions inside a longer one: the states of "the leaders of Varnia and Orlen"."""
        words = self._grammar.between(mention.at.start, mention.at.end)
        found = (self._at.get(word) for word in words[:MOST])
        return list({m.id: m for m in found if m is not None and m is not mention}.values())

    def behind(self, mention: Mention) -> Mention | None:
        """The state whose troops they are, as the text names it nearest before: it acts through them."""
        if mention.type != "military":
            return None
        inside = next((m for m in self.within(mention) if m.type in OWNERS and m.form == "name"), None)
        if inside is not None:
            return inside
        for word in self._grammar.between(mention.at.start, mention.at.end)[:MOST]:
            code = self._lexicon.state_of(self._grammar.form(word))
            if code is not None and self._states.get(code):
                before = [m for m in self._states[code] if m.at.start <= mention.at.start]
                return (before or self._states[code])[-1 if before else 0]
        return None

    def _down(self, word: int) -> Iterator[list[int]]:
        """The modifiers of a word, those nearest first, two steps."""
        step = [word]
        for _ in range(2):
            step = [low for up in step for child in self._modifiers(up) for low in joined(self._grammar, child)]
            yield step

    def _modifiers(self, word: int) -> Iterator[int]:
        for child in self._grammar.under(word):
            label = self._grammar.words[child].deprel
            if label in WITHIN:
                yield child
            elif label == "nmod":
                case = child_of(self._grammar, child, "case")
                if case is not None and self._grammar.lemma(case) in REACHED:
                    yield child

    def _named_before(self, pronoun: int) -> list[Mention]:
        """Whom "him" or "her" stands for: the person last named before who is not the subject of its clause."""
        subjects = clause_of(self._grammar, self._grammar.words[pronoun].head).subjects
        acting = {self.identity(m) for s in subjects if (m := self._at.get(s)) is not None}
        start = self._grammar.words[pronoun].start
        gender = OBJECTS[self._grammar.form(pronoun).lower()]
        last = bisect_left(self._persons, start, key=lambda mention: mention.at.start)
        for mention in reversed(self._persons[max(0, last - BACK) : last]):
            told = self._gender(mention)
            if self.identity(mention) not in acting and told in (None, gender):
                return [mention]
        return []

    def _gender(self, mention: Mention) -> str | None:
        words = self._grammar.between(mention.at.start, mention.at.end)
        told = (self._lexicon.gender_of(self._grammar.form(word)) for word in words)
        return next((gender for gender in told if gender is not None), None)

    def _owners(self, pronoun: int) -> list[Mention]:
        """Whom "his" or "their" stands for: the subject of the clause around it, where it can."""
        kind = OWN.get(self._grammar.form(pronoun).lower(), "body")
        noun = self._grammar.words[pronoun].head
        for above in islice(self._grammar.above(noun), HIGHEST):
            if self._grammar.words[above].upos != "VERB":
                continue
            subjects = clause_of(self._grammar, above).subjects
            found = [m for s in subjects if s != noun and (m := self._at.get(s)) is not None]
            if found and all((m.type == "person") == (kind == "person") or kind == "body" for m in found):
                return found
            if len(subjects) and noun not in subjects:
                return []
        return []

    def resolved(self, mention: Mention) -> Mention:
        """Follow ``refers`` to its end."""
        seen = {mention.id}
        while mention.refers is not None and mention.refers in self._by_id and mention.refers not in seen:
            seen.add(mention.refers)
            mention = self._by_id[mention.refers]
        return mention

    def speaking(self, mention: Mention, said: Attribution | None) -> Mention:
        """Whoever says "I" or "we" in a content; the mention itself otherwise."""
        if mention.form != "pronoun" or mention.refers is not None or said is None or said.speaker is None:
            return mention
        text = self._grammar.text[mention.at.start : mention.at.end].lower()
        return self._by_id.get(said.speaker, mention) if text in FIRST_PERSON else mention

    def identity(self, mention: Mention) -> str:
        """What tells participants apart in one text: the code of a state, else the last word of the name."""
        known = self._identities.get(mention.at)
        if known is None:
            known = self._identities[mention.at] = self._identify(self.resolved(mention))
        return known

    def _identify(self, mention: Mention) -> str:
        span = mention.name or mention.at
        text = self._grammar.text[span.start : span.end]
        code = self._lexicon.state_of(" ".join(text.split())) if mention.type == "state" else None
        return code or text.split()[-1].lower()
