"""Records as rows: which columns a field becomes."""

from __future__ import annotations

from datetime import date

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.when import When
from standoff.notebook.flat import columns, row
from standoff.notebook.records import Records
from standoff.store.asking.listed import ActorName, Words

DAY = When.day(date(2041, 3, 4))


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One field of each type."""

    id: str
    label: Words | None
    who: ActorName | None
    many: tuple[ActorName, ...]
    when: When | None
    independent: Independent
    why: Why
    tags: tuple[str, ...]


def told(words: str = "ships, many", who: ActorName | None = None) -> Told:
    label = Words(doc="d", at=(3, 14), words=words, path="a.txt", outlet=None, title=None, published=DAY)
    actor = ActorName(id="x", name="Lodania", type="state")
    return Told(
        id="1",
        label=label,
        who=who,
        many=(actor, actor),
        when=DAY,
        independent=Independent(lower=1, upper=2),
        why=Why("rule", 0.5, "because"),
        tags=("a",),
    )


def test_each_type_has_its_columns() -> None:
    assert row(told()) == {
        "id": "1",
        "label": "ships, many",
        "label_doc": "d",
        "label_start": 3,
        "label_end": 14,
        "label_path": "a.txt",
        "label_outlet": None,
        "who": None,
        "who_id": None,
        "many": ["Lodania", "Lodania"],
        "many_ids": ["x", "x"],
        "when_since": date(2041, 3, 4),
        "when_until": date(2041, 3, 5),
        "independent_lower": 1,
        "independent_upper": 2,
        "why": "because",
        "why_finder": "rule",
        "why_score": 0.5,
        "tags": ["a"],
    }


def test_columns_are_known_without_a_record() -> None:
    assert columns(Told) == tuple(row(told()))


def test_hostile_words_are_inert_and_cut_in_a_notebook() -> None:
    hostile = "<script>alert(1)</script>\u202e" + "x" * 100_000
    html = Records(
        "tellings", Told, [told(hostile, ActorName(id="y", name="<img src=x>", type="person"))] * 500
    )._repr_html_()
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert len(html) < 20_000
