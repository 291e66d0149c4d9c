-- From version 2 to 3: copies are found by what documents say, and claims are linked across articles. What is looked up
-- by is filled when the file is opened (`regroup.py`, `across.py`).

-- Without it SQLite searches all records for copies of each that is added.
CREATE INDEX record_copy ON record (copy_of) WHERE copy_of IS NOT NULL;

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

CREATE TABLE kin (
  document TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'piece', 'whole')),
  choice TEXT NOT NULL,
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX kin_other ON kin (other);

INSERT INTO pending VALUES ('meet'), ('origins') ON CONFLICT DO NOTHING;
