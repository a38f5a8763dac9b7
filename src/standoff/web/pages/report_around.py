"""What the store knows around one report, with the addresses of the pages that show it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import quote

import msgspec

from standoff.brief.report.around import Around, Link, Passage, Side
from standoff.brief.safe import quotable
from standoff.store.asking.document_findings import (
    DifferingSide,
    Found,
    ReadingFinding,
    SharedPassage,
    findings_of,
    passages_of,
    sides_of,
)

PAGES: Mapping[Found, str] = {
    "utterance": "/said",
    "happening": "/happenings",
    "obligation": "/ledger",
    "measure": "/figures",
    "actor": "/actors",
}
RELATIONS = {"shared_release": "shared release"}
LONGEST_NAME = 80


def around(
    connection: sqlite3.Connection, doc: str, places: tuple[tuple[int, int], ...], opened: frozenset[str]
) -> Around:
    """The findings of its readings, what it shares with other reports, where others differ; and what is asked for."""
    differing = sides_of(connection, doc)
    return Around(
        address=report_address(doc),
        links=_links(findings_of(connection, doc), differing),
        passages=tuple(_passage(each) for each in passages_of(connection, doc)),
        sides=tuple(
            dict.fromkeys(
                Side(each.start, each.end, each.check, each.sentence, _address("/discrepancies", each.discrepancy))
                for each in differing
            )
        ),
        places=places,
        opened=opened,
    )


def with_judging(known: Around) -> Around:
    """The same with a way from each reading that is opened to where it can be judged, and to all that is beside it."""
    links = {
        reading: (*known.links.get(reading, ()), Link("judge", _address("/readings", reading)))
        for reading in known.opened
    }
    return msgspec.structs.replace(known, links={**known.links, **links})


def report_address(doc: str) -> str:
    """The page of a report."""
    return _address("/reports", doc)


def _links(found: Iterable[ReadingFinding], differing: Iterable[DifferingSide]) -> Mapping[str, tuple[Link, ...]]:
    links = defaultdict[str, list[Link]](list)
    for each in found:
        links[each.reading].append(Link(_name(each), _address(PAGES[each.kind], each.finding)))
    for side in differing:
        if side.reading is not None:
            links[side.reading].append(
                Link(f"others differ: {side.check}", _address("/discrepancies", side.discrepancy))
            )
    return {reading: tuple(dict.fromkeys(own)) for reading, own in links.items()}


def _name(found: ReadingFinding) -> str:
    """What a link to a finding says: what it is, how it stands, how many independent accounts tell it."""
    if found.kind == "actor":
        return f"actor: {quotable(found.name or '')[:LONGEST_NAME]}"
    parts = [found.kind, *([found.name] if found.name is not None else [])]
    if found.upper is not None and found.upper > 1:
        low = found.lower if found.lower is not None else found.upper
        parts.append(f"{found.upper} accounts" if low == found.upper else f"{low} to {found.upper} accounts")
    return ", ".join(parts)


def _passage(found: SharedPassage) -> Passage:
    title = quotable(found.title or found.path)[:LONGEST_NAME]
    called = f"{quotable(found.outlet)[:LONGEST_NAME]}: {title}" if found.outlet else title
    start, end = found.other_start, found.other_end
    there = f"{report_address(found.other)}?at={start}-{end}#s-{start}-{end}"
    return Passage(found.start, found.end, RELATIONS.get(found.relation, found.relation), called, there)


def _address(path: str, key: str) -> str:
    return f"{path}/{quote(key, safe='')}"
