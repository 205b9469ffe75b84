-- The store: one file, every value by the notation of the record (docs/record.md). Columns that hold a list
-- or a mapping hold JSON. Portable SQL down to the line "SQLite only"; what stands below it another database
-- does its own way. Raise `schema` in store/opening.py with every change here.

CREATE TABLE meta (                     -- what this file is
    name   TEXT PRIMARY KEY,            -- schema | collated (what the stored collation was made from)
    value  TEXT NOT NULL
);

CREATE TABLE original (                 -- the bytes as they came: `verify` goes back to them
    sha256      TEXT PRIMARY KEY,
    media_type  TEXT NOT NULL,
    encoding    TEXT NOT NULL,
    content     BLOB NOT NULL
);

CREATE TABLE report (                   -- one text as one outlet published it
    number     INTEGER PRIMARY KEY,     -- the full-text index goes by it; nothing else does
    id         TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    file       TEXT,
    url        TEXT,
    title      TEXT,
    outlet     TEXT,
    published  TEXT NOT NULL,           -- JSON: value, status, earliest, latest, because
    language   TEXT,
    sha256     TEXT NOT NULL REFERENCES original (sha256),
    text       TEXT NOT NULL,           -- every span of this report speaks of it
    parts      TEXT NOT NULL,           -- JSON: title, furniture, caption ... by span
    passages   TEXT NOT NULL,           -- JSON: start, end in text; first, last byte in the original
    made_with  TEXT NOT NULL,           -- version of the code that read it, and its reader
    digest     TEXT NOT NULL            -- SHA-256 of the reading's line of the record: "is it the same?"
);
CREATE INDEX report_by_original ON report (sha256);                -- serves: reports_of_original

CREATE TABLE sentence (                 -- the ledger: what became of each sentence
    id       TEXT NOT NULL,
    report   TEXT NOT NULL REFERENCES report (id),
    number   INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    fate     TEXT NOT NULL,
    because  TEXT NOT NULL,
    claims   TEXT NOT NULL,             -- JSON
    PRIMARY KEY (report, number)        -- serves: readings_of (children of a report, in order)
);

CREATE TABLE mention (
    id          TEXT NOT NULL,
    report      TEXT NOT NULL REFERENCES report (id),
    number      INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    text        TEXT NOT NULL,          -- equals report.text[start:end]; checked when written and by `verify`
    kind        TEXT NOT NULL,
    value       TEXT,                   -- the notation
    entity      TEXT,
    made_by     TEXT NOT NULL,
    confidence  REAL NOT NULL,
    timex       TEXT,                   -- JSON, times only: the TIMEX3 view
    time        TEXT,                   -- JSON, times only: bounds and proof
    quantity    TEXT,                   -- JSON, quantities only
    PRIMARY KEY (report, number),       -- serves: readings_of
    CHECK (0 <= start AND start <= "end")
);

CREATE TABLE attribution (
    id             TEXT NOT NULL,
    report         TEXT NOT NULL REFERENCES report (id),
    number         INTEGER NOT NULL,
    source         TEXT NOT NULL,       -- JSON: spans
    source_entity  TEXT,
    how            TEXT NOT NULL,
    antecedent     TEXT NOT NULL DEFAULT '[]',  -- JSON: spans
    cue            TEXT NOT NULL,       -- JSON: spans
    content        TEXT NOT NULL,       -- JSON: spans
    stance         TEXT NOT NULL,
    medium         TEXT NOT NULL,
    commitment     TEXT NOT NULL,
    said           TEXT,
    within         TEXT,
    answers        TEXT,
    made_by        TEXT NOT NULL,
    PRIMARY KEY (report, number)        -- serves: readings_of
);

