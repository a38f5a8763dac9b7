"""The legend: a switch for each layer, and what its lines mean."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.brief.report.html import Html, element, label
from standoff.core.records import Study

LAYERS = (
    ("m", "Mentions"),
    ("t", "Times"),
    ("f", "Figures"),
    ("e", "Events"),
    ("a", "Attributions"),
    ("c", "Commitments"),
)
"""From the words downwards, as their lines lie."""

KEY = (
    ("m1", "a mention"),
    ("w1t", "a time expression"),
    ("w1f", "a figure"),
    ("w1eo", "an event that occurred or is going on"),
    ("w1es", "an event that is scheduled"),
    ("w1eh", "an event that might be"),
    ("w1ed", "an event that is denied"),
    ("a1s", "a source"),
    ("a1q", "a cue"),
    ("a1c", "a content; one inside another lies a line lower"),
    ("c1w", "a commitment"),
    ("c1n", "its antecedent: if this"),
    ("c1q", "its consequent: then that"),
    ("z0furniture", "not the article: furniture"),
    ("z0caption", "a caption"),
)


def legend(studies: Sequence[Study]) -> Html:
    """Switches for the layers with how many readings each has. They work without scripts."""
    switches = [_switch(layer, name, _count(layer, studies)) for layer, name in LAYERS]
    switches.append(_switch("z", "Furniture, captions", None))
    items = (
        element("li", element("span", label(_sample(look)), class_=f"{look} {_room(look)}"), label(f" {meaning}"))
        for look, meaning in KEY
    )
    key = element("details", element("summary", label("What the lines mean")), element("ul", *items), class_="key")
    switched = element("fieldset", element("legend", label("Layers")), *switches)
    return element("div", switched, key, class_="bar", role="toolbar", aria_label="Layers")


def _switch(layer: str, name: str, count: int | None) -> Html:
    box = element("input", type="checkbox", id=f"on-{layer}", checked="")
    swatch = element("i", class_=f"swatch {layer}", aria_hidden="true")
    number = [element("span", label(f"{count:,}"), class_="count")] if count is not None else []
    return element("label", box, swatch, label(name), *number, class_="switch", for_=f"on-{layer}")


def _count(layer: str, studies: Sequence[Study]) -> int:
    kinds = {"m": "mentions", "t": "times", "f": "figures", "e": "events", "a": "attributions", "c": "commitments"}
    return sum(len(getattr(study, kinds[layer])) for study in studies)


def _sample(look: str) -> str:
    return "words" if look[0] != "z" else "words apart"


def _room(look: str) -> str:
    return f"text k{look[0]}1" if look[0] in "wac" else "text"
