"""A strait that may be closed: two obligations, one of them moved, two discrepancies, two readouts of one meeting."""

from pathlib import Path

from msgspec.structs import replace

from standoff.core.claims import Discrepancy, Point, Readouts, Side
from standoff.core.course import Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent
from standoff.core.vocabulary import MentionType
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, commitment, document, event, mention, study

FIRST = document(
    "a.txt",
    "The sea was calm.\n\nPremier Ilo Marn said Ardania would close the strait if Lodan attacks. "
    "Lodan must withdraw its ships, he said.",
    outlet="Harbour Post",
    title="A warning",
    published="2031-04-02",
)
SECOND = document(
    "b.txt",
    "Lodan attacked on Tuesday, the office in Lodan said. Marn denies that Ardania would close the strait.",
    outlet="Lodan Gazette",
    published="2031-04-09",
)
OURS = document(
    "ours.txt", "The two met. They spoke of ships. No ship will leave.", title="Ours", published="2031-04-10"
)
THEIRS = document("theirs.txt", "They met at noon. They talked about ships. Every ship leaves.", published="2031-04-11")
MARN, ARDANIA = mention(FIRST, "Premier Ilo Marn", name="Ilo Marn"), mention(FIRST, "Ardania", "state")
LODAN = mention(FIRST, "Lodan", "state")
LODAN_AGAIN = mention(FIRST, "Lodan", "state", nth=1)
ATTACKER = mention(SECOND, "Lodan", "state")
HOST = mention(OURS, "The two")
TELLING = attribution(FIRST, "Ardania would close the strait if Lodan attacks", source="Premier Ilo Marn", speaker=MARN)
CLOSE = commitment(
    FIRST,
    "Ardania would close the strait if Lodan attacks",
    "threat",
    "close the strait",
    antecedent="if Lodan attacks",
    debtor=ARDANIA,
    creditor=LODAN,
    strength="would",
    relay=(TELLING.id,),
)
LEAVE = commitment(FIRST, "Lodan must withdraw its ships", "demand", "withdraw its ships", debtor=LODAN_AGAIN)
ATTACKED = event(SECOND, "attacked", "ASSAULT", agents=(ATTACKER,))
MET = event(OURS, "met", "CONSULT", agents=(HOST,))
STUDIES = (
    study(FIRST, MARN, ARDANIA, LODAN, LODAN_AGAIN, TELLING, CLOSE, LEAVE),
    study(SECOND, ATTACKER, ATTACKED),
    study(OURS, HOST, MET),
    study(THEIRS),
)
ACCOUNTS = {each.id: Account(documents=(each.id,)) for each in (FIRST, SECOND, OURS, THEIRS)}
ONE = Independent(lower=1, upper=1)
TUESDAY, MEETING_DAY = When.parse("2031-04-08"), When.parse("2031-04-10")


def _actor(key: str, name: str, *mentions: str) -> Actor:
    kind: MentionType = "person" if "Marn" in name else "state"
    return Actor(id=key, name=name, type=kind, names=(name,), mentions=mentions)


ACTORS = (
    _actor("ardania", "Ardania", ARDANIA.id),
    _actor("lodan", "Lodan", *sorted((LODAN.id, LODAN_AGAIN.id, ATTACKER.id))),
    _actor("marn", "Ilo Marn", MARN.id),
)


def _happening(label: str, of: object, day: When) -> Happening:
    assert of in (ATTACKED, MET)
    told = ATTACKED if of is ATTACKED else MET
    report = SECOND if told is ATTACKED else OURS
    return Happening(
        label=at(report, label),
        type=told.type,
        factuality="occurred",
        when=day,
        when_basis="explicit",
        participants=("lodan",),
        place=None,
        events=(told.id,),
        documents=1,
        course=(Stage(factuality="occurred", event=told.id),),
        accounts=(ACCOUNTS[report.id].id,),
        independent=ONE,
        why=BY_HAND,
    )


