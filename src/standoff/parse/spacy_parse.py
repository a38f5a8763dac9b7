"""What a spaCy pipeline makes of a report, as a parse: so that the pipeline can stand in for our reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from standoff.core.errors import UnfitParseError
from standoff.core.parse import Cued, Name, Parse, Piece, Word
from standoff.core.records import Document
from standoff.parse.clear_labels import to_universal
from standoff.parse.foreign_trees import one_tree
from standoff.parse.spacy_labels import CONTENT, CUE, DEPTH, NAME, RELATIONS, SCORE, SOURCE, features_of, name_of

SHOWN = 20
"""Characters of either text that an error shows from the place on where they part."""
SURE = 1.0
"""The score of what a pipeline decides without saying how sure it is."""


class SpacyReader:
    """A spaCy pipeline in the place of our reader: call it with a document.

    ``reader`` is asked, if given, for what the pipeline leaves unsaid, part by part: words with their trees where it
    gives no classes or no trees, names where it looks for no entities, attributions where it keeps no spans under
    "content", as hardly any pipeline does. Parts are never mixed, and nothing is loaded that was not given.
    """

    def __init__(self, nlp: Language, reader: Callable[[Document], Parse] | None = None) -> None:
        """Take a loaded pipeline, and perhaps a reader such as ``load_reader()``."""
        self._nlp = nlp
        self._reader = reader

    def __call__(self, document: Document) -> Parse:
        """Read one document.

        Raises ``UnfitParseError`` as ``from_spacy`` does, for a text longer than the pipeline takes, and where neither
        the pipeline nor a reader gives classes and trees: extractors would find next to nothing and nobody would know.
        """
        size, most = len(document.text), self._nlp.max_length
        if size > most:
            raise UnfitParseError(f"{document.path}: {size} characters are more than the pipeline's max_length, {most}")
        doc = self._nlp(document.text)
        parse = from_spacy(document, doc)
        unsaid = _unsaid(doc)
        if self._reader is None and parse.words and "words" in unsaid:
            raise UnfitParseError(
                f"{document.path}: the pipeline gives no word classes or no trees, and there is no reader beside it "
                "that does; add a tagger and a parser to it, or give SpacyReader a reader"
            )
        if self._reader is None or not unsaid:
            return parse
        ours = self._reader(document)
        return msgspec.structs.replace(parse, **{part: getattr(ours, part) for part in unsaid})


def _unsaid(doc: Doc) -> list[str]:
    """The fields of a parse about which the document's pipeline says nothing, which is not to say: finds nothing."""
    said = {
        "words": doc.has_annotation("POS") and doc.has_annotation("DEP"),
        "names": doc.has_annotation("ENT_IOB"),
        "cued": CONTENT in doc.spans,
    }
    return [part for part, is_said in said.items() if not is_said]


def from_spacy(document: Document, doc: Doc) -> Parse:
    """The parse that a spaCy document amounts to, whatever pipeline made it of the report's text.

    White-space tokens are left out. Sentences are the document's, or the whole text where it has none. Trees are
    mended where they are none (``one_tree``), with "dep" for what was hung anew: so without a parser, all words
    depend on the sentence's first. CLEAR labels become those of Universal Dependencies (``to_universal``); a word
    without a class is "X". Entities become names by ``NAMES``; spans under "source", "cue" and "content" that share an
    ``id_`` become one attribution, a content without an id one of its own. What has no score has 1.

    ``from_spacy(document, to_spacy(document, parse)) == parse`` where the words cover all but white space, each
    sentence is a tree, labels and features are those our records name, names are sorted and no two share a place,
    pieces begin and end at words, and each attribution has a content.

    Raises ``UnfitParseError`` where the texts differ, and for labels that are neither of UD nor of CLEAR.
    """
    _check_text(document, doc)
    words = to_universal(_words(doc), document.text)
    _check_labels(document, words)
    return Parse(document.id, words, tuple(_names(doc)), tuple(_attributions(doc)))


def _check_text(document: Document, doc: Doc) -> None:
    ours, theirs = document.text, doc.text
    if ours == theirs:
        return
    pairs = enumerate(zip(ours, theirs, strict=False))
    place = next((index for index, (one, other) in pairs if one != other), min(len(ours), len(theirs)))
    shown = slice(place, place + SHOWN)
    raise UnfitParseError(
        f"{document.path}: spaCy's text differs from character {place} on: {theirs[shown]!r}, in the report "
        f"{ours[shown]!r}; give the pipeline the document's text as it stands"
    )


