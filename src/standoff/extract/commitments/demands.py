"""Demands by a verb of asking: "urged them to stop", "called for a truce", "insisted that they be freed"."""

from __future__ import annotations

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft, Scene, joined

ADDRESSED = ("obj", "iobj", "obl", "nsubj", "nsubj:pass", "obl:arg")
TO_WHOM = ("", "on", "upon", "for", "to", "with", "of")
THAT_VERBS = frozenset("demand insist request ask order urge require recommend propose call".split())
NOUN_VERBS = frozenset("demand request seek urge require".split())
NEEDS_SOMEBODY = frozenset(
    "tell advise warn caution invite counsel encourage want direct push require challenge lobby expect bid".split()
)
TASKING = frozenset("task instruct direct order command".split())
TERMS = frozenset("until till hour day week deadline midnight".split())
"""What makes "gave them ... to leave" an ultimatum."""
WISHING = frozenset(("want", "expect"))
ACTS = frozenset(
    """proof evidence calm restraint end halt return lifting removal apology explanation resignation cessation
    surrender answer""".split()
)
"""What is wanted of others, beside what helps."""
NOUN_WITHIN = 8  # words behind "called for" in which the noun asked for stands
TREATIES = frozenset("deal agreement accord treaty pact truce ceasefire protocol memorandum".split())
"""Subjects of "obliges X to" by which X has bound himself."""


def directed(scene: Scene, verb: int) -> Draft | None:
    """The demand of a verb of asking; ``None`` where nobody asks anybody for anything."""
    clauses, lemma = scene.clauses, scene.lemma(verb)
    if not _is_verb(scene, verb) or clauses.is_negated(verb):
        return None
    passive = clauses.is_passive(verb)
    asker = _asker(scene, verb, passive)
    deed = clauses.far_infinitive(verb)
    debtor_word = _addressed(scene, verb, deed, passive)
    if deed is not None and debtor_word is not None and _is_asked(scene, lemma, debtor_word, deed):
        return _told_to(scene, verb, deed, debtor_word, asker)
    if lemma in THAT_VERBS and (content := clauses.clause(verb)) is not None:
        return _demanded_that(scene, verb, content, asker)
    if lemma in scene.lexicon.calling | NOUN_VERBS | WISHING and lemma != "require" and not passive:
        return _called_for(scene, verb, asker)
    return None


def _is_verb(scene: Scene, verb: int) -> bool:
    """Whether a word is a verb, or a noun that only a headline's parse made of one: "chief calls on Ostland to"."""
    if scene.grammar.words[verb].upos == "VERB":
        return True
    behind = scene.grammar.form(verb + 1).lower() if verb + 1 < len(scene.grammar.words) else ""
    return scene.grammar.form(verb).lower() == "calls" and behind in ("on", "upon")


def _is_asked(scene: Scene, lemma: str, whom: int, deed: int) -> bool:
    """Whether a verb that also has other uses asks here: "call" does with "on" or "for"."""
    if lemma in ("require", "oblige"):
        asked = scene.parties.party(whom)
        return asked is not None and asked.form == "name"
    if lemma == "expect":
        return scene.lemma(deed) not in scene.lexicon.unwilled and scene.parties.party(whom) is not None
    if lemma == "give":
        return any(scene.lemma(i) in TERMS for i in range(whom, deed))
    if lemma not in ("call", "appeal", "press", "push", "plead"):
        return True
    marks = {scene.grammar.form(i).lower() for i in range(max(whom - 4, 0), whom)}
    return bool(marks & {"on", "upon", "for", "to", "with"}) or lemma in ("press", "push")


def _asker(scene: Scene, verb: int, passive: bool) -> Mention | None:
    agent = scene.clauses.child(verb, "obl:agent") if passive else scene.clauses.subject(verb)
    return scene.parties.party(agent, verb) if passive else scene.parties.doer(agent, verb)


