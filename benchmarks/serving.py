"""How fast the pages of a large store are, with several readers at once.

    python benchmarks/serving.py STORE [--reports 10000] [--keep FILE] [--clients 8] [--each 40] [--json]

STORE is what ``standoff build`` made of any reports. Where it holds fewer than ``--reports``, it is grown to them as
``growth`` does: world after world of the same reports in other words. Drawing the findings of ten thousand takes a
quarter of an hour; ``--keep`` names where the grown store is left, to be given as STORE the next time.

``standoff serve`` then serves it in a process of its own. Addresses are those that the pages link to, from the first
page on, ``--each`` of every kind, and searches for words of the reports. A fresh server is asked for all of them, one
after another ("CPU": what its processor does for one, where the system tells). Another is asked for one of each kind by
its first reader ("first"), then for all others in an order drawn by lot by ``--clients`` readers at once ("p50",
"p95"). Milliseconds; KB is the largest page of the kind, and "KB with" also counts its styles, scripts and pictures,
but the library that draws them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from html import unescape
from http import HTTPStatus
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import quote, urljoin, urlsplit

from rich import print_json

from growth import Studied, grown
from standoff.lexicon.lexicon import load_lexicon
from standoff.resolve.assemble import assemble
from standoff.store.file import Store
from table import Row, Values, lines

SEED = 11
COMMAND = "from standoff.cli import app; app()"
ADDRESS = re.compile(r"http://(127\.0\.0\.1:\d+)/")
LINK = re.compile(r"<a\s[^>]*?href=\"([^\"]+)\"")
PART = re.compile(r"<(?:link|script)\s[^>]*?(?:href|src)=\"([^\"]+)\"|data-picture=\"([^\"]+)\"")
LIBRARY = "vega"
KEY = re.compile(r"/[0-9a-f]{16}(?=$|[/?#.])")
SLOWEST = 120.0
"""Seconds after which a reader gives up."""


class Answer(NamedTuple):
    """What came of one request."""

    address: str
    milliseconds: float
    bytes: int
    is_well: bool


def kind_of(address: str) -> str:
    """What an address is of: its path without ids, and whether anything is asked for besides."""
    parts = urlsplit(address)
    return KEY.sub("/ID", parts.path) + ("?" if parts.query else "")


def grown_store(small: Path, reports: int, out: Path) -> None:
    """Write a store of so many reports, of worlds of the small one's."""
    with Store.open(small) as store:
        studies = {study.doc: study for study in store.studies()}
        real: Studied = [(document, studies[document.id]) for document in store.documents()]
    studied = grown(real, reports)
    dossier = assemble([document for document, _ in studied], [study for _, study in studied], (), load_lexicon())
    with Store.open(out, create=True) as store:
        for document in dossier.documents:
            store.add_source(document.path, document.id, "worlds", [document], [])
        store.add_studies(dossier.studies, "worlds")
        store.write_findings(dossier, "worlds")


def reports_in(store: Path) -> int:
    """How many reports a store holds."""
    with Store.open(store) as opened:
        return opened.state().documents


