"""Scenarios played on a store without reading it whole are those played on the whole dossier."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from standoff.resolve.scenario.play import play
from standoff.resolve.scenario.reach import Reached, Stretches, forms_in, reach_of, reached
from standoff.store.file import Store
from standoff.web.playing import Grounds
from tests.lexicons import shipped
from tests.resolve.obligations.crisis import Told, dossier
from tests.resolve.scenario.test_play import BORDER, GOLD, HOSTAGES, NUCLEAR, STRAIT, TRUCE, VOTE
from tests.store.asking.strait_crisis import write

ODD = ("", "?!", "the herring is late", "0" * 5000, "kestria takes its promise back", "\x1b[31mred")


@pytest.mark.parametrize("told", [BORDER, HOSTAGES, STRAIT, NUCLEAR, VOTE, TRUCE])
def test_the_store_gives_what_the_dossier_gives(tmp_path: Path, told: tuple[Told, ...]) -> None:
    whole, _ = dossier(*told)
    grounds = Grounds()
    with closing(sqlite3.connect(write(whole, tmp_path / "x.standoff"))) as connection:
        for condition in (*(each[1] for each in GOLD if each[0] is told), *ODD):
            there, here = play(whole, shipped(), condition), grounds.play(connection, condition)
            assert here.scenario.steps == there.steps
            assert here.left == len(there.standing)


def test_a_store_that_changes_is_read_again(tmp_path: Path) -> None:
    grounds, condition = Grounds(), "Morvane breaks the truce"
    for number, told in enumerate((BORDER, TRUCE)):
        whole, _ = dossier(*told)
        with closing(sqlite3.connect(write(whole, tmp_path / f"{number}.standoff"))) as connection:
            assert not grounds.is_ready(connection)
            assert grounds.play(connection, condition).scenario.steps == play(whole, shipped(), condition).steps
            assert grounds.is_ready(connection)


def test_conditions_with_words_in_common_are_near(tmp_path: Path) -> None:
    whole, found = dossier(*STRAIT)
    grounds = Grounds()
    with closing(sqlite3.connect(write(whole, tmp_path / "x.standoff"))) as connection:
        assert grounds.near(connection, "the gas pipeline") == []  # nothing was read yet
        grounds.play(connection, "the gas pipeline rusts")
        near = grounds.near(connection, "the gas pipeline rusts")
    told = {each.id: each for each in found}
    texts = {each.id: each for each in whole.documents}
    condition = told[near[0]].antecedent
    assert condition is not None
    assert texts[condition.doc].quote(condition) == "if Morvane shuts the gas pipeline"


def test_an_empty_store_has_nothing_to_play(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.standoff", create=True):
        pass
    with closing(sqlite3.connect(tmp_path / "x.standoff")) as connection:
        assert Grounds().play(connection, "anybody attacks") == (play(dossier()[0], shipped(), "anybody attacks"), 0)


@pytest.mark.parametrize(
    ("words", "waiting", "owed"),
    [
        ("Orla invades Lodan", {"invaded"}, {"attacking"}),  # an invasion is an attack
        ("Orla attacks Lodan", set(), {"attacking"}),  # and an attack is no invasion
        ("the harvest is poor this year", {"harvest"}, set()),  # no deed: two words in common
        ("the harvest is rich", set(), set()),
        ("", set(), set()),
    ],
)
def test_words_reach_what_they_may_move(words: str, waiting: set[str], owed: set[str]) -> None:
    told = [
        Stretches("invaded", "conditional", "if Lodan is invaded", "help it"),
        Stretches("harvest", "conditional", "if the harvest is poor", "buy grain"),
        Stretches("attacking", "detached", None, "not attack Lodan"),
    ]
    found = reached(reach_of(told, shipped().deeds), shipped().deeds, words)
    assert Reached(frozenset(waiting), frozenset(owed)) == found


def test_hyphened_words_are_read_joined_and_apart() -> None:
    assert Counter(forms_in("a cease-fire, re-signed -")) == Counter(
        ["a", "cease-fire", "ceasefire", "cease", "fire", "re-signed", "resigned", "re", "signed"]
    )
