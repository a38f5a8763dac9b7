"""Joins the names of persons that are one person: within a text first, then full names, then bare surnames.

Each step asks for less than all pairs. Full names are compared where their surnames may be one; a surname that a text
leaves bare is compared with those who bear it. Best matches come first; refused is one that would put two different
given names together, and one of a name that fits two different persons equally well: a shared surname never chains two
people together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.clusters import Clusters
from standoff.resolve.actors.people import Match, Name, Named, given_names, is_full, match, surname
from standoff.resolve.actors.spelling import skeleton
from standoff.resolve.actors.surnames import Bearer, Bearers, join_leftover

MOST = 60
"""Names of one block that are compared with one another; in a longer, sorted block each with the next ones only
(the sorted neighbourhood of Hernandez and Stolfo 1995), so that the cost grows with the names and not with their pairs.
"""


class Persons(NamedTuple):
    """The outcome: a cluster number for each name, and the matches that made the clusters."""

    clusters: list[int]
    used: list[Match]


class _Work:
    """The names sorted, who is with whom so far, and which full names each cluster holds."""

    def __init__(self, named: Sequence[Named], lexicon: Lexicon) -> None:
        self.named = named
        self.lexicon = lexicon
        self.clusters = Clusters(len(named))
        self.full: dict[int, frozenset[Name]] = {
            i: frozenset((item.name,)) if len(item.name) > 1 else frozenset() for i, item in enumerate(named)
        }
        self.used: list[Match] = []
        self._parted: dict[tuple[str, str], bool] = {}

    def root(self, index: int) -> int:
        return self.clusters.root(index)

    def fulls(self, index: int) -> frozenset[Name]:
        return self.full[self.root(index)]

    def apart(self, one: int, other: int) -> bool:
        """Whether the two clusters have given names that differ."""
        return self._differ(self.fulls(one), self.fulls(other))

    def _differ(self, left: Iterable[Name], right: Iterable[Name]) -> bool:
        """Whether a given name of one side differs from one of the other; of many spellings the first ones count."""
        ones, others = (sorted({name[0] for name in names})[:MOST] for names in (left, right))
        return any(one != other and self._part(one, other) for one in ones for other in others)

    def _part(self, one: str, other: str) -> bool:
        """Whether two given names differ; asked of many clusters."""
        known = self._parted.get((one, other))
        if known is None:
            known = given_names((one, ""), (other, ""), self.lexicon) == "differ"
            self._parted[one, other] = known
        return known

    def join(self, found: Match) -> bool:
        left, right = sorted((self.root(found.left), self.root(found.right)))
        if left == right or self._differ(self.full[left], self.full[right]):
            return False
        self.clusters.join(left, right)
        self.full[left] |= self.full.pop(right)
        self.used.append(found)
        return True


def join_persons(named: Sequence[Named], lexicon: Lexicon) -> Persons:
    """Who of these is one person. The order of ``named`` decides nothing: ties go by text and name."""
    order = sorted(range(len(named)), key=lambda i: (named[i].doc, named[i].name, named[i].mentions))
    work = _Work([named[i] for i in order], lexicon)
    _join_within_texts(work)
    _join_equal(work)
    _join_full_names(work)
    _join_bare_names(work)
    place = dict(enumerate(order))
    lowest: dict[int, int] = {}
    for at, root in enumerate(work.clusters.roots()):
        lowest[root] = min(lowest.get(root, len(named)), place[at])
    clusters = [0] * len(named)
    for at, root in enumerate(work.clusters.roots()):
        clusters[place[at]] = lowest[root]
    return Persons(clusters, [m._replace(left=place[m.left], right=place[m.right]) for m in work.used])


def _best_first(matches: Iterable[Match | None], work: _Work) -> list[Match]:
    def places(found: Match) -> list[tuple[str, Name]]:
        return sorted((work.named[index].doc, work.named[index].name) for index in (found.left, found.right))

    return sorted((found for found in matches if found is not None), key=lambda found: (-found.score, places(found)))


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; of a large one each with the next ones."""
    if len(block) <= MOST:
        yield from combinations(block, 2)
        return
    for place, one in enumerate(block):
        yield from ((one, other) for other in block[place + 1 : place + 1 + MOST // 2])


# Within a text -----------------------------------------------------------------------------------------------------


def _join_within_texts(work: _Work) -> None:
    texts: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(work.named):
        texts[item.doc].append(index)
    for members in texts.values():
        named = work.named
        found = _best_first(
            (match(i, j, named[i], named[j], work.lexicon) for i, j in _text_pairs(members, work)), work
        )
        _join_clear(found, work)


def _text_pairs(members: Sequence[int], work: _Work) -> Iterator[tuple[int, int]]:
    """Pairs of a text's names worth a look: that begin or end alike, sound alike, or share a word."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index in members:
        name = work.named[index].name
        last = surname(name)
        for key in {f"{last[:2]}-", f"-{last[-3:]}", f"~{skeleton(last)}", last, name[0]}:
            blocks[key].append(index)
    yield from sorted({pair for block in blocks.values() if len(block) > 1 for pair in _pairs(sorted(block))})


def _join_clear(matches: Sequence[Match], work: _Work) -> None:
    """Join by the matches, in order, save those of a bare surname that fits another, different person as well."""
    rivals: dict[int, list[Match]] = defaultdict(list)
    for found in matches:
        rivals[found.left].append(found)
        rivals[found.right].append(found)
    for found in matches:
        if not any(_ambiguous(index, found, rivals, work) for index in (found.left, found.right)):
            work.join(found)


def _ambiguous(index: int, found: Match, rivals: Mapping[int, list[Match]], work: _Work) -> bool:
    """Whether the name at ``index``, still a surname bare or with initials, fits another, different person as well."""
    if any(is_full(name) for name in work.fulls(index)):
        return False
    mine = found.left + found.right - index
    return any(work.apart(mine, m.left + m.right - index) for m in rivals[index] if m.score >= found.score)


# Full names --------------------------------------------------------------------------------------------------------


def _join_equal(work: _Work) -> None:
    """Full names that are letter for letter the same are one person's in all texts."""
    first: dict[Name, int] = {}
    for index, item in enumerate(work.named):
        if is_full(item.name) and first.setdefault(item.name, index) != index:
            work.join(Match(first[item.name], index, 0.95, "the same name"))


def _join_full_names(work: _Work) -> None:
    """Full names that differ: the surname in other letters, the given name short or in other letters."""
    named = work.named
    offices: dict[Name, set[str]] = defaultdict(set)
    first: dict[Name, int] = {}
    for index, item in enumerate(named):
        if is_full(item.name):
            first.setdefault(item.name, index)
            offices[item.name] |= item.offices
    known = {name: named[index]._replace(offices=frozenset(offices[name])) for name, index in first.items()}
    pairs = sorted({pair for block in _name_blocks(sorted(first), work.lexicon) for pair in _name_pairs(block)})
    found = (match(first[one], first[other], known[one], known[other], work.lexicon) for one, other in pairs)
    _join_clear(_best_first(found, work), work)


def _name_blocks(names: Sequence[Name], lexicon: Lexicon) -> Iterator[list[Name]]:
    """Names worth a look, each block sorted by surname.

    Their given names are of one group of spellings or begin with one sound, and their surnames share three letters at
    the beginning, four at the end, or their sound.
    """
    blocks: dict[tuple[object, str], list[Name]] = defaultdict(list)
    for name in names:
        last = surname(name)
        ends = {f"letters {last[:3]}", f"end {last[-4:]}", f"sound {skeleton(last)}"}
        for given in {lexicon.names.groups.get(name[0], -1), skeleton(name[0])[:1]} - {-1}:
            for end in ends:
                blocks[given, end].append(name)
    ordered = sorted(blocks.items(), key=lambda item: (str(item[0][0]), item[0][1]))
    return (sorted(block, key=lambda name: (surname(name), name)) for _, block in ordered)


def _name_pairs(block: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    for one, other in _pairs(range(len(block))):
        left, right = sorted((block[one], block[other]))
        yield left, right


# Bare surnames -----------------------------------------------------------------------------------------------------


def _join_bare_names(work: _Work) -> None:
    """Surnames that a text leaves bare: each with the one who bears it, the rest with one another."""
    bearers: dict[int, Bearer] = {}
    bare: dict[int, Named] = {}
    for index, item in enumerate(work.named):
        root = work.root(index)
        if any(is_full(name) for name in work.full[root]):
            longest = max((name for name in work.full[root] if is_full(name)), key=lambda name: (len(name), name))
            bearers.setdefault(root, Bearer(root, item._replace(name=longest))).add(item)
        else:
            bare[root] = _both(bare[root], item) if root in bare else item
    known = Bearers(bearers.values(), work.lexicon)
    claims = [(at, *known.claim(at, item)) for at, item in sorted(bare.items())]
    for found in _best_first((found for _, found, _ in claims), work):
        work.join(found)
    left = [(at, bare[at]) for at, found, _ in claims if found is None]
    closed = frozenset(at for at, found, fits in claims if found is None and fits)
    for found in join_leftover(left, closed, work.lexicon):
        work.join(found)


def _both(one: Named, other: Named) -> Named:
    """Two names of one text as one: the longer name, all offices and mentions."""
    longer = max(one.name, other.name, key=lambda name: (len(name), name))
    return one._replace(
        name=longer,
        offices=one.offices | other.offices,
        mentions=tuple(sorted(one.mentions + other.mentions)),
        gender=one.gender or other.gender,
    )
