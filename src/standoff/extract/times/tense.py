"""Tells whether the clause around a time looks back or ahead: "said on Tuesday", "will meet on Tuesday".

The verb the time hangs on decides, by its auxiliaries and its tense; a time inside a noun phrase ("Tuesday's ruling")
asks the finite verb around it; a few prepositions look ahead by themselves ("until Tuesday"). The reading of bare
weekdays by tense goes back to Mani and Wilson (2000).
"""

from __future__ import annotations

from standoff.extract.grammar import Grammar
from standoff.extract.times.aims import Direction
from standoff.lexicon.lexicon import Lexicon

REACH = 12
"""Steps up a tree: more than a clause of news has, and a bound for what is no clause."""
CHILDREN = 24
"""Dependents of a verb that are looked at for auxiliaries, which stand early."""
AHEAD = frozenset("will shall 'll ’ll wo would should may might must gonna".split())
UNTIL = frozenset("until till for".split())
"""Prepositions that look ahead from a plain past too: "gave them until Tuesday", "called a vote for June"."""
SCENES = frozenset(("in", "at", "during"))
PAST_HELPERS = frozenset("have has had 've ’ve was were did been got".split())
PRESENT_BE = frozenset("is are am be 're ’re 's ’s".split())
BE = PRESENT_BE | {"was", "were"}
VERBS = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "SYM", "PRON"))
ABOVE_INFINITIVE = frozenset((*NOMINAL, "ADJ"))


def direction_of(grammar: Grammar, lexicon: Lexicon, head: int, before: str) -> Direction | None:
    """Which way the clause of a time looks, by its head and the word before it; ``None`` where nothing tells."""
    head = _scene(grammar, _first_joined(grammar, head))
    in_noun = grammar.words[grammar.words[head].head].upos in NOMINAL
    verb = _verb_above(grammar, lexicon, head)
    for _ in range(REACH):
        if verb is None:
            return None
        direct = grammar.words[head].head == verb
        pending = before == "by" and grammar.lemma(verb) in lexicon.times.pending
        if (before in UNTIL or pending) and "had" not in _helpers(grammar, verb):
            return "future"
        told = _told_by(grammar, lexicon, verb, in_noun, direct)
        if told is not None:
            return told
        if grammar.words[verb].head == verb:
            return None
        verb = _verb_above(grammar, lexicon, grammar.words[verb].head)
    return None


def _first_joined(grammar: Grammar, head: int) -> int:
    """The first of those that "and" joins: "will meet on Thursday and Friday"."""
    for _ in range(REACH):
        if grammar.words[head].deprel != "conj" or grammar.words[head].head >= head:
            break
        head = grammar.words[head].head
    return head


def _scene(grammar: Grammar, head: int) -> int:
    """The noun that a time modifies, where that is the scene of the verb: "in a Tuesday call", "at Monday's talks"."""
    noun = grammar.words[head].head
    if grammar.words[noun].deprel != "obl" or grammar.words[noun].upos not in NOMINAL:
        return head
    marks = grammar.children.get(noun, ())[:CHILDREN]
    return noun if any(c < head and grammar.form(c).lower() in SCENES for c in marks) else head


def _verb_above(grammar: Grammar, lexicon: Lexicon, word: int) -> int | None:
    """The word itself or the first above it that is a verb or is made one by a copula."""
    for _ in range(REACH):
        if grammar.words[word].upos in VERBS or _helpers(grammar, word):
            return word
        if grammar.words[word].upos == "ADJ" and grammar.lemma(word) in lexicon.times.pending:
            return word
        up = grammar.words[word].head
        if up == word:
            return None
        word = up
    return None


def _helpers(grammar: Grammar, verb: int) -> set[str]:
    """The auxiliaries and copulas of a verb, in lower case."""
    children = grammar.children.get(verb, ())[:CHILDREN]
    return {grammar.form(c).lower() for c in children if grammar.words[c].deprel.startswith(("aux", "cop"))}


def _told_by(grammar: Grammar, lexicon: Lexicon, verb: int, in_noun: bool, direct: bool) -> Direction | None:
    """What one verb tells of the time below it; ``None`` sends on to the verb above."""
    forms = _helpers(grammar, verb)
    form, tense = grammar.feature(verb, "VerbForm"), grammar.feature(verb, "Tense")
    if "had" in forms or ("have" in forms and forms & AHEAD):
        return "past"
    passive = in_noun or form == "Part" or tense == "Pres"
    if forms & AHEAD or (form == "Inf" and forms & BE) or _is_arranged(grammar, lexicon, verb, passive):
        return "future"  # "will let", "was to let", "is scheduled"
    if forms & PAST_HELPERS or tense == "Past":
        return "past"
    if in_noun:
        return None
    if form == "Inf":
        return _of_infinitive(grammar, lexicon, verb)
    return _of_present(lexicon, grammar.lemma(verb), form, forms) if direct and tense == "Pres" else None


def _is_arranged(grammar: Grammar, lexicon: Lexicon, verb: int, passive: bool) -> bool:
    """Whether the time is that of what is "scheduled" or "due"."""
    lemma = grammar.lemma(verb)
    if grammar.words[verb].upos == "ADJ":
        return lemma in lexicon.times.pending
    return passive and lemma in lexicon.times.arranging


def _of_present(lexicon: Lexicon, lemma: str, verb_form: str | None, helpers: set[str]) -> Direction | None:
    """Whether it looks ahead: "talks begin on Monday" and "is meeting" do, "says" and "fires" do not."""
    if verb_form == "Part":
        return "future" if helpers & PRESENT_BE else None
    return "future" if lemma in lexicon.times.timetabled else None


def _of_infinitive(grammar: Grammar, lexicon: Lexicon, verb: int) -> Direction | None:
    """Ahead of a verb of planning and of a noun ("a plan to"); elsewhere as the verb above looks."""
    above = grammar.words[verb].head
    if "had" in _helpers(grammar, above):
        return "past"
    going = grammar.lemma(above) == "be" or (grammar.lemma(above) == "go" and grammar.feature(above, "Tense") == "Pres")
    pending = grammar.lemma(above) in lexicon.times.pending
    return "future" if above == verb or going or pending or grammar.words[above].upos in ABOVE_INFINITIVE else None
