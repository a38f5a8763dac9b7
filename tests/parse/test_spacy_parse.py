"""What other pipelines made, as parses; and pipelines in the reader's place."""

import pytest

pytest.importorskip("spacy", reason="the extra `spacy` is not installed")

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from standoff.core.errors import UnfitParseError
from standoff.core.parse import Cued
from standoff.core.records import Document
from standoff.parse import SpacyReader, from_spacy
from standoff.parse.spacy_labels import ENTITIES, NAMES
from tests.builders import document
from tests.parse.spoken import TABLE, story

# In ------------------------------------------------------------------------------------------------------------


def test_a_bare_tokenizer_gives_words_in_one_sentence() -> None:
    report = document("report.txt", " Orlen spoke.\n\nNobody heard.")
    parsed = from_spacy(report, spacy.blank("en")(report.text))
    assert [(report.text[w.start : w.end], w.sentence, w.upos, w.head, w.deprel) for w in parsed.words] == [
        ("Orlen", 0, "X", 0, "root"),
        ("spoke", 0, "X", 0, "dep"),
        (".", 0, "PUNCT", 0, "dep"),
        ("Nobody", 0, "X", 0, "dep"),
        ("heard", 0, "X", 0, "dep"),
        (".", 0, "PUNCT", 0, "dep"),
    ]


def test_sentences_without_trees() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    report = document("report.txt", "Orlen spoke.\n\n \n Nobody heard.")
    parsed = from_spacy(report, nlp(report.text))
    assert [(word.sentence, word.head, word.deprel) for word in parsed.words] == [
        *[(0, 0, "root"), (0, 0, "dep"), (0, 0, "dep")],
        *[(1, 3, "root"), (1, 3, "dep"), (1, 3, "dep")],
    ]


def made(words: list[str], **said: list[str] | list[int]) -> tuple[Document, Doc]:
    """A report and what some pipeline made of it."""
    doc = Doc(spacy.blank("en").vocab, words=words, **said)  # type: ignore[arg-type]
    return document("report.txt", doc.text), doc


def test_a_root_of_white_space_leaves_a_tree() -> None:
    report, doc = made(["a", "\n", "b"], heads=[1, 1, 0], deps=["nsubj", "ROOT", "obj"])
    assert [(word.head, word.deprel) for word in from_spacy(report, doc).words] == [(0, "root"), (0, "obj")]


def test_labels_of_spacys_english_models_become_universal() -> None:
    report, doc = made(
        ["He", "spoke", "in", "Ardan"],
        heads=[1, 1, 1, 2],
        deps=["nsubj", "ROOT", "prep", "pobj"],
        pos=["PRON", "VERB", "ADP", "PROPN"],
    )
    parsed = from_spacy(report, doc)
    assert [(word.head, word.deprel) for word in parsed.words] == [(1, "nsubj"), (1, "root"), (3, "case"), (1, "obl")]


def test_labels_of_neither_style_are_refused_with_the_document_and_the_labels() -> None:
    report, doc = made(["Er", "sprach"], heads=[1, 1], deps=["sb", "ROOT"])
    with pytest.raises(UnfitParseError, match=r"report\.txt: .*: sb;"):
        from_spacy(report, doc)


def test_only_our_features_are_kept() -> None:
    report, doc = made(["her"], morphs=["Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"])
    assert from_spacy(report, doc).words[0].features == "Number=Sing|Person=3"


@pytest.mark.parametrize(
    ("theirs", "place", "shown"),
    [
        ("Orlen spoke", 6, "' spoke'"),
        ("Orlen  spoke up", 12, "''"),
        ("Orlen", 5, "'  spoke'"),
        ("", 0, "'Orlen  spoke'"),
    ],
)
def test_another_text_is_refused_with_the_document_and_the_place(theirs: str, place: int, shown: str) -> None:
    report = document("report.txt", "Orlen  spoke")
    with pytest.raises(UnfitParseError) as error:
        from_spacy(report, spacy.blank("en")(theirs))
    told = str(error.value)
    assert told.startswith("report.txt: ")
    assert f"from character {place} on" in told
    assert f"in the report {shown}" in told


