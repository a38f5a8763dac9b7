"""Reports of two calls between the leaders of two states that do not exist, a month apart, with their readings."""

from __future__ import annotations

from datetime import date

from standoff.core.records import Document, Event, Study
from standoff.core.vocabulary import EventType, Factuality
from standoff.core.when import When
from tests.builders import document, event, mention, study

Read = tuple[Document, Study]


def report(
    path: str,
    published: str,
    text: str,
    trigger: str,
    kind: EventType = "CONSULT",
    *,
    factuality: Factuality = "occurred",
    day: str | None = None,
    parties: tuple[str, str] = ("Ilka Orlen", "Joris Vaal"),
) -> Read:
    """One report with one event between two persons."""
    read = document(path, text, published=published)
    agent, target = (mention(read, name) for name in parties)
    when = None if day is None else When.day(date.fromisoformat(day))
    told = event(
        read,
        trigger,
        kind,
        factuality,
        agents=(agent,),
        targets=(target,),
        when=when,
        when_basis=None if when is None else "explicit",
    )
    return read, study(read, agent, target, told)


PREVIEW = report(
    "preview.txt",
    "2031-05-06",
    "President Ilka Orlen of Varnia will hold a phone call with Chancellor Joris Vaal of Kestria on 7 May.",
    "phone call",
    factuality="scheduled",
    day="2031-05-07",
)
FIRST = report(
    "first.txt",
    "2031-05-07",
    "President Ilka Orlen of Varnia held a phone call with Chancellor Joris Vaal of Kestria on 7 May, an aide wrote.",
    "phone call",
    day="2031-05-07",
)
ECHO = report(
    "echo.txt",
    "2031-05-08",
    "Ilka Orlen of Varnia and Joris Vaal of Kestria talked about the straits in their call on 7 May.",
    "call",
    day="2031-05-07",
)
SECOND = report(
    "second.txt",
    "2031-05-30",
    "President Ilka Orlen of Varnia held a phone call with Chancellor Joris Vaal of Kestria on 30 May, an aide wrote.",
    "phone call",
    day="2031-05-30",
)
OTHERS = report(
    "others.txt",
    "2031-05-07",
    "Foreign ministers Tomas Reik of Varnia and Ilsa Dorn of Kestria held a phone call on 7 May.",
    "phone call",
    day="2031-05-07",
    parties=("Tomas Reik", "Ilsa Dorn"),
)
NEXT_DAY = report(
    "next.txt",
    "2031-05-08",
    "President Ilka Orlen of Varnia held a phone call with Chancellor Ilsa Dorn of Lodan on 8 May, an aide wrote.",
    "phone call",
    day="2031-05-08",
    parties=("Ilka Orlen", "Ilsa Dorn"),
)
FEARED = report(
    "feared.txt",
    "2031-05-08",
    "Officials fear that Ilka Orlen would attack the island of Joris Vaal if the talks fail.",
    "attack",
    "ASSAULT",
    factuality="hypothetical",
)
STRUCK = report(
    "struck.txt",
    "2031-05-08",
    "Ilka Orlen had the fleet attack the island of Joris Vaal last year.",
    "attack",
    "ASSAULT",
)
ALL = (PREVIEW, FIRST, ECHO, SECOND, OTHERS, FEARED, STRUCK)


def event_of(read: Read) -> Event:
    """The report's one event."""
    return read[1].events[0]
