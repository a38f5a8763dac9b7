"""Names out of corpora whose spans hold whole phrases ("the Norland foreign minister Ann Lee", "Norland troops").

Capital letters say which part of a phrase is its name. Where they do not, the words are unlabelled: a wrong
"outside" teaches more harm than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from training.corpora.proper_names import CALENDAR, DEMONYM, MISC, TITLES
from training.example import UNLABELLED, Ints

PERSON, ORGANIZATION, LOCATION = 1, 3, 5
Span = tuple[int, int, int]
"""Start and end in the text, and the label that begins such a name."""
# What may stand between two capitalised words of one name.
LINKS = frozenset("of the and for & - ' ’ 's ’s al el bin ibn abu de la der von van ul ad ar".split())
# Words of offices; a person's name starts after the last of them.
OFFICES = TITLES | frozenset(
    (
        "state defense defence foreign affairs treasury home interior spokesman spokeswoman spokesperson member "
        "vice-president under-secretary undersecretary assistant acting special envoy presidential commander-in-chief "
        "parliamentary chancellor leader department office forces united nations security council central command "
        "force joint task coalition army navy air marine corps brig staff"
    ).split()
)
SENTENCE_ENDS = frozenset('. ! ? : " “ ” • * ) - ` ``'.split())
NOT_NAMES = frozenset("the a an i we he she it they our his her its their this that these those".split())
# A short list of what may follow a name inside the phrase of that name ("Ann Lee, who", "the Party in").
AFTER = frozenset("who which that in from at on".split())


def label_names(text: str, words: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Ints:
    """A label a word. Longer names win over shorter ones inside, locations over organizations of the same words."""
    forms = [text[start:end] for start, end in words]
    parts = sorted(_parts(text, words, forms, spans), key=_preference)
    labels = np.array([UNLABELLED if _open(text, words, forms, i) else 0 for i in range(len(forms))], np.int64)
    taken = np.zeros(len(forms), bool)
    for start, stop, label in parts:
        if taken[start:stop].any():
            continue
        taken[start:stop] = True
        labels[start:stop] = label + 1 if label > 0 else label
        labels[start] = label
    return labels


def _preference(part: tuple[int, int, int]) -> tuple[int, int, bool, int]:
    start, stop, label = part
    return start - stop, start, label != LOCATION, -label if label == UNLABELLED else label


def _open(text: str, words: Sequence[tuple[int, int]], forms: Sequence[str], index: int) -> bool:
    """Whether a word that no name holds may be one that the corpus passed over."""
    low = forms[index].lower().strip(".")
    if not forms[index][:1].isupper() or low in TITLES or low in CALENDAR or low == "i":
        return False
    before = text[words[index - 1][1] : words[index][0]] if index else "\n"
    return not ("\n" in before or forms[index - 1] in SENTENCE_ENDS)


def _parts(
    text: str, words: Sequence[tuple[int, int]], forms: Sequence[str], spans: Sequence[Span]
) -> Iterator[tuple[int, int, int]]:
    """The names in the spans, as words: start, stop, label or ``UNLABELLED``."""
    starts, ends = [start for start, _ in words], [end for _, end in words]
    for start, end, label in sorted(spans):
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
        if first >= last or starts[first] < start or ends[last - 1] > end:
            continue  # it begins or ends inside of a word
        for index, (left, right) in enumerate(list(_capitalised(text, words, forms, first, last))):
            yield from _named(forms, (left, right), last, label if index == 0 or label == LOCATION else UNLABELLED)


def _named(forms: Sequence[str], part: tuple[int, int], stop: int, label: int) -> Iterator[tuple[int, int, int]]:
    """A capitalised part of a phrase that ends at ``stop``, cut to the name of the phrase."""
    left, right = part
    if label == PERSON:
        left = max((i + 1 for i in range(left, right) if forms[i].lower().strip(".") in OFFICES), default=left)
        while left < right and not forms[left][:1].isupper():
            left += 1
    if left == right:
        return
    followed = right < stop and forms[right][:1].isalpha() and forms[right].lower() not in AFTER
    if CALENDAR.issuperset(form.lower() for form in forms[left:right]):
        label = UNLABELLED
    if label != MISC and (followed or not any(re.match(r"\w{2}", form) for form in forms[left:right])):
        label = UNLABELLED  # "Norland troops": a name, but of what kind?
    elif right - left == 1 and _is_people(forms[left], label):
        label = MISC
    yield left, right, label


def _is_people(form: str, label: int) -> bool:
    """Whether a name of one word is a nationality ("Norlandish"), whatever its kind."""
    if not re.fullmatch(r"[A-Z][a-z]+", form):
        return False
    if label == ORGANIZATION:
        return DEMONYM.search(form) is not None
    return label == LOCATION and re.search(r"(?:[ie]an|ese|ish)s?$", form) is not None


def _capitalised(
    text: str, words: Sequence[tuple[int, int]], forms: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words in ``[first, last)``, with the small words between them; no leading article."""
    start = stop = -1
    for index in range(first, last):
        form = forms[index]
        big = form[:1].isupper() or (form[:1].isdigit() and stop == index) or _glued(words, forms, index)
        line = stop > 0 and "\n" in text[words[stop - 1][1] : words[index][0]]
        if start >= 0 and (line or not (big or _links(forms, start, index))):
            yield start, stop
            start = -1
        if not big or (start < 0 and form.lower() in NOT_NAMES):
            continue
        if start < 0:
            start = index - 2 if index - 2 >= first and [*forms[index - 2 : index]] == ["al", "-"] else index
        stop = index + 1
    if start >= 0:
        yield start, stop


def _links(forms: Sequence[str], start: int, index: int) -> bool:
    """Whether a small word may go on with the name begun at ``start``; "and" joins two names but after "of"."""
    form = forms[index].lower()
    return form in LINKS and (form != "and" or any(f in ("of", "for") for f in forms[start:index]))


def _glued(words: Sequence[tuple[int, int]], forms: Sequence[str], index: int) -> bool:
    """Whether a word goes on after an apostrophe inside of it, as in "Al-Ja'far"."""
    joined = index >= 2 and words[index - 2][1] == words[index - 1][0] and words[index - 1][1] == words[index][0]
    return joined and forms[index - 1] in ("'", "’", "‘", "ʼ") and forms[index][:1].isalpha()
