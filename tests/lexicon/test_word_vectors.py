import numpy as np
import pytest

from tests.lexicons import shipped

WORDS = shipped().word_vectors


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("met", "meet"), ("Invaded", "invade"), ("sanctions", "sanction"), ("withdrew", "withdraw"), ("Xqzt", "xqzt")],
)
def test_the_lemma_of_a_form(form: str, lemma: str) -> None:
    assert WORDS.lemma_of(form) == lemma


def test_near_in_meaning() -> None:
    def likeness(one: str, other: str) -> float:
        return float(WORDS.vectors[WORDS.row_of(one)] @ WORDS.vectors[WORDS.row_of(other)])

    assert likeness("invaded", "invasion") > 0.6
    assert likeness("invaded", "invasion") > likeness("invaded", "signed")
    assert likeness("Xqzt", "invasion") == 0


def test_vectors_have_length_one() -> None:
    lengths = np.linalg.norm(WORDS.vectors[:-1], axis=1)
    assert np.allclose(lengths, 1, atol=1e-3)
