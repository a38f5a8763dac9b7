"""HTML to a tree, refused before it can cost more than a page is worth.

libxml2 stops at 256 levels and leaves out the rest without a word to its caller; extraction takes time for every
element, and libxml2 for every pair of attributes. All three are measured first, in one pass over the page.
"""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from standoff.core.errors import UnreadableError

# The pages of the article-extraction benchmark have at most 1.5 million characters, 1,700 elements as cleaned there
# and 170 attributes; long encyclopedia pages as served have 20,000 elements. Hostile pages of 40,000 elements took
# trafilatura 2.3.1 five to ten seconds, an element of 10,000 attributes half a second, and four times that for twice:
# at the limits below no page takes more than about ten seconds.
MAX_PAGE_CHARACTERS = 8_000_000
MAX_ELEMENTS = 30_000
MAX_ATTRIBUTES = 500
# A tag of fewer characters cannot have MAX_ATTRIBUTES of them.
LONG_TAG = 2 * MAX_ATTRIBUTES

# Pictures, fonts and styles that "save as one file" writes into a page: no article is in them.
DATA_ADDRESS = re.compile(r"data:[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,40}(?:;[a-z0-9=-]{1,40}){0,4},[^\"'()\s<>]*+", re.I)
# Every part is possessive or runs to the end of the page: no text makes it go back. Tags are cut as the HTML standard
# cuts them, so that neither quotation marks nor scripts hide any.
ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|$)|'[^']*+(?:'|$)|[^\s>"'][^\s>]*+)?)?"""
TAG = re.compile(
    rf"""<!--(?:.*?-->|.*+)
    |<(?:(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])|(?P<name>[a-z][^\s/>]*+))
    (?P<rest>(?:[\s/]++|=|{ATTRIBUTE})*+)>?(?(raw)(?:.*?(?=</(?P=raw))|.*+))""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
ONE_ATTRIBUTE = re.compile(ATTRIBUTE)
# What libxml2 leaves out because it is nested too deeply or too long for its buffers.
LEFT_OUT = ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG")


def parse_page(html: str) -> HtmlElement:
    """The page as a tree, comments left out. Raises ``UnreadableError`` with what is too large, deep or many."""
    html = strip_data(html)
    refuse_markup(html)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(f"is not a page: {error}") from error
    for entry in parser.error_log:
        if entry.type_name in LEFT_OUT:
            raise UnreadableError(f"is a page whose markup cannot be followed: {entry.message.split(',')[0].lower()}")
    return tree


def strip_data(html: str) -> str:
    """The page without the files written into its addresses."""
    return DATA_ADDRESS.sub("data:,", html)


def refuse_markup(html: str) -> None:
    """Raise ``UnreadableError`` for a page too large, or with too many elements or attributes, to be taken apart."""
    if len(html) > MAX_PAGE_CHARACTERS:
        raise UnreadableError(f"is a page of {len(html):,} characters; no more than {MAX_PAGE_CHARACTERS:,} are read")
    elements = 0
    for tag in TAG.finditer(html):
        elements += tag["rest"] is not None
        rest = tag["rest"] or ""
        if len(rest) > LONG_TAG and len(ONE_ATTRIBUTE.findall(rest)) > MAX_ATTRIBUTES:
            raise UnreadableError(f"is a page with an element of more than {MAX_ATTRIBUTES:,} attributes")
    if elements > MAX_ELEMENTS:
        raise UnreadableError(f"is a page of {elements:,} elements; no more than {MAX_ELEMENTS:,} are read")
