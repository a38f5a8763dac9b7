"""Make the event head: ``python -m training.event_types DATA [--out FILE] [--folds N]``.

DATA holds ``plover/`` and ``ud/`` as their publishers lay them out. A softmax regression learns PLOVER's types from
sentences with a source and a target, by the words between the two in the tree and those around them. Its features
are lemmas by role, and MiniLM's vectors of the lemmas of each role; the latter's weights are then folded into one
table of scores by lemma and role, for every lemma of the treebanks. ``--folds`` prints how the head does on
sentences it was not trained on, alone and with what the lexicon says of the same words.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from standoff.core.records import Document
from standoff.extract.events.between import words_between
from standoff.extract.events.candidates import find_candidates
from standoff.extract.events.surroundings import ROLES, features_of, surroundings
from standoff.extract.events.typing import lexicon_features
from standoff.extract.grammar import Grammar, grammar_of
from standoff.lexicon.plover import Plover, load_plover
from standoff.parse.reader import load_reader
from training.corpora import plover
from training.encoder import WIDTH
from training.lemma_vectors import vectors_of
from training.lemmas import rows

Floats = npt.NDArray[np.float32]
OUT = Path("src/standoff/resources/event_types.npz")
# Swept in five folds on the training sentences: the weights of lemmas (.35 to 1), vectors (1 to 2) and what the
# lexicon says (.2 to .7) as inputs, and the inverse regularisation (3 to 30). Between the better ones the macro F1
# differs by less than a point.
LEMMAS, VECTORS, LEXICON, INVERSE = 0.7, 1.5, 0.5, 10.0
SEEN = 2  # times a lemma must stand in the treebanks to have rows of its own
SEED = 20211207


class Sample(NamedTuple):
    """A sentence as the head sees it."""

    type: str
    around: tuple[dict[str, list[str]], ...]
    """What stands around each word between source and target."""
    told: tuple[str, ...]
    """The features that say what the lexicon makes of these words, in their order in the sentence."""


class Columns(NamedTuple):
    """The matrices of all samples: lemmas in their roles, vectors of the roles, what the lexicon says."""

    names: list[str]
    rarity: Floats
    lemmas: csr_matrix
    vectors: csr_matrix
    lexicon_names: list[str]
    lexicon: csr_matrix

    def all(self, *, with_lexicon: bool = True) -> csr_matrix:
        """Side by side."""
        parts = (self.lemmas, self.vectors, self.lexicon) if with_lexicon else (self.lemmas, self.vectors)
        return csr_matrix(hstack(parts))


def samples_of(path: Path) -> list[Sample]:
    """Read and parse a file of sentences."""
    reader, lexicon = load_reader(), load_plover()
    found = []
    for sentence in plover.read(path):
        document = Document(path=sentence.id, text=sentence.text)
        grammar = grammar_of(document.text, reader(document))
        words = words_between(grammar, sentence.source_spans, sentence.target_spans)
        around = tuple(surroundings(grammar, word) for word in words)
        found.append(Sample(sentence.event, around, _told(grammar, lexicon, words)))
    return found


def _told(grammar: Grammar, lexicon: Plover, words: Sequence[int]) -> tuple[str, ...]:
    between = set(words)
    found = [c for c in find_candidates(grammar, lexicon) if c.head in between or c.first in between]
    return tuple(lexicon_features([candidate.kind for candidate in found]))


def columns_of(samples: Sequence[Sample], vectors: dict[str, Floats]) -> Columns:
    """The matrices; a feature's weight is the mean over the words between, times its rarity."""
    bags = [_bag(sample) for sample in samples]
    counts = Counter(name for bag in bags for name in bag)
    names = sorted(counts)
    rarity = np.array([np.log(len(samples) / counts[name]) / np.log(len(samples)) for name in names], np.float32)
    told = sorted({name for sample in samples for name in sample.told})
    dense = np.stack([_dense(sample, vectors) for sample in samples]).reshape(len(samples), -1)
    return Columns(
        names,
        rarity,
        csr_matrix(_matrix(bags, names).multiply(LEMMAS * rarity)),
        csr_matrix(VECTORS * dense),
        told,
        LEXICON * _matrix([dict.fromkeys(sample.told, 1.0) for sample in samples], told),
    )


def _bag(sample: Sample) -> dict[str, float]:
    bag: dict[str, float] = defaultdict(float)
    for around in sample.around:
        for name, weight in features_of(around):
            bag[name] += weight / len(sample.around)
    return dict(bag)


def _dense(sample: Sample, vectors: dict[str, Floats]) -> Floats:
    """(roles, width): of each role the vectors of its lemmas, weighted as the lemmas are."""
    found = np.zeros((len(ROLES), WIDTH), np.float32)
    for around in sample.around:
        for role, lemmas in around.items():
            total = np.sum([vectors[lemma] for lemma in lemmas], 0)
            found[ROLES.index(role)] += total * len(lemmas) ** -0.5 / len(sample.around)
    return found


