"""The face in the terminal: ``commands`` reads, shows and writes, ``asking`` asks, ``serving`` serves the pages."""

from standoff.cli import asking, serving
from standoff.cli.commands import app

__all__ = ["app", "asking", "serving"]
