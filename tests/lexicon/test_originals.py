"""What texts by those who speak are called, and where they are put out."""

import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon import originals
from standoff.lexicon.originals import OriginalLines, load_original_words
from tests.lexicons import shipped


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Statement by the press secretary on the ferry", "issued"),
        ("Readout of the minister's call", "issued"),
        ("Joint statement of the two sides", "issued"),
        ("Communiqué", "issued"),
        ("STATEMENT: the boat may leave", "issued"),
        ("Full text of the letter to the harbour court", "issued"),
        ("Background press call by a senior official", "spoken"),
        ("Transcript: the harbour master before the court", "spoken"),
        ("Press conference with the minister", "spoken"),
        ("Statement angers fishermen", None),
        ("Minister's statement on the ferry", None),
        ("Court hears remarks of the captain", None),
        ("", None),
        ("a " * 100_000, None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert shipped().originals.kind_of(title) == kind


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.mfa.gov.example", True),
        ("president.example", True),
        ("navy.mil", True),
        ("news.example", False),
        ("governance.example", False),
        ("", False),
    ],
)
def test_hosts(host: str, expected: bool) -> None:
    assert shipped().originals.hosted(host) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statement on the President's upcoming call", True),
        ("The two will speak on Friday", True),
        ("Readout of the call", False),
        ("Goodwill between neighbours", False),
    ],
)
def test_upcoming(title: str, expected: bool) -> None:
    assert shipped().originals.is_upcoming(title) is expected


def test_a_name_of_both_kinds_fails_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = OriginalLines(issued="remarks", spoken="remarks", modifiers="", links="", hosts="", upcoming="")
    monkeypatch.setattr(originals, "load", lambda name, kind: lines)
    with pytest.raises(ResourceError, match="lists 'remarks' under issued and under spoken"):
        load_original_words()
