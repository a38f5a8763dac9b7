"""One record of a feed of documents: a JSON object with ``id, url, outlet, published, title, text``."""

from __future__ import annotations

from typing import Any

import msgspec

from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.core.when import When
from standoff.lexicon.furniture import Furniture
from standoff.read.compose import Given, compose
from standoff.read.dates import read_stamp

FIELDS = ("url", "title", "outlet", "author")
NAMES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def parse_record(line: bytes) -> dict[str, Any]:
    """The JSON object of one line. Raises ``UnreadableError`` for anything else."""
    data = parse_json(line)
    if not isinstance(data, dict):
        raise UnreadableError(f"is {_name(data)}, not an object")
    return data


def parse_json(data: bytes) -> Any:
    """Any JSON value. Raises ``UnreadableError`` for broken JSON, bytes that are no UTF-8 and bottomless nesting."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise UnreadableError(f"is broken JSON: {error}") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8, as JSON must be: {error.reason} at byte {error.start:,}") from error
    except RecursionError as error:
        raise UnreadableError("is JSON nested too deeply to be followed") from error


def record_id(record: dict[str, Any]) -> str | None:
    """The id a record gives itself; a number counts as its digits."""
    given = record.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _clean(given) if isinstance(given, str) and given.strip() else None


def _clean(value: str) -> str:
    """A field without zero characters, which no store and no file name can hold; U+FFFD shows where one stood."""
    return value.replace("\0", "\ufffd")


def read_record(path: str, record: dict[str, Any], furniture: Furniture) -> tuple[Document, tuple[Gap, ...]]:
    """The document of a record, and gaps for fields that could not be used.

    Raises ``UnreadableError`` for a record without a text.
    """
    text = _text(record)
    kept, left_out = _fields(record)
    published, undated = _published(record.get("published"))
    given = Given(
        id=record_id(record),
        url=kept.get("url"),
        title=kept.get("title"),
        outlet=kept.get("outlet"),
        author=kept.get("author"),
        published=published,
    )
    document, gaps = compose(path, text, "utf-8", given, furniture)
    reasons = (*left_out, *undated)
    return document, (*gaps, *(Gap(path=path, room="read", reason=reason, doc=document.id) for reason in reasons))


def _text(record: dict[str, Any]) -> str:
    if record.get("text") is None:
        raise UnreadableError("has no text")
    text = record["text"]
    if not isinstance(text, str):
        raise UnreadableError(f"has {_name(text)} where its text should be")
    if "\0" in text:
        raise UnreadableError("has a text that is binary: it holds zero characters")
    return text


def _fields(record: dict[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The fields that are texts, and what to say of those that are something else."""
    kept = {name: _clean(record[name]) for name in FIELDS if isinstance(record.get(name), str) and record[name].strip()}
    wrong = [name for name in FIELDS if record.get(name) is not None and not isinstance(record[name], str)]
    return kept, tuple(f"its {name} is {_name(record[name])}, not text, and is left out" for name in wrong)


def _published(value: Any) -> tuple[When | None, tuple[str, ...]]:
    """The date a record gives, as it writes it, and what to say if it cannot be read."""
    if value is None or value == "":
        return None, ()
    when = read_stamp(value) if isinstance(value, str) else None
    if when:
        return when, ()
    shown = repr(value[:40]) if isinstance(value, str) else _name(value)
    return None, (f"its publication date {shown} is no ISO date; no date is kept",)


def _name(value: Any) -> str:
    return "null" if value is None else NAMES.get(type(value), "something else")
