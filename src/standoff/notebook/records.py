"""Records that were asked for: a sequence, a table, a picture, and a few rows of HTML where a notebook shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, overload

import msgspec

from standoff.brief.safe import quotable
from standoff.notebook.flat import PLACE_COLUMNS, columns, row

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd
    import polars as pl

ROWS_SHOWN = 10
CELL_SHOWN = 120
COLUMNS_SHOWN = 12
"""What a notebook shows of a table: it is kept in the file, so it has a bounded size whatever a report holds."""

Draw = Callable[[Sequence[Any]], "alt.LayerChart | alt.Chart"]


class Records(Sequence[Any]):
    """The records of one kind that were asked for, in their order, read once."""

    def __init__(self, kind: str, record: type[msgspec.Struct], items: Sequence[Any], draw: Draw | None = None) -> None:
        """``record``: their type; ``draw``: their picture, where they have one."""
        self.kind = kind
        self._record = record
        self._items = tuple(items)
        self._draw = draw

    def __len__(self) -> int:
        """How many."""
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> Records: ...

    def __getitem__(self, place: int | slice) -> Any:
        """One of them, or some as records again."""
        if isinstance(place, slice):
            return Records(self.kind, self._record, self._items[place], self._draw)
        return self._items[place]

    def __repr__(self) -> str:
        """Their kind and number."""
        return f"<{len(self):,} {self.kind}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """One mapping for each, flat: see ``notebook.flat.row`` for the columns."""
        return [row(record) for record in self._items]

    def to_polars(self) -> pl.DataFrame:
        """A Polars data frame. Raises ``ImportError`` that says what to install where Polars is not there."""
        try:
            import polars as pl  # noqa: PLC0415
        except ImportError as error:
            raise ImportError("Polars is not installed; install it with: pip install 'standoff[tables]'") from error
        if not self._items:
            return pl.DataFrame(schema=dict.fromkeys(columns(self._record), pl.Null))
        return pl.DataFrame(self.to_dicts(), infer_schema_length=None)

    def to_pandas(self) -> pd.DataFrame:
        """A pandas data frame. Raises ``ImportError`` that says what to install where pandas is not there."""
        try:
            import pandas as pd  # noqa: PLC0415
        except ImportError as error:
            raise ImportError("pandas is not installed; install it with: pip install 'standoff[tables]'") from error
        return pd.DataFrame(self.to_dicts(), columns=list(columns(self._record)))

    def chart(self) -> alt.LayerChart | alt.Chart:
        """Their picture, as a notebook shows it. Raises ``TypeError`` for records that have none."""
        if self._draw is None:
            raise TypeError(f"there is no picture of {self.kind}")
        return self._draw(self._items)

    def _repr_html_(self) -> str:
        """The first rows, escaped and cut to a bounded size."""
        names = [name for name in columns(self._record) if not name.endswith(PLACE_COLUMNS)][:COLUMNS_SHOWN]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(_html_row(row(record), names) for record in self._items[:ROWS_SHOWN])
        more = len(self) - ROWS_SHOWN
        rest = f"<p>and {more:,} more</p>" if more > 0 else ""
        none = "<p>none</p>" if not self._items else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}{none}"


def _html_row(cells: dict[str, Any], names: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{_html_cell(cells[name])}</td>" for name in names) + "</tr>"


def _html_cell(value: Any) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    shown = quotable(text[: CELL_SHOWN + 1])
    return escape(shown if len(text) <= CELL_SHOWN else f"{shown[:CELL_SHOWN]}…")
