"""Deeds: found by the words that name them, each a case of others, some against others; typos fail by name."""

import msgspec
import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon import deeds
from standoff.lexicon.deeds import DeedFile, DeedLines, load_deeds
from standoff.lexicon.load import load
from tests.lexicons import shipped

DEEDS = shipped().deeds
FILE = load(deeds.FILE, DeedFile)


@pytest.mark.parametrize(
    ("words", "place", "found"),
    [
        ("troops invaded the valley", 1, {"invasion"}),
        ("closing the strait", 0, {"blockade"}),
        ("closing the pipeline", 0, {"cut-off"}),
        ("closing the meeting", 0, set()),
        ("froze two accounts", 0, {"asset freeze"}),
        ("economic measures", 1, {"sanctions"}),
        ("go ahead", 0, {"going ahead"}),
        ("a buildup", 1, {"build-up"}),
        ("the valley", 1, set()),
    ],
)
def test_a_word_names_a_deed_where_its_company_fits(words: str, place: int, found: set[str]) -> None:
    assert DEEDS.at(words.split(), place) == found


@pytest.mark.parametrize(
    ("deed", "other", "entails"),
    [
        ("invasion", "attack", True),
        ("attack", "invasion", False),
        ("invasion", "escalation", True),
        ("escalation", "invasion", False),
        ("embargo", "sanctions", True),
        ("sanctions", "response", True),
        ("breach of a ceasefire", "hostilities", True),
        ("talks", "invasion", False),
        ("killing", "killing", True),
    ],
)
def test_a_deed_entails_what_it_is_a_case_of_and_not_the_other_way(deed: str, other: str, entails: bool) -> None:
    assert DEEDS.entails(deed, other) is entails


@pytest.mark.parametrize(
    ("deed", "other", "breaks"),
    [
        ("invasion", "diplomacy", True),
        ("shooting", "ceasefire", True),
        ("blockade", "free passage", True),
        ("detention", "release", True),
        ("talks", "diplomacy", False),
        ("escalation", "release", False),
        ("release", "detention", False),
    ],
)
def test_a_deed_breaks_what_it_is_against_and_all_cases_of_that(deed: str, other: str, breaks: bool) -> None:
    assert DEEDS.breaks(deed, other) is breaks
    assert (deed in DEEDS.enemies(other)) is breaks


def test_no_deed_breaks_itself_or_what_it_is_a_case_of() -> None:
    assert [deed for deed in DEEDS.above if DEEDS.above[deed] & DEEDS.broken[deed]] == []


def test_every_deed_has_words() -> None:
    named = {entry.deed for entries in DEEDS.entries.values() for entry in entries}
    assert set(FILE.deeds) - named == set()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (DeedLines(verbs="close [door]"), r"'close \[door\]' has the class \[door\], which is not listed"),
        (DeedLines(verbs="knock", parents="noise"), "knocking names the deed 'noise', which is not listed"),
        (DeedLines(verbs="knock", against="noise"), "knocking names the deed 'noise', which is not listed"),
        (DeedLines(verbs="knock", parents="knocking"), "'knocking' is a case of itself"),
    ],
)
def test_what_does_not_fit_is_named(lines: DeedLines, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = msgspec.structs.replace(FILE, deeds={**FILE.deeds, "knocking": lines})
    monkeypatch.setattr(deeds, "load", lambda *_: spoilt)
    with pytest.raises(ResourceError, match=message):
        load_deeds()
