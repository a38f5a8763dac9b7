"""The mapping of MEANTIME, the counting, and the command over tiny data of its own."""

import json
import sys
from pathlib import Path

import pytest

import factuality

Printed = pytest.CaptureFixture[str]
CERTAIN = {"certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE", "special_cases": "NONE"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "occurred"),
        ({"time": "FUTURE"}, "scheduled"),
        ({"certainty": "POSSIBLE"}, "hypothetical"),
        ({"certainty": "PROBABLE", "time": "FUTURE"}, "hypothetical"),
        ({"special_cases": "COND_IF_CLAUSE", "certainty": "UNDERSPECIFIED"}, "hypothetical"),
        ({"special_cases": "COND_MAIN_CLAUSE"}, "hypothetical"),
        ({"polarity": "NEG"}, "denied"),
        ({"polarity": "NEG", "certainty": "POSSIBLE"}, "denied"),
        ({"special_cases": "GEN"}, None),
        ({"certainty": None}, None),
        ({"certainty": "UNDERSPECIFIED"}, None),
        ({"polarity": "UNDERSPECIFIED"}, None),
        ({"time": "UNDERSPECIFIED"}, None),
    ],
)
def test_the_mapping(changed: dict[str, str | None], expected: str | None) -> None:
    assert factuality.mapped({**CERTAIN, **changed}) == expected


def test_the_counting() -> None:
    pairs = [
        (("occurred",), "occurred"),
        (("denied",), "occurred"),
        (("hypothetical", "scheduled"), "scheduled"),
        (("hypothetical", "scheduled"), "denied"),
    ]
    events = [factuality.Read(accepted, found, "", "") for accepted, found in pairs]
    values = {row.name: row.values for row in factuality.rows("dev", events)}
    assert values["occurred"] == {"P": 50.0, "R": 100.0, "F1": pytest.approx(200 / 3), "events": 1}
    assert values["scheduled"] == {"P": 100.0, "R": 100.0, "F1": 100.0, "events": 1}
    assert values["hypothetical"] == {"P": 0.0, "R": 0.0, "F1": 0.0, "events": 1}
    assert values["denied"] == {"P": 0.0, "R": 0.0, "F1": 0.0, "events": 1}
    assert values["macro F1"]["value"] == pytest.approx((200 / 3 + 100) / 4)
    assert values["accuracy"] == {"value": 50.0}


TEXT = "Lodan will leave Ardan. It did not attack the port."


def given_folder(folder: Path) -> Path:
    rows = [("leave", {**CERTAIN, "time": "FUTURE"}), ("attack", {**CERTAIN, "polarity": "NEG"}), ("port", None)]
    mentions = [
        {
            "doc_id": "a",
            "tag": "EVENT_MENTION",
            "start": TEXT.index(word),
            "end": TEXT.index(word) + len(word),
            "attr": attributes,
        }
        for word, attributes in rows
    ]
    (folder / "docs.jsonl").write_text(json.dumps({"doc_id": "a", "text": TEXT}) + "\n", "utf-8")
    (folder / "mentions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in mentions), "utf-8")
    return folder


def given_gold(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(TEXT.encode())
    at = TEXT.index("attack")
    events = [{"doc": "a", "at": [at, at + 6], "factuality": ["denied", "ongoing"]}]
    gold = {"documents": [{"doc": "a", "path": "a.txt"}], "events": events}
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    return folder / "gold.json"


def said(printed: Printed, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    monkeypatch.setattr(sys, "argv", ["command", *map(str, arguments)])
    factuality.main()
    return printed.readouterr().out


def test_the_command(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, gold = given_folder(tmp_path), given_gold(tmp_path)
    out = said(capsys, monkeypatch, folder, "--split", "own")
    assert "factuality, own" in out
    assert "macro F1, always occurred" in out
    whole = json.loads(said(capsys, monkeypatch, folder, "--split", "own", "--json"))
    assert whole["events"] == 2
    assert whole["rows"]["factuality of all, own"]["accuracy"] == {"value": 100.0}
    assert whole["misses"] == []
    assert json.loads(said(capsys, monkeypatch, gold, "--json"))["events"] == 1


def test_misses_are_shown_with_their_words(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factuality, "factuality_of", lambda *_: ("ongoing", "nothing"))
    out = said(capsys, monkeypatch, given_folder(tmp_path), "--misses", "1")
    assert "scheduled, not occurred (nothing): Lodan will [leave] Ardan." in out
