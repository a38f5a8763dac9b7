-- A store, version 2: its tables of documents and readings, before findings.sql and views.sql.
-- Rows follow the records of standoff.core; tests hold the two together.
--
-- Places are code points of the document's text, "start" the first, "end" the first after. Words are never
-- stored: the views in views.sql read them back through substr(text, start + 1, end - start), which counts as
-- Standoff does. NULL means "the text does not say". "position" keeps the order of a record's parts.
-- No table holds a time of day, a counter or a row number that depends on the order of reading.

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
    score REAL NOT NULL
);

CREATE INDEX lineages_left ON lineages ("left");
CREATE INDEX lineages_right ON lineages ("right");

CREATE TABLE passages (
    lineage INTEGER NOT NULL REFERENCES lineages (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    left_start INTEGER NOT NULL,
    left_end INTEGER NOT NULL,
    right_start INTEGER NOT NULL,
    right_end INTEGER NOT NULL,
    PRIMARY KEY (lineage, position)
) WITHOUT ROWID;

CREATE TABLE actors (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)) -- 0: no text gives a name ("a senior official")
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

CREATE TABLE utterances (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    speaker TEXT REFERENCES actors (id),
    fullest TEXT NOT NULL REFERENCES attributions (id),
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    runner_up TEXT
);

CREATE INDEX utterances_speaker ON utterances (speaker);
CREATE INDEX utterances_fullest ON utterances (fullest);

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
-- The words, read back: the tables to start with.

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
    times.value,
    times.when_since,
    times.when_until,
    times.basis,
    substr(text, reckoned_from_start + 1, reckoned_from_end - reckoned_from_start) AS reckoned_from,
    times.needs,
    times.finder,
    times.score,
    times.detail,
    times.runner_up
FROM times
JOIN documents ON documents.id = times.document
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
    events.when_since,
    events.when_until,
    events.when_basis,
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
    figures.as_of_since,
    figures.as_of_until,
    figures.as_of_basis,
    figures.status,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    figures.finder,
    figures.score,
    figures.detail,
    figures.runner_up
FROM figures
JOIN documents ON documents.id = figures.document
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
    commitments.deadline_since,
    commitments.deadline_until,
    (SELECT count(*) FROM commitment_relays WHERE commitment = commitments.id) AS relays,
    substr(text, start + 1, "end" - start) AS words,
    commitments.finder,
    commitments.score,
    commitments.detail,
    commitments.runner_up
FROM commitments
JOIN documents ON documents.id = commitments.document
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
    utterance_attributions.attribution = utterances.fullest AS is_fullest,
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
    first.path AS left_path,
    second.path AS right_path,
    substr(first.text, left_start + 1, left_end - left_start) AS left_words,
    substr(second.text, right_start + 1, right_end - right_start) AS right_words
FROM passages
JOIN lineages ON lineages.position = passages.lineage
JOIN documents AS first ON first.id = lineages."left"
JOIN documents AS second ON second.id = lineages."right"
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
