"""Each command over tiny data of its own: it runs, names its split, and its numbers are shares."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import entity_names
import existing
import polnear
import reader
import speed
import trees
from standoff.core.records import Document
from standoff.parse.reader import load_reader

Printed = pytest.CaptureFixture[str]


def said(main: Any, printed: Printed, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    monkeypatch.setattr(sys, "argv", ["command", *map(str, arguments)])
    main()
    return printed.readouterr().out


PARTS = ["trees", "raw", "names", "attribution", "broken"]


@pytest.mark.slow
def test_the_readers_table(data: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    text = data / "plain.txt"
    text.write_text("Deko left Velin.\n\nNobody knew.\n", encoding="utf-8")
    whole = json.loads(
        said(reader.main, capsys, monkeypatch, data, "--only", *PARTS, "breaks", "--detail", "--json", "--breaks", text)
    )
    assert whole["split"] == "dev"
    assert set(whole["rows"]) == {
        "trees, gold words",
        "trees, raw text",
        "names, exact span F1",
        "attribution, dev",
        "whole attribution by outlet, dev",
        "whole attribution, broken text, dev",
        "sentence breaks, own line breaks",
    }
    assert set(whole["rows"]["trees, raw text"]) == {
        "xx_gum-dev",
        "xx_gum-dev, news and speech",
        "xx_gum-dev: news",
        "xx_gum-dev: voyage",
    }
    assert whole["rows"]["trees, gold words"]["xx_gum-dev"]["words"] == 13
    shares = [row.get("F1", 0) for rows in whole["rows"].values() for row in rows.values()]
    assert all(0 <= share <= 100 for share in shares)
    assert [*whole["rows"]["names, exact span F1"]] == ["xx_news-dev, gold words", "xx_news-dev, raw text"]


def test_a_part_without_data_says_so(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    out = said(reader.main, capsys, monkeypatch, tmp_path, "--only", "trees", "attribution", "breaks")
    assert [line for line in out.splitlines() if line] == [
        "trees: no such data",
        "attribution: no such data",
        "breaks: name texts with --breaks",
        f"Split dev of {tmp_path}",
    ]


def test_the_smaller_commands(data: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    conllu, names, articles = data / "ud/xx_gum-dev.conllu", data / "uner/xx_news-dev.iob2", data / "polnear/dev.jsonl"
    assert "xx_gum-dev.conllu" in said(trees.main, capsys, monkeypatch, conllu)
    assert json.loads(said(trees.main, capsys, monkeypatch, conllu, "--json"))["xx_gum-dev.conllu"]["words"] == 13
    for option in ([], ["--raw"]):
        scores = json.loads(said(entity_names.main, capsys, monkeypatch, names, "--json", *option))
        assert set(scores["xx_news-dev.iob2"]) == {"PER", "LOC", "ORG", "all"}
    assert json.loads(said(polnear.main, capsys, monkeypatch, articles, "--json"))["articles"] == 1


def test_existing_libraries_are_measured_or_asked_for(
    data: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(existing, "import_module", missing)
    out = said(existing.main, capsys, monkeypatch, data / "ud/xx_gum-dev.conllu")
    assert "not installed: pip install pysbd simplemma spacy textblob" in out


@pytest.mark.parametrize(
    ("form", "tag", "after", "upos"),
    [
        ("was", "VBD", "", "AUX"),
        ("to", "TO", "VB", "PART"),
        ("to", "TO", "NNP", "ADP"),
        ("Velin", "NNP", "", "PROPN"),
        ("ports", "NNS", "", "NOUN"),
        ("its", "PRP$", "", "PRON"),
        ("n't", "RB", "", "PART"),
        ("“", '"', "", "PUNCT"),
        ("$", "$", "", "SYM"),
        ("blah", "", "", "X"),
    ],
)
def test_penn_classes_become_universal_ones(form: str, tag: str, after: str, upos: str) -> None:
    assert existing.universal(form, tag, after) == upos


def test_the_network_alone_is_asked_what_the_reader_asks_it() -> None:
    words, seconds = speed.network_only([speed.SHORT], 1)
    assert words == len(load_reader(1)(Document(path="short", text=speed.SHORT)).words)
    assert seconds > 0


@pytest.mark.slow
def test_processes_share_the_texts() -> None:
    passes = speed.in_processes([speed.SHORT, "One.", "Two words."], 2, 1)
    alone = speed.in_processes([speed.SHORT, "One.", "Two words."], 1, 1)
    assert sum(one.words for one in passes) == alone[0].words
    assert all(one.memory > 20 and one.ended >= one.began for one in passes)
