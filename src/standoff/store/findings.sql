-- What holds across documents: derived, emptied as soon as documents or studies change --------------------------

-- One row: the version of the rules that drew the findings below; NULL while a build has not drawn them.
CREATE TABLE findings (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version TEXT,
    judgements INTEGER NOT NULL -- how many they honour, the first ones; those given since wait for the next build
);

INSERT INTO findings (one, version, judgements) VALUES (1, '', 0);

CREATE TABLE gaps (
    position INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    room TEXT NOT NULL,
    reason TEXT NOT NULL,
    document TEXT
);

CREATE INDEX gaps_document ON gaps (document);

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

CREATE TABLE account_documents (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL UNIQUE REFERENCES documents (id),
    PRIMARY KEY (account, position)
) WITHOUT ROWID;

CREATE TABLE lineages (
    position INTEGER PRIMARY KEY,
    "left" TEXT NOT NULL REFERENCES documents (id),
    "right" TEXT NOT NULL REFERENCES documents (id),
    relation TEXT NOT NULL,
    score REAL NOT NULL,
    origin TEXT REFERENCES documents (id), -- the one that the other was made from; NULL: nothing tells
    direction_finder TEXT, -- why that one
    direction_score REAL,
    direction_detail TEXT,
    direction_runner_up TEXT
);

CREATE INDEX lineages_left ON lineages ("left");
CREATE INDEX lineages_right ON lineages ("right");
CREATE INDEX lineages_origin ON lineages (origin);
CREATE INDEX lineages_relation ON lineages (relation, position);

CREATE TABLE passages (
    lineage INTEGER NOT NULL REFERENCES lineages (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    left_start INTEGER NOT NULL,
    left_end INTEGER NOT NULL,
    right_start INTEGER NOT NULL,
    right_end INTEGER NOT NULL,
    PRIMARY KEY (lineage, position)
) WITHOUT ROWID;

-- Documents about one event and what follows from it; each document is in exactly one.
CREATE TABLE topics (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    central TEXT NOT NULL REFERENCES documents (id), -- its title names the topic
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX topics_central ON topics (central);

CREATE TABLE topic_documents (
    topic TEXT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL UNIQUE REFERENCES documents (id),
    PRIMARY KEY (topic, position)
) WITHOUT ROWID;

CREATE TABLE actors (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)), -- 0: no text gives a name ("a senior official")
    country TEXT -- ISO 3166-1 alpha-2 of a state that has one
);

CREATE INDEX actors_name ON actors (named DESC, name COLLATE NOCASE, id);
CREATE INDEX actors_country ON actors (country) WHERE country IS NOT NULL;

