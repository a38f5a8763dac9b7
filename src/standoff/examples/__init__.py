"""The sample crisis: reports of a dispute between states that do not exist, and the truth about them.

The demo, the tests and the benchmarks read it. ``lommen/truth.md`` tells what happened, who said what and which
report copies which; ``lommen/gold.json`` says the same span by span.
"""

from importlib.resources import files
from pathlib import Path

CRISIS = "lommen"


def sample_path() -> Path:
    """The folder of the sample's reports: plain text, HTML, JSON Lines, gzip."""
    return _folder() / "reports"


def gold_path() -> Path:
    """The sample's gold annotations, in the format ``standoff-gold 1``; paths in it are relative to the file."""
    return _folder() / "gold.json"


def _folder() -> Path:
    return Path(str(files(__name__).joinpath(CRISIS)))
