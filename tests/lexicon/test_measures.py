import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon.load import load
from standoff.lexicon.measures import FILE, LONGEST, MeasureLines, MeasureWords, load_measure_words


@pytest.fixture(scope="module")
def words() -> MeasureWords:
    return load_measure_words()


@pytest.mark.parametrize(
    ("counted", "kind"),
    [
        ("troops", "force"),
        ("kestrian soldiers", "force"),
        ("service members", "force"),
        ("men", "person"),
        ("crew members", "person"),
        ("warships", "vessel"),
        ("battle tanks", "tank"),
        ("soldiersa", "force"),
        ("reasons", None),
        ("", None),
    ],
)
def test_kinds(words: MeasureWords, counted: str, kind: str | None) -> None:
    assert words.kind_of(counted) == kind


@pytest.mark.parametrize(
    ("form", "condition"),
    [
        ("killed", "killed"),
        ("killing", "killed"),
        ("dead", "killed"),
        ("injured", "wounded"),
        ("massed", "deployed"),
        ("deploys", "deployed"),
        ("taking part", "exercising"),
        ("released", "freed"),
        ("discussed", None),
    ],
)
def test_conditions(words: MeasureWords, form: str, condition: str | None) -> None:
    assert words.conditions.get(form) == condition


@pytest.mark.parametrize(("lasted", "kind"), [("phone call", "talks"), ("talks", "talks"), ("truce", "ceasefire")])
def test_periods(words: MeasureWords, lasted: str, kind: str) -> None:
    assert words.period_of(lasted) == kind


def test_totals_are_whole_words(words: MeasureWords) -> None:
    assert words.totals.search("200 people since the unrest")
    assert not words.totals.search("200 people sincerely mourned")


def test_no_phrase_is_longer_than_looked_for(words: MeasureWords) -> None:
    assert max(len(phrase.split()) for named in (words.kinds, words.periods, words.conditions) for phrase in named) <= (
        LONGEST
    )


def test_headings_are_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = load(FILE, MeasureLines)
    monkeypatch.setattr(
        "standoff.lexicon.measures.load",
        lambda *_: MeasureLines(
            **{name: getattr(lines, name) for name in lines.__struct_fields__} | {"lasting": "hed"}
        ),
    )
    with pytest.raises(ResourceError, match=r"measures\.yaml lists 'hed' under 'lasting'"):
        load_measure_words()
