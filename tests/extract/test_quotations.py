from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extract.quotations import LONGEST, find_quotations, overlapping, quoted_share
from tests.drawing import texts

CLOSED = [
    # curly, straight, and those of other languages
    ("“We wait,” he said. “Then we act.”", ["“We wait,”", "“Then we act.”"]),
    ('"We wait," he said. "Then we act."', ['"We wait,"', '"Then we act."']),
    ('He said "no" and ("never").', ['"no"', '"never"']),
    ("„So nicht“, sagte er. «Non», dit-il.", ["„So nicht“", "«Non»"]),
    # British single marks: an apostrophe, or the possessive of a plural, is none
    ("‘We wait,’ she said. ‘Then we act.’", ["‘We wait,’", "‘Then we act.’"]),
    ("He spoke of a ‘red line’ and left.", ["‘red line’"]),
    ("The ‘red lines’ and the ‘hard limits’ hold.", ["‘red lines’", "‘hard limits’"]),
    ("‘The generals’ plan won’t hold,’ she said.", ["‘The generals’ plan won’t hold,’"]),
    ("‘We don’t want war’, she said, for ‘it is over’.", ["‘We don’t want war’", "‘it is over’"]),
    ("‘We wait’", ["‘We wait’"]),
    # only the outermost count
    ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
    ("‘He told me “no” twice,’ she said.", ["‘He told me “no” twice,’"]),
    # marks that are no quotation
    ("The generals’ plan and the ministers’ reply", []),
    ("It’s Orlen’s, isn’t it? Don’t ask.", []),
    ('a 5" pipe and a 6" pipe', []),
    ('"" “” ” "', []),
    ("", []),
    # damage: a closing mark that stands where only an opening one can, a mark with no space before it
    ("”We wait,” he said.", ["”We wait,”"]),
    ("“We wait“, he said", ["“We wait“"]),
    ('he said:"We wait"', ['"We wait"']),
    ("“We wait.”She left —“and how?”", ["“We wait.”", "“and how?”"]),
]


@pytest.mark.parametrize(("text", "quotations"), CLOSED)
def test_closed_quotations(text: str, quotations: list[str]) -> None:
    found = find_quotations(text)
    assert [text[q.start : q.end] for q in found] == quotations
    assert all(q.closed for q in found)


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        # a quotation over paragraphs opens each of them and is closed once
        ("“First this.\n\n“Then that,” he said.", [("First this.", False), ("Then that,", True)]),
        ('"First this.\r\n"Then that," he said.', [("First this.", False), ("Then that,", True)]),
        # a mark that is never closed ends with its paragraph and takes nothing of the next
        ('He said "we wait. Then he left.\nNext.', [("we wait. Then he left.", False)]),
        ("“One.\n\nTwo.\n\n“Three,” he said.", [("One.", False), ("Three,", True)]),
        ("He left. “", []),
        ("He left. “ \nNext.", []),
    ],
)
def test_a_quotation_left_open_ends_with_its_paragraph(text: str, quotations: list[tuple[str, bool]]) -> None:
    assert [(text[slice(*q.inner)], q.closed) for q in find_quotations(text)] == quotations


def test_an_opening_mark_with_pages_after_it_is_a_lost_mark() -> None:
    assert [q.closed for q in find_quotations("“" + "a" * (LONGEST - 1))] == [False]
    assert find_quotations("“" + "a" * LONGEST) == ()


MARKED = st.text(alphabet='ab s.,\n\r“”‘’"«»„—(', max_size=60) | texts()


@given(MARKED)
def test_quotations_are_disjoint_in_order_and_within_one_paragraph(text: str) -> None:
    found = find_quotations(text)
    for one in found:
        low, high = one.inner
        assert 0 <= one.start < low < high <= one.end <= len(text)
        assert not set(text[one.start : one.end]) & {"\n", "\r"}
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(MARKED, st.integers(0, 60), st.integers(1, 60))
def test_overlapping_finds_those_that_share_a_character(text: str, start: int, length: int) -> None:
    found = find_quotations(text)
    shared = tuple(q for q in found if q.start < start + length and start < q.end)
    assert overlapping(found, start, start + length) == shared


@pytest.mark.parametrize(
    ("text", "quoted", "share"),
    [
        ("“all of it,”", "“all of it,”", 1.0),
        ("he said “half of it” no ab", "half of it” no ab", 8 / 12),
        ("nothing quoted", "nothing quoted", 0.0),
        ("“...” !", "...” !", 0.0),
    ],
)
def test_the_share_of_letters_in_quotation_marks(text: str, quoted: str, share: float) -> None:
    start = text.index(quoted)
    assert quoted_share(find_quotations(text), [(start, start + len(quoted))], text) == pytest.approx(share)


@pytest.mark.parametrize(
    ("block", "quotations"),
    [(block, 0) for block in ('"', "”", "‘", "’", "s’ ", '" ', "“\n", "“”", "a,’", "«")]
    + [("“", 1)]
    + [(block, 100_000) for block in ('"a" ', "‘s’ ")],
)
def test_a_hundred_thousand_marks_end(block: str, quotations: int) -> None:
    assert len(find_quotations(block * 100_000)) == quotations
