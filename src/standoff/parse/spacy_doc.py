"""A parse as a spaCy document, with every character of the text and every offset as it was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.lang.en import English
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans
from spacy.vocab import Vocab, create_vocab

from standoff.core.parse import Parse, Piece, Word
from standoff.core.records import Document
from standoff.parse.spacy_labels import CONTENT, CUE, DEPTH, ENTITIES, NAME, SCORE, SOURCE

RUN = re.compile(r"(\s+|\S+) ?")
"""What stands between words: white space, or what no word covers with the space that is its own."""


class Token(NamedTuple):
    """Code points ``[start, end)`` that become one token of spaCy's."""

    start: int
    end: int
    word: int | None
    """The index of the word that it is; ``None`` for white space."""


def to_spacy(document: Document, parse: Parse, vocab: Vocab | None = None) -> Doc:
    """A spaCy document that says what the parse says. ``doc.text`` is the report's text, character for character.

    Words become tokens with word class, features, lemma, head and label ("root" becomes spaCy's "ROOT"). White space
    beyond the one space that spaCy keeps after a token becomes tokens of class SPACE, each hanging on the word before
    it, as spaCy's own tokenizer and parser do. Names become entities; of names that overlap only the longest can be
    one. ``doc.spans`` has all of them under "name", and under "source", "cue" and "content" the parts of attributions;
    the parts of one attribution share their ``id_``. Scores stand in a group's ``attrs``, by id.

    ``vocab`` is the pipeline's that is to read on; without it an empty English one is made. Sentences are drawn by
    spaCy from the trees, so a parse with two roots in a sentence gets a sentence for each. Raises ``ValueError`` for
    the parse of another document, a word class that is none, and half a surrogate pair, which spaCy cannot hold.
    """
    if parse.doc != document.id:
        raise ValueError(f"a parse of document {parse.doc} does not belong to {document.id} ({document.path})")
    tokens = cut(document.text, parse.words)
    doc = _grammar(document.text, tokens, parse.words, vocab or create_vocab("en", English.Defaults))
    _add_names(doc, tokens, parse)
    _add_attributions(doc, tokens, parse)
    return doc


def cut(text: str, words: Sequence[Word]) -> list[Token]:
    """The words, and between them what is left when one space after each token is taken as the token's own."""
    tokens: list[Token] = []
    at = 0
    for index, word in enumerate(words):
        tokens += _between(text, at, word.start)
        tokens.append(Token(word.start, word.end, index))
        at = word.end
    return tokens + _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> list[Token]:
    begin = start + 1 if 0 < start < end and text[start] == " " else start
    return [Token(run.start(1), run.end(1), None) for run in RUN.finditer(text, begin, end)]


def _grammar(text: str, tokens: Sequence[Token], words: Sequence[Word], vocab: Vocab) -> Doc:
    ends = [*(token.start for token in tokens[1:]), len(text)]
    word_at = [None if token.word is None else words[token.word] for token in tokens]
    return Doc(
        vocab,
        words=[text[token.start : token.end] for token in tokens],
        spaces=[token.end < end for token, end in zip(tokens, ends, strict=False)],
        tags=["" if word else "_SP" for word in word_at],
        pos=[word.upos if word else "SPACE" for word in word_at],
        morphs=[word.features if word else "" for word in word_at],
        lemmas=[
            word.lemma if word else text[token.start : token.end] for token, word in zip(tokens, word_at, strict=True)
        ],
        heads=_heads(tokens, words) if words else None,
        deps=[_label(word) for word in word_at] if words else None,
    )


def _heads(tokens: Sequence[Token], words: Sequence[Word]) -> list[int]:
    """For each token the index of its head: white space hangs on the word before it, or else on the first one."""
    places = [index for index, token in enumerate(tokens) if token.word is not None]
    heads: list[int] = []
    last = places[0]
    for index, token in enumerate(tokens):
        if token.word is not None:
            last = index
        heads.append(last if token.word is None else places[words[token.word].head])
    return heads


def _label(word: Word | None) -> str:
    if word is None:
        return "dep"
    return "ROOT" if word.deprel == "root" else word.deprel


def _add_names(doc: Doc, tokens: Sequence[Token], parse: Parse) -> None:
    spans = [
        _span(doc, tokens, (name.start, name.end), ENTITIES.get(name.label, name.label), number)
        for number, name in enumerate(parse.names)
    ]
    scores = {str(number): name.score for number, name in enumerate(parse.names)}
    doc.spans[NAME] = SpanGroup(doc, name=NAME, attrs={SCORE: scores}, spans=spans)
    doc.set_ents(filter_spans(spans))


def _add_attributions(doc: Doc, tokens: Sequence[Token], parse: Parse) -> None:
    parts: dict[str, list[Iterable[Piece]]] = {
        SOURCE: [cued.source for cued in parse.cued],
        CUE: [() if cued.cue is None else (cued.cue,) for cued in parse.cued],
        CONTENT: [cued.content for cued in parse.cued],
    }
    for key, groups in parts.items():
        spans = [
            _span(doc, tokens, piece, key.upper(), number) for number, pieces in enumerate(groups) for piece in pieces
        ]
        doc.spans[key] = SpanGroup(doc, name=key, attrs=_said(parse) if key == CONTENT else {}, spans=spans)


def _said(parse: Parse) -> dict[str, dict[str, float]]:
    """What is said of each attribution beside its places."""
    return {
        SCORE: {str(number): cued.score for number, cued in enumerate(parse.cued)},
        DEPTH: {str(number): cued.depth for number, cued in enumerate(parse.cued)},
    }


def _span(doc: Doc, tokens: Sequence[Token], piece: Piece, label: str, number: int) -> Span:
    """The tokens that share a character with a piece."""
    first = bisect_right(tokens, piece[0], key=lambda token: token.end)
    stop = bisect_left(tokens, piece[1], key=lambda token: token.start)
    return Span(doc, first, stop, label=label, span_id=str(number))
