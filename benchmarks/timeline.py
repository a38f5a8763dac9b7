"""How well the days and sentences chosen agree with the timelines that journalists wrote of the same stories.

    python benchmarks/timeline.py PATH... [--split NAME] [--json]

PATH is a folder as t17 has it: ``articles.jsonl`` (``id``, ``time``, ``text``) and ``timelines.jsonl`` (a list of
``[day, [sentence, ...]]`` a line), or a folder of such folders. For each timeline as many days are named as it has,
each with as many sentences as it has in the mean. Nothing else is told of it; the rows "within its days" are as
published systems are measured: days before its first and after its last are left out first.

Date F1 is the share of days named that are the journalist's. AR-1 and AR-2 are alignment ROUGE F1 over single words and
pairs of words as Martschat and Markert (2017) define it: date and content costs, many to one
(``align_date_content_costs_many_to_one``); words in small letters without punctuation, not stemmed. Beside it stand the
days on which most articles were published. Keywords that come with the data are not used. No weight is fitted,
but about a hundred variants were compared on the seven timelines of t17, so that what is printed of them is optimistic.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rouge import alignment_rouge
from standoff.core.records import Document
from standoff.core.when import When
from standoff.lexicon.lexicon import load_lexicon
from standoff.pipeline import studying
from standoff.resolve.assemble import assemble
from standoff.resolve.reports import Reports, reports_of
from standoff.resolve.timeline.rank import rank_days
from table import Row, as_json, lines

MOST = 10
"""Sentences taken of a day at most."""

Timeline = Mapping[date, Sequence[str]]


class Collection(NamedTuple):
    """Articles, and the timelines that journalists made of what they tell."""

    name: str
    documents: Sequence[Document]
    timelines: Sequence[Timeline]


class Score(NamedTuple):
    """One timeline, or the mean of several."""

    days: float
    hits: float
    date_f1: float
    ar1: float
    ar2: float


def read(paths: Iterable[Path]) -> Iterator[Collection]:
    """The collections below the paths, by name. Articles of no text are left out."""
    for folder in sorted(file.parent for path in paths for file in path.rglob("timelines.jsonl")):
        articles = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
        documents = [
            Document(
                path=f"{folder.name}/{article['id']}",
                given_id=str(article["id"]),
                text=article["text"],
                published=When.parse(article["time"][:10]),
                published_basis="metadata",
            )
            for article in articles
            if article["text"].strip()
        ]
        rows = (json.loads(line) for line in (folder / "timelines.jsonl").read_text("utf-8").splitlines())
        yield Collection(folder.name, documents, [_timeline(row) for row in rows])


def _timeline(row: Sequence[tuple[str, Sequence[str]]]) -> Timeline:
    """A journalist's timeline; entries of one day are one."""
    found: dict[date, list[str]] = {}
    for day, sentences in row:
        found.setdefault(date.fromisoformat(day[:10]), []).extend(sentences)
    return found


def named(reports: Reports) -> Timeline:
    """The days that the reports name, the most important first, with their sentences."""
    return {
        day.when.since: [reports.words(span) for span in day.sentences]
        for day in rank_days(reports, MOST)
        if day.when.since is not None
    }


def published(documents: Sequence[Document]) -> Timeline:
    """The days on which most articles were published, with the first lines of each article."""
    days = Counter(document.published.since for document in documents if document.published is not None)
    first: dict[date, list[str]] = {}
    for document in documents:
        if document.published is not None and document.published.since is not None:
            first.setdefault(document.published.since, []).append(document.text.strip().partition("\n")[0])
    return {day: first[day] for day, _ in sorted(days.items(), key=_most_first) if day is not None}


def _most_first(counted: tuple[date | None, int]) -> tuple[int, str]:
    return -counted[1], str(counted[0])


def compare(found: Timeline, gold: Timeline, within: bool) -> Score:
    """What was found against one timeline, cut to its number of days and sentences."""
    most = max(1, round(sum(map(len, gold.values())) / len(gold)))
    days = [day for day in found if not within or min(gold) <= day <= max(gold)][: len(gold)]
    told = {day: found[day][:most] for day in days}
    hits = len(told.keys() & gold.keys())
    f1 = 200 * hits / (len(told) + len(gold))
    return Score(len(gold), hits, f1, 100 * alignment_rouge(told, gold, 1), 100 * alignment_rouge(told, gold, 2))


def rows_of(name: str, gold: Sequence[Timeline], found: Sequence[tuple[str, Timeline]], within: bool) -> Iterator[Row]:
    """A row for each timeline of a section, for each way of finding."""
    section = f"{name}, {'within its days' if within else 'all days'}"
    for number, timeline in enumerate(gold, 1):
        for way, each in found:
            score = compare(each, timeline, within)
            label = f"{way}, timeline {number}" if len(gold) > 1 else way
            yield Row(section, label, _values(score))


def _values(score: Score) -> dict[str, float | None]:
    return {"days": score.days, "right": score.hits, "date F1": score.date_f1, "AR-1": score.ar1, "AR-2": score.ar2}


def means(rows: Sequence[Row], split: str) -> Iterator[Row]:
    """The mean over timelines, and the date F1 over all their days together, for each way and span."""
    for within in ("within its days", "all days"):
        for way in dict.fromkeys(row.name.partition(",")[0] for row in rows):
            chosen = [row.values for row in rows if row.section.endswith(within) and row.name.startswith(way)]
            values: dict[str, float | None] = {"timelines": len(chosen)}
            for column in ("date F1", "AR-1", "AR-2"):
                values[column] = sum(each[column] or 0 for each in chosen) / len(chosen)
            right, days = (sum(each[column] or 0 for each in chosen) for column in ("right", "days"))
            yield Row(f"{split}, mean over timelines", f"{way}, {within}", values | {"F1 of days": 100 * right / days})


def main() -> None:
    """Read, study, rank, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--split", help="the name the table gives the data; the first folder's where it is left out")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lexicon, study = load_lexicon(), studying(1)
    rows: list[Row] = []
    costs: list[Row] = []
    for collection in read(options.paths):
        studies = [study(document) for document in collection.documents]
        reports = reports_of(assemble(collection.documents, studies, (), lexicon))
        started = time.process_time()
        found = (("what is told", named(reports)), ("articles published", published(collection.documents)))
        seconds = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        costs.append(Row("cost", collection.name, {"articles": len(studies), "seconds": seconds, "peak MiB": memory}))
        for within in (True, False):
            rows.extend(rows_of(collection.name, collection.timelines, found, within))
    if not rows:
        raise SystemExit(f"no timelines.jsonl below {', '.join(map(str, options.paths))}")
    table = [*rows, *costs, *means(rows, options.split or options.paths[0].name)]
    print(json.dumps(as_json(table)) if options.json else "\n".join(lines(table)))


if __name__ == "__main__":
    main()
