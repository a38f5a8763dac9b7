"""The field's closed word lists, as types: a value outside them fails while it is decoded."""

from typing import Literal, get_args

MentionType = Literal["person", "organization", "state", "government", "alliance", "military", "place", "media"]
Form = Literal["name", "description", "pronoun"]
Mode = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "asserts",
    "denies",
    "demands",
    "promises",
    "threatens",
    "warns",
    "rejects",
    "accuses",
    "reaffirms",
    "proposes",
    "asks",
    "declines",
]
Basis = Literal["metadata", "byline", "text", "linked"]
OutletBasis = Literal["metadata", "credit", "dateline", "address"]
Room = Literal["read", "parse", "extract", "resolve"]
TimeType = Literal["date", "time", "duration", "set"]
"""The types of TIMEX3 (TimeML 1.2.1)."""
WhenBasis = Literal["explicit", "published", "reference", "attribution", "event", "linked"]
"""What an interval rests on: the words themselves; the document's date; another time in the text; for an event also
the time of the attribution that carries it, or of another mention of the same event in the text; a date of the
document that other documents told."""
Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
"""What a time is told in: the periods of the calendar."""
Way = Literal["past", "future", "last", "next", "nearest"]
"""Which of a period that comes again: up to now or from now on, now included; strictly before or after; the nearest."""
TimeModifier = Literal["START", "MID", "END", "BEFORE", "AFTER", "ON_OR_AFTER"]
"""Where inside its period a time is, as the ``mod`` of TIMEX3 writes it: early, mid, late, earlier, later; since it."""
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""The event types of PLOVER (Open Event Data Alliance)."""
Factuality = Literal["occurred", "ongoing", "scheduled", "hypothetical", "denied"]
Hedge = Literal["about", "up to", "more than", "at least", "less than", "at most", "as many as", "nearly", "vague"]
"""How a figure is hedged, whatever the words; "vague" for "tens of thousands" and "several"."""
FigureStatus = Literal["actual", "planned", "past"]
Force = Literal["threat", "promise", "demand", "red_line", "refusal"]
Strength = Literal["will", "would", "may", "considering", "ruled out"]
Polarity = Literal["positive", "negative"]
Relation = Literal["copy", "rewrite", "excerpt", "shared_release"]
Tense = Literal["past", "present", "future"]
Status = Literal["conditional", "detached", "satisfied", "violated", "expired", "cancelled", "undecidable"]
"""The life cycle of a commitment (Singh 1999; Yolum and Singh 2002): detached when its antecedent holds or it has none;
undecidable where the sides dispute what moved it."""
Check = Literal["figures", "wording", "readout", "dates", "names", "attribution", "factuality", "condition"]
"""In what two accounts disagree."""
Cause = Literal["rounding", "definition", "other day", "damage", "update", "dispute", "unknown"]
"""What likely made accounts disagree: a rounded number; another thing counted or meant; another day spoken of;
translation or copying; a later state; a real conflict."""
Severity = Literal["slight", "notable", "grave"]
Agreement = Literal["both", "left", "right", "opposed"]
"""What two sides' accounts of one meeting make of a point: both say it, one says it, they oppose each other on it."""
Effect = Literal["triggered", "satisfied", "violated", "cancelled"]
"""What a happening does to an obligation."""
Verdict = Literal["same", "different", "unsure", "right", "wrong"]
"""A person's decision on two records, or on one; "unsure" takes an earlier one back."""

MENTION_TYPES: tuple[MentionType, ...] = get_args(MentionType)
ACTS: tuple[Act, ...] = get_args(Act)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)

ACT_ORDER: tuple[Act, ...] = (
    "demands",
    "threatens",
    "warns",
    "promises",
    "denies",
    "rejects",
    "accuses",
    "proposes",
    "reaffirms",
    "asks",
    "declines",
    "asserts",
)
"""What a reader of a crisis looks for first."""
