import pytest

from standoff.brief.index import index
from standoff.brief.listing import LISTINGS, Kind, passage, rows, section
from standoff.brief.terminal import drawn
from tests.brief.crisis import COURIER, crisis


def told(kind: Kind, actor: str | None = None, limit: int = 0) -> str:
    found = index(crisis())
    return " ".join(drawn(found, [section(rows(found, kind, actor), limit, kind)], width=10_000).split())


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        ("accounts", 4, "2 documents with one origin"),
        ("accounts", 4, "[1] and [3]: both carry one release"),
        ("actors", 6, "Ira Vesk, person [1:66-74]; “Foreign Minister” [1:49-65]; 5 attributions, 5 mentions"),
        ("attributions", 12, "source “President Tomas Hale” [4:0-20]; cue “demanded” [4:21-29]"),
        ("utterances", 2, "2. A senior defence official asserts, in 1 independent account (2 documents)"),
        ("utterances", 2, "in the same words: [2:274-326] Harbour Mirror"),
        ("documents", 5, "[4] Lodan News Agency, 7 Mar 2041 (metadata)"),
        ("events", 3, "CONSULT occurred 5 Mar 2041 (published) Ira Vesk: “call” [1:170-174]; with Lodan"),
        ("events", 3, "COERCE denied undated Ardania → Lodan: “closed” [1:215-221]; at border; told by Ira Vesk"),
        ("events", 3, "CONSULT scheduled 12 Mar 2041 (explicit) “Talks” [5:0-5]"),
        (
            "figures",
            1,
            "about 12,000 person actual “about 12,000” [1:271-283]; of “Lodan troops” [1:284-296]; in border;",
        ),
        ("figures", 1, "claimed by A senior defence official; as of 5 Mar 2041 (published)"),
        (
            "commitments",
            3,
            "threat will Ira Vesk → Lodan: if “any new battalion in the Orrin valley” [1:81-118], “will",
        ),
        ("commitments", 3, "economic measures” [1:119-160]; told through 1 attribution"),
        (
            "commitments",
            3,
            "demand will of – by Tomas Hale: “reopen the bridge” [4:43-60]; due 8 Mar 2041; told through",
        ),
        (
            "commitments",
            3,
            "red line will not Tomas Hale: if “nothing less” [4:130-142], what follows is left open; told",
        ),
        ("times", 4, "date 2041-03-05 5 Mar 2041 (published) “Tuesday” [1:178-185]"),
        ("times", 4, "date PRESENT_REF no days “withdraw” [3:156-164]; needs the document's date"),
        ("times", 4, "date 2041-03-12 12 Mar 2041 (explicit) “12 March” [5:18-26]; reckoned from “Talks” [5:0-5]"),
        ("gaps", 2, "wire.jsonl#11"),
    ],
)
def test_every_record_of_a_kind_is_listed(kind: Kind, number: int, words: str) -> None:
    assert len(rows(index(crisis()), kind)) == number
    assert words in told(kind)


def test_rows_bear_the_ids_of_the_facts() -> None:
    dossier = crisis()
    found = index(dossier)
    ids: dict[Kind, set[str | None]] = {kind: {row.id for row in rows(found, kind)} for kind in LISTINGS}
    assert ids["accounts"] == {account.id for account in dossier.accounts}
    assert ids["actors"] == {actor.id for actor in dossier.actors}
    assert ids["attributions"] == set(found.attributions)
    assert ids["utterances"] == {utterance.id for utterance in dossier.utterances}
    assert ids["events"] == set(found.events)
    assert ids["figures"] == set(found.figures)
    assert ids["commitments"] == set(found.commitments)
    assert ids["times"] == set(found.times)
    assert ids["documents"] == {document.id for document in dossier.documents}
    assert ids["gaps"] == {None}


@pytest.mark.parametrize(
    ("kind", "actor", "number"),
    [
        ("attributions", "vesk", 5),
        ("attributions", "Wesk", 5),
        ("attributions", "nobody", 0),
        ("utterances", "official", 1),
        ("actors", "hale", 1),
        ("events", "vesk", 1),
        ("events", "lodan", 2),
        ("figures", "senior", 1),
        ("figures", "vesk", 0),
        ("commitments", "hale", 2),
        ("commitments", "lodan", 1),
    ],
)
def test_an_actor_is_asked_for_by_a_part_of_any_name(kind: Kind, actor: str, number: int) -> None:
    assert len(rows(index(crisis()), kind, actor)) == number


def test_a_limit_says_what_it_leaves_out() -> None:
    assert told("attributions", limit=2).endswith("... and 10 more attributions: --limit 0 shows all")


@pytest.mark.parametrize("reference", ["1:198-232", "[1:198-232]", "reports/01.txt:198-232", "01.txt:198-232"])
def test_a_reference_opens_onto_its_words(reference: str) -> None:
    found = index(crisis())
    words = " ".join(drawn(found, [passage(found, reference)], width=10_000).split())
    assert COURIER.text[198:232] == "that Ardania had closed the bridge"
    assert "[1:198-232] Vesk warns Lodan" in words
    assert "She denied that Ardania had closed the bridge. ¶ A senior" in words


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("nonsense", "is no place"),
        ("9:1-2", "no document '9' among 5 documents"),
        ("1:5-5", "non-empty"),
        ("1:5-99999", "past the"),
    ],
)
def test_a_reference_that_leads_nowhere_says_so(reference: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        passage(index(crisis()), reference)
