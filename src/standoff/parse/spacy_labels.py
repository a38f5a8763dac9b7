"""Our labels and spaCy's: what a name is called on either side, and under which keys attributions are kept.

It knows no spaCy: words only.
"""

from __future__ import annotations

NAME, SOURCE, CUE, CONTENT = "name", "source", "cue", "content"
"""The keys of a document's span groups: all names, and the three parts of attributions."""
SCORE, DEPTH = "score", "depth"
"""The keys of a group's ``attrs``: tables from the id of a span to what our record says beside its place."""

ENTITIES = {"person": "PERSON", "organization": "ORG", "location": "LOC", "misc": "MISC"}
"""Our names as spaCy's entities. displaCy has colours of its own for all of these but MISC. A location is LOC and not
GPE: our reader does not tell a country from a sea."""

NAMES = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "ORGANIZATION": "organization",
    "LOC": "location",
    "LOCATION": "location",
    "GPE": "location",
    "FAC": "location",
    "FACILITY": "location",
    "MISC": "misc",
    "NORP": "misc",
    "EVENT": "misc",
    "LANGUAGE": "misc",
    "LAW": "misc",
    "PRODUCT": "misc",
    "WORK_OF_ART": "misc",
}
"""spaCy's entities (OntoNotes, CoNLL 2003, Universal NER) as our names. What is missing is no name: dates, amounts."""

FEATURES = frozenset("Tense Mood VerbForm Person Number Polarity Voice".split())
"""The features that a word of ours has."""

RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
"""The relations of Universal Dependencies, version 2, without their subtypes."""


def name_of(entity: str) -> str | None:
    """What we call a name that spaCy labels so; ``None`` where it is none of the four."""
    return NAMES.get(entity.upper())


def features_of(morphology: str) -> str:
    """The features we keep of a word's, both as a CoNLL-U file writes them."""
    return "|".join(pair for pair in morphology.split("|") if pair.partition("=")[0] in FEATURES)
