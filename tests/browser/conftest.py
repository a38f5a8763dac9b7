"""The pages of the sample crisis, served on loopback and opened in Debian's Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, TimeoutError, sync_playwright

from standoff.web.app import create_app
from standoff.web.guard import Access
from tests.browser.walking import find_kinds

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

ASKED = (
    "/search?q=strait",
    "/search?q=Lommen",
    "/search?q=nothing-of-the-kind",
    "/sources/releases",
)
"""What no link of the sample leads to."""


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
        httpx.get(f"http://127.0.0.1:{port}/static/vega.js", timeout=120)  # bundled once, which takes seconds
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


EMPTY_LAYER = "Infinite extent for field"
"""Vega's warning of a layer without rows, as a picture has that shows only what is undated; its axis is given."""

DRAWN = "() => [...document.querySelectorAll('[data-picture]')].every(place => place.querySelector('.stage svg'))"


class Watched:
    """A page of the browser that keeps what went wrong in it."""

    def __init__(self, page: Page, *, scripts: bool = True) -> None:
        """Listens from now on."""
        self.page = page
        self.scripts = scripts
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", self._dismiss)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and EMPTY_LAYER not in said.text:
            self.faults.append(said.text)

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, address: str) -> Page:
        """Go there and wait until the pictures are drawn; one that never is, is a fault."""
        self.page.goto(address)
        if self.scripts:
            try:
                self.page.wait_for_function(DRAWN)
            except TimeoutError as error:
                self.faults.append(f"a picture is not drawn: {error}")
        return self.page


@contextmanager
def window(chromium: Browser, width: int = 1280, height: int = 900, *, scripts: bool = True) -> Iterator[Watched]:
    """A fresh window of this size, with scripts or without."""
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    try:
        yield Watched(context.new_page(), scripts=scripts)
    finally:
        context.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A window of an ordinary size."""
    with window(chromium) as made:
        yield made


@pytest.fixture(scope="session")
def kinds(site: str) -> Mapping[str, str]:
    """The first address that links lead to of each kind of page."""
    with httpx.Client(base_url=site, timeout=60, follow_redirects=True) as client:
        return find_kinds(client)


@pytest.fixture(scope="session")
def addresses(kinds: Mapping[str, str]) -> tuple[str, ...]:
    """One address of each kind of page, and what is asked by forms, in order."""
    return tuple(sorted({*kinds.values(), *ASKED}))
