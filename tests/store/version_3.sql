-- Version 3, as it shipped.
-- A store, version 3: its tables of documents and readings, before judgements.sql, findings.sql and views.sql.
-- Rows follow the records of standoff.core; tests hold the two together.
--
-- Places are code points of the document's text, "start" the first, "end" the first after. Words are never
-- stored: the views in views.sql read them back through substr(text, start + 1, end - start), which counts as
-- Standoff does. NULL means "the text does not say". "position" keeps the order of a record's parts.
-- No table but judgements holds a time of day, a counter or a row number that depends on what came first.

-- What was acquired ---------------------------------------------------------------------------------------------

CREATE TABLE sources (
    path TEXT NOT NULL, -- the file, as documents name it
    sha256 TEXT NOT NULL, -- of its bytes
    version TEXT NOT NULL, -- of the rules that read it
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)), -- 0: the file has other bytes since
    PRIMARY KEY (path, sha256)
) WITHOUT ROWID;

-- What each source says of each document it carries: the text stands once, in documents.
CREATE TABLE carried (
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    record TEXT NOT NULL, -- JSON: the document without its text
    PRIMARY KEY (path, sha256, document),
    FOREIGN KEY (path, sha256) REFERENCES sources (path, sha256) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX carried_document ON carried (document);

-- What could not be read of a source; documents and studies bring gaps of their own.
CREATE TABLE source_gaps (
    source TEXT NOT NULL, -- the path of the source
    sha256 TEXT NOT NULL,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    room TEXT NOT NULL,
    reason TEXT NOT NULL,
    document TEXT,
    PRIMARY KEY (source, sha256, position),
    FOREIGN KEY (source, sha256) REFERENCES sources (path, sha256) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL,
    given_id TEXT,
    title TEXT,
    outlet TEXT,
    outlet_basis TEXT,
    author TEXT,
    published_since TEXT, -- the first day; '..' where this end is open
    published_until TEXT, -- the first day after; '..' where this end is open
    published_basis TEXT,
    url TEXT,
    encoding TEXT NOT NULL,
    text_sha256 TEXT NOT NULL, -- of the text in UTF-8: spans are re-verified against it
    text TEXT NOT NULL
);

CREATE TABLE furniture (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    PRIMARY KEY (document, start)
) WITHOUT ROWID;

CREATE TABLE captions (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    PRIMARY KEY (document, start)
) WITHOUT ROWID;

-- What each document says, read alone ---------------------------------------------------------------------------

CREATE TABLE studies (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    version TEXT NOT NULL -- of the reader and the rules that made it
) WITHOUT ROWID;

CREATE TABLE study_gaps (
    study TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    room TEXT NOT NULL,
    reason TEXT NOT NULL,
    document TEXT,
    PRIMARY KEY (study, position)
) WITHOUT ROWID;

CREATE TABLE mentions (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    type TEXT NOT NULL,
    form TEXT NOT NULL,
    name_start INTEGER,
    name_end INTEGER,
    role_start INTEGER,
    role_end INTEGER,
    refers TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT -- what it would have been otherwise, where there was a choice
);

CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_refers ON mentions (refers);

CREATE TABLE attributions (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    speaker TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
    within TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX attributions_document ON attributions (document);
CREATE INDEX attributions_speaker ON attributions (speaker);
CREATE INDEX attributions_within ON attributions (within);

CREATE TABLE contents (
    attribution TEXT NOT NULL REFERENCES attributions (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    PRIMARY KEY (attribution, start)
) WITHOUT ROWID;

-- Intervals of days are in two columns: the first day, and the first day after; '..' where an end is open.

CREATE TABLE times (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    type TEXT NOT NULL,
    value TEXT NOT NULL, -- as TIMEX3 writes it
    when_since TEXT,
    when_until TEXT,
    basis TEXT, -- what the interval rests on
    reckoned_from_start INTEGER, -- the other time in the text that settled it
    reckoned_from_end INTEGER,
    needs TEXT, -- what would settle it, where nothing does
    reckoning_grain TEXT, -- how it is counted from the document's date, where the document has none
    reckoning_steps INTEGER,
    reckoning_way TEXT,
    reckoning_mod TEXT,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX times_document ON times (document);

CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    type TEXT NOT NULL,
    factuality TEXT NOT NULL,
    place TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
    when_since TEXT,
    when_until TEXT,
    when_basis TEXT,
    time TEXT REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED, -- that the interval rests on
    carried_by TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED, -- in whose content it stands
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX events_document ON events (document);
CREATE INDEX events_place ON events (place);
CREATE INDEX events_time ON events (time);
CREATE INDEX events_carried_by ON events (carried_by);

CREATE TABLE event_participants (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    mention TEXT NOT NULL REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('agent', 'target', 'participant')),
    PRIMARY KEY (event, position)
) WITHOUT ROWID;

CREATE INDEX event_participants_mention ON event_participants (mention);

CREATE TABLE figures (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    low REAL, -- equal to high for one number; NULL: an open end
    high REAL,
    unit TEXT,
    what_start INTEGER, -- the words for what is counted
    what_end INTEGER,
    place TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,
    hedge TEXT,
    claimant TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: the reporter
    carried_by TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED, -- in whose content it stands
    as_of_since TEXT,
    as_of_until TEXT,
    as_of_basis TEXT,
    time TEXT REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED, -- that as_of rests on
    status TEXT NOT NULL,
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX figures_document ON figures (document);
CREATE INDEX figures_place ON figures (place);
CREATE INDEX figures_claimant ON figures (claimant);
CREATE INDEX figures_carried_by ON figures (carried_by);
CREATE INDEX figures_time ON figures (time);

CREATE TABLE commitments (
    id TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES studies (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    force TEXT NOT NULL,
    debtor TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED, -- who is bound, or of whom it is demanded, or who threatens
    creditor TEXT REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED, -- to whom it is owed, who demands, or who is threatened
    antecedent_start INTEGER, -- the condition
    antecedent_end INTEGER,
    consequent_start INTEGER, -- what is to be
    consequent_end INTEGER,
    strength TEXT NOT NULL,
    polarity TEXT NOT NULL,
    deadline_since TEXT,
    deadline_until TEXT,
    time TEXT REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED, -- that the deadline rests on
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX commitments_document ON commitments (document);
CREATE INDEX commitments_debtor ON commitments (debtor);
CREATE INDEX commitments_creditor ON commitments (creditor);
CREATE INDEX commitments_time ON commitments (time);

-- The attributions that a commitment is told through, the outermost first.
CREATE TABLE commitment_relays (
    commitment TEXT NOT NULL REFERENCES commitments (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    attribution TEXT NOT NULL REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (commitment, position)
) WITHOUT ROWID;

CREATE INDEX commitment_relays_attribution ON commitment_relays (attribution);

-- What people decided -------------------------------------------------------------------------------------------

-- Appended, never changed or taken away: "unsure" takes back what was said of the same records before. "subject"
-- and "other" are ids of readings, or of a discrepancy, which hold their places; they cite nothing that a build could
-- draw in another way, so that a judgement outlives every build.
CREATE TABLE judgements (
    position INTEGER PRIMARY KEY, -- the order in which they were given
    subject TEXT NOT NULL,
    verdict TEXT NOT NULL,
    other TEXT, -- NULL for a verdict on one record
    "by" TEXT NOT NULL,
    "on" TEXT NOT NULL, -- ISO 8601 in UTC
    note TEXT
);

-- What holds across documents: derived, emptied as soon as documents or studies change --------------------------

-- One row: the version of the rules that drew the findings below; NULL while a build has not drawn them.
CREATE TABLE findings (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version TEXT
);

INSERT INTO findings (one, version) VALUES (1, '');

CREATE TABLE gaps (
    position INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    room TEXT NOT NULL,
    reason TEXT NOT NULL,
    document TEXT
);

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
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)), -- 0: no text gives a name ("a senior official")
    country TEXT -- ISO 3166-1 alpha-2 of a state that has one
);

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

CREATE INDEX utterances_speaker ON utterances (speaker);
CREATE INDEX utterances_fullest ON utterances (fullest);
CREATE INDEX utterances_earliest ON utterances (earliest);
CREATE INDEX utterances_original ON utterances (original);
CREATE INDEX utterances_original_document ON utterances (original_document);

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

-- The words, read back: the tables to start with. Times are as datings settle them, with the basis "linked".

-- Each mention with its actor; one that is in no actor has the actor of the mention it stands for.
CREATE VIEW mention_actors AS
WITH RECURSIVE reached (mention, actor) AS (
    SELECT mention, actor FROM actor_mentions
    UNION
    SELECT mentions.id, reached.actor
    FROM reached JOIN mentions ON mentions.refers = reached.mention
    WHERE mentions.id NOT IN (SELECT mention FROM actor_mentions)
)
SELECT mention, actor FROM reached;

CREATE VIEW mention_words AS
SELECT
    mentions.id AS mention,
    documents.path,
    documents.outlet,
    substr(text, start + 1, "end" - start) AS words,
    mentions.type,
    mentions.form,
    substr(text, name_start + 1, name_end - name_start) AS name,
    substr(text, role_start + 1, role_end - role_start) AS role,
    actors.name AS actor,
    mentions.finder,
    mentions.score,
    mentions.detail,
    mentions.runner_up
FROM mentions
JOIN documents ON documents.id = mentions.document
LEFT JOIN mention_actors ON mention_actors.mention = mentions.id
LEFT JOIN actors ON actors.id = mention_actors.actor
ORDER BY documents.path, documents.id, start;

-- CROSS JOIN reads the pieces in the order of their key, so that group_concat below joins those of one content in
-- order; with an ORDER BY of its own the view would be read through an index that SQLite makes, in another.
CREATE VIEW content_words AS
SELECT
    contents.attribution,
    contents.start,
    substr(text, start + 1, "end" - start) AS words
FROM contents
CROSS JOIN documents ON documents.id = contents.document;

CREATE VIEW attribution_words AS
SELECT
    attributions.id AS attribution,
    documents.path,
    documents.outlet,
    actors.name AS speaker,
    substr(text, source_start + 1, source_end - source_start) AS source,
    substr(text, cue_start + 1, cue_end - cue_start) AS cue,
    (SELECT group_concat(words, ' ... ') FROM content_words WHERE attribution = attributions.id) AS content,
    mode,
    act,
    attributions.finder,
    attributions.score,
    attributions.detail,
    attributions.runner_up
FROM attributions
JOIN documents ON documents.id = attributions.document
LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
LEFT JOIN actors ON actors.id = mention_actors.actor
ORDER BY documents.path, documents.id, (SELECT min(start) FROM contents WHERE attribution = attributions.id);

CREATE VIEW time_words AS
SELECT
    times.id AS time,
    documents.path,
    documents.outlet,
    substr(text, start + 1, "end" - start) AS words,
    times.type,
    coalesce(settled_times.value, times.value) AS value,
    coalesce(times.when_since, settled_times.when_since) AS when_since,
    coalesce(times.when_until, settled_times.when_until) AS when_until,
    CASE WHEN settled_times.time IS NULL THEN times.basis ELSE 'linked' END AS basis,
    substr(text, reckoned_from_start + 1, reckoned_from_end - reckoned_from_start) AS reckoned_from,
    CASE WHEN settled_times.time IS NULL THEN times.needs END AS needs,
    times.finder,
    times.score,
    times.detail,
    times.runner_up
FROM times
JOIN documents ON documents.id = times.document
LEFT JOIN settled_times ON settled_times.time = times.id
ORDER BY documents.path, documents.id, start;

-- Who takes part in each event, by name where one is known. CROSS JOIN: as in content_words, for group_concat below.
CREATE VIEW participant_words AS
SELECT
    event_participants.event,
    event_participants.position,
    event_participants.role,
    substr(documents.text, mentions.start + 1, mentions."end" - mentions.start) AS words,
    actors.name AS actor
FROM event_participants
CROSS JOIN mentions ON mentions.id = event_participants.mention
CROSS JOIN documents ON documents.id = mentions.document
LEFT JOIN mention_actors ON mention_actors.mention = mentions.id
LEFT JOIN actors ON actors.id = mention_actors.actor;

CREATE VIEW event_words AS
SELECT
    events.id AS event,
    documents.path,
    documents.outlet,
    events.type,
    events.factuality,
    coalesce(events.when_since, settled_times.when_since) AS when_since,
    coalesce(events.when_until, settled_times.when_until) AS when_until,
    CASE WHEN events.when_since IS NULL AND settled_times.time IS NOT NULL THEN 'linked' ELSE events.when_basis END
        AS when_basis,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'agent'
    ) AS agents,
    substr(documents.text, events.start + 1, events."end" - events.start) AS words,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'target'
    ) AS targets,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'participant'
    ) AS participants,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    speaker.name AS told_by,
    events.finder,
    events.score,
    events.detail,
    events.runner_up
FROM events
JOIN documents ON documents.id = events.document
LEFT JOIN settled_times ON settled_times.time = events.time
LEFT JOIN mentions AS places ON places.id = events.place
LEFT JOIN attributions ON attributions.id = events.carried_by
LEFT JOIN mention_actors AS speaker_of ON speaker_of.mention = attributions.speaker
LEFT JOIN actors AS speaker ON speaker.id = speaker_of.actor
ORDER BY documents.path, documents.id, events.start;

CREATE VIEW figure_words AS
SELECT
    figures.id AS figure,
    documents.path,
    documents.outlet,
    substr(documents.text, figures.start + 1, figures."end" - figures.start) AS words,
    figures.low,
    figures.high,
    figures.unit,
    substr(documents.text, what_start + 1, what_end - what_start) AS what,
    figures.hedge,
    claimant.name AS claimant,
    coalesce(figures.as_of_since, settled_times.when_since) AS as_of_since,
    coalesce(figures.as_of_until, settled_times.when_until) AS as_of_until,
    CASE WHEN figures.as_of_since IS NULL AND settled_times.time IS NOT NULL THEN 'linked' ELSE figures.as_of_basis END
        AS as_of_basis,
    figures.status,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    figures.finder,
    figures.score,
    figures.detail,
    figures.runner_up
FROM figures
JOIN documents ON documents.id = figures.document
LEFT JOIN settled_times ON settled_times.time = figures.time
LEFT JOIN mentions AS places ON places.id = figures.place
LEFT JOIN mention_actors AS claimant_of ON claimant_of.mention = figures.claimant
LEFT JOIN actors AS claimant ON claimant.id = claimant_of.actor
ORDER BY documents.path, documents.id, figures.start;

CREATE VIEW commitment_words AS
SELECT
    commitments.id AS commitment,
    documents.path,
    documents.outlet,
    commitments.force,
    debtor.name AS debtor,
    creditor.name AS creditor,
    substr(text, antecedent_start + 1, antecedent_end - antecedent_start) AS antecedent,
    substr(text, consequent_start + 1, consequent_end - consequent_start) AS consequent,
    commitments.strength,
    commitments.polarity,
    coalesce(commitments.deadline_since, settled_times.when_since) AS deadline_since,
    coalesce(commitments.deadline_until, settled_times.when_until) AS deadline_until,
    (SELECT count(*) FROM commitment_relays WHERE commitment = commitments.id) AS relays,
    substr(text, start + 1, "end" - start) AS words,
    commitments.finder,
    commitments.score,
    commitments.detail,
    commitments.runner_up
FROM commitments
JOIN documents ON documents.id = commitments.document
LEFT JOIN settled_times ON settled_times.time = commitments.time
LEFT JOIN mention_actors AS debtor_of ON debtor_of.mention = commitments.debtor
LEFT JOIN actors AS debtor ON debtor.id = debtor_of.actor
LEFT JOIN mention_actors AS creditor_of ON creditor_of.mention = commitments.creditor
LEFT JOIN actors AS creditor ON creditor.id = creditor_of.actor
ORDER BY documents.path, documents.id, start;

-- Each wording of each utterance; the fullest first.
CREATE VIEW utterance_words AS
SELECT
    utterances.id AS utterance,
    actors.name AS speaker,
    (SELECT count(*) FROM utterance_accounts WHERE utterance = utterances.id) AS accounts,
    utterances."lower",
    utterances."upper",
    utterance_attributions.attribution = utterances.fullest AS is_fullest,
    utterance_attributions.attribution = coalesce(utterances.earliest, '') AS is_earliest,
    utterance_attributions.attribution = coalesce(utterances.original, '') AS is_original,
    documents.path,
    documents.outlet,
    (SELECT group_concat(words, ' ... ') FROM content_words WHERE attribution = attributions.id) AS content
FROM utterances
JOIN utterance_attributions ON utterance_attributions.utterance = utterances.id
JOIN attributions ON attributions.id = utterance_attributions.attribution
JOIN documents ON documents.id = attributions.document
LEFT JOIN actors ON actors.id = utterances.speaker
ORDER BY utterances.position, is_fullest DESC, utterance_attributions.position;

CREATE VIEW difference_words AS
SELECT
    utterance,
    differences.attribution,
    here.path,
    substr(fullest.text, fullest_start + 1, fullest_end - fullest_start) AS fullest,
    substr(here.text, here_start + 1, here_end - here_start) AS here
FROM differences
JOIN attributions ON attributions.id = differences.attribution
LEFT JOIN documents AS fullest ON fullest.id = fullest_document
LEFT JOIN documents AS here ON here.id = here_document
ORDER BY utterance, differences.position;

CREATE VIEW passage_words AS
SELECT
    lineages.relation,
    origin.path AS origin_path,
    first.path AS left_path,
    second.path AS right_path,
    substr(first.text, left_start + 1, left_end - left_start) AS left_words,
    substr(second.text, right_start + 1, right_end - right_start) AS right_words
FROM passages
JOIN lineages ON lineages.position = passages.lineage
JOIN documents AS first ON first.id = lineages."left"
JOIN documents AS second ON second.id = lineages."right"
LEFT JOIN documents AS origin ON origin.id = lineages.origin
ORDER BY passages.lineage, passages.position;

CREATE VIEW furniture_words AS
SELECT documents.path, documents.id AS document, start, "end", kind, substr(text, start + 1, "end" - start) AS words
FROM (
    SELECT document, start, "end", 'furniture' AS kind FROM furniture
    UNION ALL
    SELECT document, start, "end", 'caption' AS kind FROM captions
)
JOIN documents ON documents.id = document
ORDER BY documents.path, documents.id, start;

-- Each report with its day, its account and what it is about.
CREATE VIEW reports AS
SELECT
    documents.id AS document,
    documents.path,
    documents.outlet,
    documents.title,
    coalesce(documents.published_since, datings.published_since) AS published_since,
    coalesce(documents.published_until, datings.published_until) AS published_until,
    CASE WHEN documents.published_since IS NULL AND datings.document IS NOT NULL THEN 'linked'
        ELSE documents.published_basis END AS published_basis,
    account_documents.account,
    topic_documents.topic,
    central.title AS topic_title
FROM documents
LEFT JOIN datings ON datings.document = documents.id
LEFT JOIN account_documents ON account_documents.document = documents.id
LEFT JOIN topic_documents ON topic_documents.document = documents.id
LEFT JOIN topics ON topics.id = topic_documents.topic
LEFT JOIN documents AS central ON central.id = topics.central
ORDER BY documents.path, documents.id;

-- What happened and what is planned, in order of time; what has no day comes last. An open beginning ('..') is early.
CREATE VIEW timeline AS
SELECT
    happenings.id AS happening,
    happenings.when_since,
    happenings.when_until,
    happenings.when_basis,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    happenings.type,
    happenings.factuality,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actors.name FROM happening_participants
            JOIN actors ON actors.id = happening_participants.actor
            WHERE happening = happenings.id ORDER BY happening_participants.position
        )
    ) AS participants,
    substr(there.text, places.start + 1, places."end" - places.start) AS place,
    happenings.documents,
    happenings."lower",
    happenings."upper",
    documents.path,
    happenings.finder,
    happenings.score,
    happenings.detail,
    happenings.runner_up
