-- A store, version 4: its tables of documents and readings, before the other scripts.
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
