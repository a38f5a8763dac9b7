"""A report written by hand with every layer on it, overlapping, and with words that a page must not obey."""

from datetime import date

from standoff.core.records import Document, Gap, Study
from standoff.core.when import When
from tests.builders import at, attribution, commitment, document, event, figure, mention, study, time

FURNITURE = "Home | World | <script>alert(1)</script>"
CAPTION = "A convoy near the Selm crossing. Photo: \u202egnp.exe"
PARAGRAPHS = (
    FURNITURE,
    "Ardan gives Lodan until Friday to leave the Selm crossing",
    CAPTION,
    "Foreign Minister Ilka Orlen warned on Tuesday that any attack on the crossing would lead to “immediate” sanctions,"
    " and said Ardan’s president had told her: “If the guns are not withdrawn, we will close the border.”",
    "Up to 12,000 Lodanese soldiers are massed along the river, the defence ministry said, against 7,500 in March. "
    "“There is no invasion,” a spokes\u00adperson of Lodan said, “and there will be none.”",
    "The two sides will hold talks in Merin next week.\x1b[31m",
)


def siege() -> tuple[Document, Study]:
    """The report and its readings."""
    report = document(
        "reports/selm <crossing>.html",
        "\n\n".join(PARAGRAPHS),
        title="Ardan gives Lodan until Friday",
        outlet="The Ardan Courier",
        published="2031-04-02",
        published_basis="byline",
        url="https://courier.example/selm?a=1&b=2",
        furniture=((0, len(FURNITURE)),),
    )
    caption = at(report, CAPTION)
    report = document(
        report.path,
        report.text,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        published_basis=report.published_basis,
        url=report.url,
        furniture=report.furniture,
        captions=((caption.start, caption.end),),
    )
    return report, _readings(report)


def _readings(report: Document) -> Study:
    orlen = mention(report, "Foreign Minister Ilka Orlen", name="Ilka Orlen", role="Foreign Minister")
    her = mention(report, "her", form="pronoun", refers=orlen)
    ardan, lodan = mention(report, "Ardan", "state"), mention(report, "Lodan", "state")
    president = mention(report, "Ardan’s president", form="description")
    ministry = mention(report, "the defence ministry", "organization", "description")
    merin = mention(report, "Merin", "place")
    warning = "any attack on the crossing would lead to “immediate” sanctions"
    threat = "If the guns are not withdrawn, we will close the border."
    warned = attribution(
        report, warning, source="Foreign Minister Ilka Orlen", cue="warned", speaker=orlen, act="warns"
    )
    relayed = attribution(report, f"Ardan’s president had told her: “{threat}", cue="said", speaker=orlen)
    told = attribution(
        report,
        threat,
        source="Ardan’s president",
        cue="had told",
        speaker=president,
        within=relayed,
        mode="direct",
        act="threatens",
    )
    denied = attribution(
        report, ["There is no invasion,", "and there will be none."], cue="a spokes", mode="direct", act="denies"
    )
    counted = attribution(report, "Up to 12,000 Lodanese soldiers are massed along the river", speaker=ministry)
    next_week = time(report, "next week", "2031-W15", when=When(date(2031, 4, 7), date(2031, 4, 14)), basis="published")
    march = time(report, "in March", "XXXX-03", when=None, basis=None, needs="the year")
    return study(
        report,
        *(orlen, her, ardan, lodan, president, ministry, merin),
        *(warned, relayed, told, denied, counted, next_week, march),
        time(report, "until Friday", "2031-04-04"),
        event(report, "attack", "ASSAULT", "hypothetical", targets=(lodan,), carried_by=warned.id),
        event(report, "invasion", "ASSAULT", "denied", carried_by=denied.id),
        event(
            report,
            "talks",
            "CONSULT",
            "scheduled",
            agents=(ardan, lodan),
            place=merin,
            when=next_week.when,
            when_basis="published",
            time=next_week.id,
        ),
        figure(report, "Up to 12,000", None, 12_000, what="Lodanese soldiers", hedge="up to", claimant=ministry.id),
        commitment(
            report,
            threat,
            "threat",
            "we will close the border",
            antecedent="If the guns are not withdrawn",
            debtor=president,
            relay=(relayed.id, told.id),
        ),
        commitment(
            report,
            warning,
            "threat",
            "“immediate” sanctions",
            antecedent="any attack on the crossing",
            debtor=ardan,
            creditor=lodan,
            strength="would",
        ),
        gaps=(Gap(path=report.path, room="extract", reason="one <b>paragraph</b> was not read", doc=report.id),),
    )
