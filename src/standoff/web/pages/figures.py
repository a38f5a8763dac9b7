"""Competing numbers: what is counted, and one measure with every claim."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.picture.drawn import Picture
from standoff.picture.timeline import timeline


class ClaimsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose claims are drawn."""

    measure: str


def claims_picture(connection: sqlite3.Connection, asked: ClaimsAsked) -> Picture:
    """The claims of one measure."""
    return timeline(())


ROUTES = ()
