"""The reader: a document in, its parse out. One pass over the text, window by window; none is read twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from standoff.core.parse import Cued, Name, Parse, Piece, Word
from standoff.core.records import Document
from standoff.parse.cueing import Found
from standoff.parse.lemmas import Lemmas, lemma_of, load_lemmas
from standoff.parse.network import Weights, load_weights
from standoff.parse.pieces import Pieces, Vocabulary, load_vocabulary, to_pieces
from standoff.parse.readings import Reading, read_window
from standoff.parse.windows import windows_of, words_of
from standoff.parse.words import split_words

NAMES = ("person", "organization", "location", "misc")
REMEMBERED = 1000  # windows, some 130,000 words: copies of one story arrive close together; at most 40 MB
KNOWN, LONGEST_FORM = 50_000, 50  # word forms whose lemmas are remembered, and their length: some 10 MB
Offsets = list[tuple[int, int]]


class Reader:
    """Holds the weights; call it with a document. Pure: the same text gives the same parse.

    What it remembers of windows and words saves time and changes nothing: each window is read by itself.
    """

    def __init__(self, weights: Weights, vocabulary: Vocabulary, lemmas: Lemmas) -> None:
        """Take what was loaded; ``load_reader`` loads what ships."""
        self._weights = weights
        self._vocabulary = vocabulary
        self._lemmas = lemmas
        self._known_lemmas: dict[tuple[str, str, str], str] = {}
        self._readings: dict[bytes, Reading] = {}

    def __call__(self, document: Document) -> Parse:
        """Read one document. A text without a word gives an empty parse."""
        words = split_words(document.text)
        pieces = to_pieces(document.text, words, self._vocabulary)
        parts = [
            (start, words[start:stop], self._read(words_of(pieces, start, stop))) for start, stop in windows_of(pieces)
        ]
        return Parse(
            document.id,
            tuple(self._words(document.text, parts)),
            tuple(chain.from_iterable(_names(own, reading) for _, own, reading in parts)),
            tuple(chain.from_iterable(_cued(own, reading, document.text) for _, own, reading in parts)),
        )

    def _read(self, pieces: Pieces) -> Reading:
        """A window's reading, from memory where the same window was read before."""
        key = b"|".join((pieces.ids.tobytes(), pieces.first.tobytes(), pieces.feature.tobytes()))
        found = self._readings.get(key)
        if found is None:
            if len(self._readings) >= REMEMBERED:
                self._readings.clear()
            found = self._readings[key] = read_window(pieces, self._weights)
        return found

    def _words(self, text: str, parts: list[tuple[int, Offsets, Reading]]) -> Iterable[Word]:
        sentence = 0
        for base, own, reading in parts:
            for (start, end), number, upos, features, head, label in zip(
                own, reading.sentence, reading.upos, reading.features, reading.heads, reading.labels, strict=True
            ):
                form = text[start:end]
                lemma = self._lemma(form, upos, features)
                yield Word(start, end, sentence + number, upos, base + head, label, features, lemma)
            sentence += reading.sentence[-1] + 1

    def _lemma(self, form: str, upos: str, features: str) -> str:
        key = (form, upos, features)
        found = self._known_lemmas.get(key)
        if found is None:
            found = lemma_of(form, upos, features, self._lemmas)
            if len(self._known_lemmas) < KNOWN and len(form) <= LONGEST_FORM:
                self._known_lemmas[key] = found
        return found


def load_reader(threads: int = 2) -> Reader:
    """The reader with the weights that ship in the package. Raises ``ResourceError``."""
    return Reader(load_weights(threads), load_vocabulary(), load_lemmas())


def _names(words: Offsets, reading: Reading) -> Iterable[Name]:
    return (
        Name(words[run.start][0], words[run.stop - 1][1], NAMES[run.label], round(run.score, 4))
        for run in reading.names
    )


def _cued(words: Offsets, reading: Reading, text: str) -> list[Cued]:
    return sorted((to_cued(found, words, text) for found in reading.found), key=_place)


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


def to_cued(found: Found, words: Offsets, text: str) -> Cued:
    """The attribution in code points of ``text``; ``words`` are those that were read, perhaps not all of its words."""
    return Cued(
        None if found.cue is None else _pieces(words, text, found.cue)[0],
        tuple(piece for span in found.source for piece in _pieces(words, text, span)),
        tuple(piece for span in found.content for piece in _pieces(words, text, span)),
        found.score,
        found.depth,
    )
