from event_types import Read, Sentence, read, rows
from standoff.core.parse import Parse
from standoff.core.records import Document
from standoff.lexicon.lexicon import Lexicon
from tests.lexicons import shipped
from tests.parses import read as parsed_by_hand


def test_the_type_of_what_a_source_does_to_a_target() -> None:
    text = "Varnia bombed Orlen."
    table = "Varnia PROPN bombed nsubj\nbombed VERB - root\nOrlen PROPN bombed obj\n. PUNCT bombed punct"

    def reader(document: Document) -> Parse:
        return parsed_by_hand(document.text, table)[1]

    lexicon: Lexicon = shipped()
    (found,) = read([Sentence(text, "ASSAULT", ((0, 6),), ((14, 19),))], reader, lexicon)  # type: ignore[arg-type]
    assert (found.gold, found.text) == ("ASSAULT", text)
    assert found.found in lexicon.event_types.types


def test_scores_are_by_type_and_their_mean() -> None:
    found = [Read("AID", "AID", ""), Read("AID", "AGREE", ""), Read("AGREE", "AGREE", "")]
    values = {row.name: row.values for row in rows("own", found)}
    assert values["AID"] == {"P": 100, "R": 50, "F1": 200 / 3, "sentences": 2}
    assert values["AGREE"] == {"P": 50, "R": 100, "F1": 200 / 3, "sentences": 1}
    assert round(values["macro F1"]["value"] or 0, 1) == 66.7
    assert round(values["accuracy"]["value"] or 0, 1) == 66.7
