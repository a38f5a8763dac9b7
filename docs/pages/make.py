"""Takes the pictures of docs/pages.md: every page of the sample crisis, in Debian's Chromium.

python docs/pages/make.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from standoff.examples import sample_path
from standoff.notebook.opened import open_dossier

HERE = Path(__file__).parent
WINDOW = {"width": 1280, "height": 900}
CONDITION = "Marenia closes the Northern Arc pipeline"

PAGES: tuple[tuple[str, str, str | None], ...] = (
    ("overview", "/", None),
    ("timeline", "/timeline", None),
    ("happening", "/timeline?order=accounts", "a[href^='/happenings/']"),
    ("actors", "/actors", None),
    ("actor", "/actors?q=Corvane", "main a[href^='/actors/']"),
    ("said", "/said", None),
    ("utterance", "/said?q=alarm", "main a[href^='/said/']"),
    ("ledger", "/ledger", None),
    ("obligation", "/ledger?status=undecidable", "main a[href^='/ledger/']"),
    ("scenario", f"/scenario?if={quote(CONDITION)}", None),
    ("figures", "/figures", None),
    ("measure", "/figures", "main a[href^='/figures/']"),
    ("discrepancies", "/discrepancies", None),
    ("discrepancy", "/discrepancies", "main a[href^='/discrepancies/']"),
    ("readouts", "/readouts", None),
    ("sources", "/sources", None),
    ("account", "/sources", "main a[href^='/sources/']"),
    ("without", "/sources/without?outlet=TNA", None),
    ("reports", "/reports", None),
    ("report", "/reports", "main a[href^='/reports/']"),
    ("search", "/search?q=pipeline", None),
    ("judgements", "/judgements", None),
)
"""The name of each picture, where to go, and which link of that page to follow first."""


def main() -> None:
    """Build the sample, serve it, and take each picture."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "lommen.standoff"
        standoff = [sys.executable, "-m", "standoff"]
        subprocess.run([*standoff, "build", str(sample_path()), "-o", str(store), "--quiet"], check=True)  # noqa: S603
        _judge(store)
        command = [*standoff, "serve", str(store), "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as served:  # noqa: S603
            assert served.stderr is not None, "it was asked for"
            address = served.stderr.readline().split()[-1].rstrip("/")
            _take_all(address)
            served.terminate()


def _judge(store: Path) -> None:
    """A judgement, so that there is one to show."""
    with open_dossier(store) as dossier:
        event = dossier.ask("events", q="grandmothers", type="CONSULT")[-1].id
    command = [sys.executable, "-m", "standoff", "judge", str(store), event, "wrong"]
    subprocess.run([*command, "--by", "Ada", "--note", "a way of speaking"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _take_all(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, reduced_motion="reduce")  # type: ignore[arg-type]
        for name, path, link in PAGES:
            _take(page, address + path, link, HERE / f"{name}.png")
        browser.close()


def _take(page: Page, address: str, link: str | None, out: Path) -> None:
    page.goto(address, wait_until="networkidle")
    if link is not None:
        target = page.locator(link).first.get_attribute("href")
        assert target is not None, f"{link} leads nowhere on {address}"
        page.goto(address.split("/", 3)[0] + "//" + address.split("/", 3)[2] + target, wait_until="networkidle")
    page.wait_for_selector("main [role=status]", state="detached", timeout=60_000)  # what is reckoned aside
    page.wait_for_load_state("networkidle")
    page.screenshot(path=out)
    sys.stdout.write(f"{out.name}\n")


if __name__ == "__main__":
    main()
