-- The record of one case. Times are ISO 8601 text in UTC; lists and trees are JSON text; spans are half-open UTF-16 offsets.
-- Three times are never mixed: when a thing happened (date_*), when it was published or captured, when the desk recorded it.

-- Facts about the file itself: format, who made it and when.
CREATE TABLE case_info (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The process that writes, if one does. A row of a dead process is taken over.
CREATE TABLE writer (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  pid      INTEGER NOT NULL,
  host     TEXT NOT NULL,
  started  TEXT,
  since    TEXT NOT NULL
) STRICT;

-- Bytes as captured, once for each content.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  size   INTEGER NOT NULL,
  coding TEXT NOT NULL CHECK (coding IN ('none', 'zstd')),
  bytes  BLOB NOT NULL
) STRICT;

-- Texts as normalised, once for each content. Never changed.
CREATE TABLE text (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  body   TEXT NOT NULL
) STRICT;

-- Ids that leave the file (d12, r14, n3, links) are AUTOINCREMENT: the id of what was forgotten is never given again.
CREATE TABLE document (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  place       TEXT NOT NULL UNIQUE,  -- the key that identifies it: "id:…", "url:…", "path:publisher|path" or "bytes:…"
  external_id TEXT,
  url         TEXT,
  publisher   TEXT,
  path        TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_publisher ON document (publisher);
CREATE INDEX document_external ON document (external_id);
CREATE INDEX document_url ON document (url);
CREATE INDEX document_path ON document (path);

-- One version of a document: the bytes that stood in its place at one time.
CREATE TABLE revision (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  document        INTEGER NOT NULL REFERENCES document (id),
  number          INTEGER NOT NULL,      -- 1, 2, … within the document
  bytes_sha256    TEXT NOT NULL REFERENCES blob (sha256),
  text            INTEGER NOT NULL REFERENCES text (id),
  text_sha256     TEXT NOT NULL,
  given           TEXT NOT NULL,         -- JSON: GivenMeta, what was said of it beside the bytes
  published_at    TEXT,
  published_by    TEXT,
  published_first TEXT,                  -- first and last day that published_at may be
  published_last  TEXT,
  modified_at     TEXT,
  retrieved_at    TEXT,
  recorded_at     TEXT NOT NULL,
  UNIQUE (document, number)
) STRICT;
CREATE INDEX revision_bytes ON revision (bytes_sha256);
CREATE INDEX revision_text ON revision (text);
CREATE INDEX revision_published ON revision (published_first);

-- An engine that reads: the same engine, version, weights and lexicon are one run.
CREATE TABLE run (
  id           INTEGER PRIMARY KEY,
  engine       TEXT NOT NULL,
  version      TEXT NOT NULL,
  weights_hash TEXT,
  lexicon_hash TEXT NOT NULL,
  at           TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX run_identity ON run (engine, version, coalesce(weights_hash, ''), lexicon_hash);

-- What one run found in one revision. Does not change; a newer run stands beside it.
CREATE TABLE reading (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  revision    INTEGER NOT NULL REFERENCES revision (id),
  run         INTEGER NOT NULL REFERENCES run (id),
  given_id    TEXT NOT NULL,             -- the id under which the document was read
  lang        TEXT,
  title       TEXT,
  meta        TEXT NOT NULL,             -- JSON: DocumentMeta
  blocks      TEXT NOT NULL,             -- JSON: Block[]
  sentences   TEXT NOT NULL,             -- JSON: Span[]
  sha256      TEXT NOT NULL,             -- of the whole reading as JSON (hash.ts): a changed byte in any layer shows
  recorded_at TEXT NOT NULL,
  UNIQUE (revision, run)
) STRICT;

-- Layers of a reading. `position` is the place in the layer's list, because ids need not sort.

CREATE TABLE actor (
  reading  INTEGER NOT NULL REFERENCES reading (id),
  id       TEXT NOT NULL,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  named    INTEGER NOT NULL,
  public   INTEGER,
  wikidata TEXT,
  country  TEXT,
  roles    TEXT NOT NULL,                -- JSON: string[]
  aliases  TEXT NOT NULL,                -- JSON: string[]
  PRIMARY KEY (reading, id)
) STRICT, WITHOUT ROWID;

-- Forms of names, once each, and the keys by which they are found: the whole form folded, and each word's spelling key.
CREATE TABLE name (
  id   INTEGER PRIMARY KEY,
  form TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE name_key (
  key  TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES name (id),
  PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_name ON name_key (name);
CREATE TABLE actor_form (
  name    INTEGER NOT NULL REFERENCES name (id),
  reading INTEGER NOT NULL,
  actor   TEXT NOT NULL,
  PRIMARY KEY (name, reading, actor),
  FOREIGN KEY (reading, actor) REFERENCES actor (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_form_actor ON actor_form (reading, actor);
-- Every form of every actor's name under every key: what `--actor` is looked up in. The parts above hold it without repeats.
CREATE VIEW actor_name AS
  SELECT name_key.key AS key, actor_form.reading AS reading, actor_form.actor AS actor, name.form AS form
  FROM name_key JOIN name ON name.id = name_key.name JOIN actor_form ON actor_form.name = name_key.name;

CREATE TABLE mention (
  reading INTEGER NOT NULL REFERENCES reading (id),
  id      TEXT NOT NULL,
  position INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  form    TEXT NOT NULL,
  actor   TEXT,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, actor) REFERENCES actor (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE timex (
  reading INTEGER NOT NULL REFERENCES reading (id),
  id      TEXT NOT NULL,
  position INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  type    TEXT NOT NULL,
  value   TEXT,
  first   TEXT,
  last    TEXT,
  by      TEXT NOT NULL,
  PRIMARY KEY (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  reading   INTEGER NOT NULL REFERENCES reading (id),
  id        TEXT NOT NULL,
  position  INTEGER NOT NULL,
  mention   TEXT NOT NULL,
  name      TEXT NOT NULL,
  geonames  INTEGER,
  lat       REAL,
  lon       REAL,
  country   TEXT,
  precision TEXT,
  by        TEXT NOT NULL,
  score     REAL,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, mention) REFERENCES mention (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
  reading    INTEGER NOT NULL REFERENCES reading (id),
  id         TEXT NOT NULL,
  position   INTEGER NOT NULL,
  first      INTEGER NOT NULL,           -- first unit of source, cue and content: the order in the text
  source     TEXT NOT NULL,              -- JSON: Span[]
  cue        TEXT NOT NULL,
  content    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  polarity   TEXT NOT NULL,
  stance     TEXT NOT NULL,
  via        TEXT,                       -- JSON: {start, end, text, actor}
  parent     TEXT,
  date_start TEXT,
  date_end   TEXT,
  date_by    TEXT,                       -- null where no day was found at all
  score      REAL,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, parent) REFERENCES attribution (reading, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_kind ON attribution (kind, reading);

-- Who is speaker or target of an attribution, actor or recipient of an event; position keeps the order.
CREATE TABLE attribution_actor (
  reading     INTEGER NOT NULL,
  attribution TEXT NOT NULL,
  part        TEXT NOT NULL CHECK (part IN ('speaker', 'target')),
  position    INTEGER NOT NULL,
  actor       TEXT NOT NULL,
  PRIMARY KEY (reading, attribution, part, position),
  FOREIGN KEY (reading, attribution) REFERENCES attribution (reading, id),
  FOREIGN KEY (reading, actor) REFERENCES actor (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_actor_actor ON attribution_actor (reading, actor);

CREATE TABLE mark (
  reading  INTEGER NOT NULL REFERENCES reading (id),
  id       TEXT NOT NULL,
  position INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  polarity TEXT NOT NULL,
  target   TEXT,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, target) REFERENCES attribution (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_kind ON mark (kind, reading);

-- Marks listed by an attribution, in its order.
CREATE TABLE attribution_mark (
  reading     INTEGER NOT NULL,
  attribution TEXT NOT NULL,
  position    INTEGER NOT NULL,
  mark        TEXT NOT NULL,
  PRIMARY KEY (reading, attribution, position),
  FOREIGN KEY (reading, attribution) REFERENCES attribution (reading, id),
  FOREIGN KEY (reading, mark) REFERENCES mark (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  reading     INTEGER NOT NULL REFERENCES reading (id),
  id          TEXT NOT NULL,
  position    INTEGER NOT NULL,
  first       INTEGER NOT NULL,
  trigger     TEXT NOT NULL,             -- JSON: Span[]
  type        TEXT,
  class       TEXT NOT NULL,
  mode        TEXT,
  context     TEXT NOT NULL,             -- JSON: string[]
  places      TEXT NOT NULL,             -- JSON: EventPlace[]
  date_start  TEXT,
  date_end    TEXT,
  date_by     TEXT,
  realis      TEXT NOT NULL,
  factuality  TEXT NOT NULL,
  attribution TEXT,
  quantities  TEXT NOT NULL,             -- JSON: id[]
  score       REAL,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, attribution) REFERENCES attribution (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_type ON event (type, reading);

CREATE TABLE event_actor (
  reading  INTEGER NOT NULL,
  event    TEXT NOT NULL,
  part     TEXT NOT NULL CHECK (part IN ('actor', 'recipient')),
  position INTEGER NOT NULL,
  actor    TEXT NOT NULL,
  PRIMARY KEY (reading, event, part, position),
  FOREIGN KEY (reading, event) REFERENCES event (reading, id),
  FOREIGN KEY (reading, actor) REFERENCES actor (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_actor ON event_actor (reading, actor);

CREATE TABLE quantity (
  reading INTEGER NOT NULL REFERENCES reading (id),
  id      TEXT NOT NULL,
  position INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  value   TEXT,                          -- numbers that can pass 2^53 are text
  low     TEXT,
  high    TEXT,
  bound   TEXT NOT NULL,
  unit    TEXT,
  "of"    TEXT,
  event   TEXT,
  PRIMARY KEY (reading, id),
  FOREIGN KEY (reading, event) REFERENCES event (reading, id)
) STRICT, WITHOUT ROWID;

-- What an analyst decides. Append-only, anchored to words of a revision, never to a run's ids.
CREATE TABLE decision (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  revision     INTEGER NOT NULL REFERENCES revision (id),
  layer        TEXT NOT NULL,
  spans        TEXT NOT NULL,            -- JSON: Span[]
  field        TEXT,
  action       TEXT NOT NULL,
  value        TEXT,
  by           TEXT NOT NULL,
  at           TEXT NOT NULL,
  why          TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX decision_revision ON decision (revision);

-- Identity over documents, with a reason that can be withdrawn.
CREATE TABLE link (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL,
  from_reading INTEGER NOT NULL REFERENCES reading (id),
  from_id      TEXT NOT NULL,
  to_reading   INTEGER NOT NULL REFERENCES reading (id),
  to_id        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  at           TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX link_from ON link (from_reading, from_id);
CREATE INDEX link_to ON link (to_reading, to_id);

-- What stays of a forgotten document: hashes, time, reason. `place_sha256` keeps it from being taken in again unseen.
CREATE TABLE tombstone (
  id           INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL,
  place_sha256 TEXT NOT NULL,
  bytes_sha256 TEXT NOT NULL,            -- JSON: string[]
  at           TEXT NOT NULL,
  reason       TEXT NOT NULL
) STRICT;
CREATE INDEX tombstone_place ON tombstone (place_sha256);

-- Capitalised words of the texts by spelling key: a search for one spelling finds the others.
CREATE TABLE spelling (
  key  TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (key, form)
) STRICT, WITHOUT ROWID;

-- What is searched: the texts of readings' revisions, and titles that were given beside the text.
CREATE VIEW searched AS
  SELECT reading.id AS id, coalesce(reading.title, '') AS title, text.body AS body
  FROM reading JOIN revision ON revision.id = reading.revision JOIN text ON text.id = revision.text;
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = 'searched', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- Append-only and unchangeable parts are kept so by the database itself; `forget` is the one exception and drops rows, never edits them.
CREATE TRIGGER text_is_never_edited BEFORE UPDATE ON text BEGIN SELECT raise(ABORT, 'a text is never edited'); END;
CREATE TRIGGER blob_is_never_edited BEFORE UPDATE ON blob BEGIN SELECT raise(ABORT, 'bytes are never edited'); END;
CREATE TRIGGER revision_is_never_edited BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'a revision is never edited'); END;
CREATE TRIGGER reading_is_never_edited BEFORE UPDATE ON reading BEGIN SELECT raise(ABORT, 'a reading is never edited'); END;
CREATE TRIGGER attribution_is_never_edited BEFORE UPDATE ON attribution BEGIN SELECT raise(ABORT, 'an attribution is never edited'); END;
CREATE TRIGGER event_is_never_edited BEFORE UPDATE ON event BEGIN SELECT raise(ABORT, 'an event is never edited'); END;
CREATE TRIGGER decision_is_only_withdrawn BEFORE UPDATE ON decision
  WHEN new.withdrawn_at IS NULL OR old.withdrawn_at IS NOT NULL OR
       (old.revision, old.layer, old.spans, old.action, old.by, old.at) IS NOT (new.revision, new.layer, new.spans, new.action, new.by, new.at)
  BEGIN SELECT raise(ABORT, 'a decision is withdrawn, never edited'); END;
CREATE TRIGGER link_is_only_withdrawn BEFORE UPDATE ON link
  WHEN new.withdrawn_at IS NULL OR old.withdrawn_at IS NOT NULL OR
       (old.kind, old.from_reading, old.from_id, old.to_reading, old.to_id, old.reason, old.at) IS NOT
       (new.kind, new.from_reading, new.from_id, new.to_reading, new.to_id, new.reason, new.at)
  BEGIN SELECT raise(ABORT, 'a link is withdrawn, never edited'); END;
