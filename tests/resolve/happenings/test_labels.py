import pytest

from standoff.core.dossier import Dossier
from standoff.core.span import Span
from standoff.resolve.happenings.labels import LONGEST, clause_of
from standoff.resolve.reports import reports_of
from tests.builders import document, event, mention, study

CLOSED = "Rain fell. On Monday Varnia closed the Sel bridge to lorries, and drivers complained. Nobody was hurt."


def label(text: str, trigger: str, *parties: str) -> str:
    report = document("a.txt", text)
    agents = tuple(mention(report, name, "state") for name in parties)
    told = event(report, trigger, "COERCE", agents=agents)
    reports = reports_of(Dossier(documents=(report,), studies=(study(report, *agents, told),)))
    found: Span = clause_of(reports, told)
    assert found.start <= told.at.start < told.at.end <= found.end
    return report.quote(found)


@pytest.mark.parametrize(
    ("text", "trigger", "parties", "words"),
    [
        (CLOSED, "closed", ("Varnia",), "Varnia closed the Sel bridge to lorries"),
        (CLOSED, "closed", (), "closed the Sel bridge to lorries"),
        (
            "Varnia said on Monday that it closed the bridge",
            "closed",
            ("Varnia",),
            "Varnia said on Monday that it closed the bridge",
        ),
        ("Varnia closed the bridge on Oct. 3. It rained.", "closed", ("Varnia",), "Varnia closed the bridge on Oct. 3"),
        ("Varnia closed the U.S. base. It rained.", "closed", ("Varnia",), "Varnia closed the U.S. base"),
        ("closed", "closed", (), "closed"),
        ("Varnia\n\nclosed\n\nKestria", "closed", ("Varnia", "Kestria"), "closed"),
    ],
)
def test_the_clause_around_a_trigger(text: str, trigger: str, parties: tuple[str, ...], words: str) -> None:
    assert label(text, trigger, *parties) == words


def test_a_label_is_no_paragraph() -> None:
    words = label("Varnia closed the bridge " + "to the lorries of the port " * 40, "closed", "Varnia")
    assert len(words) <= LONGEST
    assert words.split()[-1] in ("to", "the", "lorries", "of", "port")
