-- The ledger's tables (version 3). People read the views in views.sql; docs/ledger.md explains those.
-- What is true is `event` with `payload`: everything else can be told from them and is checked against them by `verify`.

-- Canonical JSON by its hash. The body goes when it is withheld; the hash stays, so that the chain stays whole.
CREATE TABLE payload (
  sha256 TEXT PRIMARY KEY,
  body TEXT
) STRICT;

-- The log: one line for each thing that became known, in the order in which it did.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('added', 'revised', 'superseded', 'restored', 'heard', 'unheard', 'decided', 'withheld')),
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL REFERENCES payload (sha256),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX event_subject ON event (subject, seq);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER payload_is_never_deleted BEFORE DELETE ON payload
BEGIN SELECT RAISE(ABORT, 'a payload is withheld, never deleted'); END;

-- Where each thing stands now.
CREATE TABLE record (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'capture', 'reading', 'origin', 'claim', 'link', 'matter')),
  document TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'withheld')),
  payload_sha256 TEXT NOT NULL REFERENCES payload (sha256),
  successor TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  copy_of TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  review TEXT NOT NULL DEFAULT 'unreviewed'
) STRICT, WITHOUT ROWID;
CREATE INDEX record_document ON record (document, kind, state);
CREATE INDEX record_kind ON record (kind, state);
CREATE INDEX record_successor ON record (successor) WHERE successor IS NOT NULL;
CREATE INDEX record_origin ON record (origin) WHERE origin IS NOT NULL;
-- Without it SQLite searches all records for copies of each that is added.
CREATE INDEX record_copy ON record (copy_of) WHERE copy_of IS NOT NULL;

-- What one document adds to a matter; the matter's own payload is these joined, with what links from others add.
CREATE TABLE contribution (
  matter TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  payload_sha256 TEXT NOT NULL REFERENCES payload (sha256),
  PRIMARY KEY (matter, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_document ON contribution (document);

-- Which claims other articles may answer, and what they are looked up by: numbers for words and places, and the day
-- they were said (0 where none is known). No word stands here; all of it is told from the claims.
CREATE TABLE remark (
  number INTEGER PRIMARY KEY,
  claim TEXT NOT NULL UNIQUE REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  day INTEGER NOT NULL,
  part TEXT NOT NULL,
  links INTEGER NOT NULL,
  keys TEXT NOT NULL,
  story TEXT NOT NULL
) STRICT;
CREATE INDEX remark_document ON remark (document);

-- The week comes first, so that what is added and asked lies on few pages however long the ledger is. `remark` refers to
-- nothing that SQLite checks: it would search this whole table for each row that is added to the other.
CREATE TABLE pointer (
  week INTEGER NOT NULL,
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,
  remark INTEGER NOT NULL,
  PRIMARY KEY (week, key, day, remark)
) STRICT, WITHOUT ROWID;

-- The links from one article to another, with the claims they join, and whether they
-- make a matter by themselves; a repeat only joins one that is there.
CREATE TABLE across (
  link TEXT PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  later TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  target TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  binds INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX across_later ON across (later);
CREATE INDEX across_target ON across (target);

-- What a link from one article to another adds to the matters of its ends; a matter that only such links repeat has no
-- record.
CREATE TABLE addition (
  matter TEXT NOT NULL,
  link TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  payload_sha256 TEXT NOT NULL REFERENCES payload (sha256),
  PRIMARY KEY (matter, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX addition_link ON addition (link);

-- Which analysis each capture gave last: the same again adds nothing.
CREATE TABLE seen (
  capture TEXT PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  analysis_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Copies are looked for by keys of a document's words (prints.py), never in all texts. `number` is made of the id; `state` is the
-- payload that was printed, and what its reader told of its origin; `keys` is JSON, and `grams`
-- how many of them are runs of words.
CREATE TABLE print (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  grams INTEGER NOT NULL,
  keys TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  key INTEGER NOT NULL,
  number INTEGER NOT NULL,
  grams INTEGER NOT NULL,
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;

-- What two documents were found to be to each other, told from either side; `choice` orders the articles that a piece may be of.
CREATE TABLE kin (
  document TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'piece', 'whole')),
  choice TEXT NOT NULL,
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX kin_other ON kin (other);

-- What people decided; the note is in the event's payload.
CREATE TABLE decision (
  seq INTEGER PRIMARY KEY REFERENCES event (seq),
  subject TEXT NOT NULL REFERENCES record (id),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'corrected', 'rejected', 'released', 'held')),
  by TEXT NOT NULL,
  essence TEXT NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (subject, seq);

-- Claims that a person let out as they read now, whomever they accuse.
CREATE TABLE released (
  id TEXT PRIMARY KEY REFERENCES record (id)
) STRICT, WITHOUT ROWID;

-- What was taken out, by which event, and why.
CREATE TABLE tombstone (
  id TEXT PRIMARY KEY REFERENCES record (id),
  seq INTEGER NOT NULL REFERENCES event (seq),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Characters of a document's text that were blanked because a claim was withheld.
CREATE TABLE blanked (
  document TEXT NOT NULL REFERENCES record (id),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (document, first, last)
) STRICT, WITHOUT ROWID;

-- Work that a withholding still has to do on the file itself; empty but for a crash in between.
CREATE TABLE pending (
  task TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The words that can be searched, of what is current.
CREATE TABLE passage (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  act TEXT,
  side TEXT,
  title TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  cue TEXT NOT NULL DEFAULT '',
  quote TEXT NOT NULL DEFAULT '',
  sentence TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  title, speaker, cue, quote, sentence,
  content = 'passage', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
  INSERT INTO search (rowid, title, speaker, cue, quote, sentence)
  VALUES (new.number, new.title, new.speaker, new.cue, new.quote, new.sentence);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
  INSERT INTO search (search, rowid, title, speaker, cue, quote, sentence)
  VALUES ('delete', old.number, old.title, old.speaker, old.cue, old.quote, old.sentence);
END;
