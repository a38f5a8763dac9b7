"""Train the reader: ``python -m training.train DATA OUT``.

DATA holds ``polnear/`` and ``ud/`` as their publishers lay them out. The seed is fixed; on two CPU cores with
bf16 it takes about an hour. Writes ``OUT/reader.pt`` (averaged weights) every 500 steps
and at the end, and a log.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from standoff.parse.pieces import load_tokenizer
from training.batches import Batch, bucketed, collate, windows
from training.corpora import polnear, universal_dependencies
from training.encoder import load_minilm, minilm_weights
from training.example import Example
from training.heads import Reader, role_loss, tag_losses, tree_losses

SEED = 20211207
WINDOW = 252  # pieces without [CLS] and [SEP]: what fits in 254, as in the measured starting point
BUDGET = 2500  # pieces a batch
BODY_RATE, HEAD_RATE = 2e-4, 1e-3
DECAY = 0.998  # of the moving average of weights that is kept; some 500 steps
ROLE_WEIGHT = 3.0  # most words have no role, so its mean loss is small beside the others


def deprels_of(paths: list[Path], least: int = 5) -> list[str]:
    """The dependency labels seen at least ``least`` times, most frequent first."""
    counts: dict[str, int] = {}
    for path in paths:
        for sentence in universal_dependencies.sentences(path):
            for label in sentence.deprels:
                counts[label] = counts.get(label, 0) + 1
    return sorted((label for label in counts if counts[label] >= least), key=lambda label: (-counts[label], label))


def loss_of(reader: Reader, batch: Batch) -> Tensor:
    """The sum of the losses of every head that this batch has labels for."""
    words = reader.words(batch.ids, batch.feature, batch.first)
    losses = tag_losses(reader.tags(words), batch.layers)
    if batch.heads is not None:
        losses += tree_losses(reader, words, batch.heads, batch.layers["deprel"], batch.sentence)
    if len(batch.cues):
        losses.append(ROLE_WEIGHT * role_loss(reader, words, batch.batch_of, batch.cues, batch.roles))
    return torch.stack(losses).sum()


def schedule(kinds: list[list[list[Example]]], order: random.Random) -> list[list[Example]]:
    """All batches of the whole training: each kind's epochs of examples, mixed at random over the whole length."""
    batches: list[tuple[float, list[Example]]] = []
    for epochs in kinds:
        for epoch, examples in enumerate(epochs):
            groups = bucketed(examples, BUDGET, order)
            batches += [((epoch + (i + order.random()) / len(groups)) / len(epochs), g) for i, g in enumerate(groups)]
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


def _begin(deprels: int, start: Path | None) -> Reader:
    """A reader with MiniLM's body and fresh heads, or one as an earlier run left it."""
    reader = Reader(deprels)
    if start is None:
        load_minilm(reader.encoder, minilm_weights())
    else:
        reader.load_state_dict(torch.load(start / "reader.pt", weights_only=True))
    return reader


def train(options: argparse.Namespace) -> None:
    """The whole training; see the module's docstring."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    tokenizer = load_tokenizer()
    files = [options.data / "ud" / f"en_{name}-train.conllu" for name in ("ewt", "gum") if name not in options.without]
    deprels = deprels_of(files)
    (out / "labels.json").write_text(json.dumps({"deprels": deprels, "upos": universal_dependencies.UPOS}))
    articles = [] if "polnear" in options.without else list(polnear.read(options.data / "polnear", "train", tokenizer))
    cut = [
        [w for e in articles for w in windows(e, WINDOW, order.randint(64, WINDOW))] for _ in range(options.epochs[0])
    ]
    trees = [
        [e for path in files for e in universal_dependencies.read(path, tokenizer, deprels, order)]
        for _ in range(options.epochs[1])
    ]
    batches = schedule([cut, trees], order)
    print(f"{len(articles)} articles, {len(batches)} batches", flush=True)

    reader = _begin(len(deprels), options.start)
    optimizer = optimizer_of(reader, options.rate)
    warm = max(1, len(batches) // 20)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (len(batches) - step) / (len(batches) - warm)))
    )
    average = {name: value.detach().clone() for name, value in reader.state_dict().items()}
    began, total = time.monotonic(), 0.0
    for step, group in enumerate(batches, 1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(reader, collate(group))
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
            torch.save(average, out / "reader.pt")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, nargs=2, default=(5, 6), metavar=("ATTRIBUTION", "TREES"))
    parser.add_argument("--without", nargs="*", default=[], choices=["polnear", "ewt", "gum"])
    parser.add_argument("--start", type=Path, help="a run to go on from, instead of MiniLM's weights")
    parser.add_argument("--rate", type=float, default=1.0, help="scale of the learning rates")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
