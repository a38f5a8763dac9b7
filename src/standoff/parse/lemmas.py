"""The dictionary form of a word, looked up: no network, no grammar.

Exceptions first, then rules by suffix, as in Morpha (Minnen, Carroll and Pearce 2001), with the word class given.
Both tables are counted from the UD English treebanks by ``training/lemmas.py``. Lemmas are lower-case, but for names
("Ukrainians", "Ukrainian") and the few words that English always writes with capitals ("Chinese", "I").
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

import msgspec

from standoff.core.errors import ResourceError

LONGEST = 7  # letters of a rule's suffix; longer ones are single words, which the exceptions hold
APOSTROPHES = str.maketrans("’‘ʼ", "'''")
CASED = frozenset({"PROPN", "X", "SYM"})
"""Word classes whose lemma keeps the casing of the text: names, foreign words, symbols."""


class Lemmas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables, each under a word class ("VERB"), or a word class and a group of forms ("VERB past")."""

    about: str
    exceptions: dict[str, dict[str, str]]
    """Lower-cased forms to their lemmas."""
    rules: dict[str, dict[str, str]]
    """Suffixes to what replaces them; the longest that fits is used."""


def load_lemmas() -> Lemmas:
    """The tables that ship with the weights. Raises ``ResourceError``."""
    path = files("standoff") / "parse" / "weights" / "lemmas.json"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"{path} cannot be read: {error}; reinstall the package") from error
    try:
        return msgspec.json.decode(data, type=Lemmas)
    except msgspec.DecodeError as error:
        raise ResourceError(f"{path} holds no lemmas: {error}; reinstall the package") from error


def lemma_of(form: str, upos: str, features: str, lemmas: Lemmas) -> str:
    """The lemma of a word as UD English writes it; some text for any word of at least one character.

    ``features`` are as in ``Word.features``. Where they are empty or unheard of, the word class alone decides.
    """
    return lemma_in(form, upos, group_of(features), lemmas)


def lemma_in(form: str, upos: str, group: str, lemmas: Lemmas) -> str:
    """The same for a form whose group is known."""
    plain = form.lower().translate(APOSTROPHES)
    name = f"{upos} {group}"
    found = lemmas.exceptions.get(name, {}).get(plain) or lemmas.exceptions.get(upos, {}).get(plain)
    if found is not None:
        return found
    if upos == "NUM":
        return _number(form, plain)
    rules = lemmas.rules.get(name) or lemmas.rules.get(upos, {})
    return by_rule(form if upos in CASED else plain, rules)


def group_of(features: str) -> str:
    """Which of a word's forms this is, as far as its ending tells: "" where there are no features."""
    if "Tense=Past" in features:
        return "past"
    if "VerbForm=Ger" in features or ("VerbForm=Part" in features and "Tense=Pres" in features):
        return "ing"
    if "Tense=Pres" in features and "Number=Sing" in features and "Person=3" in features:
        return "third"
    if "VerbForm=" not in features and "Number=Plur" in features:
        return "plural"
    return "plain" if features else ""


def by_rule(form: str, rules: Mapping[str, str]) -> str:
    """The form with its longest known suffix replaced; the form itself where that would leave nothing."""
    tail = form[-LONGEST:].lower()
    for size in range(min(len(tail), len(form)), -1, -1):
        at = len(form) - size
        replacement = rules.get(tail[len(tail) - size :])
        if replacement is not None:
            return form[:at] + _like(form[at:], replacement) or form
    return form


def _like(suffix: str, replacement: str) -> str:
    """The replacement in the suffix's casing, and the suffix itself as far as the two agree."""
    same = 0
    while same < min(len(suffix), len(replacement)) and suffix[same].lower() == replacement[same]:
        same += 1
    rest = replacement[same:]
    return suffix[:same] + (rest.upper() if suffix.isupper() else rest)


def _number(form: str, plain: str) -> str:
    """Digits without the commas that group them; Roman numerals keep their capitals."""
    if form[0:1].isdigit():
        return plain.replace(",", "") or form
    return form if form.isupper() and set(form) <= set("IVXLCDM") else plain
