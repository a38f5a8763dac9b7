"""The reader: a document in, its parse out. One pass over the text, one more over each content by itself."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from standoff.core.parse import Cued, Name, Parse, Piece, Word
from standoff.core.records import Document
from standoff.parse.cueing import Found, attributions_of
from standoff.parse.network import Signals, Weights, load_weights, run
from standoff.parse.pieces import features, load_tokenizer, pieces_of
from standoff.parse.tagging import runs_of
from standoff.parse.trees import heads_of, labels_of, sentence_numbers
from standoff.parse.words import split_words

NAMES = ("person", "organization", "location", "misc")
SHORTEST = 6  # words: a shorter content cannot hold an attribution of its own worth a second pass
Offsets = list[tuple[int, int]]


class Reader:
    """Holds the weights; call it with a document. Pure: the same text gives the same parse."""

    def __init__(self, weights: Weights, tokenizer: Tokenizer) -> None:
        """Take loaded weights; ``load_reader`` loads the shipped ones."""
        self._weights = weights
        self._tokenizer = tokenizer

    def __call__(self, document: Document) -> Parse:
        """Read one document. A text without a word gives an empty parse."""
        words = split_words(document.text)
        if not words:
            return Parse(document.id, (), (), ())
        signals = self._signals(document.text, [words])[0]
        sentence = sentence_numbers(document.text, words, signals.tags["start"])
        found = attributions_of(signals, self._weights)
        cued = [to_cued(item, words, document.text, 0) for item in found]
        cued += self._inner(document.text, [_inside(words, item) for item in found])
        return Parse(
            document.id,
            self._words(words, signals, sentence),
            _names(words, signals),
            tuple(sorted(cued, key=_place)),
        )

    def _signals(self, text: str, texts: list[Offsets]) -> list[Signals]:
        forms = [[text[start:end] for start, end in words] for words in texts]
        pieces = [
            pieces_of(one, features(text, words), self._tokenizer) for one, words in zip(forms, texts, strict=True)
        ]
        return run(pieces, self._weights)

    def _words(self, words: Offsets, signals: Signals, sentence: np.ndarray) -> tuple[Word, ...]:
        heads = heads_of(signals, sentence)
        labels = labels_of(signals, heads, self._weights)
        upos = signals.tags["upos"].argmax(1)
        return tuple(
            Word(start, end, int(number), self._weights.upos[tag], int(head), label)
            for (start, end), number, tag, head, label in zip(words, sentence, upos, heads, labels, strict=True)
        )

    def _inner(self, text: str, contents: list[Offsets]) -> list[Cued]:
        """Attributions inside contents, each read by itself: what the corpus never nests, a fresh look finds."""
        long = [words for words in contents if len(words) >= SHORTEST]
        found: list[Cued] = []
        for words, signals in zip(long, self._signals(text, long), strict=True):
            inner = attributions_of(signals, self._weights)
            found += [to_cued(item, words, text, 1) for item in inner if item.cue is not None]
        return found


def load_reader(threads: int = 2) -> Reader:
    """The reader with the weights that ship in the package. Raises ``ResourceError``."""
    return Reader(load_weights(threads), load_tokenizer())


def _inside(words: Offsets, item: Found) -> Offsets:
    return [word for start, stop in item.content for word in words[start:stop]]


def _place(cued: Cued) -> tuple[int, int, int, float]:
    first = cued.content[0] if cued.cue is None else cued.cue
    return first[0], first[1], cued.depth, -cued.score


def _pieces(words: Offsets, text: str, span: tuple[int, int]) -> list[Piece]:
    """The characters of a range of words; words that are not neighbours in the text give several pieces."""
    pieces: list[Piece] = []
    for start, end in words[span[0] : span[1]]:
        if pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def to_cued(found: Found, words: Offsets, text: str, depth: int) -> Cued:
    """The attribution in code points of ``text``; ``words`` are those that were read, perhaps not all of its words."""
    return Cued(
        None if found.cue is None else _pieces(words, text, found.cue)[0],
        tuple(piece for span in found.source for piece in _pieces(words, text, span)),
        tuple(piece for span in found.content for piece in _pieces(words, text, span)),
        found.score,
        depth,
    )


def _names(words: Offsets, signals: Signals) -> tuple[Name, ...]:
    return tuple(
        Name(words[run.start][0], words[run.stop - 1][1], NAMES[run.label], round(run.score, 4))
        for run in runs_of(signals.tags["name"])
    )
