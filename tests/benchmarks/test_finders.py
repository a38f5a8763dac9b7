import json
from pathlib import Path

from finders import documents, rows
from tests.lexicons import shipped
from tests.parses import clauses


def test_texts_and_lines_are_read(tmp_path: Path) -> None:
    plain, listed = tmp_path / "one.txt", tmp_path / "more.jsonl"
    plain.write_text("Varnia met Orlen.", encoding="utf-8")
    listed.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("One.", "Two.")), encoding="utf-8")
    assert [each.text for each in documents([plain, listed], None)] == ["Varnia met Orlen.", "One.", "Two."]
    assert len(documents([plain, listed], 2)) == 2


def test_every_finder_has_a_row_and_all_together_one() -> None:
    found = list(rows("own", [clauses("Varnia | met | Orlen", names=[("Varnia", "location")])], shipped()))
    assert [row.name for row in found] == [
        "grammar", "mentions", "times", "attributions", "events", "figures", "commitments", "one core",
    ]  # fmt: skip
    assert found[-1].values["words"] == 4
