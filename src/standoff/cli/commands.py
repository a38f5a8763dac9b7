"""The commands. Each gathers its arguments, calls a function or two, and prints what they give.

Rooms and the pipeline are imported inside the commands, so that ``--help``, ``show`` and ``brief`` start without the
reader, its weights and the libraries under it, which take a second to load.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from typer.core import TyperGroup

from standoff import __version__
from standoff.cli import console
from standoff.cli.console import Failure, put, put_bytes
from standoff.core.errors import JudgementError, ResourceError, StandoffError, StoreError

if TYPE_CHECKING:
    from standoff.brief.index import Index
    from standoff.brief.listing import Kind, Row
    from standoff.brief.page import Section
    from standoff.brief.targets import Target
    from standoff.core.dossier import Dossier


CANDIDATES_SHOWN = 8
"""Records named where the beginning of an id fits several."""


class Commands(TyperGroup):
    """Ends every command that fails with one line and an exit code, and never with a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what Standoff raises for its user is said and becomes the exit code."""
        console.use_utf8()
        try:
            return super().invoke(ctx)
        except (StandoffError, Failure) as error:
            console.complain(str(error))
            raise typer.Exit(_code_of(error)) from error


class Format(StrEnum):
    """How a brief is written."""

    text = "text"
    markdown = "markdown"
    html = "html"


class Export(StrEnum):
    """What a dossier can be exported as; ``standoff.export.formats`` writes them, a test holds the two together."""

    facts = "facts"


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog=console.EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoreFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A store that `standoff build` made.", show_default=False)
]
Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help="Write here, not to the terminal.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def _print_version(asked: bool) -> None:
    if asked:
        put(f"standoff {__version__}\n")
        raise typer.Exit


@app.callback()
def standoff(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Read reports of a crisis: who said what, what happened, who is bound to do what, each pinned to its words."""


@app.command(epilog="Example: standoff build reports/ more.jsonl.gz -o crisis.standoff")
def build(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATHS...", help="Folders, texts, saved pages, JSON Lines; also gzipped.", show_default=False
        ),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FILE", help="The store to make or to add to.", show_default=False)
    ],
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes to use.", show_default="one for each core")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")] = False,
    as_json: Json = False,
) -> None:
    """Read reports into a store. Run again, it adds what is new and redoes nothing."""
    from standoff.cli.progress import showing
    from standoff.cli.summary import summary_text
    from standoff.engines import cores, engine_for
    from standoff.export.escape import escaped
    from standoff.pipeline import build as build_store
    from standoff.pipeline import studying
    from standoff.store.file import Store

    with (
        _resumable(),
        Store.open(out, create=True) as store,
        engine_for(jobs or cores()) as engine,
        showing(quiet=quiet) as progress,
    ):
        summary = build_store(paths, store, engine, progress, studying(engine.threads))
    if as_json:
        put_bytes(escaped(msgspec.json.encode(summary)) + b"\n")
    elif not quiet:
        put(summary_text(summary, console.shell_name(out)))
    if not summary.documents_given:
        why = f"standoff show {console.shell_name(out)} gaps"
        raise Failure(f"nothing could be read of what was given; see why: {why}", console.NOTHING_FOUND)


@app.command(epilog="Example: standoff brief crisis.standoff --format html -o brief.html")
def brief(
    file: StoreFile,
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.text,
    out: Out = None,
) -> None:
    """Tell who told this, who said what, in how many accounts, each sentence with the place of its words."""
    from standoff.brief.markdown import markdown
    from standoff.brief.terminal import terminal

    dossier, name = dossier_of(file), console.shell_name(file)
    if form is Format.markdown:
        put(markdown(dossier, name), out, never=file)
    elif form is Format.html:
        from standoff.cli.pictured import illustrated

        put_bytes(illustrated(dossier, file), out, never=file)
    elif out is not None:
        put(terminal(dossier, name), out, never=file)
    else:
        put(terminal(dossier, name, width=console.width_of(sys.stdout), colour=console.has_colour(sys.stdout)))


