from standoff.lexicon.acts import FILE, ActLines, load_act_words
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load


def test_every_list_has_words_and_each_word_once() -> None:
    lines = load(FILE, ActLines)
    for name in ActLines.__struct_fields__:
        words = listed(getattr(lines, name))
        assert words
        assert sorted(words) == sorted(set(words))


def test_harm_and_help_are_apart() -> None:
    words = load_act_words()
    assert words.hostile & words.helpful == set()
    assert words.hostile & words.withheld == set()
    assert words.helpful & words.harm == set()
