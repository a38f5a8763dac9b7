"""Demands without a verb of asking: "must withdraw", "it is time to", "it is up to", "Leave now"."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.commitments.parties import FIRST_PERSONS, SELF, pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

COLON_WITHIN = 3  # words between a colon and an imperative
NOUN_WITHIN = 8  # words behind "up to" in which somebody is named
ENDING = frozenset("stop end cease come stand include".split())
"""Verbs of what must be no more, where the subject is nobody: "the shelling must stop"."""
OBLIGING = frozenset("must should ought have need".split())


def obliged(scene: Scene, helper: int) -> Draft | None:
    """As in "Varnia must withdraw": said of another, or of what is to be done to something."""
    verb = _obliged_verb(scene, helper)
    if verb is None or scene.grammar.words[verb].upos != "VERB" or scene.conditions.holds(verb):
        return None
    attribution = scene.told_with(verb)
    subject = scene.clauses.subject(helper if scene.lemma(helper) in ("have", "need") else verb)
    if attribution is None or subject is None or subject > verb or scene.clauses.has_helper(verb, "have"):
        return None
    if scene.lemma(helper) in ("have", "need") and scene.clauses.is_negated(helper):
        return None
    return _obliged(scene, verb, subject, scene.lemma(helper))


def _obliged_verb(scene: Scene, helper: int) -> int | None:
    if scene.lemma(helper) in ("have", "need", "ought"):
        deed = scene.clauses.infinitive(helper)
        return deed if deed is not None and deed - helper <= 4 else None
    return scene.clauses.predicate(helper) if scene.grammar.words[helper].deprel.startswith("aux") else None


def _obliged(scene: Scene, verb: int, subject: int, told: str) -> Draft | None:
    speaker, form = scene.parties.speaker(verb), pronoun(scene.grammar, subject)
    asked, passive = scene.parties.party(subject, verb), scene.clauses.is_passive(verb)
    if form in FIRST_PERSONS or form in SELF or scene.parties.same_side(asked, speaker):
        return None
    ends = asked is None and speaker is not None and (scene.lemma(verb) in ENDING or told == "must")
    if scene.lemma(verb) in scene.lexicon.unwilled - ENDING or (asked is None and not passive and not ends):
        return None
    if told in ("should", "need", "have", "ought") and (speaker is None or passive):
        return None
    clause = scene.clause(verb, subject)
    condition = scene.conditions.of(verb, clause)
    own = scene.parties.own(verb)
    debtor = scene.parties.counterpart(verb, own) if passive or ends else asked
    draft = Draft("obliged", "demand", 0.65, verb, joined(clause, condition), clause, told, debtor=debtor, creditor=own)
    negative = scene.clauses.is_negated(verb)
    return replace(draft, antecedent=condition, polarity="negative" if negative else "positive", runner_up="promise")


def timely(scene: Scene, noun: int) -> Draft | None:
    """As in "Now is the time for Varnia to withdraw"."""
    stop = scene.clauses.segment(noun)[1]
    if noun + 1 < stop and scene.grammar.form(noun + 1).lower() == "to":
        return _time_to(scene, noun)
    if noun + 1 >= stop or scene.grammar.form(noun + 1).lower() != "for":
        return None
    mark = next((i for i in range(noun + 2, min(noun + 12, stop)) if scene.grammar.form(i).lower() == "to"), None)
    deed = None if mark is None else scene.grammar.words[mark].head
    if mark is None or deed is None or deed < mark or scene.grammar.words[deed].upos != "VERB":
        return None
    whom = next((party for i in range(noun + 2, mark) if (party := scene.parties.party(i, deed)) is not None), None)
    if whom is None:
        return None
    consequent = scene.phrase(deed)
    at = joined((noun, noun + 1), consequent)
    own = scene.parties.own(deed)
    return Draft("timely", "demand", 0.7, deed, at, consequent, "time for ... to", debtor=whom, creditor=own)


def _time_to(scene: Scene, noun: int) -> Draft | None:
    """As in "It is time to end this war": the other side is asked; "we have no time to lose" is something else."""
    deed, own = scene.clauses.infinitive(noun), scene.parties.own(noun)
    if deed is None or own is None or scene.clauses.child(noun, "cop") is None or scene.clauses.is_negated(noun):
        return None
    consequent = scene.phrase(deed)
    at = joined(scene.clause(noun, None), consequent)
    debtor = scene.parties.counterpart(deed, own)
    return Draft("timely", "demand", 0.6, deed, at, consequent, "time to", debtor=debtor, creditor=own)


def bidden(scene: Scene, verb: int) -> Draft | None:
    """An imperative in direct speech: the other side is asked."""
    attribution = scene.told_with(verb)
    if attribution is None or scene.lemma(verb) in scene.lexicon.vacant:
        return None
    if attribution.mode == "indirect" and not _behind_colon(scene, verb):
        return None
    if scene.clauses.child(verb, "nsubj", "nsubj:pass") is not None or scene.grammar.words[verb].upos != "VERB":
        return None
    own = scene.parties.own(verb)
    clause = scene.clause(verb, None)
    if own is None or clause[1] - clause[0] < 2:
        return None
    debtor = scene.parties.counterpart(verb, own)
    return Draft("bidden", "demand", 0.5, verb, clause, clause, "an imperative", debtor=debtor, creditor=own)


def _behind_colon(scene: Scene, verb: int) -> bool:
    """As in "tells Ostland: stop the trials", or behind a speaker's label."""
    first = scene.clauses.segment(verb)[0]
    return first > 0 and verb - first <= COLON_WITHIN and scene.grammar.form(first - 1) == ":"


def up_to(scene: Scene, word: int) -> Draft | None:
    """As in "It is up to Varnia to take the first step"."""
    stop = min(word + NOUN_WITHIN, scene.clauses.segment(word)[1])
    forms = [scene.grammar.form(i).lower() for i in range(word, stop)]
    if forms[:2] != ["up", "to"] or "to" not in forms[3:]:
        return None
    mark = word + forms.index("to", 3)
    deed = scene.grammar.words[mark].head
    whom = next((party for i in range(word + 2, mark) if (party := scene.parties.party(i)) is not None), None)
    own = scene.parties.own(word)
    if whom is None or own is None or deed < mark or scene.parties.same_side(whom, own):
        return None
    consequent = scene.phrase(deed)
    at = joined((word, word + 1), consequent)
    return Draft("up to", "demand", 0.6, deed, at, consequent, "up to ... to", debtor=whom, creditor=own)
