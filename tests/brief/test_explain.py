"""Any record is told from its words to its reason."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

import standoff
from standoff.brief.explain import CONTEXT, LONGEST, explanation, listed_targets, named
from standoff.brief.finders import FINDERS, finder_of
from standoff.brief.index import Index, index
from standoff.brief.listing import place_of
from standoff.brief.targets import Target, all_targets, fitting, touching, words_of
from standoff.brief.terminal import drawn
from standoff.core.dossier import Dossier
from standoff.core.records import Why
from tests.brief.crisis import crisis
from tests.builders import document, dossiers, event, study

HOME = Path(standoff.__file__).parent
FINDER = re.compile(r"\"((?:extract|lexicon|reader|resolve)(?:\.[a-z_]+)+)\"")


@pytest.fixture(scope="module")
def found() -> Index:
    return index(crisis())


def only(found: Index, kind: str, words: str) -> Target:
    """The one reading of this kind that begins with these words."""
    fitting = [
        target
        for target in all_targets(found)
        if target.kind == kind and (spans := words_of(target.record)) and found.words(spans[0]).startswith(words)
    ]
    assert len(fitting) == 1
    return fitting[0]


def told(found: Index, target: Target) -> str:
    return " ".join(drawn(found, [explanation(found, target)], width=10_000).split())


@pytest.mark.parametrize(
    ("kind", "words", "parts"),
    [
        (
            "event",
            "closed",
            [
                "She denied that Ardania had ⟦closed⟧ the bridge.",
                "type: COERCE factuality: denied when: the text does not say",
                "agent: “Ardania” [1:203-210], of no actor target: “Lodan” [1:11-16] = Lodan (lodan)",
                "place: “border” [1:312-318], of no actor",
                "carried by: Ira Vesk, “She” [1:187-190] “denied” [1:191-197]; denies, indirect, in [1:198-232]",
                "found by: hand because: written by hand score: 1.00 of 1 runner-up: none told",
            ],
        ),
        (
            "event",
            "call",
            [
                "[1] Vareth Courier, 5 Mar 2041 (metadata): Vesk warns Lodan over the Orrin valley reports/01.txt",
                "when: 5 Mar 2041, reckoned from the day the document was published (published)",
                "by the time: “Tuesday” [1:178-185] = 2041-03-05 (",
                "participant: “Lodan” [1:11-16] = Lodan (lodan)",
                "carried by: none: the reporter's own voice",
            ],
        ),
        (
            "figure",
            "about 12,000",
            [
                "value: about 12,000 unit: person what: “Lodan troops” [1:284-296] hedge: about status: actual",
                "where: “border” [1:312-318], of no actor",
                "claimed by: “A senior defence official” [1:235-260] = A senior defence official (official)",
            ],
        ),
        (
            "commitment",
            "any new battalion",
            [
                "force: threat debtor: “Ira Vesk” [1:66-74] = Ira Vesk (vesk) creditor: “Lodan”",
                "antecedent: “any new battalion in the Orrin valley” [1:81-118]",
                "consequent: “will be met with strong economic measures” [1:119-160] strength: will polarity: positive",
                "told through, 1 of 1: Ira Vesk, “Ira Vesk” [1:66-74] “said” [1:75-79]; threatens, direct, in",
            ],
        ),
        (
            "commitment",
            "we will accept",
            ["force: red line", "creditor: the text does not say", "consequent: left open", "polarity: negative"],
        ),
        (
            "commitment",
            "Ardania reopen",
            ["antecedent: none: it is bound to no condition consequent:", "deadline: 8 Mar 2041 by the time: “Friday”"],
        ),
        ("time", "withdraw", ["value: PRESENT_REF days: the text does not say needs: the document's date"]),
        ("time", "12 March", ["days: 12 Mar 2041, as the words themselves say (explicit) reckoned from: “Talks”"]),
        (
            "attribution",
            "any new battalion in the Orrin valley would",
            ["within: Lodan News Agency, “Lodan News Agency” [4:229-246] “reported” [4:247-255]; asserts, indirect"],
        ),
        ("attribution", "“We ask", ["⟦“We ask for nothing more,”⟧ Hale said, ⟦“and we will accept nothing less.”⟧"]),
        ("mention", "She", ["type: person, by pronoun stands for: “Ira Vesk” [1:66-74] = Ira Vesk (vesk) actor: Ira"]),
    ],
)
def test_a_reading_is_told_with_the_words_behind_each_field(
    found: Index, kind: str, words: str, parts: list[str]
) -> None:
    told_of = told(found, only(found, kind, words))
    assert [part for part in parts if part not in told_of] == []


@pytest.mark.parametrize(
    ("kind", "key", "parts"),
    [
        ("actor", "vesk", ["“Vesk” [4:145-149] is “Ira Vesk” [1:66-74]", "mention: “She” [1:187-190]"]),
        (
            "utterance",
            None,
            [
                "speaker: Ira Vesk (vesk) told in: 1 to 3 independent accounts",
                "wording: “any new battalion",
                "in common",
            ],
        ),
        ("account", None, ["2 documents with one origin", "[1] and [3]: both carry one release"]),
        ("document", None, ["place: [1] reports/01.txt", "published: 5 Mar 2041, from metadata", "2 documents"]),
    ],
)
def test_a_finding_is_told(found: Index, kind: str, key: str | None, parts: list[str]) -> None:
    target = next(each for each in all_targets(found) if each.kind == kind and key in (None, each.id))
    told_of = told(found, target)
    assert told_of.startswith(f"{kind} {target.id}")
    assert [part for part in parts if part not in told_of] == []


def test_the_reason_names_the_rule_its_score_the_runner_up_and_where_it_is_kept() -> None:
    report = document("1.txt", "Ardania and Lodan met.")
    met = event(report, "met", "CONSULT")
    why = Why("lexicon.nouns", 0.876, "a detail", "AGREE 0.12")
    dossier = Dossier(documents=(report,), studies=(study(report, msgspec.structs.replace(met, why=why)),))
    found = index(dossier)
    assert told(found, only(found, "event", "met")).endswith(
        "found by: the list of nouns for persons and bodies (lexicon.nouns) because: a detail score: 0.88 of 1 "
        "runner-up: AGREE 0.12 kept in: extract/descriptions.py, resources/nouns.yaml"
    )


def test_a_record_is_asked_for_by_its_id_or_the_beginning_of_it(found: Index) -> None:
    targets = list(all_targets(found))
    for target in targets:
        assert fitting(found, target.id) == (target,)
        same = sum(each.id.startswith(target.id[:4]) for each in targets)
        assert len(fitting(found, target.id[:4])) == same
    assert fitting(found, "no such id") == ()
    assert len(fitting(found, "")) == len(targets)


def test_a_place_leads_to_the_readings_there_the_exact_ones_first(found: Index) -> None:
    there = touching(found, place_of(found, "1:215-221"))
    assert [target.kind for target in there] == ["event", "attribution"]
    kinds = [target.kind for target in touching(found, place_of(found, "1:66-74"))]
    assert kinds == ["mention"]
    assert touching(found, place_of(found, "5:40-43")) == (only(found, "attribution", "Talks"),)


def test_readings_at_a_place_are_listed_with_their_ids(found: Index) -> None:
    there = touching(found, place_of(found, "1:215-221"))
    listed = drawn(found, [listed_targets(found, there, "There:")], width=10_000)
    assert f"- event        {there[0].id} “closed” [1:215-221]\n" in listed
    assert f"- attribution  {there[1].id} “that Ardania had closed the bridge” [1:198-232]\n" in listed
    assert named(found, there[0]) == f"event {there[0].id} [1:215-221]"


def test_context_begins_and_ends_with_a_word_and_long_words_are_cut() -> None:
    before, after = "vorher " * 100, " nachher" * 100
    report = document("1.txt", f"{before}met{after}")
    found = index(Dossier(documents=(report,), studies=(study(report, event(report, "met", "CONSULT")),)))
    words = told(found, only(found, "event", "met"))
    shown = re.search(r"] ((?:vorher )+)⟦met⟧((?: nachher)+) type:", words)
    assert shown is not None
    assert CONTEXT - 10 < len(shown[1]) <= CONTEXT
    long = document("1.txt", "word " * 1000)
    found = index(Dossier(documents=(long,), studies=(study(long, event(long, long.text, "CONSULT")),)))
    assert len(told(found, next(iter(touching(found, long.span(0, 4)))))) < 2 * LONGEST


@settings(max_examples=25)  # each is drawn record by record
@given(dossiers())
def test_everything_in_a_dossier_can_be_explained_and_nothing_in_it_steers_the_terminal(dossier: Dossier) -> None:
    found = index(dossier)
    for target in all_targets(found):
        words = drawn(found, [explanation(found, target)])
        assert words.startswith(f"{target.kind} {target.id}\n")
        assert not set(words) & set("\x1b\x9b\u202e\u2066\u200f\r\x85\u2028")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("reader.names", "the reader's head for names"),
        ("extract.commitment.red_line", "the rules for commitments, rule “red line”"),
        ("lexicon.states: adjective", "the list of states, adjective"),
        ("extract.nonsense", None),
        ("nonsense: adjective", None),
    ],
)
def test_a_rule_is_told_by_its_name_or_under_its_family(name: str, says: str | None) -> None:
    found = finder_of(name)
    assert (found.says if found is not None else None) == says


def finders_in_code() -> Iterator[tuple[str, str]]:
    for room in ("extract", "resolve"):
        for path in sorted((HOME / room).rglob("*.py")):
            yield from ((path.name, name) for name in FINDER.findall(path.read_text("utf-8")))


def test_every_rule_and_head_is_told_in_words_and_is_where_it_says() -> None:
    named_in_code = {name: path for path, name in finders_in_code()}
    assert {name: path for name, path in named_in_code.items() if finder_of(name) is None} == {}
    assert [name for name, finder in FINDERS.items() if not all((HOME / file).exists() for file in finder.files)] == []
    assert all(finder.files for finder in FINDERS.values())
