"""What the names of rules and heads mean, for whoever asks why a reading was made, and where each is kept."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Finder(msgspec.Struct, frozen=True):
    """A rule or a head of the reader."""

    says: str
    """What it goes by, to be read after "found by"."""
    files: tuple[str, ...]
    """Where its rules and its words are, in the package: files, or folders of them."""


EVENT_FILES = (
    "extract/events",
    "resources/plover.yaml",
    "resources/factuality.yaml",
    "resources/event_types.npz",
)

FINDERS: Mapping[str, Finder] = {
    "reader.names": Finder("the reader's head for names", ("parse/readings.py", "extract/names.py")),
    "reader.attribution": Finder(
        "the reader's heads for source, cue and content", ("parse/cueing.py", "extract/attributions.py")
    ),
    "lexicon.states": Finder("the list of states", ("extract/states.py", "resources/states.yaml")),
    "extract.states": Finder("the rule for states by their form", ("extract/states.py", "resources/states.yaml")),
    "lexicon.bodies": Finder("the list of bodies", ("extract/names.py", "resources/bodies.yaml")),
    "lexicon.nouns": Finder(
        "the list of nouns for persons and bodies", ("extract/descriptions.py", "resources/nouns.yaml")
    ),
    "extract.pronouns": Finder("the rule for pronouns", ("extract/pronouns.py", "extract/references.py")),
    "extract.sources": Finder(
        "the rule that whoever is said to say something is a source", ("extract/sources.py", "resources/cues.yaml")
    ),
    "extract.partial": Finder(
        "the rule for quotation marks around a part of a sentence",
        ("extract/partial_quotes.py", "resources/cues.yaml"),
    ),
    "extract.continued": Finder(
        "the rule for quotations that go on after their cue", ("extract/attributions.py", "extract/quotations.py")
    ),
    "times": Finder("the rules for time expressions", ("extract/times", "resources/times.yaml")),
    "extract.event.lexicon": Finder("the lexicon of events", EVENT_FILES),
    "extract.event.both": Finder("the lexicon of events, and the event head by itself agrees", EVENT_FILES),
    "figures": Finder("the rules for figures", ("extract/figures", "resources/quantities.yaml")),
    "extract.commitment": Finder("the rules for commitments", ("extract/commitments", "resources/commitments.yaml")),
    "resolve.actors": Finder("the rules that join names", ("resolve/actors", "resources/names.yaml")),
    "resolve.topics": Finder("the comparison of whole documents", ("resolve/topics",)),
    "resolve.happenings": Finder("the rules that merge events", ("resolve/happenings",)),
    "resolve.measures": Finder("the rules for figures of one thing", ("resolve/measures", "resources/measures.yaml")),
    "resolve.obligations": Finder(
        "the rules that merge commitments and move their status", ("resolve/obligations", "resources/deeds.yaml")
    ),
    "resolve.scenario": Finder("the ledger with one more event", ("resolve/scenario", "resources/deeds.yaml")),
    "resolve.readouts": Finder("the comparison of two sides' accounts", ("resolve/readouts",)),
    "resolve.discrepancies": Finder("the checks of accounts against each other", ("resolve/discrepancies",)),
    "resolve.timeline": Finder("the rules that weigh days", ("resolve/timeline",)),
    "resolve.dating": Finder("the rules that date documents by others", ("resolve/dating",)),
    "resolve.utterances": Finder("the rules that compare wordings", ("resolve/utterances",)),
}


def finder_of(name: str) -> Finder | None:
    """What a finder's name means, or that of its family: what stands before a colon, or before its last dot.

    ``None`` for one that is not known.
    """
    if name in FINDERS:
        return FINDERS[name]
    if ": " in name:
        family, _, rule = name.partition(": ")
    else:
        family, _, rule = name.rpartition(".")
        rule = f"rule “{rule.replace('_', ' ')}”"
    known = FINDERS.get(family)
    return None if known is None else Finder(f"{known.says}, {rule}", known.files)
