"""What a stretch of text is about: the deeds it names, who does them to whom, and its other words.

Read by words alone, so that a condition a person types and an antecedent in a report are read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from standoff.lexicon.deeds import Deeds
from standoff.resolve.wording import FUNCTION_WORDS, form_of, stem_of

TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:['’][^\W_]{1,2}(?![^\W_]))?")
PART = re.compile(r"[^\W_]+")
CUT = re.compile(r"[,;:.!?\n]")
DENYING = 5
"""Words before a deed in which a "not" or "without" denies it, up to a comma."""
PASSIVE = frozenset("is are was were be been being get gets got".split())
NOT_AGENT = frozenset("against with to on upon at in into from towards toward for over between under".split())
BEFORE_A_NOUN = frozenset("the a an any all of its their his her our these those to two three more some every".split())
BACKGROUND = frozenset("in under from during since after amid despite".split())
"""Before a noun for a deed they say when or where: "in custody", "after the attack"."""
MUST = frozenset("must should shall will would can to".split())
EARLY = 3
"""Words between a verb that carries a deed and its noun: "impose tough new sanctions"."""
SHORT_OF = frozenset(
    (("short", "of"), ("instead", "of"), ("rather", "than"), ("other", "than"), ("except", "for"), ("opposed", "to"))
)
HYPOTHETICAL = frozenset(
    """if event case should unless whether any further new chooses choose decides decide decided chose were occur occurs
    happen happens come comes steps takes took take continue ally allies partner partners side sides""".split()
)
"""Words of conditions that say nothing of what must happen, and those for any who go along with a party."""
TIMES = frozenset(
    """next coming soon later early late time times day days week weeks weekend month months year years hour hours today
    tomorrow yesterday tonight morning evening night monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december near future""".split()
)
"""Words that say when: two calls of one week are two."""


class Named(NamedTuple):
    """A party named in a text, by characters."""

    start: int
    end: int
    side: str
    actor: str | None = None


@dataclass(frozen=True)
class Matter:
    """The deeds of a stretch of text with those who do and suffer them, and what else it tells."""

    deeds: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    """Of these, those that the whole stretch is about."""
    denied: frozenset[str] = frozenset()
    """Deeds said not to be done: "without an invasion"."""
    agents: frozenset[str] = frozenset()
    """Sides that do it; empty where the text does not tell."""
    sufferers: frozenset[str] = frozenset()
    """Sides that it is done to, or where it is done."""
    actors: frozenset[str] = frozenset()
    """Ids of the actors named."""
    stems: frozenset[str] = frozenset()
    """Informative words beside names and deeds."""
    deed_stems: frozenset[str] = field(default_factory=frozenset)

    @property
    def parties(self) -> frozenset[str]:
        """All sides named."""
        return self.agents | self.sufferers

    @property
    def all_deeds(self) -> frozenset[str]:
        """Deeds named, whether said to be done or not."""
        return self.deeds | self.denied

    @property
    def words(self) -> frozenset[str]:
        """All its stems."""
        return self.stems | self.deed_stems


class Token(NamedTuple):
    """One word: the form compared, and where it stands."""

    form: str
    start: int
    end: int


class Head(NamedTuple):
    """A word that names deeds."""

    place: int
    deeds: frozenset[str]
    is_denied: bool
    is_background: bool


def read_matter(text: str, start: int, end: int, named: Sequence[Named], deeds: Deeds) -> Matter:
    """What ``text[start:end]`` is about; ``named`` are the parties in it, in order, none within another."""
    tokens = [token for match in TOKEN.finditer(text, start, end) for token in _tokens(match, deeds)]
    forms = [token.form for token in tokens]
    heads = _heads(text, tokens, forms, deeds)
    main = [head for head in heads if not head.is_background] or heads
    agents, sufferers = _roles(main, tokens, named)
    taken = {place for place, token in enumerate(tokens) if any(n.start <= token.start < n.end for n in named)}
    rest = [t.form for p, t in enumerate(tokens) if p not in taken and p not in {head.place for head in heads}]
    return Matter(
        deeds=frozenset().union(*(head.deeds for head in main if not head.is_denied)),
        leading=_leading(main, forms, taken, deeds),
        denied=frozenset().union(*(head.deeds for head in main if head.is_denied)),
        agents=agents,
        sufferers=sufferers,
        actors=frozenset(each.actor for each in named if each.actor is not None),
        stems=stems_of(form for form in rest if form not in TIMES),
        deed_stems=frozenset(stem_of(tokens[head.place].form) for head in heads),
    )


def _heads(text: str, tokens: Sequence[Token], forms: Sequence[str], deeds: Deeds) -> list[Head]:
    """The words for deeds, without those that only complete another: who breaks a truce makes none."""
    found = [head for place in range(len(tokens)) if (head := _head(text, tokens, forms, place, deeds)) is not None]
    claimed = {place for head in found for place in deeds.claimed(forms, head.place)}
    return [head for head in found if head.is_denied or head.place not in claimed] or found


def _leading(heads: Sequence[Head], forms: Sequence[str], taken: Collection[int], deeds: Deeds) -> frozenset[str]:
    """The deeds that the whole stretch is about: its verb's, its noun's, or what is done to its subject."""
    first = next((head for head in heads if not head.is_denied), None)
    if first is None:
        return frozenset()
    before = [forms[p] for p in range(first.place) if p not in taken and forms[p] not in FUNCTION_WORDS]
    done = bool(first.place) and forms[first.place - 1] in PASSIVE
    carried = bool(before) and before[0] in deeds.carrying and len(before) <= EARLY
    phrase = forms[0] in BEFORE_A_NOUN and len(before) <= 1
    return first.deeds if not before or done or carried or phrase else frozenset()


def deeds_at(
    text: str, start: int, end: int, within: tuple[int, int], deeds: Deeds
) -> tuple[frozenset[str], frozenset[str]]:
    """The deeds that the words of ``text[start:end]`` name, none denied, and the stems of the other words ``within``.

    Both are empty where they name none.
    """
    if not any(form_of(part) in deeds.words for part in PART.findall(text, start, end)):
        return frozenset(), frozenset()
    tokens = [token for match in TOKEN.finditer(text, *within) for token in _tokens(match, deeds)]
    forms = [token.form for token in tokens]
    places = [place for place, token in enumerate(tokens) if start <= token.start < end]
    heads = [head for place in places if (head := _head(text, tokens, forms, place, deeds)) is not None]
    named = frozenset[str]().union(*(head.deeds for head in heads if not head.is_denied))
    rest = (token.form for token in tokens if not start <= token.start < end)
    return named, stems_of(rest) if named else frozenset()


def stems_of(forms: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say what is stated."""
    return frozenset(stem_of(form) for form in forms if form not in FUNCTION_WORDS and form not in HYPOTHETICAL)


