"""What is not the article, and who published it: the typed view of ``furniture.yaml`` and ``outlets.yaml``."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

ANY = "*"
# A paragraph of more words is never compared with a template: it is prose, whatever it opens with. The longest
# boilerplate seen on pages (cookie consent, agency copyright) that is one paragraph has about 40 words.
LONGEST_TEMPLATE_MATCH = 40


class Templates(msgspec.Struct, frozen=True, eq=False):
    """Lines in which ``*`` stands for any words, laid out so that a look-up costs little."""

    whole: frozenset[str]
    by_opening: dict[str, tuple[tuple[str, ...], ...]]
    """By their first character, the fixed parts of each template that does not open with ``*``."""
    open: tuple[tuple[str, ...], ...]
    """The fixed parts of each template that opens with ``*``."""

    def match(self, key: str) -> bool:
        """Whether the line, in lower case and with plain apostrophes, is built like one of these."""
        if key in self.whole:
            return True
        candidates = (*self.by_opening.get(key[:1], ()), *self.open)
        return bool(candidates) and key.count(" ") < LONGEST_TEMPLATE_MATCH and any(_fits(t, key) for t in candidates)


def _fits(parts: tuple[str, ...], key: str) -> bool:
    """Whether the fixed parts stand in the line in order, the first opening it and the last ending it."""
    first, *middle, last = parts
    if not (key.startswith(first) and key.endswith(last)):
        return False
    at, end = len(first), len(key) - len(last)
    for part in middle:
        found = key.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


def compile_templates(lines: Iterable[str]) -> Templates:
    """The lines of one list of a knowledge file, ready to be compared with."""
    starred = [tuple(line.split(ANY)) for line in lines if ANY in line]
    openings: dict[str, list[tuple[str, ...]]] = {}
    for parts in starred:
        if parts[0]:
            openings.setdefault(parts[0][:1], []).append(parts)
    return Templates(
        whole=frozenset(line for line in lines if ANY not in line),
        by_opening={opening: tuple(found) for opening, found in openings.items()},
        open=tuple(parts for parts in starred if not parts[0]),
    )


class BylineWords(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Words around the date in a byline."""

    published: frozenset[str]
    updated: frozenset[str]
    fillers: frozenset[str]


class Outlets(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The formulas by which a text says who published it."""

    credits: tuple[tuple[str, str], ...]
    """What stands before and after the outlet's name, in lower case."""
    copyright: tuple[str, ...]
    never: frozenset[str]
    mastheads: frozenset[str]
    agencies: dict[str, str]


class Furniture(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What surrounds an article, and the words of bylines, captions and credits."""

    lines: Templates
    """Of paragraphs that are not prose."""
    sentences: Templates
    """Of any paragraph."""
    heads: Templates
    last: Templates
    share: frozenset[str]
    share_fillers: frozenset[str]
    sections: frozenset[str]
    byline: BylineWords
    captions: Templates
    caption_words: frozenset[str]
    agencies: frozenset[str]
    picture_agencies: frozenset[str]
    outlets: Outlets


class _BylineEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of bylines as they are written."""

    published: str
    updated: str
    fillers: str


class _FurnitureFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``furniture.yaml`` as it is written."""

    lines: tuple[str, ...]
    sentences: tuple[str, ...]
    heads: tuple[str, ...]
    last: tuple[str, ...]
    share: str
    share_fillers: str
    sections: str
    byline: _BylineEntry
    captions: tuple[str, ...]
    caption_words: str
    agencies: str
    picture_agencies: str


class _OutletsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``outlets.yaml`` as it is written."""

    credits: tuple[str, ...]
    copyright: tuple[str, ...]
    never: str
    mastheads: str
    agencies: dict[str, str]


def load_furniture() -> Furniture:
    """The knowledge of both files. Raises ``ResourceError`` that names the file and the entry."""
    file = load("furniture", _FurnitureFile)
    return Furniture(
        lines=compile_templates(file.lines),
        sentences=compile_templates(file.sentences),
        heads=compile_templates(file.heads),
        last=compile_templates(file.last),
        share=frozenset(listed(file.share)),
        share_fillers=frozenset(listed(file.share_fillers)),
        sections=frozenset(listed(file.sections)),
        byline=BylineWords(
            published=frozenset(listed(file.byline.published)),
            updated=frozenset(listed(file.byline.updated)),
            fillers=frozenset(listed(file.byline.fillers)),
        ),
        captions=compile_templates(file.captions),
        caption_words=frozenset(listed(file.caption_words)),
        agencies=frozenset(listed(file.agencies)),
        picture_agencies=frozenset(listed(file.picture_agencies)),
        outlets=_load_outlets(),
    )


def _load_outlets() -> Outlets:
    file = load("outlets", _OutletsFile)
    return Outlets(
        credits=tuple((line.partition(ANY)[0], line.partition(ANY)[2]) for line in file.credits),
        copyright=file.copyright,
        never=frozenset(listed(file.never)),
        mastheads=frozenset(listed(file.mastheads)),
        agencies=file.agencies,
    )
