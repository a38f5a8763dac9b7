"""What somebody has or is: "has no interest in talks", "has until Friday to leave", "is open to a truce"."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.commitments.bindings import withheld
from standoff.extract.commitments.parties import FIRST_PERSONS, pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

HAVING = frozenset("have see find feel".split())
READY = frozenset("ready prepared prepare open committed commit determined willing closed".split())
OPEN_CASES = ("to", "for", "in")


def has_no(scene: Scene, noun: int) -> Draft | None:
    """As in "has no interest in talks", "sees no reason to return"."""
    verb = scene.grammar.words[noun].head
    near = 0 < noun - verb <= 4 and scene.grammar.words[noun].deprel == "obj"
    if not near or scene.lemma(verb) not in HAVING or scene.conditions.holds(verb):
        return None
    party = scene.parties.party(scene.clauses.subject(verb), verb)
    if party is None or not (scene.clauses.begins_with_no(noun) or scene.clauses.is_negated(verb)):
        return None
    if scene.grammar.feature(verb, "Tense") == "Past" and scene.told_with(verb) is None:
        return None
    consequent = scene.phrase(verb)
    whole = joined(scene.clause(verb, scene.clauses.child(verb, "nsubj")), consequent)
    draft = Draft("has no", "refusal", 0.65, noun, whole, consequent, f"no {scene.lemma(noun)}", debtor=party)
    return replace(draft, strength="ruled out", polarity="negative", creditor=scene.parties.counterpart(verb, party))


def has_until(scene: Scene, mark: int) -> Draft | None:
    """As in "Varnia has until Friday to leave", "have 48 hours to leave"."""
    first, stop = scene.limits(mark)
    verb = next((i for i in range(mark - 1, max(first, mark - 4) - 1, -1) if scene.lemma(i) == "have"), None)
    if verb is None or scene.clauses.is_negated(verb):
        return None
    limiting = scene.grammar.words[mark].head == verb or scene.lemma(mark) in ("until", "till")
    to = (
        None
        if not limiting
        else next((i for i in range(mark + 1, min(stop, mark + 8)) if scene.grammar.form(i).lower() == "to"), None)
    )
    deed = None if to is None else scene.grammar.words[to].head
    if to is None or deed is None or deed < to or scene.grammar.words[deed].upos != "VERB":
        return None
    subject = scene.clauses.subject(verb)
    if subject is None or subject > verb:
        return None
    debtor = scene.parties.party(subject, verb)
    if debtor is None:
        return None
    consequent = scene.phrase(deed)
    at = joined(scene.clause(verb, subject), consequent)
    own = scene.parties.own(verb)
    return Draft("has until", "demand", 0.65, deed, at, consequent, "has until ... to", debtor=debtor, creditor=own)


def open_to(scene: Scene, word: int) -> Draft | None:
    """As in "is open to talks", "remains committed to the truce", "is ready for war"."""
    clauses, words = scene.clauses, scene.grammar.words
    if (
        scene.lemma(word) not in READY
        or clauses.infinitive(word) is not None
        or words[word].upos not in ("ADJ", "VERB", "ADV")
    ):
        return None
    behind = (c for c in clauses.children(word) if c > word and clauses.case(c) in OPEN_CASES)
    noun = next((c for c in behind if words[c].upos == "NOUN"), None)
    standing = any(words[c].deprel in ("cop", "aux:pass", "nsubj:pass") for c in clauses.children(word))
    standing = standing or scene.lemma(words[word].head) in ("remain", "stay", "stand")
    party = scene.parties.party(clauses.subject(word), word)
    subject = clauses.subject(word)
    ours = pronoun(scene.grammar, subject) in FIRST_PERSONS
    if noun is None or (party is None and not ours) or not standing or scene.conditions.holds(word):
        return None
    consequent = clauses.reach(noun, (word + 1, scene.limits(word)[1]))
    force, told = scene.weighed(noun, consequent)
    if force is None and scene.lemma(word) not in ("committed", "commit"):
        return None
    whole = joined(scene.clause(word, subject), consequent)
    condition = scene.conditions.of(word, whole)
    if clauses.is_negated(word):
        return withheld(word, scene.lemma(word), whole, party)
    draft = Draft("open to", force or "promise", 0.6, noun, joined(whole, condition), consequent, told, debtor=party)
    return replace(draft, antecedent=condition, creditor=scene.parties.counterpart(word, party))
