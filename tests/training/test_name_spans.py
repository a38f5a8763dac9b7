"""Names out of corpora that mark phrases."""

import json
from pathlib import Path

import pytest
from training.corpora import meantime, re3d
from training.corpora.name_spans import LOCATION, ORGANIZATION, PERSON, label_names
from training.corpora.proper_names import MISC
from training.example import UNLABELLED

from standoff.parse.pieces import load_vocabulary
from standoff.parse.words import split_words


@pytest.mark.parametrize(
    ("text", "spans", "names"),
    [
        ("They met the Senate.", [("the Senate", ORGANIZATION)], {"Senate": 3}),
        (
            "He met Foreign Secretary Orla Venn.",
            [("Foreign Secretary Orla Venn", PERSON)],
            {"Foreign": UNLABELLED, "Orla": 1, "Venn": 2},
        ),
        ("He saw Norland troops.", [("Norland troops", ORGANIZATION)], {"Norland": UNLABELLED}),
        (
            "He saw Norland troops.",
            [("Norland troops", ORGANIZATION), ("Norland", LOCATION)],
            {"Norland": 5},
        ),
        ("In Norland.", [("Norland", ORGANIZATION), ("Norland", LOCATION)], {"Norland": 5}),
        (
            "He joined the Army of Norland and Zembla.",
            [("the Army of Norland and Zembla", ORGANIZATION), ("Zembla", LOCATION)],
            {"Army": 3, "of": 4, "Norland": 4, "and": 4, "Zembla": 4},
        ),
        ("The Norlandian people spoke.", [("Norlandian", MISC)], {"Norlandian": 7}),
        ("Some saw Hadley leave.", [], {"Hadley": UNLABELLED}),
        ("It ended. Many left on Monday.", [], {}),
        (
            "He met Omar al-Ja'far.",
            [("Omar al-Ja'far", PERSON)],
            dict.fromkeys("al - Ja ' far".split(), 2) | {"Omar": 1},
        ),
        ("He met the members.", [("the members", PERSON)], {}),
    ],
)
def test_the_name_in_a_phrase(text: str, spans: list[tuple[str, int]], names: dict[str, int]) -> None:
    words = split_words(text)
    places = [(text.index(phrase), text.index(phrase) + len(phrase), label) for phrase, label in spans]
    labels = label_names(text, words, places)
    assert {text[s:e]: int(n) for (s, e), n in zip(words, labels, strict=True) if n} == names


def test_re3d_documents_come_sorted(tmp_path: Path) -> None:
    for folder, identifier, text in (("b", "1", "Orla left Norland."), ("a", "2", "Nothing happened.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "documents.json").write_text(json.dumps({"_id": identifier, "text": text}) + "\n")
        (tmp_path / folder / "entities.json").write_text("")
    entities = [
        {"documentId": "1", "type": "Person", "begin": 0, "end": 4},
        {"documentId": "1", "type": "Location", "begin": 10, "end": 17},
        {"documentId": "1", "type": "Weapon", "begin": 5, "end": 9},
    ]
    (tmp_path / "b" / "entities.json").write_text("\n".join(map(json.dumps, entities)))
    found = [example.layers["name"].tolist() for example in re3d.read(tmp_path, load_vocabulary())]
    assert found == [[1, 0, 5, 0], [0, 0, 0]]


def test_meantime_is_read_only_where_it_was_annotated(tmp_path: Path) -> None:
    lines = ["Zembla Air buys jets", "May 1, 2030", "The Jet9 is new.", "Three.", "Four.", "Five.", "Zembla Air again."]
    text = "\n".join(lines)
    again = text.rindex("Zembla")
    mentions = [
        _mention(0, 10, "NAM", "ORG1"),
        _mention(text.index("The Jet9"), text.index(" is"), "NAM", "PRO2"),
        _mention(text.index("jets"), text.index("jets") + 4, "NOM", "PRO2"),
        _mention(again, again + 10, "NAM", "ORG1"),
    ]
    (tmp_path / "docs.jsonl").write_text(json.dumps({"doc_id": "d", "text": text}) + "\n")
    (tmp_path / "mentions.jsonl").write_text("\n".join(map(json.dumps, mentions)))
    (example,) = meantime.read(tmp_path, load_vocabulary())
    labels = example.layers["name"].tolist()
    assert len(labels) == len(split_words("\n".join(lines[:6])))
    assert labels[:4] == [3, 4, 0, 0]
    assert labels[4 + 4 : 4 + 4 + 2] == [0, 7]


def _mention(start: int, end: int, kind: str, chain: str) -> dict[str, object]:
    return {
        "doc_id": "d", "tag": "ENTITY_MENTION", "start": start, "end": end, "chain": chain,
        "attr": {"syntactic_type": kind},
    }  # fmt: skip
