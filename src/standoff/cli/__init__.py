"""The face in the terminal. ``commands`` holds what reads, shows and writes, ``asking`` what asks."""

from standoff.cli import asking
from standoff.cli.commands import app

__all__ = ["app", "asking"]