@pytest.mark.parametrize(
    ("entity", "label"),
    [
        *[("PERSON", "person"), ("PER", "person"), ("ORG", "organization"), ("GPE", "location"), ("LOC", "location")],
        *[("FAC", "location"), ("NORP", "misc"), ("MISC", "misc"), ("per", "person")],
        *[("DATE", None), ("CARDINAL", None), ("MONEY", None), ("", None)],
    ],
)
def test_entities_become_names(entity: str, label: str | None) -> None:
    report, doc = made(["Ardan"])
    doc.set_ents([Span(doc, 0, 1, label=entity)])
    assert [name.label for name in from_spacy(report, doc).names] == ([label] if label else [])


def test_every_name_of_ours_comes_back_by_its_entity() -> None:
    assert {NAMES[entity]: entity for entity in ENTITIES.values()} == ENTITIES


def test_attributions_of_another_pipeline() -> None:
    """Linked by id; a content without an id stands alone, a cue or source without a content is left out."""
    report, doc = made(["Orlen", "said", "no", "and", "never"])
    doc.spans["source"] = [Span(doc, 0, 1, span_id="x"), Span(doc, 3, 4, span_id="lost")]
    doc.spans["cue"] = [Span(doc, 1, 2, span_id="x")]
    doc.spans["content"] = [Span(doc, 4, 5, span_id="x"), Span(doc, 3, 4), Span(doc, 2, 3, span_id="y")]
    assert from_spacy(report, doc).cued == (
        Cued((6, 10), ((0, 5),), ((18, 23),), 1.0, 0),
        Cued(None, (), ((11, 13),), 1.0, 0),
        Cued(None, (), ((14, 17),), 1.0, 0),
    )


# In the reader's place -----------------------------------------------------------------------------------------


@Language.component("standoff_test_grammar")
def grammar(doc: Doc) -> Doc:
    """Every word a noun, in a chain."""
    for token in doc:
        token.pos_, token.dep_ = "NOUN", "ROOT" if token.i == 0 else "nmod"
        token.head = doc[max(0, token.i - 1)]
    return doc


@Language.component("standoff_test_no_names")
def no_names(doc: Doc) -> Doc:
    doc.ents = []
    return doc


@Language.component("standoff_test_no_content")
def no_content(doc: Doc) -> Doc:
    doc.spans["content"] = []
    return doc


@pytest.mark.parametrize(
    ("pipes", "ours"),
    [
        ([], {"words", "names", "cued"}),
        (["grammar"], {"names", "cued"}),
        (["no_names"], {"words", "cued"}),
        (["no_content"], {"words", "names"}),
        (["grammar", "no_names", "no_content"], set()),
    ],
)
def test_what_a_pipeline_leaves_unsaid_the_reader_says(pipes: list[str], ours: set[str]) -> None:
    """To find nothing is to say something: then the reader is not asked."""
    report, parsed = story()
    nlp = spacy.blank("en")
    for pipe in pipes:
        nlp.add_pipe(f"standoff_test_{pipe}")
    found = SpacyReader(nlp, lambda _: parsed)(report)
    assert {part for part in ("words", "names", "cued") if getattr(found, part) == getattr(parsed, part)} == ours
    assert found.doc == report.id


def test_a_pipeline_with_grammar_can_stand_alone() -> None:
    report, _ = story()
    nlp = spacy.blank("en")
    nlp.add_pipe("standoff_test_grammar")
    found = SpacyReader(nlp)(report)
    assert found == from_spacy(report, nlp(report.text))
    assert len(found.words) == len(TABLE.split()) / 4


def test_a_pipeline_without_grammar_cannot_stand_alone() -> None:
    with pytest.raises(UnfitParseError, match=r"report\.txt: the pipeline gives no word classes"):
        SpacyReader(spacy.blank("en"))(document("report.txt", "Orlen spoke."))
    assert SpacyReader(spacy.blank("en"))(document("empty.txt", " ")).words == ()


def test_a_text_longer_than_the_pipeline_takes_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.max_length = 5
    with pytest.raises(UnfitParseError, match=r"report\.txt: 6 characters"):
        SpacyReader(nlp)(document("report.txt", "Orlen."))
