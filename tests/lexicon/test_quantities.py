import pytest

from standoff.core.errors import ResourceError
from standoff.lexicon.load import load
from standoff.lexicon.quantities import FILE, LONGEST, Quantities, QuantityLines, Unit, known, load_quantities


@pytest.fixture(scope="module")
def quantities() -> Quantities:
    return load_quantities()


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("hours", Unit("second", 3600)),
        ("minute", Unit("second", 60)),
        ("per cent", Unit("percent")),
        ("%", Unit("percent")),
        ("percentage points", Unit("percent")),
        ("kilometers", Unit("kilometre")),
        ("nautical miles", Unit("nautical mile")),
        ("dollars", Unit("USD")),
        ("canadian dollars", Unit("CAD")),
        ("roubles", Unit("RUB")),
        ("hryvnia", Unit("UAH")),
        ("troops", None),
        ("pesos", None),
    ],
)
def test_units(quantities: Quantities, words: str, unit: Unit | None) -> None:
    found = quantities.unit_at(words.split(), 0)
    assert found == (None if unit is None else (unit, len(words.split())))


@pytest.mark.parametrize(
    ("words", "hedge", "start"),
    [
        ("about", "about", 0),
        ("he said no more than", "at most", 2),
        ("more than", "more than", 0),
        ("as many as", "as many as", 0),
        ("at least", "at least", 0),
        ("a little over", "more than", 0),
        ("at least another", None, 2),
    ],
)
def test_hedges_before_a_number(quantities: Quantities, words: str, hedge: str | None, start: int) -> None:
    assert quantities.hedge_before(words.split(), len(words.split())) == (hedge, start)


def test_no_hedge(quantities: Quantities) -> None:
    assert quantities.hedge_before(["killed"], 1) is None
    assert quantities.hedge_before([], 0) is None


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("tens of thousands", (20_000, 99_999)),
        ("hundreds of thousands", (200_000, 999_999)),
        ("thousands", (2000, None)),
        ("several", (3, None)),
        ("a few hundred", (300, None)),
    ],
)
def test_vague_quantities(quantities: Quantities, words: str, ends: tuple[float | None, float | None]) -> None:
    assert quantities.vague_at(words.split(), 0) == (ends, len(words.split()))


def test_no_phrase_is_longer_than_the_lookup_reaches(quantities: Quantities) -> None:
    tables = (quantities.hedges, quantities.hedges_after, quantities.fillers, quantities.vague, quantities.units)
    assert max(len(phrase) for table in tables for phrase in table) <= LONGEST


def test_an_unknown_currency_fails_by_name() -> None:
    with pytest.raises(ResourceError, match="'QQQ'"):
        known("QQQ", frozenset({"USD"}))


def test_harm_done_is_harm() -> None:
    lines = load(FILE, QuantityLines)
    assert lines.harm_done.strip()
    assert load_quantities().harm_done - load_quantities().harm_words <= {"body", "corpse"}
