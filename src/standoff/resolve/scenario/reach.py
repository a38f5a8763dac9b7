"""Which obligations something may touch at all, found by their words before anything else of them is read.

A rule moves an obligation only where a deed meets one that its condition or its consequent names, or, where a condition
or what meets it names none, by several of its words. So the forms of its words are enough to tell which may be moved;
whether they are is the rules' to say. Always more than are moved, never fewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from standoff.core.dossier import Dossier
from standoff.core.vocabulary import Status
from standoff.lexicon.deeds import Deeds
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import folded
from standoff.resolve.obligations.matters import TOKEN, Matter, read_matter, stems_of
from standoff.resolve.obligations.meeting import LEAST_WORDS
from standoff.resolve.obligations.sides import Sides
from standoff.resolve.obligations.wordings import Reader
from standoff.resolve.reports import reports_of
from standoff.resolve.scenario.condition import LONGEST_CONDITION, turn_of
from standoff.resolve.wording import form_of

RETRACTION = "retraction"
"""The deed that takes back whatever was said, told by the words of what was said."""


class Stretches(NamedTuple):
    """The words of one wording of an obligation."""

    obligation: str
    status: Status
    antecedent: str | None
    consequent: str | None


@dataclass(frozen=True)
class Reach:
    """Obligations that something may still move, by the words that it must meet."""

    waiting: Mapping[str, frozenset[str]]
    """Those not in force, by each deed that a form in their conditions may name."""
    worded: Mapping[str, frozenset[str]]
    """The same by each informative word of their conditions."""
    owed: Mapping[str, frozenset[str]]
    """Those in force, by each deed that a form in what they owe may name."""


class Reached(NamedTuple):
    """What may be moved."""

    waiting: frozenset[str]
    """By whoever does it."""
    owed: frozenset[str]
    """Only by those who owe it."""


def reach_of(told: Iterable[Stretches], deeds: Deeds) -> Reach:
    """The reach of obligations in all their wordings."""
    waiting: defaultdict[str, set[str]] = defaultdict(set)
    worded: defaultdict[str, set[str]] = defaultdict(set)
    owed: defaultdict[str, set[str]] = defaultdict(set)
    for each in told:
        is_waiting = each.status == "conditional"
        forms = forms_in(each.antecedent if is_waiting else each.consequent)
        for deed in {entry.deed for form in forms & deeds.words for entry in deeds.entries.get(form, ())}:
            (waiting if is_waiting else owed)[deed].add(each.obligation)
        for stem in stems_of(forms) if is_waiting else ():
            worded[stem].add(each.obligation)
    return Reach(_frozen(waiting), _frozen(worded), _frozen(owed))


def reached(reach: Reach, deeds: Deeds, words: str) -> Reached:
    """The obligations that what these words tell may move, taking back what was said left aside."""
    text = words[:LONGEST_CONDITION]
    matter = read_matter(text, 0, len(text), (), deeds)
    near = sorted(_near(matter, deeds))
    waiting = (reach.waiting.get(deed, frozenset()) for deed in near)
    owed = (reach.owed.get(deed, frozenset()) for deed in near)
    return Reached(frozenset().union(*waiting, _in_words(reach, matter)), frozenset().union(*owed))


def taken_back(deeds: Deeds, words: str) -> frozenset[str]:
    """The stems of words that tell that something is taken back: any obligation with two of them may be meant."""
    text = words[:LONGEST_CONDITION]
    matter = read_matter(text, 0, len(text), (), deeds)
    return matter.stems if RETRACTION in matter.deeds else frozenset()


def forms_in(text: str | None) -> frozenset[str]:
    """The forms of a text's words as deeds are named by them, the hyphened ones joined as well as apart."""
    words = TOKEN.findall(text or "")
    parts = (part for word in words if "-" in word for part in (word.replace("-", ""), *word.split("-")))
    return frozenset(form_of(word) for word in (*words, *parts) if word)


def _near(matter: Matter, deeds: Deeds) -> frozenset[str]:
    """The deeds that these are a case of, which they break, or which break them; and the cases of what is denied."""
    near = (deeds.above[deed] | deeds.broken[deed] | deeds.broken_by[deed] for deed in matter.all_deeds)
    below = (deed for deed, above in deeds.above.items() if above & matter.denied)
    return frozenset().union(*near, below)


def _in_words(reach: Reach, matter: Matter) -> frozenset[str]:
    """Those with conditions that share as many words as are asked for where no deed is named."""
    counts: defaultdict[str, int] = defaultdict(int)
    for stem in matter.words:
        for obligation in reach.worded.get(stem, ()):
            counts[obligation] += 1
    return frozenset(obligation for obligation, count in counts.items() if count >= LEAST_WORDS)


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(obligations) for key, obligations in found.items()}


def doers_of(dossier: Dossier, lexicon: Lexicon, condition: str) -> frozenset[str]:
    """The sides that do what a condition says; none where it does not tell."""
    reports = reports_of(dossier)
    return turn_of(reports, Sides(reports, lexicon), lexicon.deeds, dossier, condition).matter.agents


class Following(NamedTuple):
    """What follows if an obligation is triggered, and who does it."""

    obligation: str
    words: tuple[str, ...]
    """What it owes, in each wording."""
    doers: frozenset[str]
    threatened: frozenset[str]
    """Of a threat: who may be meant by a condition that names nobody."""


def following(dossier: Dossier, lexicon: Lexicon, obligations: Collection[str]) -> list[Following]:
    """What follows from these obligations, in their order of the dossier."""
    reports = reports_of(dossier)
    reader = Reader(reports, lexicon, Sides(reports, lexicon))
    found = []
    for each in dossier.obligations:
        if each.id in obligations:
            wordings = [reader.wording(reports.commitments[key]) for key in each.commitments]
            owed = (made.commitment.consequent for made in wordings)
            doers = (made.debtors or made.consequent.agents for made in wordings)
            met = (made.antecedent.agents | made.creditors for made in wordings if each.force == "threat")
            words = tuple(reports.words(place) for place in owed if place is not None)
            found.append(Following(each.id, words, frozenset().union(*doers), frozenset().union(*met)))
    return found


class Sided:
    """Tells whether somebody may be on a side by what is told of him: names, titles, the words behind his name."""

    def __init__(self, dossier: Dossier, lexicon: Lexicon) -> None:
        """Take the states that the reports alone tell of."""
        self._sides = Sides(reports_of(dossier), lexicon)
        self._lexicon = lexicon
        self._named: dict[str, frozenset[str]] = {}

    def may_be(self, texts: Iterable[str], sides: frozenset[str]) -> bool:
        """Whether the texts, names among them, name one of these sides; more than the rules accept."""
        return any(self._in(text) & sides for text in texts)

    def _in(self, text: str) -> frozenset[str]:
        """The sides that a text names, and that of the body that it may be the whole name of; read once."""
        if text not in self._named:
            body = self._lexicon.body_of(text)
            own = {f"body {folded(text)}"} | (set() if body is None else {body.state or f"body {folded(body.name)}"})
            self._named[text] = frozenset(own).union(self._sides.in_text(text))
        return self._named[text]
