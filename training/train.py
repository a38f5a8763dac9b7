"""Train the reader: ``python -m training.train DATA OUT``.

DATA holds ``polnear/``, ``ud/``, ``re3d/`` and ``meantime/`` as their publishers lay them out. The seed is fixed;
on two CPU cores with bf16 it takes about an hour and a half, on a GPU, where there is one, minutes. Writes
``OUT/reader.pt`` (averaged weights) every 500 steps and at the end, ``OUT/labels.json``, and a log.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from standoff.parse.pieces import Vocabulary, load_vocabulary
from training.batches import bucketed, collate, sentence_windows, windows
from training.broken import QUOTES, STOPS, break_some
from training.corpora import meantime, polnear, re3d, universal_dependencies
from training.encoder import load_minilm, minilm_weights
from training.example import Example
from training.heads import Reader
from training.losses import loss_of
from training.nested import Frame, frames_of, nest

SEED = 20211207
WINDOWS = (128, 160, 200, 252)  # pieces without [CLS] and [SEP]: one length an article and an epoch
BUDGET = 2500  # pieces a batch
BODY_RATE, HEAD_RATE = 2e-4, 1e-3
DECAY = 0.998  # of the moving average of weights that is kept; some 500 steps
NESTED = 0.3  # share of the windows with attributions in which one is put inside another's content
CORPORA = ("polnear", "ewt", "gum", "re3d", "meantime")


class Corpora:
    """The examples of every corpus asked for, whole documents, and how an epoch cuts and breaks them."""

    def __init__(self, data: Path, without: list[str]) -> None:
        """Read them all; ``without`` names the corpora to leave out. Raises ``OSError``, ``ValueError``."""
        vocabulary = load_vocabulary()
        files = [data / "ud" / f"en_{name}-train.conllu" for name in ("ewt", "gum") if name not in without]
        if not files:
            raise ValueError("ewt or gum is needed: the labels of words and trees are taken from them")
        self.labels = universal_dependencies.labels_of(files)
        self._trees = [e for path in files for e in universal_dependencies.read(path, vocabulary, self.labels)]
        self._articles = [] if "polnear" in without else list(polnear.read(data / "polnear", "train", vocabulary))
        self._frames: list[Frame] = [frame for article in self._articles for frame in frames_of(article)]
        self._names = [] if "re3d" in without else list(re3d.read(data / "re3d", vocabulary))
        self._names += [] if "meantime" in without else list(meantime.read(data / "meantime", vocabulary))
        self._quotes, self._stops = _ids(vocabulary, QUOTES), _ids(vocabulary, STOPS)

    def kinds(self) -> tuple[Callable[[random.Random], Iterator[Example]], ...]:
        """An epoch over the attributions, one over the trees, one over the names."""
        return self._attribution_epoch, self._tree_epoch, self._name_epoch

    def _attribution_epoch(self, order: random.Random) -> Iterator[Example]:
        for article in self._articles:
            size = order.choice(WINDOWS)
            for window in windows(article, size, order.randint(size // 3, size)):
                nested = nest(window, self._frames, self._stops, order) if order.random() < NESTED else window
                yield self._broken(nested, order)

    def _tree_epoch(self, order: random.Random) -> Iterator[Example]:
        for document in self._trees:
            for window in sentence_windows(document, order):
                yield self._broken(window, order)

    def _name_epoch(self, order: random.Random) -> Iterator[Example]:
        for document in self._names:
            size = order.choice(WINDOWS)
            for window in windows(document, size, order.randint(size // 3, size)):
                yield self._broken(window, order)

    def _broken(self, example: Example, order: random.Random) -> Example:
        return break_some(example, self._quotes, self._stops, order)


def _ids(vocabulary: Vocabulary, marks: tuple[str, ...]) -> frozenset[int]:
    found = [vocabulary.number(mark) for mark in marks]
    return frozenset(mark for mark in found if mark is not None)


def schedule(corpora: Corpora, epochs: list[int], order: random.Random) -> list[list[Example]]:
    """All batches of the whole training: each kind's epochs of examples, mixed at random over the whole length."""
    batches: list[tuple[float, list[Example]]] = []
    for kind, count in zip(corpora.kinds(), epochs, strict=True):
        for epoch in range(count):
            groups = bucketed(list(kind(order)), BUDGET, order)
            batches += [((epoch + (i + order.random()) / len(groups)) / count, g) for i, g in enumerate(groups)]
    return [group for _, group in sorted(batches, key=lambda item: item[0])]


