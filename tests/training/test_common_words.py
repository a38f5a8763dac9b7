"""How common words are, counted in texts of our own."""

import json
from pathlib import Path

import msgspec
from training.common_words import PIECE, count, pieces, texts, written

from standoff.lexicon.common_words import CommonWordLines

PADDING = " ".join(f"word{number}" for number in range(60))


def test_a_long_text_is_several_pieces_and_a_short_rest_is_none() -> None:
    text = " ".join(f"x{number}" for number in range(2 * PIECE + 5))
    assert [len(piece) for piece in pieces(text)] == [PIECE, PIECE]
    assert list(pieces("A dam.")) == []


def test_stems_are_counted_once_a_piece_and_rare_ones_left_out() -> None:
    stories = [f"The floods of Ilmar, a flood, {PADDING}", f"Floods and snow {PADDING}", f"A flood and snow {PADDING}"]
    total, by_count = count(piece for text in stories for piece in pieces(text))
    assert total == 3
    assert "flood" in by_count[3]
    assert {stem for stems in by_count.values() for stem in stems}.isdisjoint({"snow", "ilmar", "the"})


def test_what_is_written_is_read_again() -> None:
    lines = msgspec.yaml.decode(written(7, {3: ["dam", "no", "1979"], 7: ["rain"]}).encode(), type=CommonWordLines)
    assert lines == CommonWordLines(pieces=7, counts={3: "dam no 1979", 7: "rain"})


def test_treebanks_are_read_by_document(tmp_path: Path) -> None:
    for name in ("polnear/train", "meantime/docs"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": name}) + "\n", encoding="utf-8")
    (tmp_path / "ud").mkdir()
    trees = "# newdoc id = a\n# text = One.\n1\tOne\n\n# text = Two.\n\n# newdoc id = b\n# text = Three.\n"
    for name in ("en_ewt-train", "en_gum-train"):
        (tmp_path / "ud" / f"{name}.conllu").write_text(trees, encoding="utf-8")
    found = [text for text in texts(tmp_path) if text]
    assert found == ["polnear/train", "meantime/docs", "One.\nTwo.", "Three.", "One.\nTwo.", "Three."]
