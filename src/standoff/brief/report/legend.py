"""The legend: a switch for each layer, what its lines mean, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.brief.report.html import Html, element, joined, label
from standoff.brief.report.look import Look

LAYERS = (
    ("m", "Mentions"),
    ("t", "Times"),
    ("f", "Figures"),
    ("e", "Events"),
    ("a", "Attributions"),
    ("c", "Commitments"),
)
"""From the words downwards, as their lines lie."""

APART = ("z", "Furniture, captions")
SHARED = ("p", "Shared")

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

KEYS = (
    (("j", "n"), "the next reading"),
    (("k", "p"), "the one before"),
    (("J", "N"), "the next of the same layer"),
    (("K", "P"), "the one before of the same layer"),
    (("Enter",), "open what is chosen: all its fields and where it leads"),
    (("Esc",), "close it, and go back to the words"),
)
"""What a script listens for; the switches have the numbers besides."""

SERVED_KEYS = ((("/",), "search all reports"),)


def legend(looks: Sequence[Look]) -> Html:
    """Switches for the layers with how many readings each has, and what lines and keys mean.

    The switches work without scripts.
    """
    is_served = any(look.around.address is not None for look in looks)
    layers: list[tuple[str, str, int | None]] = [(layer, name, _count(layer, looks)) for layer, name in LAYERS]
    layers += [(*APART, None), *([(*SHARED, _count("p", looks))] if is_served else [])]
    switches = [_switch(layer, name, count, number) for number, (layer, name, count) in enumerate(layers, 1)]
    switched = element("fieldset", element("legend", label("Layers")), *switches)
    told = element("div", _meanings(is_served), _keys(len(layers), is_served), class_="keys")
    return element("div", switched, told, class_="bar", role="toolbar", aria_label="Layers")


def _meanings(is_served: bool) -> Html:
    known = (*KEY, *((("p1", "words that another report has too"),) if is_served else ()))
    items = (
        element("li", element("span", label(_sample(look)), class_=f"{look} {_room(look)}"), label(f" {meaning}"))
        for look, meaning in known
    )
    return element("details", element("summary", label("Lines")), element("ul", *items), class_="key")


def _keys(layers: int, is_served: bool) -> Html:
    listed = ((("?",), "show or hide these keys"), *KEYS, (("1", str(layers)), "switch a layer, in their order"))
    rows = [_key_row(keys, meaning) for keys, meaning in (*listed, *(SERVED_KEYS if is_served else ()))]
    summary = element("summary", label("Keys "), element("kbd", label("?")))
    return element("details", summary, element("ul", *rows), class_="key by-key", id="keys")


def _key_row(keys: Sequence[str], meaning: str) -> Html:
    between = " to " if keys[0].isdigit() else " or "
    shown = joined((element("kbd", label(key)) for key in keys), between)
    return element("li", element("span", shown), label(f" {meaning}"))


def _switch(layer: str, name: str, count: int | None, number: int) -> Html:
    is_on = None if layer == "p" else ""
    box = element("input", type="checkbox", id=f"on-{layer}", checked=is_on, data_key=str(number), autocomplete="off")
    swatch = element("i", class_=f"swatch {layer}", aria_hidden="true")
    counted = [element("span", label(f"{count:,}"), class_="count")] if count is not None else []
    return element("label", box, swatch, label(name), *counted, class_="switch", for_=f"on-{layer}")


def _count(layer: str, looks: Sequence[Look]) -> int:
    if layer == "p":
        return sum(len(look.around.passages) for look in looks)
    kinds = {"m": "mentions", "t": "times", "f": "figures", "e": "events", "a": "attributions", "c": "commitments"}
    return sum(len(getattr(look.study, kinds[layer])) for look in looks)


def _sample(look: str) -> str:
    return "words" if look[0] != "z" else "words apart"


def _room(look: str) -> str:
    return f"text k{look[0]}1" if look[0] in "wac" else "text"
