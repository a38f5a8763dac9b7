"""Sentences in many registers, read by the shipped reader: how news is worded, from headlines to communiques.

Force, debtor, antecedent and consequent were set down before the rules read the sentences; each makes one commitment.
"""

import pytest

from standoff.core.records import Commitment, Study
from standoff.core.span import Span
from standoff.extract.attributions import find_attributions
from standoff.extract.commitments.find import find_commitments
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.reader import Reader, load_reader
from tests.builders import document

Row = tuple[str, str | None, str | None, str | None]
"""Force, debtor, antecedent, consequent."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(1)


def row(text: str, study: Study, found: Commitment) -> Row:
    def words(at: Span | None) -> str | None:
        return None if at is None else text[at.start : at.end]

    debtor = next((mention.at for mention in study.mentions if mention.id == found.debtor), None)
    return found.force, words(debtor), words(found.antecedent), words(found.consequent)


def rows(text: str, reader: Reader, lexicon: Lexicon) -> list[Row]:
    report = document("report.txt", text)
    parse = reader(report)
    mentions = find_mentions(report, parse, lexicon)
    said = find_attributions(report, parse, lexicon, mentions)
    study = Study(doc=report.id, mentions=mentions, attributions=said)
    return [row(text, study, c) for c in find_commitments(report, grammar_of(text, parse), lexicon, study)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # wire
        (
            "Kestria will open the crossing once the last hostage is home, its prime minister told reporters.",
            ("promise", "Kestria", "once the last hostage is home", "Kestria will open the crossing"),
        ),
        (
            "There will be no talks with the rebels, the Tovan president said in a televised address.",
            ("refusal", "the Tovan president", None, "There will be no talks with the rebels"),
        ),
        (
            "A return to the 1998 frontier is out of the question, the Ostland government said.",
            ("refusal", "Ostland", None, "A return to the 1998 frontier is out of the question"),
        ),
        (
            "Kestria has no intention of leaving the treaty, Foreign Minister Ada Lorne said.",
            ("refusal", "Kestria", None, "Kestria has no intention of leaving the treaty"),
        ),
        (
            "Varnia will not negotiate with hostage takers, a spokesman for the interior ministry said.",
            ("refusal", "Varnia", None, "negotiate with hostage takers"),
        ),
        (
            "Tovan offered to suspend enrichment if the inspectors' report was shelved.",
            ("promise", "Tovan", "if the inspectors' report was shelved", "suspend enrichment"),
        ),
        (
            "Marenia agreed on Tuesday to release 40 prisoners under a deal brokered by Kestria.",
            ("promise", "Marenia", None, "release 40 prisoners"),
        ),
        (
            "Ostland said it would expel twelve Marenian diplomats in the coming days.",
            ("threat", "Ostland", None, "expel twelve Marenian diplomats in the coming days"),
        ),
        (
            "The army is prepared to storm the building if the strikers do not leave, General Oto Brask said.",
            ("threat", "The army", "if the strikers do not leave", "storm the building"),
        ),
        (
            "Kestria would lift its grain embargo in return for access to the straits.",
            ("promise", "Kestria", "in return for access to the straits", "Kestria would lift its grain embargo"),
        ),
        (
            "Envoys from Ostland and Varnia are due to meet on Sunday in a third country.",
            ("promise", "Envoys from Ostland and Varnia", None, "meet on Sunday in a third country"),
        ),
        (
            "The president plans to step down in March, his office said.",
            ("promise", "The president", None, "step down in March"),
        ),
        (
            "The bloc's leaders called for an immediate cessation of hostilities and unhindered access for aid convoys.",
            ("demand", None, None, "an immediate cessation of hostilities and unhindered access for aid convoys"),
        ),
        (
            "Families displaced by the fighting will be resettled before the winter, the interior minister pledged.",
            (
                "promise",
                "the interior minister",
                None,
                "Families displaced by the fighting will be resettled before the winter",
            ),
        ),
        (
            "Grieving relatives want Sarelle to account for the missing.",
            ("demand", "Sarelle", None, "account for the missing"),
        ),
        (
            "Mediator Hana Quill said she would present a revised text to both sides by Saturday night.",
            ("promise", "Mediator Hana Quill", None, "present a revised text to both sides by Saturday night"),
        ),
        (
            "The junta has threatened to dissolve parliament and jail the speaker.",
            ("threat", "The junta", None, "dissolve parliament and jail the speaker"),
        ),
        (
            "The union does not recognise the vote and will not send envoys to the inauguration.",
            ("refusal", "The union", None, "send envoys to the inauguration"),
        ),
        (
            "Ilmark said it would abide by the ruling, whatever it was.",
            ("promise", "Ilmark", None, "abide by the ruling, whatever it was"),
        ),
        (
            "The tribunal ordered Ilmark to pay 30 million crowns in damages within six months.",
            ("demand", "Ilmark", None, "pay 30 million crowns in damages within six months"),
        ),
        (
            "Should the ceasefire collapse, the embargo will come back the same day, two diplomats said.",
            ("threat", "two diplomats", "Should the ceasefire collapse", "the embargo will come back the same day"),
        ),
        (
            "The acting governor has assured airlines that the airport will reopen on Monday.",
            ("promise", "The acting governor", None, "the airport will reopen on Monday"),
        ),
        (
            "The guerrillas have agreed to observe a ten-day truce over the holiday.",
            ("promise", "The guerrillas", None, "observe a ten-day truce over the holiday"),
        ),
        (
            "Morvane will not discuss its missile programme with anyone, the chief delegate, Ruan Teck, said as he arrived.",
            ("refusal", "Morvane", None, "discuss its missile programme with anyone"),
        ),
        (
            '"If our reactors are hit, we will strike at the heart of their industry," Teck said.',
            ("threat", "Teck", "If our reactors are hit", "we will strike at the heart of their industry"),
        ),
        (
            "Both candidates were urged to respect the result.",
            ("demand", "Both candidates", None, "respect the result"),
        ),
        (
            "Officers who obey the putschists will face prosecution, the ousted president said from exile.",
            ("threat", "the ousted president", None, "Officers who obey the putschists will face prosecution"),
        ),
        (
            "Sarelle will keep its troops on the bridge until the last refugee has crossed.",
            ("promise", "Sarelle", "until the last refugee has crossed", "Sarelle will keep its troops on the bridge"),
        ),
        (
            "Any settlement must include the withdrawal of foreign fighters, the Ilmark foreign minister said.",
            ("demand", None, None, "Any settlement must include the withdrawal of foreign fighters"),
        ),
        (
            "The city will never surrender, its commander vowed over a crackling line.",
            ("refusal", "its commander", None, "The city will never surrender"),
        ),
        (
            "Ilmark is prepared to suspend all flights to the island from next week unless the detained pilots are sent home.",
            (
                "threat",
                "Ilmark",
                "unless the detained pilots are sent home",
                "suspend all flights to the island from next week",
            ),
        ),
        (
            "The kidnappers said they would free the nurses in exchange for the release of two of their own.",
            (
                "promise",
                "The kidnappers",
                "in exchange for the release of two of their own",
                "they would free the nurses",
            ),
        ),
        (
            "The kidnappers are demanding a ransom of four million and safe passage out of the country.",
            ("demand", None, None, "a ransom of four million and safe passage out of the country"),
        ),
        (
            "Terrane would sever ties if one more of its boats was rammed, Foreign Minister Jon Abel told senators.",
            ("threat", "Terrane", "if one more of its boats was rammed", "Terrane would sever ties"),
        ),
        (
            "The families are demanding the names of everyone aboard.",
            ("demand", None, None, "the names of everyone aboard"),
        ),
        ("Abel rejected calls to resign.", ("refusal", "Abel", None, "rejected calls to resign")),
        (
            '"Our fishermen will not be deterred," Abel said.',
            ("refusal", "Abel", None, "Our fishermen will not be deterred"),
        ),
        (
            "Belmar has said the mutineers will pay dearly for the mutiny.",
            ("threat", "Belmar", None, "the mutineers will pay dearly for the mutiny"),
        ),
        (
            "The rebels said they would target any airliner landing at the airport after midnight.",
            ("threat", "The rebels", None, "target any airliner landing at the airport after midnight"),
        ),
        (
            "In a note, Belmar asked Terrane to recall its consul within 24 hours.",
            ("demand", "Terrane", None, "recall its consul within 24 hours"),
        ),
        (
            "Lawmakers will vote on the emergency powers on Monday.",
            ("promise", "Lawmakers", None, "vote on the emergency powers on Monday"),
        ),
        (
            "The president said that he would hold no talks with the plotters.",
            ("refusal", "The president", None, "hold no talks with the plotters"),
        ),
        (
            "Both armies have undertaken to pull back 10 kilometres from the river.",
            ("promise", "Both armies", None, "pull back 10 kilometres from the river"),
        ),
        ("Cole insisted that the divers be released first.", ("demand", None, None, "the divers be released first")),
        (
            "Any attempt to free the prisoners by force will end in bloodshed, the hijackers said.",
            ("threat", "the hijackers", "Any attempt to free the prisoners by force", "end in bloodshed"),
        ),
        ("Terrane denies it is preparing to invade.", ("refusal", "Terrane", None, "denies it is preparing to invade")),
        (
            "Deliveries will resume once the arrears are paid, the pipeline operator said.",
            ("promise", "the pipeline operator", "once the arrears are paid", "Deliveries will resume"),
        ),
        (
            '"We will be forced to act," the general told the radio, "if they bring missiles to our border."',
            ("threat", "the general", "if they bring missiles to our border", "We will be forced to act"),
        ),
        ("It is time to end this war, the patriarch said.", ("demand", None, None, "end this war")),
        (
            "The interim government will ensure that the ballot is free, its spokeswoman said.",
            ("promise", "The interim government", None, "ensure that the ballot is free"),
        ),
        ("Belmar has refused entry to the inspectors.", ("refusal", "Belmar", None, "refused entry to the inspectors")),
        (
            "Terrane announced it would impose retaliatory duties on steel from 1 May.",
            ("threat", "Terrane", None, "impose retaliatory duties on steel from 1 May"),
        ),
        ('"My door is open. I am ready to talk tomorrow," Abel said.', ("promise", "Abel", None, "talk tomorrow")),
        ("The army told the gunmen to give up their weapons.", ("demand", "the gunmen", None, "give up their weapons")),
        ('"I will not sign away our water," the chief said.', ("refusal", "the chief", None, "sign away our water")),
        # live blog
        (
            "09:10 Ostland army says it will keep the corridor open for another six hours.",
            ("promise", "Ostland army", None, "keep the corridor open for another six hours"),
        ),
        (
            "20:05 - Tovan rules out evacuating the embassy.",
            ("refusal", "Tovan", None, "rules out evacuating the embassy"),
        ),
        (
            "08:05 Police chief urges residents of the old port to stay indoors",
            ("demand", "residents of the old port", None, "stay indoors"),
        ),
        (
            '10:22: Sarelle\'s premier says the raid "will not go unanswered"',
            ("threat", "Sarelle", "the raid", "go unanswered"),
        ),
        (
            "12.40pm - Ilmark says it is ready to take in 500 of the wounded.",
            ("promise", "Ilmark", None, "take in 500 of the wounded"),
        ),
        (
            "17:10 | The prime minister will address the nation at eight.",
            ("promise", "The prime minister", None, "address the nation at eight"),
        ),
        (
            "06:50 Abel will meet the hostages' families this morning, his office confirms",
            ("promise", "Abel", None, "meet the hostages' families this morning"),
        ),
        (
            "21:15 Army orders civilians to evacuate six villages along the river",
            ("demand", "civilians", None, "evacuate six villages along the river"),
        ),
        # transcripts
        (
            "SPOKESPERSON: We're not going to negotiate in public.",
            ("refusal", "SPOKESPERSON", None, "negotiate in public"),
        ),
        (
            "MS. HALE: We expect Varnia to release them immediately and without conditions.",
            ("demand", "Varnia", None, "release them immediately and without conditions"),
        ),
        (
            "MR. OSK: Marenia needs to come clean about what it has been building under that mountain.",
            (
                "demand",
                "Marenia",
                None,
                "Marenia needs to come clean about what it has been building under that mountain",
            ),
        ),
        (
            "SECRETARY VANE: All options remain on the table.",
            ("threat", "SECRETARY VANE", None, "All options remain on the table"),
        ),
        (
            "PRIME MINISTER: We will do whatever it takes to bring our people home.",
            ("promise", "PRIME MINISTER", None, "do whatever it takes to bring our people home"),
        ),
        (
            "COMMANDER TEEL: Our message to the mutineers is simple: put down your weapons.",
            ("demand", None, None, "put down your weapons"),
        ),
        (
            "MR. BEALE: We'll continue to work with our partners to get the grain moving again.",
            ("promise", "BEALE", None, "continue to work with our partners to get the grain moving again"),
        ),
        (
            "MS. ROON: Morvane should take the offer. It's a good offer.",
            ("demand", "Morvane", None, "Morvane should take the offer"),
        ),
        ("ADMIRAL RUSK: We will defend our allies.", ("promise", "ADMIRAL RUSK", None, "defend our allies")),
        # headlines
        (
            "Varnia to halt gas flows unless Kestria pays in full",
            ("threat", "Varnia", "unless Kestria pays in full", "halt gas flows"),
        ),
        (
            "Kestria rejects Ostland ultimatum over islands",
            ("refusal", "Kestria", None, "rejects Ostland ultimatum over islands"),
        ),
        ("Rebels 'ready to lay down arms', says mediator", ("promise", "Rebels", None, "lay down arms")),
        (
            "Ilmark threatens to shut strait over tanker seizure",
            ("threat", "Ilmark", None, "shut strait over tanker seizure"),
        ),
        ("Opposition demands recount, calls general strike", ("demand", None, None, "recount")),
        ("Ilmark says no to foreign peacekeepers", ("refusal", "Ilmark", None, "says no to foreign peacekeepers")),
        ("Settlers vow revenge for bus ambush", ("threat", "Settlers", None, "revenge for bus ambush")),
        ("Cole to visit Terrane for crisis talks", ("promise", "Cole", None, "visit Terrane for crisis talks")),
        # communiques
        (
            "The Council calls upon Ostland to cease all flights over the demilitarised zone.",
            ("demand", "Ostland", None, "cease all flights over the demilitarised zone"),
        ),
        (
            "Kestria reaffirms its readiness to host the next round of negotiations.",
            ("promise", "Kestria", None, "host the next round of negotiations"),
        ),
        (
            "The two sides agreed that prisoners would be exchanged on the basis of all for all.",
            ("promise", "The two sides", None, "prisoners would be exchanged on the basis of all for all"),
        ),
        (
            "The Board stresses that Varnia should grant inspectors full access to the site without further delay.",
            ("demand", "Varnia", None, "Varnia should grant inspectors full access to the site without further delay"),
        ),
        (
            "The participants demanded the immediate and unconditional release of all detainees.",
            ("demand", None, None, "the immediate and unconditional release of all detainees"),
        ),
        (
            "Subject to ratification by both parliaments, Tovan will return the archive within ninety days.",
            (
                "promise",
                "Tovan",
                "Subject to ratification by both parliaments",
                "Tovan will return the archive within ninety days",
            ),
        ),
        (
            "We, the heads of government, pledge to defend every inch of allied territory.",
            ("promise", "the heads of government", None, "defend every inch of allied territory"),
        ),
        (
            "Both sides will refrain from the threat or use of force against each other.",
            ("promise", None, None, "refrain from the threat or use of force against each other"),
        ),
        (
            "The Conference calls for the prompt resumption of the grain convoys.",
            ("demand", None, None, "the prompt resumption of the grain convoys"),
        ),
        (
            "We will not recognise any government installed by force.",
            ("refusal", None, None, "recognise any government installed by force"),
        ),
        # quotes
        (
            '"We\'re going to rebuild this city," the premier promised.',
            ("promise", "the premier", None, "rebuild this city"),
        ),
        (
            '"We don\'t talk to terrorists," said the Varnian interior minister.',
            ("refusal", "the Varnian interior minister", None, "talk to terrorists"),
        ),
        (
            "\"We won't be lectured by a country that jails poets,\" Sarelle's ambassador said.",
            ("refusal", "Sarelle's ambassador", None, "We won't be lectured by a country that jails poets"),
        ),
        (
            "\"Attack us and they'll get an answer they won't forget,\" said the defence minister, Olan Birk.",
            ("threat", "Olan Birk", "Attack us", "they'll get an answer they won't forget"),
        ),
        (
            '"We don\'t do deals with pirates," the interior minister said.',
            ("refusal", "the interior minister", None, "do deals with pirates"),
        ),
        (
            '"We\'ve agreed to stop the shelling for 48 hours," the general said.',
            ("promise", "the general", None, "stop the shelling for 48 hours"),
        ),
        # passives
        (
            '"No ship will be let through," the admiral said.',
            ("refusal", "the admiral", None, "No ship will be let through"),
        ),
        (
            "Pensions will be paid in full, the Kestrian finance minister promised.",
            ("promise", "the Kestrian finance minister", None, "Pensions will be paid in full"),
        ),
        (
            "The Kestrian president said the missile sites must be dismantled.",
            ("demand", None, None, "the missile sites must be dismantled"),
        ),
        (
            "Ostland will be held responsible for the fate of the crew, the Marenian ministry said.",
            ("threat", "Marenian ministry", None, "Ostland will be held responsible for the fate of the crew"),
        ),
        (
            "Eleven of the detainees will be released at dawn under the deal, the mediators announced.",
            ("promise", "the mediators", None, "Eleven of the detainees will be released at dawn under the deal"),
        ),
        (
            "The suspects won't be handed over to a foreign court, the justice minister said.",
            ("refusal", "the justice minister", None, "The suspects won't be handed over to a foreign court"),
        ),
        (
            "Looters will be shot on sight, the military governor announced.",
            ("threat", "the military governor", None, "Looters will be shot on sight"),
        ),
        # nouns
        (
            "Varnia repeated its promise of safe passage for civilians who leave the city.",
            ("promise", "Varnia", None, "safe passage for civilians who leave the city"),
        ),
        ("Kestria's offer to mediate still stands, officials said.", ("promise", "Kestria", None, "mediate")),
        (
            "Ostland renewed its threat to cut the undersea cable.",
            ("threat", "Ostland", None, "cut the undersea cable"),
        ),
        (
            "Ostland set a 48-hour deadline for the withdrawal of Marenian troops from the pass.",
            ("demand", None, None, "the withdrawal of Marenian troops from the pass"),
        ),
        (
            "Marenia's refusal to extradite the officers has angered Kestria.",
            ("refusal", "Marenia", None, "refusal to extradite the officers"),
        ),
        (
            "Ostland gave a commitment to reopen the pipeline by winter.",
            ("promise", "Ostland", None, "reopen the pipeline by winter"),
        ),
        (
            "The cabinet approved a plan to evacuate the valley within a week.",
            ("promise", "The cabinet", None, "evacuate the valley within a week"),
        ),
        (
            "The talks foundered on Sarelle's refusal to free the generals.",
            ("refusal", "Sarelle", None, "refusal to free the generals"),
        ),
        (
            "Terrane has received assurances from Belmar that its flights will not be intercepted.",
            ("promise", "Terrane", None, "its flights will not be intercepted"),
        ),
        # conditions
        (
            "Tovan will return to the talks only when its envoy is freed.",
            ("promise", "Tovan", "only when its envoy is freed", "Tovan will return to the talks"),
        ),
        (
            "Ostland agreed to withdraw on condition that the militia disarms.",
            ("promise", "Ostland", "on condition that the militia disarms", "withdraw"),
        ),
        (
            "Only if the dam is opened will Sarelle vote for the budget, its delegate said.",
            ("promise", "Sarelle", "Only if the dam is opened", "will Sarelle vote for the budget"),
        ),
        (
            "We will hold our fire so long as they hold theirs, Stent said.",
            ("promise", "Stent", "so long as they hold theirs", "We will hold our fire"),
        ),
        (
            "Lift the tolls by Sunday, or we close the canal, the boatmen's union told the government.",
            ("threat", "the boatmen's union", "Lift the tolls by Sunday", "we close the canal"),
        ),
        # demands
        ('"Kestria has to choose," the Varnian president said.', ("demand", "Kestria", None, "Kestria has to choose")),
        (
            "At the meeting, the Kestrian envoy pressed Varnia for the release of the journalists.",
            ("demand", "Varnia", None, "the release of the journalists"),
        ),
        (
            "The junta should immediately restore the constitution, the regional bloc said.",
            ("demand", "The junta", None, "The junta should immediately restore the constitution"),
        ),
        ("Kestria expects Ostland to honour the ceasefire.", ("demand", "Ostland", None, "honour the ceasefire")),
        (
            '"The shelling needs to stop," said the Kestrian ambassador.',
            ("demand", None, None, "The shelling needs to stop"),
        ),
        # refusals
        (
            "Varnia denied plans to annex the province.",
            ("refusal", "Varnia", None, "denied plans to annex the province"),
        ),
        (
            '"Surrender is not an option," the mayor of the besieged town said.',
            ("refusal", "the mayor of the besieged town", None, "Surrender is not an option"),
        ),
        ("Ostland refuses to recognise the court.", ("refusal", "Ostland", None, "refuses to recognise the court")),
        (
            '"We will never give up our enrichment rights," said Tovan\'s negotiator.',
            ("refusal", "Tovan's negotiator", None, "give up our enrichment rights"),
        ),
        (
            '"There is no question of paying a ransom," the Marenian premier said.',
            ("refusal", "the Marenian premier", None, "There is no question of paying a ransom"),
        ),
        (
            '"There is nothing to negotiate," Ostland\'s president said.',
            ("refusal", "Ostland", None, "There is nothing to negotiate"),
        ),
        (
            "Varnia turned down the Kestrian offer of mediation.",
            ("refusal", "Varnia", None, "turned down the Kestrian offer of mediation"),
        ),
        (
            "Tovan said no to foreign observers at the polls.",
            ("refusal", "Tovan", None, "said no to foreign observers at the polls"),
        ),
        (
            "The junta brushed aside calls to free the president.",
            ("refusal", "The junta", None, "brushed aside calls to free the president"),
        ),
        # schedules
        (
            "Kestria is to deploy two frigates to the gulf next week.",
            ("promise", "Kestria", None, "deploy two frigates to the gulf next week"),
        ),
        (
            "Tovan's parliament is scheduled to vote on the accord on 4 May.",
            ("promise", "Tovan's parliament", None, "vote on the accord on 4 May"),
        ),
        (
            "The foreign ministers are expected to sign the protocol in June.",
            ("promise", "The foreign ministers", None, "sign the protocol in June"),
        ),
        # across sentences
        (
            'If Ostland closes the strait, what then? "We will respond," the Marenian admiral said.',
            ("threat", "the Marenian admiral", "If Ostland closes the strait", "We will respond"),
        ),
        (
            'And if the talks fail? "Then we will impose the full package," the Kestrian finance minister said.',
            ("threat", "the Kestrian finance minister", "if the talks fail", "we will impose the full package"),
        ),
        (
            'Asked what would happen if the pipeline was hit, Birk said: "We will respond in kind."',
            ("threat", "Birk", None, "respond in kind"),
        ),
        # translated
        (
            "The protesters demand the liberation of all the arrested and the departure of the minister.",
            ("demand", None, None, "the liberation of all the arrested and the departure of the minister"),
        ),
        (
            "Ilmark will lend all its support to the process of peace, has affirmed its chancellor.",
            ("promise", "Ilmark", None, "lend all its support to the process of peace"),
        ),
        (
            "Morvane discarded any possibility of dialogue with the separatists.",
            ("refusal", "Morvane", None, "discarded any possibility of dialogue with the separatists"),
        ),
    ],
)
def test_a_sentence_of_news_is_read_as_one_commitment(
    text: str, expected: Row, reader: Reader, lexicon: Lexicon
) -> None:
    assert rows(text, reader, lexicon) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The company requires competition.",
        "A museum alone will not alleviate poverty, the mayor said.",
        "There was no question about the price.",
        "The ministry is scheduled for renovation.",
        "Prices will not recover, the bank said.",
        "They would take more hours, the mayor said.",
        "The option was not discussed.",
        "The committee had a two hour break on Wednesday to eat.",
    ],
)
def test_what_only_sounds_like_one_binds_nobody(text: str, reader: Reader, lexicon: Lexicon) -> None:
    assert rows(text, reader, lexicon) == []
