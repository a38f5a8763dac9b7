from pathlib import Path

import msgspec
import pytest
from training.corpora import plover


def test_sentences_with_their_places(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    line = {"id": "1", "text": "Varnia met Orlen.", "event": "CONSULT", "source_spans": [[0, 6]], "quad": 1}
    file.write_bytes(msgspec.json.encode(line) + b"\n\n")
    (sentence,) = plover.read(file)
    assert (sentence.event, sentence.source_spans, sentence.target_spans) == ("CONSULT", ((0, 6),), ())


def test_a_line_without_a_type_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(b'{"id": "1", "text": "Varnia met Orlen."}\n')
    with pytest.raises(msgspec.ValidationError, match="event"):
        list(plover.read(file))
