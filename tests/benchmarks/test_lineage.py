"""The damages that the benchmark of lineage does, and the command over a tiny collection of invented texts."""

import json
import random
import sys
from pathlib import Path

import pytest

import damage
import lineage
import rewriting
from tests.resolve.crossing import OTHER, THIRD, WIRE

Printed = pytest.CaptureFixture[str]
TEXTS = (WIRE, OTHER, THIRD)


@pytest.fixture
def thesaurus() -> dict[str, tuple[str, ...]]:
    return rewriting.thesaurus_of([*TEXTS, "timber lumber planks boards boat ship quay dock " * 9])


def lines(text: str) -> str:
    """A sentence a line, as the sets have them."""
    return "\n".join(line for line in text.replace("\n", " ").replace(". ", ".\n").splitlines() if line)


def test_stand_ins_end_alike_and_are_other_words(thesaurus: dict[str, tuple[str, ...]]) -> None:
    assert thesaurus["timber"]
    assert all(other != word and other[-2:] == word[-2:] for word, others in thesaurus.items() for other in others)


def test_spinning_keeps_names_numbers_and_quotations(thesaurus: dict[str, tuple[str, ...]]) -> None:
    text = "On 12 May the mayor of Aldmouth told Ilsa Dorn that “the boat may leave the quay” by the end of the week."
    spun = rewriting.spun(0.9, thesaurus)(text, random.Random(1))
    assert spun != text
    assert all(kept in spun for kept in ("12", "Aldmouth", "Ilsa Dorn", "“the boat may leave the quay”"))


@pytest.mark.parametrize("change", [rewriting.spun, rewriting.translated])
def test_more_is_changed_the_more_is_asked_for(change: object, thesaurus: dict[str, tuple[str, ...]]) -> None:
    assert callable(change)
    shares = [rewriting.changed(WIRE, change(share, thesaurus)(WIRE, random.Random(1))) for share in (0.0, 0.3, 0.6)]
    assert shares == sorted(shares)
    assert shares[2] > shares[0] + 0.2


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        ("a b c d", "a b c d", 0.0),
        ("a b c d", "A x c d", 0.25),
        ("a b c d", "c d a b", 0.5),
        ("a", "b", 1.0),
        ("", "", 1.0),
    ],
)
def test_what_counts_as_changed(before: str, after: str, share: float) -> None:
    assert rewriting.changed(before, after) == share


def test_every_damage_says_what_is_right(thesaurus: dict[str, tuple[str, ...]]) -> None:
    base, other, third = (damage.Text(f"{n}", "one", lines(text)) for n, text in enumerate(TEXTS))
    words = ["crate", "lamp", "ferry"]
    every = {
        **damage.copies(words),
        **damage.rewrites(words, thesaurus),
        **damage.halves(thesaurus),
        **damage.statements(words),
    }
    for name, change in every.items():
        pair = change(base, other, third, random.Random(1))
        again = change(base, other, third, random.Random(1))
        assert pair == again, name
        assert pair.left.text != pair.right.text, name
        assert set(pair.classes) <= {damage.COPY, damage.SHARED, damage.NONE}, name


def test_twelve_words_in_a_row_are_no_independence() -> None:
    left = damage.Text("a", "one 2030-05-01", f"{WIRE} {THIRD}")
    common = " ".join(THIRD.split()[:12])
    for text, apart in ((f"{OTHER} {common}", False), (f"{OTHER} {common.rsplit(' ', 1)[0]}", True)):
        right = damage.Text("b", "one 2030-05-01", " ".join((text, *(f"word{n}" for n in range(200)))))
        assert lineage.apart_in_words(left, right, lineage.runs_of_five([left, right])) == apart


def collection(folder: Path) -> Path:
    rows = [
        {"id": str(number), "time": f"2030-05-0{1 + number % 2}", "text": lines(f"{text}\n{TEXTS[number - 1]}")}
        for number, text in enumerate(TEXTS)
    ]
    rows.append({"id": "9", "time": "2030-05-01", "text": " ".join(f"word{n}" for n in range(80))})
    for name in ("Crossing_post", "Harbour_wire"):
        (folder / name).mkdir()
        lines_ = (json.dumps(row if name == "Crossing_post" else {**row, "text": row["text"][::-1]}) for row in rows)
        (folder / name / "articles.jsonl").write_text("\n".join(lines_), encoding="utf-8")
    return folder


def said(printed: Printed, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    monkeypatch.setattr(sys, "argv", ["lineage", *map(str, arguments)])
    lineage.main()
    return printed.readouterr().out


def test_the_command(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = collection(tmp_path)
    found = json.loads(said(capsys, monkeypatch, folder, "--json", "--bases", "2"))
    copies = {row["damage"]: row for row in found["copies and excerpts"]}
    assert copies["another masthead"]["recall"] == 1
    assert copies["all copies and excerpts"]["pairs"] == 12 * copies["another masthead"]["pairs"]
    assert all(0 <= row["recall"] <= 1 for rows in (found["rewrites"], found["statements"]) for row in rows)
    whole = json.loads(said(capsys, monkeypatch, folder, "--json", "--whole"))["untouched"]
    assert {row["pairs_of"]: row["called_copy"] for row in whole}["strangers"] == 0
    assert "independent texts as they are" in said(capsys, monkeypatch, folder, "--whole")
