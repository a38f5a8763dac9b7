"""The commitments of one document: threats, promises, demands, red lines, refusals (after Singh 1999)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from standoff.core.records import Commitment, Document, Mention, Study, Why
from standoff.core.span import Span
from standoff.extract.commitments.alternatives import or_else
from standoff.extract.commitments.bindings import bound, weighing
from standoff.extract.commitments.clauses import Clauses, Words
from standoff.extract.commitments.closed import FINAL, closed, none_to_come
from standoff.extract.commitments.conditionals import conditional
from standoff.extract.commitments.conditions import PLAIN, Conditions
from standoff.extract.commitments.deadlines import Deadlines
from standoff.extract.commitments.demands import directed
from standoff.extract.commitments.duties import OBLIGING, bidden, obliged, timely, up_to
from standoff.extract.commitments.futures import STRENGTHS, future
from standoff.extract.commitments.having import READY, has_no, has_until, open_to
from standoff.extract.commitments.hints import kept_open, reserved, warned_of
from standoff.extract.commitments.nouns import bond, demanded, precondition, promised, refusal, threatened
from standoff.extract.commitments.parties import Parties
from standoff.extract.commitments.readiness import arranged, headed, poised
from standoff.extract.commitments.red_lines import red_line, unacceptable
from standoff.extract.commitments.refusals import negated, refusing, said_no
from standoff.extract.commitments.scene import Draft, Scene
from standoff.extract.commitments.settle import settle, trimmed
from standoff.extract.grammar import Grammar
from standoff.lexicon.commitments import CommitmentWords
from standoff.lexicon.lexicon import Lexicon

Rule = Callable[[Scene, int], Draft | None]
SPREADING = ("acted", "bound", "poised", "directed", "promised")
NEGATIONS = ("not", "n't", "n’t", "never")


def find_commitments(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> tuple[Commitment, ...]:
    """Every commitment outside the furniture, in order of place; ``study`` holds all other readings."""
    rules = rules_by_lemma(lexicon.commitments)
    found = [(index, rules[lemma]) for index, lemma in enumerate(grammar.lemmas) if lemma in rules]
    if not found:
        return ()
    scene = _scene(grammar, lexicon, study)
    drafts = [draft for index, tried in found for rule in tried if (draft := rule(scene, index)) is not None]
    drafts += _imperatives(scene, study)
    drafts += [other for draft in drafts for other in joined_deeds(scene, draft)]
    furniture = Furniture(document)
    settled = settle([d for d in drafts if not furniture.meets(trimmed(d.at, grammar))], grammar)
    deadlines = Deadlines(grammar, study.times)
    return tuple(_commitment(draft, scene, deadlines, document) for draft in settled)


@lru_cache(maxsize=1)
def rules_by_lemma(words: CommitmentWords) -> Mapping[str, tuple[Rule, ...]]:
    """The rules that a lemma sets going."""
    table: dict[str, tuple[Rule, ...]] = {}
    lists: Sequence[tuple[Iterable[str], Rule]] = (
        (STRENGTHS, future),
        (OBLIGING, obliged),
        (words.directing, directed),
        (words.binding, bound),
        (words.poised, poised),
        (words.weighing, weighing),
        (words.refusing | words.denying, refusing),
        (words.promise_nouns, promised),
        (words.bond_nouns, bond),
        (words.threat_nouns, threatened),
        (words.demand_nouns, demanded),
        (("line",), red_line),
        (("unacceptable", "intolerable"), unacceptable),
        (("time",), timely),
        (("to",), headed),
        (("to",), arranged),
        (NEGATIONS, negated),
        (PLAIN, conditional),
        (("or",), or_else),
        ((*words.closed_nouns, *FINAL, "negotiable"), closed),
        (("be",), none_to_come),
        (("warn",), warned_of),
        (("reserve",), reserved),
        (("option",), kept_open),
        (words.preconditions, precondition),
        (words.refusal_nouns, refusal),
        ({verb.partition(" ")[0] for verb in words.particled}, refusing),
        (("no",), said_no),
        (("up",), up_to),
        (words.reluctance, has_no),
        (("until", "till", "hour", "day"), has_until),
        (READY, open_to),
    )
    for lemmas, rule in lists:
        for lemma in lemmas:
            table[lemma] = (*table.get(lemma, ()), rule)
    return table


def _scene(grammar: Grammar, lexicon: Lexicon, study: Study) -> Scene:
    clauses = Clauses(grammar)
    types = {event.at.start: event.type for event in study.events}
    return Scene(grammar, clauses, Conditions(clauses), Parties(grammar, lexicon, study), lexicon.commitments, types)


def _imperatives(scene: Scene, study: Study) -> Iterator[Draft]:
    """Imperatives in what is said word for word."""
    done: set[int] = set()
    for attribution in study.attributions:
        for piece in attribution.content:
            for index in scene.grammar.between(piece.start, piece.end):
                if "Mood=Imp" in scene.grammar.words[index].features and index not in done:
                    done.add(index)
                    draft = bidden(scene, index)
                    if draft is not None:
                        yield draft


def joined_deeds(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """The other deeds of one commitment, each a commitment: "will recall its envoy and close the consulate"."""
    if draft.rule not in SPREADING or draft.consequent is None:
        return
    for child in scene.clauses.children(draft.head):
        word = scene.grammar.words[child]
        if word.deprel != "conj" or word.upos != "VERB" or not draft.consequent[0] <= child < draft.consequent[1]:
            continue
        if scene.clauses.child(child, "obj", "obl", "xcomp") is None:
            continue
        words = scene.phrase(child)
        force = draft.force
        if force in ("threat", "promise") and draft.rule != "directed":
            force = scene.weighed(child, words)[0] or force
        yield replace(draft, head=child, at=words, consequent=words, force=force, score=draft.score - 0.1)


class Furniture:
    """What is not the article."""

    def __init__(self, document: Document) -> None:
        """Take a document's furniture, which is sorted and disjoint."""
        self._spans = document.furniture

    def meets(self, place: tuple[int, int]) -> bool:
        """Whether a stretch shares a character with it."""
        before = bisect_left(self._spans, (place[1], place[1]))
        return before > 0 and self._spans[before - 1][1] > place[0]


