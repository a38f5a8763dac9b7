"""Count the table of lemmas: ``python -m training.lemmas DATA FOLDER``.

DATA holds ``ud/`` as for ``training.train``. Writes ``FOLDER/lemmas.json``: the suffix rules that most word types
follow, and as exceptions the words they get wrong. The same trees always give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from standoff.parse.lemmas import APOSTROPHES, CASED, LONGEST, Lemmas, by_rule, group_of, lemma_in
from training.corpora.universal_dependencies import features_of
from training.forms import further_words, irregular_forms, regular_forms

GAIN = 2  # more word types that a rule must get right than the shorter rule it replaces; 1 learns single words
SURE = 0.75  # share of its types that a rule must get right to compare adjectives: few that end in "-er" are compared
LISTED = 2  # how often a listed irregular form counts as seen: more than an annotator's slip, less than usage
TYPOS = 3  # times a misspelling must be seen to be learned
CAPITALS = 3  # times a lemma must be seen with capitals, and its word never without, to be learned with them
LONGEST_FORM = 24  # letters; beyond are addresses and stretched-out cries
OPEN = ("ADJ", "ADV", "AUX", "NOUN", "PROPN", "VERB")
"""The word classes that inflect by rule; the others are lists of words, which the exceptions hold."""
INFLECTED = ("NOUN", "VERB")
"""Those of which made-up forms teach rules as well: most of their words have all forms, but few adjectives compare."""
ABOUT = (
    "Lemmas of English words: exceptions by lower-cased form, and what replaces a suffix. Counted by "
    "training/lemmas.py from the UD English treebanks EWT (CC BY-SA 4.0) and GUM (CC BY 4.0)."
)
Tables = dict[str, dict[str, str]]
Key = tuple[str, str, str]
"""A lower-cased form, a word class, a group of forms."""
Counts = dict[Key, Counter[str]]
"""How often each lemma."""
Known = dict[Key, str]


class Row(NamedTuple):
    """One word of a treebank."""

    form: str
    lemma: str
    upos: str
    features: str
    """Cut as in ``Word.features``."""
    typo: bool


def rows(path: Path) -> Iterator[Row]:
    """The words of a CoNLL-U file that have a lemma."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit() and (cells[2] != "_" or cells[1] == "_"):
                yield Row(cells[1], cells[2], cells[3], features_of(cells[5]), "Typo=Yes" in cells[5])


def learn(paths: Iterable[Path]) -> dict[str, object]:
    """The contents of ``lemmas.json``, learned from CoNLL-U files."""
    counts = counted([row for path in paths for row in rows(path)])
    made = _made({key: _most(found) for key, found in counts.items()})
    counts |= {key: Counter([lemma]) for key, lemma in made.items()}
    known = {key: _most(found) for key, found in counts.items()}
    rules = _rules({key: lemma for key, lemma in known.items() if key not in made or key[1] in INFLECTED})
    return {"about": ABOUT, "exceptions": _exceptions(known, counts, Lemmas(ABOUT, {}, rules)), "rules": rules}


def counted(words: list[Row]) -> Counts:
    """The lemmas of each form; a misspelling only where it is frequent and no word is spelt so."""
    counts: Counts = defaultdict(Counter)
    typos: Counts = defaultdict(Counter)
    for word in words:
        plain = word.form.lower().translate(APOSTROPHES)
        into = typos if word.typo else counts
        if len(plain) <= LONGEST_FORM and _digits(plain) == _digits(word.lemma):
            into[plain, word.upos, group_of(word.features)][word.lemma.translate(APOSTROPHES)] += 1
    for form, upos, group, lemma in irregular_forms():
        counts[form, upos, group][lemma] += LISTED
    spelt = {key[:2] for key in counts}
    for key, found in typos.items():
        if key[:2] not in spelt and found.total() >= TYPOS:
            counts[key] = found
    return _cased(counts)


def _digits(word: str) -> str:
    """What may not change: a lemma of other digits is a slip ("60th" of "100th") or a joke ("2" of "to")."""
    return "".join(letter for letter in word if letter.isdigit())


def _cased(counts: Counts) -> Counts:
    """The same with lower-case lemmas, but for names and for words that are always written with capitals."""
    capitals: Counts = defaultdict(Counter)
    for (form, upos, _), found in counts.items():
        capitals[form, upos, ""] += found
    kept: Counts = {}
    for (form, upos, group), found in counts.items():
        whole = capitals[form, upos, ""]
        keep = (
            upos in CASED
            or upos == "PRON"  # "I"
            or (whole.total() >= CAPITALS and upos != "VERB" and not any(lemma.islower() for lemma in whole))
        )
        kept[form, upos, group] = found if keep else _lowered(found)
    return kept


def _lowered(found: Counter[str]) -> Counter[str]:
    lowered: Counter[str] = Counter()
    for lemma, times in found.items():
        lowered[lemma.lower()] += times
    return lowered


