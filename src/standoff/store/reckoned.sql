-- Reckoned from documents, readings and findings, and written with these, so that a page need not ----------------

-- Each mention with its actor; one that is in no actor has the actor of the mention it stands for.
CREATE TABLE mention_actors (
    mention TEXT NOT NULL PRIMARY KEY REFERENCES mentions (id),
    actor TEXT NOT NULL REFERENCES actors (id)
) WITHOUT ROWID;

CREATE INDEX mention_actors_actor ON mention_actors (actor);

-- How often each actor is met with.
CREATE TABLE actor_tallies (
    actor TEXT NOT NULL PRIMARY KEY REFERENCES actors (id),
    named INTEGER NOT NULL, -- as in actors
    type TEXT NOT NULL, -- as in actors
    documents INTEGER NOT NULL, -- that mention it
    mentions INTEGER NOT NULL,
    utterances INTEGER NOT NULL, -- as the speaker
    happenings INTEGER NOT NULL,
    obligations INTEGER NOT NULL, -- as debtor or creditor
    deeds INTEGER NOT NULL -- utterances, happenings and obligations
) WITHOUT ROWID;

CREATE INDEX actor_tallies_documents ON actor_tallies (documents DESC, mentions DESC, actor);
CREATE INDEX actor_tallies_mentions ON actor_tallies (mentions DESC, documents DESC, actor);
CREATE INDEX actor_tallies_deeds ON actor_tallies (named DESC, deeds DESC, mentions DESC, actor);
CREATE INDEX actor_tallies_type ON actor_tallies (type, named DESC, deeds DESC, mentions DESC, actor);
CREATE INDEX actor_tallies_happenings ON actor_tallies (named DESC, happenings DESC, actor);

-- How an actor is called: each name and description once, however it is capitalised; no pronouns.
CREATE TABLE callings (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- the commonest first
    form TEXT NOT NULL, -- name or description
    name TEXT NOT NULL, -- the name alone, where the mention has one; else all its words
    mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    first TEXT NOT NULL REFERENCES mentions (id), -- in the document published first
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

CREATE INDEX callings_first ON callings (first);

-- Who deals with whom: how many happenings of a type one does, and the other suffers or shares.
CREATE TABLE dealings (
    doer TEXT NOT NULL REFERENCES actors (id),
    sufferer TEXT NOT NULL REFERENCES actors (id),
    type TEXT NOT NULL,
    happenings INTEGER NOT NULL, -- that occurred or go on
    PRIMARY KEY (doer, sufferer, type)
) WITHOUT ROWID;

CREATE INDEX dealings_sufferer ON dealings (sufferer, doer);
CREATE INDEX dealings_happenings ON dealings (happenings DESC, doer, sufferer);

-- How much each measure competes.
CREATE TABLE measure_tallies (
    measure TEXT NOT NULL PRIMARY KEY REFERENCES measures (id),
    position INTEGER NOT NULL, -- of the measure
    "values" INTEGER NOT NULL, -- different numbers claimed: pairs of low and high
    claims INTEGER NOT NULL,
    claimants INTEGER NOT NULL -- different actors; the reporters' own voice is not counted
) WITHOUT ROWID;

CREATE INDEX measure_tallies_values ON measure_tallies ("values" DESC, claims DESC, position);

-- When each obligation was last moved, and what else the ledger is sorted by.
CREATE TABLE last_moves (
    obligation TEXT NOT NULL PRIMARY KEY REFERENCES obligations (id),
    position INTEGER NOT NULL, -- of the obligation
    status TEXT NOT NULL, -- of the obligation
    force TEXT NOT NULL, -- of the obligation
    day TEXT NOT NULL, -- the first of the last move that has one; '' where none has
    debtor_name TEXT
) WITHOUT ROWID;

CREATE INDEX last_moves_day ON last_moves (day DESC, position);
CREATE INDEX last_moves_status ON last_moves (status, day DESC, position);
CREATE INDEX last_moves_force ON last_moves (force, day DESC, position);
CREATE INDEX last_moves_debtor ON last_moves (debtor_name IS NULL, debtor_name, day DESC, position);

-- When reports told a finding: the first day of publication of the first and of the last of them. A report tells itself.
CREATE TABLE told (
    kind TEXT NOT NULL, -- account, topic, utterance, happening, obligation, measure, discrepancy or document
    finding TEXT NOT NULL,
    first TEXT, -- NULL: none of them has a day
    last TEXT,
    documents INTEGER NOT NULL,
    PRIMARY KEY (kind, finding)
) WITHOUT ROWID;

CREATE INDEX told_first ON told (kind, first, finding);
CREATE INDEX told_last ON told (kind, last, finding);
CREATE INDEX told_documents ON told (kind, documents DESC, finding);

-- How many records there are of each kind (field and value are ''), and with each value of a field.
CREATE TABLE tallies (
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (kind, field, value)
) WITHOUT ROWID;

-- The acts of an utterance: those of its attributions.
CREATE TABLE utterance_acts (
    act TEXT NOT NULL,
    utterance TEXT NOT NULL REFERENCES utterances (id),
    PRIMARY KEY (act, utterance)
) WITHOUT ROWID;

CREATE INDEX utterance_acts_utterance ON utterance_acts (utterance);

-- What was said, in order: those of most accounts first, those of no known speaker last, then as a reader looks for acts.
CREATE TABLE statements (
    position INTEGER NOT NULL PRIMARY KEY,
    finding TEXT NOT NULL UNIQUE, -- the utterance, or the attribution
    kind TEXT NOT NULL CHECK (kind IN ('utterance', 'attribution')), -- attribution: one that is in no utterance
    speaker TEXT REFERENCES actors (id),
    mode TEXT NOT NULL, -- of an utterance: that of its fullest wording
    weight INTEGER NOT NULL, -- the place, in the order in which a reader looks for acts, of the first of its acts
    day TEXT, -- on which it was first told
    "upper" INTEGER NOT NULL -- independent accounts, at most
);

CREATE INDEX statements_kind ON statements (kind);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_day ON statements (day IS NULL, day, position);
CREATE INDEX statements_newest ON statements (day DESC, position, kind); -- the kind, to be counted
CREATE INDEX statements_weight ON statements (weight, position);

-- The acts that a statement is told with.
CREATE TABLE statement_acts (
    act TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (position),
    PRIMARY KEY (act, statement)
) WITHOUT ROWID;

CREATE INDEX statement_acts_statement ON statement_acts (statement);

-- How many statements there are of a kind, with an act and a mode; '' stands for any.
CREATE TABLE statement_tallies (
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    mode TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (kind, act, mode)
) WITHOUT ROWID;

-- To search in: each document's text in pieces of some lines, furniture apart.
CREATE TABLE paragraphs (
    position INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    is_furniture INTEGER NOT NULL CHECK (is_furniture IN (0, 1)),
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)) -- of the article: with it the title is found
);

CREATE INDEX paragraphs_document ON paragraphs (document, start);

-- Its words stand in documents alone: the view paragraph_words reads them back for it.
CREATE VIRTUAL TABLE search USING fts5 (
    title, words, content = 'paragraph_words', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3' -- else "s*" reads the entries of thousands of words
);

-- The names of actors that have one, by the position of the actor.
CREATE VIRTUAL TABLE name_search USING fts5 (
    names, content = 'actor_name_lists', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);

-- The descriptions of actors without a name that say, do or owe something, by the position of the actor.
CREATE VIRTUAL TABLE description_search USING fts5 (
    names, content = 'actor_descriptions', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);
