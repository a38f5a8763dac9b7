"""The annex: each report that sentences rest on, its passages with the words around them, and the way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from standoff.brief.html.pieces import isolated
from standoff.brief.html.records import Brief, Passage, Source, places_cited, sentences
from standoff.brief.phrases import counted
from standoff.brief.report.html import Html, element, joined, label, web_address

HASH_SHOWN = 12
"""Hex digits of a text's digest in print; the block at the end of the page has all."""

Back = Mapping[tuple[int, int | None], Sequence[int]]
"""The numbers of the sentences that lead to a report, or to a passage of it."""


def annex(brief: Brief) -> Html:
    """Every report with its passages, in order."""
    back = defaultdict[tuple[int, int | None], list[int]](list)
    for sentence in sentences(brief):
        for place in places_cited(sentence):
            back[place].append(sentence.number)
    passages = defaultdict[int, list[Passage]](list)
    for passage in brief.passages:
        passages[passage.source].append(passage)
    return joined((_source(source, passages[source.number], back) for source in brief.sources), "\n")


def _source(source: Source, passages: Sequence[Passage], back: Back) -> Html:
    number = source.number
    outlet = isolated(source.outlet) if source.outlet is not None else label("outlet not given")
    head = element("h3", element("span", label(f"[{number}]"), class_="m"), label(" "), outlet, _after(source))
    parts = [head, _origin(source)]
    if (number, None) in back:
        parts.append(element("p", label("Named as a whole in "), *_ways(back[number, None]), class_="note"))
    parts += (_passage(passage, back.get((number, passage.number), ())) for passage in passages)
    return element("section", *parts, id=f"d{number}", class_="source", aria_label=f"Report {number}")


def _after(source: Source) -> Html:
    return element("span", label(f", {source.published}"), class_="q")


def _origin(source: Source) -> Html:
    """Title, path, address in full, account, and the text by its length and digest."""
    parts = [element("strong", isolated(source.title))] if source.title is not None else []
    parts.append(element("code", isolated(source.path)))
    address = web_address(source.url)
    if address is not None:
        parts.append(element("a", label(address), href=address, rel="noopener noreferrer nofollow"))
    elif source.url is not None:
        parts.append(element("code", isolated(source.url)))
    account = f"account {source.account}, " if source.account is not None else ""
    told = f"{account}{counted(source.characters, 'character')}, SHA-256 {source.text_sha256[:HASH_SHOWN]}…"
    return element("p", joined((*parts, label(told)), " · "), class_="origin")


def _passage(passage: Passage, back: Sequence[int]) -> Html:
    name = f"{passage.source}.{passage.number}"
    anchor = f"p{passage.source}-{passage.number}"
    words = [element("mark", isolated(passage.exact))]
    words += [label(" … "), element("mark", isolated(passage.ending))] if passage.ending is not None else []
    place = element("span", label(f"{passage.start:,}–{passage.end:,}"), class_="at")
    return element(
        "p",
        element("a", label(name), class_="n", href=f"#{anchor}"),
        label(" "),
        element("span", _context(passage.prefix), *words, _context(passage.suffix), class_="b"),
        label(" "),
        place,
        label(" ← "),
        *_ways(back),
        class_="p",
        id=anchor,
    )


def _context(words: str) -> Html:
    return element("bdi", label(words), class_="q") if words else label("")


def _ways(numbers: Iterable[int]) -> list[Html]:
    """Ways back to sentences, a comma between."""
    ways: list[Html] = []
    for number in numbers:
        ways += [label(", ")] if ways else []
        ways.append(element("a", label(str(number)), class_="r", href=f"#s{number}"))
    return ways
