"""A build to be killed: adds one report after another to a store and says what it has finished.

python -m tests.store.writer PATH
"""

import sys
from itertools import count
from pathlib import Path

from standoff.core.records import Document
from standoff.store.file import Store
from tests.builders import document
from tests.store.small_build import VERSION, assemble, read

LENGTH = 400  # words: some pages of the file for each report, so that a kill falls within a write
FINDINGS_EVERY = 8


def report(number: int) -> Document:
    """The report of this number, the same in every process."""
    text = " ".join(f"Report {number} says that Ardania will answer {word} times." for word in range(LENGTH // 8))
    return document(f"reports/{number}.txt", text, furniture=((0, 6),))


def write(path: Path) -> None:
    """Until killed; what an earlier process finished is not done again."""
    say("opening")
    with Store.open(path, create=True) as store:
        for number in count():
            found = report(number)
            if not store.has_source(found.path, "a", VERSION):
                store.add_source(found.path, "a", VERSION, [found], [])
                say(f"source {number}")
            for unstudied in store.unstudied(VERSION):
                store.add_study(read(unstudied), VERSION)
                say(f"study {unstudied.path}")
            if number % FINDINGS_EVERY == 0:
                store.write_findings(assemble(store.documents(), store.studies(), store.gaps()), VERSION)
                say("findings")


def say(done: str) -> None:
    """Only after it is done, and at once."""
    sys.stdout.write(f"{done}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