class Server(NamedTuple):
    """Where a store is served, and by which process."""

    host: str
    process: int

    def processor(self) -> float | None:
        """Milliseconds that the processor has worked for it; ``None`` where the system does not tell."""
        told = Path(f"/proc/{self.process}/stat")
        if not told.exists():
            return None
        user, system = told.read_text().rpartition(")")[2].split()[11:13]
        return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(store: Path) -> Iterator[Server]:
    """The store's pages, by a process that ends afterwards."""
    command = [sys.executable, "-c", COMMAND, "serve", str(store), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # noqa: S603
        try:
            yield Server(_listening(process), process.pid)
        finally:
            process.terminate()


def _listening(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        found = ADDRESS.search(said.replace("\n", ""))
        if found:
            return found[1]
    raise RuntimeError(f"no page is served: {said}")


class Reader:
    """One who asks for pages, over one connection."""

    def __init__(self, host: str) -> None:
        """Connects with the first request."""
        self._connection = HTTPConnection(host, timeout=SLOWEST)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self._connection.close()

    def ask(self, address: str) -> tuple[Answer, str]:
        """How the answer came, and its text."""
        started = time.perf_counter()
        try:
            status, body = self._asked(address)
        except (RemoteDisconnected, ConnectionError):  # the server lets go of who says nothing for some seconds
            self._connection.close()
            status, body = self._asked(address)
        milliseconds = 1000 * (time.perf_counter() - started)
        return Answer(address, milliseconds, len(body), status == HTTPStatus.OK), body.decode(errors="replace")

    def _asked(self, address: str) -> tuple[int | None, bytes]:
        """No status where the answer does not come in time."""
        self._connection.request("GET", address)
        try:
            response = self._connection.getresponse()
        except TimeoutError:
            self._connection.close()
            return None, b""
        return response.status, response.read()


def linked(page: str, address: str) -> list[str]:
    """The addresses that a page links to on its own server, without the places on them."""
    found = (urljoin(address, unescape(link)).partition("#")[0] for link in LINK.findall(page))
    return list(dict.fromkeys(link for link in found if not urlsplit(link).netloc and link.startswith("/")))


def harvest(reader: Reader, each: int) -> Mapping[str, Sequence[str]]:
    """So many addresses of each kind, as far as there are; kinds of which few are known are looked into first."""
    known: dict[str, dict[str, None]] = defaultdict(dict)
    known["/"]["/"] = None
    looked: dict[str, int] = defaultdict(int)
    waiting = ["/"]
    while waiting:
        address = min(waiting, key=lambda link: looked[kind_of(link)])
        waiting.remove(address)
        looked[kind_of(address)] += 1
        for link in _onward(reader.ask(address)[1], address):
            kind = known[kind_of(link)]
            if link not in kind and len(kind) < each:
                kind[link] = None
                if looked[kind_of(link)] < LOOKED_INTO:
                    waiting.append(link)
        waiting = [link for link in waiting if looked[kind_of(link)] < LOOKED_INTO]
    return {kind: list(found) for kind, found in sorted(known.items())}


SLOWEST_SHOWN = 10
LOOKED_INTO = 6
"""Pages of a kind whose links are followed."""


def _onward(page: str, address: str) -> list[str]:
    pictures = [unescape(picture) for _, picture in PART.findall(page) if picture]
    return [*linked(page, address), *pictures]


def searches(store: Path, number: int) -> list[str]:
    """Searches for a word, two words, a phrase and a beginning, drawn by lot from the reports."""
    order = random.Random(SEED)  # noqa: S311 - no secret
    with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (last,) = connection.execute("SELECT max(position) FROM paragraphs").fetchone()
        drawn = [order.randrange(last + 1) for _ in range(number)]
        query = "SELECT words FROM paragraph_words WHERE position = ?"
        texts = [connection.execute(query, (position,)).fetchone()[0].split() for position in drawn]
    found = []
    for n, words in enumerate(texts):
        at = order.randrange(len(words))
        one, two = words[at], " ".join(words[at : at + 2])
        typed = (one, f"{one} {order.choice(words)}", f'"{two}"', f"{one[:3]}*")[n % 4]
        found.append(f"/search?q={quote(typed)}")
    return found


def asked_at_once(host: str, addresses: Sequence[str], clients: int) -> list[Answer]:
    """The answers to so many readers, each of whom asks for the next address as soon as it has the last."""
    waiting = deque(addresses)

    def read_on() -> list[Answer]:
        found = []
        with Reader(host) as reader, suppress(IndexError):
            while True:
                found.append(reader.ask(waiting.popleft())[0])
        return found

    with ThreadPoolExecutor(clients) as readers:
        return [answer for reader in [readers.submit(read_on) for _ in range(clients)] for answer in reader.result()]


def weight(reader: Reader, address: str) -> float:
    """KB of a page with all that a browser loads for it, but the library that draws pictures."""
    answer, page = reader.ask(address)
    parts = {unescape(part or picture) for part, picture in PART.findall(page)}
    loaded = [reader.ask(part)[0].bytes for part in sorted(parts) if LIBRARY not in part]
    return (answer.bytes + sum(loaded)) / 1024


def worked(server: Server, addresses: Sequence[str]) -> float | None:
    """Milliseconds that the server's processor works for one of these pages."""
    before = server.processor()
    with Reader(server.host) as reader:
        for address in addresses:
            reader.ask(address)
    after = server.processor()
    return None if before is None or after is None else (after - before) / len(addresses)


def rows_of(answers: Iterable[Answer], alone: Mapping[str, Values]) -> Iterator[Row]:
    """A line for each kind, with what was measured of it alone, and one for all."""
    by_kind: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_kind[kind_of(answer.address)].append(answer)
        by_kind["all"].append(answer)
    for kind, found in sorted(by_kind.items(), key=lambda item: (item[0] == "all", item[0])):
        times = sorted(answer.milliseconds for answer in found)
        values = {
            "asked": len(found),
            "failed": sum(not answer.is_well for answer in found),
            **alone.get(kind, dict.fromkeys(ALONE)),
            "p50": statistics.median(times),
            "p95": times[min(len(times) - 1, int(len(times) * 0.95))],
            "KB": max(answer.bytes for answer in found) / 1024,
        }
        yield Row("pages", kind, values)


ALONE = ("first", "CPU", "KB with")


def measured(store: Path, clients: int, each: int) -> list[Row]:
    """Serve the store three times, each time fresh, since what was asked for once may come faster the next time."""
    with served(store) as server, Reader(server.host) as reader:
        found = dict(harvest(reader, each))
    found["/search?"] = searches(store, each)
    with served(store) as server, Reader(server.host) as reader:
        processor = {kind: worked(server, of_kind) for kind, of_kind in found.items()}
        weights = {kind: weight(reader, of_kind[0]) for kind, of_kind in found.items()}
    others = [address for of_kind in found.values() for address in of_kind[1:] or of_kind]
    random.Random(SEED).shuffle(others)  # noqa: S311 - no secret
    with served(store) as server, Reader(server.host) as reader:
        first = {kind: reader.ask(of_kind[0])[0].milliseconds for kind, of_kind in found.items()}
        answers = asked_at_once(server.host, others, clients)
    alone = {kind: dict(zip(ALONE, (first[kind], processor[kind], weights[kind]), strict=True)) for kind in found}
    slowest = sorted(answers, key=lambda answer: -answer.milliseconds)[:SLOWEST_SHOWN]
    return [
        *rows_of(answers, alone),
        *(Row("slowest", answer.address, {"milliseconds": answer.milliseconds}) for answer in slowest),
    ]


def main() -> None:
    """Grow, serve, ask, print."""
    parser = argparse.ArgumentParser(description="How fast the pages of a large store are.")
    parser.add_argument("store", type=Path, metavar="STORE", help="what standoff build made")
    parser.add_argument("--reports", type=int, default=10_000, metavar="N", help="how many to grow it to")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="where the grown store is left")
    parser.add_argument("--clients", type=int, default=8, metavar="N", help="readers at once")
    parser.add_argument("--each", type=int, default=40, metavar="N", help="addresses of each kind")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = asked.store
        if reports_in(store) < asked.reports:
            store = asked.keep or Path(folder) / "grown.standoff"
            grown_store(asked.store, asked.reports, store)
        rows = measured(store, asked.clients, asked.each)
    if asked.json:
        print_json(json.dumps([row._asdict() for row in rows]))
    else:
        print("\n".join(lines(rows)))


if __name__ == "__main__":
    main()
