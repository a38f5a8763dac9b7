"""One report with all that a parse can say: three sentences, names, an attribution in two pieces."""

from standoff.core.parse import Parse
from standoff.core.records import Document
from tests.builders import document
from tests.parses import cued, named, parse

STORY = "Ilka Orlen, the Varnian minister, said  on Monday:\n\n“We wait. We do not sail.”\n"
TABLE = """
    Ilka     PROPN said     nsubj
    Orlen    PROPN Ilka     flat
    ,        PUNCT minister punct
    the      DET   minister det
    Varnian  ADJ   minister amod
    minister NOUN  Ilka     appos
    ,        PUNCT Ilka     punct
    said     VERB  -        root
    on       ADP   Monday   case
    Monday   PROPN said     obl
    :        PUNCT said     punct

    “        PUNCT wait     punct
    We       PRON  wait     nsubj
    wait     VERB  -        root
    .        PUNCT wait     punct

    We       PRON  sail     nsubj
    do       AUX   sail     aux
    not      PART  sail     advmod
    sail     VERB  -        root
    .        PUNCT sail     punct
    ”        PUNCT sail     punct
"""


def story() -> tuple[Document, Parse]:
    report = document("story.txt", STORY)
    return report, parse(
        report,
        TABLE,
        names=[named(report, "Ilka Orlen", "person", score=0.75), named(report, "Varnian", "misc", score=0.5)],
        cued=[cued(report, ["We wait.", "We do not sail."], cue="said", source="Ilka Orlen", score=0.875)],
    )
