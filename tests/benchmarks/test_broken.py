import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broken import DAMAGES, Damaged, Edit, edited, glued, lowered, translated, unquoted, uppered

TEXT = "“The council will stay,” Ilmar Deko said.\n\nHe told Velin's ‘Herald’ that the deputies’ talks in Osk ended."
DICE = st.integers(0, 999).map(random.Random)
TEXTS = st.text(st.sampled_from("aB .“”‘’\"'\nßİ") | st.characters()) | st.lists(
    st.sampled_from("The the a said in on Ilmar Deko. “We will” ‘no’ of talks\n".split(" "))
).map(" ".join)


def cuts(text: str) -> st.SearchStrategy[list[Edit]]:
    """Edits of a text in order, without overlap."""
    places = st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted)
    new = st.text("xy ", max_size=4)
    return st.tuples(places, st.lists(new, min_size=4, max_size=4)).map(
        lambda drawn: [
            (*span, put) for span, put in zip(zip(drawn[0][::2], drawn[0][1::2], strict=False), drawn[1], strict=False)
        ]
    )


@pytest.mark.parametrize("name", DAMAGES)
@given(text=TEXTS, dice=DICE)
def test_places_run_from_the_first_to_the_last_and_never_back(name: str, text: str, dice: random.Random) -> None:
    damaged = DAMAGES[name](text, dice)
    assert len(damaged.places) == len(text) + 1
    assert (damaged.places[0], damaged.places[-1]) == (0, len(damaged.text))
    assert list(damaged.places) == sorted(damaged.places)


@given(st.data(), TEXTS)
def test_what_no_edit_touches_reads_back_as_it_was(data: st.DataObject, text: str) -> None:
    edits = data.draw(cuts(text))
    damaged = edited(text, edits)
    touched = {place for start, end, _ in edits for place in range(start, end)}
    for place in set(range(len(text))) - touched:
        assert damaged.text[damaged.places[place]] == text[place]


@given(st.data(), TEXTS)
def test_spans_end_to_end_hold_the_whole_text_and_each_its_own_part(data: st.DataObject, text: str) -> None:
    edits = data.draw(cuts(text))
    damaged = edited(text, edits)
    new = {(start, end): put for start, end, put in edits}
    edges = sorted({0, len(text), *(edge for span in new for edge in span)})
    for start, end in pairwise(edges):
        own = damaged.text[damaged.places[start] : damaged.places[end]]
        assert own == new.get((start, end), text[start:end])


@given(TEXTS, DICE)
def test_casing_moves_nothing(text: str, dice: random.Random) -> None:
    for damage in (lowered, uppered):
        damaged = damage(text, dice)
        assert damaged.places == tuple(range(len(text) + 1))
        assert damaged.text.casefold() == damage(damaged.text, dice).text.casefold()


@given(TEXTS, DICE)
def test_stripping_takes_marks_and_nothing_else(text: str, dice: random.Random) -> None:
    bare = unquoted(text, dice).text
    assert not set(bare) & set('"“”„‟«»')
    assert [c for c in bare if c not in "‘’"] == [c for c in text if c not in '"“”„‟«»‘’']


@given(TEXTS, DICE)
def test_gluing_takes_single_spaces_and_nothing_else(text: str, dice: random.Random) -> None:
    assert glued(text, dice).text.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We stay,” he said.", "We stay, he said."),
        ("the ‘Herald’ wrote", "the Herald wrote"),
        ("the deputies’ talks, Osk’s mayor", "the deputies’ talks, Osk’s mayor"),
        ("a ‘ministers’ pact’ it’s not", "a ministers pact’ it’s not"),  # the first mark that can close does
        ("‘open\nministers’ talks", "open\nministers’ talks"),
        ("5'11\"", "5'11"),
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str, bare: str) -> None:
    assert unquoted(text, random.Random(0)).text == bare


def test_all_but_the_mark_is_left_of_a_quoted_span() -> None:
    damaged = unquoted(TEXT, random.Random(0))
    span = damaged.span(0, 24)
    assert span is not None
    assert damaged.text[slice(*span)] == "The council will stay,"
    assert damaged.span(0, 1) is None


class Always(random.Random):
    """A die that always falls low."""

    def random(self) -> float:
        return 0.0


def test_every_place_that_can_be_glued_is_when_the_die_says_so() -> None:
    assert glued("He left. She told Ilmar Deko. The end", Always()).text == "He left.She toldIlmar Deko.The end"


def test_an_article_goes_with_its_space_and_a_word_keeps_its_span() -> None:
    text = "The council said no"
    damaged = translated(text, Always())
    cue = damaged.span(12, 16)
    assert cue is not None
    assert damaged.text.startswith("council ")
    assert damaged.text[slice(*cue)] in ("stated", "says", "pointed out", "told")
    assert damaged.span(0, 11) == (0, 7)


def test_the_same_die_gives_the_same_damage() -> None:
    for damage in DAMAGES.values():
        assert damage(TEXT, random.Random("x")) == damage(TEXT, random.Random("x"))


def test_a_span_of_nothing_but_white_space_is_gone() -> None:
    assert Damaged("a  b", (0, 1, 2, 3, 4)).span(1, 3) is None
