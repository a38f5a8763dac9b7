"""A store whose report, names and titles try to be more than words."""

from pathlib import Path

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent, Join, Role, Utterance
from standoff.core.records import Why
from standoff.store.file import Store
from tests.builders import at, attribution, document, mention, study

TRICK = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202etfel\u202c</bdi></a>"
LONG = "Ministry of " + "Very " * 400 + "Long Names"
TEXT = f"{TRICK} said: {TRICK} will fall. {LONG} agreed. \x01\x02 مرحبا 漢字 ﷽"
REPORT = document("trick<b>.txt", TEXT, title=TRICK, outlet=TRICK, published="2031-04-02")
WHO, MINISTRY = mention(REPORT, TRICK), mention(REPORT, LONG, "government")
SAID = attribution(REPORT, f"{TRICK} will fall", source=TRICK, cue="said", speaker=WHO, act="threatens")
ACTOR_ID, LONG_ID = "1" * 16, "2" * 16
ACCOUNT = Account(documents=(REPORT.id,))
UTTERANCE = Utterance(
    speaker=ACTOR_ID,
    attributions=(SAID.id,),
    fullest=SAID.id,
    accounts=(ACCOUNT.id,),
    independent=Independent(lower=1, upper=1),
    why=Why("hand", 1.0, TRICK),
)


def write_hostile(path: Path) -> Path:
    """The store, written to this path."""
    read = study(REPORT, WHO, MINISTRY, SAID)
    actor = Actor(
        id=ACTOR_ID,
        name=TRICK,
        type="person",
        names=(TRICK,),
        mentions=(WHO.id,),
        roles=(Role(text=TRICK, at=at(REPORT, TRICK)),),
        joins=(Join(left=TRICK, right="x", why=Why("hand", 0.5, f"{TRICK} sound alike")),),
    )
    ministry = Actor(id=LONG_ID, name=LONG, type="government", names=(LONG,), mentions=(MINISTRY.id,))
    with Store.open(path, create=True) as store:
        store.add_source(REPORT.path, "a", "1", [REPORT], [])
        store.add_studies([read], "1")
        dossier = Dossier(
            documents=(REPORT,),
            studies=(read,),
            accounts=(ACCOUNT,),
            actors=(actor, ministry),
            utterances=(UTTERANCE,),
        )
        store.write_findings(dossier, "1")
    return path