FROM happenings
JOIN documents ON documents.id = label_document
LEFT JOIN mentions AS places ON places.id = happenings.place
LEFT JOIN documents AS there ON there.id = places.document
ORDER BY happenings.when_since IS NULL, happenings.when_since, happenings.when_until, happenings.position;

-- What each happening was said to be, from which report on.
CREATE VIEW stage_words AS
SELECT
    stages.happening,
    stages.position,
    stages.factuality,
    reports.published_since,
    reports.path,
    reports.outlet,
    substr(documents.text, events.start + 1, events."end" - events.start) AS words
FROM stages
JOIN events ON events.id = stages.event
JOIN documents ON documents.id = events.document
JOIN reports ON reports.document = events.document
ORDER BY stages.happening, stages.position;

-- The days that matter, in order, each with the sentences that tell it best.
CREATE VIEW day_words AS
SELECT
    days.id AS day,
    days.when_since,
    (SELECT count(*) FROM day_documents WHERE day = days.id) AS documents,
    days."lower",
    days."upper",
    day_sentences.position,
    documents.path,
    documents.outlet,
    substr(documents.text, day_sentences.start + 1, day_sentences."end" - day_sentences.start) AS words,
    days.finder,
    days.score,
    days.detail,
    days.runner_up
FROM days
JOIN day_sentences ON day_sentences.day = days.id
JOIN documents ON documents.id = day_sentences.document
ORDER BY days.position, day_sentences.position;

