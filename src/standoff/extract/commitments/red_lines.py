"""Red lines: "any strike would cross a red line", "enlargement is a red line", "would be unacceptable"."""

from __future__ import annotations

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft, Scene, joined

CROSSING = frozenset("cross breach overstep violate test transgress touch".split())
REFUSING = frozenset("accept reject dismiss refuse ignore recognise recognize".split())


def red_line(scene: Scene, noun: int) -> Draft | None:
    """A red line with what crosses it, where the clause says so; bound is whoever must not cross it."""
    if not any(scene.grammar.form(i).lower().strip("‘’“”'\"") == "red" for i in range(max(0, noun - 2), noun)):
        return None
    verb = _clause_of(scene, noun)
    if verb is not None and scene.lemma(verb) in REFUSING:
        return None
    if verb is None:
        return _named(scene, noun)
    subject = scene.clauses.subject(verb)
    if subject is None or subject == noun:
        return _named(scene, noun)
    crossing = verb == noun or scene.lemma(verb) in CROSSING
    party = scene.parties.party(subject, verb)
    clause = scene.clause(verb, subject)
    if verb != noun:
        clause = joined(clause, (noun, noun + 1))
    if crossing and (party is None or verb != noun):
        act = _act(scene, subject, verb, clause)
        return _drawn(scene, noun, clause, act, _drawer(scene, noun, verb, None))
    return _drawn(scene, noun, clause, None, party)


def _clause_of(scene: Scene, noun: int) -> int | None:
    """The predicate the line belongs to: itself behind "is", else the verb whose object it is."""
    if scene.clauses.child(noun, "cop") is not None:
        return noun
    word = scene.grammar.words[noun]
    for _ in range(2):
        head = word.head
        if scene.grammar.words[head].upos == "VERB" and word.deprel in ("obj", "obl", "xcomp", "ccomp", "conj"):
            return head
        word = scene.grammar.words[head]
    return None


def _act(scene: Scene, subject: int, verb: int, clause: Words) -> Words | None:
    """The words of what is forbidden, without the helpers between them and the verb."""
    stop = min([verb, *(c for c in scene.clauses.children(verb) if c > subject and _helps(scene, c))])
    return scene.clauses.reach(subject, (clause[0], max(stop, subject + 1)))


def _helps(scene: Scene, word: int) -> bool:
    return scene.grammar.words[word].deprel.startswith(("aux", "cop"))


def _drawer(scene: Scene, noun: int, verb: int, instead: Mention | None) -> Mention | None:
    """Who drew it: its possessor ("for his government"), else the speaker's side."""
    owners = [
        scene.clauses.possessor(noun),
        *(c for c in scene.clauses.children(noun) if scene.clauses.case(c) == "for"),
    ]
    found = next((p for owner in owners if owner is not None and (p := scene.parties.party(owner, verb))), None)
    return found or scene.parties.own(noun) or instead


def _named(scene: Scene, noun: int) -> Draft | None:
    """A line that somebody has, without what crosses it."""
    drawer = _drawer(scene, noun, noun, None)
    return None if drawer is None else _drawn(scene, noun, scene.noun_phrase(noun), None, drawer)


def _drawn(scene: Scene, noun: int, at: Words, act: Words | None, drawer: Mention | None) -> Draft:
    side = None if drawer is None else scene.parties.side(drawer)
    words = scene.grammar.words
    inside = None if act is None else scene.parties.first_within(words[act[0]].start, words[act[1] - 1].end, side)
    return Draft(
        "red line",
        "red_line",
        0.8 if act is not None else 0.6,
        noun,
        at,
        None if act is not None else scene.noun_phrase(noun),
        "red line",
        debtor=inside or scene.parties.counterpart(noun, drawer),
        creditor=drawer,
        antecedent=act,
        runner_up="threat",
    )


def unacceptable(scene: Scene, word: int) -> Draft | None:
    """As in "Any shipment would be unacceptable": what the speaker will not have."""
    subject = scene.clauses.child(word, "nsubj", "csubj")
    drawer = scene.parties.own(word)
    if subject is None or subject > word or drawer is None or not scene.clauses.has_helper(word, "would", "will"):
        return None
    clause = scene.clause(word, subject)
    return _drawn(scene, word, clause, _act(scene, subject, word, clause), drawer)