def _addressed(scene: Scene, verb: int, deed: int | None, passive: bool) -> int | None:
    """The word for who is asked: the object, what "on" or "for" brings, or the subject of what is asked."""
    if passive:
        return scene.clauses.child(verb, "nsubj:pass", "nsubj")
    stop = deed if deed is not None else verb + 1
    near = [c for c in scene.clauses.children(verb) if verb < c < stop]
    near += [c for c in scene.clauses.children(deed) if verb < c < deed] if deed is not None else []
    fitting = [c for c in near if scene.grammar.words[c].deprel in ADDRESSED and scene.clauses.case(c) in TO_WHOM]
    return min(fitting) if fitting else None


def _told_to(scene: Scene, verb: int, deed: int, whom: int, asker: Mention | None) -> Draft | None:
    lemma = scene.lemma(verb)
    asked = scene.parties.party(whom, verb) or scene.parties.place(whom)
    known = asked is not None or scene.grammar.words[whom].upos == "PRON"
    if scene.parties.is_it(_subject_before(scene, verb)) and lemma in ("encourage", "push", "press", "want"):
        return None
    if scene.clauses.is_passive(verb) and lemma == "expect":
        return None  # an arrangement: "is expected to arrive"
    ordered = lemma == "tell" and scene.clauses.is_passive(verb)
    if (asker is None and not known) or (lemma in NEEDS_SOMEBODY and not ordered and (not known or asker is None)):
        return None
    consequent = scene.phrase(deed)
    negative = scene.clauses.is_negated(deed)
    if negative:
        consequent = min(scene.clauses.children(deed)[0], consequent[0]), consequent[1]
    at = joined(scene.clause(verb, _subject_before(scene, verb)), consequent)
    if lemma in TASKING and _is_own(scene, whom):
        return Draft("tasked", "promise", 0.6, deed, at, consequent, lemma, debtor=asker)
    condition = scene.conditions.of(deed, consequent)
    agreed = asker is None and scene.lemma(_subject_before(scene, verb) or verb) in TREATIES
    return Draft(
        "directed",
        "promise" if agreed else "demand",
        0.85,
        deed,
        joined(at, condition),
        consequent,
        f"{lemma} to",
        debtor=asked,
        creditor=asker,
        antecedent=condition,
        polarity="negative" if negative else "positive",
    )


def _subject_before(scene: Scene, verb: int) -> int | None:
    """The verb's own subject where it stands before it."""
    subject = scene.clauses.child(verb, "nsubj", "nsubj:pass")
    return subject if subject is not None and subject < verb else None


def _is_own(scene: Scene, noun: int) -> bool:
    """As in "their teams": somebody of the subject's own."""
    owner = scene.clauses.child(noun, "nmod:poss")
    return owner is not None and scene.grammar.words[owner].upos == "PRON"


def _demanded_that(scene: Scene, verb: int, content: int, asker: Mention | None) -> Draft | None:
    """As in "demanded that the crews be freed": the subject of what is asked, or, of a passive, the other side."""
    subject = scene.clauses.subject(content)
    modal = scene.clauses.has_helper(content, "will", "would", "may", "might", "can", "could")
    bare = scene.grammar.feature(content, "VerbForm") == "Inf" or scene.clauses.has_helper(content, "should", "must")
    helpers = [c for c in scene.clauses.children(content) if scene.grammar.words[c].deprel.startswith(("aux", "cop"))]
    bare = bare or (bool(helpers) and scene.grammar.form(helpers[0]).lower() == "be")
    moody = not modal and (bare or scene.lemma(verb) in ("demand", "request"))
    if not moody or (asker is None and not scene.parties.is_voiced(verb)):
        return None
    asked = None if scene.clauses.is_passive(content) else scene.parties.party(subject, content)
    consequent = scene.clause(content, subject)
    at = joined(scene.clause(verb, _subject_before(scene, verb)), consequent)
    return Draft(
        "demanded that",
        "demand",
        0.8,
        content,
        at,
        consequent,
        f"{scene.lemma(verb)} that",
        debtor=asked or scene.parties.counterpart(verb, asker),
        creditor=asker,
        polarity="negative" if scene.clauses.is_negated(content) else "positive",
    )


