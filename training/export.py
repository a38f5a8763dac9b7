"""Export trained weights: ``python -m training.export RUN WEIGHTS_FOLDER``.

Writes ``reader.onnx`` (dynamic int8), ``pairs.npz`` (the label and role scores, half precision) and
``labels.json``. With ``--float`` the network stays in single precision, to measure what int8 costs.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.heads import Reader


class Exported(nn.Module):
    """What runs in the package: everything but the scores of pairs that are only needed for a few."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, feature: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Tag logits, arc scores (batch, words, heads), and one vector a word for each side of label and role."""
        reader = self.reader
        words = reader.words(ids, feature, first)
        arc = reader.arc(reader.arc_dependent(words), reader.arc_head(words))[:, 0]
        vectors = (reader.label_dependent, reader.label_head, reader.role_word, reader.role_cue)
        return reader.tags(words), arc, *(project(words) for project in vectors)


OUTPUTS = ["tags", "arc", "label_dependent", "label_head", "role_word", "role_cue"]


def export(run: Path, folder: Path, *, quantized: bool = True) -> None:
    """Load ``RUN/reader.pt`` and write the package's files into ``folder``."""
    labels = json.loads((run / "labels.json").read_text())
    reader = Reader(len(labels["deprels"]))
    reader.load_state_dict(torch.load(run / "reader.pt", weights_only=True))
    reader.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "reader.onnx"
        _to_onnx(reader, plain)
        if quantized:
            quantize_dynamic(plain, folder / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True)
        else:
            (folder / "reader.onnx").write_bytes(plain.read_bytes())
    np.savez_compressed(
        folder / "pairs.npz",
        label=reader.label.weight.detach().numpy().astype(np.float16),
        role=reader.role.weight.detach().numpy().astype(np.float16),
    )
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


def _to_onnx(reader: Reader, path: Path) -> None:
    ids = torch.ones(2, 12, dtype=torch.long)
    first = torch.arange(1, 9).repeat(2, 1)
    names = ["ids", "feature", "first"]
    axes = {name: {0: "batch", 1: "pieces"} for name in names[:2]}
    axes |= {name: {0: "batch", 1: "words"} for name in ["first", *OUTPUTS]}
    axes["arc"][2] = "words"
    torch.onnx.export(
        Exported(reader),
        (ids, torch.ones_like(ids), first),
        str(path),
        input_names=names,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float", action="store_true", help="keep single precision")
    options = parser.parse_args()
    export(options.run, options.folder, quantized=not options.float)


if __name__ == "__main__":
    main()
