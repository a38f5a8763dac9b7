"""Who copied whom: accounts with their reports, two reports side by side, releases and what rests on them."""

from __future__ import annotations

from typing import Annotated, get_args

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from standoff.core.vocabulary import Relation
from standoff.store.asking.accounts import AccountsAsked, list_and_count, outlet_names, whole_account
from standoff.store.asking.lineages import LineagesAsked, count_shared, lineage_between, list_lineages, shared_passages
from standoff.store.asking.listed import Page
from standoff.store.asking.releases import list_releases
from standoff.store.asking.resting import RestingKind, list_resting
from standoff.store.asking.topics import biggest_topics, topics_of
from standoff.web.asked import Opened, PageNumber, asked_as, fields_of
from standoff.web.differing import side_by_side
from standoff.web.errors import missing

ACCOUNTS_SHOWN = 25
TOPICS_OFFERED = 20
RELEASES_SHOWN = 5
LINEAGES_SHOWN = 20
RESTING_SHOWN = 12
PASSAGES_SHOWN = 20

Resting = Annotated[RestingKind, QueryParameter(description="Of which kind the part of a list is that is shown.")]


@get("/sources", sync_to_thread=True, dependencies={"asked": asked_as(AccountsAsked)})
def sources(opened: Opened, asked: NamedDependency[AccountsAsked], page: PageNumber = 1) -> Template:
    """Who copied whom as a picture, the accounts, the releases behind them."""
    with opened.reading() as connection:
        found, counted = list_and_count(connection, asked, Page(page, ACCOUNTS_SHOWN))
        topics = biggest_topics(connection, TOPICS_OFFERED)
        chosen = topics_of(connection, [] if asked.topic is None else [asked.topic]).values()
        context = {
            "counted": counted,
            "releases": list_releases(connection, Page(1, RELEASES_SHOWN)),
            "shared": count_shared(connection),
            "outlets": outlet_names(connection),
            "topics": (*(each for each in chosen if each.id not in {topic.id for topic in topics}), *topics),
        }
    drawn = {name: value for name, value in fields_of(asked).items() if name in ("topic", "outlet", "relation")}
    return Template(
        "sources.html",
        context={
            "here": "/sources",
            "found": found,
            "asked": asked,
            "drawn": drawn,
            "relations": get_args(Relation),
            **context,
        },
    )


@get("/sources/releases", sync_to_thread=True)
def releases(opened: Opened, page: PageNumber = 1) -> Template:
    """The releases among the reports, and the reports that rest on each."""
    with opened.reading() as connection:
        found = list_releases(connection, Page(page))
    return Template("releases.html", context={"here": "/sources", "found": found})


@get("/sources/pairs", sync_to_thread=True, dependencies={"asked": asked_as(LineagesAsked)})
def pairs(opened: Opened, asked: NamedDependency[LineagesAsked], page: PageNumber = 1) -> Template:
    """Reports that came from one text, two by two."""
    with opened.reading() as connection:
        found = list_lineages(connection, asked, Page(page))
        outlets = outlet_names(connection)
    context = {"here": "/sources", "found": found, "asked": asked, "outlets": outlets, "relations": get_args(Relation)}
    return Template("pairs.html", context=context)


@get("/sources/pairs/{left:str}/{right:str}", sync_to_thread=True)
def pair(opened: Opened, left: FromPath[str], right: FromPath[str], page: PageNumber = 1) -> Template:
    """Two reports side by side: every passage they share."""
    with opened.reading() as connection:
        lineage = lineage_between(connection, left, right)
        if lineage is None:
            raise missing("pair of reports with a text in common")
        shared = shared_passages(connection, lineage, Page(page, PASSAGES_SHOWN))
    passages = [(each, side_by_side(each.left.words, each.right.words)) for each in shared.items]
    context = {"here": "/sources", "lineage": lineage, "found": shared, "passages": passages}
    return Template("pair.html", context=context)


@get("/sources/{key:str}", sync_to_thread=True)
def account(opened: Opened, key: FromPath[str], page: PageNumber = 1, alone: Resting = "happening") -> Template:
    """One account: its reports, how each came, what they share with others, what rests on it alone."""
    with opened.reading() as connection:
        found = whole_account(connection, key)
        if found is None:
            raise missing("account")
        shared = list_lineages(
            connection, LineagesAsked(account=key, relation="shared_release"), Page(1, LINEAGES_SHOWN)
        )
        resting = {
            kind: list_resting(connection, key, kind, Page(page if kind == alone else 1, RESTING_SHOWN))
            for kind in get_args(RestingKind)
        }
    context = {"here": "/sources", "found": found, "shared": shared, "resting": resting}
    return Template("account.html", context=context)


ROUTES = (sources, releases, pairs, pair, account)
