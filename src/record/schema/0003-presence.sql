-- Who stands in which document, and who calls whom what: kept, so that an answer about actors reads no texts.
-- Made of each reading by `src/record/presence.ts`, and compared with it by `verify`. Only actors that may be listed over documents.

-- A full name with kind and country, once each.
CREATE TABLE identity (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT
) STRICT;
CREATE UNIQUE INDEX identity_of ON identity (name, kind, coalesce(country, ''));

CREATE TABLE presence (
  reading    INTEGER NOT NULL REFERENCES reading (id),
  actor      TEXT NOT NULL,
  identity   INTEGER NOT NULL REFERENCES identity (id),
  claims     INTEGER NOT NULL,           -- as speaker
  events     INTEGER NOT NULL,           -- as actor or recipient
  name_at    INTEGER,                    -- position of the first mention by a name, and by a description
  nominal_at INTEGER,
  PRIMARY KEY (reading, actor),
  FOREIGN KEY (reading, actor) REFERENCES actor (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_identity ON presence (identity, reading, actor, claims, events, name_at, nominal_at);

CREATE TABLE naming (
  identity INTEGER NOT NULL REFERENCES identity (id),
  form     TEXT NOT NULL,                -- as printed, white space made plain
  reading  INTEGER NOT NULL REFERENCES reading (id),
  names    INTEGER NOT NULL,             -- how often as a name, and as a description
  nominals INTEGER NOT NULL,
  PRIMARY KEY (identity, form, reading)
) STRICT, WITHOUT ROWID;
CREATE INDEX naming_reading ON naming (reading);
