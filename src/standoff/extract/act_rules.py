"""The acts that the clauses of a content do by themselves, where the cue is as plain as "said" (Searle 1976).

Each rule looks at one clause and names the word that told it, or nothing. The list is the order of trust.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from standoff.core.vocabulary import Act, Mode
from standoff.extract.content_clauses import SPEAKING, Clause
from standoff.extract.grammar import Grammar, is_definite
from standoff.lexicon.lexicon import Lexicon

FUTURE = frozenset(("will", "shall", "would", "wo", "'ll", "going to", "be to"))
OPEN = frozenset(("could", "may", "might", "can"))
DUTY = frozenset(("must", "should", "have to", "need to", "ought to"))
INTENT = frozenset(("plan", "intend", "seek", "intention"))
THIRD = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Said:
    """What the rules may look at: a clause in its document, and whose voice it is."""

    grammar: Grammar
    lexicon: Lexicon
    clause: Clause
    direct: bool
    """Whether all is in quotation marks, so that "I" and "we" alone are the speaker."""
    lemma: str
    """Of what is done."""
    subject: str
    """The lemma of the subject; empty where there is none."""
    own: bool
    """Whether the speaker speaks of himself or his side: "we"; in reported speech "he" and "it" too."""
    is_verb: bool
    """Whether something is done, not said to be."""

    def has(self, words: frozenset[str], *deprels: str) -> str | None:
        """The first dependent of the clause with one of these labels, or of its own dependents, among the words."""
        for child in self.grammar.children.get(self.clause.verb, ()):
            word = self.grammar.words[child]
            if word.deprel in deprels and self.grammar.lemma(child) in words:
                return self.grammar.lemma(child)
        return None


def said_of(grammar: Grammar, lexicon: Lexicon, clause: Clause, mode: Mode) -> Said:
    """A clause with what nearly every rule asks of it."""
    subject = "" if clause.subject is None else grammar.lemma(clause.subject)
    reported = mode != "direct" and subject in THIRD and not clause.passive
    return Said(
        grammar=grammar,
        lexicon=lexicon,
        clause=clause,
        direct=mode == "direct",
        lemma=grammar.lemma(clause.verb),
        subject=subject,
        own=subject in SPEAKING or reported,
        is_verb=grammar.words[clause.verb].upos == "VERB",
    )


Rule = Callable[[Said], tuple[Act, str] | None]
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "xcomp")


def consequence(said: Said) -> tuple[Act, str] | None:
    """Such as "if X, we will Y": a threat, a promise or, where it befalls by itself, a warning."""
    clause, words, lemma = said.clause, said.lexicon.acts, said.lemma
    if clause.condition is None or clause.negated or not _to_come(said):
        return None
    told = f"under a condition {lemma}"
    if said.has(words.harm, *ARGUMENTS) or (not said.is_verb and clause.modal):
        return "warns", told
    done = {lemma} if clause.subject is None else {lemma, said.grammar.lemma(clause.subject)}
    if done & (words.hostile | words.requited) or (lemma in words.withheld and not _own_condition(said)):
        return "threatens", told
    kind = (lemma in words.helpful and clause.subject is not None) or (said.own and lemma not in words.inner)
    return ("promises", told) if kind else None


def _to_come(said: Said) -> bool:
    clause = said.clause
    return clause.modal in FUTURE or (not clause.modal and not clause.past and said.is_verb)


def _own_condition(said: Said) -> bool:
    """Whether the condition is the speaker's own doing: "if elected, he would", "if we win, we will"."""
    condition = said.clause.condition
    if condition is None or said.grammar.words[condition].upos not in ("VERB", "ADJ", "AUX"):
        return False
    subject = said.grammar.child(condition, "nsubj", "nsubj:pass", "expl")
    if subject is None:
        return said.grammar.feature(condition, "Tense") == "Past"
    return said.grammar.lemma(subject) in SPEAKING


def threat(said: Said) -> tuple[Act, str] | None:
    """Such as "It will be turned back", "he will pay for it": a harm in the future, without a condition."""
    clause, words = said.clause, said.lexicon.acts
    if clause.modal not in FUTURE or clause.negated:
        return None
    if (clause.passive or said.own) and (said.lemma in words.hostile or said.lemma in words.requited):
        return "threatens", f"{clause.modal} {said.lemma}"
    if clause.passive and said.lemma in words.withheld and _any_such(said):
        return "threatens", f"{clause.modal} be {said.lemma}"
    return None


def _any_such(said: Said) -> bool:
    """Whether the subject is a deed and any such deed: "an escort would be stopped" is an "if"."""
    subject = said.clause.subject
    if subject is None or said.grammar.words[subject].upos != "NOUN":
        return False
    return not is_definite(said.grammar, subject) and said.lexicon.noun_type(said.grammar.form(subject)) is None


