"""A dossier with a record of every kind, written by hand."""

from standoff.core.claims import Claim, Discrepancy, Measure, Point, Readouts, Side
from standoff.core.course import Day, Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import (
    Account,
    Actor,
    Difference,
    Independent,
    Join,
    Lineage,
    Metonym,
    Role,
    Topic,
    Utterance,
)
from standoff.core.judgements import Judgement
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
TALKS_ACCOUNT = Account(documents=(TALKS.id,))
ACCOUNTS = (Account(documents=(FIRST.id,)), Account(documents=(SECOND.id,)))
ACTOR = Actor(
    id="marn",
    name="Ilo Marn",
    type="person",
    names=("Ilo Marn", "Marn"),
    mentions=(MARN.id, MARN_TOO.id, MARN_THERE.id),
    roles=(Role(text="Premier", at=at(FIRST, "Premier"), tense="past"),),
    joins=(Join(left="Ilo Marn", right="Marn", why=Why("surname", 0.912345, "a part of the other")),),
    stands_for=(Metonym(actors=("lodan",), mentions=(MARN_THERE.id,), why=BY_HAND),),
)
STATE = Actor(id="lodan", name="Lodan", type="state", names=("Lodan",), mentions=(LODAN.id,), country="XL")
UTTERANCE = Utterance(
    speaker="marn",
    attributions=(WAIT.id, WAIT_TOO.id),
    fullest=WAIT.id,
    accounts=tuple(account.id for account in ACCOUNTS),
    independent=Independent(lower=1, upper=2),
    earliest=WAIT.id,
    original=WAIT_TOO.id,
    original_at=at(SECOND, "Ardania “won't wait”"),
    differences=(Difference(attribution=WAIT_TOO.id, fullest=at(FIRST, "will not"), here=at(SECOND, "won't")),),
    why=BY_HAND,
)
LINEAGE = Lineage(
    documents=(FIRST.id, SECOND.id),
    relation="rewrite",
    passages=((at(FIRST, "Ardania"), at(SECOND, "Ardania")),),
    score=0.66666,
    origin=FIRST.id,
    direction=Why("credit", 0.8, "the second credits the first"),
)
TOPIC = Topic(documents=(FIRST.id, SECOND.id), central=FIRST.id, why=BY_HAND)
ONE = Independent(lower=1, upper=1)
HAPPENING = Happening(
    label=at(TALKS, "met Lodan in Vareth"),
    type="CONSULT",
    factuality="occurred",
    when=MONDAY.when,
    when_basis="explicit",
    participants=("marn", "lodan"),
    place=VARETH.id,
    events=(MET.id,),
    documents=1,
    course=(Stage(factuality="occurred", event=MET.id),),
    accounts=(TALKS_ACCOUNT.id,),
    independent=ONE,
    why=BY_HAND,
)
DAY = Day(
    when=HAPPENING.when,  # type: ignore[arg-type] # it has one
    sentences=(at(TALKS, "On Monday Ilo Marn and Orla met Lodan in Vareth"), at(FIRST, "he would answer")),
    documents=(TALKS.id,),
    accounts=(TALKS_ACCOUNT.id,),
    independent=ONE,
    why=BY_HAND,
)
MEASURE = Measure(
    label=at(TALKS, "men"),
    unit="person",
    status="planned",
    claims=(Claim(claimant="marn", low=40, high=40, as_of=None, figures=(MEN.id,), independent=ONE),),
    figures=(MEN.id,),
    why=BY_HAND,
)
OBLIGATION = Obligation(
    label=at(TALKS, "40 men would leave if it rained"),
    force="promise",
    debtor="marn",
    creditor="lodan",
    antecedent=at(TALKS, "it rained"),
    consequent=at(TALKS, "leave"),
    deadline=MONDAY.when,
    commitments=(LEAVE.id,),
    status="detached",
    moves=(
        Move(status="conditional", rule="it has a condition", at=at(TALKS, "if it rained")),
        Move(
            status="detached",
            rule="its condition holds",
            at=at(TALKS, "met"),
            happening=HAPPENING.id,
            when=MONDAY.when,
        ),
    ),
    accounts=(TALKS_ACCOUNT.id,),
    independent=ONE,
    why=BY_HAND,
)
READOUTS = Readouts(
    happening=HAPPENING.id,
    documents=(TALKS.id, TALKS.id),
    sides=("marn", "lodan"),
    points=(
        Point(agreement="both", left=at(TALKS, "met Lodan"), right=at(TALKS, "met Lodan")),
        Point(agreement="left", left=at(TALKS, "in Vareth"), right=None),
    ),
    why=BY_HAND,
)
DISCREPANCY = Discrepancy(
    check="figures",
    sentence="They give other numbers.",
    sides=(
        Side(at=at(TALKS, "Orla"), reading=None),
        Side(at=at(TALKS, "40 men"), reading=MEN.id, speaker="marn"),
    ),
    cause="rounding",
    severity="notable",
    about=MEASURE.id,
    why=BY_HAND,
)
JUDGEMENT = Judgement(
    subject=WAIT.id, verdict="same", other=WAIT_TOO.id, by="A. Reader", on="2031-04-09T10:00:00Z", note="one interview"
)
DOSSIER = Dossier(
    documents=(FIRST, SECOND, TALKS),
    studies=(READ, READ_TOO, READ_TALKS),
    gaps=(Gap(path="reports/3.txt", room="read", reason="empty"),),
    judgements=(JUDGEMENT,),
    accounts=(*ACCOUNTS, TALKS_ACCOUNT),
    lineages=(LINEAGE,),
    topics=(TOPIC,),
    actors=(ACTOR, STATE),
    utterances=(UTTERANCE,),
    happenings=(HAPPENING,),
    days=(DAY,),
    measures=(MEASURE,),
    obligations=(OBLIGATION,),
    readouts=(READOUTS,),
    discrepancies=(DISCREPANCY,),
)
