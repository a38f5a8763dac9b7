"""A whole page of reports: one file that asks nothing of any other, in every browser, with or without scripts."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from standoff.brief.phrases import counted, when_name
from standoff.brief.report.article import article
from standoff.brief.report.html import Html, element, joined, label, web_address
from standoff.brief.report.legend import legend
from standoff.brief.report.look import Look, look
from standoff.brief.report.panel import card, gaps_listed, panel
from standoff.core.records import Document, Gap, Study
from standoff.core.vocabulary import Basis

PUBLISHED: dict[Basis, str] = {
    "metadata": "from the page’s metadata",
    "byline": "from the byline",
    "text": "from the text",
    "linked": "from a linked report",
}
NO_DATE = "no date: weekdays stay relative"

LAYERS_STYLE, PAGE_STYLE, SCRIPT = "layers.css", "page.css", "script.js"


def report(documents: Sequence[Document], studies: Sequence[Study], gaps: Sequence[Gap] = ()) -> bytes:
    """Documents with everything each says, as one self-contained page of HTML in UTF-8.

    A document without a study is drawn bare. ``gaps`` are those of files; a study's own are listed with it. The size
    is linear in the texts and readings, and the same input gives the same bytes.
    """
    studied = {study.doc: study for study in studies}
    several = len(documents) > 1
    looks = tuple(
        look(document, studied.get(document.id, Study(doc=document.id)), f"d{number}-" if several else "")
        for number, document in enumerate(documents, 1)
    )
    of_documents = _gaps_of(looks, gaps)
    loose = [gap for gap in gaps if gap.doc not in of_documents]
    parts = [element("a", label("Skip to the lists"), href=f"#{looks[0].prefix}lists", class_="skip")] if looks else []
    parts.append(legend(looks))
    if several or loose or not looks:
        parts.append(_contents(looks, loose))
    parts += (_section(each, of_documents[each.document.id]) for each in looks)
    parts.append(card())
    return _page(_title(looks), joined(parts, "\n")).encode()


def _page(title: str, body: Html) -> str:
    style, script = f"{asset(LAYERS_STYLE)}\n{asset(PAGE_STYLE)}", asset(SCRIPT)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", label(title)),
        element("style", Html(style)),
    )
    page = element("html", element("head", *head), element("body", body, element("script", Html(script))), lang="en")
    return f"<!doctype html>\n{page}\n"


def asset(name: str) -> str:
    """A style sheet or the script, as it stands in this package."""
    return (files("standoff.brief.report") / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    """What a content security policy knows an inline style or script by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _title(looks: Sequence[Look]) -> str:
    if len(looks) == 1:
        return f"{heading(looks[0].document)} · Standoff"
    return f"{counted(len(looks), 'report')} · Standoff"


def heading(document: Document) -> str:
    """The report's title, or where it came from."""
    return document.title or document.path


def _gaps_of(looks: Sequence[Look], gaps: Sequence[Gap]) -> Mapping[str, list[Gap]]:
    """Each document's gaps, each once, in order."""
    found: dict[str, set[Gap]] = {each.document.id: set(each.study.gaps) for each in looks}
    given = defaultdict[str, set[Gap]](set)
    for gap in gaps:
        if gap.doc is not None:
            given[gap.doc].add(gap)
    return {doc: sorted(known | given[doc], key=Gap.key) for doc, known in found.items()}


def _contents(looks: Sequence[Look], loose: Sequence[Gap]) -> Html:
    rows = (
        element("li", element("a", label(heading(each.document)), href=f"#{each.prefix}report"), _origin(each.document))
        for each in looks
    )
    title = element("h1", label(counted(len(looks), "report") if looks else "Nothing could be read"))
    listed = [element("ol", *rows)] if looks else []
    return element("nav", title, *listed, *([gaps_listed(loose, "all-")] if loose else []))


def _section(look: Look, gaps: Sequence[Gap]) -> Html:
    lists = element("div", panel(look, gaps), id=f"{look.prefix}lists", class_="side", tabindex="-1")
    words = element("div", _header(look.document), article(look), class_="main")
    return element("section", words, lists, id=f"{look.prefix}report", class_="report")


def _header(document: Document) -> Html:
    parts = [element("h2", element("bdi", label(heading(document)))), _origin(document)]
    address = web_address(document.url)
    if address is not None:
        link = element("a", label(address), href=address, rel="noopener noreferrer nofollow")
        parts.append(element("p", link, class_="origin"))
    elif document.url is not None:
        parts.append(element("p", label(document.url), class_="origin"))
    parts.append(element("p", element("code", label(document.path)), class_="origin"))
    return element("header", *parts)


def _origin(document: Document) -> Html:
    """Outlet, author and date, with what the date rests on."""
    outlet = element("b", label(document.outlet)) if document.outlet else label("outlet not given")
    author = [label(f"by {document.author}")] if document.author else []
    return element("p", joined((outlet, *author, _published(document)), " · "), class_="origin")


def _published(document: Document) -> Html:
    if document.published is None:
        return element("span", label(NO_DATE), class_="none")
    basis = f" ({PUBLISHED[document.published_basis]})" if document.published_basis is not None else ""
    return label(f"published {when_name(document.published)}{basis}")
