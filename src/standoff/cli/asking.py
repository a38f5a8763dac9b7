"""The commands that ask what follows and what holds: ``scenario``, ``without``, ``judge``."""
# ruff: noqa: PLC0415

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, get_args

import msgspec
import typer

from standoff.cli import console
from standoff.cli.commands import Json, Out, StoreFile, app, dossier_of, draw
from standoff.cli.console import Failure, put, put_bytes
from standoff.core.vocabulary import Verdict


class ScenarioFormat(StrEnum):
    """How a scenario is written."""

    text = "text"
    facts = "facts"


@app.command(epilog='Example: standoff scenario crisis.standoff --if "Russia invades Ukraine"')
def scenario(
    file: StoreFile,
    condition: Annotated[
        str,
        typer.Option(
            "--if", metavar="TEXT", help="What happens, in your words; or the id of a happening.", show_default=False
        ),
    ],
    form: Annotated[ScenarioFormat, typer.Option("--format", help="How it is written.")] = ScenarioFormat.text,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Tell what follows if a thing happens: which commitments it triggers, violates, leaves, and what those trigger."""
    from standoff.brief.index import index
    from standoff.brief.scenario import scenario_section
    from standoff.export.escape import escaped
    from standoff.export.findings import fact_of_scenario
    from standoff.pipeline import play_scenario

    if not condition.strip():
        raise Failure('--if needs words, such as "Russia invades Ukraine"', console.USAGE)
    dossier = dossier_of(file)
    played = play_scenario(dossier, condition.strip())
    if as_json or form is ScenarioFormat.facts:
        put_bytes(escaped(msgspec.json.encode(fact_of_scenario(played))) + b"\n", out, never=file)
    else:
        found = index(dossier)
        draw(found, scenario_section(found, played, console.shell_name(file)), out, never=file)
    if not played.steps:
        raise Failure(f"nothing in {file} is bound to this", console.NOTHING_FOUND)


@app.command(epilog='Example: standoff without crisis.standoff --speaker "senior official"')
def without(
    file: StoreFile,
    documents: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="D", help="A report: its number in a brief, its path or its id."),
    ] = None,
    outlets: Annotated[
        list[str] | None, typer.Option("--outlet", metavar="O", help="All reports of an outlet.")
    ] = None,
    speakers: Annotated[
        list[str] | None,
        typer.Option("--speaker", metavar="S", help="All that somebody says, named or not: a name or a part of one."),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Show no more than this; 0 shows all.")] = 50,
    as_json: Json = False,
) -> None:
    """Tell what falls when a report, an outlet or a source is taken away: facts, counts of accounts, statuses."""
    from standoff.brief.ablation import ablation_section
    from standoff.brief.index import index
    from standoff.brief.listing import document_named
    from standoff.export.escape import escaped
    from standoff.pipeline import take_away

    if not (documents or outlets or speakers):
        raise Failure("say what is taken away: --document, --outlet or --speaker", console.USAGE)
    dossier = dossier_of(file)
    found = index(dossier)
    try:
        taken = [document_named(found, name).id for name in documents or ()]
    except ValueError as error:
        raise Failure(str(error), console.NOTHING_FOUND) from error
    ablation = take_away(dossier, taken, outlets or (), speakers or ())
    if not (ablation.documents or ablation.attributions):
        raise Failure(
            f"nothing in {file} is of {', '.join([*(outlets or ()), *(speakers or ())])}", console.NOTHING_FOUND
        )
    if as_json:
        put_bytes(escaped(msgspec.json.encode(ablation)) + b"\n")
    else:
        draw(found, ablation_section(found, ablation, limit))


@app.command(
    epilog="Examples: standoff judge crisis.standoff 1f0c2a different 9ab3d0; standoff judge crisis.standoff 77ab wrong"
)
def judge(
    file: StoreFile,
    record: Annotated[str, typer.Argument(metavar="ID", help="An id, or the beginning of one.", show_default=False)],
    verdict: Annotated[
        str, typer.Argument(metavar="VERDICT", help="same, different, unsure, right or wrong.", show_default=False)
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="The record it is compared with.", show_default=False)
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who decides.", show_default="the name you are logged in by"),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")] = None,
) -> None:
    """Decide that two records are one or not, or that one is right or wrong; every later build honours it."""
    from datetime import UTC, datetime
    from getpass import getuser

    from standoff.pipeline import judge as judge_records
    from standoff.resolve.judging import Asked
    from standoff.store.file import Store

    said = next((known for known in get_args(Verdict) if known == verdict), None)
    if said is None:
        raise Failure(f"{verdict!r} is no verdict; it is one of {', '.join(get_args(Verdict))}", console.USAGE)
    on = datetime.now(UTC).isoformat(timespec="seconds")
    with Store.open(file) as store:
        judgement = judge_records(store, Asked(record, said, other, by or getuser(), on, note))
    compared = f" {judgement.other}" if judgement.other is not None else ""
    put(f"{judgement.subject} {judgement.verdict}{compared} ({judgement.by}, {judgement.on})\n")
    put(f"All decisions: standoff show {console.shell_name(file)} judgements\n")