def silence(said: Said) -> tuple[Act, str] | None:
    """Such as "I am not going to speculate", "I won't go into details"."""
    clause = said.clause
    if not clause.negated or not said.own or clause.modal not in ("will", "wo", "going to", "can"):
        return None
    words = said.lexicon.acts
    if said.lemma in words.unsaid or said.has(words.details, "obj", "obl"):
        return "declines", f"{clause.modal} not {said.lemma}"
    return None


def refusal(said: Said) -> tuple[Act, str] | None:
    """Such as "we cannot accept it", "we will not bow", "that is out of the question"."""
    clause, words = said.clause, said.lexicon.acts
    if not clause.negated:
        absurd = said.lemma in words.absurd and clause.subject is not None and clause.modal not in OPEN
        return ("rejects", said.lemma) if absurd else None
    if clause.past or not said.is_verb or said.lemma in words.inner or _imperative(said):
        return None
    bound = clause.modal in ("will", "wo", "shall", "going to") or (clause.modal == "would" and not said.direct)
    told = f"{clause.modal} not {said.lemma}".strip()
    if said.lemma in words.refused and (said.own or bound or clause.modal in ("can", "could")):
        return "rejects", told
    if bound and said.own:
        return ("promises" if said.lemma in words.hostile else "rejects"), told
    return ("rejects", told) if bound and clause.passive and said.lemma in words.helpful else None


def order(said: Said) -> tuple[Act, str] | None:
    """An imperative; "touch one and we will close it" is an "if"."""
    if not _imperative(said):
        return None
    if _then(said):
        return "threatens", "imperative and will"
    return ("proposes" if said.grammar.lemma(said.clause.head) == "let" else "demands"), "imperative"


def request(said: Said) -> tuple[Act, str] | None:
    """What somebody else must, should, has to do; what "we" should is a proposal."""
    grammar, clause = said.grammar, said.clause
    if clause.modal not in DUTY or clause.subject is None or clause.past or said.subject == "i":
        return None
    free = clause.negated and clause.modal in ("have to", "need to")
    guess = clause.modal == "must" and not said.is_verb and grammar.words[clause.verb].upos != "ADJ"
    if free or guess:
        return None  # "you need not go", "he must be the worst"
    if grammar.lemma(clause.subject) != "we":
        return "demands", clause.modal
    return None if said.lemma in said.lexicon.acts.inner else ("proposes", f"we {clause.modal}")


def _then(said: Said) -> bool:
    """Whether "and we will" follows: "touch one and we will close it" is an "if"."""
    following = said.grammar.child(said.clause.head, "conj")
    modal = None if following is None else said.grammar.child(following, "aux")
    return modal is not None and said.grammar.lemma(modal) in FUTURE


def due(said: Said) -> tuple[Act, str] | None:
    """Such as "It is time to withdraw", "it is essential that"."""
    clause = said.clause
    if clause.negated or clause.past or said.lemma not in said.lexicon.acts.due:
        return None
    rest = said.grammar.child(clause.head, "acl", "csubj", "ccomp", "xcomp", "advcl")
    copula = said.grammar.child(clause.head, "cop")
    return ("demands", said.lemma) if rest is not None and copula is not None else None


def blame(said: Said) -> tuple[Act, str] | None:
    """What another party did wrong, and noun phrases that call it so; said not to be so of oneself it is a denial."""
    clause, words, grammar = said.clause, said.lexicon.acts, said.grammar
    if clause.modal:
        return None
    described = ("advmod",) if said.is_verb else ("amod", "compound", "nmod")
    wrong = said.lemma if said.lemma in words.wrong else said.has(words.wrong, *described)
    if wrong is not None and clause.subject is None:
        return None
    if wrong is None:
        return None
    if clause.negated:
        return "denies", f"not {wrong}"
    return None if said.own and grammar.words[clause.head].upos == "VERB" else ("accuses", wrong)


def falsehood(said: Said) -> tuple[Act, str] | None:
    """What is said not to be true, or that there is none of it."""
    clause, words, grammar = said.clause, said.lexicon.acts, said.grammar
    if clause.modal:
        return None
    if not clause.negated:
        return ("denies", said.lemma) if said.lemma in words.untrue and clause.subject is not None else None
    if said.lemma == "true":
        return "denies", "not true"
    if said.lemma == "be" and grammar.child(clause.head, "expl") is not None and _none_of(said, clause.past):
        return "denies", "there is no"
    return ("denies", "none") if clause.passive and clause.past and _none_of(said, False) else None


def denial(said: Said) -> tuple[Act, str] | None:
    """What is said not to have been done or meant: by oneself, or a harm by anybody."""
    clause, words = said.clause, said.lexicon.acts
    if not clause.negated or clause.modal:
        return None
    if said.lemma in INTENT:
        return "denies", f"not {said.lemma}"
    if said.lemma in words.inner or not said.is_verb or not clause.past or _not_yet(said):
        return None
    return ("denies", f"not {said.lemma}") if said.own or said.lemma in words.hostile else None


def _not_yet(said: Said) -> bool:
    return said.has(frozenset(("yet", "still")), "advmod") is not None


