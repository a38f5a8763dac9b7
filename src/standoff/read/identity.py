"""Documents of different files that go by one id."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.core.records import Document, Gap


def repeated_ids(documents: Iterable[Document]) -> tuple[Gap, ...]:
    """A gap for each document whose given id another file has given to another document before it, by path.

    Records of one file that share an id are told when that file is read. Documents are not changed: all are kept.
    """
    groups: dict[str, dict[str, Document]] = {}
    for document in documents:
        if document.given_id is not None:
            groups.setdefault(document.given_id, {})[document.id] = document
    gaps = [gap for given, group in groups.items() for gap in _repeated(given, group.values())]
    return tuple(sorted(gaps, key=Gap.key))


def _repeated(given: str, group: Iterable[Document]) -> list[Gap]:
    """The first document stands; each later one of another file is told, and whether its text is another."""
    first, *others = sorted(group, key=lambda document: (document.path, document.id))
    gaps = []
    for document in others:
        if _file(document) == _file(first):
            continue
        text = "the same text" if document.text == first.text else "another text"
        reason = f"has the id {given!r} of {first.path} and {text}; both are kept"
        gaps.append(Gap(path=document.path, room="read", reason=reason, doc=document.id))
    return gaps


def _file(document: Document) -> str:
    """The label of the file a record stands in."""
    named = f"#{document.given_id}"
    return document.path.removesuffix(named) if document.path.endswith(named) else document.path.rsplit("#", 1)[0]
