import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon import actors
from standoff.lexicon.actors import ActorLines, load_actor_words
from standoff.lexicon.lexicon import Lexicon

LINES = ActorLines(past="", future="", future_behind="", parts={}, forms="", bodies="", leaders="", seats="")


def test_every_seat_is_a_body_of_a_state(lexicon: Lexicon) -> None:
    bodies = {seat: lexicon.body_of(seat) for seat in lexicon.actors.seats}
    assert [seat for seat, body in bodies.items() if body is None or body.state is None or body.name != seat] == []


@pytest.mark.parametrize(
    ("noun", "part"),
    [("troops", "armed forces"), ("administration", "government"), ("navy", None), ("officials", None)],
)
def test_the_part_of_a_state_that_a_noun_is_for(noun: str, part: str | None, lexicon: Lexicon) -> None:
    assert lexicon.actors.parts.get(noun) == part


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ({"past": "former, then", "future": "then"}, "resources/actors.yaml lists then as past and as future"),
        (
            {"parts": {"one": "troops", "two": "troops"}},
            "resources/actors.yaml lists 'troops' twice, as 'one' and as 'two'",
        ),
    ],
)
def test_a_word_of_two_meanings_fails_by_name(
    lines: dict[str, object], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = {name: getattr(LINES, name) for name in LINES.__struct_fields__} | lines
    monkeypatch.setattr(actors, "load", lambda name, kind: kind(**fields))
    with pytest.raises(ResourceError, match=message):
        load_actor_words()
