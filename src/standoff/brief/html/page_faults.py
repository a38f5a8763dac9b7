"""The page against its record: what a reader sees and the record does not say, or the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from standoff.brief.html.faults import Fault, cut
from standoff.brief.html.page import draw
from standoff.brief.html.reading import Line, after_end, lines_of, pictures_in
from standoff.brief.html.records import (
    Brief,
)
from standoff.brief.html.words import own

AROUND = 24
"""Code points shown on each side of a difference: enough words to find it by."""


def page_faults(page: bytes, brief: Brief, version: str) -> Iterator[Fault]:
    """What a reader sees and the record does not say, or the other way round."""
    found = pictures_in(page)
    svgs = {each.sha256: found.get(each.sha256, "") for each in brief.pictures}
    yield from (
        Fault(f"picture “{each.title}”", "it is not the one that the brief was made with")
        for each in brief.pictures
        if each.sha256 not in found
    )
    meant = draw(brief, svgs)
    if meant == page:
        return
    rest = after_end(page)
    behind = (Fault("page", f"something stands behind its end: {cut(rest)}"),) if rest else ()
    faults = (*_line_faults(lines_of(meant), lines_of(page)), *behind)
    yield from faults
    if not faults and brief.made_by == version and all(svgs.values()):
        yield Fault("page", "it was changed outside its words: in its links, style, scripts, pictures or spacing")


def _line_faults(meant: Sequence[Line], seen: Sequence[Line]) -> Iterator[Fault]:
    """Numbered lines by their ids, all others by their words."""
    there = defaultdict[str, list[str]](list)
    for line in seen:
        if line.id is not None:
            there[line.id].append(line.text)
    known = {line.id: line.text for line in meant if line.id is not None}
    for key, text in known.items():
        if not there[key]:
            yield Fault(_name(key), f"it is missing from the page: {cut(text)}")
        elif there[key][0] != text:
            yield Fault(_name(key), _difference(there[key][0], text))
    for key, texts in there.items():
        extra = texts[1:] if key in known else texts
        yield from (Fault(_name(key), f"the record does not have it: {cut(text)}") for text in extra)
    loose, rest = (Counter(line.text for line in lines if line.id is None and line.text) for lines in (seen, meant))
    yield from (Fault("page", f"these words belong to no numbered sentence: {cut(text)}") for text in loose - rest)
    yield from (Fault("page", f"these words are missing from it: {cut(text)}") for text in rest - loose)


def _name(key: str) -> str:
    """``sentence 12`` for the id ``s12``, ``passage [3.7]`` for ``p3-7``."""
    return f"sentence {key[1:]}" if key[0] == "s" else f"passage [{key[1:].replace('-', '.')}]"


def _difference(seen: str, meant: str) -> str:
    start = next((at for at, (a, b) in enumerate(zip(seen, meant, strict=False)) if a != b), min(len(seen), len(meant)))
    most = min(len(seen), len(meant)) - start
    end = next((at for at in range(most) if seen[-1 - at] != meant[-1 - at]), most)
    there, here = (_around(text, start, len(text) - end) for text in (seen, meant))
    return f"the page says {there}, its record {here}"


def _around(text: str, start: int, end: int) -> str:
    """The words at a place with some whole words before and after."""
    first = text.rfind(" ", 0, max(0, start - AROUND)) + 1
    last = text.find(" ", min(end + AROUND, len(text)))
    last = len(text) if last < 0 else last
    return f"“{'… ' if first else ''}{own(text[first:last])}{' …' if last < len(text) else ''}”"
