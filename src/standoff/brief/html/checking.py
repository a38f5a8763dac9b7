"""Whether a brief holds: the page against its record, the record against the reports, and what they tell today."""

from __future__ import annotations

import msgspec

from standoff.brief.html.faults import Fault
from standoff.brief.html.numbering import brief as brief_of
from standoff.brief.html.page_faults import page_faults
from standoff.brief.html.place_faults import place_faults, record_faults
from standoff.brief.html.reading import brief_in
from standoff.brief.html.records import Quoted, sentences
from standoff.brief.html.telling_faults import telling_faults, told_otherwise
from standoff.core.dossier import Dossier


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of checking a brief; it holds where there is no fault."""

    sentences: int
    quotations: int
    passages: int
    reports: int
    faults: tuple[Fault, ...]
    told_otherwise: tuple[int, ...]
    """Sentences that the store would not tell so today, because it has changed or the rules have."""
    made_by: str
    """The version of the package that made it."""


def check(page: bytes, dossier: Dossier, version: str) -> Checked:
    """Hold a page against a dossier, as this ``version`` of the package. Raises ``BriefError`` for what is no brief.

    Every place must read back the words that the brief quotes, in a text with the hash that it names; everything a
    reader sees must be what the record says, and where the dossier is the one it was made of, what that tells.
    """
    brief = brief_in(page)
    documents = {document.id: document for document in dossier.documents}
    now = brief_of(dossier, brief.file, version)
    is_same = (brief.dossier_sha256, brief.made_by) == (now.dossier_sha256, now.made_by)
    otherwise = told_otherwise(brief, now)
    return Checked(
        sentences=len(sentences(brief)),
        quotations=sum(isinstance(piece, Quoted) for each in sentences(brief) for piece in each.pieces),
        passages=len(brief.passages),
        reports=len(brief.sources),
        faults=(
            *page_faults(page, brief, version),
            *record_faults(brief),
            *place_faults(brief, documents),
            *(telling_faults(brief, now, otherwise) if is_same else ()),
        ),
        told_otherwise=() if is_same else otherwise,
        made_by=brief.made_by,
    )
