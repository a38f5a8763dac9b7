import pycountry
import pytest

from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load
from standoff.lexicon.states import FILE, StateEntry, people, turned

ENTRIES = load(FILE, dict[str, StateEntry])
ENDED = {"CS", "DD", "SU", "YU"}
NOT_IN_ISO = ENDED | {"XK"}
CITY_STATES = {"DJ", "GI", "HK", "LU", "MC", "MO", "SG", "SM", "VA"}
SEAT_MEANS_MORE_ELSE = {"AG", "BM", "KY", "PR", "RE", "SC", "ST"}


@pytest.mark.parametrize(
    ("phrase", "code", "kind"),
    [
        ("Ukraine", "UA", "name"),
        ("Ukrainian", "UA", "adjective"),
        ("Ukrainians", "UA", "people"),
        ("Kyiv", "UA", "seat"),
        ("Kiev", "UA", "seat"),
        ("Moscow", "RU", "seat"),
        ("the Russian Federation", "RU", "name"),
        ("Washington's", "US", "seat"),
        ("Washington’s", "US", "seat"),
        ("US", "US", "name"),
        ("U.S.", "US", "name"),
        ("the United States", "US", "name"),
        ("the United States of America", "US", "name"),
        ("American", "US", "adjective"),
        ("Britain", "GB", "name"),
        ("Britons", "GB", "people"),
        ("Spaniard", "ES", "people"),
        ("Spaniards", "ES", "people"),
        ("Irishman", "IE", "people"),
        ("Swedes", "SE", "people"),
        ("Iraqis", "IQ", "people"),
        ("Iran", "IR", "name"),
        ("Islamic Republic of Iran", "IR", "name"),
        ("North Korea", "KP", "name"),
        ("DPRK", "KP", "name"),
        ("Republic of Korea", "KR", "name"),
        ("Ivory Coast", "CI", "name"),
        ("Côte d’Ivoire", "CI", "name"),
        ("Türkiye", "TR", "name"),
        ("Turkey", "TR", "name"),
        ("Burma", "MM", "name"),
        ("Palestine", "PS", "name"),
        ("Taiwan", "TW", "name"),
        ("Kosovo", "XK", "name"),
        ("Czech Republic", "CZ", "name"),
        ("Czechia", "CZ", "name"),
        ("Cabo Verde", "CV", "name"),
        ("the Soviet Union", "SU", "name"),
        ("Yugoslavia", "YU", "name"),
        ("Nigerian", "NG", "adjective"),
        ("Nigerien", "NE", "adjective"),
        ("Congo", "CD", "name"),
        ("Congo-Brazzaville", "CG", "name"),
        ("Oslo", "NO", "seat"),
        ("Norway", "NO", "name"),
        ("The Hague", "NL", "seat"),
        ("the Emirates", "AE", "name"),
        ("UKRAINE", "UA", "name"),
        ("BEIJING", "CN", "seat"),
        ("  Saudi \n Arabia ", "SA", "name"),
    ],
)
def test_words_for_a_state(lexicon: Lexicon, phrase: str, code: str, kind: str) -> None:
    assert (lexicon.state_of(phrase), lexicon.state_kind(phrase)) == (code, kind)


@pytest.mark.parametrize(
    "phrase", ["us", "turkey", "polish", "Tel Aviv", "Hague", "Emirates", "Male", "Korea", "England", ""]
)
def test_words_for_no_state(lexicon: Lexicon, phrase: str) -> None:
    assert lexicon.state_of(phrase) is None
    assert lexicon.state_kind(phrase) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "United States"),
        ("GB", "United Kingdom"),
        ("RU", "Russia"),
        ("KR", "South Korea"),
        ("KP", "North Korea"),
        ("SY", "Syria"),
        ("VN", "Vietnam"),
        ("CD", "Democratic Republic of the Congo"),
        ("XK", "Kosovo"),
        ("FR", "France"),
    ],
)
def test_name_a_state_is_shown_by(lexicon: Lexicon, code: str, name: str) -> None:
    assert lexicon.state_name(code) == name


def test_no_name_for_a_code_that_is_not_there(lexicon: Lexicon) -> None:
    with pytest.raises(KeyError):
        lexicon.state_name("ZZ")


@pytest.mark.parametrize(
    ("registered", "spoken"),
    [
        ("Korea, Republic of", "Republic of Korea"),
        ("Congo, The Democratic Republic of the", "Democratic Republic of the Congo"),
        ("the State of Eritrea", "State of Eritrea"),
        ("Falkland Islands (Malvinas)", "Falkland Islands"),
        ("Taiwan, Province of China", ""),
        ("France", "France"),
    ],
)
def test_registered_names_the_right_way_round(registered: str, spoken: str) -> None:
    assert turned(registered) == spoken


def test_every_code_is_registered_or_noted() -> None:
    unknown = {code for code in ENTRIES if pycountry.countries.get(alpha_2=code) is None}
    assert unknown == NOT_IN_ISO


def test_every_member_of_the_united_nations_and_more() -> None:
    assert len(ENTRIES.keys() - NOT_IN_ISO) >= 195


def test_every_state_has_an_adjective() -> None:
    assert {code for code, entry in ENTRIES.items() if not entry.adjectives} == {"CG", "DM"}


def test_every_state_has_a_seat() -> None:
    without = {code for code, entry in ENTRIES.items() if not entry.seats}
    assert without == CITY_STATES | SEAT_MEANS_MORE_ELSE | (ENDED - {"DD"})


def test_every_word_finds_its_own_state(lexicon: Lexicon) -> None:
    words = {
        (word, code)
        for code, entry in ENTRIES.items()
        for word in (*listed(entry.names), *listed(entry.adjectives), *people(entry), *listed(entry.seats))
    }
    assert {(word, lexicon.state_of(word)) for word, _ in words} == words


def test_no_registered_name_goes_to_another_state(lexicon: Lexicon) -> None:
    shared = {"Congo"}  # ISO's short name of CG; alone, agencies mean CD
    for code in ENTRIES.keys() - NOT_IN_ISO:
        country = pycountry.countries.get(alpha_2=code)
        assert country is not None
        name = turned(country.name)
        assert name in shared or not name or lexicon.state_of(name) == code
