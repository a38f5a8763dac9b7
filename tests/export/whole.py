"""A dossier with a record of every kind, written by hand."""

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Difference, Join, Lineage, Role, Utterance
from standoff.core.records import Gap, Why
from tests.builders import BY_HAND, at, attribution, commitment, document, event, figure, mention, study, time

FIRST = document(
    "reports/1.txt",
    "Menu\nPremier Ilo Marn said he would answer. 😀 Ardania “will not wait”, he said.",
    title="Ardania answers",
    outlet="The Ardan Courier",
    outlet_basis="metadata",
    published="2031-04-02",
    published_basis="byline",
    furniture=((0, 4),),
)
SECOND = document("reports/2.txt", "Ilo Marn: Ardania “won't wait”.")
MARN = mention(FIRST, "Premier Ilo Marn", name="Ilo Marn", role="Premier")
HE = mention(FIRST, "he", form="pronoun", refers=MARN)
HE_AGAIN = mention(FIRST, "he", form="pronoun", nth=1, refers=HE)
MARN_TOO = mention(SECOND, "Ilo Marn")
ANSWER = attribution(FIRST, "he would answer", source="Premier Ilo Marn", cue="said", speaker=MARN)
WAIT = attribution(FIRST, ["Ardania", "will not wait"], speaker=HE_AGAIN, mode="mixed", act="threatens")
WAIT_TOO = attribution(SECOND, "Ardania “won't wait”", source="Ilo Marn", cue=":", speaker=MARN_TOO, mode="mixed")
TALKS = document("reports/4.txt", "On Monday Ilo Marn and Orla met Lodan in Vareth; 40 men would leave if it rained.")
MARN_THERE, ORLA = mention(TALKS, "Ilo Marn"), mention(TALKS, "Orla")
LODAN, VARETH = mention(TALKS, "Lodan", "state"), mention(TALKS, "Vareth", "place")
MONDAY = time(TALKS, "Monday", "2031-04-07", reckoned_from=at(TALKS, "On"), needs="nothing")
LEAVING = attribution(TALKS, "40 men would leave if it rained", source="Ilo Marn", speaker=MARN_THERE)
MET = event(
    TALKS,
    "met",
    "CONSULT",
    agents=(MARN_THERE, ORLA),
    targets=(LODAN,),
    place=VARETH,
    when=MONDAY.when,
    when_basis="explicit",
    time=MONDAY.id,
)
MEN = figure(
    TALKS,
    "40 men",
    40,
    unit="person",
    what="men",
    hedge="about",
    where=VARETH.id,
    claimant=MARN_THERE.id,
    carried_by=LEAVING.id,
    status="planned",
)
LEAVE = commitment(
    TALKS,
    "40 men would leave if it rained",
    "promise",
    "leave",
    antecedent="it rained",
    debtor=MARN_THERE,
    creditor=LODAN,
    strength="would",
    deadline=MONDAY.when,
    time=MONDAY.id,
    relay=(LEAVING.id,),
)
READ_TALKS = study(TALKS, MARN_THERE, ORLA, LODAN, VARETH, MONDAY, LEAVING, MET, MEN, LEAVE)
READ = study(FIRST, MARN, HE, HE_AGAIN, ANSWER, WAIT)
READ_TOO = study(SECOND, MARN_TOO, WAIT_TOO, gaps=[Gap(path=SECOND.path, room="extract", reason="odd", doc=SECOND.id)])
ACCOUNTS = (Account(documents=(FIRST.id,)), Account(documents=(SECOND.id,)))
ACTOR = Actor(
    id="marn",
    name="Ilo Marn",
    type="person",
    names=("Ilo Marn", "Marn"),
    mentions=(MARN.id, MARN_TOO.id, MARN_THERE.id),
    roles=(Role(text="Premier", at=at(FIRST, "Premier")),),
    joins=(Join(left="Ilo Marn", right="Marn", why=Why("surname", 0.912345, "a part of the other")),),
)
STATE = Actor(id="lodan", name="Lodan", type="state", names=("Lodan",), mentions=(LODAN.id,))
UTTERANCE = Utterance(
    speaker="marn",
    attributions=(WAIT.id, WAIT_TOO.id),
    fullest=WAIT.id,
    accounts=tuple(account.id for account in ACCOUNTS),
    differences=(Difference(attribution=WAIT_TOO.id, fullest=at(FIRST, "will not"), here=at(SECOND, "won't")),),
    why=BY_HAND,
)
LINEAGE = Lineage(
    documents=(FIRST.id, SECOND.id),
    relation="rewrite",
    passages=((at(FIRST, "Ardania"), at(SECOND, "Ardania")),),
    score=0.66666,
)
DOSSIER = Dossier(
    documents=(FIRST, SECOND, TALKS),
    studies=(READ, READ_TOO, READ_TALKS),
    gaps=(Gap(path="reports/3.txt", room="read", reason="empty"),),
    accounts=ACCOUNTS,
    lineages=(LINEAGE,),
    actors=(ACTOR, STATE),
    utterances=(UTTERANCE,),
)
