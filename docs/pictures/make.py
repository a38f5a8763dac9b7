"""Draw the pictures of docs/pictures.md anew, from the sample crisis: ``python docs/pictures/make.py``.

It reads the sample with the shipped reader, which takes some seconds, and writes one SVG for each picture beside
itself. The same package gives the same files.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from standoff.core.dossier import Dossier
from standoff.examples import sample_path
from standoff.lexicon.lexicon import load_lexicon
from standoff.picture.dossier import (
    claims_of,
    copyings_of,
    days_of,
    kept_of,
    marks_of,
    origins_of,
    reports_of,
    rungs_of,
    tallies_of,
)
from standoff.picture.drawing import accounts, claims, course, dealings, ladder, lineage, spec, standing, svg, timeline
from standoff.picture.drawn import Picture
from standoff.picture.ties import parties_of, ties_of
from standoff.pipeline import play_scenario, read_alone, studying
from standoff.resolve.assemble import assemble

CONDITION = "Drovnia closes the strait"
OBLIGATIONS = 10
"""As many as fit a page of the documentation."""
PAPER = ("<desc>", '<rect width="100%" height="100%" fill="#ffffff"/><desc>')
"""Readers of the documentation may have it on a dark page."""


def sample() -> Dossier:
    """The sample crisis, read and resolved."""
    alone = read_alone(sample_path(), studying(1))
    return assemble(alone.documents, alone.studies, alone.gaps, load_lexicon())


def pictures(dossier: Dossier) -> Mapping[str, Picture]:
    """Every picture of the sample, by name."""
    hedged = {figure.id for study in dossier.studies for figure in study.figures if figure.hedge is not None}
    measure = max(dossier.measures, key=lambda one: (len(hedged & set(one.figures)), one.id))
    played = play_scenario(dossier, CONDITION)
    return {
        "accounts": accounts(origins_of(dossier)),
        "claims": claims(claims_of(dossier, measure.id), unit=measure.unit),
        "course": course(tallies_of(dossier), days_of(dossier)),
        "dealings": dealings(ties_of(dossier), parties_of(dossier)),
        "ladder": ladder(rungs_of(dossier, played), played.condition),
        "lineage": lineage(reports_of(dossier), copyings_of(dossier)),
        "standing": standing(kept_of(dossier), most=OBLIGATIONS),
        "timeline": timeline(marks_of(dossier)),
    }


def main(folder: Path) -> None:
    """Write them all to a folder."""
    for name, picture in pictures(sample()).items():
        drawn = svg(spec(picture)).replace(*PAPER, 1)
        (folder / f"{name}.svg").write_text(drawn + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
