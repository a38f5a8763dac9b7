"""The face in the terminal.

``commands`` reads, shows and writes, ``asking`` asks, ``serving`` serves pages, ``verifying`` holds a brief to a store.
"""

from standoff.cli import asking, serving, verifying
from standoff.cli.commands import app

__all__ = ["app", "asking", "serving", "verifying"]
