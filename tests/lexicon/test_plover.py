"""The words that name events: their types, and entries that fail by name."""

import pytest

from standoff.core.errors import ResourceError
from standoff.core.vocabulary import EVENT_TYPES, EventType
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.plover import Condition, Entry, entries_of, entry_of

FORCES = frozenset(("troop", "troops"))


def listed(lemma: str, upos: str, lexicon: Lexicon) -> tuple[Entry, ...]:
    return {"VERB": lexicon.plover.verbs, "NOUN": lexicon.plover.nouns}[upos].get(lemma, ())


@pytest.mark.parametrize(
    ("lemma", "upos", "kind"),
    [
        ("invade", "VERB", "ASSAULT"),
        ("invasion", "NOUN", "ASSAULT"),
        ("meet", "VERB", "CONSULT"),
        ("talks", "NOUN", "CONSULT"),
        ("condemn", "VERB", "ACCUSE"),
        ("urge", "VERB", "REQUEST"),
        ("refuse", "VERB", "REJECT"),
        ("warn", "VERB", "THREATEN"),
        ("ultimatum", "NOUN", "THREATEN"),
        ("embargo", "NOUN", "SANCTION"),
        ("deploy", "VERB", "MOBILIZE"),
        ("besiege", "VERB", "COERCE"),
        ("blockade", "NOUN", "COERCE"),
        ("withdraw", "VERB", "RETREAT"),
        ("truce", "NOUN", "RETREAT"),
        ("amnesty", "NOUN", "CONCEDE"),
        ("airlift", "NOUN", "AID"),
        ("demonstration", "NOUN", "PROTEST"),
        ("cooperate", "VERB", "COOPERATE"),
        ("praise", "VERB", "SUPPORT"),
        ("agree", "VERB", "AGREE"),
    ],
)
def test_the_likeliest_type_of_a_word(lemma: str, upos: str, kind: EventType, lexicon: Lexicon) -> None:
    assert listed(lemma, upos, lexicon)[-1].type == kind  # the last fits where no condition of another does


@pytest.mark.parametrize(("lemma", "upos"), [("add", "VERB"), ("note", "VERB"), ("invade", "NOUN"), ("table", "NOUN")])
def test_words_that_name_no_event(lemma: str, upos: str, lexicon: Lexicon) -> None:
    assert listed(lemma, upos, lexicon) == ()


def test_every_type_has_verbs_and_nouns(lexicon: Lexicon) -> None:
    for entries in (lexicon.plover.verbs, lexicon.plover.nouns):
        assert {entry.type for same in entries.values() for entry in same} - {None} == set(EVENT_TYPES)


def test_the_entry_with_most_conditions_comes_first(lexicon: Lexicon) -> None:
    weights = [entry.weight for entry in lexicon.plover.verbs["withdraw"]]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("phrase", "head", "conditions"),
    [
        ("pull out", "pull", (Condition(None, frozenset(("out", "outs"))),)),
        ("call for", "call", (Condition("for", None),)),
        ("send [forces]", "send", (Condition(None, FORCES, is_class=True),)),
        ("send by ship", "send", (Condition("by", frozenset(("ship", "ships"))),)),
        ("[forces] enter", "enter", ()),
    ],
)
def test_a_verb_taken_apart(phrase: str, head: str, conditions: tuple[Condition, ...]) -> None:
    entry = entry_of(phrase, "MOBILIZE", {"forces": frozenset(("troop",))}, needs="", verb=True)
    assert (entry.head, entry.conditions) == (head, conditions)
    assert bool(entry.before) == phrase.startswith("[")


@pytest.mark.parametrize(
    ("phrase", "head"),
    [("air strike", "strike"), ("call for", "call"), ("show of force", "show"), ("in advance", "advance")],
)
def test_the_head_of_a_noun(phrase: str, head: str) -> None:
    assert entry_of(phrase, "ASSAULT", {}, needs="", verb=False).head == head


def test_an_unknown_class_fails_by_name() -> None:
    with pytest.raises(ResourceError, match=r"\[boats\]"):
        entry_of("sink [boats]", "ASSAULT", {}, needs="", verb=True)


def test_a_phrase_with_two_types_fails_by_name() -> None:
    with pytest.raises(ResourceError, match="'strike' twice"):
        entries_of({"": {"ASSAULT": "strike", "PROTEST": "strike"}}, "", {}, verbs=True)
