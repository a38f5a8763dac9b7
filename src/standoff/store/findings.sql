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
