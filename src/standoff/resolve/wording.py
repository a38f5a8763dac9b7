"""Words as they are compared: where a text's words stand, and the forms under which two of them are one.

Case, quotation marks, the shape of apostrophes, possessive endings and the dots of initials do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

INITIALS = r"[^\W\d_](?:\.[^\W\d_](?![^\W_])\.?)+"
APOSTROPHE = "['’ʼ]"
PLAIN = rf"[^\W_]{{1,2}}{APOSTROPHE}[^\W_]+|[^\W_]+(?:{APOSTROPHE}[^\W_]{{1,2}}(?![^\W_])|(?:(?<=\d)[.,]\d+)+)?"
WORD = re.compile(f"{INITIALS}|{PLAIN}")
SILENT = str.maketrans("", "", "'’ʼ.,")
POSSESSIVE = re.compile(rf"{APOSTROPHE}s$", re.IGNORECASE)
CONTRACTED_IS = frozenset({"it", "he", "she", "that", "there", "what", "who", "let", "here", "how", "where"})

# The closed classes of English: words that say how a statement is built, not what it states.
FUNCTION_WORDS = frozenset(
    """a an the this that these those such same own and or but nor so yet if then than as because while whether
    of in on at by for from to into onto with within without about over under between among against during before
    after since until upon through across around along toward towards via per up down out off above below near
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself himself herself itself ourselves themselves who whom whose which what when where why how
    be am is are was were been being have has had having do does did doing done will would shall should can could
    may might must ought not no never also too very just only even still again there here both each every any some
    all more most much many few other another s t nt re ve ll d m im ive id ill youre hes shes its were theyre thats
    dont doesnt didnt wont wouldnt cant cannot couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt
    said says say saying mr mrs ms""".split()
)
ABBREVIATED = frozenset({"us", "who"})
"""In capitals these are a state and a body. No other word is told by its capitals: headlines shout."""
# By form, or by stem for the verbs ("refuses to accept" is "will not accept").
NEGATORS = frozenset(
    """not no nt never nor neither none nobody nothing without cannot cant dont doesnt didnt wont wouldnt couldnt
    shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt unable refus reject deny deni""".split()
)
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
STEM_LETTERS = 6
"""Words whose stems begin with the same six letters are variants of one ("escalation", "escalating")."""


class Words(NamedTuple):
    """The words of a text in order: the forms compared, and where each stands."""

    forms: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    """It begins with a capital: a name, a title, or the first of its sentence."""

    def first(self, count: int) -> Words:
        """So many of them from the start."""
        return Words(self.forms[:count], self.starts[:count], self.ends[:count], self.capital[:count])


def words_of(text: str, within: Iterable[tuple[int, int]]) -> Words:
    """The words of the given stretches of a text, with their places in the text. Linear in the text."""
    found = [match for start, end in within for match in WORD.finditer(text, start, end)]
    tokens = [match[0] for match in found]
    return Words(
        [*map(form_of, tokens)],
        [match.start() for match in found],
        [match.end() for match in found],
        [token[0].isupper() for token in tokens],
    )


@lru_cache(maxsize=1 << 18)
def form_of(token: str) -> str:
    """The compared form: lower case, no possessive, no dots or apostrophes; "U.S." and "US" are not "us"."""
    bare = POSSESSIVE.sub("", token) or token
    if bare.casefold() in CONTRACTED_IS and bare != token:
        bare = token
    plain = bare.replace(",", "") if token[0].isdigit() else bare.translate(SILENT)
    lower = plain.casefold()
    return f"{lower}." if plain.isupper() and lower in ABBREVIATED else lower


@lru_cache(maxsize=1 << 18)
def stem_of(form: str) -> str:
    """The form without its inflection, cut to six letters; numbers, in digits or words, whole and in digits."""
    if form[0].isdigit():
        return form
    if form in NUMBER_WORDS:
        return NUMBER_WORDS[form]
    for ending in ("ies", "ied", "ing", "ed", "es", "s", "ly"):
        if form.endswith(ending) and len(form) - len(ending) >= 4 and not form.endswith("ss"):
            form = form[: -len(ending)]
            break
    return form[:STEM_LETTERS].rstrip("e") if len(form) > 4 else form


def is_number(stem: str) -> bool:
    """Whether a stem is a number."""
    return stem[0].isdigit()


def is_informative(form: str) -> bool:
    """Whether a form says what is stated rather than how the sentence is built."""
    return form not in FUNCTION_WORDS
