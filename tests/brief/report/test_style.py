"""Colours that everybody can tell from the page, and classes that the style knows."""

import re

import pytest

from standoff.brief.report.legend import KEY, LAYERS, SHARED
from standoff.brief.report.report import LAYERS_STYLE, PAGE_STYLE, asset

STYLE = f"{asset(LAYERS_STYLE)}\n{asset(PAGE_STYLE)}"
VARIABLE = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
LIGHT, DARK = (dict(VARIABLE.findall(part)) for part in STYLE.split("@media (prefers-color-scheme: dark)")[:2])
SCHEMES = {"light": LIGHT, "dark": LIGHT | DARK}

READ = 4.5
"""What WCAG 2.2 asks of words (1.4.3, level AA)."""
SEEN = 3.0
"""What it asks of lines and signs (1.4.11, level AA)."""


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["page", "raised", "hover", "lit", "shared"])
@pytest.mark.parametrize(
    ("ink", "least"),
    [("text", READ), ("quiet", READ), ("link", READ), *((layer, SEEN) for layer, _ in (*LAYERS, SHARED))],
)
def test_inks_stand_out_from_every_ground(scheme: str, ground: str, ink: str, least: float) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("look", [look for look, _ in KEY])
def test_the_style_draws_what_the_legend_explains(look: str) -> None:
    assert re.search(rf"\.{look}\b", STYLE)


@pytest.mark.parametrize("layer", [*(layer for layer, _ in LAYERS), "z"])
def test_every_layer_can_be_switched_without_scripts(layer: str) -> None:
    assert f":has(#on-{layer}:not(:checked))" in STYLE
