"""Universal Dependencies English EWT (CC BY-SA 4.0) and the CC-BY genres of GUM (Zeldes 2017): trees by hand.

EWT is web text: weblogs, newsgroups, e-mail, reviews, answers. GUM adds news, speeches, interviews, essays,
courts, and marks every entity; names among these (entities headed by a proper noun) feed the name head.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from standoff.parse.pieces import feature, pieces_of
from training.example import UNLABELLED, Example

UPOS = ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split()
ENTITIES = {"person": 1, "organization": 3, "place": 5}
# "(44-object-...": opens entity 44; "44)": closes it; "(5-person-...)": one word. Brackets hold parts of broken ones.
BRACKET = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([a-z]+)[^()]*(\))?|(\d+)(?:\[[^\]]*\])?\)")
# Pieces, about: several sentences together, so that the reader learns where one ends; and windows of every length,
# because it places words by their position in the window and must know all positions it will meet.
WINDOWS = (24, 64, 128, 190)


@dataclass
class Sentence:
    """One sentence as the file has it: a column each."""

    forms: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    """Whether white space follows."""
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    opened: list[tuple[str, int, str]] = field(default_factory=list)
    """Entities that have begun and not ended: number, first word, kind."""
    glued: dict[int, bool] = field(default_factory=dict)
    """For words of a surface token of several words, whether white space follows."""
    opens_paragraph: bool = False
    opens_document: bool = False


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of one CoNLL-U file, in order."""
    now = Sentence()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
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
    sentence.spaced.append(sentence.glued.get(at, spaced))
    _entities(sentence, at, cells[9])


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


def names_of(sentence: Sentence) -> list[int]:
    """A label a word for the name head: entities whose head is a proper noun, cut to their proper nouns."""
    labels = [0] * len(sentence.forms)
    for start, stop, label in sentence.entities:
        if label not in ENTITIES:
            continue
        inside = range(start, stop)
        head = next((i for i in inside if sentence.heads[i] not in inside or sentence.heads[i] == i), start)
        if sentence.upos[head] != "PROPN":
            continue
        left, right = head, head + 1
        while left > start and sentence.upos[left - 1] == "PROPN":
            left -= 1
        while right < stop and sentence.upos[right] == "PROPN":
            right += 1
        labels[left:right] = [ENTITIES[label] + 1] * (right - left)
        labels[left] = ENTITIES[label]
    return labels


def read(path: Path, tokenizer: Tokenizer, deprels: list[str], order: random.Random) -> Iterator[Example]:
    """Windows of consecutive sentences of one document, of lengths drawn by ``order``, each sentence whole."""
    held: list[Sentence] = []
    size, room = 0, order.choice(WINDOWS)
    named = "gum" in path.name
    for sentence in sentences(path):
        length = 1 + sum(1 + len(form) // 6 for form in sentence.forms)
        if held and (sentence.opens_document or size + length > room):
            yield _window(held, tokenizer, deprels, named=named)
            held, size, room = [], 0, order.choice(WINDOWS)
        held.append(sentence)
        size += length
    if held:
        yield _window(held, tokenizer, deprels, named=named)


def _window(held: list[Sentence], tokenizer: Tokenizer, deprels: list[str], *, named: bool) -> Example:
    forms: list[str] = []
    features: list[int] = []
    upos: list[int] = []
    heads: list[int] = []
    labels: list[int] = []
    starts: list[int] = []
    names: list[int] = []
    between = "\n\n"
    for sentence in held:
        base = len(forms)
        if sentence.opens_paragraph or sentence.opens_document:
            between = "\n\n"
        for form, spaced in zip(sentence.forms, sentence.spaced, strict=True):
            features.append(feature(form, between))
            between = " " if spaced else ""
        forms += sentence.forms
        upos += [UPOS.index(tag) if tag in UPOS else UNLABELLED for tag in sentence.upos]
        heads += [base + head for head in sentence.heads]
        labels += [deprels.index(label) if label in deprels else UNLABELLED for label in sentence.deprels]
        starts += [1] + [0] * (len(sentence.forms) - 1)
        names += names_of(sentence) if named else [UNLABELLED] * len(sentence.forms)
    pieces = pieces_of(forms, np.array(features, np.int64), tokenizer)
    layers = {
        name: np.array(values, np.int64)
        for name, values in (("upos", upos), ("deprel", labels), ("start", starts), ("name", names))
    }
    return Example(pieces, layers, np.array(heads, np.int64))