def _check_labels(document: Document, words: Sequence[Word]) -> None:
    foreign = sorted({word.deprel for word in words if word.deprel.partition(":")[0] not in RELATIONS})
    if foreign:
        raise UnfitParseError(
            f"{document.path}: the pipeline's parser has labels that are neither Universal Dependencies nor CLEAR: "
            f"{', '.join(foreign[:5])}; use one that is trained on Universal Dependencies, or none"
        )


def _words(doc: Doc) -> list[Word]:
    words: list[Word] = []
    for number, (_, tokens) in enumerate(groupby(_sentences(doc), key=lambda pair: pair[0])):
        words += _sentence([token for _, token in tokens], number, len(words))
    return words


def _sentences(doc: Doc) -> Iterator[tuple[int, Token]]:
    """The tokens that are words, each with its sentence."""
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for number, sentence in enumerate(sentences):
        yield from ((number, token) for token in sentence if not token.text.isspace())


def _sentence(tokens: Sequence[Token], number: int, before: int) -> Iterator[Word]:
    """The words of one sentence; ``before`` is how many words come before it."""
    index_of = {token.i: index for index, token in enumerate(tokens)}
    given = [index_of.get(token.head.i) for token in tokens]
    heads = one_tree(given)
    for index, token in enumerate(tokens):
        label = "root" if heads[index] == index else _label(token, moved=heads[index] != given[index])
        yield Word(
            token.idx,
            token.idx + len(token),
            number,
            _word_class(token),
            before + heads[index],
            label,
            features_of(str(token.morph)),
            token.lemma_,
        )


def _label(token: Token, *, moved: bool) -> str:
    return "dep" if moved or token.dep_ in ("", "ROOT", "root") else token.dep_


def _word_class(token: Token) -> str:
    if token.pos_ in ("", "SPACE", "EOL"):
        return "PUNCT" if token.is_punct else "X"
    return token.pos_


def _names(doc: Doc) -> list[Name]:
    """Entities, and of the names kept beside them those that cannot be one because an entity is in their way.

    So whoever takes an entity away, or adds one, is heard.
    """
    kept = _spans(doc, NAME)
    scores = _attrs(doc, NAME, SCORE)
    places = {(span.start, span.end) for span in doc.ents}
    score_of = {(span.start, span.end, span.label_): scores.get(span.id_, SURE) for span in kept}
    taken = {token.i for span in doc.ents for token in span}
    beside = [span for span in kept if (span.start, span.end) not in places and taken.intersection(_range(span))]
    found = [
        Name(*_piece(span), label, score_of.get((span.start, span.end, span.label_), SURE))
        for span in [*doc.ents, *beside]
        if (label := name_of(span.label_)) is not None
    ]
    return sorted(found, key=lambda name: (name.start, name.end))


def _attributions(doc: Doc) -> Iterator[Cued]:
    """Attributions in the order in which the document keeps them."""
    scores, depths = _attrs(doc, CONTENT, SCORE), _attrs(doc, CONTENT, DEPTH)
    contents = _by_id(doc, CONTENT)
    unlinked = contents.pop("", [])
    sources, cues = _by_id(doc, SOURCE), _by_id(doc, CUE)
    for number in {**scores, **contents}:
        if number in contents:
            yield Cued(
                cues[number][0] if number in cues else None,
                tuple(sources.get(number, ())),
                tuple(contents[number]),
                scores.get(number, SURE),
                depths.get(number, 0),
            )
    yield from (Cued(None, (), (piece,), SURE, 0) for piece in unlinked)


def _by_id(doc: Doc, key: str) -> dict[str, list[Piece]]:
    """The places of a group's spans, by their ids."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for span in _spans(doc, key):
        found[span.id_].append(_piece(span))
    return found


def _spans(doc: Doc, key: str) -> list[Span]:
    """A group's spans; none where there is no such group."""
    return list(doc.spans[key]) if key in doc.spans else []


def _attrs(doc: Doc, key: str, name: str) -> dict[str, Any]:
    return doc.spans[key].attrs.get(name, {}) if key in doc.spans else {}


def _piece(span: Span) -> Piece:
    return span.start_char, span.end_char


def _range(span: Span) -> range:
    return range(span.start, span.end)