def _called_for(scene: Scene, verb: int, asker: Mention | None) -> Draft | None:
    """As in "called for a truce", "demanded the release of ...": what is asked for is a noun."""
    if asker is None and not scene.parties.is_voiced(verb):
        return None
    noun = _asked_noun(scene, verb)
    if noun is None or scene.grammar.words[noun].upos != "NOUN" or scene.lemma(noun) in scene.lexicon.promise_nouns:
        return None
    if scene.parties.at(noun) is not None and not scene.lemma(noun).endswith("ion"):
        return None
    consequent = scene.clauses.reach(noun, (verb + 1, scene.limits(verb)[1]))
    first = min([noun, *scene.clauses.children(noun)])
    consequent = max(consequent[0], first if scene.clauses.case(noun) == "" else verb + 1), consequent[1]
    on = [c for c in scene.clauses.children(verb) if scene.clauses.case(c) in ("on", "upon", "from", "to", "with")]
    if scene.lemma(verb) in ("press", "ask", "push", "lobby"):
        on += [c for c in scene.clauses.children(verb) if scene.grammar.words[c].deprel in ("obj", "iobj")]
    whom = next((party for c in on if c != noun and (party := scene.parties.party(c)) is not None), None)
    debtor = whom or _bound_by(scene, consequent, asker) or scene.parties.counterpart(verb, asker)
    return Draft(
        "called for",
        "demand",
        0.7,
        noun,
        joined(scene.clause(verb, _subject_before(scene, verb)), consequent),
        _without_case(scene, noun, consequent),
        f"{scene.lemma(verb)} for",
        debtor=debtor,
        creditor=asker,
    )


def _asked_noun(scene: Scene, verb: int) -> int | None:
    """The noun behind "for", or the object of verbs that take one."""
    lemma = scene.lemma(verb)
    for child in scene.clauses.children(verb):
        if (
            child > verb + 1
            and scene.grammar.words[child].deprel.startswith(("obl", "nmod"))
            and scene.clauses.case(child) == "for"
        ):
            return child if lemma in scene.lexicon.calling else None
    if (
        lemma in scene.lexicon.calling
        and scene.grammar.form(min(verb + 1, len(scene.grammar.words) - 1)).lower() == "for"
    ):
        behind = range(verb + 2, min(verb + NOUN_WITHIN, scene.clauses.segment(verb)[1]))
        return next(
            (i for i in behind if scene.grammar.words[i].upos == "NOUN" and scene.grammar.words[i].head == verb), None
        )
    if lemma == "insist":
        on = (c for c in scene.clauses.children(verb) if c > verb and scene.clauses.case(c) in ("on", "upon"))
        return next((c for c in on if scene.grammar.words[c].upos == "NOUN"), None)
    noun = scene.clauses.child(verb, "obj")
    if lemma in WISHING:
        return noun if noun is not None and noun > verb and _is_act(scene, noun) else None
    return noun if lemma in NOUN_VERBS else None


def _is_act(scene: Scene, noun: int) -> bool:
    """Whether a noun is of something that somebody does: "wants an end to the siege"."""
    if scene.lemma(noun) in scene.lexicon.help_nouns | scene.lexicon.promise_nouns | ACTS:
        return any(scene.grammar.words[c].deprel.startswith(("nmod", "det")) for c in scene.clauses.children(noun))
    return False


def _without_case(scene: Scene, noun: int, words: Words) -> Words:
    case = scene.clauses.child(noun, "case")
    return (case + 1, words[1]) if case is not None and words[0] <= case < noun else words


def _bound_by(scene: Scene, words: Words, asker: Mention | None) -> Mention | None:
    """The other side, where what is asked for names it: "a withdrawal by Varnia"."""
    if asker is None:
        return None
    start, end = scene.grammar.words[words[0]].start, scene.grammar.words[words[1] - 1].end
    found = scene.parties.first_within(start, end, scene.parties.side(asker))
    return found if found is not None and scene.parties.same_side(found, asker) is False else None
