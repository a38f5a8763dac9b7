"""From a picture's data to a whole Vega-Lite specification."""

from __future__ import annotations

from functools import cache

import altair as alt

from standoff.picture.bodies.accounts import accounts
from standoff.picture.bodies.claims import claims, claims_log
from standoff.picture.bodies.course import course
from standoff.picture.bodies.dealings import dealings
from standoff.picture.bodies.ladder import ladder
from standoff.picture.bodies.lineage import lineage
from standoff.picture.bodies.standing import standing
from standoff.picture.bodies.timeline import timeline
from standoff.picture.drawn import Json, Picture
from standoff.picture.theme import config

BODIES = {
    "accounts": accounts,
    "claims": claims,
    "claims_log": claims_log,
    "course": course,
    "dealings": dealings,
    "ladder": ladder,
    "lineage": lineage,
    "standing": standing,
    "timeline": timeline,
}
AUTOSIZE = {"type": "fit-x", "contains": "padding"}


def spec(picture: Picture, *, width: int | None = None) -> Json:
    """A Vega-Lite specification with its data inlined; as wide as its container where no width is given.

    The dict is the caller's, but its layers are shared by all pictures of a name: do not change them in place.
    """
    body = _body(picture.name)
    params = [{"name": name, "value": value} for name, value in sorted(picture.params.items())]
    return {
        **body,
        "autosize": AUTOSIZE,
        "description": picture.description,
        "width": "container" if width is None else width,
        "height": picture.height,
        "params": [*params, *body.get("params", [])],
        "datasets": picture.data,
    }


def prepare() -> None:
    """Make all that the first picture would wait for, some two seconds: for a server, before it is asked."""
    for name in BODIES:
        _body(name)


def chart(picture: Picture, *, width: int | None = None) -> alt.LayerChart:
    """The picture as Altair's own chart, to be changed further."""
    drawn = BODIES[picture.name]().properties(
        width="container" if width is None else width,
        height=picture.height,
        description=picture.description,
        datasets=picture.data,
    )
    params = [alt.param(name=name, value=value) for name, value in sorted(picture.params.items())]
    return drawn.add_params(*params) if params else drawn


@cache
def _body(name: str) -> Json:
    """The specification of a kind of picture without its data, made once: Altair takes some 50 ms for each."""
    body: Json = BODIES[name]().to_dict(validate=False)
    body["config"] = config()
    return {key: value for key, value in body.items() if key != "usermeta"}
