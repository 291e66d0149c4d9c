-- From version 2 to 3: copies are found by what documents say. The index is filled when the file is opened (`regroup.py`).
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

INSERT INTO pending VALUES ('origins') ON CONFLICT DO NOTHING;