def _commitment(draft: Draft, scene: Scene, deadlines: Deadlines, document: Document) -> Commitment:
    grammar, parties = scene.grammar, scene.parties
    place = trimmed(draft.at, grammar)
    due = deadlines.of(draft.head, place)
    debtor = parties.standing_for(draft.debtor, draft.head)
    creditor = parties.standing_for(_owed_to(draft, scene), draft.head)
    carrier = parties.carriers.at(grammar.words[draft.head].start)
    return Commitment(
        at=document.span(*place),
        force=draft.force,
        debtor=None if debtor is None else debtor.id,
        creditor=None if creditor is None else creditor.id,
        antecedent=_span(draft.antecedent, grammar, document),
        consequent=_span(_apart(draft.consequent, draft.antecedent), grammar, document),
        strength=draft.strength,
        polarity=draft.polarity,
        deadline=None if due is None else due.when,
        time=None if due is None else due.id,
        relay=parties.carriers.chain(carrier),
        why=Why(f"extract.commitment.{draft.rule.replace(' ', '_')}", draft.score, draft.told, draft.runner_up),
    )


def _owed_to(draft: Draft, scene: Scene) -> Mention | None:
    """The creditor. A promise is owed to whom its own words name; the other side of the document is a guess there."""
    if draft.force != "promise" or draft.consequent is None:
        return draft.creditor
    side = None if draft.debtor is None else scene.parties.side(draft.debtor)
    named = scene.parties.first_within(*trimmed(draft.consequent, scene.grammar), side)
    return None if draft.debtor is not None and scene.parties.same_side(named, draft.debtor) else named


def _apart(consequent: Words | None, antecedent: Words | None) -> Words | None:
    """What is to be without the condition before or behind it; one in its midst stays."""
    if consequent is None or antecedent is None:
        return consequent
    if antecedent[0] <= consequent[0] < antecedent[1] < consequent[1]:
        return antecedent[1], consequent[1]
    if consequent[0] < antecedent[0] < consequent[1] <= antecedent[1]:
        return consequent[0], antecedent[0]
    return consequent


def _span(words: Words | None, grammar: Grammar, document: Document) -> Span | None:
    if words is None:
        return None
    start, end = trimmed(words, grammar)
    return document.span(start, end) if start < end else None
