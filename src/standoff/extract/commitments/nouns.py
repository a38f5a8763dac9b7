"""Commitments as nouns: "gave assurances that", "seeks guarantees", "its support for", "threats to", "a red line"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.parties import FOLLOWS, pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

WAYS = 3
"""Steps up from a noun to the verb that governs it: "calls for talks on guarantees"."""
HAVING = frozenset("have announce unveil draw set outline disclose approve adopt endorse back accept sign".split())
RECEIVING = frozenset("receive get obtain secure win".split())
"""Verbs whose subject is promised something "from" somebody."""
REFUSING = frozenset("accept reject dismiss refuse ignore respect recognise recognize".split())
BOND_CASES = ("for", "to", "with", "of")


def _governor(scene: Scene, noun: int) -> int | None:
    """The verb whose object or complement the noun is."""
    for _ in range(WAYS):
        word = scene.grammar.words[noun]
        if word.head == noun or word.deprel.startswith(("nsubj", "root", "parataxis")):
            return None
        noun = word.head
        if scene.grammar.words[noun].upos == "VERB":
            return noun
    return None


def _holder(scene: Scene, noun: int, verb: int | None) -> Mention | None:
    """Whose it is: the possessor, else the subject of the verb around it."""
    owner = scene.clauses.possessor(noun)
    if verb is not None and owner is not None and pronoun(scene.grammar, owner) in FOLLOWS:
        owner = scene.clauses.subject(verb)
    party = scene.parties.party(owner, noun)
    if party is not None or verb is None:
        return party
    return scene.parties.party(scene.clauses.subject(verb), verb)


def _whole(scene: Scene, noun: int, verb: int | None, consequent: Words) -> Words:
    first = scene.noun_phrase(noun)[0]
    if verb is None or not verb < noun:
        return joined((min(first, noun), noun + 1), consequent)
    return joined(scene.clause(verb, scene.clauses.child(verb, "nsubj", "nsubj:pass")), (first, noun + 1), consequent)


def _content(scene: Scene, noun: int) -> int | None:
    """The verb of what is promised or threatened behind the noun."""
    deed = scene.clauses.infinitive(noun)
    return deed if deed is not None else scene.clauses.far_clause(noun)


def promised(scene: Scene, noun: int) -> Draft | None:
    """A promise noun with what is promised: given, sought, or somebody's own."""
    if scene.grammar.words[noun].upos not in ("NOUN", "VERB"):
        return None
    content, verb = _content(scene, noun), _governor(scene, noun)
    if scene.clauses.begins_with_no(noun) or (verb is not None and scene.clauses.is_negated(verb)):
        return _not_given(scene, noun, verb)
    if content is None:
        content = _of_what(scene, noun, ("of", "for", "about", "on") if _is_sought(scene, verb) else ("of",))
    if content is None or content < noun:
        return None
    if verb is not None and _is_sought(scene, verb):
        return _sought(scene, noun, content, verb)
    holder = _holder(scene, noun, verb)
    if verb is not None and scene.lemma(verb) in RECEIVING:
        sources = (*scene.clauses.children(noun), *scene.clauses.children(verb))
        holder = next((p for c in sources if scene.clauses.case(c) == "from" and (p := scene.parties.party(c))), None)
    given = verb is not None and scene.lemma(verb) in scene.lexicon.giving | scene.lexicon.voicing | HAVING | RECEIVING
    if holder is None or not (given or scene.clauses.possessor(noun) is not None):
        return None
    consequent = _consequent(scene, content)
    negative = scene.clauses.is_negated(content)
    force, told = scene.weighed(content, consequent)
    condition = scene.conditions.of(content, consequent)
    at = joined(_whole(scene, noun, verb if given else None, consequent), condition)
    decided = "promise" if negative or force is None else force
    draft = Draft("promised", decided, 0.8, content, at, consequent, f"{scene.lemma(noun)} {told}", debtor=holder)
    return replace(
        draft,
        antecedent=condition,
        polarity="negative" if negative else "positive",
        creditor=scene.parties.counterpart(content, holder),
    )


def _is_sought(scene: Scene, verb: int | None) -> bool:
    return verb is not None and scene.lemma(verb) in scene.lexicon.seeking


def _of_what(scene: Scene, noun: int, cases: tuple[str, ...]) -> int | None:
    """The noun of what is promised, threatened or asked for: "a promise of safe passage", "demands for an apology"."""
    behind = (c for c in scene.clauses.children(noun) if c > noun and scene.grammar.words[c].upos == "NOUN")
    return next((c for c in behind if scene.clauses.case(c) in cases and scene.parties.at(c) is None), None)


