"""The pages of the sample crisis, served on loopback and opened in Debian's Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, sync_playwright

from standoff.web.app import create_app
from standoff.web.guard import Access

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",  # a container's root has no sandbox of its own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps the browser from asking anything of the network but what a page asks for."""

WAIT = 15_000


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of these pages, served by a thread of this process."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        app = create_app(store, Access(frozenset({f"127.0.0.1:{port}"})))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, where there is one."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; make browser installs Debian's")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(sample_store: Path) -> Iterator[str]:
    """Where the pages of the sample crisis are."""
    with serving(sample_store) as address:
        yield address


class Watched:
    """A page of the browser that keeps what went wrong in it."""

    def __init__(self, page: Page) -> None:
        """Listens from now on."""
        self.page = page
        self.faults: list[str] = []
        page.set_default_timeout(WAIT)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", self._dismiss)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(said.text)

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, address: str) -> Page:
        """Go there and wait until the pictures are drawn."""
        self.page.goto(address, wait_until="networkidle")
        return self.page


@contextmanager
def window(chromium: Browser, width: int = 1280, height: int = 900, *, scripts: bool = True) -> Iterator[Watched]:
    """A fresh window of this size, with scripts or without."""
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    try:
        yield Watched(context.new_page())
    finally:
        context.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A window of an ordinary size."""
    with window(chromium) as made:
        yield made


@pytest.fixture(scope="session")
def addresses(chromium: Browser, site: str) -> tuple[str, ...]:
    """One address of each kind of page: those of the menu and foot, and the first that they lead to of every other."""
    with window(chromium, scripts=False) as watched:
        return tuple(sorted(_found(watched.page, site)))


def _found(page: Page, site: str) -> set[str]:
    known: dict[str, str] = {"/": "/"}
    waiting = ["/"]
    while waiting:
        page.goto(site + waiting.pop(0))
        for address in page.eval_on_selector_all(
            "a[href^='/']", "links => links.map(link => link.getAttribute('href'))"
        ):
            kind = _kind(address)
            if kind not in known:
                known[kind] = address
                waiting.append(address)
    return set(known.values())


def _kind(address: str) -> str:
    """What kind of page an address leads to: its path without an id, and whether something is asked."""
    path = address.partition("?")[0].partition("#")[0]
    parts = path.strip("/").split("/")
    return "/" + parts[0] + ("/ID" if len(parts) > 1 else "")
