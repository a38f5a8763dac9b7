"""Whether a figure is of what is, of what was, or of what is only planned.

A plan is what the factuality of its clause makes one. Of the rest, the tense of the clause decides: a past event
counted what is over, a state or a result lasts. In reported speech the tense of the report shifts a present into the
past (Comrie 1985), so that "said 4,000 were in the region" is of what is.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from standoff.core.records import Attribution, Document
from standoff.core.vocabulary import FigureStatus
from standoff.core.when import When
from standoff.extract.events.factuality import factuality_of
from standoff.extract.figures.counted import Counted
from standoff.extract.grammar import Grammar, is_definite
from standoff.lexicon.lexicon import Lexicon

PRESENT, NO_VERB = "the present of who tells", "no verb tells"
"""Where the clause itself says nothing of when."""
ASKING = frozenset("ask call appeal apply push press beg bid plead".split())
DECIDING = frozenset(
    "order tell instruct urge vow pledge decide agree prepare ready oblige force allow require".split()
)
"""Verbs whose infinitive is yet to come."""
FORMERLY = frozenset("once formerly previously originally then".split())
LATELY = 31  # days; a state told in the past of an earlier time than that is over more often than not
COMPARING = (
    ("up", "from"),
    ("down", "from"),
    ("compared", "with"),
    ("compared", "to"),
    ("as", "against"),
    ("than", "the"),
    ("than", "in"),
)
CORE = frozenset(("nsubj", "nsubj:pass", "obj"))
HIGHEST = 10  # steps from a number up to its verb; a deeper one is another clause's
SEVERAL = 12  # dependents of one word that are looked at
PLANNED = frozenset(("scheduled", "hypothetical"))
VERBAL = frozenset(("VERB", "AUX"))
ENDS = frozenset(".!?\"”’'»…")


def status_of(
    document: Document,
    grammar: Grammar,
    lexicon: Lexicon,
    counted: Counted,
    said: Attribution | None,
    when: When | None,
) -> tuple[FigureStatus, str]:
    """The status of the figure and what told it."""
    head = counted.head
    verb = predicate(grammar, head)
    factuality, told = factuality_of(document, grammar, lexicon, head if verb is None else verb, said, when)
    if factuality in PLANNED and not _presupposed(grammar, lexicon, head, verb, told):
        return "planned", told
    wanted = None if verb is None else _wanted(grammar, lexicon, counted, verb)
    if wanted is not None:
        return "planned", f"what somebody would have, by {wanted}"
    noun = _by_noun(grammar, lexicon, counted, verb)
    if noun is not None or verb is None:
        return noun or ("actual", NO_VERB)
    reported = said is not None and said.mode != "direct"
    status, told = _by_tense(grammar, lexicon, verb, reported, counted.unit == "second")
    if status == "actual" and told != PRESENT and _was_then(document, grammar, verb, when):
        return "past", "a state of long before"
    return status, told


def _by_noun(grammar: Grammar, lexicon: Lexicon, counted: Counted, verb: int | None) -> tuple[FigureStatus, str] | None:
    """What the words around the number say before any verb does: harm, a participle behind it, an event's noun."""
    head = counted.head
    if counted.what is not None and grammar.lemma(counted.what[1] - 1) in lexicon.quantities.harm_done:
        return "past", "harm that is done"
    described = _described(grammar, lexicon, head)
    subject = grammar.words[head].deprel in CORE
    if described is not None and (not subject or (described[0] == "actual" and _is_description(grammar, verb))):
        return described
    return ("past", "an event that is over, by its noun") if _of_event(grammar, lexicon, head) else None


def _is_description(grammar: Grammar, verb: int | None) -> bool:
    """Whether the clause only describes: "the keepers held there were no part of it"."""
    return verb is not None and grammar.child(verb, "cop") is not None


def _of_event(grammar: Grammar, lexicon: Lexicon, head: int) -> bool:
    """Whether it is what an event that is over was done to: "the murder of two monks"."""
    word, case = grammar.words[head], grammar.child(head, "case")
    of = word.deprel == "nmod" and case is not None and grammar.lowered[case] == "of"
    return of and grammar.lemma(word.head) in lexicon.quantities.done_nouns


