"""Everything that was said as it is compared: statements of reports, sentences of originals, who speaks, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from standoff.core.findings import Actor
from standoff.core.records import Attribution, Why
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.speakers import Voice, speakers_of, voice
from standoff.resolve.reports import Reports
from standoff.resolve.utterances.likeness import Likeness, Statement, likeness, make_statements
from standoff.resolve.utterances.moments import Moment, moment_of_original, moments_of
from standoff.resolve.utterances.originals import Original, find_originals
from standoff.resolve.utterances.sentences import sentences_of
from standoff.resolve.utterances.sides import Sides
from standoff.resolve.wording import words_of

OWN_WORDS = Why("resolve.utterances", 1.0, "a sentence of the speaker's own text")


@dataclass(frozen=True)
class Hearing:
    """Every statement with what is known of it; statements are named by index, the lists are by statement."""

    statements: Sequence[Statement]
    docs: Sequence[str]
    speakers: Sequence[Actor | None]
    sides: Sequence[str | None]
    moments: Sequence[Moment]
    originals: Sequence[Original | None]
    """The original it stands in."""
    sentence: Sequence[bool]
    """It is a sentence of an original and no attribution."""
    same: Mapping[int, frozenset[int]]
    """Those that a person called the same."""
    different: Mapping[int, frozenset[int]]
    """Those that a person told from it."""
    compare: Callable[[int, int], Likeness]
    """Takes the lesser index first."""

    def likeness(self, one: int, other: int) -> Likeness:
        """How close two statements are."""
        return self.compare(min(one, other), max(one, other))

    def voice(self, one: int, other: int) -> Voice:
        """What is known of their speakers; an original speaks for all of its side, whoever it is that says it there."""
        if self.sentence[one] or self.sentence[other]:
            left, right = self.sides[one], self.sides[other]
            return "different" if left is not None and right is not None and left != right else "open"
        return voice(self.speakers[one], self.speakers[other])

    def one_side(self, one: int, other: int) -> bool:
        """Whether one is a sentence of an original and the other is told from somebody of its side."""
        alone = self.sentence[one] != self.sentence[other]
        return alone and self.sides[one] is not None and self.sides[one] == self.sides[other]

    def doc(self, index: int) -> str:
        """The document a statement stands in."""
        return self.docs[index]


def hear(reports: Reports, lexicon: Lexicon) -> Hearing:
    """All attributions of reports, and the sentences of the originals among them. Raises ``KeyError`` as below."""
    sides = Sides(reports.actors.values(), lexicon)
    originals = find_originals(reports.documents.values(), sides, lexicon)
    own = {each.id: each for each in _sentences(reports, originals)}
    statements = _statements(reports, own.values())
    speakers = speakers_of(reports.studies, list(reports.actors.values()))
    moments = _moments(reports, originals)
    index = {each.id: number for number, each in enumerate(statements)}

    @cache
    def compare(left: int, right: int) -> Likeness:
        return likeness(statements[left], statements[right])

    held = [originals.get(each.attribution.doc) for each in statements]
    return Hearing(
        statements=statements,
        docs=[each.attribution.doc for each in statements],
        speakers=[speakers.get(each.id) for each in statements],
        sides=[
            original.side
            if each.id in own and original is not None
            else sides.of(speakers.get(each.id))
            if own
            else None
            for each, original in zip(statements, held, strict=True)
        ],
        moments=[
            moment_of_original(original.document) if original is not None else moments[each.id]
            for each, original in zip(statements, held, strict=True)
        ],
        originals=held,
        sentence=[each.id in own for each in statements],
        same=_ruled(reports.rulings.same, index),
        different=_ruled(reports.rulings.different, index),
        compare=compare,
    )


def _statements(reports: Reports, sentences: Iterable[Attribution]) -> list[Statement]:
    """Every attribution and sentence with its words and its account. Raises ``KeyError`` where it has none."""
    said = (each for study in reports.studies for each in study.attributions)
    return make_statements(
        (
            each,
            reports.account_of[each.doc],
            words_of(reports.documents[each.doc].text, [(span.start, span.end) for span in each.content]),
        )
        for each in (*said, *sentences)
    )


def _sentences(reports: Reports, originals: Mapping[str, Original]) -> Iterator[Attribution]:
    """The sentences of the originals, as if attributed to nobody; not those that are an attribution as they stand."""
    for study in reports.studies:
        original = originals.get(study.doc)
        for span in sentences_of(original.document, study) if original is not None else ():
            each = sentence(span)
            if each.id not in reports.attributions:
                yield each


def sentence(span: Span) -> Attribution:
    """A sentence in the speaker's own voice."""
    return Attribution(source=None, cue=None, content=(span,), mode="direct", act="asserts", why=OWN_WORDS)


def _moments(reports: Reports, originals: Mapping[str, Original]) -> dict[str, Moment]:
    found: dict[str, Moment] = {}
    for study in reports.studies:
        if study.doc not in originals:
            said = moments_of(reports.documents[study.doc], study.attributions, study.times)
            found.update((each.id, moment) for each, moment in zip(study.attributions, said, strict=True))
    return found


def _ruled(pairs: Iterable[tuple[str, str]], index: Mapping[str, int]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        if left in index and right in index and left != right:
            found[index[left]].add(index[right])
            found[index[right]].add(index[left])
    return {each: frozenset(others) for each, others in found.items()}
