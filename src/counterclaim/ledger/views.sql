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
  p.body ->> '$.content[0][0]' AS first, p.body ->> '$.found_by' AS found_by, p.body ->> '$.because' AS because,
  r.id IN (SELECT id FROM released) AS released
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
