"""A specification as SVG that stands alone: in a brief, or where a page has no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator

import vl_convert
from lxml import etree  # type: ignore[import-untyped]

from standoff.core.digest import digest
from standoff.picture.drawn import Json
from standoff.picture.theme import FONT

WIDTH = 960
"""Pixels, where the specification leaves it to its container."""
SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
ALLOWED = frozenset("svg g path line rect text tspan a defs clipPath linearGradient stop title desc".split())
"""Elements that a picture consists of; anything else is dropped, whatever the renderer comes to write."""
NUMBERS = frozenset({"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "width", "height"})
LONG_DECIMALS = re.compile(r"(\d\.\d\d)\d+")
BASE = "https://vega.github.io/vega-datasets/"
"""What the renderer puts before an address that has no host."""
REFERENCE = re.compile(r"url\(#([^)]*)\)")


def svg(drawn: Json) -> str:
    """The specification as an SVG without script, foreign content or style, with a title for who cannot see it.

    The same specification gives the same text; ids in it are its own, so that several may stand in one page. Raises
    ``ValueError`` for a specification that Vega-Lite refuses, which none of ``spec`` is.
    """
    width = WIDTH if drawn["width"] == "container" else drawn["width"]
    written = vl_convert.vegalite_to_svg({**drawn, "width": width}, allowed_base_urls=[])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(written.encode(), parser)
    _keep_allowed(root)
    has_links = _tidy_links(root)
    _number_ids(root, digest("picture", _written_without_ids(root)))
    _round(root)
    _describe(root, str(drawn["description"]), has_links)
    return str(etree.tostring(root, encoding="unicode"))


def _written_without_ids(root: etree._Element) -> str:
    """What the picture shows, without the ids that the renderer counts up from one picture to the next."""
    return "\n".join(f"{element.tag} {element.get('d')} {element.text}" for element in root.iter())


def _keep_allowed(root: etree._Element) -> None:
    """Take out elements and attributes that a picture has no use for."""
    for element in list(root.iter()):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        parent = element.getparent()
        if name not in ALLOWED and parent is not None:
            parent.remove(element)
            continue
        for attribute in list(element.attrib):
            if _is_unwanted(str(attribute), name):
                del element.attrib[attribute]


def _is_unwanted(attribute: str, name: str) -> bool:
    inside = attribute.startswith("aria-") and attribute not in ("aria-hidden", "aria-label")
    link = attribute in (XLINK, "href") and name != "a"
    return inside or link or attribute.startswith("on") or attribute in ("style", "role", "class", "font-family")


def _tidy_links(root: etree._Element) -> bool:
    """Give links the address they were made with and the name of what they hold; whether there are any."""
    found = False
    for link in root.iter(f"{{{SVG}}}a"):
        address = (link.attrib.pop(XLINK, "") or "").removeprefix(BASE)
        named = next((child.get("aria-label") for child in link if child.get("aria-label")), None)
        link.set("href", address)
        if named is not None:
            link.set("aria-label", named)
        found = True
    return found


def _number_ids(root: etree._Element, prefix: str) -> None:
    """Rename ids and what refers to them, in order, with a prefix of the picture's own."""
    names = {element.get("id"): f"p{prefix}-{at}" for at, element in enumerate(_with_id(root))}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, names[value])
            elif "url(#" in value:
                element.set(key, REFERENCE.sub(lambda found: f"url(#{names.get(found[1], '')})", value))


def _with_id(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if element.get("id") is not None)


def _round(root: etree._Element) -> None:
    """Places to a hundredth of a pixel: the renderer writes fifteen digits."""
    for element in root.iter():
        for key in NUMBERS & set(element.attrib):
            element.set(key, LONG_DECIMALS.sub(r"\1", element.get(key, "")))


def _describe(root: etree._Element, description: str, has_links: bool) -> None:
    """A name for the whole. A picture with links is a group, since what is inside an image cannot be reached."""
    root.set("role", "group" if has_links else "img")
    root.set("aria-label", description)
    root.set("font-family", FONT)
    for at, name in enumerate(("title", "desc")):
        element = etree.Element(f"{{{SVG}}}{name}")
        element.text = description
        root.insert(at, element)