@app.command(epilog="Examples: standoff show crisis.standoff events; standoff show crisis.standoff 3:120-245")
def show(
    file: StoreFile,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="happenings, days, obligations, measures, readouts, discrepancies, accounts, topics, actors, "
            "utterances, attributions, events, figures, commitments, times, judgements, documents or gaps; "
            "or a place such as 3:120-245.",
            show_default=False,
        ),
    ],
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only of actors with this in a name.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Show no more than this; 0 shows all.")] = 50,
    as_json: Json = False,
) -> None:
    """List records of one kind, or the words at one place; with --json as lines of a facts file."""
    from standoff.brief.index import index
    from standoff.brief.listing import LISTINGS, OF_ACTORS, passage, rows, section

    dossier = dossier_of(file)
    found = index(dossier)
    kind = next((kind for kind in LISTINGS if kind == what), None)
    if kind is None:
        try:
            place = passage(found, what)
        except ValueError as error:
            raise Failure(f"{error}; or name one of {', '.join(LISTINGS)}", console.USAGE) from error
        return draw(found, place)
    if actor is not None and kind not in OF_ACTORS:
        raise Failure(f"--actor goes with {', '.join(OF_ACTORS)}, not with {kind}", console.USAGE)
    listed = rows(found, kind, actor)
    if as_json:
        put_bytes(_json_of(dossier, kind, listed[: limit or None]))
    else:
        draw(found, section(listed, limit, kind))
    if not listed:
        raise Failure(f"there are no such {kind} in {file}", console.NOTHING_FOUND)
    return None


@app.command(epilog="Examples: standoff explain crisis.standoff 1f0c2a; standoff explain crisis.standoff 3:120-245")
def explain(
    file: StoreFile,
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A place such as 3:120-245, as lists and briefs show it; or an id, or the beginning of one.",
            show_default=False,
        ),
    ],
    as_json: Json = False,
) -> None:
    """Tell why one record is as it is: its words, every field, what found it, how sure; with --json its fact."""
    from standoff.brief.explain import explanation, listed_targets
    from standoff.brief.index import index

    dossier = dossier_of(file)
    found = index(dossier)
    targets = _targets(found, record)
    if as_json:
        put_bytes(b"".join(_facts_of(dossier, {(target.kind, target.id) for target in targets})))
    elif len(targets) == 1:
        draw(found, explanation(found, targets[0]))
    else:
        draw(found, listed_targets(found, targets, f"At {record}; for one of them: standoff explain FILE ID"))


@app.command(epilog="Examples: standoff read report.html | head; standoff read report.html --html -o report-read.html")
def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text, a page, JSON Lines.", show_default=False)],
    html: Annotated[
        bool, typer.Option("--html", help="One page for a browser: the words with all that is read.")
    ] = False,
    out: Out = None,
) -> None:
    """Read one file and print its facts, one JSON record a line, or draw them as a page; nothing is stored."""
    from standoff.brief.report.report import report
    from standoff.core.dossier import Dossier
    from standoff.engines import cores
    from standoff.export.facts import facts
    from standoff.pipeline import read_alone, studying

    alone = read_alone(file, studying(cores()))
    for gap in alone.gaps:
        console.complain(f"{gap.path}: {gap.reason}")
    if html:
        put_bytes(report(alone.documents, alone.studies, alone.gaps), out, never=file)
    else:
        put_bytes(facts(Dossier(documents=alone.documents, studies=alone.studies, gaps=alone.gaps)), out, never=file)
    if not alone.documents:
        raise Failure(f"nothing could be read of {file}", console.NOTHING_FOUND)


@app.command(epilog="Example: standoff export crisis.standoff --format facts -o crisis.jsonl")
def export(
    file: StoreFile,
    form: Annotated[Export, typer.Option("--format", help="facts: JSON Lines.", show_default=False)],
    out: Out = None,
) -> None:
    """Write the whole dossier for other programs."""
    from standoff.export.formats import EXPORTS

    put_bytes(EXPORTS[form.value](dossier_of(file)), out, never=file)


