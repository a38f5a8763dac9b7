import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.dossier import Dossier
from standoff.core.integrity import dossier_faults
from standoff.core.records import Document, Gap, Study
from standoff.resolve.assemble import KINDS, assemble
from tests.builders import attribution, document, documents, gaps, mention, studies, study
from tests.lexicons import shipped

CALL = document("call.txt", "Ilka Orlen said that the fleet would leave the straits before the talks begin on Friday.")
ORLEN = mention(CALL, "Ilka Orlen")
SAID = attribution(
    CALL,
    "the fleet would leave the straits before the talks begin on Friday",
    source="Ilka Orlen",
    cue="said",
    speaker=ORLEN,
)
ECHO = document(
    "echo.txt", "Orlen told the council the fleet would leave the straits before the talks begin on Friday, it wrote."
)
AGAIN = mention(ECHO, "Orlen")
TOLD = attribution(
    ECHO,
    "the fleet would leave the straits before the talks begin on Friday",
    source="Orlen",
    cue="told the council",
    speaker=AGAIN,
)
READ = [study(CALL, ORLEN, SAID), study(ECHO, AGAIN, TOLD)]


def test_findings_of_two_texts() -> None:
    dossier = assemble([CALL, ECHO], READ, [], shipped())
    assert {d.path for d in dossier.documents} == {"call.txt", "echo.txt"}
    assert [actor.name for actor in dossier.actors] == ["Ilka Orlen"]
    (said,) = dossier.utterances
    assert set(said.attributions) == {SAID.id, TOLD.id}
    assert said.speaker == dossier.actors[0].id
    assert list(dossier_faults(dossier)) == []


def test_nothing_gives_an_empty_dossier() -> None:
    assert assemble([], [], [], shipped()) == Dossier()


def test_whoever_waits_hears_of_each_kind() -> None:
    heard: list[None] = []
    assemble((), (), (), shipped(), drawn=lambda: heard.append(None))
    assert len(heard) == KINDS


def test_the_same_text_and_gap_twice_count_once() -> None:
    gap = Gap(path="x.txt", room="read", reason="no text")
    once = assemble([CALL, ECHO], READ, [gap], shipped())
    assert assemble([CALL, ECHO, CALL], [*READ, READ[0]], [gap, gap], shipped()) == once
    assert once.gaps == (gap,)


@pytest.mark.parametrize("reports", [[CALL, ECHO], [ECHO, CALL]])
def test_a_document_without_a_study_is_still_an_account(reports: list[Document]) -> None:
    dossier = assemble(reports, [], [], shipped())
    assert sorted(doc for account in dossier.accounts for doc in account.documents) == sorted([CALL.id, ECHO.id])
    assert (dossier.actors, dossier.utterances) == ((), ())


@st.composite
def crises(draw: st.DrawFn) -> tuple[list[Document], list[Study], list[Gap]]:
    """Any documents with any readings of them."""
    reports = draw(st.lists(documents(), max_size=4, unique_by=lambda d: d.id))
    return reports, [draw(studies(report)) for report in reports], draw(st.lists(gaps("read"), max_size=3))


@given(crisis=crises(), data=st.data())
def test_the_same_dossier_in_any_order_and_nothing_wrong_with_it(
    crisis: tuple[list[Document], list[Study], list[Gap]], data: st.DataObject
) -> None:
    reports, read, missing = crisis
    dossier = assemble(reports, read, missing, shipped())
    assert list(dossier_faults(dossier)) == []
    shuffled = (data.draw(st.permutations(part)) for part in (reports, read, missing))
    assert assemble(*shuffled, shipped()) == dossier  # type: ignore[call-arg, arg-type]
