"""What an actor says he will do or will not do, or a reporter says he will."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.vocabulary import Force
from standoff.extract.commitments.look import Look
from standoff.extract.commitments.scene import Draft

ATTRIBUTED, OWN_VOICE = 0.75, 0.65
"""What a plain future is worth: said by somebody, and in the reporter's own voice, where schedules and forecasts mix.
Set below the rules that rest on a word for the act, after reading what they find in ninety articles."""
SPEECH = frozenset("say tell read ask make put add go just point mention give start begin come try".split())
"""What "I'll ..." announces about one's own talk, and what says nothing without more."""
IDLE = frozenset("take go do make get have use continue keep bring turn put set try start begin move run".split())
STEADY = frozenset("keep bring put make turn begin start".split())
"""Of these, what says enough with an object, where it is said by who does it or under a condition."""
YIELDING = frozenset("accept agree tolerate allow put let support".split())
"""Verbs of which "cannot" is a refusal and no want of power."""
REGARDING = frozenset("regard treat consider deem".split())
COMING = frozenset("come stand win prevail end turn".split())
"""Verbs that nobody does on purpose but who says he will."""
CONDITION_WORDS = 30
WANTING = frozenset(("not", "n't", "n’t", "refuses", "fails"))
"""Words of a condition by which something is to be done to escape what follows."""


def refused(look: Look) -> Draft | None:
    """As in "We will not accept": a negated clause of who speaks or of an actor."""
    if not look.negated or not _can_refuse(look) or (look.passive and not (look.same and look.strength == "will")):
        return None
    draft = look.draft("refused", "refusal", 0.75, f"not {look.lemma}")
    draft = replace(draft, polarity="negative", creditor=look.creditor(look.party), strength="ruled out")
    if look.lemma not in look.scene.lexicon.forbidding:
        return replace(draft, runner_up="promise")
    return _drawn(look, draft)


def _can_refuse(look: Look) -> bool:
    """Whether the verb is one that somebody may say no to, and its subject somebody who says it of himself."""
    lexicon = look.scene.lexicon
    if not look.acting:
        return False
    if look.scene.grammar.words[look.verb].upos != "VERB" or _is_mere_talk(look):
        return False
    if look.lemma == "know" or look.lemma in lexicon.unwilled - {"stand", "turn", "come", "end"}:
        return False
    if look.strength == "may" and not (look.attribution is not None and look.lemma in YIELDING):
        return False
    return look.attribution is None or look.same is not False


def _is_mere_talk(look: Look) -> bool:
    """Whether a verb only says that one does not speak; "give up" and "go back" have a particle."""
    particle = look.scene.clauses.child(look.verb, "compound:prt")
    yields = particle is not None and look.scene.lemma(particle) in ("up", "back", "in", "away")
    return not yields and look.lemma in look.scene.lexicon.speechless & SPEECH


def _drawn(look: Look, draft: Draft) -> Draft:
    """As in "We will not tolerate X": a red line; X is the condition, the other side is bound."""
    target = look.scene.clauses.child(look.verb, "obj", "ccomp", "xcomp")
    antecedent = None if target is None else look.scene.clauses.reach(target, (look.verb + 1, look.phrase[1]))
    return replace(
        draft,
        rule="forbidden",
        force="red_line",
        antecedent=antecedent,
        consequent=None if antecedent is not None else draft.consequent,
        debtor=draft.creditor,
        creditor=look.party,
        runner_up="refusal",
    )


def acted(look: Look) -> Draft | None:
    """As in "We will send ships", "Orlen will meet ...": an actor's own deed."""
    if look.negated or look.passive or not _is_deed(look) or not _believed(look):
        return None
    if look.lemma in REGARDING:
        return _regarded(look)
    force, told = _leaning(look)
    if force is None:
        return None
    score = ATTRIBUTED if look.attribution is not None else OWN_VOICE
    doer = look.party
    if force == "threat" and look.lemma in look.scene.lexicon.saying and doer is not None:
        doer = look.scene.parties.body_of(doer, look.verb)  # who "will warn of costs" speaks for his state
    draft = look.draft("acted", force, score, told)
    other = "promise" if force == "threat" else "threat"
    return replace(draft, debtor=doer, creditor=look.creditor(look.party), runner_up=other)