CREATE TABLE actor_names (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

CREATE TABLE actor_mentions (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    mention TEXT NOT NULL UNIQUE REFERENCES mentions (id),
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

CREATE TABLE actor_roles (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    tense TEXT NOT NULL, -- held, held once, or to come
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

CREATE INDEX actor_roles_document ON actor_roles (document);

-- Why two names are one actor.
CREATE TABLE joins (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT,
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

-- Whom an actor stands for where a text means another by it ("the palace" for a state).
CREATE TABLE metonyms (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT,
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

-- Several for one metonym: it stays open which is meant.
CREATE TABLE metonym_actors (
    actor TEXT NOT NULL,
    metonym INTEGER NOT NULL,
    position INTEGER NOT NULL,
    stands_for TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (actor, metonym, position),
    FOREIGN KEY (actor, metonym) REFERENCES metonyms (actor, position) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX metonym_actors_stands_for ON metonym_actors (stands_for);

-- The mentions that are so meant.
CREATE TABLE metonym_mentions (
    actor TEXT NOT NULL,
    metonym INTEGER NOT NULL,
    position INTEGER NOT NULL,
    mention TEXT NOT NULL REFERENCES mentions (id),
    PRIMARY KEY (actor, metonym, position),
    FOREIGN KEY (actor, metonym) REFERENCES metonyms (actor, position) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX metonym_mentions_mention ON metonym_mentions (mention);

-- "lower" and "upper", here and below, are the bounds of the number of independent accounts.
CREATE TABLE utterances (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    speaker TEXT REFERENCES actors (id),
    fullest TEXT NOT NULL REFERENCES attributions (id),
    earliest TEXT REFERENCES attributions (id), -- in the document published first
    original TEXT REFERENCES attributions (id), -- in the speaker's own text
    original_document TEXT REFERENCES documents (id), -- the sentences of that text, attributed or not
    original_start INTEGER,
    original_end INTEGER,
    "lower" INTEGER NOT NULL,
    "upper" INTEGER NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX utterances_speaker ON utterances (speaker, "upper" DESC, "lower" DESC, position);
CREATE INDEX utterances_fullest ON utterances (fullest);
CREATE INDEX utterances_earliest ON utterances (earliest);
CREATE INDEX utterances_original ON utterances (original);
CREATE INDEX utterances_original_document ON utterances (original_document);
CREATE INDEX utterances_accounts ON utterances ("upper" DESC, "lower" DESC, position);

CREATE TABLE utterance_attributions (
    utterance TEXT NOT NULL REFERENCES utterances (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    attribution TEXT NOT NULL UNIQUE REFERENCES attributions (id),
    PRIMARY KEY (utterance, position)
) WITHOUT ROWID;

CREATE TABLE utterance_accounts (
    utterance TEXT NOT NULL REFERENCES utterances (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (utterance, position)
) WITHOUT ROWID;

CREATE INDEX utterance_accounts_account ON utterance_accounts (account);

-- Where one wording departs from the fullest: words of each side, either may be absent.
CREATE TABLE differences (
    utterance TEXT NOT NULL REFERENCES utterances (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    attribution TEXT NOT NULL REFERENCES attributions (id),
    fullest_document TEXT REFERENCES documents (id),
    fullest_start INTEGER,
    fullest_end INTEGER,
    here_document TEXT REFERENCES documents (id),
    here_start INTEGER,
    here_end INTEGER,
    PRIMARY KEY (utterance, position)
) WITHOUT ROWID;

CREATE INDEX differences_attribution ON differences (attribution);
CREATE INDEX differences_fullest_document ON differences (fullest_document);
CREATE INDEX differences_here_document ON differences (here_document);

-- When a document was published that does not tell it, by what other documents tell.
CREATE TABLE datings (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id),
    position INTEGER NOT NULL,
    published_since TEXT NOT NULL,
    published_until TEXT NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

-- The documents that it rests on.
CREATE TABLE dating_documents (
    dating TEXT NOT NULL REFERENCES datings (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (dating, position)
) WITHOUT ROWID;

CREATE INDEX dating_documents_document ON dating_documents (document);

-- The time expressions in the document that agree with it.
CREATE TABLE dating_times (
    dating TEXT NOT NULL REFERENCES datings (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    time TEXT NOT NULL REFERENCES times (id),
    PRIMARY KEY (dating, position)
) WITHOUT ROWID;

CREATE INDEX dating_times_time ON dating_times (time);

-- The time expressions that datings settle, and how: the views show readings with these days.
CREATE TABLE settled_times (
    time TEXT NOT NULL PRIMARY KEY REFERENCES times (id),
    value TEXT NOT NULL,
    when_since TEXT NOT NULL,
    when_until TEXT NOT NULL
) WITHOUT ROWID;

-- What goes on --------------------------------------------------------------------------------------------------

CREATE TABLE happenings (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    label_document TEXT NOT NULL REFERENCES documents (id), -- the words of the clearest report
    label_start INTEGER NOT NULL,
    label_end INTEGER NOT NULL,
    type TEXT NOT NULL,
    factuality TEXT NOT NULL, -- after all documents; what it was said to be before is in stages
    when_since TEXT,
    when_until TEXT,
    when_basis TEXT,
    place TEXT REFERENCES mentions (id),
    documents INTEGER NOT NULL, -- how many tell it
    "lower" INTEGER NOT NULL,
    "upper" INTEGER NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX happenings_label_document ON happenings (label_document);
CREATE INDEX happenings_place ON happenings (place);
-- In the orders of a timeline, of all and of one kind.
CREATE INDEX happenings_when ON happenings (when_since IS NULL, when_since, when_until, position, id);
CREATE INDEX happenings_newest ON happenings (when_since IS NULL, when_since DESC, when_until DESC, position);
CREATE INDEX happenings_type ON happenings (type, when_since IS NULL, when_since, when_until, position);
CREATE INDEX happenings_factuality ON happenings (factuality, when_since IS NULL, when_since, when_until, position);
CREATE INDEX happenings_accounts ON happenings ("upper" DESC, "lower" DESC, position);

CREATE TABLE happening_events (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    event TEXT NOT NULL UNIQUE REFERENCES events (id),
    PRIMARY KEY (happening, position)
) WITHOUT ROWID;

CREATE TABLE happening_participants (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (id),
    PRIMARY KEY (happening, position)
) WITHOUT ROWID;

CREATE INDEX happening_participants_actor ON happening_participants (actor);

CREATE TABLE happening_accounts (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (happening, position)
) WITHOUT ROWID;

CREATE INDEX happening_accounts_account ON happening_accounts (account);

-- What a happening was said to be from one event on.
CREATE TABLE stages (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    factuality TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES events (id),
    PRIMARY KEY (happening, position)
) WITHOUT ROWID;

CREATE INDEX stages_event ON stages (event);

-- The days that matter most.
CREATE TABLE days (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    when_since TEXT NOT NULL,
    when_until TEXT NOT NULL,
    "lower" INTEGER NOT NULL,
    "upper" INTEGER NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL, -- what is told of it, as a share of what is told of the fullest day
    detail TEXT NOT NULL,
    runner_up TEXT
);

-- The sentences that tell a day, the best first.
CREATE TABLE day_sentences (
    day TEXT NOT NULL REFERENCES days (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (day, position)
) WITHOUT ROWID;

CREATE INDEX day_sentences_document ON day_sentences (document);

-- The documents that name it, and their accounts.
CREATE TABLE day_documents (
    day TEXT NOT NULL REFERENCES days (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (day, position)
) WITHOUT ROWID;

CREATE INDEX day_documents_document ON day_documents (document);

CREATE TABLE day_accounts (
    day TEXT NOT NULL REFERENCES days (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (day, position)
) WITHOUT ROWID;

CREATE INDEX day_accounts_account ON day_accounts (account);

CREATE TABLE measures (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    label_document TEXT NOT NULL REFERENCES documents (id),
    label_start INTEGER NOT NULL,
    label_end INTEGER NOT NULL,
    unit TEXT,
    status TEXT NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX measures_label_document ON measures (label_document);
CREATE INDEX measures_status ON measures (status, unit);

-- One value that one claimant gives for one time.
CREATE TABLE claims (
    measure TEXT NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claimant TEXT REFERENCES actors (id), -- NULL: the reporters' own voice
    low REAL,
    high REAL,
    as_of_since TEXT,
    as_of_until TEXT,
    "lower" INTEGER NOT NULL,
    "upper" INTEGER NOT NULL,
    PRIMARY KEY (measure, position)
) WITHOUT ROWID;

CREATE INDEX claims_claimant ON claims (claimant);

CREATE TABLE claim_figures (
    measure TEXT NOT NULL,
    claim INTEGER NOT NULL,
    position INTEGER NOT NULL,
    figure TEXT NOT NULL UNIQUE REFERENCES figures (id),
    PRIMARY KEY (measure, claim, position),
    FOREIGN KEY (measure, claim) REFERENCES claims (measure, position) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE obligations (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    label_document TEXT NOT NULL REFERENCES documents (id), -- the clearest words, the debtor's own where told
    label_start INTEGER NOT NULL,
    label_end INTEGER NOT NULL,
    force TEXT NOT NULL,
    debtor TEXT REFERENCES actors (id),
    creditor TEXT REFERENCES actors (id),
    antecedent_document TEXT REFERENCES documents (id),
    antecedent_start INTEGER,
    antecedent_end INTEGER,
    consequent_document TEXT REFERENCES documents (id),
    consequent_start INTEGER,
    consequent_end INTEGER,
    deadline_since TEXT,
    deadline_until TEXT,
    status TEXT NOT NULL, -- that of the last move
    "lower" INTEGER NOT NULL,
    "upper" INTEGER NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX obligations_label_document ON obligations (label_document);
CREATE INDEX obligations_debtor ON obligations (debtor);
CREATE INDEX obligations_creditor ON obligations (creditor);
CREATE INDEX obligations_antecedent_document ON obligations (antecedent_document);
CREATE INDEX obligations_consequent_document ON obligations (consequent_document);
CREATE INDEX obligations_status ON obligations (status, position);
CREATE INDEX obligations_force ON obligations (force, position);
CREATE INDEX obligations_accounts ON obligations ("upper" DESC, "lower" DESC, position);

CREATE TABLE obligation_commitments (
    obligation TEXT NOT NULL REFERENCES obligations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    commitment TEXT NOT NULL UNIQUE REFERENCES commitments (id),
    PRIMARY KEY (obligation, position)
) WITHOUT ROWID;

CREATE TABLE obligation_accounts (
    obligation TEXT NOT NULL REFERENCES obligations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (obligation, position)
) WITHOUT ROWID;

CREATE INDEX obligation_accounts_account ON obligation_accounts (account);

-- How an obligation came to each of its statuses, and the words that this rests on.
CREATE TABLE moves (
    obligation TEXT NOT NULL REFERENCES obligations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    rule TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    happening TEXT REFERENCES happenings (id), -- NULL: its own words say so
    when_since TEXT,
    when_until TEXT,
    PRIMARY KEY (obligation, position)
) WITHOUT ROWID;

CREATE INDEX moves_document ON moves (document);
CREATE INDEX moves_happening ON moves (happening);

-- Where accounts differ -----------------------------------------------------------------------------------------

-- Two sides' accounts of one meeting.
CREATE TABLE readouts (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    happening TEXT NOT NULL REFERENCES happenings (id),
    left_document TEXT NOT NULL REFERENCES documents (id),
    right_document TEXT NOT NULL REFERENCES documents (id),
    left_side TEXT NOT NULL REFERENCES actors (id),
    right_side TEXT NOT NULL REFERENCES actors (id),
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX readouts_happening ON readouts (happening);
CREATE INDEX readouts_left_document ON readouts (left_document);
CREATE INDEX readouts_right_document ON readouts (right_document);
CREATE INDEX readouts_left_side ON readouts (left_side);
CREATE INDEX readouts_right_side ON readouts (right_side);

-- One point of the meeting, in the words of the sides that tell it.
CREATE TABLE points (
    readouts TEXT NOT NULL REFERENCES readouts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    agreement TEXT NOT NULL,
    left_document TEXT REFERENCES documents (id),
    left_start INTEGER,
    left_end INTEGER,
    right_document TEXT REFERENCES documents (id),
    right_start INTEGER,
    right_end INTEGER,
    PRIMARY KEY (readouts, position)
) WITHOUT ROWID;

CREATE INDEX points_left_document ON points (left_document);
CREATE INDEX points_right_document ON points (right_document);

CREATE TABLE discrepancies (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    "check" TEXT NOT NULL, -- in what they disagree
    sentence TEXT NOT NULL,
    cause TEXT NOT NULL,
    severity TEXT NOT NULL,
    about TEXT, -- the id of the finding within which they differ
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX discrepancies_about ON discrepancies (about);
CREATE INDEX discrepancies_severity ON discrepancies (severity, position);
CREATE INDEX discrepancies_check ON discrepancies ("check", position);

-- What each account says.
CREATE TABLE sides (
    discrepancy TEXT NOT NULL REFERENCES discrepancies (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reading TEXT, -- the id of the reading that says it, of any kind
    speaker TEXT REFERENCES actors (id), -- NULL: the reporter, or nobody named
    PRIMARY KEY (discrepancy, position)
) WITHOUT ROWID;

CREATE INDEX sides_document ON sides (document);
CREATE INDEX sides_speaker ON sides (speaker);
CREATE INDEX sides_reading ON sides (reading);