def optimizer_of(reader: Reader, scale: float = 1.0) -> torch.optim.AdamW:
    """AdamW with a slower rate for the body than for the fresh heads, no decay on vectors."""
    groups = []
    for body, rate in ((True, BODY_RATE), (False, HEAD_RATE)):
        for flat, decay in ((True, 0.0), (False, 0.01)):
            chosen = [
                p for n, p in reader.named_parameters() if n.startswith("encoder.") == body and (p.dim() < 2) == flat
            ]
            groups.append({"params": chosen, "lr": scale * rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def begin(labels: dict[str, list[str]], start: Path | None, device: str) -> Reader:
    """A reader with MiniLM's body and fresh heads, or one as an earlier run left it."""
    reader = Reader(len(labels["deprels"]), len(labels["features"]))
    if start is None:
        load_minilm(reader.encoder, minilm_weights())
    else:
        reader.load_state_dict(torch.load(start / "reader.pt", weights_only=True))
    return reader.to(device)


def train(options: argparse.Namespace) -> None:
    """The whole training; see the module's docstring."""
    # Batches have some fifty shapes with as many kernels each; what is forgotten is compiled again, at every step.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16384")
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    corpora = Corpora(options.data, options.without)
    (out / "labels.json").write_text(json.dumps(corpora.labels))
    batches = schedule(corpora, options.epochs, order)[: options.steps]
    print(f"{len(batches)} batches", flush=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    reader = begin(corpora.labels, options.start, device)
    fit(reader, batches, options.rate, device, out)


def fit(reader: Reader, batches: list[list[Example]], scale: float, device: str, out: Path) -> None:
    """One step a batch; the moving average of the weights goes to ``out``."""
    optimizer = optimizer_of(reader, scale)
    warm = max(1, len(batches) // 20)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (len(batches) - step) / max(1, len(batches) - warm)))
    )
    average = {name: value.detach().clone() for name, value in reader.state_dict().items()}
    began, total = time.monotonic(), 0.0
    reader.train()
    for step, group in enumerate(batches, 1):
        with torch.autocast(device, torch.bfloat16):
            loss = loss_of(reader, collate(group).to(device))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        rate.step()
        decay = min(DECAY, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in reader.state_dict().items():
                average[name].lerp_(value, 1 - decay)
        total += loss.item()
        if step % 25 == 0:
            seconds = time.monotonic() - began
            left = seconds / step * (len(batches) - step) / 60
            print(f"step {step} loss {total / 25:.3f} {seconds:.0f} s, {left:.0f} min left", flush=True)
            total = 0.0
        if step % 500 == 0 or step == len(batches):
            torch.save({name: value.cpu() for name, value in average.items()}, out / "reader.pt")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--epochs", type=int, nargs=3, default=(7, 18, 6), metavar=("ATTRIBUTION", "TREES", "NAMES"),
        help="how often each kind of example is seen",
    )  # fmt: skip
    parser.add_argument("--without", nargs="*", default=[], choices=CORPORA, help="corpora to leave out")
    parser.add_argument("--start", type=Path, help="a run to go on from, instead of MiniLM's weights")
    parser.add_argument("--rate", type=float, default=1.0, help="scale of the learning rates")
    parser.add_argument("--steps", type=int, help="stop after this many batches, to try things out")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
