import pytest
from msgspec.structs import replace

from standoff.brief.report.look import depths, look
from standoff.core.records import Document, Mention, Study
from tests.builders import attribution, document, mention, study


def chain() -> tuple[Document, list[Mention]]:
    """A name, the same name again, a pronoun, a description that the pronoun stands for, a place of that name."""
    found = document("a.txt", "Orlen left. Orlen spoke; the minister said she would. Orlen is a town. Vesk left.")
    first, again = mention(found, "Orlen"), mention(found, "Orlen", nth=1)
    minister = mention(found, "the minister", form="description", refers=again)
    she = mention(found, "she", form="pronoun", refers=minister)
    return found, [first, again, minister, she, mention(found, "Orlen", "place", nth=2), mention(found, "Vesk")]


def test_mentions_that_stand_for_one_name_share_an_entry_and_others_do_not() -> None:
    found, mentions = chain()
    looked = look(found, study(found, *mentions), "")
    assert [looked.entries[each.id] for each in mentions] == ["m1", "m1", "m1", "m1", "m2", "m3"]
    assert [looked.name(each.id) for each in mentions] == ["Orlen"] * 5 + ["Vesk"]


@pytest.mark.parametrize("outside", [True, False])
def test_mentions_that_lead_in_a_circle_or_nowhere_end_somewhere(outside: bool) -> None:
    found = document("a.txt", "She told her that he knew.")
    she, her, he = (mention(found, words, form="pronoun") for words in ("She", "her", "he knew"))
    circle = [
        replace(she, refers=her.id),
        replace(her, refers=she.id),
        replace(he, refers="unknown" if outside else he.id),
    ]
    looked = look(found, study(found, *circle), "")
    assert [looked.entries[each.id] for each in circle] == ["m1", "m1", "m2"]


def test_a_statement_is_as_deep_as_those_that_it_stands_inside() -> None:
    found = document("a.txt", "A said B said C said it rained.")
    outer = attribution(found, "B said C said it rained")
    middle = attribution(found, "C said it rained", within=outer)
    inner = attribution(found, "it rained", within=middle)
    statements = {each.id: each for each in (inner, outer, middle)}
    assert depths(statements) == {outer.id: 0, middle.id: 1, inner.id: 2}


def test_a_deep_nest_is_no_recursion() -> None:
    found = document("a.txt", "x" * 5000)
    nested = [attribution(found, "x")]
    for end in range(2, 4000):
        nested.append(replace(nested[0], content=(found.span(0, end),), within=nested[-1].id))
    statements = {each.id: each for each in reversed(nested)}
    assert max(depths(statements).values()) == 3998


def test_long_words_are_told_by_their_beginning_and_end() -> None:
    found = document("a.txt", "begin " + "middle " * 100 + "end")
    told = look(found, Study(doc=found.id), "").words(found.span(0, len(found.text)), 60)
    assert told.startswith("begin middle")
    assert told.endswith("middle end")
    assert " … " in told
    assert len(told) <= 63
