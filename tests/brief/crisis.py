"""A dossier written by hand: five reports of a quarrel between Ardania and Lodan, countries that do not exist."""

from msgspec.structs import replace

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Difference, Independent, Join, Lineage, Role, Utterance
from standoff.core.records import Commitment, Event, Figure, Gap, TimeExpression, Why
from standoff.core.when import When
from tests.builders import at, attribution, commitment, document, event, figure, mention, study, time

COURIER = document(
    "reports/01.txt",
    "Vesk warns Lodan over the Orrin valley\n\n"
    "Ardanian Foreign Minister Ira Vesk said “any new battalion in the Orrin valley will be met with\n"
    "strong economic measures” after a call on Tuesday. She denied that Ardania had closed the bridge.\n\n"
    "A senior defence official said that about 12,000 Lodan troops stood near the border.\n",
    title="Vesk warns Lodan over the Orrin valley",
    outlet="Vareth Courier",
    published="2041-03-05",
    published_basis="metadata",
)
MIRROR = document(
    "reports/02.txt",
    COURIER.text.replace("Vesk warns", "MIRROR: Vesk warns"),
    title="Vesk warns Lodan over the Orrin valley",
    outlet="Harbour Mirror",
    published="2041-03-06",
    published_basis="metadata",
)
SPUN = document(
    "reports/03.html",
    "Foreign Minister Ira Wesk stated: “Any new battalion in the Orrin valley shall be answered with powerful "
    "economic measures and other steps”. Lodan will not withdraw, its president Tomas Hale told reporters.\n",
    title="Minister threatens [answer](http://evil.example) to battalion",
    outlet="Daily Lantern",
)
LODAN = document(
    "reports/04.txt",
    "President Tomas Hale demanded that Ardania reopen the bridge by Friday. “We ask for nothing more,” Hale said, "
    "“and we will accept nothing less.” Vesk had said any new battalion in the Orrin valley would be met with "
    "measures, the Lodan News Agency reported.\n",
    title="Hale demands that the bridge reopen",
    outlet="Lodan News Agency",
    published="2041-03-07",
    published_basis="metadata",
)
LATER = document(
    "wire.jsonl#10",
    "Talks are set for 12 March in Ostrava Bay, a spokesman said.\n",
    published="2041-03",
    published_basis="metadata",
)


THREAT = "“any new battalion in the Orrin valley will be met with\nstrong economic measures”"
SPUN_THREAT = (
    "“Any new battalion in the Orrin valley shall be answered with powerful economic measures and other steps”"
)
RETOLD = "Vesk had said any new battalion in the Orrin valley would be met with measures"
TROOPS = "that about 12,000 Lodan troops stood near the border"
DEMAND = "that Ardania reopen the bridge by Friday"
NOTHING_LESS = ("“We ask for nothing more,”", "“and we will accept nothing less.”")