-- Who is bound to do what, and how it stands.
CREATE VIEW ledger AS
SELECT
    obligations.id AS obligation,
    obligations.status,
    obligations.force,
    debtor.name AS debtor,
    creditor.name AS creditor,
    substr(conditions.text, antecedent_start + 1, antecedent_end - antecedent_start) AS antecedent,
    substr(deeds.text, consequent_start + 1, consequent_end - consequent_start) AS consequent,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    obligations.deadline_since,
    obligations.deadline_until,
    obligations."lower",
    obligations."upper",
    documents.path,
    obligations.finder,
    obligations.score,
    obligations.detail,
    obligations.runner_up
FROM obligations
JOIN documents ON documents.id = label_document
LEFT JOIN documents AS conditions ON conditions.id = antecedent_document
LEFT JOIN documents AS deeds ON deeds.id = consequent_document
LEFT JOIN actors AS debtor ON debtor.id = obligations.debtor
LEFT JOIN actors AS creditor ON creditor.id = obligations.creditor
ORDER BY debtor.name IS NULL, debtor.name, obligations.position;

-- How each obligation came to each of its statuses.
CREATE VIEW move_words AS
SELECT
    moves.obligation,
    moves.position,
    moves.status,
    moves.rule,
    moves.when_since,
    moves.when_until,
    documents.path,
    substr(documents.text, moves.start + 1, moves."end" - moves.start) AS words,
    moves.happening