def _is_deed(look: Look) -> bool:
    """Whether somebody does something on purpose, and not merely talks on."""
    if not look.acting or (look.party is not None and look.is_any()):
        return False
    if look.scene.grammar.words[look.verb].upos not in ("VERB", "AUX"):
        return False
    if look.lemma in look.scene.lexicon.unwilled and not _is_answer(look):
        return False
    if look.first_person and look.lemma in SPEECH:
        return False
    return look.scene.clauses.child(look.verb, "cop") is None


def _is_answer(look: Look) -> bool:
    """As in "If they call, we'll come": what one does oneself under a condition."""
    return look.first_person and look.condition is not None and look.lemma in COMING


def _leaning(look: Look) -> tuple[Force | None, str]:
    """Threat or promise, and what told it; ``None`` where too little is said to bind anybody."""
    force, told = look.scene.weighed(look.verb, look.phrase)
    cued = look.scene.cued(look.verb)
    if force is not None:
        return (cued if cued == "threat" and look.same and look.condition is not None else force), told
    if look.scene.parties.is_it(look.subject) and look.strength != "will" and not look.same:
        return None, ""
    if _is_warned(look):
        return "threat", "unless"
    if look.lemma in look.scene.lexicon.replying:
        threat = look.condition is not None or cued is not None
        return ("threat" if look.condition is not None else cued) if threat else None, look.lemma
    return (None if cued is None and _is_idle(look) else cued or "promise"), look.lemma


def _regarded(look: Look) -> Draft | None:
    """As in "would regard any such flight as an act of war": a threat; what is so regarded is the condition."""
    act = look.scene.clauses.child(look.verb, "obj")
    as_what = [c for c in look.scene.clauses.children(look.verb) if look.scene.clauses.case(c) == "as"]
    if act is None or not as_what or act > as_what[0]:
        return None
    words = look.scene.clauses.reach(act, (look.verb + 1, as_what[0]))
    consequent = look.scene.clauses.reach(as_what[0], (words[1], max(look.phrase[1], words[1] + 1)))
    draft = look.draft("regarded", "threat", ATTRIBUTED, look.lemma)
    creditor = look.creditor(look.party)
    return replace(draft, antecedent=words, consequent=consequent, creditor=creditor, runner_up="red_line")


def _is_warned(look: Look) -> bool:
    """Whether it is to come unless the other side does something: "unless ...", "if ... not"."""
    if look.condition is None:
        return False
    forms = [look.scene.grammar.form(i).lower() for i in range(*look.condition)][:CONDITION_WORDS]
    return forms[0] == "unless" or any(form in WANTING for form in forms)


def _is_idle(look: Look) -> bool:
    """Whether the verb alone says too little to bind: "we'll take", "I'll do", and "we" of nobody known."""
    if look.party is None:
        return look.first_person or look.lemma in IDLE
    has_object = look.scene.clauses.child(look.verb, "obj", "xcomp") is not None
    bound = look.condition is not None or (look.attribution is not None and look.same)
    return look.lemma in IDLE and not (has_object and bound and look.lemma in STEADY)


def _believed(look: Look) -> bool:
    """Whether the clause binds its subject: said by his own side, or told by the reporter as settled.

    What others say of somebody's future is a forecast.
    """
    weighed = look.scene.weighed(look.verb, look.phrase)[0]
    if look.attribution is not None and look.same is False and (weighed != "promise" or look.strength == "may"):
        return False
    if look.strength == "may":
        return bool(look.same) and weighed is not None and (look.may or look.condition is not None)
    if look.strength == "would":
        return look.attribution is not None or (look.condition is not None and weighed is not None)
    return True
