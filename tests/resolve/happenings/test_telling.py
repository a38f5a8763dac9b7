"""What the record of a happening takes from the events that tell it."""

import pytest

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor
from standoff.resolve.happenings.telling import tell
from standoff.resolve.independence import passages_of
from standoff.resolve.reports import reports_of
from tests.builders import document, event, mention, study
from tests.lexicons import shipped

REPORT = document("talks.txt", " ".join(["Orlen met Vaal, said Dorn."] * 16))


@pytest.mark.parametrize(("times", "takes_part"), [(1, False), (2, False), (3, True)])
def test_whom_one_in_eight_names_takes_part_in_something_else(times: int, takes_part: bool) -> None:
    who = {name: [mention(REPORT, name, nth=nth) for nth in range(16)] for name in ("Orlen", "Vaal", "Dorn")}
    events = [
        event(
            REPORT,
            "met",
            "CONSULT",
            nth=nth,
            agents=(who["Orlen"][nth], who["Vaal"][nth], *((who["Dorn"][nth],) if nth < times else ())),
        )
        for nth in range(16)
    ]
    actors = tuple(
        Actor(id=name, name=name, type="person", names=(name,), mentions=tuple(each.id for each in mentions))
        for name, mentions in who.items()
    )
    dossier = Dossier(
        documents=(REPORT,),
        studies=(study(REPORT, *(each for mentions in who.values() for each in mentions), *events),),
        accounts=(Account(documents=(REPORT.id,)),),
        actors=actors,
    )
    told = tell(reports_of(dossier), shipped(), passages_of(()), events, 0.5)
    assert ("Dorn" in told.participants) is takes_part
    assert told.participants[:2] == ("Orlen", "Vaal")
