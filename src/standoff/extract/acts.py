"""What a speaker does by saying it: the cue tells, and a plain "said" leaves it to the content."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Piece
from standoff.core.vocabulary import Act, Mode
from standoff.extract.act_rules import RULES, Said, said_of
from standoff.extract.content_clauses import Clause, clauses
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

MIXED_FROM, DIRECT_FROM = 0.05, 0.97
"""Share of a content's letters inside quotation marks. A direct one may lose a word to a misplaced mark."""
PLAIN: Act = "asserts"
NAMING = frozenset(
    "call describe dub label brand regard term portray characterise deem express voice consider denounce".split()
)
LONGEST_NAME = 15
"""Words of a content that is a noun phrase; a longer one says more than a name for something."""


def act_of(
    cue: Piece | None, content: Sequence[Piece], mode: Mode, grammar: Grammar, lexicon: Lexicon
) -> tuple[Act, str]:
    """The act, and what told it: the cue's words in the lexicon, else the clauses of the content, else "asserts"."""
    words = [] if cue is None else [grammar.form(index) for index in grammar.between(*cue)]
    told = _cued(words, content, grammar, lexicon)
    if told is not None and told != PLAIN:
        return told, f"cue: {' '.join(words).lower()}"
    main = clauses(grammar, content)
    found = _done(main, mode, grammar, lexicon)
    if found is not None:
        return found[0], f"content: {found[1]}"
    named = _named(content, main, grammar, lexicon) if mode != "indirect" or _names(words, lexicon) else None
    if named is not None:
        return named[0], f"content: {named[1]}"
    return PLAIN, f"cue: {' '.join(words).lower()}" if words else "no cue"


def _cued(words: list[str], content: Sequence[Piece], grammar: Grammar, lexicon: Lexicon) -> Act | None:
    """The act of the cue; a content that begins with "to" completes it ("agreed" + "to meet")."""
    if not words:
        return None
    first = [grammar.lemma(index) for index in grammar.between(*content[0])[:3] if grammar.words[index].upos != "PUNCT"]
    infinitive = first[:1] == ["to"] or first[:2] == ["not", "to"]
    return lexicon.act_of([*words, "to"] if infinitive else words)


def _names(cue: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the cue is one of naming: "called the move reckless"."""
    return any(lemma in NAMING for word in cue for lemma in (word.lower(), *lexicon.cues.lemmas.get(word.lower(), ())))


def _named(
    content: Sequence[Piece], found: Sequence[Clause], grammar: Grammar, lexicon: Lexicon
) -> tuple[Act, str] | None:
    """What a content that is no clause calls something: "the illegal closing", "an act of piracy", "a fairy tale"."""
    if any(clause.subject is not None or clause.modal for clause in found):
        return None
    words = [index for piece in content for index in grammar.between(*piece)]
    for index in words if len(words) <= LONGEST_NAME else ():
        lemma = grammar.lemma(index)
        if lemma in lexicon.acts.wrong or lemma in lexicon.acts.untrue:
            return ("accuses" if lemma in lexicon.acts.wrong else "denies"), lemma
    return None


def _done(found: Sequence[Clause], mode: Mode, grammar: Grammar, lexicon: Lexicon) -> tuple[Act, str] | None:
    """What the first rule finds in any of the clauses."""
    said = [said_of(grammar, lexicon, clause, mode) for clause in found]
    if _asks(said, grammar):
        return "asks", "?"
    for rule in RULES:
        for one in said:
            act = rule(one)
            if act is not None:
                return act
    return None


def _asks(said: Sequence[Said], grammar: Grammar) -> bool:
    """Whether the one clause is a question."""
    if len(said) != 1:
        return False
    last = grammar.children.get(said[0].clause.head, ())
    return bool(last) and grammar.form(last[-1]) == "?"


def mode_of(quoted: float) -> Mode:
    """Direct, indirect or mixed by the share of the content that stands in quotation marks."""
    if quoted >= DIRECT_FROM:
        return "direct"
    return "mixed" if quoted >= MIXED_FROM else "indirect"
