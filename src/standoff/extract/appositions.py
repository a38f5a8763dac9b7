"""Joins a name and the description set beside it: "Joris Vaal, the defence minister", "the minister, Joris Vaal,"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from standoff.core.records import Mention, Why
from standoff.extract.grammar import Grammar


def join_appositions(mentions: Sequence[Mention], grammar: Grammar) -> list[Mention]:
    """The mentions, with descriptions beside a person's name standing for that name."""
    names = [mention for mention in mentions if mention.form == "name"]
    at = {index: m for m in names for index in grammar.between(m.at.start, m.at.end)}
    return [_joined(mention, grammar, at) for mention in mentions]


def _beside(description: Mention, grammar: Grammar, at: dict[int, Mention]) -> Mention | None:
    """The person's name that the description is in apposition to, in either order, across a comma."""
    core = description.name or description.at
    head = grammar.between(core.start, core.end)[-1]
    word = grammar.words[head]
    others = [word.head] if word.deprel == "appos" else []
    others += [c for c in grammar.children.get(head, ()) if grammar.words[c].deprel == "appos"]
    for other in others:
        named = at.get(other)
        if named is not None and named.type == "person" and not named.at.overlaps(description.at):
            low, high = sorted((named.at, description.at))
            if grammar.text[low.end : high.start].strip() in (",", "–", "—", "("):
                return named
    return None


def _joined(mention: Mention, grammar: Grammar, at: dict[int, Mention]) -> Mention:
    if mention.form != "description" or mention.type != "person":
        return mention
    named = _beside(mention, grammar, at)
    if named is None:
        return mention
    why = Why(mention.why.finder, mention.why.score, f"{mention.why.detail}; beside the name")
    return msgspec.structs.replace(mention, refers=named.id, why=why)