def _was_then(document: Document, grammar: Grammar, verb: int, when: When | None) -> bool:
    """Whether a clause in the past is of a time well before the document, or says "once"."""
    if _tense(grammar, verb).tense != "Past":
        return False
    if any(grammar.lowered[child] in FORMERLY for child in grammar.children.get(verb, ())[:SEVERAL]):
        return True
    published = document.published
    if when is None or when.until is None or published is None or published.since is None:
        return False
    return (published.since - when.until).days > LATELY


def _presupposed(grammar: Grammar, lexicon: Lexicon, head: int, verb: int | None, told: str) -> bool:
    """Whether there is so much whatever becomes of the event: "whether the two hostages would be freed".

    Also where only a verb of saying makes the clause doubtful, and the clause itself says plainly what is.
    """
    if is_definite(grammar, head):
        return True
    return verb is not None and lexicon.is_reporting_verb(told) and _tense(grammar, verb).tense is not None


def _wanted(grammar: Grammar, lexicon: Lexicon, counted: Counted, verb: int) -> str | None:
    """What makes it not yet so: "demands 9", "9 are expected", "an offer of 9", "threatened to cut 9"."""
    plans, lemma, head = lexicon.quantities.plan_verbs, grammar.lemma(verb), counted.head
    word, above = grammar.words[verb], grammar.words[verb].head
    passive = grammar.words[head].deprel == "nsubj:pass" and word.upos == "VERB"
    if lemma in plans and (head > verb or passive):
        return lemma
    case = grammar.child(head, "case")
    noun = grammar.words[head].head
    if grammar.words[head].deprel == "nmod" and grammar.lemma(noun) in lexicon.quantities.plan_nouns:
        return grammar.lemma(noun)
    if lemma in ASKING and case is not None and grammar.lowered[case] == "for":
        return lemma
    if counted.unit == "second" and head > verb and lemma in lexicon.quantities.setting_verbs:
        return lemma
    form = grammar.feature(verb, "VerbForm") if word.deprel in ("xcomp", "ccomp", "acl") else None
    if form == "Inf" or (form == "Part" and grammar.child(verb, "aux", "aux:pass") is None):
        above = grammar.words[above].head if word.deprel == "acl" and grammar.words[above].deprel == "obj" else above
        governor = grammar.lemma(above)
        return governor if governor in plans or (form == "Inf" and governor in ASKING | DECIDING) else None
    return None


def is_compared(grammar: Grammar, start: int) -> bool:
    """Whether what begins at the word is what something else is compared with: "up from 290", "than in June"."""
    before = grammar.lowered[max(start - 2, 0) : start]
    if before[-1:] == ("versus",) or tuple(before) in COMPARING:
        return True
    if before[-1:] == ("from",):
        words = grammar.words
        return grammar.lemma(words[words[start - 1].head].head) in RISING
    return False


RISING = frozenset(
    "rise increase grow climb jump fall drop decline decrease raise cut reduce lower shrink swell revise".split()
)


def predicate(grammar: Grammar, head: int) -> int | None:
    """The verb of the clause the word stands in, or the noun or adjective that "be" makes one."""
    for index in (head, *islice(grammar.above(head), HIGHEST)):
        if grammar.words[index].upos in VERBAL or grammar.child(index, "cop") is not None:
            return index
    return None


def _described(grammar: Grammar, lexicon: Lexicon, head: int) -> tuple[FigureStatus, str] | None:
    """What a participle behind the noun says: "vessels seized last week" are past, "sailors held there" are not."""
    for child in (min(head + 1, len(grammar.words) - 1), *grammar.children.get(head, ())[:SEVERAL]):
        bare = grammar.words[child].deprel == "acl" or (
            child == head + 1 and grammar.feature(child, "VerbForm") == "Part"
        )
        if (
            child > head
            and bare
            and grammar.feature(child, "Tense") == "Past"
            and grammar.child(child, "aux", "aux:pass") is None
        ):
            lemma = grammar.lemma(child)
            return ("actual" if _lasts(lexicon, lemma) else "past"), f"the participle of {lemma}"
    return None


