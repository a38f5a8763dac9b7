"""What is asked for in an address."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import Annotated, Any, TypeVar, get_type_hints
from urllib.parse import parse_qsl, urlencode

import msgspec
from litestar.di import NamedDependency, Provide
from litestar.enums import ScopeType
from litestar.params import FromQuery, QueryParameter
from litestar.types import ASGIApp, Receive, Scope, Send

from standoff.store.reader import StoreReader

Opened = NamedDependency[StoreReader]
"""The store that is served, as a page or an address of the API is given it."""
PageNumber = Annotated[int, QueryParameter(ge=1, le=10_000_000, description="Which part of the list, from 1 on.")]
AnyAsked = TypeVar("AnyAsked", bound=msgspec.Struct)


def asked_as(record: type[AnyAsked]) -> Provide:
    """A dependency: this record of what is asked for, from the fields of the address that go by its fields' names.

    Pages and the API take the same filters so; a value of the wrong kind is refused with its name.
    """
    hints = {name: FromQuery[hint] for name, hint in get_type_hints(record, include_extras=True).items()}  # type: ignore[misc, valid-type]

    def asked(**given: Any) -> AnyAsked:
        return record(**given)

    fields = msgspec.structs.fields(record)
    asked.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
            for field in fields
        ],
        return_annotation=record,
    )
    asked.__annotations__ = {field.name: hints[field.name] for field in fields} | {"return": record}
    return Provide(asked, sync_to_thread=False)


def fields_of(asked: msgspec.Struct) -> dict[str, Any]:
    """What is asked for and differs from what is asked for if nothing is said, for a link that keeps it."""
    return {
        field.name: value
        for field in msgspec.structs.fields(type(asked))
        if (value := getattr(asked, field.name)) != field.default
    }


def without_blanks(app: ASGIApp) -> ASGIApp:
    """The app, which is not told of fields that a form sends empty: they ask for nothing."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP and scope["query_string"]:
            scope["query_string"] = filled(scope["query_string"])
        await app(scope, receive, send)

    return answer


def filled(query: bytes) -> bytes:
    """A query string without its blank fields."""
    try:
        fields = parse_qsl(query.decode("latin-1"), keep_blank_values=True, max_num_fields=100)
    except ValueError:  # more fields than any page has
        return b""
    return urlencode([(name, value) for name, value in fields if value.strip()]).encode("latin-1")
