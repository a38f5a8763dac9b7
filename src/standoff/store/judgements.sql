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
