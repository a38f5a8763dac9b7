"""How much of the article, and how little else, is read from saved web pages.

    python benchmarks/pages.py PATH [--split NAME] [--json] [--limit N]

PATH is a folder in the format of the article-extraction benchmark (Scrapinghub, MIT): ``ground-truth.json`` with
``{page: {"articleBody": ...}}`` and ``html/<page>.html.gz``. The score is that benchmark's: shingles of four words,
each page counting the same. ``--split`` only names the table. Nothing is trained.

Rows: the article as it is read from the page; the same without the spans marked as furniture, captions kept; then all
text of the page as a person would copy it out of a browser, which is what a plain-text file often is, before and after
the marked spans are taken out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from rich import print_json
from rich.console import Console
from rich.table import Table

from standoff.core.errors import UnreadableError
from standoff.core.records import Document
from standoff.lexicon.furniture import Furniture, load_furniture
from standoff.read.encoding import decode
from standoff.read.markup import parse_page
from standoff.read.page import read_page
from standoff.read.plain import read_plain

SHINGLE = 4
WORD = re.compile(r"\w+")
UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"))
INLINE = frozenset(("a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span"))
INLINE_TOO = frozenset(("strong", "sub", "sup", "time", "u", "wbr", "label", "ins", "del"))


class Truth(msgspec.Struct, frozen=True):
    """What the benchmark says of a page."""

    articleBody: str  # noqa: N815 - the format's name


class Page(NamedTuple):
    """One page and its article."""

    name: str
    html: bytes
    article: str


class Score(NamedTuple):
    """One row of the table."""

    text: str
    pages: int
    f1: float
    precision: float
    recall: float
    unread: int


def read_pages(folder: Path, limit: int | None) -> list[Page]:
    """The pages of a folder, sorted by name."""
    truth = msgspec.json.decode((folder / "ground-truth.json").read_bytes(), type=dict[str, Truth])
    files = {path.name.split(".")[0]: path for path in sorted((folder / "html").iterdir())}
    return [Page(name, _bytes(files[name]), truth[name].articleBody) for name in sorted(truth)[:limit]]


def _bytes(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def pasted(html: bytes) -> str:
    """All text of a page, one line a block, as a browser's selection gives it."""
    lines = "".join(_pieces(parse_page(decode(html, declares=True).text))).split("\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _pieces(element: object) -> Iterator[str]:
    stack: list[tuple[object, bool]] = [(element, False)]
    while stack:
        node, left = stack.pop()
        tag = str(getattr(node, "tag", ""))
        edge = "" if tag in INLINE or tag in INLINE_TOO else "\n"
        if left:
            yield edge + (getattr(node, "tail", None) or "").replace("\n", " ")
            continue
        stack.append((node, True))
        if tag not in UNSEEN:
            yield edge + (getattr(node, "text", None) or "").replace("\n", " ")
            stack.extend((child, False) for child in reversed(list(node)))  # type: ignore[call-overload]


def kept(document: Document) -> str:
    """A document's text without its furniture."""
    pieces, at = [], 0
    for start, end in document.furniture:
        pieces.append(document.text[at:start])
        at = end
    return "".join([*pieces, document.text[at:]])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """A text's runs of four words, with their counts; the whole of a shorter text."""
    words = WORD.findall(text)
    runs = range(max(1, len(words) - SHINGLE + 1))
    return Counter(run for i in runs if (run := tuple(words[i : i + SHINGLE])))


def compare(truth: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page; ``None`` where there is nothing to divide by."""
    wanted, got = shingles(truth), shingles(found)
    right = (wanted & got).total()
    return (right / got.total() if got else None), (right / wanted.total() if wanted else None)


def measure(name: str, pages: Sequence[Page], read: Callable[[Page], str]) -> Score:
    """The mean over all pages; a page that cannot be read counts as an empty text."""
    pairs, unread = [], 0
    for page in pages:
        try:
            text = read(page)
        except UnreadableError:
            text, unread = "", unread + 1
        pairs.append(compare(page.article, text))
    precision = _mean([pair[0] for pair in pairs])
    recall = _mean([pair[1] for pair in pairs])
    return Score(name, len(pages), 2 * precision * recall / (precision + recall), precision, recall, unread)


def _mean(values: Sequence[float | None]) -> float:
    present = [value for value in values if value is not None]
    return sum(present) / len(present)


def measures(pages: Sequence[Page], furniture: Furniture) -> list[Score]:
    """All rows."""

    def article(page: Page) -> Document:
        return read_page(page.name, page.html, furniture)[0]

    def copied(page: Page) -> Document:
        return read_plain(page.name, pasted(page.html).encode(), furniture)[0]

    return [
        measure("article", pages, lambda page: article(page).text),
        measure("article, furniture out", pages, lambda page: kept(article(page))),
        measure("page as copied text", pages, lambda page: copied(page).text),
        measure("page as copied text, furniture out", pages, lambda page: kept(copied(page))),
    ]


def show(title: str, scores: Sequence[Score]) -> None:
    """Print the table."""
    table = Table(title=title)
    for column in Score._fields:
        table.add_column(column, justify="left" if column == "text" else "right")
    for row in scores:
        table.add_row(*(f"{value:.3f}" if isinstance(value, float) else str(value) for value in row))
    Console(width=120).print(table)


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    pages = read_pages(options.path, options.limit)
    split = options.split or options.path.resolve().name
    start = time.process_time()
    scores = measures(pages, load_furniture())
    seconds = time.process_time() - start
    if options.json:
        print_json(json.dumps({"split": split, "seconds": seconds, "rows": [row._asdict() for row in scores]}))
    else:
        show(f"pages, {split}: {len(pages)} pages, {seconds:.0f} s of processor time", scores)


if __name__ == "__main__":
    main()