def _matrix(bags: Sequence[dict[str, float]], names: Sequence[str]) -> csr_matrix:
    index = {name: column for column, name in enumerate(names)}
    cells = [(row, index[name], weight) for row, bag in enumerate(bags) for name, weight in bag.items()]
    at, columns, weights = zip(*cells, strict=True)
    return csr_matrix((weights, (at, columns)), (len(bags), len(names)), dtype=np.float32)


def fit(inputs: csr_matrix, types: npt.NDArray[np.str_]) -> LogisticRegression:
    """Softmax regression; rare types weigh as much as frequent ones, as in the macro F1."""
    model = LogisticRegression(C=INVERSE, max_iter=2000, class_weight="balanced")
    return model.fit(inputs, types)


def folded(columns: Columns, model: LogisticRegression, vectors: dict[str, Floats]) -> dict[str, Floats]:
    """One row of scores a feature: its own weight, and for each lemma in each role what its vector adds."""
    weight = np.asarray(model.coef_, np.float32)
    first, second = len(columns.names), len(columns.names) + len(ROLES) * WIDTH
    own = dict(zip(columns.names, (weight[:, :first] * LEMMAS * columns.rarity).T, strict=True))
    by_role = VECTORS * weight[:, first:second].reshape(-1, len(ROLES), WIDTH)
    for number, role in enumerate(ROLES):
        scores = np.stack(list(vectors.values())) @ by_role[:, number].T
        for lemma, row in zip(vectors, scores, strict=True):
            own[f"{role} {lemma}"] = own.get(f"{role} {lemma}", np.float32(0)) + row
    own.update(zip(columns.lexicon_names, LEXICON * weight[:, second:].T, strict=True))
    return own


def write(path: Path, table: dict[str, Floats], model: LogisticRegression) -> None:
    """In 8 bits with a scale a row. The same table always gives the same bytes."""
    names = sorted(table)
    values = np.stack([table[name] for name in names])
    scale = np.maximum(np.abs(values).max(1), 1e-8) / 127
    np.savez_compressed(
        path,
        types=_lines(model.classes_),
        features=_lines(names),
        rows=np.round(values / scale[:, None]).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
    )


def _lines(names: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def vocabulary(data: Path, samples: Sequence[Sample], lexicon: Plover) -> list[str]:
    """The lemmas that get rows: those of the sentences, of the lexicon, and all that treebanks have more than once."""
    counts = Counter(
        f"{row.lemma.lower()} {'v' if row.upos in ('VERB', 'AUX') else 'n'}"
        for path in sorted((data / "ud").glob("*-train.conllu"))
        for row in rows(path)
        if row.lemma.replace("-", "").isalpha() and row.upos not in ("PROPN", "X")
    )
    frequent = {lemma for lemma, count in counts.items() if count >= SEEN}
    own = {lemma for sample in samples for around in sample.around for lemmas in around.values() for lemma in lemmas}
    listed = {*(f"{verb} v" for verb in lexicon.verbs), *(f"{noun} n" for noun in lexicon.nouns)}
    return sorted(frequent | own | listed)


def show_folds(samples: Sequence[Sample], columns: Columns, folds: int) -> None:
    """Print macro F1 and accuracy over ``folds`` folds, by the head alone and with the lexicon."""
    types = np.array([sample.type for sample in samples])
    for name, with_lexicon in (("head alone", False), ("head and lexicon", True)):
        inputs = columns.all(with_lexicon=with_lexicon)
        given = np.empty_like(types)
        for train, test in StratifiedKFold(folds, shuffle=True, random_state=SEED).split(types, types):
            given[test] = fit(inputs[train], types[train]).predict(inputs[test])
        macro = f1_score(types, given, average="macro")
        print(f"{name:18} macro F1 {100 * macro:.1f}  accuracy {100 * (given == types).mean():.1f}", flush=True)
    alone = np.array([sample.told[0].partition(" ")[2] if sample.told else "" for sample in samples])
    macro = f1_score(types, alone, average="macro", labels=sorted(set(types)))
    print(f"{'lexicon alone':18} macro F1 {100 * macro:.1f}  accuracy {100 * (alone == types).mean():.1f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT, help="where the table goes")
    parser.add_argument("--folds", type=int, help="measure in so many folds, and write nothing")
    options = parser.parse_args()
    samples = samples_of(options.data / "plover" / "plv-train.jsonl")
    lemmas = vocabulary(options.data, samples, load_plover())
    print(f"{len(samples)} sentences, {len(lemmas)} lemmas", flush=True)
    vectors = dict(zip(lemmas, vectors_of(lemmas), strict=True))
    columns = columns_of(samples, vectors)
    if options.folds:
        show_folds(samples, columns, options.folds)
        return
    model = fit(columns.all(), np.array([sample.type for sample in samples]))
    write(options.out, folded(columns, model, vectors), model)


if __name__ == "__main__":
    main()
