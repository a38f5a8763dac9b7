"""What stands around a trigger, as the event head reads it: lemmas, by the role they have beside it."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extract.grammar import Grammar

REACH = 60
"""Words to either side that are looked at of a sentence: few sentences are longer, but a list may be one."""
MOST = 12  # words of one role that are looked at: a broken parse may hang a whole text on one word
OBJECTS = frozenset("obj nsubj:pass xcomp ccomp".split())
OBLIQUES = frozenset("obl nmod advcl acl compound amod".split())
PARTICLES = frozenset("ADP PART ADV".split())
CONTENT = frozenset("VERB NOUN ADJ".split())
ROLES = ("own", "object", "oblique", "particle", "governor", "sentence")


def surroundings(grammar: Grammar, word: int) -> dict[str, list[str]]:
    """By role the lemmas around a trigger, each with its kind of word: ``{"own": ["hold v"], "object": ["talk n"]}``.

    Roles that nothing fills are left out.
    """
    below = grammar.under(word)
    objects = [child for child in below if grammar.words[child].deprel in OBJECTS]
    obliques = [child for child in below if grammar.words[child].deprel in OBLIQUES]
    particles = [child for child in below if grammar.words[child].upos in PARTICLES]
    particles += [case for child in obliques for case in _cases(grammar, child)]
    head = grammar.words[word].head
    found = {
        "own": [lemma_of(grammar, word)],
        "object": _lemmas(grammar, objects),
        "oblique": _lemmas(grammar, obliques),
        "particle": _lemmas(grammar, particles),
        "governor": [] if head == word else [lemma_of(grammar, head)],
        "sentence": list(lemmas_near(grammar, word)),
    }
    return {role: lemmas for role, lemmas in found.items() if lemmas}


def lemmas_near(grammar: Grammar, word: int) -> tuple[str, ...]:
    """The lemmas of the verbs, nouns and adjectives of the word's sentence."""
    own, words = grammar.words[word].sentence, grammar.words
    near = range(max(0, word - REACH), min(len(words), word + REACH + 1))
    return tuple(lemma_of(grammar, i) for i in near if words[i].sentence == own and words[i].upos in CONTENT)


def features_of(around: dict[str, list[str]]) -> Iterator[tuple[str, float]]:
    """Features with their weights: a role's words are of length 1 together; a trigger with each particle and object."""
    for role, lemmas in around.items():
        for lemma in lemmas:
            yield f"{role} {lemma}", len(lemmas) ** -0.5
    for other in ("particle", "object"):
        for lemma in around.get(other, ()):
            yield f"own {around['own'][0]} {other} {lemma}", 1.0


def lemma_of(grammar: Grammar, word: int) -> str:
    """The lemma and whether the word is a verb: "strike v", "strike n"."""
    return f"{grammar.lemma(word)} {'v' if grammar.words[word].upos in ('VERB', 'AUX') else 'n'}"


def _lemmas(grammar: Grammar, words: list[int]) -> list[str]:
    return [lemma_of(grammar, word) for word in words[:MOST]]


def _cases(grammar: Grammar, word: int) -> list[int]:
    return [child for child in grammar.under(word) if grammar.words[child].deprel == "case"]
