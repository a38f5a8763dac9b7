"""Lines told by what they are made of, not by a phrase: share buttons, counters, section bars, tags, breadcrumbs."""

from __future__ import annotations

import re

from standoff.lexicon.furniture import Furniture
from standoff.read.paragraphs import Paragraph

# The longest bar of sections on one line has about 20 words; beyond, a line of section words would be a sentence.
LONGEST_BAR = 30
# "Middle East & North Africa" in a breadcrumb.
LONGEST_CRUMB = 5
# One separator is also how a headline is parted from its section; two are a bar.
FEWEST_CRUMBS = 3

# "Mira Oster and Jon Vael reported from Solm and Nina Roth from Halden City." has 13 words.
LONGEST_SIGNATURE = 15

TOKEN = re.compile(r"[\s|•·»›>/,()\[\]+]+")
COUNT = re.compile(r"[0-9]+(?:[.,][0-9]+)?[km]?", re.IGNORECASE)
TAG = re.compile(r"[#@]\w[\w.-]*|(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
CRUMBS = re.compile(r"\s*[|•·»›>]\s*|\s+/\s+")


def is_bar(paragraph: Paragraph, furniture: Furniture) -> bool:
    """Whether the line is a row of buttons, counters, tags or links, in any place of the text."""
    if paragraph.words > LONGEST_BAR or paragraph.ends_sentence:
        return False
    return is_share_row(paragraph, furniture) or is_tags(paragraph) or is_crumbs(paragraph)


def is_signature(paragraph: Paragraph) -> bool:
    """Whether the line is nothing but who reported from where: "Mira Oster and Jon Vael reported from Solm."."""
    names, reported, place = paragraph.text.partition(" reported from ")
    words = names.replace(",", " ").split()
    named = len(words) > 1 and all(word == "and" or word[0].isupper() for word in words)
    return bool(reported) and named and paragraph.words <= LONGEST_SIGNATURE and place[:1].isupper()


def is_share_row(paragraph: Paragraph, furniture: Furniture) -> bool:
    """Whether every word belongs to share buttons or counters, and one to nothing else; one word alone is no row."""
    tokens = [token.strip(".:") for token in TOKEN.split(paragraph.key) if token.strip(".:")]
    known = furniture.share | furniture.share_fillers
    return (
        len(tokens) > 1
        and any(token in furniture.share for token in tokens)
        and all(token in known or COUNT.fullmatch(token) for token in tokens)
    )


def is_section_bar(paragraph: Paragraph, furniture: Furniture) -> bool:
    """Whether every word names a section of a site: "Home World Politics"."""
    tokens = [token for token in TOKEN.split(paragraph.key) if token not in ("", "&")]
    return 0 < len(tokens) <= LONGEST_BAR and all(token in furniture.sections for token in tokens)


def is_tags(paragraph: Paragraph) -> bool:
    """Whether the line is nothing but hashtags, with handles and addresses between them."""
    tokens = paragraph.text.replace(",", " ").split()
    return any(token.startswith(("#", "pic.")) for token in tokens) and all(TAG.fullmatch(token) for token in tokens)


def is_crumbs(paragraph: Paragraph) -> bool:
    """Whether the line is a row of short links between separators, no row of a table: "News | Sport | Weather"."""
    parts = [part for part in CRUMBS.split(paragraph.text) if part]
    short = all(len(part.split()) <= LONGEST_CRUMB for part in parts)
    table = paragraph.text.startswith("|")
    return len(parts) >= FEWEST_CRUMBS and short and not table
