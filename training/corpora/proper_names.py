"""Names in Universal Dependencies trees, by the conventions of Universal NER (Mayhew et al. 2024).

A name is a proper noun with what belongs to it: its flat and compound parts ("San Francisco Bulletin"), its
capitalised modifiers ("White House"), the proper noun after "of" ("Bank of Norland"). Articles, titles
("President", "Mr."), possessive marks at the end, months and weekdays are not part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from training.example import UNLABELLED

KINDS = {"person": 1, "organization": 3, "place": 5}
MISC = 7
CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
        "weds thu thur thurs fri sat sun"
    ).split()
)
TITLES = frozenset(
    (
        "mr mrs ms miss dr drs doctor prof professor rev reverend hon sir lord lady dame pope king queen prince "
        "princess emperor sheikh shaikh sheik imam ayatollah president vice-president chairman chairwoman chancellor "
        "premier prime minister deputy secretary ambassador senator sen congressman congresswoman representative rep "
        "governor gov mayor judge justice general gen lieutenant lt colonel col major maj captain capt sergeant sgt "
        "corporal cpl private pvt admiral adm commander cmdr marshal officer detective inspector chief director "
        "ceo cfo coo pm fm vice protector father brother sister mom dad mum uncle aunt grandma grandpa mommy daddy "
        "mother attorney madam speaker"
    ).split()
)
TIED = frozenset(("flat", "compound", "goeswith", "amod", "nummod", "desc"))
GAP = frozenset(("ADP", "DET", "CCONJ", "PART"))
MARKS = frozenset("- – & , . ' ’ /".split())
# Adjectives that open a sentence are in capitals in any case; these open names.
OPENERS = frozenset("new united north south east west northern southern eastern western white royal".split())
DEMONYM = re.compile(r"(?:[ai]ns?|ese|ish|is|i|ites?|men|man)$")
PEOPLE = re.compile(r"(?:[ie]ans|icans|ese)$")
ADDRESS = re.compile(r"@|://|^www\.|\.(?:com|org|net)$", re.IGNORECASE)

Run = list[int]
"""The words of one name in order; function words between them are not listed."""


class Parsed(Protocol):
    """One sentence: a column each; ``heads`` are indices in the sentence, its own at the root."""

    forms: list[str]
    upos: list[str]
    heads: list[int]
    deprels: list[str]
    entities: list[tuple[int, int, str]]


def names_of(sentence: Parsed) -> list[int]:
    """A label a word for the name head, from the kinds of the entities that the treebank marks.

    A proper noun that heads no entity is unlabelled, for the kind of its name is not known.
    """
    capitals = [index > 0 and form[:1].isupper() for index, form in enumerate(sentence.forms)]
    # A capitalised adjective outside of a name is mostly a nationality: some corpora name it, Universal NER does not.
    doubtful = [big and tag == "ADJ" for big, tag in zip(capitals, sentence.upos, strict=True)]
    labels = [UNLABELLED if doubt else 0 for doubt in doubtful]
    heads = _entity_heads(sentence)
    for run in name_runs(sentence):
        top = _top(sentence, run)
        spans = sorted((stop - start, kind) for head, start, stop, kind in heads if head == top)
        kind = spans[0][1] if spans else ""
        label = _label(sentence, run, kind)
        labels[run[0] : run[-1] + 1] = [label + 1 if label > 0 else label] * (run[-1] + 1 - run[0])
        labels[run[0]] = label
    return labels


def _label(sentence: Parsed, run: Run, kind: str) -> int:
    if not kind:
        return UNLABELLED
    if kind == "time":
        return 0
    alone = len(run) == 1 and run[0] > 0 and sentence.upos[run[0] - 1] in ("DET", "ADJ", "NUM")
    last = sentence.forms[run[-1]]
    if kind == "person" and (PEOPLE.search(last) or (alone and DEMONYM.search(last))):
        return MISC  # "an American": a nationality, as in the names beside PolNeAR
    return KINDS.get(kind, MISC)


def proper_of(sentence: Parsed) -> list[int]:
    """What the tree alone says of names: 1 in some name, 2 inside of one, 0 in none, -100 not known."""
    shouting = sum(form.isupper() for form in sentence.forms) * 2 > len(sentence.forms)
    labels = [UNLABELLED if _doubtful(sentence, i) else 0 for i in range(len(sentence.forms))]
    if shouting:
        labels = [UNLABELLED if tag in ("ADJ", "NOUN") else n for n, tag in zip(labels, sentence.upos, strict=True)]
    for run in name_runs(sentence):
        labels[run[0] : run[-1] + 1] = [UNLABELLED] * (run[-1] + 1 - run[0])
        for index, before in zip(run, [-2, *run], strict=False):
            if sentence.upos[index] == "PROPN":
                labels[index] = 2 if before == index - 1 else 1
    return labels


def _doubtful(sentence: Parsed, index: int) -> bool:
    """Whether a word outside the names of the tree may yet be part of one."""
    form, tag = sentence.forms[index], sentence.upos[index]
    if tag == "X" or "@" in form:
        return True
    if tag == "PART":  # "Wendy's" is a name with its mark, "Norland's capital" is not
        return index > 0 and sentence.upos[index - 1] == "PROPN"
    opens = index == 0 and (tag != "ADJ" or sentence.upos[sentence.heads[index]] != "PROPN")
    return not opens and form[:1].isupper() and tag in ("ADJ", "NOUN", "VERB", "ADV", "NUM", "DET")


def name_runs(sentence: Parsed) -> Iterator[Run]:
    """The names of a sentence in order, disjoint; each holds a proper noun."""
    group = list(range(len(sentence.forms)))
    joined = [bool(_join(sentence, index)) for index in group]
    for index, head in enumerate(sentence.heads):
        if joined[index]:
            old, new = group[index], group[head]
            group = [new if g == old else g for g in group]
    run: Run = []
    for index, upos in enumerate(sentence.upos):
        if (upos != "PROPN" and not joined[index]) or ADDRESS.search(sentence.forms[index]):
            continue
        if run and not (group[index] == group[run[-1]] and _bridged(sentence, run[-1], index)):
            yield from _trimmed(sentence, run)
            run = []
        run.append(index)
    yield from _trimmed(sentence, run)


def _bridged(sentence: Parsed, left: int, right: int) -> bool:
    """Whether two words of a group stand together, or with only function words of a name between them."""
    if right == left + 1:
        above = left
        for _ in range(right):  # as many steps as there can be: a broken tree may hold a circle
            if above < right and _join(sentence, above) in TIED:
                above = sentence.heads[above]
        return _join(sentence, right) in TIED or above >= right
    between = range(left + 1, right)
    return right - left <= 4 and all(sentence.upos[i] in GAP or sentence.forms[i] in MARKS for i in between)


def _trimmed(sentence: Parsed, run: Run) -> Iterator[Run]:
    """The run without the titles before it; nothing where no proper noun but days and months is left."""
    words = [sentence.forms[i].lower().strip(".") for i in run]
    start = 0
    while start < len(run) and (words[start] in TITLES or sentence.upos[run[start]] == "NUM"):
        if start + 1 < len(run) and run[start + 1] > run[start] + 1 and start == 0:
            break  # "King's College"
        start += 1
    left = [word for i, word in zip(run[start:], words[start:], strict=True) if sentence.upos[i] == "PROPN"]
    if left and not CALENDAR.issuperset(left):
        yield run[start:]


def _join(sentence: Parsed, index: int) -> str:
    """How a word is part of its head's name: a relation, "desc", "poss", "of" or "for"; empty where it is not."""
    head, relation = sentence.heads[index], sentence.deprels[index]
    if head == index or sentence.upos[head] != "PROPN":
        return ""
    kind = relation.split(":")[0]
    if sentence.upos[index] != "PROPN":
        return kind if kind == "flat" or _modifies(sentence, index, kind) else ""
    if kind in ("flat", "compound", "goeswith"):
        return kind
    if relation == "nmod:desc":
        return "" if _is_title(sentence, index) else "desc"
    return _loose_join(sentence, index, relation)


