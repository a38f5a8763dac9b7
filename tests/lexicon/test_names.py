import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.lexicon.lexicon import Lexicon
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load
from standoff.lexicon.names import FILE, NameGroups, folded, load_names

LINES = load(FILE, NameGroups)
NAMES = load_names()
SPELLINGS = st.sampled_from(sorted(NAMES.groups)) | st.text(max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Antony", "Anthony"),
        ("Tony", "Antony"),
        ("Volodymyr", "Vladimir"),
        ("Mohammed", "Muhammad"),
        ("Oleksandr", "Alexander"),
        ("Joe", "Joseph"),
        ("Bill", "William"),
        ("Iurii", "Yuri"),
        ("Serhiy", "Sergey"),
        ("Dmytro", "Dmitry"),
        ("Abdulrahman", "Abdel Rahman"),
        ("Jong-un", "Jong Un"),
        ("José", "Jose"),
        ("Łukasz", "Lukas"),
        ("MARIA", "Mariya"),
        ("Xyzzy", "xyzzy"),
    ],
)
def test_one_name_in_two_spellings(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.same_given_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John", "Juan"),
        ("Alexander", "Alejandro"),
        ("Bashar", "Bashir"),
        ("Anna", "Anton"),
        ("Xyzzy", "Xyzzi"),
        ("", "Anna"),
    ],
)
def test_two_names(lexicon: Lexicon, one: str, other: str) -> None:
    assert not lexicon.same_given_name(one, other)


@given(SPELLINGS, SPELLINGS)
def test_sameness_goes_both_ways(one: str, other: str) -> None:
    assert NAMES.same(one, other) == NAMES.same(other, one)
    assert NAMES.same(one, one)


def test_no_spelling_is_in_two_groups_and_no_group_is_empty() -> None:
    groups = [{folded(name) for name in listed(line)} for line in groups_of(LINES)]
    spellings = [name for group in groups for name in group]
    assert sorted(spellings) == sorted(set(spellings))
    assert [group for group in groups if len(group) < 2] == []


def test_no_name_tells_two_genders() -> None:
    either = {folded(name) for line in (*LINES.either_groups, LINES.either) for name in listed(line)}
    male = {folded(name) for line in (*LINES.male_groups, LINES.male) for name in listed(line)}
    female = {folded(name) for line in (*LINES.female_groups, LINES.female) for name in listed(line)}
    assert (male & female) - either == set()


def groups_of(lines: NameGroups) -> list[str]:
    return [*lines.male_groups, *lines.female_groups, *lines.either_groups]
