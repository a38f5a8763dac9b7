"""Runs the exported network over the windows of one text: numbers in, numbers out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from standoff.core.errors import ResourceError
from standoff.parse.pieces import Pieces
from standoff.parse.windows import owners, pad, windows_of

Floats = npt.NDArray[np.float32]

TAGS = {"start": 2, "upos": 17, "name": 9, "source": 3, "cue": 3, "content": 3}
BUDGET = 1024  # pieces a batch: more is no faster on a laptop's cores and takes more memory


class Weights(NamedTuple):
    """The network and what its numbers mean."""

    session: onnxruntime.InferenceSession
    label: Floats
    """(deprels, 97, 97): scores of a dependency's label."""
    role: Floats
    """(3, 129, 129): scores of a word's role for a cue."""
    deprels: tuple[str, ...]
    upos: tuple[str, ...]


class Window(NamedTuple):
    """The network's output for the words ``[start, stop)``."""

    start: int
    stop: int
    arc: Floats
    label_dependent: Floats
    label_head: Floats
    role_word: Floats
    role_cue: Floats


class Signals(NamedTuple):
    """The network's output for a text."""

    tags: dict[str, Floats]
    """For each tag layer (words, classes), probabilities."""
    windows: tuple[Window, ...]
    owner: npt.NDArray[np.int64]
    """For each word the index of the window that knows it best."""


def load_weights(threads: int) -> Weights:
    """Load the shipped weights; ``threads`` is how many cores one run may use. Raises ``ResourceError``."""
    folder = files("standoff") / "parse" / "weights"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        with as_file(folder / "reader.onnx") as path, as_file(folder / "pairs.npz") as pairs:
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            arrays = np.load(pairs, allow_pickle=False)
            label, role = arrays["label"].astype(np.float32), arrays["role"].astype(np.float32)
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, onnxruntime.capi.onnxruntime_pybind11_state.Fail) as error:
        raise ResourceError(f"the reader's weights in {folder} cannot be loaded: {error}; reinstall") from error
    return Weights(session, label, role, tuple(names["deprels"]), tuple(names["upos"]))


def run(texts: Sequence[Pieces], weights: Weights) -> list[Signals]:
    """Read texts of at least one word each, all from one document.

    Windows of like length run together, never with another document's: quantization scales by the batch, and a
    document must read the same in any company.
    """
    jobs = [(text, start, stop) for text, pieces in enumerate(texts) for start, stop in windows_of(pieces.first)]
    order = sorted(range(len(jobs)), key=lambda job: (_length(texts, jobs[job]), job))
    done: dict[int, tuple[Window, Floats]] = {}
    for group in _groups(order, [_length(texts, job) for job in jobs]):
        for job, result in zip(group, _run_batch([jobs[job] for job in group], texts, weights), strict=True):
            done[job] = result
    windows: list[list[tuple[Window, Floats]]] = [[] for _ in texts]
    for job, (text, _, _) in enumerate(jobs):
        windows[text].append(done[job])
    return [_signals(len(pieces.first) - 1, own) for pieces, own in zip(texts, windows, strict=True)]


def _length(texts: Sequence[Pieces], job: tuple[int, int, int]) -> int:
    text, start, stop = job
    return int(texts[text].first[stop] - texts[text].first[start])


def _groups(order: list[int], lengths: list[int]) -> Iterator[list[int]]:
    """Neighbours by length, as many as ``BUDGET`` pieces hold when padded to the longest."""
    group: list[int] = []
    for job in order:
        if group and (len(group) + 1) * (lengths[job] + 2) > BUDGET:
            yield group
            group = []
        group.append(job)
    if group:
        yield group


def _run_batch(
    jobs: list[tuple[int, int, int]], texts: Sequence[Pieces], weights: Weights
) -> list[tuple[Window, Floats]]:
    ids, feature, first = pad([(texts[text], start, stop) for text, start, stop in jobs])
    tags, arc, *vectors = weights.session.run(None, {"ids": ids, "feature": feature, "first": first})
    found = []
    for row, (_, start, stop) in enumerate(jobs):
        size = stop - start
        window = Window(start, stop, arc[row, :size, :size], *(vector[row, :size] for vector in vectors))
        found.append((window, tags[row, :size]))
    return found


def _signals(words: int, windows: list[tuple[Window, Floats]]) -> Signals:
    """One text's windows put together: each word's tags come from the window that knows it best."""
    owner = owners([(window.start, window.stop) for window, _ in windows], words)
    logits = np.zeros((words, sum(TAGS.values())), np.float32)
    for index, (window, tags) in enumerate(windows):
        mine = np.flatnonzero(owner == index)
        logits[mine] = tags[mine - window.start]
    parts = np.split(logits, np.cumsum(list(TAGS.values()))[:-1], axis=1)
    layers = {name: softmax(part) for name, part in zip(TAGS, parts, strict=True)}
    return Signals(layers, tuple(window for window, _ in windows), owner)


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def with_one(vectors: Floats) -> Floats:
    """Append the constant 1 that the pair scores expect."""
    return np.concatenate([vectors, np.ones((*vectors.shape[:-1], 1), np.float32)], -1)