def _loose_join(sentence: Parsed, index: int, relation: str) -> str:
    """The joins of two proper nouns that stand apart."""
    head, join = sentence.heads[index], ""
    if relation == "conj" and index > head:  # "Department of Housing and Works"
        join = "conj" if _join(sentence, head) in ("of", "for") else ""
    elif relation == "nmod:poss":  # "King's College", where the entities say that the king is none of his own
        join = "poss" if sentence.entities and index + 2 == head else ""
    elif relation == "nmod" and index > head and not (_is_title(sentence, head) or _is_person(sentence, head)):
        case = _case(sentence, index)
        join = case if case in ("of", "for") else ""
    return join if join == "of" or not _headed(sentence, index) else ""


def _modifies(sentence: Parsed, index: int, kind: str) -> bool:
    """Whether a word that is no proper noun is a part of the name after it, as in "White House"."""
    if kind not in ("amod", "compound", "nummod") or _is_title(sentence, sentence.heads[index]):
        return False
    form = sentence.forms[index]
    return index < sentence.heads[index] and (form[:1].isupper() if index else form.lower() in OPENERS)


def _is_title(sentence: Parsed, index: int) -> bool:
    return sentence.forms[index].lower().strip(".") in TITLES


def _is_person(sentence: Parsed, index: int) -> bool:
    """Whether a word heads a person, so that what follows "of" is another name ("Ann Lee of the Gazette")."""
    if sentence.entities:
        return any(head == index and kind == "person" for head, _, _, kind in _entity_heads(sentence))
    return any(h == index and r == "flat" for h, r in zip(sentence.heads, sentence.deprels, strict=True))


def _headed(sentence: Parsed, index: int) -> bool:
    """Whether a word heads a person, an organization or a place of its own."""
    return any(head == index and kind in KINDS for head, _, _, kind in _entity_heads(sentence))


def _case(sentence: Parsed, index: int) -> str:
    """The preposition of a word, lower case; empty where it has none."""
    for place in range(index):
        if sentence.heads[place] == index and sentence.deprels[place] == "case":
            return sentence.forms[place].lower()
    return ""


def _top(sentence: Parsed, run: Run) -> int:
    """The word of a run whose head lies outside of it."""
    return next((i for i in run if sentence.heads[i] == i or sentence.heads[i] not in run), run[0])


def _entity_heads(sentence: Parsed) -> list[tuple[int, int, int, str]]:
    found = []
    for start, stop, kind in sentence.entities:
        inside = range(start, stop)
        head = next((i for i in inside if sentence.heads[i] == i or sentence.heads[i] not in inside), start)
        found.append((head, start, stop, kind))
    return found
