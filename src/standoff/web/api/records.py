"""For each kind of record two addresses: a filtered list in pages, and one record by its id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from litestar import get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, QueryParameter

from standoff.store.asking.kinds import KINDS, Kind
from standoff.store.asking.listed import MOST, Listed, Page
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing

PageSize = Annotated[int, QueryParameter(ge=1, le=MOST, description="Records in one answer.")]


def routes() -> list[HTTPRouteHandler]:
    """The handlers of every kind."""
    made = [_list_route(kind) for kind in KINDS]
    return made + [_whole_route(kind, kind.whole) for kind in KINDS if kind.whole is not None]


def _list_route(kind: Kind) -> HTTPRouteHandler:
    def answer(opened: Opened, asked: Any, page: PageNumber = 1, size: PageSize = 50) -> Any:
        with opened.reading() as connection:
            return kind.answer(connection, asked, Page(page, size))

    types = {"asked": NamedDependency[kind.asked], "return": Listed[kind.record]}  # type: ignore[misc, name-defined]
    return _route(f"/api/{kind.name}", kind, _typed(answer, f"list_{kind.name}", types))


def _whole_route(kind: Kind, whole: Callable[[Any, str], Any]) -> HTTPRouteHandler:
    def answer(opened: Opened, key: FromPath[str]) -> Any:
        with opened.reading() as connection:
            found = whole(connection, key)
        if found is None:
            raise missing(kind.one)
        return found

    return _route(
        f"/api/{kind.name}/{{key:str}}", kind, _typed(answer, f"one_{kind.one}", {"return": kind.whole_record})
    )


def _typed(answer: Callable[..., Any], name: str, types: dict[str, Any]) -> Callable[..., Any]:
    """The function under this name with these types, which Litestar validates and describes it by."""
    own = {
        "opened": Opened,
        "page": PageNumber,
        "size": PageSize,
        "key": FromPath[str],
    }
    given = answer.__annotations__
    answer.__annotations__ = {field: types.get(field, own.get(field)) for field in given}
    answer.__name__ = name
    answer.__doc__ = (types["return"].__doc__ or "").strip()
    return answer


def _route(path: str, kind: Kind, answer: Callable[..., Any]) -> HTTPRouteHandler:
    dependencies = {"asked": asked_as(kind.asked)} if "asked" in answer.__annotations__ else {}
    what = f"{kind.name}, filtered and paged" if dependencies else f"One {kind.one} with all that belongs to it"
    made = get(
        path,
        sync_to_thread=True,
        dependencies=dependencies,
        operation_id=answer.__name__,
        summary=what[0].upper() + what[1:],
        tags=[kind.name],
    )
    return made(answer)
