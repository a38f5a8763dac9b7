"""The benchmark of times over tiny TimeML of its own: pairs one to one, and counts as TempEval-3 does."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

import times
from standoff.core.records import TimeExpression, Why
from standoff.core.span import Span
from standoff.core.vocabulary import TimeType

TML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-12-08T10:00">8 December</TIMEX3></DCT>
<TEXT>
Velin <EVENT eid="e1">met</EVENT> Orlen <TIMEX3 tid="t1" type="DATE" value="2021-12-07">yesterday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT2H">two hours</TIMEX3>.
</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.tml").write_text(TML, encoding="utf-8")
    return tmp_path


def found(text: times.Text, words: str, value: str, kind: TimeType) -> TimeExpression:
    start = text.document.text.index(words)
    at = Span(text.document.id, start, start + len(words))
    return TimeExpression(at=at, type=kind, value=value, when=None, basis=None, why=Why("by hand", 1.0, ""))


def test_a_file_is_its_text_its_date_and_its_times(folder: Path) -> None:
    (text,) = times.read_folder(folder)
    words = text.document.text
    assert str(text.document.published and text.document.published.since) == "2021-12-08"
    assert [(words[t.start : t.end], t.type, t.value) for t in text.gold] == [
        ("yesterday", "date", "2021-12-07"),
        ("two hours", "duration", "PT2H"),
    ]


def test_scores_are_those_of_tempeval_3(folder: Path) -> None:
    (text,) = times.read_folder(folder)
    counts: Counter[str] = Counter()
    system = [found(text, "Orlen yesterday", "2021-12-07", "date"), found(text, "Velin", "PRESENT_REF", "date")]
    misses = times.compare(text, system, counts)
    row = times.scores(counts)
    assert {name: row[name] for name in ("P", "R", "relaxed", "strict", "value")} == {
        "P": 50.0,
        "R": 50.0,
        "relaxed": 50.0,
        "strict": 0.0,
        "value": 50.0,
    }
    assert [miss.kind for miss in misses] == ["not found", "not in the gold"]


def test_a_folder_without_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no \.tml files"):
        times.read_folder(tmp_path)


@pytest.mark.slow
def test_the_command_prints_its_table(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["times", str(folder), "--split", "tiny", "--json"])
    times.main()
    row = json.loads(capsys.readouterr().out)["TIMEX3"]["tiny"]
    assert (row["times"], row["strict"], row["value"]) == (2, 100.0, 100.0)
