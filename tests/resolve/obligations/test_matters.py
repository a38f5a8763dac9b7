"""What a stretch of text is about: deeds, who does them, what is said not to be done."""

import re

import pytest

from standoff.resolve.obligations.matters import Matter, Named, read_matter
from tests.lexicons import shipped

PARTY = re.compile(r"Kestrian?|Morvane|Lodan")


def read(text: str) -> Matter:
    named = [Named(m.start(), m.end(), m.group().replace("Kestrian", "Kestria")) for m in PARTY.finditer(text)]
    return read_matter(text, 0, len(text), named, shipped().deeds)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Kestria invades Morvane", {"invasion"}),
        ("in the event of further escalation", {"escalation"}),
        ("if they close the strait", {"blockade"}),
        ("the pipeline is shut", {"cut-off"}),
        ("should it move forward", {"going ahead"}),
        ("strong economic measures", {"sanctions"}),
        ("it will pay a heavy price", {"response"}),
        ("the detained crews are harmed", {"harm"}),
        ("send warships into the inspection zone", {"deployment"}),
        ("enriches uranium to ninety percent", {"enrichment"}),
        ("the hostages are set free", {"release"}),
        ("admit Lodan to the alliance", {"membership"}),
        ("de-escalation and a return to diplomacy", {"de-escalation", "diplomacy"}),
        ("the zone is still in force", {"staying on"}),
        ("the herring is late", set()),
    ],
)
def test_deeds_are_named_by_words_and_their_company(text: str, deeds: set[str]) -> None:
    assert read(text).deeds == deeds


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("a show of strength short of an invasion", {"invasion"}),
        ("sanctions without an attack", {"attack"}),
        ("will not deploy missiles", {"deployment"}),
        ("stop the shelling", {"bombardment"}),
        ("the bombing must end", {"bombardment"}),
        ("unless the siege is lifted", {"blockade", "lifting"}),
        ("will never attack anyone, and will deploy troops", {"attack"}),
    ],
)
def test_what_is_said_not_to_be_done_is_denied(text: str, denied: set[str]) -> None:
    assert read(text).denied == denied


@pytest.mark.parametrize(
    ("text", "agents", "sufferers"),
    [
        ("Kestria invades Morvane", {"Kestria"}, {"Morvane"}),
        ("a Kestrian attack on Morvane", {"Kestria"}, {"Morvane"}),
        ("Morvane is attacked by Kestria", {"Kestria"}, {"Morvane"}),
        ("an attack against Morvane", set(), {"Morvane"}),
        ("any expansion of Kestria's military presence in Morvane", {"Kestria"}, {"Morvane"}),
        ("a fisherman is harmed in Kestrian custody", set(), {"Kestria"}),
        ("further escalation", set(), set()),
    ],
)
def test_who_does_it_stands_before_the_deed_or_behind_by(text: str, agents: set[str], sufferers: set[str]) -> None:
    assert read(text).agents == agents
    assert read(text).sufferers == sufferers
