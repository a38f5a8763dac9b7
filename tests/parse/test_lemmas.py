"""Lemmas: what the tables that ship give, and that no word is too odd for them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.errors import ResourceError
from standoff.parse import lemmas
from standoff.parse.lemmas import Lemmas, by_rule, group_of, lemma_of, load_lemmas

LEMMAS = load_lemmas()
PAST, PARTICIPLE, GERUND = "Mood=Ind|Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part", "VerbForm=Ger"
THIRD, INFINITIVE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VerbForm=Inf"
MANY, ONE = "Number=Plur", "Number=Sing"

CASES = [
    # verbs: regular, doubled, with a lost "e", irregular
    ("warned", "VERB", PAST, "warn"),
    ("denied", "VERB", PAST, "deny"),
    ("escalating", "VERB", GERUND, "escalate"),
    ("seceding", "VERB", GERUND, "secede"),
    ("deterred", "VERB", PARTICIPLE, "deter"),
    ("shelling", "VERB", GERUND, "shell"),
    ("signalled", "VERB", PAST, "signal"),
    ("signaled", "VERB", PAST, "signal"),
    ("analyses", "VERB", THIRD, "analyse"),
    ("breaches", "VERB", THIRD, "breach"),
    ("withdrew", "VERB", PAST, "withdraw"),
    ("overthrown", "VERB", PARTICIPLE, "overthrow"),
    ("Said", "VERB", PAST, "say"),
    # the group of forms decides between two verbs
    ("found", "VERB", PAST, "find"),
    ("found", "VERB", INFINITIVE, "found"),
    ("wounded", "VERB", PAST, "wound"),
    # without features the word class alone does
    ("said", "VERB", "", "say"),
    ("deployed", "VERB", "", "deploy"),
    ("envoys", "NOUN", "", "envoy"),
    ("said", "VERB", INFINITIVE, "say"),
    # auxiliaries, negations, pronouns, and clitics with either apostrophe
    ("'s", "AUX", THIRD, "be"),
    ("’s", "AUX", "", "be"),
    ("'s", "PART", "", "'s"),
    ("’s", "PART", "", "'s"),
    ("'ll", "AUX", "VerbForm=Fin", "will"),
    ("wo", "AUX", "VerbForm=Fin", "will"),
    ("'d", "AUX", "VerbForm=Fin", "would"),
    ("'d", "AUX", PAST, "have"),
    ("n't", "PART", "Polarity=Neg", "not"),
    ("N’T", "PART", "Polarity=Neg", "not"),
    ("were", "AUX", PAST, "be"),
    ("them", "PRON", "Number=Plur|Person=3", "they"),
    ("me", "PRON", "Number=Sing|Person=1", "I"),
    ("an", "DET", "", "a"),
    # nouns
    ("militias", "NOUN", MANY, "militia"),
    ("allies", "NOUN", MANY, "ally"),
    ("sorties", "NOUN", MANY, "sortie"),
    ("crises", "NOUN", MANY, "crisis"),
    ("WOMEN", "NOUN", MANY, "woman"),
    ("spokesmen", "NOUN", MANY, "spokesman"),
    ("thieves", "NOUN", MANY, "thief"),
    ("chiefs", "NOUN", MANY, "chief"),
    ("embargoes", "NOUN", MANY, "embargo"),
    ("news", "NOUN", ONE, "news"),
    ("virus", "NOUN", ONE, "virus"),
    # comparison, for which the reader has no feature
    ("largest", "ADJ", "", "large"),
    ("heavier", "ADJ", "", "heavy"),
    ("worse", "ADJ", "", "bad"),
    ("other", "ADJ", "", "other"),
    ("former", "ADJ", "", "former"),
    ("earlier", "ADV", "", "early"),
    # names keep the casing of the text; only their plural goes
    ("Varnia", "PROPN", ONE, "Varnia"),
    ("VARNIA", "PROPN", ONE, "VARNIA"),
    ("O’Dell", "PROPN", "", "O’Dell"),
    ("Reuters", "PROPN", ONE, "Reuters"),
    ("Varnians", "PROPN", MANY, "Varnian"),
    ("MINISTRIES", "PROPN", MANY, "MINISTRY"),
    ("Jan", "PROPN", ONE, "Jan"),
    ("Jan.", "PROPN", ONE, "January"),
    ("Chinese", "ADJ", "", "Chinese"),
    # numbers and marks
    ("94,000", "NUM", "", "94000"),
    ("1.5bn", "NUM", "", "1.5bn"),
    ("Twelve", "NUM", "", "twelve"),
    ("XIV", "NUM", "", "XIV"),
    ("”", "PUNCT", "", '"'),
    # too little to cut, and what is in no table
    ("s", "NOUN", MANY, "s"),
    ("Überläufers", "NOUN", MANY, "überläufer"),
    ("UPPER", "NEVER", "Tense=Past", "upper"),
    ("", "NOUN", MANY, ""),
]


@pytest.mark.parametrize(("form", "upos", "features", "lemma"), CASES)
def test_lemma(form: str, upos: str, features: str, lemma: str) -> None:
    assert lemma_of(form, upos, features, LEMMAS) == lemma


@pytest.mark.parametrize(
    ("features", "group"),
    [
        ("", ""),
        (PAST, "past"),
        ("Tense=Past|VerbForm=Part|Voice=Pass", "past"),
        (GERUND, "ing"),
        ("Tense=Pres|VerbForm=Part", "ing"),
        (THIRD, "third"),
        ("Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "plain"),
        (MANY, "plural"),
        (ONE, "plain"),
        ("Number=Ptan", "plain"),
        ("no=features|at all", "plain"),
    ],
)
def test_group_of_forms(features: str, group: str) -> None:
    assert group_of(features) == group


def test_the_longest_suffix_decides_and_leaves_the_casing() -> None:
    rules = {"": "", "s": "", "ies": "y", "men": "man"}
    assert [by_rule(form, rules) for form in ("Envoys", "Envies", "ENVIES", "Norsemen", "ies", "s", "xx")] == [
        "Envoy",
        "Envy",
        "ENVY",
        "Norseman",
        "y",
        "s",
        "xx",
    ]


WORD_CLASSES = st.sampled_from("ADJ ADP ADV AUX DET INTJ NOUN NUM PART PRON PROPN PUNCT SYM VERB X".split()) | st.text()
FEATURES = st.sampled_from(["", PAST, PARTICIPLE, GERUND, THIRD, INFINITIVE, MANY, ONE]) | st.text()
KNOWN = st.sampled_from(sorted({form for table in LEMMAS.exceptions.values() for form in table}))
ENDINGS = st.sampled_from(sorted({suffix for table in LEMMAS.rules.values() for suffix in table}))
FORMS = (
    st.text(min_size=1)
    | KNOWN
    | KNOWN.map(str.upper)
    | ENDINGS.filter(bool)
    | st.tuples(st.text("aİſßI’"), ENDINGS).map("".join)
)


@given(FORMS, WORD_CLASSES, FEATURES)
def test_every_word_has_a_lemma(form: str, upos: str, features: str) -> None:
    assert bool(lemma_of(form, upos, features, LEMMAS)) == bool(form)


@given(st.sampled_from("aAsİ’é0,"), WORD_CLASSES, FEATURES)
def test_a_word_of_ten_thousand_characters_is_a_word(letter: str, upos: str, features: str) -> None:
    assert lemma_of(letter * 10_000, upos, features, LEMMAS)


def test_no_entry_of_the_tables_is_empty_or_out_of_reach() -> None:
    entries = [(form, lemma) for table in LEMMAS.exceptions.values() for form, lemma in table.items()]
    assert [(form, lemma) for form, lemma in entries if not lemma or form != form.lower()] == []
    suffixes = [suffix for table in LEMMAS.rules.values() for suffix in table]
    assert [suffix for suffix in suffixes if len(suffix) > lemmas.LONGEST or suffix != suffix.lower()] == []


@pytest.mark.parametrize(
    "content", [None, "", "{", '{"about": "", "rules": {}}', '{"about": "", "exceptions": 1, "rules": {}}']
)
def test_tables_that_are_missing_or_malformed_are_named(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "parse" / "weights"
    folder.mkdir(parents=True)
    if content is not None:
        (folder / "lemmas.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(lemmas, "files", lambda _: tmp_path)
    with pytest.raises(ResourceError, match=r"lemmas\.json .*reinstall"):
        load_lemmas()


def test_tables_are_all_that_is_asked() -> None:
    own = Lemmas("", {"VERB": {"zog": "zieg"}, "VERB past": {"zog": "zag"}}, {"NOUN": {"": "", "oj": "o"}})
    assert [
        lemma_of("Zog", "VERB", PAST, own),
        lemma_of("Zog", "VERB", "", own),
        lemma_of("hundoj", "NOUN", MANY, own),
        lemma_of("hundoj", "ADJ", MANY, own),
    ] == ["zag", "zieg", "hundo", "hundoj"]