def _none_of(said: Said, anything: bool) -> bool:
    """Whether the subject is none of a kind: "none", "not one shot", "no such promise"; or of any kind."""
    subject = said.clause.subject
    if subject is None:
        return False
    lemmas = {said.grammar.lemma(child) for child in said.grammar.children.get(subject, ())}
    lemma = said.grammar.lemma(subject)
    if lemma in ("none", "nobody", "nothing"):
        return True
    return bool(lemmas & {"no", "not"}) and (anything or bool(({lemma} | lemmas) & said.lexicon.acts.denied))


def warning(said: Said) -> tuple[Act, str] | None:
    """Such as "There would be serious consequences", "it could lead to war", "it would be a mistake"."""
    clause, words = said.clause, said.lexicon.acts
    if clause.modal not in FUTURE and clause.modal not in OPEN and said.lemma not in ("risk",):
        return None
    if clause.negated:
        return None
    noun = said.lemma in words.harm and not said.is_verb
    harm = said.lemma if noun else said.has(words.harm, *ARGUMENTS)
    return ("warns", f"{clause.modal} {harm}") if harm else None


def offer(said: Said) -> tuple[Act, str] | None:
    """Such as "We are ready to talk", "we could meet"."""
    clause, words = said.clause, said.lexicon.acts
    if clause.negated or said.lemma not in words.meeting:
        return None
    ours = clause.subject is not None and said.grammar.lemma(clause.subject) in SPEAKING
    if clause.modal == "ready" or (ours and clause.modal == "could"):
        return "proposes", f"{clause.modal} to {said.lemma}"
    return None


def promise(said: Said) -> tuple[Act, str] | None:
    """Such as "We will help": what the speaker binds himself to do."""
    clause, words = said.clause, said.lexicon.acts
    if clause.negated or clause.past or clause.subject is None or not said.own or not said.is_verb:
        return None
    subject = said.grammar.lemma(clause.subject)
    if (subject == "it" and said.lemma not in words.helpful) or said.lemma in words.inner or said.lemma in words.unsaid:
        return None
    if clause.modal in ("will", "shall", "'ll") or (clause.modal in ("going to", "ready") and said.subject != "i"):
        return "promises", f"{clause.modal} {said.lemma}"
    if clause.modal == "would" and subject not in SPEAKING:
        return "promises", f"would {said.lemma}"
    return None


def renewal(said: Said) -> tuple[Act, str] | None:
    """Such as "we remain committed", "the warning remains in force", "the deadline has not moved"."""
    clause, words, grammar = said.clause, said.lexicon.acts, said.grammar
    lemma = grammar.lemma(clause.head)
    if clause.negated:
        return ("reaffirms", f"not {lemma}") if lemma in ("change", "move", "waver") and clause.past else None
    if clause.modal in OPEN:
        return None
    if lemma in ("remain", "stay") and (held := said.has(words.standing, "xcomp", "obl", "obj")):
        return "reaffirms", f"{lemma} {held}"
    adjective = (
        lemma in words.standing and grammar.words[clause.head].upos == "ADJ" and (said.own or lemma == "unchanged")
    )
    stands = lemma == "stand" and (said.own or _speech(said)) and grammar.child(clause.head, "xcomp", "obj") is None
    return ("reaffirms", lemma) if adjective or stands else None


def _speech(said: Said) -> bool:
    """Whether the subject is something said: "the warning stands"."""
    subject = said.clause.subject
    return subject is not None and said.lexicon.act_of([said.grammar.form(subject)]) is not None


def performed(said: Said) -> tuple[Act, str] | None:
    """Such as "we urge", "I reject": the first person does what the verb says."""
    clause, grammar = said.clause, said.grammar
    subject = clause.subject
    if subject is None or clause.negated or clause.past or clause.modal or grammar.lemma(subject) not in SPEAKING:
        return None
    if grammar.words[clause.head].upos != "VERB":
        return None
    after = clause.head + 1
    particle = after < len(grammar.words) and grammar.words[after].upos in ("ADP", "PART")
    act = said.lexicon.act_of(grammar.forms(clause.head, after + particle))
    asked = grammar.child(clause.head, "obj", "iobj", "ccomp", "obl") is not None
    if act is None or act == "asserts" or (act == "demands" and not asked):
        return None
    return act, grammar.form(clause.head).lower()


def _imperative(said: Said) -> bool:
    grammar, clause = said.grammar, said.clause
    word = grammar.words[clause.head]
    if word.upos != "VERB" or clause.subject is not None or clause.modal or not said.direct:
        return False
    return grammar.feature(clause.head, "Mood") == "Imp" and grammar.lemma(clause.head) not in said.lexicon.acts.inner


RULES: tuple[Rule, ...] = (
    consequence,
    threat,
    performed,
    silence,
    refusal,
    falsehood,
    denial,
    offer,
    order,
    request,
    due,
    blame,
    warning,
    promise,
    renewal,
)
