"""Documents of a CoNLL-U file as a reader meets them: raw text, and the gold's words with their places in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from standoff.core.parse import Word

KEPT = frozenset({"Tense", "Mood", "VerbForm", "Person", "Number", "Polarity", "Voice"})
"""The features a reader gives; the others of the file are left out."""
PARAGRAPH = "\n\n"
Row = tuple[list[str], str]
"""The cells of a word, and the white space after it."""


class Gold(NamedTuple):
    """One document; its words are as a perfect reader of ``text`` would give them."""

    id: str
    text: str
    words: tuple[Word, ...]


def documents(path: Path) -> Iterator[Gold]:
    """The documents of a file, cut where it says ``# newdoc``, in its order."""
    name, blocks = path.stem, list[str]()
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        opens = [line for line in block.split("\n") if line.startswith("# newdoc")]
        if opens and blocks:
            yield _document(name, blocks)
            blocks = []
        if opens:
            name = opens[0].partition("=")[2].strip() or name
        blocks.append(block)
    yield _document(name, blocks)


def unseen(path: Path) -> list[Gold]:
    """Its documents, less those that the training file beside it has too: a score on them says nothing.

    The GUM of some releases has such documents. ``X-dev.conllu`` has ``X-train.conllu`` beside it.
    """
    training = path.with_name(f"{path.stem.rsplit('-', 1)[0]}-train.conllu")
    known: set[str] = set()
    if training.exists() and training != path:
        with training.open(encoding="utf-8") as lines:
            known = {line.strip() for line in lines if line.startswith("# newdoc")}
    return [gold for gold in documents(path) if f"# newdoc id = {gold.id}" not in known]


def genre(name: str) -> str:
    """The genre that a document's id tells: "news" of "GUM_news_iodine", "email" of "email-enronsent20_01"."""
    if name.startswith("GUM_"):
        return name.split("_")[1]
    return name.partition("-")[0]


def spaces(gold: Gold) -> list[str]:
    """For each word the white space before it; for the first none."""
    ends = [0, *(word.end for word in gold.words[:-1])]
    return [gold.text[end : word.start] for end, word in zip(ends, gold.words, strict=True)]


def _document(name: str, blocks: Sequence[str]) -> Gold:
    text, after = "", ""
    words: list[Word] = []
    for number, block in enumerate(blocks):
        opens = any(line.startswith("# newpar") for line in block.split("\n"))
        after = PARAGRAPH if opens and words else after
        first = len(words)
        for cells, space in _rows(block):
            start = len(text) + len(after)
            text += after + cells[1]
            words.append(_word(cells, start, len(text), number, first))
            after = space
    return Gold(name, text, tuple(words))


def _word(cells: list[str], start: int, end: int, sentence: int, first: int) -> Word:
    """``first`` is the index of the sentence's first word."""
    own, head = first + int(cells[0]) - 1, int(cells[6])
    return Word(start, end, sentence, cells[3], first + head - 1 if head else own, cells[7], cut(cells[5]), cells[2])


def cut(features: str) -> str:
    """The features of a FEATS cell that a reader gives, in the cell's order; empty where there are none."""
    return "|".join(part for part in features.split("|") if part.partition("=")[0] in KEPT)


def _rows(block: str) -> Iterator[Row]:
    """The words of a sentence.

    Those that share one written word ("do", "n't") follow each other without space: a document's text is
    spelled by its words, as in English treebanks a written word is by its parts.
    """
    glued: set[int] = set()
    for line in block.split("\n"):
        cells = line.split("\t")
        if line.startswith("#") or "." in cells[0]:
            continue
        closed = "SpaceAfter=No" in cells[9].split("|")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            glued |= set(range(first, last)) | ({last} if closed else set())
            continue
        yield cells, "" if closed or int(cells[0]) in glued else " "
