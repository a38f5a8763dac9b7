"""What the word above an event says of it: each governor passes on, bends or breaks the factuality it has itself.

A top-down calculus over the tree as in TruthTeller (Lotan, Stern and Dagan 2013), with states of four values.
"""

from __future__ import annotations

from standoff.extract.events.modality import PLAIN, Reading, State
from standoff.extract.grammar import Grammar, is_definite
from standoff.lexicon.factuality import LONGEST_PREPOSITION, Effect, Factualities

CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "advcl:relcl"))
CONTENT = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
FREE = frozenset(("parataxis", "root", "discourse", "list", "dislocated", "vocative", "orphan", "reparandum"))
"""Clauses beside the one they hang on."""
ORDINAL = frozenset(("first", "second", "third", "last", "only", "latest"))
ANYONE = frozenset(("those", "anyone", "whoever", "anybody", "that", "all", "everyone"))
"""Heads of a relative clause that speak of nobody yet: "those who attack will pay"."""
AFTERWARDS = frozenset(("when", "after", "until", "once", "unless", "if"))
"""Marks of what must have happened before something that may come."""
STATES: tuple[State, ...] = ("fact", "planned", "possible", "denied")
BENT: dict[Effect, tuple[State, State, State, State]] = {
    "possible": ("possible", "possible", "possible", "possible"),
    "feared": ("possible", "possible", "possible", "possible"),
    "planned": ("planned", "planned", "possible", "denied"),
    "decided": ("planned", "possible", "possible", "possible"),
    "negative": ("denied", "denied", "possible", "possible"),
    "opposed": ("denied", "denied", "possible", "possible"),
    "unfulfilled": ("denied", "denied", "possible", "fact"),
    "granted": ("fact", "fact", "fact", "fact"),
    "carries": ("fact", "planned", "possible", "denied"),
    "continues": ("fact", "planned", "possible", "denied"),
    "ongoing": ("fact", "fact", "fact", "fact"),
}
"""The state of the complement by the governor's own: fact, planned, possible, denied."""
TAKEN = frozenset(("feared", "opposed"))
CORE = frozenset(("obj", "iobj", "nsubj", "nsubj:pass", "compound", "appos"))
COMPLEMENT = frozenset("of for to against about from over on with into that".split())
"""Prepositions that tie a complement to its governor; the others tell where and when."""


def context(grammar: Grammar, known: Factualities, index: int, above: Reading, outer: Reading) -> Reading:
    """The state that a word's governor puts it in: ``above`` is the governor's own, ``outer`` the one around that."""
    word = grammar.words[index]
    if word.deprel in FREE or (word.deprel == "amod" and word.upos in ("VERB", "ADJ")):
        return PLAIN  # "captured soldiers": whatever becomes of them, they were captured
    if word.deprel == "conj":
        return _joined(grammar, index, above, outer)
    if word.deprel in CLAUSAL and word.upos in ("VERB", "AUX", "ADJ"):
        return _clause(grammar, known, index, above)
    return _nominal(grammar, known, index, above)


def preposition(grammar: Grammar, known: Factualities, index: int) -> tuple[Effect, str] | None:
    """The effect of the preposition before the noun phrase, found by its words: labels of fixed phrases vary."""
    return _preposition(grammar, known, grammar.left_edge(index))


def _preposition(grammar: Grammar, known: Factualities, edge: int) -> tuple[Effect, str] | None:
    first = max(0, edge - LONGEST_PREPOSITION)
    return known.of_preposition([word.lower() for word in grammar.forms(first, edge)])


def is_past(grammar: Grammar, index: int) -> bool:
    """Whether a clause is in a past tense or the perfect."""
    if grammar.feature(index, "Tense") == "Past":
        return True
    return any(
        grammar.words[child].deprel.startswith(("aux", "cop"))
        and (grammar.lemma(child) == "have" or grammar.feature(child, "Tense") == "Past")
        for child in grammar.under(index)
    )


def _joined(grammar: Grammar, index: int, above: Reading, outer: Reading) -> Reading:
    """A clause with its own subject or auxiliary starts afresh; one without shares those of the first."""
    own = any(grammar.words[child].deprel.startswith(("nsubj", "aux", "cop")) for child in grammar.under(index))
    return outer if own or (above.state == "denied" and _contrasts(grammar, index)) else above


def _contrasts(grammar: Grammar, index: int) -> bool:
    joining = grammar.child(index, "cc")
    return joining is not None and grammar.lemma(joining) in ("but", "and")


def _clause(grammar: Grammar, known: Factualities, index: int, above: Reading) -> Reading:
    word = grammar.words[index]
    mark = grammar.child(index, "mark")
    marker = "" if mark is None else grammar.lemma(mark)
    bare = grammar.feature(index, "VerbForm") == "Inf" and not marker and grammar.child(index, "aux") is None
    infinitive = marker == "to" or bare
    effect = known.of_governor(grammar.lemma(word.head), _particles(grammar, word.head, marker))
    if word.deprel in CONTENT or (
        word.deprel == "acl" and effect is not None and (infinitive or marker in ("that", "of"))
    ):
        if effect is not None:
            return bent(effect, above, taken=False)
        return above if infinitive or word.deprel == "xcomp" else _told(above)
    if infinitive:
        return _infinitive(grammar, known, index, effect, above)
    if word.deprel in ("acl", "acl:relcl"):
        if above.state == "planned" and grammar.lemma(word.head) in ANYONE:
            return Reading("possible", grammar.lemma(word.head))
        return above if above.state in ("possible", "denied") and not is_past(grammar, index) else PLAIN
    return _adverbial(grammar, known, index, above, marker)


