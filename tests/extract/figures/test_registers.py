"""Sentences of many registers, read by the shipped reader: values, status, and whose figure it is.

About 100 of 248 sentences written for this, chosen from those that are read right: they hold what was reached, and
do not measure it.
"""

from collections.abc import Callable

import pytest

from standoff.core.records import Figure
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import load_reader
from standoff.pipeline import study
from tests.builders import document
from tests.parses import with_fields

Expected = tuple[float | None, float | None, str, str]
"""Low and high end, status, and a word of whoever claims it; "" where it is the reporter's own."""
Read = Callable[[str], list[tuple[Figure, str]]]

CASES: list[tuple[str, list[Expected]]] = [
    # wire
    (
        "SANDERO, Oct 3 - At least 27 people were killed and more than 90 wounded when shells "
        "struck a bus station in Sandero, the Orlan health ministry said on Monday.",
        [(27, None, "past", "health ministry"), (90, None, "past", "health ministry")],
    ),
    (
        "Kaldova expelled six Teshan diplomats on Friday and gave them 72 hours to leave.",
        [(6, 6, "past", ""), (259200, 259200, "planned", "")],
    ),
    (
        "The United Nations says some 1.4 million people are displaced in Marquat, twice as many as in June.",
        [(1400000, 1400000, "actual", "United Nations")],
    ),
    (
        "Ostrel's central bank raised its main rate to 17 percent from 12 percent and said "
        "inflation would reach about 30% by December.",
        [(17, 17, "past", ""), (12, 12, "past", ""), (30, 30, "planned", "central bank")],
    ),
    (
        "Prime Minister Ada Krell said her country would send another 300 troops to the border by the end of May.",
        [(300, 300, "planned", "Krell")],
    ),
    (
        "Four sailors are still missing after the tanker Almira sank with 22 crew on board.",
        [(4, 4, "actual", ""), (22, 22, "past", "")],
    ),
    (
        "Sanctions will hit 14 banks and 56 individuals, the foreign ministry announced.",
        [(14, 14, "planned", "ministry"), (56, 56, "planned", "ministry")],
    ),
    (
        "In 2014 the army had 45,000 soldiers; today it has fewer than 20,000.",
        [(45000, 45000, "past", ""), (None, 20000, "actual", "")],
    ),
    (
        "MARDIN HILLS, Feb 9 - Shelling killed nine people overnight, doctors at the only working "
        "clinic said, but the army insisted that it had hit three launch sites.",
        [(9, 9, "past", "doctors"), (3, 3, "past", "army")],
    ),
    ("The airline suspended flights to Pellar for ten days.", [(864000, 864000, "planned", "")]),
    (
        "Turnout was 38 percent, the election commission said, down from 61 percent in 2026.",
        [(38, 38, "actual", "commission"), (61, 61, "past", "commission")],
    ),
    ("Two of the three hostages are believed to be alive, the interior minister said.", [(2, 2, "actual", "minister")]),
    (
        "The mutineers, numbering about 150, surrendered after 16 hours.",
        [(150, 150, "actual", ""), (57600, 57600, "past", "")],
    ),
    (
        "The rial lost another 6% on Wednesday and is now worth a tenth of what it was in 2028.",
        [(6, 6, "past", ""), (0.1, 0.1, "actual", "")],
    ),
    # analysis
    (
        "Tehar has 5,525 kilograms of enriched uranium, the watchdog's quarterly report said.",
        [(5525, 5525, "actual", "watchdog")],
    ),
    (
        "Satellite images show at least 120 armoured vehicles parked near the airfield at Korsk.",
        [(120, None, "actual", "")],
    ),
    (
        "The institute's count of 212 violations differs from the army's figure of 97.",
        [(212, 212, "actual", "institute"), (97, 97, "actual", "army")],
    ),
    (
        "The ministry's own estimate of 40,000 displaced is half that of the Red Crescent.",
        [(40000, 40000, "actual", "ministry")],
    ),
    ("Estimates of the number of dead range from 200 to 1,500.", [(200, 1500, "actual", "")]),
    ("The missile, a Kh-101, has a range of 2,500 km.", [(2500, 2500, "actual", "")]),
    ("The S-300 battery fired nine interceptors, all of which missed.", [(9, 9, "past", "")]),
    # headlines
    ("Kaldova to send 500 peacekeepers to Marquat", [(500, 500, "planned", "")]),
    ("UN: Two million face hunger in Teshan", [(2000000, 2000000, "actual", "UN")]),
    ("Rebels claim 60 soldiers captured", [(60, 60, "past", "Rebels")]),
    ("Teshan doubles grain tariff to 20 per cent", [(20, 20, "past", "")]),
    ("Seventeen die as boat capsizes off Pellar", [(17, 17, "past", "")]),
    ("Half a million without water in besieged port", [(500000, 500000, "actual", "")]),
    ("Fourteen jurors named in coup trial", [(14, 14, "past", "")]),
    ("Inflation hits 48% in Tolvia", [(48, 48, "past", "")]),
    # live blog
    (
        "14:32 GMT: Sirens are sounding across the capital. The mayor says three districts are without power.",
        [(3, 3, "actual", "mayor")],
    ),
    ("Day 12: The airport remains closed. About 2,000 travellers are stranded.", [(2000, 2000, "actual", "")]),
    (
        "Update 3 (21:10): Ten buses have now left the besieged quarter, our correspondent reports.",
        [(10, 10, "past", "correspondent")],
    ),
    (
        "11:20am - Live: more than 100 lorries waiting at the Dall crossing, aid groups say",
        [(100, None, "actual", "aid groups")],
    ),
    ("13:41 GMT - That number has gone up again. Seven are now confirmed dead.", [(7, 7, "actual", "")]),
    ("[22:15] Security Council to hold a closed session at 23:00.", []),
    (
        "Posted at 9:47 - Power is back in 60 per cent of homes, according to the grid operator.",
        [(60, 60, "actual", "operator")],
    ),
    ("06:55 Good morning. Here is what happened overnight: four missiles struck the port.", [(4, 4, "past", "")]),
    ("Day 101. Three villages changed hands.", [(3, 3, "past", "")]),
    # transcripts
    ("GENERAL HOLM: We count 14 launches, maybe 15.", [(14, 14, "actual", "HOLM"), (15, 15, "actual", "HOLM")]),
    (
        "MR. PELL: So we've got about 900 people on the ground there right now. We'll have 1,200 by Friday.",
        [(900, 900, "actual", "PELL"), (1200, 1200, "planned", "PELL")],
    ),
    ("ADMIRAL VOSS: I told the committee that 30 percent of the fleet is in dock.", [(30, 30, "actual", "VOSS")]),
    (
        "REPORTER: The rebels say 80 dead. SPOKESMAN: We have seen no evidence of that. We have six confirmed.",
        [(80, 80, "past", "rebels"), (6, 6, "past", "SPOKESMAN")],
    ),
    (
        "SECRETARY MOLL: The package is worth $2.4 billion over five years.",
        [(2400000000, 2400000000, "actual", "MOLL"), (157788000, 157788000, "actual", "MOLL")],
    ),
    ("STAFF: Okay, last question. Q: One, have you spoken to the king; and two, will you?", []),
    (
        "QUESTION: The governor told us 400 homes were destroyed. Is that right? MR. BORG: It's closer to 250.",
        [(400, 400, "past", "governor"), (250, 250, "actual", "BORG")],
    ),
    ("Q: When? A: Within ten days.", [(864000, 864000, "planned", "")]),
    # machine translated
    (
        "According to the preliminary data, were suffered 13 persons, from them 4 childs.",
        [(13, 13, "past", ""), (4, 4, "past", "")],
    ),
    ('Opposition leader said that the power has detained "not less 500 activists".', [(500, 500, "actual", "leader")]),
    ("The enemy lost till 50 persons killed and wounded, declared in headquarters.", [(50, 50, "past", "")]),
    (
        "In the convoy are 17 of trucks with the flour of total weight 340 tons.",
        [(17, 17, "actual", ""), (340, 340, "actual", "")],
    ),
    ("Quantity of the victims reached 57, among them 9 militaries.", [(57, 57, "past", ""), (9, 9, "past", "")]),
    (
        "The second day the fire is not extinguished in the oil base, square 2 thousands square meters.",
        [(2000, 2000, "actual", "")],
    ),
    # broadcast
    (
        "Good evening. Some two-hundred and fifty people have been killed tonight in what rescuers "
        "call the worst raid of the war.",
        [(250, 250, "past", "")],
    ),
    (
        "Twelve hundred of them, crammed in a school built for three hundred.",
        [(1200, 1200, "actual", ""), (300, 300, "past", "")],
    ),
    (
        "With me now is Karim Adel, who has spent nineteen years covering this region.",
        [(599594400, 599594400, "past", "")],
    ),
    ("More than half of those aboard were under 18, the coastguard told us.", [(0.5, None, "actual", "coastguard")]),
    (
        "They had walked eleven kilometres to get here. Two of the children didn't make it.",
        [(11, 11, "past", ""), (2, 2, "past", "")],
    ),
    ("Tonight, two million people in this city will go to bed hungry.", [(2000000, 2000000, "planned", "")]),
    # tables and lists
    ("Killed: 34", [(34, 34, "past", "")]),
    ("Missing: 5", [(5, 5, "actual", "")]),
    ("- 1,200 tents", [(1200, 1200, "actual", "")]),
    ("- 40 tonnes of rice", [(40, 40, "actual", "")]),
    ("Tel. +44 20 7946 0018; ref. S/2031/417; p. 12", []),
    # communiques
    (
        "1. The Ministers took note of the report of 14 March and welcomed the release of 33 detainees.",
        [(33, 33, "past", "")],
    ),
    ("Article 7. The Mission shall consist of no more than 250 unarmed observers.", [(None, 250, "planned", "")]),
    (
        "The Government reiterates that the eight crew members of the vessel must be released at once.",
        [(8, 8, "actual", "Government")],
    ),
    ("The Alliance has decided to deploy four multinational battalions by July.", [(4, 4, "planned", "")]),
    ("We, the Heads of State of the Nine, condemn the murder of two peacekeepers.", [(2, 2, "past", "")]),
    (
        "The Embassy confirms that one national was injured and six remain in contact with the consulate.",
        [(1, 1, "past", "Embassy"), (6, 6, "actual", "Embassy")],
    ),
    ("The Republic reserves the right to recall its 12 observers.", [(12, 12, "actual", "")]),
    # demands
    (
        "The ministry ordered 11 diplomats to leave within 48 hours.",
        [(11, 11, "past", ""), (172800, 172800, "planned", "")],
    ),
    (
        "The court sentenced four officers to 25 years in prison.",
        [(4, 4, "past", ""), (788940000, 788940000, "past", "")],
    ),
    ("Ostrel threatened to cut gas supplies by 40 percent.", [(40, 40, "planned", "Ostrel")]),
    (
        "Imports fell by a third compared with last year, when they reached 90 million tonnes.",
        [(0.3333, 0.3333, "past", ""), (90000000, 90000000, "past", "")],
    ),
    (
        "The ministry said 19 soldiers had died. It said the dead included four officers. The "
        "funeral is on Friday, and some 3,000 mourners are expected.",
        [(19, 19, "past", "ministry"), (4, 4, "actual", "ministry"), (3000, 3000, "planned", "")],
    ),
    ("The army said it had no part in the raid, in which 15 villagers died.", [(15, 15, "past", "")]),
    ("Karo told reporters that the governor had counted 62 bodies.", [(62, 62, "past", "governor")]),
    ("The Big Five banks closed, and Channel 4 went off air at 6.30 pm on 9 June.", []),
    ("The G20 met on the 38th parallel, and one of the guards, a man in his 40s, waved.", []),
    ("Danvar rejected a Pellarian offer of 12 million crowns for the islet.", [(12000000, 12000000, "planned", "")]),
    (
        "Turek, who once commanded 2,000 men, now leads a few dozen.",
        [(2000, 2000, "past", ""), (36, None, "actual", "")],
    ),
    (
        "Independent monitors recorded 27 breaches on the first day and six on the second.",
        [(27, 27, "past", "monitors"), (6, 6, "past", "monitors")],
    ),
    ("The envoy said he had asked for 60 days.", [(5184000, 5184000, "planned", "envoy")]),
    ("Under the draft, Pellar would get 40 percent of the gas and Danvar the rest.", [(40, 40, "planned", "")]),
    # traps
    ("The MiG-29 and two Su-25s took off from Base 14; the T-72 and the M777 stayed.", []),
    ("Under UN Resolution 1701 and Article 51, both countries may appeal to the Group of 77.", []),
    ("The Fifth Army and the 3rd Brigade crossed at Kilometre 9 on the night of 4-5 April.", []),
    ("The war is in its third year; at 3 a.m. on 11/12 the phone rang in Room 101.", []),
    ("The Six-Day War, the Four Powers and the 1967 borders all came up.", []),
    ("Mr Vance, 58, was number two at the ministry from 2019 to 2023 and is on the Forbes 400.", []),
    (
        "The Brent contract for June, the Boeing 747 and the iPhone 12 were all mentioned by the "
        "two foreign ministers.",
        [],
    ),
    ("The AK-74 was found in Block 9, next to an issue of the magazine Focus 24.", []),
    ("A second later the two men ran, one to the left.", []),
    # tables
    ("Votes cast: 2,114,908", [(2114908, 2114908, "actual", "")]),
    ("Soldiers killed 45, captured 102", [(45, 45, "past", ""), (102, 102, "past", "")]),
    ("Distance to front: 12 km", [(12, 12, "actual", "")]),
    # plans and comparisons
    ("The emir vowed to pay $10,000 to every family.", [(10000, 10000, "planned", "emir")]),
    ("Tolvia wants to double its army to 120,000 by 2034.", [(120000, 120000, "planned", "")]),
    ("Only four of the ships came back.", [(4, 4, "past", "")]),
    (
        "Analysts at the Lasko Institute say the raid cost the rebels a third of their fuel.",
        [(0.3333, 0.3333, "actual", "Analysts")],
    ),
    (
        "The rebels said they would release ten prisoners if the shelling stopped for two days.",
        [(10, 10, "planned", "rebels"), (172800, 172800, "planned", "rebels")],
    ),
]


@pytest.fixture(scope="module")
def reading(lexicon: Lexicon) -> Read:
    """Reads a text and gives its figures, each with the words of who claims it."""
    reader = load_reader(1)

    def figures(text: str) -> list[tuple[Figure, str]]:
        report = with_fields(document("report.txt", text), published=When.parse("2031-05-20"))
        report = with_fields(report, published_basis="metadata")
        found = study(report, reader, lexicon)
        names = {mention.id: report.quote(mention.at) for mention in found.mentions}
        return [(figure, names.get(figure.claimant or "", "")) for figure in found.figures]

    return figures


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
@pytest.mark.slow
def test_reads(reading: Read, text: str, expected: list[Expected]) -> None:
    found = reading(text)
    ends = [(low, high, status) for low, high, status, _ in expected]
    assert [(_rounded(f.low), _rounded(f.high), f.status) for f, _ in found] == ends
    for (_, words), (*_, claimant) in zip(found, expected, strict=True):
        assert claimant.lower() in words.lower()
        assert bool(words) == bool(claimant)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
