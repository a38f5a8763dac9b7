"""Make the table of word vectors: ``python -m training.word_vectors DATA [--out FILE]``.

DATA holds ``ud/`` as its publishers lay it out. The treebanks and the lexicon of event words only give the list of
words and their forms; each lemma's vector is MiniLM's for the bare word. The mean and the directions that all words
share are taken off (Mu and Viswanath 2018), what is left is cut to the widest directions and stored in 8 bits.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from standoff.lexicon.plover import Plover, load_plover
from training.forms import further_words, irregular_forms, regular_forms
from training.lemma_vectors import vectors_of
from training.lemmas import rows

Floats = npt.NDArray[np.float32]
OUT = Path("src/standoff/resources/word_vectors.npz")
OPEN = ("NOUN", "VERB", "ADJ", "ADV")
WIDTH = 64
SHORT = 3  # letters
SHARED = 1
"""Directions that all words share, which are taken off."""
Votes = dict[str, Counter[str]]


def lemmas_by_form(data: Path, plover: Plover) -> dict[str, str]:
    """Forms in small letters to the lemma they most often have; of equals the first by the alphabet."""
    votes: Votes = defaultdict(Counter)
    for path in sorted((data / "ud").glob("*-train.conllu")):
        for row in rows(path):
            if row.upos in OPEN and _is_word(row.form) and _is_word(row.lemma) and not row.typo:
                votes[row.form.lower()][row.lemma.lower()] += 4
    _add_made_up(votes, plover)
    return {form: max(sorted(seen), key=seen.__getitem__) for form, seen in sorted(votes.items())}


def _add_made_up(votes: Votes, plover: Plover) -> None:
    """The lexicon's words, the listed irregular forms, and the regular forms of every lemma; one vote each."""
    for form, _, _, lemma in irregular_forms():
        votes[form][lemma] += 1
    listed = (*plover.verbs, *plover.nouns, *(word for word, _ in further_words()))
    lemmas = {lemma for seen in votes.values() for lemma in seen} | {word for word in listed if _is_word(word)}
    inflected = {form for lemma in lemmas for form in _made_up(lemma)} | set(votes)
    for lemma in sorted(lemmas | {word for word in _pieces() if word not in inflected}):
        votes[lemma][lemma] += 2
        for form in _made_up(lemma):
            if form not in votes or lemma not in votes[form]:
                votes[form][lemma] += 1


def _made_up(lemma: str) -> set[str]:
    """What a regular verb or noun would have for forms."""
    return {form for form, _, _, _ in chain(regular_forms(lemma, "VERB"), regular_forms(lemma, "NOUN"))}


def _pieces() -> list[str]:
    """The whole words of MiniLM's own vocabulary; short ones are mostly no words."""
    names = json.loads((files("standoff") / "parse" / "weights" / "tokenizer.json").read_text(encoding="utf-8"))
    return sorted(word for word in names["model"]["vocab"] if _is_word(word) and len(word) > SHORT)


def _is_word(text: str) -> bool:
    return text.isascii() and text.replace("-", "").isalpha() and 1 < len(text) < 25


def reduced(vectors: Floats, width: int) -> Floats:
    """Without the mean and the shared directions, in the ``width`` widest directions left; each of length 1."""
    centred = vectors - vectors.mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    kept = centred @ directions[SHARED : SHARED + width].T
    return np.asarray(kept / np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-8), np.float32)


def write(path: Path, lemma_of: dict[str, str], lemmas: list[str], vectors: Floats) -> None:
    """Rows in 8 bits by lemma, and the row of each form. The same table always gives the same bytes."""
    row = {lemma: number for number, lemma in enumerate(lemmas)}
    kept = {form: row[lemma] for form, lemma in sorted(lemma_of.items())}
    np.savez_compressed(
        path,
        forms=_lines(kept),
        lemmas=_lines(lemmas),
        rows=np.array(list(kept.values()), np.int32),
        vectors=np.round(vectors / np.abs(vectors).max() * 127).astype(np.int8),
    )


def _lines(names: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT, help="where the table goes")
    options = parser.parse_args()
    lemma_of = lemmas_by_form(options.data, load_plover())
    lemmas = sorted(set(lemma_of.values()))
    print(f"{len(lemma_of)} forms of {len(lemmas)} lemmas", flush=True)
    write(options.out, lemma_of, lemmas, reduced(vectors_of([f"{lemma} n" for lemma in lemmas]), WIDTH))


if __name__ == "__main__":
    main()
