"""The tables of documents by event and of timelines: what is counted, and from which files."""

import json
from datetime import date
from pathlib import Path

import pytest

import timeline
import topics

DAY, NEXT = date(2031, 5, 1), date(2031, 5, 2)


@pytest.mark.parametrize(
    ("groups", "scores"),
    [
        ([["a", "b"], ["c"]], (100, 100, 100)),
        ([["a"], ["b"], ["c"]], (100, 200 / 3, 80)),
        ([["a", "b", "c"]], (500 / 9, 100, 100 / 1.4)),
    ],
)
def test_b_cubed(groups: list[list[str]], scores: tuple[float, float, float]) -> None:
    assert topics.b_cubed(groups, {"a": "one", "b": "one", "c": "two"}) == pytest.approx(scores)


def test_a_split_is_read_from_a_file_or_its_folder(tmp_path: Path) -> None:
    rows = [
        {"doc_id": f"{split}1", "topic": "1", "subtopic": "1_a", "split": split, "text": "Rain."}
        for split in ("train", "dev")
    ]
    file = tmp_path / "docs.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [document.path for document, _, _ in topics.read(file, "dev")] == ["dev1"]
    assert [document.path for document, _, _ in topics.read(tmp_path, "all")] == ["train1", "dev1"]


def test_a_timeline_is_compared_with_as_many_days_and_sentences() -> None:
    gold = {DAY: ["The dam broke."], NEXT: ["Aid came."]}
    found = {NEXT: ["Aid came.", "More."], date(2031, 4, 1): ["Snow."], DAY: ["The dam broke."]}
    everywhere, within = timeline.compare(found, gold, False), timeline.compare(found, gold, True)
    assert (everywhere.date_f1, within.date_f1) == (50, 100)
    assert within.ar1 == within.ar2 == 100


def test_collections_are_read_and_days_of_many_articles_ranked(tmp_path: Path) -> None:
    folder = tmp_path / "strait"
    folder.mkdir()
    articles = [{"id": place, "time": f"2031-05-0{day}T00:00:00", "text": f"Lead {place}\nRest"}
                for place, day in enumerate((1, 2, 2))]  # fmt: skip
    articles.append({"id": 9, "time": "2031-05-01T00:00:00", "text": " \n"})
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    told = [["2031-05-01T00:00:00", ["The dam broke."]], ["2031-05-01", ["Aid came."]]]
    (folder / "timelines.jsonl").write_text(json.dumps(told), encoding="utf-8")
    (collection,) = timeline.read([tmp_path])
    assert collection.timelines == [{DAY: ["The dam broke.", "Aid came."]}]
    assert timeline.published(collection.documents) == {NEXT: ["Lead 1", "Lead 2"], DAY: ["Lead 0"]}
