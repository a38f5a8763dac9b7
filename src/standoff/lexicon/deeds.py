"""Deeds of crises by the words that name them, what each is a case of, and what it breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.inflect import verb_forms, with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "deeds"
NEAR = 6
"""Words between a head and its companions; what stands farther off belongs to another phrase. Swept from 3 to 12 on
the example crisis: below 6 obligations fall apart, above nothing changes."""


class DeedLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"parents": "is"}):
    """One deed of ``deeds.yaml``; each field a comma-separated list."""

    verbs: str = ""
    nouns: str = ""
    parents: str = ""
    against: str = ""


class DeedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``deeds.yaml``."""

    classes: dict[str, str]
    deeds: dict[str, DeedLines]
    broad: str
    stand_ins: str
    single: str
    lasting: str
    carrying: str
    excluding: str
    ending: str
    things: str
    irregular: str


class Entry(msgspec.Struct, frozen=True):
    """A deed named by a head word, where a form of each companion stands near it."""

    deed: str
    companions: tuple[frozenset[str], ...]


class Deeds(msgspec.Struct, frozen=True, eq=False):
    """The deeds of ``deeds.yaml`` by the forms of their words."""

    entries: Mapping[str, tuple[Entry, ...]]
    """By the form of the head."""
    above: Mapping[str, frozenset[str]]
    """Each deed with all that it is a case of, itself included."""
    broken: Mapping[str, frozenset[str]]
    """What each deed breaks."""
    broken_by: Mapping[str, frozenset[str]]
    broad: frozenset[str]
    stand_ins: frozenset[str]
    single: frozenset[str]
    lasting: frozenset[str]
    carrying: frozenset[str]
    excluding: frozenset[str]
    ending: frozenset[str]
    things: frozenset[str]
    words: frozenset[str]
    """Every form that can name a deed."""

    def at(self, forms: Sequence[str], place: int) -> frozenset[str]:
        """The deeds that the word at a place of a stretch names; those of the entries with most companions."""
        return frozenset(entry.deed for entry in self._fitting(forms, place))

    def claimed(self, forms: Sequence[str], place: int) -> frozenset[int]:
        """The places of words that stand beside the one at a place to name its deeds: "truce" of "break the truce"."""
        beside = {word for entry in self._fitting(forms, place) for words in entry.companions for word in words}
        return frozenset(near for near in _around(forms, place) if forms[near] in beside)

    def _fitting(self, forms: Sequence[str], place: int) -> list[Entry]:
        """The entries of the word at a place whose companions are near: those with most, of these the nearest."""
        fitting = [
            (len(entry.companions), -far, entry)
            for entry in self.entries.get(forms[place], ())
            if (far := _farthest(entry, forms, place)) is not None
        ]
        best = max((each[:2] for each in fitting), default=None)
        return [entry for *rank, entry in fitting if tuple(rank) == best]

    def entails(self, deed: str, other: str) -> bool:
        """Whether whoever does the one has done the other."""
        return other in self.above[deed]

    def enemies(self, deed: str) -> frozenset[str]:
        """The deeds that break this one."""
        return self.broken_by[deed]

    def breaks(self, deed: str, other: str) -> bool:
        """Whether who owes the other breaks it by the one."""
        return other in self.broken[deed]


