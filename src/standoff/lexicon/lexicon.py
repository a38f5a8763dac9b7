"""The knowledge in one immutable record, built once and passed as an argument."""

from collections.abc import Sequence

import msgspec

from standoff.core.vocabulary import Act, MentionType
from standoff.lexicon.actors import ActorWords, load_actor_words
from standoff.lexicon.acts import ActWords, load_act_words
from standoff.lexicon.bodies import Bodies, Body, load_bodies
from standoff.lexicon.commitments import CommitmentWords, load_commitment_words
from standoff.lexicon.common_words import CommonWords, load_common_words
from standoff.lexicon.cues import Cues, load_cues
from standoff.lexicon.deeds import Deeds, load_deeds
from standoff.lexicon.differences import DifferenceWords, load_difference_words
from standoff.lexicon.english import load_small_words
from standoff.lexicon.event_types import EventTypes, load_event_types
from standoff.lexicon.factuality import Factualities, load_factualities
from standoff.lexicon.happenings import HappeningWeights, load_happening_weights
from standoff.lexicon.measures import MeasureWords, load_measure_words
from standoff.lexicon.names import Gender, GivenNames, load_names
from standoff.lexicon.nouns import Nouns, load_nouns
from standoff.lexicon.offices import Offices, Rank, load_offices
from standoff.lexicon.originals import OriginalWords, load_original_words
from standoff.lexicon.phrases import closing, opening, plain, without_article
from standoff.lexicon.plover import Plover, load_plover
from standoff.lexicon.quantities import Quantities, load_quantities
from standoff.lexicon.statements import load_statements
from standoff.lexicon.states import StateKind, States, load_states
from standoff.lexicon.times import TimeWords, load_times
from standoff.lexicon.word_vectors import WordVectors, load_word_vectors

# "the Democratic Republic of the Congo's" is the longest state in front of a body: six words without the article.
LONGEST_STATE = 6
# That state, "of" and the longest body of many states stay below; more words are a sentence, not a name.
LONGEST_NAME = 16


