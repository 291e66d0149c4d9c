-- The tables and views of version 1, as they were: files made of these must still open.
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

-- What one document adds to a matter; the matter's own payload is these joined.
CREATE TABLE contribution (
  matter TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  payload_sha256 TEXT NOT NULL REFERENCES payload (sha256),
  PRIMARY KEY (matter, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_document ON contribution (document);

-- Which analysis each capture gave last: the same again adds nothing.
CREATE TABLE seen (
  capture TEXT PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  analysis_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people decided; the note is in the event's payload.
CREATE TABLE decision (
  seq INTEGER PRIMARY KEY REFERENCES event (seq),
  subject TEXT NOT NULL REFERENCES record (id),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'corrected', 'rejected')),
  by TEXT NOT NULL,
  essence TEXT NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (subject, seq);

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

-- The views that docs/ledger.md documents: what people see who open the file themselves.

CREATE VIEW documents AS
SELECT r.id, p.body ->> '$.title' AS title, p.body ->> '$.published' AS published,
  p.body ->> '$.published_precision' AS published_precision, p.body ->> '$.publisher' AS publisher,
  p.body ->> '$.author' AS author, p.body ->> '$.language' AS language, p.body ->> '$.rights' AS rights,
  p.body ->> '$.canonical_url' AS canonical_url, p.body ->> '$.understood' AS understood,
  op.body ->> '$.origin' AS origin, p.body ->> '$.text' AS text
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256
LEFT JOIN record o ON o.id = r.origin LEFT JOIN payload op ON op.sha256 = o.payload_sha256
WHERE r.kind = 'document' AND r.state = 'current';

CREATE VIEW captures AS
SELECT r.id, r.document, p.body ->> '$.path' AS path, p.body ->> '$.url' AS url, p.body ->> '$.feed' AS feed,
  p.body ->> '$.captured' AS captured, p.body -> '$.front_matter' AS front_matter
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256
WHERE r.kind = 'capture' AND r.state = 'current';

CREATE VIEW claims AS
SELECT r.id, r.document, r.state, r.successor, r.copy_of, r.review, p.body ->> '$.act' AS act,
  p.body ->> '$.form' AS form, p.body ->> '$.certainty' AS certainty, p.body ->> '$.speaker.name' AS speaker,
  p.body ->> '$.speaker.role' AS role, p.body ->> '$.speaker.side' AS side, p.body ->> '$.addressee' AS addressee,
  p.body ->> '$.channel' AS channel, p.body ->> '$.said_on' AS said_on, p.body ->> '$.happened' AS happened,
  p.body ->> '$.quote' AS quote, p.body ->> '$.sentence.words' AS sentence, p.body ->> '$.within' AS within,
  p.body ->> '$.content[0][0]' AS first, p.body ->> '$.found_by' AS found_by, p.body ->> '$.because' AS because
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256
WHERE r.kind = 'claim' AND r.state <> 'withheld';

CREATE VIEW claims_current AS SELECT * FROM claims WHERE state = 'current';

CREATE VIEW claims_counted AS SELECT * FROM claims_current WHERE copy_of IS NULL AND review <> 'rejected';

CREATE VIEW links AS
SELECT r.id, r.document, r.state, r.successor, r.review, p.body ->> '$.from' AS from_claim,
  p.body ->> '$.to' AS to_claim, p.body ->> '$.kind' AS kind, p.body ->> '$.basis' AS basis,
  p.body ->> '$.because' AS because, p.body ->> '$.score' AS score, p.body ->> '$.found_by' AS found_by
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256
WHERE r.kind = 'link' AND r.state <> 'withheld';

CREATE VIEW links_current AS SELECT * FROM links WHERE state = 'current';

CREATE VIEW denials AS
SELECT l.id, l.basis, l.because, l.review, a.id AS denial, a.speaker AS denied_by, a.side AS denied_by_side,
  a.quote AS denial_quote, a.said_on AS denied_on, b.id AS denied, b.speaker AS claimed_by, b.side AS claimed_by_side,
  b.quote AS denied_quote, b.said_on AS claimed_on, a.document
FROM links_current l JOIN claims_current a ON a.id = l.from_claim JOIN claims_current b ON b.id = l.to_claim
WHERE l.kind = 'denies' AND l.basis <> 'possible' AND l.review <> 'rejected';

CREATE VIEW matters_current AS
SELECT r.id, r.review, p.body ->> '$.question' AS question, p.body ->> '$.status' AS status,
  p.body ->> '$.place.key' AS place, p.body ->> '$.place.name' AS place_name, p.body ->> '$.time' AS time,
  p.body ->> '$.origins' AS origins, p.body ->> '$.because' AS because
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256
WHERE r.kind = 'matter' AND r.state = 'current';

CREATE VIEW matter_claims AS
SELECT r.id AS matter, s.key AS side, c.value AS claim
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256, json_each(p.body, '$.sides') s, json_each(s.value) c
WHERE r.kind = 'matter' AND r.state = 'current'
UNION ALL
SELECT r.id, NULL, c.value
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256, json_each(p.body, '$.unattributed') c
WHERE r.kind = 'matter' AND r.state = 'current';

CREATE VIEW origins AS
SELECT r.id, p.body ->> '$.origin' AS origin, d.id AS document
FROM record r JOIN payload p ON p.sha256 = r.payload_sha256 JOIN record d ON d.origin = r.id
WHERE r.kind = 'origin' AND r.state = 'current' AND d.kind = 'document' AND d.state = 'current';

CREATE VIEW decisions AS
SELECT d.seq, e.at, d.subject, d.decision, d.by, p.body ->> '$.note' AS note
FROM decision d JOIN event e ON e.seq = d.seq JOIN payload p ON p.sha256 = e.payload_sha256;

CREATE VIEW withheld AS
SELECT t.id, r.kind, t.reason, e.at
FROM tombstone t JOIN record r ON r.id = t.id JOIN event e ON e.seq = t.seq;
