"""A build in another process, for readers that go on meanwhile: adds one report after another and draws the findings.

python -m tests.store.build_apart PATH NUMBER
"""

import sys
from pathlib import Path

from tests.builders import Source
from tests.store.small_build import build
from tests.store.writer import report, say


def main() -> None:
    """Each report is a build of its own."""
    for number in range(int(sys.argv[2])):
        found = report(number)
        build(Path(sys.argv[1]), [Source(found.path, "a", (found,), ())])
        say(f"built {number}")


if __name__ == "__main__":
    main()
