"""A store by hand: one statement in four reports of three accounts, its speaker under two spellings."""

from pathlib import Path

from standoff.core.course import Happening, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Difference, Independent, Join, Metonym, Role, Utterance
from standoff.core.records import Why
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, document, event, mention, study

SAID = "Vessia would close the port unless the ferries left"
WIRE = document(
    "wire.txt",
    f"Prime Minister Ilse Marn said that {SAID}. She met Orlan in the harbour.",
    outlet="Ardan Wire",
    title="Marn and the port",
    published="2031-04-02",
)
COURIER = document("courier.txt", f"MARN SPEAKS. Prime Minister Ilse Marn said that {SAID}.", published="2031-04-03")
POST = document(
    "post.txt",
    "Premier Ilza Marn warned: “Vessia will close its port unless all ferries leave”.",
    published="2031-04-05",
)
READOUT = document(
    "readout.txt", "The Prime Minister made plain that Vessia will close the port.", published="2031-04-02"
)
UNDATED = document("undated.txt", "Dock workers say that they are not asked.")
DOCUMENTS = tuple(sorted((WIRE, COURIER, POST, READOUT, UNDATED), key=lambda each: each.id))

MARN = mention(WIRE, "Prime Minister Ilse Marn", name="Ilse Marn", role="Prime Minister")
SHE = mention(WIRE, "She", form="pronoun", refers=MARN)
ORLAN = mention(WIRE, "Orlan", "state")
MARN_TOO = mention(COURIER, "Prime Minister Ilse Marn", name="Ilse Marn", role="Prime Minister")
MARN_SHOUTED = mention(COURIER, "MARN")
ILZA = mention(POST, "Premier Ilza Marn", name="Ilza Marn", role="Premier")
PREMIER = mention(READOUT, "The Prime Minister", form="description")
WORKERS = mention(UNDATED, "Dock workers", "organization", form="description")

TOLD = attribution(WIRE, SAID, source="Prime Minister Ilse Marn", cue="said", speaker=MARN, act="threatens")
COPIED = attribution(COURIER, SAID, source="Prime Minister Ilse Marn", cue="said", speaker=MARN_TOO, act="threatens")
QUOTED = attribution(
    POST,
    "“Vessia will close its port unless all ferries leave”",
    cue="warned",
    speaker=ILZA,
    mode="direct",
    act="warns",
)
OWN = attribution(READOUT, "Vessia will close the port", cue="made plain", speaker=PREMIER)
COMPLAINT = attribution(UNDATED, "they are not asked", source="Dock workers", cue="say", speaker=WORKERS)
MEETING = event(WIRE, "met", "CONSULT", agents=(SHE, ORLAN))

MARN_ID, ORLAN_ID, WORKERS_ID = "1" * 16, "2" * 16, "3" * 16
ALIKE = Why("hand", 0.85, "ilse and ilza sound alike")
ACTORS = (
    Actor(
        id=MARN_ID,
        name="Ilse Marn",
        type="person",
        names=("Ilse Marn", "Ilza Marn", "MARN", "Prime Minister Ilse Marn"),
        mentions=tuple(sorted(each.id for each in (MARN, MARN_TOO, MARN_SHOUTED, ILZA, PREMIER))),
        roles=(
            Role(text="Prime Minister", at=at(WIRE, "Prime Minister")),
            Role(text="Prime Minister", at=at(COURIER, "Prime Minister")),
            Role(text="Premier", at=at(POST, "Premier"), tense="past"),
        ),
        joins=(
            Join(left="Ilse Marn", right="Ilse Marn", why=BY_HAND),
            Join(left="Ilse Marn", right="Ilza Marn", why=ALIKE),
            Join(left="Ilse Marn", right="MARN", why=Why("hand", 0.9, "the surname alone")),
        ),
    ),
    Actor(
        id=ORLAN_ID,
        name="Orlan",
        type="state",
        names=("Orlan",),
        mentions=(ORLAN.id,),
        country="XA",
        stands_for=(Metonym(actors=(MARN_ID,), mentions=(ORLAN.id,), why=BY_HAND),),
    ),
    Actor(
        id=WORKERS_ID,
        name="dock workers",
        type="organization",
        names=("Dock workers",),
        mentions=(WORKERS.id,),
        named=False,
    ),
)
ONE_ORIGIN = Account(documents=tuple(sorted((WIRE.id, COURIER.id))))
ACCOUNTS = tuple(
    sorted(
        (ONE_ORIGIN, *(Account(documents=(each.id,)) for each in (POST, READOUT, UNDATED))), key=lambda each: each.id
    )
)
CLOSING = Utterance(
    speaker=MARN_ID,
    attributions=tuple(sorted(each.id for each in (TOLD, COPIED, QUOTED, OWN))),
    fullest=TOLD.id,
    accounts=tuple(each.id for each in ACCOUNTS if UNDATED.id not in each.documents),
    independent=Independent(lower=1, upper=3),
    earliest=OWN.id,
    original=OWN.id,
    original_at=at(READOUT, READOUT.text),
    differences=(
        Difference(attribution=QUOTED.id, fullest=at(WIRE, "would"), here=at(POST, "will")),
        Difference(attribution=QUOTED.id, fullest=at(WIRE, "the port"), here=at(POST, "its port")),
        Difference(attribution=OWN.id, fullest=at(WIRE, "would"), here=at(READOUT, "will")),
        Difference(attribution=OWN.id, fullest=at(WIRE, "unless the ferries left"), here=None),
    ),
    why=BY_HAND,
)
ASKING = Utterance(
    speaker=None,
    attributions=(COMPLAINT.id,),
    fullest=COMPLAINT.id,
    accounts=(Account(documents=(UNDATED.id,)).id,),
    independent=Independent(lower=1, upper=1),
    why=BY_HAND,
)
TALKS = Happening(
    label=at(WIRE, "She met Orlan"),
    type="CONSULT",
    factuality="occurred",
    when=When.parse("2031-04-01"),
    when_basis="explicit",
    participants=(MARN_ID, ORLAN_ID),
    place=None,
    events=(MEETING.id,),
    documents=1,
    course=(Stage(factuality="occurred", event=MEETING.id),),
    accounts=(ONE_ORIGIN.id,),
    independent=Independent(lower=1, upper=1),
    why=BY_HAND,
)
READINGS = {
    WIRE.id: (MARN, SHE, ORLAN, TOLD, MEETING),
    COURIER.id: (MARN_TOO, MARN_SHOUTED, COPIED),
    POST.id: (ILZA, QUOTED),
    READOUT.id: (PREMIER, OWN),
    UNDATED.id: (WORKERS, COMPLAINT),
}


def write_port_crisis(path: Path) -> Path:
    """The store, written to this path."""
    studies = tuple(study(each, *READINGS[each.id]) for each in DOCUMENTS)
    with Store.open(path, create=True) as store:
        for each in DOCUMENTS:
            store.add_source(each.path, "a", "1", [each], [])
        store.add_studies(studies, "1")
        dossier = Dossier(
            documents=DOCUMENTS,
            studies=studies,
            accounts=ACCOUNTS,
            actors=ACTORS,
            utterances=tuple(sorted((CLOSING, ASKING), key=lambda each: each.id)),
            happenings=(TALKS,),
        )
        store.write_findings(dossier, "1")
    return path