def _lasts(lexicon: Lexicon, lemma: str) -> bool:
    return lemma in lexicon.quantities.state_verbs or lemma in lexicon.quantities.result_verbs


def _by_tense(
    grammar: Grammar, lexicon: Lexicon, verb: int, reported: bool, duration: bool
) -> tuple[FigureStatus, str]:
    """What the finite form of the clause says; what had a duration is over when it is told in the past."""
    quantities = lexicon.quantities
    tense, perfect, finite = _tense(grammar, verb)
    lemma = grammar.lemma(finite)
    if perfect and lemma == "get":
        perfect = False  # "we have got 900 people here"
    state = not duration and (lemma in quantities.state_verbs or grammar.child(verb, "cop") is not None)
    if tense == "Past" and perfect:
        lasts = reported and _lasts(lexicon, lemma)
        return ("actual" if lasts else "past"), "past perfect"
    if tense == "Past" or (tense is None and _is_participle(grammar, verb)):
        counts = grammar.lemma(verb) in (quantities.counting_verbs if reported else quantities.placing_verbs)
        if counts or (state and (reported or tense is None)):
            return "actual", f"{lemma}, a state when it was said"
        return "past", f"{lemma}, in the past"
    tells = lexicon.is_reporting_verb(grammar.lowered[verb]) or _counts(lexicon, grammar.lemma(verb))
    if (
        tense == "Pres"
        and not perfect
        and not state
        and not tells
        and _is_headline(grammar, verb)
        and _is_simple(grammar, verb)
    ):
        return "past", "the present of a headline"
    if perfect and not _lasts(lexicon, lemma) and not state and lemma not in quantities.change_verbs:
        return "past", f"the perfect of {lemma}"
    return "actual", "perfect" if perfect else PRESENT if tells else "present tense"


def _is_participle(grammar: Grammar, verb: int) -> bool:
    """Whether it is a participle without an auxiliary: "must be freed" is none of the past."""
    bare = grammar.child(verb, "aux") is None
    return bare and grammar.feature(verb, "VerbForm") == "Part" and grammar.feature(verb, "Tense") != "Pres"


def _counts(lexicon: Lexicon, lemma: str) -> bool:
    return lemma in lexicon.quantities.counting_verbs or lemma in lexicon.quantities.placing_verbs


class Tense(NamedTuple):
    """The tense of a finite form, ``None`` where nothing is finite; whether it is a perfect; the verb that has it."""

    tense: str | None
    perfect: bool
    verb: int


def _tense(grammar: Grammar, verb: int) -> Tense:
    """The tense of the clause of a verb, of the clause above it where it has none of its own."""
    index = verb
    for _ in range(HIGHEST):
        helpers = [
            child
            for child in grammar.children.get(index, ())[:SEVERAL]
            if grammar.words[child].deprel.startswith(("aux", "cop"))
        ]
        forms = (*helpers, index)
        finite = next((form for form in forms if grammar.feature(form, "VerbForm") == "Fin"), None)
        if finite is not None:
            perfect = finite != index and grammar.lemma(finite) == "have"
            return Tense(grammar.feature(finite, "Tense"), perfect, index)
        if index == verb and grammar.feature(index, "Tense") == "Past":
            break
        word = grammar.words[index]
        if word.head == index or word.deprel not in ("xcomp", "advcl", "acl", "conj", "ccomp"):
            break
        index = word.head
    return Tense(None, False, verb)


def _is_simple(grammar: Grammar, verb: int) -> bool:
    """Whether the verb itself is finite, without "be" or "have": "frees nine", not "is freeing nine"."""
    return grammar.feature(verb, "VerbForm") == "Fin"


def _is_headline(grammar: Grammar, verb: int) -> bool:
    """Whether the sentence ends without a mark."""
    sentence, last = grammar.words[verb].sentence, verb
    while last + 1 < len(grammar.words) and grammar.words[last + 1].sentence == sentence:
        last += 1
        if last - verb > HEADLINE:
            return False
    return grammar.form(last)[-1] not in ENDS


HEADLINE = 25  # words behind the verb; longer headlines are sentences