def _most(found: Counter[str]) -> str:
    """The most frequent; of equals the first in order."""
    return min(found, key=lambda lemma: (-found[lemma], lemma))


def _made(known: Known) -> Known:
    """Regular forms of the known words that no tree shows; also of nouns as verbs ("time", "timed").

    Adverbs compare only where they are adjectives too ("hard"). Where a verb's lemma is nowhere written and a known
    verb has the form, the annotator slipped ("ranged" of "rang").
    """
    inflected = {(lemma, upos, group) for (_, upos, group), lemma in known.items() if group != "plain"}
    words = sorted({(lemma, upos) for (form, upos, _), lemma in known.items() if form == lemma and form.isalpha()})
    words = sorted({*words, *further_words()})
    seen = set(words)
    words = [word for word in words if word[1] != "ADV" or (word[0], "ADJ") in seen]
    nouns = (word for word, upos in words if upos == "NOUN" and not word.endswith("s"))
    words += [(word, "VERB") for word in sorted(nouns) if (word, "VERB") not in seen]
    made: Known = {}
    for word, upos in words:
        for form, _, group, lemma in regular_forms(word, upos):
            there = known.get((form, upos, group))
            slip = there is not None and upos == "VERB" and (there, upos) not in seen
            fresh = there is None and (not group or (lemma, upos, group) not in inflected)
            if slip or fresh:
                made.setdefault((form, upos, group), lemma)
    return made


def _rules(known: Known) -> Tables:
    """A table for each open word class, from all its forms, and one for each group of its forms."""
    types: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for (form, upos, group), lemma in known.items():
        if upos not in OPEN or not form.isalpha():
            continue
        if upos != "PROPN":  # a name of unknown features stays as it is
            types[upos].add((form, lemma.lower()))
        if group:
            types[f"{upos} {group}"].add((form, lemma.lower()))
        if upos == "NOUN" and group == "plural":
            types["PROPN plural"].add((form, lemma.lower()))
    return {name: _suffixes(pairs, SURE if name[:3] in ("ADJ", "ADV") else 0) for name, pairs in sorted(types.items())}


def _suffixes(pairs: set[tuple[str, str]], share: float) -> dict[str, str]:
    """Rules from short to long, each kept only where it betters the shorter one that would act in its place."""
    rules = {"": ""}
    for size in range(1, LONGEST + 1):
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        types: Counter[str] = Counter()
        for form, lemma in pairs:
            at = len(form) - size
            if at >= 0:
                types[form[at:]] += 1
            if at >= 0 and lemma.startswith(form[:at]):
                votes[form[at:]][lemma[at:]] += 1
        for suffix, found in sorted(votes.items()):
            best, now = _most(found), by_rule(suffix, rules)
            sure = now != suffix or found[best] >= share * types[suffix]
            if sure and found[best] - found[now] >= GAIN:
                rules[suffix] = best
    return dict(sorted(rules.items()))


def _exceptions(known: Known, counts: Counts, bare: Lemmas) -> Tables:
    """Words that the rules get wrong: under the word class, and where its groups differ, under the group as well.

    The features are themselves a guess where the tables are used, so each word but names must come out right
    without them.
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, upos, group in sorted(known):
        if upos != "PROPN" or _expands(form, group, counts):
            groups[form, upos].append(group)
    found: Tables = defaultdict(dict)
    for (form, upos), mine in groups.items():
        whole = _most(sum((counts[form, upos, group] for group in mine), Counter()))
        asked = [(group, known[form, upos, group]) for group in mine]
        if upos != "PROPN":
            asked.append(("", whole))
        if all(_same(lemma_in(form, upos, group, bare), lemma, upos) for group, lemma in asked):
            continue
        found[upos][form] = whole
        for group in mine:
            if group and known[form, upos, group] != whole:
                found[f"{upos} {group}"][form] = known[form, upos, group]
    return {name: dict(sorted(table.items())) for name, table in sorted(found.items())}


def _expands(form: str, group: str, counts: Counts) -> bool:
    """Whether a name's lemma is to be learned: of plurals and marked abbreviations; "Jan" may be a person."""
    return (group == "plural" or form.endswith(".")) and counts[form, "PROPN", group].total() > 1


def _same(one: str, other: str, upos: str) -> bool:
    """Whether two lemmas agree; of names only the letters count, since their casing is the text's."""
    return one.lower() == other.lower() if upos in CASED else one == other


def write(learned: dict[str, object], folder: Path) -> None:
    """Write ``lemmas.json`` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(learned, ensure_ascii=False, indent=0, sort_keys=True)
    (folder / "lemmas.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    write(learn(options.data / "ud" / f"en_{name}-train.conllu" for name in ("ewt", "gum")), options.folder)


if __name__ == "__main__":
    main()
