"""A store by hand: a wire, its copy and an excerpt of it; a release and a report that quotes it; a report alone."""

from pathlib import Path

from standoff.core.course import Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent, Lineage, Topic, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import Gap, Why
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, commitment, document, event, mention, study

WIRE = document(
    "wire.txt",
    "Two ferries collided off Sarn. Nobody was hurt. The harbour will close, Ola Brandt said.",
    outlet="Isle Wire",
    title="Ferries collide",
    published="2031-05-02",
)
COPY = document(
    "copy.txt",
    "Two ferries collided off Sarn. Nobody was hurt.",
    outlet="The Sarn Post",
    title="Ferries collide off Sarn",
    published="2031-05-03",
)
EXCERPT = document("excerpt.txt", "News: Two ferries collided off Sarn.")
RELEASE = document(
    "release.txt", "The harbour will stay open until June.", outlet="Harbour Office", published="2031-05-03"
)
QUOTING = document(
    "quoting.txt",
    "The office said that the harbour will stay open until June.",
    outlet="The Sarn Post",
    published="2031-05-04",
)
ALONE = document("alone.txt", "Snow fell on <b>Orm</b>.", published="2031-05-01")
DOCUMENTS = tuple(sorted((WIRE, COPY, EXCERPT, RELEASE, QUOTING, ALONE), key=lambda each: each.id))

BRANDT = mention(WIRE, "Ola Brandt")
BRANDT_SAID = attribution(WIRE, "The harbour will close", cue="said", source="Ola Brandt", speaker=BRANDT)
COLLIDED, COLLIDED_TOO = event(WIRE, "collided", "ASSAULT"), event(COPY, "collided", "ASSAULT")
CLOSING = commitment(WIRE, "The harbour will close", "threat", "close", debtor=BRANDT)
OFFICE = mention(QUOTING, "The office", "organization", form="description")
OFFICE_SAID = attribution(QUOTING, "the harbour will stay open until June", cue="said", speaker=OFFICE)
FELL = event(ALONE, "fell", "ASSAULT")


def account(*members: str) -> Account:
    """The account of these documents."""
    return Account(documents=tuple(sorted(members)))


COPIED = account(WIRE.id, COPY.id, EXCERPT.id)
RELEASED, QUOTED, SINGLE = (account(each.id) for each in (RELEASE, QUOTING, ALONE))
EARLIER = Why("direction", 0.6, "it was published earlier")
ONE = Independent(lower=1, upper=1)
HAPPENING = Happening(
    label=at(WIRE, "Two ferries collided"),
    type="ASSAULT",
    factuality="occurred",
    when=None,
    when_basis=None,
    participants=(),
    place=None,
    events=tuple(sorted((COLLIDED.id, COLLIDED_TOO.id))),
    documents=2,
    course=(Stage(factuality="occurred", event=COLLIDED.id),),
    accounts=(COPIED.id,),
    independent=ONE,
    why=BY_HAND,
)
OBLIGATION = Obligation(
    label=at(WIRE, "The harbour will close"),
    force="threat",
    debtor="brandt",
    creditor=None,
    antecedent=None,
    consequent=at(WIRE, "close"),
    deadline=None,
    commitments=(CLOSING.id,),
    status="detached",
    moves=(Move(status="detached", rule="it has no condition", at=at(WIRE, "close")),),
    accounts=(COPIED.id,),
    independent=ONE,
    why=BY_HAND,
)


def utterance(said: str, by: str | None, carried: Account, upper: int = 1, **original: object) -> Utterance:
    """An utterance of one attribution."""
    fields: dict[str, object] = {"speaker": by, "attributions": (said,), "fullest": said, "accounts": (carried.id,)}
    return Utterance(**fields, independent=Independent(lower=1, upper=upper), why=BY_HAND, **original)  # type: ignore[arg-type]


