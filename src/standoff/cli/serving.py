"""``standoff serve``: local pages over one store."""
# ruff: noqa: PLC0415

from __future__ import annotations

import secrets
import socket
import webbrowser
from ipaddress import ip_address
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import console
from standoff.cli.commands import StoreFile, app
from standoff.cli.console import Failure

if TYPE_CHECKING:
    from standoff.web.guard import Access

PORT = 8737
PICTURES_AFTER = 1.0
"""Seconds from the start until what pictures need is made: after the first page, before anybody looks long at it."""


@app.command(epilog="Example: standoff serve crisis.standoff --open")
def serve(
    file: StoreFile,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; other than loopback, a token is asked for.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")] = PORT,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the pages in the browser.")] = False,
) -> None:
    """Show the dossier as pages in a browser, and to programs over HTTP. Stop it with Ctrl-C."""
    import uvicorn

    from standoff.store.file import Store
    from standoff.web.app import create_app
    from standoff.web.pages.pictures import prepare

    with Store.open(file):
        pass  # what is no store is said now, not by every page
    with _listening(host, port) as listening:
        bound = int(listening.getsockname()[1])
        access = _access(host, bound)
        address = _address(host, bound, access.token)
        config = uvicorn.Config(
            create_app(file, access, ready=True),
            log_level="warning",
            server_header=False,
            date_header=True,
            access_log=False,
        )
        console.say(f"{file} is served at {address}")  # said when it is so: the pages are made by now
        console.say("stop with Ctrl-C")
        if open_browser:
            webbrowser.open(address)
        preparing = Timer(PICTURES_AFTER, prepare)
        preparing.daemon = True
        preparing.start()
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ``Failure`` that says why not."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise Failure(f"{host} is no address of this machine: {error.strerror}", console.USAGE) from error
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(place)
        listening.listen()  # from here on who connects waits, and is not refused while the pages start
    except OSError as error:
        listening.close()
        hint = "give another with --port, or --port 0 for any that is free"
        raise Failure(f"port {port} of {host} cannot be had: {error.strerror}; {hint}", console.CANNOT_OPEN) from error
    return listening


def _access(host: str, port: int) -> Access:
    """On loopback the names that lead there; elsewhere whoever has the token, under any name."""
    from standoff.web.guard import Access

    if _is_loopback(host):
        named = {host, "localhost", "127.0.0.1", "[::1]"} if ":" not in host else {f"[{host}]", "localhost"}
        return Access(frozenset(f"{name.lower()}:{port}" for name in named))
    return Access(frozenset(), secrets.token_urlsafe(24))


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _address(host: str, port: int, token: str | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