ATTACK, MEETING = _happening("Lodan attacked", ATTACKED, TUESDAY), _happening("The two met", MET, MEETING_DAY)
CLOSING = Obligation(
    label=CLOSE.at,
    force="threat",
    debtor="ardania",
    creditor="lodan",
    antecedent=CLOSE.antecedent,
    consequent=CLOSE.consequent,
    deadline=None,
    commitments=(CLOSE.id,),
    status="detached",
    moves=(
        Move(status="conditional", rule="Its own words name a condition.", at=CLOSE.at, when=FIRST.published),
        Move(
            status="detached",
            rule="Its condition has come about.",
            at=at(SECOND, "Lodan attacked"),
            happening=ATTACK.id,
            when=TUESDAY,
        ),
    ),
    accounts=(ACCOUNTS[FIRST.id].id,),
    independent=Independent(lower=1, upper=2),
    why=BY_HAND,
)
LEAVING = Obligation(
    label=LEAVE.at,
    force="demand",
    debtor="lodan",
    creditor=None,
    antecedent=None,
    consequent=LEAVE.consequent,
    deadline=When.parse("2031-05"),
    commitments=(LEAVE.id,),
    status="detached",
    moves=(Move(status="detached", rule="It names no condition.", at=LEAVE.at, when=FIRST.published),),
    accounts=(ACCOUNTS[FIRST.id].id,),
    independent=ONE,
    why=BY_HAND,
)
DENIED = Discrepancy(
    check="condition",
    sentence="Whether it was threatened is disputed.",
    sides=tuple(
        sorted(
            (
                Side(at=at(FIRST, "close the strait"), reading=CLOSE.id, speaker="marn"),
                Side(at=at(SECOND, "close the strait"), reading=None),
            ),
            key=lambda side: side.at,
        )
    ),
    cause="dispute",
    severity="grave",
    about=CLOSING.id,
    why=BY_HAND,
)
SHIPS = Discrepancy(
    check="wording",
    sentence="They use other words.",
    sides=tuple(
        sorted(
            (Side(at=at(OURS, "spoke"), reading=None), Side(at=at(THEIRS, "talked"), reading=None)),
            key=lambda side: side.at,
        )
    ),
    cause="unknown",
    severity="slight",
    about=None,
    why=BY_HAND,
)
PAIR = Readouts(
    happening=MEETING.id,
    documents=(OURS.id, THEIRS.id),
    sides=("ardania", "lodan"),
    points=(
        Point(agreement="both", left=at(OURS, "They spoke of ships"), right=at(THEIRS, "They talked about ships")),
        Point(agreement="opposed", left=at(OURS, "No ship will leave"), right=at(THEIRS, "Every ship leaves")),
        Point(agreement="left", left=at(OURS, "The two met"), right=None),
    ),
    why=BY_HAND,
)
DOCUMENTS = tuple(sorted((FIRST, SECOND, OURS, THEIRS), key=lambda each: each.id))
DOSSIER = Dossier(
    documents=DOCUMENTS,
    studies=tuple(sorted(STUDIES, key=lambda each: each.doc)),
    accounts=tuple(sorted(ACCOUNTS.values(), key=lambda each: each.id)),
    actors=ACTORS,
    happenings=tuple(sorted((ATTACK, MEETING), key=lambda each: each.id)),
    obligations=tuple(sorted((CLOSING, LEAVING), key=lambda each: each.id)),
    readouts=(PAIR,),
    discrepancies=tuple(sorted((DENIED, SHIPS), key=lambda each: each.id)),
)


def write(dossier: Dossier, path: Path) -> Path:
    """A store of this dossier."""
    with Store.open(path, create=True) as store:
        for number, report in enumerate(dossier.documents):
            store.add_source(f"{number} {report.path}", "a", "1", [report], [])
        store.add_studies(dossier.studies, "1")
        store.write_findings(replace(dossier, documents=store.documents()), "1")
    return path