BRANDT_TOLD = utterance(BRANDT_SAID.id, "brandt", COPIED)
OFFICE_TOLD = utterance(OFFICE_SAID.id, None, QUOTED, 2, original_at=RELEASE.span(0, 38))
ACTOR = Actor(id="brandt", name="Ola Brandt", type="person", names=("Ola Brandt",), mentions=(BRANDT.id,))
JUDGEMENTS = (
    Judgement(subject=COLLIDED.id, verdict="wrong", by="A. Reader", on="2031-05-09T10:00:00+00:00", note="a near miss"),
    Judgement(subject=COLLIDED.id, verdict="same", other=FELL.id, by="B. Reader", on="2031-05-09T11:00:00+00:00"),
    Judgement(subject=FELL.id, verdict="unsure", other=COLLIDED.id, by="A. Reader", on="2031-05-09T12:00:00+00:00"),
    Judgement(subject="gone", verdict="wrong", by="A. Reader", on="2031-05-09T13:00:00+00:00"),
)


def lineage(first: str, second: str, **fields: object) -> Lineage:
    """The lineage of two documents, which share their words from the first to the tenth."""
    left, right = sorted((first, second))
    texts = {each.id: each for each in DOCUMENTS}
    shared = (
        (texts[left].span(0, 10), texts[right].span(1, 10)),
        (texts[left].span(11, 15), texts[right].span(11, 15)),
    )
    return Lineage(documents=(left, right), passages=shared, **fields)  # type: ignore[arg-type]


DOSSIER = Dossier(
    documents=DOCUMENTS,
    studies=tuple(
        sorted(
            (
                study(WIRE, BRANDT, BRANDT_SAID, COLLIDED, CLOSING),
                study(COPY, COLLIDED_TOO),
                study(EXCERPT),
                study(RELEASE),
                study(QUOTING, OFFICE, OFFICE_SAID),
                study(ALONE, FELL),
            ),
            key=lambda each: each.doc,
        )
    ),
    gaps=(
        Gap(path="alone.txt", room="extract", reason="no verb", doc=ALONE.id),
        Gap(path="alone.txt", room="parse", reason="100 % of it is markup", doc=ALONE.id),
        Gap(path="b/torn.html", room="read", reason="it ends in the middle"),
    ),
    judgements=JUDGEMENTS,
    accounts=tuple(sorted((COPIED, RELEASED, QUOTED, SINGLE), key=lambda each: each.id)),
    lineages=(
        lineage(WIRE.id, COPY.id, relation="copy", score=0.9, origin=WIRE.id, direction=EARLIER),
        lineage(WIRE.id, EXCERPT.id, relation="excerpt", score=0.7, origin=WIRE.id, direction=EARLIER),
        lineage(COPY.id, EXCERPT.id, relation="rewrite", score=0.5),
        lineage(RELEASE.id, QUOTING.id, relation="shared_release", score=0.4),
    ),
    topics=tuple(
        sorted(
            (
                Topic(documents=tuple(sorted((WIRE.id, COPY.id, EXCERPT.id))), central=WIRE.id, why=BY_HAND),
                Topic(documents=tuple(sorted((RELEASE.id, QUOTING.id))), central=RELEASE.id, why=BY_HAND),
                Topic(documents=(ALONE.id,), central=ALONE.id, why=BY_HAND),
            ),
            key=lambda each: each.id,
        )
    ),
    actors=(ACTOR,),
    utterances=tuple(sorted((BRANDT_TOLD, OFFICE_TOLD), key=lambda each: each.id)),
    happenings=(HAPPENING,),
    obligations=(OBLIGATION,),
)


def write_ferry_crisis(path: Path) -> Path:
    """The store in this file."""
    with Store.open(path, create=True) as store:
        for report in DOCUMENTS:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies(DOSSIER.studies, "1")
        store.add_judgements(JUDGEMENTS)
        store.write_findings(DOSSIER, "1")
    return path
