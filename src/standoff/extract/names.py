"""Mentions by name: what the reader's entity head and the lexicon find, with the title that stands before a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from standoff.core.records import Document, Mention, Why
from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import Grammar
from standoff.extract.states import Found, as_states
from standoff.lexicon.lexicon import Lexicon

LONGEST_LISTED = 7  # words: the longest listed name is six, and an article before it
SURE = 0.85  # entity score above which a "person" outweighs a listed state of the same spelling ("Jordan")
ARTICLES = frozenset(("the", "The", "THE"))
LOCATIVE = frozenset("in at near outside inside across around throughout into from to via".split())
DEFAULT: dict[str, MentionType] = {"person": "person", "organization": "organization", "location": "place"}
CLOSED_OUT = frozenset(("VERB", "AUX", "ADV", "SCONJ", "ADP", "CCONJ"))
"""What a title has no part in, save a participle before it: "the outgoing minister"."""
RULERS = frozenset(("head_of_state", "head_of_government", "minister"))
TITLE_REACH = 8  # words before a name in which its title may begin


def find_names(document: Document, grammar: Grammar, lexicon: Lexicon) -> list[Mention]:
    """Every mention by name, in order; names of persons with their titles."""
    heard = list(_heard(grammar, lexicon))
    over = _by_word(heard)
    listed = [item for item in _listed(grammar, lexicon) if not _hides(over.get(item.start), item, grammar, lexicon)]
    under = _by_word(listed)
    kept = [own for item in heard if (own := _uncovered(item, under, grammar, lexicon)) is not None]
    found = as_states(as_persons(sorted(listed + kept), grammar), grammar, lexicon)
    return [_mention(document, grammar, lexicon, item) for item in found]


def as_persons(found: list[Found], grammar: Grammar) -> list[Found]:
    """The names, a single word that is a named person's surname in the same text being that person's everywhere."""
    persons = Counter(grammar.form(item.stop - 1) for item in found if item.type == "person")
    single = (item for item in found if item.stop - item.start == 1 and item.type != "person")
    others = Counter(grammar.form(item.start) for item in single)
    surnames = {form for form, count in persons.items() if count > others[form]}
    return [
        item._replace(type="person")
        if item.finder == "reader.names" and item.stop - item.start == 1 and grammar.form(item.start) in surnames
        else item
        for item in found
    ]


def _listed(grammar: Grammar, lexicon: Lexicon) -> Iterator[Found]:
    """The longest names at each place that the lexicon knows: bodies, states, their adjectives and seats."""
    last = len(grammar.words) - 1
    free = 0
    for at, form in [(at, form) for at, form in enumerate(grammar.spelled) if form[0].isupper() or form == "the"]:
        if at < free:
            continue
        begins = grammar.spelled[min(at + 1, last)] if form in ARTICLES else form
        found = _longest_listed(grammar, lexicon, at) if lexicon.opens_name(begins) else None
        if found is not None:
            yield found
            free = found.stop


def _longest_listed(grammar: Grammar, lexicon: Lexicon, at: int) -> Found | None:
    """The longest listed name that begins with the word."""
    sentence = grammar.words[at].sentence
    for stop in range(min(at + LONGEST_LISTED, len(grammar.words)), at, -1):
        last = grammar.words[stop - 1]
        if last.sentence != sentence or last.upos == "PUNCT" or not lexicon.closes_name(grammar.spelled[stop - 1]):
            continue
        phrase = grammar.phrase(at, stop)
        body = lexicon.body_of(phrase)
        if body is not None:
            return Found(at, stop, body.type, 1.0, "lexicon.bodies")
        kind = lexicon.state_kind(phrase)
        if kind is not None:
            return Found(at, stop, _state_type(grammar, at, kind), 1.0, f"lexicon.states: {kind}")
    return None


def _state_type(grammar: Grammar, at: int, kind: str) -> MentionType:
    """A seat of government stands for its state except where it is plainly a place: "in Moscow"."""
    before = grammar.form(at - 1).lower() if at else ""
    return "place" if kind == "seat" and before in LOCATIVE else "state"


def _heard(grammar: Grammar, lexicon: Lexicon) -> Iterator[Found]:
    """The reader's names, typed: by a listed noun they end in ("Defence Ministry"), else by the head's label."""
    for name in grammar.parse.names:
        words = _without_edges(grammar, grammar.between(name.start, name.end))
        if name.label == "person":
            words = _without_state(grammar, lexicon, _without_title(grammar, lexicon, words))
        if not len(words) or name.label not in DEFAULT:
            continue
        kind = DEFAULT[name.label]
        if kind != "person":
            words = _widened(grammar, lexicon, words)
            kind = lexicon.noun_type(grammar.phrase(words.start, words.stop)) or kind
        if name.label == "organization" and kind == "person":  # "Joint Chiefs": a body named by its members
            kind = "organization"
        yield Found(words.start, words.stop, kind, name.score, "reader.names")


def _without_title(grammar: Grammar, lexicon: Lexicon, words: range) -> range:
    """Cut the offices and forms of address that the entity head took for part of a person's name."""
    while len(words):
        office = lexicon.office_at(grammar.forms(words.start, words.stop), 0)
        if office == 0 and not lexicon.honorific(grammar.form(words.start)):
            break
        words = words[max(office, 1) :]
    return words


