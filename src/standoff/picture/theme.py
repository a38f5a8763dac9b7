"""How pictures look: quiet, dense, legible; nothing is told by colour alone.

The colours are those of Okabe and Ito (2008), which colour-blind readers tell apart, darkened until each has a
contrast of at least 4.5 to 1 on white, so that it may also be read as text.
"""

from __future__ import annotations

from typing import Any

INK = "#1c2126"
MUTED = "#5c6770"
RULE = "#d5dade"
GRID = "#eaedef"
BLUE = "#005b96"
GREEN = "#00704f"
ORANGE = "#8f5a00"
RED = "#b03a00"
PURPLE = "#8a3f70"
GREY = "#6a747c"
PAPER = "#ffffff"

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
SMALL = 11
TEXT = 12

FACTUALITIES = ("occurred", "ongoing", "scheduled", "hypothetical", "denied")
CROSS = "M-0.8,-0.8L0.8,0.8M-0.8,0.8L0.8,-0.8"
"""An x of two strokes; Vega scales a path of its own to the size."""
TICK = "M-0.9,0.05L-0.25,0.7L0.9,-0.7"
DASH = "M-0.9,0L0.9,0"

FACTUALITY_SHAPES = ("circle", "triangle-right", "circle", "diamond", CROSS)
FACTUALITY_FILLS = (BLUE, GREEN, PAPER, PAPER, "transparent")
FACTUALITY_STROKES = (BLUE, GREEN, BLUE, GREY, RED)


def config() -> dict[str, Any]:
    """What all pictures share: fonts, axes, legends, no frame."""
    axis = {
        "domain": False,
        "gridColor": GRID,
        "labelColor": MUTED,
        "labelFontSize": SMALL,
        "tickColor": RULE,
        "tickSize": 4,
        "titleColor": MUTED,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
    }
    legend = {
        "columnPadding": 14,
        "columns": {"expr": "width < 440 ? 3 : 10"},
        "labelColor": INK,
        "labelFontSize": SMALL,
        "labelOffset": 4,
        "offset": 6,
        "orient": "top",
        "symbolOpacity": 1,
        "symbolSize": 60,
        "symbolStrokeWidth": 1.5,
        "title": None,
    }
    return {
        "axis": axis,
        "background": "transparent",
        "font": FONT,
        "legend": legend,
        "text": {"color": INK, "font": FONT, "fontSize": SMALL},
        "view": {"stroke": None},
    }
