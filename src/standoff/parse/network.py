"""Runs the exported network over one run of words: numbers in, numbers out.

Each run of words goes through the network alone, without padding: nothing it is read with can change what is
found, which the 8-bit arithmetic, scaled by all that is read together, would otherwise let happen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime

from standoff.core.errors import ResourceError
from standoff.parse.pieces import START, STOP, Pieces

Floats = npt.NDArray[np.float32]
CLASSES = {"start": 2, "upos": 17, "name": 9, "source": 3, "cue": 3, "content": 3, "inner": 3}
LAYERS = ("start", "upos", "features", "name", "source", "cue", "content", "inner")
"""The tag layers, in the order of the network's output; ``labels.json`` says how many features there are."""


class Network(Protocol):
    """What runs a graph: ``onnxruntime.InferenceSession``, or a stand-in."""

    def run(self, outputs: None, inputs: dict[str, npt.NDArray[Any]], /) -> Sequence[Floats]:
        """All outputs for the inputs by name."""


class Weights(NamedTuple):
    """The networks and what their numbers mean."""

    reader: Network
    label: Network
    """(words, deprels): scores of a dependency's label from the vectors of its two words."""
    role: Network
    """(cues, 3, words): scores of each word's role for each cue, from the vectors of both."""
    deprels: tuple[str, ...]
    upos: tuple[str, ...]
    features: tuple[str, ...]


class Signals(NamedTuple):
    """The network's output for a run of words."""

    tags: dict[str, Floats]
    """For each tag layer (words, classes), logits."""
    arc: Floats
    """(words, words): scores of each word's head."""
    label_dependent: Floats
    label_head: Floats
    role_word: Floats
    role_cue: Floats


def load_weights(threads: int) -> Weights:
    """Load the shipped weights; ``threads`` is how many cores one run may use. Raises ``ResourceError``."""
    folder = files("standoff") / "parse" / "weights"
    try:
        networks = [_session(folder / f"{name}.onnx", threads) for name in ("reader", "label", "role")]
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, onnxruntime.capi.onnxruntime_pybind11_state.Fail) as error:
        raise ResourceError(f"the reader's weights in {folder} cannot be loaded: {error}; reinstall") from error
    return Weights(*networks, *(tuple(names[name]) for name in ("deprels", "upos", "features")))


def _session(path: Traversable, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # a busy core must not wait for another
    # The graph is written as it runs best; the runtime's own rewriting would undo parts of it.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    with as_file(path) as file:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def run(pieces: Pieces, weights: Weights) -> Signals:
    """Read at least one word, and no more pieces than the network has places for."""
    ids = np.concatenate([[START], pieces.ids, [STOP]])
    feature = np.zeros_like(ids)
    first = pieces.first[:-1] + 1
    feature[first] = pieces.feature
    outputs = weights.reader.run(None, {"ids": ids[None], "feature": feature[None], "first": first})
    tags, *rest = (output[0] for output in outputs)
    sizes = [CLASSES.get(name, len(weights.features)) for name in LAYERS]
    parts = np.split(tags, np.cumsum(sizes)[:-1], axis=1)
    return Signals(dict(zip(LAYERS, parts, strict=True)), *rest)


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)
