"""What one window says: the network's numbers decoded into words, trees, names and attributions."""

from __future__ import annotations

from typing import NamedTuple

from standoff.parse.cueing import Found, attributions_of
from standoff.parse.network import Signals, Weights, run, softmax
from standoff.parse.pieces import Ints, Pieces
from standoff.parse.tagging import Run, runs_of
from standoff.parse.trees import heads_of, labels_of, sentence_numbers


class Reading(NamedTuple):
    """A window's words, numbered from 0: a value a word of each of the first five."""

    sentence: list[int]
    upos: list[str]
    features: list[str]
    heads: list[int]
    labels: list[str]
    names: tuple[Run, ...]
    found: tuple[Found, ...]


def read_window(pieces: Pieces, weights: Weights, sentence: Ints | None = None) -> Reading:
    """Run the network and decode; ``sentence`` gives the number of each word's sentence where that is known."""
    signals = run(pieces, weights)
    if sentence is None:
        sentence = sentence_numbers(signals.tags["start"], pieces.feature)
    heads = heads_of(signals.arc, sentence)
    return Reading(
        sentence.tolist(),
        _chosen(signals, "upos", weights.upos),
        _chosen(signals, "features", weights.features),
        heads.tolist(),
        [weights.deprels[label] for label in labels_of(signals, heads, weights).tolist()],
        tuple(runs_of(softmax(signals.tags["name"]))),
        tuple(attributions_of(signals, weights)),
    )


def _chosen(signals: Signals, layer: str, classes: tuple[str, ...]) -> list[str]:
    return [classes[index] for index in signals.tags[layer].argmax(1).tolist()]
