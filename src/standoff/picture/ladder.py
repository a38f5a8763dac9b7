"""The ladder: what follows if a thing happens, rung by rung."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Rung
from standoff.picture.words import clean, count, lines_below, listed, safe_href, whole

HEAD, ROW, INDENT = 34, 36, 26
DEEPEST = 8
"""Rounds that are indented; on a narrow screen deeper ones would leave no room for words."""
LETTERS = 160
"""Characters of a label that are handed to the picture, which cuts them to the width it has."""
EFFECTS = ("triggered", "satisfied", "violated", "cancelled")


def ladder(rungs: Sequence[Rung], condition: str, *, most: int = 60) -> Picture:
    """What follows if a thing happens: rungs from the condition through the rounds, each below what caused it.

    Drawn are those of the first rounds, up to ``most``.
    """
    ranked = sorted(rungs, key=lambda rung: (rung.round, EFFECTS.index(rung.effect), clean(rung.label), rung.id))
    kept = _in_order(ranked[:most])
    height = HEAD + ROW * len(kept)
    heights = {rung.id: HEAD + ROW * at + 12 for at, rung in enumerate(kept)}
    return Picture(
        name="ladder",
        description=_describe(rungs),
        height=height,
        data={
            "condition": [{"text": _letters(f"If {condition}"), "what": whole(condition), "y": 10}],
            "rungs": [_rung(rung, heights[rung.id]) for rung in kept],
            "stems": [row for rung in kept for row in _stem(rung, kept, heights)],
            "notes": _notes(len(rungs), len(rungs) - len(kept), height),
        },
        left_out=len(rungs) - len(kept),
    )


def _in_order(rungs: Sequence[Rung]) -> list[Rung]:
    """Each rung below the one it is because of, those of one cause in the order given."""
    below: dict[str | None, list[Rung]] = defaultdict(list)
    for rung in rungs:
        cause = _cause(rung, rungs)
        below[None if cause is None else cause.id].append(rung)
    found: list[Rung] = []
    waiting = below[None][::-1]
    while waiting:
        rung = waiting.pop()
        found.append(rung)
        waiting.extend(below.pop(rung.id, [])[::-1])
    return found


def _cause(rung: Rung, rungs: Sequence[Rung]) -> Rung | None:
    """The rung of an earlier round that did it, if it is among these."""
    return next((one for one in rungs if one.id == rung.because and one.round < rung.round), None)


def _x(rung: Rung) -> int:
    return INDENT * min(rung.round + 1, DEEPEST)


def _rung(rung: Rung, y: int) -> Json:
    href = safe_href(rung.href)
    force = rung.force.replace("_", " ") if rung.force is not None else "obligation"
    who = f"{force} of {whole(rung.debtor)}" if rung.debtor else force
    words = {"label": _letters(rung.label), "what": whole(rung.label), "effect": rung.effect, "who": who}
    line = {"x": _x(rung), "y": y, "text_y": y + 15, "told": _letters(f"{rung.effect}: {who}")}
    return {**line, **words, **({"href": href} if href else {})}


def _letters(text: str) -> str:
    short = clean(text[: LETTERS * 4])
    return short if len(short) <= LETTERS else short[: LETTERS - 1].rstrip() + "…"


def _stem(rung: Rung, kept: Sequence[Rung], heights: dict[str, int]) -> Rows:
    """From the cause, or the condition, down to the rung's height and across to it."""
    cause = _cause(rung, kept)
    x, top = (8, 20) if cause is None else (_x(cause), heights[cause.id] + 7)
    y = heights[rung.id]
    return [{"x": x, "x2": x, "y": top, "y2": y}, {"x": x, "x2": _x(rung) - 9, "y": y, "y2": y}]


def _notes(all_rungs: int, left_out: int, height: int) -> Rows:
    if not all_rungs:
        return lines_below(["Nothing follows from it: no obligation in the reports is touched."], HEAD - 8)
    text = f"{count(left_out, 'further obligation')} {'is' if left_out == 1 else 'are'} not drawn."
    return lines_below([text], height) if left_out else []


def _describe(rungs: Sequence[Rung]) -> str:
    """One sentence on what is seen."""
    if not rungs:
        return "An escalation ladder without rungs: nothing follows."
    told = [(effect, sum(rung.effect == effect for rung in rungs)) for effect in EFFECTS]
    effects = listed([f"{number:,} {effect}" for effect, number in told if number])
    rounds = count(max(rung.round for rung in rungs) + 1, "round")
    return f"An escalation ladder of {count(len(rungs), 'obligation')} in {rounds}: {effects}."
