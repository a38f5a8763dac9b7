"""Threats by hint: "warned of tariffs", "all options remain on the table", "reserves the right to"."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.commitments.scene import Draft, Scene, joined


def warned_of(scene: Scene, verb: int) -> Draft | None:
    """As in "warned of retaliation": what only the one who warns can bring."""
    if scene.grammar.words[verb].upos != "VERB" or scene.clauses.is_passive(verb) or scene.clauses.is_negated(verb):
        return None
    harms = scene.lexicon.harm_nouns | scene.lexicon.fallout
    of_what = (c for c in scene.clauses.children(verb) if c > verb and scene.clauses.case(c) in ("of", "with"))
    noun = next((c for c in of_what if scene.lemma(c) in harms), None)
    party = scene.parties.doer(scene.clauses.subject(verb), verb)
    if noun is None or party is None:
        return None
    consequent = scene.clauses.reach(noun, (verb + 1, scene.limits(verb)[1]))
    subject = scene.clauses.child(verb, "nsubj")
    whole = joined(scene.clause(verb, subject if subject is not None and subject < verb else None), consequent)
    condition = scene.conditions.of(noun, consequent) or scene.conditions.of(verb, whole)
    told = f"warn of {scene.lemma(noun)}"
    draft = Draft("warned of", "threat", 0.6, noun, joined(whole, condition), consequent, told, debtor=party)
    return replace(draft, antecedent=condition, creditor=scene.parties.counterpart(verb, party))


def reserved(scene: Scene, verb: int) -> Draft | None:
    """As in "reserves the right to respond"."""
    right = scene.clauses.child(verb, "obj")
    party = scene.parties.doer(scene.clauses.subject(verb), verb)
    if right is None or party is None or scene.lemma(right) != "right":
        return None
    deed = scene.clauses.infinitive(right) or scene.clauses.infinitive(verb)
    if deed is None:
        return None
    consequent = scene.phrase(deed)
    whole = joined(scene.clause(verb, scene.clauses.child(verb, "nsubj")), consequent)
    force = scene.weighed(deed, consequent)[0] or "threat"
    draft = Draft(
        "reserved", force, 0.65, deed, whole, consequent, "reserve the right to", debtor=party, strength="may"
    )
    return replace(draft, creditor=scene.parties.counterpart(verb, party))


def kept_open(scene: Scene, option: int) -> Draft | None:
    """As in "All options are on the table"."""
    verb = scene.grammar.words[option].head
    own = scene.parties.own(option)
    every = {scene.grammar.form(c).lower() for c in scene.clauses.children(option)} & {
        "all",
        "every",
        "military",
        "any",
    }
    behind = range(option + 1, min(option + 8, scene.clauses.segment(option)[1]))
    on_table = any(scene.lemma(i) in ("table", "open") for i in behind)
    if not every or own is None or not on_table or scene.clauses.is_negated(verb):
        return None
    clause = scene.clause(verb, option)
    draft = Draft("kept open", "threat", 0.55, verb, clause, clause, "options open", debtor=own, strength="may")
    return replace(draft, creditor=scene.parties.counterpart(option, own))
