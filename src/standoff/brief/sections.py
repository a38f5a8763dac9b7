"""What a brief tells and in which order. The list at the end is the brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from standoff.brief.actors import FEW, actor_lines, mentioned
from standoff.brief.course_sections import discrepancies, ledger, measures, meetings, timeline
from standoff.brief.days import days_that_matter
from standoff.brief.index import Index, index
from standoff.brief.lines import (
    account_lines,
    gap_line,
    in_a_row,
    lineage_line,
    single_line,
    statement_lines,
)
from standoff.brief.page import Heading, Limits, Line, Page, Part, Ref, Section, Sentence, Words, note
from standoff.brief.phrases import ACT_NOUNS, counted, day_name, listed
from standoff.brief.statements import Statement, by_speaker, statements
from standoff.core.dossier import Dossier
from standoff.core.findings import Actor
from standoff.core.records import Document
from standoff.core.vocabulary import ACT_ORDER
from standoff.core.when import When


def compose(dossier: Dossier, limits: Limits, file: str, marks: str) -> Page:
    """The whole brief. ``file`` is named in the hints, ``marks`` says how insertions and deletions are drawn."""
    found = index(dossier)
    if not dossier.documents:
        return Page("Standoff brief", (_nothing(file), *([gaps(found, limits, file)] if dossier.gaps else [])))
    legend = Section("How to read this", tuple(note(line) for line in _legend(file, marks)))
    told = (section(found, limits, file) for section in SECTIONS)
    return Page("Standoff brief", (*(section for section in told if section is not None), legend))


def headline(found: Index, limits: Limits, file: str) -> Section:
    """How much there is, from when, and what is missing."""
    dossier = found.dossier
    documents = counted(len(dossier.documents), "document")
    accounts = counted(len(dossier.accounts), "independent account")
    lines: list[Line] = [note(f"{documents}, {accounts}: documents with one origin count once.")]
    lines += _period(found)
    said = statements(found)
    several = sum(statement.accounts > 1 for statement in said)
    speakers = {statement.speaker.id for statement in said if statement.speaker is not None}
    attributions = counted(len(found.attributions), "attribution")
    lines.append(
        note(
            f"{attributions} to {counted(len(speakers), 'actor')}; "
            f"{counted(several, 'statement is', 'statements are')} in two or more accounts."
        )
    )
    if said:
        acts = Counter(statement.act for statement in said)
        lines.append(note(listed([counted(acts[act], *ACT_NOUNS[act]) for act in ACT_ORDER if acts[act]]) + "."))
    lines.append(note(f"{_readings(found)}."))
    lines.append(note(f"{_findings(found)}."))
    missing = len(dossier.gaps)
    gap_note = f"{counted(missing, 'gap')}: what could not be read stands at the end." if missing else "No gaps."
    return Section("In short", (*lines, note(gap_note)))


def _readings(found: Index) -> str:
    """How much happens, is counted and is owed in the reports."""
    events = counted(len(found.events), "event")
    return listed([events, counted(len(found.figures), "figure"), counted(len(found.commitments), "commitment")])


def _findings(found: Index) -> str:
    """What they come to when the reports are taken together."""
    happenings = counted(len(found.happenings), "happening")
    obligations = counted(len(found.obligations), "obligation")
    measures = counted(len(found.measures), "measure")
    apart = counted(len(found.discrepancies), "discrepancy", "discrepancies")
    return f"Together: {listed([happenings, obligations, measures, apart])}"


def tellers(found: Index, limits: Limits, file: str) -> Section:
    """Who told this, really: independent accounts with their documents, then what they share."""
    accounts = sorted(
        found.dossier.accounts, key=lambda account: min(found.numbers[each] for each in account.documents)
    )
    lines: list[Line] = []
    for number, account in enumerate(accounts[: limits.documents], 1):
        lines += account_lines(found, account, number, limits.documents)
    lines += _more(len(accounts) - limits.documents, "account", f"standoff show {file} accounts")
    shared = [
        lineage
        for lineage in found.dossier.lineages
        if len({found.account_of[each].id for each in lineage.documents if each in found.account_of}) > 1
    ]
    if shared:
        lines.append(Heading("Words shared between accounts"))
        shared.sort(key=lambda lineage: (-lineage.score, *(found.numbers[each] for each in lineage.documents)))
        lines += [lineage_line(found, lineage) for lineage in shared[: limits.lineages]]
        lines += _more(len(shared) - limits.lineages, "pair", f"standoff show {file} accounts")
    return Section("Who told this", tuple(lines))


def actors(found: Index, limits: Limits, file: str) -> Section:
    """Who they are: those who speak, under all their names; unnamed sources; who else is mentioned."""
    spoken = by_speaker(statements(found))
    speaking = [(actor, said) for actor, said in spoken if actor is not None]
    named = [(actor, said) for actor, said in speaking if actor.named]
    unnamed = [(actor, said) for actor, said in speaking if not actor.named]
    lines: list[Line] = []
    for actor, said in named[: limits.actors]:
        lines += actor_lines(found, actor, _said(found, said), FEW)
    lines += _more(len(named) - limits.actors, "actor", f"standoff show {file} actors")
    sources = [mentioned(found, actor, _said(found, said)) for actor, said in unnamed[: limits.actors]]
    lines += _row("Unnamed sources", sources, len(unnamed))
    lines += _silent(found, {actor.id for actor, _ in speaking}, limits)
    return Section("Who they are", tuple(lines) or (note("No person or body was found in these documents."),))


def sayings(found: Index, limits: Limits, file: str) -> Section:
    """Who said what: statements in several accounts first, then speaker by speaker, demands before assertions."""
    said = statements(found)
    if not said:
        return Section("Who said what", (note("No attribution was found in these documents."),))
    several = [statement for statement in said if statement.accounts > 1]
    lines: list[Line] = [Heading("In two or more independent accounts")]
    if not several:
        lines.append(note("No statement was found in more than one account."))
    for number, statement in enumerate(several[: limits.utterances], 1):
        lines += statement_lines(found, statement, f"{number}.")
    lines += _more(len(several) - limits.utterances, "statement", f"standoff show {file} utterances")
    numbers = {statement.fullest.id: number for number, statement in enumerate(several[: limits.utterances], 1)}
    groups = by_speaker(said)
    for speaker, group in groups[: limits.speakers]:
        lines += _spoken(found, speaker, group, numbers, limits)
    lines += _more(len(groups) - limits.speakers, "speaker", f"standoff show {file} attributions")
    return Section("Who said what", tuple(lines))


def gaps(found: Index, limits: Limits, file: str) -> Section:
    """What could not be read or decided, with the reason."""
    missing = found.dossier.gaps
    if not missing:
        return Section("What could not be read", (note("Everything given was read."),))
    lines: list[Line] = [gap_line(gap) for gap in missing[: limits.gaps]]
    lines += _more(len(missing) - limits.gaps, "gap", f"standoff show {file} gaps")
    return Section("What could not be read", tuple(lines))


MOST_NAMED = 12
"""Documents pointed to in one line of the headline."""

SECTIONS: tuple[Callable[[Index, Limits, str], Section | None], ...] = (
    headline,
    tellers,
    actors,
    days_that_matter,
    timeline,
    ledger,
    measures,
    discrepancies,
    meetings,
    sayings,
    gaps,
)


def _nothing(file: str) -> Section:
    what_next = f"Give it reports: standoff build PATHS... -o {file}"
    return Section("In short", (note("This dossier holds no document yet."), note(what_next)))


def _legend(file: str, marks: str) -> Iterable[str]:
    yield f"[3:120-245] is characters 120 to 245 of document 3; read them there: standoff show {file} 3:120-245"
    yield "“ ” holds words the report gives as the speaker's own, « » the report's words for what was said."
    yield f"{marks}, against the fullest wording."
    yield f"All that one speaker says: standoff show {file} attributions --actor NAME"
    yield "Counts are of independent accounts, never of articles: at least and at most, as far as the texts tell."
    yield f"Why anything here is as it is: standoff explain {file} PLACE; what follows if: standoff scenario {file}"


def _period(found: Index) -> Iterable[Line]:
    """The first and the last day of publication, what is dated less closely and what is not, with its documents."""
    documents = found.documents.values()
    exact = sorted((day, document.id) for document in documents if (day := _day(document)) is not None)
    vague = [document.id for document in documents if _day(document) is None and document.published is not None]
    undated = [document.id for document in documents if document.published is None]
    parts: list[Part] = []
    if exact:
        (first, opening), (last, closing) = exact[0], exact[-1]
        parts += [Words(f"Published {'on' if first == last else 'from'} {day_name(first)} "), Ref(opening)]
        parts += [] if first == last else [Words(f" to {day_name(last)} "), Ref(closing)]
    for what, some in (("dated less closely", vague), ("undated", undated)):
        if some:
            parts.append(Words(f"{'; ' if parts else ''}{counted(len(some), 'document')} {what}:"))
            parts += [part for each in some[:MOST_NAMED] for part in (Words(" "), Ref(each))]
            parts += [Words(" ...")] if len(some) > MOST_NAMED else []
    yield Sentence((*parts, Words(".")), mark="")


def _day(document: Document) -> date | None:
    """The day it was published, where that is known to the day."""
    when = document.published
    if when is None or when.since is None or when != When.day(when.since):
        return None
    return when.since


def _said(found: Index, said: Sequence[Statement]) -> str:
    """How often an actor speaks, and in how many independent accounts."""
    wordings = [wording for statement in said for wording in statement.wordings]
    accounts = len({found.account_of[wording.doc].id for wording in wordings})
    return f"{counted(len(wordings), 'attribution')} in {counted(accounts, 'account')}"


def _silent(found: Index, speaking: set[str], limits: Limits) -> Iterable[Line]:
    """Who is mentioned most and given no words."""
    silent = [actor for actor in found.dossier.actors if actor.id not in speaking and actor.named]
    silent.sort(key=lambda actor: (-len(actor.mentions), actor.name, actor.id))
    shown = silent[: limits.actors]
    told = [mentioned(found, each, f"{each.type}, {counted(len(each.mentions), 'mention')}") for each in shown]
    yield from _row("Mentioned, and given no words", told, len(silent))


def _row(heading: str, told: Sequence[tuple[Part, ...]], total: int) -> Iterable[Line]:
    """Actors in one sentence under a heading, where there are any."""
    if not told:
        return
    more = total - len(told)
    rest = Words(f"; and {more:,} more" if more > 0 else "")
    yield Heading(heading)
    yield Sentence((*in_a_row(told), rest, Words(".")), mark="")


def _spoken(
    found: Index, speaker: Actor | None, group: Sequence[Statement], numbers: dict[str, int], limits: Limits
) -> Iterable[Line]:
    """One speaker's statements; those already told above are only pointed to."""
    name = speaker.name if speaker is not None else "No source given"
    unnamed = " (unnamed)" if speaker is not None and not speaker.named else ""
    yield Heading(f"{name}{unnamed}: {_said(found, group)}")
    above = sorted(numbers[statement.fullest.id] for statement in group if statement.fullest.id in numbers)
    if above:
        yield note(f"{'Statement' if len(above) == 1 else 'Statements'} {listed([str(each) for each in above])} above.")
    rest = [statement for statement in group if statement.fullest.id not in numbers]
    yield from (single_line(found, statement) for statement in rest[: limits.statements])
    if len(rest) > limits.statements:
        yield note(f"... and {counted(len(rest) - limits.statements, 'more statement')}.")


def _more(number: int, one: str, command: str) -> Iterable[Line]:
    """What the limit left out, and the command that shows it."""
    if number > 0:
        yield note(f"... and {number:,} more {one if number == 1 else one + 's'}: {command}")
