"""The graph written by hand does what the trained network does."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra training is not installed")
pytest.importorskip("onnx", reason="the extra training is not installed")

import onnxruntime
import torch
from training.graph import OUTPUTS, State, build, build_label, build_role, quantize
from training.heads import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(7)
    fresh = Reader(deprels=5, features=4)
    for part in (fresh.arc.weight, fresh.role.weight):
        torch.nn.init.normal_(part, std=0.05)
    fresh.eval()
    return fresh


@pytest.fixture(scope="module")
def state(reader: Reader) -> State:
    return {name: value.numpy() for name, value in reader.state_dict().items()}


def session(model: object) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])  # type: ignore[attr-defined]


def inputs() -> dict[str, np.ndarray]:
    drawn = np.random.default_rng(3)
    first = np.sort(drawn.choice(np.arange(1, 39), 25, replace=False))
    return {"ids": drawn.integers(1000, 20000, (1, 40)), "feature": drawn.integers(0, 33, (1, 40)), "first": first}


def by_torch(reader: Reader, given: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    ids, feature, first = (torch.from_numpy(given[name]) for name in ("ids", "feature", "first"))
    with torch.no_grad():
        words = reader.words(ids, feature, first[None])
        arc = reader.arc(reader.arc_dependent(words), reader.arc_head(words))[:, 0]
        found = {"tags": reader.tags(words), "arc": arc} | {name: getattr(reader, name)(words) for name in OUTPUTS[2:]}
    return {name: value.numpy() for name, value in found.items()}


@pytest.mark.slow
def test_in_float_it_gives_the_same_numbers(reader: Reader, state: State) -> None:
    given = inputs()
    found = dict(zip(OUTPUTS, session(build(state)).run(None, given), strict=True))
    for name, expected in by_torch(reader, given).items():
        np.testing.assert_allclose(found[name], expected, atol=1e-3, err_msg=name)


@pytest.mark.slow
def test_in_8_bits_it_gives_nearly_the_same_numbers(reader: Reader, state: State) -> None:
    given = inputs()
    found = dict(zip(OUTPUTS, session(quantize(build(state))).run(None, given), strict=True))
    for name, expected in by_torch(reader, given).items():
        assert np.abs(found[name] - expected).mean() < 0.1 * max(expected.std(), 1e-3), name


@pytest.mark.slow
def test_pairs_are_scored_the_same(reader: Reader, state: State) -> None:
    drawn = np.random.default_rng(5)
    dependent, head = (drawn.normal(size=(6, 256)).astype(np.float32) for _ in range(2))
    cue, word = drawn.normal(size=(3, 128)).astype(np.float32), drawn.normal(size=(9, 128)).astype(np.float32)
    with torch.no_grad():
        labels = reader.labels(torch.from_numpy(dependent), torch.from_numpy(head)).numpy()
        roles = reader.role(torch.from_numpy(word)[None], torch.from_numpy(cue)[None])[0].numpy()
    found = session(build_label(state)).run(None, {"dependent": dependent, "head": head})[0]
    np.testing.assert_allclose(found, labels, atol=1e-3)
    found = session(build_role(state)).run(None, {"cue": cue, "word": word})[0]
    np.testing.assert_allclose(found, roles.transpose(2, 0, 1), atol=1e-3)