@app.command(epilog="Example: standoff build $(standoff examples) -o example.standoff")
def examples() -> None:
    """Print the folder of the sample reports that come with the package."""
    from standoff.examples import sample_path

    put(f"{sample_path()}\n")


@contextmanager
def _resumable() -> Iterator[None]:
    """Say, when a build is interrupted, that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise Failure(
            "interrupted; what is done is stored, run the same command again to go on", console.INTERRUPTED
        ) from error


def dossier_of(file: Path) -> Dossier:
    """Everything stored. Raises ``StoreError``."""
    from standoff.store.file import Store

    with Store.open(file) as store:
        return store.dossier()


def draw(found: Index, section: Section, out: Path | None = None, *, never: Path | None = None) -> None:
    """Draw a section in the terminal, as wide and as coloured as that is; or into a file."""
    from standoff.brief.terminal import drawn

    if out is not None:
        return put(drawn(found, [section]), out, never=never)
    colour = console.has_colour(sys.stdout)
    return put(drawn(found, [section], width=console.width_of(sys.stdout), colour=colour))


def _targets(found: Index, asked: str) -> tuple[Target, ...]:
    """The record of an id, or the readings at a place: the one that is exactly there, or all."""
    from standoff.brief.explain import named
    from standoff.brief.listing import REFERENCE, place_of
    from standoff.brief.targets import fitting, touching, words_of

    if REFERENCE.fullmatch(asked) is None:
        targets = fitting(found, asked)
        if not targets:
            hint = "give a place such as 3:120-245, or an id: standoff show FILE KIND --json lists them"
            raise Failure(f"no record has the id {asked!r}; {hint}", console.NOTHING_FOUND)
        if len(targets) > 1:
            shown = "; ".join(named(found, target) for target in targets[:CANDIDATES_SHOWN])
            raise Failure(f"{len(targets)} ids begin with {asked!r}: {shown}; give more of one", console.USAGE)
        return targets
    try:
        place = place_of(found, asked)
    except ValueError as error:
        raise Failure(str(error), console.USAGE) from error
    there = touching(found, place)
    if not there:
        raise Failure(f"there is no reading at {asked}", console.NOTHING_FOUND)
    exact = tuple(target for target in there if words_of(target.record) == (place,))
    return exact if len(exact) == 1 else there


FACT_KINDS: dict[Kind, str] = {"readouts": "readouts", "discrepancies": "discrepancy"}
"""What the facts file calls one of these, where that is not the word without its s."""


class _Head(msgspec.Struct):
    """What tells one line of a facts file from another."""

    kind: str
    id: str | None = None


def _json_of(dossier: Dossier, kind: Kind, listed: tuple[Row, ...]) -> bytes:
    """The lines of the facts file that these rows are of."""
    one = FACT_KINDS.get(kind, kind.removesuffix("s"))
    return b"".join(_facts_of(dossier, {(one, row.id) for row in listed})[: len(listed)])


def _facts_of(dossier: Dossier, asked: set[tuple[str, str | None]]) -> list[bytes]:
    """The lines of the facts file of these kinds and ids; ``dossier`` as stored, not with its dates settled."""
    from standoff.export.facts import facts

    head = msgspec.json.Decoder(_Head)
    heads = ((line, head.decode(line)) for line in facts(dossier).splitlines(keepends=True))
    return [line for line, found in heads if (found.kind, found.id) in asked]


def _code_of(error: StandoffError | Failure) -> int:
    match error:
        case Failure(code=code):
            return code
        case JudgementError():
            return console.USAGE
        case StoreError():
            return console.CANNOT_OPEN
        case ResourceError():
            return console.NOT_INSTALLED
        case _:
            return console.NOTHING_FOUND