def _without_state(grammar: Grammar, lexicon: Lexicon, words: range) -> range:
    """Cut the state of an office from the name behind it.

    Of "President of Varnia Ilka Orlen" the reader may take "Varnia Ilka Orlen" for the name.
    """
    start = words.start
    ruled = len(words) > 2 and start > 1 and grammar.lowered[start - 1] == "of" and _rules(grammar, lexicon, start - 1)
    return words[1:] if ruled else words


def _widened(grammar: Grammar, lexicon: Lexicon, words: range) -> range:
    """Take in the capitalised words that are compounded with a body's or place's name: "Harbour" of "Harbour House"."""
    start = words.start
    while start > 0:
        word, form = grammar.words[start - 1], grammar.form(start - 1)
        own = word.upos == "PROPN" and form[:1].isupper() and word.head in words and word.deprel in ("compound", "flat")
        if not own or lexicon.state_of(form) is not None:
            break
        start -= 1
    return range(start, words.stop)


def _without_edges(grammar: Grammar, words: range) -> range:
    """Cut articles, possessive endings and marks from a name's edges."""
    start, stop = words.start, words.stop
    while start < stop and (grammar.lowered[start] == "the" or grammar.words[start].upos == "PUNCT"):
        start += 1
    while stop > start and (grammar.lowered[stop - 1] in ("'s", "’s") or grammar.words[stop - 1].upos == "PUNCT"):
        stop -= 1
    return range(start, stop)


def _by_word(found: list[Found]) -> dict[int, Found]:
    """The name that each word belongs to."""
    return {index: item for item in found for index in range(item.start, item.stop)}


def _uncovered(heard: Found, listed: Mapping[int, Found], grammar: Grammar, lexicon: Lexicon) -> Found | None:
    """A name that shares no word with a listed one; of a person's also what follows the state it begins with."""
    first = listed.get(heard.start)
    if heard.type == "person" and first is not None and first.start == heard.start:
        words = _without_title(grammar, lexicon, range(first.stop, max(first.stop, heard.stop)))
        heard = heard._replace(start=words.start)
    words = range(heard.start, heard.stop)
    return None if not words or any(index in listed for index in words) else heard


