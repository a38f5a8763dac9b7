"""A store by hand: one statement in two reports, and what one report alone tells, some of it second hand."""

from collections.abc import Mapping
from pathlib import Path

from standoff.core.claims import Claim, Measure
from standoff.core.course import Happening, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.faults import Reading
from standoff.core.findings import Account, Actor, Independent, Utterance
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, commitment, document, event, figure, mention, study

WIRE = document(
    "a/wire.txt",
    "Tova Rell warned that Corvia will close the lock if barges wait. A harbour official demanded that pilots return.",
    outlet="Ardan Wire",
    published="2031-06-01",
)
POST = document(
    "b/post.txt",
    "“Corvia will close the lock”, Tova Rell said. Jan Dorn said that Rell had promised to keep it open.",
    published="2031-06-02",
)
NOTE = document("c/note.txt", "It was denied that 12 sailors fled.")
DOCUMENTS = tuple(sorted((WIRE, POST, NOTE), key=lambda each: each.id))

RELL, OFFICIAL = mention(WIRE, "Tova Rell"), mention(WIRE, "A harbour official", form="description")
RELL_TOO, DORN, RELL_AGAIN = mention(POST, "Tova Rell"), mention(POST, "Jan Dorn"), mention(POST, "Rell", nth=1)

WARNED = attribution(WIRE, "Corvia will close the lock if barges wait", cue="warned", speaker=RELL, act="warns")
QUOTED = attribution(POST, "“Corvia will close the lock”", cue="said", speaker=RELL_TOO, mode="direct", act="threatens")
DEMANDED = attribution(
    WIRE, "pilots return", source="A harbour official", cue="demanded", speaker=OFFICIAL, act="demands"
)
TOLD = attribution(POST, "Rell had promised to keep it open", source="Jan Dorn", cue="said that", speaker=DORN)
PROMISED = attribution(
    POST, "to keep it open", cue="promised", speaker=RELL_AGAIN, within=TOLD, mode="mixed", act="promises"
)
DENIED = attribution(NOTE, "12 sailors fled", cue="denied", act="denies")
RETURN = event(WIRE, "return", "RETREAT", "hypothetical", carried_by=DEMANDED.id)
TO_RETURN = commitment(WIRE, "demanded that pilots return", "demand", "return", relay=(DEMANDED.id,))
TWELVE = figure(NOTE, "12", 12, unit="person", what="sailors", carried_by=DENIED.id)

RELL_ID, DORN_ID, OFFICIAL_ID = "1" * 16, "2" * 16, "3" * 16
ACTORS = (
    Actor(
        id=RELL_ID,
        name="Tova Rell",
        type="person",
        names=("Rell", "Tova Rell"),
        mentions=tuple(sorted(each.id for each in (RELL, RELL_TOO, RELL_AGAIN))),
    ),
    Actor(id=DORN_ID, name="Jan Dorn", type="person", names=("Jan Dorn",), mentions=(DORN.id,)),
    Actor(
        id=OFFICIAL_ID,
        name="harbour official",
        type="person",
        names=("A harbour official",),
        mentions=(OFFICIAL.id,),
        named=False,
    ),
)
ACCOUNTS = tuple(sorted((Account(documents=(each.id,)) for each in DOCUMENTS), key=lambda each: each.id))
ONE = Independent(lower=1, upper=1)


def account_of(doc: str) -> str:
    """The account of a report: each is its own."""
    return Account(documents=(doc,)).id


CLOSING = Utterance(
    speaker=RELL_ID,
    attributions=tuple(sorted((WARNED.id, QUOTED.id))),
    fullest=WARNED.id,
    accounts=tuple(sorted((account_of(WIRE.id), account_of(POST.id)))),
    independent=Independent(lower=1, upper=2),
    earliest=WARNED.id,
    why=BY_HAND,
)
RETURNING = Happening(
    label=at(WIRE, "pilots return"),
    type="RETREAT",
    factuality="hypothetical",
    when=None,
    when_basis=None,
    participants=(),
    place=None,
    events=(RETURN.id,),
    documents=1,
    course=(Stage(factuality="hypothetical", event=RETURN.id),),
    accounts=(account_of(WIRE.id),),
    independent=ONE,
    why=BY_HAND,
)
DEMAND = Obligation(
    label=at(WIRE, "demanded that pilots return"),
    force="demand",
    debtor=None,
    creditor=OFFICIAL_ID,
    antecedent=None,
    consequent=at(WIRE, "return"),
    deadline=None,
    commitments=(TO_RETURN.id,),
    status="detached",
    moves=(),
    accounts=(account_of(WIRE.id),),
    independent=ONE,
    why=BY_HAND,
)
SAILORS = Measure(
    label=at(NOTE, "sailors"),
    unit="person",
    status="actual",
    claims=(Claim(claimant=None, low=12, high=12, as_of=None, figures=(TWELVE.id,), independent=ONE),),
    figures=(TWELVE.id,),
    why=BY_HAND,
)
READINGS: Mapping[str, tuple[Reading, ...]] = {
    WIRE.id: (RELL, OFFICIAL, WARNED, DEMANDED, RETURN, TO_RETURN),
    POST.id: (RELL_TOO, DORN, RELL_AGAIN, QUOTED, TOLD, PROMISED),
    NOTE.id: (DENIED, TWELVE),
}


def write_lock_crisis(path: Path) -> Path:
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
            utterances=(CLOSING,),
            happenings=(RETURNING,),
            measures=(SAILORS,),
            obligations=(DEMAND,),
        )
        store.write_findings(dossier, "1")
    return path