def _consequent(scene: Scene, content: int) -> Words:
    if scene.grammar.words[content].upos == "NOUN":
        first, stop = scene.noun_phrase(content)
        case = scene.clauses.child(content, "case")
        return (case + 1 if case is not None and first <= case < content else first), stop
    subject = scene.clauses.child(content, "nsubj", "nsubj:pass")
    return scene.clause(content, subject)


def _sought(scene: Scene, noun: int, content: int, verb: int) -> Draft | None:
    """As in "seeks guarantees that X will not": X is asked; or who they are sought from."""
    seeker = scene.parties.party(scene.clauses.subject(verb), verb)
    if seeker is None:
        return None
    sources = [*scene.clauses.children(noun), *scene.clauses.children(verb)]
    source = next((p for c in sources if scene.clauses.case(c) == "from" and (p := scene.parties.party(c))), None)
    doer = scene.parties.party(scene.clauses.child(content, "nsubj", "nsubj:pass"), content)
    if doer is not None and scene.parties.same_side(doer, seeker):
        doer = None
    consequent = _consequent(scene, content)
    return Draft(
        "sought",
        "demand",
        0.8,
        content,
        _whole(scene, noun, verb, consequent),
        consequent,
        f"{scene.lemma(verb)} {scene.lemma(noun)}",
        debtor=doer or source or scene.parties.counterpart(verb, seeker),
        creditor=seeker,
        polarity="negative" if scene.clauses.is_negated(content) else "positive",
    )


def _not_given(scene: Scene, noun: int, verb: int | None) -> Draft | None:
    """As in "has no plans to attack", "no such assurance was given": a refusal by who has or would give it."""
    head = scene.grammar.words[noun].head
    passive = scene.grammar.words[noun].deprel == "nsubj:pass"
    holder = scene.parties.own(noun) if passive else _holder(scene, noun, verb)
    be = scene.clauses.child(noun, "cop")
    there = scene.clauses.child(noun, "expl", "nsubj") if be is not None else None
    if there is not None and scene.grammar.form(there).lower() == "there":
        return _nothing_such(scene, noun)
    told = head if passive else verb
    if holder is None or told is None or scene.lemma(told) not in scene.lexicon.giving | HAVING | {"be"}:
        return None
    clause = scene.clause(told, scene.clauses.subject(told))
    at = joined(clause, scene.noun_phrase(noun))
    draft = Draft("not given", "refusal", 0.65, noun, at, at, f"no {scene.lemma(noun)}", debtor=holder)
    return replace(draft, strength="ruled out", polarity="negative", creditor=scene.parties.counterpart(noun, holder))


def _nothing_such(scene: Scene, noun: int) -> Draft | None:
    """As in "There is no such guarantee"."""
    own = scene.parties.own(noun)
    clause = scene.clause(noun, None)
    if own is None:
        return None
    return Draft("not given", "refusal", 0.6, noun, clause, clause, "no such", debtor=own, polarity="negative")


def bond(scene: Scene, noun: int) -> Draft | None:
    """As in "reiterated its support for ...": a standing promise that somebody voices."""
    verb = _governor(scene, noun)
    near = verb is not None and scene.grammar.words[noun].head in (verb, scene.clauses.child(verb, "obj", "obl"))
    if scene.grammar.words[noun].upos != "NOUN" or verb is None or scene.lemma(verb) not in scene.lexicon.voicing:
        return None
    if not near or scene.clauses.case(noun) not in ("", "in"):
        return None
    to_whom = [c for c in scene.clauses.children(noun) if c > noun and scene.clauses.case(c) in BOND_CASES]
    holder = _holder(scene, noun, verb)
    if (not to_whom and scene.lemma(noun) != "solidarity") or holder is None or scene.clauses.is_negated(verb):
        return None
    first, stop = scene.clauses.reach(noun, (min(verb, noun), scene.limits(noun)[1]))
    consequent = (noun, stop)
    at = joined(_whole(scene, noun, verb, consequent), (first, stop))
    draft = Draft("bond", "promise", 0.75, noun, at, consequent, f"{scene.lemma(verb)} {scene.lemma(noun)}")
    creditor = next((party for c in to_whom if (party := scene.parties.party(c)) is not None), None)
    return replace(draft, debtor=holder, creditor=creditor or scene.parties.counterpart(noun, holder))


