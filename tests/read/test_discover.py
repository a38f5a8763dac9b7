"""Folders to files: every real file once, in one order, under labels that are the same on every machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from standoff.read.discover import discover


def plant(folder: Path, *names: str) -> Path:
    """Files with their names as text, in a folder."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def labels(*paths: Path) -> list[str]:
    return [file.path for file in discover(paths)[0]]


def reasons(*paths: Path) -> dict[str, str]:
    return {gap.path: gap.reason for gap in discover(paths)[1]}


def test_a_folder_is_walked_down_and_labelled_by_its_own_name(tmp_path: Path) -> None:
    reports = plant(tmp_path / "reports", "b.txt", "a.txt", "north/c.html", "north/deep/d.jsonl.gz")
    assert labels(reports) == [
        "reports/a.txt",
        "reports/b.txt",
        "reports/north/c.html",
        "reports/north/deep/d.jsonl.gz",
    ]


def test_a_file_is_labelled_by_its_name(tmp_path: Path) -> None:
    plant(tmp_path, "far/away/a.txt")
    assert labels(tmp_path / "far/away/a.txt") == ["a.txt"]


def test_the_working_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path / "reports", "a.txt", "sub/b.txt")
    monkeypatch.chdir(tmp_path / "reports")
    assert labels(Path()) == ["reports/a.txt", "reports/sub/b.txt"]
    monkeypatch.chdir(tmp_path / "reports/sub")
    assert labels(Path("..")) == ["reports/a.txt", "reports/sub/b.txt"]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    one, two = plant(tmp_path / "one", "a.txt"), plant(tmp_path / "two", "a.txt")
    paths = [two, one, tmp_path / "gone", one / "a.txt"]
    assert discover(paths) == discover(paths[::-1])
    assert labels(*paths) == ["a.txt", "two/a.txt"]  # one/a.txt is the same file as a.txt: read once


@pytest.mark.parametrize(
    "name", [".DS_Store", ".git/config", "crisis.standoff", "crisis.standoff-wal", "crisis.standoff-shm"]
)
def test_hidden_files_and_our_own_are_passed_over_in_folders(tmp_path: Path, name: str) -> None:
    reports = plant(tmp_path / "reports", "a.txt", name)
    assert labels(reports) == ["reports/a.txt"]
    assert reasons(reports) == {}


def test_the_parts_of_a_saved_page_are_no_reports(tmp_path: Path) -> None:
    reports = plant(
        tmp_path / "reports", "Talks.html", "Talks_files/app.js", "Talks_files/ad.html", "Other_files/a.txt"
    )
    assert labels(reports) == ["reports/Other_files/a.txt", "reports/Talks.html"]


def test_a_hidden_file_that_is_asked_for_is_read(tmp_path: Path) -> None:
    plant(tmp_path, ".notes.txt")
    assert labels(tmp_path / ".notes.txt") == [".notes.txt"]


def test_links_are_followed_and_each_real_file_is_read_once(tmp_path: Path) -> None:
    reports = plant(tmp_path / "reports", "a.txt", "north/b.txt")
    (reports / "same.txt").symlink_to(reports / "a.txt")
    (reports / "zz").symlink_to(reports / "north")
    assert labels(reports) == ["reports/a.txt", "reports/north/b.txt"]


def test_what_cannot_be_entered_is_a_gap_and_the_rest_is_found(tmp_path: Path) -> None:
    reports = plant(tmp_path / "reports", "a.txt")
    (reports / "back").symlink_to(reports)
    (reports / "self").symlink_to(reports / "self")
    (reports / "broken").symlink_to(tmp_path / "nowhere")
    (reports / "empty").mkdir()
    os.mkfifo(reports / "pipe")
    assert labels(reports, tmp_path / "gone") == ["reports/a.txt"]
    assert reasons(reports, tmp_path / "gone") == {
        "gone": "does not exist; check the path",
        "reports/back": "is a loop: the link leads back to a folder it lies in",
        "reports/broken": "is a link that leads to nothing",
        "reports/empty": "is a folder with nothing to read in it",
        "reports/pipe": "is a named pipe, which is not read",
        "reports/self": "is a link that leads to itself",
    }


def test_a_socket_and_a_device_are_gaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        found = reasons(tmp_path / "s", Path("/dev/null"))
    assert found == {"null": "is a device, which is not read", "s": "is a socket, which is not read"}


def test_our_own_file_that_is_asked_for_is_a_gap(tmp_path: Path) -> None:
    plant(tmp_path, "crisis.standoff")
    assert reasons(tmp_path / "crisis.standoff") == {
        "crisis.standoff": "is one of Standoff's own files, not a report",
    }


def test_a_folder_that_may_not_be_opened_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = plant(tmp_path / "reports", "a.txt", "secret/b.txt")
    listing = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "secret":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)  # a test that runs as root may open every folder
    assert labels(reports) == ["reports/a.txt"]
    assert reasons(reports) == {"reports/secret": "cannot be opened: Permission denied"}


def test_a_name_that_is_no_unicode_has_a_label_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("text")
    (label,) = labels(tmp_path)
    assert label.encode("utf-8").endswith(b"/caf\\xe9.txt")