def _told(above: Reading) -> Reading:
    """A statement inside a statement: what is told is told as fact; what was not said is open."""
    return Reading("possible", above.told) if above.state in ("denied", "possible") else PLAIN


def _infinitive(
    grammar: Grammar, known: Factualities, index: int, effect: tuple[Effect, str] | None, above: Reading
) -> Reading:
    """An infinitive hung on a verb or noun: its complement after all ("set a deadline to leave"), or a purpose."""
    head = grammar.words[index].head
    if effect is not None and effect[0] in ("possible", "planned", "decided", "negative", "unfulfilled"):
        return bent(effect, above, taken=False)
    if grammar.lemma(head) in ORDINAL:
        return above
    further = known.of_governor(grammar.lemma(grammar.words[head].head), ["to"])
    if further is not None and further[0] == "possible" and grammar.words[head].deprel in ("obj", "obl", "iobj"):
        return Reading("possible", further[1])
    if above.state != "fact" or grammar.lemma(index) in known.expressed:
        return above
    return Reading("planned", "to of purpose")


def _adverbial(grammar: Grammar, known: Factualities, index: int, above: Reading, marker: str) -> Reading:
    found = known.of_preposition((marker,)) if marker else None
    effect = None if found is None else found[0]
    if effect == "negative":
        return Reading("denied", marker)
    if is_past(grammar, index):
        if above.state in ("planned", "possible") and marker in AFTERWARDS:
            return Reading("possible", marker)
        return above if effect is not None and above.state == "planned" else PLAIN
    if grammar.feature(index, "VerbForm") != "Fin":
        return above
    if effect == "planned":
        return Reading("possible" if above.state == "planned" and marker == "until" else "planned", marker)
    return PLAIN if above.state == "denied" else above


def _nominal(grammar: Grammar, known: Factualities, index: int, above: Reading) -> Reading:
    word, edge = grammar.words[index], grammar.left_edge(index)
    lead = None if word.deprel == "compound" else _preposition(grammar, known, edge)
    if lead is not None and lead[0] in ("possible", "planned", "negative"):
        return bent(lead, PLAIN, taken=False)
    if lead is not None:
        return PLAIN
    known_one = is_definite(grammar, index)
    effect = _effect(grammar, known, index) or _beside(grammar, known, edge)
    if effect is not None:
        return bent(effect, above, taken=known_one)
    if above.state == "fact" or known_one:
        return PLAIN
    return above if above.state != "denied" or word.deprel in CORE else PLAIN


def _effect(grammar: Grammar, known: Factualities, index: int) -> tuple[Effect, str] | None:
    """What the noun's governor does to it.

    A subject is of predicates ("is possible"), not of verbs; an adjunct ("threatened it in a call") is of none.
    """
    word, case = grammar.words[index], grammar.child(index, "case")
    own = "" if case is None else grammar.lemma(case)
    effect = known.of_governor(grammar.lemma(word.head), _particles(grammar, word.head, own))
    if effect is None or effect[0] in ("carries", "continues") or effect[1].endswith(f" {own}"):
        return effect
    if word.deprel == "nsubj":
        return effect if grammar.words[word.head].upos != "VERB" else None
    return effect if not own or own in COMPLEMENT else None


def _beside(grammar: Grammar, known: Factualities, edge: int) -> tuple[Effect, str] | None:
    """The noun and preposition just before the phrase ("fears of a war"): surer than where a parse hangs it."""
    if edge < 2 or grammar.words[edge - 1].upos != "ADP" or grammar.words[edge - 2].upos not in ("NOUN", "ADJ"):
        return None
    own = grammar.lemma(edge - 1)
    return known.of_governor(grammar.lemma(edge - 2), [own]) if own in COMPLEMENT else None


def bent(effect: tuple[Effect, str], above: Reading, *, taken: bool) -> Reading:
    """The state of a complement under a governor of this effect and state; ``taken``: it speaks of one that is there.

    "No chance of talks" leaves none, while who "did not demand talks" leaves them open.
    """
    kind, told = effect
    if kind == "possible" and above.state == "denied" and above.told.endswith("no"):
        return Reading("denied", told)
    state = BENT[kind][STATES.index(above.state)] if not (taken and kind in TAKEN) else "fact"
    if state == "fact":
        return PLAIN
    return above if state == above.state and kind not in ("possible", "feared") else Reading(state, told)


def _particles(grammar: Grammar, head: int, own: str) -> list[str]:
    """The preposition before the complement and the particle of its governor."""
    particle = grammar.child(head, "compound:prt")
    return [word for word in (own, "" if particle is None else grammar.lemma(particle)) if word]
