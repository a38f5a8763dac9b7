import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon import common_words
from standoff.lexicon.common_words import CommonWordLines, load_common_words
from standoff.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(("rarer", "commoner"), [("heron", "minist"), ("minist", "presid"), ("kremli", "month")])
def test_how_common_words_are(rarer: str, commoner: str, lexicon: Lexicon) -> None:
    counts = lexicon.common_words.counts
    assert counts.get(rarer, 0) < counts[commoner] <= lexicon.common_words.pieces


def test_function_words_are_not_counted(lexicon: Lexicon) -> None:
    assert not {"the", "of", "said", "not"} & lexicon.common_words.counts.keys()


def test_more_holders_than_pieces_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(_name: str, _kind: object) -> CommonWordLines:
        return CommonWordLines(pieces=4, counts={3: "dam flood", 5: "rain"})

    monkeypatch.setattr(common_words, "load", lines)
    with pytest.raises(ResourceError, match="counts 4 pieces, but one word stands in 5"):
        load_common_words()
