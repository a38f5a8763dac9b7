"""Whether a title is held, was held, or is to come."""

import pytest

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.roles import tense_of


@pytest.mark.parametrize(
    ("before", "role", "behind", "tense"),
    [
        ("", "President", " Ilka Orlen", "present"),
        ("the ", "former president", " Ilka Orlen", "past"),
        ("a former ", "senior adviser", " to Orlen", "past"),
        ("", "ex-minister", " Ilka Orlen", "past"),
        ("", "then-President", " Ilka Orlen", "past"),
        ("the late ", "king", " Orlen", "past"),
        ("", "President-elect", " Ilka Orlen", "future"),
        ("the ", "prime minister", "-designate, Ilka Orlen", "future"),
        ("the ", "prime minister", " designate Ilka Orlen", "future"),
        ("the incoming ", "chancellor", " Ilka Orlen", "future"),
        # who is outgoing, or acting, holds the office still
        ("the ", "outgoing chancellor", " Ilka Orlen", "present"),
        ("", "acting foreign minister", " Ilka Orlen", "present"),
        # what belongs to something else says nothing
        ("back then, ", "President", " Ilka Orlen", "present"),
        ("the former mayor, now ", "minister", " Ilka Orlen", "present"),
        ("", "minister", ", designate of nothing", "present"),
    ],
)
def test_the_time_of_a_title(before: str, role: str, behind: str, tense: str, lexicon: Lexicon) -> None:
    assert tense_of(role, (before, behind), lexicon.actors) == tense