def crisis() -> Dossier:
    """The whole of it, as the rest of the program would make it."""
    vesk = [mention(doc, "Ira Vesk") for doc in (COURIER, MIRROR)]
    she = mention(COURIER, "She", form="pronoun", refers=vesk[0])
    wesk, vesk_alone = mention(SPUN, "Ira Wesk"), mention(LODAN, "Vesk")
    hale = [mention(SPUN, "Tomas Hale"), mention(LODAN, "Tomas Hale"), mention(LODAN, "Hale", nth=1)]
    senior = [mention(doc, "A senior defence official", form="description") for doc in (COURIER, MIRROR)]
    lodan = [mention(doc, "Lodan", "state") for doc in (COURIER, MIRROR, SPUN)]
    agency = mention(LODAN, "Lodan News Agency", "media")
    spokesman = mention(LATER, "a spokesman", form="description")
    said = [
        attribution(doc, THREAT, source="Ira Vesk", cue="said", speaker=who, act="threatens", mode="direct")
        for doc, who in zip((COURIER, MIRROR), vesk, strict=True)
    ]
    spun = attribution(SPUN, SPUN_THREAT, source="Ira Wesk", cue="stated", speaker=wesk, act="threatens", mode="direct")
    reported = attribution(LODAN, RETOLD, source="Lodan News Agency", cue="reported", speaker=agency)
    retold = attribution(
        LODAN, RETOLD[14:], source="Vesk", cue="had said", speaker=vesk_alone, within=reported, act="threatens"
    )
    denied = attribution(
        COURIER, "that Ardania had closed the bridge", source="She", cue="denied", speaker=she, act="denies"
    )
    troops = [
        attribution(doc, TROOPS, source="A senior defence official", cue="said that", speaker=who)
        for doc, who in zip((COURIER, MIRROR), senior, strict=True)
    ]
    refused = attribution(
        SPUN, "Lodan will not withdraw", source="its president Tomas Hale", cue="told", speaker=hale[0], act="rejects"
    )
    demanded = attribution(LODAN, DEMAND, source="President Tomas Hale", cue="demanded", speaker=hale[1], act="demands")
    nothing_less = attribution(
        LODAN, NOTHING_LESS, source="Hale", cue="said", speaker=hale[2], act="demands", mode="direct"
    )
    talks = attribution(LATER, "Talks are set for 12 March in Ostrava Bay", source="a spokesman", speaker=spokesman)
    ardania, border = mention(COURIER, "Ardania", "state", nth=1), mention(COURIER, "border", "place", "description")
    tuesday, friday = time(COURIER, "Tuesday", "2041-03-05"), time(LODAN, "Friday", "2041-03-08")
    tuesday, friday = (replace(each, basis="published") for each in (tuesday, friday))
    twelfth = time(LATER, "12 March", "2041-03-12", reckoned_from=at(LATER, "Talks"))
    vague = time(SPUN, "withdraw", "PRESENT_REF", when=None, type="date", needs="the document's date")
    call = event(
        COURIER,
        "call",
        "CONSULT",
        agents=(vesk[0],),
        participants=(lodan[0],),
        when=tuesday.when,
        when_basis="published",
        time=tuesday.id,
    )
    closed = event(
        COURIER,
        "closed",
        "COERCE",
        "denied",
        agents=(ardania,),
        targets=(lodan[0],),
        carried_by=denied.id,
        place=border,
    )
    set_for = event(LATER, "Talks", "CONSULT", "scheduled", when=twelfth.when, when_basis="explicit", time=twelfth.id)
    soldiers = figure(
        COURIER,
        "about 12,000",
        12000.0,
        unit="person",
        what="Lodan troops",
        hedge="about",
        where=border.id,
        claimant=senior[0].id,
        carried_by=troops[0].id,
        as_of=When.parse("2041-03-05"),
        as_of_basis="published",
    )
    threat = commitment(
        COURIER,
        THREAT[1:-1],
        "threat",
        "will be met with\nstrong economic measures",
        antecedent="any new battalion in the Orrin valley",
        debtor=vesk[0],
        creditor=lodan[0],
        relay=(said[0].id,),
    )
    reopening = commitment(
        LODAN,
        "Ardania reopen the bridge by Friday",
        "demand",
        "reopen the bridge",
        creditor=hale[1],
        deadline=friday.when,
        time=friday.id,
        relay=(demanded.id,),
    )
    red_line = commitment(
        LODAN,
        "we will accept nothing less",
        "red_line",
        None,
        antecedent="nothing less",
        debtor=hale[2],
        polarity="negative",
        relay=(nothing_less.id,),
    )
    accounts = tuple(
        Account(documents=docs) for docs in ((COURIER.id, MIRROR.id), (SPUN.id,), (LODAN.id,), (LATER.id,))
    )
    utterance = Utterance(
        speaker="vesk",
        attributions=(said[0].id, said[1].id, spun.id, retold.id),
        fullest=spun.id,
        accounts=tuple(account.id for account in accounts[:3]),
        independent=Independent(lower=1, upper=3),
        differences=(
            Difference(attribution=said[0].id, fullest=at(SPUN, "shall be answered"), here=at(COURIER, "will be met")),
            Difference(attribution=said[0].id, fullest=at(SPUN, "powerful"), here=at(COURIER, "strong")),
            Difference(attribution=said[0].id, fullest=at(SPUN, "and other steps"), here=None),
            Difference(attribution=said[1].id, fullest=at(SPUN, "shall be answered"), here=at(MIRROR, "will be met")),
            Difference(attribution=said[1].id, fullest=at(SPUN, "powerful"), here=at(MIRROR, "strong")),
            Difference(attribution=said[1].id, fullest=at(SPUN, "and other steps"), here=None),
            Difference(attribution=retold.id, fullest=at(SPUN, "shall be answered"), here=at(LODAN, "would be met")),
            Difference(attribution=retold.id, fullest=at(SPUN, "powerful economic"), here=None),
            Difference(attribution=retold.id, fullest=at(SPUN, "and other steps"), here=None),
        ),
        why=Why("hand", 0.92, "ten content words in common"),
    )
    official = Utterance(
        speaker="official",
        attributions=tuple(each.id for each in troops),
        fullest=troops[0].id,
        accounts=(accounts[0].id,),
        independent=Independent(lower=1, upper=1),
        why=Why("hand", 1.0, "the same words"),
    )
    documents = (COURIER, MIRROR, SPUN, LODAN, LATER)
    mentions = [*vesk, she, wesk, vesk_alone, *hale, *senior, *lodan, agency, spokesman, ardania, border]
    happened: list[TimeExpression | Event | Figure | Commitment] = [
        call,
        closed,
        set_for,
        soldiers,
        threat,
        reopening,
        red_line,
        tuesday,
        friday,
        twelfth,
        vague,
    ]
    everything = [*said, spun, reported, retold, denied, *troops, refused, demanded, nothing_less, talks]
    return Dossier(
        documents=documents,
        studies=tuple(
            study(
                doc,
                *(each for each in mentions if each.at.doc == doc.id),
                *(each for each in happened if each.at.doc == doc.id),
                *(each for each in everything if each.doc == doc.id),
            )
            for doc in documents
        ),
        gaps=(
            Gap(path="reports/notes.pdf", room="read", reason="is a binary file, no text"),
            Gap(path="wire.jsonl#11", room="read", reason='has no "text"; add one or leave the line out'),
        ),
        accounts=accounts,
        lineages=(
            Lineage(
                documents=(COURIER.id, MIRROR.id),
                relation="copy",
                passages=((COURIER.span(0, 200), MIRROR.span(8, 208)),),
                score=0.98,
            ),
            Lineage(
                documents=(COURIER.id, SPUN.id),
                relation="shared_release",
                passages=((at(COURIER, "battalion in the Orrin valley"), at(SPUN, "battalion in the Orrin valley")),),
                score=0.41,
            ),
        ),
        actors=(
            Actor(
                id="vesk",
                name="Ira Vesk",
                type="person",
                names=("Ira Vesk", "Ira Wesk", "Vesk"),
                mentions=tuple(each.id for each in (*vesk, she, wesk, vesk_alone)),
                roles=(Role(text="Foreign Minister", at=at(COURIER, "Foreign Minister")),),
                joins=(
                    Join(left="Ira Wesk", right="Ira Vesk", why=Why("hand", 0.91, "W and V are one letter elsewhere")),
                    Join(left="Vesk", right="Ira Vesk", why=Why("hand", 1.0, "the surname of the only Vesk")),
                ),
            ),
            Actor(
                id="hale",
                name="Tomas Hale",
                type="person",
                names=("Hale", "Tomas Hale"),
                mentions=tuple(each.id for each in hale),
                roles=(Role(text="President", at=at(LODAN, "President")),),
            ),
            Actor(
                id="agency", name="Lodan News Agency", type="media", names=("Lodan News Agency",), mentions=(agency.id,)
            ),
            Actor(id="lodan", name="Lodan", type="state", names=("Lodan",), mentions=tuple(each.id for each in lodan)),
            Actor(
                id="official",
                name="A senior defence official",
                type="person",
                names=("A senior defence official",),
                mentions=tuple(each.id for each in senior),
                named=False,
            ),
            Actor(
                id="sp",
                name="a spokesman",
                type="person",
                names=("a spokesman",),
                mentions=(spokesman.id,),
                named=False,
            ),
        ),
        utterances=(utterance, official),
    )
