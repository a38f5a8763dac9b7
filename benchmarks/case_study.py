"""The tables of ``docs/case-december-2021.md``, made anew from the reports it is about.

    python benchmarks/case_study.py PATH... [--write] [--if TEXT]

PATH is what ``standoff build`` takes: the folder of reports, the readouts. Printed is Markdown; ``--write`` puts each
table between its marks in the document instead. The tables hold dates, names, numbers and the sentences that Standoff
makes itself, and no words of the reports.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from standoff.brief.claims import CAUSES, gravest_first
from standoff.brief.course import in_time, named
from standoff.brief.index import Index, index
from standoff.brief.phrases import accounts_name, amount_name, when_name
from standoff.core.claims import Readouts
from standoff.core.course import Obligation, Scenario
from standoff.core.dossier import Dossier
from standoff.core.findings import Independent
from standoff.engines import cores
from standoff.lexicon.lexicon import load_lexicon
from standoff.pipeline import play_scenario, read_alone, studying
from standoff.resolve.assemble import assemble

DOCUMENT = Path(__file__).parents[1] / "docs" / "case-december-2021.md"
CONDITION = "Russia invades Ukraine"
MOST_HAPPENINGS, MOST_OBLIGATIONS, MOST_MEASURES, MOST_DISCREPANCIES = 25, 15, 6, 15
MOST_CLAIMS = 8

Row = Sequence[str]


def dossier_at(paths: Iterable[Path]) -> Dossier:
    """The dossier of all that is at these paths, without a store."""
    found = [read_alone(path, studying(cores())) for path in paths]
    documents = [document for each in found for document in each.documents]
    studies = [study for each in found for study in each.studies]
    return assemble(documents, studies, [gap for each in found for gap in each.gaps], load_lexicon())


def table(head: Row, rows: Iterable[Row]) -> str:
    """Markdown. A bar in a cell would end it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def counts(found: Index) -> str:
    """How much there is."""
    dossier = found.dossier
    rows = [
        ("documents", len(dossier.documents)),
        ("accounts", len(dossier.accounts)),
        ("attributions", len(found.attributions)),
        ("events", len(found.events)),
        ("happenings", len(found.happenings)),
        ("commitments", len(found.commitments)),
        ("obligations", len(found.obligations)),
        ("figures", len(found.figures)),
        ("measures", len(found.measures)),
        ("utterances", len(dossier.utterances)),
        ("discrepancies", len(found.discrepancies)),
    ]
    return table(("what", "number"), ((name, str(number)) for name, number in rows))


def timeline(found: Index) -> str:
    """The happenings that most accounts tell, in order of their days."""
    dated = [each for each in found.happenings.values() if each.when is not None]
    dated.sort(key=lambda each: (*_least(each.independent), -each.documents, each.id))
    rows = (
        (
            when_name(each.when),
            each.type,
            " → ".join(stage.factuality for stage in each.course) or each.factuality,
            named(found, each.participants),
            accounts_name(each.independent),
            str(each.documents),
        )
        for each in in_time(dated[:MOST_HAPPENINGS], found)
    )
    return table(("when", "type", "factuality", "participants", "told in", "documents"), rows)


def ledger(found: Index) -> str:
    """The obligations that most accounts tell."""
    obligations = sorted(found.obligations.values(), key=lambda each: (*_least(each.independent), each.id))
    rows = (_owed(found, each) for each in obligations[:MOST_OBLIGATIONS])
    return table(("force", "status", "debtor", "creditor", "condition", "told in"), rows)


def figures(found: Index) -> str:
    """The most contested numbers, by claimant."""
    measures = sorted(found.measures.values(), key=lambda each: (-len(each.claims), each.id))
    rows: list[Row] = []
    for number, measure in enumerate(measures[:MOST_MEASURES], 1):
        for claim in measure.claims[:MOST_CLAIMS]:
            who = found.called(claim.claimant) or "the reports"
            amount = amount_name(claim.low, claim.high, None, measure.unit)
            rows.append(
                (str(number), measure.unit or "", measure.status, amount, who, accounts_name(claim.independent))
            )
    return table(("measure", "unit", "status", "value", "claimed by", "told in"), rows)


def discrepancies(found: Index) -> str:
    """Where the accounts disagree, the gravest first, as Standoff puts it."""
    shown = gravest_first(found.discrepancies.values(), found)[:MOST_DISCREPANCIES]
    rows = ((each.check, each.severity, each.sentence, CAUSES[each.cause]) for each in shown)
    return table(("check", "severity", "sentence", "likely cause"), rows)


def meetings(found: Index) -> str:
    """How far two sides' readouts of one meeting agree."""
    rows = []
    for each in sorted(found.readouts.values(), key=lambda each: _day(found, each)):
        happening = found.happenings.get(each.happening)
        points = [
            sum(point.agreement == name for point in each.points) for name in ("both", "left", "right", "opposed")
        ]
        sides = [found.called(side) or "" for side in each.sides]
        day = "" if happening is None else when_name(happening.when)
        rows.append((day, *sides, *map(str, points)))
    return table(("when", "left", "right", "both say", "only left", "only right", "opposed"), rows)


def scenario(found: Index, played: Scenario) -> str:
    """What follows if the condition holds, step by step."""
    rows = (
        (str(step.round), step.effect, *_owed(found, found.obligations[step.obligation])[::2], f"{step.why.score:.2f}")
        for step in played.steps
    )
    return table(("round", "effect", "force", "debtor", "condition", "score"), rows)


def _day(found: Index, readouts: Readouts) -> str:
    happening = found.happenings.get(readouts.happening)
    return "" if happening is None or happening.when is None else str(happening.when.since)


def _owed(found: Index, each: Obligation) -> Row:
    bound = "conditional" if each.antecedent is not None else "none"
    sides = [found.called(side) or "not said" for side in (each.debtor, each.creditor)]
    return (each.force.replace("_", " "), each.status, *sides, bound, accounts_name(each.independent))


def _least(independent: Independent) -> tuple[int, int]:
    return -independent.lower, -independent.upper


def written(text: str, name: str, drawn: str) -> str:
    """The document with this table between its marks. Raises ``ValueError`` where the marks are not there."""
    mark = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    found, number = mark.subn(lambda match: f"{match[1]}{drawn}\n{match[2]}", text)
    if number != 1:
        raise ValueError(f"{DOCUMENT.name}: {number} places for the table {name}, not one")
    return found


def main() -> None:
    """Print the tables, or write them into the document."""
    parser = argparse.ArgumentParser(description="Makes the tables of the case study anew.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="reports and readouts")
    parser.add_argument("--if", dest="condition", default=CONDITION, metavar="TEXT", help="the scenario played")
    parser.add_argument("--write", action="store_true", help=f"put them into {DOCUMENT.name}")
    asked = parser.parse_args()
    dossier = dossier_at(asked.paths)
    found, played = index(dossier), play_scenario(dossier, asked.condition)
    makers: dict[str, Callable[[Index], str]] = {
        "counts": counts,
        "timeline": timeline,
        "figures": figures,
        "ledger": ledger,
        "scenario": lambda each: scenario(each, played),
        "meetings": meetings,
        "discrepancies": discrepancies,
    }
    text = DOCUMENT.read_text(encoding="utf-8") if asked.write else ""
    for name, make in makers.items():
        if asked.write:
            text = written(text, name, make(found))
        else:
            print(f"## {name}\n\n{make(found)}\n")
    if asked.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
