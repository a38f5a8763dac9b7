"""Export trained weights: ``python -m training.export RUN WEIGHTS_FOLDER [--data DATA]``.

Writes ``reader.onnx`` (8 bits), ``label.onnx`` and ``role.onnx`` (scores of pairs of words), ``labels.json`` and, where
DATA is given, ``lemmas.json``, the tables of lemmas counted from its treebanks. With ``--float`` the network stays in
single precision, to measure what 8 bits cost.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch

from training import lemmas
from training.graph import State, build, build_label, build_role, quantize


def export(run: Path, folder: Path, *, quantized: bool = True) -> None:
    """Load ``RUN/reader.pt`` and ``RUN/labels.json`` and write the package's files into ``folder``."""
    state: State = {name: value.numpy() for name, value in torch.load(run / "reader.pt", weights_only=True).items()}
    folder.mkdir(parents=True, exist_ok=True)
    model = build(state)
    onnx.save(quantize(model) if quantized else model, str(folder / "reader.onnx"))
    onnx.save(build_label(state), str(folder / "label.onnx"))
    onnx.save(build_role(state), str(folder / "role.onnx"))
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, help="count the tables of lemmas anew from DATA/ud")
    parser.add_argument("--float", action="store_true", help="keep single precision")
    options = parser.parse_args()
    export(options.run, options.folder, quantized=not options.float)
    if options.data:
        treebanks = sorted((options.data / "ud").glob("*-train.conllu"))
        lemmas.write(lemmas.learn(treebanks), options.folder)


if __name__ == "__main__":
    main()
