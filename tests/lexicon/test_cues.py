import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.vocabulary import ACTS
from standoff.lexicon.cues import FILE, CueLines, load_cues
from standoff.lexicon.inflect import verb_forms
from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

LINES = load(FILE, CueLines)
CUES = load_cues()
WORDS = st.sampled_from(sorted(CUES.lemmas)) | st.sampled_from(sorted(CUES.between)) | st.text(max_size=6)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "asserts"),
        ("SAID", "asserts"),
        ("has said", "asserts"),
        ("told reporters", "asserts"),
        ("according to", "asserts"),
        ("said in a statement", "asserts"),
        ("a statement", "asserts"),
        ("made it clear", "asserts"),
        ("was quoted as saying", "asserts"),
        ("agreed", "asserts"),
        ("signalled", "asserts"),
        ("signaled", "asserts"),
        ("was asked about", "asks"),
        ("asked whether", "asks"),
        ("wondered", "asks"),
        ("asked", "demands"),
        ("asked to", "demands"),
        ("declined to say", "declines"),
        ("would not say", "declines"),
        ("refused to comment", "declines"),
        ("said no comment", "declines"),
        ("kept silent", "declines"),
        ("did not immediately respond to", "declines"),
        ("declined", "rejects"),
        ("plans to", "promises"),
        ("told a press conference", "asserts"),
        ("denied", "denies"),
        ("is denying", "denies"),
        ("dismissed as fake", "denies"),
        ("their denial", "denies"),
        ("urged", "demands"),
        ("were urging", "demands"),
        ("called for", "demands"),
        ("called again on", "demands"),
        ("appeals", "demands"),
        ("insists on", "demands"),
        ("pledged", "promises"),
        ("vows", "promises"),
        ("committed", "promises"),
        ("agreed to", "promises"),
        ("is ready to", "promises"),
        ("assurance", "promises"),
        ("threatened", "threatens"),
        ("vowed to retaliate", "threatens"),
        ("issued a threat", "threatens"),
        ("has repeatedly warned", "warns"),
        ("is warning", "warns"),
        ("said , warning", "warns"),
        ("cautioned against", "warns"),
        ("issued a stern warning", "warns"),
        ("ruled out", "rejects"),
        ("refused", "rejects"),
        ("brushed aside", "rejects"),
        ("does not accept", "rejects"),
        ("cannot accept", "rejects"),
        ("can not accept", "rejects"),
        ("would never accept", "rejects"),
        ("did n't rule out", "asserts"),
        ("would n’t rule out", "asserts"),
        ("didn't rule out", "asserts"),
        ("refused to rule out", "asserts"),
        ("accused", "accuses"),
        ("criticized", "accuses"),
        ("criticised", "accuses"),
        ("went on to accuse", "accuses"),
        ("issued a statement condemning", "accuses"),
        ("lashed out at", "accuses"),
        ("reiterated", "reaffirms"),
        ("made clear again", "reaffirms"),
        ("doubled down", "reaffirms"),
        ("proposed", "proposes"),
        ("put forward", "proposes"),
        ("'s proposal", "proposes"),
        ("xyzzy", None),
        (":", None),
        ("", None),
    ],
)
def test_act_of_a_cue(lexicon: Lexicon, cue: str, act: str | None) -> None:
    assert lexicon.act_of(cue.split()) == act


@given(st.lists(WORDS, max_size=15))
def test_any_words_have_an_act_or_none(words: list[str]) -> None:
    assert CUES.act_of(words) in (*ACTS, None)


def test_every_listed_phrase_has_its_own_act_also_when_parted() -> None:
    for phrase, act in CUES.acts.items():
        assert CUES.longest_from(phrase, 0) == (act, len(phrase))
        parted = (phrase[0], "repeatedly", "today", *phrase[1:])
        assert len(phrase) == 1 or CUES.longest_from(parted, 0) == (act, len(parted))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("said", True), ("Adding", True), ("tells", True), ("warned", True), ("invaded", False), ("", False)],
)
def test_verbs_that_take_a_quote(lexicon: Lexicon, word: str, expected: bool) -> None:
    assert lexicon.is_reporting_verb(word) is expected


def test_every_act_has_verbs_phrases_and_nouns() -> None:
    for section in (LINES.verbs, LINES.phrases, LINES.nouns):
        assert set(section) == set(ACTS)


def test_no_cue_is_listed_twice_in_a_section() -> None:
    for section in (LINES.verbs, LINES.phrases, LINES.nouns):
        words = [word for line in section.values() for word in listed(line)]
        assert sorted(words) == sorted(set(words))


def test_a_verb_is_one_word_and_a_phrase_more() -> None:
    assert [verb for line in LINES.verbs.values() for verb in listed(line) if " " in verb] == []
    assert [cue for line in LINES.phrases.values() for cue in listed(line) if " " not in cue and cue != "per"] == []


def test_every_irregular_verb_is_in_use() -> None:
    verbs = {verb for line in (*LINES.verbs.values(), LINES.other_verbs) for verb in listed(line)}
    assert {entry.split()[0] for entry in listed(LINES.irregular)} - verbs == set()


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("warn", "warn warns warned warning"),
        ("deny", "deny denies denied denying"),
        ("urge", "urge urges urged urging"),
        ("slam", "slam slams slammed slamming"),
        ("lie", "lie lies lied lying"),
        ("agree", "agree agrees agreed agreeing"),
        ("quip", "quip quips quipped quipping"),
        ("reveal", "reveal reveals revealed revealing"),
        ("criticise", "criticise criticises criticised criticising criticize criticizes criticized criticizing"),
        ("admit", "admit admits admitted admitting admited admiting"),
    ],
)
def test_forms_of_a_regular_verb(verb: str, forms: str) -> None:
    assert verb_forms(verb) == frozenset(forms.split())


def test_a_cue_of_one_word_does_what_it_does_as_a_phrase() -> None:
    words = {*CUES.lemmas, *CUES.alone, *(phrase[0] for phrase in CUES.acts), "xyzzy"}
    as_phrases = {word: CUES.longest_from([word], 0)[0] for word in words}
    assert {word: CUES.alone.get(word) for word in words} == as_phrases
