"""What went wrong, as a page for people and as JSON for programs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, NotFoundException
from litestar.response import Template

from standoff.core.errors import StoreError

REASONS: Mapping[int, tuple[str, str]] = {
    400: ("This cannot be asked", "Something in the address is not what this page takes."),
    404: ("Nothing is here", "No page or record has this address. A build may have drawn it under another."),
    405: ("This cannot be done here", "The page does not take this."),
    413: ("Too much was sent", "A judgement with its note fits into 64 KB."),
    500: ("Something failed", "The page could not be made. Nothing in the store was changed."),
    503: ("The store cannot be read", ""),
}


class Problem(msgspec.Struct, frozen=True):
    """What a program is told."""

    status: int
    title: str
    detail: str


def on_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """What Litestar or a page refuses."""
    title, reason = REASONS.get(error.status_code, REASONS[500])
    own = _reason(error) if error.status_code in (400, 404) else ""
    return _told(request, Problem(error.status_code, title, own if own and own != "Not Found" else reason))


def _reason(error: HTTPException) -> str:
    """The fields that are refused and why, where Litestar says so; else its sentence."""
    found = error.extra if isinstance(error.extra, list) else []
    named = [f"{each.get('key', 'the address')}: {each.get('message', '')}" for each in found if isinstance(each, dict)]
    return "; ".join(named) or error.detail


def on_store_error(request: Request[Any, Any, Any], error: StoreError) -> Response[Any]:
    """A store that went away, is damaged or of another version: it says so itself."""
    return _told(request, Problem(503, REASONS[503][0], str(error)))


def on_failure(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A fault of ours: told without its insides, which go to standard error."""
    logging.getLogger("standoff").error("%s failed", request.scope["path"], exc_info=error)
    return _told(request, Problem(500, *REASONS[500]))


def missing(what: str) -> NotFoundException:
    """No record of this kind has the id that was asked for."""
    return NotFoundException(
        f"There is no {what} of this id. A build that adds reports may have drawn it under another."
    )


def _told(request: Request[Any, Any, Any], problem: Problem) -> Response[Any]:
    if request.scope["path"].startswith("/api/"):
        return Response(problem, status_code=problem.status)
    return Template("error.html", context={"problem": problem}, status_code=problem.status)


HANDLERS: dict[Any, Any] = {HTTPException: on_http_error, StoreError: on_store_error, Exception: on_failure}
