"""Count how common words are: ``python -m training.common_words DATA [--out FILE]``.

DATA holds ``polnear/``, ``meantime/`` and ``ud/`` as their publishers lay them out; of each only what is trained on is
counted. Every text is cut into pieces of one length, so that long texts weigh as much as many short ones; counted is
in how many pieces a stem stands. The same texts always give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from standoff.resolve.wording import is_informative, stem_of, words_of

OUT = Path("src/standoff/resources/common_words.yaml")
NEWS = ("polnear/train.jsonl", "meantime/docs.jsonl")
TREES = ("ud/en_ewt-train.conllu", "ud/en_gum-train.conllu")
PIECE = 200
"""Words of a piece that say what is stated: a news report of usual length."""
SHORTEST = 40
"""Words of the last piece of a text that still count as one."""
LEAST = 3
"""Pieces that a listed stem stands in: rarer ones count as never seen."""
WIDTH = 118
HEAD = """\
# In how many pieces of English text a word stands: what makes a word rare, where the documents given are too few
# to tell. Words are stems as standoff.resolve.wording makes them, without the function words.
#
#   pieces   how many pieces of text were counted, of about 200 words each
#   counts   stems by the number of pieces they stand in; those in fewer than three are left out
#
# Rule. Nobody edits this file: `python -m training.common_words DATA` counts it anew. Counted are only texts that are
# trained on as well: the training parts of PolNeAR (news; no licence stated, a research release), of UD English EWT
# (web texts, CC BY-SA 4.0) and of GUM without its non-commercial genres (CC BY 4.0), and MEANTIME (Wikinews, CC BY
# 4.0). Nothing that a benchmark of documents by event or of timelines measures on is among them. No words in order,
# no names with their texts: a stem and a number.

"""


def texts(data: Path) -> Iterator[str]:
    """The texts counted, document by document."""
    for name in NEWS:
        with (data / name).open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    for name in TREES:
        yield from _documents(data / name)


def _documents(file: Path) -> Iterator[str]:
    sentences: list[str] = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                yield "\n".join(sentences)
                sentences = []
            elif line.startswith("# text = "):
                sentences.append(line.partition(" = ")[2].strip())
    yield "\n".join(sentences)


def pieces(text: str) -> Iterator[set[str]]:
    """The stems of each piece of a text."""
    forms = [form for form in words_of(text, [(0, len(text))]).forms if is_informative(form)]
    for start in range(0, len(forms), PIECE):
        piece = forms[start : start + PIECE]
        if len(piece) >= SHORTEST:
            yield {stem_of(form) for form in piece}


def count(found: Iterable[set[str]]) -> tuple[int, dict[int, list[str]]]:
    """How many pieces there are, and the stems by the number of them they stand in, sorted."""
    holders: Counter[str] = Counter()
    total = 0
    for piece in found:
        holders.update(piece)
        total += 1
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for stem, held in sorted(holders.items()):
        if held >= LEAST:
            by_count[held].append(stem)
    return total, dict(sorted(by_count.items()))


def written(total: int, by_count: dict[int, list[str]]) -> str:
    """The file."""
    lines = [f"{HEAD}pieces: {total}", "counts:"]
    for held, stems in by_count.items():
        lines.append(f"  {held}: >-")
        line = "   "
        for stem in stems:
            if len(line) + len(stem) + 1 > WIDTH:
                lines.append(line)
                line = "   "
            line += f" {stem}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    total, by_count = count(piece for text in texts(options.data) for piece in pieces(text))
    options.out.write_text(written(total, by_count), encoding="utf-8")
    print(f"{sum(map(len, by_count.values()))} stems of {total} pieces of text in {options.out}")


if __name__ == "__main__":
    main()
