"""The reader's network written out as an ONNX graph for one processor core, in float and in int8.

Built by hand and not traced, because the exact operators decide the speed. ONNX Runtime's processor kernels differ:
one ``Attention`` (from version 1.23) does what a trace spells out in products, softmax and transposes; ``Add`` with
``LayerNormalization`` is several times faster than the fused ``SkipLayerNormalization``, which the runtime's own
optimiser puts in at some places. So load the graph with optimisation at most ``ORT_ENABLE_BASIC``.

The graph reads one window at a time: no padding, so no mask, and int8's scales never depend on other windows.

Inputs: ``ids`` and ``feature`` (1, pieces), ``first`` (words,): the place of each word's first piece.
Outputs, each with a leading axis of 1: ``tags`` (words, classes), ``arc`` (words, words), scores of dependent by
head, and one vector a word, ``label_dependent``, ``label_head``, ``role_word`` and ``role_cue``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

Array = npt.NDArray[np.generic]
Floats = npt.NDArray[np.float32]
State = Mapping[str, Floats]

LAYERS, HEADS = 6, 12
POSITIONS = 256  # the longest window the graph takes, [CLS] and [SEP] included
EPSILON = 1e-12
MICROSOFT = "com.microsoft"
VECTORS = ("arc_dependent", "arc_head", "label_dependent", "label_head", "role_word", "role_cue")
OUTPUTS = ("tags", "arc", *VECTORS[2:])
# Weights take 7 bits. Without VNNI a processor adds pairs of products in 16 bits, and 2 * 255 * 64 still fits, so
# every processor gets the same whole numbers. With one scale a column it costs hardly more error than 8 bits.
STEPS = 64
EMBEDDING_STEPS = 127  # embeddings are looked up, not multiplied: 8 bits


class Draft:
    """A graph while it is written: nodes in order, constants by name."""

    def __init__(self, constants: Mapping[str, Array] | None = None) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, Array] = dict(constants or {})

    def constant(self, name: str, value: npt.ArrayLike) -> str:
        """Keep a constant under ``name`` and give the name back."""
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def node(self, op: str, inputs: Sequence[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        """Append a node with one output and give the output's name back."""
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, source: str, weight: Floats, bias: Floats, output: str) -> str:
        """``source @ weight.T + bias``, with ``weight`` (out, in) as torch keeps it; ``quantize`` knows this pair."""
        product = self.node("MatMul", [source, self.constant(f"{output}.weight", weight.T)], f"{output}.product")
        return self.node("Add", [product, self.constant(f"{output}.bias", bias)], output)

    def normalise(self, source: str, state: State, name: str) -> str:
        """Layer normalisation with the weights ``name``."""
        scale, shift = (self.constant(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", [source, scale, shift], name, epsilon=EPSILON)


def build(state: State) -> onnx.ModelProto:
    """The float graph of a ``Reader``'s weights, named as in its ``state_dict``.

    Widths of tags and vectors are the weights' own. Raises ``KeyError`` where a weight is missing.
    """
    draft = Draft()
    pieces = _embed(draft, state)
    for index in range(LAYERS):
        pieces = _layer(draft, state, f"encoder.layers.{index}", pieces, last=index == LAYERS - 1)
    _heads(draft, state, pieces)
    return _reader(draft)


def build_label(state: State) -> onnx.ModelProto:
    """Scores (words, labels) of each word's dependency label from its own and its head's vector (words, width)."""
    draft = Draft()
    product = draft.node("Mul", ["dependent", "head"], "product")
    both = draft.node("Concat", [product, "dependent", "head"], "both", axis=1)
    draft.linear(both, state["label.weight"], state["label.bias"], "label")
    shape = ["words", state["label.weight"].shape[1] // 3]
    return _model(draft, _floats("dependent", shape), _floats("head", shape), out=[_floats("label", ["words", None])])


def build_role(state: State) -> onnx.ModelProto:
    """Scores (cues, roles, words) of each word's role for each cue: ``cue`` (cues, width), ``word`` (words, width).

    The weight (roles, word + 1, cue + 1) carries the constant 1 of both sides; here they are padded on.
    """
    draft = Draft()
    roles, width = state["role.weight"].shape[:2]
    one = draft.constant("one", np.float32(1))
    after = draft.constant("one_after", np.array([0, 0, 0, 1], np.int64))
    cue, word = (draft.node("Pad", [name, after, one], f"{name}.padded") for name in ("cue", "word"))
    weight = draft.constant("role.weight", state["role.weight"].transpose(2, 0, 1).reshape(width, -1))
    sides = draft.node("MatMul", [cue, weight], "sides")
    sides = draft.node(
        "Reshape", [sides, draft.constant("apart", np.array([-1, roles, width], np.int64))], "apart.sides"
    )
    draft.node("MatMul", [sides, draft.node("Transpose", [word], "word.turned", perm=[1, 0])], "role")
    vector = width - 1
    inputs = _floats("cue", ["cues", vector]), _floats("word", ["words", vector])
    return _model(draft, *inputs, out=[_floats("role", ["cues", roles, "words"])])


def quantize(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph in int8: all products with weights, and the table of word pieces.

    Activations are scaled as they come, one scale a tensor; weights have a scale a column, pieces a scale a row.
    """
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    draft = Draft(constants)
    scaled: set[str] = set()
    nodes = iter(model.graph.node)
    for node in nodes:
        if node.op_type == "MatMul" and node.input[1] in constants:
            _quantized_linear(draft, node, next(nodes), scaled)
        elif node.op_type == "Gather" and node.input[0] == "pieces.table":
            _quantized_lookup(draft, node)
        else:
            draft.nodes.append(node)
    return _reader(draft)


def _embed(draft: Draft, state: State) -> str:
    """Word piece, place and casing, added and normalised."""
    table = draft.constant("pieces.table", state["encoder.word.weight"])
    piece = draft.node("Gather", [table, "ids"], "pieces")
    # All pieces are of one kind, so its vector goes into the places'.
    places = draft.constant("places.table", state["encoder.position.weight"][:POSITIONS] + state["encoder.kind"])
    length = draft.node("Shape", ["ids"], "length", start=1)
    place = draft.node("Slice", [places, draft.constant("zero", np.zeros(1, np.int64)), length], "places")
    casing = draft.constant("casing.table", state["encoder.feature.weight"])
    total = draft.node("Add", [piece, place], "placed")
    total = draft.node("Add", [total, draft.node("Gather", [casing, "feature"], "casing")], "embedded")
    return draft.normalise(total, state, "encoder.norm")


def _layer(draft: Draft, state: State, name: str, pieces: str, *, last: bool) -> str:
    """One transformer layer. The last one goes on with the words' first pieces alone: nothing reads the others."""
    asking = draft.node("Gather", [pieces, "first"], "words", axis=1) if last else pieces
    mixed = _attention(draft, state, name, asking, pieces)
    out = draft.linear(mixed, state[f"{name}.out.weight"], state[f"{name}.out.bias"], f"{name}.out")
    middle = draft.node("Add", [asking, out], f"{name}.attended")
    middle = draft.normalise(middle, state, f"{name}.norm_attention")
    wide = draft.linear(middle, state[f"{name}.widen.weight"], state[f"{name}.widen.bias"], f"{name}.widen")
    wide = draft.node("Gelu", [wide], f"{name}.gelu")
    narrow = draft.linear(wide, state[f"{name}.narrow.weight"], state[f"{name}.narrow.bias"], f"{name}.narrow")
    return draft.normalise(draft.node("Add", [middle, narrow], f"{name}.inner"), state, f"{name}.norm_inner")


def _attention(draft: Draft, state: State, name: str, asking: str, pieces: str) -> str:
    """Self-attention. Three products, not one that is split: a split copies, and the last layer asks for fewer."""
    weights = np.split(state[f"{name}.query_key_value.weight"], 3)
    biases = np.split(state[f"{name}.query_key_value.bias"], 3)
    scale = np.float32((weights[0].shape[0] // HEADS) ** -0.5)
    query = draft.linear(asking, weights[0] * scale, biases[0] * scale, f"{name}.query")
    key = draft.linear(pieces, weights[1], biases[1], f"{name}.key")
    value = draft.linear(pieces, weights[2], biases[2], f"{name}.value")
    return draft.node(
        "Attention", [query, key, value], f"{name}.mixed", q_num_heads=HEADS, kv_num_heads=HEADS, scale=1.0
    )


def _heads(draft: Draft, state: State, words: str) -> None:
    """Tags, a vector a word for each side of a pair, and the scores of arcs.

    A product for each and not one for all: the runtime is slower on wide results, and splitting them copies.
    """
    draft.linear(words, state["tags.weight"], state["tags.bias"], "tags")
    for name in VECTORS:
        side = draft.linear(words, state[f"{name}.0.weight"], state[f"{name}.0.bias"], f"{name}.side")
        draft.node("Gelu", [side], name)
    _arcs(draft, state["arc.weight"][0])


def _arcs(draft: Draft, weight: Floats) -> None:
    """The biaffine score, ``weight`` (dependent + 1, head + 1): its constant 1s become a bias and a padded column."""
    toward = draft.linear("arc_dependent", weight[:-1].T, weight[-1], "toward")
    sides = draft.constant("one_after", np.array([0, 0, 0, 0, 0, 1], np.int64))
    heads = draft.node("Pad", ["arc_head", sides, draft.constant("one", np.float32(1))], "heads")
    draft.node("FusedMatMul", [toward, heads], "arc", domain=MICROSOFT, transB=1)


def _quantized_linear(draft: Draft, product: NodeProto, add: NodeProto, scaled: set[str]) -> None:
    """Put a product and the bias that follows it into one int8 node."""
    source, name = product.input
    if source not in scaled:  # once for all the products that read it
        outputs = [f"{source}.steps", f"{source}.scale", f"{source}.zero"]
        draft.nodes.append(helper.make_node("DynamicQuantizeLinear", [source], outputs, name=outputs[0]))
        scaled.add(source)
    steps, scale = _round(np.asarray(draft.constants[name], np.float32), 0, STEPS)
    draft.constant(name, steps)
    scales = draft.constant(f"{name}.scale", scale[0])
    # The empty name leaves out the weights' zero point: they are symmetric.
    inputs = [f"{source}.steps", name, f"{source}.scale", scales, f"{source}.zero", "", add.input[1]]
    draft.node("MatMulIntegerToFloat", inputs, add.output[0], domain=MICROSOFT)


def _quantized_lookup(draft: Draft, lookup: NodeProto) -> None:
    """Look up int8 rows and their scales, and multiply."""
    table, ids = lookup.input
    steps, scale = _round(np.asarray(draft.constants[table], np.float32), 1, EMBEDDING_STEPS)
    rows = draft.node("Gather", [draft.constant(table, steps), ids], f"{table}.rows")
    scales = draft.node("Gather", [draft.constant(f"{table}.scale", scale), ids], f"{table}.scales")
    whole = draft.node("Cast", [rows], f"{table}.float", to=TensorProto.FLOAT)
    draft.node("Mul", [whole, scales], lookup.output[0])


def _round(weight: Floats, axis: int, steps: int) -> tuple[npt.NDArray[np.int8], Floats]:
    """Whole numbers up to ``steps`` and the scale along ``axis`` that gives the weights back."""
    largest = np.abs(weight).max(axis, keepdims=True)
    scale = np.where(largest > 0, largest / steps, 1).astype(np.float32)
    return np.round(weight / scale).astype(np.int8), scale


def _reader(draft: Draft) -> onnx.ModelProto:
    """The finished network."""
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "feature")]
    inputs.append(helper.make_tensor_value_info("first", TensorProto.INT64, ["words"]))
    return _model(draft, *inputs, out=[_floats(name, [1, "words", None]) for name in OUTPUTS])


def _floats(name: str, shape: Sequence[str | int | None]) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _model(draft: Draft, *inputs: ValueInfoProto, out: Sequence[ValueInfoProto]) -> onnx.ModelProto:
    """A model of a draft's nodes and constants."""
    constants = [numpy_helper.from_array(value, name) for name, value in draft.constants.items()]
    graph = helper.make_graph(draft.nodes, "reader", inputs, out, constants)
    opsets = [helper.make_opsetid("", 23), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=11, producer_name="standoff")
