"""Which office of which state a title names; Varnia and Lodan are the states of these texts."""

import pytest

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.offices import Office, read_office, same_office, title_of

STATES = {"Varnia": "name varnia", "Varnian": "name varnia", "Lodan": "name lodan"}
HEAD = Office("name varnia", "head_of_state")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Varnian President", HEAD),
        ("the Varnian president", HEAD),
        ("Varnia's president", HEAD),
        ("president of Varnia", HEAD),
        ("king of Lodan", Office("name lodan", "head_of_state")),
        ("Varnian premier", Office("name varnia", "head_of_government")),
        ("Varnian leader", Office("name varnia", "leader")),
        ("Varnian foreign minister", Office("name varnia", "foreign minister")),
        ("minister of foreign affairs of Varnia", Office("name varnia", "foreign minister")),
        ("Varnian defence minister", Office("name varnia", "defense minister")),
        # of no state, of one among several, or another office
        ("president", None),
        ("Kestrian president", None),
        ("Varnian minister", None),
        ("Varnian official", None),
        ("former Varnian president", None),
        ("Varnian deputy foreign minister", None),
    ],
)
def test_the_office_in_a_title(text: str, office: Office | None, lexicon: Lexicon) -> None:
    assert read_office(text, STATES.get, lambda title: title_of(title, lexicon)) == office


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (HEAD, HEAD, True),
        (HEAD, Office("name varnia", "leader"), True),
        (Office("name varnia", "head_of_government"), Office("name varnia", "leader"), True),
        (HEAD, Office("name lodan", "head_of_state"), False),
        (HEAD, Office("name varnia", "head_of_government"), False),
        (Office("name varnia", "leader"), Office("name varnia", "foreign minister"), False),
    ],
)
def test_one_office(one: Office, other: Office, same: bool) -> None:
    assert same_office(one, other) is same
    assert same_office(other, one) is same
