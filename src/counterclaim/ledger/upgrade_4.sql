-- From version 3 to 4: what is taken back, confirmed or said again is linked to what was said up to a year before. The
-- pointers for that are filled when the file is opened (`across.py`).

INSERT INTO pending VALUES ('meet') ON CONFLICT DO NOTHING;
