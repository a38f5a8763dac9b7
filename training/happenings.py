"""Learn how much each feature of a pair of events says: ``python -m training.happenings PAIRS [--out FILE]``.

PAIRS is what ``python benchmarks/event_coreference.py ECBPLUS --split train --pairs PAIRS`` writes: the features of
pairs of ECB+ mentions (annotation CC BY 3.0), and whether they are one event. A logistic regression gives the weights.
What ECB+ cannot teach is set by hand, ``BY_HAND``: its reports carry no date of publication and few of its mentions
have a type that the lexicon knows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

OUT = Path("src/standoff/resources/happenings.yaml")
LEAST = 0.3
"""Mean likelihood at which two groups join: 0.2 to 0.4 on ECB+ train differ by less than a point of CoNLL F1."""
BY_HAND = {
    # Mentions without a listed type have a guessed one in ECB+; the lexicon's are right in 94 of 100.
    "other_type": -2.5,
    # Two days are two events, and so is the next day unless all else agrees; ECB+ has dates that miss by a headline.
    "other_days": -3.0,
    # ECB+ reports have no dates. A month between two reports takes as much away as half of a type gives.
    "far_in_time": -0.7,
    # One type, one company, one day: that is what a coder of events calls one event (PLOVER, ACLED).
    "same_parties_and_day": 4.0,
    "shared_actors": 1.0,
    # Another speaker, another company: names are fewer in ECB+ and seldom two of one kind.
    "other_agents": -3.0,
    "other_company": -5.0,
}
HEAD = """\
# How much each feature of a pair of events says about whether the two are one event: the weights of a logistic
# regression, and the least mean likelihood at which two groups of events are one happening.
#
# Rule. Made by training/happenings.py, not by hand; HAPPENINGS.md beside this file is the card. The names are the
# functions of resolve/happenings/likeness.py, whose docstrings say what each measures, from 0 to 1 mostly.

"""


def main() -> None:
    """Read the command line, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    options = parser.parse_args()
    table = np.load(options.pairs)
    model = LogisticRegression(max_iter=2000).fit(table["features"], table["same"])
    learned = dict(zip(table["names"].tolist(), model.coef_[0].tolist(), strict=True))
    weights = {name: BY_HAND.get(name, round(weight, 2)) for name, weight in learned.items()}
    for name, weight in learned.items():
        print(f"{name:24} {weight:6.2f}{f'  by hand {BY_HAND[name]}' if name in BY_HAND else ''}")
    lines = (f"  {name}: {weight}\n" for name, weight in weights.items())
    options.out.write_text(f"{HEAD}bias: {model.intercept_[0]:.2f}\nleast: {LEAST}\nweights:\n{''.join(lines)}")


if __name__ == "__main__":
    main()
