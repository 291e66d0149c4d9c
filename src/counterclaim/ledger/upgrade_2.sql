-- From version 1 to 2: people can release and hold claims. The table of decisions is made anew, since SQLite cannot
-- change a CHECK in place; nothing points at it. The views are made anew after the last upgrade.
CREATE TEMP TABLE decided AS SELECT seq, subject, decision, by, essence FROM decision;
DROP TABLE decision;

CREATE TABLE decision (
  seq INTEGER PRIMARY KEY REFERENCES event (seq),
  subject TEXT NOT NULL REFERENCES record (id),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'corrected', 'rejected', 'released', 'held')),
  by TEXT NOT NULL,
  essence TEXT NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (subject, seq);
INSERT INTO decision SELECT seq, subject, decision, by, essence FROM decided ORDER BY seq;
DROP TABLE temp.decided;

CREATE TABLE released (
  id TEXT PRIMARY KEY REFERENCES record (id)
) STRICT, WITHOUT ROWID;
