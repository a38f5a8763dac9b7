"""Which word negates another: "not", "never", "no one", "neither", "no longer"."""

from __future__ import annotations

from standoff.extract.grammar import Grammar

NEGATING = frozenset(("not", "never", "n't", "nor", "neither"))
"""As dependents of the negated word itself."""
NONE = frozenset(("no", "none", "neither", "nobody", "nothing", "no-one"))
"""As determiners of the negated noun; as subjects, objects and determiners of these, of the negated verb."""
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "expl"))
NEGATABLE = ARGUMENTS | {"advmod", "det", "cc", "cc:preconj", "aux", "mark", "discourse", "dep"}
MERELY = frozenset(("only", "just", "merely", "simply", "solely", "all", "every"))
"""Behind "not" these leave the verb standing: "not only attacked but ..."."""


def negated(grammar: Grammar, index: int) -> str | None:
    """The word that negates the word at ``index``, in lower case; ``None`` where nothing does."""
    for child in grammar.under(index):
        deprel = grammar.words[child].deprel
        if deprel not in NEGATABLE:
            continue
        lemma = grammar.lemma(child)
        if lemma in NEGATING and not _merely(grammar, child):
            return lemma
        if lemma == "no" and deprel in ("det", "advmod"):
            return lemma
        if deprel in ARGUMENTS and (lemma in NONE or _determined_by_no(grammar, child)):
            return f"no {lemma}" if lemma not in NONE else lemma
        if lemma == "long" and deprel == "advmod" and child > 0 and grammar.lemma(child - 1) == "no":
            return "no longer"
    return None


def _merely(grammar: Grammar, index: int) -> bool:
    return index + 1 < len(grammar.words) and grammar.lemma(index + 1) in MERELY


def _determined_by_no(grammar: Grammar, index: int) -> bool:
    """Whether the noun is "no troops", "neither side", "not everyone"."""
    for child in grammar.under(index):
        deprel = grammar.words[child].deprel
        if deprel == "det" and grammar.lemma(child) in ("no", "neither"):
            return True
        if deprel == "advmod" and grammar.lemma(child) == "not" and not _merely(grammar, child):
            return True
    return False
