"""How far two readings of one text agree, word by word, as the CoNLL 2018 shared task counts it.

Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies".
A word is right when its ends are; its class, features, lemma and head count only then. The head is right when
it is the same word. A sentence is right when both its ends are. All are F1; where the words are given they
are accuracies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from standoff.core.parse import Word

MEASURES = ("words", "sentences", "UPOS", "features", "lemma", "UAS", "LAS", "LAS coarse")
"""In LAS a label counts with its subtype ("nsubj:pass"), in LAS coarse without, which is the shared task's LAS."""
UNSAID = "_"  # a gold lemma of this says nothing, and any is right


def agreement(gold: Sequence[Word], found: Sequence[Word]) -> Counter[str]:
    """Counts of right, found and gold for every measure, to be added up over documents."""
    place = {(word.start, word.end): index for index, word in enumerate(found)}
    pairs = {i: place[word.start, word.end] for i, word in enumerate(gold) if (word.start, word.end) in place}
    counts = Counter({f"{name} right": 0 for name in MEASURES})
    for i, j in pairs.items():
        counts.update(f"{name} right" for name in _right(gold[i], found[j], pairs.get(gold[i].head) == found[j].head))
    ours, theirs = sentences(found), sentences(gold)
    counts["sentences right"] = len(ours & theirs)
    counts["sentences found"], counts["sentences gold"] = len(ours), len(theirs)
    counts["words found"], counts["words gold"] = len(found), len(gold)
    counts["features said"] = sum(bool(word.features) for word in found)
    counts["lemma said"] = sum(bool(word.lemma) for word in found)
    counts["UAS said"] = sum(bool(word.deprel) for word in found)
    counts["UPOS said"] = sum(bool(word.upos) for word in found)
    return counts


def _right(gold: Word, found: Word, head: bool) -> list[str]:
    label = head and gold.deprel == found.deprel
    coarse = head and gold.deprel.partition(":")[0] == found.deprel.partition(":")[0]
    lemma = gold.lemma in (found.lemma, UNSAID)
    kinds = {"UPOS": gold.upos == found.upos, "features": gold.features == found.features, "lemma": lemma}
    return ["words", *(name for name, same in kinds.items() if same), *_tree(head, label, coarse)]


def _tree(head: bool, label: bool, coarse: bool) -> list[str]:
    return ["UAS"] * head + ["LAS"] * label + ["LAS coarse"] * coarse


def sentences(words: Sequence[Word]) -> set[tuple[int, int]]:
    """The ends of each sentence."""
    parts = (list(part) for _, part in groupby(words, key=lambda word: word.sentence))
    return {(part[0].start, part[-1].end) for part in parts}


def scores(counts: Counter[str]) -> dict[str, float | None]:
    """Each measure in percent; ``None`` for what the reading says of no word at all."""
    return {name: _score(counts, name) for name in MEASURES}


def _score(counts: Counter[str], name: str) -> float | None:
    said = {"LAS": "UAS", "LAS coarse": "UAS"}.get(name, name)
    if counts["words found"] and not counts.get(f"{said} said", 1):
        return None
    unit = "sentences" if name == "sentences" else "words"
    total = counts[f"{unit} found"] + counts[f"{unit} gold"]
    return 200 * counts[f"{name} right"] / total if total else 0.0
