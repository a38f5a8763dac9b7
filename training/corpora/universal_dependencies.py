"""Universal Dependencies English EWT (CC BY-SA 4.0) and the CC-BY genres of GUM (Zeldes 2017): trees by hand.

EWT is web text: weblogs, newsgroups, e-mail, reviews, answers. GUM adds news, speeches, interviews, essays,
courts, and marks every entity; names among these (entities headed by a proper noun) feed the name head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from standoff.parse.pieces import Vocabulary, pieces_of, space_of
from training.corpora.proper_names import names_of, proper_of
from training.example import UNLABELLED, Example, Ints

UPOS = ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split()
FEATURES = ("Mood", "Number", "Person", "Polarity", "Tense", "VerbForm", "Voice")
# "(44-object-...": opens entity 44; "44)": closes it; "(5-person-...)": one word. Brackets hold parts of broken ones.
BRACKET = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([a-z]+)[^()]*(\))?|(\d+)(?:\[[^\]]*\])?\)")


@dataclass
class Sentence:
    """One sentence as the file has it: a column each."""

    forms: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    """Those of ``FEATURES``, as the file writes them."""
    spaced: list[bool] = field(default_factory=list)
    """Whether white space follows."""
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    opened: list[tuple[str, int, str]] = field(default_factory=list)
    """Entities that have begun and not ended: number, first word, kind."""
    glued: dict[int, bool] = field(default_factory=dict)
    """For words of a surface token of several words, whether white space follows."""
    opens_paragraph: bool = False
    opens_document: bool = False
    document: str = ""


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of one CoNLL-U file, in order."""
    now = Sentence()
    document = ""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = line.partition("=")[2].strip() if line.startswith("# newdoc") else document
            now.document = document
            now.opens_document |= line.startswith("# newdoc")
            now.opens_paragraph |= line.startswith("# newpar")
            if line.strip():
                _add(now, line.rstrip("\n"))
            elif now.forms:
                yield now
                now = Sentence()
    if now.forms:
        yield now


def _add(sentence: Sentence, line: str) -> None:
    cells = line.split("\t")
    if line.startswith("#") or "." in cells[0]:
        return
    spaced = "SpaceAfter=No" not in cells[9]
    if "-" in cells[0]:  # a surface token of several words ("didn't"): its words are glued, its space is the last one's
        first, last = map(int, cells[0].split("-"))
        sentence.glued.update(dict.fromkeys(range(first - 1, last - 1), False) | {last - 1: spaced})
        return
    at = len(sentence.forms)
    sentence.forms.append(cells[1])
    sentence.upos.append(cells[3])
    sentence.heads.append(int(cells[6]) - 1 if cells[6] != "0" else at)
    sentence.deprels.append(cells[7])
    sentence.lemmas.append(cells[2])
    sentence.features.append(features_of(cells[5]))
    sentence.spaced.append(sentence.glued.get(at, spaced))
    _entities(sentence, at, cells[9])


def held_out(path: Path) -> set[str]:
    """The documents of the dev and test files beside a training file: some releases have a few of them in both."""
    found: set[str] = set()
    for other in (path.with_name(path.name.replace("-train", f"-{part}")) for part in ("dev", "test")):
        if other != path and other.exists():
            found |= {sentence.document for sentence in sentences(other)}
    return found


def features_of(cell: str) -> str:
    """The features that the reader learns out of a FEATS column, "" if there are none."""
    return "|".join(part for part in cell.split("|") if part.split("=")[0] in FEATURES)


def _entities(sentence: Sentence, at: int, misc: str) -> None:
    cell = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for opened, kind, single, closed in BRACKET.findall(cell):
        if single:
            sentence.entities.append((at, at + 1, kind))
        elif opened:
            sentence.opened.append((opened, at, kind))
        else:
            found = [item for item in sentence.opened if item[0] == closed][-1:]
            for number, start, label in found:
                sentence.opened.remove((number, start, label))
                sentence.entities.append((start, at + 1, label))


def labels_of(paths: Sequence[Path], least: int = 5) -> dict[str, list[str]]:
    """The dependency labels and the sets of features seen at least ``least`` times, most frequent first."""
    seen: dict[str, Counter[str]] = {"deprels": Counter(), "features": Counter()}
    for path in paths:
        for sentence in sentences(path):
            seen["deprels"].update(sentence.deprels)
            seen["features"].update(sentence.features)
    found = {
        name: sorted((label for label in counts if counts[label] >= least), key=lambda one: (-counts[one], one))
        for name, counts in seen.items()
    }
    return found | {"upos": list(UPOS)}


def read(path: Path, vocabulary: Vocabulary, labels: dict[str, list[str]]) -> Iterator[Example]:
    """Every document of a CoNLL-U file as one example, in file order; none that is held out."""
    held: list[Sentence] = []
    elsewhere = held_out(path)
    for sentence in sentences(path):
        if sentence.document in elsewhere:
            continue
        if held and sentence.document != held[-1].document:
            yield _example(held, vocabulary, labels, named="gum" in path.name)
            held = []
        held.append(sentence)
    if held:
        yield _example(held, vocabulary, labels, named="gum" in path.name)


def _example(held: list[Sentence], vocabulary: Vocabulary, labels: dict[str, list[str]], *, named: bool) -> Example:
    forms = [form for sentence in held for form in sentence.forms]
    pieces = pieces_of(forms, np.array(_spacing(held), np.int64), vocabulary)
    names = [label for sentence in held for label in (names_of(sentence) if named else proper_of(sentence))]
    layers = {
        "upos": _numbers((tag for sentence in held for tag in sentence.upos), labels["upos"]),
        "features": _numbers((one for sentence in held for one in sentence.features), labels["features"]),
        "deprel": _numbers((label for sentence in held for label in sentence.deprels), labels["deprels"]),
        "start": np.array([int(at == 0) for sentence in held for at in range(len(sentence.forms))], np.int64),
        "name" if named else "proper": np.array(names, np.int64),
    }
    return Example(pieces, layers, np.array(_heads(held), np.int64))


def _numbers(found: Iterable[str], known: list[str]) -> Ints:
    index = {label: number for number, label in enumerate(known)}
    return np.array([index.get(label, UNLABELLED) for label in found], np.int64)


def _spacing(held: list[Sentence]) -> list[int]:
    """What stands before every word."""
    found: list[int] = []
    between = "\n\n"
    for sentence in held:
        if sentence.opens_paragraph or sentence.opens_document:
            between = "\n\n"
        for spaced in sentence.spaced:
            found.append(space_of(between))
            between = " " if spaced else ""
    return found


def _heads(held: list[Sentence]) -> list[int]:
    """The heads as indices into the whole document."""
    found: list[int] = []
    for sentence in held:
        base = len(found)
        found += [base + head for head in sentence.heads]
    return found
