"""Groups that grow by joining two of them (union-find, Tarjan 1975); the lesser number stands for a group."""

from __future__ import annotations

from collections.abc import Iterator


class Clusters:
    """The numbers from 0 on, each in a group of its own at first."""

    def __init__(self, size: int) -> None:
        """Begin with ``size`` groups."""
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        """The number that stands for the group; the way there is shortened."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(self, one: int, other: int) -> bool:
        """Make two groups one; false where they were."""
        left, right = sorted((self.root(one), self.root(other)))
        self._parent[right] = left
        return left != right

    def roots(self) -> Iterator[int]:
        """Of every number its group, in order."""
        return (self.root(index) for index in range(len(self._parent)))
