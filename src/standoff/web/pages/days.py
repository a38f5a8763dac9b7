"""The days that matter, each with the sentences that tell it best."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from litestar import get
from litestar.di import NamedDependency
from litestar.response import Template

from standoff.store.asking.days import ORDERS, DaysAsked, list_days
from standoff.store.asking.listed import Page
from standoff.web.asked import Opened, PageNumber, asked_as, fields_of


@get("/days", sync_to_thread=True, dependencies={"asked": asked_as(DaysAsked)})
def days(opened: Opened, asked: NamedDependency[DaysAsked], page: PageNumber = 1) -> Template:
    """The days that reports tell most of, in order."""
    with opened.reading() as connection:
        found = list_days(connection, asked, Page(page))
    context: dict[str, Any] = {
        "here": "/days",
        "found": found,
        "asked": asked,
        "filters": fields_of(asked),
        "orders": list(ORDERS),
        "one_day": timedelta(days=1),
    }
    return Template("days.html", context=context)


ROUTES = (days,)
