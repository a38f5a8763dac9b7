from pathlib import Path

import pytest

from conllu import cut, documents, genre, spaces


def test_the_raw_text_is_rebuilt(data: Path) -> None:
    golds = list(documents(data / "ud" / "xx_gum-dev.conllu"))
    assert [(gold.id, gold.text) for gold in golds] == [
        ("GUM_news_harbour", "Velin's port didn't open. Ships wait.\n\nNo."),
        ("GUM_voyage_lake", "Swim"),
    ]


def test_each_word_stands_where_its_offsets_say(data: Path) -> None:
    gold = next(documents(data / "ud" / "xx_gum-dev.conllu"))
    forms = [gold.text[word.start : word.end] for word in gold.words]
    assert forms == ["Velin", "'s", "port", "did", "n't", "open", ".", "Ships", "wait", ".", "No", "."]
    assert spaces(gold) == ["", "", " ", " ", "", " ", "", " ", " ", "", "\n\n", ""]


def test_sentences_heads_and_features_are_the_documents(data: Path) -> None:
    gold = next(documents(data / "ud" / "xx_gum-dev.conllu"))
    assert [word.sentence for word in gold.words] == [0] * 7 + [1] * 3 + [2] * 2
    assert [word.head for word in gold.words] == [2, 0, 5, 5, 5, 5, 5, 8, 8, 8, 10, 10]
    assert gold.words[8].features == "Mood=Ind|Tense=Pres"
    assert (gold.words[3].lemma, gold.words[0].deprel) == ("do", "nmod:poss")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("_", ""), ("Definite=Def|PronType=Art", ""), ("Case=Nom|Number=Plur|Person=1", "Number=Plur|Person=1")],
)
def test_features_a_reader_does_not_give_are_left_out(cell: str, kept: str) -> None:
    assert cut(cell) == kept


@pytest.mark.parametrize(
    ("name", "kind"), [("GUM_news_harbour", "news"), ("email-box20_01", "email"), ("plain", "plain")]
)
def test_the_genre_is_told_by_the_name(name: str, kind: str) -> None:
    assert genre(name) == kind
