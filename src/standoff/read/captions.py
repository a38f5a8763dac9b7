"""Captions: what stands under a picture, told by its credit."""

from __future__ import annotations

import re

from standoff.lexicon.furniture import Furniture
from standoff.read.dates import find_dates
from standoff.read.paragraphs import Paragraph, plain

# A caption with its credit is one or two sentences; agencies' longest have about 80 words.
LONGEST_CAPTION = 90
LONGEST_CREDIT = 12
# Who is credited stands alone below the caption: "The Foreign Ministry of Halden" has five words.
LONGEST_HOLDER = 6
LONGEST_UNCREDITED = 45

NAME = re.compile(r"[^\W\d_][\w.'’&-]*,?")
JOINING = frozenset(("via", "for", "of", "and", "the", "de", "van", "von", "al", "by", "from", "through", "with", "&"))
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def is_caption(paragraph: Paragraph, furniture: Furniture) -> bool:
    """Whether the paragraph is a picture's credit, or a caption that ends in one in brackets."""
    if furniture.captions.match(paragraph.key):
        return not paragraph.is_prose or paragraph.words <= LONGEST_UNCREDITED
    return paragraph.words <= LONGEST_CAPTION and ends_in_credit(paragraph.text, furniture)


def is_dated_caption(paragraph: Paragraph, below: Paragraph) -> bool:
    """Whether a sentence that ends with weekday and full date stands above the bare name of who is credited.

    News that is days old does not repeat the year; a caption does, as it outlives the story.
    """
    if paragraph.words > LONGEST_UNCREDITED or below.words > LONGEST_HOLDER or below.ends_sentence:
        return False
    dates = list(find_dates(paragraph.text))
    ends = bool(dates) and paragraph.text[dates[-1].end :].strip() in (".", "")
    if below.text.isupper():  # a heading
        return False
    weekday = ends and WEEKDAY.search(paragraph.text[: dates[-1].start][-15:]) is not None
    return weekday and _is_named(below.text)


def ends_in_credit(text: str, furniture: Furniture) -> bool:
    """Whether a text ends in brackets that credit a picture: "(Jane Doe / Halden Press)", "[Handout via Reuters]".

    A sentence puts its full stop after the brackets, a caption before them or nowhere.
    """
    opening = {")": "(", "]": "["}.get(text[-1:])
    at = text.rfind(opening) if opening else -1
    content = text[at + 1 : -1].strip()
    if at < 0 or not content or len(content.split()) > LONGEST_CREDIT:
        return False
    parts = [part.strip() for part in plain(content).split("/")]
    lowered = content.lower()
    if lowered.split()[0].strip(":") in furniture.caption_words or lowered in furniture.picture_agencies:
        return True
    agency = any(part.lower() in furniture.agencies | furniture.picture_agencies for part in parts)
    photographer = "," not in content and (len(parts[0].split()) > 1 or agency)
    named = _is_named(content.replace("/", " "))
    return named and (" via " in lowered or (len(parts) > 1 and photographer))


def _is_named(text: str) -> bool:
    """Whether every word is written as one of a name."""
    words = text.split()
    return (
        bool(words)
        and words[0][0].isupper()
        and all(word.lower() in JOINING or (word[0].isupper() and NAME.fullmatch(word)) for word in words)
    )
