"""``standoff serve`` as a person starts it: a real process, a real port."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from standoff.cli import app

ADDRESS = re.compile(r"http://\S+")


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """The address that the command prints; the process is ended at the end."""
    command = [sys.executable, "-m", "standoff", "serve", *arguments]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        printed = process.stderr.readline()
        while not ADDRESS.search(printed):
            more = process.stderr.readline()
            assert more, printed
            printed += more
        yield ADDRESS.findall(printed)[0]
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


def test_it_listens_on_loopback_and_says_where(sample_store: Path) -> None:
    with serving(str(sample_store), "--port", "0") as address:
        assert address.startswith("http://127.0.0.1:")
        assert httpx.get(address, timeout=30).status_code == 200
        port = address.rstrip("/").rpartition(":")[2]
        assert httpx.get(f"http://localhost:{port}/", timeout=30).status_code == 200
        assert httpx.get(address, headers={"host": "evil.example"}).status_code == 421


def test_elsewhere_the_address_has_a_token(sample_store: Path) -> None:
    with serving(str(sample_store), "--port", "0", "--host", "0.0.0.0") as address:
        there = address.replace("0.0.0.0", "127.0.0.1")
        with httpx.Client(follow_redirects=True, timeout=30) as browser:
            assert browser.get(there.partition("?")[0]).status_code == 401
            assert browser.get(there).status_code == 200
            assert browser.get(there.partition("?")[0]).status_code == 200


def test_a_port_in_use_is_said_with_what_to_do(sample_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", str(sample_store), "--port", port])
    assert result.exit_code == 3
    assert f"port {port} of 127.0.0.1 cannot be had" in result.stderr
    assert "--port 0" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("none.standoff", None, "does not exist"), ("other.standoff", b"not a store at all", "is not a store")],
)
def test_what_is_no_store_is_said_at_once(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content * 20)
    result = CliRunner().invoke(app, ["serve", str(tmp_path / name), "--port", "0"])
    assert result.exit_code == 3
    assert said in result.stderr


def test_an_address_of_another_machine_is_said(sample_store: Path) -> None:
    result = CliRunner().invoke(app, ["serve", str(sample_store), "--host", "no.such.host.invalid"])
    assert result.exit_code == 2
    assert "no address" in result.stderr
