"""How well documents are put together by the event they report, without knowing how many events there are.

    python benchmarks/topics.py PATH [--split NAME] [--json] [--shown]

PATH is a ``docs.jsonl`` as ECB+ has it (``doc_id``, ``subtopic``, ``split``, ``text``), or the folder that holds it.
B-cubed (Bagga and Baldwin 1998) of the documents by event, here the subtopic. ``--split`` keeps the texts of that
split, ``dev`` where none is named; ``all`` keeps all. The further rows are smaller folders drawn from the same texts:
few reports of few events, one report of each, the two events of one kind that a topic of ECB+ has, one event alone.
Beside it: each text a group of its own, and all of them one. Nothing is trained.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from standoff.core.records import Document, Study
from standoff.lexicon.lexicon import load_lexicon
from standoff.pipeline import studying
from standoff.resolve.topics.find import find_topics
from table import Row, as_json, lines

SEED = 7
Folder = Sequence[int]
Find = Callable[[Sequence[Document], Sequence[Study]], Iterable[Sequence[str]]]


class Text(NamedTuple):
    """A document, what it says, and the event it reports."""

    document: Document
    study: Study
    event: str
    kind: str
    """The topic: two events of one kind."""


def read(path: Path, split: str) -> list[tuple[Document, str, str]]:
    """The documents of a split with their event and kind, in the order of the file."""
    file = path / "docs.jsonl" if path.is_dir() else path
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [
        (Document(path=row["doc_id"], given_id=row["doc_id"], text=row["text"]), row["subtopic"], row["topic"])
        for row in rows
        if split in ("all", row["split"])
    ]


def folders(texts: Sequence[Text]) -> Iterator[tuple[str, list[Folder]]]:
    """The folders that are tried, by name."""
    dice = random.Random(SEED)  # noqa: S311 - a benchmark's die
    events: defaultdict[str, list[int]] = defaultdict(list)
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        events[text.event].append(index)
        kinds[text.kind].append(index)
    some = [dice.sample(sorted(events), min(6, len(events))) for _ in range(20)]
    yield "all events together", [range(len(texts))]
    yield "1 to 5 reports of 6 events", [[i for event in drawn for i in few(events[event], dice)] for drawn in some]
    yield "one report of each event", [[dice.choice(group) for group in events.values()] for _ in range(5)]
    yield "two events of one kind", list(kinds.values())
    yield "one event alone", list(events.values())


def few(group: Sequence[int], dice: random.Random) -> list[int]:
    """One to five of them."""
    return dice.sample(group, min(len(group), dice.randint(1, 5)))


def b_cubed(groups: Iterable[Sequence[str]], events: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over documents, in percent."""
    holding = {doc: group for group in groups for doc in group}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for doc, event in events.items():
        told[event].add(doc)
    precision = recall = 0.0
    for doc, event in events.items():
        shared = len(told[event].intersection(holding[doc]))
        precision += shared / len(holding[doc])
        recall += shared / len(told[event])
    both = 2 * precision * recall / (precision + recall)
    return 100 * precision / len(events), 100 * recall / len(events), 100 * both / len(events)


def measure(section: str, texts: Sequence[Text], find: Find) -> Iterator[Row]:
    """A row for each kind of folder, the mean over its folders."""
    for name, drawn in folders(texts):
        started = time.process_time()
        scores, found = [], 0
        for folder in drawn:
            chosen = [texts[index] for index in folder]
            groups = list(find([text.document for text in chosen], [text.study for text in chosen]))
            found += len(groups)
            scores.append(b_cubed(groups, {text.document.id: text.event for text in chosen}))
        told = sum(len({texts[index].event for index in folder}) for folder in drawn)
        mean = [sum(score[place] for score in scores) / len(scores) for place in range(3)]
        values = dict(zip(("P", "R", "F1"), mean, strict=True))
        seconds = time.process_time() - started
        yield Row(section, name, {"folders": len(drawn), "events": told, "found": found, **values, "seconds": seconds})


def main() -> None:
    """Read, study, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--shown", action="store_true", help="print each topic with its documents")
    options = parser.parse_args()
    lexicon, study = load_lexicon(), studying(1)
    found = read(options.path, options.split)
    texts = [Text(document, study(document), event, kind) for document, event, kind in found]

    def topics(documents: Sequence[Document], studies: Sequence[Study]) -> list[Sequence[str]]:
        return [topic.documents for topic in find_topics(documents, studies, lexicon)]

    rows = list(measure(f"documents by event, B-cubed, {options.split}", texts, topics))
    events = {text.document.id: text.event for text in texts}
    for name, groups in (("each alone", [[doc] for doc in events]), ("all one", [list(events)])):
        values = dict(zip(("P", "R", "F1"), b_cubed(groups, events), strict=True))
        rows.append(Row("beside it, all events together", name, values))
    print(json.dumps(as_json(rows)) if options.json else "\n".join(lines(rows)))
    if options.shown and not options.json:
        show(texts, topics)


def show(texts: Sequence[Text], find: Find) -> None:
    """Each topic found in all the texts, with the events its documents report."""
    by_id = {text.document.id: text for text in texts}
    for group in find([text.document for text in texts], [text.study for text in texts]):
        print(*sorted(f"{by_id[doc].event}:{by_id[doc].document.path}" for doc in group))


if __name__ == "__main__":
    main()