CREATE TABLE claim (
    id              TEXT NOT NULL,
    report          TEXT NOT NULL REFERENCES report (id),
    number          INTEGER NOT NULL,
    type            TEXT NOT NULL,
    action          TEXT NOT NULL,
    roles           TEXT NOT NULL,      -- JSON: role, mention, made_by
    time            TEXT,
    attribution     TEXT NOT NULL,      -- JSON: ids, inward from the outlet
    factuality      TEXT NOT NULL,
    factuality_cue  TEXT,
    certainty       REAL,               -- from -3 (it did not happen) to 3; none: not weighed
    foreground      BOOLEAN NOT NULL,
    headline        BOOLEAN NOT NULL,
    sentence        TEXT NOT NULL,
    part_of         TEXT,
    same_as         TEXT,
    made_by         TEXT NOT NULL,
    PRIMARY KEY (report, number)        -- serves: readings_of
);

CREATE TABLE note (                     -- what is doubtful
    place    TEXT NOT NULL,             -- reading | file (no report came of it) | collation
    report   TEXT NOT NULL,             -- a report's id, or the file's name
    number   INTEGER NOT NULL,
    start    INTEGER,
    "end"    INTEGER,
    message  TEXT NOT NULL,
    advice   TEXT NOT NULL,
    made_by  TEXT NOT NULL,
    PRIMARY KEY (place, report, number) -- serves: readings_of, file_notes, replace_file_notes
);

CREATE TABLE story (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    title    TEXT NOT NULL,
    reports  TEXT NOT NULL              -- JSON: ids
);

CREATE TABLE derivation (
    number    INTEGER PRIMARY KEY,
    report    TEXT NOT NULL,
    "from"    TEXT NOT NULL,
    how       TEXT NOT NULL,
    passages  TEXT NOT NULL,            -- JSON: here, there
    share     REAL NOT NULL,
    because   TEXT NOT NULL             -- JSON
);

CREATE TABLE event (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL,
    type        TEXT NOT NULL,
    title       TEXT NOT NULL,
    claims      TEXT NOT NULL,          -- JSON: ids
    status      TEXT NOT NULL,
    voices      TEXT NOT NULL,          -- JSON: least, most, who, because
    time        TEXT,
    place       TEXT,
    links       TEXT NOT NULL,          -- JSON: left, right, reasons
    story       TEXT NOT NULL,
    foreground  BOOLEAN NOT NULL
);

CREATE TABLE comparison (
    number   INTEGER PRIMARY KEY,
    event    TEXT NOT NULL,
    role     TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    sides    TEXT NOT NULL,             -- JSON: value, mentions, reports
    silent   TEXT NOT NULL,             -- JSON: reports
    detail   TEXT NOT NULL
);

CREATE TABLE finding (
    number    INTEGER PRIMARY KEY,
    what      TEXT NOT NULL,
    event     TEXT,
    mentions  TEXT NOT NULL,            -- JSON: ids
    message   TEXT NOT NULL,
    reports   TEXT NOT NULL             -- JSON: ids
);

CREATE TABLE given (                    -- what a person said of a report when it was read; it stays until another word
    report     TEXT PRIMARY KEY,        -- serves: given_for
    published  TEXT,                    -- EDTF day
    outlet     TEXT
);

CREATE TABLE judgement (                -- what people decided; only ever added to
    number    INTEGER PRIMARY KEY,
    decision  TEXT NOT NULL,
    about     TEXT NOT NULL,            -- JSON: ids
    person    TEXT NOT NULL,
    at        TEXT NOT NULL,
    reason    TEXT NOT NULL,
    value     TEXT
);

CREATE TABLE reference (                -- rows of the lists that the user trusts
    source       TEXT NOT NULL,         -- the list's file name
    number       INTEGER NOT NULL,
    date         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    description  TEXT NOT NULL,
    PRIMARY KEY (source, number)        -- serves: references, replace_reference
);

-- SQLite only: full text over titles and texts. No triggers keep it in step: store/searching.py does, so that
-- a file from somebody else can be opened with `trusted_schema` off, and runs nothing of its own.

CREATE VIRTUAL TABLE report_words USING fts5 (
    title, text, content = 'report', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);                                      -- serves: reports_with_words