FROM moves
JOIN documents ON documents.id = moves.document
ORDER BY moves.obligation, moves.position;

-- Every value claimed of one thing, side by side.
CREATE VIEW measure_words AS
SELECT
    measures.id AS measure,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    measures.unit,
    measures.status,
    claims.low,
    claims.high,
    claimant.name AS claimant,
    claims.as_of_since,
    claims.as_of_until,
    (SELECT count(*) FROM claim_figures WHERE measure = measures.id AND claim = claims.position) AS figures,
    claims."lower",
    claims."upper",
    measures.finder,
    measures.score,
    measures.detail,
    measures.runner_up
FROM measures
JOIN claims ON claims.measure = measures.id
JOIN documents ON documents.id = label_document
LEFT JOIN actors AS claimant ON claimant.id = claims.claimant
ORDER BY measures.position, claims.position;

-- Two sides' accounts of one meeting, point by point.
CREATE VIEW readout_words AS
SELECT
    points.readouts,
    readouts.happening,
    points.position,
    points.agreement,
    left_actor.name AS left_side,
    substr(ours.text, points.left_start + 1, points.left_end - points.left_start) AS left_words,
    right_actor.name AS right_side,
    substr(theirs.text, points.right_start + 1, points.right_end - points.right_start) AS right_words