class Lexicon(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """What the words of crisis news mean before any text is read. Every lookup is a dictionary's."""

    states: States
    bodies: Bodies
    nouns: Nouns
    offices: Offices
    cues: Cues
    names: GivenNames
    statements: frozenset[str]
    small_words: frozenset[str]
    times: TimeWords
    plover: Plover
    event_types: EventTypes
    commitments: CommitmentWords
    factualities: Factualities
    acts: ActWords
    quantities: Quantities
    originals: OriginalWords
    deeds: Deeds
    actors: ActorWords
    measures: MeasureWords
    differences: DifferenceWords
    word_vectors: WordVectors
    happenings: HappeningWeights
    common_words: CommonWords

    def state_of(self, phrase: str) -> str | None:
        """The ISO 3166 code of a state's name, adjective, people or seat; None for anything else."""
        found = self.states.find(phrase)
        return found[0] if found else None

    def state_kind(self, phrase: str) -> StateKind | None:
        """Which kind of word for a state the phrase is."""
        found = self.states.find(phrase)
        return found[1] if found else None

    def state_name(self, code: str) -> str:
        """The short English name of a state. Raises ``KeyError`` for a code the lexicon does not have."""
        return self.states.names[code]

    def state_adjective(self, code: str) -> str:
        """The adjective of a state, or its name where it has none of its own."""
        return self.states.adjectives.get(code, self.state_name(code))

    def body_of(self, phrase: str) -> Body | None:
        """The named body, also behind its state: "Russian Foreign Ministry", "Ukraine's Security Council"."""
        return self.bodies.words.find(phrase) or self.body_of_state(phrase)

    def opens_name(self, word: str) -> bool:
        """Whether a name of a state or body may begin with the word; most words of a text are ruled out by it."""
        letters = opening(word)
        return letters in self.states.openings or letters in self.bodies.openings

    def closes_name(self, word: str) -> bool:
        """Whether a name of a state or body may end with the word; also true of a possessive ending by itself."""
        letters = closing(word)
        return not letters or letters in self.states.closings or letters in self.bodies.closings

    def body_of_state(self, phrase: str) -> Body | None:
        """A body of many states ("foreign ministry", in any case) with the state beside it filled in."""
        words = without_article(plain(phrase)).split()
        if not 1 < len(words) <= LONGEST_NAME or not (words[-1].lower() in self.bodies.shared_ends or "of" in words):
            return None
        before = ((words[:cut], words[cut:]) for cut in range(1, min(len(words), LONGEST_STATE + 1)))
        behind = ((words[cut + 1 :], words[:cut]) for cut, word in enumerate(words) if word == "of" and cut)
        for state, body in (*before, *behind):
            found = self.bodies.shared.get(" ".join(body).lower())
            code = self.state_of(" ".join(state)) if found else None
            if found and code:
                name = f"{self.state_adjective(code)} {found.name}"
                return Body(name=name, type=found.type, state=code, names=(name,))
        return None

    def noun_type(self, phrase: str) -> MentionType | None:
        """The type of actor a common noun, or a phrase that ends in one, describes; any case, any number."""
        return self.nouns.type_of(phrase)

    def is_plural(self, word: str) -> bool:
        """Whether the word is a listed noun in the plural ("officials", "troops")."""
        return word.lower() in self.nouns.singulars

    def singular_of(self, word: str) -> str | None:
        """The singular of a listed plural; the word itself where only the plural is in use ("troops")."""
        return self.nouns.singulars.get(word.lower())

    def plural_of(self, word: str) -> str | None:
        """The plural of a listed singular."""
        return self.nouns.plurals.get(word.lower())

    def is_unnamed_source(self, word: str) -> bool:
        """Whether the noun, singular or plural, is one that news leave without a name ("official", "diplomats")."""
        return word.lower() in self.nouns.unnamed

    def office_at(self, words: Sequence[str], start: int) -> int:
        """How many words from ``start`` form an office or title, modifiers and endings included; 0 if none."""
        return self.offices.length_at(words, start)

    def closes_office(self, word: str) -> bool:
        """Whether an office or title may end with the word; most words of a text are ruled out by it."""
        return self.offices.may_end(word)

    def office_rank(self, phrase: str) -> Rank | None:
        """The rank of an office: head of state, minister, spokesperson, ..."""
        return self.offices.rank_of(phrase)

    def honorific(self, word: str) -> bool:
        """Whether the word is one of address before a name ("Mr.", "Dame")."""
        return word.rstrip(".").lower() in self.offices.honorifics

    def gender_of(self, word: str) -> Gender | None:
        """What a title, a noun for a person or a given name tells; None where it tells nothing."""
        bare = word.rstrip(".").lower()
        told = self.offices.honorifics.get(bare) or self.offices.genders.get(bare) or self.nouns.gender_of(bare)
        return told or self.names.gender_of(word)

    def same_given_name(self, one: str, other: str) -> bool:
        """Whether two given names are one name in other letters or a short form ("Antony", "Tony")."""
        return self.names.same(one, other)

    def act_of(self, words: Sequence[str]) -> Act | None:
        """The act of a cue by its words, in any inflection; None for a cue the lexicon does not have."""
        return self.cues.act_of(words)

    def is_statement(self, noun: str) -> bool:
        """Whether the noun is for a text that speaks for its issuer ("statement", "readout")."""
        return noun.lower() in self.statements

    def is_reporting_verb(self, word: str) -> bool:
        """Whether the word is a form of a verb that often takes a quote ("said", "adding")."""
        return word.lower() in self.cues.quoting


def load_lexicon() -> Lexicon:
    """The lexicon of the package's knowledge files. Raises ``ResourceError`` that names the file and the entry."""
    return Lexicon(
        states=load_states(),
        bodies=load_bodies(),
        nouns=load_nouns(),
        offices=load_offices(),
        cues=load_cues(),
        names=load_names(),
        statements=load_statements(),
        small_words=load_small_words(),
        times=load_times(),
        plover=load_plover(),
        event_types=load_event_types(),
        commitments=load_commitment_words(),
        factualities=load_factualities(),
        acts=load_act_words(),
        quantities=load_quantities(),
        originals=load_original_words(),
        deeds=load_deeds(),
        actors=load_actor_words(),
        measures=load_measure_words(),
        differences=load_difference_words(),
        word_vectors=load_word_vectors(),
        happenings=load_happening_weights(),
        common_words=load_common_words(),
    )