def _tokens(match: re.Match[str], deeds: Deeds) -> Iterable[Token]:
    """One word, or the parts of a hyphened one that is not itself a word for a deed."""
    word = match.group()
    if "-" not in word:
        return (Token(form_of(word), match.start(), match.end()),)
    joined = form_of(word.replace("-", ""))
    if joined in deeds.words:
        return (Token(joined, match.start(), match.end()),)
    parts = re.finditer(r"[^-]+", word)
    return [Token(form_of(p.group()), match.start() + p.start(), match.start() + p.end()) for p in parts]


def _head(text: str, tokens: Sequence[Token], forms: Sequence[str], place: int, deeds: Deeds) -> Head | None:
    found = deeds.at(forms, place)
    if not found:
        return None
    return Head(place, found, _is_denied(text, tokens, place, deeds), _is_background(forms, place, deeds))


def _is_background(forms: Sequence[str], place: int, deeds: Deeds) -> bool:
    """Whether a word for a deed only describes something else: "detained crews", "inspection zone", "in custody"."""
    before = forms[place - 1] if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    if after in deeds.things:
        return True
    participle = forms[place].endswith(("ed", "en")) and after not in FUNCTION_WORDS and bool(after)
    if participle and (not before or before in BEFORE_A_NOUN or before in deeds.words):
        return True
    return before in BACKGROUND or (place > 1 and forms[place - 2] in BACKGROUND and before not in BEFORE_A_NOUN)


def _is_denied(text: str, tokens: Sequence[Token], place: int, deeds: Deeds) -> bool:
    """Whether a word before it, in its phrase, says that it is not done."""
    for before in range(place - 1, max(place - 1 - DENYING, -1), -1):
        if CUT.search(text, tokens[before].end, tokens[before + 1].start):
            return False
        form = tokens[before].form
        if form in deeds.excluding or (form, tokens[before + 1].form) in SHORT_OF:
            return True
    return _is_ended(text, tokens, place, deeds)


def _is_ended(text: str, tokens: Sequence[Token], place: int, deeds: Deeds) -> bool:
    """Whether what follows says that it is to be no more: "the shelling must stop"."""
    demanded = False
    for after in range(place + 1, min(place + 1 + DENYING, len(tokens))):
        if CUT.search(text, tokens[after - 1].end, tokens[after].start):
            return False
        demanded = demanded or tokens[after].form in MUST
        if demanded and tokens[after].form in deeds.ending:
            return True
    return False


def _roles(
    heads: Sequence[Head], tokens: Sequence[Token], named: Sequence[Named]
) -> tuple[frozenset[str], frozenset[str]]:
    """The sides that do the first deed said to be done, and the others; all of them where no deed is named."""
    head = next((head for head in heads if not head.is_denied), heads[0] if heads else None)
    if head is None:
        return frozenset(), frozenset(each.side for each in named)
    at = tokens[head.place]
    passive = any(t.form in PASSIVE for t in tokens[max(head.place - 2, 0) : head.place]) and not at.form.endswith(
        "ing"
    )
    doing = {each for each in named if _does(each, at, tokens, passive)}
    agents = frozenset(each.side for each in doing)
    return agents, frozenset(each.side for each in named if each not in doing) - agents


def _does(party: Named, head: Token, tokens: Sequence[Token], passive: bool) -> bool:
    """Whether a party stands where the one who does it stands."""
    inside = [place for place, token in enumerate(tokens) if party.start <= token.start < party.end]
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    before = tokens[first - 1].form if first else ""
    if before in ("the", "a", "an") and first > 1:
        before = tokens[first - 2].form
    if before == "by":
        return True
    if party.end <= head.start:
        return not passive and before not in NOT_AGENT
    behind = tokens[last + 1].start if last + 1 < len(tokens) else party.end
    return (
        before == "of"
        and behind - tokens[last].end <= 1
        and tokens[last].end - tokens[last].start > len(tokens[last].form)
    )
