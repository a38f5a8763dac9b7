"""The face in the terminal: ``standoff build``, ``brief``, ``show``, ``read``, ``export``, ``examples``."""

from standoff.cli.commands import app

__all__ = ["app"]
