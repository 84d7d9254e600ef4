-- Which documents tell of one story, and what those of one story say together. Made from the newest readings, beside what analysts link;
-- `verify` compares. A case of an older version is filled by the next `add`: what documents are compared by is made outside of the record.

CREATE TABLE story (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  out_of INTEGER,                        -- the story that it was split from
  joined INTEGER,                        -- the story that its documents are in now: then it has none of its own
  ledger TEXT,                           -- JSON: Ledger; null where it was not made yet
  stale  INTEGER NOT NULL                -- 1: its documents or links have changed since the ledger was made
) STRICT;
CREATE INDEX story_stale ON story (id) WHERE stale = 1 AND joined IS NULL;

CREATE TABLE story_document (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  story    INTEGER NOT NULL REFERENCES story (id),
  likeness REAL,                         -- 0 to 1; null for the document that the story began with
  reason   TEXT NOT NULL,
  settled  INTEGER NOT NULL              -- 0: it came, or something about it changed, since stories were last settled
) STRICT;
CREATE INDEX story_document_story ON story_document (story, document);
CREATE INDEX story_document_unsettled ON story_document (document) WHERE settled = 0;

-- What a document is compared by, of its newest reading.
CREATE TABLE story_profile (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  reading  INTEGER NOT NULL,
  profile  TEXT NOT NULL                 -- JSON: Profile
) STRICT;

-- The heaviest terms of each, by which candidates are found; `day` counts from 1970, 0 where it is not known.
CREATE TABLE story_term (
  term     TEXT NOT NULL,
  day      INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  weight   REAL NOT NULL,
  PRIMARY KEY (term, day, document)
) STRICT, WITHOUT ROWID;

-- How like documents are, in 1/1024 of a logit. A pair has two rows; what is far from one story has none.
CREATE TABLE story_pair (
  document INTEGER NOT NULL REFERENCES document (id),
  other    INTEGER NOT NULL REFERENCES document (id),
  score    INTEGER NOT NULL,
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;

-- Where a ledger's claims, happenings and relations stand, so that they are found without reading it.
CREATE TABLE ledger_claim (
  document    INTEGER NOT NULL,
  attribution TEXT NOT NULL,
  story       INTEGER NOT NULL REFERENCES story (id),
  claim       TEXT NOT NULL,
  PRIMARY KEY (document, attribution, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_claim_story ON ledger_claim (story);

CREATE TABLE ledger_event (
  document  INTEGER NOT NULL,
  event     TEXT NOT NULL,
  story     INTEGER NOT NULL REFERENCES story (id),
  happening TEXT NOT NULL,
  PRIMARY KEY (document, event, happening)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_event_story ON ledger_event (story);

CREATE TABLE ledger_relation (
  story      INTEGER NOT NULL REFERENCES story (id),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  slot       TEXT,
  from_claim TEXT NOT NULL,
  to_claim   TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_relation_kind ON ledger_relation (kind, slot);

-- An analyst may also say that two things are not one.
ALTER TABLE link ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER link_is_only_withdrawn;
CREATE TRIGGER link_is_only_withdrawn BEFORE UPDATE ON link
  WHEN new.withdrawn_at IS NULL OR old.withdrawn_at IS NOT NULL OR
       (old.kind, old.from_reading, old.from_id, old.to_reading, old.to_id, old.reason, old.at, old.apart) IS NOT
       (new.kind, new.from_reading, new.from_id, new.to_reading, new.to_id, new.reason, new.at, new.apart)
  BEGIN SELECT raise(ABORT, 'a link is withdrawn, never edited'); END;
