"""Parses to spaCy and back."""

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("spacy", reason="the extra `spacy` is not installed")

import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from standoff.core.parse import Name, Parse, Word
from standoff.core.records import Document
from standoff.parse import from_spacy, to_spacy
from standoff.parse.words import split_words
from tests.builders import at, document
from tests.parse.spoken import story
from tests.parses import cued, named, parse, parses, plain, read

# Out -----------------------------------------------------------------------------------------------------------


def test_tokens_say_what_words_say() -> None:
    report, parsed = story()
    doc = to_spacy(report, parsed)
    assert [(token.text, token.pos_, token.dep_, token.head.text) for token in doc[:15]] == [
        ("Ilka", "PROPN", "nsubj", "said"),
        ("Orlen", "PROPN", "flat", "Ilka"),
        (",", "PUNCT", "punct", "minister"),
        ("the", "DET", "det", "minister"),
        ("Varnian", "ADJ", "amod", "minister"),
        ("minister", "NOUN", "appos", "Ilka"),
        (",", "PUNCT", "punct", "Ilka"),
        ("said", "VERB", "ROOT", "said"),
        (" ", "SPACE", "dep", "said"),
        ("on", "ADP", "case", "Monday"),
        ("Monday", "PROPN", "obl", "said"),
        (":", "PUNCT", "punct", "said"),
        ("\n\n", "SPACE", "dep", ":"),
        ("“", "PUNCT", "punct", "wait"),
        ("We", "PRON", "nsubj", "wait"),
    ]
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Ilka Orlen, the Varnian minister, said  on Monday:",
        "“We wait.",
        "We do not sail.”",
    ]


def test_features_and_lemmas() -> None:
    report, parsed = read("Orlen spoke", "Orlen PROPN spoke nsubj\nspoke VERB - root")
    said = msgspec.structs.replace(parsed.words[1], features="Mood=Ind|Tense=Past", lemma="speak")
    doc = to_spacy(report, msgspec.structs.replace(parsed, words=(parsed.words[0], said)))
    assert (doc[1].lemma_, doc[1].morph.to_dict()["Tense"], doc[0].lemma_, str(doc[0].morph)) == (
        "speak",
        "Past",
        "",
        "",
    )


def test_names_become_entities_and_parts_of_attributions_are_linked() -> None:
    report, parsed = story()
    doc = to_spacy(report, parsed)
    assert [(span.text, span.label_) for span in doc.ents] == [("Ilka Orlen", "PERSON"), ("Varnian", "MISC")]
    parts = {key: [(span.text, span.label_, span.id_) for span in doc.spans[key]] for key in doc.spans}
    assert parts == {
        "name": [("Ilka Orlen", "PERSON", "0"), ("Varnian", "MISC", "1")],
        "source": [("Ilka Orlen", "SOURCE", "0")],
        "cue": [("said", "CUE", "0")],
        "content": [("We wait.", "CONTENT", "0"), ("We do not sail.", "CONTENT", "0")],
    }
    assert doc.spans["name"].attrs == {"score": {"0": 0.75, "1": 0.5}}
    assert doc.spans["content"].attrs == {"score": {"0": 0.875}, "depth": {"0": 0}}


def test_of_names_that_overlap_the_longest_is_an_entity_and_all_are_kept() -> None:
    report = document("report.txt", "Bank of Lodan")
    names = (named(report, "Bank of Lodan", "organization"), named(report, "Lodan", "location"))
    doc = to_spacy(report, plain(report, names=names))
    assert [span.text for span in doc.ents] == ["Bank of Lodan"]
    assert [span.text for span in doc.spans["name"]] == ["Bank of Lodan", "Lodan"]
    assert from_spacy(report, doc).names == names


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" ", [" "]),
        ("\n \t", ["\n \t"]),
        ("a b", ["a", "b"]),
        (" a ", [" ", "a"]),
        ("a  b", ["a", " ", "b"]),
        ("a\nb \n", ["a", "\n", "b", "\n"]),
        ("a\u00a0b\u200bc", ["a", "\u00a0", "b", "\u200b", "c"]),
        ("\ufeff\r\n\x00 e\u0301", ["\ufeff", "\r\n", "\x00", "e\u0301"]),
        ("\u3000\U0001f30d\u2028.", ["\u3000", "\U0001f30d", "\u2028", "."]),
    ],
)
def test_white_space_is_kept_to_the_character(text: str, tokens: list[str]) -> None:
    report = document("report.txt", text)
    words = tuple(Word(*span, n, "X", n, "root") for n, span in enumerate(split_words(text)))
    doc = to_spacy(report, Parse(report.id, words, (), ()))
    assert [token.text for token in doc] == tokens
    assert doc.text == text
    assert from_spacy(report, doc).words == words


def test_words_that_leave_something_out_leave_the_text_whole() -> None:
    report = document("report.txt", "one -- two three")
    words = (Word(0, 3, 0, "NUM", 0, "root"), Word(7, 10, 0, "NUM", 0, "conj"))
    doc = to_spacy(report, Parse(report.id, words, (), ()))
    assert (doc.text, [token.text for token in doc]) == (report.text, ["one", "--", "two", "three"])


