"""Verbs that bind their subject: "pledged to", "threatened", "agreed that", "is considering"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.core.vocabulary import Force
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import UNPUNISHED, Draft, Scene, joined

THAT_VERBS = frozenset("promise vow pledge swear guarantee assure reassure agree threaten undertake commit".split())
WITH_NOUN = frozenset("promise vow pledge guarantee threaten offer".split())
NOMINAL = ("NOUN", "NUM", "SYM", "PROPN")
"""What is pledged: a thing, or a sum."""
GENTLE = frozenset("offer agree consent volunteer".split())
"""Verbs of which nobody threatens with what follows."""
MERE_PLANS = frozenset("plan intend arrange resolve expect schedule".split())
FAR = 12  # words between the verb and what is promised


def bound(scene: Scene, verb: int) -> Draft | None:
    """The promise or threat of a verb by which a subject binds himself."""
    if scene.grammar.words[verb].upos not in ("VERB", "AUX") or scene.conditions.holds(verb) or _is_meant(scene, verb):
        return None
    passive = scene.clauses.is_passive(verb)
    subject = scene.clauses.child(verb, "obl:agent") if passive else scene.clauses.subject(verb)
    party = scene.parties.party(subject, verb) if passive else scene.parties.doer(subject, verb)
    lemma = scene.lemma(verb)
    if party is None and not (passive and lemma in ("agree", "promise", "pledge", "guarantee", "offer")):
        return None
    deed = scene.clauses.far_infinitive(verb)
    if deed is not None and deed - verb <= FAR:
        return _to_do(scene, verb, deed, party)
    if lemma in THAT_VERBS and (content := scene.clauses.clause(verb)) is not None:
        return _that(scene, verb, content, party)
    if passive and lemma in ("promise", "pledge", "guarantee", "offer"):
        return _promised_by(scene, verb)
    plain = lemma in WITH_NOUN and not passive and party is not None
    return _noun(scene, verb, party) if plain and party is not None else None


def _is_meant(scene: Scene, verb: int) -> bool:
    """Whether the verb says what a thing is for: "a centre intended to serve"."""
    word = scene.grammar.words[verb]
    past = scene.grammar.feature(verb, "Tense") == "Past" and scene.grammar.feature(verb, "VerbForm") == "Part"
    return word.deprel == "acl" and past and scene.lemma(verb) in MERE_PLANS


def _to_do(scene: Scene, verb: int, deed: int, party: Mention | None) -> Draft | None:
    lemma = scene.lemma(verb)
    if scene.lemma(deed) in scene.lexicon.unwilled | {"be"} and lemma in MERE_PLANS:
        return None
    whole, consequent = _words(scene, verb, deed)
    if scene.clauses.is_negated(verb):
        return withheld(verb, lemma, whole, party)
    negative = scene.clauses.is_negated(deed)
    if negative:
        consequent = min(scene.clauses.children(deed)[0], consequent[0]), consequent[1]
    condition = scene.conditions.of(deed, consequent) or scene.conditions.of(verb, whole)
    force, told = _force(scene, lemma, deed, consequent, negative=negative)
    score = 0.65 if lemma in MERE_PLANS else 0.85
    draft = Draft("bound", force, score, deed, joined(whole, condition), consequent, f"{lemma} to {told}", debtor=party)
    return replace(
        draft,
        antecedent=condition,
        polarity="negative" if negative else "positive",
        creditor=scene.parties.counterpart(deed, party),
    )


def _words(scene: Scene, verb: int, deed: int) -> tuple[Words, Words]:
    """The whole clause and what is to be done."""
    consequent = scene.phrase(deed)
    own = scene.clauses.child(verb, "nsubj", "nsubj:pass")
    whole = joined(scene.clause(verb, own if own is not None and own < verb else None), consequent)
    return whole, consequent


def withheld(verb: int, lemma: str, whole: Words, party: Mention | None) -> Draft:
    """As in "has never planned to", "does not intend to": a refusal."""
    return Draft(
        "withheld",
        "refusal",
        0.75,
        verb,
        whole,
        (verb, max(whole[1], verb + 1)),
        f"not {lemma}",
        debtor=party,
        strength="ruled out",
        polarity="negative",
    )


def _force(scene: Scene, lemma: str, deed: int, words: Words, *, negative: bool) -> tuple[Force, str]:
    if lemma == "threaten":
        return "threat", scene.lemma(deed)
    if lemma in GENTLE:
        return "promise", scene.lemma(deed)
    if scene.any_of(words, UNPUNISHED) is not None:
        return "threat", "unanswered"
    force, told = scene.weighed(deed, words)
    if negative or force is None:
        return "promise", told or scene.lemma(deed)
    return force, told


def _that(scene: Scene, verb: int, content: int, party: Mention | None) -> Draft | None:
    """As in "assured him that ...": bound is who assures, or the subject on his side."""
    if scene.clauses.is_negated(verb):
        return None
    subject = scene.clauses.subject(content)
    consequent = scene.clause(content, subject)
    own = scene.clauses.child(verb, "nsubj", "nsubj:pass")
    whole = joined(scene.clause(verb, own if own is not None and own < verb else None), consequent)
    doer = scene.parties.party(subject, content)
    looks_ahead = scene.clauses.has_helper(content, "will", "would", "shall", "should", "must", "'ll")
    if scene.lemma(verb) == "agree" and (not looks_ahead or doer is None):
        return None
    same = scene.parties.same_side(doer, party)
    negative = scene.clauses.is_negated(content)
    condition = scene.conditions.of(content, consequent)
    force, told = _force(scene, scene.lemma(verb), content, consequent, negative=negative)
    debtor = doer if same or party is None else party
    draft = Draft(
        "bound", force, 0.8, content, joined(whole, condition), consequent, f"{scene.lemma(verb)} that {told}"
    )
    return replace(
        draft,
        debtor=debtor,
        creditor=scene.parties.counterpart(content, party),
        antecedent=condition,
        polarity="negative" if negative else "positive",
    )


def _noun(scene: Scene, verb: int, party: Mention) -> Draft | None:
    """As in "threatened retaliation", "pledged its support", "threatened Varnia with sanctions"."""
    lemma = scene.lemma(verb)
    noun = scene.clauses.child(verb, "obj")
    means = [c for c in scene.clauses.children(verb) if scene.clauses.case(c) == "with"]
    if lemma == "threaten" and means:
        noun = means[0]
    if noun is not None and scene.lemma(noun) == "nothing":
        whole = scene.clause(verb, scene.clauses.child(verb, "nsubj"))
        return withheld(verb, lemma, whole, party)
    if noun is None or noun < verb or scene.grammar.words[noun].upos not in NOMINAL or scene.clauses.is_negated(verb):
        return None
    force, told = scene.weighed(noun, scene.noun_phrase(noun))
    if force is None and lemma not in ("promise", "pledge", "vow", "guarantee"):
        return None
    consequent = scene.clauses.reach(noun, (verb + 1, scene.limits(verb)[1]))
    own = scene.clauses.child(verb, "nsubj")
    whole = joined(scene.clause(verb, own if own is not None and own < verb else None), consequent)
    condition = scene.conditions.of(verb, whole)
    decided: Force = "threat" if lemma == "threaten" else force or "promise"
    draft = Draft("bound", decided, 0.7, noun, joined(whole, condition), consequent, f"{lemma} {told}", debtor=party)
    return replace(draft, antecedent=condition, creditor=scene.parties.counterpart(verb, party))


def _promised_by(scene: Scene, verb: int) -> Draft | None:
    """As in "has been promised batteries by Kestria", "aid was pledged by the union"."""
    noun = scene.clauses.child(verb, "obj", "xcomp", "nsubj:pass")
    near = [*scene.clauses.children(verb), *(scene.clauses.children(noun) if noun is not None else ())]
    agent = next((p for c in near if scene.clauses.case(c) == "by" and (p := scene.parties.party(c))), None)
    agent = agent or scene.parties.own(verb)
    if noun is None or agent is None or scene.clauses.is_negated(verb):
        return None
    clause = scene.clause(verb, scene.clauses.child(verb, "nsubj:pass", "nsubj"))
    consequent = scene.clauses.reach(noun, (verb + 1, clause[1])) if noun > verb else clause
    receiver = scene.parties.party(scene.clauses.child(verb, "nsubj:pass", "iobj"), verb)
    draft = Draft("bound", "promise", 0.6, noun, clause, consequent, f"{scene.lemma(verb)}ed", debtor=agent)
    return replace(draft, creditor=receiver)


def weighing(scene: Scene, verb: int) -> Draft | None:
    """As in "is considering sanctions": an actor who may yet act."""
    party = scene.parties.party(scene.clauses.subject(verb), verb)
    target = scene.clauses.child(verb, "obj", "xcomp", "ccomp")
    if party is None or target is None or target < verb or scene.clauses.is_negated(verb):
        return None
    if scene.parties.at(target) is not None:
        return None
    consequent = scene.clauses.reach(target, (verb + 1, scene.limits(verb)[1]))
    force, told = scene.weighed(target, consequent)
    if force is None or scene.clauses.is_passive(verb):
        return None
    whole = joined(scene.clause(verb, scene.clauses.child(verb, "nsubj")), consequent)
    draft = Draft("weighed", force, 0.55, target, whole, consequent, f"{scene.lemma(verb)} {told}", debtor=party)
    return replace(draft, strength="considering", creditor=scene.parties.counterpart(verb, party))
