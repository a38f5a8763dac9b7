"""Who may ask, and what a browser may do with the answer.

The pages listen on loopback. There, a page of another site could still reach them by a name that it lets point to
127.0.0.1 (DNS rebinding), so the ``Host`` must be one that we were started under; it could send them forms, so what
changes anything must come from these pages (``Origin``, as RFC 6454 has it). Anywhere else a token is needed besides.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

COOKIE = "standoff-token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No inline script or style, nothing from elsewhere, no frame around it."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # "no-referrer" would have browsers send "Origin: null" with our own forms (Fetch, 3.2), which are refused then.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Access(msgspec.Struct, frozen=True):
    """Under which names the pages are served, and the word that opens them where that is not loopback alone."""

    hosts: frozenset[str]
    """Values of the ``Host`` header, in small letters; empty: any, which only a token makes safe."""
    token: str | None = None


class Refused(Exception):  # noqa: N818 - an answer to a request, no fault of ours
    """A request that is not answered, with the status and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        """The HTTP status, and a sentence for the person who asked."""
        super().__init__(reason)
        self.status = status
        self.reason = reason


def guarded(app: ASGIApp, access: Access) -> ASGIApp:
    """The app behind the guard: every answer has the headers, what may not be asked is refused before it is read."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            return await app(scope, receive, send)
        try:
            entry = entry_of(scope, access)
        except Refused as refused:
            return await _refuse(refused, send)
        if entry is not None:
            return await _redirect(entry, access, send)
        return await app(scope, receive, _with_headers(send))

    return answer


def entry_of(scope: HTTPScope, access: Access) -> str | None:
    """Where a request that brings the token in its address goes on to, without it; ``None`` for all others let in.

    Raises ``Refused``.
    """
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get("host", "").lower()
    if access.hosts and host not in access.hosts:
        raise Refused(421, "These pages are not served under this name; open the address that the command printed.")
    if scope["method"] not in SAFE_METHODS:
        _refuse_foreign(headers, host)
    if access.token is None:
        return None
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    brought = next((value for name, value in asked if name == "token"), None)
    if brought is not None and secrets.compare_digest(brought.encode(), access.token.encode()):
        rest = urlencode([(name, value) for name, value in asked if name != "token"])
        return f"{_local_path(scope)}{'?' if rest else ''}{rest}"
    if _shows_token(headers, access.token):
        return None
    raise Refused(401, "A token is needed; open the whole address that the command printed.")


def _local_path(scope: HTTPScope) -> str:
    """The path asked for, never one that a browser would take for another host's."""
    return "/" + scope["path"].lstrip("/\\")


def _refuse_foreign(headers: Mapping[str, str], host: str) -> None:
    """What changes anything comes from a page of ours: browsers say so with every post."""
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc.lower() != host:
        raise Refused(403, "Only these pages themselves may send this.")
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise Refused(403, "Only these pages themselves may send this.")


def _shows_token(headers: Mapping[str, str], token: str) -> bool:
    """In a cookie, as a browser keeps it, or as a bearer's, as a program sends it."""
    bearer = headers.get("authorization", "").partition(" ")
    shown = [bearer[2]] if bearer[0].lower() == "bearer" else []
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        cookie = None
    shown += [] if cookie is None else [cookie.value]
    return any(secrets.compare_digest(each.encode(), token.encode()) for each in shown)


def _with_headers(send: Send) -> Send:
    """Every header that the answer does not set itself."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name.lower(), value) for name, value in message["headers"]]
            known = {name for name, _ in own}
            message["headers"] = own + [
                (name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in known
            ]
        await send(message)

    return sending


async def _refuse(refused: Refused, send: Send) -> None:
    """A short text: no template, which would need what the asker may not see."""
    body = f"{refused.reason}\n".encode()
    await _answer(refused.status, [(b"content-type", b"text/plain; charset=utf-8")], body, send)


async def _redirect(target: str, access: Access, send: Send) -> None:
    """On to the same page without the token in its address, which the browser keeps as a cookie from now on."""
    cookie = f"{COOKIE}={access.token}; HttpOnly; SameSite=Strict; Path=/"
    await _answer(
        303, [(b"location", target.encode("latin-1", "replace")), (b"set-cookie", cookie.encode())], b"", send
    )


async def _answer(status: int, headers: list[tuple[bytes, bytes]], body: bytes, send: Send) -> None:
    await _with_headers(send)({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