def test_a_parse_of_another_document_is_refused() -> None:
    report, parsed = story()
    with pytest.raises(ValueError, match="does not belong"):
        to_spacy(document("other.txt", "Other."), parsed)
    assert to_spacy(report, parsed).text == report.text


def test_half_a_surrogate_pair_is_refused() -> None:
    report = document("report.txt", "a \ud800")
    with pytest.raises(ValueError, match="surrogates"):
        to_spacy(report, plain(report))


@pytest.mark.parametrize(("style", "sign"), [("dep", "displacy-arrow"), ("ent", "MISC"), ("span", "CONTENT")])
def test_displacy_draws_it_and_escapes_the_words(style: str, sign: str) -> None:
    text, table = "<script> said no", "<script> X said nsubj\nsaid VERB - root\nno INTJ said obj"
    report = document("report.txt", text)
    parsed = parse(report, table, names=[named(report, "no", "misc")], cued=[cued(report, "no", cue="said")])
    drawn = displacy.render(
        to_spacy(report, parsed), style=style, options={"spans_key": "content"}, jupyter=False, page=True
    )
    assert sign in drawn
    assert "&lt;script&gt;" in drawn
    assert "<script" not in drawn


# Out and back --------------------------------------------------------------------------------------------------

FEATURES = st.sampled_from(["", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "Polarity=Neg", "Voice=Pass"])


@st.composite
def round_trips(draw: st.DrawFn) -> tuple[Document, Parse]:
    """Any text and a parse of it within the law that ``from_spacy`` states."""
    blank = st.sampled_from(["", " ", "  ", "\n", "\n\n", " \t", "\u00a0", "\u200b"])
    word = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)
    report = document("report.txt", "".join(draw(st.lists(st.one_of(blank, word), max_size=25))))
    parsed = draw(parses(report))
    words = tuple(
        msgspec.structs.replace(each, features=draw(FEATURES), lemma=draw(st.sampled_from(["", "be", "<b>"])))
        for each in parsed.words
    )
    names = {(name.start, name.end): name for name in parsed.names}
    return report, msgspec.structs.replace(parsed, words=words, names=tuple(names[place] for place in sorted(names)))


@given(round_trips())
def test_what_comes_back_is_what_went_out(drawn: tuple[Document, Parse]) -> None:
    report, parsed = drawn
    doc = to_spacy(report, parsed)
    assert doc.text == report.text
    assert from_spacy(report, doc) == parsed


@pytest.mark.parametrize(
    "keep",
    [
        lambda doc: pickle.loads(pickle.dumps(doc)),
        lambda doc: Doc(doc.vocab).from_bytes(doc.to_bytes()),
        lambda doc: next(DocBin(docs=[doc]).get_docs(doc.vocab)),
    ],
    ids=["pickle", "bytes", "DocBin"],
)
def test_it_survives_how_spacy_keeps_documents(keep: Callable[[Doc], Doc]) -> None:
    report, parsed = story()
    assert from_spacy(report, keep(to_spacy(report, parsed))) == parsed


def test_it_reads_on_in_a_pipeline() -> None:
    """Components of a pipeline run over our document, and what they add comes back."""
    report, parsed = story()
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler", config={"overwrite_ents": False}).add_patterns([{"label": "GPE", "pattern": "Monday"}])  # type: ignore[attr-defined]
    back = from_spacy(report, nlp(to_spacy(report, parsed, nlp.vocab)))
    monday = at(report, "Monday")
    assert back.names == (*parsed.names, Name(monday.start, monday.end, "location", 1.0))
    assert (back.words, back.cued) == (parsed.words, parsed.cued)


def test_an_entity_that_is_taken_away_is_gone() -> None:
    report, parsed = story()
    doc = to_spacy(report, parsed)
    doc.ents = doc.ents[:1]
    assert from_spacy(report, doc).names == parsed.names[:1]


# The extra -----------------------------------------------------------------------------------------------------

WITHOUT = """
import sys
import standoff.parse, standoff.parse.reader, standoff.pipeline
assert "spacy" not in sys.modules
sys.modules["spacy"] = None
try:
    standoff.parse.to_spacy
except ModuleNotFoundError as error:
    print(error)
"""


def test_spacy_is_imported_only_when_asked_for_and_named_when_missing() -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True, env=os.environ)
    assert told.stdout.strip() == "to_spacy needs spaCy: pip install 'standoff[spacy]'"


PAGE = Path(__file__).parents[2] / "docs" / "spacy.md"


def test_what_the_page_on_spacy_shows_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its code runs from top to bottom, with the reader that ships."""
    monkeypatch.chdir(tmp_path)
    shown = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    exec("\n".join(shown), {"__name__": "page"})
    assert "Ilka Orlen" in capsys.readouterr().out
    assert "CONTENT" in (tmp_path / "said.html").read_text("utf-8")
