import pytest

from standoff.brief.page import Ref, Sentence, Words, quote
from standoff.core.span import Span


def test_a_sentence_without_a_span_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no sentence in a brief without a span behind it"):
        Sentence((Words("Everyone agrees."),))


@pytest.mark.parametrize("part", [Ref("d"), Ref("d", Span("d", 0, 3)), quote(Span("d", 0, 3), "direct")])
def test_a_reference_or_a_quotation_is_enough(part: Ref) -> None:
    assert Sentence((part,)).parts == (part,)