FROM points
JOIN readouts ON readouts.id = points.readouts
JOIN actors AS left_actor ON left_actor.id = readouts.left_side
JOIN actors AS right_actor ON right_actor.id = readouts.right_side
LEFT JOIN documents AS ours ON ours.id = points.left_document
LEFT JOIN documents AS theirs ON theirs.id = points.right_document
ORDER BY readouts.position, points.position;

-- Where accounts disagree, and what each says.
CREATE VIEW discrepancy_words AS
SELECT
    discrepancies.id AS discrepancy,
    discrepancies."check",
    discrepancies.severity,
    discrepancies.cause,
    discrepancies.sentence,
    documents.path,
    documents.outlet,
    actors.name AS speaker,
    substr(documents.text, sides.start + 1, sides."end" - sides.start) AS words,
    discrepancies.about,
    discrepancies.finder,
    discrepancies.score,
    discrepancies.detail,
    discrepancies.runner_up
FROM discrepancies
JOIN sides ON sides.discrepancy = discrepancies.id
JOIN documents ON documents.id = sides.document
LEFT JOIN actors ON actors.id = sides.speaker
ORDER BY discrepancies.position, sides.position;

-- Whom a name stands for where another is meant by it.
CREATE VIEW metonym_words AS
SELECT
    actors.name AS actor,
    meant.name AS stands_for,
    (SELECT count(*) FROM metonym_actors AS other WHERE other.actor = metonyms.actor AND metonym = metonyms.position) > 1
        AS is_open,
    documents.path,
    substr(documents.text, mentions.start + 1, mentions."end" - mentions.start) AS words,
    metonyms.finder,
    metonyms.score,
    metonyms.detail,
    metonyms.runner_up
FROM metonyms
JOIN actors ON actors.id = metonyms.actor
JOIN metonym_actors ON metonym_actors.actor = metonyms.actor AND metonym_actors.metonym = metonyms.position
JOIN actors AS meant ON meant.id = metonym_actors.stands_for
JOIN metonym_mentions ON metonym_mentions.actor = metonyms.actor AND metonym_mentions.metonym = metonyms.position
JOIN mentions ON mentions.id = metonym_mentions.mention
JOIN documents ON documents.id = mentions.document
ORDER BY actors.position, metonyms.position, metonym_mentions.position, metonym_actors.position;

