"""Attribution cues and the act each performs: "ruled out" rejects, "according to" asserts."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from standoff.core.errors import ResourceError
from standoff.core.vocabulary import Act
from standoff.lexicon.inflect import verb_forms, with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "cues"
PLAIN_ACT: Act = "asserts"
# A cue and what stands inside it ("made it abundantly clear to reporters on Monday that") rarely pass ten words;
# looking no further keeps the search linear in the text.
REACH = 10

LINKS = frozenset(("to", "and", "or", "but", "then", "that", "by"))
"""Words behind which a cue goes on with another verb."""
NEGATIONS = frozenset(("never", "nor"))
ARTICLES = frozenset(("a", "an", "the"))

Phrase = tuple[str, ...]


class CueLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``cues.yaml``; each line a comma-separated list."""

    verbs: dict[Act, str]
    phrases: dict[Act, str]
    nouns: dict[Act, str]
    other_verbs: str
    irregular: str
    quoting: str
    between: str


class Cues(msgspec.Struct, frozen=True, eq=False):
    """Phrases of lemmas with their act, and the lemmas of every form."""

    acts: Mapping[Phrase, Act]
    alone: Mapping[str, Act]
    """The act of each form that is a cue by itself: nearly every cue is one word."""
    beginnings: frozenset[Phrase]
    lemmas: Mapping[str, tuple[str, ...]]
    quoting: frozenset[str]
    between: frozenset[str]

    def act_of(self, words: Sequence[str]) -> Act | None:
        """The act of a cue: the first phrase in it that does more than assert, else the first at all."""
        tokens = [token for word in words for token in normal(word)]
        if len(tokens) == 1:
            return self.alone.get(tokens[0])
        found: list[Act] = []
        at = 0
        while at < len(tokens):
            act, end = self.longest_from(tokens, at)
            if act and (not found or self.goes_on(tokens, at)):
                found.append(act)
            at = end if act else at + 1
        return next((act for act in found if act != PLAIN_ACT), found[0] if found else None)

    def goes_on(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a verb may follow here ("said warning", "went on to accuse"), not a noun ("told a press ...")."""
        before = tokens[at - 1]
        return before in LINKS or before.endswith("ly") or before in self.lemmas or (before,) in self.beginnings

    def longest_from(self, tokens: Sequence[str], start: int) -> tuple[Act | None, int]:
        """The act of the longest phrase that begins at ``start``, words between skipped, and the place after it."""
        paths: list[Phrase] = [()]
        act, end, length = None, start, 0
        for at, token in enumerate(tokens[start : start + REACH], start):
            grown = [(*path, lemma) for path in paths for lemma in self.readings(token)]
            grown = [path for path in grown if path in self.beginnings]
            for path in grown:
                if path in self.acts and len(path) > length:
                    act, end, length = self.acts[path], at + 1, len(path)
            kept = [path for path in paths if path and self.may_stand_between(token)]
            paths = list(dict.fromkeys(grown + kept))
            if not paths:
                break
        return act, end

    def readings(self, token: str) -> tuple[str, ...]:
        """The token as it stands and its lemmas; a negation as "not" too."""
        return readings_of(token, self.lemmas)

    def may_stand_between(self, token: str) -> bool:
        """Whether the word may part a phrase without changing it: adverbs, pronouns, determiners, days."""
        return token in self.between or token.endswith("ly")


def readings_of(token: str, lemmas: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The token as it stands and its lemmas; a negation as "not" too."""
    negation = ("not",) if token in NEGATIONS else ()
    return (token, *negation, *lemmas.get(token, ()))


def acts_alone(acts: Mapping[Phrase, Act], lemmas: Mapping[str, tuple[str, ...]]) -> dict[str, Act]:
    """The act of each form of a cue of one word, that of its first reading."""
    tokens = {*lemmas, *NEGATIONS, *(phrase[0] for phrase in acts)}
    read = ((token, (reading,)) for token in sorted(tokens) for reading in reversed(readings_of(token, lemmas)))
    return {token: acts[phrase] for token, phrase in read if phrase in acts}


def normal(word: str) -> tuple[str, ...]:
    """A word in lower case as one token or, with a clitic, two; none for punctuation."""
    text = word.lower()
    if not text.isalpha():
        text = text.replace("’", "'").strip("\"“”'‘.,;:()[]–—-")
    if text == "cannot":
        return ("can", "not")
    if text.endswith("n't"):
        return (text[:-3], "not") if len(text) > 3 else ("not",)
    return (text.partition("'")[0] or text,) if text else ()


def load_cues() -> Cues:
    """The cues of ``cues.yaml``. Raises ``ResourceError``, also when a cue has two acts."""
    lines = load(FILE, CueLines)
    acts = index(FILE, ((phrase, act) for act, phrase in cue_phrases(lines)))
    phrases = {without_articles(phrase): act for phrase, act in acts.items()}
    verbs = [verb for line in (*lines.verbs.values(), lines.other_verbs) for verb in listed(line)]
    forms = all_forms(verbs, irregular_forms(lines.irregular))
    nouns = [noun for line in lines.nouns.values() for noun in listed(line)]
    lemmas = lemmas_of_forms({**{noun: frozenset((noun, with_s(noun))) for noun in nouns}, **forms}, nouns)
    return Cues(
        acts=phrases,
        alone=acts_alone(phrases, lemmas),
        beginnings=frozenset(phrase[:end] for phrase in phrases for end in range(1, len(phrase) + 1)),
        lemmas=lemmas,
        quoting=forms_of(listed(lines.quoting), forms),
        between=frozenset(listed(lines.between)),
    )


def without_articles(phrase: str) -> Phrase:
    """The words of a phrase; articles may stand between any of them."""
    return tuple(word for word in phrase.split() if word not in ARTICLES)


def cue_phrases(lines: CueLines) -> Iterator[tuple[Act, str]]:
    """Every cue with its act."""
    for section in (lines.verbs, lines.phrases, lines.nouns):
        for act, line in section.items():
            yield from ((act, phrase) for phrase in listed(line))


def irregular_forms(line: str) -> dict[str, frozenset[str]]:
    """The forms of each irregular verb, of entries like "say says said saying"."""
    entries = [entry.split() for entry in listed(line)]
    return index(FILE, ((forms[0], frozenset(forms)) for forms in entries))


def all_forms(verbs: Sequence[str], irregular: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Every form of every verb."""
    return {verb: irregular.get(verb) or verb_forms(verb) for verb in (*verbs, *irregular)}


def forms_of(verbs: Sequence[str], forms: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Every form of the verbs. Raises ``ResourceError`` for a verb that is not a cue."""
    unknown = [verb for verb in verbs if verb not in forms]
    if unknown:
        raise ResourceError(
            f"resources/{FILE}.yaml lists {unknown[0]!r} as a verb that takes a quote, but not as a cue"
        )
    return frozenset(form for verb in verbs for form in forms[verb])


def lemmas_of_forms(forms: Mapping[str, frozenset[str]], nouns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The lemmas of each form that is not a lemma itself; a noun's plural counts beside a verb's third person."""
    lemmas: dict[str, list[str]] = {}
    for lemma, surfaces in forms.items():
        for surface in sorted(surfaces | {with_s(lemma)} if lemma in nouns else surfaces):
            if surface != lemma:
                lemmas.setdefault(surface, []).append(lemma)
    return {surface: tuple(sorted(found)) for surface, found in lemmas.items()}