def threatened(scene: Scene, noun: int) -> Draft | None:
    """As in "threats to cut supplies", "warnings of retaliation"."""
    if scene.grammar.words[noun].upos != "NOUN" or scene.clauses.begins_with_no(noun):
        return None
    content = _content(scene, noun)
    if content is None:
        content = next((c for c in scene.clauses.children(noun) if c > noun and _is_fallout(scene, c)), None)
    verb = _governor(scene, noun)
    holder = _holder(scene, noun, None) or (_holder(scene, noun, verb) if _issues(scene, verb) else None)
    if content is None or holder is None:
        return None
    consequent = _consequent(scene, content)
    if scene.lemma(noun) == "warning" and scene.weighed(content, consequent)[0] != "threat":
        return None
    condition = scene.conditions.of(content, consequent)
    at = joined((scene.noun_phrase(noun)[0], noun + 1), consequent, condition)
    draft = Draft("threatened", "threat", 0.75, content, at, consequent, scene.lemma(noun), debtor=holder)
    return replace(draft, antecedent=condition, creditor=scene.parties.counterpart(noun, holder))


def _is_fallout(scene: Scene, word: int) -> bool:
    return scene.clauses.case(word) == "of" and scene.lemma(word) in scene.lexicon.fallout | scene.lexicon.harm_nouns


def _issues(scene: Scene, verb: int | None) -> bool:
    return verb is not None and scene.lemma(verb) in scene.lexicon.giving | scene.lexicon.voicing | HAVING


def refusal(scene: Scene, noun: int) -> Draft | None:
    """As in "its refusal to extradite them", "the council's rejection of the plan"."""
    holder = scene.parties.party(scene.clauses.possessor(noun), noun)
    owner = scene.clauses.possessor(noun)
    content = _content(scene, noun)
    if content is None:
        content = next((c for c in scene.clauses.children(noun) if c > noun and scene.clauses.case(c) == "of"), None)
    if scene.grammar.words[noun].upos != "NOUN" or content is None or holder is None or content in (owner, noun):
        return None
    at = joined((scene.noun_phrase(noun)[0], noun + 1), _consequent(scene, content))
    consequent = noun, max(at[1], noun + 1)
    draft = Draft("refusal", "refusal", 0.6, content, at, consequent, scene.lemma(noun), debtor=holder)
    return replace(draft, strength="ruled out", polarity="negative", creditor=scene.parties.counterpart(noun, holder))


def precondition(scene: Scene, noun: int) -> Draft | None:
    """As in "The release of the crew is a precondition for talks": what comes first is asked for."""
    subject = scene.clauses.child(noun, "nsubj", "csubj")
    own = scene.parties.own(noun)
    if scene.clauses.child(noun, "cop") is None or subject is None or subject > noun or own is None:
        return None
    if scene.clauses.is_negated(noun) or scene.parties.party(subject) is not None:
        return None
    clause = scene.clause(noun, subject)
    wanted = scene.clauses.reach(subject, (clause[0], noun))
    draft = Draft("precondition", "demand", 0.6, noun, clause, wanted, scene.lemma(noun), creditor=own)
    return replace(draft, debtor=scene.parties.counterpart(noun, own))


def demanded(scene: Scene, noun: int) -> Draft | None:
    """As in "repeated its demand that ...", "an ultimatum to leave"."""
    verb = _governor(scene, noun)
    content = None if scene.clauses.begins_with_no(noun) else _content(scene, noun)
    if content is None and verb is not None and verb < noun:
        content = scene.clauses.infinitive(verb)  # "set a deadline for them to leave"
    if content is None:
        content = _of_what(scene, noun, ("for",))
    if scene.grammar.words[noun].upos != "NOUN" or content is None or content < noun:
        return None
    if verb is not None and scene.lemma(verb) in scene.lexicon.refusing:
        return None
    holder = _holder(scene, noun, verb if _issues(scene, verb) else None)
    if holder is None:
        return None
    consequent = _consequent(scene, content)
    doer = scene.parties.party(scene.clauses.child(content, "nsubj"), content)
    debtor = doer if doer is not None and not scene.parties.same_side(doer, holder) else None
    at = _whole(scene, noun, verb if _issues(scene, verb) else None, consequent)
    draft = Draft("demanded", "demand", 0.7, content, at, consequent, scene.lemma(noun), creditor=holder)
    return replace(draft, debtor=debtor or scene.parties.counterpart(noun, holder))