def load_deeds() -> Deeds:
    """The deeds of ``deeds.yaml``. Raises ``ResourceError``: for a name not listed, and for a circle."""
    lines = load(FILE, DeedFile)
    irregular = _irregular(lines.irregular)
    classes = {name: _any_form(listed(words), irregular) for name, words in lines.classes.items()}
    entries: dict[str, list[Entry]] = defaultdict(list)
    for deed, each in lines.deeds.items():
        for form, entry in _entries(deed, each, classes, irregular):
            entries[form].append(entry)
    parents = {deed: _known(each.parents, lines.deeds, deed) for deed, each in lines.deeds.items()}
    above = {deed: _closure(deed, parents, ()) for deed in parents}
    against = {deed: _known(each.against, lines.deeds, deed) for deed, each in lines.deeds.items()}
    broken = {deed: _broken(deed, above, against) for deed in above}
    return Deeds(
        entries={form: tuple(dict.fromkeys(found)) for form, found in entries.items()},
        above=above,
        broken=broken,
        broken_by={deed: frozenset(other for other, harmed in broken.items() if deed in harmed) for deed in above},
        broad=frozenset(_known(lines.broad, lines.deeds, "broad")),
        stand_ins=frozenset(_known(lines.stand_ins, lines.deeds, "stand_ins")),
        single=frozenset(_known(lines.single, lines.deeds, "single")),
        lasting=frozenset(_known(lines.lasting, lines.deeds, "lasting")),
        carrying=_any_form(listed(lines.carrying), irregular),
        excluding=frozenset(listed(lines.excluding)),
        ending=frozenset(listed(lines.ending)),
        things=frozenset(form for word in listed(lines.things) for form in (word, with_s(word))),
        words=frozenset(entries),
    )


def _around(forms: Sequence[str], place: int) -> list[int]:
    """The places near one, itself left out."""
    return [near for near in range(max(place - NEAR, 0), min(place + 1 + NEAR, len(forms))) if near != place]


def _farthest(entry: Entry, forms: Sequence[str], place: int) -> int | None:
    """How far off the farthest companion of an entry stands; ``None`` where one does not stand near."""
    far = 0
    for words in entry.companions:
        near = [abs(each - place) for each in _around(forms, place) if forms[each] in words]
        if not near:
            return None
        far = max(far, min(near))
    return far


def plain(word: str) -> str:
    """A word as it is looked up: "build-up" is "buildup"."""
    return word.replace("-", "")


def _entries(
    deed: str, lines: DeedLines, classes: Mapping[str, frozenset[str]], irregular: Mapping[str, frozenset[str]]
) -> Iterable[tuple[str, Entry]]:
    """Every form of every head with its entry."""
    for field, nouns in ((lines.verbs, False), (lines.nouns, True)):
        for phrase in listed(field):
            head, *rest = phrase.split(" ")
            entry = Entry(deed, tuple(_companion(word, classes, irregular, phrase) for word in rest))
            forms = {plain(head), with_s(plain(head))} if nouns else _verb(plain(head), irregular)
            yield from ((form, entry) for form in sorted(forms))


def _companion(
    word: str, classes: Mapping[str, frozenset[str]], irregular: Mapping[str, frozenset[str]], phrase: str
) -> frozenset[str]:
    if not word.startswith("["):
        return _any_form((word,), irregular)
    if word.strip("[]") not in classes:
        raise ResourceError(f"resources/{FILE}.yaml: {phrase!r} has the class {word}, which is not listed")
    return classes[word.strip("[]")]


def _verb(word: str, irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return irregular.get(word) or verb_forms(word)


def _any_form(words: Iterable[str], irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    bare = [plain(word) for word in words]
    return frozenset(form for word in bare for form in (*_verb(word, irregular), with_s(word)))


def _irregular(line: str) -> dict[str, frozenset[str]]:
    forms = [entry.split() for entry in listed(line)]
    return index(FILE, ((each[0], frozenset(each)) for each in forms))


def _known(line: str, deeds: Mapping[str, DeedLines], where: str) -> tuple[str, ...]:
    names = listed(line)
    unknown = [name for name in names if name not in deeds]
    if unknown:
        raise ResourceError(f"resources/{FILE}.yaml: {where} names the deed {unknown[0]!r}, which is not listed")
    return names


def _closure(deed: str, parents: Mapping[str, tuple[str, ...]], below: tuple[str, ...]) -> frozenset[str]:
    if deed in below:
        raise ResourceError(f"resources/{FILE}.yaml: {deed!r} is a case of itself, by way of {below[-1]!r}")
    higher = (_closure(parent, parents, (*below, deed)) for parent in parents[deed])
    return frozenset({deed}).union(*higher)


def _broken(deed: str, above: Mapping[str, frozenset[str]], against: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """What the deed, or something that it is a case of, is against, with all cases of that."""
    direct = {other for each in above[deed] for other in against[each]}
    return frozenset(other for other, higher in above.items() if higher & direct)
