"""The shipped reader: only what holds of any weights worth shipping."""

from collections.abc import Sequence
from typing import Any

import numpy.typing as npt
import pytest

from standoff.core.parse import Cued, Parse
from standoff.parse.cueing import Found
from standoff.parse.lemmas import load_lemmas
from standoff.parse.network import Floats, Network, load_weights
from standoff.parse.pieces import load_vocabulary
from standoff.parse.reader import Reader, load_reader, to_cued
from standoff.parse.words import split_words
from tests.builders import document

STORY = """Varnia rejects the line

ARDAN (Lodan Wire) - Foreign Minister Ilka Orlen said on Monday that Varnia would not accept "a line drawn by others".
"We have moved no ships," she told reporters, "and we shall move none before the talks."

Officials in Lodan did not answer. Jorn Tarvic, the Lodanian premier, had warned last week that a fleet off the
straits would be met. He said the harbour master of St. Odran had been told by the navy that 12,000 men were at sea.
"""
OTHER = "Nothing was said.\n\nThe council, according to its clerk, meets on Friday."
HARD = (
    "\u202e“”\n\n\x00\ufeff 12 ... e\u0301 й́ \U0001f30d " + "x" * 5000 + " https://" + "a" * 3000 + "\n\n" + "“" * 300
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


@pytest.fixture(scope="module")
def story(reader: Reader) -> Parse:
    return reader(document("story.txt", STORY))


def test_words_read_apart_give_pieces_apart() -> None:
    """What was left out between two words is not in a span over them."""
    text = "We wait, he said, until spring"
    inside = [(0, 2), (3, 7), (18, 23), (24, 30)]
    found = to_cued(Found((0, 1), ((0, 1),), ((1, 4),), 0.5, 1), inside, text)
    assert found == Cued((0, 2), ((0, 2),), ((3, 7), (18, 30)), 0.5, 1)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["", " ", "\n\n\t\u00a0"])
def test_a_text_without_words_gives_an_empty_parse(reader: Reader, text: str) -> None:
    report = document("empty.txt", text)
    assert reader(report) == Parse(report.id, (), (), ())


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Orlen", "…", STORY, OTHER, HARD, "word " * 800], ids=range(6))
def test_every_word_stands_in_a_tree_of_its_sentence_and_every_span_in_the_text(reader: Reader, text: str) -> None:
    parse = reader(document("any.txt", text))
    assert [(word.start, word.end) for word in parse.words] == split_words(text)
    assert [word.sentence for word in parse.words] == sorted(word.sentence for word in parse.words)
    for index, word in enumerate(parse.words):
        assert parse.words[word.head].sentence == word.sentence
        assert (word.head == index) is (word.deprel == "root")
    spans = [(name.start, name.end) for name in parse.names]
    for cued in parse.cued:
        spans += [*cued.source, *cued.content, *([cued.cue] if cued.cue else [])]
    assert all(text[start:end].strip() for start, end in spans)
    scores = [name.score for name in parse.names] + [cued.score for cued in parse.cued]
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.slow
def test_a_story_has_names_and_someone_who_says_something(story: Parse) -> None:
    names = {STORY[name.start : name.end] for name in story.names if name.label == "person"}
    assert any("Orlen" in name for name in names)
    cues = {STORY[slice(*cued.cue)] for cued in story.cued if cued.cue}
    assert any("said" in cue for cue in cues)


@pytest.mark.slow
def test_words_have_features_and_lemmas(story: Parse) -> None:
    said = next(word for word in story.words if STORY[word.start : word.end] == "said")
    assert (said.upos, said.lemma) == ("VERB", "say")
    assert "Tense=Past" in said.features.split("|")


@pytest.mark.slow
def test_the_same_text_gives_the_same_parse(reader: Reader, story: Parse) -> None:
    assert reader(document("story.txt", STORY)) == story


@pytest.mark.slow
def test_a_document_reads_the_same_alone_and_after_others(reader: Reader) -> None:
    """Neither what was read before nor how many threads read it shows in a parse."""
    for text in (OTHER, HARD, OTHER * 40):
        reader(document("before.txt", text))
    after_others = reader(document("story.txt", STORY))
    alone = load_reader(threads=1)(document("story.txt", STORY))
    assert after_others == alone


class Counting:
    """A network that counts how often it is run."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.runs = 0

    def run(self, outputs: None, inputs: dict[str, npt.NDArray[Any]], /) -> Sequence[Floats]:
        """What the network gives."""
        self.runs += 1
        return self.network.run(None, inputs)


@pytest.mark.slow
def test_what_was_read_before_is_not_read_again() -> None:
    """Not in the same text, and hardly in one that begins otherwise and goes on the same."""
    weights = load_weights(1)
    counting = Counting(weights.reader)
    reader = Reader(weights._replace(reader=counting), load_vocabulary(), load_lemmas())
    body = "".join(f"The mayor of town {n} said on day {n} that its {n} wells were dry.\n" for n in range(60))
    first = reader(document("first.txt", body))
    once = counting.runs
    assert reader(document("again.txt", body)).words == first.words
    assert counting.runs == once
    reader(document("copy.txt", "Copied from elsewhere, and with a line of its own.\n" + body))
    assert counting.runs - once < once / 2
