"""What the reports are about: topics, and one topic with its reports and happenings."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.store.asking.accounts import outlet_names
from standoff.store.asking.listed import Page
from standoff.store.asking.topics import TopicsAsked, list_topic_reports, list_topics, whole_topic
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing


@get("/topics", sync_to_thread=True, dependencies={"asked": asked_as(TopicsAsked)})
def topics(opened: Opened, asked: NamedDependency[TopicsAsked], page: PageNumber = 1) -> Template:
    """Topics, the biggest or the newest first."""
    with opened.reading() as connection:
        found = list_topics(connection, asked, Page(page))
        outlets = outlet_names(connection)
    return Template("topics.html", context={"here": "", "found": found, "asked": asked, "outlets": outlets})


@get("/topics/{key:str}", sync_to_thread=True)
def topic(opened: Opened, key: FromPath[str], page: PageNumber = 1) -> Template:
    """One topic: what most of its accounts tell, and its reports in order of time."""
    with opened.reading() as connection:
        found = whole_topic(connection, key)
        if found is None:
            raise missing("topic")
        reports = list_topic_reports(connection, key, Page(page))
    return Template("topic.html", context={"here": "", "found": found, "reports": reports})


ROUTES = (topics, topic)
