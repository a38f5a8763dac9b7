"""Runs the exported network over the windows of one text: numbers in, numbers out."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
BATCH = 8  # windows: more is no faster on a laptop's cores and takes more memory


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


def run(pieces: Pieces, weights: Weights) -> Signals:
    """Read a text of at least one word.

    Windows of one text are run together, never with another text's: quantization scales by the batch, and a
    document must read the same in any company.
    """
    words = len(pieces.first) - 1
    ranges = windows_of(pieces.first)
    owner = owners(ranges, words)
    logits = np.zeros((words, sum(TAGS.values())), np.float32)
    windows: list[Window] = []
    for rows, tags in _batches(pieces, ranges, weights):
        for window, row in zip(rows, tags, strict=True):
            mine = np.flatnonzero(owner == len(windows))
            logits[mine] = row[mine - window.start]
            windows.append(window)
    splits = np.cumsum(list(TAGS.values()))[:-1]
    parts = np.split(logits, splits, axis=1)
    return Signals({n: softmax(p) for n, p in zip(TAGS, parts, strict=True)}, tuple(windows), owner)


def _batches(
    pieces: Pieces, ranges: list[tuple[int, int]], weights: Weights
) -> Iterator[tuple[list[Window], list[Floats]]]:
    for at in range(0, len(ranges), BATCH):
        batch = ranges[at : at + BATCH]
        ids, feature, first = pad(pieces, batch)
        tags, arc, *vectors = weights.session.run(None, {"ids": ids, "feature": feature, "first": first})
        sizes = [stop - start for start, stop in batch]
        windows = [
            Window(start, stop, arc[row, :size, :size], *(v[row, :size] for v in vectors))
            for row, ((start, stop), size) in enumerate(zip(batch, sizes, strict=True))
        ]
        yield windows, [tags[row, :size] for row, size in enumerate(sizes)]


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def with_one(vectors: Floats) -> Floats:
    """Append the constant 1 that the pair scores expect."""
    return np.concatenate([vectors, np.ones((*vectors.shape[:-1], 1), np.float32)], -1)