def _hides(heard: Found | None, listed: Found, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether the reader's name takes a listed one in: a longer name of it, or a person called like a state.

    Of a person whose name begins like a state's, that is so where the first word is a given name ("Georgia ...") or
    the reader is sure of a name that is not formed with an adjective ("Jordan ..."); else the state stands beside it.
    """
    if heard is None or heard.stop < listed.stop:
        return False
    longer = heard.stop - heard.start > listed.stop - listed.start
    sure = heard.type == "person" and heard.score >= SURE
    if longer and heard.type == "person" and listed.start == heard.start and listed.type in ("state", "government"):
        named = lexicon.state_kind(grammar.phrase(listed.start, listed.stop)) == "name"
        return (sure and named) or lexicon.gender_of(grammar.form(listed.start)) is not None
    return longer or (sure and listed.type == "state")


def _mention(document: Document, grammar: Grammar, lexicon: Lexicon, item: Found) -> Mention:
    words = grammar.words
    name = document.span(words[item.start].start, words[item.stop - 1].end)
    why = Why(item.finder, round(item.score, 4), item.type)
    if item.type != "person":
        return Mention(at=name, type=item.type, form="name", name=name, why=why)
    start, role = title_before(grammar, lexicon, item.start)
    at = document.span(words[start].start, name.end)
    span = None if role is None else document.span(words[role.start].start, words[role.stop - 1].end)
    return Mention(at=at, type="person", form="name", name=name, role=span, why=why)


def title_before(grammar: Grammar, lexicon: Lexicon, name: int) -> tuple[int, range | None]:
    """Where the mention of the person whose name begins at ``name`` begins, and the words of the title before it.

    "Mr" and "Dr" belong to the mention but are no role. An office ("Secretary of State") takes the states and
    bodies before it along ("U.S. ...", "White House ..."), and so does a noun for a person ("counterpart").
    """
    start = name
    while start > 0 and lexicon.honorific(grammar.form(start - 1)):
        start -= 1
    office = _office_before(grammar, lexicon, start)
    if office == start:
        return start, None
    edge = office
    while edge > 0 and _widens(grammar, lexicon, edge - 1, name):
        edge -= 1
    while edge < office and grammar.words[edge].upos in ("PUNCT", "CCONJ", "ADP"):
        edge += 1
    role = edge
    while role < start - 1 and grammar.words[role].upos in ("DET", "PRON", "PUNCT"):
        role += 1
    return edge, range(role, start)


def _office_before(grammar: Grammar, lexicon: Lexicon, stop: int) -> int:
    """The first word of the longest office, or noun for a person, that ends just before ``stop``; else ``stop``.

    An office may have its state behind it: "President of Varnia Ilka Orlen".
    """
    before = _before_state(grammar, lexicon, stop)
    if before != stop:
        return _office_before(grammar, lexicon, before)
    sentence = grammar.words[min(stop, len(grammar.words) - 1)].sentence
    low = max(0, stop - TITLE_REACH)
    forms = grammar.forms(low, stop)
    for start in range(low, stop) if forms and lexicon.closes_office(forms[-1]) else ():
        if grammar.words[start].sentence == sentence and lexicon.office_at(forms, start - low) == stop - start:
            return start
    if stop > 0 and grammar.words[stop - 1].sentence == sentence:
        word = grammar.words[stop - 1]
        if word.upos in ("NOUN", "PROPN") and lexicon.noun_type(grammar.form(stop - 1)) == "person":
            return stop - 1
    return stop


def _before_state(grammar: Grammar, lexicon: Lexicon, stop: int) -> int:
    """Where "of Varnia" begins that stands between an office and ``stop``; ``stop`` where none does."""
    for start in range(stop - 2, max(0, stop - 5), -1):
        if grammar.lowered[start] == "of" and grammar.words[start].sentence == grammar.words[stop - 1].sentence:
            named = lexicon.state_of(grammar.phrase(start + 1, stop)) is not None or stop - start == 2
            return start if named and _rules(grammar, lexicon, start) else stop
    return stop


def _rules(grammar: Grammar, lexicon: Lexicon, stop: int) -> bool:
    """Whether an office that rules a state ends just before ``stop``."""
    words = grammar.forms(max(0, stop - TITLE_REACH), stop)
    return any(
        lexicon.office_at(words, start) == len(words) - start and lexicon.office_rank(" ".join(words[start:])) in RULERS
        for start in range(len(words))
    )


def _widens(grammar: Grammar, lexicon: Lexicon, index: int, name: int) -> bool:
    """Whether the word before a title is part of the mention: a modifier of it in the same sentence."""
    word = grammar.words[index]
    if word.sentence != grammar.words[name].sentence or (word.upos in CLOSED_OUT and word.deprel != "amod"):
        return False
    if word.upos == "ADJ" and word.deprel == "amod" and word.head < index:
        return True  # the parser hung it on a noun before it, where no adjective of that noun stands
    if word.upos == "PUNCT":
        return index > 0 and grammar.words[index - 1].end == word.start and word.end == grammar.words[index + 1].start
    if (
        word.head >= index
        and word.head <= name
        and word.deprel in ("det", "amod", "compound", "nmod:poss", "flat", "case")
    ):
        return True
    return lexicon.state_of(grammar.form(index)) is not None
