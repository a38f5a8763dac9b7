"""Existing libraries on the same texts: ``python benchmarks/existing.py FILE... [--limit N] [--json]``.

Each FILE is CoNLL-U; the libraries are given its raw text, as the reader is. Only what the registry installs
without a further download is used: pysbd for sentences, spaCy's rules for English words (no model), TextBlob's
pattern tagger for word classes, simplemma for lemmas. They have no trees, no attributions and no features
without a model that is fetched apart. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from agreement import agreement, scores
from conllu import Gold, unseen
from standoff.core.parse import Parse, Word
from standoff.core.records import Document
from table import Row, as_json, lines

NEEDED = ("pysbd", "simplemma", "spacy", "textblob")
ADVICE = f"not installed: pip install {' '.join(NEEDED)}"
CLASSES = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "LS": "X", "MD": "AUX",
    "PDT": "DET", "POS": "PART", "SYM": "SYM", "UH": "INTJ", "WDT": "PRON", "WRB": "ADV",
}  # fmt: skip
"""Universal classes of the tagger's classes (Penn Treebank), after the guidelines' own table."""
BEGINNINGS = {
    "JJ": "ADJ", "NNP": "PROPN", "NN": "NOUN", "PRP": "PRON", "RB": "ADV", "RP": "ADP", "VB": "VERB", "WP": "PRON",
}  # fmt: skip
FORMS_OF_BE = frozenset("am are be been being is was were 's 'm 're ’s ’m ’re".split())


class Libraries(NamedTuple):
    """What is called of each library."""

    sentences: Any
    words: Any
    tag: Any
    lemmas: Any


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, help="only the first N documents of each file")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = list(rows(options.files, options.limit))
    print(json.dumps(as_json(found)) if options.json else "\n".join(lines(found)))
    if not found:
        print(ADVICE)


def rows(files: Iterable[Path], limit: int | None) -> Iterator[Row]:
    """One row a file; none where a library is missing."""
    libraries = load()
    if libraries is None:
        return
    for file in files:
        golds = unseen(file)[:limit]
        yield Row("existing libraries, raw text", file.stem, measure(golds, libraries))


def load() -> Libraries | None:
    """The libraries, or ``None`` where one is missing."""
    try:
        pysbd, simplemma, spacy, tagging = map(import_module, (*NEEDED[:3], "textblob.en"))
    except ModuleNotFoundError:
        return None
    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return Libraries(segmenter.segment, spacy.blank("en").tokenizer, tagging.tag, simplemma.lemmatize)


def measure(golds: Iterable[Gold], libraries: Libraries) -> dict[str, float | None]:
    """Agreement with the gold in percent, and words a second on one core."""
    counts = agreement((), ())
    seconds = 0.0
    for gold in golds:
        began = time.perf_counter()
        parse = read(Document(path=gold.id, text=gold.text), libraries)
        seconds += time.perf_counter() - began
        counts.update(agreement(gold.words, parse.words))
    speed = round(counts["words found"] / seconds) if seconds else None
    return scores(counts) | {"words a second": speed}


def read(document: Document, libraries: Libraries) -> Parse:
    """What the libraries make of a document, paragraph by paragraph; no trees, no names."""
    words: list[Word] = []
    number = at = 0
    for paragraph in document.text.split("\n\n"):
        for sentence in libraries.sentences(paragraph):
            words += _sentence(sentence.sent, at + sentence.start, number, libraries)
            number += 1
        at += len(paragraph) + 2
    return Parse("", tuple(words), (), ())


def _sentence(text: str, at: int, number: int, libraries: Libraries) -> Iterator[Word]:
    tokens = [token for token in libraries.words(text) if not token.is_space]
    tags = libraries.tag(" ".join(token.text for token in tokens), tokenize=False)
    told = [tag for _, tag in tags] if len(tags) == len(tokens) else [""] * len(tokens)
    for token, tag, after in zip(tokens, told, [*told[1:], ""], strict=True):
        start = at + token.idx
        upos, lemma = universal(token.text, tag, after), libraries.lemmas(token.text, lang="en")
        yield Word(start, start + len(token.text), number, upos, 0, "", lemma=lemma)


def universal(form: str, tag: str, after: str) -> str:
    """The universal class of a word from its class in the Penn Treebank, and the next word's."""
    if form.lower() in FORMS_OF_BE and tag.startswith("VB"):
        return "AUX"
    if form.lower() in ("not", "n't", "n’t"):
        return "PART"
    if not any(letter.isalnum() for letter in form):
        return "SYM" if tag in ("SYM", "$", "#") else "PUNCT"
    if tag == "TO":
        return "PART" if after.startswith("VB") else "ADP"
    first = next((upos for start, upos in BEGINNINGS.items() if tag.startswith(start)), "X")
    return CLASSES.get(tag, first)


if __name__ == "__main__":
    main()
