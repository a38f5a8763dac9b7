import pytest

from standoff.lexicon.differences import LONGEST, DifferenceWords, load_difference_words


@pytest.fixture(scope="module")
def words() -> DifferenceWords:
    return load_difference_words()


@pytest.mark.parametrize(
    ("condition", "occasions"),
    [
        ("if it invades", {"attack"}),
        ("in the event of a military escalation", {"escalation"}),
        ("if a new offensive brings a blockade", {"attack", "closure"}),
        ("if they pull back", {"withdrawal"}),
        ("if it rains", set()),
        ("", set()),
    ],
)
def test_occasions(words: DifferenceWords, condition: str, occasions: set[str]) -> None:
    assert words.occasions_in(condition.split()) == occasions


@pytest.mark.parametrize(
    ("contact", "means"),
    [
        ("a phone call", {"telephone"}),
        ("spoke by video link", {"video"}),
        ("met in person", {"meeting"}),
        ("talks", set()),
    ],
)
def test_contacts(words: DifferenceWords, contact: str, means: set[str]) -> None:
    assert words.contacts_in(contact.split()) == means


@pytest.mark.parametrize(
    ("told", "means"),
    [
        ("in a statement after the call", {"statement"}),
        ("according to a summary", {"summary"}),
        ("told a news conference", {"press conference"}),
        ("in an interview on state television", {"interview", "broadcast"}),
        ("said on tuesday", set()),
    ],
)
def test_means(words: DifferenceWords, told: str, means: set[str]) -> None:
    assert words.means_in(told.split()) == means


def test_no_phrase_is_longer_than_looked_for(words: DifferenceWords) -> None:
    assert (
        max(len(phrase.split()) for named in (words.occasions, words.contacts, words.means) for phrase in named)
        <= LONGEST
    )
