"""Pages that were made, kept for as long as the store is as it was when they were made.

Whoever reads goes back as often as on: to the list, to the overview, to the same report. A page is a function of its
address, the reader's cookie and the store, so the second time it is answered as it was made; a browser that still has
it is told so in a line (``ETag``, RFC 9110). What is not only of the store, as judgements and what is reckoned aside,
is never kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]

MOST_BYTES = 32 * 2**20
"""Of pages kept: some thousand."""

PASSING = ("/judgements", "/scenario", "/sources/without", "/static/")
"""What begins so is of more than the store, or is a file."""

FRESH = b"private, no-cache"
"""A browser may keep it and go back to it, and asks whether it still holds when it is opened anew."""


class Kept(msgspec.Struct, frozen=True):
    """An answer as it was sent."""

    headers: tuple[Header, ...]
    body: bytes


class Keeper:
    """The answers of late, those asked for longest ago dropped first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """``most``: bytes of all bodies together."""
        self._most = most
        self._size = 0
        self._answers: OrderedDict[bytes, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: bytes) -> Kept | None:
        """The answer under this key, if it is kept."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: bytes, answer: Kept) -> None:
        """Keep an answer, and drop what is too much."""
        with self._lock:
            if key not in self._answers and len(answer.body) <= self._most // 8:
                self._answers[key] = answer
                self._size += len(answer.body)
            while self._size > self._most:
                _, dropped = self._answers.popitem(last=False)
                self._size -= len(dropped.body)


def keeping(app: ASGIApp, store: Path, aside: Callable[[], str]) -> ASGIApp:
    """The app with its pages kept. ``aside``: what pages show besides the store, as a word that changes with it."""
    keeper = Keeper()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or not _is_kept(scope):
            return await app(scope, receive, send)
        headers = dict(scope["headers"])
        key = _key(scope, headers.get(b"cookie", b""), stamp(store) + aside())
        tag = b'"' + key.hex().encode() + b'"'
        kept = keeper.get(key)
        if kept is None:
            return await app(scope, receive, _listening(send, tag, lambda made: keeper.put(key, made)))
        if headers.get(b"if-none-match") == tag:
            return await _send(send, 304, kept.headers, b"")
        return await _send(send, 200, kept.headers, kept.body)

    return answer


def stamp(store: Path) -> str:
    """What changes whenever anybody writes to the store: SQLite writes to the file or to the log beside it."""
    return "".join(_stat(path) for path in (store, store.with_name(f"{store.name}-wal")))


def _stat(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}.{found.st_size}.{found.st_mtime_ns};" if found.st_size else ""  # who reads makes a bare log


def _is_kept(scope: HTTPScope) -> bool:
    return scope["method"] == "GET" and not scope["path"].startswith(PASSING)


def _key(scope: HTTPScope, cookie: bytes, state: str) -> bytes:
    parts = (scope["raw_path"], scope["query_string"], cookie, state.encode())
    return blake2b(b"\0".join(parts), digest_size=16).digest()


def _listening(send: Send, tag: bytes, keep: Callable[[Kept], None]) -> Send:
    """Sends on, and keeps what was sent whole, in one piece and without fault."""
    started: list[tuple[Header, ...]] = []

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            message["headers"] = [*message["headers"], (b"etag", tag), (b"cache-control", FRESH)]
            if not any(name.lower() == b"set-cookie" for name, _ in message["headers"]):
                started.append(tuple(message["headers"]))
        elif message["type"] == "http.response.body" and started and not message["more_body"]:
            keep(Kept(started[0], message["body"]))
        await send(message)

    return sending


async def _send(send: Send, status: int, headers: tuple[Header, ...], body: bytes) -> None:
    own = [(name, value) for name, value in headers if status == 200 or name.lower() != b"content-length"]
    await send({"type": "http.response.start", "status": status, "headers": own})
    await send({"type": "http.response.body", "body": body, "more_body": False})
