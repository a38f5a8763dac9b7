"""The page: one file for screen and paper that asks nothing of any other, and carries the record it is drawn from."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files

import msgspec

from standoff.brief.html.annex import annex
from standoff.brief.html.numbering import brief as brief_of
from standoff.brief.html.pieces import row
from standoff.brief.html.records import Brief, Part, Picture, Shown, sentences
from standoff.brief.phrases import counted
from standoff.brief.report.html import Html, element, joined, label
from standoff.core.digest import text_hash
from standoff.core.dossier import Dossier

BLOCK = "standoff-brief"
"""The id of the element that holds the record."""
SVG = "data:image/svg+xml;base64,"
ANNEX = "The words behind the sentences"
NOT_PLAIN = re.compile(r"[^\x20-\x7e]|[<>&]")
"""What the block writes as an escape: nothing in it can end it, and nothing turns the direction of its source."""


def html_brief(dossier: Dossier, file: str, made_by: str, pictures: Iterable[Picture] = ()) -> bytes:
    """The brief of a dossier as a page in UTF-8. The same dossier, name, version and pictures give the same bytes.

    ``file`` is the store's name as hints give it, ``made_by`` the version of the package.
    """
    drawn = tuple(pictures)
    return draw(brief_of(dossier, file, made_by, drawn), {text_hash(each.svg): each.svg for each in drawn})


def draw(brief: Brief, svgs: Mapping[str, str]) -> bytes:
    """The page of a brief; ``svgs`` are its pictures by their digests, and one that is missing is said to be."""
    style = _style()
    title = f"Standoff brief of {brief.file}"
    policy = (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light"),
        element("meta", name="generator", content=f"standoff {brief.made_by}"),
        element("title", label(title)),
        element("style", Html(style)),
    )
    body = joined((_header(brief), _contents(brief), _main(brief, svgs), _block(brief)), "\n")
    return f"<!doctype html>\n{element('html', element('head', *head), element('body', body), lang='en')}\n".encode()


def _style() -> str:
    return (files("standoff.brief.html") / "style.css").read_text(encoding="utf-8").strip()


def _header(brief: Brief) -> Html:
    totals = (
        element(
            "div",
            element("dt", label(total.name)),
            element("dd", element("b", label(total.value)), *_total_note(total.note)),
        )
        for total in brief.totals
    )
    skip = element("a", label("Skip to the brief"), class_="skip", href="#brief")
    name = element("h1", element("span", label("Standoff brief "), class_="q"), element("bdi", label(brief.file)))
    return element("header", skip, name, element("dl", *totals))


def _total_note(note: str) -> list[Html]:
    return [element("small", label(f" {note}"))] if note else []


def _contents(brief: Brief) -> Html:
    titles = [(part.key, part.title) for part in brief.parts] + ([("words", ANNEX)] if brief.sources else [])
    rows = (element("li", element("a", label(title), href=f"#{key}")) for key, title in titles)
    return element("nav", element("ol", *rows), aria_label="Contents")


def _main(brief: Brief, svgs: Mapping[str, str]) -> Html:
    parts = [_part(part, brief.pictures, svgs) for part in brief.parts]
    if brief.sources:
        numbered = counted(len(sentences(brief)), "sentence")
        told = (
            f"{numbered} above rest on {counted(len(brief.passages), 'passage')} of "
            f"{counted(len(brief.sources), 'report')}. Each stands here with the characters it takes up in its report, "
            "counted from 0, between the words around it; behind the arrow, the sentences that rest on it."
        )
        title = element("h2", label(ANNEX))
        parts.append(element("section", title, element("p", label(told), class_="note"), annex(brief), id="words"))
    return element("main", joined(parts, "\n"), id="brief", tabindex="-1")


def _part(part: Part, pictures: Iterable[Shown], svgs: Mapping[str, str]) -> Html:
    drawn = (_picture(each, svgs.get(each.sha256)) for each in pictures if each.part == part.key)
    return element("section", element("h2", label(part.title)), *drawn, joined(map(row, part.rows), "\n"), id=part.key)


def _picture(shown: Shown, svg: str | None) -> Html:
    """As an image of its own, in which no script runs and nothing is fetched."""
    if svg is None:
        return element("p", label(f"The picture “{shown.title}” is missing."), class_="note")
    data = f"{SVG}{b64encode(svg.encode()).decode()}"
    image = element("img", src=data, alt=shown.description)
    caption = element("figcaption", element("b", label(shown.title)), label(f" {shown.description}"))
    # A picture is wider than a telephone: its own element is moved, by keys too, and not the page.
    frame = element("div", image, class_="wide", tabindex="0", role="group", aria_label=shown.title)
    return element("figure", caption, frame)


def _block(brief: Brief) -> Html:
    """The record as JSON in ASCII: data, which no browser runs."""
    text = NOT_PLAIN.sub(_escape, msgspec.json.encode(brief).decode())
    return element("script", Html(text), type="application/json", id=BLOCK)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))
