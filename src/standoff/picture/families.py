"""Reports that share words, family by family: what the picture of lineage puts below one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff.core.vocabulary import Relation
from standoff.picture.records import Copying, Report

OF_ACCOUNT = 12
"""Reports drawn of one account: those that others were made from, then the earliest."""


class Family(msgspec.Struct, frozen=True):
    """Accounts that ties hold together, the biggest first; the reports of each in order of days."""

    accounts: tuple[tuple[Report, ...], ...]

    def reports(self) -> list[Report]:
        """All of them, account after account."""
        return [report for account in self.accounts for report in account]


class Bundle(msgspec.Struct, frozen=True):
    """Ties drawn as one: all that was made of one report in one way, or all that share a text in one way."""

    relation: Relation
    origin: str | None
    members: tuple[str, ...]
    """Ids of reports, without the origin."""


def families(reports: Mapping[str, Report], ties: Iterable[Copying]) -> list[Family]:
    """Families of more than one report, those of most reports first."""
    by_account: dict[str, list[Report]] = defaultdict(list)
    for report in reports.values():
        by_account[report.account].append(report)
    ties = list(ties)
    links = [(reports[tie.origin].account, reports[tie.made].account) for tie in ties]
    origins = {tie.origin for tie in ties if tie.directed}
    found = [
        Family(tuple(sorted((_shown(by_account[name], origins) for name in group), key=_account_key)))
        for group in components(by_account, links)
        if len(group) > 1 or len(by_account[group[0]]) > 1
    ]
    return sorted(found, key=lambda one: (-len(one.reports()), -len(one.accounts), day_key(one.accounts[0][0])))


def _shown(account: Iterable[Report], origins: set[str]) -> tuple[Report, ...]:
    first = sorted(account, key=lambda one: (one.id not in origins, day_key(one)))
    return tuple(sorted(first[:OF_ACCOUNT], key=day_key))


def _account_key(account: Sequence[Report]) -> tuple[int, tuple[bool, str, str]]:
    return -len(account), day_key(account[0])


def day_key(report: Report) -> tuple[bool, str, str]:
    """What reports are sorted by: their day, those without one last."""
    return report.published is None, str(report.published), report.id


def components(nodes: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components, each sorted, in the order of their first nodes."""
    of: dict[str, str] = {node: node for node in nodes}

    def root(node: str) -> str:
        while of[node] != node:
            of[node] = of[of[node]]
            node = of[node]
        return node

    for left, right in links:
        low, high = sorted((root(left), root(right)))
        of[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for node in sorted(of):
        groups[root(node)].append(node)
    return [groups[first] for first in sorted(groups)]


def bundles(ties: Iterable[Copying]) -> list[Bundle]:
    """Ties as few lines: one for each origin and relation, one for each group that shares a text."""
    made: dict[tuple[str, Relation], set[str]] = defaultdict(set)
    shared: dict[Relation, set[tuple[str, str]]] = defaultdict(set)
    for tie in ties:
        if tie.directed:
            made[tie.origin, tie.relation].add(tie.made)
        else:
            shared[tie.relation].add((tie.origin, tie.made))
    directed = [Bundle(relation, origin, tuple(sorted(made[origin, relation]))) for origin, relation in sorted(made)]
    groups = [
        Bundle(relation, None, tuple(group))
        for relation in sorted(shared)
        for group in components({end for pair in shared[relation] for end in pair}, sorted(shared[relation]))
    ]
    return [*directed, *groups]
