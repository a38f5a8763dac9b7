-- A store, version 1. Rows follow the records of standoff.core; tests hold the two together.
--
-- Places are code points of the document's text, "start" the first, "end" the first after. Words are never
-- stored: the views at the end read them back through substr(text, start + 1, end - start), which counts as
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
    detail TEXT NOT NULL
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
    detail TEXT NOT NULL
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
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

CREATE TABLE utterances (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    speaker TEXT REFERENCES actors (id),
    fullest TEXT NOT NULL REFERENCES attributions (id),
    finder TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL
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

-- The words, read back ------------------------------------------------------------------------------------------

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
    mentions.detail
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
    attributions.detail
FROM attributions
JOIN documents ON documents.id = attributions.document
LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
LEFT JOIN actors ON actors.id = mention_actors.actor
ORDER BY documents.path, documents.id, (SELECT min(start) FROM contents WHERE attribution = attributions.id);

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
