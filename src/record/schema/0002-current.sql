-- What is shown of every document where no window is set: kept, so that a question need not look for it in every document.
-- Made from other tables: `newest` says how, and `verify` compares the two.

CREATE VIEW newest AS
  SELECT v.document AS document, v.id AS revision, g.id AS reading, coalesce(d.publisher, g.meta ->> '$.publisher') AS publisher,
    g.lang AS lang, v.published_first AS published_first, v.published_last AS published_last, v.recorded_at AS recorded_at
  FROM revision v JOIN reading g ON g.revision = v.id JOIN document d ON d.id = v.document
  WHERE NOT EXISTS (SELECT 1 FROM revision newer WHERE newer.document = v.document AND newer.number > v.number)
    AND NOT EXISTS (SELECT 1 FROM reading later WHERE later.revision = g.revision AND (later.recorded_at, later.id) > (g.recorded_at, g.id));

CREATE TABLE current (
  document        INTEGER PRIMARY KEY REFERENCES document (id),
  revision        INTEGER NOT NULL,
  reading         INTEGER NOT NULL UNIQUE REFERENCES reading (id),
  publisher       TEXT,
  lang            TEXT,
  published_first TEXT,
  published_last  TEXT,
  recorded_at     TEXT NOT NULL
) STRICT;
INSERT INTO current SELECT document, revision, reading, publisher, lang, published_first, published_last, recorded_at FROM newest;

-- The orders of an answer: by publication with the undated last, the newest first, and as recorded.
CREATE INDEX current_published ON current (published_first IS NULL, published_first, revision);
CREATE INDEX current_newest ON current (published_first DESC, revision);
CREATE INDEX current_publisher ON current (publisher COLLATE NOCASE);

-- What filters and orders look at, without the spans and the lists beside it.
CREATE INDEX attribution_order ON attribution (reading, first, position, kind, stance, date_start, date_end);
CREATE INDEX event_order ON event (reading, first, position, class, type, realis, date_start, date_end);
CREATE INDEX place_name ON place (name, country, precision);
CREATE INDEX place_country ON place (country);
